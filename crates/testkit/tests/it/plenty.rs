//! The office for measuring is a real one: its ledger fits, and its numbers are those that were asked for.

use testkit::{
    both_engines,
    house::PASSWORD,
    plenty::{LONG_TIMELINE, furnish, let_in},
};

both_engines! {
    async fn many_cases_are_made_by_acts_and_every_line_fits(test) {
        let workers = let_in(&test.house, test.office, PASSWORD).await.expect("workers");
        let worker = domain::access::Actor::staff(test.office, workers[0], domain::staff::Role::Caseworker);
        let made = furnish(&test.house, test.office, workers, 450, test.now(), |_| {}).await.expect("cases");
        assert_eq!((made.cases, made.people), (450, 90));
        assert!((100..420).contains(&made.closed), "{}", made.closed);
        assert!(made.hits[2] > 20 && made.hits[3] > 20, "{:?}", made.hits);
        let mut look = test.desk().look(&worker).await.expect("a look");
        for (reference, title) in &made.long {
            let store::cases::CaseSight::Full(case) = look.case(reference).await.expect("an answer") else {
                panic!("everybody sees an open case");
            };
            assert_eq!(case.title, *title);
            let n = store::cases::entry_count(&mut look, &case).await.expect("a count");
            assert_eq!(usize::try_from(n), Ok(LONG_TIMELINE));
        }
        assert!(!made.long.is_empty());
        drop(look);
        // One line a batch, however many cases.
        let lines = test.verify().await.lines;
        assert!(lines < 12, "{lines}");
    }
}
