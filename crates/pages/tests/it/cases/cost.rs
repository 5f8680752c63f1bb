//! What a page costs: how many questions it asks the database, and that this does not grow with what it shows.

use domain::cases::Noting;
use testkit::{builders::a_case, house::TestHouse};

use super::somebody;
use crate::door::{Browser, door};

/// Questions one page asks, once names and offices are known.
async fn reads(house: &TestHouse, browser: &Browser, path: &str) -> u64 {
    browser.get(path).await;
    let before = house.desk().database().statements().reads;
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    house.desk().database().statements().reads - before
}

async fn write_notes(house: &TestHouse, reference: &str, n: usize) {
    for i in 0..n {
        let note = Noting {
            body: format!("note {i}"),
            private: false,
            at: None,
        };
        actions::cases::write_note(&house.house, &house.caseworker(), reference, &note, None)
            .await
            .expect("a note");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_costs_at_most_twelve_reads_however_much_it_holds() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    let reference = a_case().of(person).open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}");
    let few = reads(&house, &browser, &path).await;
    write_notes(&house, &reference, 70).await;
    let many = reads(&house, &browser, &path).await;
    println!("a case: {few} reads");
    assert_eq!(few, many, "reads do not grow with the case");
    assert!(few <= 12, "{few} reads for a case");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_costs_at_most_four_reads_however_long_it_is() {
    let house = TestHouse::on_sqlite().await;
    a_case().open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let lists = [
        "/cases",
        "/cases?view=mine",
        "/cases?view=quiet",
        "/cases?view=mine&phase=intake",
        "/people",
    ];
    let mut few = Vec::new();
    for path in lists {
        few.push(reads(&house, &browser, path).await);
    }
    for n in 0..8 {
        let person = somebody(&house, &format!("Person {n}")).await;
        a_case().of(person).open(&house).await;
    }
    for (path, few) in lists.iter().zip(few) {
        let many = reads(&house, &browser, path).await;
        println!("{path}: {few} reads");
        assert_eq!(few, many, "{path}: reads do not grow with the list");
        assert!(few <= 4, "{path}: {few} reads");
    }
}

/// The twin: a question more is counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_more_is_counted() {
    let house = TestHouse::on_sqlite().await;
    let before = house.desk().database().statements();
    let actor = house.caseworker();
    let mut look = house.desk().look(&actor).await.expect("a look");
    look.case("7K4-M2Q").await.expect("an answer");
    let after = house.desk().database().statements();
    assert_eq!((after.reads - before.reads, after.writes), (2, before.writes));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_a_timeline_and_of_a_list_lead_forth_and_back() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    write_notes(&house, &reference, 70).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}?show=notes");
    let first = browser.get(&path).await.body;
    assert_eq!(first.matches("<li class=\"entry\"").count(), 50);
    let older = link(&first, "rel=\"next\"").expect("older ones");
    assert!(link(&first, "rel=\"prev\"").is_none());
    let second = browser.get(&older).await.body;
    assert_eq!(second.matches("<li class=\"entry\"").count(), 20);
    let back = link(&second, "rel=\"prev\"").expect("newer ones");
    let again = browser.get(&back).await.body;
    assert_eq!(
        entries(&again),
        entries(&first),
        "the way back shows the same page"
    );
}

fn entries(body: &str) -> Vec<&str> {
    body.split("id=\"e-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// The address of a link that carries a mark.
pub fn link(body: &str, mark: &str) -> Option<String> {
    let at = body.find(mark)?;
    let from = body[..at].rfind("href=\"")? + 6;
    let to = from + body[from..].find('"')?;
    Some(
        body[from..to]
            .replace("&amp;", "&")
            .split('#')
            .next()
            .unwrap_or_default()
            .to_owned(),
    )
}
