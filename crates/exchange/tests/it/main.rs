//! The exchange room against real mail, hostile mail, and mail nobody wrote.

#![expect(
    clippy::print_stdout,
    reason = "these tests print what was counted and why others differ"
)]

mod authored;
mod bombs;
mod bounces;
mod corpus;
mod expected_mail_parser;
mod expected_mime4j;
mod hostile_html;
mod properties;
mod replies;
mod shared;
