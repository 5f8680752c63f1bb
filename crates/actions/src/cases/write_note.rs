//! Write a note to ourselves. Never refused for what the case lacks, and no promise is kept by it.

use domain::{
    access::{Actor, Deed},
    cases::{self, Entry, Noting},
    ids::EntryId,
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Writes the note, and moves the next act to `follow_up` where the worker chose a day.
pub async fn write_note(
    house: &House,
    actor: &Actor,
    reference: &str,
    noting: &Noting,
    follow_up: Option<Date>,
) -> Result<EntryId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let entry = write_note_in(&mut doing, reference, noting, follow_up).await?;
    doing.answers(&entry.id);
    doing.commit_case("cases.write-note", entry.case_id, None).await?;
    Ok(entry.id)
}

/// Writes the note as part of an act under way.
pub async fn write_note_in(
    doing: &mut Doing<'_>,
    reference: &str,
    noting: &Noting,
    follow_up: Option<Date>,
) -> Result<Entry, ActionError> {
    let seen = doing.case(reference).await?;
    let mut fresh = doing.fresh();
    let entry = cases::note(&seen, noting, &doing.stamp, &mut fresh)?;
    doing.tell(&seen, &entry).await?;
    if follow_up.is_some() {
        let mut after = super::set_next::follow_up_on(doing, &seen, follow_up)?;
        doing.save_case(&mut after).await?;
    }
    doing.drop_draft(&seen, "note").await?;
    Ok(entry)
}
