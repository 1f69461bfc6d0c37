//! The parts that several answers share.

use serde_json::{Map, Value, json};

use super::tracks::TrackList;
use crate::media::{PICTURE_MS, PIECE_PICTURES, names};
use crate::session::{self, Session};

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
pub(super) fn file_members(session: &Session, tracks: &[TrackList]) -> Map<String, Value> {
    let folder = names::folder(session);
    let skew = session.mishaps.skew_ms;
    let mut members = Map::new();
    if let Some(individual) = &session.wish.individual {
        // With stills there is no list, not even of what is recorded besides.
        if individual.still_ms.is_none() {
            let list = tracks.iter().map(|track| {
                let name = names::track_list(session, track.uid, track.kind, track.worker);
                json!({
                    "fileName": format!("{folder}{name}"),
                    "trackType": track.kind.tracks().word(),
                    "uid": track.uid.to_string(),
                    "mixedAllUser": false,
                    "isPlayable": true,
                    "sliceStartTime": track.begin_ms + skew,
                })
            });
            members.insert("fileListMode".into(), json!("json"));
            members.insert("fileList".into(), list.collect());
        }
        return members;
    }
    let files = files(session);
    if !session.wish.mp4 {
        // There is room for one name: the one that the recording began with.
        let list = files.into_iter().next().map(|(name, _)| name);
        members.insert("fileListMode".into(), json!("string"));
        members.insert("fileList".into(), json!(list.unwrap_or_default()));
        return members;
    }
    let list = files.into_iter().map(|(name, begin_ms)| {
        json!({
            "fileName": name,
            "trackType": session.wish.tracks.word(),
            "uid": "0",
            "mixedAllUser": true,
            "isPlayable": true,
            "sliceStartTime": begin_ms,
        })
    });
    members.insert("fileListMode".into(), json!("json"));
    members.insert("fileList".into(), list.collect());
    members
}

/// The playlists and MP4 files by now, with their folder, and when each begins by the recorder's
/// clock.
pub(super) fn files(session: &Session) -> Vec<(String, i64)> {
    let folder = names::folder(session);
    let Some((begin, _)) = session.plan.media else {
        return Vec::new();
    };
    let begin_ms = |picture: u64| {
        let since = i64::try_from(picture).unwrap_or(0) * PICTURE_MS;
        begin + since + session.mishaps.skew_ms
    };
    let made = u64::from(session.progress.pieces) * PIECE_PICTURES;
    let lists = session::parts(session);
    let lists = lists.into_iter().filter(|part| part.from < made);
    let lists = lists.map(|part| (names::playlist(session, part.worker), part.from));
    let mp4s = (0..session.progress.mp4s.into()).filter_map(|place| session::mp4(session, place));
    let mp4s = mp4s.map(|mp4| (names::mp4(session, mp4.worker, mp4.number), mp4.from));
    let all = lists.chain(mp4s);
    all.map(|(name, from)| (format!("{folder}{name}"), begin_ms(from)))
        .collect()
}
