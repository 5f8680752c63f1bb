//! Lists of cases: keyset pages, one statement for each shape that is hot.

use domain::{
    cases::{NextAct, Urgency, Visibility},
    clocks::Turn,
    ids::{CaseId, PersonId, StaffId},
};
use jiff::civil::Date;

use crate::{
    Reader, StoreError,
    engine::{Column, Value},
    read_model, sight, statements,
};

/// The columns of one line, before `from`.
macro_rules! line {
    () => {
        "select t.id, t.reference, t.title, coalesce(p.full_name, ''), t.person_id, t.agency, t.phase, t.turn, t.urgency,
         t.visibility, t.owner_id, coalesce(s.name, ''), t.opened_on, t.heard_on, t.cadence_days, t.next_act, t.next_on,
         t.closed_on from cases t
         left join people p on p.office_id = t.office_id and p.id = t.person_id
         left join staff s on s.office_id = t.office_id and s.id = t.owner_id "
    };
}

macro_rules! open_page {
    ($where:literal) => {
        concat!(
            line!(),
            "where t.office_id = $1 and t.closed_on is null ",
            $where,
            " and (t.next_on, t.id) > ($6, $7) and ",
            sight!("t"),
            " order by t.next_on, t.id limit $8"
        )
    };
}

statements! {
    OPEN_ALL = open_page!("");
    OPEN_OF = open_page!("and t.owner_id = $9");
    OPEN_QUEUE = open_page!("and t.owner_id is null");
    OPEN_TURN = open_page!("and t.turn = $9");
    OPEN_OF_TURN = open_page!("and t.owner_id = $9 and t.turn = $10");
    OPEN_AGENCY = open_page!("and t.agency = $9");
    OPEN_PHASE = open_page!("and t.phase = $9");
    CLOSED = concat!(line!(), "where t.office_id = $1 and t.closed_on is not null and (t.closed_on, t.id) < ($6, $7) and ",
        sight!("t"), " order by t.closed_on desc, t.id desc limit $8");
    OF_PERSON = concat!(line!(), "where t.office_id = $1 and t.person_id = $6 and ", sight!("t"),
        " order by t.opened_on desc, t.id limit 100");
}

read_model! {
    /// One line of a list of cases.
    pub struct CaseLine {
        pub id: CaseId,
        pub reference: String,
        pub title: String,
        /// Empty while the person is not known.
        pub person: String,
        pub person_id: Option<PersonId>,
        pub agency: Option<String>,
        pub phase: String,
        pub turn: Turn,
        pub urgency: Urgency,
        pub visibility: Visibility,
        pub owner_id: Option<StaffId>,
        /// Empty where it is in the queue.
        pub owner: String,
        pub opened_on: Date,
        pub heard_on: Option<Date>,
        pub cadence_days: i64,
        pub next_act: NextAct,
        pub next_on: Date,
        pub closed_on: Option<Date>,
    }
}

/// Which cases a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseFilter {
    OpenAll,
    OpenOf(StaffId),
    OpenQueue,
    OpenTurn(Turn),
    OpenOfTurn(StaffId, Turn),
    OpenAgency(String),
    OpenPhase(String),
    Closed,
}

/// A page of cases the reader may see in full, after the last one shown: open ones by their next date, closed ones
/// newest first.
pub async fn page<'d>(
    reader: &mut impl Reader<'d>,
    filter: &CaseFilter,
    after: Option<(Date, CaseId)>,
    limit: i64,
) -> Result<Vec<CaseLine>, StoreError> {
    let first = match filter {
        CaseFilter::Closed => (Date::constant(9000, 1, 1), CaseId(uuid::Uuid::max())),
        _ => (Date::constant(1, 1, 1), CaseId(uuid::Uuid::nil())),
    };
    let (on, id) = after.unwrap_or(first);
    let mut params = reader.sight_params();
    params.extend([on.to_value(), id.to_value(), limit.to_value()]);
    let (statement, more): (_, Vec<Value>) = match filter {
        CaseFilter::OpenAll => (OPEN_ALL, vec![]),
        CaseFilter::OpenOf(staff) => (OPEN_OF, vec![staff.to_value()]),
        CaseFilter::OpenQueue => (OPEN_QUEUE, vec![]),
        CaseFilter::OpenTurn(turn) => (OPEN_TURN, vec![turn.to_value()]),
        CaseFilter::OpenOfTurn(staff, turn) => (OPEN_OF_TURN, vec![staff.to_value(), turn.to_value()]),
        CaseFilter::OpenAgency(agency) => (OPEN_AGENCY, vec![agency.to_value()]),
        CaseFilter::OpenPhase(phase) => (OPEN_PHASE, vec![phase.to_value()]),
        CaseFilter::Closed => (CLOSED, vec![]),
    };
    params.extend(more);
    reader.transaction().all(statement, &params).await
}

/// The cases of one person that the reader may see.
pub async fn of_person<'d>(
    reader: &mut impl Reader<'d>,
    person: PersonId,
) -> Result<Vec<CaseLine>, StoreError> {
    let mut params = reader.sight_params();
    params.push(person.to_value());
    reader.transaction().all(OF_PERSON, &params).await
}
