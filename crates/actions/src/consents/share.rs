//! Sharing with an agency: the gate is asked on locked rows, and what it allows stands in the log of disclosures.

use domain::{
    consents::{
        Disclosure, DisclosureRecord, NotDisclosed, Override, Protection, Question, Release, Sharing,
        StepFact, may_disclose,
    },
    ids::{DisclosureId, PersonId, StaffId},
    inquiries::{Inquiry, InquiryPurpose},
};
use jiff::civil::Date;
use store::{Reader, cases::SeenCase};

use crate::{ActionError, Doing, Refused};

/// What the gate needs to know of a case and one agency.
pub(crate) struct Known {
    subjects: Vec<PersonId>,
    last_closed_on: Option<Date>,
    protection: Protection,
    pub(crate) releases: Vec<Release>,
    pub(crate) overrides: Vec<Override>,
}

impl Known {
    /// As anybody who may see the case finds it.
    pub(crate) async fn seen<'d>(
        reader: &mut impl Reader<'d>,
        case: &SeenCase,
        agency: &str,
    ) -> Result<Self, ActionError> {
        Ok(Self {
            subjects: case.person_id.into_iter().collect(),
            last_closed_on: store::inquiries::last_closed(reader, case, agency).await?,
            protection: Protection::of(case),
            releases: store::consents::releases_of_subject(reader, case).await?,
            overrides: store::consents::overrides(reader, case).await?,
        })
    }

    /// On locked rows: until the act ends nobody revokes any of these releases.
    pub(crate) async fn locked(
        doing: &mut Doing<'_>,
        case: &SeenCase,
        agency: &str,
    ) -> Result<Self, ActionError> {
        let releases = doing.act.releases_of_subject_locked(case).await?;
        let seen = Self::seen(&mut doing.act, case, agency).await?;
        Ok(Self { releases, ..seen })
    }

    pub(crate) fn question<'a>(&'a self, case: &SeenCase, inquiry: &'a Inquiry, today: Date) -> Question<'a> {
        Question {
            agency: &inquiry.agency,
            purpose: inquiry.purpose,
            data_classes: &inquiry.data_classes,
            ..self.about(case, today)
        }
    }

    /// The question but for what is asked, and whom.
    pub(crate) fn about<'a>(&'a self, case: &SeenCase, today: Date) -> Question<'a> {
        Question {
            case_id: case.id,
            subjects: &self.subjects,
            agency: "",
            purpose: InquiryPurpose::AskStatus,
            data_classes: &[],
            records: None,
            last_closed_on: self.last_closed_on,
            protection: self.protection,
            today,
        }
    }
}

/// Asks the gate whether an inquiry may go, now, and writes what it allowed into the log of disclosures.
pub(crate) async fn share(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    inquiry: &Inquiry,
    by: StaffId,
) -> Result<Disclosure, ActionError> {
    let known = Known::locked(doing, case, &inquiry.agency).await?;
    let sharing = Sharing {
        id: inquiry
            .disclosure_id
            .unwrap_or_else(|| DisclosureId(doing.act.new_id())),
        question: known.question(case, inquiry, doing.stamp.today),
        inquiry_id: inquiry.id,
        drafted_by: inquiry.drafted_by,
        channel: inquiry.channel,
        by,
        at: doing.stamp.now,
    };
    let packs = doing.house.packs();
    let disclosure = may_disclose(&sharing, packs, &known.releases, &known.overrides)
        .map_err(|not| ActionError::Refused(words_of(&not)))?;
    log(doing, &disclosure).await?;
    Ok(disclosure)
}

/// Takes an inquiry that never left out of the log of disclosures.
pub(crate) async fn unshare(doing: &mut Doing<'_>, inquiry: &Inquiry) -> Result<(), ActionError> {
    for row in doing.act.disclosures_of_inquiry(inquiry.id).await? {
        doing.act.remove(&row).await?;
    }
    Ok(())
}

/// The log tells of each sharing once, as it stood when it went.
async fn log(doing: &mut Doing<'_>, disclosure: &Disclosure) -> Result<(), ActionError> {
    let before = doing.act.disclosures_of_inquiry(disclosure.inquiry_id()).await?;
    let mut fresh = doing.fresh();
    let rows = disclosure.records(|| DisclosureId(fresh()));
    let same_ground = |a: &DisclosureRecord, b: &DisclosureRecord| {
        a.person_id == b.person_id && a.basis == b.basis && a.basis_id == b.basis_id && a.rule == b.rule
    };
    let stands = before.len() == rows.len()
        && rows
            .iter()
            .all(|row| before.iter().any(|old| same_ground(old, row)));
    if stands {
        return Ok(());
    }
    for old in before
        .iter()
        .filter(|old| !rows.iter().any(|row| row.id == old.id))
    {
        doing.act.remove(old).await?;
    }
    for mut row in rows {
        if before.iter().any(|old| old.id == row.id) {
            doing.act.update(&mut row).await?;
        } else {
            doing.act.insert(&row).await?;
        }
    }
    Ok(())
}

/// The rules that stand in the way, each with its own words, and why no override lifted them.
fn words_of(not: &NotDisclosed) -> Vec<Refused> {
    let rules = not.answer.in_the_way().map(refused_by);
    let overrides = not.overrides.iter().map(|refusal| Refused::from(*refusal));
    rules.chain(overrides).collect()
}

fn refused_by(line: &StepFact) -> Refused {
    let mut refused = Refused::new(line.fact.key())
        .with("step", &line.step)
        .with("rule", &line.rule)
        .with("pack", &line.pack_version);
    for (name, value) in line.fact.args() {
        refused = refused.with(name, &value);
    }
    refused
}
