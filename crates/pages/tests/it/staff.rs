//! Those who work here: let in and out by whoever proved a moment ago who they are; and everybody's own page.

use testkit::house::{PASSWORD, TestHouse};

use crate::{
    agency::{says, says_not},
    door::{Browser, door},
};

const NOOR: [(&str, &str); 3] = [("name", "Noor Haddad"), ("login", "noor"), ("role", "caseworker")];

/// The password that stands on a page once.
fn handed_over(page: &str) -> String {
    let mark = "<code class=\"hash hash--big\">";
    let at = page.find(mark).expect("a password is handed over") + mark.len();
    page[at..].split('<').next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_colleague_gets_a_password_that_is_shown_once() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let admin = Browser::of(&router, "administrator").await;
    let added = admin.post("/admin/staff", &NOOR).await;
    assert_eq!(added.status, 200, "{}", added.body);
    let password = handed_over(&added.body);
    let list = admin.get("/admin/staff").await;
    says(&list, &["Noor Haddad", "Not logged in yet"]);
    says_not(&list, &[&password]);

    let noor = Browser::at(&router);
    noor.get("/login").await;
    let entered = noor
        .post("/login", &[("email", "noor"), ("password", &password)])
        .await;
    assert!(
        entered.location().starts_with("/login/password"),
        "{}",
        entered.location()
    );
    // The same login again comes back with what was typed.
    let again = admin.post("/admin/staff", &NOOR).await;
    assert_eq!(again.status, 422);
    says(
        &again,
        &[
            "Someone already logs in with this e-mail",
            "value=\"Noor Haddad\"",
        ],
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_ten_minutes_the_password_is_asked_again() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let admin = Browser::of(&router, "administrator").await;
    let colleague = house.colleague().staff_id();
    let close = format!("/admin/staff/{colleague}/disable");
    house.at(house.now() + jiff::SignedDuration::from_mins(11));
    let stale = admin.get("/admin/staff").await;
    says(
        &stale,
        &["Prove first that it is you", "/login/again?next=%2Fadmin%2Fstaff"],
    );
    says_not(&stale, &[&close]);
    assert_eq!(admin.post(&close, &[]).await.status, 422);
    // What was typed into a form that stood open comes back, with the question in it.
    let kept = admin.post("/admin/staff", &NOOR).await;
    assert_eq!(kept.status, 422);
    says(&kept, &["value=\"Noor Haddad\"", "own_password"]);
    let wrong = admin
        .post(
            "/admin/staff",
            &[NOOR.as_slice(), &[("own_password", "not mine")]].concat(),
        )
        .await;
    assert_eq!(wrong.status, 422);

    assert_eq!(
        admin
            .post("/login/again", &[("password", "not mine")])
            .await
            .status,
        422
    );
    let proved = admin
        .post(
            "/login/again",
            &[("password", PASSWORD), ("next", "/admin/staff")],
        )
        .await;
    assert_eq!((proved.status.as_u16(), proved.location()), (303, "/admin/staff"));
    says(&admin.get("/admin/staff").await, &[&close]);
    assert_eq!(admin.post(&close, &[]).await.status, 303);
    assert_eq!(Browser::at(&router).get("/work").await.location(), "/login");

    // The twin of the wrong password: the right one in the same form lets the colleague in at once.
    house.at(house.now() + jiff::SignedDuration::from_mins(11));
    let added = admin
        .post(
            "/admin/staff",
            &[NOOR.as_slice(), &[("own_password", PASSWORD)]].concat(),
        )
        .await;
    assert_eq!(added.status, 200, "{}", added.body);
    handed_over(&added.body);
    assert_eq!(
        admin.get("/admin/staff").await.status,
        200,
        "the stay goes on under its new secret"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_login_is_shown_the_door_and_opened_again() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let admin = Browser::of(&router, "administrator").await;
    let colleague = Browser::of(&router, testkit::house::COLLEAGUE).await;
    let of = |act: &str| format!("/admin/staff/{}/{act}", house.colleague().staff_id());
    assert_eq!(colleague.get("/work").await.status, 200);
    assert_eq!(admin.post(&of("disable"), &[]).await.status, 303);
    assert_eq!(colleague.get("/work").await.location(), "/login");
    let twice = admin.post(&of("disable"), &[]).await;
    assert_eq!(twice.status, 422);
    says(&twice, &["This login is closed. Open it again first."]);
    assert_eq!(admin.post(&of("enable"), &[]).await.status, 303);
    assert_eq!(admin.post(&of("role"), &[("role", "intake")]).await.status, 303);
    says(&admin.get("/admin/staff").await, &["Intake"]);
    let reset = admin.post(&of("reset"), &[]).await;
    assert_eq!(reset.status, 200);
    assert!(handed_over(&reset.body).len() > 8);
    // Nobody closes the login they stand on.
    let own = admin
        .post(
            &format!("/admin/staff/{}/disable", house.administrator().staff_id()),
            &[],
        )
        .await;
    assert_eq!(own.status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_chooses_their_language_look_and_password() {
    let house = TestHouse::on_sqlite().await;
    let router = door(&house);
    let me = Browser::of(&router, "caseworker").await;
    says(
        &me.get("/me").await,
        &["Language and look", "Only the password is asked"],
    );
    assert_eq!(
        me.post("/me", &[("language", "es"), ("theme", "dark")])
            .await
            .status,
        303
    );
    says(
        &me.get("/me").await,
        &["Idioma y aspecto", "data-theme=\"dark\"", "lang=\"es\""],
    );
    assert_eq!(me.post("/me", &[("language", "tlh")]).await.status, 422);

    let new = "seven patient otters swim";
    let wrong = me
        .post(
            "/me/password",
            &[("password_now", "not mine"), ("password_new", new)],
        )
        .await;
    assert_eq!(wrong.status, 422);
    let weak = me
        .post(
            "/me/password",
            &[("password_now", PASSWORD), ("password_new", "short")],
        )
        .await;
    assert_eq!(weak.status, 422);
    let changed = me
        .post(
            "/me/password",
            &[("password_now", PASSWORD), ("password_new", new)],
        )
        .await;
    assert_eq!(
        (changed.status.as_u16(), changed.location()),
        (303, "/login"),
        "{}",
        changed.body
    );
    assert_eq!(me.get("/me").await.status, 303, "shown the door");
    let again = Browser::at(&router);
    again.get("/login").await;
    let entered = again
        .post("/login", &[("email", "caseworker"), ("password", new)])
        .await;
    assert_eq!(entered.location(), "/work");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_factor_is_set_up_by_somebody_who_is_fresh() {
    let house = TestHouse::on_sqlite().await;
    let me = Browser::of(&door(&house), "caseworker").await;
    says(
        &me.get("/me/code").await,
        &["action=\"/login/enrol\"", "value=\"/me\""],
    );
    house.at(house.now() + jiff::SignedDuration::from_mins(11));
    assert_eq!(
        me.get("/me/code").await.location(),
        "/login/again?next=%2Fme%2Fcode"
    );
}
