//! Arrivals on the pages: what came in, read by a person, and what becomes of it.

mod decide;
mod frame;
mod list;
mod open;
mod panels;
mod raw;
mod reader;
mod undo;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let may = Entrance::May(Deed::TakeIn);
    routes.get("/arrivals", may, list::all);
    routes.post("/arrivals/set-aside", may, decide::set_aside_all);
    routes.get("/arrivals/{id}", may, list::one);
    routes.get("/arrivals/{id}/html", may, frame::frame);
    routes.get("/arrivals/{id}/raw", may, raw::raw);
    routes.post("/arrivals/{id}/open", may, open::open);
    routes.post("/arrivals/{id}/join", may, decide::join);
    routes.post("/arrivals/{id}/inform", may, decide::inform);
    routes.post("/arrivals/{id}/transfer", may, decide::transfer);
    routes.post("/arrivals/{id}/set-aside", may, decide::set_aside);
    routes.post("/arrivals/{id}/undo", may, undo::undo);
}
