//! What people can do, written once each: find, decide, save, tell, commit. Every door calls these.

pub mod arrivals;
pub mod cases;
pub mod clocks;
pub mod consents;
pub mod documents;
mod doing;
pub mod drafts;
mod error;
mod house;
pub mod inquiries;
pub mod letters;
pub mod login;
mod moved;
pub mod office;
mod once;
pub mod people;
pub mod staff;
pub mod tasks;
mod thread;

pub use doing::Doing;
pub use error::{ActionError, FieldFault, Refused};
pub use house::{House, HouseParts};
pub use once::{Answer, once};
pub use thread::{is_our_mark, thread_mark};
