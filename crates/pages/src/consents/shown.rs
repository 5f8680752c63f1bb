//! A release in words: who signed for what, how it stands today, and the facts an inquiry cites.

use domain::consents::{NamedAgencies, Release};
use jiff::civil::Date;

use crate::{
    app::Visit,
    ui::{
        card::Fact,
        icon::Icon,
        pill::{Pill, Tone},
    },
    words::dates,
};

/// How a release stands today.
pub fn state_pill(visit: &Visit, release: &Release, today: Date) -> Pill {
    let w = visit.words;
    let soon = today.saturating_add(jiff::Span::new().days(30));
    match release.expires_on {
        _ if release.revoked_on.is_some() => {
            Pill::new(w.t("consents-withdrawn"), Tone::Danger, Icon::CircleX)
        }
        Some(last) if last < today => Pill::new(w.t("consents-ended"), Tone::Plain, Icon::Clock),
        Some(last) if last <= soon => Pill::new(w.t("consents-ends-soon"), Tone::Warn, Icon::Clock),
        Some(_) | None => Pill::new(w.t("consents-active"), Tone::Ok, Icon::Check),
    }
}

/// The agencies a release names, by what they are called.
pub fn agencies(visit: &Visit, named: &NamedAgencies) -> String {
    match named {
        NamedAgencies::All => visit.words.t("consents-all-agencies"),
        NamedAgencies::These(codes) => {
            let names: Vec<String> = codes
                .iter()
                .map(|code| visit.house().agency_title(code))
                .collect();
            names.join(", ")
        }
    }
}

/// What an inquiry on this release cites.
pub fn cited(visit: &Visit, release: &Release) -> Vec<Fact> {
    let w = visit.words;
    let here = visit.here();
    let day = |on: Date| dates::day_in_words(w, &here, on).text;
    let signer = w.tr(
        "consents-signed-by",
        &[
            ("name", (&release.signer_name).into()),
            ("capacity", w.word("capacity", release.capacity.as_str()).into()),
        ],
    );
    let classes: Vec<String> = release
        .scope
        .data_classes
        .iter()
        .map(|class| w.word("class", class.as_str()))
        .collect();
    let until = release.expires_on.map_or_else(
        || w.t("consents-until-stopped"),
        |on| w.tr("consents-until-day", &[("day", day(on).into())]),
    );
    vec![
        Fact::new(w.t("consents-fact-signer"), signer),
        Fact::new(w.t("consents-field-signed-on"), day(release.signed_on)),
        Fact::new(w.t("consents-fact-agencies"), agencies(visit, &release.agencies)),
        Fact::new(w.t("consents-fact-about"), classes.join(", ")),
        Fact::new(w.t("consents-field-ends-on"), until),
    ]
}

/// Everything on the paper, and who took it on record.
pub fn all_facts(visit: &Visit, release: &Release, recorder: &str) -> Vec<Fact> {
    let w = visit.words;
    let here = visit.here();
    let day = |on: Date| dates::day_in_words(w, &here, on).text;
    let mut facts = cited(visit, release);
    let scope = &release.scope;
    facts.push(Fact::new(
        w.t("consents-field-matter"),
        match &scope.matter_words {
            Some(words) => format!("{}: {words}", w.word("scope", scope.matter.as_str())),
            None => w.word("scope", scope.matter.as_str()),
        },
    ));
    if let Some(period) = scope.period {
        let (from, to) = (period.from_on.map(day), period.to_on.map(day));
        let span = [from, to]
            .map(|d| d.unwrap_or_else(|| "…".to_owned()))
            .join(" – ");
        facts.push(Fact::new(w.t("consents-fact-period"), span));
    }
    facts.extend([
        Fact::new(
            w.t("consents-field-method"),
            w.word("method", release.method.as_str()),
        ),
        Fact::new(
            w.t("consents-field-formality"),
            w.word("formality", release.formality.as_str()),
        ),
        Fact::new(w.t("consents-field-received-on"), day(release.received_on)),
        Fact::new(
            w.t("consents-field-translation"),
            w.word("translation", release.translation.as_str()),
        ),
    ]);
    if let Some(named) = release.recipient_named {
        facts.push(Fact::new(
            w.t("consents-field-named"),
            w.word("named", named.as_str()),
        ));
    }
    if let Some(oral) = &release.oral {
        facts.push(Fact::new(w.t("consents-oral-on"), day(oral.asked_on)));
        facts.push(Fact::new(
            w.t("consents-oral-identity"),
            oral.identity_how.clone(),
        ));
    }
    if let (Some(on), Some(how)) = (release.revoked_on, &release.revoked_how) {
        facts.push(Fact::new(
            w.t("consents-withdrawn"),
            format!("{}: {how}", day(on)),
        ));
    }
    let at = dates::day_and_time(w, &here, release.recorded_at).text;
    facts.push(Fact::new(
        w.t("consents-fact-recorded"),
        w.tr(
            "consents-recorded-by",
            &[("name", recorder.into()), ("when", at.into())],
        ),
    ));
    facts
}
