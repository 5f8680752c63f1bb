//! Whether a message that seems to answer a letter of ours is shown with that letter's case.
//!
//! A sender's address is a claim, and a Message-ID is known to everybody who ever had the letter. Only our own mark and
//! a mail system that names our own letter's receiver prove more. A walled case takes nothing on less: what is not
//! attached is read by a person like any other mail, with the same words whether there is a wall, no case, or a forgery.

use crate::cases::Visibility;
use crate::words;

words! {
    /// What speaks for it that a message belongs to a case.
    pub enum ThreadProof {
        /// It carries a mark that only this office can make.
        OurMark => "our-mark",
        /// A mail system returns our letter and names the address it was sent to.
        OurReceiver => "our-receiver",
        /// It names a letter of ours, and its sender's address is one we write to on that case.
        KnownSender => "known-sender",
        /// It names a letter of ours, and comes from another address.
        OtherSender => "other-sender",
    }
}

/// Whether the message is shown with the case, for a person to decide on.
#[must_use]
pub const fn may_attach(visibility: Visibility, proof: ThreadProof) -> bool {
    match (visibility, proof) {
        (Visibility::Open | Visibility::Restricted, _)
        | (Visibility::Walled, ThreadProof::OurMark | ThreadProof::OurReceiver) => true,
        (Visibility::Walled, ThreadProof::KnownSender | ThreadProof::OtherSender) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_asks_for_proof_and_an_open_case_for_a_reader() {
        for proof in ThreadProof::ALL {
            assert!(may_attach(Visibility::Open, *proof), "{proof}");
            assert!(may_attach(Visibility::Restricted, *proof), "{proof}");
        }
        let walled: Vec<ThreadProof> = ThreadProof::ALL
            .iter()
            .copied()
            .filter(|proof| may_attach(Visibility::Walled, *proof))
            .collect();
        assert_eq!(walled, [ThreadProof::OurMark, ThreadProof::OurReceiver]);
    }
}
