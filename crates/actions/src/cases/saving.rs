//! What an act on a case saves besides its own decision: the case kept out of limbo, a line of the timeline with its
//! words to be found by, the clocks, and the promise that the person hears from us.

use domain::{
    cases::{
        Case, Entry, Happening, NextAct, NextWord, event_entry, happen, keep_out_of_limbo, next_done,
        promises::{Heard, renew},
    },
    ids::StaffId,
};
use jiff::civil::Date;
use store::{
    cases::SeenCase,
    search::{Doc, DocKind},
};

use crate::{ActionError, Doing};

impl Doing<'_> {
    /// Saves the whole row, with what every open case must have.
    pub async fn save_case(&mut self, after: &mut Case) -> Result<(), ActionError> {
        keep_out_of_limbo(after, self.stamp.today, self.calendar());
        Ok(self.act.update(after).await?)
    }

    /// Makes a case's words findable. Words of sensitive matters never enter the index.
    pub async fn index_case(&mut self, case: &Case) -> Result<(), ActionError> {
        if case.sensitivity >= 2 {
            return Ok(());
        }
        let text = format!("{} {} {}", case.reference, case.title, case.summary);
        let doc = Doc {
            id: case.id.0,
            kind: DocKind::Case,
            case_id: Some(case.id),
            person_id: case.person_id,
            at: case.opened_at,
            text: &text,
        };
        Ok(self.act.index(doc).await?)
    }

    /// Adds a line to the timeline, and its words to the index.
    pub async fn tell(&mut self, case: &Case, entry: &Entry) -> Result<(), ActionError> {
        self.act.insert(entry).await?;
        if case.sensitivity >= 2 || entry.body.is_empty() {
            return Ok(());
        }
        let doc = Doc {
            id: entry.id.0,
            kind: DocKind::Entry,
            case_id: Some(case.id),
            person_id: entry.person_id,
            at: entry.at,
            text: &entry.body,
        };
        Ok(self.act.index(doc).await?)
    }

    /// Adds a line that tells what happened to the case itself.
    pub async fn tell_event(
        &mut self,
        case: &Case,
        event: &str,
        detail: &[(&str, String)],
    ) -> Result<(), ActionError> {
        let named = detail
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let mut fresh = self.fresh();
        let entry = event_entry(case, event, named, &self.stamp, &mut fresh);
        self.tell(case, &entry).await
    }

    /// Lets the model's clocks follow what happened. A closed case has no running clocks and starts none.
    pub async fn happened(
        &mut self,
        seen: &SeenCase,
        after: &Case,
        happenings: &[Happening],
    ) -> Result<(), ActionError> {
        if !after.is_open() || happenings.is_empty() {
            return Ok(());
        }
        let rules = self.rules_of(after)?;
        let clocks = store::cases::clocks(&mut self.act, seen).await?;
        let mut fresh = self.fresh();
        let moves = happen(after, &clocks, happenings, rules, &self.stamp, &mut fresh);
        self.save_clocks(moves).await
    }

    /// The person heard from us by an entry: renews the promise of the cadence and moves the clocks. The next act is
    /// done where it was to answer or to follow up. Answers the case, still to be saved.
    pub async fn heard(&mut self, seen: &SeenCase, after: Case, entry: &Entry) -> Result<Case, ActionError> {
        let Some(heard) = Heard::of(&after, entry) else {
            return Ok(after);
        };
        if !after.is_open() {
            return Ok(after);
        }
        let mut after = renew(&after, heard, self.day_of(entry.at));
        match after.next_act {
            NextAct::Named(NextWord::FirstResponse | NextWord::FollowUp) => {
                after = next_done(&after, self.stamp.today, self.calendar());
            }
            NextAct::Named(
                NextWord::RequestRelease
                | NextWord::SendInquiry
                | NextWord::Chase
                | NextWord::TellPerson
                | NextWord::Review
                | NextWord::Close,
            )
            | NextAct::Words(_) => {}
        }
        self.happened(seen, &after, &[heard.event().into()]).await?;
        Ok(after)
    }

    /// The day of an instant where the office is.
    pub fn day_of(&self, at: jiff::Timestamp) -> Date {
        at.to_zoned(store::zone(&self.office.zone)).date()
    }

    /// Nine in the morning of a day where the office is: nobody is asked anything at night.
    pub fn morning_of(&self, day: Date) -> jiff::Timestamp {
        let nine = day.at(9, 0, 0, 0).to_zoned(store::zone(&self.office.zone));
        // Only a day at the calendar's very end has no such instant; it is as good as now.
        nine.map_or(self.stamp.now, |nine| nine.timestamp())
    }

    /// The actor's own draft of one kind about a case became a record.
    pub async fn drop_draft(&mut self, case: &Case, kind: &str) -> Result<(), ActionError> {
        Ok(self.act.drop_draft(case.id.0, kind).await?)
    }

    /// Somebody who works here.
    pub async fn worker(&mut self, id: StaffId) -> Result<domain::staff::Staff, ActionError> {
        self.act.staff(id).await?.ok_or(ActionError::NotFound)
    }
}
