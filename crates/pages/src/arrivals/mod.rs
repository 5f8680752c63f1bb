//! The room of arrivals: what came in, read and dealt with.

pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
