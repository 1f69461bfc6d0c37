//! Pictures of layouts. The page may speak to nobody but the shell, so they are fetched here, kept in memory for a
//! while, and given to it by the relay. Nothing here decodes them.

mod address;
mod fetch;
mod kind;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::body::Bytes;
use tokio::sync::Semaphore;

use crate::core::{Core, new_id};
use crate::types::{Failure, PictureRef, PictureSource, PictureTrouble};
use fetch::Trouble;
use kind::Kind;

/// What is kept in memory of all pictures, in bytes.
const MOST_KEPT: usize = 48 * 1024 * 1024;
/// A picture that was fetched within this time is not fetched again, in milliseconds.
const FRESH_MS: i64 = 5 * 60_000;
/// So many are fetched at once.
const AT_ONCE: usize = 3;

/// A picture as it came.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Its name at the relay.
    id: String,
    address: String,
    fetched_at: i64,
    pub bytes: Bytes,
    pub kind: Kind,
}

/// The pictures that were fetched, the one that was used last at the end.
#[derive(Debug, Default)]
struct Kept(VecDeque<Arc<Picture>>);

impl Kept {
    fn touch(&mut self, wanted: impl Fn(&Picture) -> bool) -> Option<Arc<Picture>> {
        let at = self.0.iter().position(|picture| wanted(picture))?;
        let picture = self.0.remove(at)?;
        self.0.push_back(Arc::clone(&picture));
        Some(picture)
    }

    fn add(&mut self, picture: Arc<Picture>, most: usize) {
        self.0.push_back(picture);
        let mut size: usize = self.0.iter().map(|one| one.bytes.len()).sum();
        while size > most
            && let Some(oldest) = self.0.pop_front()
        {
            size -= oldest.bytes.len();
        }
    }
}

/// See the module.
pub(crate) struct Pictures {
    client: OnceLock<Option<reqwest::Client>>,
    kept: Mutex<Kept>,
    gate: Semaphore,
    loopback: bool,
}

impl Pictures {
    pub(crate) fn new(loopback: bool) -> Self {
        Self {
            client: OnceLock::new(),
            kept: Mutex::default(),
            gate: Semaphore::new(AT_ONCE),
            loopback,
        }
    }

    /// The picture with this name at the relay, while it is kept.
    pub(crate) fn find(&self, id: &str) -> Option<Arc<Picture>> {
        self.locked(|kept| kept.touch(|picture| picture.id == id))
    }

    fn locked<T>(&self, with: impl FnOnce(&mut Kept) -> T) -> T {
        with(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn look(&self, address: &str, now: i64) -> Result<Arc<Picture>, Trouble> {
        let fresh =
            |picture: &Picture| picture.address == address && now - picture.fetched_at < FRESH_MS;
        if let Some(picture) = self.locked(|kept| kept.touch(fresh)) {
            return Ok(picture);
        }
        let client = self.client.get_or_init(fetch::client).as_ref();
        let client = client.ok_or(PictureTrouble::Unreachable)?;
        let _turn = self.gate.acquire().await;
        let (bytes, kind) = fetch::fetch(client, address, self.loopback).await?;
        let picture = Arc::new(Picture {
            id: new_id(),
            address: address.to_owned(),
            fetched_at: now,
            bytes: bytes.into(),
            kind,
        });
        self.locked(|kept| kept.add(Arc::clone(&picture), MOST_KEPT));
        Ok(picture)
    }
}

impl Core {
    /// Fetches a picture that a layout names, so that the page can draw it. What is in the way is an answer, too.
    ///
    /// # Errors
    /// None.
    pub async fn picture_source(&self, which: PictureRef) -> Result<PictureSource, Failure> {
        let shared = &self.shared;
        let looked = shared.pictures.look(&which.url, shared.clock.now()).await;
        Ok(match looked {
            Ok(picture) => PictureSource::Shown {
                url: shared.relay.picture_url(&picture.id),
            },
            Err(trouble) => trouble.into(),
        })
    }
}

#[cfg(test)]
mod tests;
