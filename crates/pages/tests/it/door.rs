//! A browser for tests: cookies in a jar, forms with their token, answers as text.

use std::{collections::BTreeMap, sync::Mutex};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use pages::app::{App, DoorSettings, router};
use testkit::house::{PASSWORD, TestHouse};
use tower::ServiceExt;

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }
}

/// One browser at one house's door.
pub struct Browser {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    /// The token of this stay's forms, once a page was seen that carries it.
    token: Mutex<Option<String>>,
}

pub fn door(house: &TestHouse) -> Router {
    // The slug, because another office may live on the same database.
    let settings = DoorSettings {
        office_slug: Some("vale".into()),
        ..DoorSettings::default()
    };
    router(App::new(house.house.clone(), settings))
}

impl Browser {
    pub fn at(router: &Router) -> Self {
        Self {
            router: router.clone(),
            cookies: Mutex::default(),
            token: Mutex::default(),
        }
    }

    /// A browser in which somebody is logged in, by the way everybody takes.
    pub async fn of(router: &Router, login: &str) -> Self {
        let browser = Self::at(router);
        browser.get("/login").await;
        let entered = browser
            .post("/login", &[("email", login), ("password", PASSWORD)])
            .await;
        assert_eq!(
            entered.status,
            StatusCode::SEE_OTHER,
            "{login} gets in: {}",
            entered.body
        );
        browser
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, Body::empty()).await
    }

    /// Posts a form with the token a page of ours would carry.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &token);
        form.extend_pairs(fields);
        self.send("POST", path, Body::from(form.finish())).await
    }

    /// Posts a form with one file, as a browser sends those.
    pub async fn post_file(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        (name, file): (&str, &[u8]),
    ) -> Answer {
        let token = self.token().await;
        let edge = "an-edge-that-stands-in-no-field";
        let mut body: Vec<u8> = Vec::new();
        for (field, value) in std::iter::once(&("csrf", token.as_str())).chain(fields) {
            let part =
                format!("--{edge}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--{edge}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"scan.pdf\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{edge}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={edge}");
        self.send_as("POST", path, &kind, Body::from(body)).await
    }

    /// As a form sent without its token.
    pub async fn post_without_token(&self, path: &str) -> Answer {
        self.send("POST", path, Body::from("a=b")).await
    }

    async fn token(&self) -> String {
        if let Some(token) = self.token.lock().expect("one thread").clone() {
            return token;
        }
        let page = self.get("/login/password").await;
        let page = if page.status == StatusCode::OK {
            page
        } else {
            self.get("/login").await
        };
        let mark = "name=\"csrf\" value=\"";
        let from = page.body.find(mark).map_or(0, |at| at + mark.len());
        let token = page.body[from..].split('"').next().unwrap_or_default().to_owned();
        *self.token.lock().expect("one thread") = Some(token.clone());
        token
    }

    async fn send(&self, method: &str, path: &str, body: Body) -> Answer {
        self.send_as(method, path, "application/x-www-form-urlencoded", body)
            .await
    }

    async fn send_as(&self, method: &str, path: &str, kind: &str, body: Body) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .lock()
            .expect("one thread")
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "office.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .header(header::COOKIE, cookies.join("; "))
            .body(body)
            .expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = to_bytes(body, 16 * 1024 * 1024).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        if headers.contains_key(header::SET_COOKIE) {
            // Another stay has another token.
            *self.token.lock().expect("one thread") = None;
        }
        let mut jar = self.cookies.lock().expect("one thread");
        for line in headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
        {
            let pair = line.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                if line.contains("Max-Age=0") {
                    jar.remove(name);
                } else {
                    jar.insert(name.to_owned(), value.to_owned());
                }
            }
        }
    }

    /// Takes every cookie away, as a browser that was closed.
    pub fn forget(&self) {
        self.cookies.lock().expect("one thread").clear();
    }
}
