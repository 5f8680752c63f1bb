//! "No news yet": the person was told by phone that there is none, with one key.

use domain::{
    access::{Actor, Deed},
    cases::{self, CalledWith, Calling, Direction, Reached},
    ids::EntryId,
};

use super::log_call::{LogCall, log_in};
use crate::{ActionError, Doing, House};

/// Records the contact, which renews the promise of the cadence like any other talk.
pub async fn no_news_yet(house: &House, actor: &Actor, reference: &str) -> Result<EntryId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let log = LogCall {
        calling: Calling {
            with: CalledWith::Person,
            direction: Direction::Out,
            reached: Reached::Spoke,
            minutes: None,
            at: None,
            body: String::new(),
            no_news: true,
        },
        tells_of: vec![],
        keeps: vec![],
        follow_up: None,
    };
    let entry = log_in(&mut doing, reference, &log).await?;
    // Without a person nobody heard anything, and the key would record what did not happen.
    if entry.person_id.is_none() {
        return Err(cases::Refusal::NotHeard.into());
    }
    doing.answers(&entry.id);
    doing
        .commit_case("cases.no-news-yet", entry.case_id, None)
        .await?;
    Ok(entry.id)
}
