//! Opening a case, and who has it.

use super::*;

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
fn a_case_is_taken_from_the_queue_and_not_from_a_colleague() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let mine = take(&case, ANA).unwrap();
    assert_eq!(take(&mine, BEN), Err(Refusal::OwnedByOther(ANA)));
    assert_eq!(take(&mine, ANA), Err(Refusal::AlreadyTheirs));
    assert_eq!(assign(&mine, BEN).unwrap().owner_id, Some(BEN));
    assert_eq!(to_queue(&mine).unwrap().owner_id, None);
}
