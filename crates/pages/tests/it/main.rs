//! The staff pages through the router, without a socket.

mod access;
mod door;
mod entrance;
