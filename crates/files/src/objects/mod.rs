//! The object folder of one office: documents and raw messages, sealed, each under a name that proves nothing.
//! An object is on the disk, whole and under its name, before `put` returns; rows come after.

mod durable;
mod name;
mod orphans;
mod stream;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use hmac::Mac as _;
use sha2::{Digest, Sha256};

use crate::keys::{Key, OfficeKeys, Purpose};
use crate::{chance, hex};
use durable::{KnownFolders, Unfinished};
use name::{Naming, seal_of_name};
pub use name::{NotAName, ObjectName};
use stream::{CHUNK, ChunkCipher, Chunks, HEADER, read_up_to};

/// What is known of an object once it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredObject {
    pub name: ObjectName,
    /// Bytes of content, without what sealing adds.
    pub length: u64,
    /// Digest of the content. It identifies the content to anyone, so it belongs in the database, never in a
    /// file name or a log.
    pub sha256: [u8; 32],
}

/// Why an object was not stored or not read.
#[derive(Debug, thiserror::Error)]
pub enum ObjectFault {
    #[error("object {0} is not in the object folder")]
    NotThere(ObjectName),
    #[error("the content is longer than {longest} bytes")]
    TooLong { longest: u64 },
    #[error("the file is not a sealed object")]
    NotAnObject,
    #[error("the object was sealed in format {0}, which this version does not know")]
    UnknownFormat(u8),
    #[error("the object was sealed under key {found}; key {held} is loaded")]
    OtherKey { found: u32, held: u32 },
    #[error("the object was changed, cut short, or put under another name")]
    Refused,
    #[error("could not {doing}")]
    Io { doing: &'static str, source: io::Error },
}

impl ObjectFault {
    fn io(doing: &'static str) -> impl Fn(io::Error) -> Self + Copy {
        move |source| Self::Io { doing, source }
    }
}

/// The objects of one office. Cheap calls on a local disk, but blocking: a door runs them off its event loop.
#[derive(Debug)]
pub struct Objects {
    folder: PathBuf,
    keys: OfficeKeys,
    names: Key,
    known: KnownFolders,
}

impl Objects {
    /// Opens (and makes, if needed) the folder of this office below `root`.
    pub fn open(root: &Path, keys: &OfficeKeys) -> Result<Self, ObjectFault> {
        let folder = root.join(keys.office().0.to_string());
        let names = keys.key(Purpose::ObjectNames);
        let objects = Self {
            folder,
            keys: keys.clone(),
            names,
            known: KnownFolders::default(),
        };
        for folder in [root, &objects.folder, &objects.incoming()] {
            objects
                .known
                .ensure(folder)
                .map_err(ObjectFault::io("make the object folder"))?;
        }
        Ok(objects)
    }

    /// Where this office's objects lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stores bytes that are already in memory.
    pub fn put(&self, content: &[u8]) -> Result<StoredObject, ObjectFault> {
        self.put_from(&mut &content[..], content.len() as u64)
    }

    /// Stores what a reader gives, a chunk at a time, up to `longest` bytes.
    ///
    /// Storing the same content again replaces the file: its age starts anew, so a sweep leaves it alone, and a
    /// file that was damaged on the disk is whole again.
    pub fn put_from(&self, content: &mut dyn Read, longest: u64) -> Result<StoredObject, ObjectFault> {
        let fault = ObjectFault::io("write an object");
        let passing: [u8; 16] = chance::bytes();
        let mut unfinished =
            Unfinished::create(self.incoming().join(hex::encode(&passing))).map_err(fault)?;
        let cipher = ChunkCipher::fresh(&self.keys);
        unfinished.file.write_all(cipher.header()).map_err(fault)?;
        unfinished.file.write_all(&[0; 32]).map_err(fault)?;
        let stored = self.seal_into(&mut unfinished.file, &cipher, content, longest)?;
        // The name is only known now that the content has gone by.
        unfinished
            .file
            .seek(SeekFrom::Start(HEADER as u64))
            .map_err(fault)?;
        let seal = seal_of_name(&self.names, cipher.header(), &stored.name);
        unfinished.file.write_all(&seal).map_err(fault)?;
        let place = self.path_of(&stored.name);
        for folder in [place.ancestors().nth(2), place.parent()].into_iter().flatten() {
            self.known.ensure(folder).map_err(fault)?;
        }
        unfinished.settle(&place).map_err(fault)?;
        Ok(stored)
    }

    fn seal_into(
        &self,
        file: &mut File,
        cipher: &ChunkCipher,
        content: &mut dyn Read,
        longest: u64,
    ) -> Result<StoredObject, ObjectFault> {
        let fault = ObjectFault::io("write an object");
        let (mut naming, mut digest) = (Naming::begin(&self.names), Sha256::new());
        let (mut length, mut number) = (0_u64, 0_u32);
        let mut chunk = read_up_to(content, CHUNK).map_err(fault)?;
        loop {
            length += chunk.len() as u64;
            if length > longest {
                return Err(ObjectFault::TooLong { longest });
            }
            naming.update(&chunk);
            digest.update(&chunk);
            let next = read_up_to(content, CHUNK).map_err(fault)?;
            let last = next.is_empty();
            cipher.seal(number, last, &mut chunk);
            file.write_all(&chunk).map_err(fault)?;
            if last {
                break;
            }
            chunk = next;
            number = number.checked_add(1).ok_or(ObjectFault::TooLong { longest })?;
        }
        Ok(StoredObject {
            name: naming.finish(),
            length,
            sha256: digest.finalize().into(),
        })
    }

    /// Whether the object lies in the folder; its content is not looked at.
    pub fn contains(&self, name: &ObjectName) -> bool {
        self.path_of(name).is_file()
    }

    /// The whole content, checked to the last byte.
    pub fn get(&self, name: &ObjectName) -> Result<Vec<u8>, ObjectFault> {
        let mut chunks = self.read(name)?.chunks;
        let mut content = Vec::new();
        while let Some(chunk) = chunks.next()? {
            content.extend_from_slice(&chunk);
        }
        Ok(content)
    }

    /// The content as a stream. Each piece is checked before it is given; only the end of the stream without an
    /// error says that nothing is missing.
    pub fn read(&self, name: &ObjectName) -> Result<ObjectReader, ObjectFault> {
        let fault = ObjectFault::io("read an object");
        let mut file = match File::open(self.path_of(name)) {
            Ok(file) => file,
            Err(found) if found.kind() == ErrorKind::NotFound => return Err(ObjectFault::NotThere(*name)),
            Err(source) => return Err(fault(source)),
        };
        let start = read_up_to(&mut file, HEADER + 32).map_err(fault)?;
        let Some((header, seal)) = start.split_first_chunk::<HEADER>() else {
            return Err(ObjectFault::NotAnObject);
        };
        let cipher = ChunkCipher::of(&self.keys, *header)?;
        self.check_name(header, name, seal)?;
        let chunks = Chunks::begin(cipher, file).map_err(fault)?;
        Ok(ObjectReader {
            chunks,
            piece: Vec::new(),
            given: 0,
        })
    }

    fn check_name(&self, header: &[u8], name: &ObjectName, found: &[u8]) -> Result<(), ObjectFault> {
        // Compared through a second code, so that the time taken tells nothing about the right one.
        let code = |seal: &[u8]| crate::keys::keyed(&self.names).chain_update(seal).finalize();
        if code(&seal_of_name(&self.names, header, name)) == code(found) {
            Ok(())
        } else {
            Err(ObjectFault::Refused)
        }
    }

    /// Forgets an object for good, as an erasure asks.
    pub fn erase(&self, name: &ObjectName) -> Result<(), ObjectFault> {
        let path = self.path_of(name);
        match fs::remove_file(&path) {
            Ok(()) => {}
            Err(found) if found.kind() == ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(ObjectFault::io("erase an object")(source)),
        }
        path.parent()
            .map_or(Ok(()), durable::sync_folder)
            .map_err(ObjectFault::io("erase an object"))
    }

    fn path_of(&self, name: &ObjectName) -> PathBuf {
        let text = name.to_string();
        self.folder.join(&text[..2]).join(&text[2..4]).join(&text)
    }

    fn incoming(&self) -> PathBuf {
        self.folder.join("incoming")
    }
}

/// An object being read.
pub struct ObjectReader {
    chunks: Chunks<File>,
    piece: Vec<u8>,
    given: usize,
}

impl std::fmt::Debug for ObjectReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectReader")
    }
}

impl ObjectReader {
    /// The next piece of content, at most 64 KiB, or `None` after the last.
    pub fn next_piece(&mut self) -> Result<Option<Vec<u8>>, ObjectFault> {
        self.chunks.next()
    }
}

impl Read for ObjectReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.piece.len() {
            match self.chunks.next() {
                Ok(Some(piece)) => (self.piece, self.given) = (piece, 0),
                Ok(None) => return Ok(0),
                Err(fault) => return Err(io::Error::new(ErrorKind::InvalidData, fault)),
            }
        }
        let n = into.len().min(self.piece.len() - self.given);
        into[..n].copy_from_slice(&self.piece[self.given..self.given + n]);
        self.given += n;
        Ok(n)
    }
}
