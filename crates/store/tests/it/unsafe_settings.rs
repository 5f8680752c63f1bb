//! A database that would acknowledge work it can lose is refused, with the setting's name.

use store::{
    StoreError,
    engine::{Database, DatabaseUrl},
};
use testkit::postgres::{Cluster, Wishes, is_skipped};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_without_fsync_is_refused() {
    if is_skipped() {
        return;
    }
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        let off = format!("{setting}=off");
        let cluster = Cluster::start(&Wishes {
            settings: &[&off],
            ..Wishes::default()
        })
        .expect("a cluster");
        let url = cluster.superuser_url("postgres");
        match Database::open(&DatabaseUrl::Postgres(url)).await {
            Err(StoreError::Unsafe { setting: named, .. }) => assert_eq!(named, setting),
            Err(other) => panic!("{setting}: {other}"),
            Ok(_) => panic!("{setting} off was accepted"),
        }
    }
}
