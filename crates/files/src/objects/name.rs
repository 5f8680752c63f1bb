//! The name of an object: a keyed code over its content, so that nobody without the office's key can tell
//! from a name whether the office holds a certain document.

use std::fmt;
use std::str::FromStr;

use hmac::Mac;

use crate::hex;
use crate::keys::{Key, code, keyed};

/// Thirty-two bytes, written as 64 hexadecimal digits. The same content has one name within an office and
/// an unrelated one in every other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectName([u8; 32]);

/// A text that is not the name of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an object's name is 64 lower-case hexadecimal digits")]
pub struct NotAName;

impl ObjectName {
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

impl fmt::Debug for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectName({self})")
    }
}

impl FromStr for ObjectName {
    type Err = NotAName;
    fn from_str(text: &str) -> Result<Self, NotAName> {
        hex::decode_32(text).map(Self).ok_or(NotAName)
    }
}

/// Computes a name while the content goes by.
pub(super) struct Naming(hmac::Hmac<sha2::Sha256>);

impl Naming {
    pub(super) fn begin(names: &Key) -> Self {
        let mut mac = keyed(names);
        mac.update(b"content:");
        Self(mac)
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn finish(self) -> ObjectName {
        ObjectName(self.0.finalize().into_bytes().into())
    }
}

/// Ties a sealed file to its name, so that two files exchanged on the disk are found before a byte is read.
pub(super) fn seal_of_name(names: &Key, header: &[u8], name: &ObjectName) -> [u8; 32] {
    code(names, &[b"name of", header, &name.0])
}
