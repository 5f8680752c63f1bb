//! What can go wrong at the door, and the one page for each. Not there and not allowed are one answer.

use actions::Refused;
use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use store::StoreError;

use super::{App, Known, visit};
use crate::{
    ui::{
        form::error_summary,
        shell::{Theme, bare_page, page},
    },
    words::{Lang, Words, dates::Here},
};

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    NotFound,
    /// Nobody is logged in, or not far enough.
    LogIn {
        next: String,
    },
    /// The rules said no, and the handler had no form to show it on.
    Refused(Vec<Refused>),
    /// Somebody else changed it meanwhile.
    Conflict,
    /// The form's token is not the session's: it was open for too long, or came from elsewhere.
    OldForm,
    Foreign,
    TooLarge,
    Busy,
    Full,
    /// A fault of ours; the words are for the log.
    Trouble(String),
}

/// An answer that still has to be made into a page for whoever asked.
#[derive(Clone)]
pub struct Undressed(PageError);

impl Undressed {
    pub fn into_inner(self) -> PageError {
        self.0
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.code().into_response();
        response.extensions_mut().insert(Undressed(self));
        response
    }
}

impl From<StoreError> for PageError {
    fn from(fault: StoreError) -> Self {
        match fault {
            StoreError::Busy => PageError::Busy,
            StoreError::Conflict => PageError::Conflict,
            StoreError::Full => PageError::Full,
            StoreError::Clash(source) | StoreError::Broken(source) => PageError::Trouble(source.to_string()),
            StoreError::Unsafe { setting, .. } => PageError::Trouble(setting),
        }
    }
}

impl PageError {
    const fn code(&self) -> StatusCode {
        match self {
            PageError::NotFound => StatusCode::NOT_FOUND,
            PageError::LogIn { .. } => StatusCode::SEE_OTHER,
            PageError::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            PageError::Conflict => StatusCode::CONFLICT,
            PageError::OldForm | PageError::Foreign => StatusCode::FORBIDDEN,
            PageError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            PageError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            PageError::Full => StatusCode::INSUFFICIENT_STORAGE,
            PageError::Trouble(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Keys of the title and of what to do.
    const fn keys(&self) -> (&'static str, &'static str) {
        match self {
            PageError::NotFound => ("errors-not-found-title", "errors-not-found"),
            PageError::LogIn { .. } => ("login-title", "login-title"),
            PageError::Refused(_) => ("errors-refused-title", "errors-refused-title"),
            PageError::Conflict => ("errors-conflict-title", "errors-conflict"),
            PageError::OldForm | PageError::Foreign => ("errors-form-old-title", "errors-form-old"),
            PageError::TooLarge => ("errors-too-large-title", "errors-too-large-page"),
            PageError::Busy => ("errors-busy-title", "errors-busy"),
            PageError::Full => ("errors-full-title", "errors-full"),
            PageError::Trouble(_) => ("errors-trouble-title", "errors-trouble"),
        }
    }
}

/// The address of nothing.
pub async fn not_found(State(_): State<App>) -> PageError {
    PageError::NotFound
}

/// A refusal in the reader's language.
pub fn in_words(words: &Words, here: &Here, refused: &Refused) -> String {
    words.explain(here, &refused.key, &refused.args)
}

/// The page for a fault, for whoever is asking.
pub async fn page_for(app: &App, known: &Known, nonce: &str, fault: PageError) -> Response {
    if let PageError::LogIn { next } = &fault {
        return super::go(&crate::login::address(next));
    }
    if let PageError::Trouble(source) = &fault {
        tracing::error!(%source, "a page could not be made");
    }
    let page = match &known.visitor {
        Some(visitor) if visitor.session.stage == domain::staff::SessionStage::Full => {
            let shell = visit::shell_of(app, visitor, known, nonce);
            page(
                &shell,
                &shell.words.t(fault.keys().0),
                &told(shell.words, &app.here(), &fault),
            )
        }
        Some(_) | None => {
            let words = Words::for_language(Lang::English);
            bare(words, &app.here(), known.theme, nonce, &fault)
        }
    };
    let mut response = (fault.code(), page).into_response();
    if fault == PageError::Busy {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

fn bare(words: &Words, here: &Here, theme: Theme, nonce: &str, fault: &PageError) -> Markup {
    bare_page(
        words,
        theme,
        nonce,
        &words.t(fault.keys().0),
        &told(words, here, fault),
    )
}

fn told(words: &Words, here: &Here, fault: &PageError) -> Markup {
    let (title, text) = fault.keys();
    html! {
        div class="card empty" {
            h1 { (words.t(title)) }
            @if let PageError::Refused(refused) = fault {
                @let lines: Vec<(String, String)> = refused.iter().map(|r| (String::new(), in_words(words, here, r))).collect();
                (error_summary(&words.t(title), &lines))
            } @else {
                p class="muted" { (words.t(text)) }
            }
            p { a class="btn" href="/work" { (words.t("errors-back-to-work")) } }
        }
    }
}
