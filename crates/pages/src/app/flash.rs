//! One line said after a redirect, with its way back: kept in a cookie for one page, as a message key and never as text.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{
    ui::toast::{Toast, UndoAct},
    words::Words,
};

pub const COOKIE: &str = "cw-said";

/// What is said on the next page: a key, and where undoing is posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    key: String,
    undo: Option<String>,
}

impl Said {
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            undo: None,
        }
    }

    /// With a way back: an address of ours that takes a post without fields.
    #[must_use]
    pub fn undo(mut self, url: impl Into<String>) -> Self {
        self.undo = Some(url.into());
        self
    }

    /// Reads the cookie; only keys and addresses of ours pass.
    pub fn read(text: &str) -> Option<Self> {
        let (key, undo) = text.split_once('|').unwrap_or((text, ""));
        let plain = |s: &str| {
            s.chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_'))
        };
        let fits = !key.is_empty() && key.len() < 80 && undo.len() < 200 && plain(key) && plain(undo);
        let local = undo.is_empty() || (undo.starts_with('/') && !undo.starts_with("//"));
        (fits && local).then(|| Self {
            key: key.to_owned(),
            undo: (!undo.is_empty()).then(|| undo.to_owned()),
        })
    }

    pub fn toast(&self, words: &Words) -> Toast {
        let undo = self.undo.clone().map(|url| UndoAct {
            url,
            fields: Vec::new(),
        });
        Toast {
            text: words.t(&self.key),
            undo,
        }
    }

    fn cookie(&self) -> String {
        let undo = self.undo.as_deref().unwrap_or_default();
        format!(
            "{COOKIE}={}|{undo}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
            self.key
        )
    }
}

/// Sends the browser on, after something was done.
pub fn go(to: &str) -> Response {
    let to = if to.starts_with('/') && !to.starts_with("//") {
        to
    } else {
        "/work"
    };
    let place = HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static("/work"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// As [`go`], and says one line there.
pub fn go_saying(to: &str, said: &Said) -> Response {
    let mut response = go(to);
    if let Ok(cookie) = HeaderValue::try_from(said.cookie()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// It was said; it is not said again.
pub fn forget(response: &mut Response) {
    let gone = HeaderValue::from_static("cw-said=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    response.headers_mut().append(header::SET_COOKIE, gone);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_from_elsewhere_says_nothing() {
        for text in [
            "<b>",
            "key|//evil.example/x",
            "key|https://evil.example",
            "",
            "key|/a?b=c",
        ] {
            assert_eq!(Said::read(text), None, "{text}");
        }
        assert_eq!(
            Said::read("arrivals-set-aside|/arrivals/1/undo"),
            Some(Said::new("arrivals-set-aside").undo("/arrivals/1/undo"))
        );
    }
}
