//! The real program, run as a person at a terminal runs it.

mod demo;
mod harness;
mod init;
mod settings;
mod staff;
mod verify;
