//! The frame, login, my work and arrivals with invented people.

use maud::Markup;
use pages::arrivals::view::{ArrivalAct, ArrivalDeed, ArrivalGroup, ArrivalsView, Attachment, Reader, arrivals_page};
use pages::login::view::{Door, code_page, password_page};
use pages::ui::arrival_row::ArrivalRow;
use pages::ui::card::{CheckLine, CheckState, Fact, MiniLine};
use pages::ui::form::{Act, Choice, Field, Input};
use pages::ui::icon::Icon;
use pages::ui::list::{GroupHead, Row, RowKind};
use pages::ui::match_card::MatchCard;
use pages::ui::peek::Peek;
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::{Me, NavLink, Place, Shell, Theme};
use pages::ui::tabs::Tab;
use pages::ui::toast::{Toast, UndoAct};
use pages::words::Words;
use pages::words::dates::When;
use pages::work::view::{WorkGroup, WorkView, work_page};

pub fn shell(w: &'static Words, here: Place) -> Shell {
    Shell {
        words: w,
        office: "Office of Rep. Odalys Brandt".into(),
        me: Me { name: "Noor Haddad-Ellis".into(), role: w.t("staff-role-caseworker") },
        here,
        work_count: Some(14),
        arrivals_count: Some(9),
        may_see_staff: true,
        saved_views: vec![NavLink { href: "/cases?view=quiet".into(), text: "Waiting on agency, 30+ days".into() }],
        csrf: "sample".into(),
        once: "sample".into(),
        nonce: "gallery".into(),
        theme: Theme::System,
        compact: false,
        toast: None,
        print_url: Some("/cases/7K4-M2Q/print".into()),
        demo_clock: None,
    }
}

pub fn when(text: &str) -> When {
    When { text: text.into(), datetime: "2026-11-19T08:52:00-06:00".into() }
}

pub fn tab(text: &str, count: Option<u64>, is_here: bool) -> Tab {
    Tab { href: "?view=x".into(), text: text.into(), count, is_hot: false, is_here }
}

fn door(w: &'static Words) -> Door {
    Door {
        office: "Office of Rep. Odalys Brandt".into(),
        csrf: "sample".into(),
        nonce: "gallery".into(),
        notice: w.t("login-ended"),
        demo: vec![("noor@office.example".into(), "four plain words here".into())],
        ..Door::default()
    }
}

pub fn login(w: &'static Words) -> Markup {
    password_page(w, &door(w), "")
}

pub fn login_code(w: &'static Words) -> Markup {
    code_page(w, &Door { error: w.t("login-wrong-code"), notice: String::new(), ..door(w) })
}

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
    WorkGroup { head: GroupHead { id: id.into(), title, count: rows.len() as u64, note }, rows }
}

pub fn work(shell: &Shell) -> Markup {
    let w = shell.words;
    let groups = vec![
        work_group("g1", w.t("work-group-late"), w.t("work-group-late-note"), vec![
            Row { pills: late("2 days late"), ..row(RowKind::Late, "Harriet Olasky", "Hearing exam result, veterans claim",
                &["Veterans Claims Bureau", "Said every 14 days, last heard 16 days ago"]) },
            Row { pills: late("1 day late"), ..row(RowKind::Late, "Josiah Pritchard-Bell", "Disability back pay not received",
                &["Social Insurance Office", "Promised a call on Tuesday"]) },
        ]),
        work_group("g2", w.t("work-group-replies"), w.t("work-group-replies-note"), vec![
            Row { is_open: true, when: Some(when("8:52 am")), pills: vec![Pill::new("Urgent", Tone::Warn, Icon::TriangleAlert)],
                ..row(RowKind::Reply, "Benedetto Fuentes", "Passport for a funeral on Saturday",
                    &["Passport Bureau replied 38 min ago", "Travels in 2 days"]) },
            Row { when: Some(when("8:10 am")), ..row(RowKind::Reply, "Thuy-Linh Amundsen", "Spouse visa interview date",
                &["Citizenship & Visa Service replied"]) },
            Row { when: Some(when("7:41 am")), pills: vec![Pill::new("Release signed", Tone::Ok, Icon::Check)],
                ..row(RowKind::Reply, "Marguerite Osei", "Sent the signed privacy release", &["From Marguerite", "Release covers Tax Service"]) },
        ]),
        work_group("g3", w.t("work-group-arrivals"), w.tr("work-group-arrivals-note", &[("how-long", "1 h 20 min".into())]), vec![
            Row { pills: vec![Pill { tone: Tone::Danger, ..Pill::plain("Today") }],
                ..row(RowKind::Intake, "Keturah Vandermeer", "Heat shut off, benefits stopped after move", &["Phone, 8:05 am"]) },
            Row { pills: vec![Pill { tone: Tone::Warn, ..Pill::plain("Needs a name") }],
                ..row(RowKind::Intake, "Name not given", "Walk-in, neighbor’s housing letter", &["Front desk note"]) },
        ]),
        work_group("g4", w.t("work-group-appointments"), w.tr("work-group-appointments-note", &[("zone", "Central".into())]), vec![
            Row { when: Some(when("11:00 am")), ..row(RowKind::Appointment, "Odessa Kirkbride", "Citizenship test prep", &["Video, interpreter booked (Amharic)"]) },
        ]),
        work_group("g5", w.t("work-group-due"), w.t("work-group-due-note"), vec![
            Row { end: "31 days open".into(), ..row(RowKind::Due, "Lucian Abernathy-Cho", "Medal replacement for his father", &["Veterans Records Center", "Answer due today"]) },
            Row { end: "58 days open".into(), ..row(RowKind::Due, "Solveig Marchetti", "Survivor benefit stopped in error", &["Social Insurance Office", "Second request"]) },
        ]),
    ];
    work_page(shell, &WorkView {
        greeting: w.tr("work-good-morning", &[("name", "Noor".into())]),
        sub: format!("{} {}", w.tr("work-sub", &[("day", "Thursday, November 19".into()), ("n", 14.into())]), w.tr("work-sub-late", &[("n", 2.into())])),
        tabs: vec![
            tab(&w.t("work-view-today"), Some(14), true), tab(&w.t("work-view-agency"), Some(31), false),
            tab(&w.t("work-view-person"), Some(12), false),
            Tab { is_hot: true, ..tab(&w.tr("work-view-quiet", &[("n", 14.into())]), Some(5), false) },
            tab(&w.t("work-view-ready"), Some(7), false),
        ],
        kinds: ["work-kinds-follow-ups", "work-kinds-replies", "work-kinds-intake", "work-kinds-appointments"]
            .map(|key| (key.to_owned(), w.t(key), true)).to_vec(),
        groups,
        peek: Some(peek(w)),
        week: vec![
            MiniLine::thing(Icon::CircleCheck, "Closed with an answer", "6 helped in full, 2 in part").end("8"),
            MiniLine::thing(Icon::Timer, "Median days since people heard from us", "Office promise: 14").end("9"),
            MiniLine::thing(Icon::FolderOpen, "Open cases you hold", "Your own agreed limit is 50").end("57"),
        ],
        snooze: vec![Choice::new("1", w.t("work-snooze-tomorrow")), Choice::new("7", w.tr("work-snooze-days", &[("n", 7.into())]))],
        ..WorkView::default()
    })
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

fn arrival(from: &str, subject: &str, time: &str, verdict: Pill, why: &str) -> ArrivalRow {
    ArrivalRow {
        select: from.into(),
        href: "/arrivals/1#reading".into(),
        from: from.into(),
        subject: subject.into(),
        channel: Icon::Mail,
        when: when(time),
        verdict,
        why: why.into(),
        is_open: false,
    }
}

pub fn arrivals(shell: &Shell) -> Markup {
    let w = shell.words;
    let shell = &Shell { print_url: None, toast: Some(Toast {
        text: w.t("arrivals-set-aside-toast"),
        undo: Some(UndoAct { url: "/arrivals/2/undo".into(), fields: Vec::new() }),
    }), ..shell.clone() };
    let to_read = || Pill::new("To read", Tone::Accent, Icon::BookOpenCheck);
    let group = |id: &str, title: String, note: String, rows: Vec<ArrivalRow>| ArrivalGroup {
        head: GroupHead { id: id.into(), title, count: rows.len() as u64, note },
        rows,
        more: None,
    };
    let groups = vec![
        ArrivalGroup { more: Some(("/arrivals?verdict=to-read".into(), "4 more".into())), ..group("a1", w.t("arrivals-group-read"),
            w.tr("arrivals-group-read-note", &[("how-long", "58 min".into())]), vec![
            ArrivalRow { is_open: true, ..arrival("Ruben Achterhoek", "Nobody answers about my mother’s pension", "8:34", to_read(), "Asks for help. No rule fits.") },
            ArrivalRow { channel: Icon::Globe, ..arrival("Web form, in Spanish", "Reembolso retenido por identidad", "8:51", to_read(), "Asks for help.") },
        ]) },
        group("a2", w.t("arrivals-group-replies"), w.t("arrivals-group-replies-note"), vec![
            arrival("Veterans Claims Bureau", "RE: VCB-88-20417, exam record", "9:05", Pill::new("Reply to case", Tone::Info, Icon::Reply),
                "Answers our letter. Joins 7K4-M2Q."),
        ]),
        group("a3", w.t("arrivals-group-nothing"), w.t("arrivals-group-nothing-note"), vec![
            arrival("D. Macready, out of office", "Automatic reply: VCB-88-20417", "8:12", Pill { icon: Some(Icon::Bot), ..Pill::plain("Auto-reply") },
                "Header says automatic. The bureau’s clock keeps running."),
            arrival("Mail system", "Not delivered: our letter to T. Nwosu-Grant", "7:55", Pill::new("Bounce", Tone::Warn, Icon::MailX),
                "He was not told. The promise is open again, on your list."),
        ]),
        group("a4", w.t("arrivals-group-quarantined"), w.t("arrivals-group-quarantined-note"), vec![
            arrival("“Payroll Dept”", "Invoice_884.zip", "6:20", Pill::new("Quarantined", Tone::Danger, Icon::ShieldX), "It could not be read. The original is kept."),
        ]),
    ];
    arrivals_page(shell, &ArrivalsView {
        sub: w.tr("arrivals-sub", &[("n", 9.into())]),
        tabs: vec![
            tab(&w.t("arrivals-tab-person"), Some(9), true), tab(&w.t("arrivals-tab-replies"), Some(5), false),
            tab(&w.t("arrivals-tab-nothing"), Some(4), false),
            Tab { is_hot: true, ..tab(&w.t("arrivals-tab-quarantined"), Some(1), false) }, tab(&w.t("arrivals-tab-all"), None, false),
        ],
        groups,
        reader: Some(reader(shell)),
        ..ArrivalsView::default()
    })
}

fn reader(shell: &Shell) -> Reader {
    let w = shell.words;
    let choices = |all: &[&str]| all.iter().map(|text| Choice::new(text.to_lowercase(), *text)).collect::<Vec<_>>();
    let act = |deed: ArrivalDeed, note: String, fields: Vec<Field>| ArrivalAct {
        deed, url: format!("/arrivals/1/{}", deed.id()), fields, errors: Vec::new(), note,
    };
    Reader {
        verdict: Pill::new("To read", Tone::Accent, Icon::BookOpenCheck),
        received: "E-mail to help@, today 8:34 am".into(),
        raw_href: "/arrivals/1/raw".into(),
        subject: "Nobody answers about my mother’s pension".into(),
        from_name: "Ruben Achterhoek".into(),
        from_address: "r.achterhoek@mail.example".into(),
        text: "Good morning,\n\nI am writing for my mother, Wilhelmina Achterhoek, she is 81. Her pension from the railroad stopped in August. They say they sent a form in June but it went to the old apartment. I called six times and hold ends at one hour.\n\nHer rent is due December 1 and she has about 300 dollars. Can somebody at your office ask what they need from her?\n\nThank you for reading this.\nRuben".into(),
        quoted: Some((w.tr("arrivals-earlier-text", &[("n", 22.into())]), "To whom it may concern, my mother’s claim was put on hold on August 3.".into())),
        signature: String::new(),
        html_href: None,
        attachments: vec![
            Attachment { icon: Icon::FileCheck, name: "Notice-August.pdf".into(), small: "2 pages, 140 kB".into(), pill: Pill::new("Kept", Tone::Ok, Icon::Check), href: Some("/arrivals/1/attachments/1".into()) },
            Attachment { icon: Icon::FileLock, name: "Form_RB12.docm".into(), small: "Holds a program, so it stays shut.".into(), pill: Pill::new("Held", Tone::Warn, Icon::Lock), href: None },
        ],
        matches: vec![MatchCard {
            name: "Ruben Achterhoek".into(), href: Some("/people/1".into()),
            pill: Pill { tone: Tone::Warn, ..Pill::plain(w.t("arrivals-match-strong")) },
            reasons: vec!["Same e-mail address as in 2024".into(), "Same full name".into()], is_strong: true,
            acts: vec![
                Act::new("/arrivals/1/match", w.t("arrivals-match-same")).class("btn btn--sm").with("is", "same"),
                Act::new("/arrivals/1/match", w.t("arrivals-match-not")).class("btn btn--sm").with("is", "not"),
            ],
        }],
        match_note: "He writes for his mother. The case would be hers and waits for her word.".into(),
        why: vec![
            CheckLine::new(CheckState::Ok, "Not from a list, not automatic"),
            CheckLine::new(CheckState::Ask, "No safe way to answer is known. No reply goes out by itself. Ask first."),
        ],
        note: w.t("arrivals-pictures-note"),
        acts: vec![
            act(ArrivalDeed::OpenCase, String::new(), vec![
                Field::new("about", w.t("arrivals-field-about"), Input::Choose(choices(&["Wilhelmina Achterhoek", "Ruben Achterhoek"]))).hint(w.t("arrivals-field-about-hint")).width(6),
                Field::new("agency", w.t("arrivals-field-agency"), Input::Choose(choices(&["Railroad Retirement Board"]))).width(3),
                Field::new("level", w.t("arrivals-field-level"), Input::Choose(choices(&["Federal", "State", "Local"]))).width(3),
                Field::new("ask", w.t("arrivals-field-ask"), Input::Area(3)).hint(w.t("arrivals-field-ask-hint")).width(6),
            ]),
            act(ArrivalDeed::JoinCase, w.t("arrivals-join-note"), vec![Field::new("reference", w.t("arrivals-field-reference"), Input::Text).hint(w.t("arrivals-field-reference-hint")).scope("j-").width(4)]),
            act(ArrivalDeed::Inform, w.t("arrivals-inform-note"), vec![Field::new("note", w.t("arrivals-field-answer-note"), Input::Area(3)).scope("i-").width(6)]),
            act(ArrivalDeed::Transfer, String::new(), vec![Field::new("to", w.t("arrivals-field-transfer-to"), Input::Text).scope("t-").width(6)]),
            act(ArrivalDeed::SetAside, String::new(), vec![Field::new("why", w.t("arrivals-field-set-aside-why"), Input::Choose(choices(&["Advertising or fraud"]))).scope("a-").width(6)]),
        ],
        handled: None,
    }
}
