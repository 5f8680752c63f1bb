//! The form of a call or a walk-in, filled with what was typed. Nothing is chosen beforehand.

use actions::arrivals::Likely;
use domain::cases::{Level, Urgency};

use super::view::{IntakeView, way};
use crate::{
    app::{Fields, Visit},
    ui::{
        card::{CheckLine, CheckState},
        form::{Choice, Field, Input, Radios},
        icon::Icon,
        match_card::MatchCard,
        pill::{Pill, Tone},
    },
    words::Words,
};

/// The ways that are asked about: the field's name and the words for it.
pub const WAYS: [(&str, &str); 4] = [
    ("text", "people-way-text"),
    ("call", "people-way-call"),
    ("voicemail", "people-way-voicemail"),
    ("post", "people-way-post"),
];

/// The languages offered first; any other can be typed on the person's page.
const LANGUAGES: [&str; 8] = ["en", "es", "vi", "zh", "ar", "ru", "ht", "so"];

pub fn view_of(
    visit: &Visit,
    typed: &Fields,
    errors: Vec<(String, String)>,
    likely: &[Likely],
    draft_note: String,
) -> IntakeView {
    let w = visit.words;
    let radios = |name: &str, legend: String, choices: Vec<Choice>| Radios {
        name: name.into(),
        legend,
        value: typed.text(name).into(),
        choices,
        ..Radios::default()
    };
    IntakeView {
        url: "/intake/new".into(),
        draft_url: Some(format!("/drafts/intake/{}", super::ask::ABOUT)),
        draft_note,
        channel: radios(
            "channel",
            w.t("intake-field-channel"),
            vec![
                Choice::new("phone", w.t("intake-channel-phone")),
                Choice::new("walk-in", w.t("intake-channel-walk-in")),
            ],
        ),
        ways: WAYS
            .iter()
            .map(|(name, key)| way(w, name, w.t(key), typed.text(name)))
            .collect(),
        safety_fields: safety_fields(w, typed),
        story_fields: story_fields(visit, typed, &errors),
        soon: radios(
            "soon",
            w.t("arrivals-field-soon"),
            words_of(w, "urgency", Urgency::ALL.iter().map(|u| u.as_str())),
        ),
        hand_to: Some(hand_to(visit, typed)),
        person_fields: person_fields(w, typed, &errors, likely),
        about: radios(
            "about",
            w.t("intake-field-about"),
            vec![
                Choice::new("caller", w.t("intake-about-caller")),
                Choice::new("other", w.t("intake-about-other")),
            ],
        ),
        before: vec![
            (
                "said".into(),
                w.t("intake-before-said"),
                typed.text("said") == "yes",
            ),
            (
                "agreed".into(),
                w.t("intake-before-agreed"),
                typed.text("agreed") == "yes",
            ),
        ],
        matches: likely.iter().map(|l| known(w, l)).collect(),
        later: vec![
            CheckLine::new(CheckState::Open, w.t("intake-later-address")),
            CheckLine::new(CheckState::Open, w.t("intake-later-court")),
            CheckLine::new(CheckState::Ask, w.t("intake-later-others")),
        ],
        errors,
        ..IntakeView::default()
    }
}

fn words_of<'v>(w: &Words, set: &str, values: impl Iterator<Item = &'v str>) -> Vec<Choice> {
    values
        .map(|v| Choice::new(v, w.t(&format!("{set}-{v}"))))
        .collect()
}

fn error_of<'e>(errors: &'e [(String, String)], name: &str) -> Option<&'e str> {
    errors
        .iter()
        .find(|(field, _)| field == name)
        .map(|(_, text)| text.as_str())
}

fn safety_fields(w: &Words, typed: &Fields) -> Vec<Field> {
    vec![
        Field::new("hours", w.t("intake-field-hours"), Input::Text)
            .value(typed.text("hours"))
            .width(3),
        Field::new("others", w.t("intake-field-others"), Input::Text)
            .value(typed.text("others"))
            .width(3),
        Field::new("words", w.t("intake-field-words"), Input::Text)
            .placeholder(w.t("intake-field-words-hint"))
            .value(typed.text("words"))
            .width(6),
    ]
}

fn story_fields(visit: &Visit, typed: &Fields, errors: &[(String, String)]) -> Vec<Field> {
    let w = visit.words;
    let packs = visit.house().packs().all_in_force(visit.here().today());
    let agencies = packs
        .into_iter()
        .map(|p| Choice::new(p.agency.clone(), p.title.clone()))
        .collect();
    let levels = words_of(w, "level", Level::ALL.iter().map(|l| l.as_str()));
    vec![
        Field::new("story", w.t("intake-field-story"), Input::Area(5))
            .hint(w.t("intake-field-story-hint"))
            .error(error_of(errors, "story"))
            .value(typed.text("story"))
            .width(6),
        Field::new("danger", w.t("intake-field-danger"), Input::Text)
            .value(typed.text("danger"))
            .width(3),
        Field::new("deadline_on", w.t("intake-field-deadline"), Input::Date)
            .error(error_of(errors, "deadline_on"))
            .value(typed.text("deadline_on"))
            .width(3),
        Field::new("agency", w.t("arrivals-field-agency"), Input::Choose(agencies))
            .value(typed.text("agency"))
            .width(3),
        Field::new("level", w.t("arrivals-field-level"), Input::Choose(levels))
            .value(typed.text("level"))
            .width(3),
    ]
}

fn hand_to(visit: &Visit, typed: &Fields) -> Field {
    let w = visit.words;
    let name = visit.visitor.staff.name.split(' ').next().unwrap_or_default();
    let me = Choice::new("me", w.tr("intake-hand-me", &[("name", name.into())]));
    let queue = Choice::new("queue", w.t("intake-hand-queue"));
    // Who works cases keeps what they open unless they say otherwise; a front desk hands it to the queue.
    let works = visit.actor().may(domain::access::Deed::AskAgencies);
    let choices = if works { vec![me, queue] } else { vec![queue, me] };
    Field::new("hand_to", w.t("intake-field-hand-to"), Input::Pick(choices))
        .value(typed.text("hand_to"))
        .width(3)
}

fn person_fields(w: &Words, typed: &Fields, errors: &[(String, String)], likely: &[Likely]) -> Vec<Field> {
    let languages = LANGUAGES
        .iter()
        .map(|code| Choice::new(*code, w.t(&format!("language-{code}"))))
        .collect();
    let mut fields = Vec::new();
    if !likely.is_empty() {
        let mut known: Vec<Choice> = likely
            .iter()
            .map(|l| Choice::new(l.person.id.to_string(), l.person.full_name.clone()))
            .collect();
        known.push(Choice::new("new", w.t("intake-known-new")));
        known.push(Choice::new("not-known", w.t("common-not-known")));
        fields.push(
            Field::new("known", w.t("intake-known-question"), Input::Choose(known))
                .error(error_of(errors, "known"))
                .value(typed.text("known"))
                .width(6),
        );
    }
    fields.extend([
        Field::new("name", w.t("people-field-name"), Input::Text)
            .hint(w.t("intake-field-name-hint"))
            .value(typed.text("name"))
            .width(3),
        Field::new("called", w.t("people-field-called"), Input::Text)
            .value(typed.text("called"))
            .width(3),
        Field::new("phone", w.t("people-field-phone"), Input::Tel)
            .value(typed.text("phone"))
            .width(3),
        Field::new("email", w.t("people-field-email"), Input::Email)
            .value(typed.text("email"))
            .width(3),
        Field::new("address", w.t("people-field-address"), Input::Text)
            .hint(w.t("intake-field-address-hint"))
            .value(typed.text("address"))
            .width(4),
        Field::new("language", w.t("people-field-language"), Input::Choose(languages))
            .value(typed.text("language"))
            .width(2),
        Field::new("caller", w.t("intake-field-caller"), Input::Text)
            .value(typed.text("caller"))
            .width(6),
    ]);
    fields
}

fn known(w: &Words, likely: &Likely) -> MatchCard {
    let strong = likely.is_strong();
    let key = if strong {
        "arrivals-match-strong"
    } else {
        "arrivals-match-weak"
    };
    MatchCard {
        name: likely.person.full_name.clone(),
        href: Some(format!("/people/{}", likely.person.id)),
        pill: Pill::new(
            w.t(key),
            if strong { Tone::Warn } else { Tone::Plain },
            Icon::UserRound,
        ),
        reasons: likely
            .found
            .parts
            .iter()
            .map(|part| w.t(&format!("match-{}", part.reason.as_str())))
            .collect(),
        is_strong: strong,
        acts: Vec::new(),
    }
}
