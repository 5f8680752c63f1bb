//! The HTTP door: bind, serve until somebody ends it, log each answer.

pub mod log;
mod shed;

use std::{net::SocketAddr, pin::Pin, sync::Arc};

use actions::House;
use anyhow::{Context as _, Result};
use axum::middleware;
use pages::app::{App, DoorSettings};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::Semaphore,
};

/// A port that is ours; nothing is answered on it yet.
pub struct Bound {
    listener: TcpListener,
    pub address: SocketAddr,
    ended: Pin<Box<dyn Future<Output = ()> + Send>>,
}

/// Takes the port.
pub async fn bind(at: SocketAddr) -> Result<Bound> {
    let listener = TcpListener::bind(at)
        .await
        .with_context(|| format!("listening on {at}"))?;
    let address = listener.local_addr()?;
    // Heard from here on: whoever ends us while we are still getting ready is not left with half of it.
    let ended = Box::pin(ended()?);
    Ok(Bound {
        listener,
        address,
        ended,
    })
}

impl Bound {
    /// Serves the staff pages until Ctrl-C or SIGTERM, and lets requests under way end.
    pub async fn serve(self, house: House, settings: DoorSettings) -> Result<()> {
        let room = Arc::new(Semaphore::new(shed::MOST_AT_ONCE));
        let router = pages::app::router(App::new(house, settings))
            .layer(middleware::from_fn_with_state(room, shed::shed))
            .layer(middleware::from_fn(log::each_answer));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(self.listener, service)
            .with_graceful_shutdown(self.ended)
            .await?;
        tracing::info!("ended");
        Ok(())
    }
}

/// Resolves when somebody ends the program.
fn ended() -> Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
