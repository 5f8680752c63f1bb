//! Makes sure the folder of built front-end files exists, so that the crate compiles before Node was ever run.
//!
//! A missing or half-built folder is said plainly here as a warning and again, as a refusal to start, by
//! `assets::check`; a colleague who only wants `cargo check` needs no Node.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/built");
    std::fs::create_dir_all(&built)?;
    println!("cargo::rerun-if-changed=assets/built");
    println!("cargo::rerun-if-changed=assets/built/manifest.json");
    if !built.join("manifest.json").exists() {
        println!("cargo::warning=assets are not built: run cargo x assets");
    }
    Ok(())
}
