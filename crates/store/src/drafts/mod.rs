//! Drafts: unfinished texts, kept per author, thing and kind. No record yet, so outside the ledger.

use domain::{
    drafts::{Draft, DraftFields},
    ids::{DraftId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Act, Look, StoreError, params, record, statements};

record!(Draft, "drafts", [
    id: DraftId, staff_id: StaffId, about: Uuid, kind: String, fields: DraftFields, saved_at: Timestamp, version: i64,
], version: version);

statements! {
    FIND = of Draft, "where t.office_id = $1 and t.staff_id = $2 and t.about = $3 and t.kind = $4";
    ABOUT = of Draft, "where t.office_id = $1 and t.staff_id = $2 and t.about = $3 order by t.kind limit 50";
    OF_STAFF = of Draft, "where t.office_id = $1 and t.staff_id = $2 order by t.saved_at desc, t.id limit 50";
    SAVE = "insert into drafts (office_id, id, staff_id, about, kind, fields, saved_at, version)
        values ($1, $2, $3, $4, $5, $6, $7, 1)
        on conflict (office_id, staff_id, about, kind) do update
        set fields = excluded.fields, saved_at = excluded.saved_at, version = drafts.version + 1
        returning version";
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
