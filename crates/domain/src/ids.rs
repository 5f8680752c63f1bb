//! Every identity the house hands out: random UUIDs, one newtype a thing, so that ids cannot be mixed up.

/// Declares one newtype over [`uuid::Uuid`] for each name.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// One organisation using the product.
    OfficeId,
    /// One programme of an office: a case model, a queue, a calendar.
    ProgrammeId,
    /// Someone who works here, or the door they log in by.
    StaffId,
    /// A browser's stay, from login to logout.
    SessionId,
    /// A person the office helps or writes to.
    PersonId,
    /// One way to reach a person.
    ContactPointId,
    /// A sealed number of a person, such as an SSN.
    IdentifierId,
    /// One person's problem, worked through phases.
    CaseId,
    /// One stay in a phase.
    PhaseVisitId,
    /// One clock of a case.
    ClockId,
    /// Something we said we would do or tell.
    PromiseId,
    /// A worker's to-do.
    TaskId,
    /// One entry of a case's timeline.
    EntryId,
    /// Anything that came in.
    ArrivalId,
    /// A file that is kept.
    DocumentId,
    /// A signed permission to ask an agency.
    ReleaseId,
    /// One share with someone outside.
    DisclosureId,
    /// A recorded decision against the gate's answer.
    OverrideId,
    /// One question to one agency.
    InquiryId,
    /// An answer to an inquiry.
    ReplyId,
    /// A letter or e-mail that goes out.
    LetterId,
    /// A text somebody is still writing.
    DraftId,
    /// A piece of work for the queue.
    JobId,
    /// One recorded look at something.
    ReadId,
    /// One intake run or import.
    BatchId,
    /// One named exception to who may see a case.
    AccessId,
    /// A question whether the matter was really solved.
    FollowUpId,
}
