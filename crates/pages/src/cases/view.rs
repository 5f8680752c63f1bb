//! One case on one page: whose turn it is, the clocks, the next step, the timeline, and what hangs on it.

use maud::{Markup, html};

use crate::ui::banner::{Banner, banner};
use crate::ui::card::{Fact, MiniLine, card, facts, mini};
use crate::ui::clocks::{ClockView, clocks};
use crate::ui::composer::{Composer, composer};
use crate::ui::form::{Act, act, hidden, seal};
use crate::ui::head::{HeadFact, RecordHead, head_facts, record_head};
use crate::ui::icon::{Icon, ic};
use crate::ui::next_step::{NextStep, next_step};
use crate::ui::pill::{Pill, Tone, avatar, initials, pill};
use crate::ui::ribbon::{Ribbon, ribbon};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, segment_links};
use crate::ui::timeline::{TimelineItem, timeline};
use crate::words::dates::When;

#[derive(Debug, Clone, Default)]
pub struct CaseView {
    pub head: RecordHead,
    /// The browser's title; without a name when the case is restricted.
    pub title: String,
    pub facts: Vec<HeadFact>,
    pub clocks: Vec<ClockView>,
    /// Safety first, above everything.
    pub safety: Option<Banner>,
    /// Trouble: a letter that came back, an inquiry without an answer.
    pub notices: Vec<Banner>,
    pub new_inquiry_href: Option<String>,
    pub close_href: Option<String>,
    pub reopen_href: Option<String>,
    pub phase_href: Option<String>,
    /// Acts of one press, such as taking the case.
    pub quick: Vec<Act>,
    pub next: Option<NextStep>,
    pub composer: Composer,
    pub filters: Vec<Tab>,
    pub items: Vec<TimelineItem>,
    pub older: Pager,
    pub ribbon: Ribbon,
    pub release: ReleaseCard,
    pub people: Vec<CasePerson>,
    pub add_person_href: Option<String>,
    pub tasks: TaskCard,
    pub promises: Vec<MiniLine>,
    pub inquiries: Vec<MiniLine>,
    pub documents: Vec<MiniLine>,
    pub add_document_href: Option<String>,
    pub related: Vec<MiniLine>,
    /// Pages of everything else that can be done: address and words.
    pub more: Vec<(String, String)>,
}

/// What may be asked of whom, and until when.
#[derive(Debug, Clone, Default)]
pub struct ReleaseCard {
    pub pill: Pill,
    pub facts: Vec<Fact>,
    pub view_href: Option<String>,
    pub record_href: Option<String>,
    /// When there is none: why one is needed.
    pub none: String,
}

#[derive(Debug, Clone, Default)]
pub struct CasePerson {
    pub name: String,
    pub href: Option<String>,
    pub small: String,
    pub tone: Tone,
    /// A safe way to call or write: address, words, picture. None where it is not safe or not asked.
    pub reach: Option<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct TaskCard {
    /// "2 of 5 done".
    pub sum: String,
    pub tasks: Vec<TaskLine>,
    /// Where a task is added.
    pub add_url: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct TaskLine {
    pub id: String,
    pub text: String,
    pub due: Option<When>,
    pub is_late: bool,
    pub is_done: bool,
    /// Where marking it done, or not done, is posted.
    pub url: String,
}

pub fn case_page(shell: &Shell, v: &CaseView) -> Markup {
    let w = shell.words;
    let main = html! {
        @if let Some(safety) = &v.safety { div class="mb4" { (banner(safety, &html! {})) } }
        div class="casehead" {
            (record_head(w, &v.head, &acts(shell, v)))
            (head_facts(&v.facts))
            (clocks(&v.clocks))
        }
        div class="cols" {
            div class="stack" {
                @for notice in &v.notices { (banner(notice, &html! {})) }
                @if let Some(next) = &v.next { (next_step(shell, next)) }
                (composer(shell, &v.composer))
                div class="between" {
                    h2 { (w.t("cases-timeline")) }
                    @if !v.filters.is_empty() { (segment_links(&w.t("cases-timeline-show"), &v.filters)) }
                }
                (timeline(w, &v.items))
                (pager(w, &v.older))
            }
            aside class="stack" aria-label=(w.t("cases-details")) { (aside_cards(shell, v)) }
        }
        @if !v.ribbon.steps.is_empty() {
            div class="mt5" {
                (card(None, &w.t("cases-phases"), &html! {
                    @if let Some(href) = &v.phase_href { a class="small" href=(href) { (w.t("cases-move-phase")) } }
                }, &ribbon(w, &v.ribbon)))
            }
        }
    };
    page(shell, &v.title, &main)
}

fn acts(shell: &Shell, v: &CaseView) -> Markup {
    let w = shell.words;
    html! {
        @for one in &v.quick { (act(shell, one)) }
        @if let Some(href) = &v.new_inquiry_href { a class="btn" href=(href) { (ic(Icon::Landmark)) (w.t("cases-new-inquiry")) } }
        @if shell.print_url.is_some() {
            button class="btn" type="button" data-act="print" { (ic(Icon::Printer)) (w.t("shell-print-for-whom")) }
        }
        @if let Some(href) = &v.close_href { a class="btn" href=(href) { (ic(Icon::CircleCheck)) (w.t("cases-close")) } }
        @if let Some(href) = &v.reopen_href { a class="btn" href=(href) { (ic(Icon::RotateCcw)) (w.t("cases-reopen")) } }
    }
}

fn aside_cards(shell: &Shell, v: &CaseView) -> Markup {
    let w = shell.words;
    let add = |href: &Option<String>| {
        html! { @if let Some(href) = href {
            a class="btn btn--sm btn--quiet" href=(href) { (ic(Icon::Plus)) (w.t("cases-add")) }
        } }
    };
    html! {
        (release_card(shell, &v.release))
        (card(Some(Icon::UsersRound), &w.t("cases-people"), &add(&v.add_person_href), &people(&v.people)))
        (task_card(shell, &v.tasks))
        @if !v.promises.is_empty() {
            (card(Some(Icon::Hand), &w.t("cases-promises"), &html! {}, &mini(&v.promises)))
        }
        @if !v.inquiries.is_empty() {
            (card(Some(Icon::Landmark), &w.t("cases-inquiries"), &html! {}, &mini(&v.inquiries)))
        }
        @if !v.documents.is_empty() || v.add_document_href.is_some() {
            (card(Some(Icon::Paperclip), &w.t("cases-documents"), &add(&v.add_document_href), &html! {
                @if v.documents.is_empty() { p class="muted small" { (w.t("cases-documents-none")) } } @else { (mini(&v.documents)) }
            }))
        }
        (card(Some(Icon::Link), &w.t("cases-related"), &html! {}, &mini(&v.related)))
        @if !v.more.is_empty() {
            (card(Some(Icon::Settings), &w.t("cases-more"), &html! {}, &html! {
                ul role="list" class="stack-sm small" { @for (href, text) in &v.more { li { a href=(href) { (text) } } } }
            }))
        }
    }
}

fn release_card(shell: &Shell, r: &ReleaseCard) -> Markup {
    let w = shell.words;
    card(
        Some(Icon::ShieldCheck),
        &w.t("cases-release"),
        &pill(&r.pill),
        &html! {
            @if r.facts.is_empty() { p class="muted small" { (r.none) } } @else { (facts(&r.facts)) }
            p class="mt3 small cluster" {
                @if let Some(href) = &r.view_href { a href=(href) { (w.t("cases-release-view")) } }
                @if let Some(href) = &r.record_href { a href=(href) { (w.t("cases-release-record")) } }
            }
        },
    )
}

fn people(all: &[CasePerson]) -> Markup {
    html! {
        ul role="list" class="mini" {
            @for person in all {
                li {
                    (avatar(&initials(&person.name), person.tone))
                    span {
                        @match &person.href {
                            Some(href) => a href=(href) { bdi { (person.name) } },
                            None => bdi { (person.name) },
                        }
                        small { (person.small) }
                    }
                    @if let Some((href, words)) = &person.reach {
                        a class="btn btn--sm btn--icon" href=(href) aria-label=(words) {
                            (ic(if href.starts_with("tel:") { Icon::Phone } else { Icon::Mail }))
                        }
                    }
                }
            }
        }
    }
}

/// Each task is its own small form: the button ticks it, with or without a script.
fn task_card(shell: &Shell, t: &TaskCard) -> Markup {
    let w = shell.words;
    card(
        Some(Icon::CircleCheck),
        &w.t("cases-tasks"),
        &html! { span class="small muted" { (t.sum) } },
        &html! {
            @if t.tasks.is_empty() { p class="muted small" { (w.t("cases-tasks-none")) } }
            ul role="list" class="tasks" {
                @for task in &t.tasks {
                    li class=[task.is_done.then_some("is-done")] {
                        form method="post" action=(task.url) {
                            (seal(shell, &format!("task-{}", task.id)))
                            (hidden("task", &task.id))
                            button class="taskbox" type="submit" aria-pressed=(task.is_done.to_string())
                                aria-label=(w.tr(if task.is_done { "cases-task-undo" } else { "cases-task-do" }, &[("task", (&task.text).into())])) {
                                @if task.is_done { (ic(Icon::Check)) }
                            }
                        }
                        span {
                            (task.text)
                            @if let Some(due) = &task.due {
                                small class={ @if task.is_late { "danger-text" } @else { "faint" } } {
                                    @if task.is_late { (w.t("cases-task-late")) " " }
                                    (due.html())
                                }
                            }
                        }
                    }
                }
            }
            @if let Some(url) = &t.add_url {
                form class="addline" method="post" action=(url) {
                    (seal(shell, "task-add"))
                    label class="sr" for="new-task" { (w.t("cases-task-new")) }
                    input class="input" id="new-task" name="text" placeholder=(w.t("cases-task-new")) autocomplete="off" required;
                    button class="btn" type="submit" { (w.t("cases-add")) }
                }
            }
        },
    )
}

/// An act on a promise or a clock, shown with the clocks: pause, resume, extend.
pub fn clock_acts(shell: &Shell, all: &[Act]) -> Markup {
    html! { div class="cluster" { @for a in all { (act(shell, a)) } } }
}
