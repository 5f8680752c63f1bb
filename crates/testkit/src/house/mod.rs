//! A furnished office for a test: both case models, one worker of each role and a colleague, a clock that stands
//! still until it is set, dice that fall alike in every run.

mod found;
pub(crate) mod keeper;

use actions::House;
use domain::{
    access::Actor,
    ids::{OfficeId, ProgrammeId, StaffId},
    staff::Role,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use store::{Desk, ledger::Verified};

pub use keeper::Keeper;

/// What everybody in a test house types to log in.
pub const PASSWORD: &str = "a kettle of quiet herons";

/// The login of the second caseworker; the others log in by the word of their role.
pub const COLLEAGUE: &str = "colleague";

/// Monday 2 March 2026, eight in the morning in Chicago, where the office is.
pub fn monday() -> Timestamp {
    "2026-03-02T14:00:00Z".parse().expect("an instant")
}

/// One office on a fresh database. All of it goes when the last clone does.
#[derive(Clone)]
pub struct TestHouse {
    pub house: House,
    pub office: OfficeId,
    /// The programme of the constituent model.
    pub constituent: ProgrammeId,
    /// The programme of the social model.
    pub social: ProgrammeId,
    staff: Vec<(Role, StaffId)>,
    colleague: StaffId,
    keeper: std::sync::Arc<Keeper>,
}

impl TestHouse {
    pub async fn on_sqlite() -> Self {
        let (database, keeper) = keeper::sqlite().await;
        found::found(database, keeper).await
    }

    pub async fn on_postgres() -> Self {
        let (database, keeper) = keeper::postgres().await;
        found::found(database, keeper).await
    }

    pub fn desk(&self) -> &Desk {
        self.house.desk()
    }

    /// What keeps the database and the folder of files alive, for a test that looks at them from outside.
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    pub fn id(&self, role: Role) -> StaffId {
        let of_role = self.staff.iter().find(|(r, _)| *r == role);
        of_role.expect("there is one of each role").1
    }

    pub fn actor(&self, role: Role) -> Actor {
        Actor::staff(self.office, self.id(role), role)
    }

    pub fn intake(&self) -> Actor {
        self.actor(Role::Intake)
    }

    pub fn caseworker(&self) -> Actor {
        self.actor(Role::Caseworker)
    }

    /// A second caseworker.
    pub fn colleague(&self) -> Actor {
        Actor::staff(self.office, self.colleague, Role::Caseworker)
    }

    pub fn supervisor(&self) -> Actor {
        self.actor(Role::Supervisor)
    }

    pub fn director(&self) -> Actor {
        self.actor(Role::Director)
    }

    pub fn administrator(&self) -> Actor {
        self.actor(Role::Administrator)
    }

    pub fn auditor(&self) -> Actor {
        self.actor(Role::Auditor)
    }

    /// The office's own machinery.
    pub fn machinery(&self) -> Actor {
        Actor::house(self.office)
    }

    pub fn now(&self) -> Timestamp {
        self.desk().now()
    }

    /// Today in the office's zone.
    pub fn today(&self) -> Date {
        self.now().to_zoned(store::zone("America/Chicago")).date()
    }

    /// Sets the clock.
    pub fn at(&self, now: Timestamp) {
        assert!(self.desk().time().set(now), "a test house's clock can be set");
    }

    /// Walks the office's ledger and its rows; a test fails where they do not fit.
    pub async fn verify(&self) -> Verified {
        let walked = store::ledger::verify(self.desk().database(), self.office).await;
        walked
            .expect("the ledger is walked")
            .expect("the ledger and its rows fit")
    }

    /// Lets whole days pass.
    pub fn days_pass(&self, days: i64) {
        self.at(self.now() + (days * 24).hours());
    }
}

/// Runs one test body on both engines, as `test_name::on_sqlite` and `test_name::on_postgres`.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$doc:meta])* async fn $name:ident($house:ident) $body:block)*) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn body($house: $crate::house::TestHouse) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                body($crate::house::TestHouse::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if $crate::postgres::is_skipped() {
                    println!("skipped: PostgreSQL by wish");
                    return;
                }
                body($crate::house::TestHouse::on_postgres().await).await;
            }
        }
    )*};
}
