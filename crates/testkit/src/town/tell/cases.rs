//! What happens to a case itself: it is opened, talked over, moved on, guarded, closed and opened again.

use actions::{
    arrivals::{OpenCaseFrom, TakeDown, TakenIn, WhoseCase, open_case_from, take_down, take_in},
    cases::{
        CloseCase, LogCall, OpenCase, answer_follow_up, approve_closing, ask_follow_up, before_closing,
        close, deny, end_risk, enter_phase, give_consent, guard, log_attempt, log_call, open, promise,
        raise_risk, reopen, untold_replies, write_note,
    },
    tasks::{SetTask, drop_task, set_task},
};
use domain::{
    arrivals::{ArrivalChannel, MatterKind},
    cases::{CalledWith, Calling, Channel, Direction, Level, Noting, Reached, Solved, Told, Visibility},
    ids::TaskId,
    people::Way,
};

use super::{Doing, Opened, Teller, TownError};
use crate::town::written::{StepAct, WrittenCase};

impl<'b> Teller<'b> {
    /// Opens a case: from what the person wrote or said where the books have their words.
    pub(super) async fn open(&mut self, case: &'b WrittenCase) -> Result<(), TownError> {
        let actor = self.actor(&case.opened.by)?;
        let person = self.known(&case.person, actor).await?;
        let what = OpenCase {
            person_id: Some(person),
            ..self.what(case)?
        };
        let whose = WhoseCase::Known(person);
        let typed = match case.opened.channel {
            Channel::Email => None,
            Channel::WebForm => Some(ArrivalChannel::WebForm),
            Channel::Letter => Some(ArrivalChannel::Letter),
            Channel::WalkIn => Some(ArrivalChannel::WalkIn),
            Channel::Phone | Channel::Event | Channel::Referral | Channel::Transfer | Channel::Other => {
                Some(ArrivalChannel::Phone)
            }
        };
        let reference = match (&case.words, typed) {
            (None, _) => open(self.house, actor, what).await?,
            (Some(words), None) => {
                let raw = self.message_of(case, &case.title, words)?;
                let TakenIn::New { id, .. } = take_in(self.house, self.office, raw, None).await? else {
                    return Err(TownError::Books("the same words twice".to_owned()));
                };
                let from = OpenCaseFrom {
                    whose,
                    case: what,
                    files: vec![],
                };
                open_case_from(self.house, actor, id, from).await?
            }
            (Some(words), Some(channel)) => {
                let taken = TakeDown {
                    channel,
                    name: self.written_person(case)?.name.clone(),
                    reach: String::new(),
                    subject: case.title.clone(),
                    text: words.clone(),
                    kind: MatterKind::Casework,
                    language: None,
                    due_hint_on: None,
                    open: Some((whose, what)),
                };
                let taken = take_down(self.house, actor, taken).await?;
                taken
                    .case
                    .ok_or_else(|| TownError::Books("no case was opened".to_owned()))?
            }
        };
        let id = self.id_of(&reference).await?;
        let opened = Opened {
            id,
            reference,
            agency: case.agency.clone(),
        };
        self.cases.insert(&case.key, opened);
        Ok(())
    }

    fn what(&self, case: &WrittenCase) -> Result<OpenCase, TownError> {
        let programme = case.programme.as_deref().unwrap_or("constituent");
        let programme_id = self.founded.programmes.get(programme).copied();
        let programme_id = Some(
            programme_id.ok_or_else(|| TownError::Books(format!("there is no programme `{programme}`")))?,
        );
        let owner = case.opened.owner.as_deref();
        Ok(OpenCase {
            programme_id,
            person_id: None,
            title: case.title.clone(),
            summary: case.summary.clone(),
            agency: case.agency.clone(),
            topic: case.topic.clone(),
            level: self.level(case),
            owner_id: owner
                .map(|owner| self.actor(owner).map(domain::access::Actor::staff_id))
                .transpose()?,
            channel: case.opened.channel,
            urgency: case.urgency,
            sensitivity: case.sensitivity,
            visibility: case.visibility,
            flags: case.flags.clone(),
            next: None,
        })
    }

    /// The agency's own level.
    fn level(&self, case: &WrittenCase) -> Option<Level> {
        let agency = case.agency.as_deref()?;
        self.house.packs().newest(agency).map(|pack| pack.level)
    }

    pub(super) async fn on_case(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        let (house, actor, reference) = (self.house, doing.actor, doing.reference());
        match act {
            StepAct::Note { text, private } => {
                let noting = Noting {
                    body: text.clone(),
                    private: *private,
                    at: None,
                };
                write_note(house, actor, reference, &noting, None).await?;
            }
            StepAct::Call { text, tells, keeps } => self.call(doing, text, *tells, *keeps).await?,
            StepAct::Attempt { text } => {
                log_attempt(house, actor, reference, Way::Phone, text, None).await?;
            }
            StepAct::Phase { to, reason } => enter_phase(house, actor, reference, to, reason).await?,
            StepAct::Promise { text, due, way } => {
                let due = self.calendar.day(*due);
                promise(house, actor, reference, text, due, way).await?;
            }
            StepAct::Task { text, due } => {
                let task = SetTask {
                    what: text.clone(),
                    due_on: self.calendar.day(*due),
                    assigned_to: None,
                };
                set_task(house, actor, reference, task).await?;
            }
            StepAct::DropTask { task, text } => {
                let open = self.open_task(doing, task).await?;
                let open = open.ok_or_else(|| TownError::Books(format!("no task `{task}` is open")))?;
                drop_task(house, actor, reference, open, text).await?;
            }
            StepAct::Close { .. } => self.close(doing, act).await?,
            StepAct::FollowUp { solved, text } => self.follow_up(doing, *solved, text).await?,
            StepAct::Reopen { reason } => reopen(house, actor, reference, reason, None).await?,
            StepAct::Consent { kind, text } => give_consent(house, actor, reference, *kind, text).await?,
            StepAct::Danger { level, text } => raise_risk(house, actor, reference, *level, text).await?,
            StepAct::DangerOver { text } => end_risk(house, actor, reference, text).await?,
            StepAct::ApproveClosing { text } => approve_closing(house, actor, reference, text).await?,
            StepAct::Restrict { text } => {
                guard(house, actor, reference, Visibility::Restricted, text).await?;
            }
            StepAct::Deny { staff, text } => {
                let staff = self.actor(staff)?.staff_id();
                deny(house, actor, reference, staff, text).await?;
            }
            StepAct::Look => {
                let id = doing.opened.id;
                let desk = house.desk();
                desk.record_read(actor, Some(id), "cases", id.0).await?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn call(&self, doing: &Doing<'_>, text: &str, tells: bool, keeps: bool) -> Result<(), TownError> {
        let (mut kept, mut told) = (Vec::new(), Vec::new());
        let (mut look, case) = self.seen(doing.opened.id).await?;
        if keeps {
            let promises = store::cases::promises(&mut look, &case).await?;
            kept.extend(
                promises
                    .iter()
                    .filter(|promise| promise.is_open())
                    .map(|promise| promise.id),
            );
        }
        if tells {
            let untold = untold_replies(&mut look, &case).await?;
            told.extend(untold.iter().map(|reply| reply.id));
        }
        drop(look);
        let log = LogCall {
            calling: Calling {
                with: CalledWith::Person,
                direction: Direction::Out,
                reached: Reached::Spoke,
                // As long as it takes to say as much.
                minutes: u16::try_from(4 + text.len() / 24).ok(),
                at: None,
                body: text.to_owned(),
                no_news: false,
            },
            tells_of: told,
            keeps: kept,
            follow_up: None,
        };
        log_call(self.house, doing.actor, doing.reference(), log).await?;
        Ok(())
    }

    async fn close(&self, doing: &Doing<'_>, act: &StepAct) -> Result<(), TownError> {
        let StepAct::Close {
            outcome,
            told_by,
            told,
            not_told,
            watch,
        } = act
        else {
            return Ok(());
        };
        let told = match (told_by, told, not_told) {
            (Some(by), Some(words), None) => Told::Yes {
                by: *by,
                on: doing.today,
                words: words.clone(),
            },
            (None, None, Some(why)) => Told::No { why: why.clone() },
            _ => {
                let what = "a closing says what the person was told and how, or why not";
                return Err(TownError::Books(what.to_owned()));
            }
        };
        let (_, hanging) = before_closing(self.house, doing.actor, doing.reference()).await?;
        let closing = CloseCase {
            outcome: Some(*outcome),
            told: Some(told),
            watch: watch.clone(),
            confirmed: hanging.list().into_iter().collect(),
            ask_on: None,
        };
        close(self.house, doing.actor, doing.reference(), closing).await?;
        Ok(())
    }

    async fn follow_up(&self, doing: &Doing<'_>, solved: Solved, text: &str) -> Result<(), TownError> {
        let (mut look, case) = self.seen(doing.opened.id).await?;
        let all = store::cases::follow_ups(&mut look, &case).await?;
        let tasks = store::cases::tasks(&mut look, &case).await?;
        drop(look);
        let open = all.iter().find(|one| one.answered_at.is_none());
        let open = open.ok_or_else(|| TownError::Books("there is nothing to ask".to_owned()))?;
        let (house, reference) = (self.house, doing.reference());
        if open.asked_at.is_none() {
            ask_follow_up(house, doing.actor, reference, open.id).await?;
        }
        answer_follow_up(house, doing.actor, reference, open.id, (solved, text)).await?;
        // Where no machine may ask, the house had asked somebody to.
        let to_ask = TaskId(open.id.0);
        if tasks.iter().any(|task| task.id == to_ask && task.is_open()) {
            self.finish_task(doing, to_ask).await?;
        }
        Ok(())
    }

    async fn id_of(&self, reference: &str) -> Result<domain::ids::CaseId, TownError> {
        let actor = domain::access::Actor::house(self.office);
        let mut look = self.house.desk().look(&actor).await?;
        match look.case(reference).await? {
            store::cases::CaseSight::Full(case) => Ok(case.id),
            store::cases::CaseSight::Exists(_) | store::cases::CaseSight::Nothing => {
                Err(actions::ActionError::NotFound.into())
            }
        }
    }
}
