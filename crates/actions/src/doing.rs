//! An act under way: who does it, when, on which office's rules. The frame every act file fills.

use std::sync::Arc;

use domain::{
    access::{Actor, Deed as May},
    cases::{Case, ClockMoves, Rules, Stamp},
    clocks::Calendar,
    ids::CaseId,
    office::Office,
};
use store::{Act, ledger::Deed};
use uuid::Uuid;

use crate::{ActionError, Answer, House, Refused};

/// One act, from its role check to its line in the ledger.
pub struct Doing<'h> {
    pub house: &'h House,
    pub act: Act<'h>,
    pub office: Arc<Office>,
    pub stamp: Stamp,
    /// What the act answers, kept beside the form's key.
    answer: Option<String>,
}

impl<'h> Doing<'h> {
    /// Checks that the actor does this kind of thing at all, and opens the transaction.
    pub async fn begin(house: &'h House, actor: &Actor, may: May) -> Result<Self, ActionError> {
        if !actor.may(may) {
            return Err(ActionError::NotAllowed(may));
        }
        let office = house.desk().office(actor.office_id).await?;
        let mut act = house.desk().act(actor).await?;
        if let Some(key) = house.key()
            && let Some(answer) = act.claim_once(key).await?
        {
            return Err(ActionError::DoneBefore(answer));
        }
        let stamp = Stamp {
            by: actor.staff_id(),
            now: act.now(),
            today: house.desk().today(&office),
        };
        Ok(Self {
            house,
            act,
            office,
            stamp,
            answer: None,
        })
    }

    /// The case by reference, locked; not there and not allowed answer alike.
    pub async fn case(&mut self, reference: &str) -> Result<store::cases::SeenCase, ActionError> {
        self.act.case(reference).await?.ok_or(ActionError::NotFound)
    }

    pub async fn case_by_id(&mut self, id: CaseId) -> Result<store::cases::SeenCase, ActionError> {
        self.act.case_by_id(id).await?.ok_or(ActionError::NotFound)
    }

    pub fn calendar(&self) -> &'h Calendar {
        self.house.calendar(&self.office.calendar)
    }

    /// The rules a case is worked under.
    pub fn rules(&self, model: &str, version: i64) -> Result<Rules<'h>, ActionError> {
        let found = self.house.model(model, version);
        let model = found.ok_or_else(|| Refused::new("refused-model-missing").with("model", model))?;
        Ok(Rules {
            model,
            calendar: self.calendar(),
            calendars: self.house.calendars(),
        })
    }

    pub fn rules_of(&self, case: &Case) -> Result<Rules<'h>, ActionError> {
        self.rules(&case.model_id, case.model_version)
    }

    /// A source of fresh ids for the domain.
    pub fn fresh(&self) -> impl FnMut() -> Uuid + use<'h> {
        let desk = self.house.desk();
        move || desk.new_id()
    }

    /// Saves what an event did to a case's clocks.
    pub async fn save_clocks(&mut self, moves: ClockMoves) -> Result<(), ActionError> {
        for mut clock in moves.changed {
            self.act.update(&mut clock).await?;
        }
        for clock in &moves.started {
            self.act.insert(clock).await?;
        }
        Ok(())
    }

    /// Says what the act answers, for whoever sends the same form again.
    pub fn answers(&mut self, answer: &impl Answer) {
        self.answer = Some(answer.to_text());
    }

    /// Commits with the act's own line.
    pub async fn commit(mut self, deed: Deed) -> Result<i64, ActionError> {
        if let (Some(key), Some(answer)) = (self.house.key(), &self.answer) {
            self.act.keep_answer(key, answer).await?;
        }
        Ok(self.act.commit(deed).await?)
    }

    /// Commits an act done to a case.
    pub async fn commit_case(
        self,
        action: &'static str,
        case: CaseId,
        reason: Option<String>,
    ) -> Result<i64, ActionError> {
        let deed = Deed {
            action,
            object: "cases",
            object_id: case.0,
            case_id: Some(case),
            outcome: "done",
            reason,
        };
        self.commit(deed).await
    }
}
