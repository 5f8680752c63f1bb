//! One letter as its reader gets it, with what can still be done: written again, signed, sent, held, taken back.

use actions::letters::{ACKNOWLEDGEMENT, FOUR_WEEK_QUESTION};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    access::Deed,
    ids::LetterId,
    letters::{Letter, LetterState, ToKind},
    people::{ContactAnswer, ContactPoint, ContactPurpose, Person, Way},
};
use maud::Markup;
use store::cases::SeenCase;

use super::{
    safe::{answer_at, line},
    shown::{facts_of, file_name, head_of, paper_of, trouble_of},
    view::{LetterEdit, LetterSend, LetterView, one_letter_page},
};
use crate::{
    app::{Faults, Fields, PageError, Visit, again, fault_of},
    ui::{
        card::{CheckLine, CheckState},
        choices::set_of,
        form::{Act, Field, Input},
        icon::Icon,
        shell::Place,
    },
};

/// A letter with its case and whoever it goes to.
pub struct Opened {
    pub case: SeenCase,
    pub letter: Letter,
    pub receiver: Option<(Person, Vec<ContactPoint>)>,
}

pub async fn read(visit: Visit, Path(id): Path<LetterId>) -> Result<Response, PageError> {
    let opened = open(&visit, id).await?;
    let page = page(&visit, &opened, &Fields::default(), Faults::new()).await?;
    Ok(page.into_response())
}

/// The letter for somebody who may see its case; that they looked is on record before it is shown.
pub async fn open(visit: &Visit, id: LetterId) -> Result<Opened, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let found = store::letters::seen(&mut look, id).await?;
    let (case, letter) = found.ok_or(PageError::NotFound)?;
    let person = match letter.person_id {
        Some(id) => look.person(id).await?,
        None => None,
    };
    let receiver = match person {
        Some(person) => {
            let points = store::people::contact_points(&mut look, &person).await?;
            Some((person.into_inner(), points))
        }
        None => None,
    };
    drop(look);
    desk.record_read(visit.actor(), Some(case.id), "letters", id.0)
        .await?;
    Ok(Opened {
        case,
        letter,
        receiver,
    })
}

/// The letter's page again, with what an act found wrong and what was typed.
pub async fn shown_again(
    visit: &Visit,
    id: LetterId,
    typed: &Fields,
    errors: Faults,
) -> Result<Response, PageError> {
    let opened = open(visit, id).await?;
    Ok(again(page(visit, &opened, typed, errors).await?))
}

async fn page(visit: &Visit, o: &Opened, typed: &Fields, errors: Faults) -> Result<Markup, PageError> {
    let w = visit.words;
    let (head, title) = head_of(visit, o);
    let names = visit.house().desk().names(visit.actor()).await?;
    let is_ours_to_send = o.letter.to_kind != ToKind::Agency;
    let is_draft = o.letter.state == LetterState::Draft;
    let answer = answer(visit, o);
    let works = visit.actor().may(Deed::WorkCases);
    let can_be_sent = matches!(
        o.letter.state,
        LetterState::Draft | LetterState::Failed | LetterState::Held
    );
    let view = LetterView {
        title,
        head,
        paper: paper_of(visit, &o.letter),
        facts: facts_of(visit, o, &names),
        file_href: file_name(visit, &o.letter).map(|_| format!("/letters/{}/file", o.letter.id)),
        trouble: trouble_of(w, &o.letter),
        safe: if can_be_sent && is_ours_to_send {
            vec![safe_line(visit, o, answer)]
        } else {
            Vec::new()
        },
        edit: (is_draft && is_ours_to_send && works).then(|| edit(visit, &o.letter, typed, &errors)),
        send: (can_be_sent && works).then(|| send(visit, o, answer, typed, &errors)),
        hold_url: (o.letter.state == LetterState::Queued && works)
            .then(|| format!("/letters/{}/hold", o.letter.id)),
        acts: acts(visit, &o.letter),
        errors,
    };
    Ok(one_letter_page(&visit.shell(Place::Letters).await?, &view))
}

/// What safe contact says of the address as it stands; none for an agency, and for an address that is not theirs.
fn answer(visit: &Visit, o: &Opened) -> Option<ContactAnswer> {
    let (person, points) = o.receiver.as_ref()?;
    let purpose = match o.letter.template.as_deref() {
        Some(ACKNOWLEDGEMENT) => ContactPurpose::Acknowledgement,
        Some(FOUR_WEEK_QUESTION) => ContactPurpose::FollowUp,
        Some(_) | None => ContactPurpose::Casework,
    };
    answer_at(visit, person, points, o.letter.way, &o.letter.to_address, purpose)
}

fn safe_line(visit: &Visit, o: &Opened, answer: Option<ContactAnswer>) -> CheckLine {
    match answer {
        Some(answer) => line(visit, o.letter.way, &o.letter.to_address, answer),
        None => CheckLine::new(CheckState::No, visit.words.t("letters-safe-not-theirs")),
    }
}

fn edit(visit: &Visit, letter: &Letter, typed: &Fields, errors: &Faults) -> LetterEdit {
    let w = visit.words;
    let text = |name: &str, now: &str| {
        if typed.has(name) {
            typed.text(name).to_owned()
        } else {
            now.to_owned()
        }
    };
    let ways = [Way::Email, Way::Post, Way::Text];
    LetterEdit {
        url: format!("/letters/{}/change", letter.id),
        version: letter.version,
        fields: vec![
            Field::new(
                "way",
                w.t("letters-field-way"),
                Input::Pick(set_of(w, "way", &ways)),
            )
            .value(text("way", letter.way.as_str()))
            .width(2),
            Field::new("to_address", w.t("letters-field-address"), Input::Text)
                .value(text("to_address", &letter.to_address))
                .error(fault_of(errors, "to_address"))
                .width(4),
            Field::new("subject", w.t("letters-field-subject"), Input::Text)
                .hint(w.t("letters-field-subject-hint"))
                .value(text("subject", &letter.subject))
                .error(fault_of(errors, "subject"))
                .width(6),
            Field {
                lang: letter.language.clone(),
                ..Field::new("text", w.t("letters-field-text"), Input::Area(14))
                    .value(text("text", &letter.body))
                    .error(fault_of(errors, "text"))
                    .width(6)
            },
        ],
    }
}

fn send(
    visit: &Visit,
    o: &Opened,
    answer: Option<ContactAnswer>,
    typed: &Fields,
    errors: &Faults,
) -> LetterSend {
    let w = visit.words;
    let letter = &o.letter;
    let on_paper = letter.way == Way::Post;
    let is_again = letter.state != LetterState::Draft;
    let act = match (is_again, on_paper) {
        (true, _) => "again",
        (false, true) => "posted",
        (false, false) => "queue",
    };
    let confirm = match answer {
        Some(ContactAnswer::Ask(reason)) => Some((reason.word(), w.t("letters-confirm"))),
        Some(ContactAnswer::Send | ContactAnswer::Refuse(_)) | None => None,
    };
    let to_agency = letter.to_kind == ToKind::Agency;
    let posted_on = Field::new("on", w.t("letters-field-posted-on"), Input::Date)
        .value(typed.text("on"))
        .error(fault_of(errors, "on"))
        .required();
    let may_sign = visit.actor().may(Deed::SignLetters);
    LetterSend {
        url: format!("/letters/{}/{act}", letter.id),
        version: letter.version,
        confirm,
        fields: if act == "posted" {
            vec![posted_on]
        } else {
            Vec::new()
        },
        button: w.t(match act {
            "again" => "letters-send-again",
            "posted" => "letters-record-posted",
            _ => "letters-send",
        }),
        note: match (letter.signed_off_by, may_sign) {
            (None, true) => w.t("letters-signs"),
            (None, false) => w.t("letter-not-signed-off"),
            (Some(_), _) => String::new(),
        },
        is_refused: !to_agency && !matches!(answer, Some(ContactAnswer::Send | ContactAnswer::Ask(_))),
    }
}

fn acts(visit: &Visit, letter: &Letter) -> Vec<Act> {
    let w = visit.words;
    let url = |act: &str| format!("/letters/{}/{act}", letter.id);
    let version = letter.version.to_string();
    let (works, signs) = (
        visit.actor().may(Deed::WorkCases),
        visit.actor().may(Deed::SignLetters),
    );
    let mut acts = Vec::new();
    match letter.state {
        LetterState::Draft => {
            if signs && letter.signed_off_by.is_none() {
                acts.push(
                    Act::new(url("sign-off"), w.t("letters-sign-off"))
                        .icon(Icon::FileSignature)
                        .with("version", version.clone()),
                );
            }
            if works {
                acts.push(
                    Act::new(url("discard"), w.t("letters-discard"))
                        .class("btn btn--quiet")
                        .with("version", version),
                );
            }
        }
        LetterState::Queued | LetterState::Held | LetterState::Failed => {
            if works {
                acts.push(Act::new(url("take-back"), w.t("letters-take-back")).icon(Icon::Undo));
            }
        }
        LetterState::Sending | LetterState::Sent | LetterState::Returned => {}
    }
    acts
}
