//! An inquiry's life, act by act.

use super::*;
use crate::consents::{DataClass, Disclosure, tests::disclosures::a_disclosure};
use crate::ids::{CaseId, InquiryId, ReplyId, StaffId};
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const AMIRA: StaffId = StaffId(Uuid::from_u128(3));

fn disclosure() -> Disclosure {
    a_disclosure()
}

fn draft() -> Inquiry {
    let disclosure = disclosure();
    Inquiry {
        id: disclosure.inquiry_id(),
        case_id: disclosure.case_id(),
        agency: disclosure.recipient().to_owned(),
        liaison: None,
        purpose: disclosure.purpose(),
        question: "Where does the claim stand?".to_owned(),
        data_classes: vec![DataClass::Status],
        channel: disclosure.channel(),
        state: InquiryState::Draft,
        drafted_at: jiff::Timestamp::UNIX_EPOCH,
        drafted_by: AMIRA,
        sent_on: None,
        agency_ref: None,
        due_on: None,
        chase_on: None,
        chases: Vec::new(),
        disclosure_id: None,
        letter_id: None,
        closed_on: None,
        version: 1,
    }
}

fn how() -> SentHow {
    SentHow {
        on: date(2026, 11, 2),
        today: TODAY,
        due_on: Some(date(2026, 11, 30)),
        chase_on: Some(date(2026, 11, 16)),
        letter_id: None,
    }
}

fn sent() -> Inquiry {
    send_inquiry(&make_ready(&draft()).expect("ready"), &disclosure(), None, how()).expect("sent")
}

fn chased() -> Inquiry {
    let chase = Chase {
        on: date(2026, 11, 16),
        by: AMIRA,
        channel: AgencyChannel::Phone,
        note: None,
    };
    chase_inquiry(&sent(), chase, Some(date(2026, 11, 30)), TODAY).expect("chased")
}

fn reply(kind: ReplyKind) -> Reply {
    let inquiry = draft();
    Reply {
        id: ReplyId(Uuid::from_u128(60)),
        inquiry_id: inquiry.id,
        case_id: inquiry.case_id,
        kind,
        learned: Learned::Received,
        acted_on: Some(date(2026, 11, 18)),
        known_on: date(2026, 11, 20),
        text: "We are looking into it.".to_owned(),
        comment: None,
        expected_on: None,
        reason: None,
        open_questions: Vec::new(),
        referred_to: None,
        document_id: None,
        told_by: None,
        recorded_by: AMIRA,
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn a_draft_needs_its_question_and_kinds_before_it_is_ready() {
    assert_eq!(
        make_ready(&Inquiry {
            question: " ".into(),
            ..draft()
        }),
        Err(InquiryRefusal::NoQuestion)
    );
    assert_eq!(
        make_ready(&Inquiry {
            data_classes: vec![],
            ..draft()
        }),
        Err(InquiryRefusal::NoDataClass)
    );
    assert_eq!(make_ready(&sent()), Err(InquiryRefusal::NotDraft));
}

#[test]
fn it_is_sent_only_on_its_own_disclosure_and_dated_as_sent() {
    let ready = make_ready(&draft()).expect("ready");
    type Spoil = fn(&mut Inquiry);
    let table: [(Spoil, InquiryRefusal); 8] = [
        (
            |i| i.id = InquiryId(Uuid::from_u128(96)),
            InquiryRefusal::OtherDisclosure,
        ),
        (
            |i| i.case_id = CaseId(Uuid::from_u128(96)),
            InquiryRefusal::OtherDisclosure,
        ),
        (
            |i| i.agency = "other.agency".into(),
            InquiryRefusal::OtherDisclosure,
        ),
        (
            |i| i.purpose = InquiryPurpose::ExpressJudgment,
            InquiryRefusal::OtherDisclosure,
        ),
        (
            |i| i.data_classes.push(DataClass::Tax),
            InquiryRefusal::OtherDisclosure,
        ),
        (
            |i| i.channel = AgencyChannel::Fax,
            InquiryRefusal::OtherDisclosure,
        ),
        (|i| i.state = InquiryState::Draft, InquiryRefusal::NotReady),
        (|i| i.state = InquiryState::Sent, InquiryRefusal::AlreadySent),
    ];
    for (spoil, refusal) in table {
        let mut spoiled = ready.clone();
        spoil(&mut spoiled);
        assert_eq!(send_inquiry(&spoiled, &disclosure(), None, how()), Err(refusal));
    }
    let tomorrow = SentHow {
        on: date(2026, 11, 24),
        ..how()
    };
    assert_eq!(
        send_inquiry(&ready, &disclosure(), None, tomorrow),
        Err(InquiryRefusal::InFuture)
    );
    let mut pack = crate::consents::Pack::unknown("some.agency");
    assert!(
        send_inquiry(&ready, &disclosure(), Some(&pack), how()).is_ok(),
        "not known is not no"
    );
    pack.submit_channel = Some(vec![AgencyChannel::Portal]);
    let refused = send_inquiry(&ready, &disclosure(), Some(&pack), how());
    assert_eq!(refused, Err(InquiryRefusal::ChannelNotAccepted));

    let inquiry = sent();
    assert_eq!(
        (inquiry.state, inquiry.sent_on),
        (InquiryState::Sent, Some(date(2026, 11, 2)))
    );
    assert_eq!(inquiry.disclosure_id, Some(disclosure().id()));
    assert!(inquiry.is_open());
    assert_eq!(ready.sent_on, None, "being ready is not being sent");
}

#[test]
fn no_reply_is_declared_only_after_asking_again() {
    assert_eq!(
        declare_no_reply(&draft(), TODAY, TODAY),
        Err(InquiryRefusal::NotSent)
    );
    assert_eq!(
        declare_no_reply(&sent(), TODAY, TODAY),
        Err(InquiryRefusal::NotChased)
    );
    assert_eq!(
        declare_no_reply(&chased(), date(2026, 11, 15), TODAY),
        Err(InquiryRefusal::BeforeSent)
    );
    let given_up = declare_no_reply(&chased(), TODAY, TODAY).expect("asked and waited");
    assert_eq!(
        (given_up.state, given_up.closed_on),
        (InquiryState::NoReply, Some(TODAY))
    );
    assert!(!given_up.is_open());
    assert_eq!(
        declare_no_reply(&given_up, TODAY, TODAY),
        Err(InquiryRefusal::NotOpen)
    );
    let answer = record_reply(&given_up, &reply(ReplyKind::Substantive), None, TODAY);
    assert_eq!(answer.expect("late, and welcome").0.state, InquiryState::Answered);
}

#[test]
fn a_chase_is_dated_and_points_forward() {
    let chase = |on| Chase {
        on,
        by: AMIRA,
        channel: AgencyChannel::Email,
        note: None,
    };
    let refused = |on, next| chase_inquiry(&sent(), chase(on), next, TODAY).expect_err("refused");
    assert_eq!(refused(date(2026, 11, 24), None), InquiryRefusal::InFuture);
    assert_eq!(refused(date(2026, 11, 1), None), InquiryRefusal::BeforeSent);
    assert_eq!(refused(TODAY, Some(TODAY)), InquiryRefusal::ChaseInPast);
    assert_eq!(
        chase_inquiry(&draft(), chase(TODAY), None, TODAY),
        Err(InquiryRefusal::NotSent)
    );
    let again = chased();
    assert_eq!(
        (again.chases.len(), again.chase_on),
        (1, Some(date(2026, 11, 30)))
    );
}

#[test]
fn each_kind_of_reply_does_what_the_handbook_says() {
    use ReplyEffect::*;
    let (acted, known) = (date(2026, 11, 18), date(2026, 11, 20));
    let new_day = date(2026, 12, 14);
    let tell = TellPerson { from: known };
    let extend = ExtendAgencyClock {
        from: Some(date(2026, 11, 30)),
        to: new_day,
        reason: Some("backlog".into()),
    };
    for kind in ReplyKind::ALL {
        let mut reply = reply(*kind);
        reply.reason = Some("backlog".into());
        reply.expected_on = Some(new_day);
        reply.open_questions = vec!["Since when?".into()];
        reply.referred_to = Some("va.health".into());
        let stop = StopAgencyClock { on: acted };
        let (expected, state) = match kind {
            ReplyKind::Acknowledgement => (vec![AgencyClockRunsOn], InquiryState::Sent),
            ReplyKind::Interim => (vec![extend.clone(), tell.clone()], InquiryState::Sent),
            ReplyKind::Partial => {
                let open = QuestionsStayOpen(vec!["Since when?".into()]);
                (vec![AgencyClockRunsOn, open, tell.clone()], InquiryState::Sent)
            }
            ReplyKind::Substantive => (vec![stop, tell.clone()], InquiryState::Answered),
            ReplyKind::Referral => {
                let other = AskOtherBody {
                    body: Some("va.health".into()),
                    handed_on: acted,
                };
                (vec![stop, other, tell.clone()], InquiryState::Answered)
            }
            ReplyKind::RefusalOfRelease => {
                let back = BackToRelease {
                    reason: Some("backlog".into()),
                };
                (vec![stop, back, tell.clone()], InquiryState::Answered)
            }
            ReplyKind::NoReply => {
                let refused = record_reply(&chased(), &reply, None, TODAY);
                assert_eq!(refused, Err(InquiryRefusal::DeclaredNotReceived));
                continue;
            }
        };
        let (after, effects) = record_reply(&sent(), &reply, Some(" C-77 "), TODAY).expect("a good reply");
        assert_eq!(effects, expected, "{kind}");
        assert_eq!(after.state, state, "{kind}");
        assert_eq!(after.agency_ref.as_deref(), Some("C-77"), "{kind}");
        assert_eq!(
            after.sent_on,
            sent().sent_on,
            "{kind} never moves the day it was sent"
        );
        assert_eq!(
            after.closed_on,
            (state == InquiryState::Answered).then_some(known),
            "{kind}"
        );
        let due = if *kind == ReplyKind::Interim {
            Some(new_day)
        } else {
            Some(date(2026, 11, 30))
        };
        assert_eq!(after.due_on, due, "{kind}");
    }
}

#[test]
fn a_reply_is_dated_by_how_it_was_learned() {
    type Spoil = fn(&mut Reply);
    let table: [(ReplyKind, Spoil, InquiryRefusal); 7] = [
        (
            ReplyKind::Substantive,
            |r| r.known_on = date(2026, 11, 24),
            InquiryRefusal::InFuture,
        ),
        (
            ReplyKind::Substantive,
            |r| r.acted_on = Some(date(2026, 11, 21)),
            InquiryRefusal::KnownBeforeActed,
        ),
        (ReplyKind::Substantive, |r| r.text.clear(), InquiryRefusal::NoText),
        (ReplyKind::Partial, |_| {}, InquiryRefusal::NoOpenQuestion),
        (
            ReplyKind::Interim,
            |r| r.expected_on = Some(date(2026, 11, 20)),
            InquiryRefusal::ExpectedInPast,
        ),
        (
            ReplyKind::Substantive,
            |r| r.inquiry_id = InquiryId(Uuid::nil()),
            InquiryRefusal::OtherInquiry,
        ),
        (
            ReplyKind::Substantive,
            |r| r.case_id = CaseId(Uuid::nil()),
            InquiryRefusal::OtherInquiry,
        ),
    ];
    for (kind, spoil, refusal) in table {
        let mut spoiled = reply(kind);
        spoil(&mut spoiled);
        assert_eq!(record_reply(&sent(), &spoiled, None, TODAY), Err(refusal));
    }
    assert_eq!(
        record_reply(&draft(), &reply(ReplyKind::Substantive), None, TODAY),
        Err(InquiryRefusal::NotSent)
    );
    let mut reported = reply(ReplyKind::Substantive);
    reported.learned = Learned::ReportedByPerson;
    reported.acted_on = None;
    let (_, effects) =
        record_reply(&sent(), &reported, None, TODAY).expect("the day of the act is not known");
    assert!(effects.contains(&ReplyEffect::StopAgencyClock {
        on: reported.known_on
    }));
}

#[test]
fn withdrawing_ends_it_and_a_later_answer_does_not_open_it_again() {
    let withdrawn = withdraw_inquiry(&sent(), TODAY).expect("nobody has answered");
    assert_eq!(
        (withdrawn.state, withdrawn.closed_on),
        (InquiryState::Withdrawn, Some(TODAY))
    );
    assert_eq!(withdraw_inquiry(&withdrawn, TODAY), Err(InquiryRefusal::NotOpen));
    let (after, _) = record_reply(&withdrawn, &reply(ReplyKind::Substantive), None, TODAY).expect("kept");
    assert_eq!(after.state, InquiryState::Withdrawn);
}
