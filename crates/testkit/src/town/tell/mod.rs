//! Tells the stories: each step is the act of the worker it names, at its own hour.

mod cases;
mod consents;
mod inquiries;
mod letters;
mod look_ahead;
mod mail;
mod people;

use std::collections::BTreeMap;

use actions::{ActionError, House};
use domain::{
    access::Actor,
    cases::Case,
    ids::{CaseId, OfficeId, PersonId, TaskId},
    tasks::TaskKind,
};
use jiff::{Timestamp, civil::Date};
use store::{Look, cases::SeenCase};

use super::{
    TownError,
    books::Books,
    founding::Founded,
    plan::{Calendar, Happens, What},
    written::{Step, StepAct, WrittenCase},
};

/// The case of a story.
#[derive(Debug, Clone)]
struct Opened {
    id: CaseId,
    reference: String,
    agency: Option<String>,
}

/// Whoever tells: who is who, and how far the stories have come.
pub(super) struct Teller<'b> {
    house: &'b House,
    books: &'b Books,
    calendar: Calendar,
    office: OfficeId,
    founded: &'b Founded,
    people: BTreeMap<&'b str, PersonId>,
    cases: BTreeMap<&'b str, Opened>,
}

/// One step as it is done: by whom, on which case.
struct Doing<'s> {
    actor: &'s Actor,
    case: &'s WrittenCase,
    opened: &'s Opened,
    today: Date,
}

impl Doing<'_> {
    fn reference(&self) -> &str {
        &self.opened.reference
    }
}

impl<'b> Teller<'b> {
    pub(super) fn new(house: &'b House, books: &'b Books, calendar: Calendar, founded: &'b Founded) -> Self {
        Self {
            house,
            books,
            calendar,
            office: founded.office,
            founded,
            people: BTreeMap::new(),
            cases: BTreeMap::new(),
        }
    }

    /// The reference of each story's case.
    pub(super) fn references(&self) -> BTreeMap<String, String> {
        let all = self.cases.iter();
        all.map(|(key, case)| ((*key).to_owned(), case.reference.clone()))
            .collect()
    }

    /// Lets one thing happen at its hour, after whatever was due before.
    pub(super) async fn tell(&mut self, happens: &Happens<'b>) -> Result<(), TownError> {
        self.run_queue(happens.at).await?;
        self.house.desk().time().set(happens.at);
        match happens.what {
            What::Opens(case) => self
                .open(case)
                .await
                .map_err(|why| of(case, case.opened.day, &why)),
            What::Steps(case, step) => self
                .step(case, step)
                .await
                .map_err(|why| of(case, step.day, &why)),
            What::AsksAgain(person) => self.ask_again(person).await,
            What::Dies(person, died) => self.died(person, died).await,
            What::WantsSilence(person, silence) => self.wants_silence(person, silence).await,
            What::Arrives(mail) => self.arrive(mail).await,
        }
    }

    async fn step(&mut self, case: &'b WrittenCase, step: &'b Step) -> Result<(), TownError> {
        let opened = self.cases.get(case.key.as_str()).cloned();
        let opened = opened.ok_or_else(|| TownError::Books(format!("{} is not open yet", case.key)))?;
        let doing = Doing {
            actor: self.actor(&step.by)?,
            case,
            opened: &opened,
            today: self.calendar.day(step.day),
        };
        match &step.act {
            StepAct::Note { .. }
            | StepAct::Call { .. }
            | StepAct::Attempt { .. }
            | StepAct::Phase { .. }
            | StepAct::Promise { .. }
            | StepAct::Task { .. }
            | StepAct::DropTask { .. }
            | StepAct::Close { .. }
            | StepAct::FollowUp { .. }
            | StepAct::Reopen { .. }
            | StepAct::Consent { .. }
            | StepAct::Danger { .. }
            | StepAct::DangerOver { .. }
            | StepAct::ApproveClosing { .. }
            | StepAct::Restrict { .. }
            | StepAct::Deny { .. }
            | StepAct::Look => self.on_case(&doing, &step.act).await?,
            StepAct::Letter { .. } | StepAct::LetterIn { .. } => self.on_letter(&doing, &step.act).await?,
            StepAct::AskRelease { .. } | StepAct::Release(_) | StepAct::Revoke { .. } => {
                self.on_release(&doing, &step.act).await?;
            }
            StepAct::Inquire { .. }
            | StepAct::DraftInquiry { .. }
            | StepAct::Override { .. }
            | StepAct::SendInquiry
            | StepAct::WithdrawInquiry { .. }
            | StepAct::Chase { .. }
            | StepAct::Reply(_)
            | StepAct::NoReply { .. } => self.on_inquiry(&doing, &step.act).await?,
        }
        for task in step.done.iter().map(String::as_str).chain(ticks_off(&step.act)) {
            self.finish(&doing, task).await?;
        }
        self.look_ahead(&doing, &step.act).await
    }

    fn actor(&self, key: &str) -> Result<&'b Actor, TownError> {
        let known = self.founded.staff.get(key);
        known.ok_or_else(|| TownError::Books(format!("nobody here is called `{key}`")))
    }

    /// The case as the house sees it, with the look it was seen in.
    async fn seen(&self, id: CaseId) -> Result<(Look<'b>, SeenCase), TownError> {
        let actor = Actor::house(self.office);
        let mut look = self.house.desk().look(&actor).await?;
        let case = look.case_by_id(id).await?;
        case.map(|case| (look, case))
            .ok_or_else(|| ActionError::NotFound.into())
    }

    async fn case(&self, id: CaseId) -> Result<Case, TownError> {
        Ok(self.seen(id).await?.1.into_inner())
    }

    /// Finishes a task of the model, if it is open.
    async fn finish(&self, doing: &Doing<'_>, what: &str) -> Result<(), TownError> {
        match self.open_task(doing, what).await? {
            Some(id) => self.finish_task(doing, id).await,
            None => Ok(()),
        }
    }

    async fn open_task(&self, doing: &Doing<'_>, what: &str) -> Result<Option<TaskId>, TownError> {
        let (mut look, case) = self.seen(doing.opened.id).await?;
        let tasks = store::cases::tasks(&mut look, &case).await?;
        let open = tasks
            .iter()
            .find(|task| task.is_open() && task.kind != TaskKind::Free && task.what == what);
        Ok(open.map(|task| task.id))
    }

    async fn finish_task(&self, doing: &Doing<'_>, id: TaskId) -> Result<(), TownError> {
        Ok(actions::tasks::finish_task(self.house, doing.actor, doing.reference(), id).await?)
    }

    /// Runs what is due up to an instant, each at its own: letters leave, and questions are asked.
    pub(super) async fn run_queue(&self, until: Timestamp) -> Result<(), TownError> {
        let desk = self.house.desk();
        while let Some(at) = store::queue::next_at(desk).await?.filter(|at| *at <= until) {
            if at > desk.now() {
                desk.time().set(at);
            }
            let lease = desk.now() + jiff::SignedDuration::from_mins(5);
            let mut claimed = store::queue::claim(desk, "town", lease, 50).await?;
            claimed.sort_by_key(|claimed| claimed.id);
            if claimed.is_empty() {
                break;
            }
            for one in claimed {
                self.work_off(one.job).await?;
                store::queue::done(desk, &one).await?;
            }
        }
        Ok(())
    }
}

/// What a step ticks off by itself, as any worker would.
fn ticks_off(act: &StepAct) -> Option<&'static str> {
    match act {
        StepAct::Call { .. } | StepAct::Letter { .. } => Some("acknowledge"),
        StepAct::Phase { to, .. } if to == "intervention" => Some("choose-agency"),
        StepAct::AskRelease { .. } => Some("choose-agency"),
        StepAct::Inquire { .. } => Some("draft-inquiry"),
        _ => None,
    }
}

fn of(case: &WrittenCase, day: i64, why: &TownError) -> TownError {
    TownError::Story {
        story: case.key.clone(),
        day,
        why: why.to_string(),
    }
}
