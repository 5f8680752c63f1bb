//! The room of releases and what they allow.

mod ask;
mod form;
mod overrides;
mod read;
mod record;
mod revoke;
pub(crate) mod shown;
pub mod view;

use domain::access::Deed;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    let asks = Entrance::May(Deed::AskAgencies);
    let works = Entrance::May(Deed::WorkCases);
    routes.get("/cases/{reference}/releases/new", asks, record::ask);
    routes.post("/cases/{reference}/releases/new", asks, record::record);
    routes.get("/cases/{reference}/releases/ask", works, ask::ask);
    routes.post("/cases/{reference}/releases/ask", works, ask::draft);
    routes.get("/cases/{reference}/releases/{id}", see, read::read);
    routes.get("/cases/{reference}/releases/{id}/revoke", asks, revoke::ask);
    routes.post("/cases/{reference}/releases/{id}/revoke", asks, revoke::revoke);
    routes.get(
        "/overrides",
        Entrance::May(Deed::OverrideGate),
        overrides::overrides,
    );
}
