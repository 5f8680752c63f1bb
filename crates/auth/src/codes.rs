//! Random bytes written so that a person can read them from paper: Crockford's base 32, in groups of four.

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes five bits a symbol, with a hyphen after every fourth. The number of bits must divide by five.
pub(crate) fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut n_bits) = (0_u32, 0);
    let mut n_symbols = 0;
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        n_bits += 8;
        while n_bits >= 5 {
            n_bits -= 5;
            if n_symbols > 0 && n_symbols % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(SYMBOLS[(held >> n_bits & 31) as usize]));
            n_symbols += 1;
        }
        held &= (1 << n_bits) - 1;
    }
    text
}

/// Reads leniently, as people type: any case, O for 0, I and L for 1, hyphens and spaces anywhere.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let mut places = bytes.iter_mut();
    let (mut held, mut n_bits) = (0_u32, 0);
    for symbol in text
        .chars()
        .filter(|symbol| !matches!(symbol, '-' | ' ' | '\u{2010}'..='\u{2015}'))
    {
        held = held << 5 | value(symbol)?;
        n_bits += 5;
        if n_bits >= 8 {
            n_bits -= 8;
            *places.next()? = u8::try_from(held >> n_bits).ok()?;
            held &= (1 << n_bits) - 1;
        }
    }
    (places.next().is_none() && n_bits == 0).then_some(bytes)
}

fn value(symbol: char) -> Option<u32> {
    let symbol = match symbol.to_ascii_uppercase() {
        'O' => b'0',
        'I' | 'L' => b'1',
        other => u8::try_from(other).ok()?,
    };
    SYMBOLS
        .iter()
        .position(|known| *known == symbol)
        .and_then(|at| u32::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, write};

    #[test]
    fn groups_of_four_are_read_back_however_they_are_typed() {
        let bytes = [0x00, 0x01, 0x80, 0xff, 0xfe, 0x12, 0x34, 0x56, 0x78, 0x9a];
        let text = write(&bytes);
        assert_eq!(text.len(), 16 + 3);
        assert_eq!(read(&text), Some(bytes));
        let sloppy = text
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(read(&sloppy), Some(bytes));
        assert_eq!(read::<10>(&text[..text.len() - 1]), None);
        assert_eq!(read::<10>(&format!("{text}0")), None);
        assert_eq!(read::<10>("UUUU-UUUU-UUUU-UUUU"), None);
        assert_eq!(read::<10>(""), None);
    }

    proptest! {
        #[test]
        fn any_ten_bytes_survive(bytes in any::<[u8; 10]>()) {
            prop_assert_eq!(read(&write(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            let _ = read::<10>(&text);
        }
    }
}
