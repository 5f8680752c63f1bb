//! An act runs in a task of its own: a browser that goes away cannot stop it half-way.

use actions::{ActionError, Answer, House, once};
use domain::access::Actor;

use super::{Fields, PageError, Visit};

/// Runs an act to its end, whatever becomes of the request.
pub async fn perform<T, F>(act: F) -> Result<T, ActionError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, ActionError>> + Send + 'static,
{
    match tokio::spawn(act).await {
        Ok(done) => done,
        // The act panicked: nothing of it was committed.
        Err(fault) => Err(ActionError::Failed(store::StoreError::broken(fault))),
    }
}

/// As [`perform`], once for the form it follows: the same form sent again changes nothing and gets the first answer.
pub async fn perform_once<T, F>(
    visit: &Visit,
    fields: &Fields,
    act: impl FnOnce(House, Actor) -> F + Send + 'static,
) -> Result<T, ActionError>
where
    T: Answer + Send + 'static,
    F: Future<Output = Result<T, ActionError>> + Send + 'static,
{
    perform_keyed(visit, fields.once().unwrap_or_default(), act).await
}

/// The same under a key of its own, for a form that is followed by two acts.
pub async fn perform_keyed<T, F>(
    visit: &Visit,
    key: String,
    act: impl FnOnce(House, Actor) -> F + Send + 'static,
) -> Result<T, ActionError>
where
    T: Answer + Send + 'static,
    F: Future<Output = Result<T, ActionError>> + Send + 'static,
{
    let (house, actor) = (visit.house().clone(), *visit.actor());
    perform(async move { once(&house, &key, |house| act(house, actor)).await }).await
}

impl From<ActionError> for PageError {
    fn from(fault: ActionError) -> Self {
        match fault {
            ActionError::NotFound | ActionError::NotAllowed(_) => PageError::NotFound,
            ActionError::Refused(refused) => PageError::Refused(refused),
            ActionError::Invalid(faults) => PageError::Refused(
                faults
                    .into_iter()
                    .map(|f| actions::Refused {
                        key: f.key,
                        args: f.args,
                    })
                    .collect(),
            ),
            // Acts with a form's key run through `actions::once`, which reads the first answer; one that comes here did not.
            ActionError::Conflict | ActionError::DoneBefore(_) => PageError::Conflict,
            ActionError::Failed(fault) => fault.into(),
            ActionError::Files(source) => PageError::Trouble(source.to_string()),
        }
    }
}
