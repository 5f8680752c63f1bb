//! Record a release: what was signed or said, by whom and how, and what the agency's rules make of it.

use domain::{
    access::{Actor, Deed},
    cases::{
        Case, Direction, Entry, EntryKind, Happening, NextAct, NextWord, model::Event, model::EventWord,
    },
    clocks::Turn,
    consents::{
        Answer as GateAnswer, Capacity, Formality, Method, NamedAgencies, OralStatement, RecipientNamed,
        Release, Scope, Translation, check_release,
    },
    ids::{DocumentId, EntryId, ReleaseId},
    inquiries::InquiryPurpose,
};
use jiff::civil::Date;
use store::cases::SeenCase;

use super::judge::{Planned, judge_in};
use crate::{
    ActionError, Answer, Doing, House, Refused,
    documents::{Kept, Upload},
    moved::{save_entry, save_moved},
};

/// A release as it lies on the desk.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRelease {
    pub signer_name: String,
    pub capacity: Capacity,
    /// What proves the right of a signer who is not the subject.
    pub proof: Option<Upload>,
    pub recipient_named: Option<RecipientNamed>,
    pub agencies: NamedAgencies,
    pub scope: Scope,
    pub method: Method,
    pub formality: Formality,
    pub signed_on: Date,
    pub received_on: Date,
    pub expires_on: Option<Date>,
    pub language: String,
    pub translation: Translation,
    pub oral: Option<OralStatement>,
    /// The signed file.
    pub document: Option<Upload>,
}

/// A release on record, and the gate's answer for the case's agency.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    pub release_id: ReleaseId,
    /// None while the case has no agency and the release names none or several.
    pub answer: Option<GateAnswer>,
}

/// Records a release of the subject of a case.
pub async fn record_release(
    house: &House,
    actor: &Actor,
    reference: &str,
    mut what: RecordRelease,
) -> Result<Recorded, ActionError> {
    Kept::may_be_put(house, actor, reference, Deed::AskAgencies).await?;
    let document = keep(house, actor, what.document.take()).await?;
    let proof = keep(house, actor, what.proof.take()).await?;

    let mut doing = Doing::begin(house, actor, Deed::AskAgencies).await?;
    let case = doing.case(reference).await?;
    let document = save(&mut doing, &case, document).await?;
    let proof = save(&mut doing, &case, proof).await?;
    let agency = agency_of(&case, &what.agencies);
    let mut release = write(&doing, &case, what, agency.as_deref())?;
    release.proof_document = proof.map(|(id, _)| id);
    (release.document_id, release.document_digest) = document.unzip();
    check_release(&release, doing.stamp.today)
        .map_err(|wrong| ActionError::Refused(wrong.into_iter().map(Refused::from).collect()))?;

    doing.act.insert(&release).await?;
    let entry = tell(&doing, &release);
    save_entry(&mut doing, &case, &entry).await?;
    let (after, happened) = received(&doing, &case);
    let stamp = doing.stamp;
    save_moved(&mut doing, &case, after, &happened, &stamp).await?;

    let recorded = Recorded {
        release_id: release.id,
        answer: judged(&mut doing, &case, &release, agency).await?,
    };
    doing.answers(&recorded);
    doing
        .commit_case("consents.record-release", case.id, None)
        .await?;
    Ok(recorded)
}

/// Sent again, the form answers the release; what the gate says of it is asked anew by whoever shows it.
impl Answer for Recorded {
    fn to_text(&self) -> String {
        self.release_id.to_string()
    }
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok().map(|release_id| Self {
            release_id,
            answer: None,
        })
    }
}

async fn keep(house: &House, actor: &Actor, file: Option<Upload>) -> Result<Option<Kept>, ActionError> {
    match file {
        Some(file) => Ok(Some(Kept::put(house, actor.office_id, file).await?)),
        None => Ok(None),
    }
}

async fn save(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    kept: Option<Kept>,
) -> Result<Option<(DocumentId, String)>, ActionError> {
    match kept {
        Some(kept) => {
            let document = kept.save(doing, case.id).await?;
            Ok(Some((document.id, document.digest)))
        }
        None => Ok(None),
    }
}

/// The agency whose rules judge it: the case's, else the only one it names.
fn agency_of(case: &Case, named: &NamedAgencies) -> Option<String> {
    let only = match named {
        NamedAgencies::These(codes) => match codes.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        },
        NamedAgencies::All => None,
    };
    case.agency.clone().or(only)
}

fn write(
    doing: &Doing<'_>,
    case: &Case,
    what: RecordRelease,
    agency: Option<&str>,
) -> Result<Release, ActionError> {
    let person_id = case.person_id.ok_or_else(|| Refused::new("guard-person-known"))?;
    let pack = agency.and_then(|code| doing.house.packs().in_force(code, doing.stamp.today));
    Ok(Release {
        id: ReleaseId(doing.act.new_id()),
        case_id: case.id,
        person_id,
        signer_name: what.signer_name.trim().to_owned(),
        capacity: what.capacity,
        proof_document: None,
        recipient_named: what.recipient_named,
        agencies: what.agencies,
        scope: what.scope,
        method: what.method,
        formality: what.formality,
        signed_on: what.signed_on,
        received_on: what.received_on,
        expires_on: what.expires_on,
        language: what.language,
        translation: what.translation,
        oral: what.oral,
        revoked_on: None,
        revoked_by: None,
        revoked_how: None,
        document_id: None,
        document_digest: None,
        pack_version: pack.map_or_else(String::new, |pack| pack.version.clone()),
        recorded_by: doing.stamp.by,
        recorded_at: doing.stamp.now,
        version: 0,
    })
}

fn tell(doing: &Doing<'_>, release: &Release) -> Entry {
    let agencies = match &release.agencies {
        NamedAgencies::All => "all".to_owned(),
        NamedAgencies::These(codes) => codes.join(" "),
    };
    let detail = [
        ("method", release.method.to_string()),
        ("agencies", agencies),
        ("signed_on", release.signed_on.to_string()),
        ("received_on", release.received_on.to_string()),
    ];
    Entry {
        id: EntryId(doing.act.new_id()),
        case_id: release.case_id,
        kind: EntryKind::Release,
        direction: Direction::In,
        at: doing.stamp.now,
        written_at: doing.stamp.now,
        by: Some(doing.stamp.by),
        person_id: Some(release.person_id),
        body: String::new(),
        private: false,
        subject_id: Some(release.id.0),
        detail: detail
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

/// The person has done their part: the turn is ours, and the inquiry is next.
fn received(doing: &Doing<'_>, case: &Case) -> (Case, Vec<Happening>) {
    let mut happened: Vec<Happening> = vec![EventWord::ReleaseReceived.into()];
    let mut after = case.clone();
    if case.is_open() {
        if case.turn == Turn::Person {
            after.turn = Turn::Ours;
            happened.push(Event::turn(Turn::Ours).into());
        }
        after.next_act = NextAct::Named(NextWord::SendInquiry);
        after.next_on = doing.calendar().on_or_after(doing.stamp.today);
    }
    (after, happened)
}

async fn judged(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    release: &Release,
    agency: Option<String>,
) -> Result<Option<GateAnswer>, ActionError> {
    let Some(agency) = agency else {
        return Ok(None);
    };
    let planned = Planned {
        agency,
        purpose: InquiryPurpose::AskStatus,
        data_classes: release.scope.data_classes.clone(),
    };
    let today = doing.stamp.today;
    let house = doing.house;
    Ok(Some(
        judge_in(house, &mut doing.act, case, &planned, today).await?,
    ))
}
