//! Answer an arrival as an opinion: it is counted as one, and no case is opened.

use domain::{access::Actor, arrivals::Decision, ids::ArrivalId};

use super::decide;
use crate::{ActionError, House};

/// Takes the arrival for an opinion. The note says how it was answered, where it was.
pub async fn answer_opinion(
    house: &House,
    actor: &Actor,
    id: ArrivalId,
    note: Option<String>,
) -> Result<(), ActionError> {
    let (doing, arrival) = decide::begin(house, actor, id).await?;
    let decision = Decision::AnsweredOpinion { note };
    decide::settle(doing, &arrival, decision, "arrivals.answer_opinion").await
}
