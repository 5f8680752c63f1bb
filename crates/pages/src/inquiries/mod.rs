//! The room of inquiries: asking an agency, and what it said.

pub mod view;
