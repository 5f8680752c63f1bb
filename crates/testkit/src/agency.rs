//! People who may be written to, and releases an agency takes: what every story about an agency begins with.

use actions::{
    consents::{RecordRelease, record_release},
    inquiries::{DraftInquiry, SendBy, SendInquiry},
};
use domain::{
    access::Actor,
    cases::Level,
    consents::{
        AskedTo, Capacity, DataClass, Formality, Matter, Method, NamedAgencies, OralStatement, Scope,
        Translation,
    },
    ids::{ContactPointId, InquiryId, PersonId, ReleaseId},
    inquiries::{AgencyChannel, Inquiry, InquiryPurpose},
    letters::Letter,
    people::{
        BornPrecision, ContactKind, ContactPoint, Interpreter, Person, Safe, SafeContact, Way, normalise,
        sort_key,
    },
    tasks::Task,
};
use store::ledger::Deed;

use crate::{
    builders::{a_case, the_case},
    house::TestHouse,
};

/// Where everybody in these stories has a mailbox.
pub const MAILBOX: &str = "rosa@home.example";

/// Whether a person has said that e-mail is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mail {
    Safe,
    /// Nobody has asked.
    Unknown,
    Unsafe,
}

/// Puts a person with one mailbox on record, who reads Spanish first.
pub async fn a_person(test: &TestHouse, mail: Mail) -> PersonId {
    let actor = test.machinery();
    let mut act = test.desk().act(&actor).await.expect("an act begins");
    let id = PersonId(act.new_id());
    let safe = match mail {
        Mail::Safe => Safe::Yes,
        Mail::Unknown => Safe::Unknown,
        Mail::Unsafe => Safe::No,
    };
    let person = Person {
        id,
        full_name: "Rosa Delgado".into(),
        called: "Rosa".into(),
        sort_key: sort_key("Rosa Delgado"),
        other_names: vec![],
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: vec!["es".into(), "en".into()],
        interpreter: Interpreter::NotNeeded,
        pronouns: None,
        safe: SafeContact {
            ways: [(Way::Email, safe), (Way::Post, Safe::Yes)].into(),
            ..SafeContact::default()
        },
        needs: None,
        deceased_on: None,
        do_not_contact: None,
        created_at: act.now(),
        version: 0,
    };
    act.insert(&person).await.expect("a person");
    for (kind, value, safe) in [
        (ContactKind::Email, MAILBOX, safe),
        (ContactKind::Post, "12 Elm Street, Springfield", Safe::Yes),
    ] {
        let point = ContactPoint {
            id: ContactPointId(act.new_id()),
            person_id: id,
            kind,
            value: value.into(),
            norm: normalise(kind, value),
            safe,
            from_on: None,
            to_on: None,
            verified_on: None,
            note: None,
            version: 0,
        };
        act.insert(&point).await.expect("a way to reach them");
    }
    let deed = Deed {
        action: "people.add",
        object: "people",
        object_id: id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.expect("the person is on record");
    id
}

/// Says from now on whether e-mail is safe for a person.
pub async fn say_mail_is(test: &TestHouse, person: PersonId, safe: Safe) {
    let actor = test.machinery();
    let mut act = test.desk().act(&actor).await.expect("an act begins");
    let seen = act
        .person(person)
        .await
        .expect("an answer")
        .expect("the person is there");
    let points = store::people::contact_points(&mut act, &seen)
        .await
        .expect("points");
    for mut point in points
        .into_iter()
        .filter(|point| point.kind == ContactKind::Email)
    {
        point.safe = safe;
        act.update(&mut point).await.expect("changed");
    }
    let mut changed = seen.into_inner();
    changed.safe.ways.insert(Way::Email, safe);
    act.update(&mut changed).await.expect("changed");
    let deed = Deed {
        action: "people.change",
        object: "people",
        object_id: person.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.expect("the change stands");
}

/// A case about benefits with the Social Security Administration, which takes a spoken word. Answers its reference.
pub async fn a_benefits_case(test: &TestHouse, person: PersonId) -> String {
    a_case()
        .of(person)
        .to_agency("ssa", Level::Federal)
        .open(test)
        .await
}

/// What the subject said to us, identity checked, for one agency.
pub fn a_spoken_release(test: &TestHouse, agency: &str) -> RecordRelease {
    let today = test.today();
    RecordRelease {
        signer_name: "Rosa Delgado".into(),
        capacity: Capacity::Subject,
        proof: None,
        recipient_named: None,
        agencies: NamedAgencies::These(vec![agency.into()]),
        scope: Scope {
            data_classes: vec![DataClass::Status, DataClass::Benefits],
            matter: Matter::ThisCase,
            matter_words: None,
            period: None,
        },
        method: Method::Oral,
        formality: Formality::None,
        signed_on: today,
        received_on: today,
        expires_on: None,
        language: "es".into(),
        translation: Translation::Original,
        oral: Some(OralStatement {
            asked_on: today,
            asked_to: AskedTo::Office,
            identity_checked_by: test.caseworker().staff_id(),
            identity_how: "Called back on the number we had".into(),
        }),
        document: None,
    }
}

/// Records it by the caseworker.
pub async fn given_release(test: &TestHouse, reference: &str, agency: &str) -> ReleaseId {
    let release = a_spoken_release(test, agency);
    let recorded = record_release(&test.house, &test.caseworker(), reference, release).await;
    recorded.expect("the release is taken on record").release_id
}

/// An inquiry drafted by somebody, to go by e-mail.
pub async fn a_drafted_inquiry(test: &TestHouse, actor: &Actor, reference: &str) -> InquiryId {
    let what = DraftInquiry {
        agency: None,
        liaison: None,
        purpose: InquiryPurpose::AskStatus,
        question: "Where does the claim of January stand?".into(),
        data_classes: vec![DataClass::Status],
        channel: AgencyChannel::Email,
    };
    let drafted = actions::inquiries::draft(&test.house, actor, reference, what).await;
    drafted.expect("the inquiry is drafted")
}

/// The order to send it to the liaison's mailbox, as it stands now.
pub async fn to_liaison(test: &TestHouse, reference: &str, inquiry: InquiryId) -> SendInquiry {
    SendInquiry {
        inquiry_id: inquiry,
        version: the_inquiry(test, reference, inquiry).await.version,
        by: SendBy::Email {
            to_name: "Congressional liaison".into(),
            to_address: "liaison@ssa.example".into(),
        },
        chase_on: None,
    }
}

/// An inquiry as it stands.
pub async fn the_inquiry(test: &TestHouse, reference: &str, inquiry: InquiryId) -> Inquiry {
    let case = the_case(test, reference).await;
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let found = store::inquiries::one(&mut look, &case, inquiry)
        .await
        .expect("an answer");
    found.expect("the inquiry is there")
}

/// The letters of a case, newest first.
pub async fn the_letters(test: &TestHouse, reference: &str) -> Vec<Letter> {
    let case = the_case(test, reference).await;
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    store::letters::of_case(&mut look, &case)
        .await
        .expect("an answer")
}

/// What there is to do on a case.
pub async fn the_tasks(test: &TestHouse, reference: &str) -> Vec<Task> {
    let case = the_case(test, reference).await;
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let tasks = store::cases::tasks(&mut look, &case).await.expect("an answer");
    tasks.into_iter().filter(Task::is_open).collect()
}
