//! A case worked through in a browser: calls, tasks, phases, promises, clocks, closing and opening again.

use testkit::{
    builders::{a_case, the_case},
    house::TestHouse,
};

use super::somebody;
use crate::door::{Browser, door};

/// Every value of a hidden field.
fn hidden(body: &str, name: &str) -> Vec<String> {
    let mark = format!("name=\"{name}\" value=\"");
    body.split(&mark)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_talk_keeps_the_promise_and_a_message_left_does_not() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    let reference = a_case().of(person).open(&house).await;
    house.days_pass(16);
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}");
    assert!(browser.get(&path).await.body.contains("past our 14-day promise"));
    let left = [
        ("with", "person"),
        ("reached", "left-message"),
        ("direction", "out"),
        ("text", ""),
    ];
    assert_eq!(browser.post(&format!("{path}/calls"), &left).await.status, 303);
    assert!(browser.get(&path).await.body.contains("past our 14-day promise"));
    let spoke = [
        ("with", "person"),
        ("reached", "spoke"),
        ("direction", "out"),
        ("text", "No news, she is well."),
    ];
    assert_eq!(browser.post(&format!("{path}/calls"), &spoke).await.status, 303);
    let page = browser.get(&path).await.body;
    assert!(!page.contains("past our 14-day promise") && page.contains("No news, she is well."));
    let nobody = [
        ("with", "other"),
        ("who", " "),
        ("reached", "spoke"),
        ("text", "typed words"),
    ];
    let back = browser.post(&format!("{path}/calls"), &nobody).await;
    assert_eq!(back.status, 422);
    assert!(
        back.body.contains("typed words"),
        "what was typed stands in the box again"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tasks_phases_and_promises_are_worked_by_plain_forms() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    let reference = a_case().of(person).open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}");
    assert_eq!(
        browser
            .post(&format!("{path}/tasks"), &[("text", "Find the June letter")])
            .await
            .status,
        303
    );
    let page = browser.get(&path).await.body;
    let finish = page
        .split("action=\"")
        .filter_map(|p| p.split('"').next())
        .find(|p| p.ends_with("/finish"));
    let finish = finish.expect("a task to finish").to_owned();
    assert_eq!(browser.post(&finish, &[]).await.status, 303);
    assert!(
        browser
            .get(&path)
            .await
            .body
            .contains(&finish.replace("/finish", "/undo")),
        "the line offers the way back"
    );
    assert_eq!(
        browser
            .post(&finish.replace("/finish", "/undo"), &[])
            .await
            .status,
        303
    );

    let shut = browser.get(&format!("{path}/phase")).await.body;
    assert!(
        shut.contains("Choose the agency first."),
        "why not is said beside the phase"
    );
    let refused = browser
        .post(&format!("{path}/phase"), &[("phase", "intervention")])
        .await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        browser
            .post(&format!("{path}/phase"), &[("phase", "assessment")])
            .await
            .status,
        303
    );
    assert_eq!(the_case(&house, &reference).await.phase, "assessment");

    let promise = [
        ("what", "Call about the letter"),
        ("due_on", "2026-03-05"),
        ("way", "Call"),
    ];
    assert_eq!(
        browser.post(&format!("{path}/promises"), &promise).await.status,
        303
    );
    assert!(browser.get(&path).await.body.contains("Call about the letter"));
    let past = [("what", "Too late"), ("due_on", "2026-02-05"), ("way", "Call")];
    assert_eq!(browser.post(&format!("{path}/promises"), &past).await.status, 422);
    house.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_time_needs_a_reason_which_stays_beside_the_clock() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}");
    let clocks = browser.get(&format!("{path}/clocks")).await.body;
    let extend = clocks
        .split("action=\"")
        .filter_map(|p| p.split('"').next())
        .find(|p| p.ends_with("/extend"));
    let extend = extend.expect("a clock to extend").to_owned();
    let id = extend.split('/').nth_back(1).expect("its id").to_owned();
    let (until, why) = (format!("until-{id}"), format!("reason-{id}"));
    let without = browser.post(&extend, &[(&until, "2026-04-20"), (&why, "")]).await;
    assert_eq!(without.status, 422, "a reason is asked for");
    let more = browser
        .post(
            &extend,
            &[(&until, "2026-04-20"), (&why, "She is away until April")],
        )
        .await;
    assert_eq!(more.status, 303);
    assert!(
        browser
            .get(&format!("{path}/clocks"))
            .await
            .body
            .contains("She is away until April")
    );
    house.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_is_one_list_and_one_confirmation() {
    let house = TestHouse::on_sqlite().await;
    let person = somebody(&house, "Harriet Olasky").await;
    let reference = a_case().of(person).open(&house).await;
    let browser = Browser::of(&door(&house), "caseworker").await;
    let path = format!("/cases/{reference}/close");
    let page = browser.get(&path).await.body;
    let hangs = hidden(&page, "hangs");
    assert!(
        !hangs.is_empty() && page.contains("The task ends: Say that we have it"),
        "what hangs on it is listed"
    );
    let answers = [
        ("outcome", "information-given"),
        ("told", "She knows whom to ask."),
        ("told_how", "phone"),
    ];
    let send = async |hangs: &[String], confirm: bool, answers: &[(&str, &str)]| {
        let mut fields: Vec<(&str, &str)> = answers.to_vec();
        fields.extend(hangs.iter().map(|hang| ("hangs", hang.as_str())));
        if confirm {
            fields.push(("confirm", "yes"));
        }
        browser.post(&path, &fields).await
    };
    let unticked = send(&hangs, false, &answers).await;
    assert_eq!(unticked.status, 422);
    assert!(
        unticked.body.contains("She knows whom to ask."),
        "what was typed is kept"
    );
    let untold = send(&hangs, true, &[("outcome", "information-given")]).await;
    assert_eq!(untold.status, 422, "what the person was told is asked for");
    let unseen = send(&hangs[1..], true, &answers).await;
    assert_eq!(
        unseen.status, 422,
        "what was not on the list is not closed with it"
    );
    assert!(the_case(&house, &reference).await.is_open());
    let closed = send(&hangs, true, &answers).await;
    assert_eq!(closed.status, 303);
    let case = the_case(&house, &reference).await;
    assert!(!case.is_open());
    let page = browser.get(&format!("/cases/{reference}")).await.body;
    assert!(page.contains("Reopen case") && page.contains("They got the information they needed"));

    let reopen = format!("/cases/{reference}/reopen");
    assert_eq!(browser.post(&reopen, &[("reason", "")]).await.status, 422);
    assert_eq!(
        browser
            .post(&reopen, &[("reason", "It stopped again"), ("phase", "intake")])
            .await
            .status,
        303
    );
    assert!(the_case(&house, &reference).await.is_open());
    house.verify().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_of_the_day_are_done_put_off_and_taken_back() {
    let house = TestHouse::on_sqlite().await;
    let reference = a_case().open(&house).await;
    house.days_pass(3);
    let browser = Browser::of(&door(&house), "caseworker").await;
    let before = the_case(&house, &reference).await;
    let row = format!("case:{reference}");
    let undo = async || {
        let page = browser.get("/work").await.body;
        let way = page
            .split("action=\"")
            .filter_map(|p| p.split('"').next())
            .find(|p| p.starts_with("/work/undo/"));
        way.expect("the line offers the way back").to_owned()
    };
    let until = [("item", row.as_str()), ("until", "2026-03-20")];
    assert_eq!(browser.post("/work/snooze", &until).await.status, 303);
    assert_eq!(
        the_case(&house, &reference).await.next_on.to_string(),
        "2026-03-20"
    );
    let way = undo().await;
    assert_eq!(browser.post(&way, &[]).await.status, 303);
    let today = house.today();
    assert_eq!(
        the_case(&house, &reference).await.next_on,
        before.next_on.max(today)
    );

    assert_eq!(browser.post("/work/done", &[("item", &row)]).await.status, 303);
    assert_ne!(the_case(&house, &reference).await.next_act, before.next_act);
    let way = undo().await;
    assert_eq!(browser.post(&way, &[]).await.status, 303);
    assert_eq!(the_case(&house, &reference).await.next_act, before.next_act);
    assert_eq!(
        browser
            .post("/work/done", &[("item", "case:7K4-M2Q")])
            .await
            .status,
        303,
        "nothing of ours is nothing"
    );
}
