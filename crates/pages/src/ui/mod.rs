//! The look of the pages: one component a file, each a function from a plain struct to markup.
//!
//! Nothing here reads the store or knows a rule; strings come in resolved, or by key from `words`.

pub mod arrival_row;
pub mod banner;
pub mod card;
pub mod choices;
pub mod clocks;
pub mod composer;
pub mod conflict;
pub mod dialogs;
pub mod empty;
pub mod form;
pub mod form_page;
pub mod gate;
pub mod head;
pub mod icon;
pub mod leaves;
pub mod ledger_table;
pub mod list;
pub mod match_card;
pub mod next_step;
pub mod panel;
pub mod peek;
pub mod pill;
pub mod reveal;
pub mod ribbon;
pub mod safe_card;
pub mod shell;
pub mod table;
pub mod tabs;
pub mod timeline;
pub mod toast;
