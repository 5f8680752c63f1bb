//! Drafts: unfinished texts, kept per author, thing and kind. No record yet, so outside the ledger.

use domain::{
    drafts::{Draft, DraftFields},
    ids::{DraftId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Act, Look, Reader, StoreError, cases::SeenCase, params, record, statements};

record!(Draft, "drafts", [
    id: DraftId, staff_id: StaffId, about: Uuid, kind: String, fields: DraftFields, saved_at: Timestamp, version: i64,
], version: version);

statements! {
    FIND = of Draft, "where t.office_id = $1 and t.staff_id = $2 and t.about = $3 and t.kind = $4";
    ABOUT = of Draft, "where t.office_id = $1 and t.staff_id = $2 and t.about = $3 order by t.kind limit 50";
    OF_STAFF = of Draft, "where t.office_id = $1 and t.staff_id = $2 order by t.saved_at desc, t.id limit 50";
    /// anybody's, about one case: what hangs on it when it closes
    ABOUT_CASE = of Draft, "where t.office_id = $1 and t.about = $2 order by t.saved_at desc, t.id limit 200";
    SAVE = "insert into drafts (office_id, id, staff_id, about, kind, fields, saved_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, 1)
        on conflict (office_id, staff_id, about, kind) do update
        set fields = excluded.fields, saved_at = excluded.saved_at, version = drafts.version + 1
        returning version";
    DROP_ONE = "delete from drafts where office_id = $1 and id = $2";
    DROP = "delete from drafts where office_id = $1 and staff_id = $2 and about = $3 and kind = $4";
}

/// The reader's own draft of one kind about one thing.
pub async fn find(look: &mut Look<'_>, about: Uuid, kind: &str) -> Result<Option<Draft>, StoreError> {
    let actor = *look.actor();
    let params = params![actor.office_id, actor.staff_id(), about, kind.to_owned()];
    look.tx().one(FIND, params).await
}

/// The reader's own drafts about one thing, of every kind.
pub async fn about(look: &mut Look<'_>, about: Uuid) -> Result<Vec<Draft>, StoreError> {
    let actor = *look.actor();
    look.tx()
        .all(ABOUT, params![actor.office_id, actor.staff_id(), about])
        .await
}

/// Everybody's drafts about a case.
pub async fn about_case<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Draft>, StoreError> {
    let office = reader.reader().office_id;
    reader
        .transaction()
        .all(ABOUT_CASE, params![office, case.id.0])
        .await
}

/// The reader's own drafts, newest first.
pub async fn mine(look: &mut Look<'_>) -> Result<Vec<Draft>, StoreError> {
    let actor = *look.actor();
    look.tx()
        .all(OF_STAFF, params![actor.office_id, actor.staff_id()])
        .await
}

impl Act<'_> {
    /// Saves the actor's draft over the one before, and answers its version.
    pub async fn save_draft(
        &mut self,
        about: Uuid,
        kind: &str,
        fields: &DraftFields,
    ) -> Result<i64, StoreError> {
        let actor = *self.actor();
        let id = DraftId(self.new_id());
        let now = self.now();
        let params = params![
            actor.office_id,
            id,
            actor.staff_id(),
            about,
            kind.to_owned(),
            *fields,
            now
        ];
        Ok(self
            .tx()
            .one::<(i64,)>(SAVE, params)
            .await?
            .map_or(1, |(version,)| version))
    }

    /// Drops a draft whoever wrote it, because what it was about is over.
    pub async fn drop_draft_of_case(&mut self, _case: &SeenCase, id: DraftId) -> Result<(), StoreError> {
        let office = self.office_id();
        self.tx().execute(DROP_ONE, params![office, id]).await?;
        Ok(())
    }

    /// The draft became a record, or was thrown away.
    pub async fn drop_draft(&mut self, about: Uuid, kind: &str) -> Result<(), StoreError> {
        let actor = *self.actor();
        self.tx()
            .execute(
                DROP,
                params![actor.office_id, actor.staff_id(), about, kind.to_owned()],
            )
            .await?;
        Ok(())
    }
}
