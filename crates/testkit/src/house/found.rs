//! Founds the office of a test and lets its staff in.

use std::sync::Arc;

use actions::{
    House, HouseParts,
    office::{FoundOffice, found as found_office},
};
use auth::passwords::{Cost, Passwords, Typed};
use domain::{
    access::Actor,
    cases::models,
    clocks::Calendars,
    consents::Packs,
    ids::{OfficeId, ProgrammeId, StaffId},
    staff::{Role, Staff},
};
use files::RootKey;
use jiff::Timestamp;
use store::{Chance, Desk, TimeSource, engine::Database, ledger::Deed};

use super::{COLLEAGUE, Keeper, PASSWORD, TestHouse, monday};

pub(super) async fn found(database: Database, keeper: Keeper) -> TestHouse {
    let desk = Desk::new(database, TimeSource::standing_at(monday()), Chance::seeded(7));
    let house = House::new(HouseParts {
        desk,
        root_key: RootKey::from_bytes([7; 32]),
        objects: keeper.objects(),
        models: models::builtin(),
        calendars: Calendars::builtin(),
        packs: Packs::compiled_in(),
        passwords: Passwords::new(Cost::for_tests(), None).expect("the cost for tests is in range"),
    });
    let (office, administrator) = found_office(&house, an_office()).await.expect("an office");
    let (staff, colleague) = let_in(&house, office, administrator).await;
    let (constituent, social) = programmes(&house, office).await;
    TestHouse {
        house,
        office,
        constituent,
        social,
        staff,
        colleague,
        keeper: Arc::new(keeper),
    }
}

fn an_office() -> FoundOffice {
    FoundOffice {
        name: "Office of Representative Imogen Vale".into(),
        slug: "vale".into(),
        zone: "America/Chicago".into(),
        calendar: "us-federal".into(),
        cadence_days: 14,
        totp_required: false,
        language: "en".into(),
        mail_from: "help@vale.example".into(),
        phone: "(555) 013-0100".into(),
        programmes: vec![
            ("Constituent services".into(), "constituent-casework".into()),
            ("Family support".into(), "social-casework".into()),
        ],
        admin_name: "The administrator".into(),
        admin_login: Role::Administrator.as_str().into(),
        admin_password: PASSWORD.into(),
    }
}

/// One of each role, and a second caseworker. The first administrator let themselves in.
async fn let_in(house: &House, office: OfficeId, administrator: StaffId) -> (Vec<(Role, StaffId)>, StaffId) {
    let hash = house
        .passwords()
        .hash(&Typed::new(PASSWORD))
        .expect("a password of the allowed length");
    let mut act = house
        .desk()
        .act(&Actor::house(office))
        .await
        .expect("an act begins");
    let mut staff = vec![(Role::Administrator, administrator)];
    let now = act.now();
    for role in Role::ALL.iter().copied().filter(|r| *r != Role::Administrator) {
        let worker = a_worker(StaffId(act.new_id()), role, role.as_str(), &hash, now);
        act.insert(&worker).await.expect("a worker");
        staff.push((role, worker.id));
    }
    let colleague = a_worker(StaffId(act.new_id()), Role::Caseworker, COLLEAGUE, &hash, now);
    act.insert(&colleague).await.expect("a colleague");
    let deed = Deed {
        action: "staff.add",
        object: "staff",
        object_id: colleague.id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await.expect("the staff is let in");
    (staff, colleague.id)
}

fn a_worker(id: StaffId, role: Role, login: &str, hash: &str, now: Timestamp) -> Staff {
    Staff {
        id,
        name: format!("The {login}"),
        login: login.into(),
        role,
        password_hash: Some(hash.into()),
        must_change: false,
        first_until: None,
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        language: "en".into(),
        disabled_on: None,
        created_at: now,
        version: 0,
    }
}

async fn programmes(house: &House, office: OfficeId) -> (ProgrammeId, ProgrammeId) {
    let actor = Actor::house(office);
    let mut look = house.desk().look(&actor).await.expect("a look");
    let all = store::office::programmes(&mut look).await.expect("programmes");
    let of = |model: &str| {
        all.iter()
            .find(|p| p.model_id == model)
            .expect("it was founded")
            .id
    };
    (of("constituent-casework"), of("social-casework"))
}
