//! Drafts: what is being typed is kept on the server, per author, thing and kind.

mod save;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.post(
        "/drafts/{kind}/{about}",
        Entrance::May(Deed::SeeCases),
        save::save,
    );
}
