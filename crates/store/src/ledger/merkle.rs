//! The chain and the tree (RFC 6962): a leaf for each event, a hash chain over leaves, and the tree's right edge,
//! from which the root of any length follows.

use sha2::{Digest as _, Sha256};

use super::Digest;

fn hash(tag: u8, parts: &[&[u8]]) -> Digest {
    let mut hash = Sha256::new();
    hash.update([tag]);
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

/// `SHA-256(0x00 || event)`, RFC 6962 §2.1.
pub fn leaf(event: &[u8]) -> Digest {
    hash(0, &[event])
}

fn node(left: &Digest, right: &Digest) -> Digest {
    hash(1, &[left, right])
}

/// `SHA-256(0x02 || previous || leaf)`: the order of lines, cheap to check one by one.
pub fn chain(previous: &Digest, leaf: &Digest) -> Digest {
    hash(2, &[previous, leaf])
}

/// What the chain starts from.
pub const START: Digest = [0; 32];

/// The right edge of the tree: one hash for each perfect subtree, widest first, at most 64 of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    pub count: u64,
    pub hashes: Vec<Digest>,
}

impl Edge {
    pub fn push(&mut self, leaf: Digest) {
        let mut carry = leaf;
        let mut count = self.count;
        while count & 1 == 1 {
            let left = self
                .hashes
                .pop()
                .expect("an odd count has a subtree of that width");
            carry = node(&left, &carry);
            count >>= 1;
        }
        self.hashes.push(carry);
        self.count += 1;
    }

    /// The Merkle tree head over all leaves pushed so far; that of none is the hash of nothing.
    pub fn root(&self) -> Digest {
        let mut hashes = self.hashes.iter().rev();
        match hashes.next() {
            None => Sha256::digest([]).into(),
            Some(last) => hashes.fold(*last, |right, left| node(left, &right)),
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.count.to_be_bytes().to_vec();
        self.hashes.iter().for_each(|h| out.extend_from_slice(h));
        out
    }

    /// None where the bytes are not an edge.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<8>()?;
        let count = u64::from_be_bytes(*count);
        let (hashes, left) = rest.as_chunks::<32>();
        (left.is_empty() && hashes.len() == count.count_ones() as usize).then(|| Self {
            count,
            hashes: hashes.to_vec(),
        })
    }
}

/// The root over a list of leaves, as for one batch of reads.
pub fn root_of(leaves: impl IntoIterator<Item = Digest>) -> Digest {
    let mut edge = Edge::default();
    leaves.into_iter().for_each(|l| edge.push(l));
    edge.root()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// The reference tree of RFC 6962 implementations (the certificate-transparency test vectors).
    #[test]
    fn the_edge_gives_the_roots_of_the_reference_tree() {
        let inputs: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let mut edge = Edge::default();
        assert_eq!(
            hex(&edge.root()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        for (i, input) in inputs.iter().enumerate() {
            edge.push(leaf(input));
            assert_eq!(
                Edge::from_bytes(&edge.to_bytes()).as_ref(),
                Some(&edge),
                "after {i}"
            );
        }
        assert_eq!(
            hex(&edge.root()),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }

    /// The recursive definition of RFC 6962 §2.1, for comparison.
    fn by_definition(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            many => {
                let split = many.len().next_power_of_two() / 2;
                node(&by_definition(&many[..split]), &by_definition(&many[split..]))
            }
        }
    }

    #[test]
    fn every_length_agrees_with_the_definition() {
        let mut edge = Edge::default();
        let mut leaves = Vec::new();
        for n in 0_u16..200 {
            assert_eq!(edge.root(), by_definition(&leaves), "{n} leaves");
            let next = leaf(&n.to_be_bytes());
            edge.push(next);
            leaves.push(next);
        }
    }
}
