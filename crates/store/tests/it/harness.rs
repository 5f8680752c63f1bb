//! A fresh database for each test, on each engine.

use std::{str::FromStr, sync::Arc};

use domain::{
    access::Actor,
    cases::{Case, Channel, NextAct, NextWord, Urgency, Visibility},
    clocks::Turn,
    ids::{CaseId, OfficeId, PersonId, ProgrammeId, StaffId},
    office::{Office, Programme},
    people::{BornPrecision, Interpreter, Person, SafeContact},
    staff::{Role, Staff},
};
use jiff::{Timestamp, civil::date};
use store::{
    Act, Chance, Desk, TimeSource,
    engine::{Database, DatabaseUrl},
    ledger::Deed,
};
use testkit::postgres::{Cluster, TestDatabase};
use uuid::Uuid;

/// What keeps a test's database alive.
#[expect(dead_code, reason = "held for what its drop does")]
pub enum Keeper {
    Sqlite(Folder),
    Postgres(Box<TestDatabase>),
}

/// A folder that goes with the test.
pub struct Folder(pub std::path::PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("casework-store-{}", Chance::System.uuid()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A desk on a fresh database.
pub struct Room {
    pub desk: Desk,
    #[expect(dead_code, reason = "dropped with the room, and the database with it")]
    pub keeper: Arc<Keeper>,
}

pub fn monday() -> Timestamp {
    Timestamp::from_str("2026-03-02T14:00:00Z").expect("an instant")
}

async fn room(database: Database, keeper: Keeper, seed: u64) -> Room {
    let desk = Desk::new(database, TimeSource::standing_at(monday()), Chance::seeded(seed));
    Room {
        desk,
        keeper: Arc::new(keeper),
    }
}

pub async fn on_sqlite() -> Room {
    let folder = Folder::new();
    let url = DatabaseUrl::Sqlite(folder.0.join("office.db"));
    let database = Database::open(&url).await.expect("SQLite opens");
    store::migrate(&database).await.expect("SQLite migrates");
    room(database, Keeper::Sqlite(folder), 1).await
}

pub async fn on_postgres() -> Room {
    let (database, keeper) = postgres_database().await;
    room(database, Keeper::Postgres(Box::new(keeper)), 2).await
}

/// A migrated PostgreSQL, opened as the application.
pub async fn postgres_database() -> (Database, TestDatabase) {
    let template = Cluster::shared()
        .template("store", |made: TestDatabase| async move {
            let owner = Database::open(&DatabaseUrl::Postgres(made.owner_url)).await?;
            store::migrate(&owner).await.map(|_| ())
        })
        .await
        .expect("a template database");
    let database = template.database().await.expect("a database of its own");
    let open = Database::open(&DatabaseUrl::Postgres(database.app_url.clone()))
        .await
        .expect("it opens");
    (open, database)
}

/// Runs one test body on both engines, as `test_name::on_sqlite` and `test_name::on_postgres`.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$doc:meta])* async fn $name:ident($room:ident) $body:block)*) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn body($room: $crate::harness::Room) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                body($crate::harness::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if testkit::postgres::is_skipped() {
                    println!("skipped: PostgreSQL by wish");
                    return;
                }
                body($crate::harness::on_postgres().await).await;
            }
        }
    )*};
}

pub const fn did(action: &'static str, object: &'static str, object_id: Uuid) -> Deed {
    Deed {
        action,
        object,
        object_id,
        case_id: None,
        outcome: "done",
        reason: None,
    }
}

/// An office with one programme and its staff, by role.
pub struct Town {
    pub office: OfficeId,
    pub programme: ProgrammeId,
    pub staff: Vec<(Role, StaffId)>,
}

impl Town {
    pub fn house(&self) -> Actor {
        Actor::house(self.office)
    }

    pub fn actor(&self, role: Role) -> Actor {
        Actor::staff(self.office, self.id(role), role)
    }

    pub fn id(&self, role: Role) -> StaffId {
        self.staff
            .iter()
            .find(|(r, _)| *r == role)
            .expect("one of each role")
            .1
    }
}

pub async fn found_town(desk: &Desk, slug: &str) -> Town {
    let office = OfficeId(desk.new_id());
    let house = Actor::house(office);
    let mut act = desk.act(&house).await.expect("an act");
    act.insert(&an_office(office, slug, desk.now()))
        .await
        .expect("an office");
    let programme = ProgrammeId(desk.new_id());
    act.insert(&Programme {
        id: programme,
        title: "Constituent services".into(),
        model_id: "constituent-casework".into(),
        model_version: 1,
        version: 1,
    })
    .await
    .expect("a programme");
    let mut staff = Vec::new();
    for role in Role::ALL {
        let id = StaffId(desk.new_id());
        act.insert(&a_worker(id, *role, desk.now()))
            .await
            .expect("a worker");
        staff.push((*role, id));
    }
    act.commit(did("office.found", "offices", office.0))
        .await
        .expect("a commit");
    Town {
        office,
        programme,
        staff,
    }
}

fn an_office(id: OfficeId, slug: &str, now: Timestamp) -> Office {
    Office {
        id,
        name: format!("Office of {slug}"),
        slug: slug.into(),
        zone: "America/Chicago".into(),
        calendar: "us-federal".into(),
        cadence_days: 14,
        totp_required: false,
        language: "en".into(),
        mail_from: "help@office.example".into(),
        phone: "(555) 013-0100".into(),
        created_at: now,
        version: 1,
    }
}

fn a_worker(id: StaffId, role: Role, now: Timestamp) -> Staff {
    Staff {
        id,
        name: format!("The {role}"),
        login: role.as_str().into(),
        role,
        password_hash: None,
        must_change: false,
        first_until: None,
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        language: "en".into(),
        disabled_on: None,
        created_at: now,
        version: 1,
    }
}

pub fn a_person(id: PersonId, name: &str, now: Timestamp) -> Person {
    Person {
        id,
        full_name: name.into(),
        called: name.into(),
        sort_key: store::search::analyse(name),
        other_names: vec![],
        born_on: None,
        born_precision: BornPrecision::Unknown,
        languages: vec!["en".into()],
        interpreter: Interpreter::Unknown,
        pronouns: None,
        safe: SafeContact::default(),
        needs: None,
        deceased_on: None,
        do_not_contact: None,
        created_at: now,
        version: 1,
    }
}

pub fn a_case(town: &Town, id: CaseId, reference: &str, person: Option<PersonId>, now: Timestamp) -> Case {
    Case {
        id,
        reference: reference.into(),
        programme_id: town.programme,
        model_id: "constituent-casework".into(),
        model_version: 1,
        person_id: person,
        title: "Benefits stopped after a move".into(),
        summary: String::new(),
        agency: Some("ssa".into()),
        topic: None,
        level: None,
        owner_id: None,
        phase: "intake".into(),
        turn: Turn::Ours,
        opened_at: now,
        opened_on: date(2026, 3, 2),
        channel: Channel::Email,
        urgency: Urgency::Routine,
        sensitivity: 0,
        visibility: Visibility::Open,
        flags: vec![],
        cadence_days: 14,
        heard_on: None,
        next_act: NextAct::Named(NextWord::FirstResponse),
        next_on: date(2026, 3, 3),
        closed_on: None,
        closed_at: None,
        closed_by: None,
        outcome: None,
        told: None,
        watch: None,
        version: 1,
    }
}

/// Opens a person and a case for them, in one act.
pub async fn open_case(act: &mut Act<'_>, town: &Town, reference: &str, name: &str) -> (PersonId, CaseId) {
    let person = PersonId(act.new_id());
    let case = CaseId(act.new_id());
    act.insert(&a_person(person, name, act.now()))
        .await
        .expect("a person");
    let row = a_case(town, case, reference, Some(person), act.now());
    act.insert_case(row).await.expect("a case");
    (person, case)
}
