//! The only room that speaks SQL: it keeps the house's values and gives them back, to those who may see them.

pub mod arrivals;
pub mod cases;
pub mod consents;
mod desk;
pub mod documents;
pub mod drafts;
pub mod engine;
mod error;
pub mod inquiries;
pub mod ledger;
pub mod letters;
mod migrate;
pub mod office;
pub mod once;
pub mod people;
pub mod queue;
pub mod search;
pub mod staff;
pub mod work;

pub use desk::{Act, Chance, Desk, Look, Reader, Reads, TakenBack, TimeSource, zone};
pub use error::StoreError;
pub use migrate::{migrate, shape_fault};

use engine::{Record, Statement, Table};

/// Every table whose rows are covered by the ledger.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    use domain::{
        access::Exception,
        arrivals::{Arrival, ArrivalFile},
        cases::{Case, Entry, FollowUp, PhaseVisit, Promise},
        clocks::Clock,
        consents::{DisclosureRecord, Override, Release},
        documents::Document,
        inquiries::{Inquiry, Reply},
        letters::Letter,
        office::{Office, Programme},
        people::{ContactPoint, Identifier, Person},
        staff::Staff,
        tasks::Task,
    };
    [
        Office::TABLE,
        Programme::TABLE,
        Staff::TABLE,
        Person::TABLE,
        ContactPoint::TABLE,
        Identifier::TABLE,
        Case::TABLE,
        Exception::TABLE,
        PhaseVisit::TABLE,
        Promise::TABLE,
        Entry::TABLE,
        Task::TABLE,
        Clock::TABLE,
        FollowUp::TABLE,
        Release::TABLE,
        Override::TABLE,
        DisclosureRecord::TABLE,
        Inquiry::TABLE,
        Reply::TABLE,
        Letter::TABLE,
        Arrival::TABLE,
        ArrivalFile::TABLE,
        Document::TABLE,
    ]
    .into_iter()
}

/// Every named statement of the house, for the test that prepares each on both engines.
pub fn all_statements() -> Vec<Statement> {
    let rooms: [&[Statement]; 16] = [
        arrivals::STATEMENTS,
        consents::STATEMENTS,
        desk::READ_STATEMENTS,
        desk::WAY_BACK_STATEMENTS,
        documents::STATEMENTS,
        drafts::STATEMENTS,
        inquiries::STATEMENTS,
        ledger::STATEMENTS,
        letters::STATEMENTS,
        migrate::STATEMENTS,
        office::STATEMENTS,
        once::STATEMENTS,
        queue::STATEMENTS,
        search::STATEMENTS,
        staff::STATEMENTS,
        work::STATEMENTS,
    ];
    rooms
        .iter()
        .chain(cases::STATEMENTS)
        .chain(people::STATEMENTS)
        .flat_map(|room| room.iter().copied())
        .collect()
}
