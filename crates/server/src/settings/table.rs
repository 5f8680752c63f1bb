//! Every setting in one table: its name in `casework.toml`, its environment variable, what it is when nothing is said,
//! and what it is for. The reference in `docs/office/settings.md` is made from it.

/// What a setting's value must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `sqlite:FILE` or `postgres://…`.
    Database,
    /// A file or folder.
    Path,
    /// An IP address and a port to listen on.
    Listen,
    /// `http://…` or `https://…`.
    Web,
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Word(&'static [&'static str]),
    Port,
    /// `smtp`, or `folder:PATH`.
    Outbox,
    Text,
}

/// One setting.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    /// Its environment variable, which outranks the file.
    pub variable: &'static str,
    /// Empty: none.
    pub default: &'static str,
    /// What stands in the reference where the default depends on something else.
    pub otherwise: &'static str,
    pub kind: Kind,
    pub meaning: &'static str,
}

const fn setting(
    (name, variable): (&'static str, &'static str),
    kind: Kind,
    (default, otherwise): (&'static str, &'static str),
    meaning: &'static str,
) -> Setting {
    Setting {
        name,
        variable,
        default,
        otherwise,
        kind,
        meaning,
    }
}

/// Every setting, in the order of the reference.
pub const SETTINGS: &[Setting] = &[
    setting(
        ("database", "DATABASE_URL"),
        Kind::Database,
        ("sqlite:casework.db", ""),
        "Where everything is kept: `sqlite:FILE` for one office in one file, or `postgres://USER:PASSWORD@HOST/NAME` for \
         many offices on one database. On PostgreSQL this is the application's login, which owns nothing.",
    ),
    setting(
        ("database_owner", "CASEWORK_DATABASE_OWNER"),
        Kind::Database,
        ("", "as `database`"),
        "PostgreSQL only: the login that owns the tables. `init` and `migrate` use it, and nothing else does.",
    ),
    setting(
        ("data", "CASEWORK_DATA"),
        Kind::Path,
        ("casework-data", ""),
        "The folder of sealed documents and raw messages.",
    ),
    setting(
        ("key_file", "CASEWORK_KEY_FILE"),
        Kind::Path,
        ("casework.key", ""),
        "The key that opens what is sealed, made by `init`, readable by its owner only. Keep a copy apart from the \
         backups: without it sealed values are lost.",
    ),
    setting(
        ("listen", "CASEWORK_LISTEN"),
        Kind::Listen,
        ("127.0.0.1:8080", ""),
        "The address and port that `serve` listens on. Port 0 takes any free one.",
    ),
    setting(
        ("public_address", "CASEWORK_PUBLIC_ADDRESS"),
        Kind::Web,
        ("", "`http://` and `listen`"),
        "The address people type. Anything but this machine itself must be `https://`: put a proxy that speaks TLS in \
         front.",
    ),
    setting(
        ("secure_cookies", "CASEWORK_SECURE_COOKIES"),
        Kind::Flag,
        (
            "",
            "`true`, or `false` where `public_address` is plain HTTP on this machine",
        ),
        "Whether cookies travel over TLS only. `false` is refused for any other machine.",
    ),
    setting(
        ("office", "CASEWORK_OFFICE_SLUG"),
        Kind::Text,
        ("", "the only one"),
        "The office meant, by its short name, where the database holds several.",
    ),
    setting(
        ("models", "CASEWORK_MODELS"),
        Kind::Path,
        ("", "only those compiled in"),
        "A folder of case models (`.yaml`) beside those compiled in.",
    ),
    setting(
        ("agencies", "CASEWORK_AGENCIES"),
        Kind::Path,
        ("", "only those compiled in"),
        "A folder of agencies' rule packs (`.yaml`) beside those compiled in.",
    ),
    setting(
        ("calendars", "CASEWORK_CALENDARS"),
        Kind::Path,
        ("", "only those compiled in"),
        "A folder of working-day calendars (`.yaml`) beside those compiled in.",
    ),
    setting(
        ("outbox", "CASEWORK_OUTBOX"),
        Kind::Outbox,
        ("folder:casework-outbox", ""),
        "Where letters go: `smtp`, or `folder:PATH` with one file a letter.",
    ),
    setting(
        ("smtp.host", "CASEWORK_SMTP_HOST"),
        Kind::Text,
        ("", "none"),
        "The mail server.",
    ),
    setting(
        ("smtp.port", "CASEWORK_SMTP_PORT"),
        Kind::Port,
        ("", "587, 465 or 25, as the encryption usually has it"),
        "The mail server's port.",
    ),
    setting(
        ("smtp.encryption", "CASEWORK_SMTP_ENCRYPTION"),
        Kind::Word(&["starttls", "tls", "none"]),
        ("starttls", ""),
        "How the connection to the mail server is kept from listeners. `none` is for a server on this machine.",
    ),
    setting(
        ("smtp.clear_text_allowed", "CASEWORK_SMTP_CLEAR_TEXT_ALLOWED"),
        Kind::Flag,
        ("false", ""),
        "Whether letters may cross a network in clear text. Only for a network trusted with every letter.",
    ),
    setting(
        ("smtp.user", "CASEWORK_SMTP_USER"),
        Kind::Text,
        ("", "no login"),
        "The name the mail server wants.",
    ),
    setting(
        ("smtp.password_file", "CASEWORK_SMTP_PASSWORD_FILE"),
        Kind::Path,
        ("", "none"),
        "A file, readable by its owner only, whose first line is the password for the mail server.",
    ),
    setting(
        ("smtp.authority_file", "CASEWORK_SMTP_AUTHORITY_FILE"),
        Kind::Path,
        ("", "the public ones only"),
        "A certificate (PEM) to trust for the mail server besides the public ones.",
    ),
    setting(
        ("smtp.own_name", "CASEWORK_SMTP_OWN_NAME"),
        Kind::Text,
        ("", "this machine's name"),
        "What we call ourselves to the mail server.",
    ),
    setting(
        ("log.format", "CASEWORK_LOG_FORMAT"),
        Kind::Word(&["text", "json"]),
        ("text", ""),
        "How the log on standard error is written. It holds ids, route templates, answers and times, never a name.",
    ),
    setting(
        ("log.level", "CASEWORK_LOG_LEVEL"),
        Kind::Word(&["error", "warn", "info", "debug", "trace"]),
        ("info", ""),
        "How much is logged.",
    ),
];

/// The setting of that name.
pub fn setting_named(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}
