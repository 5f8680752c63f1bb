//! The room of people: the list, one person's page, and how they may safely be reached.

mod list;
mod page;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    routes.get("/people", see, list::list);
    routes.get("/people/{id}", see, page::page_of);
}
