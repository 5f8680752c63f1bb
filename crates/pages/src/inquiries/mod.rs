//! The room of inquiries: asking an agency, and what it said.

pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
