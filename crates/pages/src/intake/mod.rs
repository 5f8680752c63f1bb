//! The room of calls and walk-ins.

pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
