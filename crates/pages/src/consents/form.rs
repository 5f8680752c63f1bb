//! The form of a release: filled with what was typed, and beside it what the agency's rules ask for.

use domain::consents::{
    AskedTo, Capacity, DataClass, Formality, Matter, Method, Pack, RecipientNamed, Translation,
};

use super::view::ReleaseForm;
use crate::{
    app::{Faults, Fields, Visit, fault_of},
    cases::below::Below,
    ui::{
        card::{CheckLine, CheckState},
        choices::{boxes_of, languages, set_of},
        form::{Choice, Field, Input, Ticks},
    },
    words::Words,
};

/// Every agency, in the boxes of a release.
pub const ALL_AGENCIES: &str = "all";

pub fn release_form(visit: &Visit, below: &Below, typed: &Fields, errors: Faults) -> ReleaseForm {
    let w = visit.words;
    let title = w.t("consents-title");
    let pack = below
        .case
        .agency
        .as_deref()
        .and_then(|code| visit.house().packs().in_force(code, visit.here().today()));
    ReleaseForm {
        title: title.clone(),
        head: below.head(visit, title.clone(), String::new(), title),
        url: below.url("/releases/new"),
        cancel_href: below.url(""),
        hidden: Vec::new(),
        who: who(w, below, visit, typed, &errors),
        agencies: agencies(visit, typed, &errors),
        classes: Ticks {
            name: "classes".into(),
            legend: w.t("consents-field-scope"),
            hint: w.t("consents-field-scope-hint"),
            error: fault_of(&errors, "classes").unwrap_or_default().to_owned(),
            choices: boxes_of(w, "class", DataClass::ALL, typed.all("classes")),
        },
        what: what(w, typed, &errors),
        how: how(w, typed, &errors),
        oral: oral(w, typed, &errors),
        oral_is_open: typed.text("method") == Method::Oral.as_str(),
        pack: pack.map(|pack| asks(w, pack)).unwrap_or_default(),
        pack_title: pack.map_or_else(String::new, |pack| {
            w.tr("consents-pack-asks", &[("agency", (&pack.title).into())])
        }),
        errors,
    }
}

fn who(w: &Words, below: &Below, visit: &Visit, typed: &Fields, errors: &Faults) -> Vec<Field> {
    let mut subject = Field::new("subject", w.t("consents-field-subject"), Input::Text)
        .value(below.name(visit))
        .width(3);
    subject.disabled = true;
    vec![
        subject,
        Field::new("signer", w.t("consents-field-signer"), Input::Text)
            .value(typed.text("signer"))
            .error(fault_of(errors, "signer"))
            .required()
            .width(3),
        Field::new(
            "capacity",
            w.t("consents-field-capacity"),
            Input::Choose(set_of(w, "capacity", Capacity::ALL)),
        )
        .value(typed.text("capacity"))
        .error(fault_of(errors, "capacity"))
        .required()
        .width(3),
        Field::new("proof", w.t("consents-field-capacity-proof"), Input::File)
            .hint(w.t("consents-field-capacity-proof-hint"))
            .error(fault_of(errors, "proof"))
            .width(3),
    ]
}

fn agencies(visit: &Visit, typed: &Fields, errors: &Faults) -> Ticks {
    let w = visit.words;
    let ticked = typed.all("agencies");
    let mut choices: Vec<_> = visit
        .house()
        .packs()
        .all_in_force(visit.here().today())
        .into_iter()
        .map(|pack| {
            let is_ticked = ticked.contains(&pack.agency);
            (pack.agency.clone(), pack.title.clone(), is_ticked)
        })
        .collect();
    choices.sort_by(|a, b| a.1.cmp(&b.1));
    let all = ALL_AGENCIES.to_owned();
    let is_all = ticked.contains(&all);
    choices.push((all, w.t("consents-all-agencies"), is_all));
    Ticks {
        name: "agencies".into(),
        legend: w.t("consents-agencies"),
        hint: w.t("consents-agencies-hint"),
        error: fault_of(errors, "agencies").unwrap_or_default().to_owned(),
        choices,
    }
}

fn what(w: &Words, typed: &Fields, errors: &Faults) -> Vec<Field> {
    vec![
        Field::new(
            "matter",
            w.t("consents-field-matter"),
            Input::Choose(set_of(w, "scope", Matter::ALL)),
        )
        .value(typed.text("matter"))
        .error(fault_of(errors, "matter"))
        .required()
        .width(3),
        Field::new("matter_words", w.t("consents-field-matter-words"), Input::Text)
            .value(typed.text("matter_words"))
            .width(3),
        Field::new("period_from", w.t("consents-field-period-from"), Input::Date)
            .value(typed.text("period_from"))
            .error(fault_of(errors, "period_from"))
            .width(2),
        Field::new("period_to", w.t("consents-field-period-to"), Input::Date)
            .value(typed.text("period_to"))
            .error(fault_of(errors, "period_to"))
            .width(2),
        Field::new("expires_on", w.t("consents-field-ends-on"), Input::Date)
            .hint(w.t("consents-field-ends-on-hint"))
            .value(typed.text("expires_on"))
            .error(fault_of(errors, "expires_on"))
            .width(2),
    ]
}

fn how(w: &Words, typed: &Fields, errors: &Faults) -> Vec<Field> {
    let choose = |name: &str, label: &str, choices: Vec<Choice>| {
        Field::new(name, w.t(label), Input::Choose(choices))
            .value(typed.text(name))
            .error(fault_of(errors, name))
            .required()
            .width(3)
    };
    let day = |name: &str, label: &str| {
        Field::new(name, w.t(label), Input::Date)
            .value(typed.text(name))
            .error(fault_of(errors, name))
            .required()
            .width(3)
    };
    vec![
        choose(
            "method",
            "consents-field-method",
            set_of(w, "method", Method::ALL),
        ),
        choose(
            "formality",
            "consents-field-formality",
            set_of(w, "formality", Formality::ALL),
        ),
        day("signed_on", "consents-field-signed-on"),
        day("received_on", "consents-field-received-on"),
        choose("language", "consents-field-language", languages(w)),
        choose(
            "translation",
            "consents-field-translation",
            set_of(w, "translation", Translation::ALL),
        ),
        Field::new(
            "named",
            w.t("consents-field-named"),
            Input::Choose(set_of(w, "named", RecipientNamed::ALL)),
        )
        .hint(w.t("consents-field-named-hint"))
        .value(typed.text("named"))
        .width(3),
        Field::new("document", w.t("consents-field-document"), Input::File)
            .hint(w.t("consents-field-document-hint"))
            .error(fault_of(errors, "document"))
            .width(3),
    ]
}

fn oral(w: &Words, typed: &Fields, errors: &Faults) -> Vec<Field> {
    let to = AskedTo::ALL
        .iter()
        .map(|to| match to {
            AskedTo::Office => Choice::new(to.as_str(), w.t("consents-oral-to-office")),
            AskedTo::Agency => Choice::new(to.as_str(), w.t("consents-oral-to-agency")),
        })
        .collect();
    vec![
        Field::new("oral_on", w.t("consents-oral-on"), Input::Date)
            .value(typed.text("oral_on"))
            .error(fault_of(errors, "oral_on"))
            .width(2),
        Field::new("oral_to", w.t("consents-oral-to"), Input::Choose(to))
            .value(typed.text("oral_to"))
            .error(fault_of(errors, "oral_to"))
            .width(2),
        Field::new("oral_identity", w.t("consents-oral-identity"), Input::Text)
            .hint(w.t("consents-oral-identity-hint"))
            .value(typed.text("oral_identity"))
            .error(fault_of(errors, "oral_identity"))
            .width(2),
    ]
}

/// What an agency's rules are known to ask for; what is not known is said to be not known.
fn asks(w: &Words, pack: &Pack) -> Vec<CheckLine> {
    let yes_no = |known: Option<bool>, yes: &str, no: &str, open: &str| match known {
        Some(true) => CheckLine::new(CheckState::Ok, w.t(yes)),
        Some(false) => CheckLine::new(CheckState::No, w.t(no)),
        None => CheckLine::new(CheckState::Open, w.t(open)),
    };
    let formality = match &pack.accepted_formality {
        Some(all) => {
            let all: Vec<String> = all.iter().map(|f| w.word("formality", f.as_str())).collect();
            CheckLine::new(
                CheckState::Ok,
                w.tr("consents-pack-formality", &[("kinds", all.join(", ").into())]),
            )
        }
        None => CheckLine::new(CheckState::Open, w.t("consents-pack-formality-open")),
    };
    let mut lines = vec![
        formality,
        yes_no(
            pack.accepts_digital_signature,
            "consents-pack-digital-yes",
            "consents-pack-digital-no",
            "consents-pack-digital-open",
        ),
        yes_no(
            pack.must_name_office,
            "consents-pack-name-office",
            "consents-pack-name-any",
            "consents-pack-name-open",
        ),
        yes_no(
            pack.translation_required,
            "consents-pack-translation-yes",
            "consents-pack-translation-no",
            "consents-pack-translation-open",
        ),
    ];
    if let Some(form) = &pack.form_number {
        lines.push(CheckLine::new(
            CheckState::Ask,
            w.tr("consents-pack-form", &[("form", form.into())]),
        ));
    }
    if !pack.is_confirmed() {
        lines.push(CheckLine::new(CheckState::Ask, w.t("consents-pack-unconfirmed")));
    }
    lines
}
