//! Lists of people, and those who may be the sender of something.

use domain::{
    ids::PersonId,
    people::{ContactPoint, Person},
};
use jiff::civil::Date;

use crate::{Reader, StoreError, engine::Column, person_sight, read_model, statements};

/// The columns and the sight of a line, with where the page begins.
macro_rules! list_page {
    ($from:literal, $order:literal) => {
        concat!(
            "select t.id, t.full_name, t.sort_key, t.born_on,
            (select count(*) from cases c where c.office_id = t.office_id and c.person_id = t.id and c.closed_on is null and ",
            crate::sight!("c"),
            ") from people t where t.office_id = $1 and (t.sort_key, t.id) ",
            $from,
            " and ",
            person_sight!("t"),
            " order by ",
            $order,
            " limit $7"
        )
    };
}

statements! {
    /// a page begins at a person, not at a name: names stand in no address
    LIST = list_page!("> ('', $6)", "t.sort_key, t.id");
    LIST_AFTER = list_page!("> ((select k.sort_key from people k where k.office_id = $1 and k.id = $6), $6)", "t.sort_key, t.id");
    LIST_BACK = list_page!("< ((select k.sort_key from people k where k.office_id = $1 and k.id = $6), $6)",
        "t.sort_key desc, t.id desc");
    /// people who share an address, a number or a name with a sender; the score is made by `insight`
    BY_CONTACT = of Person, concat!("join contact_points k on k.office_id = t.office_id and k.person_id = t.id
        where t.office_id = $1 and k.norm = $6 and ", person_sight!("t"), " order by t.id limit 20");
    BY_NAME = of Person, concat!("where t.office_id = $1 and t.sort_key >= $6 and t.sort_key < $7 and ",
        person_sight!("t"), " order by t.sort_key, t.id limit 20");
    CONTACTS = of ContactPoint, "where t.office_id = $1 and t.person_id = $2 order by t.kind, t.id limit 100";
}

read_model! {
    /// One line of the list of people.
    pub struct PersonLine {
        pub id: PersonId,
        pub full_name: String,
        pub sort_key: String,
        pub born_on: Option<Date>,
        /// Open cases the reader may see.
        pub open_cases: i64,
    }
}

/// The next page of people, by name, after the last one shown.
pub async fn list<'d>(
    reader: &mut impl Reader<'d>,
    after: Option<PersonId>,
    limit: i64,
) -> Result<Vec<PersonLine>, StoreError> {
    let mut params = reader.sight_params();
    let (statement, id) = match after {
        Some(id) => (LIST_AFTER, id),
        None => (LIST, PersonId(uuid::Uuid::nil())),
    };
    params.extend([id.to_value(), limit.to_value()]);
    reader.transaction().all(statement, &params).await
}

/// The page of people that ends before this one, by name.
pub async fn list_before<'d>(
    reader: &mut impl Reader<'d>,
    before: PersonId,
    limit: i64,
) -> Result<Vec<PersonLine>, StoreError> {
    let mut params = reader.sight_params();
    params.extend([before.to_value(), limit.to_value()]);
    let mut found: Vec<PersonLine> = reader.transaction().all(LIST_BACK, &params).await?;
    found.reverse();
    Ok(found)
}

/// People who share one of these normalised addresses or numbers, or whose sort key begins like this one.
pub async fn candidates<'d>(
    reader: &mut impl Reader<'d>,
    norms: &[String],
    sort_key: Option<&str>,
) -> Result<Vec<(Person, Vec<ContactPoint>)>, StoreError> {
    let mut found: Vec<Person> = Vec::new();
    for norm in norms {
        let mut params = reader.sight_params();
        params.push(norm.to_value());
        found.extend(reader.transaction().all::<Person>(BY_CONTACT, &params).await?);
    }
    if let Some(key) = sort_key.filter(|k| !k.is_empty()) {
        let mut params = reader.sight_params();
        params.extend([key.to_owned().to_value(), format!("{key}\u{10FFFF}").to_value()]);
        found.extend(reader.transaction().all::<Person>(BY_NAME, &params).await?);
    }
    found.sort_by_key(|p| p.id);
    found.dedup_by_key(|p| p.id);
    let office = reader.reader().office_id;
    let mut out = Vec::with_capacity(found.len());
    for person in found {
        let contacts = reader
            .transaction()
            .all(CONTACTS, &[office.to_value(), person.id.to_value()])
            .await?;
        out.push((person, contacts));
    }
    Ok(out)
}
