//! Pictures of the work: a value becomes a scene, a scene becomes SVG with a title, a description and classes that
//! the page's own stylesheet colours. No script, no style, no fonts from disk.

pub mod ribbon;
