//! What is true of the work: cases, phases, gates, releases, inquiries, clocks, and who may see what.
//! Values and functions; no I/O, no clock, no chance, no sentences.

pub mod access;
pub mod arrivals;
pub mod both;
pub mod cases;
pub mod clocks;
pub mod consents;
pub mod documents;
pub mod drafts;
pub mod ids;
pub mod inquiries;
pub mod letters;
pub mod office;
pub mod people;
pub mod queue;
pub mod staff;
pub mod tasks;
pub mod words;
