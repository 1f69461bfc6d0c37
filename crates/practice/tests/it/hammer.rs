//! Sixteen connections at once, for a moment. `--example hammer` does it for a minute.

use crate::stand::Stand;

#[path = "../../examples/hammer/life.rs"]
mod life;

use life::{Caller, Tally};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_connections_at_once_get_right_answers() {
    let stand = Stand::open().await;
    let callers = (0..16).map(|number| {
        let mut caller = Caller::new(stand.url(""), number).unwrap();
        tokio::spawn(async move {
            caller.short_life().await.unwrap();
            caller.short_life().await.unwrap();
            caller.record().await.unwrap();
            caller.tally
        })
    });
    let callers: Vec<_> = callers.collect();
    let all = async {
        let mut tally = Tally::default();
        for caller in callers {
            tally.add(caller.await.unwrap());
        }
        tally
    };
    let time_passes = async {
        loop {
            stand.pass(0.25).await;
        }
    };
    let tally = tokio::select! {
        tally = all => tally,
        () = time_passes => unreachable!("time goes on"),
    };
    assert_eq!(tally.wrong, Vec::<String>::new(), "every answer is right");
    assert_eq!((tally.lives, tally.recorded), (48, 16), "three lives each");
    let requests = tally.times.len();
    assert!(
        requests > 32 * 15,
        "and all that belongs to them: {requests}"
    );
    println!("{requests} requests over 16 connections");
}
