//! The room of releases and what they allow.

pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
