//! The room of documents: the files of a case, added and taken out by those who see it.

mod add;
mod open;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let (see, work) = (Entrance::May(Deed::SeeCases), Entrance::May(Deed::WorkCases));
    routes.get("/cases/{reference}/documents/new", work, add::ask);
    routes.post("/cases/{reference}/documents", work, add::add);
    routes.get("/cases/{reference}/documents/{id}", see, open::open);
}
