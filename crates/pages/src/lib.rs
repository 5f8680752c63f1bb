//! The staff pages: axum routes in, HTML out. Each feature has a room; the look is in `ui`, every word in `words`.

pub mod assets;
pub mod ui;
pub mod words;
