//! A browser without a screen, for programs that run the real server: cookies in a jar, forms with their token, and one
//! connection that is kept open and opened anew where it broke.

use std::{
    collections::BTreeMap,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub code: u16,
    pub location: String,
    /// Bytes on the wire, head included.
    pub bytes: usize,
    pub body: String,
}

/// Somebody at the door. A clone has the same cookies and a connection of its own.
#[derive(Debug)]
pub struct Caller {
    address: String,
    cookies: BTreeMap<String, String>,
    token: String,
    connection: Option<BufReader<TcpStream>>,
}

impl Clone for Caller {
    fn clone(&self) -> Self {
        Self {
            address: self.address.clone(),
            cookies: self.cookies.clone(),
            token: self.token.clone(),
            connection: None,
        }
    }
}

/// How long an answer may take before the connection counts as broken.
const PATIENCE: Duration = Duration::from_secs(30);

impl Caller {
    /// At `host:port`.
    pub fn at(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            cookies: BTreeMap::new(),
            token: String::new(),
            connection: None,
        }
    }

    /// The same visitor at a server that has started anew.
    #[must_use]
    pub fn moved_to(&self, address: &str) -> Self {
        Self {
            address: address.to_owned(),
            ..self.clone()
        }
    }

    /// Comes in with a name and a password, and keeps the token of the session's forms.
    pub fn log_in(&mut self, login: &str, password: &str) -> io::Result<()> {
        let door = self.get("/login")?;
        self.token = token_in(&door.body);
        let entered = self.post("/login", &[("email", login), ("password", password)])?;
        if entered.code != 303 {
            return Err(io::Error::other(format!(
                "{login} does not get in: {}",
                entered.code
            )));
        }
        let page = if entered.location.starts_with("/login/password") {
            "/login/password"
        } else {
            "/work"
        };
        self.token = token_in(&self.get(page)?.body);
        Ok(())
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, "")
    }

    /// Posts a form with the token a page of ours would carry.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let mut form = format!("csrf={}", escaped(&self.token));
        for (name, value) in fields {
            form.push('&');
            form.push_str(&escaped(name));
            form.push('=');
            form.push_str(&escaped(value));
        }
        self.ask("POST", path, &form)
    }

    fn ask(&mut self, method: &str, path: &str, form: &str) -> io::Result<Answer> {
        let request = self.request(method, path, form);
        let answered = self.exchange(&request);
        if answered.is_err() {
            self.connection = None;
        }
        answered
    }

    fn request(&self, method: &str, path: &str, form: &str) -> String {
        let jar: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.address,
            jar.join("; "),
            form.len(),
        )
    }

    /// Sends once. Whether a request that broke off was done is not known here, so nothing is sent again.
    fn exchange(&mut self, request: &str) -> io::Result<Answer> {
        if self.connection.is_none() {
            let socket = TcpStream::connect(&self.address)?;
            socket.set_nodelay(true)?;
            socket.set_read_timeout(Some(PATIENCE))?;
            self.connection = Some(BufReader::with_capacity(64 * 1024, socket));
        }
        let connection = self.connection.as_mut().ok_or(io::ErrorKind::NotConnected)?;
        connection.get_mut().write_all(request.as_bytes())?;
        let head = Head::read(connection)?;
        let (body, on_wire) = head.body(connection)?;
        if head.is_last {
            self.connection = None;
        }
        for (name, value, is_gone) in head.cookies {
            if is_gone {
                self.cookies.remove(&name);
            } else {
                self.cookies.insert(name, value);
            }
        }
        Ok(Answer {
            code: head.code,
            location: head.location,
            bytes: head.bytes + on_wire,
            body: String::from_utf8_lossy(&body).into_owned(),
        })
    }
}

/// The head of an answer, as far as it matters here.
#[derive(Default)]
struct Head {
    code: u16,
    location: String,
    length: Option<usize>,
    is_chunked: bool,
    is_last: bool,
    cookies: Vec<(String, String, bool)>,
    bytes: usize,
}

impl Head {
    fn read(from: &mut BufReader<TcpStream>) -> io::Result<Self> {
        let mut head = Self::default();
        let first = line(from, &mut head.bytes)?;
        let code = first.split(' ').nth(1).and_then(|code| code.parse().ok());
        head.code = code.ok_or_else(|| io::Error::other(format!("no answer: {first:?}")))?;
        loop {
            let said = line(from, &mut head.bytes)?;
            let Some((name, value)) = said.split_once(':') else {
                break;
            };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => head.length = value.parse().ok(),
                "transfer-encoding" => head.is_chunked = value == "chunked",
                "connection" => head.is_last = value == "close",
                "location" => value.clone_into(&mut head.location),
                "set-cookie" => head.cookies.extend(cookie(value)),
                _ => {}
            }
        }
        Ok(head)
    }

    /// The body, and how many bytes it took on the wire.
    fn body(&self, from: &mut BufReader<TcpStream>) -> io::Result<(Vec<u8>, usize)> {
        let mut body = Vec::new();
        if !self.is_chunked {
            body.resize(self.length.unwrap_or(0), 0);
            from.read_exact(&mut body)?;
            let n = body.len();
            return Ok((body, n));
        }
        let mut on_wire = 0;
        loop {
            let size = line(from, &mut on_wire)?;
            let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16);
            let size = size.map_err(io::Error::other)?;
            let at = body.len();
            body.resize(at + size, 0);
            from.read_exact(body.get_mut(at..).unwrap_or_default())?;
            on_wire += size;
            line(from, &mut on_wire)?;
            if size == 0 {
                return Ok((body, on_wire));
            }
        }
    }
}

fn line(from: &mut BufReader<TcpStream>, bytes: &mut usize) -> io::Result<String> {
    let mut line = String::new();
    let n = from.read_line(&mut line)?;
    if n == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    *bytes += n;
    Ok(line.trim_end().to_owned())
}

fn cookie(line: &str) -> Option<(String, String, bool)> {
    let (name, value) = line.split(';').next()?.split_once('=')?;
    Some((
        name.trim().to_owned(),
        value.to_owned(),
        line.contains("Max-Age=0"),
    ))
}

/// The token of the first form on a page.
pub fn token_in(page: &str) -> String {
    let mark = "name=\"csrf\" value=\"";
    let from = page.find(mark).map_or(page.len(), |at| at + mark.len());
    page[from..].split('"').next().unwrap_or_default().to_owned()
}

/// A text as a form sends it.
pub fn escaped(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
