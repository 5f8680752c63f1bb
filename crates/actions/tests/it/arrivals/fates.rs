//! What becomes of an arrival: decided once, by a person, and taken back as long as nothing else happened.

use actions::{
    ActionError,
    arrivals::{
        AnswerInformation, InformationLetter, JoinCase, JoinedFrom, OpenCaseFrom, TakeDown, WhoseCase,
        answer_information, answer_opinion, join_case, open_case_from, set_aside, set_aside_all, take_down,
        transfer_out, undo, who_may_it_be,
    },
};
use domain::{
    arrivals::{ArrivalChannel, Fate, MatterKind},
    cases::{Channel, EntryKind},
    clocks::Turn,
    letters::LetterState,
};
use store::cases::CaseSight;
use testkit::{
    both_engines,
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::letters::{ROSA, add_rosa, did, filed, mail, mail_with_file, rosa, the_arrival};

fn refused<T: std::fmt::Debug>(done: Result<T, ActionError>, key: &str) {
    match done {
        Err(ActionError::Refused(refusals)) if refusals.iter().any(|refused| refused.key == key) => {}
        other => panic!("not refused with {key}: {other:?}"),
    }
}

fn opening(files: Vec<i64>) -> OpenCaseFrom {
    let mut case = a_case().0;
    case.title = String::new();
    case.summary = String::new();
    OpenCaseFrom {
        whose: WhoseCase::New(Box::new(rosa())),
        case,
        files,
    }
}

async fn people_and_cases(test: &TestHouse) -> (usize, usize) {
    let mut look = test.desk().look(&test.machinery()).await.expect("a look");
    let people = store::people::list(&mut look, None, 100).await.expect("people");
    let cases = store::cases::page(&mut look, &store::cases::CaseFilter::OpenAll, None, 100)
        .await
        .expect("cases");
    (people.len(), cases.len())
}

both_engines! {
    async fn a_message_becomes_a_case_with_its_person_its_words_and_its_files(test) {
        let arrival = filed(&test, mail_with_file(&format!("Rosa Delgado <{ROSA}>"), "My claim was denied")).await;
        let reference = open_case_from(&test.house, &test.intake(), arrival.id, opening(vec![1])).await.expect("opened");
        let case = the_case(&test, &reference).await;
        assert_eq!((case.title.as_str(), case.summary.as_str()), ("My claim was denied", "My letter is attached."));
        assert_eq!(case.channel, Channel::Email);
        let decided = the_arrival(&test, arrival.id).await;
        assert_eq!((decided.fate, decided.fate_case, decided.person_id), (Fate::OpenedCase, Some(case.id), case.person_id));
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let entries = store::cases::entries(&mut look, &case, None, 10).await.expect("the timeline");
        let said = entries.iter().find(|entry| entry.kind == EntryKind::LetterIn).expect("its line");
        assert_eq!((said.body.as_str(), said.subject_id), ("My letter is attached.", Some(arrival.id.0)));
        let documents = store::documents::of_case(&mut look, &case).await.expect("documents");
        assert_eq!(documents.len(), 1);
        assert_eq!((documents[0].name.as_str(), documents[0].media_type.as_str()), ("denial.pdf", "application/pdf"));
        let objects = test.house.objects(test.office).expect("the folder");
        let kept = objects.get(&documents[0].object.parse().expect("a name")).expect("the file");
        assert_eq!(kept, b"%PDF-1.4\n");
        let found = store::search::search(&mut look, "delgado denied attached", 10).await.expect("an answer");
        assert!(found.notes.len() + found.cases.len() <= 1, "words of three texts are in none: {found:?}");
        let found = store::search::search(&mut look, "letter attached", 10).await.expect("an answer");
        assert!(!found.notes.is_empty(), "its words are found");
        drop(look);
        test.verify().await;
        refused(open_case_from(&test.house, &test.intake(), arrival.id, opening(vec![])).await, "arrival-refused-decided");
        assert_eq!(people_and_cases(&test).await, (1, 1), "the second try left nothing behind");
    }

    async fn opening_a_case_is_taken_back_whole(test) {
        let arrival = filed(&test, mail_with_file(ROSA, "My claim")).await;
        let reference = open_case_from(&test.house, &test.intake(), arrival.id, opening(vec![1])).await.expect("opened");
        undo(&test.house, &test.intake(), arrival.id).await.expect("taken back");
        assert_eq!(people_and_cases(&test).await, (0, 0));
        let back = the_arrival(&test, arrival.id).await;
        assert_eq!((back.fate, back.fate_case, back.fate_by, back.kind), (Fate::Waiting, None, None, MatterKind::NotKnown));
        assert!(back.version > arrival.version, "a form filled in before notices it");
        let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
        let found = store::search::search(&mut look, "letter attached", 10).await.expect("an answer");
        assert_eq!(found, store::search::Found::default());
        assert!(matches!(look.case(&reference).await, Ok(CaseSight::Nothing)));
        drop(look);
        refused(undo(&test.house, &test.intake(), arrival.id).await, "arrival-refused-not-decided");
        open_case_from(&test.house, &test.intake(), arrival.id, opening(vec![1])).await.expect("and opened again");
        test.verify().await;
    }

    async fn a_known_sender_is_told_that_we_have_it_and_a_machine_is_not(test) {
        let person = add_rosa(&test).await;
        for (n, more) in [(1, ""), (0, "Precedence: bulk\r\nList-Id: <news.example.net>\r\n")] {
            let more = format!("Message-ID: <{n}@example.org>\r\n{more}");
            let arrival = filed(&test, mail(ROSA, "My claim", &more, "Help.")).await;
            let mut what = opening(vec![]);
            what.whose = WhoseCase::Known(person);
            let reference = open_case_from(&test.house, &test.intake(), arrival.id, what).await.expect("opened");
            let case = the_case(&test, &reference).await;
            let mut look = test.desk().look(&test.caseworker()).await.expect("a look");
            let letters = store::letters::of_case(&mut look, &case).await.expect("letters");
            let queued: Vec<_> = letters.iter().filter(|letter| letter.state == LetterState::Queued).collect();
            assert_eq!(queued.len(), n, "{letters:?}");
            assert!(queued.iter().all(|letter| letter.in_reply_to.as_deref() == Some("<1@example.org>")));
            drop(look);
            // Nothing has left yet, so that even this is taken back.
            undo(&test.house, &test.intake(), arrival.id).await.expect("taken back");
        }
        test.verify().await;
    }

    async fn what_somebody_worked_on_since_is_not_taken_back(test) {
        let arrival = filed(&test, mail(ROSA, "My claim", "", "Help.")).await;
        let reference = open_case_from(&test.house, &test.intake(), arrival.id, opening(vec![])).await.expect("opened");
        let case = the_case(&test, &reference).await;
        let worker = test.caseworker();
        let mut act = test.desk().act(&worker).await.expect("an act");
        let mut renamed = case.into_inner();
        renamed.title = "Claim denied".into();
        act.update(&mut renamed).await.expect("an update");
        act.commit(did("cases.rename", "cases", renamed.id.0)).await.expect("a commit");
        refused(undo(&test.house, &test.intake(), arrival.id).await, "arrival-refused-overtaken");
        assert_eq!(people_and_cases(&test).await, (1, 1));
        test.verify().await;
    }

    async fn a_decision_is_not_taken_back_on_the_day_after_tomorrow(test) {
        let arrival = filed(&test, mail(ROSA, "Hi", "", "Hello.")).await;
        let other = filed(&test, mail(ROSA, "Hi again", "", "Hello.")).await;
        set_aside(&test.house, &test.intake(), arrival.id, "a greeting".into()).await.expect("set aside");
        test.days_pass(2);
        set_aside(&test.house, &test.intake(), other.id, "a greeting".into()).await.expect("set aside");
        refused(undo(&test.house, &test.intake(), arrival.id).await, "arrival-refused-overtaken");
        undo(&test.house, &test.intake(), other.id).await.expect("today's is");
    }

    async fn what_the_person_writes_passes_the_turn_to_us_and_back_when_it_is_taken_back(test) {
        let person = add_rosa(&test).await;
        let reference = a_case().of(person).open(&test).await;
        let worker = test.caseworker();
        let mut act = test.desk().act(&worker).await.expect("an act");
        let mut case = act.case(&reference).await.expect("an answer").expect("the case").into_inner();
        case.turn = Turn::Person;
        case.next_on = test.today().checked_add(jiff::Span::new().days(9)).expect("a day");
        act.update(&mut case).await.expect("the person's turn");
        act.commit(did("cases.turn", "cases", case.id.0)).await.expect("a commit");
        let arrival = filed(&test, mail(ROSA, "The form", "", "Here it is.")).await;
        let join = JoinCase { reference: reference.clone(), from: JoinedFrom::ThePerson, files: vec![] };
        join_case(&test.house, &test.intake(), arrival.id, &join).await.expect("joined");
        let joined = the_case(&test, &reference).await;
        assert_eq!((joined.turn, joined.next_on), (Turn::Ours, test.today()), "its worker looks today");
        undo(&test.house, &test.intake(), arrival.id).await.expect("taken back");
        let back = the_case(&test, &reference).await;
        assert_eq!((back.turn, back.next_on, &back.next_act), (Turn::Person, case.next_on, &case.next_act));
        test.verify().await;
    }

    async fn an_arrival_joins_no_case_its_reader_may_not_see(test) {
        let reference = a_case().walled().open(&test).await;
        let arrival = filed(&test, mail(ROSA, "Hi", "", "Hello.")).await;
        let join = JoinCase { reference, from: JoinedFrom::SomebodyElse, files: vec![] };
        let done = join_case(&test.house, &test.intake(), arrival.id, &join).await;
        assert!(matches!(done, Err(ActionError::NotFound)), "{done:?}");
        let done = set_aside(&test.house, &test.auditor(), arrival.id, "x".into()).await;
        assert!(matches!(done, Err(ActionError::NotAllowed(_))), "{done:?}");
    }

    async fn answers_transfers_and_setting_aside_say_why(test) {
        let intake = test.intake();
        let one = filed(&test, mail(ROSA, "Vote no", "", "On the bill.")).await;
        answer_opinion(&test.house, &intake, one.id, Some("counted".into())).await.expect("answered");
        let one = the_arrival(&test, one.id).await;
        assert_eq!((one.fate, one.kind, one.fate_reason.as_deref()), (Fate::AnsweredOpinion, MatterKind::Opinion, Some("counted")));

        let two = filed(&test, mail(ROSA, "Office hours?", "Message-ID: <q@example.org>\r\n", "When?")).await;
        let letter = InformationLetter { subject: "Our hours".into(), body: "Nine to five.".into(), language: "en".into() };
        let what = AnswerInformation { note: None, letter: Some(letter) };
        let letter = answer_information(&test.house, &intake, two.id, what).await.expect("answered").expect("a draft");
        let mut act = test.desk().act(&test.machinery()).await.expect("an act");
        let letter = act.letter(letter).await.expect("an answer").expect("the draft");
        act.abandon().await.expect("nothing was done");
        assert_eq!((letter.state, letter.to_address.as_str()), (LetterState::Draft, ROSA));
        assert_eq!(letter.in_reply_to.as_deref(), Some("<q@example.org>"));

        let three = filed(&test, mail(ROSA, "My street light", "", "It is dark.")).await;
        refused(transfer_out(&test.house, &intake, three.id, " ".into()).await, "arrival-refused-receiver-missing");
        transfer_out(&test.house, &intake, three.id, "City works".into()).await.expect("transferred");
        assert_eq!(the_arrival(&test, three.id).await.fate_reason.as_deref(), Some("City works"));

        let four = filed(&test, mail(ROSA, "Buy", "", "Cheap.")).await;
        refused(set_aside(&test.house, &intake, four.id, String::new()).await, "arrival-refused-reason-missing");
        let done = set_aside_all(&test.house, &intake, &[three.id, four.id], "an advertisement").await.expect("set aside");
        assert_eq!(done, [four.id], "what was decided stays decided");
        undo(&test.house, &intake, four.id).await.expect("taken back");
        assert!(the_arrival(&test, four.id).await.waits());
        test.verify().await;
    }

    async fn a_call_is_taken_down_and_opens_its_case_in_one_act(test) {
        let what = TakeDown {
            channel: ArrivalChannel::Phone,
            name: "Rosa Delgado".into(),
            reach: "555 010 0199".into(),
            subject: "Eviction on Friday".into(),
            text: "She has until Friday.\0".into(),
            kind: MatterKind::Casework,
            language: Some("es".into()),
            due_hint_on: None,
            open: Some((WhoseCase::New(Box::new(rosa())), a_case().titled("").0)),
        };
        let taken = take_down(&test.house, &test.intake(), what.clone()).await.expect("taken down");
        let case = the_case(&test, taken.case.as_deref().expect("a case")).await;
        assert_eq!((case.channel, case.title.as_str()), (Channel::Phone, "Eviction on Friday"));
        undo(&test.house, &test.intake(), taken.arrival).await.expect("taken back");
        let arrival = the_arrival(&test, taken.arrival).await;
        assert_eq!((arrival.fate, arrival.new_text.as_str()), (Fate::Waiting, "She has until Friday.\u{FFFD}"), "what was said stays");
        let blank = TakeDown { text: " ".into(), subject: String::new(), ..what };
        refused(take_down(&test.house, &test.intake(), blank).await, "arrival-refused-words-missing");
        test.verify().await;
    }

    async fn a_sender_is_matched_with_reasons_and_nobody_behind_a_wall_is_named(test) {
        let rosa = add_rosa(&test).await;
        let arrival = filed(&test, mail(&format!("Rosa Delgado <{ROSA}>"), "Hi", "", "Hello.")).await;
        let intake = test.intake();
        let likely = {
            let mut look = test.desk().look(&intake).await.expect("a look");
            who_may_it_be(&mut look, &arrival, test.today()).await.expect("an answer")
        };
        assert_eq!(likely.len(), 1);
        assert_eq!((likely[0].person.id, likely[0].found.likeness), (rosa, insight::people::Likeness::Strong));
        assert!(likely[0].found.parts.len() >= 2, "{:?}", likely[0].found);
        a_case().walled().of(rosa).open(&test).await;
        let mut look = test.desk().look(&intake).await.expect("a look");
        assert_eq!(who_may_it_be(&mut look, &arrival, test.today()).await.expect("an answer"), []);
    }
}
