//! The demo's staff: one of each role, with passwords that are printed and keep nothing from anyone.

use actions::House;
use anyhow::Result;
use auth::Typed;
use domain::{
    access::Actor,
    ids::{OfficeId, StaffId},
    staff::{Role, Staff},
};
use store::ledger::Deed;

/// One login of the demo.
#[derive(Debug, Clone)]
pub struct Login {
    pub login: String,
    pub password: String,
    pub role: Role,
    pub name: String,
}

/// One invented colleague.
pub struct Colleague {
    pub role: Role,
    pub name: &'static str,
    pub login: &'static str,
    pub password: &'static str,
}

const fn colleague(role: Role, name: &'static str, login: &'static str, password: &'static str) -> Colleague {
    Colleague {
        role,
        name,
        login,
        password,
    }
}

/// Founded with the office.
pub const ADMINISTRATOR: Colleague = colleague(
    Role::Administrator,
    "Ines Albrecht",
    "ines@brandt.example",
    "lantern-over-the-ferry",
);

const OTHERS: &[Colleague] = &[
    colleague(
        Role::Caseworker,
        "Noor Haddad",
        "noor@brandt.example",
        "seven-quiet-herons",
    ),
    colleague(
        Role::Supervisor,
        "Tomas Lindqvist",
        "tomas@brandt.example",
        "orchard-before-noon",
    ),
    colleague(
        Role::Intake,
        "June Abara",
        "june@brandt.example",
        "paper-boats-in-rain",
    ),
    colleague(
        Role::Director,
        "Odile Marchetti",
        "odile@brandt.example",
        "copper-kettle-morning",
    ),
    colleague(
        Role::Auditor,
        "Piet Okonjo",
        "piet@brandt.example",
        "chalk-marks-on-slate",
    ),
];

/// Lets the others in, as one act, and answers every login.
pub async fn let_in(house: &House, office: OfficeId) -> Result<Vec<Login>> {
    let mut act = house.desk().act(&Actor::house(office)).await?;
    for one in OTHERS {
        let hash = house.passwords().hash(&Typed::new(one.password))?;
        let staff = Staff {
            id: StaffId(act.new_id()),
            name: one.name.into(),
            login: one.login.into(),
            role: one.role,
            password_hash: Some(hash),
            must_change: false,
            first_until: None,
            totp_sealed: None,
            totp_step: 0,
            recovery: vec![],
            language: "en".into(),
            disabled_on: None,
            created_at: act.now(),
            version: 0,
        };
        act.insert(&staff).await?;
    }
    let deed = Deed {
        action: "staff.add",
        object: "offices",
        object_id: office.0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await?;
    let all = OTHERS.iter().chain([&ADMINISTRATOR]);
    Ok(all
        .map(|one| Login {
            login: one.login.into(),
            password: one.password.into(),
            role: one.role,
            name: one.name.into(),
        })
        .collect())
}
