//! A case and what hangs on it, with invented people.

use maud::Markup;
use pages::cases::close_view::{CloseView, close_page};
use pages::cases::list_view::{CasesView, cases_page};
use pages::cases::view::{CasePerson, CaseView, ReleaseCard, TaskCard, TaskLine, case_page};
use pages::ui::card::{CheckLine, CheckState, Fact, MiniLine};
use pages::ui::composer::{Composer, ComposerKind, ComposerPanel, call_fields};
use pages::ui::form::{Act, Choice, Field, Input, Radios};
use pages::ui::gallery::{clock_samples, ribbon_sample};
use pages::ui::head::{Crumb, HeadFact, RecordHead};
use pages::ui::icon::Icon;
use pages::ui::list::{Row, RowKind};
use pages::ui::next_step::NextStep;
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::Shell;
use pages::ui::timeline::{Dot, Entry, TimelineItem};

use super::samples::{tab, when};

pub fn head(shell: &Shell, title: &str, lede: &str, here: Option<&str>) -> RecordHead {
    let w = shell.words;
    let mut crumbs = vec![Crumb::link(w.t("shell-cases"), "/cases")];
    match here {
        Some(here) => crumbs.extend([
            Crumb::reference("7K4-M2Q", Some("/cases/7K4-M2Q".into())),
            Crumb::here(here),
        ]),
        None => crumbs.push(Crumb::reference("7K4-M2Q", None)),
    }
    RecordHead {
        crumbs,
        title: title.into(),
        pills: Vec::new(),
        lede: lede.into(),
    }
}

fn entry(dot: Dot, icon: Icon, who: &str, did: &str, at: &str, text: &str) -> Entry {
    Entry {
        id: format!("e-{}", at.replace([' ', ',', ':'], "")),
        dot,
        icon,
        who: who.into(),
        did: did.into(),
        when: when(at),
        text: text.into(),
        quoted: String::new(),
        attachments: Vec::new(),
        pills: Vec::new(),
        foot: Vec::new(),
        is_private: false,
    }
}

pub fn timeline() -> Vec<TimelineItem> {
    let boxed = |e: Entry| TimelineItem::Entry(Box::new(e));
    vec![
        TimelineItem::Day("November".into()),
        boxed(Entry {
            attachments: vec![("/documents/1".into(), "Interim-reply-Olasky.pdf, 2 pages".into())],
            pills: vec![Pill::new("Agency commitment: Nov 24", Tone::Warn, Icon::Clock)],
            foot: vec!["Matched by reference VCB-88-20417".into()],
            ..entry(
                Dot::In,
                Icon::Landmark,
                "Veterans Claims Bureau",
                "sent an interim reply",
                "Nov 10, 3:14 pm",
                "The claim file shows an audiology examination dated June 12. The regional office has opened a review to confirm whether it was considered. We expect to answer by November 24.",
            )
        }),
        boxed(Entry {
            is_private: true,
            foot: vec!["Staff only".into()],
            ..entry(
                Dot::Note,
                Icon::StickyNote,
                "You",
                "wrote a note",
                "Nov 5, 11:20 am",
                "Third case this month where the exam report is in the file but not in the decision letter. Told Wendell.",
            )
        }),
        boxed(Entry {
            foot: vec!["Agreed: contact every 14 days, mornings, phone".into()],
            ..entry(
                Dot::Out,
                Icon::Phone,
                "You",
                "called Harriet, 12 minutes",
                "Nov 3, 10:05 am",
                "She is not sleeping well because of the ringing and is worried about the appeal deadline. Told her the deadline is February 2 and that our inquiry does not use it up.",
            )
        }),
        TimelineItem::Day("October".into()),
        boxed(Entry {
            foot: vec!["Acknowledged by the bureau Oct 9: “received, file requested”".into()],
            ..entry(
                Dot::Out,
                Icon::Landmark,
                "You",
                "sent an inquiry to the bureau",
                "Oct 8, 9:02 am",
                "Asked the regional office to confirm that the June 12 examination was considered and, if not, to correct the decision without a new claim.",
            )
        }),
        boxed(Entry {
            foot: vec!["Covers Veterans Claims Bureau, claim and exam records".into()],
            ..entry(
                Dot::Good,
                Icon::FileSignature,
                "Harriet",
                "signed the privacy release",
                "Oct 6, 7:48 pm",
                "",
            )
        }),
        TimelineItem::Locked {
            title: "Restricted note.".into(),
            text: "Kept by Wendell Achebe.".into(),
            ask: Some(("/ask".into(), "Ask for access".into())),
        },
        boxed(Entry {
            quoted: "From the bureau: your claim has been decided.".into(),
            ..entry(
                Dot::In,
                Icon::Mail,
                "Harriet",
                "wrote to the office",
                "Oct 3, 4:31 pm",
                "I served eleven years and I can’t hear my granddaughter on the phone. They sent me to an exam and then the letter says there was no exam. I don’t want special treatment. I want somebody to read what’s in the folder.",
            )
        }),
        TimelineItem::Event {
            text: "Case opened from the web form. Assigned to Noor by topic.".into(),
            when: when("Oct 3"),
        },
    ]
}

fn composer(shell: &Shell) -> Composer {
    let w = shell.words;
    let name = [("name", "Harriet".into())];
    let follow_up = vec![
        Choice::new("2026-11-24", "Nov 24, when the answer is due"),
        Choice::new("1", w.tr("cases-compose-follow-days", &[("n", 1.into())])),
        Choice::new("7", w.tr("cases-compose-follow-days", &[("n", 7.into())])),
        Choice::new("", w.t("cases-compose-follow-none")),
    ];
    let panel = |kind, placeholder: String, button: String| ComposerPanel {
        kind,
        action: "/cases/7K4-M2Q/entries".into(),
        draft_url: "/cases/7K4-M2Q/drafts".into(),
        placeholder,
        button,
        follow_up: follow_up.clone(),
        ..ComposerPanel::default()
    };
    Composer {
        chosen: ComposerKind::Note,
        panels: vec![
            ComposerPanel {
                private_label: w.t("cases-compose-private"),
                draft_note: w.t("common-draft-saved"),
                ..panel(
                    ComposerKind::Note,
                    w.tr("cases-compose-note-placeholder", &name),
                    w.t("cases-compose-save-note"),
                )
            },
            ComposerPanel {
                fields: call_fields(w, vec![Choice::new("1", "Harriet Olasky, (555) 013-4402")]),
                ..panel(
                    ComposerKind::Call,
                    w.t("cases-compose-call-placeholder"),
                    w.t("cases-compose-save-call"),
                )
            },
            ComposerPanel {
                kind: ComposerKind::Letter,
                button: w.t("cases-compose-write-letter"),
                link: Some((
                    "/cases/7K4-M2Q/letters/new".into(),
                    w.tr("cases-compose-letter-placeholder", &name),
                )),
                ..ComposerPanel::default()
            },
            ComposerPanel {
                kind: ComposerKind::Inquiry,
                button: w.t("cases-compose-start-inquiry"),
                link: Some((
                    "/cases/7K4-M2Q/inquiries/new".into(),
                    w.t("cases-compose-inquiry-text"),
                )),
                ..ComposerPanel::default()
            },
        ],
        closed: String::new(),
    }
}

pub fn case(shell: &Shell) -> Markup {
    let w = shell.words;
    let task = |id: &str, text: &str, due: Option<&str>, is_late, is_done| TaskLine {
        id: id.into(),
        text: text.into(),
        due: due.map(when),
        is_late,
        is_done,
        url: "/cases/7K4-M2Q/tasks/1".into(),
    };
    case_page(shell, &CaseView {
        head: RecordHead {
            pills: vec![Pill::new(w.t("cases-turn-agency"), Tone::Info, Icon::Hourglass)],
            ..head(shell, "Harriet Olasky", "Hearing exam ignored when her veterans claim was decided. She wants it looked at again.", None)
        },
        title: "7K4-M2Q Harriet Olasky".into(),
        facts: vec![
            HeadFact::new(Icon::Landmark, "Veterans Claims Bureau"), HeadFact::new(Icon::Tag, "Disability rating"),
            HeadFact::new(Icon::UserRound, "Noor Haddad-Ellis"), HeadFact::new(Icon::Languages, "English, large print"),
        ],
        clocks: clock_samples(),
        new_inquiry_href: Some("/cases/7K4-M2Q/inquiries/new".into()),
        close_href: Some("/cases/7K4-M2Q/close".into()),
        phase_href: Some("/cases/7K4-M2Q/phase".into()),
        next: Some(NextStep {
            title: w.tr("cases-next-title", &[("step", w.tr("cases-next-follow-up", &[("name", "Harriet".into())]).into())]),
            text: "Nothing new from the bureau yet, but she has not heard from us for 16 days. A short “still on it” call keeps our promise.".into(),
            links: vec![("#add".into(), "Log a call".into(), Some(Icon::Phone)), ("/cases/7K4-M2Q/letters/new".into(), "Draft a check-in".into(), Some(Icon::Mail))],
            not_now: Some(Act::new("/cases/7K4-M2Q/not-now", w.t("cases-next-not-now")).class("btn btn--quiet")),
            reasons: vec!["Your office promises contact every 14 days.".into(), "She prefers calls before noon. It is 9:30 am.".into()],
        }),
        composer: composer(shell),
        filters: ["cases-show-all", "cases-show-agency", "cases-show-notes", "cases-show-documents"]
            .iter().enumerate().map(|(i, key)| tab(&w.t(key), None, i == 0)).collect(),
        items: timeline(),
        ribbon: ribbon_sample(),
        release: ReleaseCard {
            pill: Pill::new(w.t("cases-release-signed"), Tone::Ok, Icon::Check),
            facts: vec![
                Fact::new("Signed by", "Harriet Olasky, Oct 6, 2026"), Fact::new("May ask", "Veterans Claims Bureau"),
                Fact::new("About", "Claim and exam records"), Fact::new("Ends", "Oct 6, 2027"),
            ],
            view_href: Some("/cases/7K4-M2Q/releases/1".into()), record_href: Some("/cases/7K4-M2Q/releases/new".into()), none: String::new(),
        },
        people: vec![
            CasePerson { name: "Harriet Olasky".into(), href: Some("/people/1".into()), small: "(555) 013-4402, mornings. Hard of hearing: speak slowly.".into(), tone: Tone::Plain, reach: Some(("tel:+15550134402".into(), "Call Harriet".into())) },
            CasePerson { name: "Ines Olasky".into(), small: "Daughter. We may talk to her about this case only.".into(), tone: Tone::Plum, ..CasePerson::default() },
        ],
        add_person_href: Some("/cases/7K4-M2Q/people/new".into()),
        tasks: TaskCard {
            sum: w.tr("cases-tasks-sum", &[("done", 1.into()), ("all", 3.into())]),
            tasks: vec![
                task("1", "Call Harriet with an update", Some("Nov 17"), true, false), task("2", "Check bureau answer", Some("Nov 24"), false, false),
                task("3", "Collect exam report", None, false, true),
            ],
            add_url: Some("/cases/7K4-M2Q/tasks".into()),
        },
        inquiries: vec![MiniLine::thing(Icon::Landmark, "Veterans Claims Bureau", "Sent Oct 8, their number VCB-88-20417").to("/cases/7K4-M2Q/inquiries/1").pill(Pill::new("Interim reply", Tone::Info, Icon::Reply))],
        documents: vec![MiniLine::thing(Icon::FileText, "Exam report, June 12", "3 pages, from Harriet").to("/documents/2")],
        add_document_href: Some("/cases/7K4-M2Q/documents/new".into()),
        related: vec![MiniLine::thing(Icon::History, w.t("cases-related-ledger"), w.t("cases-related-ledger-small")).to("/cases/7K4-M2Q/ledger")],
        ..CaseView::default()
    })
}

pub fn list(shell: &Shell) -> Markup {
    let w = shell.words;
    let any = |key: &str, name: &str| {
        Field::new(
            name,
            w.t(key),
            Input::Pick(vec![Choice::new("", w.t("cases-filter-any"))]),
        )
    };
    let row = |name: &str, subject: &str, reference: &str, p: Pill| Row {
        kind: RowKind::Plain,
        href: "/cases/7K4-M2Q".into(),
        name: name.into(),
        subject: subject.into(),
        reference: reference.into(),
        meta: vec!["Opened October 3, 2026. With Noor.".into()],
        pills: vec![p],
        ..Row::default()
    };
    cases_page(
        shell,
        &CasesView {
            sub: "57 open cases".into(),
            tabs: vec![
                tab(&w.t("cases-view-mine"), Some(57), true),
                tab(&w.t("cases-view-all"), Some(311), false),
                tab(&w.t("cases-view-closed"), None, false),
            ],
            filters: vec![
                any("cases-filter-phase", "phase"),
                any("cases-filter-agency", "agency"),
                any("cases-filter-owner", "owner"),
            ],
            rows: vec![
                row(
                    "Harriet Olasky",
                    "Hearing exam not read",
                    "7K4-M2Q",
                    Pill::new(w.t("cases-turn-agency"), Tone::Info, Icon::Hourglass),
                ),
                row(
                    "Josiah Pritchard-Bell",
                    "Disability back pay not received",
                    "4D9-T7C",
                    Pill::new("1 day late", Tone::Danger, Icon::Clock),
                ),
            ],
            ..CasesView::default()
        },
    )
}

pub fn close(shell: &Shell) -> Markup {
    let w = shell.words;
    let missing = "Choose how it ended";
    close_page(
        shell,
        &CloseView {
            title: w.t("cases-close"),
            head: head(
                shell,
                &w.t("cases-close"),
                "Harriet Olasky, 47 days",
                Some(&w.t("cases-close")),
            ),
            url: "/cases/7K4-M2Q/close".into(),
            cancel_href: "/cases/7K4-M2Q".into(),
            errors: vec![("outcome".into(), missing.into())],
            outcomes: vec![
                Choice::with_hint("full", "She got what she asked for", "In full"),
                Choice::with_hint("part", "She got part of it", "Say what is left"),
                Choice::with_hint(
                    "no",
                    "Closed with an answer, not the one hoped for",
                    "Say what she can do next",
                ),
            ],
            told_how: vec![
                Choice::new("letter", "By letter"),
                Choice::new("phone", "By phone"),
            ],
            open: vec![Radios {
                name: "inquiry-1".into(),
                legend: w.tr(
                    "cases-close-open-inquiry",
                    &[("agency", "Veterans Claims Bureau".into())],
                ),
                choices: vec![
                    Choice::new("withdraw", w.t("cases-close-inquiry-withdraw")),
                    Choice::new("keep", w.t("cases-close-inquiry-keep")),
                ],
                ..Radios::default()
            }],
            record: vec![
                Fact::new("Opened", "October 3"),
                Fact::new("Inquiries", "One, with an interim reply"),
                Fact::new("Tasks", "Two open, ended with the case"),
            ],
            follows: vec![CheckLine::new(
                CheckState::Ok,
                "In four weeks, on December 17, Harriet is asked whether it is solved",
            )],
            version: "7".into(),
            ..CloseView::default()
        },
    )
}
