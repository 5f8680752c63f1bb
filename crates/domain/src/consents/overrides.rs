//! A recorded decision to send one inquiry although the gate did not say yes.

use crate::consents::{Answer, Fact, GateVerdict, Sharing, SubjectAnswer};
use crate::ids::{CaseId, InquiryId, OverrideId, PersonId, StaffId};
use crate::staff::Role;
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;

words! {
    /// The roles that may decide against the gate's answer; there are no others.
    pub enum OverrideRole {
        Supervisor => "supervisor",
        Director => "director",
    }
}

words! {
    /// Grounds in law that stand without the subject's permission.
    pub enum LawfulBasis {
        Danger => "danger",
        DutyToReport => "duty-to-report",
        CourtOrder => "court-order",
    }
}

/// Who decided it, why, and for which one inquiry. Listed in a report for the head of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    pub id: OverrideId,
    pub case_id: CaseId,
    /// The one inquiry it holds for.
    pub inquiry_id: InquiryId,
    /// The subject.
    pub person_id: PersonId,
    pub agency: String,
    pub reason: String,
    pub decided_by: StaffId,
    pub role: OverrideRole,
    /// A ground in law, where the decision rests on one.
    pub lawful_basis: Option<LawfulBasis>,
    pub decided_on: Date,
    /// The rules that stood in the way when it was decided; it lifts no others.
    pub rules: Vec<String>,
    pub pack_version: String,
    pub recorded_at: Timestamp,
}

impl OverrideRole {
    /// The right that comes with a role; `None` for the roles that have none.
    pub fn of(role: Role) -> Option<OverrideRole> {
        match role {
            Role::Supervisor => Some(OverrideRole::Supervisor),
            Role::Director => Some(OverrideRole::Director),
            Role::Intake | Role::Caseworker | Role::Administrator | Role::Auditor => None,
        }
    }
}

/// Why an override is not taken, or does not lift what stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OverrideRefusal {
    #[error("an override needs a reason")]
    NoReason,
    #[error("nobody overrides the gate for an inquiry of their own")]
    OwnInquiry,
    #[error("the gate already allows it")]
    NothingToLift,
    #[error("courts, prosecutors and a tribunal's decisions are out of reach of any override")]
    Barred,
    #[error("a release that was taken back is lifted only by a ground in law")]
    Revoked,
    #[error("it was decided for another inquiry, case, agency or subject")]
    OtherInquiry,
    #[error("the rules have changed since it was decided")]
    OtherRules,
    #[error("it bears a day that has not come")]
    NotYet,
}

impl OverrideRefusal {
    /// The key of the words for this refusal.
    pub fn key(self) -> &'static str {
        match self {
            OverrideRefusal::NoReason => "override-no-reason",
            OverrideRefusal::OwnInquiry => "override-own-inquiry",
            OverrideRefusal::NothingToLift => "override-nothing-to-lift",
            OverrideRefusal::Barred => "override-barred",
            OverrideRefusal::Revoked => "override-revoked",
            OverrideRefusal::OtherInquiry => "override-other-inquiry",
            OverrideRefusal::OtherRules => "override-other-rules",
            OverrideRefusal::NotYet => "override-not-yet",
        }
    }

    /// The values that stand in the message: none.
    pub fn args(self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// What a supervisor or director decides.
#[derive(Debug, Clone)]
pub struct OverrideAsked {
    pub id: OverrideId,
    pub case_id: CaseId,
    pub inquiry_id: InquiryId,
    /// Who wrote the inquiry.
    pub drafted_by: StaffId,
    /// The subject it is decided for.
    pub person_id: PersonId,
    pub reason: String,
    pub decided_by: StaffId,
    pub role: OverrideRole,
    pub lawful_basis: Option<LawfulBasis>,
    pub decided_on: Date,
    pub recorded_at: Timestamp,
}

/// Records the decision, holding it to the rules the gate's answer named.
pub fn decide_override(asked: OverrideAsked, answer: &Answer) -> Result<Override, OverrideRefusal> {
    if asked.reason.trim().is_empty() {
        return Err(OverrideRefusal::NoReason);
    }
    if asked.decided_by == asked.drafted_by {
        return Err(OverrideRefusal::OwnInquiry);
    }
    let judged = answer
        .by_subject
        .iter()
        .find(|judged| judged.subject == asked.person_id);
    let judged = judged.ok_or(OverrideRefusal::OtherInquiry)?;
    if judged.verdict == GateVerdict::Allow {
        return Err(OverrideRefusal::NothingToLift);
    }
    within_reach(judged, asked.lawful_basis)?;
    Ok(Override {
        id: asked.id,
        case_id: asked.case_id,
        inquiry_id: asked.inquiry_id,
        person_id: asked.person_id,
        agency: answer.agency.clone(),
        reason: asked.reason,
        decided_by: asked.decided_by,
        role: asked.role,
        lawful_basis: asked.lawful_basis,
        decided_on: asked.decided_on,
        rules: judged.rules_in_the_way().into_iter().collect(),
        pack_version: answer.pack_version.clone(),
        recorded_at: asked.recorded_at,
    })
}

/// Whether a recorded override lifts what stands in the way of this one sharing, for this one subject.
pub(crate) fn lifts(
    decision: &Override,
    sharing: &Sharing<'_>,
    judged: &SubjectAnswer,
    pack_version: &str,
) -> Result<(), OverrideRefusal> {
    let question = &sharing.question;
    let same = decision.inquiry_id == sharing.inquiry_id
        && decision.case_id == question.case_id
        && decision.person_id == judged.subject
        && decision.agency == question.agency;
    if !same {
        return Err(OverrideRefusal::OtherInquiry);
    }
    if decision.reason.trim().is_empty() {
        return Err(OverrideRefusal::NoReason);
    }
    if decision.decided_by == sharing.drafted_by {
        return Err(OverrideRefusal::OwnInquiry);
    }
    if decision.decided_on > question.today {
        return Err(OverrideRefusal::NotYet);
    }
    within_reach(judged, decision.lawful_basis)?;
    // A rule that came into the way later was not weighed by whoever decided.
    let weighed = judged
        .rules_in_the_way()
        .iter()
        .all(|rule| decision.rules.contains(rule));
    if !weighed || decision.pack_version != pack_version {
        return Err(OverrideRefusal::OtherRules);
    }
    Ok(())
}

fn within_reach(judged: &SubjectAnswer, lawful_basis: Option<LawfulBasis>) -> Result<(), OverrideRefusal> {
    for line in judged.steps.iter().filter(|line| line.stands_in_the_way()) {
        if matches!(line.fact, Fact::ReceiverBarred(_) | Fact::TribunalBeyondStatus) {
            return Err(OverrideRefusal::Barred);
        }
        if matches!(line.fact, Fact::Revoked { .. }) && lawful_basis.is_none() {
            return Err(OverrideRefusal::Revoked);
        }
    }
    Ok(())
}
