//! How to reach the mail server, and what is refused before the first letter: a password others can read, and
//! letters in clear text over a network.

use std::fs::File;
use std::io::Read;
use std::net::IpAddr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

domain::words! {
    /// How the connection to the mail server is kept from listeners.
    pub enum Encryption {
        /// Not at all: only to a server on this machine, unless the settings say otherwise.
        None => "none",
        /// Begun in clear text, then encrypted; refused if the server cannot.
        StartTls => "starttls",
        /// Encrypted from the first byte.
        Implicit => "tls",
    }
}

impl Encryption {
    /// The port servers usually listen on for this.
    pub const fn usual_port(self) -> u16 {
        match self {
            Self::None => 25,
            Self::StartTls => 587,
            Self::Implicit => 465,
        }
    }
}

/// The name and password the server wants. The password comes from a file, never from an argument or a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpLogin {
    pub name: String,
    pub password_file: PathBuf,
}

/// How to reach the mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    pub host: String,
    /// The usual one for the encryption, if not given.
    pub port: Option<u16>,
    pub encryption: Encryption,
    /// Whether letters may cross a network in clear text. Only for a network that is trusted with everything.
    pub clear_text_allowed: bool,
    pub login: Option<SmtpLogin>,
    /// A certificate (PEM) to trust besides the public ones, for a server inside the organisation.
    pub authority_file: Option<PathBuf>,
    /// What we call ourselves to the server; its rules may ask for our host's name.
    pub own_name: Option<String>,
    /// How long one answer of the server may take.
    pub patience: Duration,
}

impl SmtpSettings {
    /// Encrypted by STARTTLS, without login, with a minute's patience.
    pub fn new(host: impl Into<String>) -> Self {
        Self {
            host: host.into(),
            port: None,
            encryption: Encryption::StartTls,
            clear_text_allowed: false,
            login: None,
            authority_file: None,
            own_name: None,
            patience: Duration::from_secs(60),
        }
    }

    pub(super) fn check(&self) -> Result<(), SettingsFault> {
        let is_host = |name: &str| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|sign| sign.is_ascii_alphanumeric() || b".-:[]_".contains(&sign))
        };
        if !is_host(&self.host) {
            return Err(SettingsFault::Host);
        }
        if self.own_name.as_deref().is_some_and(|name| !is_host(name)) {
            return Err(SettingsFault::OwnName);
        }
        if self.encryption == Encryption::None && !self.clear_text_allowed && !self.is_this_machine() {
            return Err(SettingsFault::ClearText {
                host: self.host.clone(),
            });
        }
        Ok(())
    }

    /// Without the brackets an IPv6 address may be written in.
    pub(super) fn bare_host(&self) -> &str {
        self.host.trim_start_matches('[').trim_end_matches(']')
    }

    fn is_this_machine(&self) -> bool {
        let host = self.bare_host();
        host.eq_ignore_ascii_case("localhost")
            || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

/// What is wrong with the settings, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    #[error("the mail server's name is not a host name or an address")]
    Host,
    #[error("our own name for the mail server is not a host name")]
    OwnName,
    #[error(
        "letters to {host} would cross the network in clear text: set the encryption to `starttls` or `tls`, or \
         allow clear text if that network may read every letter"
    )]
    ClearText { host: String },
    #[error("{path} can be read by others (mode {mode:04o}): run `chmod 0400 {path}`")]
    PasswordOpenToOthers { path: PathBuf, mode: u32 },
    #[error("{0} holds no password")]
    PasswordEmpty(PathBuf),
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{0} holds no certificate in PEM form")]
    NotACertificate(PathBuf),
    #[error("encryption could not be set up: {0}")]
    Encryption(String),
}

/// The first line of a file only we can read.
pub(super) fn read_password(path: &Path) -> Result<String, SettingsFault> {
    let fault = |source: std::io::Error| SettingsFault::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut file = File::open(path).map_err(fault)?;
    let mode = file.metadata().map_err(fault)?.mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(SettingsFault::PasswordOpenToOthers {
            path: path.to_owned(),
            mode,
        });
    }
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(fault)?;
    match text.lines().next() {
        Some(password) if !password.is_empty() => Ok(password.to_owned()),
        _ => Err(SettingsFault::PasswordEmpty(path.to_owned())),
    }
}
