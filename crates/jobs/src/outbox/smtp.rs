//! Sending by SMTP. One connection a letter: an office sends few, and a connection that stood idle is the usual
//! reason for a letter that may or may not have left.

use std::error::Error as _;
use std::fmt;
use std::fs;
use std::io;
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::{ClientId, Extension};

use super::settings::read_password;
use super::{Composed, Encryption, Lasting, Reason, SendFault, Sent, SettingsFault, SmtpSettings};

/// A mail server we can hand letters to.
pub struct Smtp {
    host: String,
    port: u16,
    encryption: Encryption,
    encrypting: Option<TlsParameters>,
    login: Option<Credentials>,
    own_name: ClientId,
    patience: Duration,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &self.encryption)
            .finish_non_exhaustive()
    }
}

/// Where in the conversation something went wrong: the same answer means something else at each place.
#[derive(Clone, Copy)]
enum Place {
    Hello,
    Encryption,
    Login,
    Letter,
}

impl Smtp {
    pub(super) fn new(settings: &SmtpSettings) -> Result<Self, SettingsFault> {
        settings.check()?;
        let login = match &settings.login {
            Some(login) => Some(Credentials::new(
                login.name.clone(),
                read_password(&login.password_file)?,
            )),
            None => None,
        };
        let own_name = settings
            .own_name
            .clone()
            .map_or_else(ClientId::default, ClientId::Domain);
        Ok(Self {
            host: settings.bare_host().to_owned(),
            port: settings.port.unwrap_or(settings.encryption.usual_port()),
            encryption: settings.encryption,
            encrypting: encrypting(settings)?,
            login,
            own_name,
            patience: settings.patience,
        })
    }

    pub(super) async fn send(&self, letter: Composed) -> Result<Sent, SendFault> {
        // A server that answers a little, slowly, for ever, must not hold the queue.
        let whole = self.patience.saturating_mul(5);
        match tokio::time::timeout(whole, self.converse(letter)).await {
            Ok(ended) => ended,
            Err(_) => Err(SendFault::new(Lasting::Temporary, Reason::CutOff)),
        }
    }

    async fn converse(&self, letter: Composed) -> Result<Sent, SendFault> {
        let mut connection = self.connect().await?;
        if let Some(login) = &self.login {
            connection
                .auth(DEFAULT_MECHANISMS, login)
                .await
                .map_err(|fault| explain(&fault, Place::Login))?;
        }
        if !is_ascii(&letter) && !carries_utf8(&connection) {
            connection.abort().await;
            return Err(SendFault::new(Lasting::Permanent, Reason::AddressNotCarried));
        }
        // The library ends the last line itself, and would otherwise add an empty one.
        let bytes = letter.bytes.strip_suffix(b"\r\n").unwrap_or(&letter.bytes);
        let taken = connection.send(&letter.path, bytes).await;
        // The letter's fate is known; how the server takes our leave changes nothing.
        connection.abort().await;
        let answer = taken.map_err(|fault| explain(&fault, Place::Letter))?;
        Ok(Sent {
            message_id: letter.message_id,
            receipt: answer.first_line().unwrap_or_default().to_owned(),
        })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, SendFault> {
        let implicit = match self.encryption {
            Encryption::Implicit => self.encrypting.clone(),
            Encryption::None | Encryption::StartTls => None,
        };
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(self.patience),
            &self.own_name,
            implicit,
            None,
        )
        .await
        .map_err(|fault| explain(&fault, Place::Hello))?;
        if let (Encryption::StartTls, Some(encrypting)) = (self.encryption, self.encrypting.clone()) {
            connection
                .starttls(encrypting, &self.own_name)
                .await
                .map_err(|fault| explain(&fault, Place::Encryption))?;
        }
        Ok(connection)
    }
}

fn is_ascii(letter: &Composed) -> bool {
    let path = &letter.path;
    path.from()
        .into_iter()
        .chain(path.to())
        .all(|address| AsRef::<str>::as_ref(address).is_ascii())
}

fn carries_utf8(connection: &AsyncSmtpConnection) -> bool {
    connection.server_info().supports_feature(Extension::SmtpUtfEight)
}

/// A file without this line holds no certificate, and the library would take it for an empty list.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn encrypting(settings: &SmtpSettings) -> Result<Option<TlsParameters>, SettingsFault> {
    if settings.encryption == Encryption::None {
        return Ok(None);
    }
    let mut encrypting = TlsParameters::builder(settings.bare_host().to_owned());
    if let Some(path) = &settings.authority_file {
        let pem = fs::read(path).map_err(|source| SettingsFault::Unreadable {
            path: path.clone(),
            source,
        })?;
        if !pem.windows(BEGIN.len()).any(|part| part == BEGIN) {
            return Err(SettingsFault::NotACertificate(path.clone()));
        }
        let authority =
            Certificate::from_pem(&pem).map_err(|_| SettingsFault::NotACertificate(path.clone()))?;
        encrypting = encrypting.add_root_certificate(authority);
    }
    encrypting
        .build()
        .map(Some)
        .map_err(|fault| SettingsFault::Encryption(fault.to_string()))
}

/// What an error means at the place where it came. Only a refusal of the letter itself is for good: a refused
/// login or greeting is about us, and every letter waits until it is set right.
fn explain(fault: &SmtpError, place: Place) -> SendFault {
    let (lasting, reason) = match place {
        Place::Hello if is_about_encryption(fault) => (Lasting::Temporary, Reason::NoEncryption),
        Place::Hello => (Lasting::Temporary, Reason::NoConnection),
        Place::Encryption => (Lasting::Temporary, Reason::NoEncryption),
        Place::Login => (Lasting::Temporary, Reason::LoginRefused),
        Place::Letter if fault.is_permanent() && wants_login(fault) => {
            (Lasting::Temporary, Reason::LoginRefused)
        }
        Place::Letter if fault.is_permanent() => (Lasting::Permanent, Reason::Refused),
        Place::Letter if fault.is_transient() => (Lasting::Temporary, Reason::Busy),
        Place::Letter => (Lasting::Temporary, Reason::CutOff),
    };
    let words = fault.source().map(ToString::to_string).unwrap_or_default();
    SendFault::new(lasting, reason).said(fault.status().map(u16::from), words)
}

/// A handshake that failed from the first byte comes as a connection that gave invalid data.
fn is_about_encryption(fault: &SmtpError) -> bool {
    let mut source = fault.source();
    while let Some(found) = source {
        if found
            .downcast_ref::<io::Error>()
            .is_some_and(|found| found.kind() == io::ErrorKind::InvalidData)
        {
            return true;
        }
        source = found.source();
    }
    fault.is_tls()
}

/// 530 and its kin say "log in first": about us, not about the letter.
fn wants_login(fault: &SmtpError) -> bool {
    fault
        .status()
        .is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538))
}
