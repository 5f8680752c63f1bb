//! An inquiry: the gate's answer with the rule's words, one way forward, and exactly what leaves.

use domain::inquiries::InquiryState;
use testkit::{
    agency::{Mail, a_benefits_case, a_drafted_inquiry, a_person, given_release, the_inquiry, the_letters},
    house::TestHouse,
};

use super::{id_in, says, says_not};
use crate::door::{Browser, door};

const ASKED: [(&str, &str); 7] = [
    ("agency", "ssa"),
    ("purpose", "ask-status"),
    ("channel", "email"),
    ("liaison", "Congressional liaison"),
    ("to_address", "liaison@ssa.example"),
    ("classes", "status"),
    ("question", "Where does the claim of January stand?"),
];

fn with<'a>(act: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&[("act", act)], ASKED.as_slice(), more].concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shut_gate_says_its_rule_and_one_way_forward() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/inquiries/new");
    let page = browser.post(&url, &with("check", &[])).await;
    assert_eq!(page.status, 200);
    says(
        &page,
        &[
            "Today: the gate says not yet",
            "A signature. None on file.",
            "Version",
            "Source",
            "Ask for a signed release",
            &format!("/cases/{case}/releases/ask"),
            "Send without it, for those with the right",
            "Save it first",
            "Where does the claim of January stand?",
        ],
    );
    says_not(&page, &["Exactly what will leave"]);

    // Sending all the same is refused in the same words, and nothing is kept as a record.
    let refused = browser.post(&url, &with("send", &[])).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["A signature. None on file.", "liaison@ssa.example"]);
    assert!(the_letters(&house, &case).await.is_empty());

    // The twin: with the release the very same form goes.
    given_release(&house, &case, "ssa").await;
    let open = browser.post(&url, &with("check", &[])).await;
    says(
        &open,
        &[
            "The permission is there",
            "Exactly what will leave",
            "Rosa Delgado",
            "Stays here",
            "7 words",
        ],
    );
    says(
        &open,
        &[
            "See the final file",
            "asks on behalf of Rosa Delgado",
            "&lt;help@",
        ],
    );
    let sent = browser.post(&url, &with("send", &[])).await;
    let id = id_in(&sent).parse().expect("an id");
    assert_eq!(
        the_inquiry(&house, &case, id).await.state,
        InquiryState::Ready,
        "in the post"
    );
    let letters = the_letters(&house, &case).await;
    assert_eq!(letters.len(), 1);
    // What was shown is what went, word for word.
    assert!(open.body.contains(letters[0].body.trim()), "{}", letters[0].body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sent_twice_it_is_one_inquiry() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    given_release(&house, &case, "ssa").await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/inquiries/new");
    let form = with("send", &[("once", "one-press")]);
    let first = id_in(&browser.post(&url, &form).await);
    assert_eq!(id_in(&browser.post(&url, &form).await), first);
    assert_eq!(the_letters(&house, &case).await.len(), 1);
    // The twin: another press of the button is another inquiry.
    let other = id_in(
        &browser
            .post(&url, &with("send", &[("once", "another-press")]))
            .await,
    );
    assert_ne!(other, first);
    assert_eq!(the_letters(&house, &case).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_day_a_call_was_made_is_typed_and_never_guessed() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    given_release(&house, &case, "ssa").await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/inquiries/new");
    let mut by_phone = with("send", &[]);
    by_phone[3] = ("channel", "phone");
    let refused = browser.post(&url, &by_phone).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["Fill in “The day it went”"]);
    by_phone.push(("sent_on", "2026-03-01"));
    let id = id_in(&browser.post(&url, &by_phone).await)
        .parse()
        .expect("an id");
    let sent = the_inquiry(&house, &case, id).await;
    assert_eq!(sent.sent_on, Some("2026-03-01".parse().expect("a day")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_saved_draft_is_written_again_and_sent() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    given_release(&house, &case, "ssa").await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let id = id_in(
        &browser
            .post(&format!("/cases/{case}/inquiries/new"), &with("save", &[]))
            .await,
    );
    let page = format!("/cases/{case}/inquiries/{id}");
    says(
        &browser.get(&page).await,
        &[
            "Where does the claim of January stand?",
            "The permission is there",
        ],
    );
    let key = id.parse().expect("an id");
    let read = the_inquiry(&house, &case, key).await.version.to_string();
    let mut other = with("send", &[("version", &read)]);
    other[7] = ("question", "Was the claim of January decided?");
    assert_eq!(browser.post(&format!("{page}/send"), &other).await.status, 303);
    let sent = the_inquiry(&house, &case, key).await;
    assert_eq!(
        (sent.state, sent.question.as_str()),
        (InquiryState::Ready, "Was the claim of January decided?")
    );
    // Whoever read the draft before that change does not write over it.
    let id = a_drafted_inquiry(&house, &house.caseworker(), &case).await;
    let page = format!("/cases/{case}/inquiries/{id}/change");
    let stale = browser.post(&page, &with("save", &[("version", "99")])).await;
    assert_eq!(stale.status, 409);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_somebody_looked_is_on_record() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let id = a_drafted_inquiry(&house, &house.caseworker(), &case).await;
    let reader = Browser::of(&door(&house), testkit::house::COLLEAGUE).await;
    assert_eq!(
        reader.get(&format!("/cases/{case}/inquiries/{id}")).await.status,
        200
    );
    let seen = testkit::builders::the_case(&house, &case).await;
    let actor = house.machinery();
    let mut look = house.desk().look(&actor).await.expect("a look");
    let looks = store::ledger::looks_at_case(&mut look, &seen, None, 50)
        .await
        .expect("looks");
    assert_eq!(looks.len(), 1, "{looks:?}");
}
