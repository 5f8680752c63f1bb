//! The room of the ledger: who did, who looked.

pub mod view;
