//! What can be counted rather than timed: statements of each operation, rows that were written, the ledger's walk.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use domain::ids::OfficeId;
use pages::app::{App, DoorSettings, router};
use store::engine::{Column as _, Database, Deadline, Statements};

use crate::{
    cost,
    rounds::Measured,
    stand::Stand,
    work::{Bench, Work, Written},
};

/// Serves the same office once more, in this program, where the statements can be counted one operation at a time.
pub async fn statements(stand: &Stand, bench: &Bench, work: Work, into: &mut Measured) -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    let app = App::new(stand.house.clone(), DoorSettings::default());
    let service = router(app).into_make_service_with_connect_info::<std::net::SocketAddr>();
    let serving = tokio::spawn(async move { axum::serve(listener, service).await });
    let mut caller = tokio::task::block_in_place(|| stand.log_in_at(&address))?;
    let database = stand.house.desk().database();
    let mut least = Statements {
        reads: u64::MAX,
        writes: u64::MAX,
    };
    // The third time nothing is looked up for the first time.
    for _ in 0..3 {
        let before = database.statements();
        if work.is_at_the_door() {
            tokio::task::block_in_place(|| bench.at_the_door(work, &mut caller))?;
        } else {
            bench.by_its_act(work).await?;
        }
        let after = database.statements();
        least.reads = least.reads.min(after.reads - before.reads);
        least.writes = least.writes.min(after.writes - before.writes);
    }
    serving.abort();
    (into.reads, into.writes) = (least.reads, least.writes);
    Ok(())
}

/// How many rows there are of what operations write.
pub async fn rows(database: &Database, office: OfficeId) -> Result<Written> {
    let mut tx = database.read(Some(office), Deadline::NONE).await?;
    let mut count = [0_i64; 4];
    let asked = [
        "select count(*) from cases where office_id = $1",
        "select count(*) from entries where office_id = $1 and kind = 'note'",
        "select count(*) from phase_visits where office_id = $1",
        "select count(*) from arrivals where office_id = $1",
    ];
    for (n, sql) in count.iter_mut().zip(asked) {
        let found: Vec<(i64,)> = tx.all_made(sql, &[office.to_value()]).await?;
        *n = found.first().context("a count")?.0;
    }
    tx.rollback().await?;
    let [cases, notes, visits, arrivals] = count;
    Ok(Written {
        cases,
        notes,
        visits,
        arrivals,
    })
}

/// Every write that was acknowledged is there, and nothing else.
pub fn compare(before: Written, after: Written, written: Written) -> Result<()> {
    let came = Written {
        cases: after.cases - before.cases,
        notes: after.notes - before.notes,
        visits: after.visits - before.visits,
        arrivals: after.arrivals - before.arrivals,
    };
    // A call that is taken down is kept as a note of its case, too.
    let came_as_notes = came.notes - written.notes;
    ensure!(
        Written {
            notes: written.notes,
            ..came
        } == written
            && (came_as_notes == 0 || came_as_notes == came.cases),
        "answered {written:?}, found {came:?}"
    );
    Ok(())
}

/// The walk of the ledger and of every row it covers.
pub struct Walked {
    pub lines: u64,
    pub rows: u64,
    pub cpu: [Duration; 2],
    pub took: Duration,
}

pub async fn walk(stand: &Stand) -> Result<Walked> {
    let here = || [cost::cpu_of(std::process::id()), stand.cpu_of_database()];
    let (before, began) = (here(), Instant::now());
    let walked = store::ledger::verify(stand.house.desk().database(), stand.office).await?;
    let walked = walked.context("the ledger and its rows do not fit")?;
    let after = here();
    Ok(Walked {
        lines: u64::try_from(walked.lines).unwrap_or_default(),
        rows: walked.rows,
        cpu: [after[0] - before[0], after[1] - before[1]],
        took: began.elapsed(),
    })
}
