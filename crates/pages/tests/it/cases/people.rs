//! A person's page: how to reach them safely, and numbers that stay masked until a reason is given.

use testkit::{builders::a_case, house::TestHouse};

use super::somebody;
use crate::door::{Browser, door};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_is_masked_until_a_reason_is_kept() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    a_case().of(person).open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/people/{person}");
    let bad = [("kind", "ssn"), ("number", "12")];
    let back = browser.post(&format!("{path}/identifiers"), &bad).await;
    assert_eq!(back.status, 422);
    let number = [("kind", "ssn"), ("number", "219-09-9999")];
    assert_eq!(
        browser.post(&format!("{path}/identifiers"), &number).await.status,
        303
    );
    let page = browser.get(&path).await.body;
    assert!(page.contains("•••-••-9999") && !page.contains("219099999") && !page.contains("219-09-9999"));
    let id = page
        .split("name=\"identifier\" value=\"")
        .nth(1)
        .and_then(|r| r.split('"').next())
        .expect("an id");
    let reveal = format!("{path}/reveal");
    let purpose = format!("purpose-{id}");
    let without = browser.post(&reveal, &[("identifier", id)]).await;
    assert_eq!(without.status, 422, "a reason is asked for");
    assert!(!without.body.contains("219099999"));
    let shown = browser
        .post(&reveal, &[("identifier", id), (&purpose, "inquiry")])
        .await;
    assert_eq!(shown.status, 200);
    assert!(shown.body.contains("219099999") && shown.body.contains("data-hide-after=\"60\""));
    assert!(
        !browser.get(&path).await.body.contains("219099999"),
        "it is not there the next time"
    );
    let auditor = Browser::of(&door(&house), "auditor").await;
    let ledger = auditor.get("/admin/ledger").await.body;
    assert!(ledger.contains("Showed a number in full") && ledger.contains("To put it in an inquiry"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn safe_ways_are_recorded_and_an_unsafe_point_is_shut() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/people/{person}");
    let form = browser.get(&format!("{path}/safe")).await.body;
    let version = form
        .split("name=\"version\" value=\"")
        .nth(1)
        .and_then(|r| r.split('"').next())
        .expect("a version");
    let safe = [
        ("version", version),
        ("way-voicemail", "no"),
        ("way-phone", "yes"),
        ("words", "claim, benefit"),
    ];
    assert_eq!(browser.post(&format!("{path}/safe"), &safe).await.status, 303);
    let page = browser.get(&path).await.body;
    assert!(page.contains("claim, benefit") && page.contains("wayrow--no"));
    let stale = browser.post(&format!("{path}/safe"), &safe).await;
    assert_eq!(
        stale.status, 422,
        "a form older than the last answer is shown again"
    );
    let mut points = page
        .split("/contacts/")
        .skip(1)
        .filter_map(|rest| rest.split('/').next());
    let point = points.find(|point| point.len() == 36);
    let shut = format!("{path}/contacts/{}/unsafe", point.expect("a point"));
    assert_eq!(
        browser
            .post(&shut, &[("note", "Someone else answers")])
            .await
            .status,
        303
    );
    let page = browser.get(&path).await.body;
    assert!(page.contains("Marked unsafe") && page.contains("Nothing goes there."));
    house.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_of_people_leads_forth_and_back_without_a_name_in_the_address() {
    let house = TestHouse::on_sqlite().await;
    for n in 0..60 {
        somebody(&house, &format!("Name {n:02}")).await;
    }
    let browser = Browser::of(&door(&house), "caseworker").await;
    let first = browser.get("/people").await.body;
    let older = super::cost::link(&first, "rel=\"next\"").expect("more people");
    assert!(!older.to_lowercase().contains("name"), "{older}");
    let second = browser.get(&older).await.body;
    assert!(second.contains("Name 59") && !second.contains("Name 10"));
    let back = super::cost::link(&second, "rel=\"prev\"").expect("the way back");
    let again = browser.get(&back).await.body;
    assert!(again.contains("Name 00") && again.contains("Name 49"));
    let found = browser.get("/people?q=Name+31").await.body;
    assert!(found.contains("Name 31") && !found.contains("Name 30"));
}
