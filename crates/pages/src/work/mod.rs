//! My work: what one person has to do today, promises running late first.

mod done;
mod item;
pub mod list;
mod snooze;
mod today;
mod undo;
pub mod view;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.get("/work", Entrance::Staff, today::today);
    let work = Entrance::May(domain::access::Deed::WorkCases);
    routes.post("/work/done", work, done::done);
    routes.post("/work/snooze", work, snooze::snooze);
    routes.post("/work/undo/{what}", work, undo::undo);
}
