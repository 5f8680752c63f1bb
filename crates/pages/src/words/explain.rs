//! The words for what the domain says by key: the values of its sets, and refusals and facts with their arguments.
//!
//! The domain gives arguments as stored words, dates and figures, all as text; here they become words of the
//! reader's language, days as people write them, and numbers that choose the plural.

use jiff::civil::Date;

use super::dates::{self, Here};
use super::{Arg, Words};

impl Words {
    /// The words for one value of a set of the domain: `w.word("outcome", case.outcome.as_str())`.
    pub fn word(&self, set: &str, value: &str) -> String {
        self.t(&key_of(set, value))
    }

    /// What the ledger says was done, from its `room.verb`. A verb we have no words for stands there as it is.
    pub fn ledger_action(&self, action: &str) -> String {
        let key = key_of("ledger-action", action);
        if self.has(&key) {
            self.t(&key)
        } else {
            self.tr("ledger-action-unnamed", &[("action", action.into())])
        }
    }

    /// The words for a refusal or a fact of the gate, from its `key()` and `args()`.
    pub fn explain(&self, here: &Here, key: &str, args: &[(impl AsRef<str>, String)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(name, value)| (name.as_ref(), self.argument(here, name.as_ref(), value)))
            .collect();
        self.tr(key, &args)
    }

    fn argument<'a>(&self, here: &Here, name: &str, value: &'a str) -> Arg<'a> {
        if let Some(set) = set_of(name) {
            let key = key_of(set, value);
            // A model of the office's own may name a phase we have no words for.
            return if self.has(&key) {
                Arg::from(self.t(&key))
            } else {
                Arg::from(value)
            };
        }
        if let Ok(number) = value.parse::<i64>() {
            return Arg::from(number);
        }
        match value.parse::<Date>() {
            Ok(on) => Arg::from(dates::day_in_words(self, here, on).text),
            Err(_) => Arg::from(value),
        }
    }
}

/// The key of one word of a set: words of models and verbs of the ledger have signs that keys have not.
pub(super) fn key_of(set: &str, value: &str) -> String {
    format!("{set}-{}", value.replace(['_', '.'], "-"))
}

/// The set an argument's value belongs to, when it is a stored word.
fn set_of(argument: &str) -> Option<&'static str> {
    match argument {
        "class" => Some("class"),
        "capacity" => Some("capacity"),
        "method" => Some("method"),
        "formality" => Some("formality"),
        "body" => Some("body"),
        "named" => Some("named"),
        "kind" => Some("consent"),
        "level" | "risk" => Some("risk"),
        "role" => Some("staff-role"),
        "outcome" => Some("outcome"),
        "fate" => Some("fate"),
        "way" => Some("way"),
        "phase" | "from" | "to" => Some("phase"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::cases::guards::Predicate;
    use domain::consents::{Capacity, Fact};
    use jiff::tz::TimeZone;

    use super::super::Lang;
    use super::*;

    fn here() -> Here {
        Here {
            now: "2026-11-19T15:30:00Z".parse().expect("a timestamp"),
            zone: TimeZone::UTC,
        }
    }

    fn said(lang: Lang, fact: &Fact) -> String {
        Words::for_language(lang).explain(&here(), fact.key(), &fact.args())
    }

    #[test]
    fn a_fact_of_the_gate_reads_as_a_sentence() {
        let revoked = Fact::Revoked {
            on: "2026-10-06".parse().expect("a date"),
        };
        assert_eq!(
            said(Lang::English, &revoked),
            "The release was withdrawn on October 6."
        );
        assert_eq!(
            said(Lang::Spanish, &revoked),
            "La autorización fue retirada el 6 de octubre."
        );
        let old = Fact::TooOld { days: 1, limit: 120 };
        assert!(said(Lang::English, &old).starts_with("Signed 1 day ago, and only 120 are allowed."));
        let signer = Fact::NoProof(Capacity::Guardian);
        assert_eq!(
            said(Lang::English, &signer),
            "Proof is missing that the signer may sign: Guardian."
        );
    }

    #[test]
    fn a_deed_of_the_ledger_reads_as_one_even_if_nobody_wrote_its_words() {
        let (en, es) = (
            Words::for_language(Lang::English),
            Words::for_language(Lang::Spanish),
        );
        assert_eq!(en.ledger_action("login.recovery_code"), "Entered a recovery code");
        assert_eq!(es.ledger_action("cases.open"), "Abrió el caso");
        assert_eq!(en.ledger_action("cases.fold"), "Did: cases.fold");
        assert_eq!(en.word("event", "two_way_contact"), "We spoke with the person");
    }

    #[test]
    fn a_missing_thing_is_counted() {
        let facts = domain::cases::guards::Facts {
            open_inquiries: 2,
            ..Default::default()
        };
        let unmet = Predicate::NoOpenInquiry.ask(&facts).expect_err("two are open");
        let text = Words::for_language(Lang::English).explain(&here(), unmet.key, &unmet.args);
        assert_eq!(text, "2 inquiries are still open. Decide what becomes of each.");
    }
}
