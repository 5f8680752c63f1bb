//! Who gets a disclosure, on which ground, and what no override lifts.

use super::*;
use crate::consents::{
    Basis, BasisKind, Disclosure, LawfulBasis, NotDisclosed, Override, OverrideAsked, OverrideRefusal,
    OverrideRole, Packs, Sharing, ask_gate, decide_override, may_disclose,
};
use crate::ids::{DisclosureId, InquiryId, OverrideId};
use crate::inquiries::AgencyChannel;
use crate::staff::Role;

const BEATRIZ: StaffId = StaffId(Uuid::from_u128(30));
const INQUIRY: InquiryId = InquiryId(Uuid::from_u128(31));
const PACK: &str = "{agency: some.agency, title: Some agency, level: federal, body: agency, version: '7', \
    accepts_digital_signature: false, accepted_formality: [perjury], max_signature_age_days: 90, age_counts_to: sent, \
    must_name_office: true, oral_allowed: true, oral_data_classes: [status, benefits], oral_word_of: office}";

fn packs() -> Packs {
    let mut packs = Packs::none();
    packs.add("some.agency.yaml", PACK).expect("a good pack");
    packs
}

fn sharing() -> Sharing<'static> {
    Sharing {
        id: DisclosureId(Uuid::from_u128(32)),
        question: good_question(),
        inquiry_id: INQUIRY,
        drafted_by: AMIRA,
        channel: AgencyChannel::Email,
        by: AMIRA,
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn asked() -> OverrideAsked {
    OverrideAsked {
        id: OverrideId(Uuid::from_u128(33)),
        case_id: CASE,
        inquiry_id: INQUIRY,
        drafted_by: AMIRA,
        person_id: SUBJECT,
        reason: "her medicine runs out on Friday and the form is in the post".to_owned(),
        decided_by: BEATRIZ,
        role: OverrideRole::Supervisor,
        lawful_basis: None,
        decided_on: TODAY,
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn decide(asked: OverrideAsked, releases: &[Release]) -> Result<Override, OverrideRefusal> {
    decide_override(asked, &ask_gate(&good_question(), &packs(), releases))
}

fn share(releases: &[Release], overrides: &[Override]) -> Result<Disclosure, Box<NotDisclosed>> {
    may_disclose(&sharing(), &packs(), releases, overrides)
}

/// A disclosure on a good release, for tests of what is sent on one.
pub(crate) fn a_disclosure() -> Disclosure {
    share(&[good_release()], &[]).expect("the gate allows it")
}

fn basis(disclosure: &Disclosure) -> Basis {
    disclosure.bases().next().expect("one subject").1
}

#[test]
fn a_release_is_a_ground_and_its_row_names_the_rule() {
    let disclosure = share(&[good_release()], &[]).expect("the gate allows it");
    assert_eq!(basis(&disclosure), Basis::Consent(good_release().id));
    let rows = disclosure.records(|| unreachable!("one subject, one row"));
    let row = rows.first().expect("one row");
    assert_eq!(
        (row.basis, row.rule.as_str(), row.pack_version.as_str()),
        (BasisKind::Consent, "release.release", "7")
    );
    assert_eq!(
        (row.person_id, row.recipient.as_str(), row.inquiry_id),
        (SUBJECT, "some.agency", Some(INQUIRY))
    );
    assert_eq!(row.basis_id, Some(good_release().id.0));
}

#[test]
fn a_spoken_release_is_a_ground_of_its_own() {
    let mut release = good_release();
    spoken(&mut release);
    let disclosure = share(&[release], &[]).expect("the agency takes it");
    assert_eq!(basis(&disclosure), Basis::OralStatement(good_release().id));
    let rows = disclosure.records(|| unreachable!("one subject, one row"));
    assert_eq!(
        rows.first().map(|row| row.rule.as_str()),
        Some("oral-path.oral_allowed")
    );
}

#[test]
fn without_a_release_nothing_goes_until_somebody_with_the_right_decides() {
    let refused = share(&[], &[]).expect_err("there is no release");
    assert_eq!(
        refused
            .answer
            .in_the_way()
            .map(|line| line.fact.key())
            .collect::<Vec<_>>(),
        ["gate-no-release"]
    );
    let decision = decide(asked(), &[]).expect("a good decision");
    assert_eq!(decision.rules, ["release.release"]);
    let disclosure = share(&[], std::slice::from_ref(&decision)).expect("it was decided");
    assert_eq!(basis(&disclosure), Basis::Override(decision.id));
}

#[test]
fn a_decision_needs_a_reason_another_person_and_something_to_lift() {
    let no_reason = OverrideAsked {
        reason: " ".to_owned(),
        ..asked()
    };
    assert_eq!(decide(no_reason, &[]), Err(OverrideRefusal::NoReason));
    let own = OverrideAsked {
        decided_by: AMIRA,
        ..asked()
    };
    assert_eq!(decide(own, &[]), Err(OverrideRefusal::OwnInquiry));
    assert_eq!(
        decide(asked(), &[good_release()]),
        Err(OverrideRefusal::NothingToLift)
    );
    let with_the_right: Vec<Role> = Role::ALL
        .iter()
        .copied()
        .filter(|role| OverrideRole::of(*role).is_some())
        .collect();
    assert_eq!(with_the_right, [Role::Supervisor, Role::Director]);
}

#[test]
fn a_decision_holds_for_one_inquiry_and_the_rules_it_weighed() {
    let decision = decide(asked(), &[]).expect("a good decision");
    type Spoil = fn(&mut Override);
    let table: [(&str, Spoil, OverrideRefusal); 7] = [
        (
            "another inquiry",
            |d| d.inquiry_id = InquiryId(Uuid::from_u128(97)),
            OverrideRefusal::OtherInquiry,
        ),
        (
            "another case",
            |d| d.case_id = CaseId(Uuid::from_u128(97)),
            OverrideRefusal::OtherInquiry,
        ),
        (
            "another agency",
            |d| d.agency = "other".to_owned(),
            OverrideRefusal::OtherInquiry,
        ),
        (
            "another subject",
            |d| d.person_id = PersonId(Uuid::from_u128(97)),
            OverrideRefusal::OtherInquiry,
        ),
        (
            "the drafter's own",
            |d| d.decided_by = AMIRA,
            OverrideRefusal::OwnInquiry,
        ),
        (
            "dated tomorrow",
            |d| d.decided_on = date(2026, 11, 24),
            OverrideRefusal::NotYet,
        ),
        (
            "an older pack",
            |d| d.pack_version = "6".to_owned(),
            OverrideRefusal::OtherRules,
        ),
    ];
    for (what, spoil, refusal) in table {
        let mut spoiled = decision.clone();
        spoil(&mut spoiled);
        assert_eq!(
            share(&[], &[spoiled]).expect_err(what).overrides,
            [refusal],
            "{what}"
        );
    }
    let mut beyond = good_release();
    beyond.scope.data_classes.clear();
    let new_trouble =
        share(&[beyond], std::slice::from_ref(&decision)).expect_err("the scope was not weighed");
    assert_eq!(new_trouble.overrides, [OverrideRefusal::OtherRules]);
    assert!(share(&[], &[decision]).is_ok(), "unspoiled it holds");
}

#[test]
fn a_revocation_ends_an_override_too_unless_the_law_stands_behind_it() {
    let decision = decide(asked(), &[]).expect("a good decision");
    let mut revoked = good_release();
    revoked.revoked_on = Some(TODAY);
    let revoked = [revoked];
    assert_eq!(
        share(&revoked, &[decision]).expect_err("she said no").overrides,
        [OverrideRefusal::Revoked]
    );
    assert_eq!(decide(asked(), &revoked), Err(OverrideRefusal::Revoked));
    let danger = OverrideAsked {
        lawful_basis: Some(LawfulBasis::Danger),
        ..asked()
    };
    let decision = decide(danger, &revoked).expect("danger stands without her word");
    let disclosure = share(&revoked, std::slice::from_ref(&decision)).expect("it stands");
    assert_eq!(basis(&disclosure), Basis::LawfulBasis(decision.id));
}

#[test]
fn no_decision_reaches_a_court() {
    let question = Question {
        agency: "court",
        ..good_question()
    };
    let answer = ask_gate(&question, &Packs::compiled_in(), &[]);
    let danger = OverrideAsked {
        lawful_basis: Some(LawfulBasis::Danger),
        ..asked()
    };
    assert_eq!(decide_override(danger, &answer), Err(OverrideRefusal::Barred));
}

#[test]
fn each_subject_needs_a_ground_and_has_a_row() {
    const BENEFICIARY: PersonId = PersonId(Uuid::from_u128(40));
    let two = Question {
        subjects: &[SUBJECT, BENEFICIARY],
        ..good_question()
    };
    let sharing = Sharing {
        question: two,
        ..sharing()
    };
    assert!(may_disclose(&sharing, &packs(), &[good_release()], &[]).is_err());
    let mut second = good_release();
    second.person_id = BENEFICIARY;
    let disclosure = may_disclose(&sharing, &packs(), &[good_release(), second], &[]).expect("both agreed");
    let rows = disclosure.records(|| DisclosureId(Uuid::from_u128(41)));
    assert_eq!(
        rows.iter().map(|row| row.person_id).collect::<Vec<_>>(),
        [SUBJECT, BENEFICIARY]
    );
    assert_ne!(rows.first().map(|row| row.id), rows.last().map(|row| row.id));
    let nobody = Sharing {
        question: Question {
            subjects: &[],
            ..good_question()
        },
        ..sharing
    };
    assert!(may_disclose(&nobody, &packs(), &[good_release()], &[]).is_err());
}
