//! What tests stand on: real PostgreSQL, a furnished office on each engine, and builders that say only what matters.

#[cfg(feature = "town")]
pub mod agency;
#[cfg(feature = "town")]
pub mod builders;
pub mod caller;
#[cfg(feature = "town")]
pub mod house;
#[cfg(feature = "town")]
pub mod plenty;
pub mod postgres;
#[cfg(feature = "town")]
pub mod town;
