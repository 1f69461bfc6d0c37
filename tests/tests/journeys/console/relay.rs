//! Stands between the app and the practice service, and keeps what goes by.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Method and path.
    pub line: String,
    /// `Null` where there was no body.
    pub body: Value,
}

/// Passes every request on to the service at `target`, and every answer back.
pub struct Relay {
    pub url: String,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Relay {
    pub async fn to(target: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let target = target.trim_start_matches("http://").to_owned();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = heard.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(pass_on(client, target.clone(), kept.clone()));
            }
        });
        Self { url, heard }
    }

    /// Everything since the relay began, oldest first.
    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }
}

/// One request a connection: both sides are asked to close after it.
async fn pass_on(mut client: TcpStream, target: String, heard: Arc<Mutex<Vec<Heard>>>) {
    let Some((head, body)) = read_request(&mut client).await else {
        return;
    };
    let line = head.lines().next().unwrap_or_default();
    heard.lock().unwrap().push(Heard {
        line: line.trim_end_matches(" HTTP/1.1").to_owned(),
        body: serde_json::from_slice(&body).unwrap_or(Value::Null),
    });
    let Ok(mut server) = TcpStream::connect(&target).await else {
        return;
    };
    let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    let mut answer = Vec::new();
    let asked = [head.as_bytes(), &body].concat();
    if server.write_all(&asked).await.is_ok() && server.read_to_end(&mut answer).await.is_ok() {
        let _ = client.write_all(&answer).await;
        let _ = client.shutdown().await;
    }
}

/// The head with its empty line, and as much body as it announces.
async fn read_request(client: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if client.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse().ok()).flatten()
    });
    let mut body = bytes.split_off(end);
    while body.len() < length.unwrap_or(0) {
        if client.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some((head, body))
}
