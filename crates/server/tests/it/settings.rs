//! Settings: where they come from, what is refused, and the page of the manual.

use crate::harness::{Folder, said};

#[test]
fn each_bad_setting_is_named_with_file_line_and_remedy() {
    for (text, told) in [
        (
            "listen = \"here\"",
            "casework.toml:1: `listen` is `here`, which is not an address and a port",
        ),
        (
            "\n\ndatabse = \"x\"",
            "casework.toml:3: there is no setting `databse`: did you mean `database`?",
        ),
        ("data = [1]", "casework.toml:1: `data` is not a text"),
        (
            "database = \"mysql://secret@host/x\"",
            "casework.toml:1: `database` is not a database address",
        ),
        (
            "[log]\nformat = \"xml\"",
            "casework.toml:2: `log.format` is `xml`, which is not one of its words: write `text` or `json`",
        ),
        (
            "[smtp]\nport = 70000",
            "casework.toml:2: `smtp.port` is `70000`, which is not a port",
        ),
        (
            "outbox = \"smtp\"",
            "casework.toml:1: `outbox` is `smtp`, and `smtp.host` is not set",
        ),
        ("outbox = \"pigeon\"", "casework.toml:1: `outbox` is `pigeon`"),
        (
            "outbox = \"smtp\"\n[smtp]\nhost = \"mail.example\"\nuser = \"me\"",
            "casework.toml:4: `smtp.user` and `smtp.password_file` belong together",
        ),
        (
            "secure_cookies = false\npublic_address = \"https://casework.example\"",
            "casework.toml:1: `secure_cookies` is `false`",
        ),
        (
            "public_address = \"http://casework.example\"",
            "casework.toml:1: `public_address` makes http://casework.example",
        ),
        (
            "listen = \"0.0.0.0:8080\"",
            "casework.toml:1: `listen` makes http://0.0.0.0:8080",
        ),
        ("listen = ", "casework.toml:1: this is not TOML"),
    ] {
        let folder = Folder::new();
        folder.write("casework.toml", text);
        let refused = folder.run(&["settings"]);
        assert_eq!(refused.code, 1, "{text}");
        assert!(refused.err.contains(told), "{text}: {}", refused.err);
        assert!(!refused.err.contains("secret"), "{}", refused.err);
    }
}

#[test]
fn all_faults_are_told_at_one_start() {
    let folder = Folder::new();
    folder.write("casework.toml", "listen = \"here\"\nsecure_cookies = \"maybe\"\n");
    let refused = folder.run(&["serve"]);
    assert!(
        refused.err.contains("toml:1") && refused.err.contains("toml:2"),
        "{}",
        refused.err
    );
}

#[test]
fn the_command_line_outranks_the_environment_and_that_the_file_and_that_the_default() {
    let folder = Folder::new();
    let of = |folder: &Folder, words: &[&str], variable: Option<&str>| {
        let mut command = folder.command(words);
        if let Some(text) = variable {
            command.env("DATABASE_URL", text);
        }
        let said = said(&mut command);
        assert_eq!(said.code, 0, "{said:?}");
        let database = said.object()["settings"]["database"].clone();
        (
            database["value"].as_str().unwrap_or("").to_owned(),
            database["from"].as_str().unwrap_or("").to_owned(),
        )
    };
    let plain = ["settings", "--json"];
    assert_eq!(
        of(&folder, &plain, None),
        ("sqlite:casework.db".into(), "default".into())
    );
    folder.write("casework.toml", "# ours\ndatabase = \"sqlite:file.db\"\n");
    assert_eq!(
        of(&folder, &plain, None),
        ("sqlite:file.db".into(), "casework.toml:2".into())
    );
    let from = "environment variable DATABASE_URL";
    assert_eq!(
        of(&folder, &plain, Some("sqlite:env.db")),
        ("sqlite:env.db".into(), from.into())
    );
    let flag = ["settings", "--json", "--database", "sqlite:flag.db"];
    assert_eq!(
        of(&folder, &flag, Some("sqlite:env.db")),
        ("sqlite:flag.db".into(), "--database".into())
    );
    folder.write(
        "casework.toml",
        "database = \"postgres://app:hunter2hunter2@db.example/cases\"\n",
    );
    let (shown, _) = of(&folder, &plain, None);
    assert_eq!(shown, "postgres://…@db.example/cases");
}

/// The manual's page is what the table says. `BLESS=1` writes it anew.
#[test]
fn golden_reference_of_the_settings() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/office/settings.md");
    let made = server::settings::reference();
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/office")).expect("a folder");
        std::fs::write(path, &made).expect("the page is written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/office/settings.md is not what the table says: run `cargo x bless`"
    );
}
