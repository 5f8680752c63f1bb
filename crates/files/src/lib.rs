//! The files room.
