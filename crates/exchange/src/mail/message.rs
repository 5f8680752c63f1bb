//! What was understood of one message. Every word in it is the sender's claim.

use super::attachment::Attachment;
use super::calendar::Invitation;
use jiff::Timestamp;

/// One e-mail, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    /// Without angle brackets, as are the other ids.
    pub message_id: Option<String>,
    pub in_reply_to: Vec<String>,
    pub references: Vec<String>,
    pub date: Option<Timestamp>,
    pub from: Vec<Mailbox>,
    pub sender: Option<Mailbox>,
    pub reply_to: Vec<Mailbox>,
    pub to: Vec<Mailbox>,
    pub cc: Vec<Mailbox>,
    pub subject: String,
    /// `Some("")` is the null return path `<>`, which must never be answered.
    pub return_path: Option<String>,
    /// `auto-replied`, `auto-generated`, `no`: the word without its parameters, in lower case.
    pub auto_submitted: Option<String>,
    /// `bulk`, `list`, `junk`…, in lower case.
    pub precedence: Option<String>,
    pub list_id: Option<String>,
    /// Addresses the last mail server says it delivered to.
    pub delivered_to: Vec<String>,
    /// Every field of the header in order, duplicates kept, values unfolded and decoded.
    pub fields: Vec<Field>,
    /// `type/subtype` of the message as a whole.
    pub media_type: String,
    /// The `report-type` of a multipart/report.
    pub report_type: Option<String>,
    /// What a person reads: plain text, or text made from HTML where there is no plain text.
    pub text: String,
    pub text_from: TextFrom,
    /// The HTML as sent: never to be shown before [`crate::mail::html::clean`].
    pub html: Option<String>,
    pub attachments: Vec<Attachment>,
    pub calendar: Vec<Invitation>,
    /// Machine-readable reports: delivery status, feedback, disposition.
    pub reports: Vec<Report>,
    /// Messages inside this one: forwarded as attachments, or returned by a bounce (then often headers only).
    /// Their attachments carry no bytes; those are in the enclosing attachment.
    pub enclosed: Vec<Message>,
    /// What was wrong with it. It was read all the same.
    pub faults: Vec<ReadFault>,
}

/// Where [`Message::text`] comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextFrom {
    #[default]
    Nothing,
    Plain,
    Html,
}

/// A name and an address, either of which may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailbox {
    pub name: Option<String>,
    pub address: Option<String>,
}

/// One header field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub value: String,
}

/// A machine-readable part: groups of fields, the first about the message, the others one a recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub media_type: String,
    pub groups: Vec<Vec<Field>>,
}

impl Message {
    /// The first field of this name, in any case.
    pub fn field(&self, name: &str) -> Option<&str> {
        value_in(&self.fields, name)
    }

    /// Every field of this name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |field| field.name.eq_ignore_ascii_case(name))
            .map(|field| field.value.as_str())
    }

    /// The address this message says it is from.
    pub fn from_address(&self) -> Option<&str> {
        self.from.iter().find_map(|mailbox| mailbox.address.as_deref())
    }

    /// Ids of the messages this one answers, the nearest first.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        self.in_reply_to
            .iter()
            .chain(self.references.iter().rev())
            .map(String::as_str)
    }
}

impl Report {
    /// The first value of a field in any group.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.groups.iter().find_map(|group| value_in(group, name))
    }
}

/// The value of a field in one group.
pub fn value_in<'a>(group: &'a [Field], name: &str) -> Option<&'a str> {
    group
        .iter()
        .find(|field| field.name.eq_ignore_ascii_case(name))
        .map(|field| field.value.as_str())
}

domain::words! {
    /// What was wrong with a message that was read nevertheless; the word is also the tail of its sentence's key.
    pub enum ReadFault {
        BrokenHeader => "broken-header",
        NoHeader => "no-header",
        NoEndBoundary => "no-end-boundary",
        NoPartFound => "no-part-found",
        NoBoundaryNamed => "no-boundary-named",
        UnknownEncoding => "unknown-encoding",
        BrokenEncoding => "broken-encoding",
        UnknownCharset => "unknown-charset",
        GuessedCharset => "guessed-charset",
        EightBitHeader => "eight-bit-header",
        NulByte => "nul-byte",
        /// A field that may stand once stands twice: the first was taken.
        FieldTwice => "field-twice",
        /// The date is missing or cannot be read.
        NoDate => "no-date",
        NoSender => "no-sender",
        /// A file name held path parts, control characters or characters that turn text around.
        NameChanged => "name-changed",
        /// Encrypted, or sealed in a signature we do not open: only the sender's program can show it.
        Sealed => "sealed",
        /// One piece of a message that was cut up (message/partial).
        Partial => "partial",
        /// The HTML is too large or too tangled to clean; only its text is kept.
        HtmlTooLarge => "html-too-large",
    }
}

impl ReadFault {
    /// The key of the sentence a person is shown.
    pub fn key(self) -> String {
        format!("read-fault-{}", self.as_str())
    }
}
