//! The gate: may we send this data, to this agency, for this subject, today? Nine steps in the handbook's order,
//! stopping at the first refusal; what is not known makes the answer *ask*, never *allow*.

use crate::cases::Case;
use crate::consents::steps::{CHECKS, Check, Weighing};
use crate::consents::{DataClass, Fact, Finding, Pack, Packs, RecordsPeriod, Release, Step, StepFact};
use crate::ids::{CaseId, PersonId, ReleaseId};
use crate::inquiries::InquiryPurpose;
use crate::words;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;

words! {
    /// The gate's answer, from the worst to the best.
    pub enum GateVerdict {
        Refuse => "refuse",
        Ask => "ask",
        Allow => "allow",
    }
}

words! {
    /// Whether the law protects a matter (VAWA, T and U visas, domestic violence, hidden addresses).
    pub enum Protection {
        Ordinary => "ordinary",
        Protected => "protected",
    }
}

/// The flag of a case whose matter the law protects.
pub const PROTECTED_FLAG: &str = "protected";

impl Protection {
    /// As the case's flags say.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        if case.flags.iter().any(|flag| flag == PROTECTED_FLAG) {
            Self::Protected
        } else {
            Self::Ordinary
        }
    }
}

/// What somebody wants to send.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub case_id: CaseId,
    /// Everyone whose records the matter is about; each needs permission of their own.
    pub subjects: &'a [PersonId],
    pub agency: &'a str,
    pub purpose: InquiryPurpose,
    pub data_classes: &'a [DataClass],
    /// The span of records asked about, where that is known.
    pub records: Option<RecordsPeriod>,
    /// When the last inquiry to this agency on this case was closed.
    pub last_closed_on: Option<Date>,
    pub protection: Protection,
    pub today: Date,
}

/// The gate's answer for one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectAnswer {
    pub subject: PersonId,
    pub verdict: GateVerdict,
    /// The release that came furthest.
    pub release: Option<ReleaseId>,
    /// Whether that release is a spoken one.
    pub oral: bool,
    pub steps: Vec<StepFact>,
}

/// The gate's answer: the worst of its subjects' answers, with every fact that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub verdict: GateVerdict,
    pub agency: String,
    pub pack_version: String,
    pub by_subject: Vec<SubjectAnswer>,
    /// Facts that belong to no subject.
    pub steps: Vec<StepFact>,
}

impl Answer {
    /// Every line, subject by subject.
    pub fn all_steps(&self) -> impl Iterator<Item = &StepFact> {
        self.steps
            .iter()
            .chain(self.by_subject.iter().flat_map(|answer| &answer.steps))
    }

    /// The lines that stand in the way.
    pub fn in_the_way(&self) -> impl Iterator<Item = &StepFact> {
        self.all_steps().filter(|line| line.stands_in_the_way())
    }
}

impl SubjectAnswer {
    /// The rules that stand in the way for this subject, by step and name.
    pub fn rules_in_the_way(&self) -> BTreeSet<String> {
        self.steps
            .iter()
            .filter(|line| line.stands_in_the_way())
            .map(StepFact::rule_key)
            .collect()
    }

    /// What the log of disclosures names: the rules in the way, or the rule by which nothing was.
    pub fn rule_used(&self) -> String {
        let in_the_way = self.rules_in_the_way();
        if !in_the_way.is_empty() {
            return in_the_way.into_iter().collect::<Vec<_>>().join(" ");
        }
        let step = if self.oral { Step::OralPath } else { Step::Release };
        self.steps
            .iter()
            .find(|line| line.step == step)
            .map(StepFact::rule_key)
            .unwrap_or_default()
    }
}

/// Asks the gate. `releases` may hold more than the subjects' own; the gate takes only what fits.
pub fn ask_gate(question: &Question<'_>, packs: &Packs, releases: &[Release]) -> Answer {
    let pack = match packs.in_force(question.agency, question.today) {
        Some(pack) => Cow::Borrowed(pack),
        None => Cow::Owned(Pack::unknown(question.agency)),
    };
    judge(question, &pack, releases, CHECKS)
}

/// Judges by one pack and a list of checks; the list is an argument so that a test can leave one out and see the
/// promise break.
pub(crate) fn judge(question: &Question<'_>, pack: &Pack, releases: &[Release], checks: &[Check]) -> Answer {
    let by_subject: Vec<SubjectAnswer> = question
        .subjects
        .iter()
        .map(|subject| judge_subject(question, *subject, pack, releases, checks))
        .collect();
    let mut steps = Vec::new();
    if by_subject.is_empty() {
        steps.push(StepFact {
            step: Step::Release,
            finding: Finding::Refused,
            rule: "subject",
            pack_version: pack.version.clone(),
            fact: Fact::NoSubject,
        });
    }
    let verdict = by_subject
        .iter()
        .map(|answer| answer.verdict)
        .min()
        .unwrap_or(GateVerdict::Refuse);
    Answer {
        verdict,
        agency: question.agency.to_owned(),
        pack_version: pack.version.clone(),
        by_subject,
        steps,
    }
}

/// Tries every release of one subject and keeps the answer that came furthest.
fn judge_subject(
    question: &Question<'_>,
    subject: PersonId,
    pack: &Pack,
    releases: &[Release],
    checks: &[Check],
) -> SubjectAnswer {
    let own = releases.iter().filter(|release| release.person_id == subject);
    let weighed = own.map(|release| weigh(question, subject, pack, Some(release), checks));
    weighed
        .max_by_key(|(answer, received_on)| (answer.verdict, last_step(answer), *received_on))
        .unwrap_or_else(|| weigh(question, subject, pack, None, checks))
        .0
}

fn last_step(answer: &SubjectAnswer) -> Option<Step> {
    answer.steps.last().map(|line| line.step)
}

fn weigh(
    question: &Question<'_>,
    subject: PersonId,
    pack: &Pack,
    release: Option<&Release>,
    checks: &[Check],
) -> (SubjectAnswer, Option<Date>) {
    let weighing = Weighing {
        question,
        pack,
        release,
    };
    let mut steps: Vec<StepFact> = Vec::new();
    for check in checks {
        for found in (check.look)(&weighing) {
            steps.push(StepFact {
                step: check.step,
                finding: found.finding,
                rule: found.rule,
                pack_version: pack.version.clone(),
                fact: found.fact,
            });
        }
        if steps.iter().any(|line| line.finding == Finding::Refused) {
            break;
        }
    }
    let verdict = if steps.iter().any(|line| line.finding == Finding::Refused) {
        GateVerdict::Refuse
    } else if steps.iter().any(|line| line.finding == Finding::Asked) {
        GateVerdict::Ask
    } else {
        GateVerdict::Allow
    };
    let answer = SubjectAnswer {
        subject,
        verdict,
        release: release.map(|release| release.id),
        oral: weighing.is_oral(),
        steps,
    };
    (answer, release.map(|release| release.received_on))
}
