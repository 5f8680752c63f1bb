//! Taking a release on record, and taking it back.

use crate::consents::{Capacity, Method, NamedAgencies, Release};
use crate::ids::StaffId;
use jiff::civil::Date;

/// Why a release is not taken on record as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseRefusal {
    #[error("a signer who is not the subject needs proof")]
    ProofMissing,
    #[error("a release needs the name of its signer")]
    SignerMissing,
    #[error("a release needs at least one agency")]
    AgencyMissing,
    #[error("a release needs at least one kind of data")]
    DataClassMissing,
    #[error("a spoken release needs what was said, and who checked the identity")]
    StatementMissing,
    #[error("only a spoken release has a spoken statement")]
    StatementUnexpected,
    #[error("a release cannot be received before it was signed")]
    ReceivedBeforeSigned,
    #[error("a release cannot be signed or received in the future")]
    InFuture,
    #[error("a release cannot end before it was signed")]
    EndsBeforeSigned,
    #[error("it was taken back before")]
    AlreadyRevoked,
    #[error("taking a release back needs how we learned of it")]
    HowMissing,
}

impl ReleaseRefusal {
    /// The key of the words for this refusal.
    pub fn key(self) -> &'static str {
        match self {
            ReleaseRefusal::ProofMissing => "release-proof-missing",
            ReleaseRefusal::SignerMissing => "release-signer-missing",
            ReleaseRefusal::AgencyMissing => "release-agency-missing",
            ReleaseRefusal::DataClassMissing => "release-data-class-missing",
            ReleaseRefusal::StatementMissing => "release-statement-missing",
            ReleaseRefusal::StatementUnexpected => "release-statement-unexpected",
            ReleaseRefusal::ReceivedBeforeSigned => "release-received-before-signed",
            ReleaseRefusal::InFuture => "release-in-future",
            ReleaseRefusal::EndsBeforeSigned => "release-ends-before-signed",
            ReleaseRefusal::AlreadyRevoked => "release-already-revoked",
            ReleaseRefusal::HowMissing => "release-how-missing",
        }
    }

    /// The values that stand in the message: none.
    pub fn args(self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Everything that is wrong with a release that is about to be recorded. What an agency thinks of it is the gate's
/// business; this is only what would make it no release at all.
pub fn check_release(release: &Release, today: Date) -> Result<(), Vec<ReleaseRefusal>> {
    let mut wrong = Vec::new();
    if release.signer_name.trim().is_empty() {
        wrong.push(ReleaseRefusal::SignerMissing);
    }
    if release.capacity != Capacity::Subject && release.proof_document.is_none() {
        wrong.push(ReleaseRefusal::ProofMissing);
    }
    if matches!(&release.agencies, NamedAgencies::These(codes) if codes.is_empty()) {
        wrong.push(ReleaseRefusal::AgencyMissing);
    }
    if release.scope.data_classes.is_empty() {
        wrong.push(ReleaseRefusal::DataClassMissing);
    }
    match (release.method, &release.oral) {
        (Method::Oral, None) => wrong.push(ReleaseRefusal::StatementMissing),
        (Method::Ink | Method::ESignature | Method::Portal, Some(_)) => {
            wrong.push(ReleaseRefusal::StatementUnexpected);
        }
        (Method::Oral, Some(_)) | (Method::Ink | Method::ESignature | Method::Portal, None) => {}
    }
    if release.received_on < release.signed_on {
        wrong.push(ReleaseRefusal::ReceivedBeforeSigned);
    }
    if release.signed_on > today || release.received_on > today {
        wrong.push(ReleaseRefusal::InFuture);
    }
    if release.expires_on.is_some_and(|on| on < release.signed_on) {
        wrong.push(ReleaseRefusal::EndsBeforeSigned);
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Takes a release back. It holds at once, for everything not yet sent; what was sent stays in the log.
pub fn revoke_release(
    release: &Release,
    by: StaffId,
    on: Date,
    how: &str,
) -> Result<Release, ReleaseRefusal> {
    if release.revoked_on.is_some() {
        return Err(ReleaseRefusal::AlreadyRevoked);
    }
    if how.trim().is_empty() {
        return Err(ReleaseRefusal::HowMissing);
    }
    Ok(Release {
        revoked_on: Some(on),
        revoked_by: Some(by),
        revoked_how: Some(how.trim().to_owned()),
        ..release.clone()
    })
}
