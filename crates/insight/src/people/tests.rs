//! Who is proposed for whom, as a table, and what holds for every sender.

use super::*;
use domain::ids::{ContactPointId, PersonId};
use domain::people::{
    BornPrecision, ContactKind, ContactPoint, Interpreter, Person, Safe, SafeContact, normalise, sort_key,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);

fn rosa() -> Person {
    Person {
        id: PersonId(Uuid::from_u128(1)),
        full_name: "Rosa Delgado Núñez".to_owned(),
        called: "Ms Delgado".to_owned(),
        sort_key: sort_key("Rosa Delgado Núñez"),
        other_names: vec!["Rosa Vasquez".to_owned()],
        born_on: Some(date(1961, 4, 12)),
        born_precision: BornPrecision::Day,
        languages: vec!["es".to_owned()],
        interpreter: Interpreter::Unknown,
        pronouns: None,
        safe: SafeContact::default(),
        needs: None,
        deceased_on: None,
        do_not_contact: None,
        created_at: jiff::Timestamp::UNIX_EPOCH,
        version: 1,
    }
}

fn point(kind: ContactKind, value: &str, to_on: Option<Date>) -> ContactPoint {
    ContactPoint {
        id: ContactPointId(Uuid::from_u128(2)),
        person_id: rosa().id,
        kind,
        value: value.to_owned(),
        norm: normalise(kind, value),
        safe: Safe::Unknown,
        from_on: None,
        to_on,
        verified_on: None,
        note: None,
        version: 1,
    }
}

fn points() -> Vec<ContactPoint> {
    vec![
        point(ContactKind::Email, "rosa@example.org", None),
        point(ContactKind::Email, "rosa@old.example", Some(date(2024, 1, 1))),
        point(ContactKind::Mobile, "(555) 010-0199", None),
        point(ContactKind::Post, "12 Main Street, Springfield", None),
    ]
}

type Found = (Vec<MatchReason>, u16, Likeness);

fn check(table: Vec<(&str, Sender<'_>, Option<Found>)>) {
    for (what, sender, expected) in table {
        assert_eq!(found(sender, None), expected, "{what}");
    }
}

fn found(sender: Sender<'_>, closed: Option<Date>) -> Option<Found> {
    let (person, points) = (rosa(), points());
    let candidate = Candidate {
        person: &person,
        points: &points,
        last_closed_on: closed,
    };
    let found = match_person(&sender, &candidate, TODAY)?;
    Some((
        found.parts.iter().map(|part| part.reason).collect(),
        found.points,
        found.likeness,
    ))
}

#[test]
fn a_name_or_a_birth_date_has_its_points_and_nothing_else_has() {
    use Likeness::*;
    use MatchReason::*;
    let named = |name| Sender {
        name: Some(name),
        ..Sender::default()
    };
    let born = |day| Sender {
        born_on: Some(day),
        ..Sender::default()
    };
    check(vec![
        ("nothing", Sender::default(), None),
        (
            "name",
            named("ROSA DELGADO NUNEZ"),
            Some((vec![SameName], 30, Weak)),
        ),
        (
            "name, other order",
            named("Núñez, Rosa Delgado"),
            Some((vec![OtherName], 25, Weak)),
        ),
        (
            "former name",
            named("Ms. Rosa Vásquez"),
            Some((vec![OtherName], 25, Weak)),
        ),
        (
            "part of it",
            named("Rosa M. Delgado"),
            Some((vec![PartOfName], 20, Weak)),
        ),
        (
            "sounds alike",
            named("Rossa Bazquez"),
            Some((vec![SoundsAlike], 15, Weak)),
        ),
        ("first name only", named("Rosa"), None),
        ("somebody else", named("Maria Delgado"), None),
        (
            "born",
            born(date(1961, 4, 12)),
            Some((vec![SameBirthDate], 40, Possible)),
        ),
        (
            "born, swapped",
            born(date(1961, 12, 4)),
            Some((vec![BirthDaySwapped], 25, Weak)),
        ),
        ("born otherwise", born(date(1962, 4, 12)), None),
        (
            "empty strings",
            Sender {
                emails: &[""],
                phones: &["-"],
                addresses: &[" "],
                ..named(" ")
            },
            None,
        ),
    ]);
}

#[test]
fn a_mailbox_or_telephone_is_strong_only_with_a_name() {
    use Likeness::*;
    use MatchReason::*;
    let named = |name| Sender {
        name: Some(name),
        ..Sender::default()
    };
    check(vec![
        (
            "mailbox",
            Sender {
                emails: &["Rosa <ROSA@example.org>"],
                ..Sender::default()
            },
            Some((vec![SameEmail], 60, Possible)),
        ),
        (
            "mailbox that was theirs",
            Sender {
                emails: &["rosa@old.example"],
                ..Sender::default()
            },
            Some((vec![OldEmail], 30, Weak)),
        ),
        (
            "telephone",
            Sender {
                phones: &["+1 555 010 0199"],
                ..Sender::default()
            },
            Some((vec![SamePhone], 40, Possible)),
        ),
        (
            "address only",
            Sender {
                addresses: &["12 main st springfield"],
                ..Sender::default()
            },
            None,
        ),
        (
            "name and mailbox",
            Sender {
                emails: &["rosa@example.org"],
                ..named("Rosa Delgado Núñez")
            },
            Some((vec![SameEmail, SameName], 90, Strong)),
        ),
        (
            "a household's mailbox, another name",
            Sender {
                emails: &["rosa@example.org"],
                ..named("Pedro Delgado")
            },
            Some((vec![SameEmail], 60, Possible)),
        ),
        (
            "everything but born otherwise",
            Sender {
                emails: &["rosa@example.org"],
                phones: &["5550100199"],
                addresses: &["12 Main Street, Springfield"],
                born_on: Some(date(1991, 4, 12)),
                ..named("Rosa Delgado Núñez")
            },
            Some((
                vec![SameEmail, SamePhone, SameName, OtherBirthDate, SameAddress],
                140,
                Possible,
            )),
        ),
    ]);
}

#[test]
fn an_old_case_adds_to_a_likeness_and_is_none_of_its_own() {
    use MatchReason::{OldClosedCase, SamePhone};
    let closed = Some(date(2025, 1, 1));
    let phone = Sender {
        phones: &["5550100199"],
        ..Sender::default()
    };
    assert_eq!(
        found(phone, closed),
        Some((vec![SamePhone, OldClosedCase], 45, Likeness::Possible))
    );
    let address = Sender {
        addresses: &["12 Main Street, Springfield"],
        ..Sender::default()
    };
    assert_eq!(found(address, closed), None);
    // The points alone would have shown them; it is the want of anything personal that does not.
    assert!(MatchReason::SameAddress.points() + OldClosedCase.points() > 0);
}

#[test]
fn a_birth_date_known_in_part_is_held_against_that_part() {
    let with = |precision, born| {
        let mut person = rosa();
        person.born_precision = precision;
        let candidate = Candidate {
            person: &person,
            points: &[],
            last_closed_on: None,
        };
        let sender = Sender {
            name: Some("Rosa Delgado Núñez"),
            born_on: Some(born),
            ..Sender::default()
        };
        let found = match_person(&sender, &candidate, TODAY).expect("the name speaks for it");
        found.parts.get(1).map(|part| part.reason)
    };
    use MatchReason::{OtherBirthDate, SameBirthMonthOrYear};
    assert_eq!(
        with(BornPrecision::Month, date(1961, 4, 30)),
        Some(SameBirthMonthOrYear)
    );
    assert_eq!(
        with(BornPrecision::Month, date(1961, 5, 12)),
        Some(OtherBirthDate)
    );
    assert_eq!(
        with(BornPrecision::Year, date(1961, 9, 9)),
        Some(SameBirthMonthOrYear)
    );
    assert_eq!(with(BornPrecision::Unknown, date(1999, 9, 9)), None);
}

#[test]
fn the_likeliest_comes_first() {
    let (rosa, points) = (rosa(), points());
    let mut namesake = rosa.clone();
    namesake.id = PersonId(Uuid::from_u128(9));
    let candidates = [
        Candidate {
            person: &namesake,
            points: &[],
            last_closed_on: None,
        },
        Candidate {
            person: &rosa,
            points: &points,
            last_closed_on: None,
        },
    ];
    let sender = Sender {
        name: Some("Rosa Delgado Núñez"),
        emails: &["rosa@example.org"],
        ..Sender::default()
    };
    let found = match_people(&sender, &candidates, TODAY);
    assert_eq!(
        found.iter().map(|found| found.person_id).collect::<Vec<_>>(),
        [rosa.id, namesake.id]
    );
    assert_eq!(found.len(), 2, "two namesakes stay two");
}

proptest! {
    /// Whatever the sender states beside it, an address brings nobody up that was not up without it, and stating more
    /// never takes points away.
    #[test]
    fn an_address_shows_nobody_and_no_fact_subtracts(
        name in prop::option::of("[A-Za-zñé ]{0,20}|Rosa Delgado Núñez|Rosa Vasquez"),
        email in prop::option::of("[a-z]{1,4}@[a-z]{1,4}|rosa@example.org"),
        phone in prop::option::of("[0-9]{0,10}|555-010-0199"),
    ) {
        let emails: Vec<&str> = email.as_deref().into_iter().collect();
        let phones: Vec<&str> = phone.as_deref().into_iter().collect();
        let without = Sender { name: name.as_deref(), emails: &emails, phones: &phones, ..Sender::default() };
        let with = Sender { addresses: &["12 Main Street, Springfield"], ..without };
        let (without, with) = (found(without, None), found(with, None));
        prop_assert_eq!(without.is_some(), with.is_some());
        if let (Some((_, fewer, _)), Some((_, more, _))) = (without, with) {
            prop_assert_eq!(more, fewer + 10);
        }
    }

    #[test]
    fn any_name_folds_and_sounds_without_failing(text in any::<String>()) {
        for word in name_words(&text) {
            prop_assert!(!word.is_empty());
            let _ = sound_key(&word);
        }
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
