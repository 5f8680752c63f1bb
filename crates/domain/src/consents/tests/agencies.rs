//! The gate with the packs every office starts with.

use super::*;
use crate::consents::{GateVerdict, Packs, ask_gate, rejudge};

fn verdict(agency: &'static str, classes: &'static [DataClass], spoil: fn(&mut Release)) -> GateVerdict {
    let mut release = good_release();
    release.agencies = NamedAgencies::All;
    release.scope.data_classes = classes.to_vec();
    spoil(&mut release);
    let question = Question {
        agency,
        data_classes: classes,
        purpose: InquiryPurpose::AskStatus,
        ..good_question()
    };
    ask_gate(&question, &Packs::compiled_in(), &[release]).verdict
}

#[test]
fn what_each_agency_answers_to_a_perfect_release_and_a_spoken_one() {
    use DataClass::{Benefits, Status, Tax};
    let ink = |_: &mut Release| {};
    let table: [(&'static str, &'static [DataClass], GateVerdict, GateVerdict); 9] = [
        ("ssa", &[Status, Benefits], GateVerdict::Ask, GateVerdict::Allow),
        ("ssa", &[Status, Tax], GateVerdict::Ask, GateVerdict::Refuse),
        ("treasury.irs", &[Tax], GateVerdict::Ask, GateVerdict::Ask),
        ("dhs.uscis", &[Status], GateVerdict::Ask, GateVerdict::Ask),
        ("va.benefits", &[Status], GateVerdict::Ask, GateVerdict::Ask),
        ("va.bva", &[Benefits], GateVerdict::Refuse, GateVerdict::Refuse),
        ("doj.eoir", &[Status], GateVerdict::Ask, GateVerdict::Ask),
        ("court", &[Status], GateVerdict::Refuse, GateVerdict::Refuse),
        ("nobody.wrote.this", &[Status], GateVerdict::Ask, GateVerdict::Ask),
    ];
    for (agency, classes, written, oral) in table {
        assert_eq!(
            verdict(agency, classes, ink),
            written,
            "{agency} {classes:?} in ink"
        );
        assert_eq!(
            verdict(agency, classes, spoken),
            oral,
            "{agency} {classes:?} spoken"
        );
    }
}

#[test]
fn uscis_refuses_what_its_notice_refuses() {
    let status: &'static [DataClass] = &[DataClass::Status];
    assert_eq!(
        verdict("dhs.uscis", status, |r| r.method = Method::ESignature),
        GateVerdict::Refuse
    );
    assert_eq!(
        verdict("dhs.uscis", status, |r| r.formality = Formality::None),
        GateVerdict::Refuse
    );
    assert_eq!(
        verdict("dhs.uscis", status, |r| r.translation = Translation::None),
        GateVerdict::Refuse
    );
    let member = |r: &mut Release| r.recipient_named = Some(RecipientNamed::Member);
    assert_eq!(verdict("dhs.uscis", status, member), GateVerdict::Refuse);
}

#[test]
fn a_changed_pack_names_the_releases_whose_verdict_it_changed() {
    let (before, mut after) = (known_pack(), known_pack());
    after.version = "8".to_owned();
    assert_eq!(rejudge(&[good_release()], &before, &after, TODAY), Vec::new());
    after.max_signature_age_days = Some(Limit::Days(14));
    let mut young = good_release();
    young.id = ReleaseId(Uuid::from_u128(51));
    young.signed_on = date(2026, 11, 20);
    young.received_on = date(2026, 11, 20);
    let mut revoked = good_release();
    revoked.revoked_on = Some(TODAY);
    let changed = rejudge(&[good_release(), young, revoked], &before, &after, TODAY);
    assert_eq!(changed.len(), 1);
    let one = changed.first().expect("one");
    assert_eq!(
        (one.release, one.before, one.after),
        (good_release().id, GateVerdict::Allow, GateVerdict::Refuse)
    );
}
