//! What a chosen password must not be. No rule about capitals or signs: length and not being guessed first.

use super::{LONGEST, Typed};

/// At least this long when the password stands alone.
const LEAST_ALONE: usize = 15;
/// At least this long when an authenticator code is asked for as well.
const LEAST_WITH_CODE: usize = 8;
/// Shorter words of names are too common in any sentence to be counted out.
const SHORTEST_WORD: usize = 3;

/// What is known about the one who chooses.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// An authenticator app is set up, so that a guessed password alone opens nothing.
    pub with_code: bool,
    /// The office's name, the person's own name and address: their words do not count as secret.
    pub names: &'a [&'a str],
}

/// Why a password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordRefusal {
    TooShort {
        least: usize,
    },
    TooLong {
        most: usize,
    },
    /// It is on every guesser's list.
    Common,
    /// One sign or a short piece over and over, or a run along the alphabet or the keyboard.
    Pattern,
    /// Without the words of the person's and the office's names, too little is left.
    Names,
}

impl PasswordRefusal {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooShort { .. } => "password-refused-too-short",
            Self::TooLong { .. } => "password-refused-too-long",
            Self::Common => "password-refused-common",
            Self::Pattern => "password-refused-pattern",
            Self::Names => "password-refused-names",
        }
    }

    /// Every key, for the test that each has words in every language.
    pub const KEYS: &'static [&'static str] = &[
        "password-refused-too-short",
        "password-refused-too-long",
        "password-refused-common",
        "password-refused-pattern",
        "password-refused-names",
    ];

    /// The number the message speaks of.
    #[must_use]
    pub const fn number(&self) -> Option<usize> {
        match self {
            Self::TooShort { least } => Some(*least),
            Self::TooLong { most } => Some(*most),
            Self::Common | Self::Pattern | Self::Names => None,
        }
    }
}

/// Judges a password when it is chosen.
pub fn judge(password: &Typed, around: &Circumstances<'_>) -> Result<(), PasswordRefusal> {
    let least = if around.with_code {
        LEAST_WITH_CODE
    } else {
        LEAST_ALONE
    };
    let n_chars = password.n_chars();
    if n_chars < least {
        return Err(PasswordRefusal::TooShort { least });
    }
    if n_chars > LONGEST {
        return Err(PasswordRefusal::TooLong { most: LONGEST });
    }
    let lower = password.0.to_lowercase();
    if is_common(&lower) {
        return Err(PasswordRefusal::Common);
    }
    if is_pattern(&lower) {
        return Err(PasswordRefusal::Pattern);
    }
    if left_without(&lower, around.names) < LEAST_WITH_CODE {
        return Err(PasswordRefusal::Names);
    }
    Ok(())
}

/// On the list as it is, with letters for look-alike signs, or with a year or signs hung on either end.
fn is_common(lower: &str) -> bool {
    let plain: String = lower
        .chars()
        .filter(|sign| sign.is_alphanumeric() || "@$!".contains(*sign))
        .collect();
    let bare = plain.trim_matches(|sign: char| !sign.is_alphabetic());
    [
        lower,
        plain.as_str(),
        bare,
        &letters_for_signs(&plain),
        &letters_for_signs(bare),
    ]
    .into_iter()
    .any(|form| common().any(|known| known == form))
}

fn letters_for_signs(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        })
        .collect()
}

fn common() -> impl Iterator<Item = &'static str> {
    include_str!("common.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
}

/// A piece of at most seven signs repeated to the end, fewer than five different signs, or a run.
fn is_pattern(lower: &str) -> bool {
    let signs: Vec<char> = lower.chars().collect();
    let repeats = (1..LEAST_WITH_CODE).any(|piece| {
        signs.len() >= 2 * piece && signs.iter().zip(signs.iter().skip(piece)).all(|(a, b)| a == b)
    });
    let mut different = signs.clone();
    different.sort_unstable();
    different.dedup();
    repeats || different.len() < 5 || is_run(&signs)
}

/// Nearly every sign is the neighbour of the one before, in the alphabet, among the digits or on a keyboard row.
fn is_run(signs: &[char]) -> bool {
    const ROWS: [&str; 6] = [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertzuiop",
    ];
    let neighbours = |pair: &[char]| match pair {
        [a, b] => ROWS.iter().any(|row| {
            let at = |sign: char| row.chars().position(|known| known == sign);
            matches!((at(*a), at(*b)), (Some(a), Some(b)) if a.abs_diff(b) == 1)
        }),
        _ => false,
    };
    let n_neighbours = signs.windows(2).filter(|pair| neighbours(pair)).count();
    n_neighbours * 10 >= signs.len().saturating_sub(1) * 8
}

/// How many signs are left once the words of the names are taken out.
fn left_without(lower: &str, names: &[&str]) -> usize {
    let mut words: Vec<String> = names
        .iter()
        .flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .map(str::to_lowercase)
        .collect();
    // The longest first: of "springfield" nothing should be left for "spring" to find.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut left = lower.to_owned();
    for word in &words {
        left = left.replace(word, "");
    }
    if left.len() == lower.len() {
        usize::MAX
    } else {
        left.chars().filter(|sign| sign.is_alphanumeric()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: Circumstances<'static> = Circumstances {
        with_code: false,
        names: &[],
    };
    const WITH_CODE: Circumstances<'static> = Circumstances {
        with_code: true,
        names: &[],
    };
    const MARTA: Circumstances<'static> = Circumstances {
        with_code: true,
        names: &[
            "Marta Delgado",
            "Office of Rep. Whitfield",
            "marta@whitfield.example",
        ],
    };

    #[test]
    fn length_is_counted_in_characters_and_depends_on_the_second_factor() {
        let judged = |text: &str, around| judge(&Typed::new(text), around);
        assert_eq!(
            judged("tide-lamp-fox", &NOBODY),
            Err(PasswordRefusal::TooShort { least: 15 })
        );
        assert_eq!(judged("tide-lamp-fox", &WITH_CODE), Ok(()));
        assert_eq!(judged("tide-lamp-fox-9", &NOBODY), Ok(()));
        assert_eq!(
            judged("lampara", &WITH_CODE),
            Err(PasswordRefusal::TooShort { least: 8 })
        );
        assert_eq!(judged("lámparañ", &WITH_CODE), Ok(()));
        let long: String = "tide lamp fox ".chars().cycle().take(257).collect();
        assert_eq!(
            judged(&long, &NOBODY),
            Err(PasswordRefusal::TooLong { most: 256 })
        );
    }

    #[test]
    fn what_guessers_try_first_is_refused() {
        for text in [
            "password",
            "Password123!",
            "P@ssw0rd2026",
            "sunshine",
            "iloveyou",
            "correct horse battery staple",
            "Welcome2026",
        ] {
            assert_eq!(
                judge(&Typed::new(text), &WITH_CODE),
                Err(PasswordRefusal::Common),
                "{text}"
            );
        }
    }

    #[test]
    fn patterns_are_refused() {
        for text in [
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "qwertyuiopasdfgh",
            "12345678909876543",
            "abababab1abababab1",
            "xyxyxyxyxxyyxyxyx",
        ] {
            assert_eq!(
                judge(&Typed::new(text), &NOBODY),
                Err(PasswordRefusal::Pattern),
                "{text}"
            );
        }
    }

    #[test]
    fn ones_own_and_the_offices_names_do_not_count() {
        for text in ["MartaDelgado1", "whitfield-office-26", "Delgado.Marta.2026"] {
            assert_eq!(
                judge(&Typed::new(text), &MARTA),
                Err(PasswordRefusal::Names),
                "{text}"
            );
            // The twin: without knowing the names, the same password passes.
            assert_eq!(judge(&Typed::new(text), &WITH_CODE), Ok(()), "{text}");
        }
        assert_eq!(judge(&Typed::new("marta keeps seven lamps"), &MARTA), Ok(()));
    }

    #[test]
    fn ordinary_phrases_are_taken() {
        for text in [
            "seven lamps at the ferry",
            "el gato duerme a las tres",
            "Xk2#mmq9vLpt7!zR",
            "日本語のながいあんごうぶんです例",
        ] {
            assert_eq!(judge(&Typed::new(text), &NOBODY), Ok(()), "{text}");
        }
    }

    #[test]
    fn first_passwords_pass_and_differ() {
        let (one, two) = (super::super::first_password(), super::super::first_password());
        assert_ne!(one, two);
        assert_eq!(judge(&Typed::new(&one), &MARTA), Ok(()));
    }

    #[test]
    fn the_bundled_list_is_lower_case_and_worth_its_place() {
        let mut seen = std::collections::HashSet::new();
        for known in common() {
            assert_eq!(known, known.to_lowercase());
            assert!(seen.insert(known), "{known} twice");
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }
}
