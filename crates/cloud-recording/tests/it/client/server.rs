//! A server that gives prepared answers in turn, remembers what it was asked, and ends by itself.

use std::sync::{Arc, Mutex};

use cloud_recording::Hosts;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Method and path.
    pub line: String,
    /// Header lines, names in lower case.
    pub headers: Vec<String>,
    pub body: Vec<u8>,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// What the server does with a connection.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Status and body.
    Answer(u16, Vec<u8>),
    /// Reads the request and hangs up.
    HangUp,
    /// Redirects there.
    Redirect(String),
}

impl Reply {
    pub fn json(status: u16, value: serde_json::Value) -> Self {
        Self::Answer(status, value.to_string().into_bytes())
    }
}

pub struct Server {
    pub url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Gives each reply once, in turn; afterwards its port is closed.
    pub async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = asked.clone();
        tokio::spawn(async move {
            for reply in replies {
                let (stream, _) = listener.accept().await.unwrap();
                serve(stream, reply, &seen).await;
            }
        });
        Self { url, asked }
    }

    pub fn hosts(&self) -> Hosts {
        Hosts::custom(&self.url).unwrap()
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, reply: Reply, seen: &Mutex<Vec<Asked>>) {
    let asked = read(&mut stream).await;
    seen.lock().unwrap().push(asked);
    let (status, extra, body) = match reply {
        Reply::HangUp => return,
        Reply::Redirect(to) => (307, format!("location: {to}\r\n"), Vec::new()),
        Reply::Answer(status, body) => (status, String::new(), body),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n{extra}\r\n"
    );
    // A client that has read enough may hang up in the middle of a long body.
    if stream.write_all(head.as_bytes()).await.is_ok() {
        let _hung_up = stream.write_all(&body).await;
    }
}

async fn read(stream: &mut TcpStream) -> Asked {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        assert!(
            stream.read_buf(&mut bytes).await.unwrap() > 0,
            "the request broke off"
        );
    };
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines().map(str::to_owned);
    let line = lines
        .next()
        .unwrap()
        .trim_end_matches(" HTTP/1.1")
        .to_owned();
    let headers: Vec<_> = lines
        .map(|line| match line.split_once(": ") {
            Some((name, value)) => format!("{}: {value}", name.to_lowercase()),
            None => line,
        })
        .collect();
    let length = headers
        .iter()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length = length.map_or(0, |length| length.parse().unwrap());
    let mut body = bytes.split_off(end + 4);
    while body.len() < length {
        assert!(
            stream.read_buf(&mut body).await.unwrap() > 0,
            "the body broke off"
        );
    }
    Asked {
        line,
        headers,
        body,
    }
}
