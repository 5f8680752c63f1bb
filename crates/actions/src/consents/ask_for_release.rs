//! Ask for a release, the first time or again: the letter is drafted in the person's language, for somebody to send.

use domain::{
    access::{Actor, Deed},
    cases::{guards::Facts, may, model::ActName},
    ids::LetterId,
    people::Way,
};

use crate::{
    ActionError, Doing, House,
    letters::{DraftLetter, Receiver, Words, draft_in},
};

/// The template that asks; its delivery passes the turn to the person.
pub(crate) const ASK_FOR_RELEASE: &str = "ask-for-release";

/// Drafts the letter that asks the person of a case for a signed release.
pub async fn ask_for_release(
    house: &House,
    actor: &Actor,
    reference: &str,
    way: Way,
) -> Result<LetterId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let case = doing.case(reference).await?;
    let rules = doing.rules_of(&case)?;
    may(rules.model, ActName::RequestRelease, &case, &Facts::of(&case))?;
    let draft = DraftLetter {
        to: Receiver::Person,
        way,
        to_address: None,
        words: Words::Template {
            id: ASK_FOR_RELEASE.to_owned(),
            fields: std::collections::BTreeMap::new(),
        },
        in_reply_to: None,
        tells_of: vec![],
    };
    let letter = draft_in(&mut doing, &case, draft).await?;
    doing.answers(&letter.id);
    doing
        .commit_case("consents.ask-for-release", case.id, None)
        .await?;
    Ok(letter.id)
}
