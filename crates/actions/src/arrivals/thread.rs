//! Which case a message belongs to, as far as it can be proved. The house looks; a sender's word decides nothing.

use domain::{
    access::Actor,
    arrivals::{Because, ThreadProof, Verdict, may_attach},
    cases::Case,
    ids::OfficeId,
    letters::{Letter, ThreadToken, find_tokens},
    people::normalise_email,
};
use exchange::mail::{self, Judgement, Known};
use store::{
    Look, StoreError,
    cases::{CaseSight, SeenCase},
};

use super::understand::Understood;
use crate::{ActionError, House};

/// It names a letter or carries a mark that could not be brought to a case. The words are the same whether it was
/// forged, is unknown, or meets a wall.
pub const NOT_CONFIRMED: &str = "arrival-thread-not-confirmed";
/// It answers a case, from an address that is not known there.
pub const OTHER_SENDER: &str = "arrival-sender-not-on-case";
/// It answers a letter of ours that belongs to no case.
pub const LETTER_WITHOUT_CASE: &str = "arrival-answers-letter-without-case";

/// What could be proved.
#[derive(Default)]
pub(super) struct Thread {
    pub case: Option<Case>,
    /// Our letter that it answers or returns.
    pub letter: Option<Letter>,
    /// It names that letter's receiver, or carries our mark: enough to believe that the letter came back.
    pub is_return_proved: bool,
    marks: Vec<ThreadToken>,
    ids: Vec<String>,
    pub because: Vec<Because>,
}

/// Looks up what a message names.
pub(super) async fn find(house: &House, office: OfficeId, read: &Understood) -> Result<Thread, ActionError> {
    let mut thread = Thread::default();
    if read.marks.is_empty() && read.named.is_empty() {
        thread.note_if(read.has_false_mark, NOT_CONFIRMED);
        return Ok(thread);
    }
    let mut look = house.desk().look(&Actor::house(office)).await?;
    let mut unproved = read.has_false_mark;
    for mark in &read.marks {
        match by_mark(&mut look, mark).await? {
            Some(case) if thread.case.as_ref().is_none_or(|known| known.id == case.id) => {
                let is_known = is_known_sender(&mut look, &case, None, read).await?;
                thread.note_if(!is_known && !is_automatic(read), OTHER_SENDER);
                thread.marks.push(mark.clone());
                thread.case = Some(case.into_inner());
            }
            // A second case in one message: the first mark stands.
            Some(_) => {}
            None => unproved = true,
        }
    }
    for id in &read.named {
        let Some(letter) = store::letters::by_message_id(&mut look, id).await? else {
            continue;
        };
        unproved |= !thread.take_letter(&mut look, id, letter, read).await?;
    }
    // What the mark proves needs no second witness.
    thread.note_if(unproved && thread.case.is_none(), NOT_CONFIRMED);
    Ok(thread)
}

impl Thread {
    /// Takes a letter of ours that the message names, if that proves enough for its case.
    async fn take_letter(
        &mut self,
        look: &mut Look<'_>,
        id: &str,
        letter: Letter,
        read: &Understood,
    ) -> Result<bool, StoreError> {
        let Some(case_id) = letter.case_id else {
            self.note_if(true, LETTER_WITHOUT_CASE);
            if self.letter.is_none() {
                self.is_return_proved = names_receiver(read, &letter);
                self.letter = Some(letter);
            }
            return Ok(true);
        };
        let Some(case) = look.case_by_id(case_id).await? else {
            return Ok(false);
        };
        let is_known = is_known_sender(look, &case, Some(&letter), read).await?;
        let proof = if names_receiver(read, &letter) {
            ThreadProof::OurReceiver
        } else if is_known {
            ThreadProof::KnownSender
        } else {
            ThreadProof::OtherSender
        };
        let by_mark = self.case.as_ref().is_some_and(|known| known.id == case.id);
        if !by_mark && (self.case.is_some() || !may_attach(case.visibility, proof)) {
            return Ok(false);
        }
        self.note_if(
            proof == ThreadProof::OtherSender && !is_automatic(read),
            OTHER_SENDER,
        );
        self.ids.push(id.to_owned());
        if self.letter.as_ref().is_none_or(|known| known.case_id.is_none()) {
            self.is_return_proved = by_mark || proof == ThreadProof::OurReceiver;
            self.letter = Some(letter);
        }
        self.case = Some(case.into_inner());
        Ok(true)
    }

    fn note_if(&mut self, holds: bool, key: &str) {
        if holds && !self.because.iter().any(|because| because.key == key) {
            self.because.push(Because {
                key: key.to_owned(),
                args: Vec::new(),
            });
        }
    }

    /// The judgement that counts only what was proved.
    pub(super) fn judge(&self, read: &Understood) -> Judgement {
        if self.case.is_none() {
            return read.plain.clone();
        }
        let token = |text: &str| {
            let found = find_tokens(text)
                .into_iter()
                .find(|mark| self.marks.contains(mark));
            found.map(|mark| mark.to_string())
        };
        let sent = |id: &str| self.ids.iter().any(|known| known == id);
        mail::judge(
            &read.message,
            &Known {
                token: &token,
                sent: &sent,
            },
        )
    }
}

async fn by_mark(look: &mut Look<'_>, mark: &ThreadToken) -> Result<Option<SeenCase>, StoreError> {
    // A mark has the reference without its hyphen, in plain symbols only.
    let (first, last) = mark.reference.split_at(3);
    match look.case(&format!("{first}-{last}")).await? {
        CaseSight::Full(case) => Ok(Some(*case)),
        CaseSight::Exists(_) | CaseSight::Nothing => Ok(None),
    }
}

/// Whether a bounce names the address that the letter was sent to.
fn names_receiver(read: &Understood, letter: &Letter) -> bool {
    let to = normalise_email(&letter.to_address);
    let Some(bounce) = &read.plain.bounce else {
        return false;
    };
    let failed = bounce.failed.iter().map(|failed| failed.address.as_str());
    let returned = read.message.enclosed.iter().flat_map(|inner| &inner.to);
    let returned = returned.filter_map(|mailbox| mailbox.address.as_deref());
    to.contains('@')
        && failed
            .chain(returned)
            .any(|address| normalise_email(address) == to)
}

/// A machine answers from wherever it likes; only of a person's address is it said that it is another one.
fn is_automatic(read: &Understood) -> bool {
    matches!(
        read.plain.verdict,
        Verdict::Bounce | Verdict::AutoReply | Verdict::ListOrBulk
    )
}

/// Whether the sender's address is the letter's receiver's, or one of the person's.
async fn is_known_sender(
    look: &mut Look<'_>,
    case: &Case,
    letter: Option<&Letter>,
    read: &Understood,
) -> Result<bool, StoreError> {
    let from = normalise_email(&read.sender_address());
    if !from.contains('@') {
        return Ok(false);
    }
    if letter.is_some_and(|letter| normalise_email(&letter.to_address) == from) {
        return Ok(true);
    }
    let Some(person) = case.person_id else {
        return Ok(false);
    };
    let Some(person) = look.person(person).await? else {
        return Ok(false);
    };
    let points = store::people::contact_points(look, &person).await?;
    Ok(points.iter().any(|point| point.norm == from))
}
