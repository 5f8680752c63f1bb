//! One case on one page: what it shows, to whom, and at what cost.

use domain::cases::Level;
use testkit::{builders::a_case, house::TestHouse};

use crate::door::{Browser, door};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_shows_whose_turn_it_is_and_what_comes_next() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().to_agency("ssa", Level::Federal).open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let page = browser.get(&format!("/cases/{reference}")).await;
    assert_eq!(page.status, 200);
    for words in [
        "Benefits stopped after a move",
        "Our turn",
        "Suggested next step",
        "Save note",
        "You opened the case.",
        "Say that we have it",
        "Not signed",
    ] {
        assert!(page.body.contains(words), "{words} stands on the page");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reference_is_read_as_people_type_it() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let typed = reference.replace('-', "").to_lowercase();
    let answer = browser.get(&format!("/cases/{typed}?show=notes")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, format!("/cases/{reference}?show=notes").as_str())
    );
}
