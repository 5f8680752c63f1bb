//! Draft a letter to the person of a case or to whoever speaks for them, from an approved template or in own words.

use std::collections::BTreeMap;

use domain::{
    access::{Actor, Deed},
    consents::Release,
    ids::{LetterId, PersonId, ReleaseId, ReplyId},
    letters::{Field, Letter, LetterState, Representative, ToKind, find_template},
    people::{ContactKind, ContactPoint, Safe, Way},
};
use jiff::civil::Date;
use store::{cases::SeenCase, people::SeenPerson};

use super::fields::{known_fields, templates};
use crate::{ActionError, Doing, FieldFault, House, Refused};

/// Whom a letter is for. Agencies are written to by inquiries only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    Person,
    /// The signer of a release who signed for the subject; the person is the signer's own entry.
    Representative {
        person_id: PersonId,
        release_id: ReleaseId,
    },
}

/// What a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// An approved template in the person's language; the fields are those the house cannot know.
    Template {
        id: String,
        fields: BTreeMap<Field, String>,
    },
    Own {
        subject: String,
        body: String,
    },
}

/// A letter to be drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLetter {
    pub to: Receiver,
    pub way: Way,
    /// None: the one of the person's mailboxes, numbers or addresses that is safest.
    pub to_address: Option<String>,
    pub words: Words,
    /// The Message-ID it answers.
    pub in_reply_to: Option<String>,
    /// The replies of agencies that the person hears of by it.
    pub tells_of: Vec<ReplyId>,
}

/// Drafts a letter on a case.
pub async fn draft(
    house: &House,
    actor: &Actor,
    reference: &str,
    what: DraftLetter,
) -> Result<LetterId, ActionError> {
    let mut doing = Doing::begin(house, actor, Deed::WorkCases).await?;
    let case = doing.case(reference).await?;
    let letter = draft_in(&mut doing, &case, what).await?;
    doing.answers(&letter.id);
    doing.commit_case("letters.draft", case.id, None).await?;
    Ok(letter.id)
}

/// As [`draft`], in an act under way.
pub async fn draft_in(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    what: DraftLetter,
) -> Result<Letter, ActionError> {
    let (person, to_kind, to_name) = receiver(doing, case, what.to).await?;
    let points = store::people::contact_points(&mut doing.act, &person).await?;
    let to_address = what
        .to_address
        .or_else(|| safest(&points, what.way, doing.stamp.today).map(|point| point.value.clone()))
        .ok_or_else(|| ActionError::Invalid(vec![FieldFault::new("to_address", "field-no-way-there")]))?;
    let language = person.languages.first().unwrap_or(&doing.office.language).clone();
    let mut letter = Letter {
        id: LetterId(doing.act.new_id()),
        case_id: Some(case.id),
        person_id: Some(person.id),
        to_kind,
        to_name,
        to_address,
        way: what.way,
        template: None,
        template_version: None,
        language,
        subject: String::new(),
        body: String::new(),
        state: LetterState::Draft,
        message_id: None,
        thread_token: None,
        in_reply_to: what.in_reply_to,
        disclosure_id: None,
        drafted_at: doing.stamp.now,
        drafted_by: doing.stamp.by,
        signed_off_by: None,
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: what.tells_of,
        queued_at: None,
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 0,
    };
    write(doing, case, &person, &mut letter, what.words).await?;
    doing.act.insert(&letter).await?;
    Ok(letter)
}

async fn write(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    person: &SeenPerson,
    letter: &mut Letter,
    words: Words,
) -> Result<(), ActionError> {
    match words {
        Words::Own { subject, body } => {
            letter.subject = subject.trim().to_owned();
            letter.body = body;
        }
        Words::Template { id, fields } => {
            let template = find_template(templates(), &id, &person.languages)
                .filter(|template| template.to != ToKind::Agency)
                .ok_or_else(|| Refused::new("refused-template-missing").with("name", &id))?;
            let fields = known_fields(doing, case, person, &template.language, fields).await?;
            let rendered = template.fill(letter.way, &fields)?;
            letter.subject = rendered.subject;
            letter.body = rendered.body;
            letter.language.clone_from(&template.language);
            letter.template = Some(template.id.clone());
            letter.template_version = Some(template.version);
        }
    }
    Ok(())
}

async fn receiver(
    doing: &mut Doing<'_>,
    case: &SeenCase,
    to: Receiver,
) -> Result<(SeenPerson, ToKind, String), ActionError> {
    match to {
        Receiver::Person => {
            let id = case.person_id.ok_or_else(|| Refused::new("guard-person-known"))?;
            let person = doing.act.person(id).await?.ok_or(ActionError::NotFound)?;
            let name = person.full_name.clone();
            Ok((person, ToKind::Person, name))
        }
        Receiver::Representative {
            person_id,
            release_id,
        } => {
            let releases: Vec<Release> = store::consents::releases_of_subject(&mut doing.act, case).await?;
            let release = releases.iter().find(|release| release.id == release_id);
            let release = release.ok_or(ActionError::NotFound)?;
            let representative = Representative::of(release, doing.stamp.today)?;
            let person = doing.act.person(person_id).await?;
            let person = person.ok_or(ActionError::NotFound)?;
            Ok((person, ToKind::Representative, representative.name().to_owned()))
        }
    }
}

/// Which kinds of contact point a way reaches.
pub(super) const fn kinds_of(way: Way) -> &'static [ContactKind] {
    match way {
        Way::Email => &[ContactKind::Email],
        Way::Post => &[ContactKind::Post],
        Way::Text => &[ContactKind::Mobile],
        Way::Phone | Way::Voicemail => &[ContactKind::Mobile, ContactKind::Phone],
    }
}

/// The point that is theirs today and said to be safest; one that is said to be unsafe is never offered.
fn safest(points: &[ContactPoint], way: Way, today: Date) -> Option<&ContactPoint> {
    let theirs = points.iter().filter(|point| {
        kinds_of(way).contains(&point.kind)
            && point.safe != Safe::No
            && point.from_on.is_none_or(|from| from <= today)
            && point.to_on.is_none_or(|to| today <= to)
    });
    theirs.min_by_key(|point| {
        let safe = match point.safe {
            Safe::Yes => 0,
            Safe::Ask => 1,
            Safe::Unknown => 2,
            Safe::No => 3,
        };
        (safe, std::cmp::Reverse(point.verified_on), point.id)
    })
}
