//! People, the ways to reach them, and their sealed numbers.

mod find;
mod list;

use std::collections::BTreeMap;

use domain::{
    ids::{ContactPointId, IdentifierId, PersonId},
    people::{
        BornPrecision, ContactKind, ContactPoint, Identifier, IdentifierKind, Interpreter, Person, Safe,
        SafeContact, Way,
    },
};
use jiff::{Timestamp, civil::Date};

pub use find::{SeenPerson, contact_points, find, identifiers, subject};
pub use list::{PersonLine, candidates, list, list_before};

use crate::{json_columns, record, word_columns};

word_columns!(BornPrecision, Interpreter, ContactKind, Safe, Way, IdentifierKind);
json_columns!(SafeContact, BTreeMap<String, String>);

record!(Person, "people", [
    id: PersonId, full_name: String, called: String, sort_key: String, other_names: Vec<String>,
    born_on: Option<Date>, born_precision: BornPrecision, languages: Vec<String>, interpreter: Interpreter,
    pronouns: Option<String>, safe: SafeContact, needs: Option<String>, deceased_on: Option<Date>,
    do_not_contact: Option<String>, created_at: Timestamp, version: i64,
], version: version);

record!(ContactPoint, "contact_points", [
    id: ContactPointId, person_id: PersonId, kind: ContactKind, value: String, norm: String, safe: Safe,
    from_on: Option<Date>, to_on: Option<Date>, verified_on: Option<Date>, note: Option<String>, version: i64,
], version: version);

record!(Identifier, "identifiers", [
    id: IdentifierId, person_id: PersonId, kind: IdentifierKind, sealed: Vec<u8>, blind: Vec<u8>, last4: String,
    agency: Option<String>, created_at: Timestamp, version: i64,
], version: version);

pub(crate) const STATEMENTS: &[&[crate::engine::Statement]] = &[find::STATEMENTS, list::STATEMENTS];

/// Which people the reader may know of: not one behind a wall or a conflict of interest, unless a case of theirs
/// is open to the reader. The alias is that of the `people` table.
#[macro_export]
macro_rules! person_sight {
    ($p:literal) => {
        concat!(
            "($5 or ($3 and (not exists (select 1 from cases w where w.office_id = ", $p,
            ".office_id and w.person_id = ", $p, ".id and (w.visibility = 'walled' or exists (select 1 from
            case_exceptions x where x.office_id = w.office_id and x.case_id = w.id and x.staff_id = $2 and x.kind = 'deny')))
            or exists (select 1 from cases c where c.office_id = ", $p, ".office_id and c.person_id = ", $p, ".id and ",
            $crate::sight!("c"), "))))"
        )
    };
}
