//! Every chore of the house as `cargo x …`.
fn main() {}
