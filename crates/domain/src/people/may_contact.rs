//! Whether a message may go to a person by one way at one contact point. Asked before everything that goes out:
//! acknowledgements, reminders, closing letters, calendar entries and texts alike. Unknown means ask, not send.

use crate::people::{ContactKind, ContactPoint, Person, Safe, Way};
use crate::words;
use jiff::civil::Date;

words! {
    /// What a message is for. No purpose turns an *ask* into a *send*.
    pub enum ContactPurpose {
        Acknowledgement => "acknowledgement",
        Casework => "casework",
        Reminder => "reminder",
        FollowUp => "follow-up",
        /// General mail, not about anyone's case: nobody is troubled with a question for it.
        General => "general",
    }
}

/// Why a person should be asked first, or nobody may be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactReason {
    Deceased,
    DoNotContact,
    NothingByPost,
    WayUnsafe(Way),
    WayAsk(Way),
    WayUnknown(Way),
    PointUnsafe,
    PointAsk,
    PointUnknown,
    /// The point was theirs once.
    OldPoint,
    /// The point is not theirs yet.
    NotYetTheirs,
    /// Such a point cannot be reached by this way.
    WrongWay(Way),
    /// The point belongs to somebody else.
    OtherPerson,
}

impl ContactReason {
    /// The key of the words for this reason.
    pub fn key(self) -> &'static str {
        match self {
            ContactReason::Deceased => "contact-deceased",
            ContactReason::DoNotContact => "contact-do-not-contact",
            ContactReason::NothingByPost => "contact-nothing-by-post",
            ContactReason::WayUnsafe(_) => "contact-way-unsafe",
            ContactReason::WayAsk(_) => "contact-way-ask",
            ContactReason::WayUnknown(_) => "contact-way-unknown",
            ContactReason::PointUnsafe => "contact-point-unsafe",
            ContactReason::PointAsk => "contact-point-ask",
            ContactReason::PointUnknown => "contact-point-unknown",
            ContactReason::OldPoint => "contact-old-point",
            ContactReason::NotYetTheirs => "contact-not-yet-theirs",
            ContactReason::WrongWay(_) => "contact-wrong-way",
            ContactReason::OtherPerson => "contact-other-person",
        }
    }

    /// One word for exactly this reason, to be kept with the decision to go against it.
    pub fn word(self) -> String {
        let mut word = self.key().to_owned();
        for (_, value) in self.args() {
            word.push(':');
            word.push_str(&value);
        }
        word
    }

    /// The values the words need.
    pub fn args(self) -> Vec<(&'static str, String)> {
        match self {
            ContactReason::WayUnsafe(way)
            | ContactReason::WayAsk(way)
            | ContactReason::WayUnknown(way)
            | ContactReason::WrongWay(way) => vec![("way", way.to_string())],
            ContactReason::Deceased
            | ContactReason::DoNotContact
            | ContactReason::NothingByPost
            | ContactReason::PointUnsafe
            | ContactReason::PointAsk
            | ContactReason::PointUnknown
            | ContactReason::OldPoint
            | ContactReason::NotYetTheirs
            | ContactReason::OtherPerson => Vec::new(),
        }
    }
}

/// May we?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactAnswer {
    Send,
    /// A member of staff has to decide, having asked the person where they can.
    Ask(ContactReason),
    Refuse(ContactReason),
}

/// Whether this person may be reached by this way at this point on this day. Refusals come first; then the way, then
/// the point, each of which has to be known to be safe.
pub fn may_contact(
    person: &Person,
    point: &ContactPoint,
    way: Way,
    purpose: ContactPurpose,
    today: Date,
) -> ContactAnswer {
    let answer = look(person, point, way, today);
    match answer {
        ContactAnswer::Ask(reason) if purpose == ContactPurpose::General => ContactAnswer::Refuse(reason),
        ContactAnswer::Send | ContactAnswer::Ask(_) | ContactAnswer::Refuse(_) => answer,
    }
}

fn look(person: &Person, point: &ContactPoint, way: Way, today: Date) -> ContactAnswer {
    use ContactAnswer::{Ask, Refuse, Send};
    if point.person_id != person.id {
        return Refuse(ContactReason::OtherPerson);
    }
    if person.deceased_on.is_some() {
        return Refuse(ContactReason::Deceased);
    }
    if person.do_not_contact.is_some() {
        return Refuse(ContactReason::DoNotContact);
    }
    if !reaches(point.kind, way) {
        return Refuse(ContactReason::WrongWay(way));
    }
    if way == Way::Post && person.safe.nothing_by_post {
        return Refuse(ContactReason::NothingByPost);
    }
    if point.to_on.is_some_and(|last| last < today) {
        return Refuse(ContactReason::OldPoint);
    }
    let way_safe = person.safe.ways.get(&way).copied().unwrap_or(Safe::Unknown);
    if point.safe == Safe::No {
        return Refuse(ContactReason::PointUnsafe);
    }
    if way_safe == Safe::No {
        return Refuse(ContactReason::WayUnsafe(way));
    }
    if point.from_on.is_some_and(|first| today < first) {
        return Ask(ContactReason::NotYetTheirs);
    }
    match (way_safe, point.safe) {
        (Safe::Yes, Safe::Yes) => Send,
        (Safe::Ask, _) => Ask(ContactReason::WayAsk(way)),
        (_, Safe::Ask) => Ask(ContactReason::PointAsk),
        (Safe::Unknown, _) => Ask(ContactReason::WayUnknown(way)),
        (_, Safe::Unknown) => Ask(ContactReason::PointUnknown),
        // Both were refused above.
        (Safe::No, _) => Refuse(ContactReason::WayUnsafe(way)),
        (_, Safe::No) => Refuse(ContactReason::PointUnsafe),
    }
}

fn reaches(kind: ContactKind, way: Way) -> bool {
    match (kind, way) {
        (ContactKind::Email, Way::Email)
        | (ContactKind::Phone, Way::Phone | Way::Voicemail)
        | (ContactKind::Mobile, Way::Phone | Way::Voicemail | Way::Text)
        | (ContactKind::Post, Way::Post) => true,
        (ContactKind::Email, Way::Phone | Way::Text | Way::Post | Way::Voicemail)
        | (ContactKind::Phone, Way::Text | Way::Email | Way::Post)
        | (ContactKind::Mobile, Way::Email | Way::Post)
        | (ContactKind::Post, Way::Phone | Way::Text | Way::Email | Way::Voicemail) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::tests::{a_mailbox, a_person};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 23);

    fn reason(
        spoil: fn(&mut Person, &mut ContactPoint),
        way: Way,
        purpose: ContactPurpose,
    ) -> (char, &'static str) {
        let (mut person, mut point) = (a_person(), a_mailbox());
        person.safe.ways.insert(way, Safe::Yes);
        spoil(&mut person, &mut point);
        match may_contact(&person, &point, way, purpose, TODAY) {
            ContactAnswer::Send => ('s', ""),
            ContactAnswer::Ask(reason) => ('a', reason.key()),
            ContactAnswer::Refuse(reason) => ('r', reason.key()),
        }
    }

    #[test]
    fn safe_contact_is_obeyed_for_every_purpose() {
        type Spoil = fn(&mut Person, &mut ContactPoint);
        let table: [(Spoil, (char, &str)); 16] = [
            (|_, _| {}, ('s', "")),
            (
                |p, _| p.deceased_on = Some(date(2026, 1, 1)),
                ('r', "contact-deceased"),
            ),
            (
                |p, _| p.do_not_contact = Some("asked us to stop".to_owned()),
                ('r', "contact-do-not-contact"),
            ),
            (
                |_, c| c.to_on = Some(date(2026, 11, 22)),
                ('r', "contact-old-point"),
            ),
            (|_, c| c.to_on = Some(TODAY), ('s', "")),
            (
                |_, c| c.from_on = Some(date(2026, 11, 24)),
                ('a', "contact-not-yet-theirs"),
            ),
            (|_, c| c.safe = Safe::No, ('r', "contact-point-unsafe")),
            (|_, c| c.safe = Safe::Ask, ('a', "contact-point-ask")),
            (|_, c| c.safe = Safe::Unknown, ('a', "contact-point-unknown")),
            (
                |p, _| {
                    p.safe.ways.insert(Way::Email, Safe::No);
                },
                ('r', "contact-way-unsafe"),
            ),
            (
                |p, _| {
                    p.safe.ways.insert(Way::Email, Safe::Ask);
                },
                ('a', "contact-way-ask"),
            ),
            (
                |p, _| {
                    p.safe.ways.insert(Way::Email, Safe::Unknown);
                },
                ('a', "contact-way-unknown"),
            ),
            (|p, _| p.safe.ways.clear(), ('a', "contact-way-unknown")),
            (|_, c| c.kind = ContactKind::Post, ('r', "contact-wrong-way")),
            (
                |_, c| c.person_id = crate::ids::PersonId(uuid::Uuid::from_u128(9)),
                ('r', "contact-other-person"),
            ),
            (|p, _| p.safe.nothing_by_post = true, ('s', "")),
        ];
        for purpose in ContactPurpose::ALL {
            for (n, (spoil, expected)) in table.iter().enumerate() {
                let mut expected = *expected;
                if *purpose == ContactPurpose::General && expected.0 == 'a' {
                    expected.0 = 'r';
                }
                assert_eq!(
                    reason(*spoil, Way::Email, *purpose),
                    expected,
                    "row {n}, {purpose}"
                );
            }
        }
        let no_post = |p: &mut Person, c: &mut ContactPoint| {
            p.safe.nothing_by_post = true;
            c.kind = ContactKind::Post;
        };
        let answer = reason(no_post, Way::Post, ContactPurpose::Casework);
        assert_eq!(answer, ('r', "contact-nothing-by-post"));
    }

    /// Of all ways, points and answers, only two plain yeses send; the twin that takes unknown for yes sends more.
    #[test]
    fn only_two_yeses_send() {
        let sends = |unknown_is_yes: bool| {
            let mut n_sends = 0;
            for way in Way::ALL {
                for kind in ContactKind::ALL {
                    for (way_safe, point_safe) in Safe::ALL
                        .iter()
                        .flat_map(|a| Safe::ALL.iter().map(move |b| (*a, *b)))
                    {
                        let read = |safe| {
                            if unknown_is_yes && safe == Safe::Unknown {
                                Safe::Yes
                            } else {
                                safe
                            }
                        };
                        let (mut person, mut point) = (a_person(), a_mailbox());
                        person.safe.ways.insert(*way, read(way_safe));
                        point.kind = *kind;
                        point.safe = read(point_safe);
                        let answer = may_contact(&person, &point, *way, ContactPurpose::Casework, TODAY);
                        n_sends += usize::from(answer == ContactAnswer::Send);
                    }
                }
            }
            n_sends
        };
        // Seven pairs of point and way fit, each with one pair of yeses.
        assert_eq!(sends(false), 7);
        assert_eq!(sends(true), 28);
    }
}
