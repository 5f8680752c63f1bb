//! The town as it is written down in `town/`: an office, its people and their stories, in a language a caseworker can
//! read and add to. Days are counted from the Monday on which the demo stands still.

use std::collections::BTreeMap;

use domain::{
    cases::{
        Channel, Outcome, Solved, ToldBy, Urgency, Visibility,
        guards::{ConsentKind, RiskLevel},
    },
    consents::{DataClass, Formality, LawfulBasis, Method, Translation},
    inquiries::{AgencyChannel, InquiryPurpose, Learned, ReplyKind},
    people::{ContactKind, IdentifierKind, Interpreter, Safe, Way},
    staff::Role,
};
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// `office.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOffice {
    pub office: OfficeFacts,
    pub programme: Vec<WrittenProgramme>,
    pub staff: Vec<WrittenStaff>,
    /// What a release to an agency opens and an inquiry asks about, unless a story says otherwise.
    pub about: BTreeMap<String, Vec<DataClass>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeFacts {
    pub name: String,
    pub slug: String,
    pub zone: String,
    pub calendar: String,
    pub cadence_days: i64,
    pub language: String,
    pub mail_from: String,
    pub phone: String,
    pub monday: Date,
    #[serde(deserialize_with = "hour")]
    pub begins: Time,
    pub founded: i64,
    pub password: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenProgramme {
    pub key: String,
    pub title: String,
    pub model: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenStaff {
    pub key: String,
    pub name: String,
    pub role: Role,
}

/// A file of `people/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPeople {
    pub person: Vec<WrittenPerson>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPerson {
    pub key: String,
    pub name: String,
    pub called: String,
    #[serde(default)]
    pub others: Vec<String>,
    /// A year, a year and month, or a day.
    pub born: Option<String>,
    pub languages: Vec<String>,
    pub interpreter: Interpreter,
    pub pronouns: Option<String>,
    pub needs: Option<String>,
    pub email: Option<String>,
    pub mobile: Option<String>,
    pub phone: Option<String>,
    pub post: Option<String>,
    pub ways: BTreeMap<Way, Safe>,
    pub hours: Option<String>,
    pub not_say: Option<String>,
    pub pickup: Option<String>,
    #[serde(default)]
    pub no_post: bool,
    /// The day they were last asked how they may be reached.
    pub asked: i64,
    /// Further ways to reach them, or ways that were theirs once.
    #[serde(default)]
    pub points: Vec<WrittenPoint>,
    #[serde(default)]
    pub numbers: Vec<WrittenNumber>,
    pub deceased: Option<Died>,
    pub do_not_contact: Option<Silence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPoint {
    pub kind: ContactKind,
    pub value: String,
    pub safe: Safe,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenNumber {
    pub kind: IdentifierKind,
    pub value: String,
    pub agency: Option<String>,
}

/// That somebody died: when we wrote it down, and when it was.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Died {
    pub day: i64,
    pub by: String,
    pub on: Date,
}

/// That somebody asked not to be contacted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Silence {
    pub day: i64,
    pub by: String,
    pub why: String,
}

/// A file of `cases/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenCases {
    pub case: Vec<WrittenCase>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenCase {
    pub key: String,
    pub person: String,
    /// None: constituent services.
    pub programme: Option<String>,
    pub agency: Option<String>,
    pub topic: Option<String>,
    pub title: String,
    pub summary: String,
    #[serde(default = "routine")]
    pub urgency: Urgency,
    #[serde(default = "open")]
    pub visibility: Visibility,
    #[serde(default)]
    pub sensitivity: i64,
    #[serde(default)]
    pub flags: Vec<String>,
    pub opened: WrittenOpening,
    /// What the person wrote or said, where it is kept in their own words.
    pub words: Option<String>,
    pub steps: Vec<Step>,
}

const fn routine() -> Urgency {
    Urgency::Routine
}

const fn open() -> Visibility {
    Visibility::Open
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenOpening {
    pub day: i64,
    #[serde(default, deserialize_with = "maybe_hour")]
    pub at: Option<Time>,
    pub by: String,
    pub channel: Channel,
    /// None: the queue.
    pub owner: Option<String>,
}

/// One step of a story.
#[derive(Debug, Deserialize)]
#[serde(try_from = "toml::Table")]
pub(super) struct Step {
    pub day: i64,
    pub at: Option<Time>,
    pub by: String,
    /// A task of the model that the step also finishes.
    pub done: Option<String>,
    pub act: StepAct,
}

/// The part that every step has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFrame {
    day: i64,
    #[serde(default, deserialize_with = "maybe_hour")]
    at: Option<Time>,
    by: String,
    done: Option<String>,
}

/// What a step does, and what it needs for it.
#[derive(Debug, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StepAct {
    Note {
        text: String,
        #[serde(default)]
        private: bool,
    },
    Call {
        text: String,
        /// The person heard what the agency said.
        #[serde(default)]
        tells: bool,
        /// What was promised is kept by it.
        #[serde(default)]
        keeps: bool,
    },
    Attempt {
        text: String,
    },
    /// The person writes to us.
    LetterIn {
        text: String,
    },
    /// We write to the person.
    Letter {
        template: String,
        way: Way,
    },
    AskRelease {
        way: Way,
    },
    Release(Box<WrittenRelease>),
    Revoke {
        text: String,
    },
    Inquire {
        purpose: InquiryPurpose,
        text: String,
        #[serde(default = "by_email")]
        channel: AgencyChannel,
    },
    DraftInquiry {
        purpose: InquiryPurpose,
        text: String,
        /// None: what the agency is usually asked about.
        about: Option<Vec<DataClass>>,
    },
    /// A supervisor or director lets the drafted inquiry go although the gate does not.
    Override {
        basis: LawfulBasis,
        text: String,
    },
    /// Sends what was drafted before.
    SendInquiry,
    WithdrawInquiry {
        text: String,
    },
    Chase {
        text: String,
        #[serde(default = "by_email")]
        channel: AgencyChannel,
        next: i64,
    },
    Reply(Box<WrittenReply>),
    NoReply {
        text: String,
    },
    Phase {
        to: String,
        #[serde(default)]
        reason: String,
    },
    Promise {
        text: String,
        due: i64,
        way: String,
    },
    Task {
        text: String,
        due: i64,
    },
    /// A task that nobody will do, and why.
    DropTask {
        task: String,
        text: String,
    },
    Close {
        outcome: Outcome,
        told_by: Option<ToldBy>,
        told: Option<String>,
        not_told: Option<String>,
        #[serde(default)]
        watch: String,
    },
    FollowUp {
        solved: Solved,
        text: String,
    },
    Reopen {
        reason: String,
    },
    /// The person agrees to something, in the family programme.
    Consent {
        kind: ConsentKind,
        text: String,
    },
    Danger {
        level: RiskLevel,
        text: String,
    },
    DangerOver {
        text: String,
    },
    /// A second person says yes to the closing.
    ApproveClosing {
        text: String,
    },
    Restrict {
        text: String,
    },
    Deny {
        staff: String,
        text: String,
    },
    /// Somebody opens the case and reads it.
    Look,
}

const fn by_email() -> AgencyChannel {
    AgencyChannel::Email
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenRelease {
    /// None: the day it came.
    pub signed: Option<i64>,
    /// None: the person.
    pub signer: Option<String>,
    #[serde(default = "in_ink")]
    pub method: Method,
    #[serde(default = "plain")]
    pub formality: Formality,
    /// None: English.
    pub language: Option<String>,
    #[serde(default = "original")]
    pub translation: Translation,
    /// How it came, or how a spoken one was asked for and checked.
    pub text: Option<String>,
    /// The name of the signed file.
    pub document: Option<String>,
}

const fn in_ink() -> Method {
    Method::Ink
}

const fn plain() -> Formality {
    Formality::None
}

const fn original() -> Translation {
    Translation::Original
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenReply {
    pub kind: ReplyKind,
    #[serde(default = "received")]
    pub learned: Learned,
    pub text: String,
    /// The agency's number for it.
    pub number: Option<String>,
    pub acted: Option<i64>,
    pub expected: Option<i64>,
    pub reason: Option<String>,
    #[serde(default)]
    pub open: Vec<String>,
    /// The body it was passed to.
    pub to: Option<String>,
}

const fn received() -> Learned {
    Learned::Received
}

impl TryFrom<toml::Table> for Step {
    type Error = toml::de::Error;

    fn try_from(mut step: toml::Table) -> Result<Self, Self::Error> {
        let mut frame = toml::Table::new();
        for name in ["day", "at", "by", "done"] {
            if let Some(value) = step.remove(name) {
                frame.insert(name.to_owned(), value);
            }
        }
        let frame: StepFrame = frame.try_into()?;
        Ok(Self {
            day: frame.day,
            at: frame.at,
            by: frame.by,
            done: frame.done,
            act: step.try_into()?,
        })
    }
}

/// An hour as `14:20`.
fn hour<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Time, D::Error> {
    let text = String::deserialize(from)?;
    Time::strptime("%H:%M", &text).map_err(serde::de::Error::custom)
}

fn maybe_hour<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    hour(from).map(Some)
}
