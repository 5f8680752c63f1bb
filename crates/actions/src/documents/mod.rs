//! Files that come with an act: put into the folder first, then written down with what they belong to.

mod keep;

pub(crate) use keep::Kept;
pub use keep::Upload;
