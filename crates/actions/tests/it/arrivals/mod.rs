//! What comes in, from the raw bytes to what becomes of it.

mod bounces;
mod corpus;
mod fates;
mod killer;
mod late;
mod letters;
mod runs;
mod threads;
mod words;
