//! Letters to people: never where it is not safe, never by a machine to a machine.

use actions::letters::{
    Acknowledged, Begun, ChangeLetter, DraftLetter, NotAcknowledged, Posted, QueueLetter, Receiver, Words,
    acknowledge_in, change, draft, hold, queue, record_posted, send_again, sign_off, take_back,
};
use actions::{ActionError, Doing};
use domain::{
    access::{Actor, Deed},
    arrivals::{Arrival, ArrivalChannel, Fate, MatterKind, Verdict},
    ids::{ArrivalId, LetterId},
    letters::{LetterState, NoAutoAnswer},
    people::{Safe, Way},
};
use testkit::{
    agency::{MAILBOX, Mail, a_benefits_case, a_person, say_mail_is, the_letters, the_tasks},
    both_engines,
    builders::the_case,
    house::TestHouse,
};

use super::{begun, keys, posted};

fn no_news(way: Way) -> DraftLetter {
    DraftLetter {
        to: Receiver::Person,
        way,
        to_address: None,
        words: Words::Template {
            id: "no-news-yet".into(),
            fields: std::collections::BTreeMap::new(),
        },
        in_reply_to: None,
        tells_of: vec![],
    }
}

async fn drafted(test: &TestHouse, actor: &Actor, case: &str) -> QueueLetter {
    let letter = draft(&test.house, actor, case, no_news(Way::Email))
        .await
        .expect("drafted");
    QueueLetter {
        letter_id: letter,
        version: version(test, case, letter).await,
        confirm: None,
    }
}

async fn version(test: &TestHouse, case: &str, letter: LetterId) -> i64 {
    the_letters(test, case)
        .await
        .iter()
        .find(|l| l.id == letter)
        .expect("the letter")
        .version
}

async fn state(test: &TestHouse, case: &str, letter: LetterId) -> LetterState {
    the_letters(test, case)
        .await
        .iter()
        .find(|l| l.id == letter)
        .expect("the letter")
        .state
}

fn an_email(test: &TestHouse, verdict: Verdict, from: &str) -> Arrival {
    Arrival {
        id: ArrivalId(test.desk().new_id()),
        channel: ArrivalChannel::Email,
        digest: vec![1],
        raw_object: None,
        raw_bytes: 0,
        received_at: test.now(),
        batch_id: None,
        attempts: 1,
        verdict,
        because: vec![],
        from_name: String::new(),
        from_address: from.into(),
        subject: "Help".into(),
        written_at: None,
        message_id: Some("<first@home.example>".into()),
        new_text: String::new(),
        quoted_text: String::new(),
        signature: String::new(),
        html: None,
        left_out: 0,
        reply_to_case: None,
        person_id: None,
        fate: Fate::OpenedCase,
        fate_reason: None,
        fate_case: None,
        fate_by: None,
        fate_at: None,
        kind: MatterKind::Casework,
        language: None,
        due_hint_on: None,
        version: 0,
    }
}

/// Acknowledges one message on a case, as opening it does.
async fn acknowledged(test: &TestHouse, case: &str, arrival: &Arrival) -> Acknowledged {
    let mut doing = Doing::begin(&test.house, &test.intake(), Deed::WorkCases)
        .await
        .expect("an act begins");
    let seen = doing.case(case).await.expect("the case");
    let answer = acknowledge_in(&mut doing, &seen, arrival)
        .await
        .expect("an answer, never an error");
    doing
        .commit_case("cases.open", seen.id, None)
        .await
        .expect("a commit");
    answer
}

both_engines! {
    async fn a_letter_goes_where_it_is_safe_and_renews_the_promise(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let order = drafted(&test, &test.caseworker(), &case).await;
        let letter = order.letter_id;
        queue(&test.house, &test.caseworker(), &case, order).await.expect("queued");
        let queued = the_letters(&test, &case).await.remove(0);
        let id = queued.message_id.clone().expect("fixed when it is queued");
        assert_eq!(id, format!("<{}@vale.example>", letter.0.simple()));
        assert!(queued.thread_token.is_some());
        assert_eq!(the_case(&test, &case).await.heard_on, None, "in the post is not heard");
        test.days_pass(1);
        let sending = posted(&test, letter).await;
        assert_eq!(sending.letter.message_id, Some(id));
        assert_eq!(the_case(&test, &case).await.heard_on, Some(test.today()));
        assert_eq!(state(&test, &case, letter).await, LetterState::Sent);
        assert!(matches!(begun(&test, letter).await, Begun::Over), "once");
        test.verify().await;
    }

    async fn nothing_goes_to_an_unsafe_address(test) {
        let person = a_person(&test, Mail::Unsafe).await;
        let case = a_benefits_case(&test, person).await;
        let caseworker = test.caseworker();
        let none = draft(&test.house, &caseworker, &case, no_news(Way::Email)).await;
        assert!(matches!(none, Err(ActionError::Invalid(_))), "no mailbox is offered");
        let named = DraftLetter { to_address: Some(MAILBOX.into()), ..no_news(Way::Email) };
        let letter = draft(&test.house, &caseworker, &case, named).await.expect("drafted");
        for confirm in [None, Some("contact-point-unsafe".to_owned())] {
            let order = QueueLetter { letter_id: letter, version: version(&test, &case, letter).await, confirm };
            assert_eq!(keys(queue(&test.house, &caseworker, &case, order).await), ["letter-unsafe"]);
        }
        assert_eq!(state(&test, &case, letter).await, LetterState::Draft);
        // Nor to an address that is nobody's.
        let elsewhere = DraftLetter { to_address: Some("somebody@else.example".into()), ..no_news(Way::Email) };
        let letter = draft(&test.house, &caseworker, &case, elsewhere).await.expect("drafted");
        let order = QueueLetter { letter_id: letter, version: version(&test, &case, letter).await, confirm: None };
        assert_eq!(keys(queue(&test.house, &caseworker, &case, order).await), ["letter-other-address"]);
    }

    async fn unknown_means_ask_and_the_answer_holds_for_that_reason_only(test) {
        let person = a_person(&test, Mail::Unknown).await;
        let case = a_benefits_case(&test, person).await;
        let caseworker = test.caseworker();
        let order = drafted(&test, &caseworker, &case).await;
        let letter = order.letter_id;
        assert_eq!(keys(queue(&test.house, &caseworker, &case, order.clone()).await), ["letter-ask-first"]);
        let other = QueueLetter { confirm: Some("contact-point-ask".into()), ..order.clone() };
        assert_eq!(keys(queue(&test.house, &caseworker, &case, other).await), ["letter-ask-first"]);
        let asked = QueueLetter { confirm: Some("contact-way-unknown:email".into()), ..order };
        queue(&test.house, &caseworker, &case, asked).await.expect("she was asked on the phone");
        // Before it leaves she says no.
        say_mail_is(&test, person, Safe::No).await;
        assert!(matches!(begun(&test, letter).await, Begun::Held(why) if why == "letter-unsafe"));
        assert_eq!(state(&test, &case, letter).await, LetterState::Held);
        assert_eq!(the_tasks(&test, &case).await.iter().filter(|task| task.what == "letter-held").count(), 1);
        let again = send_again(&test.house, &caseworker, &case, letter, None).await;
        assert_eq!(keys(again), ["letter-unsafe"]);
        test.verify().await;
    }

    async fn who_may_not_sign_does_not_send(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let order = drafted(&test, &test.intake(), &case).await;
        assert_eq!(keys(queue(&test.house, &test.intake(), &case, order.clone()).await), ["letter-not-signed-off"]);
        sign_off(&test.house, &test.caseworker(), &case, order.letter_id, order.version).await.expect("signed");
        let signed = QueueLetter { version: order.version + 1, ..order.clone() };
        // A change takes the signature off again.
        let words = ChangeLetter {
            letter_id: order.letter_id,
            version: signed.version,
            way: Way::Email,
            to_address: MAILBOX.into(),
            subject: "A word from us".into(),
            body: "Please call us when you can.".into(),
        };
        change(&test.house, &test.intake(), &case, words).await.expect("changed");
        let stale = queue(&test.house, &test.intake(), &case, signed.clone()).await;
        assert!(matches!(stale, Err(ActionError::Conflict)), "{stale:?}");
        let changed = QueueLetter { version: signed.version + 1, ..signed };
        assert_eq!(keys(queue(&test.house, &test.intake(), &case, changed.clone()).await), ["letter-not-signed-off"]);
        queue(&test.house, &test.caseworker(), &case, changed).await.expect("the caseworker signs and sends");
    }

    async fn a_subject_with_a_name_and_a_body_with_a_number_stay_here(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let caseworker = test.caseworker();
        for (subject, body, key) in [
            ("Rosa, news from us", "Please call us.", "letter-subject-not-neutral"),
            ("News from us", "Your number 123-45-6789 is on file.", "letter-number-in-body"),
            ("News from us", "  ", "letter-no-body"),
        ] {
            let own = DraftLetter { words: Words::Own { subject: subject.into(), body: body.into() }, ..no_news(Way::Email) };
            let letter = draft(&test.house, &caseworker, &case, own).await.expect("drafted");
            let order = QueueLetter { letter_id: letter, version: version(&test, &case, letter).await, confirm: None };
            assert_eq!(keys(queue(&test.house, &caseworker, &case, order).await), [key]);
        }
    }

    async fn a_letter_in_the_post_is_held_taken_back_and_sent_again(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let caseworker = test.caseworker();
        let order = drafted(&test, &caseworker, &case).await;
        let letter = order.letter_id;
        queue(&test.house, &caseworker, &case, order).await.expect("queued");
        hold(&test.house, &caseworker, &case, letter, "Let me ask her first").await.expect("held");
        assert!(matches!(begun(&test, letter).await, Begun::Over));
        send_again(&test.house, &caseworker, &case, letter, None).await.expect("again");
        take_back(&test.house, &caseworker, &case, letter).await.expect("taken back");
        assert_eq!(state(&test, &case, letter).await, LetterState::Draft);
        assert!(matches!(begun(&test, letter).await, Begun::Over), "a draft does not leave");
        let order = QueueLetter { letter_id: letter, version: version(&test, &case, letter).await, confirm: None };
        queue(&test.house, &caseworker, &case, order).await.expect("queued");
        let Begun::Send(_) = begun(&test, letter).await else { panic!("it leaves") };
        assert_eq!(keys(take_back(&test.house, &caseworker, &case, letter).await), ["letter-not-from"]);
        assert_eq!(keys(hold(&test.house, &caseworker, &case, letter, "Stop").await), ["letter-not-from"]);
        test.verify().await;
    }

    async fn a_paper_letter_counts_from_the_day_it_was_posted(test) {
        let person = a_person(&test, Mail::Unknown).await;
        let case = a_benefits_case(&test, person).await;
        let caseworker = test.caseworker();
        let letter = draft(&test.house, &caseworker, &case, no_news(Way::Post)).await.expect("drafted");
        let on = test.today();
        test.days_pass(1);
        let posted = Posted { letter_id: letter, version: version(&test, &case, letter).await, on, confirm: None };
        record_posted(&test.house, &caseworker, &case, posted).await.expect("recorded");
        assert_eq!(the_case(&test, &case).await.heard_on, Some(on));
        test.verify().await;
    }

    async fn a_message_is_acknowledged_once_a_day_where_it_is_safe(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let email = an_email(&test, Verdict::ToRead, "Rosa <Rosa@home.example>");
        let Acknowledged::Queued(letter) = acknowledged(&test, &case, &email).await else {
            panic!("it is safe");
        };
        let queued = the_letters(&test, &case).await.remove(0);
        assert_eq!(queued.in_reply_to.as_deref(), Some("<first@home.example>"));
        assert_eq!(queued.language, "es");
        let sending = posted(&test, letter).await;
        assert!(sending.is_by_house(), "others' machines can tell");
        assert!(!the_tasks(&test, &case).await.iter().any(|task| task.what == "acknowledge"), "that task is done");
        let second = a_benefits_case(&test, person).await;
        let again = Acknowledged::Not(NotAcknowledged::Machine(NoAutoAnswer::AnsweredToday));
        assert_eq!(acknowledged(&test, &second, &email).await, again);
        test.days_pass(1);
        assert!(matches!(acknowledged(&test, &second, &email).await, Acknowledged::Queued(_)));
        test.verify().await;
    }

    async fn machines_strangers_and_the_unsafe_get_no_answer(test) {
        let person = a_person(&test, Mail::Unknown).await;
        let case = a_benefits_case(&test, person).await;
        for verdict in [Verdict::Bounce, Verdict::AutoReply, Verdict::ListOrBulk, Verdict::Calendar, Verdict::ReplyToCase, Verdict::Unreadable] {
            let answer = acknowledged(&test, &case, &an_email(&test, verdict, MAILBOX)).await;
            assert!(matches!(answer, Acknowledged::Not(NotAcknowledged::Machine(_))), "{verdict}: {answer:?}");
        }
        let unknown = acknowledged(&test, &case, &an_email(&test, Verdict::ToRead, MAILBOX)).await;
        assert!(matches!(&unknown, Acknowledged::Not(NotAcknowledged::Refused(why)) if why[0].key == "letter-ask-first"), "{unknown:?}");
        let stranger = acknowledged(&test, &case, &an_email(&test, Verdict::ToRead, "other@else.example")).await;
        assert!(matches!(&stranger, Acknowledged::Not(NotAcknowledged::Refused(why)) if why[0].key == "letter-other-address"), "{stranger:?}");
        assert!(the_letters(&test, &case).await.is_empty(), "no draft is left behind");
        test.verify().await;
    }
}
