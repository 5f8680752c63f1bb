//! A release that is taken back holds at once: for what is in the post, on every case of the person.

use actions::{
    ActionError,
    consents::revoke_release,
    inquiries::{Sent, send},
    letters::{Begun, send_again},
};
use domain::{
    inquiries::InquiryState,
    letters::LetterState,
    tasks::{HouseTask, Task},
};
use testkit::{
    agency::{
        Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, the_letters,
        the_tasks, to_liaison,
    },
    both_engines,
    builders::the_case,
};

use super::{begun, keys, posted};

fn asks(tasks: &[Task], what: HouseTask) -> bool {
    tasks.iter().any(|task| task.what == what.as_str())
}

both_engines! {
    async fn a_queued_letter_that_relied_on_it_is_held(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let other_case = a_benefits_case(&test, person).await;
        let release = given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let Sent::Queued(letter) = send(&test.house, &test.caseworker(), &case, order).await.expect("it goes") else {
            panic!("an e-mail goes by the post");
        };
        // Taken back from the person's other case.
        let revoked = revoke_release(&test.house, &test.caseworker(), &other_case, release, test.today(), "She called")
            .await
            .expect("taken back");
        assert_eq!(revoked.held.iter().map(|held| held.letter_id).collect::<Vec<_>>(), [letter]);
        assert!(revoked.told.is_empty() && revoked.on_their_way.is_empty(), "nobody was told");
        let held = the_letters(&test, &case).await.remove(0);
        assert_eq!((held.state, held.last_error.as_deref()), (LetterState::Held, Some("release-revoked")));
        assert!(asks(&the_tasks(&test, &case).await, HouseTask::LetterHeld));
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        assert!(store::consents::disclosures(&mut look, &seen).await.expect("the log").is_empty());
        drop(look);
        assert!(matches!(begun(&test, letter).await, Begun::Over), "the post does not touch it");
        let again = send_again(&test.house, &test.caseworker(), &case, letter, None).await;
        assert_eq!(keys(again), ["gate-revoked"], "a person cannot let it go either");
        // A new release lets it go.
        given_release(&test, &case, "ssa").await;
        send_again(&test.house, &test.caseworker(), &case, letter, None).await.expect("it goes again");
        posted(&test, letter).await;
        assert_eq!(the_inquiry(&test, &case, inquiry).await.state, InquiryState::Sent);
        test.verify().await;
    }

    /// Even where the letter was not found when the release was taken back, the post asks again.
    async fn the_post_asks_again_when_a_letter_leaves(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let release = given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let Sent::Queued(letter) = send(&test.house, &test.caseworker(), &case, order).await.expect("it goes") else {
            panic!("an e-mail goes by the post");
        };
        // A worker died while sending, and the release was taken back meanwhile.
        assert!(matches!(begun(&test, letter).await, Begun::Send(_)));
        let revoked = revoke_release(&test.house, &test.caseworker(), &case, release, test.today(), "By letter")
            .await
            .expect("taken back");
        assert_eq!(revoked.on_their_way, [letter], "it is said that this one may be gone");
        assert!(matches!(begun(&test, letter).await, Begun::Held(why) if why == "release-revoked"));
        assert_eq!(the_letters(&test, &case).await[0].state, LetterState::Held);
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let log = store::consents::disclosures(&mut look, &seen).await.expect("the log");
        assert_eq!(log.len(), 1, "it may have left, and the log says so");
    }

    async fn who_was_told_before_is_listed(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let release = given_release(&test, &case, "ssa").await;
        let inquiry = a_drafted_inquiry(&test, &test.caseworker(), &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let Sent::Queued(letter) = send(&test.house, &test.caseworker(), &case, order).await.expect("it goes") else {
            panic!("an e-mail goes by the post");
        };
        posted(&test, letter).await;
        let caseworker = test.caseworker();
        let revoke = |how| revoke_release(&test.house, &caseworker, &case, release, test.today(), how);
        assert_eq!(keys(revoke(" ").await), ["release-how-missing"]);
        let revoked = revoke("She wrote").await.expect("taken back");
        assert_eq!(revoked.told.len(), 1);
        assert_eq!((revoked.told[0].recipient.as_str(), revoked.told[0].on), ("ssa", test.today()));
        assert!(revoked.held.is_empty(), "what was sent stays sent");
        assert_eq!(keys(revoke("Again").await), ["release-already-revoked"]);
        let unknown = domain::ids::ReleaseId(test.desk().new_id());
        let missing = revoke_release(&test.house, &caseworker, &case, unknown, test.today(), "x").await;
        assert!(matches!(missing, Err(ActionError::NotFound)));
        test.verify().await;
    }
}
