//! Two people at one form: what only one touched is kept, and what both changed the second chooses.

use testkit::{
    builders::{a_case, the_case},
    house::{COLLEAGUE, TestHouse},
};

use crate::door::{Browser, door};

/// The form as it was sent to a browser, with some fields typed over.
fn sent<'a>(body: &'a str, typed: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for piece in body.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = piece.split_once('"').expect("a name");
        let value = rest
            .split_once("value=\"")
            .and_then(|(_, v)| v.split('"').next())
            .unwrap_or_default();
        if name.starts_with("was-") || name.starts_with("theirs-") || name == "version" {
            fields.push((name.to_owned(), unescaped(value)));
        }
    }
    let first: Vec<(String, String)> = fields
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("was-")?.to_owned(), value.clone())))
        .filter(|(name, _)| !typed.iter().any(|(t, _)| t == name))
        .collect();
    fields.extend(first);
    fields.extend(typed.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_sees_both_versions_and_chooses() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let path = format!("/cases/{reference}/edit");
    let (one, two) = (
        Browser::of(&door(&house), "caseworker").await,
        Browser::of(&door(&house), COLLEAGUE).await,
    );
    let (mine, theirs) = (one.get(&path).await.body, two.get(&path).await.body);

    let first = sent(
        &theirs,
        &[("title", "Benefits stopped in January"), ("topic", "Retirement")],
    );
    assert_eq!(two.post(&path, &borrowed(&first)).await.status, 303);

    // Another field only: both changes stand, nobody is asked.
    let other = sent(&mine, &[("urgency", "soon")]);
    assert_eq!(one.post(&path, &borrowed(&other)).await.status, 303);
    let case = the_case(&house, &reference).await;
    assert_eq!(
        (case.title.as_str(), case.urgency.as_str()),
        ("Benefits stopped in January", "soon")
    );

    // The same field: both versions, and nothing saved yet.
    let same = sent(&mine, &[("title", "Benefits stopped, rent is due")]);
    let conflict = one.post(&path, &borrowed(&same)).await;
    assert_eq!(conflict.status, 409);
    for words in [
        "Benefits stopped in January",
        "Benefits stopped, rent is due",
        "The colleague",
        "Keep theirs",
    ] {
        assert!(conflict.body.contains(words), "{words}");
    }
    assert_eq!(
        the_case(&house, &reference).await.title,
        "Benefits stopped in January"
    );
    let mut chosen = sent(
        &conflict.body,
        &[
            ("keep-title", "yours"),
            ("title", "Benefits stopped, rent is due"),
        ],
    );
    chosen.retain(|(name, _)| name != "was-urgency-gone");
    assert_eq!(one.post(&path, &borrowed(&chosen)).await.status, 303);
    let case = the_case(&house, &reference).await;
    assert_eq!(case.title, "Benefits stopped, rent is due");
    assert_eq!(
        (case.topic.as_deref(), case.urgency.as_str()),
        (Some("Retirement"), "soon"),
        "the rest stays"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_may_keep_what_the_first_wrote() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let path = format!("/cases/{reference}/edit");
    let (one, two) = (
        Browser::of(&door(&house), "caseworker").await,
        Browser::of(&door(&house), COLLEAGUE).await,
    );
    let (mine, theirs) = (one.get(&path).await.body, two.get(&path).await.body);
    two.post(&path, &borrowed(&sent(&theirs, &[("title", "Theirs")])))
        .await;
    let conflict = one
        .post(
            &path,
            &borrowed(&sent(&mine, &[("title", "Mine"), ("topic", "Rent")])),
        )
        .await;
    let chosen = sent(
        &conflict.body,
        &[("keep-title", "theirs"), ("title", "Mine"), ("topic", "Rent")],
    );
    assert_eq!(one.post(&path, &borrowed(&chosen)).await.status, 303);
    let case = the_case(&house, &reference).await;
    assert_eq!(
        (case.title.as_str(), case.topic.as_deref()),
        ("Theirs", Some("Rent"))
    );
}
