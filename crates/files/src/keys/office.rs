//! The keys of one office: a key-encryption key from the root, and below it one key for each purpose.

use domain::ids::OfficeId;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{Key, RootKey};
use crate::sealed::Sealer;

/// What a key is for. The label goes into the derivation and may never change: what was sealed under it
/// would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    IdentifierSealing,
    IdentifierIndex,
    ObjectSealing,
    ObjectNames,
    ThreadTokens,
    TotpSecrets,
    SessionPepper,
    PasswordPepper,
}

impl Purpose {
    pub const ALL: &'static [Self] = &[
        Self::IdentifierSealing,
        Self::IdentifierIndex,
        Self::ObjectSealing,
        Self::ObjectNames,
        Self::ThreadTokens,
        Self::TotpSecrets,
        Self::SessionPepper,
        Self::PasswordPepper,
    ];

    const fn label(self) -> &'static str {
        match self {
            Self::IdentifierSealing => "identifier sealing",
            Self::IdentifierIndex => "identifier index",
            Self::ObjectSealing => "object sealing",
            Self::ObjectNames => "object names",
            Self::ThreadTokens => "thread tokens",
            Self::TotpSecrets => "totp secrets",
            Self::SessionPepper => "session pepper",
            Self::PasswordPepper => "password pepper",
        }
    }
}

/// Every key one office works with.
#[derive(Debug, Clone)]
pub struct OfficeKeys {
    office: OfficeId,
    key_id: u32,
    office_key: Key,
    repeats: bool,
}

impl OfficeKeys {
    pub(super) fn derive(root: &RootKey, office: OfficeId) -> Self {
        let mut info = b"casework/1/office/".to_vec();
        info.extend_from_slice(office.0.as_bytes());
        Self {
            office,
            key_id: root.id,
            office_key: expand(&root.key, &info),
            repeats: root.repeats,
        }
    }

    /// Whose keys these are.
    pub fn office(&self) -> OfficeId {
        self.office
    }

    /// The number that sealed values name these keys by.
    pub fn key_id(&self) -> u32 {
        self.key_id
    }

    /// Whether sealing the same value in the same place gives the same bytes: in the demo only.
    pub(crate) fn repeats(&self) -> bool {
        self.repeats
    }

    /// The key for one purpose.
    pub fn key(&self, purpose: Purpose) -> Key {
        let mut info = b"casework/1/purpose/".to_vec();
        info.extend_from_slice(purpose.label().as_bytes());
        expand(&self.office_key, &info)
    }

    /// Seals and opens identifiers of people, such as an SSN, and finds them again by a blind index.
    pub fn identifiers(&self) -> Sealer {
        Sealer::new(self, Purpose::IdentifierSealing, Purpose::IdentifierIndex)
    }

    /// Seals and opens the shared secrets of authenticator apps.
    pub fn totp_secrets(&self) -> Sealer {
        Sealer::new(self, Purpose::TotpSecrets, Purpose::TotpSecrets)
    }

    /// The code that lets a letter's thread token be believed: only this office can make it.
    pub fn thread_code(&self, case: &[u8]) -> [u8; 32] {
        code(&self.key(Purpose::ThreadTokens), &[case])
    }
}

fn expand(from: &Key, info: &[u8]) -> Key {
    let mut bytes = [0; 32];
    Hkdf::<Sha256>::new(Some(b"casework"), from.as_bytes())
        .expand(info, &mut bytes)
        .expect("32 bytes are far below what HKDF-SHA-256 can give");
    Key::new(bytes)
}

/// HMAC-SHA-256 over parts, each preceded by its length so that no two lists of parts read alike.
pub(crate) fn code(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = keyed(key);
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// An HMAC ready to be fed, for contents that come in pieces.
pub(crate) fn keyed(key: &Key) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn no_two_offices_and_no_two_purposes_share_a_key() {
        let root = RootKey::from_bytes([7; 32]);
        let mut seen = HashSet::new();
        for office in 1..=3 {
            let keys = root.office(OfficeId(Uuid::from_u128(office)));
            for purpose in Purpose::ALL {
                assert!(seen.insert(*keys.key(*purpose).as_bytes()), "{purpose:?}");
            }
        }
        assert_eq!(seen.len(), 3 * Purpose::ALL.len());
    }

    /// A changed label or derivation would lose everything sealed so far. The values come from another
    /// program's HKDF.
    #[test]
    fn the_derivation_stays_as_it_was_on_the_first_day() {
        let keys = RootKey::from_bytes([7; 32]).office(OfficeId(Uuid::from_u128(1)));
        let starts = Purpose::ALL
            .iter()
            .map(|purpose| crate::hex::encode(&keys.key(*purpose).as_bytes()[..8]));
        let first_day = [
            "d0c5336782235170",
            "ceaceaa4ecd46038",
            "22d2c04b9f14c000",
            "e286c40105bd325c",
            "c25de8fba076d2c0",
            "b2ba645c06f6676d",
            "ef8ead6640171002",
            "c61faf9ef5eff53e",
        ];
        assert_eq!(starts.collect::<Vec<_>>(), first_day);
    }

    #[test]
    fn debug_shows_no_key() {
        let root = RootKey::from_bytes([0xAB; 32]);
        let keys = root.office(OfficeId(Uuid::from_u128(1)));
        let shown = format!("{root:?} {keys:?} {:?}", keys.key(Purpose::ObjectSealing));
        assert!(shown.contains("[key]"));
        assert!(
            !shown.contains("171") && !shown.to_lowercase().contains("abab"),
            "{shown}"
        );
    }

    #[test]
    fn parts_are_kept_apart() {
        let key = Key::new([1; 32]);
        assert_ne!(code(&key, &[b"ab", b"c"]), code(&key, &[b"a", b"bc"]));
    }
}
