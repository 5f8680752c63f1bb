//! An outbox that keeps letters in memory, for tests of other rooms. Like the others, it holds one letter once.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Composed, MessageId, Sent};

/// Letters by their Message-ID.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<MessageId, Composed>>);

impl Memory {
    pub(super) fn send(&self, letter: Composed) -> Sent {
        let message_id = letter.message_id.clone();
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(message_id.clone())
            .or_insert(letter);
        Sent {
            message_id,
            receipt: String::new(),
        }
    }

    /// Everything that was sent, by Message-ID.
    pub fn letters(&self) -> Vec<Composed> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .values()
            .cloned()
            .collect()
    }
}
