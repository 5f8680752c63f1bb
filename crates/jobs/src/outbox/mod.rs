//! The way out: a letter leaves by SMTP, into a folder, or (in tests) into memory. Sending is safe to repeat: the
//! Message-ID stays the same, and whoever receives a letter twice can see that it is one letter.

mod compose;
mod envelope;
mod fault;
mod folder;
mod memory;
mod message_id;
mod settings;
mod smtp;

use std::path::Path;

pub use compose::{Composed, compose};
pub use envelope::{Envelope, Mailbox, Origin};
pub use fault::{Lasting, NotSendable, Reason, SendFault, ServerWords};
pub use folder::Folder;
pub use memory::Memory;
pub use message_id::MessageId;
pub use settings::{Encryption, SettingsFault, SmtpLogin, SmtpSettings};
pub use smtp::Smtp;

/// Where letters go.
#[derive(Debug)]
pub enum Outbox {
    Smtp(Smtp),
    Folder(Folder),
    Memory(Memory),
}

/// A letter has been handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub message_id: MessageId,
    /// What the other side said on taking it, such as its own number for the letter. Empty for a folder.
    pub receipt: String,
}

impl Outbox {
    /// By SMTP. Reads the password and checks the settings now, so that a slip is found at start and not at night.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self, SettingsFault> {
        Smtp::new(settings).map(Self::Smtp)
    }

    /// Into a folder, one `.eml` file a letter.
    pub fn folder(folder: &Path) -> std::io::Result<Self> {
        Folder::open(folder).map(Self::Folder)
    }

    /// Into memory, for tests.
    pub fn memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// Hands one letter over, or says why not and whether to try again.
    pub async fn send(&self, envelope: &Envelope) -> Result<Sent, SendFault> {
        let composed = compose(envelope)?;
        match self {
            Self::Smtp(smtp) => smtp.send(composed).await,
            Self::Folder(folder) => folder.send(composed).await,
            Self::Memory(memory) => Ok(memory.send(composed)),
        }
    }
}
