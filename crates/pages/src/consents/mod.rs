//! The room of releases and what they allow.

pub mod view;
