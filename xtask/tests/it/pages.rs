//! Pages carry no style and no script of their own: the content security policy would stop them.

use crate::sources::{Source, assert_none, sources};

const INLINE: &[&str] = &[
    "style=",
    "<script",
    "<style",
    " script {",
    " style {",
    "javascript:",
];

/// `onclick=` and its like: a word that starts with `on` and is set.
fn sets_a_handler(line: &str) -> bool {
    line.split([' ', '"'])
        .filter_map(|word| word.split_once('='))
        .any(|(name, _)| {
            name.len() > 3 && name.starts_with("on") && name.chars().all(|letter| letter.is_ascii_lowercase())
        })
}

fn faults(source: &Source) -> Vec<String> {
    if source.is_test() {
        return Vec::new();
    }
    let is_inline = |line: &str| {
        let line = format!(" {}", line.trim_start());
        INLINE.iter().any(|word| line.contains(word)) || sets_a_handler(&line)
    };
    let lines = source.code().filter(|(_, line)| is_inline(line));
    lines.map(|(at, line)| source.at(at, line.trim())).collect()
}

#[test]
fn no_page_has_a_style_or_a_script_of_its_own() {
    let all: Vec<String> = sources("crates/pages/src", &[".rs"])
        .iter()
        .flat_map(faults)
        .collect();
    assert_none(
        &all,
        "classes live in the style sheet, behaviour in the script file",
    );
}

#[test]
fn an_inline_style_or_handler_is_found() {
    let found = |line: &str| faults(&Source::new("crates/pages/src/ui.rs", line)).len();
    for line in [
        r#"p style="color: red" {}"#,
        r#"button onclick="go()" {}"#,
        r#"script { "go()" }"#,
    ] {
        assert_eq!(found(line), 1, "{line}");
    }
    assert_eq!(found("noscript { p { (why) } }"), 0);
    assert_eq!(found(r#"script src=(file("app.js")) defer {}"#), 0);
}
