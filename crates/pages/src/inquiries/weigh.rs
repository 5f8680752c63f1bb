//! What the gate says of an inquiry as it is written, in words: the rule, its source and version, what is there and
//! what is missing, and one way forward; or the permission it will cite, and exactly what will leave.

use actions::{
    consents::{Weighed, weigh_in},
    inquiries::{FinalText, final_text},
};
use domain::{
    access::Deed,
    consents::{Basis, Fact as Found, Finding, GateVerdict, LawfulBasis, Pack, Release, Step, StepFact},
    inquiries::{AgencyChannel, Inquiry},
    letters::Rendered,
    people::{Identifier, mask},
    staff::Staff,
};
use store::Look;

use super::{
    form::{holders, subject_of},
    view::{NewInquiryView, Verdict},
};
use crate::{
    app::{Fields, PageError, Visit},
    cases::below::Below,
    consents::shown::{cited, state_pill},
    letters::view::LetterPaper,
    ui::{
        card::{CheckLine, CheckState, Fact},
        form::Choice,
        gate::{GateOverride, GateView},
        icon::Icon,
        leaves::LeavesLine,
        pill::{Pill, Tone},
    },
    words::dates,
};

/// An inquiry and all that is known of its chances.
pub struct Weighing {
    pub inquiry: Inquiry,
    /// It is kept as a draft, so that somebody else can find it and decide.
    pub is_saved: bool,
    pub weighed: Weighed,
    releases: Vec<Release>,
    holders: String,
    /// What leaves by e-mail, word for word.
    final_text: Option<Rendered>,
}

fn final_of(visit: &Visit, below: &Below, inquiry: &Inquiry, everybody: &[Staff]) -> Option<Rendered> {
    let of = FinalText {
        office: &visit.visitor.office,
        everybody,
        by: visit.actor().staff_id(),
        case: &below.case,
        subject_name: below.person.as_ref().map_or("", |p| p.full_name.as_str()),
        inquiry,
        to_name: &visit.house().agency_title(&inquiry.agency),
    };
    let by_email = inquiry.channel == AgencyChannel::Email;
    by_email.then(|| final_text(visit.house(), &of).ok()).flatten()
}

impl Weighing {
    pub async fn of(
        visit: &Visit,
        look: &mut Look<'_>,
        below: &Below,
        inquiry: Inquiry,
        is_saved: bool,
    ) -> Result<Self, PageError> {
        let subject = match subject_of(below) {
            Some(id) => look.person(id).await?,
            None => None,
        };
        let on = (visit.here().today(), visit.here().now);
        let weighed = weigh_in(visit.house(), look, &below.case, subject.as_ref(), &inquiry, on).await?;
        let releases = store::consents::releases_of_subject(look, &below.case).await?;
        let everybody = store::staff::everybody(look).await?;
        Ok(Self {
            final_text: final_of(visit, below, &inquiry, &everybody),
            holders: holders(&everybody, inquiry.drafted_by),
            inquiry,
            is_saved,
            weighed,
            releases,
        })
    }

    /// Puts the gate's answer onto the form.
    pub fn onto(&self, visit: &Visit, below: &Below, typed: &Fields, view: &mut NewInquiryView) {
        match &self.weighed.grounds {
            Some(grounds) => {
                view.verdict = self.allowed(visit, grounds);
                view.leaves = self.leaves(visit, below);
                view.final_file = self.final_text.as_ref().map(|text| LetterPaper {
                    from: format!(
                        "{} <{}>",
                        visit.visitor.office.name, visit.visitor.office.mail_from
                    ),
                    to: typed.text("to_address").to_owned(),
                    subject: text.subject.clone(),
                    text: text.body.clone(),
                    lang: "en".into(),
                });
                view.after = self.after(visit, below);
            }
            None => view.verdict = Verdict::Shut(Box::new(self.shut(visit, below, typed, &view.errors))),
        }
        view.numbers = self
            .weighed
            .numbers
            .iter()
            .map(|(number, goes)| {
                let reason = goes.map_or_else(|stays| stays.key(), |()| "inquiries-number-by-hand");
                number_line(visit, number, reason)
            })
            .collect();
    }

    fn allowed(&self, visit: &Visit, grounds: &[(domain::ids::PersonId, Basis)]) -> Verdict {
        let w = visit.words;
        let basis = grounds.first().map(|(_, basis)| *basis);
        let release = basis.and_then(|basis| self.releases.iter().find(|r| r.id.0 == basis.id()));
        match (basis, release) {
            (_, Some(release)) => Verdict::Allowed {
                pill: state_pill(visit, release, visit.here().today()),
                cites: cited(visit, release),
            },
            (Some(basis), None) => Verdict::Allowed {
                pill: Pill::new(w.word("basis", basis.kind().as_str()), Tone::Warn, Icon::KeyRound),
                cites: vec![
                    Fact::new(
                        w.t("inquiries-cites-ground"),
                        w.word("basis", basis.kind().as_str()),
                    ),
                    Fact::new(
                        w.t("inquiries-gate-version"),
                        self.weighed.answer.pack_version.clone(),
                    ),
                ],
            },
            (None, None) => Verdict::NotAsked,
        }
    }

    fn shut(&self, visit: &Visit, below: &Below, typed: &Fields, errors: &[(String, String)]) -> GateView {
        let w = visit.words;
        let answer = &self.weighed.answer;
        let pack = visit
            .house()
            .packs()
            .version(&self.inquiry.agency, &answer.pack_version);
        let first = answer.in_the_way().next();
        let said = |line: &StepFact| w.explain(&visit.here(), line.fact.key(), &line.fact.args());
        let refused = answer.verdict == GateVerdict::Refuse;
        // What the form itself still has to say is no matter of a signature.
        let needs_paper = answer
            .in_the_way()
            .any(|line| is_about_paper(line.step) && !matches!(line.fact, Found::NoDataClass));
        let only_form = answer
            .in_the_way()
            .all(|line| matches!(line.fact, Found::NoDataClass));
        let barred = answer
            .in_the_way()
            .any(|line| matches!(line.fact, Found::ReceiverBarred(_) | Found::TribunalBeyondStatus));
        let has_person = below.person.is_some();
        GateView {
            title: w.t(if refused && barred {
                "inquiries-gate-title-refuse"
            } else {
                "inquiries-gate-title-ask"
            }),
            words: rule_words(pack).unwrap_or_else(|| first.map(said).unwrap_or_default()),
            facts: rule_facts(visit, pack, first, &answer.pack_version),
            checks: answer.all_steps().map(|line| check(visit, line)).collect(),
            way: (needs_paper && has_person && !barred).then(|| {
                (
                    below.url("/releases/ask"),
                    w.t("inquiries-gate-way-ask"),
                    Icon::FileSignature,
                )
            }),
            also: (needs_paper && has_person && !barred && visit.actor().may(Deed::AskAgencies))
                .then(|| (below.url("/releases/new"), w.t("inquiries-gate-way-release"))),
            way_note: match (has_person, needs_paper) {
                (true, true) => w.t("inquiries-gate-way-note"),
                (true, false) => String::new(),
                (false, _) => w.t("guard-person-known"),
            },
            over: (!barred && !only_form).then(|| self.over(visit, below, typed, errors)),
        }
    }

    fn over(
        &self,
        visit: &Visit,
        below: &Below,
        typed: &Fields,
        errors: &[(String, String)],
    ) -> GateOverride {
        let w = visit.words;
        let holds = visit.actor().may(Deed::OverrideGate);
        let is_own = self.inquiry.drafted_by == visit.actor().staff_id();
        let names = self.holders.as_str();
        let note = match (holds, is_own, self.is_saved) {
            (true, false, true) => w.t("inquiries-override-note"),
            (true, _, _) => w.tr("inquiries-override-own", &[("names", names.into())]),
            (false, _, true) => w.tr("inquiries-override-holders", &[("names", names.into())]),
            (false, _, false) => w.tr("inquiries-override-save-first", &[("names", names.into())]),
        };
        let mut grounds = vec![Choice::new("", w.t("inquiries-override-no-ground"))];
        grounds.extend(crate::ui::choices::set_of(w, "lawful", LawfulBasis::ALL));
        let fault = |name: &str| {
            let found = errors.iter().find(|(field, _)| field == name);
            found.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        GateOverride {
            url: below.url(&format!("/inquiries/{}/override", self.inquiry.id)),
            note,
            grounds,
            may: holds && !is_own && self.is_saved,
            fields: Vec::new(),
            ground: typed.text("ground").to_owned(),
            words: typed.text("override_words").to_owned(),
            ground_error: fault("ground"),
            words_error: fault("override_words"),
        }
    }

    /// What stands in what goes out, and nothing else.
    fn leaves(&self, visit: &Visit, below: &Below) -> Vec<LeavesLine> {
        let w = visit.words;
        let inquiry = &self.inquiry;
        let n = inquiry.question.split_whitespace().count();
        let classes: Vec<String> = inquiry
            .data_classes
            .iter()
            .map(|class| w.word("class", class.as_str()))
            .collect();
        let mut lines = vec![
            LeavesLine {
                icon: Icon::Landmark,
                ..LeavesLine::new(
                    w.t("inquiries-field-to"),
                    visit.house().agency_title(&inquiry.agency),
                )
                .small(inquiry.liaison.clone().unwrap_or_default())
            },
            LeavesLine::new(w.t("inquiries-leaves-name"), below.name(visit)),
            LeavesLine::new(
                w.t("inquiries-field-question"),
                w.tr("inquiries-leaves-words", &[("n", n.into())]),
            )
            .small(classes.join(", ")),
        ];
        if inquiry.channel == AgencyChannel::Email {
            let office = &visit.visitor.office;
            lines.push(
                LeavesLine::new(w.t("inquiries-leaves-sender"), office.name.clone())
                    .small(office.phone.clone()),
            );
        }
        lines
    }

    fn after(&self, visit: &Visit, below: &Below) -> String {
        let w = visit.words;
        let calendar = visit.house().calendar(&visit.visitor.office.calendar);
        let hears = domain::cases::promises::hears_by(&below.case, calendar);
        let day = dates::day_in_words(w, &visit.here(), hears.max(visit.here().today())).text;
        w.tr(
            "inquiries-after",
            &[("name", below.called(visit).into()), ("day", day.into())],
        )
    }
}

/// Steps that a signed paper can put right.
const fn is_about_paper(step: Step) -> bool {
    match step {
        Step::OralPath
        | Step::Release
        | Step::Signer
        | Step::Form
        | Step::Age
        | Step::Fresh
        | Step::Named
        | Step::Scope => true,
        Step::Receiver => false,
    }
}

fn check(visit: &Visit, line: &StepFact) -> CheckLine {
    let state = match line.finding {
        Finding::Passed => CheckState::Ok,
        Finding::Waived => CheckState::Open,
        Finding::Asked => CheckState::Ask,
        Finding::Refused => CheckState::No,
    };
    CheckLine::new(
        state,
        visit
            .words
            .explain(&visit.here(), line.fact.key(), &line.fact.args()),
    )
}

/// The agency's own words, where its pack quotes or tells them.
fn rule_words(pack: Option<&Pack>) -> Option<String> {
    let pack = pack?;
    pack.words_demanded.clone().or_else(|| pack.notes.clone())
}

fn rule_facts(visit: &Visit, pack: Option<&Pack>, first: Option<&StepFact>, version: &str) -> Vec<Fact> {
    let w = visit.words;
    let mut facts = Vec::new();
    if let Some(line) = first {
        facts.push(Fact::new(
            w.t("inquiries-gate-rule"),
            format!("{} ({})", w.word("step", line.step.as_str()), line.rule),
        ));
    }
    let Some(pack) = pack else {
        facts.push(Fact::new(
            w.t("inquiries-gate-source"),
            w.t("inquiries-gate-no-pack"),
        ));
        return facts;
    };
    let source = pack
        .source
        .clone()
        .unwrap_or_else(|| w.t("inquiries-gate-no-source"));
    facts.push(Fact::new(
        w.t("inquiries-gate-source"),
        format!("{}: {source}", pack.title),
    ));
    facts.push(Fact::new(w.t("inquiries-gate-version"), version.to_owned()));
    if let Some(since) = &pack.effective_from {
        facts.push(Fact::new(w.t("inquiries-gate-since"), since.clone()));
    }
    let read = pack.confirmed_on.map_or_else(
        || w.t("inquiries-gate-not-read"),
        |on| dates::day_in_words(w, &visit.here(), on).text,
    );
    facts.push(Fact::new(w.t("inquiries-gate-read"), read));
    facts
}

fn number_line(visit: &Visit, number: &Identifier, reason: &str) -> CheckLine {
    let w = visit.words;
    let text = w.tr(
        "inquiries-number-line",
        &[
            ("kind", w.word("identifier", number.kind.as_str()).into()),
            ("mask", mask(number.kind, &number.last4).into()),
            ("reason", w.t(reason).into()),
        ],
    );
    CheckLine::new(CheckState::Open, text)
}
