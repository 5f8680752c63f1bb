//! Where chance comes from: the operating system, or a seed that gives the same bytes in every run.

use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// The dice of the house.
#[derive(Debug)]
pub enum Chance {
    System,
    /// SHA-256 of seed and counter. For tests and the demo only.
    Seeded(Mutex<(u64, u64)>),
}

impl Chance {
    pub const fn seeded(seed: u64) -> Self {
        Self::Seeded(Mutex::new((seed, 0)))
    }

    pub fn fill(&self, out: &mut [u8]) {
        match self {
            Self::System => getrandom::fill(out).expect("the operating system gives random bytes"),
            Self::Seeded(state) => {
                let mut state = state.lock().expect("no holder of this lock panics");
                for chunk in out.chunks_mut(32) {
                    let mut hash = Sha256::new();
                    hash.update(state.0.to_be_bytes());
                    hash.update(state.1.to_be_bytes());
                    state.1 += 1;
                    chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
                }
            }
        }
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.fill(&mut out);
        out
    }

    /// A random (version 4) UUID: ids tell nothing of when they were made.
    pub fn uuid(&self) -> uuid::Uuid {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid()
    }
}
