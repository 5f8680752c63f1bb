//! Promise the person something by a day, in a way that is safe for them.

use domain::{
    access::{Actor, Deed},
    cases::promises::{self, Promising},
    ids::PromiseId,
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House};

/// Makes the promise, as it was agreed with the person.
pub async fn promise(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: &str,
    due_on: Date,
    safe_way: &str,
) -> Result<PromiseId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let seen = doing.case(reference).await?;
    let promising = Promising {
        id: PromiseId(doing.act.new_id()),
        what: what.to_owned(),
        due_on,
        safe_way: safe_way.to_owned(),
    };
    let promise = promises::promise(&seen, &promising, &doing.stamp)?;
    doing.act.insert(&promise).await?;
    let detail = [("what", promise.what.clone()), ("due", due_on.to_string())];
    doing.tell_event(&seen, "promised", &detail).await?;
    doing.answers(&promise.id);
    doing.commit_case("cases.promise", seen.id, None).await?;
    Ok(promise.id)
}
