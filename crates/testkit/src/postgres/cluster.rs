//! One running PostgreSQL server with a folder and a port of its own, and the watcher that takes it away again.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::databases::Databases;
use super::{PostgresError, installed};

/// What a test may wish to be otherwise.
#[derive(Default)]
pub struct Wishes<'a> {
    /// The folder to make the cluster's folder in; memory if nothing is said.
    pub within: Option<&'a Path>,
    /// Server settings over ours, as `fsync=off`.
    pub settings: &'a [&'a str],
}

/// A running server. It ends, and its folder goes, when this value or the whole process is gone.
pub struct Cluster {
    folder: PathBuf,
    port: u16,
    pub(super) databases: Databases,
    /// The watcher's shell waits for its end, and every way a process can die ends it. A line written to it means that
    /// the server was killed and is to start anew.
    lifeline: Option<ChildStdin>,
    watcher: Child,
}

/// As in an office that cares: a commit that was answered is on the disk. Small, because tests are.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    "max_connections=100",
    "shared_buffers=32MB",
    "max_wal_size=256MB",
    "jit=off",
    "timezone=UTC",
    "log_min_messages=warning",
];

/// Runs the server and outlives the test program by the moment it takes to stop it and clear up.
/// `$1` is the server, `$2` the folder; the rest are the server's words.
const WATCHER: &str = r#"
    server=$1; folder=$2; shift 2
    while :; do
        "$server" -D "$folder/data" "$@" </dev/null >"$folder/log" 2>&1 &
        running=$!
        read -r again || break
        wait "$running"
    done
    kill -QUIT "$running" 2>/dev/null
    wait "$running"
    cd / && rm -rf "$folder"
"#;

impl Cluster {
    /// The one cluster of this test program, started when first asked for.
    ///
    /// # Panics
    /// If there can be none: a test on the second engine fails rather than pass unrun.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Result<Cluster, PostgresError>> = OnceLock::new();
        match SHARED.get_or_init(|| Self::start(&Wishes::default())) {
            Ok(cluster) => cluster,
            Err(why) => panic!("{why}"),
        }
    }

    /// A cluster of one's own; takes about a second.
    pub fn start(wishes: &Wishes<'_>) -> Result<Self, PostgresError> {
        let programs = installed::programs()?;
        let within = wishes
            .within
            .map_or_else(installed::room_in_memory, Path::to_path_buf);
        let mut tries = 0;
        loop {
            tries += 1;
            match Self::try_to_start(&programs, &within, wishes.settings) {
                // Another program may take the free port before the server does: then with another.
                Err(why) if tries < 5 && why.0.contains("Address already in use") => {}
                ended => return ended,
            }
        }
    }

    fn try_to_start(programs: &Path, within: &Path, wished: &[&str]) -> Result<Self, PostgresError> {
        let folder = make_folder(within)?;
        let made = make_data(programs, &folder).and_then(|()| Self::serve(programs, &folder, wished));
        let cluster = made.inspect_err(|_| {
            let _ = std::fs::remove_dir_all(&folder);
        })?;
        // From here on the watcher clears up.
        cluster.wait_until_ready()?;
        cluster.make_roles(programs)?;
        Ok(cluster)
    }

    /// Starts the server under its watcher.
    fn serve(programs: &Path, folder: &Path, wished: &[&str]) -> Result<Self, PostgresError> {
        let port = free_port().map_err(PostgresError::new)?;
        let mut shell = installed::command_as_server(Path::new("sh"));
        shell
            .args(["-c", WATCHER, "watcher"])
            .arg(programs.join("postgres"))
            .arg(folder);
        shell.arg("-k").arg(folder).args(["-p", &port.to_string()]);
        for setting in SETTINGS.iter().chain(wished) {
            shell.args(["-c", setting]);
        }
        // A group of its own: the Ctrl-C that ends the tests must not end the watcher before it has cleared up.
        shell.process_group(0).current_dir(folder).stdin(Stdio::piped());
        shell.stdout(Stdio::null()).stderr(Stdio::null());
        let mut watcher = shell.spawn().map_err(PostgresError::new)?;
        let lifeline = watcher.stdin.take();
        Ok(Self {
            folder: folder.to_path_buf(),
            port,
            databases: Databases::default(),
            lifeline,
            watcher,
        })
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.join(file)).unwrap_or_default()
    }

    /// Until the server says in its own file that it takes connections.
    fn wait_until_ready(&self) -> Result<(), PostgresError> {
        wait_for("PostgreSQL takes connections", || {
            let log = self.read("log");
            if log.contains("FATAL:") {
                return Err(PostgresError::new(format_args!(
                    "PostgreSQL does not start: {log}"
                )));
            }
            Ok(self.is_ready())
        })
    }

    fn is_ready(&self) -> bool {
        let said = self.read("data/postmaster.pid");
        said.lines().nth(7).is_some_and(|state| state.trim() == "ready")
    }

    /// The process of the server, and those it started.
    pub fn processes(&self) -> Vec<u32> {
        let said = self.read("data/postmaster.pid");
        let Some(first) = said.lines().next().and_then(|line| line.trim().parse().ok()) else {
            return Vec::new();
        };
        std::iter::once(first).chain(children(first)).collect()
    }

    /// Kills the server as nothing can be prepared for (`kill -9`), lets it start anew, and waits until it has mended
    /// itself and takes connections.
    pub fn kill_and_restart(&self) -> Result<(), PostgresError> {
        use std::io::Write as _;
        let running = self.processes();
        let Some(first) = running.first() else {
            return Err(PostgresError::new("there is no server to kill"));
        };
        finish(Command::new("kill").args(["-KILL", &first.to_string()]))?;
        // Its children notice by themselves; while one of them lives, a new server refuses to start.
        wait_for("the killed server's processes end", || {
            Ok(!running.iter().skip(1).any(|pid| is_alive(*pid)))
        })?;
        let mut lifeline = self
            .lifeline
            .as_ref()
            .ok_or_else(|| PostgresError::new("no watcher"))?;
        lifeline.write_all(b"again\n").map_err(PostgresError::new)?;
        wait_for("PostgreSQL takes connections again", || {
            let anew = self.processes().first().is_some_and(|pid| pid != first);
            Ok(anew && self.is_ready())
        })
    }

    /// The folder of the cluster: data, log and socket.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of a database for a role, as `DATABASE_URL` has it.
    pub(super) fn url(&self, role: &str, database: &str) -> String {
        let port = self.port;
        format!("postgres://{role}:{role}@127.0.0.1:{port}/{database}")
    }

    /// The address of a database for the cluster's own superuser: for tests of what only that one can do.
    pub fn superuser_url(&self, database: &str) -> String {
        self.url("postgres", database)
    }

    /// Owner for migrations, application for the rest; search owns one function and nothing else.
    fn make_roles(&self, programs: &Path) -> Result<(), PostgresError> {
        const ROLES: &str = "
            create role casework_owner login password 'casework_owner' nosuperuser nobypassrls;
            create role casework_app login password 'casework_app' nosuperuser nobypassrls nocreatedb nocreaterole;
            create role casework_search nologin nosuperuser bypassrls;
            grant casework_search to casework_owner;";
        let mut psql = Command::new(programs.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname"]);
        finish(
            psql.arg(self.superuser_url("postgres"))
                .args(["--command", ROLES]),
        )
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let _ = self.watcher.wait();
    }
}

/// A new folder that only the server's account can enter.
fn make_folder(within: &Path) -> Result<PathBuf, PostgresError> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = within.join(format!("casework-pg-{}-{number}", std::process::id()));
        match std::fs::create_dir(&folder) {
            Ok(()) if installed::is_root() => {
                finish(Command::new("chown").arg("postgres:").arg(&folder))?;
                return Ok(folder);
            }
            Ok(()) => return Ok(folder),
            Err(why) if why.kind() == ErrorKind::AlreadyExists => {}
            Err(why) => return Err(PostgresError::new(format_args!("{}: {why}", folder.display()))),
        }
    }
}

/// Files only: not flushed while they are made, since nobody was promised anything yet.
fn make_data(programs: &Path, folder: &Path) -> Result<(), PostgresError> {
    let mut initdb = installed::command_as_server(&programs.join("initdb"));
    initdb.args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]);
    initdb
        .args(["--no-sync", "--no-instructions", "--pgdata"])
        .arg(folder.join("data"));
    finish(initdb.current_dir(folder))
}

/// Asks again and again, for a minute at most.
fn wait_for(what: &str, is_so: impl Fn() -> Result<bool, PostgresError>) -> Result<(), PostgresError> {
    const EVERY: Duration = Duration::from_millis(10);
    const AT_MOST: u32 = 6_000;
    for _ in 0..AT_MOST {
        if is_so()? {
            return Ok(());
        }
        std::thread::sleep(EVERY);
    }
    Err(PostgresError::new(format_args!(
        "after a minute, still not so: {what}"
    )))
}

/// The processes another one started, by the kernel's own table.
fn children(of: u32) -> Vec<u32> {
    let table = Path::new("/proc").read_dir().into_iter().flatten().flatten();
    let numbers = table.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter(|pid| parent(*pid) == Some(of)).collect()
}

/// The second field after the name, which may itself hold blanks and brackets.
fn parent(pid: u32) -> Option<u32> {
    let said = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    said.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// A dead child that nobody has waited for yet is not alive.
fn is_alive(pid: u32) -> bool {
    let said = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = said
        .rsplit_once(')')
        .and_then(|(_, rest)| rest.trim_start().chars().next());
    state.is_some_and(|state| state != 'Z')
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Runs a short command to its end; what it complained of becomes the error.
fn finish(command: &mut Command) -> Result<(), PostgresError> {
    let name = command.get_program().to_string_lossy().into_owned();
    let ended = command.stdin(Stdio::null()).output();
    let ended = ended.map_err(|why| PostgresError::new(format_args!("{name} cannot be started: {why}")))?;
    if ended.status.success() {
        return Ok(());
    }
    let complaint = String::from_utf8_lossy(&ended.stderr);
    Err(PostgresError::new(format_args!("{name} failed: {complaint}")))
}
