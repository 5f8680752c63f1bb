//! Letters: approved words in the person's language, safe contact before anything goes, and the post as it stands.

use domain::{letters::LetterState, people::Safe};
use testkit::{
    agency::{Mail, a_benefits_case, a_person, say_mail_is, the_letters},
    house::TestHouse,
};

use crate::{
    agency::{id_in, says, says_not},
    door::{Browser, door},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_begins_with_approved_words_in_the_persons_language() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/letters/new");
    says(
        &browser.get(&url).await,
        &[
            "Approved words",
            "template=no-news-yet",
            "Spanish",
            "E-mail, rosa@home.example: safe, it may go.",
        ],
    );
    // Words with a blank the house cannot fill are asked for.
    let asked = browser
        .post(&url, &[("template", "courtesy-referral"), ("way", "email")])
        .await;
    assert_eq!(asked.status, 422);
    says(&asked, &["Fill in “Which office is the right one”"]);
    let id = id_in(
        &browser
            .post(&url, &[("template", "no-news-yet"), ("way", "email")])
            .await,
    );
    let letter = browser.get(&format!("/letters/{id}")).await;
    says(
        &letter,
        &["Draft", "lang=\"es\"", "Rosa", "Send letter", "rosa@home.example"],
    );
    let body = the_letters(&house, &case).await[0].body.clone();
    assert!(body.contains("Estimad"), "{body}");

    let sent = browser.post(&format!("/letters/{id}/queue"), &[]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Queued);
    says(
        &browser.get("/outbox").await,
        &["Rosa Delgado", "Waiting to go", &case],
    );
    says(&browser.get("/outbox?show=waiting").await, &["Rosa Delgado"]);
    says_not(&browser.get("/outbox?show=sent").await, &["Rosa Delgado"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unknown_means_ask_and_unsafe_means_no() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Unknown).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/letters/new");
    let id = id_in(
        &browser
            .post(&url, &[("template", "no-news-yet"), ("way", "email")])
            .await,
    );
    let page = format!("/letters/{id}");
    let seen = browser.get(&page).await;
    says(
        &seen,
        &[
            "not asked. Ask",
            "I have asked them: this way is safe",
            "contact-way-unknown:email",
        ],
    );

    let refused = browser.post(&format!("{page}/queue"), &[]).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["Ask the person first whether this way is safe"]);
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Draft);

    // A yes to another question is no yes to this one.
    say_mail_is(&house, person, Safe::Ask).await;
    let other = browser
        .post(
            &format!("{page}/queue"),
            &[("confirm", "contact-way-unknown:email")],
        )
        .await;
    assert_eq!(other.status, 422);
    let asked = browser
        .post(&format!("{page}/queue"), &[("confirm", "contact-way-ask:email")])
        .await;
    assert_eq!(asked.status, 303, "{}", asked.body);

    // What is said to be unsafe has no such box, and is refused whatever is sent.
    let id = id_in(
        &browser
            .post(&url, &[("template", "no-news-yet"), ("way", "email")])
            .await,
    );
    say_mail_is(&house, person, Safe::No).await;
    let page = format!("/letters/{id}");
    let seen = browser.get(&page).await;
    says(&seen, &["marked unsafe"]);
    says_not(&seen, &["name=\"confirm\""]);
    let refused = browser
        .post(&format!("{page}/queue"), &[("confirm", "contact-way-ask:email")])
        .await;
    assert_eq!(refused.status, 422);
    says(&refused, &["This way is not safe for the person"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_front_desk_writes_and_somebody_else_signs() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let router = door(&house);
    let desk = Browser::of(&router, "intake").await;
    let url = format!("/cases/{case}/letters/new");
    let id = id_in(
        &desk
            .post(&url, &[("template", "no-news-yet"), ("way", "email")])
            .await,
    );
    let page = format!("/letters/{id}");
    let refused = desk.post(&format!("{page}/queue"), &[]).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["needs a colleague’s yes first"]);
    assert_eq!(desk.post(&format!("{page}/sign-off"), &[]).await.status, 404);
    let signer = Browser::of(&router, "caseworker").await;
    assert_eq!(signer.post(&format!("{page}/sign-off"), &[]).await.status, 303);
    assert_eq!(desk.post(&format!("{page}/queue"), &[]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_in_the_post_is_held_sent_again_and_taken_back() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Safe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/letters/new");
    let id = id_in(
        &browser
            .post(&url, &[("template", "no-news-yet"), ("way", "email")])
            .await,
    );
    let page = format!("/letters/{id}");
    browser.post(&format!("{page}/queue"), &[]).await;
    let reasonless = browser.post(&format!("{page}/hold"), &[]).await;
    assert_eq!(reasonless.status, 422);
    assert_eq!(
        browser
            .post(&format!("{page}/hold"), &[("reason", "A name is wrong")])
            .await
            .status,
        303
    );
    let stopped = browser.get("/outbox?show=stopped").await;
    says(&stopped, &["Held", &format!("{page}/again")]);
    assert_eq!(browser.post(&format!("{page}/again"), &[]).await.status, 303);
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Queued);
    assert_eq!(browser.post(&format!("{page}/take-back"), &[]).await.status, 303);
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Draft);

    let version = the_letters(&house, &case).await[0].version.to_string();
    let tells = [
        ("way", "email"),
        ("to_address", "rosa@home.example"),
        ("subject", "About Rosa Delgado"),
        ("text", "Hello"),
    ];
    let changed = browser
        .post(
            &format!("{page}/change"),
            &[&[("version", version.as_str())], tells.as_slice()].concat(),
        )
        .await;
    assert_eq!(changed.status, 303, "{}", changed.body);
    let refused = browser.post(&format!("{page}/queue"), &[]).await;
    assert_eq!(refused.status, 422);
    says(&refused, &["Choose a subject that says nothing of the case"]);
    assert_eq!(browser.post(&format!("{page}/discard"), &[]).await.status, 303);
    assert_eq!(browser.get(&page).await.status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_on_paper_is_recorded_on_its_day() {
    let house = TestHouse::on_sqlite().await;
    let person = a_person(&house, Mail::Unsafe).await;
    let case = a_benefits_case(&house, person).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let url = format!("/cases/{case}/letters/new");
    let id = id_in(
        &browser
            .post(&url, &[("template", "no-news-yet"), ("way", "post")])
            .await,
    );
    let page = format!("/letters/{id}");
    says(&browser.get(&page).await, &["Record as posted", "Posted on"]);
    assert_eq!(browser.post(&format!("{page}/posted"), &[]).await.status, 422);
    let early = browser
        .post(&format!("{page}/posted"), &[("on", "2026-03-09")])
        .await;
    assert_eq!(early.status, 422);
    says(&early, &["Enter a day that has come"]);
    assert_eq!(
        browser
            .post(&format!("{page}/posted"), &[("on", "2026-03-02")])
            .await
            .status,
        303
    );
    assert_eq!(the_letters(&house, &case).await[0].state, LetterState::Sent);
}
