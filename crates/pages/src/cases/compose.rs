//! Adding to a case: each kind in its own form with its own kept draft, or with what came back to be fixed.

use std::collections::BTreeMap;

use domain::{access::Deed, drafts::Draft};
use jiff::{ToSpan, civil::Date};

use super::around::{Around, days_between, short_day};
use crate::{
    app::{Faults, Visit},
    ui::{
        composer::{Composer, ComposerKind, ComposerPanel, call_fields},
        form::{Choice, Field, Input},
    },
    words::{
        Words,
        dates::{self, Here},
    },
};

/// What was typed and refused, with why.
#[derive(Debug, Clone)]
pub struct Typed {
    pub kind: ComposerKind,
    pub fields: BTreeMap<String, String>,
    pub faults: Faults,
}

pub fn composer(
    visit: &Visit,
    here: &Here,
    around: &Around,
    open: ComposerKind,
    typed: Option<&Typed>,
) -> Composer {
    let w = visit.words;
    if !visit.actor().may(Deed::WorkCases) {
        return Composer {
            closed: w.t("cases-compose-read-only"),
            ..Composer::default()
        };
    }
    let mut panels = vec![note(visit, here, around), call(visit, here, around)];
    panels.push(letter(visit, around));
    if around.case.is_open() && visit.actor().may(Deed::AskAgencies) {
        panels.push(inquiry(visit, around));
    }
    for panel in &mut panels {
        fill(
            visit,
            here,
            panel,
            draft(around, panel.kind),
            typed.filter(|t| t.kind == panel.kind),
        );
    }
    Composer {
        chosen: typed.map_or(open, |t| t.kind),
        panels,
        closed: String::new(),
    }
}

fn draft(around: &Around, kind: ComposerKind) -> Option<&Draft> {
    around.drafts.iter().find(|draft| draft.kind == kind.as_str())
}

/// What came back to be fixed goes before what was kept: it is newer.
fn fill(visit: &Visit, here: &Here, panel: &mut ComposerPanel, draft: Option<&Draft>, typed: Option<&Typed>) {
    let w = visit.words;
    let fields = typed.map(|t| &t.fields).or(draft.map(|d| &d.fields.0));
    if let Some(fields) = fields {
        let value = |name: &str| fields.get(name).cloned().unwrap_or_default();
        panel.text = value("text");
        for field in &mut panel.fields {
            field.value = value(&field.name);
        }
        panel.follow_up_value = value("follow_up");
        panel.is_private = value("private") == "yes";
    }
    if let Some(typed) = typed {
        panel.error = typed
            .faults
            .iter()
            .map(|(_, text)| text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
    } else if let Some(draft) = draft {
        let when = dates::in_list(w, here, draft.saved_at).text;
        panel.draft_note = w.tr("cases-compose-draft-from", &[("when", when.into())]);
    }
}

fn note(visit: &Visit, here: &Here, around: &Around) -> ComposerPanel {
    let w = visit.words;
    ComposerPanel {
        kind: ComposerKind::Note,
        action: format!("/cases/{}/notes", around.case.reference),
        draft_url: format!("/drafts/note/{}", around.case.id),
        placeholder: w.tr(
            "cases-compose-note-placeholder",
            &[("name", around.called(w).into())],
        ),
        follow_up: follow_ups(visit, here, around, false),
        private_label: w.t("cases-compose-private"),
        button: w.t("cases-compose-save-note"),
        ..ComposerPanel::default()
    }
}

fn call(visit: &Visit, here: &Here, around: &Around) -> ComposerPanel {
    let w = visit.words;
    let mut with = Vec::new();
    if let Some(person) = &around.person {
        with.push(Choice::new("person", person.full_name.clone()));
    }
    with.push(Choice::new(
        "agency",
        around.case.agency.as_deref().map_or_else(
            || w.t("cases-call-agency"),
            |code| visit.house().agency_title(code),
        ),
    ));
    with.push(Choice::new("other", w.t("cases-call-somebody-else")));
    ComposerPanel {
        kind: ComposerKind::Call,
        action: format!("/cases/{}/calls", around.case.reference),
        draft_url: format!("/drafts/call/{}", around.case.id),
        placeholder: w.t("cases-compose-call-placeholder"),
        fields: call_fields(w, with)
            .into_iter()
            .chain(more_call_fields(w))
            .chain(kept_by_call(w, around))
            .collect(),
        follow_up: follow_ups(visit, here, around, true),
        button: w.t("cases-compose-save-call"),
        ..ComposerPanel::default()
    }
}

/// Who called whom, and somebody else's name.
fn more_call_fields(w: &Words) -> [Field; 2] {
    let ways = vec![
        Choice::new("out", w.t("cases-call-out")),
        Choice::new("in", w.t("cases-call-in")),
    ];
    let way = Field::new("direction", w.t("cases-call-direction"), Input::Pick(ways));
    let who = Field::new("who", w.t("cases-call-who"), Input::Text);
    [way.scope("call-").width(3), who.scope("call-").width(3)]
}

/// What a talk with the person may have done besides: passed an answer on, kept a promise.
fn kept_by_call(w: &Words, around: &Around) -> Vec<Field> {
    let mut fields = Vec::new();
    if super::strip::running(around, domain::clocks::ClockKind::TellPerson).is_some() {
        let answers = vec![
            Choice::new("yes", w.t("common-yes")),
            Choice::new("no", w.t("common-no")),
        ];
        let told = Field::new("told_answer", w.t("cases-call-told"), Input::Choose(answers));
        fields.push(told.scope("call-").width(3));
    }
    let open = |u: &&store::cases::Undertaken| {
        u.sort == "promise" && u.met_at.is_none() && u.dropped_reason.is_none()
    };
    let promises: Vec<Choice> = around
        .undertaken
        .iter()
        .filter(open)
        .map(|p| Choice::new(p.id.to_string(), p.what.clone()))
        .collect();
    if !promises.is_empty() && around.person.is_some() {
        let none = [Choice::new("", w.t("cases-call-keeps-none"))];
        let keeps = Input::Pick(none.into_iter().chain(promises).collect());
        fields.push(
            Field::new("keeps", w.t("cases-call-keeps"), keeps)
                .scope("call-")
                .width(3),
        );
    }
    fields
}

fn letter(visit: &Visit, around: &Around) -> ComposerPanel {
    let w = visit.words;
    let text = w.tr("cases-compose-letter-text", &[("name", around.called(w).into())]);
    ComposerPanel {
        kind: ComposerKind::Letter,
        button: w.t("cases-compose-write-letter"),
        link: Some((format!("/cases/{}/letters/new", around.case.reference), text)),
        ..ComposerPanel::default()
    }
}

fn inquiry(visit: &Visit, around: &Around) -> ComposerPanel {
    let w = visit.words;
    ComposerPanel {
        kind: ComposerKind::Inquiry,
        button: w.t("cases-compose-start-inquiry"),
        link: Some((
            format!("/cases/{}/inquiries/new", around.case.reference),
            w.t("cases-compose-inquiry-text"),
        )),
        ..ComposerPanel::default()
    }
}

/// When to be in touch again. A note leaves what is planned unless a day is chosen; a talk moves on by the cadence.
fn follow_ups(visit: &Visit, here: &Here, around: &Around, is_talk: bool) -> Vec<Choice> {
    let (w, case) = (visit.words, &around.case);
    if !case.is_open() {
        return Vec::new();
    }
    let today = here.today();
    let first = if is_talk {
        w.tr("cases-compose-follow-cadence", &[("n", case.cadence_days.into())])
    } else {
        w.tr(
            "cases-compose-follow-stays",
            &[("day", short_day(w, here, case.next_on).into())],
        )
    };
    let mut all = vec![Choice::new("", first)];
    for n in [1, 3, 7, 14, 28] {
        if let Ok(on) = today.checked_add(i64::from(n).days()) {
            all.push(Choice::new(
                on.to_string(),
                w.tr("cases-compose-follow-days", &[("n", n.into())]),
            ));
        }
    }
    if let Some(on) = agency_due(visit, around).filter(|on| days_between(today, *on) > 0) {
        let words = w.tr(
            "cases-compose-follow-due",
            &[("day", short_day(w, here, on).into())],
        );
        all.push(Choice::new(on.to_string(), words));
    }
    all
}

fn agency_due(visit: &Visit, around: &Around) -> Option<Date> {
    let clock = super::strip::running(around, domain::clocks::ClockKind::AgencyReply)?;
    clock.due(super::strip::calendar_of(visit, clock))
}
