//! The strip of clocks: how long open, since when they heard from us, what is due. Word, colour and bar agree.

use maud::{Markup, html};

use super::icon::{Icon, ic};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClockState {
    #[default]
    Plain,
    Ok,
    Soon,
    Late,
}

#[derive(Debug, Clone)]
pub struct ClockView {
    pub icon: Icon,
    pub name: String,
    /// "16 days", "in 5 days", "Signed", "Not set".
    pub value: String,
    pub small: String,
    pub state: ClockState,
    /// How much of its time has run, 0 to 100.
    pub percent: Option<u8>,
}

pub fn clocks(all: &[ClockView]) -> Markup {
    html! { dl class="clocks" { @for clock in all { (one(clock)) } } }
}

fn one(c: &ClockView) -> Markup {
    let class = match c.state {
        ClockState::Plain => "clock",
        ClockState::Ok => "clock clock--ok",
        ClockState::Soon => "clock clock--soon",
        ClockState::Late => "clock clock--late",
    };
    html! {
        div class=(class) {
            dt { (ic(c.icon)) (c.name) }
            dd {
                (c.value)
                @if !c.small.is_empty() { small { (c.small) } }
                @if let Some(percent) = c.percent {
                    svg class="gauge" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                        rect class="gauge__bg" width="100" height="4" rx="2" {}
                        rect class="gauge__fg" width=(percent.min(100)) height="4" rx="2" {}
                    }
                }
            }
        }
    }
}
