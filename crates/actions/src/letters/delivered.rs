//! Delivered: the post took the letter. The timeline says so, the promise to the person is renewed, an inquiry counts
//! as sent from this day.

use domain::{
    access::{Actor, Deed},
    cases::{
        self, Case, Direction, Entry, EntryKind, Happening, NextAct, NextWord,
        model::{Event, EventWord},
        promises::{DELIVERED_ON, Heard, renew},
    },
    clocks::Turn,
    ids::EntryId,
    letters::{Letter, LetterAct, LetterState, ToKind, advance_letter},
    tasks::{Task, TaskKind, finish},
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::{
    ACKNOWLEDGEMENT, Sending,
    begin_sending::lock,
    commit_letter,
    hold::{by, owned},
};
use crate::{
    ActionError, Doing, House,
    consents::ASK_FOR_RELEASE,
    inquiries::{mark_sent, tell_in},
    moved::{save_entry, save_moved},
};

/// Notes that the post took a letter. Answers false where another worker had noted it already.
pub async fn delivered(house: &House, sending: &Sending) -> Result<bool, ActionError> {
    let office = sending.office.id;
    let mut doing = Doing::begin(house, &Actor::house(office), Deed::WorkCases).await?;
    let Some((case, letter)) = lock(&mut doing, sending.letter.id).await? else {
        return Ok(false);
    };
    if letter.state != LetterState::Sending {
        return Ok(false);
    }
    let mut sent = advance_letter(&letter, LetterAct::Delivered, doing.stamp.now, None)?;
    sent.disclosure_id = sending.letter.disclosure_id;
    doing.act.update(&mut sent).await?;
    if let Some(case) = &case {
        let today = doing.stamp.today;
        match (sent.to_kind, &sending.disclosure) {
            (ToKind::Agency, Some((inquiry, disclosure))) => {
                mark_sent(&mut doing, case, inquiry, disclosure, today).await?;
            }
            (ToKind::Agency, None) => {}
            (ToKind::Person | ToKind::Representative, _) => {
                reached(&mut doing, case, &sent, today).await?;
            }
        }
    }
    commit_letter(doing, "letters.delivered", &sent, None).await?;
    Ok(true)
}

/// A letter reached the person of a case, or whoever speaks for them.
pub(super) async fn reached(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    letter: &Letter,
    on: Date,
) -> Result<(), ActionError> {
    let entry = entry(doing, case, letter, on);
    save_entry(doing, case, &entry).await?;
    let mut after = (**case).clone();
    let mut happened: Vec<Happening> = Vec::new();
    if let Some(heard) = Heard::of(case, &entry) {
        after = renew(&after, heard, on);
        happened.push(heard.event().into());
        happened.extend(tell_in(doing, case, heard, &letter.tells_of).await?);
    }
    after = next(doing, after, letter, &mut happened);
    if letter.template.as_deref() == Some(ACKNOWLEDGEMENT) {
        finish_task(doing, case, ACKNOWLEDGE_TASK).await?;
    }
    let stamp = doing.stamp;
    save_moved(doing, case, after, &happened, &stamp).await
}

/// The model's task that an acknowledgement does.
const ACKNOWLEDGE_TASK: &str = "acknowledge";

/// What comes after a letter: what it did is done, and what it asks for is the person's turn.
fn next(doing: &Doing<'_>, case: Case, letter: &Letter, happened: &mut Vec<Happening>) -> Case {
    if !case.is_open() {
        return case;
    }
    let done = match &case.next_act {
        NextAct::Named(NextWord::FirstResponse | NextWord::FollowUp) => true,
        NextAct::Named(NextWord::TellPerson) => !letter.tells_of.is_empty(),
        NextAct::Named(NextWord::RequestRelease) => letter.template.as_deref() == Some(ASK_FOR_RELEASE),
        NextAct::Named(NextWord::SendInquiry | NextWord::Chase | NextWord::Review | NextWord::Close)
        | NextAct::Words(_) => false,
    };
    let mut after = case;
    if letter.template.as_deref() == Some(ASK_FOR_RELEASE) {
        happened.push(EventWord::ReleaseRequested.into());
        if after.turn != Turn::Person {
            after.turn = Turn::Person;
            happened.push(Event::turn(Turn::Person).into());
        }
    }
    if done {
        after = cases::next_done(&after, doing.stamp.today, doing.calendar());
    }
    after
}

async fn finish_task(doing: &mut Doing<'_>, case: &SeenCase, what: &str) -> Result<(), ActionError> {
    let tasks = store::cases::tasks(&mut doing.act, case).await?;
    let open = |task: &&Task| task.is_open() && task.kind == TaskKind::Automatic && task.what == what;
    if let Some(task) = tasks.iter().find(open) {
        let mut done = finish(task, &doing.stamp)?;
        doing.act.update(&mut done).await?;
    }
    Ok(())
}

fn entry(doing: &Doing<'_>, case: &SeenCase, letter: &Letter, on: Date) -> Entry {
    let mut detail = owned(&[
        (DELIVERED_ON, &on.to_string()),
        ("way", letter.way.as_str()),
        ("to", letter.to_kind.as_str()),
        ("subject", &letter.subject),
    ]);
    if let Some(template) = &letter.template {
        detail.insert("template".to_owned(), template.clone());
    }
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: case.id,
        kind: EntryKind::LetterOut,
        direction: Direction::Out,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: letter.signed_off_by.or_else(|| by(doing)),
        person_id: letter.person_id,
        body: letter.body.clone(),
        private: false,
        subject_id: Some(letter.id.0),
        detail,
    }
}
