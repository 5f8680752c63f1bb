//! Open a person: somebody the office did not know before.

use domain::{
    access::{Actor, Deed},
    ids::PersonId,
};

use super::{NewPerson, add_in};
use crate::{ActionError, Doing, House};

/// Opens a person as an act of its own.
pub async fn open_person(house: &House, actor: &Actor, what: NewPerson) -> Result<PersonId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let id = add_in(&mut doing, what).await?.id;
    doing.answers(&id);
    doing.commit_person("people.open", ("people", id.0), None).await?;
    Ok(id)
}
