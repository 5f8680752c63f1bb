//! People: how they may be reached, their sealed numbers, and who somebody may be.

use actions::{
    ActionError,
    people::{
        AddContactPoint, Asked, add_contact_point, add_identifier, mark_unsafe, matches, record_safe_contact,
        reveal_identifier,
    },
};
use domain::{
    ids::{ContactPointId, LetterId, PersonId},
    letters::{Letter, LetterState, ToKind},
    people::{ContactKind, IdentifierKind, Safe, SafeContact, Way},
};
use insight::people::Likeness;
use jiff::civil::date;
use testkit::{
    both_engines,
    builders::{a_case, a_person},
    house::TestHouse,
};

async fn points(test: &TestHouse, person: PersonId) -> Vec<domain::people::ContactPoint> {
    let actor = test.caseworker();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let seen = look.person(person).await.expect("an answer").expect("a person");
    store::people::contact_points(&mut look, &seen)
        .await
        .expect("contact points")
}

/// A letter on its way, as the room of letters leaves it.
async fn queued_letter(test: &TestHouse, person: PersonId, address: &str) -> LetterId {
    let mut act = test.desk().act(&test.machinery()).await.expect("an act");
    let letter = Letter {
        id: LetterId(act.new_id()),
        case_id: None,
        person_id: Some(person),
        to_kind: ToKind::Person,
        to_name: "Rosa Delgado".into(),
        to_address: address.into(),
        way: Way::Email,
        template: None,
        template_version: None,
        language: "en".into(),
        subject: "A letter from us".into(),
        body: "Please call us.".into(),
        state: LetterState::Queued,
        message_id: None,
        thread_token: None,
        in_reply_to: None,
        disclosure_id: None,
        drafted_at: act.now(),
        drafted_by: test.caseworker().staff_id(),
        signed_off_by: None,
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: Some(act.now()),
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 0,
    };
    act.insert(&letter).await.expect("a letter");
    let deed = store::ledger::Deed {
        action: "test.letter",
        object: "letters",
        object_id: letter.id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.expect("a commit");
    letter.id
}

async fn state(test: &TestHouse, letter: LetterId) -> LetterState {
    let mut act = test.desk().act(&test.machinery()).await.expect("an act");
    act.letter(letter)
        .await
        .expect("an answer")
        .expect("a letter")
        .state
}

both_engines! {
    async fn nothing_more_goes_to_an_address_once_it_is_unsafe(test) {
        let rosa = a_person("Rosa Delgado").at("rosa@delgado.example").at("rosa.new@delgado.example").open(&test).await;
        let old = queued_letter(&test, rosa, "Rosa@Delgado.example").await;
        let new = queued_letter(&test, rosa, "rosa.new@delgado.example").await;
        let point = points(&test, rosa).await.into_iter().find(|p| p.norm == "rosa@delgado.example").expect("the old one");
        let held = mark_unsafe(&test.house, &test.intake(), rosa, point.id, "He reads it").await.expect("marked");
        assert_eq!(held, 1);
        assert_eq!(state(&test, old).await, LetterState::Held);
        assert_eq!(state(&test, new).await, LetterState::Queued, "the other goes");
        let after = points(&test, rosa).await;
        assert_eq!(after.iter().find(|p| p.id == point.id).map(|p| p.safe), Some(Safe::No));
        test.verify().await;
    }

    async fn a_way_that_is_not_safe_any_more_holds_what_goes_by_it(test) {
        let rosa = a_person("Rosa Delgado").at("rosa@delgado.example").open(&test).await;
        let letter = queued_letter(&test, rosa, "rosa@delgado.example").await;
        let safe = |answer| SafeContact { ways: [(Way::Email, answer)].into(), ..SafeContact::default() };
        let (house, worker) = (&test.house, test.caseworker());
        assert_eq!(record_safe_contact(house, &worker, rosa, 0, safe(Safe::Yes)).await.expect("said"), 0);
        assert_eq!(state(&test, letter).await, LetterState::Queued);
        let stale = record_safe_contact(house, &worker, rosa, 0, safe(Safe::No)).await;
        assert!(matches!(stale, Err(ActionError::Conflict)), "who did not see the last answer does not overrule it");
        assert_eq!(record_safe_contact(house, &worker, rosa, 1, safe(Safe::No)).await.expect("said"), 1);
        assert_eq!(state(&test, letter).await, LetterState::Held);
    }

    async fn a_number_is_sealed_found_exactly_and_shown_only_with_a_reason(test) {
        let (house, worker) = (&test.house, test.caseworker());
        let rosa = a_person("Rosa Delgado").open(&test).await;
        let wrong = add_identifier(house, &worker, rosa, IdentifierKind::Ssn, ("000-12-3456", None)).await;
        assert!(matches!(wrong, Err(ActionError::Invalid(_))), "{wrong:?}");
        let id = add_identifier(house, &worker, rosa, IdentifierKind::Ssn, ("078-05-1120", Some("ssa"))).await.expect("sealed");
        let again = add_identifier(house, &worker, rosa, IdentifierKind::Ssn, ("078051120", None)).await.expect("known");
        assert_eq!(again, id, "the same number is one");
        let mut look = test.desk().look(&worker).await.expect("a look");
        let seen = look.person(rosa).await.expect("an answer").expect("a person");
        let stored = store::people::identifiers(&mut look, &seen).await.expect("numbers").remove(0);
        assert_eq!(stored.last4, "1120");
        assert!(!stored.sealed.windows(9).any(|w| w == b"078051120"));
        let mut found = 0;
        for blind in house.blind_indexes(test.office, "078-05-1120") {
            found += store::search::by_identifier(&mut look, &blind).await.expect("a look-up").len();
        }
        assert_eq!(found, 1, "an exact number finds its person");
        let found = store::search::search(&mut look, "078051120", 10).await.expect("a search");
        assert!(found.people.is_empty() && found.notes.is_empty(), "no number is in the index");
        drop(look);
        assert!(reveal_identifier(house, &worker, rosa, id, " ").await.is_err());
        let before = test.verify().await;
        let shown = reveal_identifier(house, &worker, rosa, id, "for the inquiry").await.expect("shown");
        assert_eq!(shown, "078051120");
        let after = test.verify().await;
        assert_eq!(after.reads, before.reads + 1, "who looked is on record");
        assert!(after.lines > before.lines);
    }

    async fn somebody_known_is_proposed_with_reasons_and_never_from_behind_a_wall(test) {
        let rosa = a_person("Rosa Delgado").at("rosa@delgado.example").called_at("+1 555 010 0199").born(date(1961, 5, 2)).open(&test).await;
        a_person("Rosa Delgada").open(&test).await;
        let asked = Asked { name: "Rosa Delgado".into(), emails: vec!["ROSA@delgado.example".into()], ..Asked::default() };
        let found = matches(&test.house, &test.intake(), &asked).await.expect("matches");
        assert_eq!(found[0].person.id, rosa);
        assert_eq!(found[0].found.likeness, Likeness::Strong);
        let address = Asked { addresses: vec!["12 Main St".into()], ..Asked::default() };
        assert!(matches(&test.house, &test.intake(), &address).await.expect("none").is_empty());

        let reference = a_case().of(rosa).open(&test).await;
        let wall = domain::cases::Visibility::Walled;
        actions::cases::guard(&test.house, &test.supervisor(), &reference, wall, "safety").await.expect("walled");
        let found = matches(&test.house, &test.intake(), &asked).await.expect("matches");
        assert!(found.iter().all(|likely| likely.person.id != rosa));
        let owner = matches(&test.house, &test.caseworker(), &asked).await.expect("matches");
        assert_eq!(owner[0].person.id, rosa);
        let add = add_contact_point(&test.house, &test.intake(), rosa, AddContactPoint::new(ContactKind::Phone, "555 010 0100")).await;
        assert!(matches!(add, Err(ActionError::NotFound)), "{add:?}");
        let unsafe_ = mark_unsafe(&test.house, &test.intake(), rosa, ContactPointId(rosa.0), "").await;
        assert!(matches!(unsafe_, Err(ActionError::NotFound)), "{unsafe_:?}");
    }
}
