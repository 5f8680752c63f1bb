//! Permission: the signed release, the agencies' rules about it, and the gate nothing passes without.

mod disclosure;
mod disclosure_record;
mod expiry;
mod facts;
mod gate;
mod numbers_out;
mod overrides;
mod pack;
mod packs;
mod record_release;
mod release;
mod steps;
#[cfg(test)]
pub(crate) mod tests;

pub use disclosure::{Basis, Disclosure, NotDisclosed, Sharing, may_disclose};
pub use disclosure_record::{BasisKind, DisclosureRecord};
pub use expiry::{Expiry, ExpiryReason, Rejudged, expiry, receive_by, rejudge};
pub use facts::{Fact, Finding, Step, StepFact};
pub use gate::{Answer, GateVerdict, PROTECTED_FLAG, Protection, Question, SubjectAnswer, ask_gate};
pub use numbers_out::{NumberStays, number_may_go};
pub use overrides::{LawfulBasis, Override, OverrideAsked, OverrideRefusal, OverrideRole, decide_override};
pub use pack::{
    AgeCountsTo, Body, ClassRules, Expected, Liaison, Limit, NoLimit, OralWord, Pack, Rules, Unit,
};
pub use packs::{COMPILED_IN, PackError, Packs};
pub use record_release::{ReleaseRefusal, check_release, revoke_release};
pub use release::{
    AskedTo, Capacity, DataClass, Formality, Matter, Method, NamedAgencies, OralStatement, RecipientNamed,
    RecordsPeriod, Release, Scope, Translation,
};
