//! The room of the ledger: who did and who looked, and how anyone can check it.

mod of_case;
mod office;
mod rows;
pub mod view;

use domain::access::Deed;

pub(crate) use rows::name_of;

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    routes.get(
        "/cases/{reference}/ledger",
        Entrance::May(Deed::SeeCases),
        of_case::of_case,
    );
    routes.get("/admin/ledger", Entrance::May(Deed::SeeLedger), office::office);
    routes.get(
        "/admin/ledger/proof",
        Entrance::May(Deed::SeeLedger),
        office::proof,
    );
    routes.post(
        "/admin/ledger/check",
        Entrance::May(Deed::SeeLedger),
        office::check,
    );
}
