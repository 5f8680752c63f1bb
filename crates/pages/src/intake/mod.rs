//! Calls and walk-ins: typed as they are said, kept as an arrival, opened as a case when there is one.

mod ask;
mod form;
mod take_down;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let may = Entrance::May(Deed::TakeIn);
    routes.get("/intake/new", may, ask::ask);
    routes.post("/intake/new", may, take_down::take_down);
}
