//! The shared test data, where it is there, and the way differences with other readers are kept: each with its
//! reason, none silent, none stale.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of shared data, or `None` with the line that says so.
pub fn data(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(folder);
    if !path.is_dir() {
        println!("skipped: no shared data");
        return None;
    }
    Some(path)
}

/// Files of a folder with this ending, by name.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a readable folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    found.sort();
    found
}

pub fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Every file that `INDEX.csv` lists as a message.
pub fn messages() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = data("emails") else {
        return Vec::new();
    };
    let index = std::fs::read_to_string(folder.join("INDEX.csv")).expect("the index");
    let listed = index
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .filter(|file| !file.is_empty());
    listed
        .map(|file| {
            let bytes = std::fs::read(folder.join("..").join(file)).expect("a listed file");
            (file.trim_start_matches("emails/").to_owned(), bytes)
        })
        .collect()
}

/// One reader's answer beside another's.
pub struct Comparison {
    known: BTreeMap<(&'static str, &'static str), &'static str>,
    n_agree: BTreeMap<&'static str, usize>,
    n_all: BTreeMap<&'static str, usize>,
    explained: Vec<(String, &'static str, &'static str)>,
    unexplained: Vec<String>,
}

impl Comparison {
    /// `known` holds file, field and reason of each difference that is meant.
    pub fn new(known: &[(&'static str, &'static str, &'static str)]) -> Self {
        let known = known
            .iter()
            .map(|(file, field, why)| ((*file, *field), *why))
            .collect();
        Self {
            known,
            n_agree: BTreeMap::new(),
            n_all: BTreeMap::new(),
            explained: Vec::new(),
            unexplained: Vec::new(),
        }
    }

    pub fn check(&mut self, file: &str, field: &'static str, ours: &str, theirs: &str) {
        *self.n_all.entry(field).or_default() += 1;
        let known = self
            .known
            .iter()
            .find(|((known, of), _)| *known == file && *of == field)
            .map(|(key, why)| (*key, *why));
        if ours == theirs {
            *self.n_agree.entry(field).or_default() += 1;
            return;
        }
        match known {
            Some((key, why)) => {
                self.known.remove(&key);
                self.explained.push((file.to_owned(), field, why));
            }
            None => self.unexplained.push(format!(
                "{file} {field}\n   ours:   {ours:?}\n   theirs: {theirs:?}"
            )),
        }
    }

    /// Prints the counts and the reasons; fails on a difference without a reason and a reason without a difference.
    pub fn finish(self, title: &str) {
        println!("{title}:");
        for (field, all) in &self.n_all {
            println!(
                "  {field}: {} of {all} agree",
                self.n_agree.get(field).unwrap_or(&0)
            );
        }
        for (file, field, why) in &self.explained {
            println!("  {file} {field}: {why}");
        }
        assert!(
            self.unexplained.is_empty(),
            "{} unexplained:\n{}",
            self.unexplained.len(),
            self.unexplained.join("\n")
        );
        assert!(
            self.known.is_empty(),
            "no longer different: {:?}",
            self.known.keys()
        );
    }
}
