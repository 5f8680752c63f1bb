//! The frame of every staff page: the rail, the bar for phones, the live region, the dialogs, the toast.
//!
//! It holds no script and no style of its own; everything it needs from the server stands in `Shell`.

use maud::{DOCTYPE, Markup, html};

use super::dialogs;
use super::icon::{Icon, ic, mark};
use super::pill::{Tone, avatar, count, initials};
use super::toast::{Toast, toast};
use crate::assets;
use crate::words::Words;

/// Which place of the rail a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Work,
    Arrivals,
    Intake,
    Cases,
    People,
    Letters,
    Staff,
    Elsewhere,
}

/// Light or dark; `System` follows the device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub fn from_word(word: &str) -> Theme {
        match word {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }

    fn attribute(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// Who is working.
#[derive(Debug, Clone, Default)]
pub struct Me {
    pub name: String,
    /// The role in words.
    pub role: String,
}

#[derive(Debug, Clone, Default)]
pub struct NavLink {
    pub href: String,
    pub text: String,
}

/// Everything the frame needs, made once for a request.
#[derive(Clone)]
pub struct Shell {
    pub words: &'static Words,
    pub office: String,
    pub me: Me,
    pub here: Place,
    pub work_count: Option<u64>,
    pub arrivals_count: Option<u64>,
    /// Whether this person may open the staff page.
    pub may_see_staff: bool,
    pub saved_views: Vec<NavLink>,
    pub csrf: String,
    /// Random for each page, the stem of the keys that make a form safe to send twice.
    pub once: String,
    /// The nonce of this answer's Content-Security-Policy.
    pub nonce: String,
    pub theme: Theme,
    pub compact: bool,
    pub toast: Option<Toast>,
    /// Where "Print, for whom?" asks for a copy; without it no printing is offered.
    pub print_url: Option<String>,
    /// The settable clock of a demo, in words.
    pub demo_clock: Option<String>,
}

/// A whole staff page. `title` has no name of a restricted case in it; that is the caller's promise.
pub fn page(shell: &Shell, title: &str, main: &Markup) -> Markup {
    let w = shell.words;
    html! {
        (DOCTYPE)
        html lang=(w.lang().code()) dir="ltr" data-theme=[shell.theme.attribute()]
            data-density=[shell.compact.then_some("compact")] {
            (head(title, &shell.nonce))
            body {
                a class="skip" href="#main" { (w.t("shell-skip")) }
                div class="app" {
                    (phone_bar(w))
                    (rail(shell))
                    main class="page" id="main" tabindex="-1" {
                        (offline(w))
                        @if let Some(clock) = &shell.demo_clock {
                            (demo_clock(shell, clock))
                        }
                        @if let Some(t) = &shell.toast { (toast(shell, t)) }
                        (main)
                    }
                    (quick_bar(shell))
                }
                @if let Some(url) = &shell.print_url { (dialogs::print_for_whom(w, url)) }
                div class="sr" id="live" role="status" aria-live="polite" {}
                (dialogs::shortcuts(w))
            }
        }
    }
}

/// A page without the rail: login, the first code, an error before anyone is known.
pub fn bare_page(w: &Words, theme: Theme, nonce: &str, title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(w.lang().code()) dir="ltr" data-theme=[theme.attribute()] {
            (head(title, nonce))
            body class="barepage" {
                a class="skip" href="#main" { (w.t("shell-skip")) }
                main class="bare" id="main" tabindex="-1" { (main) }
                div class="sr" id="live" role="status" aria-live="polite" {}
            }
        }
    }
}

fn head(title: &str, nonce: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) " – Casework" }
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="htmx-config" content="extensions:\"hx-csp\",history:\"reload\",includeIndicatorCSS:false";
            link rel="icon" href=(assets::url("favicon.svg")) type="image/svg+xml";
            link rel="preload" href=(assets::url("public-sans-latin-wght-normal.woff2")) as="font"
                type="font/woff2" crossorigin;
            link rel="stylesheet" href=(assets::url("tokens.css"));
            link rel="stylesheet" href=(assets::url("app.css"));
            script src=(assets::url("htmx.js")) nonce=(nonce) defer {}
            script src=(assets::url("hx-csp.js")) nonce=(nonce) defer {}
            script src=(assets::url("app.js")) nonce=(nonce) defer {}
        }
    }
}

fn phone_bar(w: &Words) -> Markup {
    html! {
        nav class="phonebar" aria-label=(w.t("shell-top-bar")) {
            a class="brand" href="/work" { (mark()) span { "Casework" } }
            a class="btn btn--quiet btn--icon" href="/search" aria-label=(w.t("shell-search")) { (ic(Icon::Search)) }
            button class="btn btn--quiet btn--icon" type="button" popovertarget="side" aria-label=(w.t("shell-menu")) {
                (ic(Icon::Menu))
            }
        }
    }
}

fn rail(shell: &Shell) -> Markup {
    let w = shell.words;
    html! {
        header class="side" id="side" popover aria-label=(w.t("shell-navigation")) {
            button class="btn btn--quiet btn--icon side__close" type="button" popovertarget="side"
                popovertargetaction="hide" aria-label=(w.t("shell-close-menu")) { (ic(Icon::X)) }
            a class="brand" href="/work" { (mark()) span { "Casework" small { (shell.office) } } }
            form role="search" action="/search" class="mb4" aria-label=(w.t("shell-search-label")) {
                label class="sr" for="search" { (w.t("shell-search-label")) }
                input class="input" id="search" name="q" type="search" placeholder=(w.t("shell-search-placeholder"))
                    autocomplete="off";
            }
            (main_nav(shell))
            @if !shell.saved_views.is_empty() {
                nav class="nav" aria-label=(w.t("shell-saved-views")) {
                    p class="nav__label" { (w.t("shell-saved-views")) }
                    @for view in &shell.saved_views {
                        a href=(view.href) { (ic(Icon::Star)) span { (view.text) } }
                    }
                }
            }
            (rail_foot(shell))
        }
    }
}

fn main_nav(shell: &Shell) -> Markup {
    let w = shell.words;
    let link = |place: Place, href: &str, icon: Icon, key: &str, go: &str, extra: Markup| {
        html! {
            a href=(href) aria-current=[(shell.here == place).then_some("page")] data-go=(go) {
                (ic(icon)) span { (w.t(key)) } (extra)
            }
        }
    };
    let none = || html! {};
    let work = html! { @if let Some(n) = shell.work_count {
        (count(n, &w.tr("shell-items-today", &[("n", n.into())])))
    } };
    let arrivals = html! { @if let Some(n) = shell.arrivals_count { (count(n, &w.t("shell-to-read"))) } };
    html! {
        nav class="nav" aria-label=(w.t("shell-main-nav")) {
            (link(Place::Work, "/work", Icon::Inbox, "shell-work", "w", work))
            (link(Place::Arrivals, "/arrivals", Icon::Mailbox, "shell-arrivals", "a", arrivals))
            (link(Place::Intake, "/intake/new", Icon::PhoneIncoming, "shell-intake", "i", none()))
            (link(Place::Cases, "/cases", Icon::FolderOpen, "shell-cases", "c", none()))
            (link(Place::People, "/people", Icon::UsersRound, "shell-people", "p", none()))
            (link(Place::Letters, "/outbox", Icon::Send, "shell-outbox", "l", none()))
            @if shell.may_see_staff {
                (link(Place::Staff, "/admin/staff", Icon::KeyRound, "shell-staff", "t", none()))
            }
        }
    }
}

fn rail_foot(shell: &Shell) -> Markup {
    let w = shell.words;
    html! {
        div class="side__foot" {
            div class="tools" {
                button class="btn btn--quiet btn--icon btn--sm" type="button" data-act="theme"
                    data-dark=(w.t("shell-theme-now-dark")) data-light=(w.t("shell-theme-now-light"))
                    aria-label=(w.t("shell-theme")) title=(w.t("shell-theme-title")) { (ic(Icon::Moon)) }
                button class="btn btn--quiet btn--icon btn--sm" type="button" data-act="density"
                    data-compact=(w.t("shell-density-now-compact"))
                    data-comfortable=(w.t("shell-density-now-comfortable"))
                    aria-label=(w.t("shell-density")) aria-pressed=(shell.compact.to_string())
                    title=(w.t("shell-density")) { (ic(Icon::Layers)) }
                button class="btn btn--quiet btn--icon btn--sm" type="button" data-act="shortcuts"
                    aria-label=(w.t("shell-shortcuts")) title=(w.t("shell-shortcuts-title")) { (ic(Icon::Keyboard)) }
                @if shell.print_url.is_some() {
                    button class="btn btn--quiet btn--icon btn--sm" type="button" data-act="print"
                        aria-label=(w.t("shell-print")) title=(w.t("shell-print-title")) { (ic(Icon::Printer)) }
                }
                form class="actform" method="post" action="/logout" {
                    (super::form::csrf(&shell.csrf))
                    button class="btn btn--quiet btn--icon btn--sm" type="submit" aria-label=(w.t("shell-log-out"))
                        title=(w.t("shell-log-out")) { (ic(Icon::LogOut)) }
                }
            }
            a class="me" href="/me" {
                (avatar(&initials(&shell.me.name), Tone::Plain))
                span { (shell.me.name) small { (shell.me.role) } }
            }
        }
    }
}

fn offline(w: &Words) -> Markup {
    html! {
        div class="banner banner--warn mb4" id="offline" hidden {
            (ic(Icon::WifiOff))
            div { strong { (w.t("shell-offline-head")) } " " span class="muted" { (w.t("shell-offline")) } }
        }
    }
}

fn quick_bar(shell: &Shell) -> Markup {
    let w = shell.words;
    let link = |place: Place, href: &str, icon: Icon, key: &str| {
        html! {
            a href=(href) aria-current=[(shell.here == place).then_some("page")] { (ic(icon)) (w.t(key)) }
        }
    };
    html! {
        nav class="quickbar noprint" aria-label=(w.t("shell-quick-links")) {
            (link(Place::Work, "/work", Icon::Inbox, "shell-work"))
            (link(Place::Arrivals, "/arrivals", Icon::Mailbox, "shell-arrivals"))
            (link(Place::Intake, "/intake/new", Icon::PhoneIncoming, "shell-intake-short"))
            (link(Place::Cases, "/cases", Icon::FolderOpen, "shell-cases"))
        }
    }
}

/// What the demo's clock stands at, and the ways to set it forward.
fn demo_clock(shell: &Shell, clock: &str) -> Markup {
    let w = shell.words;
    html! {
        form class="democlock noprint" method="post" action="/demo/clock" {
            (super::form::csrf(&shell.csrf))
            (ic(Icon::CalendarClock)) span { (clock) }
            @for days in [1_i64, 7, 28] {
                button class="btn btn--quiet btn--sm" type="submit" name="days" value=(days) {
                    (w.tr("shell-demo-forward", &[("n", days.into())]))
                }
            }
        }
    }
}
