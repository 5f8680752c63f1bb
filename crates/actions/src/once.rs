//! The same form sent twice is one act: a browser that was cut off may send it again and gets the first answer.

use domain::ids;

use crate::{ActionError, House};

/// What an act answers, as a text beside the form's key.
pub trait Answer: Sized {
    fn to_text(&self) -> String;
    /// None: a text this kind of answer never has.
    fn from_text(text: &str) -> Option<Self>;
}

/// Runs an act with a form's key. The key sent again does nothing and answers what the first time answered.
///
/// The act has to begin with the house it is given, and to name its answer with [`crate::Doing::answers`] where it
/// answers more than that it is done.
pub async fn once<T, F>(
    house: &House,
    key: &str,
    act: impl FnOnce(House) -> F + Send,
) -> Result<T, ActionError>
where
    T: Answer,
    F: Future<Output = Result<T, ActionError>> + Send,
{
    match act(house.keyed(key)).await {
        // The key belongs to another form's act.
        Err(ActionError::DoneBefore(text)) => T::from_text(&text).ok_or(ActionError::Conflict),
        done => done,
    }
}

impl Answer for () {
    fn to_text(&self) -> String {
        String::new()
    }
    fn from_text(_: &str) -> Option<Self> {
        Some(())
    }
}

/// Versions and counts.
impl Answer for i64 {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// References, and other words that are never blank.
impl Answer for String {
    fn to_text(&self) -> String {
        self.clone()
    }
    fn from_text(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| text.to_owned())
    }
}

macro_rules! ids_are_answers {
    ($($id:ident),* $(,)?) => {$(
        impl Answer for ids::$id {
            fn to_text(&self) -> String {
                self.to_string()
            }
            fn from_text(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )*};
}
ids_are_answers!(
    StaffId,
    PersonId,
    ContactPointId,
    IdentifierId,
    CaseId,
    PromiseId,
    TaskId,
    EntryId,
    ArrivalId,
    DocumentId,
    ReleaseId,
    OverrideId,
    InquiryId,
    ReplyId,
    LetterId,
    FollowUpId,
);
