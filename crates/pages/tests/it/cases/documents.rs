//! The files of a case: taken out as files by those who see it, each opening written down.

use actions::documents::{Upload, attach};
use testkit::{
    builders::{a_case, the_case},
    house::TestHouse,
};

use crate::door::{Browser, door};

fn a_letter() -> Upload {
    Upload {
        name: "Letter “June”.html".into(),
        media_type: "text/html".into(),
        bytes: b"<script>alert(1)</script>".to_vec(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_goes_out_as_a_file_and_never_as_a_page() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let id = attach(&house.house, &house.caseworker(), &reference, a_letter())
        .await
        .expect("a file");
    let browser = Browser::of(&door(&house), "supervisor").await;
    let page = browser.get(&format!("/cases/{reference}")).await.body;
    let path = format!("/cases/{reference}/documents/{id}");
    assert!(page.contains(&path) && page.contains("Letter “June”.html"));
    let file = browser.get(&path).await;
    assert_eq!(
        (file.status.as_u16(), file.body.as_str()),
        (200, "<script>alert(1)</script>")
    );
    assert_eq!(file.headers["content-type"], "application/octet-stream");
    assert_eq!(
        file.headers["content-security-policy"],
        "sandbox; default-src 'none'"
    );
    let name = file.headers["content-disposition"].to_str().expect("plain text");
    assert!(name.starts_with("attachment; "), "{name}");
    let case = the_case(&house, &reference).await;
    let actor = house.machinery();
    let mut look = house.desk().look(&actor).await.expect("a look");
    let looks = store::ledger::looks_at_case(&mut look, &case, None, 9)
        .await
        .expect("looks");
    assert!(
        looks.iter().any(|l| l.object == "documents"),
        "its opening is written down"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_behind_a_wall_is_not_there() {
    let house = TestHouse::on_sqlite().await;
    let walled = a_case().walled().open_by(&house, &house.colleague()).await;
    let id = attach(&house.house, &house.colleague(), &walled, a_letter())
        .await
        .expect("a file");
    let browser = Browser::of(&door(&house), "caseworker").await;
    assert_eq!(
        browser
            .get(&format!("/cases/{walled}/documents/{id}"))
            .await
            .status,
        404
    );
    // The twin: whoever is inside has it.
    let inside = Browser::of(&door(&house), testkit::house::COLLEAGUE).await;
    assert_eq!(
        inside
            .get(&format!("/cases/{walled}/documents/{id}"))
            .await
            .status,
        200
    );
    let mine = a_case().open(&house).await;
    let empty = browser.post(&format!("/cases/{mine}/documents"), &[]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("Choose a file"));
}
