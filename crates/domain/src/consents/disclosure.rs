//! The one way out: a [`Disclosure`] is made by [`may_disclose`] and by nothing else, and whatever goes to anyone but
//! the subject or their representative takes one by reference.
//!
//! Nobody can write one down:
//!
//! ```compile_fail,E0451
//! use domain::consents::Disclosure;
//! fn widen(given: Disclosure) -> Disclosure {
//!     Disclosure { recipient: "another.agency".to_owned(), ..given }
//! }
//! ```
//!
//! while anybody may read one:
//!
//! ```
//! use domain::consents::Disclosure;
//! fn recipient(given: &Disclosure) -> &str {
//!     given.recipient()
//! }
//! ```

use crate::consents::overrides::lifts;
use crate::consents::{
    Answer, BasisKind, DataClass, DisclosureRecord, GateVerdict, Override, OverrideRefusal, Packs, Question,
    Release, ask_gate,
};
use crate::ids::{CaseId, DisclosureId, InquiryId, OverrideId, PersonId, ReleaseId, StaffId};
use crate::inquiries::{AgencyChannel, InquiryPurpose};
use jiff::Timestamp;

/// On what something is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A written release.
    Consent(ReleaseId),
    /// A spoken one, where the agency takes it.
    OralStatement(ReleaseId),
    /// A ground in law, recorded with reason and person.
    LawfulBasis(OverrideId),
    /// A decision against the gate's answer.
    Override(OverrideId),
}

impl Basis {
    /// The stored word.
    pub fn kind(self) -> BasisKind {
        match self {
            Basis::Consent(_) => BasisKind::Consent,
            Basis::OralStatement(_) => BasisKind::OralStatement,
            Basis::LawfulBasis(_) => BasisKind::LawfulBasis,
            Basis::Override(_) => BasisKind::Override,
        }
    }

    /// The release or override relied on.
    pub fn id(self) -> uuid::Uuid {
        match self {
            Basis::Consent(release) | Basis::OralStatement(release) => release.0,
            Basis::LawfulBasis(decision) | Basis::Override(decision) => decision.0,
        }
    }
}

/// What is to be shared, by whom and how.
#[derive(Debug, Clone, Copy)]
pub struct Sharing<'a> {
    pub id: DisclosureId,
    pub question: Question<'a>,
    pub inquiry_id: InquiryId,
    /// Who wrote the inquiry: nobody overrides the gate for their own.
    pub drafted_by: StaffId,
    pub channel: AgencyChannel,
    pub by: StaffId,
    pub at: Timestamp,
}

/// One subject's ground.
#[derive(Debug, PartialEq, Eq)]
struct Ground {
    subject: PersonId,
    basis: Basis,
    rule: String,
}

/// Permission to send one inquiry to one agency, with the ground for each subject. It cannot be built, copied or
/// changed outside this file.
#[derive(Debug, PartialEq, Eq)]
pub struct Disclosure {
    id: DisclosureId,
    case_id: CaseId,
    inquiry_id: InquiryId,
    recipient: String,
    purpose: InquiryPurpose,
    data_classes: Vec<DataClass>,
    grounds: Vec<Ground>,
    pack_version: String,
    channel: AgencyChannel,
    by: StaffId,
    at: Timestamp,
}

impl Disclosure {
    pub fn id(&self) -> DisclosureId {
        self.id
    }

    pub fn case_id(&self) -> CaseId {
        self.case_id
    }

    pub fn inquiry_id(&self) -> InquiryId {
        self.inquiry_id
    }

    /// Code of the agency it may go to.
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    pub fn purpose(&self) -> InquiryPurpose {
        self.purpose
    }

    pub fn data_classes(&self) -> &[DataClass] {
        &self.data_classes
    }

    pub fn channel(&self) -> AgencyChannel {
        self.channel
    }

    pub fn pack_version(&self) -> &str {
        &self.pack_version
    }

    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The ground for each subject.
    pub fn bases(&self) -> impl Iterator<Item = (PersonId, Basis)> + '_ {
        self.grounds.iter().map(|ground| (ground.subject, ground.basis))
    }

    /// The rows of the disclosure log, one a subject; the first has this disclosure's own id, each further one an id
    /// from `more`.
    pub fn records(&self, mut more: impl FnMut() -> DisclosureId) -> Vec<DisclosureRecord> {
        let rows = self
            .grounds
            .iter()
            .enumerate()
            .map(|(n, ground)| DisclosureRecord {
                id: if n == 0 { self.id } else { more() },
                case_id: self.case_id,
                person_id: ground.subject,
                recipient: self.recipient.clone(),
                purpose: self.purpose,
                data_classes: self.data_classes.clone(),
                basis: ground.basis.kind(),
                basis_id: Some(ground.basis.id()),
                rule: ground.rule.clone(),
                pack_version: self.pack_version.clone(),
                at: self.at,
                by: self.by,
                channel: self.channel,
                inquiry_id: Some(self.inquiry_id),
            });
        rows.collect()
    }
}

/// Why nothing may be sent: the gate's answer, and why the overrides at hand did not lift it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotDisclosed {
    pub answer: Answer,
    pub overrides: Vec<OverrideRefusal>,
}

/// Asks the gate, now; where it does not allow, looks for an override of exactly this inquiry and these rules.
/// Called again at the moment of sending.
pub fn may_disclose(
    sharing: &Sharing<'_>,
    packs: &Packs,
    releases: &[Release],
    overrides: &[Override],
) -> Result<Disclosure, Box<NotDisclosed>> {
    let answer = ask_gate(&sharing.question, packs, releases);
    let mut grounds = Vec::new();
    let mut refusals = Vec::new();
    for judged in &answer.by_subject {
        let allowed = match (judged.verdict, judged.release) {
            (GateVerdict::Allow, Some(release)) if judged.oral => Some(Basis::OralStatement(release)),
            (GateVerdict::Allow, Some(release)) => Some(Basis::Consent(release)),
            (GateVerdict::Allow, None) | (GateVerdict::Ask | GateVerdict::Refuse, _) => None,
        };
        let lifted = allowed.or_else(|| {
            overrides.iter().find_map(|decision| {
                match lifts(decision, sharing, judged, &answer.pack_version) {
                    Ok(()) if decision.lawful_basis.is_some() => Some(Basis::LawfulBasis(decision.id)),
                    Ok(()) => Some(Basis::Override(decision.id)),
                    Err(refusal) => {
                        refusals.push(refusal);
                        None
                    }
                }
            })
        });
        if let Some(basis) = lifted {
            grounds.push(Ground {
                subject: judged.subject,
                basis,
                rule: judged.rule_used(),
            });
        }
    }
    if grounds.is_empty() || grounds.len() < answer.by_subject.len() {
        return Err(Box::new(NotDisclosed {
            answer,
            overrides: refusals,
        }));
    }
    Ok(Disclosure {
        id: sharing.id,
        case_id: sharing.question.case_id,
        inquiry_id: sharing.inquiry_id,
        recipient: sharing.question.agency.to_owned(),
        purpose: sharing.question.purpose,
        data_classes: sharing.question.data_classes.to_vec(),
        grounds,
        pack_version: answer.pack_version,
        channel: sharing.channel,
        by: sharing.by,
        at: sharing.at,
    })
}
