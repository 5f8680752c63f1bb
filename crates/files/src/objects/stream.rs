//! Sealing in chunks (the STREAM construction): each chunk carries its number and whether it is the last, so
//! that chunks cannot be left out, exchanged or cut off unnoticed, and a large file never sits in memory whole.
//!
//! Layout: header (`CWo` · version · key id · nonce prefix) · seal of the name (32) · chunks of 64 KiB + 16 bytes.

use std::io::{self, Read};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::ids::OfficeId;

use super::ObjectFault;
use crate::chance;
use crate::keys::{Key, OfficeKeys, Purpose};

pub(super) const CHUNK: usize = 64 * 1024;
pub(super) const TAG: usize = 16;
pub(super) const HEADER: usize = 27;
const MAGIC: &[u8; 3] = b"CWo";
const VERSION: u8 = 1;
const PREFIX: usize = 19;

/// What one object is sealed with.
pub(super) struct ChunkCipher {
    cipher: XChaCha20Poly1305,
    office: OfficeId,
    header: [u8; HEADER],
}

impl ChunkCipher {
    /// For a new object: a header with a fresh nonce prefix.
    pub(super) fn fresh(keys: &OfficeKeys) -> Self {
        let prefix: [u8; PREFIX] = chance::bytes();
        let mut header = [0; HEADER];
        header[..3].copy_from_slice(MAGIC);
        header[3] = VERSION;
        header[4..8].copy_from_slice(&keys.key_id().to_be_bytes());
        header[8..].copy_from_slice(&prefix);
        Self::with(&keys.key(Purpose::ObjectSealing), keys.office(), header)
    }

    /// For an object that is there: reads what its header says and refuses what we cannot know.
    pub(super) fn of(keys: &OfficeKeys, header: [u8; HEADER]) -> Result<Self, ObjectFault> {
        if &header[..3] != MAGIC {
            return Err(ObjectFault::NotAnObject);
        }
        if header[3] != VERSION {
            return Err(ObjectFault::UnknownFormat(header[3]));
        }
        let found = u32::from_be_bytes([header[4], header[5], header[6], header[7]]);
        if found != keys.key_id() {
            return Err(ObjectFault::OtherKey {
                found,
                held: keys.key_id(),
            });
        }
        Ok(Self::with(
            &keys.key(Purpose::ObjectSealing),
            keys.office(),
            header,
        ))
    }

    fn with(key: &Key, office: OfficeId, header: [u8; HEADER]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.as_bytes().into()),
            office,
            header,
        }
    }

    pub(super) fn header(&self) -> &[u8; HEADER] {
        &self.header
    }

    pub(super) fn seal(&self, number: u32, last: bool, chunk: &mut Vec<u8>) {
        self.cipher
            .encrypt_in_place(&self.nonce(number, last), &self.binding(), chunk)
            .expect("a chunk is far shorter than the cipher's limit");
    }

    pub(super) fn open(&self, number: u32, last: bool, chunk: &mut Vec<u8>) -> Result<(), ObjectFault> {
        self.cipher
            .decrypt_in_place(&self.nonce(number, last), &self.binding(), chunk)
            .map_err(|_| ObjectFault::Refused)
    }

    fn nonce(&self, number: u32, last: bool) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..PREFIX].copy_from_slice(&self.header[8..]);
        nonce[PREFIX..23].copy_from_slice(&number.to_be_bytes());
        nonce[23] = u8::from(last);
        XNonce::from(nonce)
    }

    fn binding(&self) -> [u8; HEADER + 16] {
        let mut bound = [0; HEADER + 16];
        bound[..HEADER].copy_from_slice(&self.header);
        bound[HEADER..].copy_from_slice(self.office.0.as_bytes());
        bound
    }
}

/// Reads until the buffer is as long as asked or the source has ended.
pub(super) fn read_up_to(source: &mut dyn Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length + TAG);
    source.take(length as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens the chunks of one object one after the other.
pub(super) struct Chunks<R> {
    cipher: ChunkCipher,
    source: R,
    /// The chunk after the one handed out, read ahead so that we know which is the last.
    ahead: Vec<u8>,
    number: u32,
    ended: bool,
}

impl<R: Read> Chunks<R> {
    pub(super) fn begin(cipher: ChunkCipher, mut source: R) -> io::Result<Self> {
        let ahead = read_up_to(&mut source, CHUNK + TAG)?;
        Ok(Self {
            cipher,
            source,
            ahead,
            number: 0,
            ended: false,
        })
    }

    /// The next plain chunk, or `None` after the last. After an error nothing more comes.
    pub(super) fn next(&mut self) -> Result<Option<Vec<u8>>, ObjectFault> {
        if self.ended {
            return Ok(None);
        }
        let next = read_up_to(&mut self.source, CHUNK + TAG).map_err(ObjectFault::io("read an object"))?;
        let mut chunk = std::mem::replace(&mut self.ahead, next);
        let last = self.ahead.is_empty();
        if let Err(fault) = self.cipher.open(self.number, last, &mut chunk) {
            self.ended = true;
            return Err(fault);
        }
        self.ended = last;
        self.number = self.number.checked_add(1).ok_or(ObjectFault::Refused)?;
        Ok(Some(chunk))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RootKey;

    fn keys() -> OfficeKeys {
        RootKey::from_bytes([5; 32]).office(OfficeId(uuid::Uuid::from_u128(1)))
    }

    /// Two full chunks sealed with the final flag on the second, or on none.
    fn two_chunks(marked: bool) -> (ChunkCipher, Vec<u8>) {
        let cipher = ChunkCipher::fresh(&keys());
        let mut sealed = Vec::new();
        for number in 0..2 {
            let mut chunk = vec![u8::try_from(number).unwrap(); CHUNK];
            cipher.seal(number, marked && number == 1, &mut chunk);
            sealed.extend_from_slice(&chunk);
        }
        (cipher, sealed)
    }

    #[test]
    fn a_stream_cut_between_two_chunks_is_refused() {
        let (cipher, sealed) = two_chunks(true);
        let mut chunks = Chunks::begin(cipher, &sealed[..CHUNK + TAG]).unwrap();
        assert!(matches!(chunks.next(), Err(ObjectFault::Refused)));
        assert!(matches!(chunks.next(), Ok(None)));
    }

    /// The twin: with no chunk marked as the last, the first half opens as if it were everything.
    #[test]
    fn twin_without_the_final_flag_the_cut_goes_unnoticed() {
        let (cipher, sealed) = two_chunks(false);
        let mut first = sealed[..CHUNK + TAG].to_vec();
        cipher.open(0, false, &mut first).unwrap();
        assert_eq!(first, vec![0; CHUNK]);
    }

    #[test]
    fn chunks_in_another_order_are_refused() {
        let (cipher, sealed) = two_chunks(true);
        let (first, second) = sealed.split_at(CHUNK + TAG);
        let swapped = [second, first].concat();
        let mut chunks = Chunks::begin(cipher, &swapped[..]).unwrap();
        assert!(matches!(chunks.next(), Err(ObjectFault::Refused)));
    }
}
