//! Keeping and checking passwords with Argon2id. An unknown name costs the same work as a known one.
//!
//! Each call takes tens of milliseconds of one core and the cost's memory: the door runs it off its event loop,
//! and lets no more run at once than there are cores.

use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, Version};

use super::{Cost, LONGEST, Typed};
use crate::chance;

/// A key mixed into every hash and kept apart from the database, so that a stolen table alone cannot be guessed
/// against. Its id is written into the hash.
#[derive(Clone)]
pub struct Pepper {
    pub id: u32,
    pub key: [u8; 32],
}

impl std::fmt::Debug for Pepper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pepper {{ id: {}, key: [key] }}", self.id)
    }
}

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// `again`: the stored hash was made at another cost or without the pepper; store a new one now, while the
    /// password is at hand.
    Right { again: bool },
    /// The password is wrong, or there is nobody by that name: the caller cannot tell, and neither can a clock.
    Wrong,
}

/// Why a hash could not be made or read. It is our fault or the database's, never the typist's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    #[error("the stored hash is not an Argon2id PHC string")]
    NotAHash,
    #[error("the stored hash was peppered with key {0}, which is not loaded")]
    OtherPepper(u32),
    #[error("argon2 refused: {0}")]
    Refused(String),
}

/// Where the salt of a new hash comes from.
#[derive(Debug)]
enum Salts {
    Kernel,
    /// One after the other, so that a demo founded twice keeps the same rows.
    Counted(AtomicU64),
}

/// Makes and checks hashes at one cost.
#[derive(Debug)]
pub struct Passwords {
    cost: Cost,
    pepper: Option<Pepper>,
    salts: Salts,
    nobody: String,
    n_workings: AtomicU64,
}

impl Passwords {
    pub fn new(cost: Cost, pepper: Option<Pepper>) -> Result<Self, PasswordFault> {
        let mut passwords = Self {
            cost,
            pepper,
            salts: Salts::Kernel,
            nobody: String::new(),
            n_workings: AtomicU64::new(0),
        };
        passwords.nobody = passwords.hash_bytes(&chance::bytes::<32>())?;
        passwords.n_workings = AtomicU64::new(0);
        Ok(passwords)
    }

    /// For the demo only, whose passwords are printed anyway: the same passwords in the same order give the same
    /// hashes in every run.
    #[must_use]
    pub fn repeating(self) -> Self {
        Self {
            salts: Salts::Counted(AtomicU64::new(0)),
            ..self
        }
    }

    /// A PHC string to store. Judge the password first (see [`super::judge`]).
    pub fn hash(&self, password: &Typed) -> Result<String, PasswordFault> {
        self.hash_bytes(password.0.as_bytes())
    }

    /// Checks a password against the stored hash of whoever was named, or against nobody's.
    pub fn check(&self, typed: &Typed, stored: Option<&str>) -> Result<Checked, PasswordFault> {
        if typed.n_chars() > LONGEST {
            // The same work for a short stand-in: how long a password is must not be told by the time taken.
            self.is_right(b"", &self.nobody)?;
            return Ok(Checked::Wrong);
        }
        let Some(stored) = stored else {
            self.is_right(typed.0.as_bytes(), &self.nobody)?;
            return Ok(Checked::Wrong);
        };
        if self.is_right(typed.0.as_bytes(), stored)? {
            Ok(Checked::Right {
                again: self.needs_rehash(stored)?,
            })
        } else {
            Ok(Checked::Wrong)
        }
    }

    /// Whether a stored hash was made otherwise than we would make it now.
    pub fn needs_rehash(&self, stored: &str) -> Result<bool, PasswordFault> {
        let parsed = parse(stored)?;
        let params = Params::try_from(&parsed).map_err(|_| PasswordFault::NotAHash)?;
        Ok(parsed.algorithm != Algorithm::Argon2id.ident()
            || Cost::of(&params) != self.cost
            || params.keyid() != self.pepper_id().as_slice())
    }

    /// How many times the hash function ran to check or keep a password since the start.
    pub fn n_workings(&self) -> u64 {
        self.n_workings.load(Ordering::Relaxed)
    }

    fn pepper_id(&self) -> Vec<u8> {
        self.pepper
            .as_ref()
            .map(|pepper| pepper.id.to_be_bytes().to_vec())
            .unwrap_or_default()
    }

    fn hash_bytes(&self, password: &[u8]) -> Result<String, PasswordFault> {
        let refused = |fault: argon2::Error| PasswordFault::Refused(fault.to_string());
        let mut params = ParamsBuilder::new();
        params
            .m_cost(self.cost.memory_kib)
            .t_cost(self.cost.passes)
            .p_cost(self.cost.lanes);
        params.keyid(KeyId::new(&self.pepper_id()).map_err(refused)?);
        let argon = self.argon(params.build().map_err(refused)?, self.pepper.as_ref())?;
        self.n_workings.fetch_add(1, Ordering::Relaxed);
        let hash = argon
            .hash_password_with_salt(password, &self.salt())
            .map_err(|fault| PasswordFault::Refused(fault.to_string()))?;
        Ok(hash.to_string())
    }

    fn salt(&self) -> [u8; 16] {
        match &self.salts {
            Salts::Kernel => chance::bytes(),
            Salts::Counted(last) => u128::from(last.fetch_add(1, Ordering::Relaxed)).to_be_bytes(),
        }
    }

    fn is_right(&self, password: &[u8], stored: &str) -> Result<bool, PasswordFault> {
        let parsed = parse(stored)?;
        let params = Params::try_from(&parsed).map_err(|_| PasswordFault::NotAHash)?;
        let pepper = match params.keyid() {
            [] => None,
            id if id == self.pepper_id().as_slice() => self.pepper.as_ref(),
            id => {
                return Err(PasswordFault::OtherPepper(
                    id.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)),
                ));
            }
        };
        let argon = self.argon(params, pepper)?;
        self.n_workings.fetch_add(1, Ordering::Relaxed);
        match argon.verify_password(password, &parsed) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(fault) => Err(PasswordFault::Refused(fault.to_string())),
        }
    }

    fn argon<'a>(&self, params: Params, pepper: Option<&'a Pepper>) -> Result<Argon2<'a>, PasswordFault> {
        let Some(pepper) = pepper else {
            return Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params));
        };
        Argon2::new_with_secret(&pepper.key, Algorithm::Argon2id, Version::V0x13, params)
            .map_err(|fault| PasswordFault::Refused(fault.to_string()))
    }
}

fn parse(stored: &str) -> Result<PasswordHash, PasswordFault> {
    let parsed = PasswordHash::new(stored).map_err(|_| PasswordFault::NotAHash)?;
    if parsed.algorithm == Algorithm::Argon2id.ident() && parsed.hash.is_some() {
        Ok(parsed)
    } else {
        Err(PasswordFault::NotAHash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Passwords {
        Passwords::new(Cost::for_tests(), None).unwrap()
    }

    fn peppered(id: u32) -> Passwords {
        let key = [u8::try_from(id).unwrap(); 32];
        Passwords::new(Cost::for_tests(), Some(Pepper { id, key })).unwrap()
    }

    #[test]
    fn the_right_password_opens_and_no_other_does() {
        let passwords = plain();
        let stored = passwords.hash(&Typed::new("correct horse battery")).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        let check = |typed: &str| passwords.check(&Typed::new(typed), Some(&stored)).unwrap();
        assert_eq!(check("correct horse battery"), Checked::Right { again: false });
        for wrong in [
            "Correct horse battery",
            "correct horse battery ",
            "",
            "correct horse batter",
        ] {
            assert_eq!(check(wrong), Checked::Wrong, "{wrong}");
        }
    }

    #[test]
    fn the_standard_cost_is_what_we_promise() {
        let passwords = Passwords::new(Cost::standard(), None).unwrap();
        assert!(
            passwords.nobody.starts_with("$argon2id$v=19$m=47104,t=2,p=1$"),
            "{}",
            passwords.nobody
        );
    }

    #[test]
    fn only_a_demo_repeats_its_hashes() {
        let two = |passwords: Passwords| {
            let hash = || passwords.hash(&Typed::new("correct horse battery")).unwrap();
            [hash(), hash()]
        };
        let demo = two(plain().repeating());
        assert_eq!(demo, two(plain().repeating()));
        assert_ne!(demo[0], demo[1]);
        assert_ne!(two(plain()), two(plain()));
    }

    #[test]
    fn two_keyboards_that_spell_an_accent_differently_agree() {
        let passwords = plain();
        let stored = passwords.hash(&Typed::new("caf\u{e9} con leche y pan")).unwrap();
        let composed = Typed::new("cafe\u{301} con leche y pan");
        assert_eq!(
            passwords.check(&composed, Some(&stored)).unwrap(),
            Checked::Right { again: false }
        );
    }

    #[test]
    fn an_unknown_name_costs_the_same_work() {
        let passwords = plain();
        let stored = passwords.hash(&Typed::new("some password of ours")).unwrap();
        let work = |stored: Option<&str>, typed: &str| {
            let before = passwords.n_workings();
            assert_eq!(
                passwords.check(&Typed::new(typed), stored).unwrap(),
                Checked::Wrong
            );
            passwords.n_workings() - before
        };
        assert_eq!(work(Some(&stored), "wrong"), 1);
        assert_eq!(work(None, "wrong"), 1);
        assert_eq!(work(Some(&stored), &"x".repeat(LONGEST + 1)), 1);
        assert_eq!(work(None, &"x".repeat(LONGEST + 1)), 1);
        let cost = |phc: &str| Cost::of(&Params::try_from(&parse(phc).unwrap()).unwrap());
        assert_eq!(cost(&passwords.nobody), cost(&stored));
    }

    /// The twin: answered at once, an unknown name does no work, and the clock tells that nobody has it.
    #[test]
    fn twin_without_the_stand_in_an_unknown_name_does_no_work() {
        let passwords = plain();
        let bare =
            |stored: Option<&str>| stored.is_some_and(|stored| passwords.is_right(b"wrong", stored).unwrap());
        let before = passwords.n_workings();
        assert!(!bare(None));
        assert_eq!(passwords.n_workings() - before, 0);
    }

    #[test]
    fn a_hash_at_another_cost_is_right_but_made_again() {
        let old = Passwords::new(
            Cost {
                passes: 2,
                ..Cost::for_tests()
            },
            None,
        )
        .unwrap();
        let stored = old.hash(&Typed::new("a password of last year")).unwrap();
        let typed = Typed::new("a password of last year");
        assert_eq!(
            plain().check(&typed, Some(&stored)).unwrap(),
            Checked::Right { again: true }
        );
        assert_eq!(
            old.check(&typed, Some(&stored)).unwrap(),
            Checked::Right { again: false }
        );
    }

    #[test]
    fn a_peppered_hash_opens_only_with_its_pepper() {
        let typed = Typed::new("with salt and with pepper");
        let stored = peppered(1).hash(&typed).unwrap();
        assert_eq!(
            peppered(1).check(&typed, Some(&stored)).unwrap(),
            Checked::Right { again: false }
        );
        assert_eq!(
            plain().check(&typed, Some(&stored)),
            Err(PasswordFault::OtherPepper(1))
        );
        assert_eq!(
            peppered(2).check(&typed, Some(&stored)),
            Err(PasswordFault::OtherPepper(1))
        );
        let same_id = Passwords::new(Cost::for_tests(), Some(Pepper { id: 1, key: [0; 32] })).unwrap();
        assert_eq!(same_id.check(&typed, Some(&stored)).unwrap(), Checked::Wrong);
        // A hash from before there was a pepper is right, and made again with it.
        let unpeppered = plain().hash(&typed).unwrap();
        assert_eq!(
            peppered(1).check(&typed, Some(&unpeppered)).unwrap(),
            Checked::Right { again: true }
        );
    }

    #[test]
    fn what_is_not_a_hash_is_a_fault_and_never_right() {
        let typed = Typed::new("anything at all here");
        for broken in [
            "",
            "plaintext",
            "$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAA",
            "$argon2id$v=19$m=8,t=1,p=1",
        ] {
            assert_eq!(
                plain().check(&typed, Some(broken)),
                Err(PasswordFault::NotAHash),
                "{broken}"
            );
        }
    }

    #[test]
    fn nothing_shows_a_password_or_a_pepper() {
        let shown = format!("{:?} {:?}", Typed::new("open sesame please"), peppered(7).pepper);
        assert!(!shown.contains("sesame") && !shown.contains("7, 7"), "{shown}");
    }
}
