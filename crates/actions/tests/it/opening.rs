//! Opening a case.

use actions::{ActionError, cases};
use domain::{access::Deed, cases::is_in_limbo};
use testkit::{
    both_engines,
    builders::{a_case, the_case},
};

both_engines! {
    async fn a_case_is_opened_with_a_reference_and_a_next_act(test) {
        let reference = a_case().open(&test).await;
        let case = the_case(&test, &reference).await;
        assert!(!is_in_limbo(&case));
        assert_eq!(case.owner_id, Some(test.caseworker().staff_id()));
        assert_eq!(case.programme_id, test.constituent);
        assert_eq!(test.verify().await.lines, 3, "the founding, the staff, the case");
    }

    async fn an_auditor_opens_no_case(test) {
        let refused = cases::open(&test.house, &test.auditor(), a_case().0).await;
        assert!(matches!(refused, Err(ActionError::NotAllowed(Deed::WorkCases))), "{refused:?}");
    }
}
