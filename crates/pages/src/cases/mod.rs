//! The room of cases: the list, the page, closing.

pub mod close_view;
pub mod list_view;
pub mod view;

use crate::app::Routes;

/// The room's addresses.
pub fn routes(_: &mut Routes) {}
