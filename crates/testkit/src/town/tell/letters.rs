//! Letters to people: drafted from approved words, posted, and taken by the post at once.

use std::collections::BTreeMap;

use actions::{
    arrivals::{JoinCase, JoinedFrom, TakenIn, join_case, take_in},
    letters::{
        Begun, DraftLetter, Posted, QueueLetter, Receiver, Words, ask_follow_up, begin_sending, delivered,
        draft, queue, record_posted,
    },
    thread_mark,
};
use domain::{ids::LetterId, people::Way, queue::Job};

use super::{Doing, Teller, TownError};
use crate::town::written::StepAct;

impl Teller<'_> {
    pub(super) async fn on_letter(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        match act {
            StepAct::Letter { template, way } => {
                let what = DraftLetter {
                    to: Receiver::Person,
                    way: *way,
                    to_address: None,
                    words: Words::Template {
                        id: template.clone(),
                        fields: BTreeMap::new(),
                    },
                    in_reply_to: None,
                    tells_of: vec![],
                };
                let letter = draft(self.house, doing.actor, doing.reference(), what).await?;
                self.post(doing, letter, *way).await
            }
            StepAct::LetterIn { text } => self.answered(doing, text).await,
            _ => Ok(()),
        }
    }

    /// The person answers a letter of ours, and the worker joins it to the case.
    async fn answered(&self, doing: &Doing<'_>, text: &str) -> Result<(), TownError> {
        let case = self.case(doing.opened.id).await?;
        let mark = thread_mark(&self.house.keys(self.office), &case);
        let raw = self.message_of(doing.case, &format!("Re: A word from us {mark}"), text)?;
        let taken = take_in(self.house, self.office, raw, None).await?;
        let TakenIn::New { id, .. } = taken else {
            return Err(TownError::Books("the same words twice".to_owned()));
        };
        let join = JoinCase {
            reference: doing.reference().to_owned(),
            from: JoinedFrom::ThePerson,
            files: vec![],
        };
        Ok(join_case(self.house, doing.actor, id, &join).await?)
    }

    /// Puts a fresh draft into the post.
    pub(super) async fn post(&self, doing: &Doing<'_>, letter: LetterId, way: Way) -> Result<(), TownError> {
        let (house, actor, reference) = (self.house, doing.actor, doing.reference());
        if way == Way::Post {
            let what = Posted {
                letter_id: letter,
                version: 0,
                on: doing.today,
                confirm: None,
            };
            return Ok(record_posted(house, actor, reference, what).await?);
        }
        let what = QueueLetter {
            letter_id: letter,
            version: 0,
            confirm: None,
        };
        queue(house, actor, reference, what).await?;
        self.run_queue(house.desk().now()).await
    }

    /// Does one job of the queue; the post of the town takes every letter.
    pub(super) async fn work_off(&self, job: Job) -> Result<(), TownError> {
        match job {
            Job::SendLetter(letter) => match begin_sending(self.house, self.office, letter).await? {
                Begun::Send(sending) => {
                    delivered(self.house, &sending).await?;
                }
                Begun::Over => {}
                Begun::Held(why) => return Err(TownError::Books(format!("a letter was held: {why}"))),
            },
            Job::AskFollowUp(question) => {
                ask_follow_up(self.house, self.office, question).await?;
            }
            Job::LateMessage(_) => {}
        }
        Ok(())
    }
}
