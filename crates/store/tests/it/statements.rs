//! Every statement of the house is prepared, and planned, on both engines as the application role.

use store::engine::{Deadline, Table};

use crate::both_engines;

/// A parameterised statement can be prepared and explained without values.
async fn explain(room: &crate::harness::Room, sql: &str) -> Result<(), String> {
    let mut tx = room
        .desk
        .database()
        .write(None, Deadline::NONE)
        .await
        .map_err(|e| e.to_string())?;
    let n = (1..=40)
        .rev()
        .find(|n| sql.contains(&format!("${n}")))
        .unwrap_or(0);
    let text = if room.desk.database().is_postgres() {
        let nulls = vec!["null"; n].join(", ");
        let run = if n == 0 {
            "execute s".into()
        } else {
            format!("execute s({nulls})")
        };
        format!("prepare s as {sql}; explain {run}; deallocate s")
    } else {
        // SQLite plans when it prepares; unset parameters are null.
        format!("explain query plan {};", sql.replace('$', "?"))
    };
    tx.batch(&text).await.map_err(|e| {
        format!(
            "{e}: {:?}",
            std::error::Error::source(&e).map(ToString::to_string)
        )
    })
}

fn texts(postgres: bool) -> Vec<(String, String)> {
    // NOTE is the migrations' own, and theirs is the owner's role.
    let named = store::all_statements()
        .into_iter()
        .filter(|s| !(postgres && s.name == "NOTE"))
        .map(|s| (s.name.to_owned(), s.text(postgres).into_owned()));
    let made = |t: &'static Table| {
        let name = |what: &str| format!("{what} {}", t.name);
        vec![
            (name("insert"), t.insert_sql()),
            (name("update"), t.update_sql()),
            (name("remove"), t.remove_sql()),
            (name("find"), t.find_sql(postgres)),
            (name("walk"), t.walk_sql()),
        ]
    };
    named.chain(store::tables().flat_map(made)).collect()
}

both_engines! {
    async fn every_statement_is_prepared_and_planned(room) {
        let texts = texts(room.desk.database().is_postgres());
        assert!(texts.len() > 150, "only {} statements were found", texts.len());
        let mut wrong = Vec::new();
        for (name, sql) in &texts {
            if let Err(fault) = explain(&room, sql).await {
                wrong.push(format!("{name}: {fault}\n  {sql}"));
            }
        }
        assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
    }

    /// The twin: a misspelt column is found.
    async fn a_misspelt_column_is_found(room) {
        assert!(explain(&room, "select refrence from cases where office_id = $1").await.is_err());
    }
}

/// Every room that declares statements is in the list that is tested.
#[test]
fn no_room_keeps_its_statements_to_itself() {
    let mut rooms = 0;
    for file in walk(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(&file).expect("a source file");
        rooms += text.lines().filter(|l| l.starts_with("statements! {")).count();
    }
    let listed = 15 + 3 + 2 + 1;
    assert_eq!(
        rooms, listed,
        "a new `statements!` belongs into `store::all_statements` and into this count"
    );
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else {
            found.push(path);
        }
    }
    found
}
