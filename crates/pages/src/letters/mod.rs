//! The room of letters out.

mod file;
mod new;
mod outbox;
mod read;
pub(crate) mod safe;
mod shown;
mod steps;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    let works = Entrance::May(Deed::WorkCases);
    let signs = Entrance::May(Deed::SignLetters);
    routes.get("/outbox", see, outbox::outbox);
    routes.get("/cases/{reference}/letters/new", works, new::ask);
    routes.post("/cases/{reference}/letters/new", works, new::begin);
    routes.get("/letters/{id}", see, read::read);
    routes.get("/letters/{id}/file", see, file::file);
    routes.post("/letters/{id}/change", works, steps::change);
    routes.post("/letters/{id}/sign-off", signs, steps::sign_off);
    routes.post("/letters/{id}/queue", works, steps::queue);
    routes.post("/letters/{id}/posted", signs, steps::posted);
    routes.post("/letters/{id}/hold", works, steps::hold);
    routes.post("/letters/{id}/take-back", works, steps::take_back);
    routes.post("/letters/{id}/again", signs, steps::again);
    routes.post("/letters/{id}/discard", works, steps::discard);
}
