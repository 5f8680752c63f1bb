//! More requests than can be served in time are sent away at once, so that those inside are still answered.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use tokio::sync::Semaphore;

/// How many are served at once; each waits for the database most of its time.
pub const MOST_AT_ONCE: usize = 256;

/// Lets a request in, or answers that it should come again.
pub async fn shed(State(room): State<Arc<Semaphore>>, request: Request, next: Next) -> Response {
    let Ok(_place) = room.try_acquire() else {
        let again = [(header::RETRY_AFTER, HeaderValue::from_static("1"))];
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            again,
            "busy: try again in a second\n",
        )
            .into_response();
    };
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware, routing::get};
    use tokio::sync::Notify;
    use tower::ServiceExt as _;

    use super::*;

    /// Two at once, each staying until it is let go.
    async fn third_of(most: usize) -> StatusCode {
        let (inside, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (entered, leave) = (Arc::clone(&inside), Arc::clone(&go));
        let stay = move || {
            let (entered, leave) = (Arc::clone(&entered), Arc::clone(&leave));
            async move {
                entered.notify_one();
                leave.notified().await;
            }
        };
        let room = Arc::new(Semaphore::new(most));
        let router: Router = Router::new()
            .route("/stay", get(stay))
            .route("/quick", get(|| async {}))
            .layer(middleware::from_fn_with_state(room, shed));
        let ask = |path: &str| {
            let request = Request::get(path).body(Body::empty()).expect("a request");
            tokio::spawn(router.clone().oneshot(request))
        };
        let staying = [ask("/stay"), ask("/stay")];
        inside.notified().await;
        inside.notified().await;
        let third = ask("/quick")
            .await
            .expect("it runs")
            .expect("it answers")
            .status();
        go.notify_waiters();
        for one in staying {
            assert_eq!(
                one.await.expect("it runs").expect("it answers").status(),
                StatusCode::OK
            );
        }
        let after = ask("/quick")
            .await
            .expect("it runs")
            .expect("it answers")
            .status();
        assert_eq!(after, StatusCode::OK, "room comes back");
        third
    }

    #[tokio::test]
    async fn beyond_the_room_one_is_sent_away_and_within_it_nobody() {
        assert_eq!(third_of(2).await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(third_of(3).await, StatusCode::OK);
    }
}
