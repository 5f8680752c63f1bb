//! Export every arrival's raw bytes into a folder, one file each, named by its SHA-256.

use std::path::{Path, PathBuf};

use domain::{
    access::Actor,
    ids::{ArrivalId, OfficeId},
};

use super::raw::hex;
use crate::{ActionError, House};

const PAGE: i64 = 200;

/// What was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exported {
    pub messages: u64,
    pub bytes: u64,
}

/// Writes the bytes of every arrival into a folder, which is made if it is not there. For whoever runs the
/// installation, by the command line; each message is on record as read by the house.
pub async fn export(
    house: &House,
    office: OfficeId,
    folder: &Path,
    mut progress: impl FnMut(Exported),
) -> Result<Exported, ActionError> {
    let actor = Actor::house(office);
    let mut done = Exported::default();
    let mut last = ArrivalId(uuid::Uuid::nil());
    loop {
        let page = {
            let mut look = house.desk().look(&actor).await?;
            store::arrivals::kept_raw(&mut look, last, PAGE).await?
        };
        let Some((end, _, _)) = page.last() else {
            return Ok(done);
        };
        last = *end;
        for (id, ..) in &page {
            house.desk().record_read(&actor, None, "raw-mail", id.0).await?;
        }
        let n_messages = page.len() as u64;
        done.bytes += write(house, office, folder.to_owned(), page).await?;
        done.messages += n_messages;
        progress(done);
    }
}

async fn write(
    house: &House,
    office: OfficeId,
    folder: PathBuf,
    page: Vec<store::arrivals::KeptRaw>,
) -> Result<u64, ActionError> {
    let house = house.clone();
    let writing = tokio::task::spawn_blocking(move || {
        let disk = |fault: std::io::Error| ActionError::Files(Box::new(fault));
        std::fs::create_dir_all(&folder).map_err(disk)?;
        let objects = house.objects(office)?;
        let mut n_bytes = 0;
        for (_, digest, object) in page {
            let name = object
                .parse()
                .map_err(|fault| ActionError::Files(Box::new(fault)))?;
            let bytes = objects.get(&name)?;
            n_bytes += bytes.len() as u64;
            std::fs::write(folder.join(hex(&digest)), bytes).map_err(disk)?;
        }
        Ok(n_bytes)
    });
    writing
        .await
        .map_err(|fault| ActionError::Files(Box::new(fault)))?
}
