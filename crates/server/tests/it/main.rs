//! The real program, run as a person at a terminal runs it.

mod backup;
mod demo;
mod harness;
mod init;
mod intake;
mod settings;
mod staff;
mod verify;
