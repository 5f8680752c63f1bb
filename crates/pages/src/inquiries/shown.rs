//! An inquiry that went: when and on what ground, what came back and how each was learned, and what can be done now.

use std::collections::HashMap;

use domain::{
    access::Deed,
    consents::{DisclosureRecord, Step},
    ids::StaffId,
    inquiries::{AgencyChannel, Inquiry, InquiryState, Learned, Reply, ReplyKind},
};
use jiff::civil::Date;

use super::{
    open::Opened,
    view::{InquiryView, SmallForm},
};
use crate::{
    app::{Faults, Fields, Visit, fault_of},
    ui::{
        card::{Fact, MiniLine},
        choices::set_of,
        form::{Field, Input},
        icon::Icon,
        pill::{Pill, Tone},
        timeline::{Dot, Entry, TimelineItem},
    },
    words::dates,
};

pub fn sent_view(
    visit: &Visit,
    o: &Opened,
    typed: &Fields,
    errors: Faults,
    names: &HashMap<StaffId, String>,
) -> InquiryView {
    let w = visit.words;
    let inquiry = &o.inquiry;
    let agency = visit.house().agency_title(&inquiry.agency);
    let title = w.tr("inquiries-to-agency", &[("agency", (&agency).into())]);
    let mut head = o.below.head(
        visit,
        title.clone(),
        o.below.case.title.clone(),
        w.t("inquiries-the-inquiry"),
    );
    head.pills.push(state_pill(visit, inquiry));
    let asks = visit.actor().may(Deed::AskAgencies);
    let was_sent = inquiry.sent_on.is_some();
    InquiryView {
        title,
        head,
        facts: facts(visit, inquiry, names),
        text: inquiry.question.clone(),
        cites: o.disclosures.iter().flat_map(|row| cites(visit, row)).collect(),
        items: items(visit, o, &agency, names),
        documents: letter_of(visit, inquiry).into_iter().collect(),
        reply_url: (was_sent && asks).then(|| o.below.url(&format!("/inquiries/{}/reply", inquiry.id))),
        reply_fields: reply_fields(visit, typed, &errors),
        forms: if asks {
            forms(visit, o, typed, &errors)
        } else {
            Vec::new()
        },
        acts: Vec::new(),
        errors,
    }
}

fn state_pill(visit: &Visit, inquiry: &Inquiry) -> Pill {
    let w = visit.words;
    let late = inquiry.is_open() && inquiry.due_on.is_some_and(|due| due < visit.here().today());
    let (tone, icon) = match inquiry.state {
        _ if late => (Tone::Danger, Icon::AlarmClock),
        InquiryState::Draft | InquiryState::Ready => (Tone::Plain, Icon::PenLine),
        InquiryState::Sent => (Tone::Info, Icon::Hourglass),
        InquiryState::Answered => (Tone::Ok, Icon::Check),
        InquiryState::NoReply => (Tone::Warn, Icon::CircleX),
        InquiryState::Withdrawn => (Tone::Plain, Icon::Undo),
    };
    let text = if late {
        w.t("inquiries-late")
    } else {
        w.word("inquiry-state", inquiry.state.as_str())
    };
    Pill::new(text, tone, icon)
}

fn facts(visit: &Visit, inquiry: &Inquiry, names: &HashMap<StaffId, String>) -> Vec<Fact> {
    let w = visit.words;
    let here = visit.here();
    let day = |on: Date| dates::day_in_words(w, &here, on).text;
    let to = match &inquiry.liaison {
        Some(liaison) => format!("{}, {liaison}", visit.house().agency_title(&inquiry.agency)),
        None => visit.house().agency_title(&inquiry.agency),
    };
    let classes: Vec<String> = inquiry
        .data_classes
        .iter()
        .map(|class| w.word("class", class.as_str()))
        .collect();
    let mut facts = vec![
        Fact::new(w.t("inquiries-field-to"), to),
        Fact::new(
            w.t("inquiries-field-kind"),
            w.word("purpose", inquiry.purpose.as_str()),
        ),
        Fact::new(w.t("inquiries-field-classes"), classes.join(", ")),
        Fact::new(
            w.t("inquiries-field-channel"),
            w.word("way-out", inquiry.channel.as_str()),
        ),
        Fact::new(
            w.t("inquiries-fact-written"),
            names.get(&inquiry.drafted_by).cloned().unwrap_or_default(),
        ),
    ];
    let days = [
        ("inquiries-fact-sent", inquiry.sent_on),
        ("inquiries-fact-due", inquiry.due_on),
        ("inquiries-field-chase-on", inquiry.chase_on),
        ("inquiries-fact-closed", inquiry.closed_on),
    ];
    for (key, on) in days {
        if let Some(on) = on {
            facts.push(Fact::new(w.t(key), day(on)));
        }
    }
    if let Some(number) = &inquiry.agency_ref {
        facts.push(Fact::new(w.t("inquiries-field-identifier"), number.clone()));
    }
    facts
}

fn cites(visit: &Visit, row: &DisclosureRecord) -> Vec<Fact> {
    let w = visit.words;
    vec![
        Fact::new(w.t("inquiries-cites-ground"), w.word("basis", row.basis.as_str())),
        Fact::new(w.t("inquiries-gate-rule"), rules_in_words(visit, &row.rule)),
        Fact::new(w.t("inquiries-gate-version"), row.pack_version.clone()),
        Fact::new(
            w.t("inquiries-cites-at"),
            dates::day_and_time(w, &visit.here(), row.at).text,
        ),
    ]
}

/// Rules as the log keeps them, `step.field` apart by spaces, with each step in words.
fn rules_in_words(visit: &Visit, rules: &str) -> String {
    let said = rules.split(' ').map(|rule| match rule.split_once('.') {
        Some((step, field)) if step.parse::<Step>().is_ok() => {
            format!("{} ({field})", visit.words.word("step", step))
        }
        Some(_) | None => rule.to_owned(),
    });
    said.collect::<Vec<_>>().join(", ")
}

fn letter_of(visit: &Visit, inquiry: &Inquiry) -> Option<MiniLine> {
    let w = visit.words;
    let id = inquiry.letter_id?;
    let small = w.t(if inquiry.sent_on.is_some() {
        "inquiries-letter-went"
    } else {
        "inquiries-letter-waits"
    });
    Some(MiniLine::thing(Icon::Mail, w.t("inquiries-letter"), small).to(format!("/letters/{id}")))
}

/// Replies and reminders, newest first.
fn items(visit: &Visit, o: &Opened, agency: &str, names: &HashMap<StaffId, String>) -> Vec<TimelineItem> {
    let w = visit.words;
    let here = visit.here();
    let mut all: Vec<(Date, TimelineItem)> = o
        .replies
        .iter()
        .map(|reply| (reply.known_on, reply_item(visit, o, reply, agency, names)))
        .collect();
    for chase in &o.inquiry.chases {
        let text = w.tr(
            "inquiries-chased",
            &[
                ("name", names.get(&chase.by).cloned().unwrap_or_default().into()),
                ("way", w.word("way-out", chase.channel.as_str()).into()),
                ("note", chase.note.clone().unwrap_or_default().into()),
            ],
        );
        let when = dates::day_in_list(w, &here, chase.on);
        all.push((chase.on, TimelineItem::Event { text, when }));
    }
    all.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    all.into_iter().map(|(_, item)| item).collect()
}

fn reply_item(
    visit: &Visit,
    o: &Opened,
    reply: &Reply,
    agency: &str,
    names: &HashMap<StaffId, String>,
) -> TimelineItem {
    let w = visit.words;
    let here = visit.here();
    let day = |on: Date| dates::day_in_words(w, &here, on).text;
    let mut foot = vec![w.word("learned", reply.learned.as_str())];
    let mut tell = |key: &str, name: &str, value: Option<String>| {
        if let Some(value) = value {
            foot.push(w.tr(key, &[(name, value.into())]));
        }
    };
    tell("inquiries-foot-acted", "day", reply.acted_on.map(day));
    tell("inquiries-foot-expected", "day", reply.expected_on.map(day));
    tell("inquiries-foot-reason", "reason", reply.reason.clone());
    tell("inquiries-foot-referred", "body", reply.referred_to.clone());
    tell("inquiries-foot-comment", "words", reply.comment.clone());
    let recorder = names.get(&reply.recorded_by).cloned();
    tell("inquiries-foot-recorded", "name", recorder);
    for question in &reply.open_questions {
        foot.push(w.tr("inquiries-foot-open", &[("question", question.into())]));
    }
    let attachments = reply.document_id.and_then(|id| {
        let document = o.documents.iter().find(|d| d.id == id)?;
        Some((o.below.url(&format!("/documents/{id}")), document.name.clone()))
    });
    let pills = if reply.is_untold() {
        vec![Pill::new(w.t("inquiries-untold"), Tone::Warn, Icon::UserRound)]
    } else {
        Vec::new()
    };
    TimelineItem::Entry(Box::new(Entry {
        id: format!("reply-{}", reply.id),
        dot: match reply.kind {
            ReplyKind::Substantive => Dot::Good,
            ReplyKind::NoReply => Dot::Plain,
            ReplyKind::Acknowledgement
            | ReplyKind::Interim
            | ReplyKind::Partial
            | ReplyKind::Referral
            | ReplyKind::RefusalOfRelease => Dot::In,
        },
        icon: Icon::Landmark,
        who: agency.to_owned(),
        did: w.word("reply", reply.kind.as_str()),
        when: dates::day_in_list(w, &here, reply.known_on),
        text: reply.text.clone(),
        quoted: String::new(),
        attachments: attachments.into_iter().collect(),
        pills,
        foot,
        is_private: false,
    }))
}

fn reply_fields(visit: &Visit, typed: &Fields, errors: &Faults) -> Vec<Field> {
    let w = visit.words;
    let text = |name: &str, label: &str, input: Input, width: u8| {
        Field::new(name, w.t(label), input)
            .value(typed.text(name))
            .error(fault_of(errors, name))
            .width(width)
    };
    vec![
        text(
            "kind",
            "inquiries-field-reply-kind",
            Input::Choose(set_of(w, "reply", ReplyKind::ALL)),
            3,
        )
        .required(),
        text(
            "learned",
            "inquiries-field-learned",
            Input::Choose(set_of(w, "learned", Learned::ALL)),
            3,
        ),
        text("acted_on", "inquiries-field-reply-on", Input::Date, 2)
            .hint(w.t("inquiries-field-reply-on-hint")),
        text("known_on", "inquiries-field-known-on", Input::Date, 2).required(),
        text("agency_ref", "inquiries-field-reply-number", Input::Text, 2),
        text("text", "inquiries-field-reply-text", Input::Area(5), 6)
            .hint(w.t("inquiries-field-reply-text-hint")),
        text("document", "inquiries-field-document", Input::File, 3),
        text("expected_on", "inquiries-field-expected-on", Input::Date, 3)
            .hint(w.t("inquiries-field-expected-on-hint")),
        text("reason", "inquiries-field-reason", Input::Text, 3),
        text("referred_to", "inquiries-field-referred-to", Input::Text, 3),
        text(
            "open_questions",
            "inquiries-field-open-questions",
            Input::Area(2),
            6,
        )
        .hint(w.t("inquiries-field-open-questions-hint")),
        text("comment", "inquiries-field-comment", Input::Area(2), 6)
            .hint(w.t("inquiries-field-comment-hint")),
    ]
}

fn forms(visit: &Visit, o: &Opened, typed: &Fields, errors: &Faults) -> Vec<SmallForm> {
    let w = visit.words;
    let url = |act: &str| o.below.url(&format!("/inquiries/{}/{act}", o.inquiry.id));
    let has_fault = |names: &[&str]| errors.iter().any(|(field, _)| names.contains(&field.as_str()));
    let text = |name: &str, label: &str, input: Input| {
        Field::new(name, w.t(label), input)
            .value(typed.text(name))
            .error(fault_of(errors, name))
    };
    let mut forms = Vec::new();
    if o.inquiry.is_open() {
        forms.push(SmallForm {
            name: "chase",
            title: w.t("inquiries-chase"),
            url: url("chase"),
            fields: vec![
                text("chased_on", "inquiries-field-chased-on", Input::Date).required(),
                text(
                    "chase_channel",
                    "inquiries-field-channel",
                    Input::Choose(set_of(w, "way-out", AgencyChannel::ALL)),
                )
                .required(),
                text("chase_note", "inquiries-field-chase-note", Input::Text),
                text("next_on", "inquiries-field-chase-on", Input::Date),
            ],
            button: w.t("inquiries-chase-save"),
            is_open: has_fault(&["chased_on", "chase_channel", "next_on"]),
        });
        forms.push(SmallForm {
            name: "no-reply",
            title: w.t("inquiries-no-reply"),
            url: url("no-reply"),
            fields: vec![
                text("given_up_on", "inquiries-field-given-up-on", Input::Date).required(),
                text("comment", "inquiries-field-no-reply-why", Input::Text).scope("no-reply-"),
            ],
            button: w.t("inquiries-no-reply-save"),
            is_open: has_fault(&["given_up_on"]),
        });
    }
    if matches!(o.inquiry.state, InquiryState::Ready | InquiryState::Sent) {
        forms.push(withdrawing(visit, o, typed, errors));
    }
    forms
}

/// Taking it back, with a reason: also of a draft that nobody will send.
pub fn withdrawing(visit: &Visit, o: &Opened, typed: &Fields, errors: &Faults) -> SmallForm {
    let w = visit.words;
    let reason = Field::new(
        "withdraw_reason",
        w.t("inquiries-field-withdraw-reason"),
        Input::Text,
    )
    .value(typed.text("withdraw_reason"))
    .error(fault_of(errors, "withdraw_reason"))
    .required();
    SmallForm {
        name: "withdraw",
        title: w.t("inquiries-withdraw"),
        url: o.below.url(&format!("/inquiries/{}/withdraw", o.inquiry.id)),
        fields: vec![reason],
        button: w.t("inquiries-withdraw-now"),
        is_open: fault_of(errors, "withdraw_reason").is_some(),
    }
}
