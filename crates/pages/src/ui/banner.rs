//! Banners: safety first of all, never closable, never printed; trouble with what is safe and what happens next.

use maud::{Markup, html};

use super::icon::{Icon, ic};
use super::pill::Tone;

#[derive(Debug, Clone, Default)]
pub struct Banner {
    pub tone: Tone,
    pub icon: Option<Icon>,
    pub title: String,
    pub text: String,
    /// It must not stand on paper.
    pub never_printed: bool,
}

pub fn banner(b: &Banner, end: &Markup) -> Markup {
    let icon = b.icon.unwrap_or(match b.tone {
        Tone::Danger => Icon::OctagonAlert,
        Tone::Warn => Icon::TriangleAlert,
        Tone::Ok => Icon::CircleCheck,
        Tone::Plain | Tone::Info | Tone::Plum | Tone::Accent => Icon::CircleAlert,
    });
    html! {
        div class={ (b.tone.class("banner")) @if b.never_printed { " nopaper" } } {
            (ic(icon))
            div { h2 { (b.title) } @if !b.text.is_empty() { p { (b.text) } } }
            (end)
        }
    }
}
