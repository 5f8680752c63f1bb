//! The store on both engines, always as the application role.

mod harness;
mod ledger;
mod mutations;
mod queue;
mod sight;
mod statements;
mod transactions;
mod unsafe_settings;
