//! One case, for somebody who may see it, or may know that it is there.

use domain::{
    cases::Case,
    ids::{CaseId, StaffId},
};

use crate::{Act, Look, Reader, StoreError, engine::Column, sight, statements};

/// Restricted, and not behind a wall or a conflict of interest: its existence may be shown.
macro_rules! exists_sight {
    () => {
        "t.visibility = 'restricted' and $3 and not exists (select 1 from case_exceptions x
         where x.office_id = t.office_id and x.case_id = t.id and x.staff_id = $2 and x.kind = 'deny')"
    };
}

statements! {
    BY_REFERENCE = of Case, concat!("where t.office_id = $1 and t.reference = $6 and ", sight!("t"));
    BY_ID = of Case, concat!("where t.office_id = $1 and t.id = $6 and ", sight!("t"));
    /// acts on one case wait for each other; a row that only refers to the case, written by an act on another, does not
    BY_ID_LOCKED = {
        postgres: "select 1::bigint from cases where office_id = $1 and id = $2 for no key update",
        sqlite: "select 1 from cases where office_id = $1 and id = $2",
    };
    RESTRICTED = concat!("select t.reference, coalesce(s.name, '') from cases t
        left join staff s on s.office_id = t.office_id and s.id = t.owner_id
        where t.office_id = $1 and t.reference = $6 and ($4 or not $4) and ($5 or not $5) and ", exists_sight!());
    TO_ASK_FOR = concat!("select t.id, t.owner_id from cases t
        where t.office_id = $1 and t.reference = $6 and ($4 or not $4) and ($5 or not $5) and ", exists_sight!());
    TAKEN = "select 1 from cases where office_id = $1 and reference = $2 limit 1";
}

/// A case the reader was allowed to open: the key to everything kept beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenCase(Case);

impl std::ops::Deref for SeenCase {
    type Target = Case;
    fn deref(&self) -> &Case {
        &self.0
    }
}

impl SeenCase {
    /// The case by value, to be changed in an act.
    pub fn into_inner(self) -> Case {
        self.0
    }

    /// A case that this very act opened or changed.
    pub(crate) const fn of_act(case: Case) -> Self {
        Self(case)
    }
}

/// What colleagues may know of a restricted case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestrictedCase {
    pub reference: String,
    /// Who keeps it; empty where it is the queue.
    pub owner: String,
}

/// What a reader gets for a reference.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseSight {
    /// Not there, or behind a wall: the same answer.
    Nothing,
    Exists(RestrictedCase),
    Full(Box<SeenCase>),
}

/// Looks a reference up. Existing, foreign, walled and unknown references cost the same two questions.
pub async fn find<'d>(reader: &mut impl Reader<'d>, reference: &str) -> Result<CaseSight, StoreError> {
    let mut params = reader.sight_params();
    params.push(reference.to_owned().to_value());
    let case = reader.transaction().one::<Case>(BY_REFERENCE, &params).await?;
    if let Some(case) = case {
        return Ok(CaseSight::Full(Box::new(SeenCase(case))));
    }
    let restricted: Option<(String, String)> = reader.transaction().one(RESTRICTED, &params).await?;
    Ok(restricted.map_or(CaseSight::Nothing, |(reference, owner)| {
        CaseSight::Exists(RestrictedCase { reference, owner })
    }))
}

pub async fn by_id<'d>(reader: &mut impl Reader<'d>, id: CaseId) -> Result<Option<SeenCase>, StoreError> {
    let mut params = reader.sight_params();
    params.push(id.to_value());
    Ok(reader
        .transaction()
        .one::<Case>(BY_ID, &params)
        .await?
        .map(SeenCase))
}

/// Whether the office already gave this reference to a case, whoever may see that case.
pub async fn reference_taken(act: &mut Act<'_>, reference: &str) -> Result<bool, StoreError> {
    let params = [act.office_id().to_value(), reference.to_owned().to_value()];
    Ok(act.tx().one::<(i64,)>(TAKEN, &params).await?.is_some())
}

impl Look<'_> {
    pub async fn case(&mut self, reference: &str) -> Result<CaseSight, StoreError> {
        find(self, reference).await
    }

    pub async fn case_by_id(&mut self, id: CaseId) -> Result<Option<SeenCase>, StoreError> {
        by_id(self, id).await
    }
}

impl Act<'_> {
    /// The case by reference, locked until the end of the act; none where the actor may not open it.
    pub async fn case(&mut self, reference: &str) -> Result<Option<SeenCase>, StoreError> {
        match find(self, reference).await? {
            CaseSight::Full(case) => self.case_by_id(case.id).await,
            CaseSight::Exists(_) | CaseSight::Nothing => Ok(None),
        }
    }

    /// As [`Act::case`], by id. The lock is taken first, so that what is read is what will be decided on.
    pub async fn case_by_id(&mut self, id: CaseId) -> Result<Option<SeenCase>, StoreError> {
        let params = [self.office_id().to_value(), id.to_value()];
        self.tx().one::<(i64,)>(BY_ID_LOCKED, &params).await?;
        by_id(self, id).await
    }

    /// A restricted case whose existence the actor may know of, and who has it: enough to ask for it, and no more.
    pub async fn case_to_ask_for(
        &mut self,
        reference: &str,
    ) -> Result<Option<(CaseId, Option<StaffId>)>, StoreError> {
        let mut params = self.sight_params();
        params.push(reference.to_owned().to_value());
        self.tx().one(TO_ASK_FOR, &params).await
    }

    /// Inserts a new case and answers the key to what this act keeps beside it.
    pub async fn insert_case(&mut self, case: Case) -> Result<SeenCase, StoreError> {
        self.insert(&case).await?;
        Ok(SeenCase::of_act(case))
    }
}
