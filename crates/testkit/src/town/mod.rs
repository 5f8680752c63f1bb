//! The demo town: one invented office, its people and their stories, told by the acts a worker would use.
//!
//! It is founded on a clock that can be set, a day at a time, from the office's first morning to the Monday on which
//! the demo stands still. With the parts given here, two foundings leave the same rows to the last byte.

mod books;
mod founding;
mod lived;
mod paper;
mod plan;
mod tell;
mod written;

use std::path::PathBuf;

use actions::{ActionError, House, HouseParts};
use auth::passwords::{Cost, PasswordFault, Passwords};
use domain::{
    cases::models,
    clocks::Calendars,
    ids::{OfficeId, StaffId},
    staff::Role,
};
use files::RootKey;
use jiff::Timestamp;
use store::{Chance, Desk, StoreError, TimeSource, engine::Database};

pub use books::packs;
pub use lived::LivedTown;

use books::Books;
use plan::{Calendar, plan};
use tell::Teller;

/// One login of the town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    pub login: String,
    pub password: String,
    pub role: Role,
    pub name: String,
    pub id: StaffId,
}

/// The office as the Monday finds it.
#[derive(Debug, Clone)]
pub struct Town {
    pub office: OfficeId,
    /// Those who work here: caseworkers first, as most of what there is to see is theirs.
    pub logins: Vec<Login>,
    /// The case of each story, by its key in the books: its reference.
    pub cases: std::collections::BTreeMap<String, String>,
    /// Where the clock stands now.
    pub begins: Timestamp,
}

/// Why the town could not be founded.
#[derive(Debug, thiserror::Error)]
pub enum TownError {
    /// A file of `town/` says something that cannot be.
    #[error("{0}")]
    Books(String),
    #[error("the town is lived through day by day, and this house's clock cannot be set")]
    Clock,
    /// A step of a story was refused; the books are wrong, or the house is.
    #[error("{story}, day {day}: {why}")]
    Story { story: String, day: i64, why: String },
    #[error(transparent)]
    Act(#[from] ActionError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Password(#[from] PasswordFault),
}

/// The parts of a house in which the town is the same in every run: seeded dice, a clock that is set, a key and salts
/// that repeat, and the town's own agencies.
pub fn house_parts(database: Database, objects: PathBuf) -> Result<HouseParts, TownError> {
    let books = Books::read()?;
    let begins = Calendar::of(&books.office.office).begins()?;
    Ok(HouseParts {
        desk: Desk::new(database, TimeSource::standing_at(begins), Chance::seeded(1867)),
        root_key: RootKey::repeating([31; 32]),
        objects,
        models: models::builtin(),
        calendars: Calendars::builtin(),
        packs: packs()?,
        // Everybody's password is printed on the login page, so that a dear hash would protect nothing.
        passwords: Passwords::new(Cost::for_tests(), None)?.repeating(),
    })
}

/// Founds the town on an empty database and lives it through, up to its Monday.
pub async fn found(house: &House) -> Result<Town, TownError> {
    if !house.desk().time().can_be_set() {
        return Err(TownError::Clock);
    }
    let books = Books::read()?;
    let calendar = Calendar::of(&books.office.office);
    let all = plan(&books, &calendar)?;
    let founded = founding::found(house, &books, &calendar).await?;
    let begins = calendar.begins()?;
    let mut teller = Teller::new(house, &books, calendar, &founded);
    for happens in &all {
        teller.tell(happens).await?;
    }
    teller.run_queue(begins).await?;
    house.desk().time().set(begins);
    Ok(Town {
        office: founded.office,
        cases: teller.references(),
        logins: founding::logins(&books, &founded),
        begins,
    })
}
