//! Cards and the small lists inside them: facts, people, checks, tasks.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use super::pill::{Pill, Tone, avatar, initials, pill};

/// A card with a heading; `end` stands at the end of its head.
pub fn card(icon: Option<Icon>, title: &str, end: &Markup, body: &Markup) -> Markup {
    html! {
        section class="card" {
            div class="card__head" { h2 { @if let Some(icon) = icon { (ic(icon)) } (title) } (end) }
            div class="card__body" { (body) }
        }
    }
}

/// A card whose rows or table run to its edge.
pub fn card_flush(icon: Option<Icon>, title: &str, end: &Markup, body: &Markup) -> Markup {
    html! {
        section class="card card--flush" {
            div class="card__head" { h2 { @if let Some(icon) = icon { (ic(icon)) } (title) } (end) }
            div class="card__body" { (body) }
        }
    }
}

/// A name and what stands against it.
#[derive(Debug, Clone, Default)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

impl Fact {
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Fact {
        Fact {
            name: name.into(),
            value: value.into(),
        }
    }
}

pub fn facts(all: &[Fact]) -> Markup {
    html! { dl class="facts" { @for fact in all { dt { (fact.name) } dd { bdi { (fact.value) } } } } }
}

/// The picture at the start of a small line: a drawing, or initials.
#[derive(Debug, Clone)]
pub enum Face {
    Icon(Icon),
    Initials(Tone),
}

/// One line of a small list.
#[derive(Debug, Clone)]
pub struct MiniLine {
    pub face: Face,
    pub text: String,
    pub href: Option<String>,
    pub small: String,
    pub pill: Option<Pill>,
    /// A number at the end of the line.
    pub end: String,
}

impl MiniLine {
    pub fn person(name: impl Into<String>, tone: Tone, small: impl Into<String>) -> MiniLine {
        MiniLine {
            face: Face::Initials(tone),
            text: name.into(),
            href: None,
            small: small.into(),
            pill: None,
            end: String::new(),
        }
    }

    pub fn thing(icon: Icon, text: impl Into<String>, small: impl Into<String>) -> MiniLine {
        MiniLine {
            face: Face::Icon(icon),
            text: text.into(),
            href: None,
            small: small.into(),
            pill: None,
            end: String::new(),
        }
    }

    pub fn to(mut self, href: impl Into<String>) -> MiniLine {
        self.href = Some(href.into());
        self
    }

    pub fn end(mut self, end: impl Into<String>) -> MiniLine {
        self.end = end.into();
        self
    }

    pub fn pill(mut self, p: Pill) -> MiniLine {
        self.pill = Some(p);
        self
    }
}

pub fn mini(lines: &[MiniLine]) -> Markup {
    html! {
        ul role="list" class="mini" {
            @for line in lines {
                li {
                    @match line.face {
                        Face::Icon(icon) => (ic(icon)),
                        Face::Initials(tone) => (avatar(&initials(&line.text), tone)),
                    }
                    span {
                        @match &line.href {
                            Some(href) => a href=(href) { bdi { (line.text) } },
                            None => bdi { (line.text) },
                        }
                        @if !line.small.is_empty() { small { (line.small) } }
                        @if let Some(p) = &line.pill { span class="mini__pill" { (pill(p)) } }
                    }
                    @if !line.end.is_empty() { span class="num strong" { (line.end) } }
                }
            }
        }
    }
}

/// How a check came out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CheckState {
    Ok,
    #[default]
    Ask,
    /// Not known, and nothing waits for it.
    Open,
    No,
}

/// One thing looked at, with what was found.
#[derive(Debug, Clone, Default)]
pub struct CheckLine {
    pub state: CheckState,
    pub text: String,
}

impl CheckLine {
    pub fn new(state: CheckState, text: impl Into<String>) -> CheckLine {
        CheckLine {
            state,
            text: text.into(),
        }
    }
}

pub fn checks(all: &[CheckLine]) -> Markup {
    html! {
        ul role="list" class="checks" {
            @for check in all {
                @let (class, icon) = match check.state {
                    CheckState::Ok => ("ok", Icon::CircleCheck),
                    CheckState::Ask => ("ask", Icon::CircleAlert),
                    CheckState::Open => ("ask", Icon::CircleDashed),
                    CheckState::No => ("no", Icon::CircleX),
                };
                li class=(class) { (ic(icon)) span { (check.text) } }
            }
        }
    }
}
