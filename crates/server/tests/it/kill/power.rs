//! The power goes while eight people write: everything the disk was not made to keep is dropped, and what was answered
//! is there all the same.
//!
//! Run by command, as root: `CASEWORK_POWER_CUTS=50 cargo test -p server --test it power -- --nocapture`. A file system
//! in a file is shut down under the program (`FS_IOC_SHUTDOWN` without flushing its log), which a killed process alone
//! cannot show: the kernel would still write what it was given.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use store::engine::DatabaseUrl;

use super::{
    a_moment,
    journal::{Counts, Journal},
    look::{Found, look_into},
    office::{Office, serve},
};
use crate::harness::Folder;

/// A disk whose power can be cut.
struct Disk {
    /// Holds the file that is the disk.
    _folder: Folder,
    image: PathBuf,
    at: PathBuf,
}

impl Disk {
    fn new() -> Self {
        let folder = Folder::new();
        let (image, at) = (folder.path().join("disk"), folder.path().join("mounted"));
        std::fs::create_dir(&at).expect("a place to mount it");
        std::fs::File::create(&image)
            .and_then(|file| file.set_len(400 << 20))
            .expect("a file for the disk");
        done(Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image));
        let disk = Self {
            _folder: folder,
            image,
            at,
        };
        disk.mount();
        disk
    }

    fn mount(&self) {
        done(
            Command::new("mount")
                .args(["-o", "loop"])
                .arg(&self.image)
                .arg(&self.at),
        );
    }

    fn unmount(&self) {
        done(Command::new("umount").arg(&self.at));
    }

    /// Drops all that was not made durable. 2 says that the log is not flushed first.
    fn cut_power(&self) {
        const SHUT_DOWN: &str = "open(my $f, '<', $ARGV[0]) or die; my $how = pack('L', 2); ioctl($f, 0x8004587D, $how) // die $!";
        done(Command::new("perl").args(["-e", SHUT_DOWN]).arg(&self.at));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.at).output();
    }
}

fn done(command: &mut Command) {
    let ended = command.output().expect("it can be started");
    assert!(
        ended.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&ended.stderr)
    );
}

/// How many cuts were asked for; none where nobody asked or where we may not.
fn cuts() -> Option<u64> {
    let said = std::env::var_os("CASEWORK_POWER_CUTS")?;
    said.to_str()?.parse().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn power_may_go_at_any_moment() {
    let Some(cuts) = cuts() else {
        println!("skipped: power is cut by command only, with CASEWORK_POWER_CUTS=50, as root");
        return;
    };
    let disk = Disk::new();
    let journal = Arc::new(Journal::new(Counts::WhenAnswered));
    let folder = Folder::within(&disk.at);
    let url = DatabaseUrl::in_folder(folder.path());
    let (office, mut serving) = Office::open(folder, url);
    for _ in 0..cuts {
        let end = Arc::new(AtomicBool::new(false));
        let writers = office.write(&serving, &journal, &end);
        std::thread::sleep(a_moment());
        disk.cut_power();
        end.store(true, Ordering::Relaxed);
        serving.kill_hard();
        for writer in writers {
            writer.join().expect("a writer ends");
        }
        disk.unmount();
        disk.mount();
        let found = look_into(&office.url, &journal).await;
        assert_eq!(
            found,
            Found {
                lost: 0,
                doubled: 0,
                halves: 0
            }
        );
        serving = serve(&office.folder);
    }
    let _ = serving.end();
    println!("PROMISE D2 acked-lost 0 0 PASS");
    println!(
        "D2: {} writes were acknowledged over {cuts} cuts",
        journal.read().len()
    );
}

/// The twin: a file that is only synchronised now and then loses what it acknowledged, and the cut shows it.
#[test]
fn power_that_goes_takes_what_was_not_synchronised() {
    if cuts().is_none() {
        println!("skipped: power is cut by command only");
        return;
    }
    let disk = Disk::new();
    let acknowledged = write_carelessly(&disk.at, &disk);
    disk.unmount();
    disk.mount();
    let kept: i64 = open(&disk.at)
        .query_row("select count(*) from t", [], |row| row.get(0))
        .expect("a count");
    println!("D2 twin: {acknowledged} acknowledged, {kept} kept");
    assert!(kept < acknowledged, "{kept} of {acknowledged} were kept");
}

fn open(at: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(at.join("careless.db")).expect("it opens");
    connection
        .execute_batch(
            "pragma journal_mode = wal; pragma synchronous = normal; create table if not exists t (n)",
        )
        .expect("a table");
    connection
}

fn write_carelessly(at: &Path, disk: &Disk) -> i64 {
    let connection = open(at);
    let mut acknowledged = 0;
    for n in 0..2_000 {
        connection
            .execute("insert into t values (?1)", [n])
            .expect("a row");
        acknowledged += 1;
    }
    disk.cut_power();
    acknowledged
}
