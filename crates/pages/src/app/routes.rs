//! The register of routes: each address with its act and who may enter, which the access matrix walks.

use axum::{
    Router,
    handler::Handler,
    middleware,
    routing::{MethodRouter, get, post},
};
use domain::access::Deed;

use super::{App, guard};

/// Who may enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// Anybody: the login page, and nothing that says who works here.
    Anybody,
    /// Somebody on the way in, whose password was right.
    HalfIn,
    /// Everybody who works here.
    Staff,
    /// Those whose role does this.
    May(Deed),
}

impl std::fmt::Display for Entrance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Entrance::Anybody => f.write_str("anybody"),
            Entrance::HalfIn => f.write_str("half-in"),
            Entrance::Staff => f.write_str("staff"),
            Entrance::May(deed) => f.write_str(deed.as_str()),
        }
    }
}

/// One route, as it stands in `golden/routes.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteRow {
    pub method: &'static str,
    pub path: &'static str,
    pub entrance: Entrance,
    /// The handler, by its full name.
    pub handler: &'static str,
}

/// Routes being registered.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    rows: Vec<RouteRow>,
}

impl Routes {
    pub fn get<H, T>(&mut self, path: &'static str, entrance: Entrance, handler: H)
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("GET", path, entrance, std::any::type_name::<H>(), get(handler));
    }

    pub fn post<H, T>(&mut self, path: &'static str, entrance: Entrance, handler: H)
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("POST", path, entrance, std::any::type_name::<H>(), post(handler));
    }

    fn add(
        &mut self,
        method: &'static str,
        path: &'static str,
        entrance: Entrance,
        handler: &'static str,
        route: MethodRouter<App>,
    ) {
        self.rows.push(RouteRow {
            method,
            path,
            entrance,
            handler,
        });
        let guarded = route.layer(middleware::from_fn(move |request, next| {
            guard::enter(entrance, request, next)
        }));
        self.router = std::mem::take(&mut self.router).route(path, guarded);
    }

    pub fn rows(&self) -> &[RouteRow] {
        &self.rows
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
