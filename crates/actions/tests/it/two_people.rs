//! Two people at one form.

use actions::{
    ActionError,
    cases::{self, ChangeCase},
    people::{ChangePerson, PersonFields, both_persons, change_person},
};
use domain::{
    cases::{CaseField, CaseFields},
    people::PersonField,
};
use testkit::{
    both_engines,
    builders::{a_case, a_person, the_case},
    house::TestHouse,
};

async fn form(test: &TestHouse, reference: &str) -> ChangeCase {
    let case = the_case(test, reference).await;
    ChangeCase {
        version: case.version,
        was: Some(CaseFields::of(&case)),
        fields: CaseFields::of(&case),
    }
}

both_engines! {
    async fn two_people_edit_one_field(test) {
        let reference = a_case().open(&test).await;
        let (house, worker, colleague) = (&test.house, test.caseworker(), test.colleague());
        let (mut first, mut second) = (form(&test, &reference).await, form(&test, &reference).await);
        first.fields.summary = "She was paid until December.".into();
        second.fields.summary = "She was paid until January.".into();
        cases::change(house, &worker, &reference, &first).await.expect("the first is saved");
        let refused = cases::change(house, &colleague, &reference, &second).await;
        assert!(matches!(refused, Err(ActionError::Conflict)), "{refused:?}");
        assert_eq!(the_case(&test, &reference).await.summary, first.fields.summary, "nothing was overruled unseen");

        let both = cases::both_versions(house, &colleague, &reference, &second).await.expect("both versions");
        assert_eq!(both.differing.len(), 1);
        let one = &both.differing[0];
        assert_eq!((one.field, one.theirs.as_str(), one.ours.as_str()),
            (CaseField::Summary, "She was paid until December.", "She was paid until January."));

        // The second chooses their own, on the version that is there now.
        second.version = both.version;
        cases::change(house, &colleague, &reference, &second).await.expect("chosen");
        assert_eq!(the_case(&test, &reference).await.summary, second.fields.summary);
    }

    async fn two_people_edit_two_fields_and_both_are_kept(test) {
        let reference = a_case().open(&test).await;
        let (house, worker, colleague) = (&test.house, test.caseworker(), test.colleague());
        let (mut first, mut second) = (form(&test, &reference).await, form(&test, &reference).await);
        first.fields.topic = Some("retirement".into());
        second.fields.cadence_days = 7;
        cases::change(house, &worker, &reference, &first).await.expect("the first");
        let mut blind = second.clone();
        blind.was = None;
        let refused = cases::change(house, &colleague, &reference, &blind).await;
        assert!(matches!(refused, Err(ActionError::Conflict)), "who does not say what they saw, chooses: {refused:?}");
        cases::change(house, &colleague, &reference, &second).await.expect("the second");
        let case = the_case(&test, &reference).await;
        assert_eq!((case.topic.as_deref(), case.cadence_days), (Some("retirement"), 7));
        let mut look = test.desk().look(&worker).await.expect("a look");
        let clocks = store::cases::clocks(&mut look, &case).await.expect("clocks");
        let cadence: Vec<_> = clocks.iter()
            .filter(|c| c.kind == domain::clocks::ClockKind::HeardFromUs && c.is_open()).collect();
        assert_eq!(cadence.len(), 1);
        assert_eq!(cadence[0].allowed, domain::clocks::Period::Days(7), "the clock follows the cadence");
        test.verify().await;
    }

    async fn notes_never_conflict(test) {
        let reference = a_case().open(&test).await;
        let note = |actor, body: &'static str| {
            let (house, reference) = (test.house.clone(), reference.clone());
            tokio::spawn(async move {
                actions::cases::write_note(&house, &actor, &reference, &crate::working::a_note(body), None).await
            })
        };
        let (one, two) = (note(test.caseworker(), "one"), note(test.colleague(), "two"));
        one.await.expect("it ran").expect("one is written");
        two.await.expect("it ran").expect("two is written");
    }

    async fn two_people_change_a_person(test) {
        let id = a_person("Rosa Delgado").open(&test).await;
        let (house, worker, colleague) = (&test.house, test.caseworker(), test.colleague());
        let mut look = test.desk().look(&worker).await.expect("a look");
        let person = look.person(id).await.expect("an answer").expect("a person");
        drop(look);
        let was = PersonFields::of(&person);
        let form = |fields: PersonFields| ChangePerson { version: person.version, was: Some(was.clone()), fields };
        let first = form(PersonFields { full_name: "Rosa Delgado Ruiz".into(), ..was.clone() });
        let second = form(PersonFields { full_name: "Rosa Ruiz".into(), ..was.clone() });
        let third = form(PersonFields { pronouns: Some("she".into()), ..was.clone() });
        change_person(house, &worker, id, &first).await.expect("the first");
        assert!(matches!(change_person(house, &colleague, id, &second).await, Err(ActionError::Conflict)));
        let both = both_persons(house, &colleague, id, &second).await.expect("both");
        assert_eq!(both.differing.iter().map(|d| d.field).collect::<Vec<_>>(), [PersonField::FullName]);
        change_person(house, &colleague, id, &third).await.expect("another field");
        let mut look = test.desk().look(&worker).await.expect("a look");
        let person = look.person(id).await.expect("an answer").expect("a person");
        assert_eq!((person.full_name.as_str(), person.pronouns.as_deref()), ("Rosa Delgado Ruiz", Some("she")));
        let found = store::search::search(&mut look, "ruiz", 10).await.expect("a search");
        assert_eq!(found.people.len(), 1, "the new name is found");
    }
}
