//! What is refused before a handler is asked: posts from elsewhere, and visitors who may not enter.

use axum::{
    extract::Request,
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::staff::SessionStage;

use super::{Entrance, Known, PageError};

/// An unsafe method must come from a page of ours: the browser says so itself, in one of two headers.
pub async fn refuse_foreign_posts(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_ours(&request) {
        next.run(request).await
    } else {
        PageError::Foreign.into_response()
    }
}

fn is_ours(request: &Request) -> bool {
    let text = |name| request.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let host = text(header::HOST);
    let origin = text(header::ORIGIN)
        .and_then(|o| o.split_once("://"))
        .map(|(_, host)| host);
    // A client without either header is no browser and carries nobody's cookies by accident.
    origin.is_none() || origin == host
}

/// Lets in those whom a route is for. Not allowed and not there answer alike.
pub async fn enter(entrance: Entrance, request: Request, next: Next) -> Response {
    let visitor = request
        .extensions()
        .get::<Known>()
        .and_then(|known| known.visitor.clone());
    let stage = visitor.as_ref().map(|v| v.session.stage);
    let allowed = match entrance {
        Entrance::Anybody => Ok(()),
        Entrance::HalfIn if stage.is_some() => Ok(()),
        Entrance::Staff if stage == Some(SessionStage::Full) => Ok(()),
        Entrance::May(deed) if stage == Some(SessionStage::Full) => {
            if visitor.is_some_and(|v| v.actor.may(deed)) {
                Ok(())
            } else {
                Err(PageError::NotFound)
            }
        }
        Entrance::HalfIn | Entrance::Staff | Entrance::May(_) => {
            let (parts, _) = request.into_parts();
            return PageError::LogIn {
                next: super::visit::path_of(&parts),
            }
            .into_response();
        }
    };
    match allowed {
        Ok(()) => next.run(request).await,
        Err(fault) => fault.into_response(),
    }
}
