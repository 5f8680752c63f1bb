//! Writes an inquiry: asks the gate as it stands, keeps it for later, or sends it at once where the gate allows it.

use actions::inquiries::{draft, send as send_act};
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Response},
};
use domain::ids::InquiryId;
use maud::Markup;
use serde::Deserialize;

use super::{
    form::{KIND, form_view, imagined, read},
    send::{field_of, how},
    view::new_inquiry_page,
    weigh::Weighing,
};
use crate::{
    app::{
        Faults, Fields, PageError, Posted, Reading, Said, Visit, again, go, go_saying, perform_keyed,
        perform_once,
    },
    cases::below::Below,
    ui::shell::Place,
    words::dates,
};

/// The version of what nobody has changed since it was put down.
const JUST_WRITTEN: i64 = 0;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    agency: String,
}

pub async fn ask(
    visit: Visit,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let below = below(&visit, &reference).await?;
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let kept = store::drafts::find(&mut look, below.case.id.0, KIND).await?;
    drop(look);
    let mut fields = Fields::default();
    let mut note = String::new();
    if let Some(draft) = kept {
        for (name, value) in &draft.fields.0 {
            // A field ticked several times is kept as lines.
            if name == "classes" {
                value.lines().for_each(|one| fields.push(name, one));
            } else {
                fields.push(name, value);
            }
        }
        let when = dates::day_and_time(visit.words, &visit.here(), draft.saved_at).text;
        note = visit.words.tr("intake-draft-from", &[("when", when.into())]);
    } else {
        let agency = Some(asked.agency).filter(|a| !a.is_empty());
        fields.push(
            "agency",
            agency.or_else(|| below.case.agency.clone()).unwrap_or_default(),
        );
    }
    Ok(page(&visit, &below, &fields, Faults::new(), note)
        .await?
        .into_response())
}

pub async fn write(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let below = below(&visit, &reference).await?;
    let fields = posted.fields;
    if fields.text("act") == "check" {
        let page = page(&visit, &below, &fields, Faults::new(), String::new()).await?;
        return Ok(page.into_response());
    }
    let sends = fields.text("act") == "send";
    let mut form = Reading::of(&visit, &fields);
    let typed = read(&mut form, None);
    let by = if sends {
        how(&visit, &mut form, &typed)
    } else {
        None
    };
    let faults = form.faults;
    let (Some(what), true) = (typed.draft(), faults.is_empty()) else {
        return shown_again(&visit, &below, &fields, faults).await;
    };
    if sends {
        // Nothing is kept as a record on the way to a refusal.
        let faults = in_the_way(&visit, &below, &fields).await?;
        if !faults.is_empty() {
            return shown_again(&visit, &below, &fields, faults).await;
        }
    }
    let id = match keep(&visit, &below, &fields, what).await {
        Ok(id) => id,
        Err(fault) => {
            let faults = visit.placed(fault, field_of)?;
            return shown_again(&visit, &below, &fields, faults).await;
        }
    };
    let to = below.url(&format!("/inquiries/{id}"));
    let Some(by) = by else {
        return Ok(go_saying(&to, &Said::new("inquiries-saved-toast")));
    };
    let what = by.of(id, JUST_WRITTEN);
    let case = below.case.reference.clone();
    let key = second_key(&fields);
    let done = perform_keyed(&visit, key, move |house, actor| async move {
        send_act(&house, &actor, &case, what).await.map(|_| ())
    });
    match done.await {
        Ok(()) => Ok(go_saying(&to, &Said::new("inquiries-sent-toast"))),
        // It is kept as a draft, whose page asks the gate anew and says what is in the way.
        Err(actions::ActionError::Refused(_) | actions::ActionError::Invalid(_)) => Ok(go(&to)),
        Err(other) => Err(other.into()),
    }
}

/// The key of the act that follows the first one.
fn second_key(fields: &Fields) -> String {
    fields.once().map(|key| format!("{key}-then")).unwrap_or_default()
}

/// Drafts the inquiry, and lets go of what was kept while it was typed.
async fn keep(
    visit: &Visit,
    below: &Below,
    fields: &Fields,
    what: actions::inquiries::DraftInquiry,
) -> Result<InquiryId, actions::ActionError> {
    let (case, about) = (below.case.reference.clone(), below.case.id.0);
    perform_once(visit, fields, move |house, actor| async move {
        let id = draft(&house, &actor, &case, what).await?;
        let mut act = house.desk().act(&actor).await?;
        act.drop_draft(about, KIND).await?;
        act.commit_operational().await?;
        Ok(id)
    })
    .await
}

/// What the gate has against it, where it has anything.
async fn in_the_way(visit: &Visit, below: &Below, fields: &Fields) -> Result<Faults, PageError> {
    let Some(inquiry) = imagined(visit, below, fields, None) else {
        return Ok(Faults::new());
    };
    let mut look = visit.house().desk().look(visit.actor()).await?;
    let weighing = Weighing::of(visit, &mut look, below, inquiry, false).await?;
    if weighing.weighed.may_go() {
        return Ok(Faults::new());
    }
    let w = visit.words;
    let said = weighing.weighed.answer.in_the_way().map(|line| {
        let text = w.explain(&visit.here(), line.fact.key(), &line.fact.args());
        ("agency".to_owned(), text)
    });
    Ok(said.collect())
}

async fn below(visit: &Visit, reference: &str) -> Result<Below, PageError> {
    let desk = visit.house().desk();
    let mut look = desk.look(visit.actor()).await?;
    let below = Below::of(&mut look, reference).await?;
    drop(look);
    if let Some(person) = &below.person {
        desk.record_read(visit.actor(), Some(below.case.id), "people", person.id.0)
            .await?;
    }
    Ok(below)
}

async fn shown_again(
    visit: &Visit,
    below: &Below,
    fields: &Fields,
    faults: Faults,
) -> Result<Response, PageError> {
    Ok(again(page(visit, below, fields, faults, String::new()).await?))
}

async fn page(
    visit: &Visit,
    below: &Below,
    fields: &Fields,
    errors: Faults,
    draft_note: String,
) -> Result<Markup, PageError> {
    let mut view = form_view(visit, below, fields, None, errors);
    view.draft_note = draft_note;
    if let Some(inquiry) = imagined(visit, below, fields, None) {
        let mut look = visit.house().desk().look(visit.actor()).await?;
        let weighing = Weighing::of(visit, &mut look, below, inquiry, false).await?;
        drop(look);
        weighing.onto(visit, below, fields, &mut view);
    }
    Ok(new_inquiry_page(&visit.shell(Place::Cases).await?, &view))
}
