//! Sessions: a browser's stay. Operational rows, kept outside the ledger; logging in and out are acts that are in it.

use domain::{
    ids::{OfficeId, StaffId},
    staff::{Session, Staff},
};
use jiff::Timestamp;

use super::{
    ATTEMPT, ATTEMPTS, ATTEMPTS_FORGET, DOOR, DOOR_OPEN, DOOR_SHUT, DOORS_CARRY, DOORS_ENDED, SESSION,
    SESSION_END, SESSION_SEEN, SESSION_START, SESSIONS_CARRY, SESSIONS_ENDED, SESSIONS_OF, SESSIONS_OF_END,
};
use crate::{
    Act, Desk, StoreError,
    engine::{Column, Deadline, Record},
    params,
};

/// The session behind a browser's secret and the worker it belongs to, if both still stand.
pub async fn find(
    desk: &Desk,
    token_digest: &[u8],
) -> Result<Option<(OfficeId, Session, Staff)>, StoreError> {
    let digest = token_digest.to_vec();
    let mut tx = desk.database().read(None, Deadline::PAGE).await?;
    let Some((office,)) = tx.one::<(OfficeId,)>(DOOR, params![digest]).await? else {
        return Ok(None);
    };
    tx.rollback().await?;
    let mut tx = desk.database().read(Some(office), Deadline::PAGE).await?;
    let found: Option<(Staff, Session)> = tx.one(SESSION, params![office, digest]).await?;
    tx.rollback().await?;
    Ok(found.map(|(staff, session)| (office, session, staff)))
}

/// Notes that the browser was seen. Called at most once a minute.
pub async fn seen(desk: &Desk, office: OfficeId, session: &Session, at: Timestamp) -> Result<(), StoreError> {
    let mut tx = desk.database().write(Some(office), Deadline::PAGE).await?;
    tx.execute(SESSION_SEEN, params![office, session.id, at]).await?;
    tx.execute(DOORS_ENDED, params![at]).await?;
    tx.commit().await
}

impl Act<'_> {
    /// Lets a browser in.
    pub async fn start_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let (office, now) = (self.office_id(), self.now());
        self.tx().execute(SESSIONS_ENDED, params![office, now]).await?;
        let mut values = vec![office.to_value()];
        values.extend(session.values());
        self.tx().execute(SESSION_START, &values).await?;
        self.tx()
            .execute(DOOR_OPEN, params![session.token_digest, office, session.ends_at])
            .await?;
        Ok(())
    }

    pub async fn end_session(&mut self, token_digest: &[u8]) -> Result<(), StoreError> {
        let office = self.office_id();
        let digest = token_digest.to_vec();
        self.tx().execute(SESSION_END, params![office, digest]).await?;
        self.tx().execute(DOOR_SHUT, params![digest]).await?;
        Ok(())
    }

    /// Shows every browser of one worker the door.
    pub async fn end_sessions_of(&mut self, staff: StaffId) -> Result<(), StoreError> {
        let office = self.office_id();
        let digests: Vec<(Vec<u8>,)> = self.tx().all(SESSIONS_OF, params![office, staff]).await?;
        for (digest,) in digests {
            self.tx().execute(DOOR_SHUT, params![digest]).await?;
        }
        self.tx().execute(SESSIONS_OF_END, params![office, staff]).await?;
        Ok(())
    }
}

/// When this subject (a keyed digest of a login name, of a network, or of both) was noted since `since`: the newest
/// hundred, newest first.
pub async fn attempts(
    desk: &Desk,
    office: OfficeId,
    subject: &str,
    since: Timestamp,
) -> Result<Vec<Timestamp>, StoreError> {
    let mut tx = desk.database().read(Some(office), Deadline::PAGE).await?;
    let found = tx
        .all::<(Timestamp,)>(ATTEMPTS, params![office, subject.to_owned(), since])
        .await?;
    tx.rollback().await?;
    Ok(found.into_iter().map(|(at,)| at).collect())
}

impl Act<'_> {
    /// Notes an attempt under each of these subjects.
    pub async fn note_login_attempts(&mut self, subjects: &[String]) -> Result<(), StoreError> {
        let (office, now) = (self.office_id(), self.now());
        for subject in subjects {
            self.tx()
                .execute(ATTEMPT, params![office, subject.clone(), now])
                .await?;
        }
        Ok(())
    }

    /// Forgets the attempts of subjects that got in, and everything from before `before`.
    pub async fn forget_login_attempts(
        &mut self,
        subjects: &[String],
        before: Timestamp,
    ) -> Result<(), StoreError> {
        let office = self.office_id();
        for subject in subjects {
            self.tx()
                .execute(ATTEMPTS_FORGET, params![office, before, subject.clone()])
                .await?;
        }
        Ok(())
    }
}

/// Keeps everybody in after a clock that can be set was set: their stays begin anew.
pub async fn carry_over(
    desk: &Desk,
    office: OfficeId,
    now: Timestamp,
    ends_at: Timestamp,
) -> Result<(), StoreError> {
    let mut tx = desk.database().write(Some(office), Deadline::PAGE).await?;
    tx.execute(SESSIONS_CARRY, params![office, now, ends_at]).await?;
    tx.execute(DOORS_CARRY, params![office, ends_at]).await?;
    tx.commit().await
}
