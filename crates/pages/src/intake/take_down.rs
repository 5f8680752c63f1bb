//! Takes a call or a walk-in down. Only what is happening is needed; the rest may follow.

use actions::{
    ActionError,
    arrivals::{Likely, TakeDown, WhoseCase, take_down as take, who_fits},
    cases::OpenCase,
    people::{NewContact, NewPerson},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    arrivals::{ArrivalChannel, MatterKind},
    cases::{Channel, Urgency, Visibility},
    people::{BornPrecision, ContactKind, Interpreter, Safe, SafeContact, Way},
};

use super::{ask::ABOUT, form::view_of, view::intake_page};
use crate::{
    app::{Fields, PageError, Posted, Said, Visit, go_saying, in_words, perform},
    ui::shell::Place,
};

pub async fn take_down(visit: Visit, posted: Posted) -> Result<Response, PageError> {
    let fields = posted.fields;
    let errors = faults(&visit, &fields);
    if !errors.is_empty() {
        return again(&visit, &fields, errors, Vec::new()).await;
    }
    let opens = fields.text("act") == "open";
    if opens && fields.text("known").is_empty() {
        let likely = likely(&visit, &fields).await?;
        if !likely.is_empty() {
            // Never merged silently: a person says whether it is one of these.
            let ask = vec![("known".to_owned(), visit.words.t("intake-known-missing"))];
            return again(&visit, &fields, ask, likely).await;
        }
    }
    let what = what(&visit, &fields, opens);
    let (house, actor) = (visit.house().clone(), *visit.actor());
    let done = perform(async move {
        let taken = take(&house, &actor, what).await?;
        let mut act = house.desk().act(&actor).await?;
        act.drop_draft(ABOUT, "intake").await?;
        act.commit_operational().await?;
        Ok(taken)
    })
    .await;
    match done {
        Ok(taken) => Ok(match taken.case {
            Some(reference) => go_saying(&format!("/cases/{reference}"), &Said::new("arrivals-opened-said")),
            None => go_saying("/arrivals", &Said::new("intake-saved-toast")),
        }),
        Err(ActionError::Refused(refused)) => {
            let errors = refused
                .iter()
                .map(|r| ("story".to_owned(), in_words(visit.words, &visit.here(), r)))
                .collect();
            again(&visit, &fields, errors, Vec::new()).await
        }
        Err(ActionError::Invalid(faults)) => {
            let told = |f: actions::FieldFault| {
                let field = if f.field == "full_name" { "name" } else { f.field };
                (
                    field.to_owned(),
                    in_words(
                        visit.words,
                        &visit.here(),
                        &actions::Refused {
                            key: f.key,
                            args: f.args,
                        },
                    ),
                )
            };
            let errors = faults.into_iter().map(told).collect();
            again(&visit, &fields, errors, Vec::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn again(
    visit: &Visit,
    fields: &Fields,
    errors: Vec<(String, String)>,
    likely: Vec<Likely>,
) -> Result<Response, PageError> {
    let shell = visit.shell(Place::Intake).await?;
    let view = view_of(visit, fields, errors, &likely, String::new());
    Ok((StatusCode::UNPROCESSABLE_ENTITY, intake_page(&shell, &view)).into_response())
}

fn faults(visit: &Visit, fields: &Fields) -> Vec<(String, String)> {
    let mut errors = Vec::new();
    if fields.filled("story").is_none() {
        errors.push(("story".to_owned(), visit.words.t("intake-story-missing")));
    }
    if matches!(fields.read::<jiff::civil::Date>("deadline_on"), Some(Err(_))) {
        errors.push(("deadline_on".to_owned(), visit.words.t("field-date-unreadable")));
    }
    errors
}

/// People the one it is about may be, by name and number.
async fn likely(visit: &Visit, fields: &Fields) -> Result<Vec<Likely>, PageError> {
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let mut found: Vec<Likely> = Vec::new();
    for reach in [fields.text("email"), fields.text("phone")] {
        found.extend(
            who_fits(
                &mut look,
                fields.text("name").trim(),
                reach.trim(),
                visit.here().today(),
            )
            .await?,
        );
    }
    found.sort_by_key(|l| (std::cmp::Reverse(l.found.points), l.person.id));
    found.dedup_by_key(|l| l.person.id);
    Ok(found)
}

fn what(visit: &Visit, fields: &Fields, opens: bool) -> TakeDown {
    let channel = if fields.text("channel") == "walk-in" {
        ArrivalChannel::WalkIn
    } else {
        ArrivalChannel::Phone
    };
    let reach = fields
        .filled("phone")
        .or_else(|| fields.filled("email"))
        .unwrap_or_default()
        .to_owned();
    let caller = fields
        .filled("caller")
        .or_else(|| fields.filled("name"))
        .unwrap_or_default()
        .to_owned();
    TakeDown {
        channel,
        name: caller,
        reach,
        subject: String::new(),
        text: story(visit, fields),
        kind: if opens {
            MatterKind::Casework
        } else {
            MatterKind::NotKnown
        },
        language: fields.filled("language").map(str::to_owned),
        due_hint_on: fields.read("deadline_on").and_then(Result::ok),
        open: opens.then(|| (whose(fields), case(visit, fields, channel))),
    }
}

/// The story, with danger in its first line where there is any.
fn story(visit: &Visit, fields: &Fields) -> String {
    let story = fields.text("story").trim();
    match fields.filled("danger") {
        Some(danger) => format!("{} {danger}\n\n{story}", visit.words.t("intake-field-danger")),
        None => story.to_owned(),
    }
}

fn whose(fields: &Fields) -> WhoseCase {
    match fields.text("known") {
        "not-known" => WhoseCase::NotKnown,
        id if id != "new" && !id.is_empty() => id.parse().map_or(WhoseCase::NotKnown, WhoseCase::Known),
        _ => match fields.filled("name") {
            Some(name) => WhoseCase::New(Box::new(person(name, fields))),
            None => WhoseCase::NotKnown,
        },
    }
}

fn person(name: &str, fields: &Fields) -> NewPerson {
    let contact = |kind: ContactKind, field: &str, safe: Safe| {
        fields.filled(field).map(|value| NewContact {
            kind,
            value: value.to_owned(),
            safe,
        })
    };
    let contacts = [
        contact(ContactKind::Mobile, "phone", answered(fields, "call")),
        contact(ContactKind::Email, "email", Safe::Unknown),
        contact(ContactKind::Post, "address", answered(fields, "post")),
    ];
    NewPerson {
        full_name: name.to_owned(),
        called: fields.text("called").trim().to_owned(),
        other_names: Vec::new(),
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: fields.filled("language").map(str::to_owned).into_iter().collect(),
        interpreter: Interpreter::Unknown,
        pronouns: None,
        needs: None,
        safe: safe_contact(fields),
        contacts: contacts.into_iter().flatten().collect(),
    }
}

fn answered(fields: &Fields, name: &str) -> Safe {
    match fields.text(name) {
        "yes" => Safe::Yes,
        "no" => Safe::No,
        // Not asked means ask, not send.
        _ => Safe::Unknown,
    }
}

fn safe_contact(fields: &Fields) -> SafeContact {
    let ways = [
        ("text", Way::Text),
        ("call", Way::Phone),
        ("voicemail", Way::Voicemail),
        ("post", Way::Post),
    ];
    let text = |name: &str| fields.filled(name).map(str::to_owned);
    SafeContact {
        ways: ways
            .into_iter()
            .map(|(name, way)| (way, answered(fields, name)))
            .filter(|(_, s)| *s != Safe::Unknown)
            .collect(),
        hours: text("hours"),
        words_not_to_say: text("words"),
        who_else_may_pick_up: text("others"),
        nothing_by_post: fields.text("post") == "no",
        asked_on: None,
    }
}

fn case(visit: &Visit, fields: &Fields, channel: ArrivalChannel) -> OpenCase {
    OpenCase {
        programme_id: None,
        person_id: None,
        title: String::new(),
        summary: fields.text("story").trim().to_owned(),
        agency: fields.filled("agency").map(str::to_owned),
        topic: None,
        level: fields.read("level").and_then(Result::ok),
        owner_id: (fields.text("hand_to") == "me").then(|| visit.actor().staff_id()),
        channel: if channel == ArrivalChannel::WalkIn {
            Channel::WalkIn
        } else {
            Channel::Phone
        },
        urgency: fields
            .read("soon")
            .and_then(Result::ok)
            .unwrap_or(Urgency::Routine),
        sensitivity: 0,
        visibility: Visibility::Open,
        flags: Vec::new(),
        next: None,
    }
}
