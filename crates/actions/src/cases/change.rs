//! Change what is written of a case. Where a colleague changed the same field meanwhile, nothing is saved and both
//! versions can be had.

use domain::{
    access::{Actor, Deed},
    both::{Differing, differing, settle},
    cases::{self, CaseField, CaseFields},
};
use store::cases::CaseSight;

use crate::{ActionError, Doing, House};

/// A form with the fields of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeCase {
    /// The version the form was made from.
    pub version: i64,
    /// What the form showed; with it, fields that only one of two people touched are both kept.
    pub was: Option<CaseFields>,
    pub fields: CaseFields,
}

/// Both versions of the fields that two people changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothVersions {
    /// The version that is there now, for the form that chooses.
    pub version: i64,
    pub theirs: CaseFields,
    pub differing: Vec<Differing<CaseField>>,
}

/// Changes the case.
///
/// # Errors
/// [`ActionError::Conflict`] where a colleague changed one of the same fields since the form was made; ask
/// [`both_versions`] then.
pub async fn change(
    house: &House,
    actor: &Actor,
    reference: &str,
    change: &ChangeCase,
) -> Result<(), ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let theirs = CaseFields::of(&seen);
    let fields = if seen.version == change.version {
        Some(change.fields.clone())
    } else {
        settle(&theirs, change.was.as_ref(), &change.fields)
    };
    let mut after = cases::change(&seen, &fields.ok_or(ActionError::Conflict)?)?;
    doing.save_case(&mut after).await?;
    doing.index_case(&after).await?;
    if after.cadence_days != seen.cadence_days {
        let clocks = store::cases::clocks(&mut doing.act, &seen).await?;
        let mut fresh = doing.fresh();
        let moves = cases::follow_cadence(&after, &clocks, &doing.stamp, &mut fresh);
        doing.save_clocks(moves).await?;
    }
    let changed = differing(&theirs, None, &CaseFields::of(&after));
    let names: Vec<String> = changed.iter().map(|d| d.field.to_string()).collect();
    if !names.is_empty() {
        let detail = [("fields", names.join(" "))];
        doing.tell_event(&after, "changed", &detail).await?;
    }
    doing.drop_draft(&seen, "change").await?;
    doing.commit_case("cases.change", seen.id, None).await?;
    Ok(())
}

/// What is there now beside what the form holds, for the second of two people to choose.
pub async fn both_versions(
    house: &House,
    actor: &Actor,
    reference: &str,
    change: &ChangeCase,
) -> Result<BothVersions, ActionError> {
    let mut look = house.desk().look(actor).await?;
    let CaseSight::Full(case) = look.case(reference).await? else {
        return Err(ActionError::NotFound);
    };
    let theirs = CaseFields::of(&case);
    Ok(BothVersions {
        version: case.version,
        differing: differing(&theirs, change.was.as_ref(), &change.fields),
        theirs,
    })
}
