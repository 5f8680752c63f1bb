//! Permission: the signed release, the agencies' rules about it, and the gate nothing passes without.

mod disclosure_record;
mod overrides;
mod release;

pub use disclosure_record::{BasisKind, DisclosureRecord};
pub use overrides::{LawfulBasis, Override, OverrideRole};
pub use release::{
    AskedTo, Capacity, DataClass, Formality, Matter, Method, NamedAgencies, OralStatement, RecipientNamed,
    RecordsPeriod, Release, Scope, Translation,
};
