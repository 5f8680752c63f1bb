//! Arrivals and the open one, with invented people.

use maud::Markup;
use pages::arrivals::view::{
    ArrivalAct, ArrivalDeed, ArrivalGroup, ArrivalsView, Attachment, BatchSetAside, Reader, arrivals_page,
};
use pages::ui::arrival_row::ArrivalRow;
use pages::ui::card::{CheckLine, CheckState};
use pages::ui::form::{Act, Choice, Field, Input};
use pages::ui::icon::Icon;
use pages::ui::list::GroupHead;
use pages::ui::match_card::MatchCard;
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::Shell;
use pages::ui::tabs::Tab;
use pages::ui::toast::{Toast, UndoAct};

use super::samples::{tab, when};

fn arrival(from: &str, subject: &str, time: &str, verdict: Pill, why: &str) -> ArrivalRow {
    ArrivalRow {
        select: Some(from.into()),
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
    let shell = &Shell {
        print_url: None,
        toast: Some(Toast {
            text: w.t("arrivals-set-aside-toast"),
            undo: Some(UndoAct {
                url: "/arrivals/2/undo".into(),
                fields: Vec::new(),
            }),
        }),
        ..shell.clone()
    };
    let to_read = || Pill::new("To read", Tone::Accent, Icon::BookOpenCheck);
    let group = |id: &str, title: String, note: String, rows: Vec<ArrivalRow>| ArrivalGroup {
        head: GroupHead {
            id: id.into(),
            title,
            count: rows.len() as u64,
            note,
        },
        rows,
        more: None,
    };
    let groups = vec![
        ArrivalGroup {
            more: Some(("/arrivals?verdict=to-read".into(), "4 more".into())),
            ..group(
                "a1",
                w.t("arrivals-group-read"),
                w.tr("arrivals-group-read-note", &[("how-long", "58 min".into())]),
                vec![
                    ArrivalRow {
                        is_open: true,
                        ..arrival(
                            "Ruben Achterhoek",
                            "Nobody answers about my mother’s pension",
                            "8:34",
                            to_read(),
                            "Asks for help. No rule fits.",
                        )
                    },
                    ArrivalRow {
                        href: "/arrivals/2#reading".into(),
                        channel: Icon::Globe,
                        ..arrival(
                            "Web form, in Spanish",
                            "Reembolso retenido por identidad",
                            "8:51",
                            to_read(),
                            "Asks for help.",
                        )
                    },
                ],
            )
        },
        group(
            "a2",
            w.t("arrivals-group-replies"),
            w.t("arrivals-group-replies-note"),
            vec![arrival(
                "Veterans Claims Bureau",
                "RE: VCB-88-20417, exam record",
                "9:05",
                Pill::new("Reply to case", Tone::Info, Icon::Reply),
                "Answers our letter. Joins 7K4-M2Q.",
            )],
        ),
        group(
            "a3",
            w.t("arrivals-group-nothing"),
            w.t("arrivals-group-nothing-note"),
            vec![
                arrival(
                    "D. Macready, out of office",
                    "Automatic reply: VCB-88-20417",
                    "8:12",
                    Pill {
                        icon: Some(Icon::Bot),
                        ..Pill::plain("Auto-reply")
                    },
                    "Header says automatic. The bureau’s clock keeps running.",
                ),
                arrival(
                    "Mail system",
                    "Not delivered: our letter to T. Nwosu-Grant",
                    "7:55",
                    Pill::new("Bounce", Tone::Warn, Icon::MailX),
                    "He was not told. The promise is open again, on your list.",
                ),
            ],
        ),
        group(
            "a4",
            w.t("arrivals-group-quarantined"),
            w.t("arrivals-group-quarantined-note"),
            vec![arrival(
                "“Payroll Dept”",
                "Invoice_884.zip",
                "6:20",
                Pill::new("Quarantined", Tone::Danger, Icon::ShieldX),
                "It could not be read. The original is kept.",
            )],
        ),
    ];
    arrivals_page(
        shell,
        &ArrivalsView {
            sub: w.tr("arrivals-sub", &[("n", 9.into())]),
            tabs: vec![
                tab(&w.t("arrivals-tab-person"), Some(9), true),
                tab(&w.t("arrivals-tab-replies"), Some(5), false),
                tab(&w.t("arrivals-tab-nothing"), Some(4), false),
                Tab {
                    is_hot: true,
                    ..tab(&w.t("arrivals-tab-quarantined"), Some(1), false)
                },
                tab(&w.t("arrivals-tab-all"), None, false),
            ],
            groups,
            reader: Some(reader(shell)),
            batch: Some(BatchSetAside {
                url: "/arrivals/set-aside".into(),
                reasons: vec![Choice::new("spam", w.t("arrivals-set-aside-spam"))],
            }),
            ..ArrivalsView::default()
        },
    )
}

fn reader(shell: &Shell) -> Reader {
    let w = shell.words;
    let choices = |all: &[&str]| {
        all.iter()
            .map(|text| Choice::new(text.to_lowercase(), *text))
            .collect::<Vec<_>>()
    };
    let act = |deed: ArrivalDeed, note: String, fields: Vec<Field>| ArrivalAct {
        deed,
        url: format!("/arrivals/1/{}", deed.id()),
        fields,
        errors: Vec::new(),
        note,
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
