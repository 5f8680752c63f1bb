//! Keep a file: whole and sealed in the folder before any row speaks of it.

use std::fmt::Write;

use domain::{
    access::{Actor, Deed},
    documents::{Document, ScanState},
    ids::{CaseId, DocumentId},
};

use store::cases::CaseSight;

use crate::{ActionError, Doing, FieldFault, House};

/// The largest file that is kept with a case.
const LARGEST: usize = 50 * 1024 * 1024;

/// A file as it came through a door.
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    pub name: String,
    /// What its sender says it is.
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[file of {} bytes]", self.bytes.len())
    }
}

/// A file that lies in the folder, and in no row yet.
pub(crate) struct Kept {
    name: String,
    media_type: String,
    bytes: i64,
    digest: String,
    object: String,
}

impl Kept {
    /// Asked before a file is kept, so that nobody fills the folder of a case they may not see.
    pub(crate) async fn may_be_put(
        house: &House,
        actor: &Actor,
        reference: &str,
        deed: Deed,
    ) -> Result<(), ActionError> {
        if !actor.may(deed) {
            return Err(ActionError::NotAllowed(deed));
        }
        let mut look = house.desk().look(actor).await?;
        match look.case(reference).await? {
            CaseSight::Full(_) => Ok(()),
            CaseSight::Exists(_) | CaseSight::Nothing => Err(ActionError::NotFound),
        }
    }

    /// Puts a file into the office's folder. Done before the transaction: nothing but the database is awaited in one.
    pub(crate) async fn put(
        house: &House,
        office: domain::ids::OfficeId,
        upload: Upload,
    ) -> Result<Self, ActionError> {
        let fault = |key: &str| Err(ActionError::Invalid(vec![FieldFault::new("file", key)]));
        if upload.bytes.is_empty() {
            return fault("field-file-empty");
        }
        if upload.bytes.len() > LARGEST {
            return fault("field-file-too-large");
        }
        let house = house.clone();
        let stored = tokio::task::spawn_blocking(move || {
            let stored = house.objects(office)?.put(&upload.bytes)?;
            Ok::<_, ActionError>(Self {
                name: plain_name(&upload.name),
                media_type: upload.media_type,
                bytes: i64::try_from(stored.length).unwrap_or(i64::MAX),
                digest: hex(&stored.sha256),
                object: stored.name.to_string(),
            })
        });
        stored
            .await
            .map_err(|fault| ActionError::Files(Box::new(fault)))?
    }

    /// Writes the file down as a document of a case, in the act it belongs to.
    pub(crate) async fn save(self, doing: &mut Doing<'_>, case: CaseId) -> Result<Document, ActionError> {
        let document = Document {
            id: DocumentId(doing.act.new_id()),
            case_id: case,
            name: self.name,
            media_type: self.media_type,
            bytes: self.bytes,
            digest: self.digest,
            object: self.object,
            scan: ScanState::NotScanned,
            arrival_id: None,
            added_at: doing.stamp.now,
            added_by: doing.stamp.by,
        };
        doing.act.insert(&document).await?;
        Ok(document)
    }
}

/// The last part of a path, without what a screen or a file system could trip over.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    let plain = plain.trim();
    if plain.is_empty() {
        "file".to_owned()
    } else {
        plain.to_owned()
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a text does not fail");
    }
    text
}
