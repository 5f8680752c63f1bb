//! What a letter is made of, before it becomes bytes.

use jiff::Timestamp;

/// A name and an address. Shown in no log: it is somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox {
    pub name: Option<String>,
    pub address: String,
}

impl Mailbox {
    pub fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        let name = Some(name.into()).filter(|name: &String| !name.trim().is_empty());
        Self {
            name,
            address: address.into(),
        }
    }
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[mailbox]")
    }
}

/// Who writes: a person, or the house by itself. Others' machines must be able to tell, so as not to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Somebody wrote it, or approved it before it went.
    Person,
    /// A reminder or notice that nobody asked for.
    Automatic,
    /// A confirmation that answers a letter by itself.
    AutomaticReply,
}

/// One letter to one address.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    pub from: Mailbox,
    pub to: Mailbox,
    /// No personal data: anyone who walks past the screen reads it.
    pub subject: String,
    /// Plain text, line ends of any kind.
    pub body: String,
    pub message_id: super::MessageId,
    /// The Message-ID of the letter this answers, as it came. One that is not well-formed is left out: a lost
    /// thread is better than a lost letter.
    pub in_reply_to: Option<String>,
    /// The Message-IDs of the thread, oldest first, as they came.
    pub references: Vec<String>,
    /// When it was written.
    pub written_at: Timestamp,
    pub origin: Origin,
    /// Our own mark, by which our intake knows a letter of ours that comes back round.
    pub loop_mark: String,
}

impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Envelope")
            .field("message_id", &self.message_id)
            .field("origin", &self.origin)
            .finish_non_exhaustive()
    }
}
