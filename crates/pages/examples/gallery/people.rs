//! A person, a release, letters, search and staff, with invented people.

use maud::Markup;
use pages::consents::view::{ReleaseForm, record_release_page};
use pages::letters::view::{LetterForm, LetterPaper, OutboxView, letter_page, outbox_page};
use pages::people::view::{AddressLine, PersonView, person_page};
use pages::search::view::{NoteHit, SearchView, search_page};
use pages::staff::view::{StaffLine, StaffView, staff_page};
use pages::ui::card::{CheckLine, CheckState, Fact, MiniLine};
use pages::ui::form::{Act, Choice, Field, Input};
use pages::ui::gallery::identifier_samples;
use pages::ui::head::{Crumb, RecordHead};
use pages::ui::icon::Icon;
use pages::ui::list::{Row, RowKind};
use pages::ui::pill::{Pill, Tone};
use pages::ui::safe_card::{Safe, SafeCard, Way};
use pages::ui::shell::Shell;
use pages::ui::table::{Cell, Table};

use super::cases::head;
use super::samples::{tab, when};

fn row(name: &str, subject: &str, reference: &str, p: Pill) -> Row {
    Row {
        kind: RowKind::Plain,
        href: "/cases/7K4-M2Q".into(),
        name: name.into(),
        subject: subject.into(),
        reference: reference.into(),
        meta: vec!["Opened October 3, 2026. With Noor.".into()],
        pills: vec![p],
        ..Row::default()
    }
}

pub fn person(shell: &Shell) -> Markup {
    let w = shell.words;
    let way = |icon, title: &str, small: &str, safe| Way {
        icon,
        title: title.into(),
        small: small.into(),
        safe,
    };
    let heads = |keys: &[&str]| keys.iter().map(|key| w.t(key)).collect::<Vec<_>>();
    person_page(shell, &PersonView {
        title: "Harriet Olasky".into(),
        head: RecordHead {
            crumbs: vec![Crumb::link(w.t("shell-people"), "/people"), Crumb::here("Harriet Olasky")],
            title: "Harriet Olasky".into(),
            pills: vec![Pill::new(w.tr("people-open-cases", &[("n", 1.into())]), Tone::Info, Icon::FolderOpen)],
            lede: "Call her Harriet. Veteran, eleven years. Hard of hearing: speak slowly, offer text, large print on paper.".into(),
        },
        change_href: Some("/people/1/change".into()),
        new_case_href: Some("/intake/new?person=1".into()),
        safe: SafeCard {
            title: w.tr("people-safe-title", &[("name", "Harriet".into())]),
            asked: w.tr("people-safe-asked", &[("day", "October 3".into())]),
            ways: vec![
                way(Icon::Phone, "Call (555) 013-4402", "Weekdays before noon", Safe::Yes), way(Icon::MessageCircle, "Text the same number", "Short, no details", Safe::Yes),
                way(Icon::Mailbox, "Voicemail", "A neighbor shares the machine", Safe::No), way(Icon::Mail, "E-mail", "None given", Safe::No),
                way(Icon::FileText, "Post", "Plain envelope, large print", Safe::Yes), way(Icon::UsersRound, "Someone else picks up", "Only her daughter Ines", Safe::AskFirst),
            ],
            words_not_to_say: "“claim” or “benefit” to anyone else.".into(),
            shut: "(555) 013-9981 is marked unsafe since 2024, and nothing goes there.".into(),
            change_href: Some("/people/1/safe".into()),
        },
        cases: vec![
            row("Hearing exam not read", "Veterans Claims Bureau", "7K4-M2Q", Pill::new(w.t("cases-turn-agency"), Tone::Info, Icon::Hourglass)),
            row("Hearing aids", "Veterans Health Service", "2M7-QX1", Pill::new("Helped in full", Tone::Ok, Icon::Check)),
        ],
        addresses: vec![
            AddressLine { text: "48 Tannery Row, unit 3, Calloway".into(), pill: Some(Pill::new(w.t("people-mail-goes-here"), Tone::Ok, Icon::Mail)), small: "Since May 2023".into(), is_now: true, unsafe_href: None },
            AddressLine { text: "1107 Quarry Road, Hollis".into(), pill: Some(Pill::new(w.t("people-marked-unsafe"), Tone::Danger, Icon::Ban)), small: "2009 to May 2023. Nothing is sent.".into(), is_now: false, unsafe_href: None },
        ],
        add_contact_href: Some("/people/1/contact".into()),
        consents: Table {
            caption: w.t("people-consents"), heads: heads(&["people-consent-what", "people-consent-whom", "people-consent-how", "people-consent-until", "people-consent-state"]),
            rows: vec![
                vec![Cell::text("Claim and exam records"), Cell::text("Veterans Claims Bureau"), Cell::text("Signed, by post"), Cell::text("Oct 6, 2027"), Cell::Pill(Pill::new(w.t("consents-active"), Tone::Ok, Icon::Check))],
                vec![Cell::text("Hearing aids"), Cell::text("Veterans Health Service"), Cell::text("Ink, at the library"), Cell::text("Feb 2, 2025"), Cell::Pill(Pill { icon: Some(Icon::Clock), ..Pill::plain(w.t("consents-ended")) })],
            ],
        },
        record_release_href: Some("/cases/7K4-M2Q/releases/new".into()),
        disclosures: Table {
            caption: w.t("people-shared"), heads: heads(&["people-shared-when", "people-shared-what", "people-shared-whom", "people-shared-relied", "people-shared-by"]),
            rows: vec![vec![Cell::text("Oct 8, 2026"), Cell::text("Inquiry, name, file number, exam report"), Cell::text("Veterans Claims Bureau"), Cell::text("Release of Oct 6"), Cell::text("Noor")]],
        },
        names: vec![MiniLine::person("Harriet Olasky", Tone::Plain, w.t("people-name-letters")), MiniLine::person("Harriet Veselá", Tone::Plum, "On older papers")],
        facts: vec![Fact::new(w.t("people-born"), "1967, day sealed"), Fact::new(w.t("people-language"), "English, large print")],
        identifiers: identifier_samples(),
        ..PersonView::default()
    })
}

pub fn release(shell: &Shell) -> Markup {
    let w = shell.words;
    let pick = |values: &[&str]| Input::Choose(values.iter().map(|v| Choice::new(*v, *v)).collect());
    record_release_page(
        shell,
        &ReleaseForm {
            title: w.t("consents-title"),
            head: head(shell, &w.t("consents-title"), "", Some(&w.t("consents-title"))),
            url: "/cases/7K4-M2Q/releases/new".into(),
            cancel_href: "/cases/7K4-M2Q".into(),
            who: vec![
                Field::new(
                    "subject",
                    w.t("consents-field-subject"),
                    pick(&["Harriet Olasky"]),
                )
                .width(3),
                Field::new("signer", w.t("consents-field-signer"), Input::Text).width(3),
                Field::new(
                    "capacity",
                    w.t("consents-field-capacity"),
                    pick(&["Herself", "Guardian"]),
                )
                .width(3),
            ],
            agencies: vec![
                ("vcb".into(), "Veterans Claims Bureau".into(), false),
                ("sio".into(), "Social Insurance Office".into(), false),
            ],
            what: vec![Field::new("scope", w.t("consents-field-scope"), Input::Text).width(6)],
            how: vec![
                Field::new(
                    "method",
                    w.t("consents-field-method"),
                    pick(&["By post", "In person"]),
                )
                .width(3),
                Field::new(
                    "formality",
                    w.t("consents-field-formality"),
                    pick(&["Signed", "Notarised"]),
                )
                .width(3),
                Field::new("signed_on", w.t("consents-field-signed-on"), Input::Date).width(2),
                Field::new("received_on", w.t("consents-field-received-on"), Input::Date).width(2),
                Field::new("document", w.t("consents-field-document"), Input::File)
                    .hint(w.t("consents-field-document-hint"))
                    .width(6),
            ],
            pack: vec![
                CheckLine::new(CheckState::Ok, "A signature and a date"),
                CheckLine::new(CheckState::Ask, "A reply by fax: not known, ask"),
            ],
            pack_title: w.tr(
                "consents-pack-asks",
                &[("agency", "Veterans Claims Bureau".into())],
            ),
            ..ReleaseForm::default()
        },
    )
}

pub fn letter(shell: &Shell) -> Markup {
    let w = shell.words;
    letter_page(
        shell,
        &LetterForm {
            title: w.t("letters-new"),
            head: head(shell, &w.t("letters-new"), "", Some(&w.t("letters-new"))),
            url: "/cases/7K4-M2Q/letters/new".into(),
            draft_url: Some("/cases/7K4-M2Q/drafts".into()),
            fields: vec![
                Field::new(
                    "to",
                    w.t("letters-field-to"),
                    Input::Choose(vec![Choice::new("1", "Harriet Olasky")]),
                )
                .width(3),
                Field::new(
                    "language",
                    w.t("letters-field-language"),
                    Input::Pick(vec![Choice::new("en", "English"), Choice::new("es", "Español")]),
                )
                .width(3),
                Field::new("subject", w.t("letters-field-subject"), Input::Text)
                    .hint(w.t("letters-field-subject-hint"))
                    .value("A message from our office")
                    .width(6),
                Field::new("text", w.t("letters-field-text"), Input::Area(8)).width(6),
            ],
            safe: vec![
                CheckLine::new(CheckState::Ok, "Post: yes, plain envelope"),
                CheckLine::new(CheckState::No, "E-mail: none given"),
            ],
            may_send: true,
            preview: Some(LetterPaper {
                from: "Office".into(),
                to: "Harriet Olasky".into(),
                subject: "A message from our office".into(),
                text: "Dear Ms. Olasky,\n\nWe are still on it.\n\nNoor Haddad-Ellis".into(),
                lang: "en".into(),
            }),
            ..LetterForm::default()
        },
    )
}

pub fn outbox(shell: &Shell) -> Markup {
    let w = shell.words;
    outbox_page(
        shell,
        &OutboxView {
            sub: w.t("letters-sub-folder"),
            tabs: vec![
                tab(&w.t("letters-view-waiting"), Some(1), true),
                tab(&w.t("letters-view-sent"), None, false),
                tab(&w.t("letters-view-returned"), Some(1), false),
            ],
            rows: vec![Row {
                icon: Some(Icon::Mail),
                when: Some(when("8:52 am")),
                ..row(
                    "Harriet Olasky",
                    "A message from our office",
                    "7K4-M2Q",
                    Pill::new(w.t("letters-view-waiting"), Tone::Info, Icon::Clock),
                )
            }],
            ..OutboxView::default()
        },
    )
}

pub fn search(shell: &Shell) -> Markup {
    search_page(
        shell,
        &SearchView {
            query: "olasky".into(),
            people: vec![row(
                "Harriet Olasky",
                "(555) 013-4402",
                "",
                Pill::plain("One open case"),
            )],
            cases: vec![row(
                "Harriet Olasky",
                "Hearing exam not read",
                "7K4-M2Q",
                Pill::new("Waiting on agency", Tone::Info, Icon::Hourglass),
            )],
            notes: vec![NoteHit {
                href: "/cases/7K4-M2Q#e-1".into(),
                who: "Noor".into(),
                reference: "7K4-M2Q".into(),
                when: when("Nov 5"),
                pieces: vec![
                    "Told Wendell about ".into(),
                    "Olasky".into(),
                    " and two others.".into(),
                ],
            }],
            ..SearchView::default()
        },
    )
}

pub fn staff(shell: &Shell) -> Markup {
    let w = shell.words;
    staff_page(
        shell,
        &StaffView {
            sub: w.tr("staff-sub", &[("n", 3.into())]),
            staff: vec![
                StaffLine {
                    name: "Noor Haddad-Ellis".into(),
                    email: "noor@office.example".into(),
                    roles: w.t("staff-role-caseworker"),
                    pill: Pill::new(w.t("staff-active"), Tone::Ok, Icon::Check),
                    small: w.t("staff-code-on"),
                    acts: vec![
                        Act::new("/admin/staff/1/reset", w.t("staff-reset")).class("btn btn--sm"),
                        Act::new("/admin/staff/1/disable", w.t("staff-disable"))
                            .class("btn btn--sm btn--quiet"),
                    ],
                },
                StaffLine {
                    name: "Tomas Reyne".into(),
                    email: "tomas@office.example".into(),
                    roles: w.t("staff-role-intake"),
                    pill: Pill {
                        icon: Some(Icon::Lock),
                        ..Pill::plain(w.t("staff-disabled"))
                    },
                    small: String::new(),
                    acts: vec![Act::new("/admin/staff/2/enable", w.t("staff-enable")).class("btn btn--sm")],
                },
            ],
            add_url: "/admin/staff".into(),
            add_fields: vec![
                Field::new("name", w.t("staff-field-name"), Input::Text),
                Field::new("email", w.t("staff-field-email"), Input::Email),
                Field::new(
                    "role",
                    w.t("staff-field-role"),
                    Input::Choose(vec![
                        Choice::new("caseworker", w.t("staff-role-caseworker")),
                        Choice::new("intake", w.t("staff-role-intake")),
                    ]),
                ),
            ],
            ..StaffView::default()
        },
    )
}
