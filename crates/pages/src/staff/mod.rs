//! The room of those who work here.

mod add;
mod change;
mod list;
mod me;
mod proved;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let runs = Entrance::May(Deed::RunStaff);
    routes.get("/admin/staff", runs, list::list);
    routes.post("/admin/staff", runs, add::add);
    routes.post("/admin/staff/{id}/disable", runs, change::disable);
    routes.post("/admin/staff/{id}/enable", runs, change::enable);
    routes.post("/admin/staff/{id}/reset", runs, change::reset);
    routes.post("/admin/staff/{id}/role", runs, change::role);
    routes.get("/me", Entrance::Staff, me::me);
    routes.post("/me", Entrance::Staff, me::look);
    routes.post("/me/password", Entrance::Staff, me::password);
    routes.get("/me/code", Entrance::Staff, me::code);
}
