//! Where a sealed number may stand in full: in the inquiry to the agency whose number it is, by a channel the agency
//! takes, and nowhere else.

use crate::consents::{Disclosure, Pack};
use crate::people::{Identifier, IdentifierKind};

/// Why a number stays masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStays {
    /// It is another agency's number.
    OtherAgency,
    /// The agency does not take inquiries by this channel.
    ChannelNotAccepted,
    /// It is not known which channels the agency takes: a person decides.
    ChannelNotKnown,
    /// It belongs to somebody who is not a subject of the disclosure.
    OtherPerson,
}

impl NumberStays {
    /// The key of the words for this reason.
    pub fn key(self) -> &'static str {
        match self {
            NumberStays::OtherAgency => "number-stays-other-agency",
            NumberStays::ChannelNotAccepted => "number-stays-channel-not-accepted",
            NumberStays::ChannelNotKnown => "number-stays-channel-not-known",
            NumberStays::OtherPerson => "number-stays-other-person",
        }
    }
}

/// Whether a number may be written out in what goes to an agency on this disclosure.
pub fn number_may_go(
    identifier: &Identifier,
    disclosure: &Disclosure,
    pack: Option<&Pack>,
) -> Result<(), NumberStays> {
    if !disclosure
        .bases()
        .any(|(subject, _)| subject == identifier.person_id)
    {
        return Err(NumberStays::OtherPerson);
    }
    if !is_theirs(identifier, disclosure.recipient()) {
        return Err(NumberStays::OtherAgency);
    }
    match pack.and_then(|pack| pack.submit_channel.as_ref()) {
        None => Err(NumberStays::ChannelNotKnown),
        Some(accepted) if accepted.contains(&disclosure.channel()) => Ok(()),
        Some(_) => Err(NumberStays::ChannelNotAccepted),
    }
}

/// Whose number it is: as recorded with it, else by its kind. A component's number is its agency's too.
fn is_theirs(identifier: &Identifier, recipient: &str) -> bool {
    let belongs = |owner: &str| recipient == owner || recipient.starts_with(&format!("{owner}."));
    if let Some(agency) = &identifier.agency {
        return belongs(agency);
    }
    match identifier.kind {
        IdentifierKind::Ssn => belongs("ssa"),
        IdentifierKind::ANumber => belongs("dhs.uscis") || belongs("doj.eoir"),
        IdentifierKind::UscisReceipt => belongs("dhs.uscis"),
        IdentifierKind::VaFile => belongs("va"),
        IdentifierKind::Passport => belongs("state"),
        IdentifierKind::Claim | IdentifierKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consents::tests::{SUBJECT, disclosures::a_disclosure, known_pack};
    use crate::ids::{IdentifierId, PersonId};
    use crate::inquiries::AgencyChannel;
    use uuid::Uuid;

    fn number(kind: IdentifierKind, agency: Option<&str>) -> Identifier {
        Identifier {
            id: IdentifierId(Uuid::nil()),
            person_id: SUBJECT,
            kind,
            sealed: Vec::new(),
            blind: Vec::new(),
            last4: "6789".to_owned(),
            agency: agency.map(str::to_owned),
            created_at: jiff::Timestamp::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_number_goes_to_its_own_agency_by_a_channel_that_is_known() {
        let pack = |channels: Option<Vec<AgencyChannel>>| Pack {
            submit_channel: channels,
            ..known_pack()
        };
        let own = number(IdentifierKind::Claim, Some("some.agency"));
        let email = pack(Some(vec![AgencyChannel::Email]));
        assert_eq!(number_may_go(&own, &a_disclosure(), Some(&email)), Ok(()));
        let portal = pack(Some(vec![AgencyChannel::Portal]));
        let table = [
            (
                number(IdentifierKind::Claim, Some("ssa")),
                Some(&email),
                NumberStays::OtherAgency,
            ),
            (
                number(IdentifierKind::Ssn, None),
                Some(&email),
                NumberStays::OtherAgency,
            ),
            (own.clone(), Some(&portal), NumberStays::ChannelNotAccepted),
            (own.clone(), None, NumberStays::ChannelNotKnown),
            (
                Identifier {
                    person_id: PersonId(Uuid::nil()),
                    ..own.clone()
                },
                Some(&email),
                NumberStays::OtherPerson,
            ),
        ];
        for (identifier, pack, stays) in table {
            assert_eq!(number_may_go(&identifier, &a_disclosure(), pack), Err(stays));
        }
    }

    #[test]
    fn each_kind_has_its_agencies() {
        let table = [
            (IdentifierKind::Ssn, "ssa.hearing-office", true),
            (IdentifierKind::Ssn, "ssab", false),
            (IdentifierKind::ANumber, "dhs.uscis", true),
            (IdentifierKind::ANumber, "ssa", false),
            (IdentifierKind::VaFile, "va.bva", true),
            (IdentifierKind::Passport, "state.passports", true),
            (IdentifierKind::Claim, "ssa", false),
        ];
        for (kind, recipient, theirs) in table {
            assert_eq!(
                is_theirs(&number(kind, None), recipient),
                theirs,
                "{kind} {recipient}"
            );
        }
    }
}
