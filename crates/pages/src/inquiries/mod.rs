//! The room of inquiries: asking an agency, and what it said.

mod change;
mod chase;
mod form;
mod new;
mod open;
mod override_gate;
mod reply;
mod send;
mod shown;
pub mod view;
mod weigh;
mod withdraw;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    let asks = Entrance::May(Deed::AskAgencies);
    routes.get("/cases/{reference}/inquiries/new", asks, new::ask);
    routes.post("/cases/{reference}/inquiries/new", asks, new::write);
    routes.get("/cases/{reference}/inquiries/{id}", see, open::read);
    routes.post("/cases/{reference}/inquiries/{id}/change", asks, change::change);
    routes.post("/cases/{reference}/inquiries/{id}/send", asks, send::send);
    routes.post(
        "/cases/{reference}/inquiries/{id}/override",
        Entrance::May(Deed::OverrideGate),
        override_gate::decide,
    );
    routes.post("/cases/{reference}/inquiries/{id}/reply", asks, reply::record);
    routes.post(
        "/cases/{reference}/inquiries/{id}/no-reply",
        asks,
        reply::no_reply,
    );
    routes.post("/cases/{reference}/inquiries/{id}/chase", asks, chase::chase);
    routes.post(
        "/cases/{reference}/inquiries/{id}/withdraw",
        asks,
        withdraw::withdraw,
    );
}
