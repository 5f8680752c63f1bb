//! Approved words with blanks: `{{field}}` and nothing more. A field that is not on the list is an error where it
//! stands, and a field that tells of the case is an error in anything but a letter on paper.

use crate::letters::{ToKind, is_neutral};
use crate::people::Way;
use crate::words;
use jiff::civil::Date;
use std::collections::BTreeMap;

words! {
    /// The blanks a template may have.
    pub enum Field {
        /// What to call the person.
        Called => "called",
        StaffName => "staff_name",
        OfficeName => "office_name",
        OfficePhone => "office_phone",
        Reference => "reference",
        /// The day by which the person hears again: a promise.
        NextWordOn => "next_word_on",
        /// The office a person is better served by.
        OtherOffice => "other_office",
        AgencyTitle => "agency_title",
        Liaison => "liaison",
        SubjectName => "subject_name",
        Question => "question",
        /// What the case is about, in the person's words.
        Matter => "matter",
        OutcomeTold => "outcome_told",
        NextSteps => "next_steps",
    }
}

impl Field {
    /// Whether the field tells of the case: such words never stand in an e-mail or a text to a person.
    pub fn tells_of_the_case(self) -> bool {
        match self {
            Field::Called
            | Field::StaffName
            | Field::OfficeName
            | Field::OfficePhone
            | Field::Reference
            | Field::NextWordOn
            | Field::OtherOffice => false,
            Field::AgencyTitle
            | Field::Liaison
            | Field::SubjectName
            | Field::Question
            | Field::Matter
            | Field::OutcomeTold
            | Field::NextSteps => true,
        }
    }
}

/// What is wrong with a template, or with filling it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateFault {
    #[error("the head of the template is missing or not closed")]
    NoHead,
    #[error("`{0}` is not a line of the head")]
    UnknownHead(String),
    #[error("the head lacks `{0}`, or it cannot be read")]
    BadHead(&'static str),
    #[error("`{0}` is not a field")]
    UnknownField(String),
    #[error("`{{{{` is not closed on its line")]
    Unclosed,
    #[error("`{0}` tells of the case, which only a letter on paper may")]
    TellsOfTheCase(Field),
    #[error("the subject is not neutral")]
    SubjectNotNeutral,
    #[error("nobody has approved it")]
    NotApproved,
    #[error("`{0}` has no value")]
    NoValue(Field),
    #[error("it is for paper only")]
    PaperOnly,
}

impl TemplateFault {
    /// The key of the words for this fault.
    pub fn key(&self) -> &'static str {
        match self {
            TemplateFault::NoHead => "template-no-head",
            TemplateFault::UnknownHead(_) => "template-unknown-head",
            TemplateFault::BadHead(_) => "template-bad-head",
            TemplateFault::UnknownField(_) => "template-unknown-field",
            TemplateFault::Unclosed => "template-unclosed",
            TemplateFault::TellsOfTheCase(_) => "template-tells-of-the-case",
            TemplateFault::SubjectNotNeutral => "template-subject-not-neutral",
            TemplateFault::NotApproved => "template-not-approved",
            TemplateFault::NoValue(_) => "template-no-value",
            TemplateFault::PaperOnly => "template-paper-only",
        }
    }

    /// The values that stand in the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            TemplateFault::UnknownHead(name) | TemplateFault::UnknownField(name) => {
                vec![("name", name.clone())]
            }
            TemplateFault::BadHead(name) => vec![("name", (*name).to_owned())],
            TemplateFault::TellsOfTheCase(field) | TemplateFault::NoValue(field) => {
                vec![("name", field.to_string())]
            }
            TemplateFault::NoHead
            | TemplateFault::Unclosed
            | TemplateFault::SubjectNotNeutral
            | TemplateFault::NotApproved
            | TemplateFault::PaperOnly => Vec::new(),
        }
    }
}

/// A fault and where it stands; line and column count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {fault}")]
pub struct TemplateError {
    pub line: usize,
    pub column: usize,
    pub fault: TemplateFault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Blank {
        field: Field,
        line: usize,
        column: usize,
    },
}

/// One version of one template in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub id: String,
    pub version: i64,
    pub language: String,
    pub to: ToKind,
    pub paper_only: PaperOnly,
    /// When the office approved these words; `None` until then.
    pub approved_on: Option<Date>,
    pub subject: String,
    body: Vec<Piece>,
}

words! {
    /// Whether a template may go by every way or only by post.
    pub enum PaperOnly {
        AnyWay => "any-way",
        Post => "post",
    }
}

/// A letter's words, ready to be read over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub body: String,
}

impl Template {
    /// Reads a template: a head between two lines of `---`, then the body.
    pub fn parse(text: &str) -> Result<Template, TemplateError> {
        let fault = |line, fault| TemplateError {
            line,
            column: 1,
            fault,
        };
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line.trim_end()) != Some("---") {
            return Err(fault(1, TemplateFault::NoHead));
        }
        let mut head: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        let mut body_from = None;
        for (n, line) in lines.by_ref() {
            if line.trim_end() == "---" {
                body_from = Some(n + 1);
                break;
            }
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            if !["id", "version", "language", "to", "by", "approved", "subject"].contains(&key) {
                return Err(fault(n + 1, TemplateFault::UnknownHead(key.to_owned())));
            }
            head.insert(key, (n + 1, value.trim()));
        }
        let Some(body_from) = body_from else {
            return Err(fault(1, TemplateFault::NoHead));
        };
        let value = |key: &'static str| {
            let held = head.get(key).copied().filter(|(_, value)| !value.is_empty());
            held.ok_or_else(|| fault(1, TemplateFault::BadHead(key)))
        };
        let (version_line, version) = value("version")?;
        let (to_line, to) = value("to")?;
        let (subject_line, subject) = value("subject")?;
        let approved_on = match head
            .get("approved")
            .copied()
            .filter(|(_, value)| !value.is_empty())
        {
            Some((line, day)) => Some(
                day.parse()
                    .map_err(|_| fault(line, TemplateFault::BadHead("approved")))?,
            ),
            None => None,
        };
        let template = Template {
            id: value("id")?.1.to_owned(),
            version: version
                .parse()
                .map_err(|_| fault(version_line, TemplateFault::BadHead("version")))?,
            language: value("language")?.1.to_owned(),
            to: to
                .parse()
                .map_err(|_| fault(to_line, TemplateFault::BadHead("to")))?,
            paper_only: match head.get("by") {
                None => PaperOnly::AnyWay,
                Some((line, by)) => by
                    .parse()
                    .map_err(|_| fault(*line, TemplateFault::BadHead("by")))?,
            },
            approved_on,
            subject: subject.to_owned(),
            body: pieces(text, body_from)?,
        };
        if !is_neutral(subject, &[]) || subject.contains("{{") {
            return Err(fault(subject_line, TemplateFault::SubjectNotNeutral));
        }
        template.check_fields()?;
        Ok(template)
    }

    /// The blanks it has, each once.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields: Vec<Field> = self.blanks().map(|(field, _, _)| field).collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// Fills the blanks. A value is put in as it is: it cannot bring in a blank of its own.
    pub fn fill(&self, way: Way, values: &BTreeMap<Field, String>) -> Result<Rendered, TemplateError> {
        let fault = |fault| TemplateError {
            line: 1,
            column: 1,
            fault,
        };
        if self.approved_on.is_none() {
            return Err(fault(TemplateFault::NotApproved));
        }
        if self.paper_only == PaperOnly::Post && way != Way::Post {
            return Err(fault(TemplateFault::PaperOnly));
        }
        let mut body = String::new();
        for piece in &self.body {
            match piece {
                Piece::Text(text) => body.push_str(text),
                Piece::Blank { field, line, column } => {
                    let value = values.get(field).ok_or(TemplateError {
                        line: *line,
                        column: *column,
                        fault: TemplateFault::NoValue(*field),
                    })?;
                    body.push_str(value.trim());
                }
            }
        }
        Ok(Rendered {
            subject: self.subject.clone(),
            body: body.trim().to_owned() + "\n",
        })
    }

    fn blanks(&self) -> impl Iterator<Item = (Field, usize, usize)> + '_ {
        self.body.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Blank { field, line, column } => Some((*field, *line, *column)),
        })
    }

    /// What goes to an agency is about the case; what goes to a person tells of it on paper only.
    fn check_fields(&self) -> Result<(), TemplateError> {
        if self.to == ToKind::Agency || self.paper_only == PaperOnly::Post {
            return Ok(());
        }
        match self.blanks().find(|(field, _, _)| field.tells_of_the_case()) {
            Some((field, line, column)) => Err(TemplateError {
                line,
                column,
                fault: TemplateFault::TellsOfTheCase(field),
            }),
            None => Ok(()),
        }
    }
}

fn pieces(text: &str, body_from: usize) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    for (n, line) in text.lines().enumerate().skip(body_from) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("{{") {
            let column = line.chars().count() - after.chars().count() - 1;
            let at = |fault| TemplateError {
                line: n + 1,
                column,
                fault,
            };
            let (name, behind) = after
                .split_once("}}")
                .ok_or_else(|| at(TemplateFault::Unclosed))?;
            let field = name
                .trim()
                .parse()
                .map_err(|_| at(TemplateFault::UnknownField(name.trim().to_owned())))?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(Piece::Blank {
                field,
                line: n + 1,
                column,
            });
            rest = behind;
        }
        pieces.push(Piece::Text(format!("{rest}\n")));
    }
    Ok(pieces)
}
