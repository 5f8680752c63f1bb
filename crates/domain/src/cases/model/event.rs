//! The named events that start, pause, resume and stop a model's clocks.

use std::fmt;

use crate::clocks::Turn;
use crate::words;

words! {
    /// What can happen on a case, apart from phases being entered and left.
    pub enum EventWord {
        CaseOpened => "case_opened",
        CaseClosed => "case_closed",
        CaseReopened => "case_reopened",
        /// We spoke with the person, whoever called.
        TwoWayContact => "two_way_contact",
        /// A message of ours reached the person; "no news yet" is one too.
        MessageDelivered => "message_delivered",
        PersonAsked => "person_asked",
        PersonAnswered => "person_answered",
        /// The person heard what the agency said.
        PersonTold => "person_told",
        ReleaseRequested => "release_requested",
        ReleaseReceived => "release_received",
        InquirySent => "inquiry_sent",
        InquiryEnded => "inquiry_ended",
        ReplyAcknowledged => "reply_acknowledged",
        ReplyInterim => "reply_interim",
        ReplyPartial => "reply_partial",
        ReplySubstantive => "reply_substantive",
        ReleaseRefused => "release_refused",
        NoReplyDeclared => "no_reply_declared",
        RiskRaised => "risk_raised",
        RiskEnded => "risk_ended",
        SafetyPlanOpened => "safety_plan_opened",
        SafetyPlanReviewed => "safety_plan_reviewed",
        SafetyPlanEnded => "safety_plan_ended",
        AssessmentCompleted => "assessment_completed",
        PlanAgreed => "plan_agreed",
        PlanReviewed => "plan_reviewed",
        TurnOurs => "turn_ours",
        TurnAgency => "turn_agency",
        TurnPerson => "turn_person",
    }
}

/// An event as a model names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    Word(EventWord),
    /// `entered(phase)`
    Entered(String),
    /// `left(phase)`
    Left(String),
}

impl Event {
    /// Reads an event's word, or `entered(phase)`, or `left(phase)`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let inside = |prefix: &str| {
            text.strip_prefix(prefix)?
                .strip_suffix(')')
                .map(|phase| phase.trim().to_owned())
        };
        if let Some(phase) = inside("entered(") {
            return Some(Self::Entered(phase));
        }
        if let Some(phase) = inside("left(") {
            return Some(Self::Left(phase));
        }
        text.parse().ok().map(Self::Word)
    }

    /// The event that the turn passed to somebody.
    #[must_use]
    pub const fn turn(turn: Turn) -> Self {
        Self::Word(match turn {
            Turn::Ours => EventWord::TurnOurs,
            Turn::Agency => EventWord::TurnAgency,
            Turn::Person => EventWord::TurnPerson,
        })
    }

    /// The phase it speaks of.
    #[must_use]
    pub fn phase(&self) -> Option<&str> {
        match self {
            Self::Word(_) => None,
            Self::Entered(phase) | Self::Left(phase) => Some(phase),
        }
    }
}

impl From<EventWord> for Event {
    fn from(word: EventWord) -> Self {
        Self::Word(word)
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "{word}"),
            Self::Entered(phase) => write!(f, "entered({phase})"),
            Self::Left(phase) => write!(f, "left({phase})"),
        }
    }
}
