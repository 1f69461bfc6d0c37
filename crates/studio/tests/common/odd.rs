//! A server that gives prepared answers in turn and remembers what it was asked.
#![allow(dead_code)]

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

#[derive(Debug, Clone)]
pub enum Reply {
    Answer(u16, Vec<u8>),
    /// Reads the request and hangs up.
    HangUp,
}

#[derive(Debug, Clone)]
pub struct Asked {
    pub line: String,
    pub body: Vec<u8>,
}

pub struct Server {
    pub url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

pub fn text(status: u16, text: &str) -> Reply {
    Reply::Answer(status, text.as_bytes().to_vec())
}

pub fn json(status: u16, value: &serde_json::Value) -> Reply {
    text(status, &value.to_string())
}

impl Server {
    /// Gives each reply once; afterwards its port is closed.
    pub async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let seen = Arc::clone(&asked);
        tokio::spawn(async move {
            for reply in replies {
                let (mut stream, _) = listener.accept().await.unwrap();
                let asked = read(&mut stream).await;
                seen.lock().unwrap().push(asked);
                if let Reply::Answer(status, body) = reply {
                    answer(&mut stream, status, &body).await;
                }
            }
        });
        Self { url, asked }
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(stream: &mut TcpStream, status: u16, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {}\r\nx-request: 1\r\nconnection: close\r\n\r\n",
        body.len()
    );
    if stream.write_all(head.as_bytes()).await.is_ok() {
        let _ = stream.write_all(body).await;
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
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, length)| length.trim().parse().unwrap());
    let mut body = bytes.split_off(end + 4);
    while body.len() < length {
        assert!(
            stream.read_buf(&mut body).await.unwrap() > 0,
            "the body broke off"
        );
    }
    let line = head.lines().next().unwrap().to_owned();
    Asked { line, body }
}
