//! Letters over a real connection to a server that is kind, busy, unwilling, clumsy or silent.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jobs::outbox::{Encryption, Lasting, Outbox, Reason, SendFault, SettingsFault, SmtpLogin, SmtpSettings};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::letters::{a_letter, message_id};
use crate::scratch::Scratch;
use crate::sink::{Cover, Manner, Sink};

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        port: Some(port),
        encryption: Encryption::None,
        patience: Duration::from_secs(10),
        ..SmtpSettings::new("127.0.0.1")
    }
}

async fn send_to(manner: Manner) -> (Result<jobs::outbox::Sent, SendFault>, Sink) {
    let sink = Sink::start(&[manner], Cover::None).await;
    let outbox = Outbox::smtp(&settings(sink.port)).unwrap();
    (outbox.send(&a_letter(1)).await, sink)
}

#[tokio::test]
async fn a_letter_arrives_whole_with_its_dots_and_one_message_id() {
    let (sent, sink) = send_to(Manner::Take).await;
    let sent = sent.unwrap();
    assert_eq!(sent.message_id, message_id(1));
    assert!(sent.receipt.contains("4F00A1"), "{}", sent.receipt);
    let taken = sink.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].from, "MAIL FROM:<help@whitfield.example>");
    assert_eq!(taken[0].to, "RCPT TO:<marisol@mail.example>");
    let text = taken[0].text();
    assert!(
        text.contains("Message-ID: <00000000000000000000000000000001@whitfield.example>\r\n"),
        "{text}"
    );
    assert!(
        text.ends_with("We asked the agency today.\r\n.\r\nA line with one dot must not end the letter.\r\n"),
        "{text}"
    );
}

#[tokio::test]
async fn a_busy_server_is_tried_again_and_gets_the_letter_once() {
    for busy in [Manner::BusyAtRecipient, Manner::BusyAtEnd] {
        let sink = Sink::start(&[busy, Manner::Take], Cover::None).await;
        let outbox = Outbox::smtp(&settings(sink.port)).unwrap();
        let fault = outbox.send(&a_letter(1)).await.unwrap_err();
        assert_eq!(
            (fault.lasting, fault.reason, fault.code),
            (Lasting::Temporary, Reason::Busy, Some(451)),
            "{busy:?}"
        );
        assert_eq!(sink.taken().len(), 0);
        outbox.send(&a_letter(1)).await.unwrap();
        assert_eq!(sink.taken().len(), 1, "{busy:?}");
    }
}

#[tokio::test]
async fn a_refused_letter_is_for_a_person_to_look_at() {
    for (manner, code) in [(Manner::RefuseRecipient, 550), (Manner::RefuseAtEnd, 554)] {
        let (sent, sink) = send_to(manner).await;
        let fault = sent.unwrap_err();
        assert_eq!(
            (fault.lasting, fault.reason, fault.code),
            (Lasting::Permanent, Reason::Refused, Some(code))
        );
        assert_eq!(sink.taken().len(), 0);
    }
}

#[tokio::test]
async fn the_servers_words_are_kept_for_the_case_and_out_of_the_log() {
    let (sent, _) = send_to(Manner::RefuseRecipient).await;
    let fault = sent.unwrap_err();
    assert!(
        fault.words.0.contains("no such user marisol@mail.example"),
        "{}",
        fault.words.0
    );
    for shown in [
        format!("{fault}"),
        format!("{fault:?}"),
        format!("{:?}", a_letter(1)),
    ] {
        assert!(
            !shown.contains("marisol") && !shown.contains("Delgado"),
            "{shown}"
        );
    }
    assert_eq!(
        fault.to_string(),
        "send-fault-refused (550), not to be tried again"
    );
}

/// At least once: the server had the letter, we could not know, so it goes again under the same Message-ID.
#[tokio::test]
async fn a_line_cut_after_the_letter_sends_it_again_under_the_same_message_id() {
    let sink = Sink::start(&[Manner::CutAfterData, Manner::Take], Cover::None).await;
    let outbox = Outbox::smtp(&settings(sink.port)).unwrap();
    let fault = outbox.send(&a_letter(1)).await.unwrap_err();
    assert_eq!(
        (fault.lasting, fault.reason),
        (Lasting::Temporary, Reason::CutOff)
    );
    outbox.send(&a_letter(1)).await.unwrap();
    let taken = sink.taken();
    assert_eq!(taken.len(), 2);
    assert_eq!(
        taken[0].bytes, taken[1].bytes,
        "a mail program that looks at the Message-ID shows it once"
    );
    // The twin: a fresh Message-ID for the second try would be a second letter to everyone.
    outbox.send(&a_letter(2)).await.unwrap();
    assert_ne!(sink.taken()[2].bytes, taken[0].bytes);
}

#[tokio::test]
async fn trouble_that_is_not_about_the_letter_leaves_it_waiting() {
    for (manner, reason) in [
        (Manner::RefuseGreeting, Reason::NoConnection),
        (Manner::CutBeforeData, Reason::CutOff),
        (Manner::WantLogin, Reason::LoginRefused),
    ] {
        let (sent, sink) = send_to(manner).await;
        let fault = sent.unwrap_err();
        assert_eq!(
            (fault.lasting, fault.reason),
            (Lasting::Temporary, reason),
            "{manner:?}"
        );
        assert_eq!(sink.taken().len(), 0);
    }
}

#[tokio::test]
async fn nobody_at_the_port_and_a_silent_server_leave_it_waiting() {
    let nobody = {
        let sink = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        sink.local_addr().unwrap().port()
    };
    let fault = Outbox::smtp(&settings(nobody))
        .unwrap()
        .send(&a_letter(1))
        .await
        .unwrap_err();
    assert_eq!(
        (fault.lasting, fault.reason),
        (Lasting::Temporary, Reason::NoConnection)
    );

    let sink = Sink::start(&[Manner::Silent], Cover::None).await;
    let impatient = SmtpSettings {
        patience: Duration::from_millis(200),
        ..settings(sink.port)
    };
    let began = std::time::Instant::now();
    let fault = Outbox::smtp(&impatient)
        .unwrap()
        .send(&a_letter(1))
        .await
        .unwrap_err();
    assert!(fault.is_temporary());
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[tokio::test]
async fn an_address_the_server_cannot_carry_is_for_a_person_to_look_at() {
    let sink = Sink::start(&[Manner::Take], Cover::None).await;
    let outbox = Outbox::smtp(&settings(sink.port)).unwrap();
    let mut letter = a_letter(1);
    letter.to.address = "josé@mail.example".into();
    let fault = outbox.send(&letter).await.unwrap_err();
    assert_eq!(
        (fault.lasting, fault.reason),
        (Lasting::Permanent, Reason::AddressNotCarried)
    );
    assert_eq!(sink.taken().len(), 0);
}

#[test]
fn clear_text_over_a_network_is_refused_unless_it_is_allowed() {
    for host in [
        "mail.whitfield.example",
        "10.0.0.25",
        "192.168.1.1",
        "[2001:db8::1]",
        "127.0.0.1.evil.example",
    ] {
        let open = SmtpSettings {
            encryption: Encryption::None,
            ..SmtpSettings::new(host)
        };
        assert!(
            matches!(Outbox::smtp(&open), Err(SettingsFault::ClearText { .. })),
            "{host}"
        );
        let allowed = SmtpSettings {
            clear_text_allowed: true,
            ..open
        };
        assert!(Outbox::smtp(&allowed).is_ok(), "{host}");
    }
    for host in ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"] {
        let open = SmtpSettings {
            encryption: Encryption::None,
            ..SmtpSettings::new(host)
        };
        assert!(Outbox::smtp(&open).is_ok(), "{host}");
    }
}

fn certificate(scratch: &Scratch, names: &[&str]) -> (TlsAcceptor, std::path::PathBuf) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let path = scratch.path().join("authority.pem");
    fs::write(&path, made.cert.pem()).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), path)
}

fn login(scratch: &Scratch) -> SmtpLogin {
    let password_file = scratch.path().join("smtp.password");
    fs::write(&password_file, "s3cret words\n").unwrap();
    fs::set_permissions(&password_file, Permissions::from_mode(0o400)).unwrap();
    SmtpLogin {
        name: "casework".into(),
        password_file,
    }
}

fn encrypted(encryption: Encryption, port: u16, authority: &Path, login: SmtpLogin) -> SmtpSettings {
    SmtpSettings {
        encryption,
        authority_file: Some(authority.to_owned()),
        login: Some(login),
        own_name: Some("casework.whitfield.example".into()),
        ..settings(port)
    }
}

#[tokio::test]
async fn both_ways_of_encrypting_carry_the_letter_and_the_login() {
    let scratch = Scratch::new();
    let (acceptor, authority) = certificate(&scratch, &["127.0.0.1"]);
    for (encryption, cover) in [
        (Encryption::StartTls, Cover::StartTls(acceptor.clone())),
        (Encryption::Implicit, Cover::Implicit(acceptor.clone())),
    ] {
        let sink = Sink::start(&[Manner::Take], cover).await;
        let secrets = Scratch::new();
        let settings = encrypted(encryption, sink.port, &authority, login(&secrets));
        Outbox::smtp(&settings).unwrap().send(&a_letter(1)).await.unwrap();
        let taken = sink.taken();
        assert_eq!(taken.len(), 1);
        assert!(taken[0].encrypted, "{encryption}");
        // NUL casework NUL s3cret words, in base 64.
        assert_eq!(
            taken[0].login.as_deref(),
            Some("AGNhc2V3b3JrAHMzY3JldCB3b3Jkcw=="),
            "{encryption}"
        );
        assert!(
            sink.commands()
                .contains(&"EHLO casework.whitfield.example".to_owned())
        );
    }
}

#[tokio::test]
async fn a_server_without_starttls_gets_neither_letter_nor_password() {
    let scratch = Scratch::new();
    let (_, authority) = certificate(&scratch, &["127.0.0.1"]);
    let sink = Sink::start(&[Manner::Take], Cover::None).await;
    let settings = encrypted(Encryption::StartTls, sink.port, &authority, login(&scratch));
    let fault = Outbox::smtp(&settings)
        .unwrap()
        .send(&a_letter(1))
        .await
        .unwrap_err();
    assert_eq!(
        (fault.lasting, fault.reason),
        (Lasting::Temporary, Reason::NoEncryption)
    );
    assert_eq!(sink.taken().len(), 0);
    assert!(
        sink.commands()
            .iter()
            .all(|command| command.starts_with("EHLO") || command == "QUIT"),
        "{:?}",
        sink.commands()
    );
    // The twin: without asking for encryption the same server gets both, in clear text.
    let open = SmtpSettings {
        encryption: Encryption::None,
        ..settings
    };
    Outbox::smtp(&open).unwrap().send(&a_letter(1)).await.unwrap();
    assert!(sink.commands().iter().any(|command| command.starts_with("AUTH")));
}

#[tokio::test]
async fn a_certificate_of_a_stranger_or_for_another_name_is_not_trusted() {
    let (ours, strangers, other_name) = (Scratch::new(), Scratch::new(), Scratch::new());
    let (acceptor, _) = certificate(&ours, &["127.0.0.1"]);
    let (_, stranger) = certificate(&strangers, &["127.0.0.1"]);
    let (for_another, authority) = certificate(&other_name, &["mail.example"]);
    for (acceptor, authority) in [(acceptor, stranger), (for_another, authority)] {
        let sink = Sink::start(&[Manner::Take], Cover::Implicit(acceptor)).await;
        let secrets = Scratch::new();
        let settings = encrypted(Encryption::Implicit, sink.port, &authority, login(&secrets));
        let fault = Outbox::smtp(&settings)
            .unwrap()
            .send(&a_letter(1))
            .await
            .unwrap_err();
        assert_eq!(
            (fault.lasting, fault.reason),
            (Lasting::Temporary, Reason::NoEncryption)
        );
        assert_eq!(sink.taken().len(), 0);
    }
}

#[test]
fn a_password_file_that_others_can_read_is_refused() {
    let scratch = Scratch::new();
    let login = login(&scratch);
    let path = login.password_file.clone();
    let settings = SmtpSettings {
        login: Some(login),
        ..settings(25)
    };
    assert!(Outbox::smtp(&settings).is_ok());
    fs::set_permissions(&path, Permissions::from_mode(0o440)).unwrap();
    assert!(matches!(
        Outbox::smtp(&settings),
        Err(SettingsFault::PasswordOpenToOthers { mode: 0o440, .. })
    ));
    fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    fs::write(&path, "\n").unwrap();
    assert!(matches!(
        Outbox::smtp(&settings),
        Err(SettingsFault::PasswordEmpty(_))
    ));
    fs::remove_file(&path).unwrap();
    assert!(matches!(
        Outbox::smtp(&settings),
        Err(SettingsFault::Unreadable { .. })
    ));
}

#[test]
fn settings_that_cannot_work_are_refused_at_start() {
    let host = SmtpSettings::new("mail.example\r\nRCPT TO:<x@y>");
    assert!(matches!(Outbox::smtp(&host), Err(SettingsFault::Host)));
    let own_name = SmtpSettings {
        own_name: Some("a b".into()),
        ..SmtpSettings::new("mail.example")
    };
    assert!(matches!(Outbox::smtp(&own_name), Err(SettingsFault::OwnName)));
    let scratch = Scratch::new();
    let path = scratch.path().join("not.pem");
    fs::write(&path, "no certificate here").unwrap();
    let authority = SmtpSettings {
        authority_file: Some(path),
        ..SmtpSettings::new("mail.example")
    };
    assert!(matches!(
        Outbox::smtp(&authority),
        Err(SettingsFault::NotACertificate(_) | SettingsFault::Encryption(_))
    ));
}
