//! Messages and letters of ours that the tests of arrivals speak of.

use actions::{
    arrivals::{TakenIn, take_in},
    people::{NewContact, NewPerson, add_in},
};
use domain::{
    access::Deed as May,
    arrivals::Arrival,
    cases::{Direction, Entry, EntryKind, promises::DELIVERED_ON},
    ids::{ArrivalId, EntryId, LetterId, PersonId},
    letters::{Letter, LetterState, ToKind},
    people::{BornPrecision, ContactKind, Interpreter, Safe, SafeContact, Way},
};
use store::{cases::SeenCase, ledger::Deed};
use testkit::house::TestHouse;

/// The person most of these tests are about.
pub const ROSA: &str = "rosa@example.org";

/// A plain message, with more header fields if there are any.
pub fn mail(from: &str, subject: &str, more: &str, text: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nTo: help@vale.example\r\nSubject: {subject}\r\n{more}MIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

/// A message with one attached file.
pub fn mail_with_file(from: &str, subject: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nMy letter is attached.\r\n\
         --b\r\nContent-Type: application/pdf; name=denial.pdf\r\nContent-Disposition: attachment; filename=denial.pdf\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n"
    )
    .into_bytes()
}

pub async fn filed(test: &TestHouse, raw: Vec<u8>) -> Arrival {
    let taken = take_in(&test.house, test.office, raw, None)
        .await
        .expect("it is taken in");
    match taken {
        TakenIn::New { id, .. } => the_arrival(test, id).await,
        TakenIn::Again { id } => panic!("{id} was here already"),
    }
}

/// The arrival as the house sees it.
pub async fn the_arrival(test: &TestHouse, id: ArrivalId) -> Arrival {
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let found = store::arrivals::one(&mut look, id).await.expect("an answer");
    found.expect("it is there")
}

pub fn says(arrival: &Arrival, key: &str) -> bool {
    arrival.because.iter().any(|because| because.key == key)
}

pub fn rosa() -> NewPerson {
    NewPerson {
        full_name: "Rosa Delgado".into(),
        called: String::new(),
        other_names: vec![],
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: vec!["es".into()],
        interpreter: Interpreter::Unknown,
        pronouns: None,
        needs: None,
        safe: SafeContact {
            ways: [(Way::Email, Safe::Yes)].into(),
            ..SafeContact::default()
        },
        contacts: vec![NewContact {
            kind: ContactKind::Email,
            value: ROSA.into(),
            safe: Safe::Yes,
        }],
    }
}

pub async fn add_rosa(test: &TestHouse) -> PersonId {
    let actor = test.caseworker();
    let mut doing = actions::Doing::begin(&test.house, &actor, May::WorkCases)
        .await
        .expect("an act");
    let person = add_in(&mut doing, rosa()).await.expect("a person");
    doing
        .commit(did("people.add", "people", person.id.0))
        .await
        .expect("a commit");
    person.id
}

pub const fn did(action: &'static str, object: &'static str, object_id: uuid::Uuid) -> Deed {
    Deed {
        action,
        object,
        object_id,
        case_id: None,
        outcome: "done",
        reason: None,
    }
}

/// A letter of ours to somebody on a case, as it stands once the post took it and it counts as delivered.
pub async fn sent_letter(test: &TestHouse, case: &SeenCase, to: &str, message_id: &str) -> LetterId {
    let actor = test.machinery();
    let mut act = test.desk().act(&actor).await.expect("an act");
    let now = act.now();
    let letter = Letter {
        id: LetterId(act.new_id()),
        case_id: Some(case.id),
        person_id: case.person_id,
        to_kind: ToKind::Person,
        to_name: String::new(),
        to_address: to.into(),
        way: Way::Email,
        template: None,
        template_version: None,
        language: "en".into(),
        subject: "We have your message".into(),
        body: "We write again within two weeks.".into(),
        state: LetterState::Sent,
        message_id: Some(format!("<{message_id}>")),
        thread_token: None,
        in_reply_to: None,
        disclosure_id: None,
        drafted_at: now,
        drafted_by: test.caseworker().staff_id(),
        signed_off_by: None,
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: Some(now),
        sent_at: Some(now),
        attempts: 1,
        last_error: None,
        version: 0,
    };
    act.insert(&letter).await.expect("a letter");
    let line = Entry {
        id: EntryId(act.new_id()),
        case_id: case.id,
        kind: EntryKind::LetterOut,
        direction: Direction::Out,
        at: now,
        written_at: now,
        by: None,
        person_id: case.person_id,
        body: letter.body.clone(),
        private: false,
        subject_id: Some(letter.id.0),
        detail: [(DELIVERED_ON.to_owned(), test.today().to_string())].into(),
    };
    act.insert(&line).await.expect("a line");
    act.commit(did("letters.send", "letters", letter.id.0))
        .await
        .expect("a commit");
    letter.id
}
