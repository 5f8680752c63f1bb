//! State something of a case that stands until it is taken back: a consent, a danger, the approval of its closing.

use domain::{
    access::{Actor, Deed},
    cases::{self, Stating, guards::ConsentKind, guards::RiskLevel},
};

use crate::{ActionError, Doing, House};

/// Records a consent and how it was given, such as "explained the limits of confidentiality, agreed by word of mouth".
pub async fn give_consent(
    house: &House,
    actor: &Actor,
    reference: &str,
    kind: ConsentKind,
    how: &str,
) -> Result<(), ActionError> {
    let stating = Stating::ConsentGiven(kind);
    state(house, actor, reference, (Deed::WorkCases, stating), how).await
}

/// Records that a consent was taken back.
pub async fn withdraw_consent(
    house: &House,
    actor: &Actor,
    reference: &str,
    kind: ConsentKind,
    how: &str,
) -> Result<(), ActionError> {
    let stating = Stating::ConsentWithdrawn(kind);
    state(house, actor, reference, (Deed::WorkCases, stating), how).await
}

/// States a danger and what it was judged by.
pub async fn raise_risk(
    house: &House,
    actor: &Actor,
    reference: &str,
    level: RiskLevel,
    why: &str,
) -> Result<(), ActionError> {
    let stating = Stating::RiskRaised(level);
    state(house, actor, reference, (Deed::WorkCases, stating), why).await
}

/// States that the danger is over, and why.
pub async fn end_risk(house: &House, actor: &Actor, reference: &str, why: &str) -> Result<(), ActionError> {
    state(
        house,
        actor,
        reference,
        (Deed::WorkCases, Stating::RiskEnded),
        why,
    )
    .await
}

/// A second person's yes to the closing of a case. Whoever closes it does not approve it.
pub async fn approve_closing(
    house: &House,
    actor: &Actor,
    reference: &str,
    words: &str,
) -> Result<(), ActionError> {
    let role = actor.role().ok_or(ActionError::NotAllowed(Deed::AssignCases))?;
    let stating = Stating::ClosingApproved(role);
    state(house, actor, reference, (Deed::AssignCases, stating), words).await
}

async fn state(
    house: &House,
    actor: &Actor,
    reference: &str,
    (deed, stating): (Deed, Stating),
    words: &str,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, deed).await?;
    let seen = doing.case(reference).await?;
    let mut fresh = doing.fresh();
    let entry = cases::state(&seen, &stating, words, &doing.stamp, &mut fresh)?;
    doing.tell(&seen, &entry).await?;
    let moves: Vec<_> = stating.moves().map(Into::into).into_iter().collect();
    doing.happened(&seen, &seen, &moves).await?;
    let action = match stating {
        Stating::ConsentGiven(_) => "cases.give-consent",
        Stating::ConsentWithdrawn(_) => "cases.withdraw-consent",
        Stating::RiskRaised(_) => "cases.raise-risk",
        Stating::RiskEnded => "cases.end-risk",
        Stating::ClosingApproved(_) => "cases.approve-closing",
    };
    doing.commit_case(action, seen.id, None).await?;
    Ok(())
}
