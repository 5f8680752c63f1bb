//! Builders that say only what matters; everything is done by the acts a worker would use.

use actions::{
    cases::{OpenCase, enter_phase, open},
    people::{NewContact, NewPerson, open_person},
};
use domain::{
    access::Actor,
    cases::{Channel, Urgency, Visibility},
    ids::{PersonId, StaffId},
    people::{BornPrecision, ContactKind, Safe, Way},
};
use store::cases::{CaseSight, SeenCase};

use crate::house::TestHouse;

/// A case about to be opened.
#[derive(Debug, Clone)]
pub struct CaseBuilder(pub OpenCase);

/// A routine matter about benefits that stopped, for nobody yet, in the queue of the constituent programme.
pub fn a_case() -> CaseBuilder {
    CaseBuilder(OpenCase {
        programme_id: None,
        person_id: None,
        title: "Benefits stopped after a move".into(),
        summary: "The payments ended in January and nobody answers the phone.".into(),
        agency: None,
        topic: None,
        level: None,
        owner_id: None,
        channel: Channel::Phone,
        urgency: Urgency::Routine,
        sensitivity: 0,
        visibility: Visibility::Open,
        flags: vec![],
        next: None,
    })
}

impl CaseBuilder {
    #[must_use]
    pub fn titled(mut self, title: &str) -> Self {
        self.0.title = title.into();
        self
    }

    #[must_use]
    pub fn of(mut self, person: PersonId) -> Self {
        self.0.person_id = Some(person);
        self
    }

    #[must_use]
    pub fn owned_by(mut self, staff: StaffId) -> Self {
        self.0.owner_id = Some(staff);
        self
    }

    #[must_use]
    pub fn to_agency(mut self, agency: &str, level: domain::cases::Level) -> Self {
        self.0.agency = Some(agency.into());
        self.0.level = Some(level);
        self
    }

    #[must_use]
    pub const fn walled(mut self) -> Self {
        self.0.visibility = Visibility::Walled;
        self
    }

    /// Opens it by the caseworker, who has it unless the builder says otherwise, and answers its reference.
    pub async fn open(self, test: &TestHouse) -> String {
        self.open_by(test, &test.caseworker()).await
    }

    pub async fn open_by(mut self, test: &TestHouse, actor: &Actor) -> String {
        self.0.owner_id = self.0.owner_id.or(Some(actor.staff_id()));
        self.0.programme_id = self.0.programme_id.or(Some(test.constituent));
        open(&test.house, actor, self.0).await.expect("a case is opened")
    }
}

/// The case as the house sees it, whoever may see it.
pub async fn the_case(test: &TestHouse, reference: &str) -> SeenCase {
    let actor = test.machinery();
    let mut look = test.desk().look(&actor).await.expect("a look");
    match look.case(reference).await.expect("an answer") {
        CaseSight::Full(case) => *case,
        CaseSight::Exists(_) | CaseSight::Nothing => panic!("the house sees every case"),
    }
}

/// A person about to be opened.
#[derive(Debug, Clone)]
pub struct PersonBuilder(pub NewPerson);

/// Somebody of whom only the name is known.
pub fn a_person(full_name: &str) -> PersonBuilder {
    PersonBuilder(NewPerson::named(full_name))
}

impl PersonBuilder {
    /// With a mailbox, which the person said is safe to write to.
    #[must_use]
    pub fn at(mut self, mailbox: &str) -> Self {
        self.0.contacts.push(NewContact {
            kind: ContactKind::Email,
            value: mailbox.into(),
            safe: Safe::Yes,
        });
        self.0.safe.ways.insert(Way::Email, Safe::Yes);
        self
    }

    /// With a telephone nobody has asked about yet.
    #[must_use]
    pub fn called_at(mut self, number: &str) -> Self {
        self.0.contacts.push(NewContact {
            kind: ContactKind::Phone,
            value: number.into(),
            safe: Safe::Unknown,
        });
        self
    }

    #[must_use]
    pub fn speaking(mut self, language: &str) -> Self {
        self.0.languages.push(language.into());
        self
    }

    #[must_use]
    pub fn born(mut self, on: jiff::civil::Date) -> Self {
        self.0.born_on = Some(on);
        self.0.born_precision = BornPrecision::Day;
        self
    }

    /// Opens them by the intake worker.
    pub async fn open(self, test: &TestHouse) -> PersonId {
        open_person(&test.house, &test.intake(), self.0)
            .await
            .expect("a person is opened")
    }
}

/// Walks a case of the constituent model to a phase, the way a caseworker would, and answers when it is there.
pub async fn move_to(test: &TestHouse, reference: &str, phase: &str) {
    enter_phase(
        &test.house,
        &test.supervisor(),
        reference,
        phase,
        "the story goes on",
    )
    .await
    .expect("the phase is entered");
}
