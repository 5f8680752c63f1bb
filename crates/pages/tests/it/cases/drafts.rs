//! What is being typed: kept on the server, back after a login, gone once it was sent.

use store::drafts;
use testkit::{
    builders::{a_case, the_case},
    house::TestHouse,
};

use crate::door::{Browser, door};

async fn kept(house: &TestHouse, reference: &str, kind: &str) -> Option<String> {
    let case = the_case(house, reference).await;
    let actor = house.caseworker();
    let mut look = house.desk().look(&actor).await.expect("a look");
    let draft = drafts::find(&mut look, case.id.0, kind).await.expect("an answer");
    draft.and_then(|d| d.fields.0.get("text").cloned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_kind_keeps_its_own_draft_and_a_sent_one_never_comes_back() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let case = the_case(&house, &reference).await.id;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let note = format!("/drafts/note/{case}");
    let saved = browser
        .post(&note, &[("text", "She asked"), ("once", "page-1-note")])
        .await;
    assert_eq!(
        (
            saved.status.as_u16(),
            saved.headers["draft-version"].to_str().unwrap()
        ),
        (204, "1")
    );
    let saved = browser
        .post(
            &note,
            &[("text", "She asked about June"), ("once", "page-1-note")],
        )
        .await;
    assert_eq!(saved.headers["draft-version"], "2");
    browser
        .post(&format!("/drafts/call/{case}"), &[("text", "We spoke of May")])
        .await;
    let path = format!("/cases/{reference}");
    let page = browser.get(&path).await.body;
    assert!(page.contains("She asked about June") && page.contains("We spoke of May"));

    let sent = [("text", "She asked about June"), ("once", "page-1-note")];
    assert_eq!(browser.post(&format!("{path}/notes"), &sent).await.status, 303);
    assert_eq!(kept(&house, &reference, "note").await, None);
    // A save that was still on its way when the note was sent does not bring the text back.
    let late = browser
        .post(
            &note,
            &[("text", "She asked about June"), ("once", "page-1-note")],
        )
        .await;
    assert_eq!(late.status, 204);
    assert_eq!(kept(&house, &reference, "note").await, None);
    let page = browser.get(&path).await.body;
    assert_eq!(
        page.matches("She asked about June").count(),
        1,
        "in the timeline, and in no box"
    );
    assert!(page.contains("We spoke of May"), "the other kind's draft stays");

    // The twin: a save that names no form cannot be told from a new text.
    browser.post(&note, &[("text", "She asked about June")]).await;
    assert!(kept(&house, &reference, "note").await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_after_the_session_ended_comes_back_after_login() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let case = the_case(&house, &reference).await.id;
    let browser = Browser::of(&door(&house), "caseworker").await;
    browser
        .post(&format!("/drafts/note/{case}"), &[("text", "An hour of writing")])
        .await;
    browser.post("/logout", &[]).await;
    let path = format!("/cases/{reference}");
    let sent = browser
        .post(&format!("{path}/notes"), &[("text", "An hour of writing")])
        .await;
    assert_eq!(sent.status, 303);
    assert_eq!(sent.location(), format!("/login?next=%2Fcases%2F{reference}"));
    let again = [
        ("email", "caseworker"),
        ("password", testkit::house::PASSWORD),
        ("next", path.as_str()),
    ];
    let entered = browser.post("/login", &again).await;
    assert_eq!(entered.location(), path);
    let page = browser.get(&path).await.body;
    assert_eq!(
        page.matches("An hour of writing").count(),
        1,
        "it stands in the box"
    );
    // The twin: it is the author's alone.
    let colleague = Browser::of(&door(&house), testkit::house::COLLEAGUE).await;
    assert!(!colleague.get(&path).await.body.contains("An hour of writing"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_sent_twice_is_one_note_and_a_blank_one_comes_back() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}");
    let note = [("text", "Called the bureau twice"), ("once", "k-1")];
    let first = browser.post(&format!("{path}/notes"), &note).await;
    let second = browser.post(&format!("{path}/notes"), &note).await;
    assert_eq!(
        (first.status, first.location()),
        (second.status, second.location())
    );
    assert_eq!(
        browser
            .get(&path)
            .await
            .body
            .matches("Called the bureau twice")
            .count(),
        1
    );
    let blank = browser
        .post(
            &format!("{path}/notes"),
            &[("text", "  "), ("follow_up", "2026-03-09")],
        )
        .await;
    assert_eq!(blank.status, 422);
    assert!(blank.body.contains("Write a few words."));
    assert!(
        blank.body.contains("value=\"2026-03-09\" selected"),
        "what was chosen is kept"
    );
}
