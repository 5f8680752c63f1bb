//! Letters and e-mails that go out: drafted from approved words, signed off, and never to the wrong address.

mod letter;

pub use letter::{Letter, LetterState, ToKind};
