//! The demo town under test: founded twice it is the same, everything in it fits, and nobody in it is real.

use std::{collections::BTreeSet, error::Error, time::Instant};

use actions::HouseParts;
use domain::{
    arrivals::Verdict,
    cases::{Solved, Urgency, Visibility},
    inquiries::{InquiryState, ReplyKind},
    staff::Role,
};
use rusqlite::{Connection, OpenFlags, types::ValueRef};
use store::{Chance, Desk, TimeSource};
use testkit::{postgres::is_skipped, town::LivedTown};

type Ended = Result<(), Box<dyn Error>>;

fn rows_of(town: &LivedTown) -> Result<Connection, Box<dyn Error>> {
    let path = town.keeper.folder().join("office.db");
    Ok(Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY,
    )?)
}

/// Every row of every table, as text, in an order of its own.
fn dump(town: &LivedTown) -> Result<Vec<String>, Box<dyn Error>> {
    let rows = rows_of(town)?;
    let tables =
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name";
    let names: Vec<String> = rows
        .prepare(tables)?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for name in names {
        let mut statement = rows.prepare(&format!("select * from \"{name}\""))?;
        let n = statement.column_count();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let cells = (0..n).map(|i| row.get_ref(i).map(|cell| format!("{cell:?}")));
            all.push(format!(
                "{name} {}",
                cells.collect::<Result<Vec<_>, _>>()?.join("|")
            ));
        }
    }
    all.sort();
    Ok(all)
}

async fn export(town: &LivedTown) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut out = Vec::new();
    store::ledger::export(town.house.desk().database(), town.town.office, &mut out).await?;
    Ok(out)
}

/// The distinct words of one column.
fn words(town: &LivedTown, sql: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let rows = rows_of(town)?;
    let mut statement = rows.prepare(sql)?;
    let found = statement.query_map([], |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            other => format!("{other:?}"),
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn count(town: &LivedTown, sql: &str) -> Result<i64, Box<dyn Error>> {
    Ok(rows_of(town)?.query_row(sql, [], |row| row.get(0))?)
}

#[tokio::test(flavor = "multi_thread")]
async fn founded_twice_the_town_is_the_same_to_the_last_byte() -> Ended {
    let started = Instant::now();
    let one = LivedTown::on_sqlite().await?;
    eprintln!("founded in {:.1} s", started.elapsed().as_secs_f64());
    let two = LivedTown::on_sqlite().await?;
    assert!(export(&one).await? == export(&two).await?, "the ledgers differ");
    let (left, right) = (dump(&one)?, dump(&two)?);
    let differing = left.iter().zip(&right).find(|(a, b)| a != b);
    assert_eq!(differing, None);
    assert_eq!(left.len(), right.len());
    Ok(())
}

/// The twin: with other dice the same stories leave other rows, so that the comparison can fail.
#[tokio::test(flavor = "multi_thread")]
async fn with_other_dice_it_is_not() -> Ended {
    let one = LivedTown::on_sqlite().await?;
    let other = LivedTown::on_sqlite_with(|parts| HouseParts {
        desk: Desk::new(
            parts.desk.database().clone(),
            TimeSource::standing_at(parts.desk.now()),
            Chance::seeded(1),
        ),
        ..parts
    })
    .await?;
    assert!(export(&one).await? != export(&other).await?);
    assert_ne!(dump(&one)?, dump(&other)?);
    Ok(())
}

/// Questions whose answer is not none.
const THERE_IS_ONE: &[&str] = &[
    "select count(*) from promises where kept_at is not null",
    "select count(*) from promises where kept_at is null and due_on < '2026-03-02' and dropped_reason is null",
    "select count(*) from releases where revoked_on is not null",
    "select count(*) from people where deceased_on is not null",
    "select count(*) from people where do_not_contact is not null",
    "select count(*) from letters where state = 'returned'",
    "select count(*) from entries where detail like '%case_reopened%'",
    "select count(*) from documents",
    "select count(*) from identifiers",
    "select count(*) from reads",
];

#[tokio::test(flavor = "multi_thread")]
async fn there_is_something_of_everything_to_see() -> Ended {
    let town = LivedTown::on_sqlite().await?;
    let verified = store::ledger::verify(town.house.desk().database(), town.town.office).await??;
    assert!(verified.lines > 1_000, "{}", verified.lines);
    let has = |sql: &str, wanted: Vec<&str>| -> Ended {
        let found = words(&town, sql)?;
        let missing: Vec<_> = wanted.into_iter().filter(|word| !found.contains(*word)).collect();
        assert!(missing.is_empty(), "{sql}: {missing:?} of {found:?}");
        Ok(())
    };
    assert!(count(&town, "select count(*) from cases")? >= 60);
    assert!(count(&town, "select count(*) from people")? >= 40);
    let phases = vec!["intake", "assessment", "intervention", "resolution"];
    has(
        "select phase from cases where closed_on is null and model_id = 'constituent-casework'",
        phases,
    )?;
    has(
        "select phase from cases where model_id = 'social-casework'",
        vec!["assessment", "intervention", "crisis"],
    )?;
    has(
        "select visibility from cases",
        Visibility::ALL.iter().map(|v| v.as_str()).collect(),
    )?;
    has(
        "select urgency from cases where closed_on is null",
        Urgency::ALL.iter().map(|u| u.as_str()).collect(),
    )?;
    has("select kind from case_exceptions", vec!["deny"])?;
    has(
        "select kind from replies",
        ReplyKind::ALL.iter().map(|k| k.as_str()).collect(),
    )?;
    has(
        "select verdict from arrivals where fate = 'waiting'",
        Verdict::ALL.iter().map(|v| v.as_str()).collect(),
    )?;
    has(
        "select answer from follow_ups where answer is not null",
        Solved::ALL.iter().map(|s| s.as_str()).collect(),
    )?;
    has(
        "select role from staff",
        Role::ALL.iter().map(|role| role.as_str()).collect(),
    )?;
    has(
        "select channel from cases",
        vec!["email", "web-form", "phone", "walk-in", "letter", "referral"],
    )?;
    has(
        "select turn from cases where closed_on is null",
        vec!["ours", "agency", "person"],
    )?;
    let states = [
        InquiryState::Sent,
        InquiryState::Answered,
        InquiryState::NoReply,
        InquiryState::Withdrawn,
    ];
    has(
        "select state from inquiries",
        states.iter().map(|state| state.as_str()).collect(),
    )?;
    let outcomes = words(&town, "select outcome from cases where closed_on is not null")?;
    assert!(outcomes.len() >= 9, "{outcomes:?}");
    for some in THERE_IS_ONE {
        assert!(count(&town, some)? > 0, "{some}");
    }
    // Nobody was written to where it is not known to be safe, and nothing is stuck on its way.
    assert_eq!(
        count(
            &town,
            "select count(*) from letters where state not in ('sent', 'returned')"
        )?,
        0
    );
    assert_eq!(count(&town, "select count(*) from jobs where state = 'dead'")?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_town_stands_on_the_second_engine_too() -> Ended {
    if is_skipped() {
        eprintln!("skipped: no PostgreSQL");
        return Ok(());
    }
    let town = LivedTown::on_postgres().await?;
    let verified = store::ledger::verify(town.house.desk().database(), town.town.office).await??;
    assert!(verified.lines > 1_000);
    assert_eq!(town.town.logins.len(), 8);
    Ok(())
}
