//! Revoke a release: it holds at once. What is still in the post is stopped; who was told is listed.

use std::collections::BTreeMap;

use domain::{
    access::{Actor, Deed},
    cases::{Direction, Entry, EntryKind, NextAct, NextWord},
    consents,
    ids::{CaseId, EntryId, InquiryId, LetterId, ReleaseId},
    letters::{Letter, LetterAct, LetterState, advance_letter},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::cases::SeenCase;

use crate::{
    ActionError, Answer, Doing, House, Refused,
    letters::house_task_for,
    moved::{save_entry, save_moved},
};

/// Why a letter was held; the key of its words.
pub(crate) const RELEASE_REVOKED: &str = "release-revoked";

/// A letter that was stopped before it left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoppedLetter {
    pub letter_id: LetterId,
    pub case_id: Option<CaseId>,
    pub to_name: String,
}

/// An agency that was told on this release before it was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub recipient: String,
    pub inquiry_id: Option<InquiryId>,
    pub case_id: CaseId,
    pub on: Date,
}

/// What taking a release back came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Revoked {
    pub held: Vec<StoppedLetter>,
    /// Letters the post is handing over at this moment: too late to stop them.
    pub on_their_way: Vec<LetterId>,
    /// Agencies to be told that they may not use what they were sent, of the cases the actor may see.
    pub told: Vec<Told>,
}

impl Answer for Revoked {
    fn to_text(&self) -> String {
        serde_json::to_string(self).expect("lists of ids and days become JSON")
    }
    fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// Takes a release back, whatever case of the person it was recorded on.
pub async fn revoke_release(
    house: &House,
    actor: &Actor,
    reference: &str,
    release: ReleaseId,
    on: Date,
    how: &str,
) -> Result<Revoked, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    // The lock a sending needs too: from here on none begins on this release.
    let releases = doing.act.releases_of_subject_locked(&case).await?;
    let found = releases.iter().find(|r| r.id == release);
    let found = found.ok_or(ActionError::NotFound)?;
    if on > doing.stamp.today {
        return Err(Refused::from(consents::ReleaseRefusal::InFuture).into());
    }
    let mut revoked = consents::revoke_release(found, doing.stamp.by, on, how)?;
    doing.act.update(&mut revoked).await?;

    let mut answer = Revoked::default();
    for (id, state, inquiry) in doing.act.letters_on_basis(release.0).await? {
        if state == LetterState::Sending {
            answer.on_their_way.push(id);
        } else if let Some(held) = hold(&mut doing, id, inquiry).await? {
            answer.held.push(held);
        }
    }
    answer.told = told(&mut doing, release).await?;
    tell(&mut doing, &case, release, on, how).await?;
    doing.answers(&answer);
    doing
        .commit_case("consents.revoke-release", case.id, Some(how.trim().to_owned()))
        .await?;
    Ok(answer)
}

/// Stops one letter that has not left, and takes it out of the log of disclosures: it told nobody. A letter that was
/// tried before may have been taken all the same, and stays in the log.
async fn hold(
    doing: &mut Doing<'_>,
    id: LetterId,
    inquiry: InquiryId,
) -> Result<Option<StoppedLetter>, ActionError> {
    let Some(letter) = doing.act.letter(id).await? else {
        return Ok(None);
    };
    let Ok(mut held) = advance_letter(&letter, LetterAct::Hold, doing.stamp.now, Some(RELEASE_REVOKED))
    else {
        return Ok(None);
    };
    doing.act.update(&mut held).await?;
    if letter.attempts == 0 {
        for row in doing.act.disclosures_of_inquiry(inquiry).await? {
            doing.act.remove(&row).await?;
        }
    }
    if let Some(case) = held.case_id {
        house_task_for(doing, case, domain::tasks::HouseTask::LetterHeld).await?;
        doing.act.insert(&held_entry(doing, &held, case)).await?;
    }
    Ok(Some(StoppedLetter {
        letter_id: held.id,
        case_id: held.case_id,
        to_name: held.to_name,
    }))
}

fn held_entry(doing: &Doing<'_>, letter: &Letter, case: CaseId) -> Entry {
    let detail = [("event", "letter_held"), ("why", RELEASE_REVOKED)];
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case,
        kind: EntryKind::Event,
        direction: Direction::None,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: Some(doing.stamp.by),
        person_id: None,
        body: String::new(),
        private: false,
        subject_id: Some(letter.id.0),
        detail: owned(&detail),
    }
}

/// Who was told before.
async fn told(doing: &mut Doing<'_>, release: ReleaseId) -> Result<Vec<Told>, ActionError> {
    let zone = store::zone(&doing.office.zone);
    let rows = store::consents::disclosures_on(&mut doing.act, release.0).await?;
    let told = rows.into_iter().map(|row| Told {
        recipient: row.recipient,
        inquiry_id: row.inquiry_id,
        case_id: row.case_id,
        on: row.at.to_zoned(zone.clone()).date(),
    });
    Ok(told.collect())
}

async fn tell(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    release: ReleaseId,
    on: Date,
    how: &str,
) -> Result<(), ActionError> {
    let entry = Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case.id,
        kind: EntryKind::Release,
        direction: Direction::In,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: Some(doing.stamp.by),
        person_id: case.person_id,
        body: how.trim().to_owned(),
        private: false,
        subject_id: Some(release.0),
        detail: owned(&[("revoked_on", &on.to_string())]),
    };
    save_entry(doing, case, &entry).await?;
    let mut after = (**case).clone();
    if after.is_open() && after.next_act == NextAct::Named(NextWord::SendInquiry) {
        after.next_act = NextAct::Named(NextWord::RequestRelease);
    }
    let stamp = doing.stamp;
    save_moved(doing, case, after, &[], &stamp).await
}

fn owned(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}
