//! Inquiries: one question to one agency, what came back, and how we learned of it.

mod inquiry;
mod reply;

pub use inquiry::{AgencyChannel, Chase, Inquiry, InquiryPurpose, InquiryState};
pub use reply::{Learned, Reply, ReplyKind};
