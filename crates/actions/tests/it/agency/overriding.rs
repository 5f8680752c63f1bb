//! An override lets one inquiry go, by somebody who did not write it, with a reason that is kept.

use actions::{
    ActionError,
    consents::{OverrideGate, override_gate, record_release},
    inquiries::{Sent, send},
};
use domain::{
    cases::{EntryKind, Level},
    consents::{BasisKind, Method},
};
use testkit::{
    agency::{Mail, a_drafted_inquiry, a_person, a_spoken_release, the_letters, to_liaison},
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::keys;

/// A case with an agency that has not said what it takes, and a signed release: the gate asks.
async fn asked_case(test: &TestHouse) -> String {
    let person = a_person(test, Mail::Safe).await;
    let case = a_case()
        .of(person)
        .to_agency("va.benefits", Level::Federal)
        .open(test)
        .await;
    let mut release = a_spoken_release(test, "va.benefits");
    release.method = Method::Ink;
    release.oral = None;
    record_release(&test.house, &test.caseworker(), &case, release)
        .await
        .expect("recorded");
    case
}

both_engines! {
    async fn a_supervisor_lets_one_inquiry_go_and_no_other(test) {
        let case = asked_case(&test).await;
        let caseworker = test.caseworker();
        let inquiry = a_drafted_inquiry(&test, &caseworker, &case).await;
        let order = to_liaison(&test, &case, inquiry).await;
        let refused = keys(send(&test.house, &caseworker, &case, order.clone()).await);
        assert!(refused.contains(&"gate-formality-not-known".to_owned()), "{refused:?}");

        let what = OverrideGate { inquiry_id: inquiry, reason: "The liaison said on the phone that this form is fine".into(), lawful_basis: None };
        let not_hers = override_gate(&test.house, &caseworker, &case, what.clone()).await;
        assert!(matches!(not_hers, Err(ActionError::NotAllowed(_))), "{not_hers:?}");
        let silent = OverrideGate { reason: "  ".into(), ..what.clone() };
        assert_eq!(keys(override_gate(&test.house, &test.supervisor(), &case, silent).await), ["override-no-reason"]);
        let decided = override_gate(&test.house, &test.supervisor(), &case, what).await.expect("decided");

        let sent = send(&test.house, &caseworker, &case, order).await.expect("it goes");
        assert!(matches!(sent, Sent::Queued(_)));
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.director()).await.expect("a look");
        let log = store::consents::disclosures(&mut look, &seen).await.expect("the log");
        assert_eq!((log[0].basis, log[0].basis_id), (BasisKind::Override, Some(decided[0].0)));
        let report = store::consents::all_overrides(&mut look, None, 10).await.expect("the report");
        assert_eq!(report.iter().map(|o| o.id).collect::<Vec<_>>(), decided, "the head of the office reads it");
        let lines = store::cases::entries(&mut look, &seen, None, 50).await.expect("the timeline");
        let line = lines.iter().find(|line| line.kind == EntryKind::Event && line.body.contains("liaison said"));
        assert_eq!(line.expect("a line that says why").by, Some(test.supervisor().staff_id()));
        drop(look);

        let second = a_drafted_inquiry(&test, &caseworker, &case).await;
        let order = to_liaison(&test, &case, second).await;
        let refused = keys(send(&test.house, &caseworker, &case, order).await);
        assert!(refused.contains(&"override-other-inquiry".to_owned()), "{refused:?}");
        assert_eq!(the_letters(&test, &case).await.len(), 1);
        test.verify().await;
    }

    async fn nobody_overrides_for_their_own_words(test) {
        let case = asked_case(&test).await;
        let supervisor = test.supervisor();
        let inquiry = a_drafted_inquiry(&test, &supervisor, &case).await;
        let what = OverrideGate { inquiry_id: inquiry, reason: "I know better".into(), lawful_basis: None };
        assert_eq!(keys(override_gate(&test.house, &supervisor, &case, what.clone()).await), ["override-own-inquiry"]);
        // The twin: the director, who did not write it, may.
        override_gate(&test.house, &test.director(), &case, what).await.expect("decided");
    }
}
