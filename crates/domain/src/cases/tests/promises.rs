//! Promises, kept only by what the person heard.

use super::*;

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
