//! Small marks of state: pills, counts, avatars, keys. State is always a word with its colour, never colour alone.

use maud::{Markup, html};

use super::icon::{Icon, ic};

/// What a colour means, everywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Waiting, or came in.
    Info,
    /// Soon, or look at this.
    Warn,
    /// Late or unsafe.
    Danger,
    /// Done, or allowed.
    Ok,
    /// Intake and phase loops.
    Plum,
    /// The current one.
    Accent,
}

impl Tone {
    pub fn word(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Info => "info",
            Tone::Warn => "warn",
            Tone::Danger => "danger",
            Tone::Ok => "ok",
            Tone::Plum => "plum",
            Tone::Accent => "accent",
        }
    }

    /// `block block--tone`, or `block` alone for the plain tone.
    pub fn class(self, block: &str) -> String {
        match self {
            Tone::Plain => block.to_owned(),
            toned => format!("{block} {block}--{}", toned.word()),
        }
    }
}

/// A state in one or two words.
#[derive(Debug, Clone, Default)]
pub struct Pill {
    pub text: String,
    pub tone: Tone,
    pub icon: Option<Icon>,
}

impl Pill {
    pub fn new(text: impl Into<String>, tone: Tone, icon: Icon) -> Pill {
        Pill {
            text: text.into(),
            tone,
            icon: Some(icon),
        }
    }

    pub fn plain(text: impl Into<String>) -> Pill {
        Pill {
            text: text.into(),
            tone: Tone::Plain,
            icon: None,
        }
    }
}

pub fn pill(p: &Pill) -> Markup {
    html! {
        span class=(p.tone.class("pill")) {
            @if let Some(icon) = p.icon { (ic(icon)) }
            (p.text)
        }
    }
}

pub fn pills(all: &[Pill]) -> Markup {
    html! { @for p in all { (pill(p)) } }
}

/// A number beside a name; `what` says to screen readers what is counted.
pub fn count(n: u64, what: &str) -> Markup {
    html! { span class="count" { (n) @if !what.is_empty() { span class="sr" { " " (what) } } } }
}

/// The same for a number that wants attention.
pub fn count_hot(n: u64, what: &str) -> Markup {
    html! { span class="count count--hot" { (n) @if !what.is_empty() { span class="sr" { " " (what) } } } }
}

/// Initials in a circle; the name stands beside it.
pub fn avatar(initials: &str, tone: Tone) -> Markup {
    html! { span class=(tone.class("avatar")) aria-hidden="true" { (initials) } }
}

/// The first letters of the first and last word of a name.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let first = words.next();
    let last = words.next_back();
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

/// A key of the keyboard, shown where there is one.
pub fn kbd(key: &str) -> Markup {
    html! { kbd class="desk" { (key) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_take_the_first_and_the_last_word() {
        assert_eq!(initials("Noor Haddad-Ellis"), "NH");
        assert_eq!(initials("Ana María de la Cruz"), "AC");
        assert_eq!(initials("maya"), "M");
        assert_eq!(initials(""), "");
    }
}
