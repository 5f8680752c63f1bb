//! A release goes on record as it was given, and is no release where something that makes one is missing.

use actions::{
    consents::{ask_for_release, record_release},
    documents::Upload,
    letters::{QueueLetter, queue},
};
use domain::{
    cases::{NextAct, NextWord},
    clocks::{ClockKind, Turn},
    consents::{Capacity, GateVerdict, Method},
    people::Way,
};
use testkit::{
    agency::{Mail, a_benefits_case, a_person, a_spoken_release, the_letters},
    both_engines,
    builders::the_case,
};

use super::{keys, posted};

both_engines! {
    async fn the_letter_that_asks_is_in_the_persons_language_and_passes_the_turn_when_it_reached_them(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let letter = ask_for_release(&test.house, &test.caseworker(), &case, Way::Email).await.expect("drafted");
        let drafted = the_letters(&test, &case).await.remove(0);
        assert_eq!((drafted.id, drafted.language.as_str()), (letter, "es"));
        assert!(drafted.body.contains("Rosa") && drafted.body.contains(&case), "{}", drafted.body);
        assert_eq!(the_case(&test, &case).await.turn, Turn::Ours, "a draft asks nobody");

        let order = QueueLetter { letter_id: letter, version: drafted.version, confirm: None };
        queue(&test.house, &test.caseworker(), &case, order).await.expect("queued");
        posted(&test, letter).await;
        let seen = the_case(&test, &case).await;
        assert_eq!(seen.turn, Turn::Person);
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let clocks = store::cases::clocks(&mut look, &seen).await.expect("clocks");
        assert!(clocks.iter().any(|clock| clock.kind == ClockKind::PersonReply && clock.is_open()));
        drop(look);

        let release = a_spoken_release(&test, "ssa");
        let recorded = record_release(&test.house, &test.caseworker(), &case, release).await.expect("recorded");
        assert_eq!(recorded.answer.expect("the case has an agency").verdict, GateVerdict::Allow);
        let seen = the_case(&test, &case).await;
        assert_eq!((seen.turn, &seen.next_act), (Turn::Ours, &NextAct::Named(NextWord::SendInquiry)));
        test.verify().await;
    }

    async fn the_signed_file_lies_sealed_in_the_folder_and_its_digest_on_record(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let mut release = a_spoken_release(&test, "ssa");
        release.method = Method::Ink;
        release.oral = None;
        let bytes = b"%PDF-1.7 signed".to_vec();
        release.document =
            Some(Upload { name: "release.pdf".into(), media_type: "application/pdf".into(), bytes: bytes.clone() });
        let recorded = record_release(&test.house, &test.caseworker(), &case, release).await.expect("recorded");
        // The agency has not said what form it takes: a person decides.
        assert_eq!(recorded.answer.expect("an answer").verdict, GateVerdict::Ask);
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let releases = store::consents::releases(&mut look, &seen).await.expect("releases");
        let documents = store::documents::of_case(&mut look, &seen).await.expect("documents");
        assert_eq!(releases[0].document_id, Some(documents[0].id));
        assert_eq!(releases[0].document_digest.as_deref(), Some(documents[0].digest.as_str()));
        let name = documents[0].object.parse().expect("a name of an object");
        let kept = test.house.objects(test.office).expect("the folder").get(&name).expect("the file");
        assert_eq!(kept, bytes);
    }

    async fn what_makes_no_release_is_refused_all_at_once(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let mut release = a_spoken_release(&test, "ssa");
        release.signer_name = " ".into();
        release.capacity = Capacity::Guardian;
        release.oral = None;
        let refused = keys(record_release(&test.house, &test.caseworker(), &case, release).await);
        assert_eq!(refused, ["release-signer-missing", "release-proof-missing", "release-statement-missing"]);
        let seen = the_case(&test, &case).await;
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        assert!(store::consents::releases(&mut look, &seen).await.expect("releases").is_empty());
    }

    async fn an_intake_worker_records_no_release(test) {
        let person = a_person(&test, Mail::Safe).await;
        let case = a_benefits_case(&test, person).await;
        let refused = record_release(&test.house, &test.intake(), &case, a_spoken_release(&test, "ssa")).await;
        assert!(matches!(refused, Err(actions::ActionError::NotAllowed(_))), "{refused:?}");
    }
}
