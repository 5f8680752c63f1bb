//! Which case an answer belongs to: our mark proves it, a sender's word does not, and a wall shows nothing.

use actions::{
    ActionError,
    arrivals::{NOT_CONFIRMED, OTHER_SENDER, raw},
    thread_mark,
};
use domain::{arrivals::Verdict, letters::ThreadToken};
use store::cases::SeenCase;
use testkit::{
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::letters::{ROSA, add_rosa, filed, mail, says, sent_letter};

const OURS: &str = "<letter-1@vale.example>";

fn mark(test: &TestHouse, case: &SeenCase) -> ThreadToken {
    thread_mark(&test.house.keys(test.office), case)
}

async fn rosas_case(test: &TestHouse, walled: bool) -> SeenCase {
    let person = add_rosa(test).await;
    let builder = if walled { a_case().walled() } else { a_case() };
    let reference = builder.of(person).open(test).await;
    let case = the_case(test, &reference).await;
    sent_letter(test, &case, ROSA, "letter-1@vale.example").await;
    case
}

both_engines! {
    async fn an_answer_with_our_mark_waits_with_its_case_and_on_its_workers_list(test) {
        let case = rosas_case(&test, false).await;
        let subject = format!("Re: We have your message {}", mark(&test, &case));
        let arrival = filed(&test, mail(ROSA, &subject, "", "Here is the number you asked for.")).await;
        assert_eq!((arrival.verdict, arrival.reply_to_case), (Verdict::ReplyToCase, Some(case.id)));
        assert!(says(&arrival, "verdict-token-in-subject") && !says(&arrival, OTHER_SENDER));
        let worker = test.caseworker();
        let mut look = test.desk().look(&worker).await.expect("a look");
        let due = store::work::due(&mut look, worker.staff_id(), test.today(), 50).await.expect("the work");
        assert_eq!(due.replies.len(), 1, "{due:?}");
    }

    async fn an_answer_by_its_references_waits_with_its_case_and_says_where_it_is_from(test) {
        let case = rosas_case(&test, false).await;
        let from_rosa = filed(&test, mail(ROSA, "Re:", &format!("In-Reply-To: {OURS}\r\n"), "Yes.")).await;
        assert_eq!((from_rosa.verdict, from_rosa.reply_to_case), (Verdict::ReplyToCase, Some(case.id)));
        assert!(!says(&from_rosa, OTHER_SENDER));
        let other = filed(&test, mail("who@example.net", "Re:", &format!("References: <a@b> {OURS}\r\n"), "Hm.")).await;
        assert_eq!(other.reply_to_case, Some(case.id));
        assert!(says(&other, OTHER_SENDER), "{:?}", other.because);
    }

    async fn a_forged_mark_reaches_no_case_and_says_so(test) {
        let case = rosas_case(&test, true).await;
        let true_mark = mark(&test, &case);
        let forged = ThreadToken::new(&case.reference, "0123456789abcdef").expect("a mark's shape");
        assert_ne!(forged, true_mark, "the forger guessed the code");
        let arrival = filed(&test, mail(ROSA, &format!("Re: {forged}"), "", "Tell me all.")).await;
        assert_eq!((arrival.verdict, arrival.reply_to_case), (Verdict::ToRead, None));
        assert!(says(&arrival, NOT_CONFIRMED), "{:?}", arrival.because);
        // The twin: with the code only this office can make, it does.
        let arrival = filed(&test, mail(ROSA, &format!("Re: {true_mark}"), "", "Tell me all.")).await;
        assert_eq!(arrival.reply_to_case, Some(case.id));
    }

    async fn references_alone_reach_no_walled_case_whoever_sends_them(test) {
        let case = rosas_case(&test, true).await;
        for from in ["stranger@example.net", ROSA] {
            let arrival = filed(&test, mail(from, "Re:", &format!("In-Reply-To: {OURS}\r\n"), from)).await;
            assert_eq!((arrival.verdict, arrival.reply_to_case), (Verdict::ToRead, None), "{from}");
            assert!(says(&arrival, NOT_CONFIRMED), "{:?}", arrival.because);
            // What is said is what a forgery gets: it tells nobody that there is a wall.
            let named = arrival.because.iter().any(|because| {
                because.args.iter().any(|(_, value)| value.contains(&case.reference) || value.contains("letter-1"))
            });
            assert!(!named, "{:?}", arrival.because);
        }
    }

    async fn an_answer_to_a_walled_case_is_seen_by_its_worker_alone(test) {
        let case = rosas_case(&test, true).await;
        let arrival = filed(&test, mail(ROSA, &format!("Re: {}", mark(&test, &case)), "", "I am afraid.")).await;
        let kept = raw(&test.house, &test.intake(), arrival.id).await;
        assert!(matches!(kept, Err(ActionError::NotFound)), "{kept:?}");
        raw(&test.house, &test.caseworker(), arrival.id).await.expect("its worker sees it");
        let mut look = test.desk().look(&test.intake()).await.expect("a look");
        assert_eq!(store::arrivals::counts(&mut look).await.expect("counts"), []);
    }

    async fn a_message_that_names_nothing_of_ours_is_not_suspected(test) {
        let arrival = filed(&test, mail(ROSA, "Re: dinner", "In-Reply-To: <x@example.net>\r\n", "Eight?")).await;
        assert!(!says(&arrival, NOT_CONFIRMED) && !says(&arrival, OTHER_SENDER), "{:?}", arrival.because);
    }
}
