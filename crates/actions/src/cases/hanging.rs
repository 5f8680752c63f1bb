//! What is known of a case when an act is about to happen: the facts its model asks for, and what hangs on it.

use domain::{
    access::Actor,
    cases::{Hanging, guards::Facts, with_stated},
    ids::DraftId,
    inquiries::{Inquiry, Reply},
};
use store::{
    Reader, StoreError,
    cases::{CaseSight, SeenCase},
};

use crate::{ActionError, House};

/// The kind of the draft that a closing is written in; it hangs on nothing.
pub const CLOSING_DRAFT: &str = "closing";

/// The facts of a case. A reply is undelivered until the person heard of it.
pub async fn facts<'d>(reader: &mut (impl Reader<'d> + Send), case: &SeenCase) -> Result<Facts, StoreError> {
    let inquiries = store::inquiries::of_case(reader, case).await?;
    let replies = store::inquiries::replies(reader, case).await?;
    let events = store::cases::events(reader, case).await?;
    Ok(with_stated(&facts_of(case, &inquiries, &replies), &events))
}

fn facts_of(case: &SeenCase, inquiries: &[Inquiry], replies: &[Reply]) -> Facts {
    Facts {
        open_inquiries: inquiries.iter().filter(|inquiry| inquiry.is_under_way()).count(),
        undelivered_replies: replies.iter().filter(|reply| reply.is_untold()).count(),
        ..Facts::of(case)
    }
}

/// Everything that hangs on a case, for the one list that is confirmed when it closes.
pub async fn hanging<'d>(
    reader: &mut (impl Reader<'d> + Send),
    case: &SeenCase,
) -> Result<Hanging, StoreError> {
    let facts = facts(reader, case).await?;
    Ok(Hanging {
        tasks: store::cases::tasks(reader, case).await?,
        promises: store::cases::promises(reader, case).await?,
        drafts: drafts(reader, case).await?,
        visits: store::cases::visits(reader, case).await?,
        clocks: store::cases::clocks(reader, case).await?,
        facts,
    })
}

async fn drafts<'d>(
    reader: &mut (impl Reader<'d> + Send),
    case: &SeenCase,
) -> Result<Vec<DraftId>, StoreError> {
    let drafts = store::drafts::about_case(reader, case).await?;
    let others = drafts.into_iter().filter(|draft| draft.kind != CLOSING_DRAFT);
    Ok(others.map(|draft| draft.id).collect())
}

/// The case and what hangs on it, for the page that asks for the confirmation.
pub async fn before_closing(
    house: &House,
    actor: &Actor,
    reference: &str,
) -> Result<(SeenCase, Hanging), ActionError> {
    let mut look = house.desk().look(actor).await?;
    let CaseSight::Full(case) = look.case(reference).await? else {
        return Err(ActionError::NotFound);
    };
    let hanging = hanging(&mut look, &case).await?;
    Ok((*case, hanging))
}

/// The replies of a case that its person has not heard of yet, newest first.
pub async fn untold_replies<'d>(
    reader: &mut (impl Reader<'d> + Send),
    case: &SeenCase,
) -> Result<Vec<Reply>, StoreError> {
    let replies = store::inquiries::replies(reader, case).await?;
    Ok(replies.into_iter().filter(Reply::is_untold).collect())
}
