//! The stand-in for the service, run inside the app.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use cloud_recording::Secret;

use crate::clock::Clock;
use crate::types::{Account, Area, PRACTICE, Storage};

/// The stand-in's App ID: fixed, since its sessions outlive the app's runs.
pub(crate) const APP_ID: &str = "00000000000000000000000050726163";

/// How to reach the stand-in of this run.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub url: String,
    pub customer_id: String,
    pub customer_secret: Secret,
}

/// The running stand-in, or why there is none.
pub(crate) struct Practising {
    running: Mutex<Result<(Endpoint, Option<practice::Server>), String>>,
    files: PathBuf,
}

/// Gives the stand-in the app's own time.
struct SameTime(Arc<dyn Clock>);

impl practice::Clock for SameTime {
    fn now_ms(&self) -> i64 {
        self.0.now()
    }
}

impl Practising {
    /// Starts the stand-in on a free loopback port, with credentials that only this run knows.
    pub(crate) async fn start(data_dir: &Path, clock: Arc<dyn Clock>) -> Self {
        let folder = data_dir.join("practice");
        let files = folder.join("files");
        let running = begin(folder, files.clone(), clock).await;
        Self {
            running: Mutex::new(running),
            files,
        }
    }

    pub(crate) fn endpoint(&self) -> Result<Endpoint, String> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running
            .as_ref()
            .map(|(endpoint, _)| endpoint.clone())
            .map_err(Clone::clone)
    }

    /// What goes wrong on purpose, or why there is no stand-in.
    pub(crate) fn faults(&self) -> Result<practice::faults::Faults, String> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        match &*running {
            Ok((_, Some(server))) => Ok(server.faults()),
            Ok((_, None)) => Err("it was shut down".to_owned()),
            Err(reason) => Err(reason.clone()),
        }
    }

    /// The folder that plays the part of the bucket.
    pub(crate) fn files(&self) -> &Path {
        &self.files
    }

    /// Makes the files that are due by now, for whoever is about to look for them.
    pub(crate) async fn catch_up(&self) {
        let making = {
            let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
            match &*running {
                Ok((_, Some(server))) => server.advance(),
                _ => return,
            }
        };
        if let Err(error) = making.await {
            tracing::debug!(%error, "not every file that is due could be made");
        }
    }

    pub(crate) async fn shutdown(&self) {
        let server = match &mut *self.running.lock().unwrap_or_else(PoisonError::into_inner) {
            Ok((_, server)) => server.take(),
            Err(_) => None,
        };
        if let Some(server) = server {
            server.shutdown().await;
        }
    }
}

async fn begin(
    data: PathBuf,
    files: PathBuf,
    clock: Arc<dyn Clock>,
) -> Result<(Endpoint, Option<practice::Server>), String> {
    let mut random = [0u8; 32];
    getrandom::fill(&mut random).map_err(|error| error.to_string())?;
    let word: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let (customer_id, secret) = word.split_at(32);
    let customer_secret = Secret::from(secret);
    let config = practice::Config {
        port: 0,
        app_id: APP_ID.to_owned(),
        customer_id: customer_id.to_owned(),
        customer_secret: customer_secret.clone(),
        files,
        data,
        clock: Arc::new(SameTime(clock)),
        requests_per_second: Some(10),
    };
    let server = practice::serve(config)
        .await
        .map_err(|error| error.to_string())?;
    let url = server.url().to_owned();
    Ok((
        Endpoint {
            url,
            customer_id: customer_id.to_owned(),
            customer_secret,
        },
        Some(server),
    ))
}

/// The account that is always there. Its name is the page's, in the person's language.
pub(crate) fn account() -> Account {
    Account {
        id: PRACTICE.to_owned(),
        name: String::new(),
        practice: true,
        app_id: APP_ID.to_owned(),
        customer_id: PRACTICE.to_owned(),
        base_url: None,
        area: Area::Global,
        has_secret: true,
        has_certificate: false,
        check: None,
        created_at: 0,
    }
}

/// The folder that plays the part of the bucket, as the page lists it.
pub(crate) fn storage() -> Storage {
    Storage {
        id: PRACTICE.to_owned(),
        name: String::new(),
        practice: true,
        vendor: 1,
        region: 0,
        bucket: PRACTICE.to_owned(),
        endpoint: None,
        has_keys: true,
        check: None,
        created_at: 0,
    }
}
