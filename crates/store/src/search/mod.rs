//! Search: texts are indexed in the transaction that writes them, and found through the access filter only.

mod analyse;

use domain::ids::{CaseId, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

pub use analyse::{analyse, words};

use crate::{Act, Reader, StoreError, engine::Column, params, person_sight, read_model, sight, statements};

/// What was matched, with the case, the note or the person it stands for.
macro_rules! found {
    ($matched:literal) => {
        concat!(
            "select d.kind, t.id, t.reference, t.title, coalesce(p.full_name, ''), t.closed_on is null, t.opened_at,
             e.body, q.id, q.full_name from ",
            $matched,
            " d left join cases t on t.office_id = $1 and t.id = d.case_id and d.kind <> 'person' and ",
            sight!("t"),
            " left join people p on p.office_id = t.office_id and p.id = t.person_id
              left join entries e on e.office_id = $1 and e.id = d.id and d.kind = 'entry' and (not e.private or e.by = $2)
              left join people q on q.office_id = $1 and q.id = d.person_id and d.kind = 'person' and ",
            person_sight!("q"),
            " where q.id is not null or (t.id is not null and (d.kind = 'case' or e.id is not null))
              order by d.at desc, d.id limit $8"
        )
    };
}

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
    /// the newest matches first, a bounded number of them, each with what it belongs to where the reader may see that;
    /// one statement, however much is found
    FOUND = {
        postgres: found!("search_documents($6, $7)"),
        sqlite: found!("(select d.id, d.kind, d.case_id, d.person_id, d.at from search_docs d
            where d.office_id = $1 and d.rid in (select rowid from search_fts where search_fts match $6
            order by rowid desc limit 400) order by d.at desc, d.id limit $7)"),
    };
    BY_BLIND = concat!("select t.id, t.full_name from identifiers i join people t on t.office_id = i.office_id and t.id = i.person_id
        where t.office_id = $1 and i.blind = $6 and ", person_sight!("t"), " order by t.id limit 20");
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

read_model! {
    /// One thing that was found. `t.closed_on is null` says nothing where there is no case.
    pub struct Hit {
        pub kind: String,
        pub case_id: Option<CaseId>,
        pub reference: Option<String>,
        pub title: Option<String>,
        pub person: String,
        pub open: bool,
        pub opened_at: Option<Timestamp>,
        pub body: Option<String>,
        pub person_id: Option<PersonId>,
        pub full_name: Option<String>,
    }
}

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
    let asked = reader.transaction().search_question(&words);
    let mut params = reader.sight_params();
    params.extend([
        asked.to_value(),
        CANDIDATES.to_value(),
        i64::try_from(most).unwrap_or(CANDIDATES).to_value(),
    ]);
    let hits: Vec<Hit> = reader.transaction().all(FOUND, &params).await?;
    for hit in hits {
        if let (Some(id), Some(full_name)) = (hit.person_id, hit.full_name) {
            found.people.push(PersonHit { id, full_name });
        } else if let (Some(id), Some(reference), Some(title), Some(opened_at)) =
            (hit.case_id, hit.reference, hit.title, hit.opened_at)
        {
            let case = CaseHit {
                id,
                reference,
                title,
                person: hit.person,
                open: hit.open,
                opened_at,
            };
            match hit.body {
                Some(body) => found.notes.push((case, body)),
                None => found.cases.push(case),
            }
        }
    }
    Ok(found)
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
