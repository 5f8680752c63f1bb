//! Whether a person may be written to, as the safe ways stand now: in words, before anything goes.

use domain::people::{
    ContactAnswer, ContactKind, ContactPoint, ContactPurpose, Person, Way, may_contact, normalise,
};

use crate::{
    app::Visit,
    cases::below::Below,
    ui::card::{CheckLine, CheckState},
};

/// What safe contact says, in lines.
pub struct SafeAnswer {
    pub lines: Vec<CheckLine>,
}

/// Which kind of contact point a way reaches.
const fn reaches(kind: ContactKind, way: Way) -> bool {
    match way {
        Way::Email => matches!(kind, ContactKind::Email),
        Way::Post => matches!(kind, ContactKind::Post),
        Way::Text => matches!(kind, ContactKind::Mobile),
        Way::Phone | Way::Voicemail => matches!(kind, ContactKind::Mobile | ContactKind::Phone),
    }
}

/// Every address the subject of a case can be reached at by one way, each with its answer.
pub fn answer_of(visit: &Visit, below: &Below, way: Way) -> SafeAnswer {
    let (w, today) = (visit.words, visit.here().today());
    let mut lines = Vec::new();
    if let Some(person) = &below.person {
        for point in below.points.iter().filter(|point| reaches(point.kind, way)) {
            let answer = may_contact(person, point, way, ContactPurpose::Casework, today);
            lines.push(line(visit, way, &point.value, answer));
        }
    }
    if lines.is_empty() {
        let way = w.word("way", way.as_str());
        lines.push(CheckLine::new(
            CheckState::Open,
            w.tr("letters-safe-no-address", &[("way", way.into())]),
        ));
    }
    SafeAnswer { lines }
}

/// The answer for one address of one person, as a letter names it; none where it is no address of theirs.
pub fn answer_at(
    visit: &Visit,
    person: &Person,
    points: &[ContactPoint],
    way: Way,
    address: &str,
    purpose: ContactPurpose,
) -> Option<ContactAnswer> {
    let point = points
        .iter()
        .find(|point| reaches(point.kind, way) && point.norm == normalise(point.kind, address))?;
    Some(may_contact(person, point, way, purpose, visit.here().today()))
}

/// One address and its answer, in words.
pub fn line(visit: &Visit, way: Way, address: &str, answer: ContactAnswer) -> CheckLine {
    let w = visit.words;
    let told = |reason: domain::people::ContactReason| w.explain(&visit.here(), reason.key(), &reason.args());
    let names_its_way = match answer {
        ContactAnswer::Send => false,
        ContactAnswer::Ask(reason) | ContactAnswer::Refuse(reason) => !reason.args().is_empty(),
    };
    let (state, why) = match answer {
        ContactAnswer::Send => (CheckState::Ok, w.t("letters-safe-send")),
        ContactAnswer::Ask(reason) => (CheckState::Ask, told(reason)),
        ContactAnswer::Refuse(reason) => (CheckState::No, told(reason)),
    };
    let text = if names_its_way {
        w.tr(
            "letters-safe-address",
            &[("address", address.into()), ("answer", why.into())],
        )
    } else {
        let way = w.word("way", way.as_str());
        w.tr(
            "letters-safe-line",
            &[
                ("way", way.into()),
                ("address", address.into()),
                ("answer", why.into()),
            ],
        )
    };
    CheckLine::new(state, text)
}
