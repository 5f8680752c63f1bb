//! Rounds: floor, program, floor, program, so that what the neighbours do falls on both alike.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use tokio::runtime::Handle;

use crate::{
    cost,
    floor::Floor,
    stand::Stand,
    work::{Bench, Work},
};

/// What one operation took with so many at it.
#[derive(Debug, Clone, Default)]
pub struct Load {
    pub n: usize,
    /// CPU of the program, and of the database's processes.
    pub cpu: [Duration; 2],
    pub bytes: usize,
    pub took: Vec<Duration>,
    pub wall: Duration,
}

impl Load {
    fn add(&mut self, other: Load) {
        self.n += other.n;
        self.bytes += other.bytes;
        self.wall += other.wall;
        self.took.extend(other.took);
        for (sum, each) in self.cpu.iter_mut().zip(other.cpu) {
            *sum += each;
        }
    }

    fn per_one(&self, cpu: Duration) -> f64 {
        cpu.as_secs_f64() * 1000.0 / self.n.max(1) as f64
    }

    /// CPU milliseconds of one operation: all of it, the program's, the database's.
    pub fn cost(&self) -> [f64; 3] {
        let [program, database] = self.cpu.map(|cpu| self.per_one(cpu));
        [program + database, program, database]
    }
}

/// What was measured of one operation.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    pub alone: Load,
    pub eight: Load,
    pub floor: Load,
    pub reads: u64,
    pub writes: u64,
}

pub struct Plan {
    pub rounds: usize,
    /// How much CPU time one turn should take: the kernel counts in hundredths of a second.
    pub turn: Duration,
    pub only: Option<Work>,
}

/// The most in one turn; the least is enough for percentiles over all rounds.
const MOST: usize = 3_000;
const LEAST: usize = 24;

pub fn run(stand: &Stand, bench: &Bench, floor: &Floor, plan: &Plan) -> Result<BTreeMap<Work, Measured>> {
    let wanted = |work: &Work| plan.only.is_none_or(|only| only == *work);
    let works: Vec<Work> = Work::ALL.into_iter().filter(wanted).collect();
    let mut sizes = BTreeMap::new();
    let mut all: BTreeMap<Work, Measured> = BTreeMap::new();
    for work in &works {
        // Warm, and counted: how many of it fill a turn.
        let warm = turn(stand, bench, *work, 1, LEAST).with_context(|| work.title())?;
        let floor = floor_turn(stand, floor, *work, LEAST).with_context(|| work.title())?;
        let fill = |load: &Load| {
            let each = load.cost()[0].max(0.02);
            ((plan.turn.as_secs_f64() * 1000.0 / each) as usize).clamp(LEAST, MOST)
        };
        sizes.insert(*work, (fill(&warm), floor.as_ref().map_or(0, fill)));
    }
    for round in 0..plan.rounds {
        eprintln!("  round {} of {}", round + 1, plan.rounds);
        for work in &works {
            let (n, of_floor) = sizes[work];
            let measured = all.entry(*work).or_default();
            if of_floor > 0
                && let Some(load) = floor_turn(stand, floor, *work, of_floor)?
            {
                measured.floor.add(load);
            }
            measured
                .alone
                .add(turn(stand, bench, *work, 1, n).with_context(|| work.title())?);
            measured
                .eight
                .add(turn(stand, bench, *work, 8, n).with_context(|| work.title())?);
        }
    }
    Ok(all)
}

/// `n` of one operation, by so many people at once.
fn turn(stand: &Stand, bench: &Bench, work: Work, people: usize, n: usize) -> Result<Load> {
    let left = AtomicUsize::new(n);
    let took = Mutex::new((Vec::with_capacity(n), 0_usize));
    let runtime = Handle::current();
    let before = cpu(stand, work);
    let began = Instant::now();
    let done: Result<Vec<()>> = std::thread::scope(|scope| {
        let worker = |_| {
            let (mut caller, runtime) = (stand.caller.clone(), runtime.clone());
            let (left, took) = (&left, &took);
            scope.spawn(move || {
                let mut mine = Vec::new();
                let mut bytes = 0;
                while left
                    .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
                    .is_ok()
                {
                    let began = Instant::now();
                    bytes += if work.is_at_the_door() {
                        bench.at_the_door(work, &mut caller)?
                    } else {
                        runtime.block_on(bench.by_its_act(work))?
                    };
                    mine.push(began.elapsed());
                }
                let mut all = took.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                all.0.extend(mine);
                all.1 += bytes;
                Ok(())
            })
        };
        let workers: Vec<_> = (0..people).map(worker).collect();
        workers
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|_| Err(anyhow::anyhow!("a worker panicked")))
            })
            .collect()
    });
    done?;
    let wall = began.elapsed();
    let after = cpu(stand, work);
    let (took, bytes) = took
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(Load {
        n,
        cpu: [after[0] - before[0], after[1] - before[1]],
        bytes,
        took,
        wall,
    })
}

/// Acts are called in this very program, so their CPU time is ours.
fn cpu(stand: &Stand, work: Work) -> [Duration; 2] {
    if work.is_at_the_door() {
        stand.cpu()
    } else {
        [cost::cpu_of(std::process::id()), stand.cpu_of_database()]
    }
}

fn floor_turn(stand: &Stand, floor: &Floor, work: Work, n: usize) -> Result<Option<Load>> {
    let here = || [cost::cpu_of(std::process::id()), stand.cpu_of_database()];
    let before = here();
    let began = Instant::now();
    let mut took = Vec::with_capacity(n);
    let runtime = Handle::current();
    for _ in 0..n {
        let began = Instant::now();
        if !runtime.block_on(floor.once(work))? {
            return Ok(None);
        }
        took.push(began.elapsed());
    }
    let after = here();
    Ok(Some(Load {
        n,
        cpu: [after[0] - before[0], after[1] - before[1]],
        bytes: 0,
        took,
        wall: began.elapsed(),
    }))
}
