//! The log on standard error: route templates, answers and times. Never an address that was asked for, a form, a name.
//!
//! Lines are written by a thread of their own: whoever reads the log and falls asleep does not stop the office.

use std::{
    io::{self, Write},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use tracing::Level;
use tracing_subscriber::filter::LevelFilter;

/// How many lines wait for a slow reader before the next ones are left out.
const WAITING: usize = 8_192;
/// How long the end of the program waits for the last lines.
const LAST_LINES: Duration = Duration::from_secs(1);

enum Message {
    Line(Vec<u8>),
    /// Everything before this was written.
    Written(SyncSender<()>),
}

/// The way into the log. Writing to it never waits.
#[derive(Clone)]
struct Lines {
    queue: SyncSender<Message>,
    n_left_out: Arc<AtomicU64>,
}

impl Lines {
    fn new() -> (Self, Receiver<Message>) {
        let (queue, waiting) = sync_channel(WAITING);
        let n_left_out = Arc::default();
        (Self { queue, n_left_out }, waiting)
    }
}

impl Write for Lines {
    /// Takes one whole line: so each event comes.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.queue.try_send(Message::Line(line.to_vec())).is_err() {
            self.n_left_out.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes what comes, and says how much had to be left out.
fn write_lines(waiting: &Receiver<Message>, n_left_out: &AtomicU64, mut out: impl Write) {
    while let Ok(message) = waiting.recv() {
        // A log that cannot be written is no reason to stop.
        let _ = match message {
            Message::Line(line) => out.write_all(&line),
            Message::Written(told) => told.send(()).map_err(io::Error::other),
        };
        let left_out = n_left_out.swap(0, Ordering::Relaxed);
        if left_out > 0 {
            let _ = writeln!(out, "{{\"level\":\"WARN\",\"lines_left_out\":{left_out}}}");
        }
    }
}

static LINES: OnceLock<Lines> = OnceLock::new();

/// Begins to log. Words of a panic may hold what somebody typed: only its place is logged.
pub fn begin(level: Level, as_json: bool) {
    let lines = LINES.get_or_init(|| {
        let (lines, waiting) = Lines::new();
        let n_left_out = Arc::clone(&lines.n_left_out);
        std::thread::spawn(move || write_lines(&waiting, &n_left_out, io::stderr()));
        lines
    });
    let log = tracing_subscriber::fmt()
        .with_writer(|| lines.clone())
        .with_max_level(LevelFilter::from_level(level))
        .with_target(false);
    let begun = if as_json {
        log.json().try_init()
    } else {
        log.with_ansi(false).try_init()
    };
    if begun.is_err() {
        tracing::debug!("the log had begun already");
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        tracing::error!(%place, "a fault of the program stopped one piece of work");
    }));
}

/// Lets the last lines be written, if somebody reads them.
pub fn end() {
    let Some(lines) = LINES.get() else { return };
    let (told, written) = sync_channel(1);
    if lines.queue.try_send(Message::Written(told)).is_ok() {
        // A reader who sleeps is not waited for.
        let _ = written.recv_timeout(LAST_LINES);
    }
}

/// One line an answer.
pub async fn each_answer(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", |path| path.as_str())
        .to_owned();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), began.elapsed().as_millis());
    if status >= 500 {
        tracing::error!(%method, route, status, ms, "answered");
    } else {
        tracing::info!(%method, route, status, ms, "answered");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_for_a_log_that_is_not_read_and_what_is_left_out_is_said() {
        let (mut lines, waiting) = Lines::new();
        for n in 0..WAITING + 7 {
            let line = format!("line {n}\n");
            lines
                .write_all(line.as_bytes())
                .expect("it never waits and never fails");
        }
        let mut out = Vec::new();
        let n_left_out = Arc::clone(&lines.n_left_out);
        drop(lines);
        write_lines(&waiting, &n_left_out, &mut out);
        let text = String::from_utf8(out).expect("text");
        assert!(text.starts_with("line 0\n"));
        assert_eq!(
            text.lines().filter(|line| line.starts_with("line ")).count(),
            WAITING
        );
        assert!(text.contains("\"lines_left_out\":"), "{}", &text[..200]);
    }
}
