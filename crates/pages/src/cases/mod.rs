//! The room of cases: the list, the page, and everything done from it, one verb a file.

mod around;
mod aside;
pub(crate) mod below;
pub mod close_view;
mod compose;
mod lines;
mod list;
pub mod list_view;
mod next;
mod page;
mod phases;
pub mod reference;
mod shown;
mod strip;
pub mod view;

use domain::access::Deed;

pub(crate) use aside::release_pill;
pub(crate) use page::{head_below, language};
pub(crate) use strip::agencies;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    routes.get("/cases", see, list::list);
    routes.get("/cases/{reference}", see, page::page_of);
}
