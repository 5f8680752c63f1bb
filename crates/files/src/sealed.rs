//! Sealed values: an identifier or a secret that can only be opened in the very row and column it was sealed for.
//!
//! Layout: `CWv` · version (1 byte) · key id (4) · nonce (24) · ciphertext and tag, with XChaCha20-Poly1305.
//! The associated data names office, table, column, row and key id, so a value moved elsewhere does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::ids::OfficeId;
use uuid::Uuid;

use crate::chance;
use crate::keys::{Key, OfficeKeys, Purpose};

const MAGIC: &[u8; 3] = b"CWv";
const VERSION: u8 = 1;
const HEADER: usize = 8;
const NONCE: usize = 24;
const TAG: usize = 16;

/// Where a sealed value lives. The same bytes in any other place do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    pub table: &'a str,
    pub column: &'a str,
    pub row: Uuid,
}

/// Why a sealed value did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    #[error("the bytes are not a sealed value")]
    NotSealed,
    #[error("the value was sealed in format {0}, which this version does not know")]
    UnknownFormat(u8),
    #[error("the value was sealed under key {found}; key {held} is loaded")]
    OtherKey { found: u32, held: u32 },
    #[error("the value was changed, or moved here from another place")]
    Refused,
}

/// Seals and opens the values of one office for one purpose.
#[derive(Clone)]
pub struct Sealer {
    office: OfficeId,
    key_id: u32,
    key: Key,
    index: Key,
    repeats: bool,
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sealer")
            .field("office", &self.office)
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}

impl Sealer {
    pub(crate) fn new(keys: &OfficeKeys, sealing: Purpose, index: Purpose) -> Self {
        Self {
            office: keys.office(),
            key_id: keys.key_id(),
            key: keys.key(sealing),
            index: keys.key(index),
            repeats: keys.repeats(),
        }
    }

    /// Seals a value for one place. Sealing the same value twice gives different bytes.
    pub fn seal(&self, place: &Place<'_>, plain: &[u8]) -> Vec<u8> {
        self.seal_bound_to(&self.binding(place), plain)
    }

    /// Opens a value in the place it was sealed for.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, OpenFault> {
        self.open_bound_to(&self.binding(place), sealed)
    }

    /// A code by which an exact value is found again without being stored: the same in every row of one
    /// office and column, different in every other. The caller normalises (digits only, capitals, …) first.
    pub fn blind_index(&self, column: &str, normalised: &str) -> [u8; 32] {
        crate::keys::code(
            &self.index,
            &[b"blind index", column.as_bytes(), normalised.as_bytes()],
        )
    }

    fn binding(&self, place: &Place<'_>) -> Vec<u8> {
        let mut bound = Vec::with_capacity(64 + place.table.len() + place.column.len());
        for part in [
            self.office.0.as_bytes().as_slice(),
            place.table.as_bytes(),
            place.column.as_bytes(),
            place.row.as_bytes(),
            &self.key_id.to_be_bytes(),
        ] {
            bound.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bound.extend_from_slice(part);
        }
        bound
    }

    fn header(&self) -> [u8; HEADER] {
        let mut header = [0; HEADER];
        header[..3].copy_from_slice(MAGIC);
        header[3] = VERSION;
        header[4..].copy_from_slice(&self.key_id.to_be_bytes());
        header
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.key.as_bytes().into())
    }

    fn seal_bound_to(&self, bound: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = self.nonce(bound, plain);
        let sealed = self
            .cipher()
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: plain,
                    aad: bound,
                },
            )
            .expect("a value in memory is far shorter than the cipher's limit");
        let mut bytes = Vec::with_capacity(HEADER + NONCE + sealed.len());
        bytes.extend_from_slice(&self.header());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        bytes
    }

    /// Random; in the demo a keyed digest of value and place, which never meets another value under the same nonce.
    fn nonce(&self, bound: &[u8], plain: &[u8]) -> [u8; NONCE] {
        if !self.repeats {
            return chance::bytes();
        }
        let digest = crate::keys::code(&self.key, &[b"nonce", bound, plain]);
        *digest.first_chunk().expect("a digest is longer than a nonce")
    }

    fn open_bound_to(&self, bound: &[u8], bytes: &[u8]) -> Result<Vec<u8>, OpenFault> {
        if bytes.len() < HEADER + NONCE + TAG || &bytes[..3] != MAGIC {
            return Err(OpenFault::NotSealed);
        }
        if bytes[3] != VERSION {
            return Err(OpenFault::UnknownFormat(bytes[3]));
        }
        let found = u32::from_be_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]);
        if found != self.key_id {
            return Err(OpenFault::OtherKey {
                found,
                held: self.key_id,
            });
        }
        let (nonce, sealed) = bytes[HEADER..].split_at(NONCE);
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| OpenFault::NotSealed)?;
        self.cipher()
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: sealed,
                    aad: bound,
                },
            )
            .map_err(|_| OpenFault::Refused)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::RootKey;

    fn sealer(office: u128) -> Sealer {
        RootKey::from_bytes([3; 32])
            .office(OfficeId(Uuid::from_u128(office)))
            .identifiers()
    }

    const HERE: Place<'static> = Place {
        table: "identifiers",
        column: "sealed",
        row: Uuid::from_u128(1),
    };

    #[test]
    fn only_a_demo_seals_alike() {
        let office = OfficeId(Uuid::from_u128(1));
        let sealed = |root: &RootKey, value: &[u8]| root.office(office).identifiers().seal(&HERE, value);
        let demo = RootKey::repeating([3; 32]);
        assert_eq!(sealed(&demo, b"one"), sealed(&demo, b"one"));
        assert_ne!(sealed(&demo, b"one")[8..32], sealed(&demo, b"two")[8..32]);
        let opened = demo
            .office(office)
            .identifiers()
            .open(&HERE, &sealed(&demo, b"one"));
        assert_eq!(opened.as_deref(), Ok(&b"one"[..]));
        let house = RootKey::from_bytes([3; 32]);
        assert_ne!(sealed(&house, b"one"), sealed(&house, b"one"));
    }

    fn elsewhere() -> Vec<Place<'static>> {
        vec![
            Place {
                row: Uuid::from_u128(2),
                ..HERE
            },
            Place {
                column: "other",
                ..HERE
            },
            Place {
                table: "people",
                ..HERE
            },
            // The same letters cut at another place must not read as the same place.
            Place {
                table: "identifierss",
                column: "ealed",
                ..HERE
            },
        ]
    }

    #[test]
    fn a_value_moved_to_another_place_does_not_open() {
        let sealed = sealer(1).seal(&HERE, b"078-05-1120");
        assert_eq!(sealer(1).open(&HERE, &sealed).unwrap(), b"078-05-1120");
        for place in elsewhere() {
            assert_eq!(
                sealer(1).open(&place, &sealed),
                Err(OpenFault::Refused),
                "{place:?}"
            );
        }
        assert_eq!(sealer(2).open(&HERE, &sealed), Err(OpenFault::Refused));
    }

    /// The twin: bound to nothing, the same bytes open in any row, which is what the binding prevents.
    #[test]
    fn twin_without_the_binding_a_moved_value_opens() {
        let sealed = sealer(1).seal_bound_to(b"", b"078-05-1120");
        assert_eq!(sealer(1).open_bound_to(b"", &sealed).unwrap(), b"078-05-1120");
    }

    #[test]
    fn the_office_is_bound_even_if_two_offices_had_one_key() {
        let ours = sealer(1);
        let theirs = Sealer {
            office: OfficeId(Uuid::from_u128(2)),
            ..ours.clone()
        };
        let sealed = ours.seal(&HERE, b"A123456789");
        assert_eq!(theirs.open(&HERE, &sealed), Err(OpenFault::Refused));
    }

    #[test]
    fn other_formats_and_keys_are_named() {
        let mut sealed = sealer(1).seal(&HERE, b"x");
        sealed[3] = 2;
        assert_eq!(sealer(1).open(&HERE, &sealed), Err(OpenFault::UnknownFormat(2)));
        sealed[3] = 1;
        sealed[7] = 9;
        assert_eq!(
            sealer(1).open(&HERE, &sealed),
            Err(OpenFault::OtherKey { found: 9, held: 1 })
        );
        assert_eq!(sealer(1).open(&HERE, b"078-05-1120"), Err(OpenFault::NotSealed));
        assert_eq!(sealer(1).open(&HERE, b""), Err(OpenFault::NotSealed));
    }

    #[test]
    fn sealing_twice_gives_different_bytes_but_one_blind_index() {
        let sealer = sealer(1);
        assert_ne!(sealer.seal(&HERE, b"078051120"), sealer.seal(&HERE, b"078051120"));
        assert_eq!(
            sealer.blind_index("ssn", "078051120"),
            sealer.blind_index("ssn", "078051120")
        );
    }

    #[test]
    fn a_blind_index_tells_nothing_across_columns_or_offices() {
        assert_ne!(
            sealer(1).blind_index("ssn", "078051120"),
            sealer(1).blind_index("a_number", "078051120")
        );
        assert_ne!(
            sealer(1).blind_index("ssn", "078051120"),
            sealer(2).blind_index("ssn", "078051120")
        );
    }

    proptest! {
        #[test]
        fn any_value_opens_and_any_flipped_byte_is_refused(
            plain in proptest::collection::vec(any::<u8>(), 0..200),
            at in any::<prop::sample::Index>(),
            flip in 1..=255_u8,
        ) {
            let sealer = sealer(1);
            let mut sealed = sealer.seal(&HERE, &plain);
            prop_assert_eq!(sealer.open(&HERE, &sealed).unwrap(), plain);
            let at = at.index(sealed.len());
            sealed[at] ^= flip;
            prop_assert!(sealer.open(&HERE, &sealed).is_err());
        }
    }
}
