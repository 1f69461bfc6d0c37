//! Bytes over a bare connection, for what no well-behaved client sends.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::stand::{APP_ID, CUSTOMER_ID, SECRET, Stand};

/// Nothing here takes anything like it: a test that hangs is to fail.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub async fn connect(stand: &Stand) -> TcpStream {
    let url = stand.url("");
    let address = url.strip_prefix("http://").unwrap();
    TcpStream::connect(address).await.unwrap()
}

/// What comes until the other side closes, as text.
pub async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    let read = read.expect("the other side closes");
    // Who is not listened to any more may be cut off; what came before that counts.
    if let Err(cause) = read {
        assert_eq!(cause.kind(), std::io::ErrorKind::ConnectionReset);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One whole answer, by its `content-length`.
pub async fn answer(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let whole = async {
        while !is_whole(&bytes) {
            let mut part = [0; 4096];
            let count = stream.read(&mut part).await.unwrap();
            if count == 0 {
                break;
            }
            bytes.extend(&part[..count]);
        }
    };
    tokio::time::timeout(PATIENCE, whole).await.unwrap();
    String::from_utf8(bytes).unwrap()
}

fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.split("content-length: ").nth(1);
    let length = length.and_then(|it| it.split("\r\n").next()?.parse().ok());
    body.len() >= length.unwrap_or(0)
}

/// Sends all of it and gives back what comes until the other side closes.
pub async fn exchange(stand: &Stand, bytes: &[u8]) -> String {
    let mut stream = connect(stand).await;
    // It may be cut off in the middle of what it says.
    let _ = stream.write_all(bytes).await;
    rest(&mut stream).await
}

/// The status of an answer.
#[track_caller]
pub fn status(answer: &str) -> u16 {
    let number = answer.strip_prefix("HTTP/1.1 ").and_then(|it| it.get(..3));
    number
        .and_then(|it| it.parse().ok())
        .unwrap_or_else(|| panic!("no answer: {answer:?}"))
}

/// How many answers there are in it.
pub fn count(text: &str) -> usize {
    text.matches("HTTP/1.1 ").count()
}

/// The header that signs in.
pub fn signed_in() -> String {
    use base64::Engine as _;
    let pair = format!("{CUSTOMER_ID}:{SECRET}");
    let coded = base64::prelude::BASE64_STANDARD.encode(pair);
    format!("Authorization: Basic {coded}\r\n")
}

/// A GET of a channel's users with these header lines, the connection closed behind it.
pub fn users(lines: &str) -> String {
    let signed = signed_in();
    format!(
        "GET /dev/v1/channel/user/{APP_ID}/room HTTP/1.1\r\n{lines}{signed}Connection: close\r\n\r\n"
    )
}
