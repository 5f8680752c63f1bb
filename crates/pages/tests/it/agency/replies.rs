//! What came back, in seven ways, and asking again.

use domain::{ids::InquiryId, inquiries::InquiryState};
use testkit::{
    agency::{Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, to_liaison},
    house::TestHouse,
};

use super::says;
use crate::door::{Browser, door};

/// An inquiry that left a day ago, its case and its page.
async fn sent(house: &TestHouse) -> (String, InquiryId, String) {
    let person = a_person(house, Mail::Safe).await;
    let case = a_benefits_case(house, person).await;
    given_release(house, &case, "ssa").await;
    let id = a_drafted_inquiry(house, &house.caseworker(), &case).await;
    let order = to_liaison(house, &case, id).await;
    let actor = house.caseworker();
    let sent = actions::inquiries::send(&house.house, &actor, &case, order)
        .await
        .expect("it goes");
    let actions::inquiries::Sent::Queued(letter) = sent else {
        panic!("an e-mail waits in the post");
    };
    let begun = actions::letters::begin_sending(&house.house, house.office, letter)
        .await
        .expect("asked");
    let actions::letters::Begun::Send(sending) = begun else {
        panic!("it may leave");
    };
    actions::letters::delivered(&house.house, &sending)
        .await
        .expect("noted");
    house.days_pass(1);
    let page = format!("/cases/{case}/inquiries/{id}");
    (case, id, page)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_is_recorded_with_how_it_was_learned() {
    let house = TestHouse::on_sqlite().await;
    let (case, id, page) = sent(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    says(
        &browser.get(&page).await,
        &[
            "Record a reply",
            "Sent, waiting",
            "Their spoken word",
            "The letter",
        ],
    );

    let interim = [
        ("kind", "interim"),
        ("learned", "reported-by-person"),
        ("known_on", "2026-03-03"),
        ("text", "We are <still> looking"),
        ("expected_on", "2026-04-01"),
        ("reason", "A file is missing"),
        ("agency_ref", "SSA-88"),
    ];
    let done = browser
        .post_file(
            &format!("{page}/reply"),
            &interim,
            ("document", b"%PDF their letter"),
        )
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    says(
        &browser.get(&page).await,
        &[
            "We are &lt;still&gt; looking",
            "The person told us",
            "They expect to answer by April 1",
            "Reason: A file is missing",
            "SSA-88",
            "scan.pdf",
        ],
    );
    assert_eq!(
        the_inquiry(&house, &case, id).await.state,
        InquiryState::Sent,
        "it is not answered"
    );

    let nothing_open = [
        ("kind", "partial"),
        ("learned", "received"),
        ("known_on", "2026-03-03"),
        ("text", "Half of it"),
    ];
    let again = browser.post(&format!("{page}/reply"), &nothing_open).await;
    assert_eq!(again.status, 422);
    says(
        &again,
        &["Write what is still open.", "Half of it", "#f-open_questions"],
    );

    let full = [
        ("kind", "substantive"),
        ("learned", "received"),
        ("known_on", "2026-03-03"),
        ("text", "It was paid"),
    ];
    assert_eq!(browser.post(&format!("{page}/reply"), &full).await.status, 303);
    assert_eq!(the_inquiry(&house, &case, id).await.state, InquiryState::Answered);
    says(&browser.get(&page).await, &["It was paid", "Not told yet"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_reply_is_declared_only_after_asking_again() {
    let house = TestHouse::on_sqlite().await;
    let (case, id, page) = sent(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let nothing = [("kind", "no-reply"), ("known_on", "2026-03-03")];
    let too_soon = browser.post(&format!("{page}/reply"), &nothing).await;
    assert_eq!(too_soon.status, 422);
    says(&too_soon, &["Ask the agency once more"]);

    let chase = [
        ("chased_on", "2026-03-03"),
        ("chase_channel", "phone"),
        ("next_on", "2026-03-10"),
    ];
    assert_eq!(browser.post(&format!("{page}/chase"), &chase).await.status, 303);
    says(&browser.get(&page).await, &["asked again", "March 10"]);
    let done = browser
        .post(&format!("{page}/no-reply"), &[("given_up_on", "2026-03-03")])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(the_inquiry(&house, &case, id).await.state, InquiryState::NoReply);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn withdrawing_needs_a_reason() {
    let house = TestHouse::on_sqlite().await;
    let (case, id, page) = sent(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let refused = browser.post(&format!("{page}/withdraw"), &[]).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["Write the reason."]);
    let done = browser
        .post(
            &format!("{page}/withdraw"),
            &[("withdraw_reason", "She asked us to stop")],
        )
        .await;
    assert_eq!(done.status, 303);
    assert_eq!(
        the_inquiry(&house, &case, id).await.state,
        InquiryState::Withdrawn
    );
}
