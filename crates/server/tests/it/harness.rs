//! A folder of its own for each test, and the program run in it.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

/// A folder that goes with the test.
pub struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What one run said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The one JSON object of a run with `--json`.
    pub fn object(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }
}

impl Folder {
    pub fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    pub fn within(folder: &Path) -> Self {
        let name = format!("casework-server-{}", store::Chance::System.uuid().simple());
        let path = folder.join(name);
        std::fs::create_dir(&path).expect("a folder for the test");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file is written");
    }

    /// The program with nothing of our own environment.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_casework"));
        command.args(words).current_dir(&self.0).stdin(Stdio::null());
        command.env_clear().env("TMPDIR", &self.0);
        command
    }

    pub fn run(&self, words: &[&str]) -> Said {
        said(&mut self.command(words))
    }

    /// Runs what must go well, and answers its JSON object.
    pub fn done(&self, words: &[&str]) -> Value {
        let words: Vec<&str> = words.iter().copied().chain(["--json"]).collect();
        let said = self.run(&words);
        assert_eq!(said.code, 0, "{words:?}: {said:?}");
        said.object()
    }

    pub fn init(&self) -> Value {
        self.done(&INIT)
    }
}

/// An office on the default database of the folder.
pub const INIT: [&str; 7] = [
    "init",
    "--office",
    "Office of Rep. Imogen Vale",
    "--admin",
    "imogen@vale.example",
    "--slug",
    "vale",
];

pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

fn whole(mut from: impl std::io::Read) -> String {
    let mut text = Vec::new();
    let _ = from.read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// A program that goes on until it is ended.
pub struct Running {
    child: Child,
    pub lines: Vec<String>,
    /// Reads the log as it comes.
    reading: Option<std::thread::JoinHandle<String>>,
    /// Kept open: what more it prints goes nowhere, and does not break.
    out: BufReader<std::process::ChildStdout>,
}

impl Running {
    /// Starts it and reads lines until `is_last`; its log is read as it comes.
    pub fn start(command: Command, is_last: impl Fn(&str) -> bool) -> Self {
        let mut running = Self::start_unread(command, is_last);
        let err = running.child.stderr.take().expect("a pipe");
        running.reading = Some(std::thread::spawn(move || whole(err)));
        running
    }

    /// As [`Self::start`], with a log that nobody reads before the end.
    pub fn start_unread(mut command: Command, is_last: impl Fn(&str) -> bool) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = Vec::new();
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut running = Self {
            child,
            lines,
            reading: None,
            out,
        };
        loop {
            let mut line = String::new();
            if running.out.read_line(&mut line).expect("a line") == 0 {
                let log = running.log();
                panic!("it ended before it was ready: {:?} {}", running.lines, log);
            }
            let line = line.trim_end().to_owned();
            running.lines.push(line.clone());
            if is_last(&line) {
                return running;
            }
        }
    }

    fn log(&mut self) -> String {
        match (self.reading.take(), self.child.stderr.take()) {
            (Some(reading), _) => reading.join().expect("the log is read"),
            (None, Some(err)) => whole(err),
            (None, None) => String::new(),
        }
    }

    /// The address it printed, as `host:port`.
    pub fn address(&self) -> &str {
        let line = self
            .lines
            .iter()
            .find_map(|line| line.strip_prefix("Address: http://"));
        line.expect("it prints its address")
    }

    /// Sends a whole request and reads the whole answer.
    pub fn ask(&self, request: &str) -> String {
        use std::io::{Read as _, Write as _};
        let mut socket = std::net::TcpStream::connect(self.address()).expect("it listens");
        socket.write_all(request.as_bytes()).expect("the request is sent");
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).expect("the answer is read");
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn get(&self, path: &str) -> String {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address()
        ))
    }

    /// Ends it as `kill` does, and answers its code and its log.
    pub fn end(mut self) -> (Option<i32>, String) {
        let killed = Command::new("kill")
            .arg(self.child.id().to_string())
            .status()
            .expect("kill runs");
        assert!(killed.success());
        let code = self.child.wait().expect("it ends").code();
        let log = self.log();
        (code, log)
    }
}

impl Running {
    /// Ends it as a power failure of the process does: it hears nothing of it.
    pub fn kill_hard(&mut self) {
        self.child.kill().expect("it was still running");
        self.child.wait().expect("it is gone");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
