//! The drawing room.
