//! What the client was told is safe, kept by the client where no kill reaches it.

use std::{
    io::Write as _,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::harness::Folder;

/// When a write counts as acknowledged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    WhenAnswered,
    /// The twin: as a server would that answers before it commits.
    WhenSent,
}

/// What the client was told is safe.
pub(crate) struct Journal {
    folder: Folder,
    counts: Counts,
    file: Mutex<std::fs::File>,
    next: AtomicU64,
}

impl Journal {
    pub(crate) fn new(counts: Counts) -> Self {
        let folder = Folder::new();
        let file = std::fs::File::create(folder.path().join("acknowledged")).expect("a journal");
        Self {
            folder,
            counts,
            file: Mutex::new(file),
            next: AtomicU64::new(1),
        }
    }

    /// Words that stand in one write and in no other.
    pub(crate) fn mark(&self, what: &str) -> String {
        format!("{what} {} ends", self.next.fetch_add(1, Ordering::Relaxed))
    }

    pub(crate) fn sent(&self, mark: &str) {
        if self.counts == Counts::WhenSent {
            self.acknowledged(mark);
        }
    }

    pub(crate) fn answered(&self, mark: &str) {
        if self.counts == Counts::WhenAnswered {
            self.acknowledged(mark);
        }
    }

    pub(crate) fn acknowledged(&self, mark: &str) {
        let mut file = self.file.lock().expect("no writer panics with it");
        writeln!(file, "{mark}").expect("the journal is written");
    }

    pub(crate) fn read(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.folder.path().join("acknowledged"));
        text.expect("the journal").lines().map(str::to_owned).collect()
    }
}
