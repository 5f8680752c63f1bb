//! The report: what was measured, beside what was asked for, in words and as JSON.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Result;
use serde_json::{Value, json};
use store::TimeSource;
use testkit::plenty::Made;

use crate::{
    cost::percentiles,
    counted::Walked,
    rounds::{Load, Measured},
    stand::Engine,
    work::{Work, Written},
};

/// What was measured of one office.
pub struct Of {
    pub engine: Engine,
    pub cases: usize,
    pub made: Made,
    pub measured: BTreeMap<Work, Measured>,
    pub written: Written,
    pub walked: Walked,
    pub memory: u64,
    pub database_bytes: u64,
    pub making: Duration,
    pub first_page: Duration,
    /// Busy and all ticks of the machine while it was measured.
    pub load: (u64, u64),
}

#[derive(Default)]
pub struct Report {
    pub of: Vec<Of>,
}

/// What the whole may be.
const MEMORY: u64 = 60 * 1024 * 1024;
const BYTES_A_CASE: u64 = 3 * 1024;
const FIRST_PAGE: Duration = Duration::from_millis(300);
/// How much more an operation may cost at the largest size than at the smallest; searching may cost more.
const GROWTH: f64 = 1.3;
const GROWTH_OF_SEARCH: f64 = 3.0;

impl Report {
    pub fn write(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        let day = TimeSource::Machine.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let file = folder.join(format!("{day}-{name}.md"));
        std::fs::write(&file, self.in_words(&day.to_string())?)?;
        let json =
            json!({ "day": day.to_string(), "of": self.of.iter().map(Of::as_json).collect::<Vec<_>>() });
        std::fs::write(
            file.with_extension("json"),
            serde_json::to_string_pretty(&json)? + "\n",
        )?;
        Ok(file)
    }

    fn in_words(&self, day: &str) -> Result<String> {
        let mut out = String::new();
        writeln!(out, "# The daily work, measured on {day}\n")?;
        writeln!(
            out,
            "Made by `cargo x bench`; what it does is told in `docs/bench/README.md`. CPU milliseconds are those of one \
             operation: the program's and the database's own processes together. The floor is the same work as bare SQL \
             on a copy of the same database in the same run. A target that was missed is in **bold**.\n"
        )?;
        let binary = std::fs::metadata(env!("CARGO_BIN_EXE_casework")).map_or(0, |m| m.len());
        writeln!(out, "The program's file: {} MB.\n", mb(binary))?;
        for of in &self.of {
            of.in_words(&mut out)?;
        }
        self.growth(&mut out)?;
        Ok(out)
    }

    fn growth(&self, out: &mut String) -> Result<()> {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let sizes: Vec<&Of> = self.of.iter().filter(|of| of.engine == engine).collect();
            let (Some(first), Some(last)) = (sizes.first(), sizes.last()) else {
                continue;
            };
            if sizes.len() < 2 {
                continue;
            }
            writeln!(out, "## Growth on {}\n", engine.name())?;
            let heads: Vec<String> = sizes.iter().map(|of| thousands(of.cases)).collect();
            writeln!(out, "| operation | {} | ratio | at most |", heads.join(" | "))?;
            writeln!(out, "|---|{}---:|---:|", "---:|".repeat(sizes.len()))?;
            for work in first.measured.keys() {
                let cost = |of: &&Of| of.measured.get(work).map_or(0.0, |m| m.alone.cost()[0]);
                let ratio = cost(last) / cost(first).max(0.001);
                let most = match work {
                    Work::SearchRare | Work::SearchTwo | Work::SearchNothing | Work::CaseAfterSearch => {
                        GROWTH_OF_SEARCH
                    }
                    _ => GROWTH,
                };
                let costs: Vec<String> = sizes.iter().map(|of| format!("{:.2}", cost(of))).collect();
                let ratio = bold(format!("{ratio:.2}"), ratio > most);
                writeln!(
                    out,
                    "| {} | {} | {ratio} | {most} |",
                    work.title(),
                    costs.join(" | ")
                )?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

impl Of {
    fn a_case(&self) -> u64 {
        self.database_bytes / self.cases.max(1) as u64
    }

    fn in_words(&self, out: &mut String) -> Result<()> {
        writeln!(
            out,
            "## {}, {} cases\n",
            self.engine.name(),
            thousands(self.cases)
        )?;
        let (busy, all) = self.load;
        let made = &self.made;
        writeln!(
            out,
            "{} people, {} notes, {} cases closed, {} workers; made in {:.0} s by the acts themselves. While this was \
             measured the machine was busy for {} % of its processors, neighbours included.\n",
            thousands(made.people),
            thousands(made.notes),
            thousands(made.closed),
            made.workers.len(),
            self.making.as_secs_f64(),
            busy * 100 / all.max(1),
        )?;
        writeln!(
            out,
            "| operation | CPU ms | of it database | may be | floor | × floor | statements (read + write) | bytes | one: p50 / p95 / p99 ms | eight: CPU ms | eight: p50 / p95 / p99 ms |"
        )?;
        writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")?;
        for (work, measured) in &self.measured {
            writeln!(out, "{}", row(*work, measured))?;
        }
        writeln!(out)?;
        let walked = &self.walked;
        let cpu: Duration = walked.cpu.iter().sum();
        let rate = (walked.lines + walked.rows) as f64 / cpu.as_secs_f64().max(0.001);
        let many = self
            .measured
            .values()
            .map(|m| worst_of_eight(&m.eight))
            .fold(0.0, f64::max);
        writeln!(out, "| whole | measured | may be |")?;
        writeln!(out, "|---|---:|---:|")?;
        let memory = bold(format!("{} MB", mb(self.memory)), self.memory > MEMORY);
        writeln!(
            out,
            "| memory of the program (PSS) after the run | {memory} | 60 MB |"
        )?;
        let a_case = bold(
            format!("{} bytes", thousands(self.a_case() as usize)),
            self.a_case() > BYTES_A_CASE,
        );
        writeln!(
            out,
            "| database per case, notes, ledger and full text included | {a_case} | 3,072 bytes |"
        )?;
        let first = bold(
            format!("{} ms", self.first_page.as_millis()),
            self.first_page > FIRST_PAGE,
        );
        writeln!(out, "| start to first page | {first} | 300 ms |")?;
        writeln!(
            out,
            "| ledger walked: {} lines and {} rows | {:.1} s, {} a CPU second | 100,000 a second |",
            thousands(walked.lines as usize),
            thousands(walked.rows as usize),
            walked.took.as_secs_f64(),
            bold(thousands(rate as usize), rate < 100_000.0),
        )?;
        writeln!(
            out,
            "| the worst p99 of eight at once, as a multiple of its p50 | {} | 5 (writers on SQLite) |",
            bold(format!("{many:.1}"), many > 5.0 && self.engine == Engine::Sqlite),
        )?;
        writeln!(
            out,
            "\nWritten through the door and counted afterwards: {} cases, {} notes, {} phase visits, {} arrivals; none \
             missing, none too many, no answer wrong.\n",
            self.written.cases, self.written.notes, self.written.visits, self.written.arrivals,
        )?;
        Ok(())
    }

    fn as_json(&self) -> Value {
        let load = |load: &Load| {
            let [all, program, database] = load.cost();
            let [p50, p95, p99] = percentiles(load.took.clone()).map(ms);
            json!({ "n": load.n, "cpu_ms": all, "program_ms": program, "database_ms": database,
                "bytes": load.bytes / load.n.max(1), "p50_ms": p50, "p95_ms": p95, "p99_ms": p99,
                "a_second": load.n as f64 / load.wall.as_secs_f64().max(0.001) })
        };
        let each = self.measured.iter().map(|(work, m)| {
            json!({ "operation": format!("{work:?}"), "one": load(&m.alone), "eight": load(&m.eight),
                "floor": load(&m.floor), "reads": m.reads, "writes": m.writes })
        });
        json!({ "engine": self.engine.name(), "cases": self.cases, "people": self.made.people, "notes": self.made.notes,
            "closed": self.made.closed, "hits": self.made.hits, "making_s": self.making.as_secs_f64(),
            "memory": self.memory, "database_bytes": self.database_bytes, "first_page_ms": ms(self.first_page),
            "ledger": { "lines": self.walked.lines, "rows": self.walked.rows, "took_s": self.walked.took.as_secs_f64(),
                "cpu_s": self.walked.cpu.iter().sum::<Duration>().as_secs_f64() },
            "operations": each.collect::<Vec<_>>() })
    }
}

fn row(work: Work, measured: &Measured) -> String {
    let [cost, _, database] = measured.alone.cost();
    let floor = (measured.floor.n > 0).then(|| measured.floor.cost()[0]);
    let may = work.may_cost();
    let asked = format!("{} + {}", measured.reads, measured.writes);
    let asks_too_much = work.may_ask().is_some_and(|most| measured.reads > most);
    let percents = |load: &Load| {
        let [p50, p95, p99] = percentiles(load.took.clone()).map(ms);
        format!("{p50:.1} / {p95:.1} / {p99:.1}")
    };
    format!(
        "| {} | {} | {database:.2} | {} | {} | {} | {} | {} | {} | {:.2} | {} |",
        work.title(),
        bold(format!("{cost:.2}"), may.is_some_and(|most| cost > most)),
        may.map_or_else(|| "–".to_owned(), |most| format!("{most}")),
        floor.map_or_else(|| "–".to_owned(), |floor| format!("{floor:.2}")),
        floor.map_or_else(
            || "–".to_owned(),
            |floor| format!("{:.1}", cost / floor.max(0.001))
        ),
        bold(asked, asks_too_much),
        measured.alone.bytes / measured.alone.n.max(1),
        percents(&measured.alone),
        measured.eight.cost()[0],
        percents(&measured.eight),
    )
}

fn worst_of_eight(load: &Load) -> f64 {
    let [p50, _, p99] = percentiles(load.took.clone()).map(ms);
    p99 / p50.max(0.001)
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn mb(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

fn bold(text: String, missed: bool) -> String {
    if missed { format!("**{text}**") } else { text }
}

/// 12,345, as people read it.
fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
