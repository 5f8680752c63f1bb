//! Read a file of a case. That it was opened is recorded before a byte of it is given.

use domain::{
    access::{Actor, Deed},
    documents::Document,
    ids::DocumentId,
};
use files::ObjectName;
use store::cases::CaseSight;

use crate::{ActionError, House};

/// The file's row and its bytes, checked to the last one.
pub async fn read(
    house: &House,
    actor: &Actor,
    reference: &str,
    id: DocumentId,
) -> Result<(Document, Vec<u8>), ActionError> {
    if !actor.may(Deed::SeeCases) {
        return Err(ActionError::NotAllowed(Deed::SeeCases));
    }
    let mut look = house.desk().look(actor).await?;
    let CaseSight::Full(case) = look.case(reference).await? else {
        return Err(ActionError::NotFound);
    };
    let document = store::documents::one(&mut look, &case, id).await?;
    let document = document.ok_or(ActionError::NotFound)?;
    drop(look);
    house
        .desk()
        .record_read(actor, Some(case.id), "documents", id.0)
        .await?;
    let name: ObjectName = document.object.parse().map_err(broken)?;
    let objects = house.objects(actor.office_id)?;
    let bytes = tokio::task::spawn_blocking(move || objects.get(&name)).await;
    Ok((document, bytes.map_err(broken)??))
}

fn broken(fault: impl std::error::Error + Send + Sync + 'static) -> ActionError {
    ActionError::Files(Box::new(fault))
}
