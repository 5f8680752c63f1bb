//! The look of the pages: one component a file, each a function from a plain struct to markup.
//!
//! Nothing here reads the store or knows a rule; strings come in resolved, or by key from `words`.

pub mod dialogs;
pub mod form;
pub mod head;
pub mod icon;
pub mod pill;
pub mod shell;
pub mod toast;
