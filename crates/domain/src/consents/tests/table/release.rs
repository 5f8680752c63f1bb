//! Steps 1 to 4: the receiver, the spoken word, the release itself and its signer.

use super::*;

#[test]
fn step_1_the_receiver() {
    let at = Step::Receiver;
    check(
        "a court",
        |_, p, _| p.body = Some(Body::Court),
        Refuse,
        at,
        "gate-receiver-barred",
    );
    check(
        "a prosecutor",
        |_, p, _| p.body = Some(Body::Prosecutor),
        Refuse,
        at,
        "gate-receiver-barred",
    );
    check(
        "urging a tribunal",
        |_, p, _| p.body = Some(Body::Tribunal),
        Refuse,
        at,
        "gate-tribunal-beyond-status",
    );
    check(
        "a tribunal's file",
        |q, p, _| {
            p.body = Some(Body::Tribunal);
            q.purpose = InquiryPurpose::AskStatus;
        },
        Refuse,
        at,
        "gate-tribunal-beyond-status",
    );
    check(
        "a tribunal's status",
        |q, p, _| {
            p.body = Some(Body::Tribunal);
            q.purpose = InquiryPurpose::AskStatus;
            q.data_classes = &[DataClass::Status];
        },
        Allow,
        at,
        "gate-receiver-is",
    );
    check(
        "nobody knows what it is",
        |_, p, _| p.body = None,
        Ask,
        at,
        "gate-receiver-unknown",
    );
    check(
        "protected",
        |q, _, _| q.protection = Protection::Protected,
        Ask,
        at,
        "gate-protected-matter",
    );
}

#[test]
fn step_2_word_of_mouth() {
    let at = Step::OralPath;
    check(
        "spoken, taken",
        |_, _, r| spoken(r),
        Allow,
        at,
        "gate-oral-accepted",
    );
    check(
        "spoken, not for this kind",
        |q, _, r| {
            spoken(r);
            q.data_classes = &[DataClass::Records];
        },
        Refuse,
        at,
        "gate-oral-not-accepted",
    );
    check(
        "spoken, not taken at all",
        |_, p, r| {
            spoken(r);
            p.oral_allowed = Some(false);
        },
        Refuse,
        at,
        "gate-oral-not-accepted",
    );
    check(
        "spoken, not known",
        |_, p, r| {
            spoken(r);
            p.oral_allowed = None;
        },
        Ask,
        at,
        "gate-oral-not-known",
    );
    check(
        "spoken, not known for which kinds",
        |_, p, r| {
            spoken(r);
            p.oral_data_classes = None;
        },
        Ask,
        at,
        "gate-oral-not-known",
    );
}

#[test]
fn step_2_whose_word() {
    let at = Step::OralPath;
    check(
        "spoken, not known whose word counts",
        |_, p, r| {
            spoken(r);
            p.oral_word_of = None;
        },
        Ask,
        at,
        "gate-oral-word-not-known",
    );
    check(
        "spoken to us where the subject must tell the agency",
        |_, p, r| {
            spoken(r);
            p.oral_word_of = Some(OralWord::Subject);
        },
        Refuse,
        at,
        "gate-oral-not-told-to-agency",
    );
    check(
        "spoken, nothing recorded of it",
        |_, _, r| {
            spoken(r);
            r.oral = None;
        },
        Refuse,
        at,
        "gate-oral-not-recorded",
    );
    check(
        "spoken, in a protected matter",
        |q, _, r| {
            spoken(r);
            q.protection = Protection::Protected;
        },
        Refuse,
        at,
        "gate-oral-for-protected-matter",
    );
}

#[test]
fn the_oral_path_waives_only_the_form() {
    check(
        "spoken and revoked",
        |_, _, r| {
            spoken(r);
            r.revoked_on = Some(TODAY);
        },
        Refuse,
        Step::Release,
        "gate-revoked",
    );
    check(
        "spoken by a guardian without proof",
        |_, _, r| {
            spoken(r);
            r.capacity = Capacity::Guardian;
        },
        Refuse,
        Step::Signer,
        "gate-no-proof",
    );
    check(
        "spoken beyond its scope",
        |_, _, r| {
            spoken(r);
            r.scope.data_classes = vec![DataClass::Status];
        },
        Refuse,
        Step::Scope,
        "gate-class-not-covered",
    );
    check(
        "spoken long ago",
        |_, _, r| {
            spoken(r);
            r.signed_on = date(2020, 1, 1);
        },
        Allow,
        Step::Age,
        "gate-age-waived",
    );
    check(
        "spoken before the last inquiry closed",
        |q, _, r| {
            spoken(r);
            r.signed_on = date(2026, 9, 1);
            q.last_closed_on = Some(date(2026, 10, 1));
        },
        Refuse,
        Step::Fresh,
        "gate-fresh-needed",
    );
}

#[test]
fn step_3_a_release_that_stands() {
    let at = Step::Release;
    check(
        "revoked today",
        |_, _, r| r.revoked_on = Some(TODAY),
        Refuse,
        at,
        "gate-revoked",
    );
    check(
        "revoked, dated tomorrow",
        |_, _, r| r.revoked_on = Some(date(2026, 11, 24)),
        Refuse,
        at,
        "gate-revoked",
    );
    check(
        "another's",
        |_, _, r| r.person_id = PersonId(Uuid::from_u128(99)),
        Refuse,
        at,
        "gate-no-release",
    );
    check(
        "other agency",
        |q, _, _| q.agency = "other.agency",
        Refuse,
        at,
        "gate-agency-not-named",
    );
    check(
        "all agencies",
        |_, _, r| r.agencies = NamedAgencies::All,
        Allow,
        at,
        "gate-stands",
    );
    check(
        "last day",
        |_, _, r| r.expires_on = Some(TODAY),
        Allow,
        at,
        "gate-stands",
    );
    check(
        "day after",
        |_, _, r| r.expires_on = Some(date(2026, 11, 22)),
        Refuse,
        at,
        "gate-expired",
    );
    check(
        "signed tomorrow",
        |_, _, r| r.signed_on = date(2026, 11, 24),
        Refuse,
        at,
        "gate-signed-in-future",
    );
    check(
        "received before signed",
        |_, _, r| r.received_on = date(2026, 11, 1),
        Refuse,
        at,
        "gate-received-before-signed",
    );
}

#[test]
fn step_4_who_signed() {
    let at = Step::Signer;
    check(
        "parent, no proof",
        |_, _, r| r.capacity = Capacity::Parent,
        Refuse,
        at,
        "gate-no-proof",
    );
    check(
        "guardian with proof",
        |_, _, r| {
            r.capacity = Capacity::Guardian;
            r.proof_document = Some(PROOF);
        },
        Allow,
        at,
        "gate-signed-by",
    );
    check(
        "attorney with proof, not taken",
        |_, _, r| {
            r.capacity = Capacity::Attorney;
            r.proof_document = Some(PROOF);
        },
        Refuse,
        at,
        "gate-capacity-not-accepted",
    );
    check(
        "attorney with proof, not known",
        |_, p, r| {
            r.capacity = Capacity::Attorney;
            r.proof_document = Some(PROOF);
            p.accepted_capacity = None;
        },
        Ask,
        at,
        "gate-capacity-not-known",
    );
}
