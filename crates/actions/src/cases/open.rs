//! Open a case: a reference nobody else has, its first phase visit, clocks and tasks, and words to find it by.

use domain::{
    access::{Actor, Deed},
    cases::{self, Channel, Level, NextAct, Opened, Opening, Reference, Urgency, Visibility},
    ids::{PersonId, ProgrammeId, StaffId},
};
use jiff::civil::Date;

use crate::{ActionError, Doing, House, Refused};

/// What is known of a matter when its case is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenCase {
    /// None: the office's first programme.
    pub programme_id: Option<ProgrammeId>,
    pub person_id: Option<PersonId>,
    /// Blank: the first words of the summary.
    pub title: String,
    pub summary: String,
    pub agency: Option<String>,
    pub topic: Option<String>,
    pub level: Option<Level>,
    /// None: the queue.
    pub owner_id: Option<StaffId>,
    pub channel: Channel,
    pub urgency: Urgency,
    pub sensitivity: i64,
    pub visibility: Visibility,
    pub flags: Vec<String>,
    pub next: Option<(NextAct, Date)>,
}

/// Opens a case as an act of its own, and answers its reference.
pub async fn open(house: &House, actor: &Actor, what: OpenCase) -> Result<String, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let opened = open_in(&mut doing, what).await?;
    doing.answers(&opened.case.reference);
    doing.commit_case("cases.open", opened.case.id, None).await?;
    Ok(opened.case.reference)
}

/// Opens a case as part of an act under way, such as deciding what becomes of an arrival.
pub async fn open_in(doing: &mut Doing<'_>, what: OpenCase) -> Result<Opened, ActionError> {
    let programmes = doing.act.programmes().await?;
    let programme = match what.programme_id {
        Some(id) => programmes.into_iter().find(|p| p.id == id),
        None => programmes.into_iter().next(),
    };
    let programme = programme.ok_or_else(|| Refused::new("refused-programme-missing"))?;
    let rules = doing.rules(&programme.model_id, programme.model_version)?;
    let opening = Opening {
        reference: free_reference(doing).await?,
        programme_id: programme.id,
        person_id: what.person_id,
        title: what.title,
        summary: what.summary,
        agency: what.agency,
        topic: what.topic,
        level: what.level,
        owner_id: what.owner_id,
        channel: what.channel,
        urgency: what.urgency,
        sensitivity: what.sensitivity,
        visibility: what.visibility,
        flags: what.flags,
        cadence_days: Some(doing.office.cadence_days),
        next: what.next,
    };
    let mut fresh = doing.fresh();
    let opened = cases::open(opening, rules, &doing.stamp, &mut fresh)?;
    cases::somebody_inside(&opened.case, &[])?;
    if let Some(owner) = opened.case.owner_id {
        cases::may_have(&doing.worker(owner).await?, &[])?;
    }
    save(doing, &opened).await?;
    Ok(opened)
}

async fn save(doing: &mut Doing<'_>, opened: &Opened) -> Result<(), ActionError> {
    let case = &opened.case;
    doing.act.insert_case(case.clone()).await?;
    doing.act.insert(&opened.visit).await?;
    for clock in &opened.clocks {
        doing.act.insert(clock).await?;
    }
    for task in &opened.tasks {
        doing.act.insert(task).await?;
    }
    doing.tell(case, &opened.entry).await?;
    doing.index_case(case).await?;
    Ok(())
}

/// A random reference that no case of the office has, whoever may see that case.
async fn free_reference(doing: &mut Doing<'_>) -> Result<Reference, ActionError> {
    loop {
        let reference = Reference::from_random(doing.house.desk().chance().bytes());
        if !store::cases::reference_taken(&mut doing.act, &reference.to_string()).await? {
            return Ok(reference);
        }
    }
}
