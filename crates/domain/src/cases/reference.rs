//! References that are safe to read aloud: five random symbols and a sixth that finds every slip of one symbol
//! and every swap of two neighbours.
//!
//! The alphabet is Crockford's base 32. Each symbol is an element of the field with 32 elements, and a reference is
//! right when the sum of its symbols, each multiplied with its own power of the field's generator, is zero. One wrong
//! symbol changes the sum by a product of two things that are not zero; so does a swap, since neighbours' powers
//! differ. A sum modulo 32 cannot do it: to find each slip its weights must be odd, and two odd weights differ by an
//! even number, which lets some swaps through.

use std::fmt;
use std::str::FromStr;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A case's reference, such as `7K4-M2Q`, known to be free of slips.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference([u8; 6]);

/// Why a text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceFault {
    #[error("a reference has six symbols")]
    Length,
    #[error("`{0}` does not stand in references")]
    Symbol(char),
    #[error("a symbol is wrong, or two are swapped")]
    Check,
}

impl ReferenceFault {
    /// The message key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Length => "reference-fault-length",
            Self::Symbol(_) => "reference-fault-symbol",
            Self::Check => "reference-fault-check",
        }
    }
}

impl Reference {
    /// A reference from five random bytes; each gives one symbol.
    #[must_use]
    pub fn from_random(bytes: [u8; 5]) -> Self {
        let [a, b, c, d, e] = bytes.map(|byte| byte & 31);
        Self([a, b, c, d, e, weighed(&[a, b, c, d, e])])
    }
}

/// The sum of the symbols, the last with the generator's first power, the one before it with the second, and so on.
/// The check symbol stands after them with the power 0.
fn weighed(symbols: &[u8]) -> u8 {
    symbols
        .iter()
        .fold(0, |sum, symbol| times_generator(sum ^ symbol))
}

/// Multiplies with x in GF(2)[x] / (x^5 + x^2 + 1).
const fn times_generator(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 {
        doubled
    } else {
        (doubled ^ 0b10_0101) & 31
    }
}

/// A symbol as people write it: small letters are capitals, O is 0, I and L are 1.
fn value(symbol: char) -> Option<u8> {
    let symbol = match symbol.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let found = ALPHABET.iter().position(|known| char::from(*known) == symbol);
    found.and_then(|position| u8::try_from(position).ok())
}

impl FromStr for Reference {
    type Err = ReferenceFault;

    /// Reads leniently: any case, with or without the hyphen, spaces anywhere.
    fn from_str(text: &str) -> Result<Self, ReferenceFault> {
        let written = text
            .chars()
            .filter(|symbol| !symbol.is_whitespace() && !matches!(symbol, '-' | '–' | '‑'));
        let mut symbols = Vec::with_capacity(6);
        for symbol in written {
            if symbols.len() == 6 {
                return Err(ReferenceFault::Length);
            }
            symbols.push(value(symbol).ok_or(ReferenceFault::Symbol(symbol))?);
        }
        let symbols: [u8; 6] = symbols.try_into().map_err(|_| ReferenceFault::Length)?;
        let [first @ .., check] = symbols;
        if weighed(&first) == check {
            Ok(Self(symbols))
        } else {
            Err(ReferenceFault::Check)
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, symbol) in self.0.iter().enumerate() {
            if place == 3 {
                f.write_str("-")?;
            }
            let letter = ALPHABET.get(usize::from(*symbol)).copied().unwrap_or(b'?');
            write!(f, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({self})")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_right(symbols: [u8; 6]) -> bool {
        let [first @ .., check] = symbols;
        weighed(&first) == check
    }

    /// The twin: the same check by a sum modulo 32.
    fn sum_is_right(symbols: [u8; 6]) -> bool {
        let [first @ .., check] = symbols;
        first.iter().map(|symbol| u32::from(*symbol)).sum::<u32>() % 32 == u32::from(check)
    }

    /// Every reference that starts with two given symbols, and so every pair of neighbours in every place.
    fn references() -> impl Iterator<Item = [u8; 6]> {
        (0..32_u32.pow(3)).map(|n| {
            let [a, b, c] = [n & 31, (n >> 5) & 31, (n >> 10) & 31].map(|part| part.to_le_bytes()[0]);
            Reference::from_random([a, b, c, a ^ 21, b ^ c]).0
        })
    }

    #[test]
    fn every_wrong_symbol_in_every_place_is_found() {
        for right in references() {
            for place in 0..6 {
                for wrong in (0..32).filter(|wrong| *wrong != right[place]) {
                    let mut slip = right;
                    slip[place] = wrong;
                    assert!(!is_right(slip), "{right:?} {slip:?}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_in_every_place_is_found() {
        for place in 0..5_usize {
            for (a, b) in (0..32_u8)
                .flat_map(|a| (0..32).map(move |b| (a, b)))
                .filter(|(a, b)| a != b)
            {
                let mut seen = 0;
                for free in 0..32_u8 {
                    // The other symbols are free; the last place is reached by trying all of them.
                    let mut symbols = [free, 3, 17, 29, 8];
                    if place < 4 {
                        (symbols[place], symbols[place + 1]) = (a, b);
                    } else {
                        symbols[4] = a;
                    }
                    let right = Reference::from_random(symbols).0;
                    if (right[place], right[place + 1]) != (a, b) {
                        continue;
                    }
                    seen += 1;
                    let mut slip = right;
                    slip.swap(place, place + 1);
                    assert!(!is_right(slip), "{right:?} {slip:?}");
                }
                assert!(seen > 0, "the pair {a} {b} was never tried at {place}");
            }
        }
    }

    #[test]
    fn a_sum_modulo_32_would_miss_the_swaps() {
        let missed = |right: [u8; 6]| {
            let mut slip = right;
            slip.swap(0, 1);
            slip != right && sum_is_right(slip)
        };
        let right = [7, 19, 4, 20, 2, 20];
        assert!(sum_is_right(right) && missed(right));
    }

    #[test]
    fn people_write_it_as_they_like() {
        let reference = Reference::from_random([0, 1, 17, 31, 10]);
        let text = reference.to_string();
        assert_eq!(text.len(), 7);
        assert!(text.starts_with("01H-ZA"), "{text}");
        let check = text.chars().last().unwrap();
        for written in [
            text.clone(),
            text.to_lowercase(),
            format!("oih za{check}"),
            format!(" OL h - Z a {check} "),
            format!("0Ihza{check}"),
        ] {
            assert_eq!(written.parse(), Ok(reference), "{written}");
        }
        assert_eq!("01H-Z".parse::<Reference>(), Err(ReferenceFault::Length));
        assert_eq!("01H-ZA00".parse::<Reference>(), Err(ReferenceFault::Length));
        assert_eq!("01H-ZAU".parse::<Reference>(), Err(ReferenceFault::Symbol('U')));
        assert_eq!(
            format!("10H-ZA{check}").parse::<Reference>(),
            Err(ReferenceFault::Check)
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_read(bytes: [u8; 5]) {
            let reference = Reference::from_random(bytes);
            prop_assert_eq!(reference.to_string().parse(), Ok(reference));
        }

        #[test]
        fn no_text_panics(text: String) {
            let _ = text.parse::<Reference>();
        }
    }
}
