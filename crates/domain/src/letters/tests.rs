//! Templates, receivers and progress, as tables.

use super::*;
use crate::consents::{Capacity, tests as consents, tests::disclosures::a_disclosure};
use crate::ids::{CaseId, LetterId, PersonId, StaffId};
use crate::people::tests::{a_mailbox, a_person};
use crate::people::{ContactPoint, ContactPurpose, ContactReason, Person, Safe, Way};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const AMIRA: StaffId = StaffId(Uuid::from_u128(3));

fn to_rosa() -> Letter {
    Letter {
        id: LetterId(Uuid::from_u128(70)),
        case_id: Some(a_disclosure().case_id()),
        person_id: Some(a_person().id),
        to_kind: ToKind::Person,
        to_name: "Rosa Delgado".into(),
        to_address: "Rosa@Example.org".into(),
        way: Way::Email,
        template: None,
        template_version: None,
        language: "es".into(),
        subject: "Unas palabras de nuestra parte".into(),
        body: "Todavía no hay novedades.".into(),
        state: LetterState::Draft,
        message_id: None,
        thread_token: None,
        in_reply_to: None,
        disclosure_id: None,
        drafted_at: Timestamp::UNIX_EPOCH,
        drafted_by: AMIRA,
        signed_off_by: Some(AMIRA),
        confirmed_by: None,
        confirmed_reason: None,
        tells_of: vec![],
        queued_at: None,
        sent_at: None,
        attempts: 0,
        last_error: None,
        version: 1,
    }
}

fn to_agency() -> Letter {
    Letter {
        to_kind: ToKind::Agency,
        person_id: None,
        to_name: "Liaison".into(),
        to_address: "liaison@agency.example".into(),
        ..to_rosa()
    }
}

#[test]
fn an_agency_is_written_to_on_a_disclosure_for_this_case_and_way() {
    let sent = Outgoing::to_agency(to_agency(), &a_disclosure()).expect("allowed");
    assert_eq!(sent.letter().disclosure_id, Some(a_disclosure().id()));
    type Spoil = fn(&mut Letter);
    let table: [(Spoil, LetterRefusal); 7] = [
        (|l| l.to_kind = ToKind::Person, LetterRefusal::OtherReceiver),
        (|l| l.case_id = None, LetterRefusal::OtherDisclosure),
        (
            |l| l.case_id = Some(CaseId(Uuid::from_u128(71))),
            LetterRefusal::OtherDisclosure,
        ),
        (|l| l.way = Way::Post, LetterRefusal::OtherDisclosure),
        (|l| l.signed_off_by = None, LetterRefusal::NotSignedOff),
        (
            |l| l.subject = "SSN 123-45-6789".into(),
            LetterRefusal::SubjectNotNeutral,
        ),
        (
            |l| l.state = LetterState::Held,
            LetterRefusal::NotFrom(LetterState::Held),
        ),
    ];
    for (spoil, refusal) in table {
        let mut letter = to_agency();
        spoil(&mut letter);
        assert_eq!(Outgoing::to_agency(letter, &a_disclosure()), Err(refusal));
    }
}

fn write(
    letter: Letter,
    person: &Person,
    point: &ContactPoint,
    confirmed: Option<ContactConfirmed>,
) -> Result<Outgoing, LetterRefusal> {
    let contacting = Contacting {
        person,
        point,
        purpose: ContactPurpose::Casework,
        today: TODAY,
        confirmed,
    };
    Outgoing::to_person(letter, &contacting, &[a_person().id])
}

#[test]
fn a_person_is_written_to_by_a_safe_way_about_their_own_matter() {
    assert!(write(to_rosa(), &a_person(), &a_mailbox(), None).is_ok());
    type Spoil = fn(&mut Letter, &mut Person, &mut ContactPoint);
    let table: [(Spoil, LetterRefusal); 8] = [
        (
            |_, p, _| p.safe.ways.clear(),
            LetterRefusal::AskFirst(ContactReason::WayUnknown(Way::Email)),
        ),
        (
            |_, _, c| c.safe = Safe::No,
            LetterRefusal::Unsafe(ContactReason::PointUnsafe),
        ),
        (
            |_, p, _| p.deceased_on = Some(TODAY),
            LetterRefusal::Unsafe(ContactReason::Deceased),
        ),
        (
            |l, _, _| l.to_address = "someone@else.example".into(),
            LetterRefusal::OtherAddress,
        ),
        (|l, _, _| l.person_id = None, LetterRefusal::OtherReceiver),
        (
            |l, _, _| l.subject = "For Rosa".into(),
            LetterRefusal::SubjectNotNeutral,
        ),
        (|l, _, _| l.body = "\n ".into(), LetterRefusal::NoBody),
        (
            |l, p, _| {
                p.safe.words_not_to_say = Some("Congress".into());
                l.subject = "From your member of Congress".into();
            },
            LetterRefusal::SubjectNotNeutral,
        ),
    ];
    for (spoil, refusal) in table {
        let (mut letter, mut person, mut point) = (to_rosa(), a_person(), a_mailbox());
        spoil(&mut letter, &mut person, &mut point);
        assert_eq!(write(letter, &person, &point, None), Err(refusal));
    }
}

#[test]
fn a_question_is_answered_by_staff_for_its_own_reason_and_a_refusal_by_nobody() {
    let mut person = a_person();
    person.safe.ways.clear();
    let reason = ContactReason::WayUnknown(Way::Email);
    let confirmed = |reason| Some(ContactConfirmed { by: AMIRA, reason });
    assert!(write(to_rosa(), &person, &a_mailbox(), confirmed(reason)).is_ok());
    let other = write(
        to_rosa(),
        &person,
        &a_mailbox(),
        confirmed(ContactReason::PointUnknown),
    );
    assert_eq!(other, Err(LetterRefusal::AskFirst(reason)));
    person.do_not_contact = Some("asked us to stop".into());
    let refused = write(
        to_rosa(),
        &person,
        &a_mailbox(),
        confirmed(ContactReason::DoNotContact),
    );
    assert_eq!(refused, Err(LetterRefusal::Unsafe(ContactReason::DoNotContact)));
}

#[test]
fn a_case_is_told_to_its_subjects_and_to_whoever_speaks_for_them_only() {
    let (person, point) = (a_person(), a_mailbox());
    let contacting = Contacting {
        person: &person,
        point: &point,
        purpose: ContactPurpose::Casework,
        today: TODAY,
        confirmed: None,
    };
    let stranger = PersonId(Uuid::from_u128(80));
    let caller = Outgoing::to_person(to_rosa(), &contacting, &[stranger]);
    assert_eq!(
        caller,
        Err(LetterRefusal::OtherReceiver),
        "a daughter who called is not the subject"
    );
    let no_case = Letter {
        case_id: None,
        ..to_rosa()
    };
    assert!(Outgoing::to_person(no_case, &contacting, &[]).is_ok());

    let mut release = consents::good_release();
    assert_eq!(
        Representative::of(&release, TODAY),
        Err(LetterRefusal::NoRepresentative)
    );
    release.capacity = Capacity::Guardian;
    assert_eq!(
        Representative::of(&release, TODAY),
        Err(LetterRefusal::NoRepresentative),
        "no proof"
    );
    release.proof_document = Some(consents::PROOF);
    let guardian = Representative::of(&release, TODAY).expect("a guardian with proof");
    let letter = Letter {
        to_kind: ToKind::Representative,
        ..to_rosa()
    };
    let subjects = [release.person_id];
    assert!(Outgoing::to_representative(letter.clone(), &guardian, &contacting, &subjects).is_ok());
    let other_case = Outgoing::to_representative(letter.clone(), &guardian, &contacting, &[stranger]);
    assert_eq!(other_case, Err(LetterRefusal::OtherReceiver));
    let other_name = Letter {
        to_name: "Somebody Else".into(),
        ..letter
    };
    let other = Outgoing::to_representative(other_name, &guardian, &contacting, &subjects);
    assert_eq!(other, Err(LetterRefusal::OtherReceiver));
    release.revoked_on = Some(TODAY);
    assert_eq!(
        Representative::of(&release, TODAY),
        Err(LetterRefusal::NoRepresentative)
    );
}

const HEAD: &str =
    "---\nid: x\nversion: 3\nlanguage: en\nto: person\napproved: 2026-11-02\nsubject: A word\n---\n";

#[test]
fn a_template_with_a_fault_is_refused_where_the_fault_stands() {
    use TemplateFault::*;
    let table: Vec<(String, usize, usize, TemplateFault)> = vec![
        ("Dear".into(), 1, 1, NoHead),
        ("---\nid: x\n".into(), 1, 1, NoHead),
        (HEAD.replace("to:", "too:"), 5, 1, UnknownHead("too".into())),
        (
            HEAD.replace("version: 3", "version: new"),
            3,
            1,
            BadHead("version"),
        ),
        (HEAD.replace("version: 3\n", ""), 1, 1, BadHead("version")),
        (HEAD.replace("2026-11-02", "yes"), 6, 1, BadHead("approved")),
        (HEAD.replace("A word", "{{called}}"), 7, 1, SubjectNotNeutral),
        (
            format!("{HEAD}Dear {{{{caled}}}},"),
            9,
            6,
            UnknownField("caled".into()),
        ),
        (
            format!("{HEAD}\nÑandú {{{{called}}}} {{{{ssn}}}}"),
            10,
            18,
            UnknownField("ssn".into()),
        ),
        (format!("{HEAD}Dear {{{{called\n}}}}"), 9, 6, Unclosed),
        (
            format!("{HEAD}About {{{{matter}}}}"),
            9,
            7,
            TellsOfTheCase(Field::Matter),
        ),
        (
            format!("{HEAD}{{{{#if called}}}}"),
            9,
            1,
            UnknownField("#if called".into()),
        ),
    ];
    for (text, line, column, fault) in table {
        assert_eq!(
            Template::parse(&text),
            Err(TemplateError { line, column, fault }),
            "{text}"
        );
    }
}

#[test]
fn a_value_is_put_in_as_it_is_and_a_missing_one_is_an_error() {
    let template =
        Template::parse(&format!("{HEAD}Dear {{{{ called }}}},\n\n{{{{office_name}}}}\n")).expect("good");
    assert_eq!(template.fields(), [Field::Called, Field::OfficeName]);
    let mut values = BTreeMap::from([(Field::Called, "{{staff_name}} & <b>李</b>".to_owned())]);
    let missing = template.fill(Way::Email, &values);
    assert_eq!(
        missing,
        Err(TemplateError {
            line: 11,
            column: 1,
            fault: TemplateFault::NoValue(Field::OfficeName)
        })
    );
    values.insert(Field::OfficeName, "Office".to_owned());
    let rendered = template.fill(Way::Email, &values).expect("every value is there");
    assert_eq!(rendered.body, "Dear {{staff_name}} & <b>李</b>,\n\nOffice\n");
    let draft = Template::parse(&HEAD.replace("approved: 2026-11-02\n", "")).expect("good");
    assert_eq!(
        draft.fill(Way::Email, &values).map_err(|e| e.fault),
        Err(TemplateFault::NotApproved)
    );
}

#[test]
fn a_letter_moves_only_along_the_table() {
    for from in LetterState::ALL {
        for act in LetterAct::ALL {
            let letter = Letter {
                state: *from,
                ..to_rosa()
            };
            let to = LETTER_STEPS
                .iter()
                .find(|(a, b, _)| a == from && b == act)
                .map(|(_, _, to)| *to);
            let after = advance_letter(&letter, *act, Timestamp::UNIX_EPOCH, None);
            assert_eq!(
                after.map(|letter| letter.state),
                to.ok_or(LetterRefusal::NotFrom(*from)),
                "{from} {act}"
            );
        }
    }
    let at: Timestamp = "2026-11-23T15:00:00Z".parse().expect("an instant");
    let queued = advance_letter(&to_rosa(), LetterAct::Queue, at, None).expect("queued");
    let sending = advance_letter(&queued, LetterAct::BeginSending, at, None).expect("sending");
    let again = advance_letter(&sending, LetterAct::TryAgain, at, Some("busy")).expect("again");
    assert_eq!(
        (again.attempts, again.last_error.as_deref(), again.sent_at),
        (1, Some("busy"), None)
    );
    let sent = advance_letter(&sending, LetterAct::Delivered, at, None).expect("sent");
    assert_eq!((sent.sent_at, sent.queued_at), (Some(at), Some(at)));
    assert_eq!(
        advance_letter(&sent, LetterAct::BeginSending, at, None).map(|_| ()),
        Err(LetterRefusal::NotFrom(LetterState::Sent)),
        "nothing is sent twice"
    );
}
