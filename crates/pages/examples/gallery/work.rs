//! A morning's work, with invented people.

use maud::Markup;
use pages::ui::card::{Fact, MiniLine};
use pages::ui::form::Choice;
use pages::ui::icon::Icon;
use pages::ui::list::{GroupHead, Row, RowKind};
use pages::ui::peek::Peek;
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::Shell;
use pages::ui::tabs::Tab;
use pages::words::Words;
use pages::work::view::{WorkGroup, WorkView, work_page};

use super::samples::{tab, when};

fn row(kind: RowKind, name: &str, subject: &str, meta: &[&str]) -> Row {
    Row {
        select: Some(name.to_lowercase().replace(' ', "-")),
        kind,
        href: "/cases/7K4-M2Q".into(),
        name: name.into(),
        subject: subject.into(),
        meta: meta.iter().map(|m| (*m).to_owned()).collect(),
        ..Row::default()
    }
}

fn late(text: &str) -> Vec<Pill> {
    vec![Pill::new(text, Tone::Danger, Icon::Clock)]
}

fn work_group(id: &str, title: String, note: String, rows: Vec<Row>) -> WorkGroup {
    WorkGroup {
        head: GroupHead {
            id: id.into(),
            title,
            count: rows.len() as u64,
            note,
        },
        rows,
    }
}

pub fn work(shell: &Shell) -> Markup {
    let w = shell.words;
    let groups = vec![
        work_group(
            "g1",
            w.t("work-group-late"),
            w.t("work-group-late-note"),
            vec![
                Row {
                    pills: late("2 days late"),
                    ..row(
                        RowKind::Late,
                        "Harriet Olasky",
                        "Hearing exam result, veterans claim",
                        &[
                            "Veterans Claims Bureau",
                            "Said every 14 days, last heard 16 days ago",
                        ],
                    )
                },
                Row {
                    pills: late("1 day late"),
                    ..row(
                        RowKind::Late,
                        "Josiah Pritchard-Bell",
                        "Disability back pay not received",
                        &["Social Insurance Office", "Promised a call on Tuesday"],
                    )
                },
            ],
        ),
        work_group(
            "g2",
            w.t("work-group-replies"),
            w.t("work-group-replies-note"),
            vec![
                Row {
                    is_open: true,
                    when: Some(when("8:52 am")),
                    pills: vec![Pill::new("Urgent", Tone::Warn, Icon::TriangleAlert)],
                    ..row(
                        RowKind::Reply,
                        "Benedetto Fuentes",
                        "Passport for a funeral on Saturday",
                        &["Passport Bureau replied 38 min ago", "Travels in 2 days"],
                    )
                },
                Row {
                    when: Some(when("8:10 am")),
                    ..row(
                        RowKind::Reply,
                        "Thuy-Linh Amundsen",
                        "Spouse visa interview date",
                        &["Citizenship & Visa Service replied"],
                    )
                },
                Row {
                    when: Some(when("7:41 am")),
                    pills: vec![Pill::new("Release signed", Tone::Ok, Icon::Check)],
                    ..row(
                        RowKind::Reply,
                        "Marguerite Osei",
                        "Sent the signed privacy release",
                        &["From Marguerite", "Release covers Tax Service"],
                    )
                },
            ],
        ),
        work_group(
            "g3",
            w.t("work-group-arrivals"),
            w.tr("work-group-arrivals-note", &[("how-long", "1 h 20 min".into())]),
            vec![
                Row {
                    pills: vec![Pill {
                        tone: Tone::Danger,
                        ..Pill::plain("Today")
                    }],
                    ..row(
                        RowKind::Intake,
                        "Keturah Vandermeer",
                        "Heat shut off, benefits stopped after move",
                        &["Phone, 8:05 am"],
                    )
                },
                Row {
                    pills: vec![Pill {
                        tone: Tone::Warn,
                        ..Pill::plain("Needs a name")
                    }],
                    ..row(
                        RowKind::Intake,
                        "Name not given",
                        "Walk-in, neighbor’s housing letter",
                        &["Front desk note"],
                    )
                },
            ],
        ),
        work_group(
            "g4",
            w.t("work-group-appointments"),
            w.tr("work-group-appointments-note", &[("zone", "Central".into())]),
            vec![Row {
                when: Some(when("11:00 am")),
                ..row(
                    RowKind::Appointment,
                    "Odessa Kirkbride",
                    "Citizenship test prep",
                    &["Video, interpreter booked (Amharic)"],
                )
            }],
        ),
        work_group(
            "g5",
            w.t("work-group-due"),
            w.t("work-group-due-note"),
            vec![
                Row {
                    end: "31 days open".into(),
                    ..row(
                        RowKind::Due,
                        "Lucian Abernathy-Cho",
                        "Medal replacement for his father",
                        &["Veterans Records Center", "Answer due today"],
                    )
                },
                Row {
                    end: "58 days open".into(),
                    ..row(
                        RowKind::Due,
                        "Solveig Marchetti",
                        "Survivor benefit stopped in error",
                        &["Social Insurance Office", "Second request"],
                    )
                },
            ],
        ),
    ];
    work_page(
        shell,
        &WorkView {
            greeting: w.tr("work-good-morning", &[("name", "Noor".into())]),
            sub: format!(
                "{} {}",
                w.tr(
                    "work-sub",
                    &[("day", "Thursday, November 19".into()), ("n", 14.into())]
                ),
                w.tr("work-sub-late", &[("n", 2.into())])
            ),
            tabs: vec![
                tab(&w.t("work-view-today"), Some(14), true),
                tab(&w.t("work-view-agency"), Some(31), false),
                tab(&w.t("work-view-person"), Some(12), false),
                Tab {
                    is_hot: true,
                    ..tab(&w.tr("work-view-quiet", &[("n", 14.into())]), Some(5), false)
                },
                tab(&w.t("work-view-ready"), Some(7), false),
            ],
            kinds: [
                "work-kinds-follow-ups",
                "work-kinds-replies",
                "work-kinds-intake",
                "work-kinds-appointments",
            ]
            .map(|key| (key.to_owned(), w.t(key), true))
            .to_vec(),
            groups,
            peek: Some(peek(w)),
            week: vec![
                MiniLine::thing(
                    Icon::CircleCheck,
                    "Closed with an answer",
                    "6 helped in full, 2 in part",
                )
                .end("8"),
                MiniLine::thing(
                    Icon::Timer,
                    "Median days since people heard from us",
                    "Office promise: 14",
                )
                .end("9"),
                MiniLine::thing(
                    Icon::FolderOpen,
                    "Open cases you hold",
                    "Your own agreed limit is 50",
                )
                .end("57"),
            ],
            snooze: vec![
                Choice::new("1", w.t("work-snooze-tomorrow")),
                Choice::new("7", w.tr("work-snooze-days", &[("n", 7.into())])),
            ],
            ..WorkView::default()
        },
    )
}

fn peek(w: &Words) -> Peek {
    Peek {
        pills: vec![Pill::new("Urgent", Tone::Warn, Icon::TriangleAlert), Pill::new("Release signed", Tone::Ok, Icon::ShieldCheck)],
        title: "Benedetto Fuentes".into(),
        sub: "Passport for his mother’s funeral in Cuenca, Saturday November 21".into(),
        href: "/cases/6F2-P9J".into(),
        quote: "We have an appointment open tomorrow at 9:15 am at the Lakemont agency. Mr. Fuentes should bring his itinerary, the death certificate and a photo.".into(),
        quote_from: "Passport Bureau liaison, 8:52 am".into(),
        next_title: w.t("work-next"),
        next: "Call before 10 am so he can arrange the drive.".into(),
        facts: vec![
            Fact::new("Best phone", "(555) 014-2277, voicemail is fine"), Fact::new("Language", "Spanish or English"),
            Fact::new("Open", "2 days, case 6F2-P9J"), Fact::new("Assigned", "You"),
        ],
        links: vec![
            ("/cases/6F2-P9J#add".into(), "Log a call".into(), Icon::Phone),
            ("/cases/6F2-P9J/letters/new".into(), "Write to him".into(), Icon::Mail),
        ],
    }
}
