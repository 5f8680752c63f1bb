//! The same form sent twice is one act.

use actions::{ActionError, cases, once};
use domain::cases::EntryKind;
use testkit::{
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

async fn notes(test: &TestHouse, reference: &str) -> usize {
    let case = the_case(test, reference).await;
    let actor = test.caseworker();
    let mut look = test.desk().look(&actor).await.expect("a look");
    let entries = store::cases::entries(&mut look, &case, None, 100)
        .await
        .expect("entries");
    entries.iter().filter(|e| e.kind == EntryKind::Note).count()
}

fn send(
    test: &TestHouse,
    key: &'static str,
    reference: &str,
) -> tokio::task::JoinHandle<Result<domain::ids::EntryId, ActionError>> {
    let (house, actor, reference) = (test.house.clone(), test.caseworker(), reference.to_owned());
    tokio::spawn(async move {
        once(&house, key, |house| async move {
            cases::write_note(
                &house,
                &actor,
                &reference,
                &crate::working::a_note("Rang the clinic."),
                None,
            )
            .await
        })
        .await
    })
}

both_engines! {
    async fn a_form_sent_twice_is_one_note_with_one_answer(test) {
        let reference = a_case().open(&test).await;
        let first = send(&test, "k1", &reference).await.expect("it ran").expect("written");
        let again = send(&test, "k1", &reference).await.expect("it ran").expect("answered");
        assert_eq!(first, again);
        assert_eq!(notes(&test, &reference).await, 1);

        // The twin: without a key it is written twice.
        send(&test, "", &reference).await.expect("it ran").expect("written");
        send(&test, "", &reference).await.expect("it ran").expect("written");
        assert_eq!(notes(&test, &reference).await, 3);
        test.verify().await;
    }

    async fn a_form_sent_twice_at_the_same_moment_is_one_note(test) {
        let reference = a_case().open(&test).await;
        let both = (send(&test, "k2", &reference), send(&test, "k2", &reference));
        let (one, two) = (both.0.await.expect("it ran"), both.1.await.expect("it ran"));
        assert_eq!(one.expect("written"), two.expect("answered"));
        assert_eq!(notes(&test, &reference).await, 1);
    }

    async fn a_refused_form_may_be_mended_and_sent_again_with_its_key(test) {
        let reference = a_case().open(&test).await;
        let (house, actor) = (&test.house, test.caseworker());
        let write = |body: &'static str| {
            let reference = reference.clone();
            once(house, "k3", move |house| async move {
                cases::write_note(&house, &actor, &reference, &crate::working::a_note(body), None).await
            })
        };
        assert!(write(" ").await.is_err());
        write("Now with words.").await.expect("written");
        assert_eq!(notes(&test, &reference).await, 1);
    }

    async fn one_workers_key_is_not_anothers(test) {
        let open = |actor| {
            once(&test.house, "k4", move |house| async move { cases::open(&house, &actor, a_case().0).await })
        };
        let mine = open(test.caseworker()).await.expect("opened");
        assert_eq!(open(test.caseworker()).await.expect("the same"), mine);
        assert_ne!(open(test.colleague()).await.expect("another"), mine);
        let forgotten = store::once::forget(test.desk(), test.office, test.now() + jiff::SignedDuration::from_secs(1)).await;
        assert_eq!(forgotten.expect("old keys go"), 2);
        assert_ne!(open(test.caseworker()).await.expect("opened anew"), mine);
    }
}
