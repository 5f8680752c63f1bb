//! Search: texts are indexed in the transaction that writes them, and found through the access filter only.

mod analyse;

use domain::ids::{CaseId, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

pub use analyse::{analyse, words};

use crate::{
    Act, Reader, StoreError,
    engine::{Column, Value},
    params, person_sight, read_model, sight, statements,
};

statements! {
    INDEX = {
        postgres: "insert into search_docs (office_id, id, kind, case_id, person_id, at, text, tsv)
            values ($1, $2, $3, $4, $5, $6, $7, to_tsvector('simple', $7))
            on conflict (office_id, id) do update set text = $7, tsv = to_tsvector('simple', $7), at = $6,
            case_id = $4, person_id = $5",
        sqlite: "insert into search_docs (office_id, id, kind, case_id, person_id, at, text)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (office_id, id) do update set text = $7, at = $6, case_id = $4, person_id = $5",
    };
    /// the newest matches first, a bounded number of them; what the reader may see is decided afterwards
    MATCH = {
        postgres: "select id, kind, case_id, person_id, at from search_documents($2, $3) where $1::uuid is not null",
        sqlite: "select d.id, d.kind, d.case_id, d.person_id, d.at from search_docs d
            where d.office_id = $1 and d.rid in (select rowid from search_fts where search_fts match $2
            order by rowid desc limit 400) order by d.at desc, d.id limit $3",
    };
    CASE_HIT = concat!("select t.id, t.reference, t.title, coalesce(p.full_name, ''), t.closed_on is null, t.opened_at from cases t
        left join people p on p.office_id = t.office_id and p.id = t.person_id
        where t.office_id = $1 and t.id = $6 and ", sight!("t"));
    PERSON_HIT = concat!("select t.id, t.full_name from people t where t.office_id = $1 and t.id = $6 and ", person_sight!("t"));
    BY_BLIND = concat!("select t.id, t.full_name from identifiers i join people t on t.office_id = i.office_id and t.id = i.person_id
        where t.office_id = $1 and i.blind = $6 and ", person_sight!("t"), " order by t.id limit 20");
    NOTE_TEXT = "select t.body from entries t where t.office_id = $1 and t.id = $2 and (not t.private or t.by = $3)";
}

/// How many matches are looked at before the filter; more than that and the question is too common to rank.
const CANDIDATES: i64 = 200;

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocKind {
    Case,
    Person,
    Entry,
}

impl DocKind {
    const fn as_str(self) -> &'static str {
        match self {
            DocKind::Case => "case",
            DocKind::Person => "person",
            DocKind::Entry => "entry",
        }
    }
}

/// A text to be found later.
#[derive(Debug, Clone)]
pub struct Doc<'a> {
    pub id: Uuid,
    pub kind: DocKind,
    pub case_id: Option<CaseId>,
    pub person_id: Option<PersonId>,
    pub at: Timestamp,
    pub text: &'a str,
}

impl Act<'_> {
    /// Makes a text findable, in this act. Sensitive cases are not indexed: their words stay out of the index.
    pub async fn index(&mut self, doc: Doc<'_>) -> Result<(), StoreError> {
        let office = self.office_id();
        let kind = doc.kind.as_str().to_owned();
        let params = params![
            office,
            doc.id,
            kind,
            doc.case_id,
            doc.person_id,
            doc.at,
            analyse(doc.text)
        ];
        self.tx().execute(INDEX, params).await?;
        Ok(())
    }
}

read_model! {
    /// A case that was found.
    pub struct CaseHit {
        pub id: CaseId,
        pub reference: String,
        pub title: String,
        pub person: String,
        pub open: bool,
        pub opened_at: Timestamp,
    }
}

read_model! {
    /// A person who was found.
    pub struct PersonHit {
        pub id: PersonId,
        pub full_name: String,
    }
}

/// What a question found, only what the reader may see.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    pub cases: Vec<CaseHit>,
    pub people: Vec<PersonHit>,
    /// Notes, with the case they stand in.
    pub notes: Vec<(CaseHit, String)>,
}

type Match = (Uuid, String, Option<CaseId>, Option<PersonId>, Timestamp);

/// Searches people, cases and notes for all the words of a question.
pub async fn search<'d>(
    reader: &mut impl Reader<'d>,
    question: &str,
    most: usize,
) -> Result<Found, StoreError> {
    let words = words(question);
    let mut found = Found::default();
    if words.is_empty() {
        return Ok(found);
    }
    let office = reader.reader().office_id;
    let asked = reader.transaction().search_question(&words);
    let params = params![office, asked, CANDIDATES];
    let matches: Vec<Match> = reader.transaction().all(MATCH, params).await?;
    for (id, kind, case_id, person_id, _) in matches {
        if found.cases.len() + found.people.len() + found.notes.len() >= most {
            break;
        }
        match (kind.as_str(), case_id, person_id) {
            ("case", Some(case), _) => found.cases.extend(case_hit(reader, case).await?),
            ("person", _, Some(person)) => found.people.extend(person_hit(reader, person).await?),
            ("entry", Some(case), _) => {
                if let Some(hit) = case_hit(reader, case).await?
                    && let Some(body) = note_text(reader, id).await?
                {
                    found.notes.push((hit, body));
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

async fn case_hit<'d>(reader: &mut impl Reader<'d>, case: CaseId) -> Result<Option<CaseHit>, StoreError> {
    let mut params = reader.sight_params();
    params.push(case.to_value());
    reader.transaction().one(CASE_HIT, &params).await
}

async fn person_hit<'d>(
    reader: &mut impl Reader<'d>,
    person: PersonId,
) -> Result<Option<PersonHit>, StoreError> {
    let mut params = reader.sight_params();
    params.push(person.to_value());
    reader.transaction().one(PERSON_HIT, &params).await
}

async fn note_text<'d>(reader: &mut impl Reader<'d>, entry: Uuid) -> Result<Option<String>, StoreError> {
    let actor = *reader.reader();
    let params = [
        actor.office_id.to_value(),
        Value::Uuid(entry),
        actor.staff_id().to_value(),
    ];
    Ok(reader
        .transaction()
        .one::<(String,)>(NOTE_TEXT, &params)
        .await?
        .map(|(body,)| body))
}

/// People who hold exactly this number, by its keyed digest.
pub async fn by_identifier<'d>(
    reader: &mut impl Reader<'d>,
    blind: &[u8],
) -> Result<Vec<PersonHit>, StoreError> {
    let mut params = reader.sight_params();
    params.push(blind.to_vec().to_value());
    reader.transaction().all(BY_BLIND, &params).await
}
