//! One e-mail, from raw bytes to what a person needs to know of it. Nothing here is lost or refused for its
//! syntax; only what would harm the reader (see [`limits`]) stays unread, and that is said.

pub mod address;
pub mod attachment;
mod body;
pub mod calendar;
pub mod charset;
mod dates;
mod decode;
mod encoded;
mod fields;
mod header;
pub mod html;
pub mod limits;
pub mod mbox;
pub mod message;
mod params;
pub mod read;
pub mod split;
pub mod verdict;
mod walk;

pub use attachment::{Attachment, FileKind};
pub use calendar::Invitation;
pub use domain::arrivals::{Because, Verdict};
pub use limits::{Limits, Unreadable};
pub use message::{Field, Mailbox, Message, ReadFault, Report, TextFrom};
pub use read::read;
pub use split::{PieceKind, Split, split as split_text};
pub use verdict::{Judgement, Known, judge};
