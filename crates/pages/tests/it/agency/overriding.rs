//! A decision against the gate: by somebody with the right, never about one's own words, and reported.

use domain::inquiries::InquiryState;
use testkit::{
    agency::{Mail, a_benefits_case, a_drafted_inquiry, a_person, the_inquiry},
    house::TestHouse,
};

use super::{says, says_not};
use crate::door::{Browser, door};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_else_with_the_right_decides_and_it_is_reported() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let id = a_drafted_inquiry(&house, &house.caseworker(), &case).await;
    let router = door(&house);
    let page = format!("/cases/{case}/inquiries/{id}");

    // The one who wrote it sees who may decide, and has no form to do it.
    let author = Browser::of(&router, "caseworker").await;
    let seen = author.get(&page).await;
    says(&seen, &["You don’t hold this right"]);
    says_not(&seen, &["name=\"override_words\""]);
    assert_eq!(
        author
            .post(&format!("{page}/override"), &[("override_words", "x")])
            .await
            .status,
        404
    );

    let decider = Browser::of(&router, "supervisor").await;
    says(&decider.get(&page).await, &["name=\"override_words\""]);
    let wordless = decider
        .post(&format!("{page}/override"), &[("ground", "danger")])
        .await;
    assert_eq!(wordless.status, 422);
    says(&wordless, &["Write why.", "<option value=\"danger\" selected"]);
    let words = "She is in hospital and cannot sign";
    let decided = decider
        .post(
            &format!("{page}/override"),
            &[("ground", "danger"), ("override_words", words)],
        )
        .await;
    assert_eq!(decided.status, 303, "{}", decided.body);
    says(
        &decider.get("/overrides").await,
        &[words, &case, "Danger to life", "Supervisor"],
    );
    assert_eq!(author.get("/overrides").await.status, 404);

    // On that decision it goes, as it was written.
    says(
        &author.get(&page).await,
        &["The permission is there", "A ground of law"],
    );
    let sent = author
        .post(
            &format!("{page}/send"),
            &[
                ("purpose", "ask-status"),
                ("channel", "email"),
                ("to_address", "liaison@ssa.example"),
                ("classes", "status"),
                ("question", "Where does the claim of January stand?"),
            ],
        )
        .await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(the_inquiry(&house, &case, id).await.state, InquiryState::Ready);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_decides_about_their_own_words() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let id = a_drafted_inquiry(&house, &house.supervisor(), &case).await;
    let author = Browser::of(&door(&house), "supervisor").await;
    let page = format!("/cases/{case}/inquiries/{id}");
    says(
        &author.get(&page).await,
        &["You wrote this one, so somebody else decides"],
    );
    let refused = author
        .post(&format!("{page}/override"), &[("override_words", "I am sure")])
        .await;
    assert_eq!(refused.status, 422);
    says(&refused, &["Nobody decides about their own inquiry"]);
}
