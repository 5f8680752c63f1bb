//! The room of cases: the list, the page, and everything done from it, one verb a file.

mod around;
mod aside;
mod ask;
pub(crate) mod below;
mod call;
mod change;
mod clocks;
mod close;
pub mod close_view;
mod compose;
mod follow_up;
mod guard;
mod lines;
mod list;
pub mod list_view;
mod next;
mod next_act;
mod no_news;
mod note;
mod owner;
mod page;
mod phase;
mod phases;
mod promise;
pub mod reference;
mod reopen;
mod shown;
mod small;
mod strip;
mod take;
mod tasks;
mod to_queue;
mod versions;
pub mod view;

use domain::access::Deed;

pub(crate) use aside::release_pill;
pub(crate) use list::agency_choices;
pub(crate) use page::{head_below, language};
pub(crate) use small::{Typed, answer, at, case_of, day, form_of};
pub(crate) use strip::agencies;
pub(crate) use versions::{Version, Versions, versions_page};

use crate::app::{Entrance, Routes};

/// The room's addresses.
pub fn routes(routes: &mut Routes) {
    let see = Entrance::May(Deed::SeeCases);
    routes.get("/cases", see, list::list);
    routes.get("/cases/{reference}", see, page::page_of);
    routes.post("/cases/{reference}/ask", see, ask::ask);
    written(routes);
    planned(routes);
    routes.get(
        "/cases/{reference}/guard",
        Entrance::May(Deed::GuardCases),
        guard::ask,
    );
    routes.post(
        "/cases/{reference}/guard",
        Entrance::May(Deed::GuardCases),
        guard::guard,
    );
    routes.post(
        "/cases/{reference}/guard/except",
        Entrance::May(Deed::GuardCases),
        guard::except,
    );
    routes.post(
        "/cases/{reference}/guard/{id}/lift",
        Entrance::May(Deed::GuardCases),
        guard::lift,
    );
    routes.get(
        "/cases/{reference}/close",
        Entrance::May(Deed::CloseCases),
        close::ask,
    );
    routes.post(
        "/cases/{reference}/close",
        Entrance::May(Deed::CloseCases),
        close::close,
    );
    routes.get(
        "/cases/{reference}/reopen",
        Entrance::May(Deed::ReopenCases),
        reopen::ask,
    );
    routes.post(
        "/cases/{reference}/reopen",
        Entrance::May(Deed::ReopenCases),
        reopen::reopen,
    );
}

/// What is written into a case.
fn written(routes: &mut Routes) {
    let work = Entrance::May(Deed::WorkCases);
    routes.post("/cases/{reference}/notes", work, note::write);
    routes.post("/cases/{reference}/calls", work, call::log);
    routes.post("/cases/{reference}/no-news", work, no_news::told);
    routes.get("/cases/{reference}/edit", work, change::ask);
    routes.post("/cases/{reference}/edit", work, change::change);
    routes.get("/cases/{reference}/follow-up", work, follow_up::ask);
    routes.post("/cases/{reference}/follow-up", work, follow_up::answered);
    routes.post("/cases/{reference}/follow-up/{id}/asked", work, follow_up::asked);
}

/// Who does what by when.
fn planned(routes: &mut Routes) {
    let work = Entrance::May(Deed::WorkCases);
    routes.post("/cases/{reference}/tasks", work, tasks::set);
    routes.post("/cases/{reference}/tasks/{id}/finish", work, tasks::finish);
    routes.post("/cases/{reference}/tasks/{id}/undo", work, tasks::undo);
    routes.get("/cases/{reference}/tasks/{id}/drop", work, tasks::ask_drop);
    routes.post("/cases/{reference}/tasks/{id}/drop", work, tasks::drop);
    routes.get("/cases/{reference}/owner", work, owner::ask);
    routes.post("/cases/{reference}/take", work, take::take);
    routes.post("/cases/{reference}/queue", work, to_queue::to_queue);
    routes.post(
        "/cases/{reference}/assign",
        Entrance::May(Deed::AssignCases),
        owner::assign,
    );
    routes.get("/cases/{reference}/phase", work, phase::ask);
    routes.post("/cases/{reference}/phase", work, phase::enter);
    routes.get("/cases/{reference}/next", work, next_act::ask);
    routes.post("/cases/{reference}/next", work, next_act::set);
    routes.post("/cases/{reference}/next/done", work, next_act::done);
    routes.post("/cases/{reference}/snooze", work, next_act::snooze);
    routes.get("/cases/{reference}/promises", work, promise::ask);
    routes.post("/cases/{reference}/promises", work, promise::make);
    routes.get(
        "/cases/{reference}/clocks",
        Entrance::May(Deed::SeeCases),
        clocks::all,
    );
    routes.post("/cases/{reference}/clocks/{id}/extend", work, clocks::extend);
    routes.post("/cases/{reference}/clocks/{id}/pause", work, clocks::pause);
    routes.post("/cases/{reference}/clocks/{id}/resume", work, clocks::resume);
}
