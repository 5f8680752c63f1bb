//! `casework routes`: every address of the staff pages, from the router itself.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::said::Said;

/// Print every address of the staff pages, and who may enter.
#[derive(Debug, Args)]
#[command(after_help = "Example: casework routes")]
pub struct Routes {}

impl Routes {
    pub fn run(&self, said: Said) -> ExitCode {
        let routes = pages::app::all_routes();
        let lines: Vec<String> = routes
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
        let rows: Vec<_> = routes
            .rows()
            .iter()
            .map(|r| {
                json!({ "method": r.method, "path": r.path, "entrance": r.entrance.to_string(), "handler": r.handler })
            })
            .collect();
        said.answer(&lines.join("\n"), &json!({ "ok": true, "routes": rows }));
        ExitCode::SUCCESS
    }
}
