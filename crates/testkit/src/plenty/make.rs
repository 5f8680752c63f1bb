//! Makes the office: a batch is one transaction with one line in the ledger, and in it the acts run as they always do.

use std::collections::VecDeque;

use actions::{
    ActionError, Doing, House,
    cases::{CloseCase, OpenCase, close_in, hanging, open_in, write_note_in},
    people::{NewContact, NewPerson, add_in},
};
use auth::passwords::Typed;
use domain::{
    access::{Actor, Deed as May},
    cases::{Channel, Level, Noting, Outcome, Told, ToldBy, Urgency, Visibility},
    ids::{OfficeId, PersonId, StaffId},
    people::{ContactKind, Safe},
    staff::{Role, Staff},
};
use jiff::{Timestamp, ToSpan as _};
use store::ledger::Deed;

use super::{Dice, LONG, LONG_TIMELINE, Made, SEARCHED, SOME_NOTES, WORKERS, Words, login};

/// Cases in one commit.
const BATCH: usize = 200;
/// Of a hundred cases, how many are closed some weeks after.
const CLOSED: usize = 70;
/// Samples kept for those who measure.
const SAMPLES: usize = 2_000;
/// Over how many days the cases came in.
const DAYS: i64 = 730;

const AGENCIES: [&str; 4] = ["ssa", "va", "uscis", "irs"];

/// Lets ten workers in, who all type the same password.
pub async fn let_in(house: &House, office: OfficeId, password: &str) -> Result<Vec<StaffId>, ActionError> {
    let hash = house.passwords().hash(&Typed::new(password));
    let hash = hash.expect("a password of the allowed length");
    let mut act = house.desk().act(&Actor::house(office)).await?;
    let mut workers = Vec::with_capacity(WORKERS);
    for n in 0..WORKERS {
        let worker = Staff {
            id: StaffId(act.new_id()),
            name: format!("Worker {n}"),
            login: login(n),
            role: Role::Caseworker,
            password_hash: Some(hash.clone()),
            must_change: false,
            first_until: None,
            totp_sealed: None,
            totp_step: 0,
            recovery: vec![],
            language: "en".into(),
            disabled_on: None,
            created_at: act.now(),
            version: 0,
        };
        act.insert(&worker).await?;
        workers.push(worker.id);
    }
    let deed = Deed {
        action: "staff.add",
        object: "staff",
        object_id: workers[0].0,
        case_id: None,
        outcome: "done",
        reason: None,
    };
    act.commit(deed).await?;
    Ok(workers)
}

/// What is being made.
struct Making<'h> {
    house: &'h House,
    office: OfficeId,
    words: Words,
    dice: Dice,
    people: Vec<PersonId>,
    /// Cases that will be closed, oldest first.
    to_close: VecDeque<String>,
    searched: Vec<String>,
    made: Made,
}

/// Fills the office with `n` cases that came in over the two years up to `now`. The house's clock has to be one that
/// can be set. `progress` hears how many there are.
pub async fn furnish(
    house: &House,
    office: OfficeId,
    workers: Vec<StaffId>,
    n: usize,
    now: Timestamp,
    progress: impl Fn(usize),
) -> Result<Made, ActionError> {
    let mut making = Making {
        house,
        office,
        words: Words::default(),
        dice: Dice::seeded(11),
        people: Vec::with_capacity(n / 5),
        to_close: VecDeque::new(),
        searched: SEARCHED.iter().map(|rank| Words::of_rank(*rank)).collect(),
        made: Made {
            workers,
            hits: vec![0; SEARCHED.len()],
            ..Made::default()
        },
    };
    let batches = n.div_ceil(BATCH);
    // Closed about a month after they came.
    let wait = (batches / 24).max(1) * BATCH * CLOSED / 100;
    for batch in 0..batches {
        let still = i64::try_from(batches - 1 - batch).unwrap_or_default();
        let minutes = DAYS * 24 * 60 * still / i64::try_from(batches).unwrap_or(1);
        assert!(
            house.desk().time().set(now - minutes.minutes()),
            "the clock can be set"
        );
        let size = BATCH.min(n - making.made.cases);
        making.batch(batch, size, wait).await?;
        progress(making.made.cases);
    }
    Ok(making.made)
}

impl Making<'_> {
    async fn batch(&mut self, batch: usize, size: usize, wait: usize) -> Result<(), ActionError> {
        let worker = self.made.workers[batch % self.made.workers.len()];
        let actor = Actor::staff(self.office, worker, Role::Caseworker);
        let mut doing = Doing::begin(self.house, &actor, May::WorkCases).await?;
        for _ in 0..size.div_ceil(5) {
            let person = self.person(&mut doing).await?;
            self.people.push(person);
        }
        for _ in 0..size {
            self.case(&mut doing).await?;
        }
        while self.to_close.len() > wait {
            let Some(reference) = self.to_close.pop_front() else {
                break;
            };
            self.close(&mut doing, &reference).await?;
        }
        let deed = Deed {
            action: "cases.import",
            object: "imports",
            object_id: doing.act.new_id(),
            case_id: None,
            outcome: "done",
            reason: None,
        };
        doing.commit(deed).await?;
        Ok(())
    }

    async fn person(&mut self, doing: &mut Doing<'_>) -> Result<PersonId, ActionError> {
        let name = |word: String| {
            let (first, rest) = word.split_at(1);
            format!("{}{rest}", first.to_uppercase())
        };
        let n = self.made.people;
        self.made.people += 1;
        let first = name(Words::of_rank(self.dice.between(1, 600)));
        let last = name(Words::of_rank(self.dice.between(601, 4_000)));
        let contact = |kind, value| NewContact {
            kind,
            value,
            safe: Safe::Yes,
        };
        let person = NewPerson {
            languages: vec!["en".into()],
            contacts: vec![
                contact(ContactKind::Email, format!("person{n}@mail.example")),
                contact(ContactKind::Mobile, format!("312555{n:06}")),
            ],
            ..NewPerson::named(&format!("{first} {last}"))
        };
        Ok(add_in(doing, person).await?.id)
    }

    async fn case(&mut self, doing: &mut Doing<'_>) -> Result<(), ActionError> {
        let n = self.made.cases;
        let title = self.words.text(&mut self.dice, 5, 9);
        let summary = self.words.text(&mut self.dice, 80, 150);
        self.count(&format!("{title} {summary}"));
        let owner = self.dice.below(self.made.workers.len() + 1);
        let what = OpenCase {
            programme_id: None,
            person_id: Some(self.people[self.dice.below(self.people.len())]),
            title: title.clone(),
            summary,
            agency: Some(AGENCIES[self.dice.below(AGENCIES.len())].into()),
            topic: None,
            level: Some(Level::Federal),
            // One in eleven waits in the queue.
            owner_id: self.made.workers.get(owner).copied(),
            channel: Channel::Email,
            urgency: match self.dice.below(20) {
                0 => Urgency::Urgent,
                1..=4 => Urgency::Soon,
                _ => Urgency::Routine,
            },
            sensitivity: 0,
            visibility: if self.dice.below(50) == 0 {
                Visibility::Restricted
            } else {
                Visibility::Open
            },
            flags: vec![],
            next: None,
        };
        let is_open_to_all = what.visibility == Visibility::Open;
        let opened = open_in(doing, what).await?;
        let reference = opened.case.reference;
        let is_long = n.is_multiple_of(LONG);
        let notes = match () {
            // Not every worker may write where only some may look.
            () if !is_open_to_all => 0,
            // The line that says it was opened is one of the fifty.
            () if is_long => LONG_TIMELINE - 1,
            () if n.is_multiple_of(SOME_NOTES) => 5,
            () => 0,
        };
        for _ in 0..notes {
            self.note(doing, &reference).await?;
        }
        self.made.cases += 1;
        // The long ones go on, so that there are some to look at.
        let ends = self.dice.below(100) < CLOSED && !is_long;
        if ends {
            self.to_close.push_back(reference);
        } else if is_open_to_all {
            let samples = if is_long {
                &mut self.made.long
            } else {
                &mut self.made.open
            };
            if samples.len() < SAMPLES {
                samples.push((reference, title));
            } else {
                let at = self.dice.below(SAMPLES);
                samples[at] = (reference, title);
            }
        }
        Ok(())
    }

    async fn note(&mut self, doing: &mut Doing<'_>, reference: &str) -> Result<(), ActionError> {
        let noting = Noting {
            body: self.words.text(&mut self.dice, 40, 80),
            private: false,
            at: None,
        };
        self.count(&noting.body);
        self.made.notes += 1;
        write_note_in(doing, reference, &noting, None).await?;
        Ok(())
    }

    async fn close(&mut self, doing: &mut Doing<'_>, reference: &str) -> Result<(), ActionError> {
        let Some(seen) = doing.act.case(reference).await? else {
            // Restricted, and not this worker's: it stays open.
            return Ok(());
        };
        let hanging = hanging(&mut doing.act, &seen).await?;
        let close = CloseCase {
            outcome: Some(Outcome::ALL[self.dice.below(4)]),
            told: Some(Told::Yes {
                by: ToldBy::Phone,
                on: doing.stamp.today,
                words: "What came of it, and what to watch for.".into(),
            }),
            confirmed: hanging.list().into_iter().collect(),
            ..CloseCase::default()
        };
        close_in(doing, reference, close).await?;
        self.made.closed += 1;
        Ok(())
    }

    fn count(&mut self, text: &str) {
        for (n, word) in self.searched.iter().enumerate() {
            if text.split([' ', '.']).any(|each| each == word) {
                self.made.hits[n] += 1;
            }
        }
    }
}
