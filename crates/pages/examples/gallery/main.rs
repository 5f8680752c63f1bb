//! Writes the gallery and every kind of page from sample views as HTML files, to be looked at and photographed.
//!
//! `cargo run -p pages --example gallery -- FOLDER`, then `node crates/pages/assets/shots.mjs FOLDER`.

#![expect(clippy::too_many_lines, reason = "sample data is read as one list")]

mod arrivals;
mod cases;
mod inquiries;
mod intake;
mod people;
mod samples;
mod work;

use std::fs;
use std::path::Path;

use maud::Markup;
use pages::ui::gallery::gallery;
use pages::ui::shell::Place;
use pages::words::{Lang, Words};

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/gallery".into());
    for lang in Lang::ALL {
        let into = Path::new(&folder).join(lang.code());
        fs::create_dir_all(&into)?;
        for (name, page) in all(Words::for_language(lang)) {
            fs::write(into.join(format!("{name}.html")), page.into_string())?;
        }
    }
    let manifest = pages::assets::check();
    if let Err(trouble) = manifest {
        eprintln!("{trouble}");
    }
    Ok(())
}

fn all(w: &'static Words) -> Vec<(&'static str, Markup)> {
    let shell = |here| samples::shell(w, here);
    vec![
        ("states", gallery(&shell(Place::Elsewhere))),
        ("login", samples::login(w)),
        ("login-code", samples::login_code(w)),
        ("my-work", work::work(&shell(Place::Work))),
        ("arrivals", arrivals::arrivals(&shell(Place::Arrivals))),
        ("intake", intake::intake(&shell(Place::Intake))),
        ("case", cases::case(&shell(Place::Cases))),
        ("cases", cases::list(&shell(Place::Cases))),
        ("close", cases::close(&shell(Place::Cases))),
        ("inquiry-shut", inquiries::inquiry_shut(&shell(Place::Cases))),
        ("inquiry-open", inquiries::inquiry_open(&shell(Place::Cases))),
        ("inquiry", inquiries::inquiry_sent(&shell(Place::Cases))),
        ("ledger", inquiries::ledger(&shell(Place::Cases))),
        ("release", people::release(&shell(Place::Cases))),
        ("letter", people::letter(&shell(Place::Cases))),
        ("outbox", people::outbox(&shell(Place::Letters))),
        ("person", people::person(&shell(Place::People))),
        ("search", people::search(&shell(Place::Elsewhere))),
        ("staff", people::staff(&shell(Place::Staff))),
    ]
}
