//! An inquiry being written: its fields as typed, read into what the acts take, and beside it what the gate says.

use actions::inquiries::DraftInquiry;
use domain::{
    access::Deed,
    consents::{DataClass, Pack},
    ids::{InquiryId, PersonId},
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose, InquiryState, Wording},
};

use super::view::NewInquiryView;
use crate::{
    app::{Faults, Fields, Reading, Visit, fault_of},
    cases::below::Below,
    ui::{
        choices::{boxes_of, set_of},
        form::{Choice, Field, Input, Ticks},
    },
    words::Words,
};

/// The kind under which it is kept as it is typed.
pub const KIND: &str = "inquiry";

/// What was typed of an inquiry, as far as it can be read.
pub struct Typed {
    pub agency: Option<String>,
    pub words: Option<Wording>,
}

pub fn read(form: &mut Reading<'_>, agency: Option<String>) -> Typed {
    let agency = agency.or_else(|| form.needed("agency", "inquiries-field-to"));
    let purpose: Option<InquiryPurpose> = form.needed("purpose", "inquiries-field-kind");
    let channel: Option<AgencyChannel> = form.needed("channel", "inquiries-field-channel");
    let question = form.text("question");
    if question.is_none() {
        form.fault("question", "inquiry-no-question");
    }
    let words = (|| {
        Some(Wording {
            liaison: form.text("liaison"),
            purpose: purpose?,
            question: question?,
            data_classes: form.ticked("classes"),
            channel: channel?,
        })
    })();
    Typed { agency, words }
}

impl Typed {
    /// As the act of drafting takes it.
    pub fn draft(self) -> Option<DraftInquiry> {
        let words = self.words?;
        Some(DraftInquiry {
            agency: Some(self.agency?),
            liaison: words.liaison,
            purpose: words.purpose,
            question: words.question,
            data_classes: words.data_classes,
            channel: words.channel,
        })
    }
}

/// The inquiry that is being written, for the gate to be asked about: what is not chosen yet is the least there is.
pub fn imagined(visit: &Visit, below: &Below, typed: &Fields, saved: Option<&Inquiry>) -> Option<Inquiry> {
    let agency = match saved {
        Some(saved) => saved.agency.clone(),
        None => typed.filled("agency")?.to_owned(),
    };
    let classes = typed.all("classes").iter().filter_map(|c| c.parse().ok());
    Some(Inquiry {
        id: saved.map_or(InquiryId(uuid::Uuid::nil()), |saved| saved.id),
        case_id: below.case.id,
        agency,
        liaison: typed.filled("liaison").map(str::to_owned),
        purpose: typed
            .read("purpose")
            .and_then(Result::ok)
            .unwrap_or(InquiryPurpose::AskStatus),
        question: typed.text("question").to_owned(),
        data_classes: classes.collect(),
        channel: typed
            .read("channel")
            .and_then(Result::ok)
            .unwrap_or(AgencyChannel::Phone),
        state: InquiryState::Draft,
        drafted_at: visit.here().now,
        drafted_by: saved.map_or_else(|| visit.actor().staff_id(), |saved| saved.drafted_by),
        sent_on: None,
        agency_ref: None,
        due_on: None,
        chase_on: None,
        chases: Vec::new(),
        disclosure_id: None,
        letter_id: None,
        closed_on: None,
        version: saved.map_or(0, |saved| saved.version),
    })
}

/// A saved draft, as the form shows it.
pub fn fields_of(inquiry: &Inquiry) -> Fields {
    let mut fields = Fields::default();
    fields.push("agency", &inquiry.agency);
    fields.push("liaison", inquiry.liaison.clone().unwrap_or_default());
    fields.push("purpose", inquiry.purpose.as_str());
    fields.push("channel", inquiry.channel.as_str());
    fields.push("question", &inquiry.question);
    for class in &inquiry.data_classes {
        fields.push("classes", class.as_str());
    }
    fields
}

/// The form, without what the gate says.
pub fn form_view(
    visit: &Visit,
    below: &Below,
    typed: &Fields,
    saved: Option<&Inquiry>,
    errors: Faults,
) -> NewInquiryView {
    let w = visit.words;
    let agency = saved.map_or_else(|| typed.text("agency"), |saved| saved.agency.as_str());
    let pack = visit.house().packs().in_force(agency, visit.here().today());
    let new = w.t("inquiries-new");
    let title = w.tr("inquiries-for", &[("name", below.name(visit).into())]);
    let version = saved.map(|saved| ("version".to_owned(), saved.version.to_string()));
    NewInquiryView {
        title: new.clone(),
        head: below.head(visit, title, below.case.title.clone(), new),
        url: saved.map_or_else(
            || below.url("/inquiries/new"),
            |saved| below.url(&format!("/inquiries/{}/change", saved.id)),
        ),
        send_url: saved.map(|saved| below.url(&format!("/inquiries/{}/send", saved.id))),
        draft_url: match saved {
            Some(_) => String::new(),
            None => format!("/drafts/{KIND}/{}", below.case.id),
        },
        fields: fields(visit, pack, typed, saved, &errors),
        classes: Ticks {
            name: "classes".into(),
            legend: w.t("inquiries-field-classes"),
            hint: w.t("inquiries-field-classes-hint"),
            error: fault_of(&errors, "classes").unwrap_or_default().to_owned(),
            choices: boxes_of(w, "class", DataClass::ALL, typed.all("classes")),
        },
        hidden: version.into_iter().collect(),
        stays: w.t("inquiries-stays-list"),
        errors,
        ..NewInquiryView::default()
    }
}

fn fields(
    visit: &Visit,
    pack: Option<&Pack>,
    typed: &Fields,
    saved: Option<&Inquiry>,
    errors: &Faults,
) -> Vec<Field> {
    let w = visit.words;
    let text = |name: &str, label: &str, input: Input| {
        Field::new(name, w.t(label), input)
            .value(typed.text(name))
            .error(fault_of(errors, name))
    };
    let mut agency = text("agency", "inquiries-field-to", Input::Choose(agencies(visit))).width(4);
    agency.disabled = saved.is_some();
    if let Some(saved) = saved {
        agency = agency.value(saved.agency.clone());
    }
    vec![
        agency,
        text("chase_on", "inquiries-field-chase-on", Input::Date)
            .hint(w.t("inquiries-field-chase-hint-new"))
            .width(2),
        text(
            "purpose",
            "inquiries-field-kind",
            Input::Choose(set_of(w, "purpose", InquiryPurpose::ALL)),
        )
        .width(3),
        text(
            "channel",
            "inquiries-field-channel",
            Input::Choose(channels(w, pack)),
        )
        .width(3),
        text("liaison", "inquiries-field-liaison", Input::Text)
            .hint(known_liaisons(w, pack))
            .width(3),
        text("to_address", "inquiries-field-address", Input::Email)
            .hint(w.t("inquiries-field-address-hint"))
            .width(3),
        text("sent_on", "inquiries-field-sent-on", Input::Date)
            .hint(w.t("inquiries-field-sent-on-hint"))
            .width(3),
        text("question", "inquiries-field-question", Input::Area(6))
            .hint(w.t("inquiries-field-question-hint"))
            .width(6),
    ]
}

fn agencies(visit: &Visit) -> Vec<Choice> {
    let packs = visit.house().packs().all_in_force(visit.here().today());
    let mut all: Vec<Choice> = packs
        .into_iter()
        .map(|pack| Choice::new(pack.agency.clone(), pack.title.clone()))
        .collect();
    all.sort_by(|a, b| a.text.cmp(&b.text));
    all
}

/// The ways an agency takes inquiries, where its pack says; else every way there is.
fn channels(w: &Words, pack: Option<&Pack>) -> Vec<Choice> {
    match pack.and_then(|pack| pack.submit_channel.as_ref()) {
        Some(accepted) => set_of(w, "way-out", accepted),
        None => set_of(w, "way-out", AgencyChannel::ALL),
    }
}

fn known_liaisons(w: &Words, pack: Option<&Pack>) -> String {
    let known: Vec<String> = pack
        .map(|pack| pack.liaison.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|one| match &one.email {
            Some(email) => format!("{} ({email})", one.name),
            None => one.name.clone(),
        })
        .collect();
    if known.is_empty() {
        String::new()
    } else {
        w.tr("inquiries-known-liaisons", &[("names", known.join(", ").into())])
    }
}

/// Those who may decide against the gate, by name, but for whoever wrote the inquiry.
pub fn holders(everybody: &[domain::staff::Staff], but: domain::ids::StaffId) -> String {
    let holds = everybody
        .iter()
        .filter(|who| who.is_active() && who.id != but && domain::access::may(who.role, Deed::OverrideGate))
        .map(|who| who.name.as_str());
    holds.collect::<Vec<_>>().join(", ")
}

/// Whose data an inquiry is about: the case's person.
pub fn subject_of(below: &Below) -> Option<PersonId> {
    below.case.person_id
}
