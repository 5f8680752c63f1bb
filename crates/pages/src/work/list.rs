//! The rows of a day, each kind in its own words.

use domain::{
    cases::{NextAct, Urgency},
    clocks::Turn,
};
use jiff::civil::Date;
use store::{
    arrivals::ArrivalLine,
    cases::CaseLine,
    work::{DueCase, DuePromise, DueTask, WaitingReply},
};

use crate::{
    app::Visit,
    ui::{
        icon::Icon,
        list::{Row, RowKind},
        pill::{Pill, Tone},
    },
    words::{Words, dates},
};

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The person, or that nobody knows yet who it is.
pub fn who(words: &Words, person: &str) -> String {
    if person.is_empty() {
        words.t("search-person-unknown")
    } else {
        person.to_owned()
    }
}

/// The agency's name, where one is chosen.
pub fn agency(visit: &Visit, code: Option<&String>) -> Option<String> {
    code.map(|code| visit.house().agency_title(code))
}

pub fn promise_row(visit: &Visit, here: &dates::Here, today: Date, promise: &DuePromise) -> Row {
    let w = visit.words;
    let late = days_between(promise.due_on, today);
    let heard = promise
        .heard_on
        .map(|on| w.tr("work-last-heard", &[("n", days_between(on, today).into())]));
    let pill = if late > 0 {
        vec![Pill::new(
            w.tr("work-late-by", &[("n", late.into())]),
            Tone::Danger,
            Icon::Clock,
        )]
    } else {
        Vec::new()
    };
    Row {
        kind: RowKind::Late,
        href: format!("/cases/{}", promise.reference),
        name: who(w, &promise.person),
        subject: promise.title.clone(),
        meta: agency(visit, promise.agency.as_ref())
            .into_iter()
            .chain([promise.what.clone()])
            .chain(heard)
            .collect(),
        reference: promise.reference.clone(),
        when: pill
            .is_empty()
            .then(|| dates::day_in_list(w, here, promise.due_on)),
        pills: pill,
        ..Row::default()
    }
}

pub fn reply_row(visit: &Visit, here: &dates::Here, reply: &WaitingReply) -> Row {
    Row {
        kind: RowKind::Reply,
        href: format!("/arrivals/{}", reply.arrival_id),
        name: who(visit.words, &reply.person),
        subject: reply.title.clone(),
        meta: vec![reply.from_name.clone(), reply.subject.clone()],
        reference: reply.reference.clone(),
        when: Some(dates::in_list(visit.words, here, reply.received_at)),
        ..Row::default()
    }
}

pub fn arrival_row(visit: &Visit, here: &dates::Here, arrival: &ArrivalLine) -> Row {
    let from = if arrival.from_name.is_empty() {
        &arrival.from_address
    } else {
        &arrival.from_name
    };
    Row {
        kind: RowKind::Intake,
        href: format!("/arrivals/{}", arrival.id),
        name: who(visit.words, from),
        subject: arrival.subject.clone(),
        meta: vec![visit.words.t(&format!("channel-{}", arrival.channel))],
        when: Some(dates::in_list(visit.words, here, arrival.received_at)),
        ..Row::default()
    }
}

pub fn due_row(visit: &Visit, here: &dates::Here, today: Date, case: &DueCase) -> Row {
    let w = visit.words;
    let open = days_between(case.opened_on, today);
    Row {
        select: Some(format!("case:{}", case.reference)),
        kind: RowKind::Due,
        href: format!("/cases/{}", case.reference),
        name: who(w, &case.person),
        subject: case.title.clone(),
        meta: agency(visit, case.agency.as_ref())
            .into_iter()
            .chain([next_act(w, &case.next_act)])
            .collect(),
        reference: case.reference.clone(),
        when: (case.next_on < today).then(|| dates::day_in_list(w, here, case.next_on)),
        end: w.tr("work-days-open", &[("n", open.into())]),
        ..Row::default()
    }
}

pub fn task_row(visit: &Visit, here: &dates::Here, today: Date, task: &DueTask) -> Row {
    let w = visit.words;
    let late = days_between(task.due_on, today);
    let pills = if late > 0 {
        vec![Pill::new(
            w.tr("work-late-by", &[("n", late.into())]),
            Tone::Danger,
            Icon::Clock,
        )]
    } else {
        Vec::new()
    };
    Row {
        select: Some(format!("task:{}:{}", task.reference, task.id)),
        kind: RowKind::Due,
        icon: Some(Icon::CircleCheck),
        href: format!("/cases/{}", task.reference),
        name: who(w, &task.person),
        subject: task_words(w, &task.what),
        meta: vec![task.title.clone()],
        reference: task.reference.clone(),
        when: Some(dates::day_in_list(w, here, task.due_on)),
        pills,
        ..Row::default()
    }
}

/// One line of a list of cases.
pub fn case_row(visit: &Visit, here: &dates::Here, line: &CaseLine) -> Row {
    let w = visit.words;
    let mut pills = Vec::new();
    if line.urgency == Urgency::Urgent {
        pills.push(Pill::new(w.t("urgency-urgent"), Tone::Warn, Icon::TriangleAlert));
    }
    pills.push(turn_pill(w, line.turn));
    let owner = if line.owner.is_empty() {
        w.t("cases-with-nobody")
    } else {
        line.owner.clone()
    };
    Row {
        href: format!("/cases/{}", line.reference),
        name: who(w, &line.person),
        subject: line.title.clone(),
        meta: agency(visit, line.agency.as_ref())
            .into_iter()
            .chain([owner])
            // Nothing comes next on a closed case but the question whether it was solved.
            .chain(line.closed_on.is_none().then(|| next_act(w, &line.next_act)))
            .collect(),
        reference: line.reference.clone(),
        pills,
        when: Some(dates::day_in_list(
            w,
            here,
            line.closed_on.unwrap_or(line.next_on),
        )),
        ..Row::default()
    }
}

/// Whose turn it is.
pub fn turn_pill(words: &Words, turn: Turn) -> Pill {
    match turn {
        Turn::Ours => Pill::plain(words.t("cases-turn-ours")),
        Turn::Agency => Pill::new(words.t("cases-turn-agency"), Tone::Info, Icon::Hourglass),
        Turn::Person => Pill::new(words.t("turn-person"), Tone::Info, Icon::Hourglass),
    }
}

/// As [`turn_pill`], with what the person is called where they are waited for.
pub fn turn_pill_for(words: &Words, turn: Turn, called: &str) -> Pill {
    match turn {
        Turn::Ours | Turn::Agency => turn_pill(words, turn),
        Turn::Person => {
            let text = words.tr("cases-turn-person", &[("name", called.into())]);
            Pill::new(text, Tone::Info, Icon::Hourglass)
        }
    }
}

/// The next act: the house's word for it, or the worker's own.
pub fn next_act(words: &Words, next: &NextAct) -> String {
    match next {
        NextAct::Named(word) => words.t(&format!("next-{word}")),
        NextAct::Words(own) => own.clone(),
    }
}

/// A task of the model by its key, or a worker's own words.
pub fn task_words(words: &Words, what: &str) -> String {
    let key = format!("task-{what}");
    if words.has(&key) {
        words.t(&key)
    } else {
        what.to_owned()
    }
}
