//! Take down a call, a visit or a letter: what somebody types in is an arrival like any other, and may open its case at
//! once. The safe ways to reach the person are asked first, and belong to them, not to this matter.

use domain::{
    access::{Actor, Deed as May},
    arrivals::{ArrivalChannel, ArrivalRefusal, Because, MatterKind},
    ids::ArrivalId,
};
use jiff::civil::Date;
use store::ledger::Deed;

use super::{
    decide,
    open_case_from::{WhoseCase, open_from_in},
    take_in::typed_in,
};
use crate::{ActionError, Doing, House, cases::OpenCase};

/// What was said.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeDown {
    pub channel: ArrivalChannel,
    /// Who called or came; blank where they did not say.
    pub name: String,
    /// A number or mailbox for this one matter; blank where they left none.
    pub reach: String,
    pub subject: String,
    pub text: String,
    pub kind: MatterKind,
    /// BCP 47 tag of the language it was said in.
    pub language: Option<String>,
    /// A date that cannot wait, such as a hearing.
    pub due_hint_on: Option<Date>,
    /// Opens a case for it in the same act.
    pub open: Option<(WhoseCase, OpenCase)>,
}

/// What was taken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenDown {
    pub arrival: ArrivalId,
    /// The reference of the case that was opened.
    pub case: Option<String>,
}

/// Takes it down, and opens its case where one is wanted.
pub async fn take_down(house: &House, actor: &Actor, what: TakeDown) -> Result<TakenDown, ActionError> {
    if what.text.trim().is_empty() && what.subject.trim().is_empty() {
        return Err(ArrivalRefusal::WordsMissing.into());
    }
    let mut doing = Doing::begin(house, actor, May::TakeIn).await?;
    let mut arrival = typed_in(house, what.channel, doing.stamp.now);
    arrival.because = vec![Because {
        key: "arrival-typed-in".to_owned(),
        args: Vec::new(),
    }];
    arrival.from_name = what.name.trim().to_owned();
    arrival.from_address = what.reach.trim().to_owned();
    arrival.subject = what.subject.trim().to_owned();
    arrival.new_text = what.text;
    arrival.kind = what.kind;
    arrival.language = what.language;
    arrival.due_hint_on = what.due_hint_on;
    doing.act.insert(&arrival).await?;
    let mut taken = TakenDown {
        arrival: arrival.id,
        case: None,
    };
    let mut case_id = None;
    if let Some((whose, case)) = what.open {
        // What was said stays, also where opening the case is taken back.
        doing.act.keep_a_way_back();
        let (decision, reference) = open_from_in(&mut doing, &arrival, whose, case, Vec::new()).await?;
        case_id = decide::decided_in(&mut doing, &arrival, decision)
            .await?
            .fate_case;
        taken.case = Some(reference);
    }
    let deed = Deed {
        action: "arrivals.take_down",
        object: "arrivals",
        object_id: arrival.id.0,
        case_id,
        outcome: "done",
        reason: None,
    };
    doing.commit(deed).await?;
    Ok(taken)
}
