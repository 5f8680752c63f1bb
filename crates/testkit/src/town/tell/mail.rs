//! Mail: what people of the stories write, and what waits in the mailbox on the Monday.

use actions::{arrivals::take_in, thread_mark};
use jiff::fmt::rfc2822;

use super::{Teller, TownError};
use crate::town::{
    books::WrittenMail,
    paper::{Head, message},
    written::{WrittenCase, WrittenPerson},
};

impl<'b> Teller<'b> {
    pub(super) fn written_person(&self, case: &WrittenCase) -> Result<&'b WrittenPerson, TownError> {
        let person = self.books.person(&case.person);
        person.ok_or_else(|| TownError::Books(format!("there is no person `{}`", case.person)))
    }

    /// A message as the person of a story sends it now.
    pub(super) fn message_of(
        &self,
        case: &WrittenCase,
        subject: &str,
        words: &str,
    ) -> Result<Vec<u8>, TownError> {
        let person = self.written_person(case)?;
        let address = person.email.as_deref();
        let address = address.ok_or_else(|| TownError::Books(format!("{} has no mailbox", person.key)))?;
        let now = self.house.desk().now();
        let date = rfc2822::to_string(&now.to_zoned(store::zone(&self.books.office.office.zone)));
        let date = date.map_err(|fault| TownError::Books(fault.to_string()))?;
        let domain = address.rsplit('@').next().unwrap_or_default();
        let head = Head {
            from: (&person.name, address),
            to: &self.books.office.office.mail_from,
            subject,
            date: &date,
            id: &format!("{}.{}@{domain}", now.as_second(), case.key),
        };
        Ok(message(&head, words))
    }

    /// Takes one message of the mailbox in, with the marks of our own letters put where it leaves them blank.
    pub(super) async fn arrive(&self, mail: &WrittenMail) -> Result<(), TownError> {
        let mut raw = mail.raw.clone();
        while let Some((from, to)) = blank(&raw) {
            let inside = String::from_utf8_lossy(&raw[from + 2..to]).into_owned();
            let fill = self.fill(&mail.name, &inside).await?;
            raw.splice(from..to + 2, fill.into_bytes());
        }
        take_in(self.house, self.office, raw, None).await?;
        Ok(())
    }

    /// `mark:KEY`, the mark of a story's case, or `letter:KEY`, the Message-ID of its latest letter.
    async fn fill(&self, file: &str, blank: &str) -> Result<String, TownError> {
        let wrong = || TownError::Books(format!("{file}: nothing fits `{blank}`"));
        let (what, key) = blank.split_once(':').ok_or_else(wrong)?;
        let opened = self.cases.get(key).ok_or_else(wrong)?;
        let (mut look, case) = self.seen(opened.id).await?;
        if what == "mark" {
            return Ok(thread_mark(&self.house.keys(self.office), &case).to_string());
        }
        let letters = store::letters::of_case(&mut look, &case).await?;
        let sent = letters.iter().filter(|letter| letter.message_id.is_some());
        let latest = sent.max_by_key(|letter| (letter.sent_at, letter.id));
        latest
            .and_then(|letter| letter.message_id.clone())
            .ok_or_else(wrong)
    }
}

/// Where the next `@@…@@` of a message stands.
fn blank(raw: &[u8]) -> Option<(usize, usize)> {
    let at = |from: usize| {
        raw.get(from..)?
            .windows(2)
            .position(|two| two == b"@@")
            .map(|n| from + n)
    };
    let from = at(0)?;
    Some((from, at(from + 2)?))
}
