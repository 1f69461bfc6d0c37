//! Bringing it all up and taking it down again.

use std::fs::{self, File, TryLockError};
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use crate::engine::Engine;
use crate::faults::Faults;
use crate::http::{self, Counts, Desk, Limits};
use crate::rate::Window;
use crate::store::Store;
use crate::{Config, Error};

/// How often files that are due get made without anybody asking, where time runs as it does. Where
/// it runs faster they are looked for more often.
const BEAT: Duration = Duration::from_secs(1);
/// But never more often than this: looking costs something too.
const SHORTEST_BEAT: Duration = Duration::from_millis(20);
/// How long calls in progress may still take when the server is shut down.
const FAREWELL: Duration = Duration::from_secs(5);

/// A running stand-in. Dropping it ends it too, without waiting.
#[derive(Debug)]
pub struct Server {
    url: String,
    engine: Arc<Engine>,
    faults: Faults,
    end: watch::Sender<bool>,
    serving: JoinHandle<()>,
    beating: JoinHandle<()>,
    // Held as long as the server is there; the system lets go of it when the file is closed.
    _folder: File,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

/// Begins to serve on 127.0.0.1. Recordings left behind in the data folder go on as if time had
/// passed: what is due by now gets made in the background.
///
/// # Errors
///
/// The port is taken, a folder cannot be used, another server uses the data folder, or its store
/// cannot be read.
pub async fn serve(config: Config) -> Result<Server, Error> {
    serve_within(config, Limits::default()).await
}

/// As [`serve`], with other limits on connections.
///
/// # Errors
///
/// The same.
pub async fn serve_within(config: Config, limits: Limits) -> Result<Server, Error> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port))
        .await
        .map_err(|cause| Error::port(config.port, cause))?;
    let address = listener
        .local_addr()
        .map_err(|cause| Error::port(config.port, cause))?;

    let clock = Arc::clone(&config.clock);
    let (data, files, app_id) = (config.data, config.files, config.app_id.clone());
    let opened = tokio::task::spawn_blocking(move || {
        make_folder(&files)?;
        make_folder(&data)?;
        let folder = take_folder(&data)?;
        let store = Store::open(&data)?;
        Ok::<_, Error>((folder, Engine::new(app_id, store, files, clock)))
    });
    let (folder, engine) = opened.await.map_err(Error::media)??;
    let engine = Arc::new(engine);
    let faults = Faults::none();
    let desk = Arc::new(Desk {
        faults: faults.clone(),
        counts: Counts::default(),
        waiting: AtomicUsize::new(0),
        engine: Arc::clone(&engine),
        app_id: config.app_id,
        customer_id: config.customer_id,
        customer_secret: config.customer_secret,
        recording_calls: Window::new(config.requests_per_second),
        list_calls: Window::new(
            config
                .requests_per_second
                .map(|limit| limit.saturating_mul(2)),
        ),
    });

    let (end, ended) = watch::channel(false);
    let serving = tokio::spawn({
        let ended = wait_for(ended.clone());
        http::serve(listener, http::router(desk), limits, ended)
    });
    let beating = tokio::spawn(beat(Arc::clone(&engine), ended));
    let url = format!("http://{address}");
    Ok(Server {
        url,
        engine,
        faults,
        end,
        serving,
        beating,
        _folder: folder,
    })
}

impl Server {
    /// Where it serves: `http://127.0.0.1:PORT`, without a closing stroke.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What goes wrong on purpose, for looking at and for changing while it runs. A server begins with
    /// nothing of the kind.
    pub fn faults(&self) -> Faults {
        self.faults.clone()
    }

    /// Makes the files that are due by now, as the background does every second. For whoever is about
    /// to look for them, and for tests whose clock moves faster.
    ///
    /// # Errors
    ///
    /// A file could not be written. The others have been tried all the same.
    pub fn advance(&self) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        let engine = Arc::clone(&self.engine);
        async move {
            tokio::task::spawn_blocking(move || engine.advance())
                .await
                .map_err(Error::media)?
        }
    }

    /// Ends it: no new calls, those in progress get a few seconds. Recordings stay as they are.
    pub async fn shutdown(mut self) {
        self.engine.close();
        // Nobody listening means that both have ended already.
        let _ = self.end.send(true);
        for task in [&mut self.serving, &mut self.beating] {
            if tokio::time::timeout(FAREWELL, &mut *task).await.is_err() {
                task.abort();
            }
        }
    }
}

/// Makes what is due, once a second, until the end.
async fn beat(engine: Arc<Engine>, ended: watch::Receiver<bool>) {
    let mut beats = tokio::time::interval(beat_at(engine.speed()));
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut end = std::pin::pin!(wait_for(ended));
    loop {
        tokio::select! {
            () = &mut end => return,
            _ = beats.tick() => {}
        }
        let engine = Arc::clone(&engine);
        let made = tokio::task::spawn_blocking(move || engine.advance()).await;
        if let Ok(Err(error)) = made {
            tracing::debug!(%error, "not everything that was due could be made");
        }
    }
}

/// The pause between two looks, for time that runs at this speed.
fn beat_at(speed: f64) -> Duration {
    BEAT.div_f64(speed.max(1.0)).max(SHORTEST_BEAT)
}

/// Ends when told to, or when nobody is left to tell.
async fn wait_for(mut ended: watch::Receiver<bool>) {
    let _ = ended.wait_for(|&ended| ended).await;
}

fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|cause| Error::folder(path, cause))
}

/// Makes sure that no other server makes the same files.
fn take_folder(data: &Path) -> Result<File, Error> {
    let path = data.join("practice.lock");
    let file = File::create(&path).map_err(|cause| Error::folder(&path, cause))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::in_use(data)),
        Err(TryLockError::Error(cause)) => Err(Error::folder(&path, cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_looked_for_as_often_as_time_runs_fast() {
        let beats = [0.1, 1.0, 10.0, 10_000.0].map(|speed| beat_at(speed).as_millis());
        assert_eq!(
            beats,
            [1_000, 1_000, 100, 20],
            "at least once a second, at most every 20 ms"
        );
    }
}
