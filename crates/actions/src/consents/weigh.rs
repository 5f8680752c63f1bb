//! Weigh: whether an inquiry as it is written would go today, by whom it is asked, and which numbers would stay. For
//! showing; sending asks everything again.

use domain::{
    consents::{Answer, Basis, NumberStays, Question, Sharing, ask_gate, may_disclose, number_may_go},
    ids::{DisclosureId, PersonId},
    inquiries::Inquiry,
    people::Identifier,
};
use jiff::{Timestamp, civil::Date};
use store::{Reader, cases::SeenCase, people::SeenPerson};

use super::share::Known;
use crate::{ActionError, House};

/// What the gate and the decisions against it come to.
#[derive(Debug)]
pub struct Weighed {
    pub answer: Answer,
    /// The ground for each subject, where it may go.
    pub grounds: Option<Vec<(PersonId, Basis)>>,
    /// The subject's sealed numbers, and why each stays; `Ok` for one that may be written into what goes.
    pub numbers: Vec<(Identifier, Result<(), NumberStays>)>,
}

impl Weighed {
    pub fn may_go(&self) -> bool {
        self.grounds.is_some()
    }
}

/// Weighs an inquiry, written down or only thought of, in a look or an act under way.
pub async fn weigh_in<'d>(
    house: &House,
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    subject: Option<&SeenPerson>,
    inquiry: &Inquiry,
    on: (Date, Timestamp),
) -> Result<Weighed, ActionError> {
    let known = Known::seen(reader, case, &inquiry.agency).await?;
    let identifiers = match subject {
        Some(person) => store::people::identifiers(reader, person).await?,
        None => Vec::new(),
    };
    let question: Question<'_> = known.question(case, inquiry, on.0);
    let sharing = Sharing {
        id: DisclosureId(uuid::Uuid::nil()),
        question,
        inquiry_id: inquiry.id,
        drafted_by: inquiry.drafted_by,
        channel: inquiry.channel,
        by: reader.reader().staff_id(),
        at: on.1,
    };
    let permitted = may_disclose(&sharing, house.packs(), &known.releases, &known.overrides);
    let pack = house.packs().in_force(&inquiry.agency, on.0);
    let numbers = identifiers.into_iter().map(|number| {
        let goes = permitted
            .as_ref()
            .map_or(Err(NumberStays::OtherPerson), |disclosure| {
                number_may_go(&number, disclosure, pack)
            });
        (number, goes)
    });
    let numbers = numbers.collect();
    Ok(Weighed {
        answer: ask_gate(&question, house.packs(), &known.releases),
        grounds: permitted.ok().map(|disclosure| disclosure.bases().collect()),
        numbers,
    })
}
