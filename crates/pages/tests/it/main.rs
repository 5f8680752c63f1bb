//! The staff pages through the router, without a socket.

mod access;
mod agency;
mod cases;
mod door;
mod entrance;
mod letters;
mod staff;
