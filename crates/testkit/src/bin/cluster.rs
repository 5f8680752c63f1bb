//! A PostgreSQL cluster with one empty database, for as long as standard input stays open: for a look by hand, and for
//! tests that run outside Rust. Prints the owner's and the application's address.
#![expect(clippy::print_stdout, reason = "the addresses are what it is run for")]

use testkit::postgres::{Cluster, PostgresError};

#[tokio::main]
async fn main() -> Result<(), PostgresError> {
    let cluster = Cluster::shared();
    let database = cluster.empty_database().await?;
    println!("Owner: {}", database.owner_url);
    println!("Application: {}", database.app_url);
    println!("Folder: {}", cluster.folder().display());
    let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    Ok(())
}
