//! The one place of this room where chance comes in: whoever could choose these bytes could log in as anyone.

/// Random bytes from the kernel.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the kernel gives random bytes to any process once it has started");
    bytes
}
