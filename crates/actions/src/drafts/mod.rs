//! Acts on unfinished texts: kept as somebody types, and gone when they become a record or are thrown away.

mod drop_draft;
mod save;

pub use drop_draft::drop_draft;
pub use save::{save, save_typed};
