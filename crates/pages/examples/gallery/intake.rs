//! A call being typed, with an invented caller.

use maud::Markup;
use pages::intake::view::{IntakeView, intake_page, way};
use pages::ui::card::{CheckLine, CheckState, MiniLine};
use pages::ui::form::{Choice, Field, Input, Radios};
use pages::ui::icon::Icon;
use pages::ui::match_card::MatchCard;
use pages::ui::pill::{Pill, Tone};
use pages::ui::shell::Shell;

pub fn intake(shell: &Shell) -> Markup {
    let w = shell.words;
    let choices = |all: &[&str]| {
        all.iter()
            .map(|text| Choice::new(*text, *text))
            .collect::<Vec<_>>()
    };
    let radios = |name: &str, legend: String, all: Vec<Choice>| Radios {
        name: name.into(),
        legend,
        choices: all,
        ..Radios::default()
    };
    intake_page(shell, &IntakeView {
        url: "/intake/new".into(),
        draft_url: Some("/intake/draft".into()),
        draft_note: w.t("common-draft-saved"),
        channel: radios("channel", w.t("intake-field-channel"), vec![Choice::new("phone", w.t("intake-channel-phone")), Choice::new("walk-in", w.t("intake-channel-walk-in"))]),
        ways: [("text", "people-way-text", "yes"), ("call", "people-way-call", "yes"), ("voicemail", "people-way-voicemail", "no"), ("post", "people-way-post", "")]
            .map(|(name, key, value)| way(w, name, w.t(key), value)).to_vec(),
        safety_fields: vec![
            Field::new("hours", w.t("intake-field-hours"), Input::Text).value("Any time before 5 pm").width(3), Field::new("others", w.t("intake-field-others"), Input::Text).width(3),
            Field::new("words", w.t("intake-field-words"), Input::Text).placeholder(w.t("intake-field-words-hint")).width(6),
        ],
        story_fields: vec![
            Field::new("story", w.t("intake-field-story"), Input::Area(5)).hint(w.t("intake-field-story-hint"))
                .value("Moved in September. Energy benefit and food benefit both stopped because “the new county has no record”. Gas was shut off this morning. Wants the heat back on tonight.").width(6),
            Field::new("danger", w.t("intake-field-danger"), Input::Text).value("No heat tonight, infant at home").width(3), Field::new("deadline", w.t("intake-field-deadline"), Input::Text).value("Tonight").width(3),
            Field::new("agency", w.t("arrivals-field-agency"), Input::Pick(choices(&["State Benefits Department", "Not sure yet"]))).width(3),
            Field::new("level", w.t("arrivals-field-level"), Input::Pick(choices(&["Not sure yet", "State"]))).width(3),
        ],
        soon: radios("soon", w.t("arrivals-field-soon"), choices(&["Today", "Within 3 days", "This week", "Routine"])),
        hand_to: Some(Field::new("hand_to", w.t("intake-field-hand-to"), Input::Pick(vec![Choice::new("me", w.tr("intake-hand-me", &[("name", "Noor".into())])), Choice::new("queue", w.t("intake-hand-queue"))])).width(3)),
        about: radios("about", w.t("intake-field-about"), vec![Choice::new("caller", w.t("intake-about-caller")), Choice::new("other", w.t("intake-about-other"))]),
        person_fields: vec![
            Field::new("name", w.t("people-field-name"), Input::Text).value("Keturah Vandermeer").width(3), Field::new("called", w.t("people-field-called"), Input::Text).width(3),
            Field::new("phone", w.t("people-field-phone"), Input::Tel).width(3), Field::new("email", w.t("people-field-email"), Input::Email).width(3),
            Field::new("address", w.t("people-field-address"), Input::Text).hint(w.t("intake-field-address-hint")).placeholder(w.t("common-not-known")).width(4),
            Field::new("language", w.t("people-field-language"), Input::Pick(choices(&["English", "Spanish"]))).hint("For talking and for letters").width(2),
        ],
        before: vec![("said".into(), w.t("intake-before-said"), false), ("agreed".into(), w.t("intake-before-agreed"), false)],
        help: vec![MiniLine::thing(Icon::Phone, "Lakemont Gas hardship desk", "Can restore for medical or infant need. Until 8 pm.")],
        matches: vec![MatchCard { name: "K. Vandermeer".into(), pill: Pill { tone: Tone::Warn, ..Pill::plain(w.t("arrivals-match-weak")) }, reasons: vec!["Same last name and first initial".into(), "Same birth year".into()], is_strong: true, ..MatchCard::default() }],
        later: vec![CheckLine::new(CheckState::Open, w.t("intake-later-address")), CheckLine::new(CheckState::Open, w.t("intake-later-court")), CheckLine::new(CheckState::Ask, w.t("intake-later-others"))],
        ..IntakeView::default()
    })
}
