//! Acts on permission: releases, their revocation, the gate and what is decided against it.

mod ask_for_release;
mod judge;
mod override_gate;
mod record_release;
mod revoke_release;
pub(crate) mod share;
mod weigh;

pub(crate) use ask_for_release::ASK_FOR_RELEASE;
pub use ask_for_release::ask_for_release;
pub use judge::{Planned, judge, judge_in};
pub use override_gate::{OverrideGate, override_gate};
pub use record_release::{RecordRelease, Recorded, record_release};
pub(crate) use revoke_release::RELEASE_REVOKED;
pub use revoke_release::{Revoked, StoppedLetter, Told, revoke_release};
pub(crate) use share::{share, unshare};
pub use weigh::{Weighed, weigh_in};
