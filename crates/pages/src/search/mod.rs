//! Search: people, cases, notes, references and numbers, only what the one who asks may see.

mod find;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.get("/search", Entrance::May(Deed::SeeCases), find::find);
}
