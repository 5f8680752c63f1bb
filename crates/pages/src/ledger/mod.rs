//! The room of the ledger: who did, who looked.

pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
