//! Whoever comes when all places are taken.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;

const BODY: &str = r#"{"message":"the practice service has no connection left"}"#;
/// How many of those who have sent something are seen off with patience. Closing at once would
/// throw the answer away with what was not read.
const MOST_FAREWELLS: usize = 64;
/// How long one of these may take, and how much it may go on sending.
const FAREWELL: Duration = Duration::from_secs(1);
const MOST_BYTES: u64 = 64 * 1024;

/// The places of those who are seen off.
pub(super) fn farewells() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(MOST_FAREWELLS))
}

/// Says 503 and why. What is given back, if anything, is the rest of the farewell.
pub(super) fn turn_away(
    mut stream: TcpStream,
    farewells: &Arc<Semaphore>,
) -> Option<impl Future<Output = ()> + use<>> {
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nretry-after: 1\r\nconnection: close\r\n\r\n{BODY}",
        BODY.len()
    );
    // A new connection takes this much without waiting; one that does not is gone already.
    stream.try_write(answer.as_bytes()).ok()?;
    let place = Arc::clone(farewells).try_acquire_owned().ok()?;
    Some(async move {
        let _place = place;
        let seen_off = async {
            stream.shutdown().await?;
            let mut rest = stream.take(MOST_BYTES);
            tokio::io::copy(&mut rest, &mut tokio::io::sink()).await
        };
        // There is nobody left to tell when this fails.
        let _ = tokio::time::timeout(FAREWELL, seen_off).await;
    })
}
