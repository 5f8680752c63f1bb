//! What was stated of a case and stands until it is taken back: consents, dangers, an approval of its closing. Each is
//! a line of the timeline, so that who said it and when is never lost.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::guards::{Approval, ConsentKind, Facts, RiskLevel};
use super::model::EventWord;
use super::records::{Entry, EntryKind};
use super::refusal::{Refusal, must_be_open, said};
use super::stamp::{Fresh, Stamp, event_entry};
use crate::ids::StaffId;
use crate::staff::Role;

/// One statement about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stating {
    ConsentGiven(ConsentKind),
    ConsentWithdrawn(ConsentKind),
    RiskRaised(RiskLevel),
    RiskEnded,
    /// A second person's yes to the closing.
    ClosingApproved(Role),
}

impl Stating {
    /// The event's word in the timeline.
    #[must_use]
    pub const fn event(&self) -> &'static str {
        match self {
            Self::ConsentGiven(_) => "consent_given",
            Self::ConsentWithdrawn(_) => "consent_withdrawn",
            Self::RiskRaised(_) => "risk_raised",
            Self::RiskEnded => "risk_ended",
            Self::ClosingApproved(_) => "closing_approved",
        }
    }

    /// What the model's clocks follow.
    #[must_use]
    pub const fn moves(&self) -> Option<EventWord> {
        match self {
            Self::RiskRaised(_) => Some(EventWord::RiskRaised),
            Self::RiskEnded => Some(EventWord::RiskEnded),
            Self::ConsentGiven(_) | Self::ConsentWithdrawn(_) | Self::ClosingApproved(_) => None,
        }
    }
}

/// States it, with the words that say why or how.
pub fn state(
    case: &Case,
    stating: &Stating,
    words: &str,
    stamp: &Stamp,
    fresh: Fresh<'_>,
) -> Result<Entry, Refusal> {
    must_be_open(case)?;
    let mut detail = BTreeMap::from([("reason".to_owned(), said(words, Refusal::WordsMissing)?)]);
    match stating {
        Stating::ConsentGiven(kind) | Stating::ConsentWithdrawn(kind) => {
            detail.insert("consent".to_owned(), kind.to_string());
        }
        Stating::RiskRaised(level) => {
            detail.insert("risk".to_owned(), level.to_string());
        }
        Stating::ClosingApproved(role) => {
            detail.insert("role".to_owned(), role.to_string());
        }
        Stating::RiskEnded => {}
    }
    Ok(event_entry(case, stating.event(), detail, stamp, fresh))
}

/// The facts, with what the lines of the timeline state; they come oldest first.
#[must_use]
pub fn with_stated(facts: &Facts, events: &[Entry]) -> Facts {
    let mut consents: BTreeSet<ConsentKind> = BTreeSet::new();
    let mut risk = RiskLevel::None;
    let mut approvals: Vec<Approval> = vec![];
    for entry in events.iter().filter(|entry| entry.kind == EntryKind::Event) {
        let detail = |name: &str| entry.detail.get(name).map_or("", String::as_str);
        match detail("event") {
            "consent_given" => consents.extend(detail("consent").parse::<ConsentKind>()),
            "consent_withdrawn" => {
                if let Ok(kind) = detail("consent").parse() {
                    consents.remove(&kind);
                }
            }
            "risk_raised" => risk = detail("risk").parse().unwrap_or(RiskLevel::High),
            "risk_ended" => risk = RiskLevel::None,
            "closing_approved" => approvals.extend(approval(entry.by, detail("role"))),
            // What was approved was the closing of then.
            "case_closed" | "case_reopened" => approvals.clear(),
            _ => {}
        }
    }
    Facts {
        consents,
        risk,
        open_risks: usize::from(risk > RiskLevel::None),
        approvals,
        ..facts.clone()
    }
}

fn approval(by: Option<StaffId>, role: &str) -> Option<Approval> {
    Some(Approval {
        role: role.parse().ok()?,
        by: by?,
    })
}
