//! The way in and out of the staff pages.

pub mod view;
