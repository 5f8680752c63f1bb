//! A PostgreSQL cluster for as long as standard input stays open: for a look by hand, and for tests outside Rust.
//! Makes an empty database at once and one more for each line read; prints the owner's and the application's address.
#![expect(clippy::print_stdout, reason = "the addresses are what it is run for")]

use testkit::postgres::{Cluster, PostgresError};

#[tokio::main]
async fn main() -> Result<(), PostgresError> {
    let cluster = Cluster::shared();
    println!("Folder: {}", cluster.folder().display());
    let mut asked = std::io::stdin().lines();
    loop {
        let database = cluster.empty_database().await?;
        println!("Owner: {}", database.owner_url);
        println!("Application: {}", database.app_url);
        println!();
        if asked.next().is_none() {
            return Ok(());
        }
    }
}
