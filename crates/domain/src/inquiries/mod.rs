//! Inquiries: one question to one agency, what came back, and how we learned of it.

mod change;
mod chase;
mod inquiry;
mod record_reply;
mod refusal;
mod reply;
mod send;
#[cfg(test)]
mod tests;
mod told;

pub use change::{Wording, change_inquiry, unsend};
pub use chase::{chase_inquiry, declare_no_reply};
pub use inquiry::{AgencyChannel, Chase, Inquiry, InquiryPurpose, InquiryState};
pub use record_reply::{ReplyEffect, effects, record_reply};
pub use refusal::InquiryRefusal;
pub use reply::{Learned, Reply, ReplyKind};
pub use send::{SentHow, make_ready, send_inquiry, withdraw_inquiry};
pub use told::told;
