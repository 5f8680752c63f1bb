//! What work costs: CPU time and memory as the kernel counts them, since a clock on the wall tells of the neighbours.

use std::{fs, time::Duration};

/// The kernel counts CPU time of a whole process, threads that ended included, in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// CPU time a process has used so far.
pub fn cpu_of(pid: u32) -> Duration {
    fields(pid).map_or(Duration::ZERO, |f| TICK * (f.own + f.own_in_kernel))
}

/// CPU time of a server and everything it started, those that have ended included.
pub fn cpu_of_family(pids: &[u32]) -> Duration {
    let first = pids.first().and_then(|pid| fields(*pid));
    let ended = first.map_or(Duration::ZERO, |f| TICK * f.of_ended);
    pids.iter().map(|pid| cpu_of(*pid)).sum::<Duration>() + ended
}

struct Fields {
    own: u32,
    own_in_kernel: u32,
    of_ended: u32,
}

/// `/proc/PID/stat`; the name may hold blanks, so it is read from behind the last bracket.
fn fields(pid: u32) -> Option<Fields> {
    let said = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let rest: Vec<&str> = said.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |at: usize| rest.get(at)?.parse::<u32>().ok();
    Some(Fields {
        own: number(11)?,
        own_in_kernel: number(12)?,
        of_ended: number(13)? + number(14)?,
    })
}

/// Memory of a process, what it shares counted in parts, in bytes.
pub fn memory_of(pid: u32) -> u64 {
    let said = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = said.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    kib.unwrap_or(0) * 1024
}

/// How much of the machine's processors everybody used, in processors, between two calls of [`Machine::now`].
#[derive(Clone, Copy)]
pub struct Machine {
    busy: u64,
    all: u64,
}

impl Machine {
    pub fn now() -> Self {
        let said = fs::read_to_string("/proc/stat").unwrap_or_default();
        let line = said.lines().next().unwrap_or_default();
        let each: Vec<u64> = line
            .split_whitespace()
            .skip(1)
            .filter_map(|n| n.parse().ok())
            .take(8)
            .collect();
        let idle: u64 = each.iter().skip(3).take(2).sum();
        let all: u64 = each.iter().sum();
        Self {
            busy: all - idle,
            all,
        }
    }

    /// Busy ticks since, and all ticks since.
    pub fn since(self) -> (u64, u64) {
        let now = Self::now();
        (now.busy - self.busy, now.all - self.all)
    }
}

/// The middle, the ninety-fifth and the ninety-ninth of a hundred.
pub fn percentiles(mut each: Vec<Duration>) -> [Duration; 3] {
    each.sort_unstable();
    [50, 95, 99].map(|p| {
        let at = (each.len() * p).div_ceil(100).saturating_sub(1);
        each.get(at).copied().unwrap_or_default()
    })
}
