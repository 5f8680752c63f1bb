//! A rule pack: what one agency demands of a release, as far as it is known. What is not known is `None`, and a
//! `None` is a question for a person, never a permission.

use crate::cases::Level;
use crate::consents::{Capacity, DataClass, Formality};
use crate::inquiries::AgencyChannel;
use crate::words;
use jiff::civil::Date;
use serde::Deserialize;

words! {
    /// What kind of body a pack is about; it decides whether an office may ask at all (RC10).
    pub enum Body {
        Agency => "agency",
        Court => "court",
        Prosecutor => "prosecutor",
        /// An administrative tribunal: asked for the status of a matter only.
        Tribunal => "tribunal",
    }
}

words! {
    /// Up to which day the age of a signature is counted.
    pub enum AgeCountsTo {
        Received => "received",
        Sent => "sent",
    }
}

words! {
    /// Whose spoken word an agency takes for the subject's asking.
    pub enum OralWord {
        /// The office says the subject asked.
        Office => "office",
        /// The subject tells the agency.
        Subject => "subject",
    }
}

words! {
    /// The unit a source gives a time limit in.
    pub enum Unit {
        CalendarDays => "calendar-days",
        WorkingDays => "working-days",
        Hours => "hours",
    }
}

/// A number of days, or the agency's word that there is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Limit {
    Days(u16),
    Word(NoLimit),
}

words! {
    /// The word for a limit that is known not to exist; it is not the same as not knowing one.
    pub enum NoLimit {
        NoLimit => "no-limit",
    }
}

/// How long an agency says it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub n: u16,
    pub unit: Unit,
}

/// Someone at the agency who takes inquiries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Liaison {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub area: Option<String>,
    pub hours: Option<String>,
    pub valid_from: Option<Date>,
}

/// What differs for some kinds of data; a `None` here falls back to the pack's own value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRules {
    pub data_classes: Vec<DataClass>,
    pub accepts_digital_signature: Option<bool>,
    pub accepted_formality: Option<Vec<Formality>>,
    pub max_signature_age_days: Option<Limit>,
    pub age_counts_to: Option<AgeCountsTo>,
    pub oral_allowed: Option<bool>,
}

/// One version of one agency's rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The agency's code, such as `dhs.uscis`.
    pub agency: String,
    pub title: String,
    pub level: Level,
    pub body: Option<Body>,
    pub version: String,
    /// Codes of the parts of this agency that have packs of their own.
    #[serde(default)]
    pub components: Vec<String>,
    /// As the source gives it: a year and month, or a day.
    pub effective_from: Option<String>,
    pub effective_to: Option<String>,
    pub source: Option<String>,
    pub confirmed_on: Option<Date>,
    pub accepts_digital_signature: Option<bool>,
    pub accepted_formality: Option<Vec<Formality>>,
    /// As whom somebody may sign; asked only of a signer who is not the subject.
    pub accepted_capacity: Option<Vec<Capacity>>,
    pub max_signature_age_days: Option<Limit>,
    pub age_counts_to: Option<AgeCountsTo>,
    pub must_name_office: Option<bool>,
    pub fresh_release_after_closed_days: Option<Limit>,
    pub oral_allowed: Option<bool>,
    pub oral_data_classes: Option<Vec<DataClass>>,
    pub oral_word_of: Option<OralWord>,
    pub translation_required: Option<bool>,
    pub form_number: Option<String>,
    pub submit_channel: Option<Vec<AgencyChannel>>,
    pub expected_first_reply: Option<Expected>,
    pub reply_goal_substantive: Option<Expected>,
    pub reply_goal_urgent: Option<Expected>,
    pub call_back: Option<Expected>,
    /// Words the agency demands above a signature, such as those of 28 USC 1746.
    pub words_demanded: Option<String>,
    #[serde(default)]
    pub classes: Vec<ClassRules>,
    #[serde(default)]
    pub liaison: Vec<Liaison>,
    pub notes: Option<String>,
}

/// What a pack says about one kind of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules<'a> {
    pub class: DataClass,
    pub accepts_digital_signature: Option<bool>,
    pub accepted_formality: Option<&'a [Formality]>,
    pub max_signature_age_days: Option<Limit>,
    pub age_counts_to: Option<AgeCountsTo>,
    /// `None` where the pack does not say whether this kind of data may be asked for by word of mouth.
    pub oral_allowed: Option<bool>,
}

impl Pack {
    /// A pack is shown as unconfirmed until it names a source and the day somebody confirmed it.
    pub fn is_confirmed(&self) -> bool {
        self.source.is_some() && self.confirmed_on.is_some()
    }

    /// What this pack says about one kind of data.
    pub fn rules_for(&self, class: DataClass) -> Rules<'_> {
        let special = self
            .classes
            .iter()
            .find(|rules| rules.data_classes.contains(&class));
        let oral = self.oral_allowed.map(|allowed| {
            allowed
                && self
                    .oral_data_classes
                    .as_ref()
                    .is_none_or(|classes| classes.contains(&class))
        });
        // "Yes" without the list of what it is yes for is not known to be yes for this kind.
        let oral = if self.oral_allowed == Some(true) && self.oral_data_classes.is_none() {
            None
        } else {
            oral
        };
        Rules {
            class,
            accepts_digital_signature: special
                .and_then(|rules| rules.accepts_digital_signature)
                .or(self.accepts_digital_signature),
            accepted_formality: special
                .and_then(|rules| rules.accepted_formality.as_deref())
                .or(self.accepted_formality.as_deref()),
            max_signature_age_days: special
                .and_then(|rules| rules.max_signature_age_days)
                .or(self.max_signature_age_days),
            age_counts_to: special
                .and_then(|rules| rules.age_counts_to)
                .or(self.age_counts_to),
            oral_allowed: special.and_then(|rules| rules.oral_allowed).or(oral),
        }
    }

    /// The rules of an agency nobody has written a pack for: nothing is known, so every answer is a question.
    pub fn unknown(agency: &str) -> Pack {
        Pack {
            agency: agency.to_owned(),
            title: agency.to_owned(),
            level: Level::Other,
            body: None,
            version: "none".to_owned(),
            components: Vec::new(),
            effective_from: None,
            effective_to: None,
            source: None,
            confirmed_on: None,
            accepts_digital_signature: None,
            accepted_formality: None,
            accepted_capacity: None,
            max_signature_age_days: None,
            age_counts_to: None,
            must_name_office: None,
            fresh_release_after_closed_days: None,
            oral_allowed: None,
            oral_data_classes: None,
            oral_word_of: None,
            translation_required: None,
            form_number: None,
            submit_channel: None,
            expected_first_reply: None,
            reply_goal_substantive: None,
            reply_goal_urgent: None,
            call_back: None,
            words_demanded: None,
            classes: Vec::new(),
            liaison: Vec::new(),
            notes: None,
        }
    }
}
