//! Begins a letter to the person of a case: from words somebody approved, in their language, or from an empty page.
//! It becomes a draft that is read over before it goes.

use std::collections::BTreeMap;

use actions::letters::{DraftLetter, Receiver, Words as LetterWords, draft, templates};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::{
    inquiries::Reply,
    letters::{Field as Blank, PaperOnly, Template, ToKind, find_template},
    people::Way,
};
use maud::Markup;
use serde::Deserialize;

use super::{
    safe::answer_of,
    view::{LetterForm, letter_page},
};
use crate::{
    app::{Faults, Fields, PageError, Posted, Reading, Visit, again, fault_of, go, perform_once},
    cases::below::Below,
    ui::{
        card::MiniLine,
        choices::set_of,
        form::{Choice, Field, Input, Ticks},
        icon::Icon,
        shell::Place,
    },
    words::dates,
};

/// How a letter can go; a call is recorded on the case, not written here.
const WAYS: [Way; 3] = [Way::Email, Way::Post, Way::Text];

/// The draft's kind, as it is kept while typed.
const KIND: &str = "letter";

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    template: String,
    #[serde(default)]
    way: String,
}

/// What the form needs to know of the case.
struct Known {
    below: Below,
    untold: Vec<Reply>,
}

pub async fn ask(
    visit: Visit,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let known = known(&visit, &reference).await?;
    let mut fields = Fields::default();
    let mut note = String::new();
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let kept = store::drafts::find(&mut look, known.below.case.id.0, KIND).await?;
    drop(look);
    if let Some(draft) = kept.filter(|_| asked.template.is_empty()) {
        for (name, value) in &draft.fields.0 {
            // A field ticked several times is kept as lines.
            if name == "tells_of" {
                value.lines().for_each(|one| fields.push(name, one));
            } else {
                fields.push(name, value);
            }
        }
        let when = dates::day_and_time(visit.words, &visit.here(), draft.saved_at).text;
        note = visit.words.tr("intake-draft-from", &[("when", when.into())]);
    } else {
        fields.push("template", &asked.template);
        fields.push("way", &asked.way);
    }
    let page = page(&visit, &known, &fields, Faults::new(), note).await?;
    Ok(page.into_response())
}

pub async fn begin(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let known = known(&visit, &reference).await?;
    let fields = posted.fields;
    let what = match read(&visit, &known, &fields) {
        Ok(what) => what,
        Err(faults) => return Ok(again(page(&visit, &known, &fields, faults, String::new()).await?)),
    };
    let (case, about) = (known.below.case.reference.clone(), known.below.case.id.0);
    let done = perform_once(&visit, &fields, move |house, actor| async move {
        let letter = draft(&house, &actor, &case, what).await?;
        let mut act = house.desk().act(&actor).await?;
        act.drop_draft(about, KIND).await?;
        act.commit_operational().await?;
        Ok(letter)
    });
    match done.await {
        Ok(letter) => Ok(go(&format!("/letters/{letter}"))),
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            Ok(again(page(&visit, &known, &fields, faults, String::new()).await?))
        }
    }
}

fn field_of(key: &str) -> &'static str {
    match key {
        "template-paper-only" => "way",
        _ => "template",
    }
}

async fn known(visit: &Visit, reference: &str) -> Result<Known, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let below = Below::of(&mut look, reference).await?;
    let replies = store::inquiries::replies(&mut look, &below.case).await?;
    drop(look);
    if let Some(person) = &below.person {
        desk.record_read(visit.actor(), Some(below.case.id), "people", person.id.0)
            .await?;
    }
    let untold = replies.into_iter().filter(Reply::is_untold).collect();
    Ok(Known { below, untold })
}

/// The approved words for a person, in their language.
fn approved<'t>(below: &Below, id: &str) -> Option<&'t Template> {
    let languages = below
        .person
        .as_ref()
        .map(|p| p.languages.clone())
        .unwrap_or_default();
    find_template(templates(), id, &languages).filter(|t| t.to != ToKind::Agency)
}

/// Blanks the house cannot fill by itself.
fn blanks(template: &Template) -> Vec<Blank> {
    template
        .fields()
        .into_iter()
        .filter(|blank| match blank {
            Blank::OtherOffice | Blank::OutcomeTold | Blank::NextSteps => true,
            Blank::Called
            | Blank::StaffName
            | Blank::OfficeName
            | Blank::OfficePhone
            | Blank::Reference
            | Blank::NextWordOn
            | Blank::AgencyTitle
            | Blank::Liaison
            | Blank::SubjectName
            | Blank::Question
            | Blank::Matter => false,
        })
        .collect()
}

fn read(visit: &Visit, known: &Known, fields: &Fields) -> Result<DraftLetter, Faults> {
    let mut form = Reading::of(visit, fields);
    let way: Option<Way> = form.needed("way", "letters-field-way");
    let id = form.text("template").unwrap_or_default();
    let words = match approved(&known.below, &id) {
        Some(template) => {
            let mut given = BTreeMap::new();
            for blank in blanks(template) {
                let label = format!("letters-blank-{}", blank.as_str().replace('_', "-"));
                if let Some(text) = form.needed::<String>(blank.as_str(), &label) {
                    given.insert(blank, text);
                }
            }
            LetterWords::Template { id, fields: given }
        }
        None => {
            let subject: Option<String> = form.needed("subject", "letters-field-subject");
            let body: Option<String> = form.needed("text", "letters-field-text");
            LetterWords::Own {
                subject: subject.unwrap_or_default(),
                body: body.unwrap_or_default(),
            }
        }
    };
    match way {
        Some(way) if form.faults.is_empty() => Ok(DraftLetter {
            to: Receiver::Person,
            way,
            to_address: form.text("to_address"),
            words,
            in_reply_to: None,
            tells_of: form.ticked("tells_of"),
        }),
        Some(_) | None => Err(form.faults),
    }
}

async fn page(
    visit: &Visit,
    known: &Known,
    typed: &Fields,
    errors: Faults,
    draft_note: String,
) -> Result<Markup, PageError> {
    let w = visit.words;
    let below = &known.below;
    let title = w.t("letters-new");
    let chosen = approved(below, typed.text("template"));
    let ways: Vec<Way> = typed
        .read("way")
        .and_then(Result::ok)
        .map_or_else(|| WAYS.to_vec(), |way| vec![way]);
    let view = LetterForm {
        title: title.clone(),
        head: below.head(
            visit,
            w.tr("letters-to-name", &[("name", below.name(visit).into())]),
            String::new(),
            title,
        ),
        url: below.url("/letters/new"),
        draft_url: Some(format!("/drafts/{KIND}/{}", below.case.id)),
        draft_note,
        fields: letter_fields(visit, below, chosen, typed, &errors),
        tells_of: tells_of(visit, known, typed),
        safe: ways
            .into_iter()
            .flat_map(|way| answer_of(visit, below, way).lines)
            .collect(),
        templates: links(visit, below),
        errors,
    };
    Ok(letter_page(&visit.shell(Place::Cases).await?, &view))
}

fn letter_fields(
    visit: &Visit,
    below: &Below,
    chosen: Option<&Template>,
    typed: &Fields,
    errors: &Faults,
) -> Vec<Field> {
    let w = visit.words;
    let mut starts = vec![Choice::new("", w.t("letters-field-template-none"))];
    starts.extend(
        names(visit, below)
            .into_iter()
            .map(|(id, name)| Choice::new(id, name)),
    );
    let mut fields = vec![
        Field::new("template", w.t("letters-field-template"), Input::Pick(starts))
            .value(typed.text("template"))
            .error(fault_of(errors, "template"))
            .width(6),
        Field::new(
            "way",
            w.t("letters-field-way"),
            Input::Choose(set_of(w, "way", &WAYS)),
        )
        .value(typed.text("way"))
        .error(fault_of(errors, "way"))
        .required()
        .width(2),
        Field::new("to_address", w.t("letters-field-address"), Input::Text)
            .hint(w.t("letters-field-address-hint"))
            .value(typed.text("to_address"))
            .error(fault_of(errors, "to_address"))
            .width(4),
    ];
    let Some(template) = chosen else {
        fields.extend(own_words(visit, typed, errors));
        return fields;
    };
    for blank in blanks(template) {
        let name = blank.as_str();
        let label = format!("letters-blank-{}", name.replace('_', "-"));
        fields.push(Field {
            lang: template.language.clone(),
            ..Field::new(name, w.t(&label), Input::Area(4))
                .value(typed.text(name))
                .error(fault_of(errors, name))
                .width(6)
        });
    }
    fields
}

fn own_words(visit: &Visit, typed: &Fields, errors: &Faults) -> [Field; 2] {
    let w = visit.words;
    [
        Field::new("subject", w.t("letters-field-subject"), Input::Text)
            .hint(w.t("letters-field-subject-hint"))
            .value(typed.text("subject"))
            .error(fault_of(errors, "subject"))
            .width(6),
        Field::new("text", w.t("letters-field-text"), Input::Area(10))
            .value(typed.text("text"))
            .error(fault_of(errors, "text"))
            .width(6),
    ]
}

fn tells_of(visit: &Visit, known: &Known, typed: &Fields) -> Option<Ticks> {
    let w = visit.words;
    let choices: Vec<_> = known
        .untold
        .iter()
        .map(|reply| {
            let day = dates::day_in_list(w, &visit.here(), reply.known_on).text;
            let text = format!("{day}: {}", w.word("reply", reply.kind.as_str()));
            let id = reply.id.to_string();
            let is_ticked = typed.all("tells_of").contains(&id);
            (id, text, is_ticked)
        })
        .collect();
    (!choices.is_empty()).then(|| Ticks {
        name: "tells_of".into(),
        legend: w.t("letters-tells-of"),
        hint: w.t("letters-tells-of-hint"),
        choices,
        ..Ticks::default()
    })
}

/// The approved words there are for this person: id, and the subject in the worker's own language.
fn names(visit: &Visit, below: &Below) -> Vec<(String, String)> {
    let w = visit.words;
    let mut ids: Vec<&str> = templates().iter().map(|t| t.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mine = [w.lang().code().to_owned()];
    ids.into_iter()
        .filter(|id| approved(below, id).is_some())
        .map(|id| {
            let shown = find_template(templates(), id, &mine);
            let subject = shown.map_or(id, |t| t.subject.as_str());
            let paper = shown.is_some_and(|t| t.paper_only == PaperOnly::Post);
            let name = if paper {
                w.tr("letters-template-on-paper", &[("name", subject.into())])
            } else {
                subject.to_owned()
            };
            (id.to_owned(), name)
        })
        .collect()
}

fn links(visit: &Visit, below: &Below) -> Vec<MiniLine> {
    let w = visit.words;
    names(visit, below)
        .into_iter()
        .map(|(id, name)| {
            let language = approved(below, &id).map_or("en", |t| t.language.as_str());
            let small = w.t(if language == "es" {
                "language-es"
            } else {
                "language-en"
            });
            let href = below.url(&format!("/letters/new?template={id}"));
            MiniLine::thing(Icon::FileText, name, small).to(href)
        })
        .collect()
}
