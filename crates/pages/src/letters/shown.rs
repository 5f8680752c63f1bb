//! A letter in words: its paper, its state, and what went wrong with it.

use std::collections::HashMap;

use domain::{
    ids::StaffId,
    letters::{Letter, LetterState},
    people::Way,
};

use super::{read::Opened, view::LetterPaper};
use crate::{
    app::Visit,
    ui::{
        card::Fact,
        head::{Crumb, RecordHead},
        icon::Icon,
        pill::{Pill, Tone},
    },
    words::{Words, dates},
};

pub fn state_pill(w: &Words, state: LetterState) -> Pill {
    let (tone, icon) = match state {
        LetterState::Draft => (Tone::Plain, Icon::PenLine),
        LetterState::Queued => (Tone::Info, Icon::Hourglass),
        LetterState::Sending => (Tone::Info, Icon::Send),
        LetterState::Sent => (Tone::Ok, Icon::Check),
        LetterState::Failed => (Tone::Danger, Icon::MailX),
        LetterState::Returned => (Tone::Danger, Icon::Undo),
        LetterState::Held => (Tone::Warn, Icon::Hand),
    };
    Pill::new(w.word("letter-state", state.as_str()), tone, icon)
}

/// What went wrong, in words; nothing where nothing did.
pub fn trouble_of(w: &Words, letter: &Letter) -> String {
    match (&letter.last_error, letter.state) {
        (
            Some(key),
            LetterState::Failed | LetterState::Held | LetterState::Returned | LetterState::Queued,
        ) => trouble(w, key),
        (Some(_), LetterState::Draft | LetterState::Sending | LetterState::Sent) | (None, _) => String::new(),
    }
}

/// The words for a kept reason: a key of ours, or the code a mail server gave. A rule of the gate is told by its
/// inquiry, with its days and numbers.
pub fn trouble(w: &Words, reason: &str) -> String {
    let is_code = !reason.is_empty() && reason.chars().all(|c| c.is_ascii_digit() || c == '.');
    match reason {
        "release-revoked" => w.t("letters-trouble-revoked"),
        "letter-held-by-hand" => w.t("letters-trouble-by-hand"),
        code if is_code => w.tr("letters-trouble-code", &[("code", code.into())]),
        rule if rule.starts_with("gate-") || rule.starts_with("override-") => w.t("letters-trouble-gate"),
        key if w.has(key) => w.t(key),
        _ => w.t("letters-trouble"),
    }
}

pub fn paper_of(visit: &Visit, letter: &Letter) -> LetterPaper {
    let office = &visit.visitor.office;
    LetterPaper {
        from: format!("{} <{}>", office.name, office.mail_from),
        to: format!("{}, {}", letter.to_name, letter.to_address),
        subject: letter.subject.clone(),
        text: letter.body.clone(),
        lang: letter.language.clone(),
    }
}

/// The file a letter is written to, where letters go to a folder and this one went.
pub fn file_name(visit: &Visit, letter: &Letter) -> Option<String> {
    let went = matches!(letter.state, LetterState::Sent | LetterState::Returned);
    let by_mail = letter.way == Way::Email;
    let message_id = letter.message_id.as_deref().filter(|_| went && by_mail)?;
    visit.app.settings.outbox_folder.as_ref()?;
    let bare = message_id.trim_start_matches('<').trim_end_matches('>');
    Some(format!("{bare}.eml"))
}

pub fn head_of(visit: &Visit, o: &Opened) -> (RecordHead, String) {
    let w = visit.words;
    let title = w.tr("letters-to-name", &[("name", (&o.letter.to_name).into())]);
    let reference = &o.case.reference;
    let head = RecordHead {
        crumbs: vec![
            Crumb::link(w.t("shell-outbox"), "/outbox"),
            Crumb::reference(reference.clone(), Some(format!("/cases/{reference}"))),
            Crumb::here(w.t("letters-letter")),
        ],
        title: title.clone(),
        pills: vec![state_pill(w, o.letter.state)],
        lede: String::new(),
    };
    (head, title)
}

pub fn facts_of(visit: &Visit, o: &Opened, names: &HashMap<StaffId, String>) -> Vec<Fact> {
    let w = visit.words;
    let here = visit.here();
    let letter = &o.letter;
    let name = |id: StaffId| names.get(&id).cloned().unwrap_or_else(|| w.t("letters-by-house"));
    let at = |at: jiff::Timestamp| dates::day_and_time(w, &here, at).text;
    let language = format!("language-{}", letter.language.split('-').next().unwrap_or("en"));
    let mut facts = vec![
        Fact::new(w.t("letters-field-way"), w.word("way", letter.way.as_str())),
        Fact::new(
            w.t("letters-field-language"),
            if w.has(&language) {
                w.t(&language)
            } else {
                letter.language.clone()
            },
        ),
        Fact::new(
            w.t("letters-fact-drafted"),
            format!("{}, {}", name(letter.drafted_by), at(letter.drafted_at)),
        ),
    ];
    if let Some(id) = letter.signed_off_by {
        facts.push(Fact::new(w.t("letters-fact-signed"), name(id)));
    }
    if let Some(id) = letter.confirmed_by {
        facts.push(Fact::new(w.t("letters-fact-confirmed"), name(id)));
    }
    if let Some(queued) = letter.queued_at {
        facts.push(Fact::new(w.t("letters-fact-queued"), at(queued)));
    }
    if let Some(sent) = letter.sent_at {
        facts.push(Fact::new(w.t("letters-fact-sent"), at(sent)));
    }
    if let Some(file) = file_name(visit, letter) {
        facts.push(Fact::new(w.t("letters-fact-file"), file));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_reason_a_letter_can_be_kept_with_has_words() {
        let w = Words::for_language(Lang::English);
        for (reason, said) in [
            ("release-revoked", "withdrew"),
            ("letter-held-by-hand", "held it back"),
            ("5.1.1", "5.1.1"),
            // Its words need a day that is not kept with the letter.
            ("gate-expired", "gate said no"),
            ("letter-ask-first", "Ask the person first"),
            ("send-fault-busy", "asks for time"),
            ("a word of nobody", "It did not go"),
        ] {
            assert!(
                trouble(w, reason).contains(said),
                "{reason}: {}",
                trouble(w, reason)
            );
        }
    }
}
