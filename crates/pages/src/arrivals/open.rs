//! Opens a case from an arrival: whose it is, what they ask for, who is asked, and how soon.

use actions::{
    arrivals::{self, OpenCaseFrom, WhoseCase},
    cases::OpenCase,
    people::{NewContact, NewPerson},
};
use axum::{extract::Path, response::Response};
use domain::{
    access::Deed,
    arrivals::Arrival,
    cases::{Channel, Urgency, Visibility},
    ids::ArrivalId,
    people::{BornPrecision, ContactKind, Interpreter, Safe, SafeContact},
};

use super::{decide::again, view::ArrivalDeed};
use crate::app::{Fields, PageError, Posted, Said, Visit, go_saying, perform};

pub async fn open(visit: Visit, Path(id): Path<ArrivalId>, posted: Posted) -> Result<Response, PageError> {
    let fields = posted.fields;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let arrival = store::arrivals::one(&mut look, id)
        .await?
        .ok_or(PageError::NotFound)?;
    let files = store::arrivals::files(&mut look, &arrival).await?;
    drop(look);
    let what = match whose(&fields, &arrival) {
        Ok(whose) => OpenCaseFrom {
            whose,
            case: case(&visit, &fields),
            files: files.iter().map(|f| f.n).collect(),
        },
        Err(key) => {
            let fault = actions::ActionError::Invalid(vec![actions::FieldFault::new("about", key)]);
            return again(&visit, id, fault, ArrivalDeed::OpenCase, fields).await;
        }
    };
    let (house, actor) = (visit.house().clone(), *visit.actor());
    match perform(async move { arrivals::open_case_from(&house, &actor, id, what).await }).await {
        Ok(reference) => {
            let said = Said::new("arrivals-opened-said").undo(format!("/arrivals/{id}/undo"));
            Ok(go_saying(&format!("/cases/{reference}"), &said))
        }
        Err(fault) => again(&visit, id, fault, ArrivalDeed::OpenCase, fields).await,
    }
}

/// Whose case it is. Nothing is chosen beforehand.
fn whose(fields: &Fields, arrival: &Arrival) -> Result<WhoseCase, &'static str> {
    match fields.text("about") {
        "" => Err("arrivals-about-missing"),
        "not-known" => Ok(WhoseCase::NotKnown),
        "new" => Ok(WhoseCase::New(Box::new(writer(arrival)))),
        id => id
            .parse()
            .map(WhoseCase::Known)
            .map_err(|_| "arrivals-about-missing"),
    }
}

/// The writer as somebody new, with the address they wrote from. Whether it is safe was not asked yet.
fn writer(arrival: &Arrival) -> NewPerson {
    let name = [arrival.from_name.trim(), arrival.from_address.trim()]
        .into_iter()
        .find(|t| !t.is_empty());
    let address = arrival.from_address.trim();
    let kind = if address.contains('@') {
        ContactKind::Email
    } else {
        ContactKind::Phone
    };
    let contacts = if address.is_empty() {
        Vec::new()
    } else {
        vec![NewContact {
            kind,
            value: address.to_owned(),
            safe: Safe::Unknown,
        }]
    };
    NewPerson {
        full_name: name.unwrap_or_default().to_owned(),
        called: String::new(),
        other_names: Vec::new(),
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: arrival.language.iter().cloned().collect(),
        interpreter: Interpreter::Unknown,
        pronouns: None,
        needs: None,
        safe: SafeContact::default(),
        contacts,
    }
}

fn case(visit: &Visit, fields: &Fields) -> OpenCase {
    // Whoever works cases takes what they open; a front desk puts it in the queue.
    let takes = visit.actor().may(Deed::AskAgencies);
    OpenCase {
        programme_id: None,
        person_id: None,
        title: fields.text("ask").trim().to_owned(),
        summary: String::new(),
        agency: fields.filled("agency").map(str::to_owned),
        topic: fields.filled("topic").map(str::to_owned),
        level: fields.read("level").and_then(Result::ok),
        owner_id: takes.then(|| visit.actor().staff_id()),
        channel: Channel::Email,
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
