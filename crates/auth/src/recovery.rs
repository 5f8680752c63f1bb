//! Recovery codes: ten on paper, each good for one login when the authenticator is lost.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{chance, codes};

/// How many codes a person gets at a time.
pub const CODES: usize = 10;

/// One code of 80 random bits. Shown once, then only its digest is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 10]);

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[recovery code]")
    }
}

impl RecoveryCode {
    /// A fresh sheet of codes; the old sheet is struck out by storing these digests instead.
    pub fn sheet() -> [Self; CODES] {
        std::array::from_fn(|_| Self(chance::bytes()))
    }

    /// As it is printed: four groups of four.
    pub fn to_text(&self) -> String {
        codes::write(&self.0)
    }

    /// As it is typed: any case, O for 0, I and L for 1, hyphens and spaces anywhere.
    pub fn parse(typed: &str) -> Option<Self> {
        codes::read(typed).map(Self)
    }

    /// What is stored. 80 random bits need no slow hash: they cannot be guessed.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"casework recovery code")
            .chain_update(self.0)
            .finalize()
            .into()
    }
}

/// Which of the stored digests a typed code belongs to. The caller strikes that one out in the transaction that
/// lets the person in, so that it is good only once.
pub fn find(typed: &str, stored: &[[u8; 32]]) -> Option<usize> {
    let digest = RecoveryCode::parse(typed)?.digest();
    // All are compared, so that the time taken does not tell how far down the sheet a code stands.
    let mut found = None;
    for (at, known) in stored.iter().enumerate() {
        if bool::from(known.ct_eq(&digest)) {
            found = Some(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_ten_codes_is_found_and_once_struck_out_no_more() {
        let sheet = RecoveryCode::sheet();
        let mut stored: Vec<[u8; 32]> = sheet.iter().map(RecoveryCode::digest).collect();
        assert_eq!(stored.len(), 10);
        for (at, code) in sheet.iter().enumerate() {
            assert_eq!(
                find(&code.to_text().to_lowercase().replace('-', " "), &stored),
                Some(at)
            );
        }
        stored.remove(3);
        assert_eq!(find(&sheet[3].to_text(), &stored), None);
        assert_eq!(find(&sheet[4].to_text(), &stored), Some(3));
    }

    #[test]
    fn codes_differ_and_strangers_are_not_found() {
        let (sheet, other) = (RecoveryCode::sheet(), RecoveryCode::sheet());
        let stored: Vec<[u8; 32]> = sheet.iter().map(RecoveryCode::digest).collect();
        for code in &other {
            assert_eq!(find(&code.to_text(), &stored), None);
        }
        assert_eq!(find("", &stored), None);
        assert_eq!(find("not a code at all", &stored), None);
        assert_eq!(format!("{:?}", sheet[0]), "[recovery code]");
    }
}
