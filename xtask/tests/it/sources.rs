//! The files of the house, as the rules see them.

use std::path::{Path, PathBuf};

/// One text file: its path from the workspace folder, and what is in it.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Numbered lines of Rust without comments, and without the tests that stand in the same file.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"));
        lines
            .enumerate()
            .map(|(at, line)| (at + 1, without_comment(line)))
    }

    pub(crate) fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// A sentence about one line, that an editor can jump to.
    pub(crate) fn at(&self, line: usize, wrong: &str) -> String {
        format!("{}:{line}: {wrong}", self.path)
    }
}

fn without_comment(line: &str) -> &str {
    let start = line.find("//").filter(|at| !line[..*at].ends_with(':'));
    start.map_or(line, |at| &line[..at])
}

pub(crate) fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(home().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// Every file below a folder with one of these endings, but for what is built or fetched.
pub(crate) fn sources(below: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&home(), Path::new(below), endings, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(
        !found.is_empty(),
        "no {endings:?} below `{below}`: the rule would hold of nothing"
    );
    found
}

fn walk(home: &Path, folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    const NOT_OURS: &[&str] = &["target", "node_modules", "built", ".git", ".demo"];
    for entry in home.join(folder).read_dir().into_iter().flatten().flatten() {
        let name = entry.file_name();
        let path = folder.join(&name);
        let is_one = |ending: &&str| name.to_string_lossy().ends_with(*ending);
        if entry.path().is_dir() {
            if !NOT_OURS.iter().any(|not| name == *not) {
                walk(home, &path, endings, found);
            }
        } else if endings.iter().any(is_one) {
            let text = std::fs::read(entry.path()).unwrap_or_default();
            let path = path.to_string_lossy().trim_start_matches("./").to_owned();
            found.push(Source {
                path,
                text: String::from_utf8_lossy(&text).into_owned(),
            });
        }
    }
}

/// Fails with every fault at once, one a line.
pub(crate) fn assert_none(faults: &[String], because: &str) {
    assert!(faults.is_empty(), "{because}:\n{}", faults.join("\n"));
}
