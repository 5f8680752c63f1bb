//! Session tokens: 256 random bits in the cookie, only their digest in the database.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::chance;

/// What the cookie carries. Whoever has it is logged in, so it is never shown, logged or stored.
#[derive(Clone)]
pub struct SessionToken([u8; 32]);

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[session token]")
    }
}

impl SessionToken {
    /// A new token: at login, after the second factor, and at every change of rights.
    pub fn generate() -> Self {
        Self(chance::bytes())
    }

    /// The cookie's value: 43 signs that need no quoting.
    pub fn to_text(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.0)
    }

    /// Reads a cookie's value; anything that we did not write is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let read = Base64UrlUnpadded::decode(text, &mut bytes).ok()?.len();
        (read == 32).then_some(Self(bytes))
    }

    /// What is stored and looked up. A stolen database gives no cookie back.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::new()
            .chain_update(b"casework session")
            .chain_update(self.0)
            .finalize()
            .into()
    }

    /// The token every form of this stay carries. Made from the cookie and the office's key, so it needs no
    /// column, is the same in every tab, and gives nothing away about the cookie.
    pub fn csrf(&self, pepper: &[u8; 32]) -> CsrfToken {
        let mac = Hmac::<Sha256>::new_from_slice(pepper).expect("HMAC takes keys of any length");
        CsrfToken(
            mac.chain_update(b"casework form")
                .chain_update(self.0)
                .finalize()
                .into_bytes()
                .into(),
        )
    }
}

/// What a form must send back. A page of another site cannot know it.
#[derive(Clone)]
pub struct CsrfToken([u8; 32]);

impl std::fmt::Debug for CsrfToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[form token]")
    }
}

impl CsrfToken {
    /// For the hidden field.
    pub fn to_text(&self) -> String {
        Base64UrlUnpadded::encode_string(&self.0)
    }

    /// Whether what came with a form is this token, in a time that tells nothing.
    pub fn fits(&self, sent: &str) -> bool {
        self.to_text().as_bytes().ct_eq(sent.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PEPPER: [u8; 32] = [4; 32];

    #[test]
    fn a_cookie_is_read_back_and_finds_the_same_row() {
        let token = SessionToken::generate();
        let text = token.to_text();
        assert_eq!(text.len(), 43);
        assert!(
            text.bytes()
                .all(|sign| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'_')
        );
        assert_eq!(SessionToken::parse(&text).unwrap().digest(), token.digest());
        assert_ne!(SessionToken::generate().digest(), token.digest());
    }

    #[test]
    fn the_stored_digest_does_not_work_as_a_cookie() {
        let token = SessionToken::generate();
        let stolen = SessionToken(token.digest());
        assert_ne!(stolen.digest(), token.digest());
    }

    #[test]
    fn a_form_token_fits_its_own_stay_and_office_only() {
        let (ours, other) = (SessionToken::generate(), SessionToken::generate());
        let sent = ours.csrf(&PEPPER).to_text();
        assert!(ours.csrf(&PEPPER).fits(&sent));
        assert!(!other.csrf(&PEPPER).fits(&sent));
        assert!(!ours.csrf(&[5; 32]).fits(&sent));
        assert!(!ours.csrf(&PEPPER).fits(""));
        assert!(!ours.csrf(&PEPPER).fits(&sent[..42]));
        assert!(!ours.csrf(&PEPPER).fits(&ours.to_text()));
    }

    #[test]
    fn tokens_are_never_shown() {
        let token = SessionToken::generate();
        assert_eq!(
            format!("{token:?} {:?}", token.csrf(&PEPPER)),
            "[session token] [form token]"
        );
    }

    proptest! {
        #[test]
        fn any_cookie_is_read_or_refused(text in ".{0,60}") {
            if let Some(token) = SessionToken::parse(&text) {
                prop_assert_eq!(token.to_text(), text);
            }
        }
    }
}
