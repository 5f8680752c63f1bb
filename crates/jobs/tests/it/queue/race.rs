//! A release is taken back while its inquiry is being sent. Never both: either it was on its way before the
//! revocation, and the revocation says so, or it never leaves.

use std::sync::Arc;

use actions::{
    ActionError,
    consents::{Revoked, revoke_release},
    inquiries::{Sent, send},
};
use domain::{
    ids::{LetterId, ReleaseId},
    letters::LetterState,
};
use jobs::{outbox::Outbox, run_due};
use testkit::{
    agency::{Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_letters, to_liaison},
    both_engines,
    house::TestHouse,
};

use super::{a_queued_inquiry, held, memory, passed, the_letter};

const ROUNDS: usize = 50;

/// Lets the others go first: waits so often for its turn to write, and writes nothing.
async fn step_back(test: &TestHouse, times: usize) {
    let house = test.machinery();
    for _ in 0..times {
        if let Ok(act) = test.desk().act(&house).await {
            act.abandon().await.unwrap();
        }
        tokio::task::yield_now().await;
    }
}

async fn revoked(test: &TestHouse, case: &str, release: ReleaseId) -> Revoked {
    loop {
        let actor = test.caseworker();
        match revoke_release(&test.house, &actor, case, release, test.today(), "She called").await {
            Ok(revoked) => return revoked,
            // Somebody wrote at the same moment; whoever takes it back tries again.
            Err(ActionError::Conflict | ActionError::Failed(_)) => step_back(test, 1).await,
            Err(fault) => panic!("{fault:?}"),
        }
    }
}

/// Whether what the revocation answered fits what the outbox holds.
fn never_both(revoked: &Revoked, letter: Option<LetterId>, outbox: &Outbox) -> Result<(), String> {
    let Some(letter) = letter else {
        return if held(outbox).is_empty() {
            Ok(())
        } else {
            Err("sent, though it was refused".into())
        };
    };
    let has_left = held(outbox)
        .iter()
        .any(|text| text.contains(&letter.0.simple().to_string()));
    let was_known = revoked.on_their_way.contains(&letter) || !revoked.told.is_empty();
    let was_stopped = revoked.held.iter().any(|stopped| stopped.letter_id == letter);
    match (has_left, was_known, was_stopped) {
        (true, _, true) => Err("stopped, and sent all the same".into()),
        (true, false, false) => Err("sent after it was taken back".into()),
        (true, true, false) | (false, _, _) => Ok(()),
    }
}

/// One round: who goes first, and by how much, differs each time.
async fn round(test: &TestHouse, n: usize) -> (bool, bool) {
    let outbox = memory();
    let person = a_person(test, Mail::Safe).await;
    let case = a_benefits_case(test, person).await;
    let release = given_release(test, &case, "ssa").await;
    let inquiry = a_drafted_inquiry(test, &test.caseworker(), &case).await;
    let order = to_liaison(test, &case, inquiry).await;
    let sent_before = n.is_multiple_of(2);
    if sent_before {
        send(&test.house, &test.caseworker(), &case, order.clone())
            .await
            .unwrap();
    }
    let sending = {
        let (test, case) = (test.clone(), case.clone());
        tokio::spawn(async move {
            step_back(&test, n % 3).await;
            if sent_before {
                return;
            }
            match send(&test.house, &test.caseworker(), &case, order).await {
                Ok(Sent::Queued(_) | Sent::Recorded)
                | Err(ActionError::Refused(_) | ActionError::Conflict | ActionError::Failed(_)) => {}
                Err(fault) => panic!("{fault:?}"),
            }
        })
    };
    let revoking = {
        let (test, case) = (test.clone(), case.clone());
        tokio::spawn(async move {
            // Now and then the post has all the time it needs.
            step_back(&test, if n % 10 == 4 { 60 } else { n % 7 }).await;
            revoked(&test, &case, release).await
        })
    };
    let posting = {
        let (test, outbox) = (test.clone(), Arc::clone(&outbox));
        tokio::spawn(async move {
            for _ in 0..3 {
                step_back(&test, n % 2).await;
                // A busy queue is read again below.
                let _ = run_due(&test.house, &outbox).await;
            }
        })
    };
    sending.await.unwrap();
    let revoked = revoking.await.unwrap();
    posting.await.unwrap();
    // What was left over is tried again, with time for every second try.
    for _ in 0..3 {
        test.days_pass(1);
        passed(test, &outbox).await;
    }
    let letter = the_letters(test, &case).await.into_iter().next();
    if let Err(fault) = never_both(&revoked, letter.as_ref().map(|letter| letter.id), &outbox) {
        panic!("round {n}: {fault}: {revoked:?}");
    }
    let state = letter.map(|letter| letter.state);
    assert!(
        matches!(state, None | Some(LetterState::Held | LetterState::Sent)),
        "round {n}: nothing is left in the post: {state:?}"
    );
    (state == Some(LetterState::Sent), state == Some(LetterState::Held))
}

both_engines! {
    async fn a_release_taken_back_while_its_inquiry_is_being_sent_never_sends(test) {
        let (mut n_sent, mut n_held) = (0, 0);
        for n in 0..ROUNDS {
            let (sent, held) = round(&test, n).await;
            n_sent += usize::from(sent);
            n_held += usize::from(held);
        }
        let n_refused = ROUNDS - n_sent - n_held;
        assert!(n_sent > 0, "the post was faster at least once");
        assert!(n_held + n_refused > 0, "the revocation was faster at least once");
        test.verify().await;
    }

    /// The twin: a worker that read the letter before, and does not ask again, sends what was taken back.
    async fn a_worker_that_does_not_ask_again_is_found_out(test) {
        let outbox = memory();
        let (case, _, letter) = a_queued_inquiry(&test).await;
        let read_before = the_letter(&test, &case, letter).await;
        let seen = testkit::builders::the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.unwrap();
        let release = store::consents::releases(&mut look, &seen).await.unwrap()[0].id;
        drop(look);
        let revoked = revoked(&test, &case, release).await;
        assert_eq!(never_both(&revoked, Some(letter), &outbox), Ok(()));
        let envelope = jobs::outbox::Envelope {
            message_id: jobs::outbox::MessageId::of_letter(letter, "vale.example").unwrap(),
            subject: read_before.subject,
            body: read_before.body,
            ..crate::letters::a_letter(1)
        };
        outbox.send(&envelope).await.unwrap();
        assert!(never_both(&revoked, Some(letter), &outbox).is_err());
    }
}
