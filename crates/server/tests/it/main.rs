//! The real program, run as a person at a terminal runs it.

mod backup;
mod demo;
mod harness;
mod init;
mod intake;
mod kill;
mod settings;
mod staff;
mod verify;
