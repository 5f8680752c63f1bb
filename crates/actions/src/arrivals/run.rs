//! One intake run: files, mailboxes, folders and a stream are cut into messages, and each is taken in. What cannot be
//! read from the disk is named with the reason, and stops nothing else.

use std::{
    collections::BTreeMap,
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

use domain::{
    arrivals::Verdict,
    ids::{BatchId, OfficeId},
};
use exchange::mail::mbox;
use store::StoreError;
use tokio::{sync::mpsc, task::JoinSet};

use super::take_in::{TakenIn, take_in};
use crate::{ActionError, House};

/// Messages that are read at once; what is written is written one after the other anyway.
const AT_ONCE: usize = 4;
/// A larger file is not read: it would not fit into memory beside everything else.
const MOST_BYTES: u64 = 2 << 30;
/// Tries where the database is busy with somebody else's work.
const BUSY_TRIES: u32 = 5;

/// Where messages come from.
pub enum Source {
    /// A file with one message or an mbox, or a folder of such files and folders.
    Path(PathBuf),
    /// A stream, such as standard input, with the name it is reported under.
    Stream(String, Box<dyn Read + Send>),
}

/// Why a file was not carried in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCarried {
    NotThere,
    NotAllowed,
    /// A device, a pipe, or a link that leads nowhere.
    NotAFile,
    TooLarge {
        most: u64,
    },
    /// What the disk answered.
    Disk(String),
    /// What the store answered.
    Store(String),
}

impl NotCarried {
    /// The reason in plain words, for the terminal.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotThere => "intake-not-there",
            Self::NotAllowed => "intake-not-allowed",
            Self::NotAFile => "intake-not-a-file",
            Self::TooLarge { .. } => "intake-too-large",
            Self::Disk(_) => "intake-disk",
            Self::Store(_) => "intake-store",
        }
    }

    fn of(fault: &std::io::Error) -> Self {
        match fault.kind() {
            std::io::ErrorKind::NotFound => Self::NotThere,
            std::io::ErrorKind::PermissionDenied => Self::NotAllowed,
            _ => Self::Disk(fault.to_string()),
        }
    }
}

/// A file that was not carried in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncarried {
    pub path: String,
    pub why: NotCarried,
}

/// What one run carried in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    pub batch: BatchId,
    /// Messages that were found.
    pub messages: u64,
    pub new: u64,
    /// Messages that were here already.
    pub again: u64,
    /// New ones that seem to answer a case.
    pub joined: u64,
    pub by_verdict: BTreeMap<Verdict, u64>,
    pub failed: Vec<Uncarried>,
}

impl Carried {
    /// New ones that no person wrote.
    pub fn automatic(&self) -> u64 {
        let kinds = [
            Verdict::Bounce,
            Verdict::AutoReply,
            Verdict::ListOrBulk,
            Verdict::Calendar,
        ];
        kinds.iter().filter_map(|kind| self.by_verdict.get(kind)).sum()
    }

    /// New ones that could not be read; their bytes are kept, and they are shown.
    pub fn unreadable(&self) -> u64 {
        self.by_verdict
            .get(&Verdict::Unreadable)
            .copied()
            .unwrap_or_default()
    }

    /// 0 where everything was filed, 1 where something was not.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.failed.is_empty())
    }

    fn count(&mut self, path: &str, taken: Result<TakenIn, ActionError>) {
        match taken {
            Ok(TakenIn::New { verdict, case, .. }) => {
                self.new += 1;
                self.joined += u64::from(case.is_some());
                *self.by_verdict.entry(verdict).or_default() += 1;
            }
            Ok(TakenIn::Again { .. }) => self.again += 1,
            Err(fault) => self.failed.push(Uncarried {
                path: path.to_owned(),
                why: NotCarried::Store(in_full(&fault)),
            }),
        }
    }
}

/// One message cut from a source, or why there is none.
struct Cut {
    path: String,
    found: Result<Vec<u8>, NotCarried>,
}

/// Carries everything in. Progress is told after each message.
pub async fn run(
    house: &House,
    office: OfficeId,
    sources: Vec<Source>,
    mut progress: impl FnMut(&Carried),
) -> Carried {
    let mut carried = Carried {
        batch: BatchId(house.desk().new_id()),
        messages: 0,
        new: 0,
        again: 0,
        joined: 0,
        by_verdict: BTreeMap::new(),
        failed: Vec::new(),
    };
    let (out, mut cuts) = mpsc::channel::<Cut>(AT_ONCE);
    let cutting = tokio::task::spawn_blocking(move || {
        for source in sources {
            // Nobody listens any more: the run was stopped.
            if cut_source(source, &out).is_err() {
                return;
            }
        }
    });
    let mut taking: JoinSet<(String, Result<TakenIn, ActionError>)> = JoinSet::new();
    while let Some(cut) = cuts.recv().await {
        let raw = match cut.found {
            Ok(raw) => raw,
            Err(why) => {
                carried.failed.push(Uncarried { path: cut.path, why });
                continue;
            }
        };
        carried.messages += 1;
        if taking.len() >= AT_ONCE {
            settle_one(&mut taking, &mut carried).await;
            progress(&carried);
        }
        let (house, batch) = (house.clone(), carried.batch);
        taking.spawn(async move { (cut.path, patiently(&house, office, raw, batch).await) });
    }
    while !taking.is_empty() {
        settle_one(&mut taking, &mut carried).await;
        progress(&carried);
    }
    if cutting.await.is_err() {
        carried.failed.push(Uncarried {
            path: String::new(),
            why: NotCarried::Disk("the reading of the files broke off".to_owned()),
        });
    }
    carried
}

async fn settle_one(taking: &mut JoinSet<(String, Result<TakenIn, ActionError>)>, carried: &mut Carried) {
    match taking.join_next().await {
        Some(Ok((path, taken))) => carried.count(&path, taken),
        Some(Err(fault)) => carried.count("", Err(ActionError::Files(Box::new(fault)))),
        None => {}
    }
}

/// Waits where somebody else holds the database: a run in the night is not in a hurry.
async fn patiently(
    house: &House,
    office: OfficeId,
    raw: Vec<u8>,
    batch: BatchId,
) -> Result<TakenIn, ActionError> {
    let mut tries = 0;
    loop {
        match take_in(house, office, raw.clone(), Some(batch)).await {
            Err(ActionError::Failed(StoreError::Busy)) if tries < BUSY_TRIES => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(200) * tries).await;
            }
            taken => return taken,
        }
    }
}

/// Whoever takes the messages has gone.
struct Stopped;

fn cut_source(source: Source, out: &mpsc::Sender<Cut>) -> Result<(), Stopped> {
    match source {
        Source::Path(path) => cut_path(&path, out),
        Source::Stream(name, mut stream) => {
            let mut bytes = Vec::new();
            match stream.by_ref().take(MOST_BYTES + 1).read_to_end(&mut bytes) {
                Ok(_) => cut_bytes(&name, &bytes, out),
                Err(fault) => send(out, &name, Err(NotCarried::of(&fault))),
            }
        }
    }
}

fn cut_path(path: &Path, out: &mpsc::Sender<Cut>) -> Result<(), Stopped> {
    let shown = path.display().to_string();
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(fault) => return send(out, &shown, Err(NotCarried::of(&fault))),
    };
    if about.is_dir() {
        return cut_folder(path, out);
    }
    if !about.is_file() {
        return send(out, &shown, Err(NotCarried::NotAFile));
    }
    if about.len() > MOST_BYTES {
        return send(out, &shown, Err(NotCarried::TooLarge { most: MOST_BYTES }));
    }
    match std::fs::read(path) {
        Ok(bytes) => cut_bytes(&shown, &bytes, out),
        Err(fault) => send(out, &shown, Err(NotCarried::of(&fault))),
    }
}

/// A folder in the order of its names. Links to folders are not followed: they may lead back.
fn cut_folder(folder: &Path, out: &mpsc::Sender<Cut>) -> Result<(), Stopped> {
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(fault) => return send(out, &folder.display().to_string(), Err(NotCarried::of(&fault))),
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if is_link && path.is_dir() {
            continue;
        }
        cut_path(&path, out)?;
    }
    Ok(())
}

fn cut_bytes(name: &str, bytes: &[u8], out: &mpsc::Sender<Cut>) -> Result<(), Stopped> {
    if bytes.len() as u64 > MOST_BYTES {
        return send(out, name, Err(NotCarried::TooLarge { most: MOST_BYTES }));
    }
    if bytes.is_empty() {
        // An empty file is a message that was lost on the way here: somebody should see that.
        return send(out, name, Ok(Vec::new()));
    }
    for message in mbox::messages_named(name, bytes) {
        send(out, name, Ok(message.into_owned()))?;
    }
    Ok(())
}

fn send(out: &mpsc::Sender<Cut>, path: &str, found: Result<Vec<u8>, NotCarried>) -> Result<(), Stopped> {
    let cut = Cut {
        path: path.to_owned(),
        found,
    };
    out.blocking_send(cut).map_err(|_| Stopped)
}

fn in_full(fault: &dyn std::error::Error) -> String {
    let mut words = fault.to_string();
    let mut source = fault.source();
    while let Some(cause) = source {
        words.push_str(": ");
        words.push_str(&cause.to_string());
        source = cause.source();
    }
    words
}
