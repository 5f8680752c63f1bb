//! The staff pages: axum routes in, HTML out. Each feature has a room; the look is in `ui`, every word in `words`.

pub mod app;
pub mod arrivals;
pub mod assets;
pub mod cases;
pub mod consents;
pub mod demo;
pub mod documents;
pub mod drafts;
pub mod inquiries;
pub mod intake;
pub mod ledger;
pub mod letters;
pub mod login;
pub mod people;
pub mod search;
pub mod staff;
pub mod ui;
pub mod words;
pub mod work;
