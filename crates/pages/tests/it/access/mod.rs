//! Every route of the running router, asked by everybody about everything. A route without a row fails.

mod matrix;
mod world;

use std::fmt::Write as _;

use domain::staff::Role;
use testkit::house::TestHouse;

use matrix::{Line, SITUATIONS, Visitors, visit_route};
use world::World;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../golden/access.txt");

/// Compares with a golden file, or rewrites it where `BLESS` is set.
pub fn golden(path: &str, made: &str) {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one wish a golden test takes from outside"
    )]
    let bless = std::env::var("BLESS").is_ok();
    if bless {
        std::fs::write(path, made).expect("the golden file is written");
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept != made {
        let first = kept.lines().zip(made.lines()).find(|(a, b)| a != b);
        panic!(
            "{path} is not as made; the first difference is {first:?}. If it is meant, run `cargo x bless`."
        );
    }
}

fn page(lines: &[Line]) -> String {
    let mut out = String::from(
        "# Who gets what: every route, asked by everybody, about a case (or what hangs on it) that is their own,\n\
         # a colleague's, restricted, walled, denied to them for a conflict of interest, another office's, or not there.\n\
         # Made by visiting each; rewritten by `cargo x bless`. 303 leads to the login page or onwards.\n",
    );
    let mut route = String::new();
    for line in lines {
        if line.route != route {
            route.clone_from(&line.route);
            let _ = write!(out, "\n{route}\n");
            if line.statuses.len() > 1 {
                let _ = write!(out, "  {:<14}", "");
                for situation in SITUATIONS {
                    let _ = write!(out, " {:<10}", situation.word());
                }
                out.truncate(out.trim_end().len());
                out.push('\n');
            }
        }
        let _ = write!(out, "  {:<14}", line.who);
        for status in &line.statuses {
            let _ = write!(out, " {status:<10}");
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn golden_access_is_as_signed() {
    let mut lines = Vec::new();
    let looking = TestHouse::on_sqlite().await;
    let looked_at = World::build(&looking).await;
    let mut lookers = Visitors::of(&looking);
    for row in pages::app::all_routes().rows() {
        if row.method == "GET" {
            lines.extend(visit_route(&mut lookers, &looked_at, row).await);
            continue;
        }
        // A fresh world for each route that writes: what it did cannot colour the next.
        let house = TestHouse::on_sqlite().await;
        let world = World::build(&house).await;
        lines.extend(visit_route(&mut Visitors::of(&house), &world, row).await);
    }
    golden(GOLDEN, &page(&lines));
}

/// On PostgreSQL several offices share one database: another office's case is not there, by any route.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_office_is_not_there_on_postgres() {
    if testkit::postgres::is_skipped() {
        println!("skipped: PostgreSQL by wish");
        return;
    }
    let house = TestHouse::on_postgres().await;
    let world = World::build_with_neighbour(&house).await;
    let mut visitors = Visitors::of(&house);
    for row in pages::app::all_routes()
        .rows()
        .iter()
        .filter(|r| r.path.contains('{') && r.method == "GET")
    {
        for line in visit_route(&mut visitors, &world, row).await {
            let of = |word: &str| {
                let at = SITUATIONS
                    .iter()
                    .position(|s| s.word() == word)
                    .expect("a situation");
                line.statuses[at].clone()
            };
            assert_eq!(of("foreign"), of("absent"), "{} as {}", line.route, line.who);
        }
    }
}

#[test]
fn every_role_stands_in_the_matrix() {
    for role in Role::ALL {
        assert!(matrix::VISITORS.contains(&role.as_str()), "{role}");
    }
}

/// Every door of the staff pages, the handler behind it and who may enter: none is opened by accident.
#[test]
fn golden_routes_are_as_signed() {
    let mut rows: Vec<String> = pages::app::all_routes()
        .rows()
        .iter()
        .map(|r| {
            format!(
                "{:<5} {:<44} {:<14} {}",
                r.method,
                r.path,
                r.entrance.to_string(),
                r.handler
            )
        })
        .collect();
    rows.sort_by_key(|row| row.split_whitespace().nth(1).map(str::to_owned));
    let made = format!("# method, address, who may enter, handler\n{}\n", rows.join("\n"));
    golden(
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../golden/routes.txt"),
        &made,
    );
}
