//! The staff pages through the router, without a socket.

mod access;
mod cases;
mod door;
mod entrance;
