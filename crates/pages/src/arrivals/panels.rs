//! The five acts with the fields each asks for, filled with what was typed when one comes back.

use domain::arrivals::{Arrival, MatterKind};
use domain::cases::{Level, Urgency};

use super::{
    list::set_aside_reasons,
    view::{ArrivalAct, ArrivalDeed},
};
use crate::{
    app::{Fields, Visit},
    ui::form::{Choice, Field, Input},
    words::Words,
};

/// The arrival to show, and the act that came back with something to fix.
pub struct Shown {
    pub id: domain::ids::ArrivalId,
    pub act: Option<Refused>,
}

/// An act that was refused: what was typed and what to fix.
pub struct Refused {
    pub deed: ArrivalDeed,
    pub fields: Fields,
    pub errors: Vec<(String, String)>,
}

/// Somebody the arrival may come from, as a choice.
pub struct Who {
    pub id: String,
    pub name: String,
}

/// Every act on one arrival.
pub fn acts(visit: &Visit, arrival: &Arrival, likely: &[Who], refused: Option<&Refused>) -> Vec<ArrivalAct> {
    ArrivalDeed::ALL
        .into_iter()
        .map(|deed| {
            let back = refused.filter(|r| r.deed == deed);
            let typed = |name: &str, otherwise: &str| {
                back.map_or_else(|| otherwise.to_owned(), |r| r.fields.text(name).to_owned())
            };
            ArrivalAct {
                deed,
                url: format!("/arrivals/{}/{}", arrival.id, deed.id()),
                fields: fields(visit, arrival, likely, deed, &typed),
                errors: back.map(|r| r.errors.clone()).unwrap_or_default(),
                note: note(visit.words, deed),
            }
        })
        .collect()
}

fn note(w: &Words, deed: ArrivalDeed) -> String {
    match deed {
        ArrivalDeed::JoinCase => w.t("arrivals-join-note"),
        ArrivalDeed::Inform => w.t("arrivals-inform-note"),
        ArrivalDeed::OpenCase | ArrivalDeed::Transfer | ArrivalDeed::SetAside => String::new(),
    }
}

fn fields(
    visit: &Visit,
    arrival: &Arrival,
    likely: &[Who],
    deed: ArrivalDeed,
    typed: &dyn Fn(&str, &str) -> String,
) -> Vec<Field> {
    let w = visit.words;
    match deed {
        ArrivalDeed::OpenCase => open_fields(visit, arrival, likely, typed),
        ArrivalDeed::JoinCase => vec![
            Field::new("reference", w.t("arrivals-field-reference"), Input::Text)
                .hint(w.t("arrivals-field-reference-hint"))
                .value(typed("reference", ""))
                .required()
                .width(3),
            Field::new("from", w.t("arrivals-field-from"), Input::Pick(from_choices(w)))
                .value(typed("from", "person"))
                .scope("join-")
                .width(3),
        ],
        ArrivalDeed::Inform => vec![
            Field::new("as", w.t("arrivals-field-answer"), Input::Pick(answer_choices(w)))
                .value(typed("as", "information"))
                .width(6),
            Field::new("note", w.t("arrivals-field-answer-note"), Input::Area(3))
                .value(typed("note", ""))
                .scope("inform-")
                .width(6),
        ],
        ArrivalDeed::Transfer => vec![
            Field::new("to", w.t("arrivals-field-transfer-to"), Input::Text)
                .value(typed("to", ""))
                .required()
                .width(6),
        ],
        ArrivalDeed::SetAside => vec![
            Field::new(
                "why",
                w.t("arrivals-field-set-aside-why"),
                Input::Choose(set_aside_reasons(w)),
            )
            .value(typed("why", ""))
            .required()
            .width(6),
        ],
    }
}

fn open_fields(
    visit: &Visit,
    arrival: &Arrival,
    likely: &[Who],
    typed: &dyn Fn(&str, &str) -> String,
) -> Vec<Field> {
    let w = visit.words;
    let today = visit.here().today();
    let mut about: Vec<Choice> = likely
        .iter()
        .map(|who| Choice::new(who.id.clone(), who.name.clone()))
        .collect();
    about.push(Choice::new("new", w.t("arrivals-field-about-writer")));
    about.push(Choice::new("not-known", w.t("arrivals-field-about-other")));
    let agencies = visit.house().packs().all_in_force(today);
    let agencies = agencies
        .into_iter()
        .map(|p| Choice::new(p.agency.clone(), p.title.clone()))
        .collect();
    let words = |set: &str, all: Vec<String>| {
        all.into_iter()
            .map(|v| Choice::new(v.clone(), w.t(&format!("{set}-{v}"))))
            .collect::<Vec<_>>()
    };
    let levels = words("level", Level::ALL.iter().map(ToString::to_string).collect());
    let soon = words("urgency", Urgency::ALL.iter().map(ToString::to_string).collect());
    vec![
        Field::new("about", w.t("arrivals-field-about"), Input::Choose(about))
            .hint(w.t("arrivals-field-about-hint"))
            .value(typed("about", ""))
            .required()
            .width(6),
        Field::new("ask", w.t("arrivals-field-ask"), Input::Text)
            .hint(w.t("arrivals-field-ask-hint"))
            .value(typed("ask", arrival.subject.trim()))
            .required()
            .width(6),
        Field::new("agency", w.t("arrivals-field-agency"), Input::Choose(agencies))
            .value(typed("agency", ""))
            .width(3),
        Field::new("topic", w.t("arrivals-field-topic"), Input::Text)
            .value(typed("topic", ""))
            .width(3),
        Field::new("level", w.t("arrivals-field-level"), Input::Choose(levels))
            .value(typed("level", ""))
            .width(3),
        Field::new("soon", w.t("arrivals-field-soon"), Input::Pick(soon))
            .value(typed("soon", "routine"))
            .width(3),
    ]
}

fn from_choices(w: &Words) -> Vec<Choice> {
    vec![
        Choice::new("person", w.t("arrivals-from-person")),
        Choice::new("other", w.t("arrivals-from-other")),
    ]
}

fn answer_choices(w: &Words) -> Vec<Choice> {
    vec![
        Choice::new("information", w.t(&format!("matter-{}", MatterKind::Information))),
        Choice::new("opinion", w.t(&format!("matter-{}", MatterKind::Opinion))),
    ]
}
