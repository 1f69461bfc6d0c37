use std::sync::Arc;

use studio::types::{Failure, FailureCode};
use studio::{Core, Keychain, Options, SystemClock};
use tauri::{AppHandle, Emitter};
use tokio::sync::watch;

use crate::desktop::SystemDesktop;
use crate::place::Place;

type Opened = Option<Result<Core, Failure>>;

/// Opens the studio beside the window, so that neither waits for the other.
pub struct StudioHost {
    opened: watch::Receiver<Opened>,
}

impl StudioHost {
    /// Begins to open the studio and to pass its events to the page.
    pub fn open(app: AppHandle, place: &Place) -> Self {
        let options = Options {
            data_dir: place.data_dir.clone(),
            vault: Arc::new(Keychain::new(place.keychain.clone())),
            clock: Arc::new(SystemClock),
            desktop: Arc::new(SystemDesktop {
                downloads: place.downloads.clone(),
            }),
            version: app.package_info().version.to_string(),
            // Only in a build for development, and only where somebody asks for it.
            loopback_pictures: cfg!(debug_assertions)
                && std::env::var_os("ROOMREEL_LOOPBACK_PICTURES").is_some(),
        };
        let (tell, opened) = watch::channel(None);
        tauri::async_runtime::spawn(async move {
            let result = Box::pin(Core::open(options)).await;
            match &result {
                Ok(core) => {
                    tauri::async_runtime::spawn(forward(app, core.clone(), core.events()));
                }
                Err(failure) => {
                    tracing::error!(message = failure.message, "the studio did not open")
                }
            }
            let _ = tell.send(Some(result));
        });
        Self { opened }
    }

    /// The studio, as soon as it is open.
    pub async fn core(&self) -> Result<Core, Failure> {
        let mut opened = self.opened.clone();
        let state = opened.wait_for(Option::is_some).await;
        match state.ok().and_then(|state| state.clone()) {
            Some(result) => result,
            None => Err(Failure::new(
                FailureCode::Internal,
                "the studio did not open",
            )),
        }
    }

    /// Lets the studio end what runs on this computer.
    pub fn shutdown(&self) {
        let core = match &*self.opened.borrow() {
            Some(Ok(core)) => core.clone(),
            _ => return,
        };
        tauri::async_runtime::block_on(core.shutdown());
    }
}

fn tell(app: &AppHandle, event: &studio::types::StudioEvent) {
    if let Err(error) = app.emit("studio", event) {
        tracing::warn!(%error, "an event did not reach the page");
    }
}

async fn forward(
    app: AppHandle,
    core: Core,
    mut events: tokio::sync::broadcast::Receiver<studio::types::StudioEvent>,
) {
    use tokio::sync::broadcast::error::RecvError;
    loop {
        match events.recv().await {
            Ok(event) => tell(&app, &event),
            Err(RecvError::Lagged(missed)) => {
                // The page keeps what it is told: what it missed has to be said again.
                tracing::warn!(missed, "events were missed");
                for event in core.everything() {
                    tell(&app, &event);
                }
            }
            Err(RecvError::Closed) => return,
        }
    }
}
