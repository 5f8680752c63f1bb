//! The office's first morning: it is founded, and those who work here are let in.

use std::collections::BTreeMap;

use actions::{
    House,
    office::{FoundOffice, found as found_office},
};
use auth::passwords::Typed;
use domain::{
    access::Actor,
    ids::{OfficeId, ProgrammeId, StaffId},
    staff::{Role, Staff},
};
use jiff::civil::Time;
use store::ledger::Deed;

use super::{
    Login, TownError,
    books::Books,
    plan::Calendar,
    written::{OfficeFacts, WrittenStaff},
};

/// What the first morning leaves.
pub(super) struct Founded {
    pub office: OfficeId,
    pub staff: BTreeMap<String, Actor>,
    pub programmes: BTreeMap<String, ProgrammeId>,
}

pub(super) async fn found(house: &House, books: &Books, calendar: &Calendar) -> Result<Founded, TownError> {
    let facts = &books.office.office;
    let morning = calendar.at(facts.founded, Time::constant(8, 0, 0, 0))?;
    house.desk().time().set(morning);
    let first = books.office.staff.iter().find(|s| s.role == Role::Administrator);
    let first = first.ok_or_else(|| TownError::Books("nobody runs the office".to_owned()))?;
    let what = FoundOffice {
        name: facts.name.clone(),
        slug: facts.slug.clone(),
        zone: facts.zone.clone(),
        calendar: facts.calendar.clone(),
        cadence_days: facts.cadence_days,
        totp_required: false,
        language: facts.language.clone(),
        mail_from: facts.mail_from.clone(),
        phone: facts.phone.clone(),
        programmes: books
            .office
            .programme
            .iter()
            .map(|p| (p.title.clone(), p.model.clone()))
            .collect(),
        admin_name: first.name.clone(),
        admin_login: login_of(facts, first),
        admin_password: facts.password.clone(),
    };
    let (office, administrator) = found_office(house, what).await?;
    let mut staff = BTreeMap::from([(
        first.key.clone(),
        Actor::staff(office, administrator, Role::Administrator),
    )]);
    for worker in books.office.staff.iter().filter(|worker| worker.key != first.key) {
        let id = let_in(house, office, facts, worker).await?;
        staff.insert(worker.key.clone(), Actor::staff(office, id, worker.role));
    }
    Ok(Founded {
        programmes: programmes(house, office, books).await?,
        office,
        staff,
    })
}

/// Lets one worker in with the demo's common password, which the act that makes a first password would not.
async fn let_in(
    house: &House,
    office: OfficeId,
    facts: &OfficeFacts,
    worker: &WrittenStaff,
) -> Result<StaffId, TownError> {
    let hash = house.passwords().hash(&Typed::new(&facts.password))?;
    let mut act = house.desk().act(&Actor::house(office)).await?;
    let staff = Staff {
        id: StaffId(act.new_id()),
        name: worker.name.clone(),
        login: login_of(facts, worker),
        role: worker.role,
        password_hash: Some(hash),
        must_change: false,
        first_until: None,
        totp_sealed: None,
        totp_step: 0,
        recovery: vec![],
        language: facts.language.clone(),
        disabled_on: None,
        created_at: act.now(),
        version: 0,
    };
    act.insert(&staff).await?;
    let deed = Deed {
        action: "staff.add",
        object: "staff",
        object_id: staff.id.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await?;
    Ok(staff.id)
}

async fn programmes(
    house: &House,
    office: OfficeId,
    books: &Books,
) -> Result<BTreeMap<String, ProgrammeId>, TownError> {
    let actor = Actor::house(office);
    let mut look = house.desk().look(&actor).await?;
    let all = store::office::programmes(&mut look).await?;
    let of = |model: &str| all.iter().find(|programme| programme.model_id == model);
    let known = books.office.programme.iter().filter_map(|written| {
        let programme = of(&written.model)?;
        Some((written.key.clone(), programme.id))
    });
    Ok(known.collect())
}

/// `idris@aurelio.example`: their key, at the office's own mail domain.
fn login_of(facts: &OfficeFacts, worker: &WrittenStaff) -> String {
    let domain = facts.mail_from.rsplit('@').next().unwrap_or_default();
    format!("{}@{domain}", worker.key)
}

/// Every login, caseworkers first and the administrator last.
pub(super) fn logins(books: &Books, founded: &Founded) -> Vec<Login> {
    let facts = &books.office.office;
    let mut logins: Vec<Login> = books
        .office
        .staff
        .iter()
        .filter_map(|worker| {
            Some(Login {
                login: login_of(facts, worker),
                password: facts.password.clone(),
                role: worker.role,
                name: worker.name.clone(),
                id: founded.staff.get(&worker.key)?.staff_id(),
            })
        })
        .collect();
    logins.sort_by_key(|login| match login.role {
        Role::Caseworker => 0,
        Role::Supervisor => 1,
        Role::Intake => 2,
        Role::Director => 3,
        Role::Auditor => 4,
        Role::Administrator => 5,
    });
    logins
}
