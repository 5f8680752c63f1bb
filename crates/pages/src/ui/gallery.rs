//! Every component in its states, on one page: what the screenshots and the accessibility check look at.
//! Names, agencies and numbers are invented.

use maud::{Markup, html};

use super::banner::{Banner, banner};
use super::card::{CheckLine, CheckState, checks};
use super::clocks::{ClockState, ClockView, clocks};
use super::conflict::{Conflict, conflict};
use super::dialogs;
use super::empty::{Empty, Restricted, empty, locked, not_found, refused, restricted, skeleton, trouble};
use super::form::{Choice, Field, Input, Radios, error_summary, field, radios, segments, tick};
use super::head::page_head;
use super::icon::{Icon, ic};
use super::match_card::{MatchCard, match_card};
use super::pill::{Pill, Tone, kbd, pill};
use super::reveal::{IdentifierView, identifiers};
use super::ribbon::{PhaseLoop, PhaseState, PhaseStep, Ribbon, ribbon};
use super::safe_card::{Safe, SafeCard, Way, safe_card};
use super::shell::{Shell, page};
use super::table::{Cell, Pager, Table, pager, table};
use super::toast::{Toast, UndoAct, toast};
use crate::words::dates::When;

pub fn gallery(shell: &Shell) -> Markup {
    let part = |title: &str, inside: Markup| html! { section class="stack-sm" { h2 { (title) } (inside) } };
    let main = html! {
        (page_head("Components and states", "Every list, panel and form has these states.", &html! {}))
        div class="stack" {
            (part("Empty", empties()))
            (part("Loading", skeleton(shell.words)))
            (part("Errors", errors(shell)))
            (part("Restricted, refused, not there, trouble", hidden(shell)))
            (part("Two versions", two_versions(shell)))
            (part("Print asks “for whom?”", html! { div class="card" { (dialogs::print_form(shell.words, "/cases/7K4-M2Q/print", "st")) } }))
            (part("Success and undo", toast(shell, &Toast {
                text: "Case closed. Call Harriet tomorrow morning is on your list.".into(),
                undo: Some(UndoAct { url: "/undo".into(), fields: vec![("act".into(), "1".into())] }),
            })))
            (part("Clocks", clocks(&clock_samples())))
            (part("Phases", html! { div class="card" { div class="card__body mt3" { (ribbon(shell.words, &ribbon_sample())) } } }))
            (part("Reaching someone safely", reaching(shell)))
            (part("Forms", forms(shell)))
            (part("Matches and identifiers", matches(shell)))
            (part("Tables and paging", tables(shell)))
            (part("Buttons, pills, keys", buttons()))
        }
    };
    page(shell, "Components and states", &main)
}

fn empties() -> Markup {
    html! {
        div class="grid-2" {
            div class="card" { (empty(&Empty {
                icon: Icon::CircleCheck, title: "You’re up to date".into(),
                text: "Nothing needs you until 2:00 pm.".into(), link: Some(("/cases".into(), "See quiet cases".into())),
            })) }
            div class="card" { (empty(&Empty {
                icon: Icon::Search, title: "No one found for “Vandemeer”".into(),
                text: "We also looked for names that sound alike.".into(), link: Some(("/intake/new".into(), "Start an intake".into())),
            })) }
        }
    }
}

fn errors(shell: &Shell) -> Markup {
    let w = shell.words;
    let phone = "Enter a phone number with 10 digits, like (555) 013-2244";
    html! {
        div class="grid-2" {
            div class="stack-sm" {
                (error_summary("Fix 2 things", &[("phone".into(), phone.into()), ("who".into(), "Choose who this is about".into())]))
                (field(w, &Field::new("phone", "Phone", Input::Tel).value("555 0132").error(Some(phone))))
                (field(w, &Field::new("who", "Who this is about", Input::Choose(vec![Choice::new("1", "Harriet Olasky")]))
                    .error(Some("Choose who this is about"))))
            }
            div class="stack-sm" {
                (banner(&Banner { tone: Tone::Danger, icon: Some(Icon::CloudOff), title: "The e-mail did not go out".into(),
                    text: "The mail server did not answer at 9:41 am. Your text is saved. We’ll try again at 9:56.".into(), ..Banner::default() },
                    &html! { button class="btn btn--sm" type="button" { "Send now" } }))
                (banner(&Banner { tone: Tone::Danger, title: "Do not call the home number".into(),
                    text: "Someone in the home must not know she wrote.".into(), never_printed: true, ..Banner::default() }, &html! {}))
                (banner(&Banner { tone: Tone::Ok, title: "Restored from this morning".into(), ..Banner::default() }, &html! {}))
            }
        }
    }
}

fn hidden(shell: &Shell) -> Markup {
    let w = shell.words;
    // Each of these is a page of its own in the product, so their headings are one step higher there.
    html! {
        div class="grid-2" {
            (restricted(shell, &Restricted { who: "Three people can open it.".into(), ask_url: Some("/ask".into()) }))
            (not_found(w))
            (refused(w, "An inquiry is still open. Decide what becomes of it first.", "/cases/7K4-M2Q"))
            (trouble(w, "4F2A"))
        }
        (locked("Restricted note.", "Kept by Wendell Achebe.", Some(("/ask", "Ask for access"))))
    }
}

fn two_versions(shell: &Shell) -> Markup {
    conflict(
        shell,
        &Conflict {
            label: "What she asks".into(),
            name: "ask".into(),
            theirs: "Correct the decision without a new claim.".into(),
            who: "Priya".into(),
            when: When {
                text: "9:38 am".into(),
                datetime: "2026-11-19T09:38:00-06:00".into(),
            },
            yours: "Look at the June exam, then correct the decision.".into(),
            url: "/cases/7K4-M2Q".into(),
            version: "4".into(),
            fields: Vec::new(),
        },
    )
}

pub fn clock_samples() -> Vec<ClockView> {
    let clock = |icon, name: &str, value: &str, small: &str, state, percent| ClockView {
        icon,
        name: name.into(),
        value: value.into(),
        small: small.into(),
        state,
        percent,
    };
    vec![
        clock(
            Icon::FolderOpen,
            "Open",
            "47 days",
            "Since October 3",
            ClockState::Plain,
            Some(52),
        ),
        clock(
            Icon::Phone,
            "Since Harriet heard from us",
            "16 days",
            "2 days past our 14-day promise",
            ClockState::Late,
            Some(100),
        ),
        clock(
            Icon::Landmark,
            "Agency answer due",
            "in 5 days",
            "Tuesday, November 24",
            ClockState::Soon,
            Some(83),
        ),
        clock(
            Icon::ShieldCheck,
            "Privacy release",
            "Signed",
            "Covers the bureau until Oct 6, 2027",
            ClockState::Ok,
            None,
        ),
    ]
}

pub fn ribbon_sample() -> Ribbon {
    let step = |name: &str, state, small: &str| PhaseStep {
        name: name.into(),
        state,
        small: small.into(),
    };
    Ribbon {
        steps: vec![
            step("Intake", PhaseState::Done, "Oct 3"),
            step("Assessment", PhaseState::Done, "Oct 3 to 6"),
            step("Intervention", PhaseState::Now, "since Oct 8"),
            step("Resolution", PhaseState::Ahead, ""),
            step("Closed", PhaseState::Ahead, ""),
        ],
        loops: vec![PhaseLoop {
            from: 2,
            to: 1,
            text: "Back on Oct 7: another agency too".into(),
        }],
    }
}

fn reaching(shell: &Shell) -> Markup {
    let way = |icon, title: &str, small: &str, safe| Way {
        icon,
        title: title.into(),
        small: small.into(),
        safe,
    };
    html! {
        (safe_card(shell.words, &SafeCard {
            title: "Reaching Harriet safely".into(),
            asked: "Asked by Noor, October 3. Asked again every six months.".into(),
            ways: vec![
                way(Icon::Phone, "Call (555) 013-4402", "Weekdays before noon", Safe::Yes),
                way(Icon::MessageCircle, "Text the same number", "Short, no details", Safe::Yes),
                way(Icon::Mailbox, "Voicemail", "A neighbor shares the machine", Safe::No),
                way(Icon::Mail, "E-mail", "None given", Safe::NotAsked),
                way(Icon::FileText, "Post", "Plain envelope, large print", Safe::Yes),
                way(Icon::UsersRound, "Someone else picks up", "Only her daughter Ines", Safe::AskFirst),
            ],
            words_not_to_say: "“claim” or “benefit” to anyone else.".into(),
            shut: "(555) 013-9981 is marked unsafe since 2024, and nothing goes there.".into(),
            change_href: Some("/people/1/safe".into()),
        }))
    }
}

fn forms(shell: &Shell) -> Markup {
    let w = shell.words;
    let yes_no = vec![
        Choice::new("yes", "Yes"),
        Choice::new("no", "No"),
        Choice::new("not-asked", "Not asked"),
    ];
    html! {
        div class="card" {
            div class="card__body mt3 stack" {
                div class="formgrid" {
                    (field(w, &Field::new("g-name", "Full name", Input::Text).width(3)))
                    (field(w, &Field::new("g-on", "Signed on", Input::Date).width(3)))
                    (field(w, &Field::new("g-story", "In the caller’s own words", Input::Area(3)).hint("As it was said.").width(6)))
                }
                (segments(&Radios { name: "g-call".into(), legend: "Call back".into(), choices: yes_no, ..Radios::default() }))
                (radios(&Radios {
                    name: "g-outcome".into(), legend: "Outcome".into(), hint: "Closed is not fixed.".into(),
                    choices: vec![
                        Choice::with_hint("a", "Got what they asked for", "In full"),
                        Choice::with_hint("b", "Closed with an answer, not the one hoped for", "Say what they can do next"),
                    ],
                    ..Radios::default()
                }))
                (tick("g-tick", "yes", "This is right", "Nothing is ticked for you", false))
            }
        }
    }
}

fn matches(shell: &Shell) -> Markup {
    html! {
        div class="grid-2" {
            div class="stack-sm" {
                (match_card(shell, &MatchCard {
                    name: "Ruben Achterhoek".into(), pill: Pill { tone: Tone::Warn, ..Pill::plain("Probably the same") },
                    reasons: vec!["Same e-mail address as in 2024".into(), "Same full name".into()], is_strong: true, ..MatchCard::default()
                }))
                (checks(&[
                    CheckLine::new(CheckState::Ok, "Whose record: Josiah’s own"),
                    CheckLine::new(CheckState::No, "A signature. None on file for this agency."),
                    CheckLine::new(CheckState::Ask, "A note that he asked us to call is not his permission."),
                    CheckLine::new(CheckState::Open, "Address not known yet. Nothing waits for it."),
                ]))
            }
            div class="card" { div class="card__body mt3" { (identifiers(shell, &identifier_samples())) } }
        }
    }
}

pub fn identifier_samples() -> Vec<IdentifierView> {
    let purposes = vec![
        Choice::new("inquiry", "To put it in an inquiry"),
        Choice::new("match", "To match a letter"),
    ];
    let sample = |id: &str, name: &str, mask: &str, small: &str| IdentifierView {
        id: id.into(),
        name: name.into(),
        mask: mask.into(),
        small: small.into(),
        url: "/people/1/identifiers".into(),
        purposes: purposes.clone(),
        ..IdentifierView::default()
    };
    vec![
        sample(
            "a",
            "Veterans file number",
            "•••••417",
            "Shown once: Noor, Oct 8, for the inquiry",
        ),
        sample("b", "Social insurance number", "•••-••-6120", "Never shown"),
    ]
}

fn tables(shell: &Shell) -> Markup {
    html! {
        div class="card card--flush" {
            div class="card__body" {
                (table(&Table {
                    caption: "Consents given and ended".into(),
                    heads: ["What for", "To whom", "Until", "State"].map(String::from).to_vec(),
                    rows: vec![vec![
                        Cell::text("Claim and exam records"), Cell::text("Veterans Claims Bureau"), Cell::text("Oct 6, 2027"),
                        Cell::Pill(Pill::new("Active", Tone::Ok, Icon::Check)),
                    ]],
                }))
            }
        }
        (pager(shell.words, &Pager { newer: Some("?before=1".into()), older: Some("?after=9".into()), note: String::new() }))
    }
}

fn buttons() -> Markup {
    html! {
        div class="card" {
            div class="card__body mt3 stack-sm" {
                div class="cluster" {
                    button class="btn btn--primary" type="button" { "Primary, one per view" }
                    button class="btn" type="button" { (ic(Icon::Plus)) "Default" }
                    button class="btn btn--quiet" type="button" { "Quiet" }
                    button class="btn btn--danger" type="button" { "Destructive" }
                    button class="btn" type="button" disabled { "Disabled" }
                }
                div class="cluster" {
                    (pill(&Pill::plain("Neutral")))
                    (pill(&Pill::new("Waiting", Tone::Info, Icon::Hourglass)))
                    (pill(&Pill::new("Due soon", Tone::Warn, Icon::Clock)))
                    (pill(&Pill::new("Late", Tone::Danger, Icon::TriangleAlert)))
                    (pill(&Pill::new("Done", Tone::Ok, Icon::Check)))
                    (pill(&Pill::new("New intake", Tone::Plum, Icon::PhoneIncoming)))
                    (pill(&Pill::new("Current", Tone::Accent, Icon::CircleDot)))
                }
                div class="cluster" { (kbd("j")) (kbd("k")) (kbd("Ctrl")) (kbd("Enter")) }
            }
        }
    }
}
