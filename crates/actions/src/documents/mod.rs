//! Acts on files kept with a case: put into the folder first, then written down with what they belong to.

mod attach;
mod keep;
mod read;

pub use attach::attach;
pub(crate) use keep::Kept;
pub use keep::Upload;
pub use read::read;
