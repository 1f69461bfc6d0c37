//! Whose sound and picture a recording takes, from `recordingConfig`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Which tracks the files have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tracks {
    pub(crate) audio: bool,
    pub(crate) video: bool,
}

impl Tracks {
    /// The word of `trackType`.
    pub(crate) fn word(self) -> &'static str {
        match (self.audio, self.video) {
            (true, false) => "audio",
            (false, true) => "video",
            _ => "audio_and_video",
        }
    }
}

/// Everybody, only some, or everybody but some.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Choice {
    Nobody,
    All,
    Only(Vec<String>),
    AllBut(Vec<String>),
}

impl Choice {
    fn takes(&self, uid: u32) -> bool {
        let named = |list: &[String]| list.iter().any(|one| *one == uid.to_string());
        match self {
            Choice::Nobody => false,
            Choice::All => true,
            Choice::Only(list) => named(list) || list.iter().any(|one| one == "#allstream#"),
            Choice::AllBut(list) => !named(list),
        }
    }
}

/// Whose sound and whose picture is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subscription {
    audio: Choice,
    video: Choice,
}

impl Subscription {
    /// Reads `recordingConfig`; one that is left out means everybody.
    pub(crate) fn of(config: Option<&Value>) -> Self {
        let stream_types = config
            .and_then(|c| c.get("streamTypes"))
            .and_then(Value::as_i64);
        let only = |member: &str| list(config, &[member]);
        let (only_audio, only_video) = (only("subscribeAudioUids"), only("subscribeVideoUids"));
        let but_audio = list(config, &["unsubscribeAudioUids", "unSubscribeAudioUids"]);
        let but_video = list(config, &["unsubscribeVideoUids", "unSubscribeVideoUids"]);
        // Naming whom to take of one kind alone means nobody of the other (the field's own page).
        let audio_unnamed = only_audio.is_none() && but_audio.is_none();
        let video_unnamed = only_video.is_none() && but_video.is_none();
        let audio_off = stream_types == Some(1) || (audio_unnamed && only_video.is_some());
        let video_off = stream_types == Some(0) || (video_unnamed && only_audio.is_some());
        Self {
            audio: choice(audio_off, only_audio, but_audio),
            video: choice(video_off, only_video, but_video),
        }
    }

    /// What is taken after an update: each of its lists replaces the one before of its kind, and a
    /// kind that it does not name stays.
    pub(crate) fn updated(&self, client_request: &Value) -> Self {
        let named = |kind: &str| client_request.pointer(&format!("/streamSubscribe/{kind}"));
        let chosen = |kind: &str, only: &str, but: [&str; 2], before: &Choice| {
            let Some(lists) = named(kind).filter(|_| *before != Choice::Nobody) else {
                return before.clone();
            };
            choice(false, list(Some(lists), &[only]), list(Some(lists), &but))
        };
        Self {
            audio: chosen(
                "audioUidList",
                "subscribeAudioUids",
                ["unsubscribeAudioUids", "unSubscribeAudioUids"],
                &self.audio,
            ),
            video: chosen(
                "videoUidList",
                "subscribeVideoUids",
                ["unsubscribeVideoUids", "unSubscribeVideoUids"],
                &self.video,
            ),
        }
    }

    /// Whether this person's sound is taken.
    pub(crate) fn takes_audio(&self, uid: u32) -> bool {
        self.audio.takes(uid)
    }

    /// Whether this person's picture is taken.
    pub(crate) fn takes_video(&self, uid: u32) -> bool {
        self.video.takes(uid)
    }

    pub(crate) fn tracks(&self) -> Tracks {
        Tracks {
            audio: self.audio != Choice::Nobody,
            video: self.video != Choice::Nobody,
        }
    }

    /// Whether this person gives the recording anything.
    pub(crate) fn takes(&self, uid: u32, camera: bool) -> bool {
        self.audio.takes(uid) || (camera && self.video.takes(uid))
    }
}

fn choice(off: bool, only: Option<Vec<String>>, but: Option<Vec<String>>) -> Choice {
    match (off, only, but) {
        (true, ..) => Choice::Nobody,
        (_, Some(list), _) => Choice::Only(list),
        (_, None, Some(list)) => Choice::AllBut(list),
        (_, None, None) => Choice::All,
    }
}

/// The list under the first of these names that is there.
fn list(config: Option<&Value>, names: &[&str]) -> Option<Vec<String>> {
    let entries = names
        .iter()
        .find_map(|name| config?.get(*name)?.as_array())?;
    Some(
        entries
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tracks(config: Value) -> (bool, bool) {
        let tracks = Subscription::of(Some(&config)).tracks();
        (tracks.audio, tracks.video)
    }

    #[test]
    fn stream_types_and_lists_decide_the_tracks() {
        assert_eq!(tracks(json!({})), (true, true), "nothing said means both");
        assert_eq!(
            tracks(json!({"streamTypes": 0})),
            (true, false),
            "0 is sound only"
        );
        assert_eq!(
            tracks(json!({"streamTypes": 1})),
            (false, true),
            "1 is picture only"
        );
        let video_only = json!({"subscribeVideoUids": ["1"]});
        assert_eq!(
            tracks(video_only),
            (false, true),
            "only a picture list means no sound"
        );
        let audio_only = json!({"subscribeAudioUids": ["#allstream#"]});
        assert_eq!(
            tracks(audio_only),
            (true, false),
            "only a sound list means no picture"
        );
    }

    #[test]
    fn a_person_counts_when_something_of_theirs_is_taken() {
        let some = json!({"subscribeVideoUids": ["7"], "unSubscribeAudioUids": ["7", "8"]});
        let some = Subscription::of(Some(&some));
        assert!(some.takes(7, true), "7's picture is taken");
        assert!(!some.takes(7, false), "7 without a camera gives nothing");
        assert!(!some.takes(8, true), "8 is in neither");
        assert!(some.takes(9, false), "9's sound is not excluded");
    }
}
