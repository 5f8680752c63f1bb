//! Lower-case hexadecimal, as file names and the key file write it.

/// Two lower-case digits a byte.
pub(crate) fn encode(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Exactly 32 bytes written as 64 lower-case digits.
pub(crate) fn decode_32(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

fn digit(symbol: u8) -> Option<u8> {
    match symbol {
        b'0'..=b'9' => Some(symbol - b'0'),
        b'a'..=b'f' => Some(symbol - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode_32, encode};

    #[test]
    fn thirty_two_bytes_survive_the_round_trip() {
        let bytes: [u8; 32] = std::array::from_fn(|n| u8::try_from(n * 8 + 1).unwrap());
        assert_eq!(decode_32(&encode(&bytes)), Some(bytes));
    }

    #[test]
    fn capitals_short_and_long_texts_are_not_read() {
        assert_eq!(decode_32(&"A".repeat(64)), None);
        assert_eq!(decode_32(&"a".repeat(63)), None);
        assert_eq!(decode_32(&"a".repeat(65)), None);
        assert_eq!(decode_32(&"g".repeat(64)), None);
    }
}
