//! Take a message in: sealed first, counted before it is read, and filed whatever it holds. The same bytes twice are
//! one arrival.

use domain::{
    access::{Actor, Deed as May},
    arrivals::{Arrival, ArrivalChannel, ArrivalFile, Because, Fate, MatterKind, Verdict},
    ids::{ArrivalId, BatchId, CaseId, DocumentId, OfficeId},
};
use exchange::mail::{self, Unreadable, verdict::Bounce};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::{StoreError, ledger::Deed};

use super::{
    bounce, late,
    thread::{self, Thread},
    understand::{self, Understood, understand},
};
use crate::{ActionError, Doing, House};

/// How often a message is tried. One that killed the process each time is filed without being read.
pub const MOST_TRIES: i64 = 3;

/// What came of taking a message in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenIn {
    New {
        id: ArrivalId,
        verdict: Verdict,
        /// The case it seems to answer.
        case: Option<CaseId>,
    },
    /// It was here already.
    Again { id: ArrivalId },
}

/// A message on its way to its row.
struct Filing {
    arrival: Arrival,
    files: Vec<ArrivalFile>,
    thread: Thread,
    bounce: Option<Bounce>,
}

/// Takes one message in, as the house: whoever carried it here decides nothing about it.
pub async fn take_in(
    house: &House,
    office: OfficeId,
    raw: Vec<u8>,
    batch: Option<BatchId>,
) -> Result<TakenIn, ActionError> {
    take_in_trying(house, office, raw, batch, MOST_TRIES).await
}

/// As [`take_in`], with another bound on tries: the twin of a test shows what the bound is for.
pub async fn take_in_trying(
    house: &House,
    office: OfficeId,
    raw: Vec<u8>,
    batch: Option<BatchId>,
    most_tries: i64,
) -> Result<TakenIn, ActionError> {
    let digest: [u8; 32] = Sha256::digest(&raw).into();
    if let Some(id) = known(house, office, &digest).await? {
        return Ok(TakenIn::Again { id });
    }
    let mut arrival = blank(house, digest.to_vec(), batch);
    arrival.raw_bytes = i64::try_from(raw.len()).unwrap_or(i64::MAX);
    let (raw, name) = seal(house, office, raw).await?;
    arrival.raw_object = Some(name);
    let tries = store::arrivals::record_attempt(house.desk(), office, &digest).await?;
    arrival.attempts = tries.min(most_tries);
    let filing = if tries > most_tries {
        let tried = Because {
            key: "unreadable-tried-often".to_owned(),
            args: vec![("tries".to_owned(), most_tries.to_string())],
        };
        unread(arrival, &raw, tried)
    } else {
        let begins = raw.get(..raw.len().min(64 << 10)).unwrap_or_default().to_vec();
        match understand(raw, house.keys(office)).await {
            Ok(read) => understood(house, office, arrival, *read).await?,
            Err(why) => unread(arrival, &begins, because_of(&why)),
        }
    };
    file(house, office, filing).await
}

async fn known(house: &House, office: OfficeId, digest: &[u8]) -> Result<Option<ArrivalId>, ActionError> {
    let mut look = house.desk().look(&Actor::house(office)).await?;
    Ok(store::arrivals::known(&mut look, digest).await?)
}

/// Seals the bytes and gives them back; they are on the disk before this returns.
async fn seal(house: &House, office: OfficeId, raw: Vec<u8>) -> Result<(Vec<u8>, String), ActionError> {
    let house = house.clone();
    let sealing = tokio::task::spawn_blocking(move || {
        let stored = house.objects(office)?.put(&raw)?;
        Ok::<_, ActionError>((raw, stored.name.to_string()))
    });
    sealing
        .await
        .map_err(|fault| ActionError::Files(Box::new(fault)))?
}

fn blank(house: &House, digest: Vec<u8>, batch: Option<BatchId>) -> Arrival {
    Arrival {
        id: ArrivalId(house.desk().new_id()),
        channel: ArrivalChannel::Email,
        digest,
        raw_object: None,
        raw_bytes: 0,
        received_at: house.desk().now(),
        batch_id: batch,
        attempts: 0,
        verdict: Verdict::Unreadable,
        because: Vec::new(),
        from_name: String::new(),
        from_address: String::new(),
        subject: String::new(),
        written_at: None,
        message_id: None,
        new_text: String::new(),
        quoted_text: String::new(),
        signature: String::new(),
        html: None,
        left_out: 0,
        reply_to_case: None,
        person_id: None,
        fate: Fate::Waiting,
        fate_reason: None,
        fate_case: None,
        fate_by: None,
        fate_at: None,
        kind: MatterKind::NotKnown,
        language: None,
        due_hint_on: None,
        version: 0,
    }
}

/// A message that is not read: who it is from and its subject, as far as its first lines tell, and the reason.
fn unread(mut arrival: Arrival, begins: &[u8], why: Because) -> Filing {
    // One that was tried often is not looked at again, not even its first lines.
    if why.key != "unreadable-tried-often" {
        let glance = mail::read::glance(begins);
        let from = glance.from.unwrap_or_default();
        arrival.from_name = from.name.unwrap_or_default();
        arrival.from_address = from.address.unwrap_or_default();
        arrival.subject = glance.subject;
    }
    arrival.verdict = Verdict::Unreadable;
    arrival.because = vec![why];
    Filing {
        arrival,
        files: Vec::new(),
        thread: Thread::default(),
        bounce: None,
    }
}

fn because_of(why: &Unreadable) -> Because {
    let args = why.args().into_iter();
    Because {
        key: why.key().to_owned(),
        args: args.map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}

async fn understood(
    house: &House,
    office: OfficeId,
    mut arrival: Arrival,
    read: Understood,
) -> Result<Filing, ActionError> {
    let mut thread = thread::find(house, office, &read).await?;
    let judged = thread.judge(&read);
    arrival.verdict = judged.verdict;
    arrival.because = judged.reasons;
    arrival.because.append(&mut thread.because);
    arrival.because.extend(understand::warnings(&read.message));
    arrival.from_name = read.sender_name();
    arrival.from_address = read.sender_address();
    arrival.subject = read.subject();
    arrival.written_at = read.written_at();
    arrival.message_id = read.message_id();
    arrival.language = read.language();
    arrival.due_hint_on = read.invited_on();
    arrival.reply_to_case = thread.case.as_ref().map(|case| case.id);
    let files = files(house, arrival.id, &read);
    arrival.new_text = read.words.new_text;
    arrival.quoted_text = read.words.quoted_text;
    arrival.signature = read.words.signature;
    arrival.html = read.words.html;
    arrival.left_out = read.words.left_out;
    Ok(Filing {
        arrival,
        files,
        thread,
        bounce: judged.bounce,
    })
}

fn files(house: &House, arrival_id: ArrivalId, read: &Understood) -> Vec<ArrivalFile> {
    let attachments = (1_i64..).zip(&read.message.attachments);
    let files = attachments.map(|(n, attachment)| ArrivalFile {
        id: DocumentId(house.desk().new_id()),
        arrival_id,
        n,
        name: super::keep_files::name_of(attachment, n),
        claimed_type: attachment.media_type.clone(),
        bytes: i64::try_from(attachment.length).unwrap_or(i64::MAX),
    });
    files.collect()
}

/// Files the arrival with everything that follows from it, in one act.
async fn file(house: &House, office: OfficeId, filing: Filing) -> Result<TakenIn, ActionError> {
    let mut doing = Doing::begin(house, &Actor::house(office), May::TakeIn).await?;
    let Filing {
        arrival,
        files,
        thread,
        bounce,
    } = filing;
    let digest = arrival.digest.clone();
    match doing.act.insert(&arrival).await {
        Ok(()) => {}
        // Somebody filed the same message since it was looked for.
        Err(StoreError::Clash(clash)) => {
            drop(doing);
            let known = known(house, office, &digest).await?;
            let id = known.ok_or(ActionError::Failed(StoreError::Clash(clash)))?;
            return Ok(TakenIn::Again { id });
        }
        Err(fault) => return Err(fault.into()),
    }
    for file in &files {
        doing.act.insert(file).await?;
    }
    let returned = thread.letter.as_ref().filter(|_| thread.is_return_proved);
    if let (Some(letter), Some(bounce)) = (returned, &bounce) {
        bounce::came_back(&mut doing, letter.id, bounce).await?;
    }
    if let Some(case) = thread.case.as_ref().filter(|case| !case.is_open()) {
        late::tell(&mut doing, case.id, arrival.id).await?;
    }
    doing.act.forget_attempts(&digest).await?;
    let filed = TakenIn::New {
        id: arrival.id,
        verdict: arrival.verdict,
        case: arrival.reply_to_case,
    };
    let deed = Deed {
        action: "arrivals.take_in",
        object: "arrivals",
        object_id: arrival.id.0,
        case_id: arrival.reply_to_case,
        outcome: "done",
        reason: None,
    };
    doing.commit(deed).await?;
    Ok(filed)
}

/// A typed-in arrival has no bytes to be known by, so its id takes their place.
pub(super) fn typed_in(house: &House, channel: ArrivalChannel, received_at: Timestamp) -> Arrival {
    let mut arrival = blank(house, Vec::new(), None);
    arrival.digest = Sha256::digest(arrival.id.0.as_bytes()).to_vec();
    arrival.channel = channel;
    arrival.received_at = received_at;
    arrival.verdict = Verdict::ToRead;
    arrival
}
