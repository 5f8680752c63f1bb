//! When a release stops being good for an agency, and which standing releases a changed pack judges otherwise.

use crate::consents::steps::CHECKS;
use crate::consents::{
    AgeCountsTo, GateVerdict, Limit, NamedAgencies, Pack, Protection, Question, Release, gate::judge,
};
use crate::ids::ReleaseId;
use crate::inquiries::InquiryPurpose;
use crate::words;
use jiff::civil::Date;

words! {
    /// Why a release ends.
    pub enum ExpiryReason {
        /// The release names the day itself.
        Named => "named",
        /// The agency's limit on the age of a signature.
        SignatureAge => "signature-age",
    }
}

/// The last day a release is good for, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expiry {
    pub last_on: Date,
    pub reason: ExpiryReason,
}

/// The earliest end of a release for one agency; `None` where no end is known. An age counted to receipt ends a
/// release only by its being received too late.
pub fn expiry(release: &Release, pack: &Pack) -> Option<Expiry> {
    let named = release.expires_on.map(|last_on| Expiry {
        last_on,
        reason: ExpiryReason::Named,
    });
    let by_age = release.scope.data_classes.iter().filter_map(|class| {
        let rules = pack.rules_for(*class);
        match (rules.max_signature_age_days, rules.age_counts_to) {
            (Some(Limit::Days(limit)), Some(AgeCountsTo::Sent) | None) => {
                let last_on = release
                    .signed_on
                    .checked_add(jiff::Span::new().days(i64::from(limit)))
                    .ok()?;
                Some(Expiry {
                    last_on,
                    reason: ExpiryReason::SignatureAge,
                })
            }
            (Some(Limit::Days(_)), Some(AgeCountsTo::Received)) | (Some(Limit::Word(_)) | None, _) => None,
        }
    });
    named
        .into_iter()
        .chain(by_age)
        .min_by_key(|expiry| expiry.last_on)
}

/// The last day on which a signature may still be received, where a rule counts from signing to receipt.
pub fn receive_by(signed_on: Date, limit_days: u16) -> Option<Date> {
    signed_on
        .checked_add(jiff::Span::new().days(i64::from(limit_days)))
        .ok()
}

/// A standing release whose verdict a change of pack changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejudged {
    pub release: ReleaseId,
    pub before: GateVerdict,
    pub after: GateVerdict,
}

/// Judges every standing release by the old pack and the new, for all that each covers, and says which verdicts
/// changed.
pub fn rejudge(releases: &[Release], before: &Pack, after: &Pack, today: Date) -> Vec<Rejudged> {
    let standing = releases.iter().filter(|release| {
        release.revoked_on.is_none()
            && match &release.agencies {
                NamedAgencies::All => true,
                NamedAgencies::These(codes) => codes.contains(&after.agency),
            }
    });
    standing
        .filter_map(|release| {
            let verdict = |pack: &Pack| {
                let question = Question {
                    case_id: release.case_id,
                    subjects: &[release.person_id],
                    agency: &pack.agency,
                    purpose: InquiryPurpose::AskStatus,
                    data_classes: &release.scope.data_classes,
                    records: release.scope.period,
                    last_closed_on: None,
                    protection: Protection::Ordinary,
                    today,
                };
                judge(&question, pack, std::slice::from_ref(release), CHECKS).verdict
            };
            let rejudged = Rejudged {
                release: release.id,
                before: verdict(before),
                after: verdict(after),
            };
            (rejudged.before != rejudged.after).then_some(rejudged)
        })
        .collect()
}
