//! Releases: recorded as they lie on the desk, read with their paper, taken back with a word of what that stops.

use domain::letters::LetterState;
use testkit::{
    agency::{
        Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, the_letters,
        to_liaison,
    },
    house::TestHouse,
};

use super::{id_in, says, says_not};
use crate::door::{Browser, door};

const SIGNED: [(&str, &str); 12] = [
    ("signer", "Rosa Delgado"),
    ("capacity", "subject"),
    ("agencies", "dhs.uscis"),
    ("agencies", "ssa"),
    ("classes", "status"),
    ("matter", "this-case"),
    ("method", "ink"),
    ("formality", "perjury"),
    ("signed_on", "2026-02-27"),
    ("received_on", "2026-03-01"),
    ("language", "es"),
    ("translation", "original"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_release_is_recorded_with_its_paper_and_read_again() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let form = browser.get(&format!("/cases/{case}/releases/new")).await;
    says(
        &form,
        &[
            "Record a release",
            "Rosa Delgado",
            "Social Security Administration",
        ],
    );
    let (asked, _) = form
        .body
        .split_once("id=\"shortcuts\"")
        .expect("the page's own part");
    assert!(
        !asked.contains(" checked"),
        "something is ticked beforehand: {asked}"
    );

    let url = format!("/cases/{case}/releases/new");
    let recorded = browser
        .post_file(&url, &SIGNED, ("document", b"%PDF a scan"))
        .await;
    let id = id_in(&recorded);
    let page = browser.get(&format!("/cases/{case}/releases/{id}")).await;
    says(
        &page,
        &[
            "Under penalty of perjury",
            "scan.pdf",
            "February 27",
            "Active",
            "Nothing has been sent on it yet",
        ],
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_comes_back_with_what_is_missing() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/releases/new");
    let typed = [
        ("signer", "Ana <Delgado>"),
        ("matter_words", "her claim of January"),
        ("agencies", "ssa"),
    ];
    let again = browser.post_file(&url, &typed, ("document", b"x")).await;
    assert_eq!(again.status, 422);
    says(
        &again,
        &[
            "Ana &lt;Delgado&gt;",
            "her claim of January",
            "Fill in “Signed on”",
            "Choose the file again",
            "checked",
        ],
    );
    // The domain's refusal comes back the same way: somebody who signs for another proves it.
    let mut fields = SIGNED.to_vec();
    fields[1] = ("capacity", "guardian");
    let again = browser.post(&url, &fields).await;
    assert_eq!(again.status, 422);
    says(
        &again,
        &["Add the proof that the signer may sign for them", "#f-proof"],
    );
    // The twin: the subject needs none.
    assert_eq!(browser.post(&url, &SIGNED).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sent_twice_it_is_one_release() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/releases/new");
    let keyed = [SIGNED.as_slice(), &[("once", "one-press-of-the-button")]].concat();
    let first = id_in(&browser.post(&url, &keyed).await);
    assert_eq!(id_in(&browser.post(&url, &keyed).await), first);
    // The twin: without the key it is another release.
    assert_ne!(id_in(&browser.post(&url, &SIGNED).await), first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taking_it_back_says_what_stops_and_stops_it() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let release = given_release(&house, &case, "ssa").await;
    let inquiry = a_drafted_inquiry(&house, &house.caseworker(), &case).await;
    let order = to_liaison(&house, &case, inquiry).await;
    actions::inquiries::send(&house.house, &house.caseworker(), &case, order)
        .await
        .expect("it waits");
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/releases/{release}/revoke");
    let asked = browser.get(&url).await;
    says(
        &asked,
        &[
            "What this stops",
            "Social Security Administration",
            &format!("/inquiries/{inquiry}"),
        ],
    );

    let without_how = browser.post(&url, &[("on", "2026-03-02")]).await;
    assert_eq!(without_how.status, 422);
    says(&without_how, &["Write how we learned"]);
    assert_eq!(
        the_letters(&house, &case).await[0].state,
        LetterState::Queued,
        "nothing stopped yet"
    );

    let done = browser
        .post(&url, &[("on", "2026-03-02"), ("how", "She said so on the phone")])
        .await;
    assert_eq!(done.status, 303);
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Held);
    assert_eq!(the_inquiry(&house, &case, inquiry).await.sent_on, None);
    let page = browser.get(&format!("/cases/{case}/releases/{release}")).await;
    says(&page, &["Withdrawn", "She said so on the phone"]);
    says_not(&page, &["Record that they withdrew it</"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asking_for_a_release_drafts_the_letter_in_the_persons_language() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Unknown).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/releases/ask");
    let form = browser.get(&url).await;
    says(
        &form,
        &[
            "rosa@home.example. E-mail: not asked",
            "Post, 12 Elm Street, Springfield: safe",
        ],
    );
    assert_eq!(
        browser.post(&url, &[]).await.status,
        422,
        "no way is chosen beforehand"
    );
    let drafted = browser.post(&url, &[("way", "post")]).await;
    let letter = browser.get(drafted.location()).await;
    says(
        &letter,
        &[
            "Letter to Rosa Delgado",
            "Spanish",
            "lang=\"es\"",
            "12 Elm Street",
        ],
    );
}
