//! Files that came with an arrival: unpacked from its raw bytes when somebody wants them, and sealed each on its own.

use domain::{
    arrivals::{Arrival, ArrivalRefusal},
    documents::{Document, ScanState},
    ids::{CaseId, DocumentId, OfficeId},
};
use exchange::mail::{self, Attachment, Limits};
use files::StoredObject;

use crate::{ActionError, Doing, House};

/// A file that is on the disk, and in no row yet.
pub(super) struct SealedFile {
    name: String,
    media_type: String,
    stored: StoredObject,
}

/// Its own name, or a plain one where it has none.
pub(super) fn name_of(attachment: &Attachment, n: i64) -> String {
    attachment
        .name
        .clone()
        .unwrap_or_else(|| format!("attachment-{n}"))
}

/// Unpacks and seals the wanted files, counted from 1. This is done before an act is begun: it waits for the disk.
pub(super) async fn seal(
    house: &House,
    office: OfficeId,
    arrival: &Arrival,
    wanted: &[i64],
) -> Result<Vec<SealedFile>, ActionError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let raw = arrival.raw_object.clone().ok_or(ArrivalRefusal::NoSuchFile)?;
    let (house, mut wanted) = (house.clone(), wanted.to_vec());
    wanted.sort_unstable();
    wanted.dedup();
    let sealing = tokio::task::spawn_blocking(move || {
        let objects = house.objects(office)?;
        let name = raw.parse().map_err(|fault| ActionError::Files(Box::new(fault)))?;
        let message =
            mail::read(&objects.get(&name)?, &Limits::default()).map_err(|_| ArrivalRefusal::NoSuchFile)?;
        let mut sealed = Vec::with_capacity(wanted.len());
        for n in wanted {
            let at = usize::try_from(n - 1).map_err(|_| ArrivalRefusal::NoSuchFile)?;
            let attachment = message.attachments.get(at).ok_or(ArrivalRefusal::NoSuchFile)?;
            let media_type = if attachment.is_what_it_says() {
                attachment.media_type.clone()
            } else {
                "application/octet-stream".to_owned()
            };
            sealed.push(SealedFile {
                name: name_of(attachment, n),
                media_type,
                stored: objects.put(&attachment.bytes)?,
            });
        }
        Ok(sealed)
    });
    sealing
        .await
        .map_err(|fault| ActionError::Files(Box::new(fault)))?
}

/// Adds the files to a case, shut until somebody says that they are safe.
pub(super) async fn add(
    doing: &mut Doing<'_>,
    case: CaseId,
    arrival: &Arrival,
    sealed: Vec<SealedFile>,
) -> Result<(), ActionError> {
    for file in sealed {
        let digest = file.stored.sha256.iter().map(|byte| format!("{byte:02x}"));
        let document = Document {
            id: DocumentId(doing.act.new_id()),
            case_id: case,
            name: file.name,
            media_type: file.media_type,
            bytes: i64::try_from(file.stored.length).unwrap_or(i64::MAX),
            digest: digest.collect(),
            object: file.stored.name.to_string(),
            scan: ScanState::NotScanned,
            arrival_id: Some(arrival.id),
            added_at: doing.stamp.now,
            added_by: doing.stamp.by,
        };
        doing.act.insert(&document).await?;
    }
    Ok(())
}
