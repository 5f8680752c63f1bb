//! The room of people: the list, one person's page, and how they may safely be reached.

mod change;
mod contact;
mod identifier;
mod list;
mod page;
mod safe;
mod small;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    routes.get("/people", see, list::list);
    routes.get("/people/{id}", see, page::page_of);
    let work = Entrance::May(Deed::WorkCases);
    routes.get("/people/{id}/edit", work, change::ask);
    routes.post("/people/{id}/edit", work, change::change);
    routes.get("/people/{id}/safe", work, safe::ask);
    routes.post("/people/{id}/safe", work, safe::record);
    routes.get("/people/{id}/contacts/new", work, contact::ask);
    routes.post("/people/{id}/contacts", work, contact::add);
    routes.get("/people/{id}/contacts/{point}/unsafe", work, contact::ask_unsafe);
    routes.post("/people/{id}/contacts/{point}/unsafe", work, contact::mark_unsafe);
    routes.get("/people/{id}/identifiers/new", work, identifier::ask);
    routes.post("/people/{id}/identifiers", work, identifier::add);
    routes.post("/people/{id}/reveal", work, identifier::reveal);
}
