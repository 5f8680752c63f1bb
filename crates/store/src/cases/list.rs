//! Lists of cases: keyset pages forth and back, one statement for each shape that is hot.

use domain::{
    cases::{NextAct, Urgency, Visibility},
    clocks::Turn,
    ids::{CaseId, PersonId, StaffId},
};
use jiff::civil::Date;

use crate::{
    Reader, StoreError,
    engine::{Column, Statement, Value},
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
    (back $where:literal) => {
        concat!(
            line!(),
            "where t.office_id = $1 and t.closed_on is null ",
            $where,
            " and (t.next_on, t.id) < ($6, $7) and ",
            sight!("t"),
            " order by t.next_on desc, t.id desc limit $8"
        )
    };
}

/// The longest silence first. `$9` is today; a case is quiet once the promise to be in touch has run out.
macro_rules! quiet_page {
    ($past:literal, $turned:literal, $order:literal) => {
        concat!(
            line!(),
            "where t.office_id = $1 and t.closed_on is null and coalesce(t.heard_on, t.opened_on) < $9 and ",
            $past,
            " and (coalesce(t.heard_on, t.opened_on), t.id) ",
            $turned,
            " ($6, $7) and ",
            sight!("t"),
            $order,
            " limit $8"
        )
    };
}

/// Several conditions at once; an empty word, or `true`, asks nothing.
macro_rules! conditions {
    () => {
        "and ($9 or t.owner_id = $10) and ($11 = '' or t.turn = $11) and ($12 = '' or t.agency = $12)
         and ($13 = '' or t.phase = $13)"
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
    OPEN_WHERE = concat!(line!(), "where t.office_id = $1 and t.closed_on is null ", conditions!(),
        " and (t.next_on, t.id) > ($6, $7) and ", sight!("t"), " order by t.next_on, t.id limit $8");
    BACK_ALL = open_page!(back "");
    BACK_OF = open_page!(back "and t.owner_id = $9");
    BACK_QUEUE = open_page!(back "and t.owner_id is null");
    BACK_TURN = open_page!(back "and t.turn = $9");
    BACK_OF_TURN = open_page!(back "and t.owner_id = $9 and t.turn = $10");
    BACK_AGENCY = open_page!(back "and t.agency = $9");
    BACK_PHASE = open_page!(back "and t.phase = $9");
    BACK_WHERE = concat!(line!(), "where t.office_id = $1 and t.closed_on is null ", conditions!(),
        " and (t.next_on, t.id) < ($6, $7) and ", sight!("t"), " order by t.next_on desc, t.id desc limit $8");
    QUIET = {
        postgres: quiet_page!("coalesce(t.heard_on, t.opened_on) + t.cadence_days::int < $9", ">",
            " order by coalesce(t.heard_on, t.opened_on), t.id"),
        sqlite: quiet_page!("date(coalesce(t.heard_on, t.opened_on), '+' || t.cadence_days || ' days') < $9", ">",
            " order by coalesce(t.heard_on, t.opened_on), t.id"),
    };
    BACK_QUIET = {
        postgres: quiet_page!("coalesce(t.heard_on, t.opened_on) + t.cadence_days::int < $9", "<",
            " order by coalesce(t.heard_on, t.opened_on) desc, t.id desc"),
        sqlite: quiet_page!("date(coalesce(t.heard_on, t.opened_on), '+' || t.cadence_days || ' days') < $9", "<",
            " order by coalesce(t.heard_on, t.opened_on) desc, t.id desc"),
    };
    CLOSED = concat!(line!(), "where t.office_id = $1 and t.closed_on is not null and (t.closed_on, t.id) < ($6, $7) and ",
        sight!("t"), " order by t.closed_on desc, t.id desc limit $8");
    BACK_CLOSED = concat!(line!(), "where t.office_id = $1 and t.closed_on is not null and (t.closed_on, t.id) > ($6, $7) and ",
        sight!("t"), " order by t.closed_on, t.id limit $8");
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

impl CaseLine {
    /// Where this line stands in its list: the key of the page after it, or before it.
    pub fn key(&self, filter: &CaseFilter) -> (Date, CaseId) {
        let on = match filter {
            CaseFilter::Closed => self.closed_on.unwrap_or(self.next_on),
            CaseFilter::OpenQuiet(_) => self.heard_on.unwrap_or(self.opened_on),
            CaseFilter::OpenAll
            | CaseFilter::OpenOf(_)
            | CaseFilter::OpenQueue
            | CaseFilter::OpenTurn(_)
            | CaseFilter::OpenOfTurn(..)
            | CaseFilter::OpenAgency(_)
            | CaseFilter::OpenPhase(_)
            | CaseFilter::OpenWhere(_) => self.next_on,
        };
        (on, self.id)
    }
}

/// Conditions that all hold; none asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseConditions {
    pub owner: Option<StaffId>,
    pub turn: Option<Turn>,
    pub agency: Option<String>,
    pub phase: Option<String>,
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
    OpenWhere(CaseConditions),
    /// Those whose people have not heard from us in the time we promised, by this day.
    OpenQuiet(Date),
    Closed,
}

impl CaseFilter {
    fn statements(&self) -> (Statement, Statement) {
        match self {
            CaseFilter::OpenAll => (OPEN_ALL, BACK_ALL),
            CaseFilter::OpenOf(_) => (OPEN_OF, BACK_OF),
            CaseFilter::OpenQueue => (OPEN_QUEUE, BACK_QUEUE),
            CaseFilter::OpenTurn(_) => (OPEN_TURN, BACK_TURN),
            CaseFilter::OpenOfTurn(..) => (OPEN_OF_TURN, BACK_OF_TURN),
            CaseFilter::OpenAgency(_) => (OPEN_AGENCY, BACK_AGENCY),
            CaseFilter::OpenPhase(_) => (OPEN_PHASE, BACK_PHASE),
            CaseFilter::OpenWhere(_) => (OPEN_WHERE, BACK_WHERE),
            CaseFilter::OpenQuiet(_) => (QUIET, BACK_QUIET),
            CaseFilter::Closed => (CLOSED, BACK_CLOSED),
        }
    }

    fn params(&self) -> Vec<Value> {
        match self {
            CaseFilter::OpenAll | CaseFilter::OpenQueue | CaseFilter::Closed => vec![],
            CaseFilter::OpenOf(staff) => vec![staff.to_value()],
            CaseFilter::OpenTurn(turn) => vec![turn.to_value()],
            CaseFilter::OpenOfTurn(staff, turn) => vec![staff.to_value(), turn.to_value()],
            CaseFilter::OpenAgency(word) | CaseFilter::OpenPhase(word) => vec![word.to_value()],
            CaseFilter::OpenQuiet(today) => vec![today.to_value()],
            CaseFilter::OpenWhere(asked) => vec![
                asked.owner.is_none().to_value(),
                asked.owner.unwrap_or(StaffId(uuid::Uuid::nil())).to_value(),
                asked.turn.map_or("", Turn::as_str).to_owned().to_value(),
                asked.agency.clone().unwrap_or_default().to_value(),
                asked.phase.clone().unwrap_or_default().to_value(),
            ],
        }
    }
}

/// A page of cases the reader may see in full, after the last one shown: open ones by their next date, quiet ones by
/// their silence, closed ones newest first.
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
    params.extend(filter.params());
    reader.transaction().all(filter.statements().0, &params).await
}

/// The page that ends before `before`, in the order of [`page`].
pub async fn page_before<'d>(
    reader: &mut impl Reader<'d>,
    filter: &CaseFilter,
    before: (Date, CaseId),
    limit: i64,
) -> Result<Vec<CaseLine>, StoreError> {
    let mut params = reader.sight_params();
    params.extend([before.0.to_value(), before.1.to_value(), limit.to_value()]);
    params.extend(filter.params());
    let mut found: Vec<CaseLine> = reader.transaction().all(filter.statements().1, &params).await?;
    found.reverse();
    Ok(found)
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
