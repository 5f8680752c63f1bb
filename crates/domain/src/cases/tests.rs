//! Cases opened, worked, closed and reopened under both models; each promise with the twin that breaks it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use super::guards::{Approval, ConsentKind, Facts, GateAnswer, Predicate, RiskLevel, unmet};
use super::model::{ActName, Event, EventWord, Model};
use super::promises::{DELIVERED_ON, Heard, Promising, hears_by, keep, promise, renew};
use super::*;
use crate::clocks::{Calendar, Calendars, Clock, ClockKind, ClockState, Left, Turn};
use crate::ids::{DraftId, EntryId, PersonId, ProgrammeId, PromiseId, StaffId, TaskId};
use crate::staff::Role;
use crate::tasks::{self, TaskKind, TaskRefusal};

const ANA: StaffId = StaffId(Uuid::from_u128(11));
const BEN: StaffId = StaffId(Uuid::from_u128(12));
const PERSON: PersonId = PersonId(Uuid::from_u128(21));

/// A Wednesday.
const TODAY: Date = date(2026, 11, 4);

/// What a test stands on: a model, calendars, and ids that count up.
struct Ground {
    model: Model,
    calendars: Calendars,
    weekdays: Calendar,
    next_id: u128,
}

impl Ground {
    fn new(id: &str) -> Self {
        let calendars = Calendars::builtin();
        let weekdays = calendars.newest("weekdays").unwrap().clone();
        let model = models::newest(&models::builtin(), id).unwrap().clone();
        Self {
            model,
            calendars,
            weekdays,
            next_id: 1000,
        }
    }

    fn constituent() -> Self {
        Self::new("constituent-casework")
    }

    fn social() -> Self {
        Self::new("social-casework")
    }

    /// Runs an act with the rules and fresh ids.
    fn run<T>(&mut self, act: impl FnOnce(Rules<'_>, Fresh<'_>) -> T) -> T {
        let Self {
            model,
            calendars,
            weekdays,
            next_id,
        } = self;
        let mut fresh = || {
            *next_id += 1;
            Uuid::from_u128(*next_id)
        };
        act(
            Rules {
                model,
                calendar: weekdays,
                calendars,
            },
            &mut fresh,
        )
    }

    fn open(&mut self) -> Opened {
        self.run(|rules, fresh| open(opening(), rules, &stamp(TODAY), fresh))
            .unwrap()
    }

    fn enter(&mut self, at: &At<'_>, phase: &str, reason: &str) -> Result<Entered, Refusal> {
        let entering = Entering {
            phase,
            reason,
            visits: at.visits,
            clocks: at.clocks,
            tasks: &[],
            facts: at.facts,
        };
        self.run(|rules, fresh| enter_phase(at.case, entering, rules, &stamp(TODAY), fresh))
    }

    fn close(&mut self, case: &Case, hanging: &Hanging, closing: Closing) -> Result<Closed, Refusal> {
        self.run(|rules, fresh| close(case, hanging, closing, rules, &stamp(TODAY), fresh))
    }
}

struct At<'a> {
    case: &'a Case,
    visits: &'a [PhaseVisit],
    clocks: &'a [Clock],
    facts: &'a Facts,
}

fn stamp(today: Date) -> Stamp {
    Stamp {
        by: ANA,
        now: Timestamp::from_second(1_793_800_000).unwrap(),
        today,
    }
}

fn opening() -> Opening {
    Opening {
        reference: Reference::from_random([7, 4, 2, 20, 3]),
        programme_id: ProgrammeId(Uuid::from_u128(31)),
        person_id: Some(PERSON),
        title: String::new(),
        summary:
            "My claim for disability has been waiting since March and nobody answers the telephone, and the \
                  rent is due"
                .into(),
        agency: None,
        topic: None,
        level: None,
        owner_id: None,
        channel: Channel::Email,
        urgency: Urgency::Routine,
        sensitivity: 0,
        visibility: Visibility::Open,
        flags: vec![],
        cadence_days: None,
        next: None,
    }
}

fn entry(case: &Case, kind: EntryKind, person_id: Option<PersonId>, delivered: bool) -> Entry {
    let detail = delivered.then(|| (DELIVERED_ON.to_owned(), TODAY.to_string()));
    Entry {
        id: EntryId(Uuid::from_u128(41)),
        case_id: case.id,
        kind,
        direction: Direction::Out,
        at: Timestamp::UNIX_EPOCH,
        written_at: Timestamp::UNIX_EPOCH,
        by: Some(ANA),
        person_id,
        body: "no news yet".into(),
        private: false,
        subject_id: None,
        detail: detail.into_iter().collect(),
    }
}

fn told() -> Told {
    Told::Yes {
        by: ToldBy::Letter,
        on: TODAY,
        words: "the claim was granted".into(),
    }
}

fn answers(hanging: &Hanging) -> Closing {
    Closing {
        outcome: Some(Outcome::ObtainedInFull),
        told: Some(told()),
        watch: " the first payment ".into(),
        confirmed: hanging.list().into_iter().collect(),
        ask_on: None,
    }
}

fn clock(clocks: &[Clock], kind: ClockKind) -> &Clock {
    clocks.iter().find(|clock| clock.kind == kind).unwrap()
}

fn keys(refusal: &Refusal) -> Vec<&'static str> {
    match refusal {
        Refusal::Unmet(missing) => missing.iter().map(|unmet| unmet.key).collect(),
        other => vec![other.key()],
    }
}

#[test]
fn a_case_opens_with_all_it_needs() {
    let mut ground = Ground::constituent();
    let Opened {
        case,
        visit,
        clocks,
        tasks,
        entry,
    } = ground.open();
    assert_eq!(case.phase, "intake");
    assert_eq!(
        case.title,
        "My claim for disability has been waiting since March and nobody answers the"
    );
    assert_eq!(
        (visit.n, visit.phase.as_str(), visit.left_at),
        (1, "intake", None)
    );
    // Two working days from Wednesday.
    assert_eq!(case.next_act, NextAct::Named(NextWord::FirstResponse));
    assert_eq!(case.next_on, date(2026, 11, 6));
    let federal = ground.calendars.newest("us-federal").unwrap();
    assert_eq!(
        clock(&clocks, ClockKind::FirstResponse).due(federal),
        Some(date(2026, 11, 6))
    );
    assert_eq!(
        clock(&clocks, ClockKind::HeardFromUs).due(federal),
        Some(date(2026, 11, 18))
    );
    assert_eq!(clocks.len(), 2);
    assert_eq!(
        tasks.iter().map(|task| task.what.as_str()).collect::<Vec<_>>(),
        ["acknowledge"]
    );
    assert_eq!(entry.detail.get("event").map(String::as_str), Some("case_opened"));
    assert!(!is_in_limbo(&case));
}

#[test]
fn an_urgent_case_is_answered_today() {
    let mut ground = Ground::constituent();
    let urgent = Opening {
        urgency: Urgency::Urgent,
        ..opening()
    };
    let opened = ground
        .run(|rules, fresh| open(urgent, rules, &stamp(TODAY), fresh))
        .unwrap();
    assert_eq!(opened.case.next_on, TODAY);
}

#[test]
fn a_case_is_not_opened_without_a_word_about_it() {
    let mut ground = Ground::constituent();
    for (bad, refusal) in [
        (
            Opening {
                summary: " ".into(),
                ..opening()
            },
            Refusal::TitleMissing,
        ),
        (
            Opening {
                sensitivity: 4,
                ..opening()
            },
            Refusal::SensitivityOutOfRange,
        ),
        (
            Opening {
                next: Some((NextAct::Named(NextWord::Review), date(2026, 11, 3))),
                ..opening()
            },
            Refusal::DateInPast { earliest: TODAY },
        ),
    ] {
        assert_eq!(
            ground.run(|rules, fresh| open(bad, rules, &stamp(TODAY), fresh)),
            Err(refusal)
        );
    }
}

#[test]
fn a_phase_left_before_is_entered_again_only_with_a_reason_and_as_another_visit() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let facts = Facts::of(&opened.case);
    let visits = [opened.visit];
    let at = At {
        case: &opened.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &facts,
    };
    let first = ground.enter(&at, "assessment", "").unwrap();
    assert_eq!(
        first
            .left
            .as_ref()
            .map(|visit| (visit.n, visit.left_at.is_some())),
        Some((1, true))
    );
    assert_eq!((first.visit.n, first.visit.reason.as_deref()), (2, None));
    assert_eq!(
        first
            .tasks
            .iter()
            .map(|task| task.what.as_str())
            .collect::<Vec<_>>(),
        ["choose-agency"]
    );

    let visits = [first.left.unwrap(), first.visit];
    let at = At {
        case: &first.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &facts,
    };
    assert_eq!(
        ground.enter(&at, "assessment", "").unwrap_err(),
        Refusal::AlreadyThere
    );
    assert_eq!(
        ground.enter(&at, "intake", "  ").unwrap_err(),
        Refusal::ReasonMissing
    );
    assert_eq!(
        ground.enter(&at, "nowhere", "x").unwrap_err(),
        Refusal::UnknownPhase("nowhere".into())
    );
    let missing = ground.enter(&at, "intervention", "").unwrap_err();
    assert_eq!(keys(&missing), ["guard-agency-chosen", "guard-level-known"]);
    let back = ground.enter(&at, "intake", "a new matter came up").unwrap();
    assert_eq!(
        (back.visit.n, back.visit.reason.as_deref()),
        (3, Some("a new matter came up"))
    );
    assert_eq!(back.left.map(|visit| visit.n), Some(2));
    assert_eq!(
        back.entry.detail.get("from").map(String::as_str),
        Some("assessment")
    );
}

#[test]
fn a_crisis_suspends_the_rest_until_it_is_over() {
    let mut ground = Ground::social();
    let opened = ground.open();
    let calm = Facts {
        consents: BTreeSet::from([ConsentKind::Services]),
        ..Facts::of(&opened.case)
    };
    let danger = Facts {
        risk: RiskLevel::High,
        open_risks: 1,
        ..calm.clone()
    };
    let visits = [opened.visit];
    let at = At {
        case: &opened.case,
        visits: &visits,
        clocks: &opened.clocks,
        facts: &calm,
    };
    let assessing = ground.enter(&at, "assessment", "").unwrap();
    let clocks: Vec<Clock> = opened
        .clocks
        .iter()
        .cloned()
        .chain(assessing.clocks.started)
        .collect();
    assert!(!clock(&clocks, ClockKind::Assessment).is_paused());

    let visits = [assessing.left.unwrap(), assessing.visit];
    let at = At {
        case: &assessing.case,
        visits: &visits,
        clocks: &clocks,
        facts: &calm,
    };
    assert_eq!(
        ground.enter(&at, "crisis", "").unwrap_err(),
        Refusal::OverrideNotCalled
    );
    let at = At { facts: &danger, ..at };
    let crisis = ground.enter(&at, "crisis", "").unwrap();
    assert!(
        crisis
            .clocks
            .changed
            .iter()
            .any(|clock| clock.kind == ClockKind::Assessment && clock.is_paused())
    );
    // What must be told today does not wait for a working day.
    assert!(
        crisis
            .tasks
            .iter()
            .any(|task| task.what == "tell-supervisor" && task.due_on == TODAY)
    );

    let visits = [visits[0].clone(), crisis.left.unwrap(), crisis.visit];
    let paused = crisis.clocks.changed;
    let at = At {
        case: &crisis.case,
        visits: &visits,
        clocks: &paused,
        facts: &danger,
    };
    assert_eq!(
        ground.enter(&at, "assessment", "better").unwrap_err(),
        Refusal::OverrideHolds
    );
    let at = At { facts: &calm, ..at };
    let calmer = ground.enter(&at, "assessment", "the danger is over").unwrap();
    assert!(calmer.clocks.changed.iter().all(|clock| !clock.is_paused()));
    assert_eq!(calmer.visit.n, 4);
}

#[test]
fn what_a_person_paused_the_model_does_not_resume() {
    let mut ground = Ground::social();
    let opened = ground.open();
    let began = [Event::Entered("assessment".into()).into()];
    let moves = ground.run(|rules, fresh| happen(&opened.case, &[], &began, rules, &stamp(TODAY), fresh));
    let paused = crate::clocks::pause(&moves.started[0], TODAY, "she is in hospital", ANA).unwrap();
    let over = [Event::Left("crisis".into()).into()];
    let moves =
        ground.run(|rules, fresh| happen(&opened.case, &[paused], &over, rules, &stamp(TODAY), fresh));
    assert_eq!(moves, ClockMoves::default());
}

#[test]
fn clocks_of_two_inquiries_do_not_stop_each_other() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let about = |event: EventWord, inquiry: u128| Happening {
        event: event.into(),
        subject: Some(Uuid::from_u128(inquiry)),
    };
    let sent = [about(EventWord::InquirySent, 1), about(EventWord::InquirySent, 2)];
    let clocks = ground
        .run(|rules, fresh| happen(&case, &[], &sent, rules, &stamp(TODAY), fresh))
        .started;
    assert_eq!(
        clocks.iter().map(|clock| clock.turn).collect::<Vec<_>>(),
        [Turn::Agency, Turn::Agency]
    );

    // An acknowledgement and an interim reply do not answer; only a substantive reply does.
    let not_yet = [
        about(EventWord::ReplyAcknowledged, 1),
        about(EventWord::ReplyInterim, 1),
    ];
    let moves = ground.run(|rules, fresh| happen(&case, &clocks, &not_yet, rules, &stamp(TODAY), fresh));
    assert_eq!(moves, ClockMoves::default());
    let later = stamp(date(2026, 11, 20));
    let replied = [about(EventWord::ReplySubstantive, 1)];
    let moves = ground.run(|rules, fresh| happen(&case, &clocks, &replied, rules, &later, fresh));
    assert_eq!(
        moves
            .changed
            .iter()
            .map(|clock| clock.subject)
            .collect::<Vec<_>>(),
        [Some(Uuid::from_u128(1))]
    );
    assert_eq!(
        moves.changed[0].stopped_by_event.as_deref(),
        Some("reply_substantive")
    );
    assert_eq!(
        moves.started.iter().map(|clock| clock.kind).collect::<Vec<_>>(),
        [ClockKind::TellPerson]
    );
}

#[test]
fn only_what_the_person_heard_renews_the_cadence() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let case = opened.case;
    let later = date(2026, 11, 12);
    for (kind, with, delivered, counts) in [
        (
            EntryKind::Call,
            Some(PERSON),
            false,
            Some(EventWord::TwoWayContact),
        ),
        (
            EntryKind::LetterOut,
            Some(PERSON),
            true,
            Some(EventWord::MessageDelivered),
        ), // "no news yet" too
        (EntryKind::LetterOut, Some(PERSON), false, None),
        (EntryKind::Call, None, false, None), // with the agency
        (EntryKind::Call, Some(PersonId(Uuid::from_u128(22))), false, None),
        (EntryKind::Note, Some(PERSON), true, None),
        (EntryKind::Attempt, Some(PERSON), false, None),
        (EntryKind::LetterIn, Some(PERSON), false, None),
        (EntryKind::Reply, Some(PERSON), true, None),
    ] {
        let heard = Heard::of(&case, &entry(&case, kind, with, delivered));
        assert_eq!(heard.map(Heard::event), counts, "{kind} {with:?} {delivered}");
    }
    let heard = Heard::of(&case, &entry(&case, EntryKind::Call, Some(PERSON), false)).unwrap();
    assert_eq!(hears_by(&case, &ground.weekdays), date(2026, 11, 18));
    let after = renew(&case, heard, later);
    assert_eq!(hears_by(&after, &ground.weekdays), date(2026, 11, 26));
    // Written down late, an earlier talk does not take back a later one.
    assert_eq!(renew(&after, heard, TODAY).heard_on, Some(later));
    // The clock is stopped and begins anew, and the first response is given.
    let event = [heard.event().into()];
    let clocks = opened.clocks;
    let moves = ground.run(|rules, fresh| happen(&after, &clocks, &event, rules, &stamp(later), fresh));
    assert_eq!(moves.changed.len(), 2);
    let again = clock(&moves.started, ClockKind::HeardFromUs);
    let state = again.state(later, &ground.weekdays);
    assert_eq!(
        (again.started_on, state),
        (later, ClockState::Running(Left::Days(14)))
    );
    // The twin: were every entry heard, a note to ourselves would put the promise off by eight days.
    let by_a_note = Case {
        heard_on: Some(later),
        ..case.clone()
    };
    assert!(hears_by(&by_a_note, &ground.weekdays) > hears_by(&case, &ground.weekdays));
}

#[test]
fn a_promise_is_kept_only_by_what_the_person_heard() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let promising = Promising {
        id: PromiseId(Uuid::from_u128(51)),
        what: "call her about the hearing".into(),
        due_on: date(2026, 11, 10),
        safe_way: "mobile, mornings".into(),
    };
    let made = promise(&case, &promising, &stamp(TODAY)).unwrap();
    let unsafe_way = Promising {
        safe_way: " ".into(),
        ..promising.clone()
    };
    assert_eq!(
        promise(&case, &unsafe_way, &stamp(TODAY)),
        Err(Refusal::SafeWayMissing)
    );
    let past = Promising {
        due_on: date(2026, 11, 3),
        ..promising
    };
    assert_eq!(
        promise(&case, &past, &stamp(TODAY)),
        Err(Refusal::DateInPast { earliest: TODAY })
    );
    let heard = Heard::of(&case, &entry(&case, EntryKind::Call, Some(PERSON), false)).unwrap();
    let kept = keep(&made, heard, &stamp(TODAY)).unwrap();
    assert_eq!(kept.kept_by_entry, Some(EntryId(Uuid::from_u128(41))));
    assert_eq!(keep(&kept, heard, &stamp(TODAY)), Err(Refusal::PromiseOver));
}

#[test]
fn closing_asks_three_things_and_lists_what_hangs_on_the_case() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let case = opened.case;
    let free = tasks::Setting {
        id: TaskId(Uuid::from_u128(61)),
        what: "x".into(),
        due_on: TODAY,
        assigned_to: None,
    };
    let done = tasks::finish(&tasks::set(&case, &free, &stamp(TODAY)).unwrap(), &stamp(TODAY)).unwrap();
    let hanging = Hanging {
        tasks: opened.tasks.into_iter().chain([done]).collect(),
        clocks: opened.clocks,
        promises: vec![],
        drafts: vec![DraftId(Uuid::from_u128(71))],
        visits: vec![opened.visit],
        facts: Facts::default(),
    };
    let nothing = ground.close(&case, &hanging, Closing::default()).unwrap_err();
    assert_eq!(keys(&nothing), ["guard-outcome", "guard-person-told"]);
    let blank = Closing {
        told: Some(Told::No { why: " ".into() }),
        ..answers(&hanging)
    };
    assert_eq!(
        keys(&ground.close(&case, &hanging, blank).unwrap_err()),
        ["guard-person-told"]
    );
    let other = Closing {
        outcome: Some(Outcome::GoalsMet),
        ..answers(&hanging)
    };
    assert_eq!(
        ground.close(&case, &hanging, other),
        Err(Refusal::OutcomeNotOffered(Outcome::GoalsMet))
    );

    // One task (the other is done), two clocks and a draft: shown, then confirmed at once.
    let unseen = Closing {
        confirmed: BTreeSet::new(),
        ..answers(&hanging)
    };
    assert_eq!(
        ground.close(&case, &hanging, unseen),
        Err(Refusal::Unconfirmed(hanging.list()))
    );
    assert_eq!(hanging.list().len(), 4);
    // The twin: without the comparison, a draft begun after the list was shown would vanish unseen.
    let shown: BTreeSet<Hang> = hanging.list().into_iter().collect();
    let grown = Hanging {
        drafts: vec![hanging.drafts[0], DraftId(Uuid::from_u128(72))],
        ..hanging.clone()
    };
    let stale = Closing {
        confirmed: shown,
        ..answers(&hanging)
    };
    let new_draft = Hang::Draft(DraftId(Uuid::from_u128(72)));
    assert_eq!(
        ground.close(&case, &grown, stale),
        Err(Refusal::Unconfirmed(vec![new_draft]))
    );

    let closed = ground.close(&case, &hanging, answers(&hanging)).unwrap();
    assert_eq!(closed.case.closed_on, Some(TODAY));
    assert_eq!(closed.case.watch.as_deref(), Some("the first payment"));
    assert!(closed.clocks.iter().all(|clock| clock.stopped_on == Some(TODAY)) && closed.clocks.len() == 2);
    assert!(closed.tasks.iter().all(|task| task.dropped_reason.is_some()) && closed.tasks.len() == 1);
    assert!(closed.visit.is_some_and(|visit| visit.left_at.is_some()));
    // Four weeks later, to the day: a Wednesday.
    assert_eq!(
        closed.follow_up.map(|asked| asked.ask_on),
        Some(date(2026, 12, 2))
    );
    assert_eq!(
        ground.close(&closed.case, &hanging, answers(&hanging)),
        Err(Refusal::Closed)
    );
}

#[test]
fn closing_stops_for_what_needs_its_own_decision_even_if_the_model_forgot() {
    let mut ground = Ground::constituent();
    ground.model.acts.get_mut(&ActName::Close).unwrap().needs.clear();
    let opened = ground.open();
    for (facts, key) in [
        (
            Facts {
                open_inquiries: 1,
                ..Facts::default()
            },
            "guard-open-inquiry",
        ),
        (
            Facts {
                undelivered_replies: 1,
                ..Facts::default()
            },
            "guard-undelivered-reply",
        ),
        (
            Facts {
                open_safety_plans: 1,
                ..Facts::default()
            },
            "guard-open-safety-plan",
        ),
        (
            Facts {
                open_risks: 1,
                ..Facts::default()
            },
            "guard-open-risk",
        ),
    ] {
        let hanging = Hanging {
            facts: facts.clone(),
            ..Hanging::default()
        };
        let refused = ground
            .close(&opened.case, &hanging, answers(&hanging))
            .unwrap_err();
        assert_eq!(keys(&refused), [key]);
        // The twin: the model's own conditions alone would let it through.
        assert!(unmet(ground.model.needs(ActName::Close), &facts).is_empty());
    }
}

#[test]
fn nobody_approves_their_own_closing() {
    let mut ground = Ground::social();
    let case = ground.open().case;
    let approved = |by| Hanging {
        facts: Facts {
            approvals: vec![Approval {
                role: Role::Supervisor,
                by,
            }],
            ..Facts::default()
        },
        ..Hanging::default()
    };
    let done = |hanging: &Hanging| Closing {
        outcome: Some(Outcome::GoalsMet),
        ..answers(hanging)
    };
    let own = approved(ANA);
    let refused = ground.close(&case, &own, done(&own)).unwrap_err();
    assert_eq!(keys(&refused), ["guard-approval-by-author"]);
    let other = approved(BEN);
    assert!(ground.close(&case, &other, done(&other)).is_ok());
}

#[test]
fn nobody_is_asked_when_there_is_nobody_to_ask() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let hanging = Hanging::default();
    let told = Some(Told::No {
        why: "his letters come back".into(),
    });
    for (outcome, asked) in [
        (Outcome::Died, false),
        (Outcome::NoContact, false),
        (Outcome::Withdrawn, true),
    ] {
        let closing = Closing {
            outcome: Some(outcome),
            told: told.clone(),
            ..answers(&hanging)
        };
        assert_eq!(
            ground
                .close(&case, &hanging, closing)
                .unwrap()
                .follow_up
                .is_some(),
            asked,
            "{outcome}"
        );
    }
}

#[test]
fn the_persons_answer_stands_beside_the_offices_outcome() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let hanging = Hanging::default();
    let closed = ground.close(&case, &hanging, answers(&hanging)).unwrap();
    let question = closed.follow_up.unwrap();
    assert_eq!(
        answer(&question, Solved::No, "", &stamp(TODAY)),
        Err(Refusal::NotAsked)
    );
    let asked = ask_again(&question, &stamp(TODAY)).unwrap();
    assert_eq!(ask_again(&asked, &stamp(TODAY)), Err(Refusal::AlreadyAsked));
    let silent = answer(&asked, Solved::NoAnswer, "", &stamp(TODAY)).unwrap();
    let answered = answer(&silent, Solved::No, " still no money ", &stamp(TODAY)).unwrap();
    assert_eq!(answered.answer_note.as_deref(), Some("still no money"));
    assert_eq!(
        answer(&answered, Solved::Yes, "", &stamp(TODAY)),
        Err(Refusal::AlreadyAnswered)
    );
    assert_eq!(closed.case.outcome, Some(Outcome::ObtainedInFull));
}

#[test]
fn reopening_keeps_the_former_closing() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let hanging = Hanging {
        visits: vec![opened.visit.clone()],
        clocks: opened.clocks,
        ..Hanging::default()
    };
    let closed = ground.close(&opened.case, &hanging, answers(&hanging)).unwrap();
    let visits = [closed.visit.unwrap()];
    let later = stamp(date(2026, 12, 7));
    let mut again = |case: &Case, reason: &str| {
        let reopening = Reopening {
            reason,
            phase: None,
            visits: &visits,
            clocks: &closed.clocks,
        };
        ground.run(|rules, fresh| reopen(case, reopening, rules, &later, fresh))
    };
    assert_eq!(again(&closed.case, " "), Err(Refusal::ReasonMissing));
    assert_eq!(again(&opened.case, "why"), Err(Refusal::NotClosed));
    let reopened = again(&closed.case, "the payment did not come").unwrap();
    let case = &reopened.case;
    assert!(case.is_open() && case.outcome.is_none() && case.told.is_none() && case.watch.is_none());
    assert!(!is_in_limbo(case));
    assert_eq!((reopened.visit.n, reopened.visit.phase.as_str()), (2, "intake"));
    for (name, value) in [
        ("event", "case_reopened"),
        ("reason", "the payment did not come"),
        ("former_outcome", "obtained-in-full"),
        ("former_closed_on", "2026-11-04"),
        ("former_told", "the claim was granted"),
        ("former_watch", "the first payment"),
    ] {
        assert_eq!(
            reopened.entry.detail.get(name).map(String::as_str),
            Some(value),
            "{name}"
        );
    }
    assert_eq!(
        reopened.clocks.started.iter().map(|c| c.kind).collect::<Vec<_>>(),
        [ClockKind::HeardFromUs]
    );
}

#[test]
fn a_case_is_taken_from_the_queue_and_not_from_a_colleague() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let mine = take(&case, ANA).unwrap();
    assert_eq!(take(&mine, BEN), Err(Refusal::OwnedByOther(ANA)));
    assert_eq!(take(&mine, ANA), Err(Refusal::AlreadyTheirs));
    assert_eq!(assign(&mine, BEN).unwrap().owner_id, Some(BEN));
    assert_eq!(to_queue(&mine).unwrap().owner_id, None);
}

#[test]
fn the_next_act_lies_ahead_and_says_something() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let set = |words: &str, on| set_next(&case, NextAct::Words(words.into()), on, TODAY);
    assert_eq!(set(" ", TODAY), Err(Refusal::WordsMissing));
    assert_eq!(
        set("ring", date(2026, 11, 3)),
        Err(Refusal::DateInPast { earliest: TODAY })
    );
    assert_eq!(
        set(" ring ", TODAY).unwrap().next_act,
        NextAct::Words("ring".into())
    );
    // Done and nothing named: a follow-up at the cadence, on a working day (14 days on is a Wednesday).
    let done = next_done(&case, TODAY, &ground.weekdays);
    assert_eq!(
        (done.next_act, done.next_on),
        (NextAct::Named(NextWord::FollowUp), date(2026, 11, 18))
    );
    let saturday = date(2026, 11, 7);
    assert_eq!(
        next_done(&case, saturday, &ground.weekdays).next_on,
        date(2026, 11, 23)
    );
}

#[test]
fn limbo_is_mended_and_a_late_day_stays_late() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let lost = Case {
        next_act: NextAct::Words("  ".into()),
        cadence_days: 0,
        ..case.clone()
    };
    // The twin: as it is, it is in limbo.
    assert!(is_in_limbo(&lost));
    let mut kept = lost;
    keep_out_of_limbo(&mut kept, TODAY, &ground.weekdays);
    assert!(!is_in_limbo(&kept));
    let mut late = case;
    let was_due = late.next_on;
    keep_out_of_limbo(&mut late, date(2026, 12, 24), &ground.weekdays);
    assert_eq!(late.next_on, was_due);
}

#[test]
fn the_turn_passes_with_its_event() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let (after, happening) = take_turn(&case, Turn::Agency).unwrap();
    assert_eq!(after.turn, Turn::Agency);
    assert_eq!(happening, Some(EventWord::TurnAgency.into()));
    assert_eq!(take_turn(&after, Turn::Agency).unwrap().1, None);
}

#[test]
fn buttons_say_why_not() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let visits = [opened.visit];
    let facts = Facts {
        release: GateAnswer::Refuse,
        ..Facts::of(&opened.case)
    };
    let shown = offers(&ground.model, &opened.case, &visits, &facts);
    let why = |act: ActName, to: Option<&str>| {
        let offer = shown
            .iter()
            .find(|offer| offer.act == act && offer.to.as_deref() == to)
            .unwrap();
        offer.refusal.as_ref().map(keys).unwrap_or_default()
    };
    assert_eq!(
        why(ActName::SendInquiry, None),
        ["guard-agency-chosen", "guard-release-refuse"]
    );
    assert_eq!(why(ActName::EnterPhase, Some("assessment")), Vec::<&str>::new());
    assert_eq!(
        why(ActName::EnterPhase, Some("intervention")),
        ["guard-agency-chosen", "guard-level-known"]
    );
    assert!(
        !shown
            .iter()
            .any(|offer| offer.act == ActName::Reopen || offer.act == ActName::AgreePlan)
    );
    assert_eq!(
        may(&ground.model, ActName::Reopen, &opened.case, &facts),
        Err(Refusal::NotClosed)
    );
    let closed = Case {
        closed_on: Some(TODAY),
        ..opened.case
    };
    let acts: Vec<ActName> = offers(&ground.model, &closed, &visits, &facts)
        .iter()
        .map(|offer| offer.act)
        .collect();
    assert_eq!(
        acts,
        [
            ActName::RecordReply,
            ActName::SendLetter,
            ActName::Reopen,
            ActName::FollowUp
        ]
    );
}

#[test]
fn the_table_and_the_act_agree_for_every_pair_of_phases() {
    for id in ["constituent-casework", "social-casework"] {
        let mut ground = Ground::new(id);
        let opened = ground.open();
        let table = transitions(&ground.model);
        let phases: Vec<String> = ground.model.phases.iter().map(|phase| phase.id.clone()).collect();
        for (from, to) in phases
            .iter()
            .flat_map(|from| phases.iter().map(move |to| (from, to)))
        {
            for risk in RiskLevel::ALL.iter().copied() {
                let case = Case {
                    phase: from.clone(),
                    ..opened.case.clone()
                };
                let facts = Facts {
                    person_known: true,
                    agency_chosen: true,
                    level_known: true,
                    consents: ConsentKind::ALL.iter().copied().collect(),
                    risk,
                    ..Facts::default()
                };
                let line = table
                    .iter()
                    .find(|line| line.from == *from && line.to.as_ref() == Some(to));
                let by_table = line.is_some_and(|line| unmet(&line.needs, &facts).is_empty());
                let held = ground.model.overrides(from) && ground.model.override_is_called(&facts);
                let by_act = may_enter(&case, to, &[], &ground.model, &facts).is_ok();
                assert_eq!(by_act, by_table && !held, "{id}: {from} to {to} at {risk}");
            }
        }
    }
}

#[test]
fn tasks_are_made_on_entry_offered_while_it_lasts_and_not_doubled() {
    let mut ground = Ground::constituent();
    let opened = ground.open();
    let case = Case {
        phase: "assessment".into(),
        ..opened.case
    };
    let made = ground.run(|rules, fresh| tasks::made_on_entry(&case, &[], rules, &stamp(TODAY), fresh));
    assert_eq!(
        (made.len(), made[0].kind, made[0].due_on),
        (1, TaskKind::Automatic, date(2026, 11, 6))
    );
    let again = ground.run(|rules, fresh| tasks::made_on_entry(&case, &made, rules, &stamp(TODAY), fresh));
    assert!(again.is_empty());
    let done = vec![tasks::finish(&made[0], &stamp(TODAY)).unwrap()];
    let anew = ground.run(|rules, fresh| tasks::made_on_entry(&case, &done, rules, &stamp(TODAY), fresh));
    assert_eq!(anew.len(), 1);

    let names = |tasks: &[tasks::Task]| {
        tasks::offered(&ground.model, "assessment", tasks)
            .iter()
            .map(|rule| rule.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["request-release", "collect-papers"]);
    let take_up = |ground: &mut Ground, offer: &str, tasks: &[tasks::Task]| {
        ground.run(|rules, fresh| tasks::take_up(offer, &case, tasks, rules, &stamp(TODAY), fresh))
    };
    let mut other = Ground::constituent();
    let taken = take_up(&mut other, "request-release", &[]).unwrap();
    assert_eq!((taken.assigned_to, taken.kind), (Some(ANA), TaskKind::Offered));
    assert_eq!(names(std::slice::from_ref(&taken)), ["collect-papers"]);
    let twice = take_up(&mut other, "request-release", std::slice::from_ref(&taken));
    assert_eq!(twice, Err(TaskRefusal::NotOffered));
    assert_eq!(tasks::drop_task(&taken, " "), Err(TaskRefusal::ReasonMissing));
    let dropped = tasks::drop_task(&taken, "she brought it").unwrap();
    assert_eq!(tasks::finish(&dropped, &stamp(TODAY)), Err(TaskRefusal::Over));
}

#[test]
fn what_has_a_day_does_not_wait_for_monday() {
    let mut ground = Ground::social();
    let case = Case {
        phase: "crisis".into(),
        ..ground.open().case
    };
    let saturday = date(2026, 11, 7);
    let made = ground.run(|rules, fresh| tasks::made_on_entry(&case, &[], rules, &stamp(saturday), fresh));
    let due: Vec<Date> = made.iter().map(|task| task.due_on).collect();
    assert_eq!(due, [saturday, date(2026, 11, 8)]);
}

#[test]
fn every_condition_says_what_is_missing() {
    let facts = Facts {
        needs_without_goal: 2,
        ..Facts::default()
    };
    let refused = |predicate: Predicate| predicate.ask(&facts).unwrap_err();
    let goals = refused(Predicate::EveryNeedHasAGoal);
    assert_eq!(
        (goals.key, goals.args),
        ("guard-needs-without-goal", vec![("count", "2".to_owned())])
    );
    let consent = refused(Predicate::Consent(ConsentKind::Collateral));
    assert_eq!(consent.args, [("kind", "collateral".to_owned())]);
    let risk = refused(Predicate::RiskAtLeast(RiskLevel::High));
    assert_eq!(
        risk.args,
        [("level", "high".to_owned()), ("risk", "none".to_owned())]
    );
}

/// Something a worker does.
#[derive(Debug, Clone)]
enum Deed {
    SetNext(String, i64),
    Done,
    Assign(u128),
    Queue,
    Enter(usize, String),
    Close,
    Reopen(String),
    Turn(usize),
}

fn a_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        ("[ a]{0,2}", -3..30_i64).prop_map(|(words, days)| Deed::SetNext(words, days)),
        Just(Deed::Done),
        (0..3_u128).prop_map(Deed::Assign),
        Just(Deed::Queue),
        (0..4_usize, "[ a]{0,2}").prop_map(|(phase, why)| Deed::Enter(phase, why)),
        Just(Deed::Close),
        "[ a]{0,2}".prop_map(Deed::Reopen),
        (0..3_usize).prop_map(Deed::Turn),
    ]
}

/// A case with its visits and clocks, as a store would keep them.
struct Kept {
    case: Case,
    visits: BTreeMap<i64, PhaseVisit>,
    clocks: BTreeMap<Uuid, Clock>,
}

impl Kept {
    fn keep(&mut self, case: Case, visits: impl IntoIterator<Item = PhaseVisit>, clocks: Vec<Clock>) {
        self.case = case;
        self.visits
            .extend(visits.into_iter().map(|visit| (visit.n, visit)));
        self.clocks
            .extend(clocks.into_iter().map(|clock| (clock.id.0, clock)));
    }

    /// Does a deed, or nothing when it is refused.
    fn deed(&mut self, deed: &Deed, ground: &mut Ground, today: Date) {
        let visits: Vec<PhaseVisit> = self.visits.values().cloned().collect();
        let clocks: Vec<Clock> = self.clocks.values().cloned().collect();
        let stamp = stamp(today);
        let case = self.case.clone();
        match deed {
            Deed::SetNext(words, days) => {
                let on = today.checked_add(jiff::Span::new().days(*days)).unwrap();
                self.case = set_next(&case, NextAct::Words(words.clone()), on, today).unwrap_or(case);
            }
            Deed::Done => self.case = next_done(&case, today, &ground.weekdays),
            Deed::Assign(to) => self.case = assign(&case, StaffId(Uuid::from_u128(*to))).unwrap_or(case),
            Deed::Queue => self.case = to_queue(&case).unwrap_or(case),
            Deed::Turn(turn) => self.case = take_turn(&case, Turn::ALL[*turn]).map_or(case, |(case, _)| case),
            Deed::Enter(phase, reason) => {
                let phase = ground.model.phases[*phase].id.clone();
                let facts = Facts {
                    agency_chosen: true,
                    level_known: true,
                    ..Facts::of(&case)
                };
                let (visits, clocks) = (&visits[..], &clocks[..]);
                let entering = Entering {
                    phase: &phase,
                    reason,
                    visits,
                    clocks,
                    tasks: &[],
                    facts: &facts,
                };
                if let Ok(e) = ground.run(|rules, fresh| enter_phase(&case, entering, rules, &stamp, fresh)) {
                    let moved = e.clocks.changed.into_iter().chain(e.clocks.started).collect();
                    self.keep(e.case, e.left.into_iter().chain([e.visit]), moved);
                }
            }
            Deed::Close => {
                let hanging = Hanging {
                    clocks,
                    visits,
                    ..Hanging::default()
                };
                let closing = answers(&hanging);
                if let Ok(c) =
                    ground.run(|rules, fresh| close(&case, &hanging, closing, rules, &stamp, fresh))
                {
                    self.keep(c.case, c.visit, c.clocks);
                }
            }
            Deed::Reopen(reason) => {
                let reopening = Reopening {
                    reason,
                    phase: None,
                    visits: &visits,
                    clocks: &clocks,
                };
                if let Ok(r) = ground.run(|rules, fresh| reopen(&case, reopening, rules, &stamp, fresh)) {
                    let moved = r.clocks.changed.into_iter().chain(r.clocks.started).collect();
                    self.keep(r.case, [r.visit], moved);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_done_no_case_falls_into_limbo(deeds in prop::collection::vec(a_deed(), 0..25)) {
        let mut ground = Ground::constituent();
        let opened = ground.open();
        let visits = BTreeMap::from([(1, opened.visit)]);
        let clocks = opened.clocks.into_iter().map(|clock| (clock.id.0, clock)).collect();
        let mut kept = Kept { case: opened.case, visits, clocks };
        let mut today = TODAY;
        for deed in deeds {
            kept.deed(&deed, &mut ground, today);
            today = today.tomorrow().unwrap();
            prop_assert!(!is_in_limbo(&kept.case), "{deed:?}");
            // One visit is open while the case is, in its phase; none when it is closed.
            let open: Vec<&PhaseVisit> = kept.visits.values().filter(|visit| visit.left_at.is_none()).collect();
            prop_assert_eq!(open.len(), usize::from(kept.case.is_open()), "{:?}", deed);
            prop_assert!(open.iter().all(|visit| visit.phase == kept.case.phase));
            // A closed case has an outcome and no running clock; an open one has neither outcome nor end.
            prop_assert_eq!(kept.case.outcome.is_some(), !kept.case.is_open());
            let running = kept.clocks.values().filter(|clock| clock.is_open()).count();
            prop_assert!(kept.case.is_open() || running == 0);
            prop_assert!(!kept.case.is_open() || running > 0);
        }
    }
}
