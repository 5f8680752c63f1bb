//! What the house keeps locked: the key file, sealed identifiers, and the folder of sealed objects.
//! It knows keys and bytes; it does not know what a document is for or who may read it.

mod chance;
mod hex;
pub mod keys;
pub mod objects;
pub mod sealed;

pub use keys::{Key, KeyFault, OfficeKeys, Purpose, RootKey};
pub use objects::{ObjectFault, ObjectName, ObjectReader, Objects, StoredObject};
pub use sealed::{OpenFault, Place, Sealer};
