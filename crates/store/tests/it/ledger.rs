//! The ledger on a real database: it verifies, and what was edited behind it is named.

use domain::{ids::CaseId, staff::Role};
use store::{
    engine::{Deadline, Value},
    ledger::{self, Fault},
};

use crate::{
    both_engines,
    harness::{Room, Town, did, found_town, open_case},
};

async fn a_little_history(room: &Room) -> (Town, CaseId) {
    let town = found_town(&room.desk, "proof").await;
    let mut act = room.desk.act(&town.house()).await.expect("an act");
    let (_, case) = open_case(&mut act, &town, "7K4-M2Q", "Harriet Olasky").await;
    act.commit(did("cases.open", "cases", case.0))
        .await
        .expect("a commit");
    for _ in 0..3 {
        room.desk
            .record_read(&town.actor(Role::Caseworker), Some(case), "cases", case.0)
            .await
            .expect("a read");
    }
    let mut act = room.desk.act(&town.house()).await.expect("an act");
    let mut row = act
        .case_by_id(case)
        .await
        .expect("found")
        .expect("there")
        .into_inner();
    row.title = "Benefits stopped".into();
    act.update(&mut row).await.expect("an update");
    act.commit(did("cases.retitle", "cases", case.0))
        .await
        .expect("a commit");
    (town, case)
}

both_engines! {
    async fn what_was_done_and_looked_at_verifies(room) {
        let (town, _) = a_little_history(&room).await;
        let verified = ledger::verify(room.desk.database(), town.office).await.expect("an answer").expect("it fits");
        assert_eq!(verified.reads, 3);
        assert!(verified.lines >= 4 && verified.rows == 10, "{verified:?}");
    }

    async fn a_row_edited_behind_the_ledger_is_named(room) {
        let (town, case) = a_little_history(&room).await;
        let mut tx = room.desk.database().write(Some(town.office), Deadline::NONE).await.expect("a write");
        tx.execute_made("update cases set title = $2 where id = $1", &[Value::Uuid(case.0), Value::Text("Nothing".into())])
            .await.expect("an edit");
        tx.commit().await.expect("a commit");
        let fault = ledger::verify(room.desk.database(), town.office).await.expect("an answer").expect_err("it does not fit");
        assert_eq!(fault, Fault::Row { table: "cases".into(), id: case.0, seq: 6 }, "{fault}");
    }

    async fn the_application_cannot_edit_the_ledger(room) {
        let (town, _) = a_little_history(&room).await;
        for sql in ["update ledger set action = 'x'", "delete from ledger", "delete from reads"] {
            let mut tx = room.desk.database().write(Some(town.office), Deadline::NONE).await.expect("a write");
            assert!(tx.execute_made(sql, &[]).await.is_err(), "{sql} was allowed");
        }
    }

    async fn an_export_is_checked_without_the_database(room) {
        let (town, _) = a_little_history(&room).await;
        let mut file = Vec::new();
        let lines = ledger::export(room.desk.database(), town.office, &mut file).await.expect("an export");
        assert_eq!(ledger::check_export(file.as_slice()).expect("it fits").0, lines);
        let text = String::from_utf8(file).expect("text");
        let edited = text.replacen("cases.retitle", "cases.rename1", 1);
        assert_ne!(text, edited);
        assert!(ledger::check_export(edited.as_bytes()).is_err());
        let shorter: Vec<&str> = text.lines().take(3).collect();
        assert!(ledger::check_export(shorter.join("\n").as_bytes()).is_err());
    }
}
