//! The actions room.
