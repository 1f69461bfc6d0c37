//! The parts that several answers share.

use serde_json::{Map, Value, json};

use crate::media::names;
use crate::session::{Made, Session};

/// The members that every answer about a recording begins with.
pub(super) fn about(session: &Session) -> Map<String, Value> {
    let mut members = Map::new();
    members.insert("cname".into(), json!(session.cname));
    members.insert("uid".into(), json!(session.uid));
    members.insert("resourceId".into(), json!(session.resource_id));
    members.insert("sid".into(), json!(session.sid));
    members
}

/// The same with a `serverResponse`.
pub(super) fn with_response(session: &Session, response: Map<String, Value>) -> Value {
    let mut members = about(session);
    members.insert("serverResponse".into(), Value::Object(response));
    Value::Object(members)
}

/// `fileListMode` and `fileList`: what lies in the bucket by now, with its folder. With HLS alone
/// the list is a text with one name, with MP4 it is a list of objects, as it is for tracks.
pub(super) fn file_members(session: &Session, tracks: &[Made]) -> Map<String, Value> {
    let folder = names::folder(session);
    let playlist = format!("{folder}{}", names::playlist(session));
    let has_playlist = session.progress.pieces > 0;
    let mut members = Map::new();
    if let Some(individual) = &session.wish.individual {
        // With stills there is no list, not even of what is recorded besides.
        if individual.still_ms.is_none() {
            let list = tracks.iter().map(|track| {
                let name = names::track_list(session, track.uid, track.kind);
                json!({
                    "fileName": format!("{folder}{name}"),
                    "trackType": track.kind.tracks().word(),
                    "uid": track.uid.to_string(),
                    "mixedAllUser": false,
                    "isPlayable": true,
                    "sliceStartTime": track.first_ms,
                })
            });
            members.insert("fileListMode".into(), json!("json"));
            members.insert("fileList".into(), list.collect());
        }
        return members;
    }
    if !session.wish.mp4 {
        let list = if has_playlist {
            playlist
        } else {
            String::new()
        };
        members.insert("fileListMode".into(), json!("string"));
        members.insert("fileList".into(), json!(list));
        return members;
    }
    let begin = session.plan.media.map_or(0, |(first, _)| first);
    let mut list = Vec::new();
    if has_playlist {
        list.push(entry(session, playlist, begin));
    }
    for number in 0..session.progress.mp4s {
        let name = format!("{folder}{}", names::mp4(session, number));
        list.push(entry(session, name, begin + i64::from(number) * MP4_MS));
    }
    members.insert("fileListMode".into(), json!("json"));
    members.insert("fileList".into(), Value::Array(list));
    members
}

pub(super) const MP4_MS: i64 = 2 * 60 * 60 * 1000;

fn entry(session: &Session, file_name: String, begin_ms: i64) -> Value {
    json!({
        "fileName": file_name,
        "trackType": session.wish.tracks.word(),
        "uid": "0",
        "mixedAllUser": true,
        "isPlayable": true,
        "sliceStartTime": begin_ms,
    })
}
