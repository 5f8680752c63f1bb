//! Acts on what came in.
