//! Taking releases on record, taking them back, and when they end.

use super::*;
use crate::consents::{Expiry, ExpiryReason, ReleaseRefusal, check_release, expiry, revoke_release};

#[test]
fn what_would_be_no_release_at_all_is_refused() {
    use ReleaseRefusal::*;
    type Spoil = fn(&mut Release);
    let table: [(Spoil, &[ReleaseRefusal]); 11] = [
        (|_| {}, &[]),
        (|r| r.capacity = Capacity::Parent, &[ProofMissing]),
        (
            |r| {
                r.capacity = Capacity::Parent;
                r.proof_document = Some(PROOF);
            },
            &[],
        ),
        (|r| r.signer_name = "  ".to_owned(), &[SignerMissing]),
        (
            |r| r.agencies = NamedAgencies::These(Vec::new()),
            &[AgencyMissing],
        ),
        (|r| r.scope.data_classes.clear(), &[DataClassMissing]),
        (|r| r.method = Method::Oral, &[StatementMissing]),
        (
            |r| {
                spoken(r);
                r.method = Method::Ink;
            },
            &[StatementUnexpected],
        ),
        (|r| r.received_on = date(2026, 11, 1), &[ReceivedBeforeSigned]),
        (|r| r.received_on = date(2026, 11, 24), &[InFuture]),
        (|r| r.expires_on = Some(date(2026, 11, 1)), &[EndsBeforeSigned]),
    ];
    for (spoil, wrong) in table {
        let mut release = good_release();
        spoil(&mut release);
        assert_eq!(check_release(&release, TODAY).err().unwrap_or_default(), wrong);
    }
}

#[test]
fn taking_back_needs_how_and_happens_once() {
    let release = good_release();
    assert_eq!(
        revoke_release(&release, AMIRA, TODAY, " "),
        Err(ReleaseRefusal::HowMissing)
    );
    let revoked = revoke_release(&release, AMIRA, TODAY, "by phone").expect("a good revocation");
    assert_eq!(
        (revoked.revoked_on, revoked.revoked_by),
        (Some(TODAY), Some(AMIRA))
    );
    assert_eq!(
        revoke_release(&revoked, AMIRA, TODAY, "again"),
        Err(ReleaseRefusal::AlreadyRevoked)
    );
}

#[test]
fn the_earliest_end_is_told_with_its_reason() {
    let by_age = Expiry {
        last_on: date(2027, 1, 31),
        reason: ExpiryReason::SignatureAge,
    };
    assert_eq!(expiry(&good_release(), &known_pack()), Some(by_age));
    let mut named = good_release();
    named.expires_on = Some(date(2026, 12, 1));
    let by_name = Expiry {
        last_on: date(2026, 12, 1),
        reason: ExpiryReason::Named,
    };
    assert_eq!(expiry(&named, &known_pack()), Some(by_name));
    let unknown = Pack {
        max_signature_age_days: None,
        ..known_pack()
    };
    assert_eq!(expiry(&good_release(), &unknown), None);
    let to_receipt = Pack {
        age_counts_to: Some(AgeCountsTo::Received),
        ..known_pack()
    };
    assert_eq!(expiry(&good_release(), &to_receipt), None);
}
