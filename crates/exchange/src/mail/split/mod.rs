//! What somebody wrote now, apart from what they quoted, forwarded or sign with. Every line of the text is in
//! exactly one piece, in order: nothing is thrown away, and in doubt a line counts as written now.

mod attribution;
mod blocks;
mod signature;

use std::ops::Range;

/// A text cut into pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    pub pieces: Vec<Piece>,
}

/// One stretch of lines of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
    /// Begins with a line like "On Monday, A wrote:".
    pub is_attributed: bool,
}

domain::words! {
    /// Who a stretch of text is from.
    pub enum PieceKind {
        /// Written now.
        New => "new",
        /// From an earlier message, ours or another's.
        Quoted => "quoted",
        /// Passed on: what it is about often stands here.
        Forwarded => "forwarded",
        Signature => "signature",
    }
}

impl Split {
    /// Only what was written now, stretches joined by an empty line.
    pub fn new_text(&self) -> String {
        self.joined(PieceKind::New)
    }

    /// Everything of one kind.
    pub fn joined(&self, kind: PieceKind) -> String {
        let texts = self
            .pieces
            .iter()
            .filter(|piece| piece.kind == kind)
            .map(|piece| piece.text.trim_matches('\n'));
        texts
            .filter(|text| !text.trim().is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    }

    /// What to show first: the new text, with the quotes it answers in between. A text with nothing new in it
    /// is shown whole.
    pub fn reply(&self) -> String {
        let is_new = |piece: &Piece| piece.kind == PieceKind::New && !piece.text.trim().is_empty();
        let (Some(first), Some(last)) = (
            self.pieces.iter().position(is_new),
            self.pieces.iter().rposition(is_new),
        ) else {
            return self
                .pieces
                .iter()
                .map(|piece| piece.text.as_str())
                .collect::<String>()
                .trim()
                .to_owned();
        };
        let mut out = String::new();
        for (at, piece) in self.pieces.iter().enumerate().take(last + 1) {
            match piece.kind {
                PieceKind::New => out.push_str(&piece.text),
                // A quote that somebody answers below; a whole letter quoted above the answer is not one.
                PieceKind::Quoted if at > first || !piece.is_attributed => {
                    out.push_str(&without_attribution(piece));
                }
                PieceKind::Quoted | PieceKind::Forwarded | PieceKind::Signature => {}
            }
        }
        out.trim_matches('\n').trim_end().to_owned()
    }

    /// True if there are answers between quotes.
    pub fn is_interleaved(&self) -> bool {
        let kinds = self
            .pieces
            .iter()
            .filter(|piece| !piece.text.trim().is_empty())
            .map(|piece| piece.kind);
        let kinds: Vec<PieceKind> = kinds.filter(|kind| *kind != PieceKind::Signature).collect();
        kinds
            .windows(3)
            .any(|three| matches!(three, [PieceKind::Quoted, PieceKind::New, PieceKind::Quoted]))
            || kinds
                .windows(3)
                .any(|three| matches!(three, [PieceKind::New, PieceKind::Quoted, PieceKind::New]))
    }
}

fn without_attribution(piece: &Piece) -> String {
    if !piece.is_attributed {
        return piece.text.clone();
    }
    let quoted = piece
        .text
        .split_inclusive('\n')
        .skip_while(|line| !line.trim_start().starts_with('>'));
    quoted.collect()
}

/// What one line is, before its neighbours are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Text,
    Blank,
    /// Begins with `>`.
    Quote,
    /// Part of "On … wrote:", before quoted lines.
    Attribution,
    /// From here on everything is an earlier message.
    QuotedToEnd,
    ForwardedToEnd,
}

/// Cuts a text. `subject` tells a forward from a reply where the text alone does not.
pub fn split(text: &str, subject: &str) -> Split {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let marks = marks(&lines, is_forward(subject));
    let mut pieces: Vec<(PieceKind, Range<usize>)> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let kind = match mark {
            Mark::Quote | Mark::Attribution | Mark::QuotedToEnd => PieceKind::Quoted,
            Mark::ForwardedToEnd => PieceKind::Forwarded,
            Mark::Text => PieceKind::New,
            // An empty line goes with what it follows.
            Mark::Blank => pieces.last().map_or(PieceKind::New, |(kind, _)| *kind),
        };
        match pieces.last_mut() {
            Some((last, range)) if *last == kind => range.end = at + 1,
            _ => pieces.push((kind, at..at + 1)),
        }
    }
    let mut out = Split::default();
    let n_pieces = pieces.len();
    for (index, (kind, range)) in pieces.into_iter().enumerate() {
        if kind != PieceKind::New {
            out.push(kind, &lines, range, &marks);
            continue;
        }
        let is_before_end = index + 2 >= n_pieces;
        let signature =
            signature::begins(&lines[range.clone()], is_before_end).map_or(range.end, |at| range.start + at);
        out.push(PieceKind::New, &lines, range.start..signature, &marks);
        out.push(PieceKind::Signature, &lines, signature..range.end, &marks);
    }
    out
}

impl Split {
    fn push(&mut self, kind: PieceKind, lines: &[&str], range: Range<usize>, marks: &[Mark]) {
        if range.is_empty() {
            return;
        }
        let is_attributed = matches!(marks[range.start], Mark::Attribution | Mark::QuotedToEnd);
        self.pieces.push(Piece {
            kind,
            text: lines[range].concat(),
            is_attributed,
        });
    }
}

fn marks(lines: &[&str], is_forward: bool) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(lines.len());
    let mut in_code = false;
    let mut has_quote = false;
    while marks.len() < lines.len() {
        let at = marks.len();
        let line = looked_at(lines[at]);
        if line.starts_with("```") {
            in_code = !in_code
                && lines[at + 1..]
                    .iter()
                    .take(2_000)
                    .any(|later| later.starts_with("```"));
        }
        if in_code || line.starts_with("```") {
            marks.push(Mark::Text);
        } else if line.trim().is_empty() {
            marks.push(Mark::Blank);
        } else if let Some(found) = blocks::begins(lines, at, is_forward) {
            let to_end = if found == blocks::Found::Forward {
                Mark::ForwardedToEnd
            } else {
                Mark::QuotedToEnd
            };
            blocks::take_rulers(lines, &mut marks, to_end);
            marks.resize(lines.len(), to_end);
        } else if is_quote(line) || (has_quote && is_named_quote(lines, at)) {
            has_quote = true;
            marks.push(Mark::Quote);
        } else if let Some(found) = attribution::begins(lines, at) {
            has_quote = true;
            if found.is_followed_by_quote {
                marks.resize(at + found.n_lines, Mark::Attribution);
            } else if found.is_sure {
                marks.resize(lines.len(), Mark::QuotedToEnd);
            } else {
                marks.push(Mark::Text);
            }
        } else {
            marks.push(Mark::Text);
        }
    }
    marks
}

/// No line is looked at further than this: a hostile line of megabytes costs what a letter does.
const MOST_LOOK: usize = 400;

fn looked_at(line: &str) -> &str {
    crate::text::first(line, MOST_LOOK)
}

/// `> `, also after a few spaces; `>From ` alone is mbox quoting of a sentence.
fn is_quote(line: &str) -> bool {
    let spaces = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[spaces..];
    spaces <= 3 && rest.starts_with('>') && !rest.starts_with(">From ")
}

/// `C> ` as some old programs quote, with the name of who is quoted: two such lines next to each other.
fn is_named_quote(lines: &[&str], at: usize) -> bool {
    let name_of = |line: &str| {
        let (name, _) = crate::text::first(line, 16)
            .split_once('>')
            .map(|(name, rest)| (name.to_owned(), rest.to_owned()))?;
        (!name.is_empty() && name.chars().all(char::is_alphabetic)).then_some(name)
    };
    let Some(name) = name_of(lines[at]) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|before| name_of(lines[before]));
    let after = lines.get(at + 1).and_then(|line| name_of(line));
    before.as_ref() == Some(&name) || after.as_ref() == Some(&name)
}

fn is_forward(subject: &str) -> bool {
    let lower = crate::text::first(subject.trim(), 40).to_lowercase();
    let marks = [
        "fw:",
        "fwd:",
        "wg:",
        "tr:",
        "rv:",
        "enc:",
        "i:",
        "doorst:",
        "fs:",
        "pd:",
        "vs:",
        "vb:",
        "videresendt:",
        "转发",
        "轉寄",
    ];
    marks.iter().any(|mark| lower.starts_with(mark)) || lower.starts_with("[fwd")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(text: &str) -> String {
        split(text, "Re: your claim").reply()
    }

    #[test]
    fn every_line_is_in_exactly_one_piece() {
        let text = "Hi\n\nOn Mon, 1 Jan 2026 at 10:00, A wrote:\n> b\n\nNo.\n> c\nYes.\n-- \nMe\n";
        let cut = split(text, "");
        assert_eq!(
            cut.pieces
                .iter()
                .map(|piece| piece.text.as_str())
                .collect::<String>(),
            text
        );
        assert!(cut.is_interleaved());
        assert_eq!(cut.new_text(), "Hi\n\nNo.\n\nYes.");
        assert_eq!(cut.joined(PieceKind::Signature), "-- \nMe");
    }

    #[test]
    fn an_attribution_broken_over_lines_is_one() {
        assert_eq!(
            reply(
                "Yes\n\nOn Mon, Jan 1, 2026 at 10:00 AM Office of\nthe Representative <office@example.gov>\nwrote:\n\n> b\n"
            ),
            "Yes"
        );
    }

    #[test]
    fn a_sentence_about_a_letter_is_no_attribution() {
        let text = "I write about my claim.\n\nOn 3 March 2026 the agency wrote:\n\nYour file is complete.\n\nIt is not.";
        assert_eq!(reply(text), text);
    }

    #[test]
    fn a_sentence_with_a_time_or_an_address_hides_nothing() {
        for said in [
            "On Monday at 10:30 the officer wrote:",
            "I asked help@agency.example and on 5 May they wrote:",
        ] {
            let text = format!("I write about my claim.\n\n{said}\n\nYour file is complete.\n\nIt is not.");
            assert_eq!(reply(&text), text);
        }
    }

    #[test]
    fn attributions_of_many_programs_and_languages_are_known() {
        for said in [
            "On 11-Apr-2011, at 6:54 PM, Bob <bob@example.com> wrote:",
            "On 04/19/2011 07:10 AM, Some One wrote:",
            "2011/4/7 Some One <one@example.com>",
            "Am Di., 16. Aug. 2016 um 12:52 Uhr schrieb Some One <one@example.com>:",
            "Le 23 janv. 2015 à 22:03, Some One <one@example.com> a écrit :",
            "El mar., 3 mar. 2020 a las 9:05, Some One (<one@example.com>) escribió:",
            "Em ter., 3 de mar. de 2020 às 09:05, Some One <one@example.com> escreveu:",
            "Il giorno mar 3 mar 2020 alle ore 09:05 Some One <one@example.com> ha scritto:",
            "Op di 3 mrt. 2020 om 09:05 schreef Some One <one@example.com>:",
            "W dniu 3.03.2020 o 09:05, Some One pisze:",
            "Den tis 3 mars 2020 kl 09:05 skrev Some One <one@example.com>:",
            "Vào 14:24 8 tháng 6, 2017, Some One <one@example.com> đã viết:",
            "вт, 3 мар. 2020 г. в 09:05, Some One <one@example.com>:",
            "在 2020年3月3日，上午9:05，Some One <one@example.com> 写道：",
            "Some One <one@example.com> 于2020年3月3日周二 09:05写道：",
            "2020年3月3日(火) 9:05 Some One <one@example.com>:",
        ] {
            assert_eq!(
                reply(&format!("Yes.\n\n{said}\n\n> Are you sure?\n")),
                "Yes.",
                "{said}"
            );
        }
    }

    #[test]
    fn a_header_block_is_known_in_any_order_and_language() {
        for block in [
            "From: a@b.example\nSent: Monday, 2 March 2020\nTo: c@d.example\nSubject: Claim",
            "Von: a\nGesendet: Montag\nAn: c\nBetreff: Antrag",
            "De : a\nEnvoyé : lundi\nÀ : c\nObjet : demande",
            "De: a\nEnviado el: lunes\nPara: c\nAsunto: solicitud",
            "Da: a\nInviato: lunedì\nA: c\nOggetto: domanda",
            "Van: a\nVerzonden: maandag\nAan: c\nOnderwerp: aanvraag",
            "Od: a\nWysłano: poniedziałek\nDo: c\nTemat: wniosek",
            "От: a\nОтправлено: понедельник\nКому: c\nТема: заявление",
            "发件人: a\n发送时间: 2020年3月3日\n收件人: c\n主题: 申请",
            "*From:* a\n*Date:* Monday\n*To:* c\n*Subject:* Claim",
            "Date: Mon, 2 Mar 2020 10:00:00 +0000\nSubject: Claim\nFrom: a@b.example\nTo: c@d.example",
        ] {
            assert_eq!(
                reply(&format!(
                    "Yes.\n\n________________________________\n{block}\n\nSure?\n"
                )),
                "Yes.",
                "{block}"
            );
        }
        let letter = "From: the river to the mill\nI walked.\nTo: nobody in particular";
        assert_eq!(reply(letter), letter);
    }

    #[test]
    fn what_somebody_says_of_a_device_is_no_signature() {
        let text = "Here it is.\n\nSent from my desk, is much easier then my mobile phone.";
        assert_eq!(reply(text), text);
        assert_eq!(
            reply("Here it is.\n\nSent from my iPhone 12\n-----"),
            "Here it is."
        );
    }

    #[test]
    fn answers_between_quotes_keep_their_questions() {
        let text =
            "On Mon, 1 Jan 2026 at 10:00, A wrote:\n> Name?\n\nAmira\n\n> Number?\n\n123\n\n> Regards\n";
        assert_eq!(reply(text), "Amira\n\n> Number?\n\n123");
    }

    #[test]
    fn a_forward_is_told_from_a_reply_by_its_subject() {
        let text =
            "See below.\n\nFrom: VA <va@example.gov>\nSent: Monday\nTo: me\nSubject: Claim\n\nDenied.\n";
        let forward = split(text, "FW: Claim");
        assert_eq!(forward.new_text(), "See below.");
        assert!(forward.joined(PieceKind::Forwarded).ends_with("Denied."));
        assert!(
            split(text, "RE: Claim")
                .joined(PieceKind::Quoted)
                .ends_with("Denied.")
        );
    }

    #[test]
    fn a_long_text_under_dashes_is_no_signature() {
        let text = format!("Dear office\n--\n{}", "my story goes on\n".repeat(60));
        assert_eq!(split(&text, "").joined(PieceKind::Signature), "");
    }
}
