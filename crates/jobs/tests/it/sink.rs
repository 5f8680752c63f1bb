//! A mail server that listens on a real port and speaks SMTP: it takes letters, asks for time, refuses, cuts the
//! line or falls silent, connection by connection, as its script says.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What one connection gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    Take,
    BusyAtRecipient,
    BusyAtEnd,
    RefuseRecipient,
    RefuseAtEnd,
    WantLogin,
    RefuseGreeting,
    CutBeforeData,
    CutAfterData,
    Silent,
}

/// Whether and how the sink encrypts.
#[derive(Clone)]
pub enum Cover {
    None,
    StartTls(TlsAcceptor),
    Implicit(TlsAcceptor),
}

/// A letter as it came over the line.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    pub from: String,
    pub to: String,
    pub bytes: Vec<u8>,
    pub encrypted: bool,
    pub login: Option<String>,
}

impl Taken {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

pub struct Sink {
    pub port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    commands: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    /// Each connection gets the next manner; when they run out, the last one again.
    pub async fn start(script: &[Manner], cover: Cover) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (taken, commands) = (Arc::default(), Arc::default());
        let sink = Self {
            port,
            taken: Arc::clone(&taken),
            commands: Arc::clone(&commands),
        };
        let script = script.to_vec();
        tokio::spawn(async move {
            for n in 0.. {
                let Ok((stream, _)) = listener.accept().await else {
                    return;
                };
                let manner = script[n.min(script.len() - 1)];
                let talk = Talk {
                    manner,
                    taken: Arc::clone(&taken),
                    commands: Arc::clone(&commands),
                };
                tokio::spawn(serve(talk, stream, cover.clone()));
            }
        });
        sink
    }

    /// Letters whose last line arrived, whether or not the sink said so.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// Everything that was said to the sink, outside letters.
    pub fn commands(&self) -> Vec<String> {
        self.commands.lock().unwrap().clone()
    }
}

struct Talk {
    manner: Manner,
    taken: Arc<Mutex<Vec<Taken>>>,
    commands: Arc<Mutex<Vec<String>>>,
}

/// Why a conversation stopped; a line that breaks is nothing to complain about here.
enum End {
    Over,
    StartTls,
}

async fn serve(talk: Talk, stream: TcpStream, cover: Cover) -> std::io::Result<()> {
    let mut letter = Taken::default();
    match cover {
        Cover::None => {
            talk.hold(&mut BufReader::new(stream), &mut letter, true, false)
                .await?;
        }
        Cover::Implicit(acceptor) => {
            letter.encrypted = true;
            let stream = acceptor.accept(stream).await?;
            talk.hold(&mut BufReader::new(stream), &mut letter, true, false)
                .await?;
        }
        Cover::StartTls(acceptor) => {
            let mut open = BufReader::new(stream);
            if let End::StartTls = talk.hold(&mut open, &mut letter, true, true).await? {
                letter.encrypted = true;
                let stream = acceptor.accept(open.into_inner()).await?;
                talk.hold(&mut BufReader::new(stream), &mut letter, false, false)
                    .await?;
            }
        }
    }
    Ok(())
}

impl Talk {
    async fn hold<S>(
        &self,
        line: &mut BufReader<S>,
        letter: &mut Taken,
        greet: bool,
        offers_tls: bool,
    ) -> std::io::Result<End>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        if self.manner == Manner::Silent {
            // Holds the line and says nothing, until the other side gives up.
            let mut text = String::new();
            while line.read_line(&mut text).await? > 0 {}
            return Ok(End::Over);
        }
        if self.manner == Manner::RefuseGreeting {
            line.write_all(b"554 5.3.2 no service here\r\n").await?;
            return Ok(End::Over);
        }
        if greet {
            line.write_all(b"220 sink ESMTP\r\n").await?;
        }
        loop {
            let mut text = String::new();
            if line.read_line(&mut text).await? == 0 {
                return Ok(End::Over);
            }
            let command = text.trim_end().to_owned();
            self.commands.lock().unwrap().push(command.clone());
            let verb = command.split(' ').next().unwrap_or_default().to_uppercase();
            let answer = match verb.as_str() {
                "EHLO" if offers_tls => "250-sink\r\n250-STARTTLS\r\n250 8BITMIME",
                "EHLO" => "250-sink\r\n250-AUTH PLAIN\r\n250 8BITMIME",
                "STARTTLS" if offers_tls => {
                    line.write_all(b"220 go ahead\r\n").await?;
                    return Ok(End::StartTls);
                }
                "AUTH" if self.manner == Manner::WantLogin => "535 5.7.8 bad credentials",
                "AUTH" => {
                    letter.login = command.split(' ').nth(2).map(str::to_owned);
                    "235 2.7.0 welcome"
                }
                "MAIL" if self.manner == Manner::WantLogin => "530 5.7.0 log in first",
                "MAIL" => {
                    letter.from = command;
                    "250 2.1.0 ok"
                }
                "RCPT" => match self.manner {
                    Manner::BusyAtRecipient => "451 4.7.1 greylisted marisol@mail.example, try again",
                    Manner::RefuseRecipient => "550 5.1.1 no such user marisol@mail.example",
                    _ => {
                        letter.to = command;
                        "250 2.1.5 ok"
                    }
                },
                "DATA" if self.manner == Manner::CutBeforeData => return Ok(End::Over),
                "DATA" => {
                    line.write_all(b"354 end with a dot\r\n").await?;
                    letter.bytes = read_letter(line).await?;
                    match self.manner {
                        Manner::BusyAtEnd => "451 4.3.0 disk is full, try again",
                        Manner::RefuseAtEnd => "554 5.7.1 policy",
                        manner => {
                            self.taken.lock().unwrap().push(letter.clone());
                            if manner == Manner::CutAfterData {
                                return Ok(End::Over);
                            }
                            "250 2.0.0 queued as 4F00A1"
                        }
                    }
                }
                "QUIT" => "221 2.0.0 bye",
                _ => "500 5.5.1 what?",
            };
            line.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

/// Up to the lone dot, with doubled dots made single again (RFC 5321, 4.5.2).
async fn read_letter<S: AsyncRead + Unpin>(line: &mut BufReader<S>) -> std::io::Result<Vec<u8>> {
    let mut letter = Vec::new();
    loop {
        let mut bytes = Vec::new();
        if line.read_until(b'\n', &mut bytes).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if bytes == b".\r\n" {
            return Ok(letter);
        }
        letter.extend_from_slice(bytes.strip_prefix(b".").unwrap_or(&bytes));
    }
}
