//! The case: one person's problem, who has it, what comes next and how it ended.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::clocks::Turn;
use crate::ids::{CaseId, PersonId, ProgrammeId, StaffId};
use crate::words;

words! {
    /// Whose matter it is in law.
    pub enum Level {
        Federal => "federal",
        State => "state",
        Local => "local",
        /// A court, an employer, a private firm.
        Other => "other",
    }
}

words! {
    /// How fast the office must move.
    pub enum Urgency {
        Routine => "routine",
        Soon => "soon",
        /// Eviction, a deportation date, medicine cut off, a threat to life.
        Urgent => "urgent",
    }
}

words! {
    /// Who may know that the case exists.
    pub enum Visibility {
        Open => "open",
        /// Colleagues see that it exists and may ask.
        Restricted => "restricted",
        /// Not allowed and not there answer alike.
        Walled => "walled",
    }
}

words! {
    /// The way a matter first reached us.
    pub enum Channel {
        Email => "email",
        WebForm => "web-form",
        Phone => "phone",
        WalkIn => "walk-in",
        Letter => "letter",
        Event => "event",
        Referral => "referral",
        Transfer => "transfer",
        Other => "other",
    }
}

words! {
    /// How a case ended, apart from its being closed.
    pub enum Outcome {
        ObtainedInFull => "obtained-in-full",
        ObtainedInPart => "obtained-in-part",
        NotObtained => "not-obtained",
        InformationGiven => "information-given",
        ReferredToBody => "referred-to-body",
        ReferredToOffice => "referred-to-office",
        Withdrawn => "withdrawn",
        ReleaseNeverReceived => "release-never-received",
        NoContact => "no-contact",
        MovedAway => "moved-away",
        Died => "died",
        NotCasework => "not-casework",
        Duplicate => "duplicate",
        GoalsMet => "goals-met",
        GoalsPartlyMet => "goals-partly-met",
        GoalsNotMet => "goals-not-met",
    }
}

words! {
    /// The way the person heard how it ended.
    pub enum ToldBy {
        Letter => "letter",
        Email => "email",
        Phone => "phone",
        InPerson => "in-person",
        /// Through the one who acts for them.
        Representative => "representative",
    }
}

words! {
    /// The next acts that the office has a name for.
    pub enum NextWord {
        FirstResponse => "first-response",
        FollowUp => "follow-up",
        RequestRelease => "request-release",
        SendInquiry => "send-inquiry",
        Chase => "chase",
        TellPerson => "tell-person",
        Review => "review",
        Close => "close",
    }
}

/// What happens next: a named act, or a worker's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextAct {
    Named(NextWord),
    Words(String),
}

/// What we told the person at the end, or why we could not safely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// They heard it.
    Yes { by: ToldBy, on: Date, words: String },
    /// They could not be told, or not safely.
    No { why: String },
}

/// One person's problem, worked through phases. Open until `closed_on` is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    pub id: CaseId,
    /// Safe to read aloud, such as `7K4-M2Q`.
    pub reference: String,
    pub programme_id: ProgrammeId,
    pub model_id: String,
    pub model_version: i64,
    /// Whose matter it is; none until the person is known.
    pub person_id: Option<PersonId>,
    /// The matter in a few of the person's words.
    pub title: String,
    pub summary: String,
    /// Code of the agency's rule pack.
    pub agency: Option<String>,
    pub topic: Option<String>,
    pub level: Option<Level>,
    /// None means the programme's queue.
    pub owner_id: Option<StaffId>,
    /// The model's id of the phase it is in.
    pub phase: String,
    pub turn: Turn,
    pub opened_at: Timestamp,
    pub opened_on: Date,
    pub channel: Channel,
    pub urgency: Urgency,
    /// 0 to 3.
    pub sensitivity: i64,
    pub visibility: Visibility,
    pub flags: Vec<String>,
    /// How often the person hears from us, in days.
    pub cadence_days: i64,
    /// The last two-way contact or delivered message.
    pub heard_on: Option<Date>,
    pub next_act: NextAct,
    pub next_on: Date,
    pub closed_on: Option<Date>,
    pub closed_at: Option<Timestamp>,
    pub closed_by: Option<StaffId>,
    pub outcome: Option<Outcome>,
    pub told: Option<Told>,
    /// Anything to watch after closing.
    pub watch: Option<String>,
    pub version: i64,
}

impl Case {
    /// Whether anybody is still working on it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}
