//! Nothing goes to an agency without permission, asked for when it is sent and again when it leaves.

use actions::{
    ActionError,
    consents::{Planned, judge},
    inquiries::{SendBy, SendInquiry, Sent, send},
};
use domain::{
    cases::{EntryKind, NextAct, NextWord},
    clocks::{ClockKind, Turn},
    consents::{DataClass, GateVerdict},
    inquiries::{InquiryPurpose, InquiryState},
    letters::LetterState,
};
use testkit::{
    agency::{
        Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, the_letters,
        to_liaison,
    },
    both_engines,
    builders::the_case,
};

use super::{keys, posted};

both_engines! {
    async fn without_a_release_it_is_refused_with_the_rules_own_words(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let refused = send(&test.house, &test.caseworker(), &case, order.clone()).await;
        assert_eq!(keys(refused), ["gate-no-release"]);
        assert_eq!(the_inquiry(&test, &case, inquiry).await.state, InquiryState::Draft, "nothing changed");
        assert!(the_letters(&test, &case).await.is_empty());

        // The twin: with the release the very same order goes.
        given_release(&test, &case, "ssa").await;
        let sent = send(&test.house, &test.caseworker(), &case, order).await.expect("it goes");
        assert!(matches!(sent, Sent::Queued(_)));
        test.verify().await;
    }

    async fn judging_shows_what_sending_would_find(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let planned = Planned {
            agency: "ssa".into(),
            purpose: InquiryPurpose::AskStatus,
            data_classes: vec![DataClass::Status],
        };
        let caseworker = test.caseworker();
        let before = judge(&test.house, &caseworker, &case, &planned).await.expect("an answer");
        assert_eq!(before.verdict, GateVerdict::Refuse);
        given_release(&test, &case, "ssa").await;
        let after = judge(&test.house, &caseworker, &case, &planned).await.expect("an answer");
        assert_eq!(after.verdict, GateVerdict::Allow);
        let tax = Planned { data_classes: vec![DataClass::Tax], ..planned };
        let other = judge(&test.house, &caseworker, &case, &tax).await.expect("an answer");
        assert_eq!(other.verdict, GateVerdict::Refuse, "tax data needs writing");
        assert!(matches!(judge(&test.house, &test.auditor(), &case, &tax).await, Err(ActionError::NotAllowed(_))));
    }

    async fn an_email_is_sent_when_the_post_took_it_and_not_before(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let Sent::Queued(letter) = send(&test.house, &test.caseworker(), &case, order).await.expect("it goes") else {
            panic!("an e-mail goes by the post");
        };
        let waiting = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((waiting.state, waiting.sent_on), (InquiryState::Ready, None), "in the post is not sent");
        assert_eq!(the_case(&test, &case).await.turn, Turn::Ours);

        test.days_pass(3);
        posted(&test, letter).await;
        let sent = the_inquiry(&test, &case, inquiry).await;
        assert_eq!((sent.state, sent.sent_on), (InquiryState::Sent, Some(test.today())), "the day it left");
        let seen = the_case(&test, &case).await;
        assert_eq!(seen.turn, Turn::Agency);
        assert_eq!(seen.next_act, NextAct::Named(NextWord::Chase));
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let clocks = store::cases::clocks(&mut look, &seen).await.expect("clocks");
        let clock = clocks.iter().find(|clock| clock.kind == ClockKind::AgencyReply).expect("the agency's clock");
        assert_eq!((clock.started_on, clock.subject), (test.today(), Some(inquiry.0)));
        assert_eq!(sent.due_on, clock.due(test.house.calendar("us-federal")));
        let log = store::consents::disclosures(&mut look, &seen).await.expect("the log");
        assert_eq!(log.len(), 1);
        assert_eq!((log[0].recipient.as_str(), log[0].at), ("ssa", test.now()));
        let lines = store::cases::entries(&mut look, &seen, None, 50).await.expect("the timeline");
        assert!(lines.iter().any(|line| line.kind == EntryKind::Inquiry && line.subject_id == Some(inquiry.0)));
        drop(look);
        test.verify().await;
    }

    async fn what_was_sent_by_hand_has_the_day_somebody_typed(test) {
        use domain::inquiries::AgencyChannel;
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let draft = the_inquiry(&test, &case, inquiry).await;
        let words = domain::inquiries::Wording {
            liaison: None,
            purpose: draft.purpose,
            question: draft.question.clone(),
            data_classes: draft.data_classes.clone(),
            channel: AgencyChannel::Phone,
        };
        let change = actions::inquiries::ChangeInquiry { inquiry_id: inquiry, version: draft.version, words };
        actions::inquiries::change(&test.house, &test.caseworker(), &case, change).await.expect("changed");
        test.days_pass(7);
        let version = the_inquiry(&test, &case, inquiry).await.version;
        let on = |on| SendInquiry { inquiry_id: inquiry, version, by: SendBy::Hand { on }, chase_on: None };
        let today = test.today();
        let tomorrow = today.tomorrow().expect("a day");
        assert_eq!(keys(send(&test.house, &test.caseworker(), &case, on(tomorrow)).await), ["inquiry-in-future"]);
        let yesterday = today.yesterday().expect("a day");
        let sent = send(&test.house, &test.caseworker(), &case, on(yesterday)).await.expect("recorded");
        assert_eq!(sent, Sent::Recorded);
        assert_eq!(the_inquiry(&test, &case, inquiry).await.sent_on, Some(yesterday));
        let by_mail = to_liaison(&test, &case, inquiry).await;
        assert_eq!(keys(send(&test.house, &test.caseworker(), &case, by_mail).await), ["inquiry-not-draft"]);
        test.verify().await;
    }

    /// The same form sent twice is one letter with one answer.
    async fn an_order_sent_twice_is_one_letter(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let caseworker = test.caseworker();
        let mut answers = Vec::new();
        for _ in 0..2 {
            let (order, case) = (order.clone(), case.clone());
            let sent = actions::once(&test.house, "form-1", |house| async move {
                send(&house, &caseworker, &case, order).await
            });
            answers.push(sent.await.expect("it goes"));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(the_letters(&test, &case).await.len(), 1);
    }

    async fn an_old_form_changes_nothing(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let old = SendInquiry { version: order.version - 1, ..order.clone() };
        assert!(matches!(send(&test.house, &test.caseworker(), &case, old).await, Err(ActionError::Conflict)));
        send(&test.house, &test.caseworker(), &case, order.clone()).await.expect("it goes");
        let again = to_liaison(&test, &case, inquiry).await;
        assert_eq!(keys(send(&test.house, &test.caseworker(), &case, again).await), ["inquiry-already-sent"]);
        let letters = the_letters(&test, &case).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].state, LetterState::Queued);
        // What the hidden see: nothing.
        assert!(matches!(
            send(&test.house, &test.caseworker(), "7K4-M2Q", order).await,
            Err(ActionError::NotFound)
        ));
    }
}
