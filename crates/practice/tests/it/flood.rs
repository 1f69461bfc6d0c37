//! Many connections, and silent ones.

use std::sync::Arc;
use std::time::{Duration, Instant};

use practice::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, mpsc};

use crate::raw::{PATIENCE, answer, connect, rest, status, users};
use crate::stand::{APP_ID, Stand};

/// So many at once that no queue of the system's runs over.
const AT_ONCE: usize = 100;
const LONG: Duration = Duration::from_secs(3600);

/// How many connections this process may open besides its own business: 10,000, or fewer where the
/// system does not allow as many.
fn affordable() -> usize {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        limit.current = limit.maximum;
        // Where it cannot be raised it stays as it is.
        let _ = setrlimit(Resource::Nofile, limit);
        let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
        usize::try_from(files.saturating_sub(1_000)).map_or(10_000, |most| most.min(10_000))
    }
    #[cfg(not(unix))]
    2_000
}

fn list() -> String {
    format!("/dev/v1/channel/user/{APP_ID}/room")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_idle_connections_are_turned_away_politely() {
    let limits = Limits {
        head: LONG,
        idle: LONG,
        ..Limits::default()
    };
    let stand = Stand::within(limits).await;
    assert_eq!(stand.get(&list()).await.0, 200, "a well-behaved client");
    let crowd = affordable();
    let address = stand.url("").strip_prefix("http://").unwrap().to_owned();
    let (said, mut heard) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(AT_ONCE));
    let begun = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..crowd {
        let (said, gate, address) = (said.clone(), Arc::clone(&gate), address.clone());
        tasks.spawn(async move {
            let place = gate.acquire_owned().await.unwrap();
            let mut stream = TcpStream::connect(address).await.unwrap();
            drop(place);
            // Those that are let in wait here for ever.
            let mut bytes = String::new();
            stream.read_to_string(&mut bytes).await.unwrap();
            said.send((bytes, begun.elapsed())).unwrap();
        });
    }
    // One place is the well-behaved client's, which keeps its connection.
    let due = crowd - (limits.connections - 1);
    let mut last = Duration::ZERO;
    for number in 0..due {
        let next = tokio::time::timeout(PATIENCE, heard.recv()).await;
        let (text, at) = next.expect("the next one is told").unwrap();
        assert_eq!(status(&text), 503, "{text}");
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        assert!(body["message"].is_string(), "it says why: {body}");
        assert!(head.contains("connection: close"), "and ends it: {head}");
        last = at;
        if number % 500 == 0 {
            let (status, _) = stand.get(&list()).await;
            assert_eq!(status, 200, "served all the while, also at {number}");
        }
    }
    println!("{due} of {crowd} connections were turned away within {last:?}");
    assert!(heard.try_recv().is_err(), "the others keep their places");
    assert_eq!(stand.get(&list()).await.0, 200, "and still");

    // When they go there is room for others.
    tasks.shutdown().await;
    let served = async {
        while status(&crate::raw::exchange(&stand, users("Host: localhost\r\n").as_bytes()).await)
            != 200
        {
            tokio::task::yield_now().await;
        }
    };
    let served = tokio::time::timeout(PATIENCE, served).await;
    served.expect("somebody new is served again");
}

#[tokio::test]
async fn whoever_sends_a_request_when_all_is_full_reads_the_answer() {
    let limits = Limits {
        connections: 1,
        head: LONG,
        idle: LONG,
    };
    let stand = Stand::within(limits).await;
    let mut holder = connect(&stand).await;
    // Served, so it certainly has the place.
    holder.write_all(&keep_alive()).await.unwrap();
    assert_eq!(status(&answer(&mut holder).await), 200, "it has the place");
    for _ in 0..50 {
        let request = users("Host: 127.0.0.1\r\n");
        let said = crate::raw::exchange(&stand, request.as_bytes()).await;
        assert_eq!(status(&said), 503, "{said}");
        assert!(said.contains("no connection left"), "to the end: {said}");
    }
}

fn keep_alive() -> Vec<u8> {
    let request = users("Host: 127.0.0.1\r\n");
    request.replace("Connection: close\r\n", "").into_bytes()
}

#[tokio::test]
async fn the_silent_lose_their_places_to_whoever_asks() {
    let short = Duration::from_millis(300);
    let limits = Limits {
        connections: 6,
        head: short,
        idle: short,
    };
    let stand = Stand::within(limits).await;
    let mut silent = Vec::new();
    // Two that never say anything, two that stop in the middle, two that had an answer.
    for beginning in [Vec::new(), b"GET /dev/v1 HT".to_vec(), keep_alive()] {
        for _ in 0..2 {
            let mut stream = connect(&stand).await;
            stream.write_all(&beginning).await.unwrap();
            silent.push((stream, beginning == keep_alive()));
        }
    }
    for (stream, is_answered) in &mut silent {
        let said = rest(stream).await;
        let answers = crate::raw::count(&said);
        assert_eq!(answers, usize::from(*is_answered), "then closed: {said:?}");
    }
    let again = crate::raw::exchange(&stand, users("Host: localhost\r\n").as_bytes()).await;
    assert_eq!(status(&again), 200, "the places are free: {again}");
}

#[tokio::test]
async fn a_connection_is_kept_for_many_calls() {
    let stand = Stand::open().await;
    let mut stream = connect(&stand).await;
    for number in 0..100 {
        stream.write_all(&keep_alive()).await.unwrap();
        let said = answer(&mut stream).await;
        assert_eq!(status(&said), 200, "call {number}: {said}");
    }
    let all = keep_alive().repeat(10);
    stream.write_all(&all).await.unwrap();
    stream
        .write_all(users("Host: localhost\r\n").as_bytes())
        .await
        .unwrap();
    let said = rest(&mut stream).await;
    assert_eq!(crate::raw::count(&said), 11, "one behind the other: {said}");
}
