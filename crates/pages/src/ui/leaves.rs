//! Exactly what will leave the office, line by line and masked, and beside it what stays.

use maud::{Markup, html};

use super::icon::{Icon, ic};

#[derive(Debug, Clone)]
pub struct LeavesLine {
    pub icon: Icon,
    pub name: String,
    pub value: String,
    pub small: String,
    /// Figures: a masked number.
    pub is_number: bool,
}

impl LeavesLine {
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> LeavesLine {
        LeavesLine {
            icon: Icon::Check,
            name: name.into(),
            value: value.into(),
            small: String::new(),
            is_number: false,
        }
    }

    pub fn small(mut self, small: impl Into<String>) -> LeavesLine {
        self.small = small.into();
        self
    }
}

pub fn leaves(lines: &[LeavesLine], stays_title: &str, stays: &str) -> Markup {
    html! {
        ul role="list" class="leaves" {
            @for line in lines {
                li {
                    (ic(line.icon))
                    span { (line.name) }
                    span class=[line.is_number.then_some("num")] {
                        bdi { (line.value) }
                        @if !line.small.is_empty() { " " small { (line.small) } }
                    }
                }
            }
        }
        div class="stays" {
            h4 { (ic(Icon::Hand)) (stays_title) }
            p class="small muted" { (stays) }
        }
    }
}
