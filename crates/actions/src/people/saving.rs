//! What acts on a person share: the person locked by what is changed of them, their words to be found by, and the
//! line that says so.

use domain::{
    access::{Actor, Deed as May},
    ids::PersonId,
    people::{ContactPoint, Person},
};
use store::{
    ledger::Deed,
    people::SeenPerson,
    search::{Doc, DocKind},
};
use uuid::Uuid;

use crate::{ActionError, Doing, House};

/// Begins an act on a person the actor may know of.
pub(super) async fn begin<'h>(
    house: &'h House,
    actor: &Actor,
    id: PersonId,
) -> Result<(Doing<'h>, SeenPerson), ActionError> {
    let mut doing = Doing::begin(house, actor, May::WorkCases).await?;
    let person = doing.person(id).await?;
    Ok((doing, person))
}

impl Doing<'_> {
    /// A person the actor may know of; not there and not allowed answer alike.
    pub async fn person(&mut self, id: PersonId) -> Result<SeenPerson, ActionError> {
        self.act.person(id).await?.ok_or(ActionError::NotFound)
    }

    /// Makes a person findable by their names and by what they are reached at. Sealed numbers never enter the index.
    pub(super) async fn index_person(
        &mut self,
        person: &Person,
        points: &[ContactPoint],
    ) -> Result<(), ActionError> {
        let mut text = person.full_name.clone();
        let points = points.iter().map(|point| &point.value);
        for more in std::iter::once(&person.called)
            .chain(&person.other_names)
            .chain(points)
        {
            text.push(' ');
            text.push_str(more);
        }
        let doc = Doc {
            id: person.id.0,
            kind: DocKind::Person,
            case_id: None,
            person_id: Some(person.id),
            at: person.created_at,
            text: &text,
        };
        Ok(self.act.index(doc).await?)
    }

    /// Commits an act done to something of a person.
    pub(super) async fn commit_person(
        self,
        action: &'static str,
        (object, object_id): (&'static str, Uuid),
        reason: Option<String>,
    ) -> Result<(), ActionError> {
        let deed = Deed {
            action,
            object,
            object_id,
            case_id: None,
            outcome: "done",
            reason,
        };
        self.commit(deed).await?;
        Ok(())
    }
}
