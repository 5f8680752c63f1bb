//! The house rules, as tests: only those whose breaking breaks a promise.
//! Each rule is a function from text to what is wrong with it, and each has a twin that shows it finds a fault.

mod docs;
mod engines;
mod leaning;
mod pages;
mod purity;
mod sources;
mod unfinished;
