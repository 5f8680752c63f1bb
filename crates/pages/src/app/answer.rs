//! From an act's refusal back to the form it came from: the same words on top and beside the field, what was typed kept.

use actions::{ActionError, Refused};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::access::Actor;
use maud::Markup;

use super::{PageError, Visit, perform};
/// What to fix: field name and words. The name is empty where it is about the whole form.
pub type Faults = Vec<(String, String)>;

impl Visit {
    /// A refusal in the visitor's language, its days and words as people write them.
    pub fn say(&self, refused: &Refused) -> String {
        self.words.explain(&self.here(), &refused.key, &refused.args)
    }

    /// The faults of a form, where the act's answer belongs on the form; any other answer is a page of its own.
    pub fn faults(&self, fault: ActionError) -> Result<Faults, PageError> {
        match fault {
            ActionError::Refused(all) => Ok(all.iter().map(|r| (String::new(), self.say(r))).collect()),
            ActionError::Invalid(all) => {
                let here = self.here();
                let one =
                    |f: actions::FieldFault| (f.field.to_owned(), self.words.explain(&here, &f.key, &f.args));
                Ok(all.into_iter().map(one).collect())
            }
            other => Err(other.into()),
        }
    }

    /// Runs an act to its end in a task of its own, once for a form's key.
    pub async fn once<T, A, F>(&self, key: Option<String>, act: A) -> Result<T, ActionError>
    where
        T: actions::Answer + Send + 'static,
        A: FnOnce(actions::House, Actor) -> F + Send + 'static,
        F: Future<Output = Result<T, ActionError>> + Send + 'static,
    {
        let (house, actor) = (self.house().clone(), *self.actor());
        perform(async move {
            match key {
                Some(key) => actions::once(&house, &key, |house| act(house, actor)).await,
                None => act(house, actor).await,
            }
        })
        .await
    }
}

/// A form shown again, with something to fix.
pub fn again(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
