//! The door: who gets in, and which posts are taken for ours.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use testkit::house::{PASSWORD, TestHouse};
use tower::ServiceExt;

use crate::door::{Browser, door};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_its_token_changes_nothing() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let browser = Browser::of(&router, "caseworker").await;
    assert_eq!(
        browser.post_without_token("/logout").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(browser.get("/work").await.status, StatusCode::OK, "still in");
    // The twin: with its token the same post works.
    assert_eq!(browser.post("/logout", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/work").await.location(), "/login");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_from_another_site_is_refused_before_anything_is_read() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    for (name, value, taken) in [
        ("sec-fetch-site", "cross-site", false),
        ("sec-fetch-site", "same-site", false),
        ("origin", "https://evil.example", false),
        ("origin", "https://office.example", true),
        ("sec-fetch-site", "same-origin", true),
    ] {
        let request = Request::post("/login")
            .header(header::HOST, "office.example")
            .header(header::COOKIE, "cw-door=0123")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(name, value);
        let request = request
            .body(Body::from("csrf=0123&email=nobody&password=x"))
            .expect("a request");
        let answer = router.clone().oneshot(request).await.expect("an answer");
        // Taken for ours, it reaches the login, which refuses the stranger; else it gets no further than the door.
        let expected = if taken {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::FORBIDDEN
        };
        assert_eq!(answer.status(), expected, "{name}: {value}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_name_and_a_wrong_password_read_alike() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let browser = Browser::at(&router);
    browser.get("/login").await;
    let wrong = browser
        .post(
            "/login",
            &[("email", "caseworker"), ("password", "not this one at all")],
        )
        .await;
    let nobody = browser
        .post(
            "/login",
            &[("email", "caseworkez"), ("password", "not this one at all")],
        )
        .await;
    assert_eq!(
        (wrong.status, nobody.status),
        (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY)
    );
    assert_eq!(wrong.body.len(), nobody.body.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_stage_has_a_secret_of_its_own() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let browser = Browser::at(&router);
    browser.get("/login").await;
    let entered = browser
        .post("/login", &[("email", "caseworker"), ("password", PASSWORD)])
        .await;
    let cookies: Vec<&str> = entered
        .headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .collect();
    let session = cookies.iter().find(|c| c.starts_with("cw=")).expect("a session");
    for needed in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(needed), "{session}");
    }
    assert_eq!(browser.get("/work").await.status, StatusCode::OK);
    browser.forget();
    assert_eq!(browser.get("/work").await.location(), "/login");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_of_nothing_is_a_page_that_says_so() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let browser = Browser::of(&router, "caseworker").await;
    let answer = browser.get("/no/such/page").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("Nothing found here"), "{}", answer.body);
    let open_redirect = browser.get("/login?next=//evil.example/").await;
    assert!(
        !open_redirect.body.contains("evil.example"),
        "a stranger's address stands on the login page"
    );
}
