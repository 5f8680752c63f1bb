//! Clocks that follow what happens.

use super::*;

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
fn the_turn_passes_with_its_event() {
    let mut ground = Ground::constituent();
    let case = ground.open().case;
    let (after, happening) = take_turn(&case, Turn::Agency).unwrap();
    assert_eq!(after.turn, Turn::Agency);
    assert_eq!(happening, Some(EventWord::TurnAgency.into()));
    assert_eq!(take_turn(&after, Turn::Agency).unwrap().1, None);
}
