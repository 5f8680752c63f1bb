//! My work: what one person has to do today, promises running late first.

pub mod list;
mod today;
pub mod view;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.get("/work", Entrance::Staff, today::today);
}
