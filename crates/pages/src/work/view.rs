//! My work: promises running late first, then what came in, what is new, what is due. A row is done or put off
//! with a key, a button, or without either by the form around the list.

use maud::{Markup, html};

use crate::ui::card::{MiniLine, card, mini};
use crate::ui::empty::{Empty, empty};
use crate::ui::form::{Choice, seal};
use crate::ui::head::page_head;
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{GroupHead, Row, group, hint_bar, row};
use crate::ui::peek::{Peek, peek, peek_empty};
use crate::ui::pill::kbd;
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, tabs};

#[derive(Debug, Clone, Default)]
pub struct WorkView {
    /// "Good morning, Noor".
    pub greeting: String,
    /// "Thursday, November 19. Fourteen things need you today. Two promises are late, so start there."
    pub sub: String,
    pub tabs: Vec<Tab>,
    /// The kinds shown, as boxes to tick: name, words, ticked. They send themselves where there is a script.
    pub kinds: Vec<(String, String, bool)>,
    pub groups: Vec<WorkGroup>,
    pub pager: Pager,
    pub peek: Option<Peek>,
    /// The worker's own week, seen by nobody else. No comparison with anyone.
    pub week: Vec<MiniLine>,
    /// How long a row may be put off.
    pub snooze: Vec<Choice>,
}

#[derive(Debug, Clone, Default)]
pub struct WorkGroup {
    pub head: GroupHead,
    pub rows: Vec<Row>,
}

pub fn work_page(shell: &Shell, v: &WorkView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&v.greeting, &v.sub, &html! {
            a class="btn" href="/intake/new" { (ic(Icon::Plus)) (w.t("shell-intake")) " " (kbd("c")) }
        }))
        (tabs(&w.t("work-views"), &v.tabs))
        @if !v.kinds.is_empty() { (kind_filter(shell, v)) }
        div class="work" {
            div {
                @if v.groups.iter().all(|g| g.rows.is_empty()) {
                    div class="card" { (empty(&Empty {
                        icon: Icon::CircleCheck, title: w.t("work-empty-title"), text: w.t("work-empty"),
                        link: Some(("/cases?view=quiet".into(), w.t("work-empty-link"))),
                    })) }
                } @else {
                    (work_list(shell, v))
                }
            }
            aside class="peek stack" aria-label=(w.t("work-preview")) {
                @match &v.peek { Some(p) => (peek(w, p)), None => (peek_empty(w)) }
                @if !v.week.is_empty() { (your_week(shell, v)) }
            }
        }
    };
    page(shell, &w.t("shell-work"), &main)
}

fn kind_filter(shell: &Shell, v: &WorkView) -> Markup {
    let w = shell.words;
    html! {
        form class="toolbar" action="/work" data-auto {
            div class="chips" role="group" aria-label=(w.t("work-show")) {
                @for (name, text, ticked) in &v.kinds {
                    label class="chip" { input type="checkbox" name="kind" value=(name) checked[*ticked]; (text) }
                }
                noscript { button class="btn btn--sm" type="submit" { (w.t("work-show")) } }
            }
            span class="faint small" { (w.t("work-most-urgent-first")) }
        }
    }
}

fn work_list(shell: &Shell, v: &WorkView) -> Markup {
    let w = shell.words;
    html! {
        form method="post" action="/work/done" {
            (seal(shell, "work"))
            div class="listcard" {
                @for g in v.groups.iter().filter(|g| !g.rows.is_empty()) {
                    (group(&g.head, &html! { @for r in &g.rows { (row(w, r)) } }))
                }
            }
            (pager(w, &v.pager))
            (hint_bar(&[
                (&["j", "k"], w.t("keys-hint-move")), (&["x"], w.t("keys-hint-select")),
                (&["e"], w.t("keys-hint-done")), (&["s"], w.t("keys-hint-snooze")),
                (&["Enter"], w.t("keys-hint-open")), (&["?"], w.t("keys-hint-all")),
            ]))
            div class="batch" role="group" aria-label=(w.t("work-selected")) {
                strong data-n=(w.tr("work-n-selected", &[("n", "#".into())])) {}
                button class="btn btn--sm" type="submit" formaction="/work/done" data-key="e" {
                    (ic(Icon::Check)) (w.t("work-done"))
                }
                @if !v.snooze.is_empty() {
                    label class="sr" for="snooze-until" { (w.t("work-snooze-until")) }
                    select class="input" id="snooze-until" name="until" autocomplete="off" {
                        @for choice in &v.snooze { option value=(choice.value) { (choice.text) } }
                    }
                    button class="btn btn--sm" type="submit" formaction="/work/snooze" data-key="s" {
                        (ic(Icon::AlarmClock)) (w.t("work-snooze"))
                    }
                }
            }
        }
    }
}

fn your_week(shell: &Shell, v: &WorkView) -> Markup {
    let w = shell.words;
    card(
        None,
        &w.t("work-your-week"),
        &html! { span class="small muted" { (w.t("work-only-you")) } },
        &html! {
            (mini(&v.week))
        },
    )
}
