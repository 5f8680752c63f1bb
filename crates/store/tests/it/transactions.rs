//! Parameters by number, rollback, versions, and one office's rows.

use domain::{
    access::Actor,
    ids::{CaseId, PersonId},
    people::Person,
};
use store::{
    StoreError,
    engine::{Deadline, Value},
};

use crate::{
    both_engines,
    harness::{a_person, did, found_town, open_case},
};

both_engines! {
    async fn parameters_mean_their_number_and_not_their_turn(room) {
        let mut tx = room.desk.database().read(None, Deadline::PAGE).await.expect("a read");
        let sql = "select cast($2 as text), cast($1 as text), cast($2 as text)";
        let rows: Vec<(String, String, String)> = tx
            .all_made(sql, &[Value::Text("one".into()), Value::Text("two".into())])
            .await
            .expect("rows");
        assert_eq!(rows, [("two".into(), "one".into(), "two".into())]);
    }

    async fn an_act_that_is_dropped_never_happened(room) {
        let town = found_town(&room.desk, "drop").await;
        let id = PersonId(room.desk.new_id());
        {
            let mut act = room.desk.act(&town.house()).await.expect("an act");
            act.insert(&a_person(id, "Nobody", act.now())).await.expect("an insert");
        }
        let mut look = room.desk.look(&town.house()).await.expect("a look");
        assert!(look.person(id).await.expect("an answer").is_none());
    }

    async fn the_second_to_save_is_told_of_the_first(room) {
        let town = found_town(&room.desk, "race").await;
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let (person, _) = open_case(&mut act, &town, "7K4-M2Q", "Harriet Olasky").await;
        act.commit(did("people.open", "people", person.0)).await.expect("a commit");
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let mut first: Person = act.person(person).await.expect("found").expect("there").into_inner();
        let mut second = first.clone();
        first.called = "Mrs. Olasky".into();
        act.update(&mut first).await.expect("the first saves");
        second.called = "Harriet".into();
        assert!(matches!(act.update(&mut second).await, Err(StoreError::Conflict)));
    }

    async fn an_office_sees_nothing_of_another(room) {
        if !room.desk.database().is_postgres() {
            return; // one SQLite file is one office
        }
        let ours = found_town(&room.desk, "ours").await;
        let theirs = found_town(&room.desk, "theirs").await;
        let mut act = room.desk.act(&theirs.house()).await.expect("an act");
        let (_, case) = open_case(&mut act, &theirs, "7K4-M2Q", "Harriet Olasky").await;
        act.commit(did("cases.open", "cases", case.0)).await.expect("a commit");
        // Row-level security alone: a question that forgets the office finds nothing of the other one.
        for (office, n) in [(ours.office, 0_i64), (theirs.office, 1)] {
            let mut tx = room.desk.database().read(Some(office), Deadline::PAGE).await.expect("a read");
            let rows: Vec<(i64,)> = tx.all_made("select count(*) from cases", &[]).await.expect("rows");
            assert_eq!(rows, [(n,)]);
        }
        let mut tx = room.desk.database().read(None, Deadline::PAGE).await.expect("a read");
        let rows: Vec<(i64,)> = tx.all_made("select count(*) from cases", &[]).await.expect("rows");
        assert_eq!(rows, [(0,)], "without an office nothing is seen");
        // The filter alone, as the house of the other office.
        let mut look = room.desk.look(&Actor::house(ours.office)).await.expect("a look");
        assert!(look.case_by_id(CaseId(case.0)).await.expect("an answer").is_none());
    }

    async fn a_search_finds_through_the_filter_only(room) {
        use domain::staff::Role;
        use store::search::{Doc, DocKind, search};
        let town = found_town(&room.desk, "find").await;
        let mut act = room.desk.act(&town.house()).await.expect("an act");
        let (person, case) = open_case(&mut act, &town, "7K4-M2Q", "Benedetto Fuentes").await;
        let at = act.now();
        act.index(Doc { id: person.0, kind: DocKind::Person, case_id: None, person_id: Some(person), at, text: "Benedetto Fuentes" })
            .await.expect("indexed");
        act.index(Doc { id: case.0, kind: DocKind::Case, case_id: Some(case), person_id: None, at, text: "Pasaporte para un entierro" })
            .await.expect("indexed");
        act.commit(did("cases.open", "cases", case.0)).await.expect("a commit");
        let mut look = room.desk.look(&town.actor(Role::Caseworker)).await.expect("a look");
        assert_eq!(search(&mut look, "fuent", 20).await.expect("found").people.len(), 1);
        assert_eq!(search(&mut look, "PASAPORTE entierro", 20).await.expect("found").cases.len(), 1);
        assert_eq!(search(&mut look, "pasaporte boda", 20).await.expect("found").cases.len(), 0);
        drop(look);
        let mut look = room.desk.look(&town.actor(Role::Administrator)).await.expect("a look");
        assert_eq!(search(&mut look, "pasaporte", 20).await.expect("found").cases.len(), 0);
    }
}
