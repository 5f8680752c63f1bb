//! Why a letter did not leave, said in one word for the log, one key for the screen, and the server's own words
//! for the caseworker who has to decide what to do.

use std::fmt;

/// Whether trying again may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Try again later: the letter is not at fault, or not for certain.
    Temporary,
    /// Trying again is no use: a person must look.
    Permanent,
}

/// What a header cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSendable {
    #[error("the sender's address is not an address")]
    From,
    #[error("the recipient's address is not an address")]
    To,
    #[error("a name holds a line break or another control sign")]
    Name,
    #[error("the subject holds a line break or another control sign")]
    Subject,
    #[error("the loop mark holds more than letters, digits, `.`, `-` and `@`")]
    LoopMark,
    #[error("the text holds a NUL")]
    Body,
    #[error("the message could not be put together")]
    Other,
}

/// Why a letter did not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Something in the letter itself.
    Letter(NotSendable),
    /// The server will not take this letter: no such mailbox, too large, policy.
    Refused,
    /// The server asks for time: busy, greylisting, full mailbox.
    Busy,
    /// No server there, or it went away before the letter was begun.
    NoConnection,
    /// The connection ended or stalled while the letter was being given: it may have been taken or not.
    CutOff,
    /// Encryption was asked for and not had; nothing was sent.
    NoEncryption,
    /// The server does not accept our name and password.
    LoginRefused,
    /// The recipient's address needs a server that can carry it (SMTPUTF8).
    AddressNotCarried,
    /// The outbox folder cannot be written.
    Disk,
}

impl Reason {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Letter(NotSendable::From) => "send-fault-from",
            Self::Letter(NotSendable::To) => "send-fault-to",
            Self::Letter(
                NotSendable::Name
                | NotSendable::Subject
                | NotSendable::LoopMark
                | NotSendable::Body
                | NotSendable::Other,
            ) => "send-fault-letter",
            Self::Refused => "send-fault-refused",
            Self::Busy => "send-fault-busy",
            Self::NoConnection => "send-fault-no-connection",
            Self::CutOff => "send-fault-cut-off",
            Self::NoEncryption => "send-fault-no-encryption",
            Self::LoginRefused => "send-fault-login",
            Self::AddressNotCarried => "send-fault-address",
            Self::Disk => "send-fault-disk",
        }
    }

    /// Every key, for the test that each has words in every language.
    pub const KEYS: &'static [&'static str] = &[
        "send-fault-from",
        "send-fault-to",
        "send-fault-letter",
        "send-fault-refused",
        "send-fault-busy",
        "send-fault-no-connection",
        "send-fault-cut-off",
        "send-fault-no-encryption",
        "send-fault-login",
        "send-fault-address",
        "send-fault-disk",
    ];
}

/// A letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendFault {
    pub lasting: Lasting,
    pub reason: Reason,
    /// The three digits of the server's answer.
    pub code: Option<u16>,
    /// The server's own words. They often repeat the recipient's address, so they belong on the case, never in
    /// a log.
    pub words: ServerWords,
}

/// Words of a server, kept out of `Debug` because they may name somebody.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ServerWords(pub String);

impl fmt::Debug for ServerWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[words]")
    }
}

impl SendFault {
    pub(super) fn new(lasting: Lasting, reason: Reason) -> Self {
        Self {
            lasting,
            reason,
            code: None,
            words: ServerWords::default(),
        }
    }

    pub(super) fn said(mut self, code: Option<u16>, words: String) -> Self {
        self.code = code;
        self.words = ServerWords(words);
        self
    }

    pub fn is_temporary(&self) -> bool {
        self.lasting == Lasting::Temporary
    }
}

impl From<NotSendable> for SendFault {
    fn from(what: NotSendable) -> Self {
        Self::new(Lasting::Permanent, Reason::Letter(what))
    }
}

/// Safe for logs: no address, no words of the server.
impl fmt::Display for SendFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.key())?;
        if let Some(code) = self.code {
            write!(f, " ({code})")?;
        }
        f.write_str(match self.lasting {
            Lasting::Temporary => ", to be tried again",
            Lasting::Permanent => ", not to be tried again",
        })
    }
}

impl std::error::Error for SendFault {}
