//! An office whose program is killed, and eight people who write there.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use store::{Chance, engine::DatabaseUrl};
use testkit::caller::Caller;

use super::journal::Journal;
use crate::harness::{Folder, Running};

pub(crate) const WRITERS: usize = 8;
/// Writers who open cases; the others write notes.
pub(crate) const OPENERS: usize = 2;
pub(crate) const LOGIN: &str = "noor@vale.example";
pub(crate) const PASSWORD: &str = "nine quiet herons by the kettle";

/// A form that was sent and not answered yet: its words and its key.
pub(crate) type Unanswered = Option<(String, String)>;

/// An office, and somebody who is logged in there through its door.
pub(crate) struct Office {
    pub(crate) folder: Folder,
    pub(crate) url: DatabaseUrl,
    caller: Caller,
    /// The address of the case that notes are written to.
    notes: String,
    unanswered: Arc<[Mutex<Unanswered>; WRITERS]>,
}

impl Office {
    pub(crate) fn open(folder: Folder, url: DatabaseUrl) -> (Self, Running) {
        folder.write("password", "an administrator of long standing");
        let mut words: Vec<&str> = crate::harness::INIT.to_vec();
        words.extend(["--password-file", "password", "--without-codes"]);
        folder.done(&words);
        let staff = [
            "staff",
            "add",
            "--name",
            "Noor Haddad",
            "--login",
            LOGIN,
            "--role",
            "caseworker",
        ];
        let added = folder.done(&staff);
        let first = added["first_password"]
            .as_str()
            .expect("a first password")
            .to_owned();
        let serving = serve(&folder);
        let mut caller = Caller::at(serving.address());
        caller.log_in(LOGIN, &first).expect("the first password opens");
        let chosen = caller
            .post("/login/password", &[("password", PASSWORD)])
            .expect("an answer");
        assert_eq!(chosen.code, 303, "{}", chosen.body);
        caller.log_in(LOGIN, PASSWORD).expect("the chosen password opens");
        let opened = caller
            .post("/intake/new", &story("the case of all notes"))
            .expect("an answer");
        let office = Self {
            folder,
            url,
            caller,
            notes: format!("{}/notes", opened.location),
            unanswered: Arc::default(),
        };
        (office, serving)
    }

    /// Eight people write until the connection breaks, or until `end`.
    pub(crate) fn write(
        &self,
        serving: &Running,
        journal: &Arc<Journal>,
        end: &Arc<AtomicBool>,
    ) -> Vec<std::thread::JoinHandle<()>> {
        let writer = |n: usize| {
            let mut caller = self.caller.moved_to(serving.address());
            let (journal, end) = (Arc::clone(journal), Arc::clone(end));
            let (unanswered, notes) = (Arc::clone(&self.unanswered), self.notes.clone());
            std::thread::spawn(move || {
                let mut mine = unanswered[n].lock().expect("one writer has it");
                while !end.load(Ordering::Relaxed) {
                    let is_there = if n < OPENERS {
                        open_one(&mut caller, &journal)
                    } else {
                        note_one(&mut caller, &notes, &mut mine, &journal)
                    };
                    if !is_there {
                        break;
                    }
                }
            })
        };
        (0..WRITERS).map(writer).collect()
    }
}

pub(crate) fn story(mark: &str) -> [(&str, &str); 4] {
    [
        ("act", "open"),
        ("story", mark),
        ("known", "not-known"),
        ("hand_to", "me"),
    ]
}

/// One call taken down, and its case opened. Says whether the door is still there.
pub(crate) fn open_one(caller: &mut Caller, journal: &Journal) -> bool {
    let mark = journal.mark("story");
    journal.sent(&mark);
    match caller.post("/intake/new", &story(&mark)) {
        Ok(answer) if answer.code == 303 && answer.location.starts_with("/cases/") => {
            journal.answered(&mark);
            true
        }
        // Refused for a while, as where the database is away: nothing was promised.
        Ok(answer) => answer.code >= 500,
        Err(_) => false,
    }
}

/// One note; first of all the one that got no answer last time.
pub(crate) fn note_one(
    caller: &mut Caller,
    notes: &str,
    unanswered: &mut Unanswered,
    journal: &Journal,
) -> bool {
    let fresh = || (journal.mark("note"), Chance::System.uuid().simple().to_string());
    let (mark, key) = unanswered.take().unwrap_or_else(fresh);
    journal.sent(&mark);
    match caller.post(notes, &[("text", &mark), ("once", &key)]) {
        Ok(answer) if answer.code == 303 => {
            assert!(answer.location.starts_with("/cases/"), "{}", answer.location);
            journal.answered(&mark);
            true
        }
        other => {
            *unanswered = Some((mark, key));
            other.is_ok_and(|answer| answer.code >= 500)
        }
    }
}

pub(crate) fn serve(folder: &Folder) -> Running {
    let mut command = folder.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("CASEWORK_LOG_LEVEL", "error");
    Running::start(command, |line| line.starts_with("Address:"))
}
