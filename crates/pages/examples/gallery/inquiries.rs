//! An inquiry before and after it goes, and the ledger of a case, with invented people.

use maud::Markup;
use pages::inquiries::view::{InquiryView, NewInquiryView, Verdict, inquiry_page, new_inquiry_page};
use pages::ledger::view::{LedgerView, ledger_page};
use pages::ui::card::{CheckLine, CheckState, Fact, MiniLine};
use pages::ui::form::{Choice, Field, Input};
use pages::ui::gate::{GateOverride, GateView};
use pages::ui::icon::Icon;
use pages::ui::leaves::LeavesLine;
use pages::ui::ledger_table::{ChainState, LedgerEntry, LedgerKind, LedgerRow, VerifyCard};
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::Shell;

use super::cases::{head, timeline};
use super::samples::{tab, when};

fn inquiry_fields(shell: &Shell) -> Vec<Field> {
    let w = shell.words;
    vec![
        Field::new("agency", w.t("inquiries-field-to"), Input::Pick(vec![Choice::new("sio", "Social Insurance Office, liaison desk")])).width(4),
        Field::new("needed_by", w.t("inquiries-field-needed-by"), Input::Date).value("2026-12-21").width(2),
        Field::new("question", w.t("inquiries-field-question"), Input::Area(5)).hint(w.t("inquiries-field-question-hint"))
            .value("Mr. Pritchard-Bell was awarded back pay on July 2. It has not arrived. Please say whether payment was sent, to which account, and if not, what is missing from him.").width(6),
    ]
}

fn inquiry(shell: &Shell, verdict: Verdict) -> Markup {
    let w = shell.words;
    let new = w.t("inquiries-new");
    new_inquiry_page(
        shell,
        &NewInquiryView {
            title: new.clone(),
            head: head(
                shell,
                &w.tr("inquiries-for", &[("name", "Josiah Pritchard-Bell".into())]),
                &w.t("inquiries-lede"),
                Some(&new),
            ),
            url: "/cases/4D9-T7C/inquiries/new".into(),
            draft_url: "/cases/4D9-T7C/drafts".into(),
            fields: inquiry_fields(shell),
            draft_note: w.t("common-draft-saved"),
            verdict,
            leaves: vec![
                LeavesLine::new("Name", "Josiah Pritchard-Bell"),
                LeavesLine::new("Date of birth", "•• •• 1968").small("pack asks for it"),
                LeavesLine {
                    is_number: true,
                    ..LeavesLine::new("Claim number", "•••-••-4471").small("in full only in the file")
                },
                LeavesLine::new("Question", "30 words, as above"),
            ],
            stays: w.t("inquiries-stays-list"),
            final_href: Some("/cases/4D9-T7C/inquiries/new/final".into()),
            after: w.tr(
                "inquiries-after",
                &[("name", "Josiah".into()), ("day", "December 3".into())],
            ),
            ..NewInquiryView::default()
        },
    )
}

pub fn inquiry_shut(shell: &Shell) -> Markup {
    let w = shell.words;
    inquiry(shell, Verdict::Shut(Box::new(GateView {
        title: w.t("inquiries-gate-title-ask"),
        words: "“The Office may discuss a record only with written, signed and dated permission of the person it is about, or of someone who may sign for them.”".into(),
        facts: vec![Fact::new(w.t("inquiries-gate-rule"), "Permission to disclose, section 4.2"), Fact::new(w.t("inquiries-gate-source"), "Social Insurance Office, disclosure manual"), Fact::new(w.t("inquiries-gate-since"), "January 12, 2026")],
        checks: vec![
            CheckLine::new(CheckState::Ok, "Whose record: Josiah’s own"), CheckLine::new(CheckState::No, "A signature. None on file for this agency."),
            CheckLine::new(CheckState::Ask, "Noor’s note of Nov 12 says he asked us to call. That is not his permission."),
        ],
        way: Some(("/cases/4D9-T7C/releases/new".into(), w.t("inquiries-gate-way-release"), Icon::FileSignature)),
        way_note: String::new(),
        over: Some(GateOverride {
            url: "/cases/4D9-T7C/inquiries/override".into(), note: w.t("inquiries-override-note"), may: true,
            grounds: vec![Choice::new("life", "Danger to life"), Choice::new("duty", "Duty to report"), Choice::new("court", "Order of a court")], ..GateOverride::default()
        }),
    })))
}

pub fn inquiry_open(shell: &Shell) -> Markup {
    inquiry(
        shell,
        Verdict::Allowed {
            pill: Pill::new("Release 1, active", Tone::Ok, Icon::Check),
            cites: vec![
                Fact::new("Signed by", "Josiah Pritchard-Bell, himself"),
                Fact::new("To", "Social Insurance Office, and no one else"),
                Fact::new("About", "Back pay awarded July 2, 2026"),
                Fact::new("Until", "November 19, 2027, or when he stops it"),
            ],
        },
    )
}

pub fn inquiry_sent(shell: &Shell) -> Markup {
    let w = shell.words;
    inquiry_page(
        shell,
        &InquiryView {
            title: "Inquiry".into(),
            head: head(
                shell,
                "Veterans Claims Bureau",
                "Sent October 8, their number VCB-88-20417",
                Some("Inquiry"),
            ),
            facts: vec![
                Fact::new("Sent", "Oct 8, 9:02 am"),
                Fact::new("Their number", "VCB-88-20417"),
                Fact::new("Answer due", "Nov 24"),
            ],
            text: "Please confirm that the June 12 examination was considered.".into(),
            cites: vec![
                Fact::new("Release", "Of October 6"),
                Fact::new("Until", "Oct 6, 2027"),
            ],
            items: timeline().into_iter().take(2).collect(),
            reply_url: Some("/cases/7K4-M2Q/inquiries/1/reply".into()),
            reply_fields: vec![
                Field::new(
                    "kind",
                    w.t("inquiries-field-reply-kind"),
                    Input::Choose(vec![Choice::new("interim", "Interim")]),
                )
                .width(3),
                Field::new(
                    "learned",
                    w.t("inquiries-field-learned"),
                    Input::Choose(vec![Choice::new("agency", "From the agency")]),
                )
                .width(3),
                Field::new("on", w.t("inquiries-field-reply-on"), Input::Date).width(2),
                Field::new("chase_on", w.t("inquiries-field-chase-on"), Input::Date).width(2),
                Field::new("text", w.t("inquiries-field-reply-text"), Input::Area(4)).width(6),
            ],
            ..InquiryView::default()
        },
    )
}

pub fn ledger(shell: &Shell) -> Markup {
    let w = shell.words;
    let one = |n: &str, at: &str, kind, what: &str, who: &str, seal: &str| {
        LedgerRow::Entry(LedgerEntry {
            number: n.into(),
            when: when(at),
            kind,
            what: what.into(),
            who: who.into(),
            seal: seal.into(),
        })
    };
    ledger_page(
        shell,
        &LedgerView {
            head: head(
                shell,
                &w.t("ledger-title"),
                &w.tr("ledger-lede", &[("day", "October 3".into())]),
                Some(&w.t("ledger-short")),
            ),
            title: w.t("ledger-title"),
            verify: VerifyCard {
                state: ChainState::Unbroken,
                title: w.t("ledger-unbroken"),
                text: w.tr(
                    "ledger-unbroken-text",
                    &[("n", 312.into()), ("when", "9:40 am".into())],
                ),
                facts: vec![Fact::new(w.t("ledger-first-entry"), "October 3, 4:31 pm")],
                last_seal: "9c41 e07a 55d2".into(),
                check_url: Some("/cases/7K4-M2Q/ledger/check".into()),
            },
            filters: vec![
                tab(&w.t("ledger-show-all"), Some(312), true),
                tab(&w.t("ledger-show-wrote"), Some(88), false),
                tab(&w.t("ledger-show-read"), Some(207), false),
                tab(&w.t("ledger-show-left"), Some(6), false),
                tab(&w.t("ledger-show-refused"), Some(2), false),
            ],
            note: w.tr("ledger-note", &[("zone", "Central".into())]),
            rows: vec![
                LedgerRow::Day("Thursday, November 19".into()),
                one(
                    "312",
                    "9:31 am",
                    LedgerKind::Read,
                    "Opened the case",
                    "Noor Haddad-Ellis, owner",
                    "e07a 55d2",
                ),
                one(
                    "311",
                    "9:12 am",
                    LedgerKind::Refused,
                    "Tried to open the restricted note",
                    "Tomas Reyne, front desk. No reason given, so it stayed shut.",
                    "41bb 9f03",
                ),
                one(
                    "310",
                    "6:00 am",
                    LedgerKind::Sealed,
                    "Checked entries 1 to 309 and sealed the day",
                    "The system",
                    "c3d8 1170",
                ),
                LedgerRow::Day("October".into()),
                one(
                    "41",
                    "Oct 8, 9:02 am",
                    LedgerKind::LeftTheOffice,
                    "Sent an inquiry to the Veterans Claims Bureau",
                    "Noor Haddad-Ellis. Relied on the release of October 6",
                    "58f1 c6aa",
                ),
                one(
                    "1",
                    "Oct 3, 4:31 pm",
                    LedgerKind::Wrote,
                    "Harriet’s message came in",
                    "Web form. Raw form kept",
                    "0000 7d3e",
                ),
            ],
            who_looked: vec![
                MiniLine::person("Noor Haddad-Ellis", Tone::Plain, "Owner"),
                MiniLine::person("Wendell Achebe", Tone::Info, "November 5"),
            ],
            proof_href: Some("/cases/7K4-M2Q/ledger/proof".into()),
            command: "casework verify \\\n  --export proof-7K4-M2Q.jsonl".into(),
            ..LedgerView::default()
        },
    )
}
