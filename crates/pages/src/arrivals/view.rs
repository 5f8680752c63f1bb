//! Arrivals on a page: the list by verdict with its reasons, the open one to read, and five acts with their keys.

use maud::{Markup, html};

use crate::ui::arrival_row::{ArrivalRow, arrival_row};
use crate::ui::card::{CheckLine, checks};
use crate::ui::empty::{Empty, empty};
use crate::ui::form::{Choice, Field, field, seal};
use crate::ui::head::page_head;
use crate::ui::icon::{Icon, ic};
use crate::ui::list::{GroupHead, group, hint_bar};
use crate::ui::match_card::{MatchCard, match_card};
use crate::ui::panel::{Panel, panel, panel_button};
use crate::ui::pill::{Pill, pill};
use crate::ui::shell::{Shell, page};
use crate::ui::table::{Pager, pager};
use crate::ui::tabs::{Tab, tabs};

#[derive(Debug, Clone, Default)]
pub struct ArrivalsView {
    /// "231 came in since yesterday at 5 pm. Nine need a person."
    pub sub: String,
    pub tabs: Vec<Tab>,
    pub groups: Vec<ArrivalGroup>,
    pub pager: Pager,
    pub reader: Option<Reader>,
    /// Setting several aside at once, with one reason; without it rows have no boxes.
    pub batch: Option<BatchSetAside>,
}

#[derive(Debug, Clone, Default)]
pub struct BatchSetAside {
    pub url: String,
    pub reasons: Vec<Choice>,
}

#[derive(Debug, Clone, Default)]
pub struct ArrivalGroup {
    pub head: GroupHead,
    pub rows: Vec<ArrivalRow>,
    /// Address and words of what is not shown here.
    pub more: Option<(String, String)>,
}

/// The open arrival.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    pub verdict: Pill,
    /// "E-mail to help@, today 8:34 am".
    pub received: String,
    /// The raw bytes, as they came.
    pub raw_href: String,
    pub subject: String,
    pub from_name: String,
    pub from_address: String,
    pub text: String,
    /// The line to fold it under, and the earlier text.
    pub quoted: Option<(String, String)>,
    pub signature: String,
    /// Where the cleaned HTML is served, for a sandboxed frame.
    pub html_href: Option<String>,
    pub attachments: Vec<Attachment>,
    pub matches: Vec<MatchCard>,
    pub match_note: String,
    pub why: Vec<CheckLine>,
    /// Said at the foot: outside pictures were not loaded.
    pub note: String,
    /// Empty once it has been dealt with.
    pub acts: Vec<ArrivalAct>,
    /// What was done with it, when it was: words, and where that led.
    pub handled: Option<(String, Option<(String, String)>)>,
}

#[derive(Debug, Clone)]
pub struct Attachment {
    pub icon: Icon,
    pub name: String,
    pub small: String,
    pub pill: Pill,
    pub href: Option<String>,
}

/// What a person can do with an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrivalDeed {
    OpenCase,
    JoinCase,
    Inform,
    Transfer,
    SetAside,
}

impl ArrivalDeed {
    pub const ALL: [ArrivalDeed; 5] = [
        ArrivalDeed::OpenCase,
        ArrivalDeed::JoinCase,
        ArrivalDeed::Inform,
        ArrivalDeed::Transfer,
        ArrivalDeed::SetAside,
    ];

    /// The id of its panel, and the last part of the address it posts to.
    pub fn id(self) -> &'static str {
        match self {
            ArrivalDeed::OpenCase => "open",
            ArrivalDeed::JoinCase => "join",
            ArrivalDeed::Inform => "inform",
            ArrivalDeed::Transfer => "transfer",
            ArrivalDeed::SetAside => "set-aside",
        }
    }

    fn key(self) -> char {
        match self {
            ArrivalDeed::OpenCase => 'o',
            ArrivalDeed::JoinCase => 'm',
            ArrivalDeed::Inform => 'i',
            ArrivalDeed::Transfer => 't',
            ArrivalDeed::SetAside => 'a',
        }
    }

    fn icon(self) -> Icon {
        match self {
            ArrivalDeed::OpenCase => Icon::FolderPlus,
            ArrivalDeed::JoinCase => Icon::FolderInput,
            ArrivalDeed::Inform => Icon::BookOpen,
            ArrivalDeed::Transfer => Icon::Forward,
            ArrivalDeed::SetAside => Icon::Archive,
        }
    }

    fn words(self) -> &'static str {
        match self {
            ArrivalDeed::OpenCase => "arrivals-open",
            ArrivalDeed::JoinCase => "arrivals-join",
            ArrivalDeed::Inform => "arrivals-inform",
            ArrivalDeed::Transfer => "arrivals-transfer",
            ArrivalDeed::SetAside => "arrivals-set-aside",
        }
    }
}

/// One act with the fields it asks for. It posts to `url`; with errors it comes back open.
#[derive(Debug, Clone)]
pub struct ArrivalAct {
    pub deed: ArrivalDeed,
    pub url: String,
    pub fields: Vec<Field>,
    pub errors: Vec<(String, String)>,
    pub note: String,
}

pub fn arrivals_page(shell: &Shell, v: &ArrivalsView) -> Markup {
    let w = shell.words;
    let main = html! {
        (page_head(&w.t("arrivals-title"), &v.sub, &html! {
            a class="btn" href="/intake/new" { (ic(Icon::PhoneIncoming)) (w.t("arrivals-log-call")) }
        }))
        (tabs(&w.t("arrivals-kinds"), &v.tabs))
        div class="triage" {
            div {
                @if v.groups.is_empty() {
                    div class="card" { (empty(&Empty {
                        icon: Icon::CircleCheck, title: w.t("arrivals-empty-title"), text: w.t("arrivals-empty"),
                        link: Some(("/work".into(), w.t("arrivals-empty-link"))),
                    })) }
                } @else {
                    (list_of(shell, v))
                    (hint_bar(&[
                        (&["j", "k"], w.t("keys-hint-move")), (&["Enter"], w.t("keys-hint-open")),
                        (&["u"], w.t("keys-hint-undo")), (&["?"], w.t("keys-hint-all")),
                    ]))
                }
            }
            @match &v.reader {
                Some(reader) => (reading_pane(shell, reader)),
                None => section class="reader card" id="reading" { (empty(&Empty {
                    icon: Icon::BookOpen, title: w.t("arrivals-choose-title"), text: w.t("arrivals-choose"), link: None,
                })) },
            }
        }
    };
    page(shell, &w.t("arrivals-title"), &main)
}

fn list_of(shell: &Shell, v: &ArrivalsView) -> Markup {
    let w = shell.words;
    let list = html! {
        div class="listcard" { @for g in &v.groups { (one_group(shell, g)) } }
        (pager(w, &v.pager))
    };
    let Some(batch) = &v.batch else {
        return list;
    };
    html! {
        form method="post" action=(batch.url) {
            (seal(shell, "arrivals"))
            (list)
            div class="batch" role="group" aria-label=(w.t("work-selected")) {
                strong data-n=(w.tr("work-n-selected", &[("n", "#".into())])) {}
                label class="sr" for="batch-why" { (w.t("arrivals-field-set-aside-why")) }
                select class="input" id="batch-why" name="why" autocomplete="off" {
                    @for reason in &batch.reasons { option value=(reason.value) { (reason.text) } }
                }
                button class="btn btn--sm" type="submit" { (ic(Icon::Archive)) (w.t("arrivals-set-aside")) }
            }
        }
    }
}

fn one_group(shell: &Shell, g: &ArrivalGroup) -> Markup {
    group(
        &g.head,
        &html! {
            @for row in &g.rows { (arrival_row(shell, row)) }
            @if let Some((href, text)) = &g.more { li class="more" { a href=(href) { (text) } } }
        },
    )
}

/// The open arrival, also used alone on its own address.
pub fn reading_pane(shell: &Shell, r: &Reader) -> Markup {
    let w = shell.words;
    html! {
        article class="reader card" id="reading" aria-labelledby="rd-t" tabindex="-1" {
            header class="reader__head" {
                div class="between" {
                    div class="cluster" { (pill(&r.verdict)) span class="small muted" { (r.received) } }
                    @if !r.raw_href.is_empty() { a class="small" href=(r.raw_href) { (w.t("arrivals-raw")) } }
                }
                h2 class="serif" id="rd-t" { bdi { (r.subject) } }
                p class="small muted" {
                    bdi { (r.from_name) } @if !r.from_address.is_empty() { " " bdi { "<" (r.from_address) ">" } }
                }
            }
            (letter_text(shell, r))
            @if !r.attachments.is_empty() { (attachments(shell, &r.attachments)) }
            div class="reader__two" {
                section aria-labelledby="rd-m" {
                    h3 id="rd-m" { (w.t("arrivals-who")) }
                    @if r.matches.is_empty() { p class="small muted mt2" { (w.t("arrivals-nobody-known")) } }
                    div class="stack-sm mt2" { @for m in &r.matches { (match_card(shell, m)) } }
                    @if !r.match_note.is_empty() { p class="small muted mt2" { (r.match_note) } }
                }
                section aria-labelledby="rd-w" {
                    h3 id="rd-w" { (w.t("arrivals-why")) }
                    div class="mt2" { (checks(&r.why)) }
                }
            }
            @if !r.note.is_empty() { p class="small faint reader__note" { (ic(Icon::EyeOff)) (r.note) } }
            (acts(shell, r))
        }
    }
}

fn letter_text(shell: &Shell, r: &Reader) -> Markup {
    let w = shell.words;
    html! {
        div class="mailtext" {
            @if r.text.is_empty() { p class="muted" { (w.t("arrivals-no-text")) } } @else { p { (r.text) } }
            @if !r.signature.is_empty() { p class="muted" { (r.signature) } }
        }
        @if let Some((line, text)) = &r.quoted {
            details class="quoted" { summary { (ic(Icon::Quote)) (line) } p { (text) } }
        }
        @if let Some(href) = &r.html_href {
            details class="quoted" {
                summary { (ic(Icon::File)) (w.t("arrivals-as-designed")) }
                // No script, no form, no outside picture: the frame's own policy forbids them, and so does the sandbox.
                iframe class="mailframe" sandbox="" loading="lazy" referrerpolicy="no-referrer" src=(href)
                    title=(w.t("arrivals-as-designed")) {}
            }
        }
    }
}

fn attachments(shell: &Shell, all: &[Attachment]) -> Markup {
    let w = shell.words;
    html! {
        section class="reader__sec" aria-labelledby="rd-a" {
            h3 id="rd-a" { (w.t("arrivals-attachments")) }
            ul role="list" class="mini" {
                @for one in all {
                    li {
                        (ic(one.icon))
                        span { bdi { (one.name) } small { (one.small) } }
                        span class="cluster" {
                            (pill(&one.pill))
                            @if let Some(href) = &one.href {
                                a class="btn btn--sm" href=(href) {
                                    (w.t("arrivals-attachment-open")) span class="sr" { " " (one.name) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn acts(shell: &Shell, r: &Reader) -> Markup {
    let w = shell.words;
    if let Some((text, link)) = &r.handled {
        return html! {
            div class="acts" {
                span class="cluster" {
                    (ic(Icon::CircleCheck)) (text)
                    @if let Some((href, words)) = link { a href=(href) { (words) } }
                }
            }
        };
    }
    if r.acts.is_empty() {
        return html! {};
    }
    let panels: Vec<(&ArrivalAct, Panel)> = r.acts.iter().map(|a| (a, panel_of(shell, a))).collect();
    html! {
        @for (a, p) in panels.iter().filter(|(_, p)| !p.errors.is_empty()) { (act_panel(shell, a, p)) }
        div class="acts" role="group" aria-label=(w.t("arrivals-acts")) {
            @for (a, p) in &panels {
                (panel_button(p, a.deed.icon(), &w.t(a.deed.words()), a.deed.key(), a.deed == ArrivalDeed::OpenCase))
            }
        }
        @for (a, p) in panels.iter().filter(|(_, p)| p.errors.is_empty()) { (act_panel(shell, a, p)) }
    }
}

fn panel_of(shell: &Shell, a: &ArrivalAct) -> Panel {
    Panel {
        id: a.deed.id(),
        title: shell.words.t(a.deed.words()),
        url: a.url.clone(),
        errors: a.errors.clone(),
    }
}

fn act_panel(shell: &Shell, a: &ArrivalAct, p: &Panel) -> Markup {
    let w = shell.words;
    let fields = html! {
        @if !a.note.is_empty() { p class="muted small" { (a.note) } }
        div class="formgrid" { @for f in &a.fields { (field(w, f)) } }
    };
    let foot = html! {
        button class="btn btn--primary" type="submit" { (ic(a.deed.icon())) (w.t(a.deed.words())) }
    };
    panel(shell, p, &fields, &foot)
}
