//! Tabs that are links: the views of one place, each with its count.

use maud::{Markup, html};

#[derive(Debug, Clone, Default)]
pub struct Tab {
    pub href: String,
    pub text: String,
    pub count: Option<u64>,
    /// The count wants attention.
    pub is_hot: bool,
    pub is_here: bool,
}

pub fn tabs(label: &str, all: &[Tab]) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            @for tab in all {
                a href=(tab.href) aria-current=[tab.is_here.then_some("page")] {
                    (tab.text)
                    @if let Some(n) = tab.count { " " span class={ "count" @if tab.is_hot { " count--hot" } } { (n) } }
                }
            }
        }
    }
}

/// The same as a row of segments, for a filter inside a page.
pub fn segment_links(label: &str, all: &[Tab]) -> Markup {
    html! {
        div class="seg" role="group" aria-label=(label) {
            @for tab in all {
                a href=(tab.href) aria-current=[tab.is_here.then_some("true")] {
                    (tab.text)
                    @if let Some(n) = tab.count { " " (n) }
                }
            }
        }
    }
}
