//! The user list, and that it tells the same truth as the recordings.

use serde_json::{Value, json};

use crate::stand::{APP_ID, Stand, assert_refused, with_config};

async fn list(stand: &Stand, channel: &str) -> Value {
    let (status, answer) = stand
        .get(&format!("/dev/v1/channel/user/{APP_ID}/{channel}"))
        .await;
    assert_eq!(status, 200, "the user list was refused: {answer}");
    assert_eq!(answer["success"], true, "a user list says so: {answer}");
    answer["data"].clone()
}

async fn ids(stand: &Stand, channel: &str) -> Vec<u64> {
    let data = list(stand, channel).await;
    let users = data["users"].as_array().unwrap();
    assert_eq!(data["total"], users.len(), "total counts the users: {data}");
    users.iter().map(|id| id.as_u64().unwrap()).collect()
}

#[tokio::test]
async fn people_come_go_and_come_back() {
    let stand = Stand::open().await;
    let first = ids(&stand, "standup").await;
    assert!(first.len() >= 2, "somebody is there at once: {first:?}");
    assert_eq!(
        list(&stand, "standup").await["mode"],
        1,
        "a communication channel"
    );
    stand.pass(7.0).await;
    let joined = ids(&stand, "standup").await;
    assert_eq!(
        joined.len(),
        first.len() + 1,
        "one joined after about six seconds: {joined:?}"
    );
    stand.pass(84.0).await;
    let left = ids(&stand, "standup").await;
    assert!(
        left.len() < joined.len(),
        "one has left after a while: {left:?}"
    );
    stand.pass(60.0).await;
    assert_eq!(ids(&stand, "standup").await, joined, "and has come back");
}

#[tokio::test]
async fn a_meeting_ends_and_another_begins() {
    let stand = Stand::open().await;
    let first = ids(&stand, "standup").await;
    stand.pass(3.0 * 3600.0).await;
    let gone = json!({ "channel_exist": false });
    assert_eq!(
        list(&stand, "standup").await,
        gone,
        "after three hours everybody has gone home"
    );
    stand.pass(600.0).await;
    assert_eq!(
        ids(&stand, "standup").await,
        first,
        "the next day's meeting has the same people"
    );
}

#[tokio::test]
async fn a_meeting_does_not_begin_anew_under_a_recording_that_waits() {
    let stand = Stand::open().await;
    let recording = stand
        .record("standup", "1", with_config("maxIdleTime", json!(86_400)))
        .await;
    stand.pass(3.0 * 3600.0 + 601.0).await;
    let gone = json!({ "channel_exist": false });
    assert_eq!(
        list(&stand, "standup").await,
        gone,
        "the recording still waits for somebody"
    );
    assert_eq!(stand.status(&recording).await, 5, "it has not given up");
    assert_eq!(stand.stop(&recording).await.0, 200, "and can be stopped");
    assert_ne!(
        list(&stand, "standup").await,
        gone,
        "after that a new meeting may begin"
    );
}

#[tokio::test]
async fn stories_are_as_told() {
    let stand = Stand::open().await;
    let gone = json!({ "channel_exist": false });
    assert_eq!(
        list(&stand, "empty-room").await,
        gone,
        "nobody comes to the empty room"
    );
    assert_eq!(
        list(&stand, "late-start").await,
        gone,
        "nobody is there yet"
    );
    assert_eq!(
        ids(&stand, "one-leaves").await,
        [1001, 1002],
        "two at first"
    );
    assert_eq!(
        ids(&stand, "full-house").await.len(),
        17,
        "as many as a layout has regions"
    );
    assert_eq!(
        ids(&stand, "leaves-at-once").await,
        [1001, 1002],
        "both at first"
    );
    assert!(
        ids(&stand, "uid-taken").await.contains(&527_841),
        "the ID that is taken"
    );
    stand.pass(3.0).await;
    assert_eq!(ids(&stand, "leaves-at-once").await, [1001], "gone already");
    stand.pass(17.0).await;
    assert_eq!(
        ids(&stand, "full-house").await.last(),
        Some(&1018),
        "and then an eighteenth"
    );
    assert_eq!(
        ids(&stand, "late-start").await,
        [1001],
        "the first comes after 20 s"
    );
    assert_eq!(ids(&stand, "one-leaves").await, [1001], "one has left");
    stand.pass(2.0).await;
    assert_eq!(
        ids(&stand, "late-start").await,
        [1001, 1002],
        "the second two seconds later"
    );
    assert_eq!(
        list(&stand, "no%2Fchannel").await,
        gone,
        "an impossible name has nobody"
    );
}

#[tokio::test]
async fn a_live_show_has_hosts_and_an_audience() {
    let stand = Stand::open().await;
    let data = list(&stand, "live-show").await;
    assert_eq!(data["mode"], 2, "live broadcast: {data}");
    assert_eq!(data["broadcasters"], json!([1001, 1002]), "the hosts");
    let watching = data["audience"].as_array().unwrap().len();
    assert_eq!(
        data["audience_total"], watching,
        "the total counts the audience"
    );
    stand.pass(60.0).await;
    let later = list(&stand, "live-show").await["audience_total"]
        .as_u64()
        .unwrap();
    assert!(
        later > watching as u64,
        "the audience grows: {watching}, then {later}"
    );
    for form in ["live-show?hosts_only=true", "live-show/hosts_only"] {
        let data = list(&stand, form).await;
        let expected = json!({ "channel_exist": true, "mode": 2, "broadcasters": [1001, 1002] });
        assert_eq!(data, expected, "{form} gives the hosts alone");
    }
}

#[tokio::test]
async fn the_list_and_the_recording_tell_the_same_truth() {
    let stand = Stand::open().await;
    let recording = stand.record("late-start", "1", crate::stand::plain()).await;
    let mut someone_came = None;
    for second in 1..=40 {
        stand.pass(1.0).await;
        let there = list(&stand, "late-start").await["channel_exist"] == true;
        someone_came = someone_came.or(there.then_some(second));
        let saved = stand.status(&recording).await == 5;
        let due = someone_came.is_some_and(|came| second >= came + 15);
        assert_eq!(
            saved, due,
            "at {second} s; the first person came at {someone_came:?}"
        );
    }
    let early = stand.record("late-start", "2", crate::stand::plain()).await;
    assert_refused(
        &stand.stop(&early).await,
        206,
        435,
        "stopped before it was ready to record",
    );
}
