//! The closed set of conditions a case model may put before an act, each saying plainly what is missing.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;

use super::case::{Case, Outcome};
use crate::ids::StaffId;
use crate::staff::Role;
use crate::words;

words! {
    /// What a person agreed to, as far as models ask.
    pub enum ConsentKind {
        /// Being helped at all, with the limits of confidentiality explained.
        Services => "services",
        /// That we speak with family, school, doctor or others who know them.
        Collateral => "collateral",
        /// That another provider is told about them.
        Referral => "referral",
    }
}

words! {
    /// How great a danger somebody judged there to be.
    #[derive(Default)]
    pub enum RiskLevel {
        #[default]
        None => "none",
        Low => "low",
        Moderate => "moderate",
        High => "high",
    }
}

words! {
    /// What the release gate answers for the next inquiry.
    #[derive(Default)]
    pub enum GateAnswer {
        /// It has not been asked, or there is no agency yet.
        #[default]
        Unasked => "unasked",
        Allow => "allow",
        Ask => "ask",
        Refuse => "refuse",
    }
}

words! {
    /// Things that can stand open on a case and hold up an act.
    pub enum OpenThing {
        SafetyPlan => "safety_plan",
        Referral => "referral",
    }
}

/// An approval somebody gave for the act in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approval {
    pub role: Role,
    pub by: StaffId,
}

/// What is known about a case when an act is about to happen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub person_known: bool,
    pub agency_chosen: bool,
    pub level_known: bool,
    pub release: GateAnswer,
    pub consents: BTreeSet<ConsentKind>,
    pub outcome: Option<Outcome>,
    pub summary: bool,
    /// What we told the person is recorded, or why we could not safely.
    pub person_told: bool,
    pub open_inquiries: usize,
    pub undelivered_replies: usize,
    pub risk: RiskLevel,
    pub open_risks: usize,
    pub open_safety_plans: usize,
    pub open_referrals: usize,
    pub follow_up_on: Option<Date>,
    pub assessment_complete: bool,
    pub needs_without_goal: usize,
    pub approvals: Vec<Approval>,
    /// Who wrote what is to be approved; their own approval does not count.
    pub author: Option<StaffId>,
}

impl Facts {
    /// What the case's own row tells; the rest is added by whoever knows it.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            person_known: case.person_id.is_some(),
            agency_chosen: case.agency.is_some(),
            level_known: case.level.is_some(),
            outcome: case.outcome,
            summary: !case.summary.trim().is_empty(),
            person_told: case.told.is_some(),
            ..Self::default()
        }
    }
}

/// One condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Predicate {
    PersonKnown,
    AgencyChosen,
    LevelKnown,
    ReleaseAllows,
    Consent(ConsentKind),
    Outcome,
    Summary,
    PersonTold,
    NoOpenInquiry,
    NoUndeliveredReply,
    NoOpen(OpenThing),
    NoOpenRisk,
    RiskAtLeast(RiskLevel),
    RiskBelow(RiskLevel),
    FollowUpDate,
    AssessmentComplete,
    EveryNeedHasAGoal,
    Approval(Role),
}

/// Why a text is not a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PredicateFault {
    Unknown(String),
    /// Known, but not with this argument, or without the one it needs.
    Argument {
        predicate: String,
        argument: String,
    },
    UnknownRole(String),
}

/// What is missing, as a message key and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Predicate {
    /// Reads `name` or `name(argument)`.
    pub fn read(text: &str) -> Result<Self, PredicateFault> {
        let text = text.trim();
        let (name, argument) = match text.split_once('(') {
            Some((name, rest)) => (name.trim(), rest.strip_suffix(')').unwrap_or(rest).trim()),
            None => (text, ""),
        };
        let wrong = || PredicateFault::Argument {
            predicate: name.to_owned(),
            argument: argument.to_owned(),
        };
        if let Some(plain) = Self::plain(name) {
            return if argument.is_empty() {
                Ok(plain)
            } else {
                Err(wrong())
            };
        }
        match name {
            "consent" => argument.parse().map(Self::Consent).map_err(|_| wrong()),
            "no_open" => argument.parse().map(Self::NoOpen).map_err(|_| wrong()),
            "risk_at_least" => argument.parse().map(Self::RiskAtLeast).map_err(|_| wrong()),
            "risk_below" => argument.parse().map(Self::RiskBelow).map_err(|_| wrong()),
            "approval" => argument
                .parse()
                .map(Self::Approval)
                .map_err(|_| PredicateFault::UnknownRole(argument.to_owned())),
            unknown => Err(PredicateFault::Unknown(unknown.to_owned())),
        }
    }

    fn plain(name: &str) -> Option<Self> {
        Some(match name {
            "person_known" => Self::PersonKnown,
            "agency_chosen" => Self::AgencyChosen,
            "level_known" => Self::LevelKnown,
            "release_allows" => Self::ReleaseAllows,
            "outcome" => Self::Outcome,
            "summary" => Self::Summary,
            "person_told" => Self::PersonTold,
            "no_open_inquiry" => Self::NoOpenInquiry,
            "no_undelivered_reply" => Self::NoUndeliveredReply,
            "no_open_risk" => Self::NoOpenRisk,
            "follow_up_date" => Self::FollowUpDate,
            "assessment_complete" => Self::AssessmentComplete,
            "every_need_has_a_goal" => Self::EveryNeedHasAGoal,
            _ => return None,
        })
    }

    /// Holds, or says what is missing.
    pub fn ask(self, facts: &Facts) -> Result<(), Unmet> {
        if self.holds(facts) {
            Ok(())
        } else {
            Err(Unmet {
                key: self.key(facts),
                args: self.args(facts),
            })
        }
    }

    fn holds(self, facts: &Facts) -> bool {
        match self {
            Self::PersonKnown => facts.person_known,
            Self::AgencyChosen => facts.agency_chosen,
            Self::LevelKnown => facts.level_known,
            Self::ReleaseAllows => facts.release == GateAnswer::Allow,
            Self::Consent(kind) => facts.consents.contains(&kind),
            Self::Outcome => facts.outcome.is_some(),
            Self::Summary => facts.summary,
            Self::PersonTold => facts.person_told,
            Self::NoOpenInquiry => facts.open_inquiries == 0,
            Self::NoUndeliveredReply => facts.undelivered_replies == 0,
            Self::NoOpen(thing) => facts.open(thing) == 0,
            Self::NoOpenRisk => facts.open_risks == 0,
            Self::RiskAtLeast(level) => facts.risk >= level,
            Self::RiskBelow(level) => facts.risk < level,
            Self::FollowUpDate => facts.follow_up_on.is_some(),
            Self::AssessmentComplete => facts.assessment_complete,
            Self::EveryNeedHasAGoal => facts.needs_without_goal == 0,
            Self::Approval(role) => facts.approved(role),
        }
    }

    fn key(self, facts: &Facts) -> &'static str {
        match self {
            Self::PersonKnown => "guard-person-known",
            Self::AgencyChosen => "guard-agency-chosen",
            Self::LevelKnown => "guard-level-known",
            Self::ReleaseAllows => match facts.release {
                GateAnswer::Unasked | GateAnswer::Allow => "guard-release-unasked",
                GateAnswer::Ask => "guard-release-ask",
                GateAnswer::Refuse => "guard-release-refuse",
            },
            Self::Consent(_) => "guard-consent",
            Self::Outcome => "guard-outcome",
            Self::Summary => "guard-summary",
            Self::PersonTold => "guard-person-told",
            Self::NoOpenInquiry => "guard-open-inquiry",
            Self::NoUndeliveredReply => "guard-undelivered-reply",
            Self::NoOpen(OpenThing::SafetyPlan) => "guard-open-safety-plan",
            Self::NoOpen(OpenThing::Referral) => "guard-open-referral",
            Self::NoOpenRisk => "guard-open-risk",
            Self::RiskAtLeast(_) => "guard-risk-at-least",
            Self::RiskBelow(_) => "guard-risk-below",
            Self::FollowUpDate => "guard-follow-up-date",
            Self::AssessmentComplete => "guard-assessment-complete",
            Self::EveryNeedHasAGoal => "guard-needs-without-goal",
            Self::Approval(_) if facts.author_approved() => "guard-approval-by-author",
            Self::Approval(_) => "guard-approval",
        }
    }

    fn args(self, facts: &Facts) -> Vec<(&'static str, String)> {
        match self {
            Self::Consent(kind) => vec![("kind", kind.to_string())],
            Self::NoOpenInquiry => vec![("count", facts.open_inquiries.to_string())],
            Self::NoUndeliveredReply => vec![("count", facts.undelivered_replies.to_string())],
            Self::NoOpen(thing) => vec![("count", facts.open(thing).to_string())],
            Self::NoOpenRisk => vec![("count", facts.open_risks.to_string())],
            Self::RiskAtLeast(level) | Self::RiskBelow(level) => {
                vec![("level", level.to_string()), ("risk", facts.risk.to_string())]
            }
            Self::EveryNeedHasAGoal => vec![("count", facts.needs_without_goal.to_string())],
            Self::Approval(role) => vec![("role", role.to_string())],
            Self::PersonKnown
            | Self::AgencyChosen
            | Self::LevelKnown
            | Self::ReleaseAllows
            | Self::Outcome
            | Self::Summary
            | Self::PersonTold
            | Self::FollowUpDate
            | Self::AssessmentComplete => vec![],
        }
    }
}

impl Facts {
    const fn open(&self, thing: OpenThing) -> usize {
        match thing {
            OpenThing::SafetyPlan => self.open_safety_plans,
            OpenThing::Referral => self.open_referrals,
        }
    }

    /// An author never approves their own work.
    fn approved(&self, role: Role) -> bool {
        self.approvals
            .iter()
            .any(|approval| approval.role == role && Some(approval.by) != self.author)
    }

    fn author_approved(&self) -> bool {
        self.approvals
            .iter()
            .any(|approval| Some(approval.by) == self.author)
    }
}

/// Everything that is missing of a list of conditions, in their order.
#[must_use]
pub fn unmet(needs: &[Predicate], facts: &Facts) -> Vec<Unmet> {
    needs.iter().filter_map(|need| need.ask(facts).err()).collect()
}

impl fmt::Display for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PersonKnown => f.write_str("person_known"),
            Self::AgencyChosen => f.write_str("agency_chosen"),
            Self::LevelKnown => f.write_str("level_known"),
            Self::ReleaseAllows => f.write_str("release_allows"),
            Self::Consent(kind) => write!(f, "consent({kind})"),
            Self::Outcome => f.write_str("outcome"),
            Self::Summary => f.write_str("summary"),
            Self::PersonTold => f.write_str("person_told"),
            Self::NoOpenInquiry => f.write_str("no_open_inquiry"),
            Self::NoUndeliveredReply => f.write_str("no_undelivered_reply"),
            Self::NoOpen(thing) => write!(f, "no_open({thing})"),
            Self::NoOpenRisk => f.write_str("no_open_risk"),
            Self::RiskAtLeast(level) => write!(f, "risk_at_least({level})"),
            Self::RiskBelow(level) => write!(f, "risk_below({level})"),
            Self::FollowUpDate => f.write_str("follow_up_date"),
            Self::AssessmentComplete => f.write_str("assessment_complete"),
            Self::EveryNeedHasAGoal => f.write_str("every_need_has_a_goal"),
            Self::Approval(role) => write!(f, "approval({role})"),
        }
    }
}
