//! Override the gate: a supervisor or director lets one inquiry go although the gate does not, and says why.

use domain::{
    access::{Actor, Deed},
    cases::{Direction, Entry, EntryKind},
    consents::{GateVerdict, LawfulBasis, Override, OverrideAsked, OverrideRole, ask_gate, decide_override},
    ids::{EntryId, InquiryId, OverrideId},
};

use super::share::Known;
use crate::{ActionError, Answer, Doing, House, moved::save_entry};

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverrideGate {
    pub inquiry_id: InquiryId,
    pub reason: String,
    /// A ground in law, where the decision rests on one.
    pub lawful_basis: Option<LawfulBasis>,
}

/// Records the decision, for this inquiry and the rules in its way today. It lifts no others.
pub async fn override_gate(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: OverrideGate,
) -> Result<Vec<OverrideId>, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::OverrideGate).await?;
    let role = actor.role().and_then(OverrideRole::of);
    let role = role.ok_or(ActionError::NotAllowed(Deed::OverrideGate))?;
    let case = doing.case(reference).await?;
    let inquiry = store::inquiries::one(&mut doing.act, &case, what.inquiry_id).await?;
    let inquiry = inquiry.ok_or(ActionError::NotFound)?;
    let known = Known::locked(&mut doing, &case, &inquiry.agency).await?;
    let question = known.question(&case, &inquiry, doing.stamp.today);
    let answer = ask_gate(&question, house.packs(), &known.releases);
    let mut decided: Vec<Override> = Vec::new();
    let in_the_way = |judged: &&domain::consents::SubjectAnswer| judged.verdict != GateVerdict::Allow;
    let mut subjects: Vec<_> = answer.by_subject.iter().filter(in_the_way).collect();
    if subjects.is_empty() {
        // Deciding for a subject nothing stands in the way of says so in the rule's own words.
        subjects = answer.by_subject.iter().collect();
    }
    for judged in subjects {
        let asked = OverrideAsked {
            id: OverrideId(doing.act.new_id()),
            case_id: case.id,
            inquiry_id: inquiry.id,
            drafted_by: inquiry.drafted_by,
            person_id: judged.subject,
            reason: what.reason.trim().to_owned(),
            decided_by: doing.stamp.by,
            role,
            lawful_basis: what.lawful_basis,
            decided_on: doing.stamp.today,
            recorded_at: doing.stamp.now,
        };
        decided.push(decide_override(asked, &answer)?);
    }
    if decided.is_empty() {
        return Err(crate::Refused::new("guard-person-known").into());
    }
    for decision in &decided {
        doing.act.insert(decision).await?;
        let entry = tell(&doing, decision);
        save_entry(&mut doing, &case, &entry).await?;
    }
    let reason = Some(what.reason.trim().to_owned());
    let ids: Vec<OverrideId> = decided.into_iter().map(|decision| decision.id).collect();
    doing.answers(&ids);
    doing
        .commit_case("consents.override-gate", case.id, reason)
        .await?;
    Ok(ids)
}

impl Answer for Vec<OverrideId> {
    fn to_text(&self) -> String {
        let ids: Vec<String> = self.iter().map(ToString::to_string).collect();
        ids.join(" ")
    }
    fn from_text(text: &str) -> Option<Self> {
        text.split_whitespace().map(|id| id.parse().ok()).collect()
    }
}

fn tell(doing: &Doing<'_>, decision: &Override) -> Entry {
    let mut detail = vec![
        ("event", "gate_overridden".to_owned()),
        ("agency", decision.agency.clone()),
        ("rules", decision.rules.join(" ")),
    ];
    detail.extend(
        decision
            .lawful_basis
            .map(|basis| ("lawful_basis", basis.to_string())),
    );
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: decision.case_id,
        kind: EntryKind::Event,
        direction: Direction::None,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: Some(decision.decided_by),
        person_id: Some(decision.person_id),
        body: decision.reason.clone(),
        private: false,
        subject_id: Some(decision.inquiry_id.0),
        detail: detail
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}
