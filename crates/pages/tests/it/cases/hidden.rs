//! Restricted, walled and unknown cases: what each answers, and that looking is written down before it is shown.

use domain::cases::{Reference, Visibility};
use testkit::{
    builders::{CaseBuilder, a_case, the_case},
    house::TestHouse,
};

use crate::door::{Answer, Browser, door};

fn restricted() -> CaseBuilder {
    let mut case = a_case();
    case.0.visibility = Visibility::Restricted;
    case
}

fn shape(answer: &Answer) -> (u16, usize, Vec<String>) {
    let names = answer.headers.keys().map(ToString::to_string).collect();
    (answer.status.as_u16(), answer.body.len(), names)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn walled_and_unknown_answer_alike_and_restricted_says_how_to_ask() {
    let house = TestHouse::on_sqlite().await;
    let walled = a_case().walled().open_by(&house, &house.colleague()).await;
    let shut = restricted()
        .titled("Quiet matter")
        .open_by(&house, &house.colleague())
        .await;
    let unknown = Reference::from_random([31, 30, 29, 28, 27]).to_string();
    let browser = Browser::of(&door(&house), "caseworker").await;
    for below in ["", "/ledger", "/edit", "/close", "/phase"] {
        let of_walled = browser.get(&format!("/cases/{walled}{below}")).await;
        let of_nothing = browser.get(&format!("/cases/{unknown}{below}")).await;
        assert_eq!(shape(&of_walled), shape(&of_nothing), "{below}");
        assert_eq!(of_nothing.status, 404);
    }
    let page = browser.get(&format!("/cases/{shut}")).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("This case is restricted") && page.body.contains("/ask"));
    assert!(
        !page.body.contains("Quiet matter"),
        "nothing of the case itself stands there"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asking_for_a_restricted_case_gives_its_owner_a_task_and_no_more() {
    let house = TestHouse::on_sqlite().await;
    let shut = restricted().open_by(&house, &house.colleague()).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{shut}/ask");
    let without = browser.post(&path, &[("reason", " ")]).await;
    assert_eq!(without.status, 422, "a reason is asked for");
    let asked = browser.post(&path, &[("reason", "The person called me")]).await;
    assert_eq!(asked.status, 303);
    let still = browser.get(&format!("/cases/{shut}")).await;
    assert!(still.body.contains("This case is restricted"));
    let owner = Browser::of(&door(&house), testkit::house::COLLEAGUE).await;
    let seen = owner.get(&format!("/cases/{shut}")).await;
    assert!(seen.body.contains("A colleague asks to see this case"));
    assert!(seen.body.contains("The person called me"));
    let walled = a_case().walled().open_by(&house, &house.colleague()).await;
    let nothing = browser
        .post(&format!("/cases/{walled}/ask"), &[("reason", "x")])
        .await;
    assert_eq!(nothing.status, 404, "a walled case cannot be asked for");
    house.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_a_case_was_opened_is_written_down_before_it_is_shown() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let case = the_case(&house, &reference).await;
    let browser = Browser::of(&door(&house), "supervisor").await;
    let looks = async || {
        let actor = house.machinery();
        let mut look = house.desk().look(&actor).await.expect("a look");
        store::ledger::looks_at_case(&mut look, &case, None, 100)
            .await
            .expect("looks")
    };
    assert!(looks().await.is_empty(), "nobody looked yet");
    assert_eq!(browser.get(&format!("/cases/{reference}")).await.status, 200);
    let after = looks().await;
    assert_eq!(after.len(), 1);
    assert_eq!(
        (after[0].staff_id, after[0].object.as_str()),
        (house.supervisor().staff_id(), "cases")
    );
    let history = browser.get(&format!("/cases/{reference}/ledger")).await;
    assert!(history.body.contains("The supervisor") && history.body.contains("Opened the case"));
    // The twin: what was refused was not looked at.
    let unknown = Reference::from_random([31, 30, 29, 28, 27]);
    browser.get(&format!("/cases/{unknown}")).await;
    assert_eq!(
        looks().await.len(),
        2,
        "the page and its history, and nothing else"
    );
}
