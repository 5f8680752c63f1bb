//! One route asked by everybody about everything.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use domain::staff::Role;
use pages::app::RouteRow;
use testkit::house::TestHouse;

use super::world::{CANARY, Thing, World};
use crate::door::{Answer, Browser, door};

/// How the thing asked about stands to the one who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    Own,
    Office,
    Restricted,
    Walled,
    Denied,
    Foreign,
    Absent,
}

pub const SITUATIONS: [Situation; 7] = [
    Situation::Own,
    Situation::Office,
    Situation::Restricted,
    Situation::Walled,
    Situation::Denied,
    Situation::Foreign,
    Situation::Absent,
];

impl Situation {
    pub const fn word(self) -> &'static str {
        match self {
            Situation::Own => "own",
            Situation::Office => "office",
            Situation::Restricted => "restricted",
            Situation::Walled => "walled",
            Situation::Denied => "denied",
            Situation::Foreign => "foreign",
            Situation::Absent => "absent",
        }
    }

    /// What must be answered exactly like a thing that is not there.
    const fn is_nothing(self) -> bool {
        matches!(
            self,
            Situation::Walled | Situation::Denied | Situation::Foreign | Situation::Absent
        )
    }
}

/// Nobody, somebody on the way in, somebody who left, and each role.
pub const VISITORS: [&str; 8] = [
    "nobody",
    "ended",
    "intake",
    "caseworker",
    "supervisor",
    "director",
    "administrator",
    "auditor",
];

/// One line of the matrix.
pub struct Line {
    pub route: String,
    pub who: &'static str,
    pub statuses: Vec<String>,
}

/// The browsers of one house, one for each visitor, each logged in once.
pub struct Visitors<'h> {
    house: &'h TestHouse,
    router: axum::Router,
    known: BTreeMap<&'static str, Browser>,
}

impl<'h> Visitors<'h> {
    pub fn of(house: &'h TestHouse) -> Self {
        Self {
            house,
            router: door(house),
            known: BTreeMap::new(),
        }
    }

    /// The visitor's browser. A route of the way in or out gets a fresh one, since it may end the stay.
    async fn browser(&mut self, who: &'static str, row: &RouteRow) -> &Browser {
        let fresh =
            row.path.starts_with("/log") || row.path.starts_with("/me") || row.path.starts_with("/admin");
        if fresh || !self.known.contains_key(who) {
            let browser = match who.parse::<Role>() {
                Ok(role) => Browser::of(&self.router, role.as_str()).await,
                Err(_) if who == "ended" => ended(self.house, &self.router).await,
                Err(_) => Browser::at(&self.router),
            };
            self.known.insert(who, browser);
        }
        &self.known[who]
    }
}

pub async fn visit_route(visitors: &mut Visitors<'_>, world: &World, row: &RouteRow) -> Vec<Line> {
    let house = visitors.house;
    let asked_about = row.path.contains('{');
    let mut lines = Vec::new();
    for who in VISITORS {
        let role: Option<Role> = who.parse().ok();
        let mut statuses = Vec::new();
        let mut nothing: Vec<(Situation, Answer)> = Vec::new();
        for situation in SITUATIONS {
            if !asked_about && situation != Situation::Own {
                continue;
            }
            let thing = world.of(situation, role.map(|r| house.id(r)));
            let answer = ask(visitors.browser(who, row).await, row, &thing).await;
            statuses.push(answer.status.as_u16().to_string());
            check_answer(row, who, situation, &answer);
            if situation.is_nothing() {
                nothing.push((situation, answer));
            }
        }
        check_alike(row, who, &nothing);
        lines.push(Line {
            route: format!("{} {}  ({})", row.method, row.path, row.entrance),
            who,
            statuses,
        });
    }
    lines
}

/// A browser whose stay was ended from elsewhere.
async fn ended(house: &TestHouse, router: &axum::Router) -> Browser {
    let browser = Browser::of(router, testkit::house::COLLEAGUE).await;
    let mut act = house.desk().act(&house.machinery()).await.expect("an act");
    act.end_sessions_of(house.colleague().staff_id())
        .await
        .expect("ended");
    act.commit_operational().await.expect("a commit");
    browser
}

async fn ask(browser: &Browser, row: &RouteRow, thing: &Thing) -> Answer {
    let path = fill(row.path, thing);
    if row.method == "GET" {
        browser.get(&path).await
    } else {
        browser.post(&path, &[]).await
    }
}

/// Fills a path in: references by name, every other id by what its room calls `{id}`.
fn fill(path: &str, thing: &Thing) -> String {
    let mut out = Vec::new();
    let mut room = "";
    for part in path.split('/') {
        let filled = match part {
            "{reference}" | "{case}" => thing.reference.clone(),
            "{about}" => thing.case.to_string(),
            "{id}" | "{person}" | "{arrival}" if room == "people" => thing.person.to_string(),
            "{id}" | "{person}" | "{arrival}" if room == "arrivals" => thing.arrival.to_string(),
            "{kind}" => "note".into(),
            other if other.starts_with('{') => thing.case.to_string(),
            plain => {
                if matches!(plain, "people" | "arrivals" | "cases") {
                    room = plain;
                }
                plain.to_owned()
            }
        };
        out.push(filled);
    }
    out.join("/")
}

/// Nothing a visitor may not know stands in any answer, and nobody gets a fault of ours.
fn check_answer(row: &RouteRow, who: &str, situation: Situation, answer: &Answer) {
    let what = format!("{} {} as {who} about {}", row.method, row.path, situation.word());
    assert!(
        !answer.status.is_server_error(),
        "{what}: {} {}",
        answer.status,
        answer.body
    );
    if who != "nobody" && who != "ended" {
        assert!(
            !answer.body.contains(CANARY),
            "{what}: words of a hidden case stand in the answer"
        );
    }
    let headers = &answer.headers;
    for needed in [
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
    ] {
        assert!(headers.contains_key(needed), "{what}: no {needed}");
    }
}

/// Walled, denied, another office's and absent answer alike: status, length, headers.
fn check_alike(row: &RouteRow, who: &str, nothing: &[(Situation, Answer)]) {
    let Some((_, first)) = nothing.first() else { return };
    if first.status == StatusCode::SEE_OTHER {
        return;
    }
    for (situation, answer) in &nothing[1..] {
        let what = format!("{} {} as {who} about {}", row.method, row.path, situation.word());
        assert_eq!(answer.status, first.status, "{what}");
        assert_eq!(
            answer.body.len(),
            first.body.len(),
            "{what}: bodies differ in length"
        );
        let names = |a: &Answer| a.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(answer), names(first), "{what}");
    }
}
