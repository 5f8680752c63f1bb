//! The door itself: one router for the staff pages, what every request passes through, and what every answer carries.

mod answer;
mod error;
mod flash;
mod guard;
mod network;
mod perform;
mod posted;
mod reading;
mod routes;
mod security;
mod visit;

use std::sync::Arc;

use actions::House;
use axum::{Router, middleware};
use jiff::tz::TimeZone;

use crate::words::dates::Here;

pub use answer::{Faults, again};
pub use error::{PageError, in_words};
pub use flash::{Said, go, go_saying};
pub use network::Network;
pub use perform::{perform, perform_keyed, perform_once};
pub use posted::{Fields, Posted, Uploaded};
pub use reading::{Reading, fault_of};
pub use routes::{Entrance, RouteRow, Routes};
pub use security::Nonce;
pub use visit::{Known, Visit, cookie, cookie_name};

/// How this door is set up.
#[derive(Debug, Clone, Default)]
pub struct DoorSettings {
    /// Cookies travel over TLS only; off for plain HTTP on this machine.
    pub secure_cookies: bool,
    /// The office whose staff log in here, where the database holds several.
    pub office_slug: Option<String>,
    /// Logins shown on the login page of a demo: name and password.
    pub demo_logins: Vec<(String, String)>,
    /// Where letters are put, if they go to a folder: the outbox page reads it.
    pub outbox_folder: Option<std::path::PathBuf>,
}

/// What every handler has at hand.
#[derive(Clone)]
pub struct App {
    pub house: House,
    pub settings: Arc<DoorSettings>,
}

impl App {
    pub fn new(house: House, settings: DoorSettings) -> Self {
        Self {
            house,
            settings: Arc::new(settings),
        }
    }

    /// This moment, where nobody's office is known yet: in UTC.
    pub fn here(&self) -> Here {
        Here {
            now: self.house.desk().now(),
            zone: TimeZone::UTC,
        }
    }
}

/// Every route of the staff pages, each with who may enter.
pub fn all_routes() -> Routes {
    let mut routes = Routes::default();
    for room in [
        crate::login::routes,
        crate::work::routes,
        crate::arrivals::routes,
        crate::intake::routes,
        crate::cases::routes,
        crate::documents::routes,
        crate::drafts::routes,
        crate::consents::routes,
        crate::inquiries::routes,
        crate::letters::routes,
        crate::people::routes,
        crate::ledger::routes,
        crate::search::routes,
        crate::staff::routes,
        crate::demo::routes,
    ] {
        room(&mut routes);
    }
    routes
}

/// The whole door, ready to be served.
pub fn router(app: App) -> Router {
    let routes = all_routes();
    routes
        .into_router()
        .merge(crate::assets::routes())
        .fallback(error::not_found)
        .layer(middleware::from_fn_with_state(
            app.clone(),
            visit::look_at_visitor,
        ))
        .layer(middleware::from_fn(guard::refuse_foreign_posts))
        .layer(middleware::from_fn(security::dress))
        .layer(axum::extract::DefaultBodyLimit::max(30 * 1024 * 1024))
        .with_state(app)
}
