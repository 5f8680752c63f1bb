//! The score. Points come from what sender and record both state, and never from what is missing; a contradiction is
//! shown and holds the verdict back, and the address alone shows nobody.

use crate::people::names::{name_words, sound_key};
use domain::ids::PersonId;
use domain::people::{
    BornPrecision, ContactKind, ContactPoint, Person, normalise_email, normalise_phone, normalise_post,
};
use domain::words;
use jiff::civil::Date;

/// What a message or a form says of its sender.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sender<'a> {
    pub name: Option<&'a str>,
    pub emails: &'a [&'a str],
    pub phones: &'a [&'a str],
    pub addresses: &'a [&'a str],
    pub born_on: Option<Date>,
}

/// Somebody on record who may be the sender.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    pub person: &'a Person,
    pub points: &'a [ContactPoint],
    /// When their last case was closed, if they had one.
    pub last_closed_on: Option<Date>,
}

words! {
    /// Why a person is proposed.
    pub enum MatchReason {
        SameEmail => "same-email",
        OldEmail => "old-email",
        SamePhone => "same-phone",
        OldPhone => "old-phone",
        SameName => "same-name",
        /// The same words in another order, or one of the person's other names.
        OtherName => "other-name",
        /// At least two words of the name are shared.
        PartOfName => "part-of-name",
        SoundsAlike => "sounds-alike",
        SameBirthDate => "same-birth-date",
        BirthDaySwapped => "birth-day-swapped",
        /// As far as the record knows the date.
        SameBirthMonthOrYear => "same-birth-month-or-year",
        /// Both state one, and they differ: no points, and never a strong match.
        OtherBirthDate => "other-birth-date",
        SameAddress => "same-address",
        OldClosedCase => "old-closed-case",
    }
}

words! {
    /// How much speaks for it. None of them merges anything.
    pub enum Likeness {
        Weak => "weak",
        Possible => "possible",
        Strong => "strong",
    }
}

/// One reason with its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Part {
    pub reason: MatchReason,
    pub points: u16,
}

/// A person a sender may be, with everything that speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PersonMatch {
    pub person_id: PersonId,
    pub points: u16,
    pub parts: Vec<Part>,
    pub likeness: Likeness,
}

impl MatchReason {
    /// What the reason is worth. A mailbox or a telephone may be a household's, so that neither is strong without a
    /// name or a birth date beside it.
    pub fn points(self) -> u16 {
        match self {
            MatchReason::SameEmail => 60,
            MatchReason::OldEmail => 30,
            MatchReason::SamePhone => 40,
            MatchReason::OldPhone => 20,
            MatchReason::SameName => 30,
            MatchReason::OtherName => 25,
            MatchReason::PartOfName => 20,
            MatchReason::SoundsAlike => 15,
            MatchReason::SameBirthDate => 40,
            MatchReason::BirthDaySwapped => 25,
            MatchReason::SameBirthMonthOrYear => 10,
            MatchReason::OtherBirthDate => 0,
            MatchReason::SameAddress => 10,
            MatchReason::OldClosedCase => 5,
        }
    }

    /// Whether the reason speaks of this one person. Others share an address, and having had a case is no likeness.
    fn is_personal(self) -> bool {
        match self {
            MatchReason::SameEmail
            | MatchReason::OldEmail
            | MatchReason::SamePhone
            | MatchReason::OldPhone
            | MatchReason::SameName
            | MatchReason::OtherName
            | MatchReason::PartOfName
            | MatchReason::SoundsAlike
            | MatchReason::SameBirthDate
            | MatchReason::BirthDaySwapped => true,
            MatchReason::SameBirthMonthOrYear
            | MatchReason::OtherBirthDate
            | MatchReason::SameAddress
            | MatchReason::OldClosedCase => false,
        }
    }
}

const STRONG: u16 = 80;
const POSSIBLE: u16 = 40;

/// Holds a sender against one person; `None` where nothing personal speaks for it.
pub fn match_person(sender: &Sender<'_>, candidate: &Candidate<'_>, today: Date) -> Option<PersonMatch> {
    let mut reasons = Vec::new();
    reasons.extend(by_point(
        sender.emails,
        candidate,
        today,
        &[ContactKind::Email],
        normalise_email,
        Pair {
            now: MatchReason::SameEmail,
            old: MatchReason::OldEmail,
        },
    ));
    let phones = [ContactKind::Phone, ContactKind::Mobile];
    reasons.extend(by_point(
        sender.phones,
        candidate,
        today,
        &phones,
        normalise_phone,
        Pair {
            now: MatchReason::SamePhone,
            old: MatchReason::OldPhone,
        },
    ));
    reasons.extend(sender.name.and_then(|name| by_name(name, candidate.person)));
    reasons.extend(sender.born_on.and_then(|born| by_birth(born, candidate.person)));
    let now_only = Pair {
        now: MatchReason::SameAddress,
        old: MatchReason::SameAddress,
    };
    reasons.extend(by_point(
        sender.addresses,
        candidate,
        today,
        &[ContactKind::Post],
        normalise_post,
        now_only,
    ));
    if !reasons.iter().any(|reason| reason.is_personal()) {
        return None;
    }
    if candidate.last_closed_on.is_some() {
        reasons.push(MatchReason::OldClosedCase);
    }
    let parts: Vec<Part> = reasons
        .into_iter()
        .map(|reason| Part {
            reason,
            points: reason.points(),
        })
        .collect();
    let points = parts.iter().map(|part| part.points).sum();
    Some(PersonMatch {
        person_id: candidate.person.id,
        points,
        likeness: likeness(points, &parts),
        parts,
    })
}

/// Everyone a sender may be, the likeliest first; equals in the order of their ids, so that two runs agree.
pub fn match_people(sender: &Sender<'_>, candidates: &[Candidate<'_>], today: Date) -> Vec<PersonMatch> {
    let mut matches: Vec<PersonMatch> = candidates
        .iter()
        .filter_map(|candidate| match_person(sender, candidate, today))
        .collect();
    matches.sort_by_key(|found| {
        (
            std::cmp::Reverse(found.likeness),
            std::cmp::Reverse(found.points),
            found.person_id,
        )
    });
    matches
}

fn likeness(points: u16, parts: &[Part]) -> Likeness {
    let contradicted = parts
        .iter()
        .any(|part| part.reason == MatchReason::OtherBirthDate);
    if points >= STRONG && !contradicted {
        Likeness::Strong
    } else if points >= POSSIBLE {
        Likeness::Possible
    } else {
        Likeness::Weak
    }
}

#[derive(Clone, Copy)]
struct Pair {
    now: MatchReason,
    old: MatchReason,
}

/// A point counts once, for what it is worth today: one that was theirs says less than one that is.
fn by_point(
    given: &[&str],
    candidate: &Candidate<'_>,
    today: Date,
    kinds: &[ContactKind],
    normalise: fn(&str) -> String,
    reasons: Pair,
) -> Option<MatchReason> {
    let given: Vec<String> = given
        .iter()
        .map(|value| normalise(value))
        .filter(|norm| !norm.is_empty())
        .collect();
    let same: Vec<&ContactPoint> = candidate
        .points
        .iter()
        .filter(|point| kinds.contains(&point.kind) && given.contains(&point.norm))
        .collect();
    let is_theirs = |point: &&ContactPoint| point.to_on.is_none_or(|last| today <= last);
    if same.iter().any(is_theirs) {
        Some(reasons.now)
    } else {
        same.first().map(|_| reasons.old)
    }
}

fn by_name(name: &str, person: &Person) -> Option<MatchReason> {
    let given = name_words(name);
    if given.is_empty() {
        return None;
    }
    let full = name_words(&person.full_name);
    if given == full {
        return Some(MatchReason::SameName);
    }
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    let others: Vec<Vec<String>> = person.other_names.iter().map(|other| name_words(other)).collect();
    if sorted(&given) == sorted(&full) || others.iter().any(|other| sorted(other) == sorted(&given)) {
        return Some(MatchReason::OtherName);
    }
    let all = std::iter::once(&full).chain(&others);
    if all.clone().any(|words| n_shared(&given, words) >= 2) {
        return Some(MatchReason::PartOfName);
    }
    let sounds = |words: &[String]| sorted(&words.iter().map(|word| sound_key(word)).collect::<Vec<_>>());
    // One word that sounds like another is half the town.
    let alike = |words: &Vec<String>| words.len() >= 2 && sounds(words) == sounds(&given);
    all.into_iter().any(alike).then_some(MatchReason::SoundsAlike)
}

/// Words of more than one letter that both names have, each once; particles join no two families.
fn n_shared(one: &[String], other: &[String]) -> usize {
    const PARTICLES: [&str; 12] = [
        "de", "la", "del", "los", "las", "da", "dos", "van", "von", "der", "bin", "al",
    ];
    let mut shared: Vec<&String> = one
        .iter()
        .filter(|word| {
            word.chars().count() > 1 && !PARTICLES.contains(&word.as_str()) && other.contains(word)
        })
        .collect();
    shared.sort();
    shared.dedup();
    shared.len()
}

fn by_birth(born: Date, person: &Person) -> Option<MatchReason> {
    let held = person.born_on?;
    let same_year = held.year() == born.year();
    match person.born_precision {
        BornPrecision::Day if held == born => Some(MatchReason::SameBirthDate),
        BornPrecision::Day if same_year && held.day() == born.month() && held.month() == born.day() => {
            Some(MatchReason::BirthDaySwapped)
        }
        BornPrecision::Month if same_year && held.month() == born.month() => {
            Some(MatchReason::SameBirthMonthOrYear)
        }
        BornPrecision::Year if same_year => Some(MatchReason::SameBirthMonthOrYear),
        BornPrecision::Day | BornPrecision::Month | BornPrecision::Year => Some(MatchReason::OtherBirthDate),
        BornPrecision::Unknown => None,
    }
}
