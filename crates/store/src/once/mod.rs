//! Forms that were sent already: the same form again changes nothing and gets the first answer.
//!
//! The key is written in the act's own transaction, so it is there exactly if what it stands for is.

use domain::ids::OfficeId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Act, Desk, StoreError, engine::Deadline, params, statements};

statements! {
    /// waits for another act that holds the key, until that one has committed or gone
    CLAIM = "insert into once_keys (office_id, key, at, result) values ($1, $2, $3, '')
        on conflict (office_id, key) do nothing";
    ANSWER = "select result from once_keys where office_id = $1 and key = $2";
    KEEP = "update once_keys set result = $3 where office_id = $1 and key = $2";
    RELEASE = "delete from once_keys where office_id = $1 and key = $2";
    FORGET = "delete from once_keys where office_id = $1 and at < $2";
}

impl Act<'_> {
    /// Takes a key for this act. Some: an act with it is done already, and this is what it answered.
    pub async fn claim_once(&mut self, key: &str) -> Result<Option<String>, StoreError> {
        let (office, now, key) = (self.office_id(), self.now(), self.once_key(key));
        if self.tx().execute(CLAIM, params![office, key, now]).await? == 1 {
            return Ok(None);
        }
        let found: Option<(String,)> = self.tx().one(ANSWER, params![office, key]).await?;
        Ok(Some(found.map(|(result,)| result).unwrap_or_default()))
    }

    /// Gives back a key that this act took and did not use.
    pub async fn release_once(&mut self, key: &str) -> Result<(), StoreError> {
        let (office, key) = (self.office_id(), self.once_key(key));
        self.tx().execute(RELEASE, params![office, key]).await?;
        Ok(())
    }

    /// Keeps what the act answers beside its key.
    pub async fn keep_answer(&mut self, key: &str, result: &str) -> Result<(), StoreError> {
        let (office, key) = (self.office_id(), self.once_key(key));
        let params = params![office, key, result.to_owned()];
        self.tx().execute(KEEP, params).await?;
        Ok(())
    }

    /// One worker's key says nothing to another, and has one length.
    fn once_key(&self, key: &str) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(self.actor().staff_id().0.as_bytes());
        digest.update(key.as_bytes());
        digest.finalize().to_vec()
    }
}

/// Forgets keys from before `before`: nobody sends so old a form again.
pub async fn forget(desk: &Desk, office: OfficeId, before: Timestamp) -> Result<u64, StoreError> {
    let mut tx = desk.database().write(Some(office), Deadline::PAGE).await?;
    let n = tx.execute(FORGET, params![office, before]).await?;
    tx.commit().await?;
    Ok(n)
}
