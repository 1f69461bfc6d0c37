//! What the names of a recording's files say.

use crate::types::{FileKind, FileTrack, RecordAs, Recording, TrackKind};

/// `None` for pieces, which are counted and not listed.
pub(crate) fn kind(name: &str) -> Option<FileKind> {
    let ending = name.rsplit('.').next().unwrap_or_default();
    match ending {
        "m3u8" => Some(FileKind::Playlist),
        "mp4" => Some(FileKind::Video),
        "ts" | "webm" => None,
        _ => Some(FileKind::Other),
    }
}

/// A name that stays inside its folder.
pub(crate) fn is_bare(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':', '\0'])
        && name.len() <= 255
}

/// Which part of the recording it belongs to, where a recorder was replaced in the middle: the files of the `k`th
/// one that followed begin with `bak<k>_`, from 0.
pub(crate) fn part(name: &str) -> Option<u32> {
    let (number, _) = name.strip_prefix("bak")?.split_once('_')?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| number.parse().ok()).flatten()
}

/// Whose track a file holds, where each person has one: `…__uid_s_<uid>__uid_e_<kind>`.
pub(crate) fn track(name: &str) -> Option<FileTrack> {
    let (_, rest) = name.split_once("__uid_s_")?;
    let (uid, rest) = rest.split_once("__uid_e_")?;
    let word: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
    let kind = match word.as_str() {
        "audio" => TrackKind::Sound,
        "video" => TrackKind::Video,
        "av" => TrackKind::Both,
        _ => return None,
    };
    (!uid.is_empty()).then(|| FileTrack {
        uid: uid.to_owned(),
        kind,
    })
}

/// The sid that a file's name begins with.
pub(crate) fn sid(name: &str) -> Option<&str> {
    let rest = match part(name) {
        Some(_) => name.split_once('_')?.1,
        None => name,
    };
    let sid = rest.split('_').next()?;
    let fits = sid.len() == 32 && sid.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(sid)
}

/// A file of the recording and of no other, where several share a folder.
pub(super) fn is_of(name: &str, recording: &Recording) -> bool {
    if !recording.prefix.is_empty() {
        return true;
    }
    let own = recording.sid.as_deref();
    own.is_some() && sid(name) == own
}

/// What the service will call the files, as far as it is known before anybody has seen them.
pub(super) fn predicted(recording: &Recording) -> Vec<String> {
    let Some(sid) = &recording.sid else {
        return Vec::new();
    };
    let stem = format!("{sid}_{}", recording.channel);
    let mut names = vec![format!("{stem}.m3u8")];
    if recording.setup.more.mp4 && recording.setup.record_as == RecordAs::CombinedVideo {
        names.push(format!("{stem}_0.mp4"));
    }
    names.retain(|name| is_bare(name));
    names
}

/// The names that the service told, without the folder that some answers put before them.
pub(super) fn told(recording: &Recording) -> Vec<String> {
    let bare = |name: &String| name.rsplit('/').next().unwrap_or_default().to_owned();
    let names = recording.files.iter().map(bare);
    names.filter(|name| is_bare(name)).collect()
}

/// The pieces that a playlist names, in its order.
pub(crate) fn pieces(playlist: &str) -> impl Iterator<Item = &str> {
    let lines = playlist.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#') && is_bare(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn parts_after_a_replaced_recorder_are_known_by_their_names() {
        assert_eq!(part(&format!("bak0_{SID}_hall.m3u8")), Some(0));
        assert_eq!(part(&format!("bak12_{SID}_hall.m3u8")), Some(12));
        for none in [
            "hall.m3u8",
            "bak_x",
            "bak1",
            "bakery_1.mp4",
            "bak-1_x",
            "bak9999_x",
        ] {
            assert_eq!(part(none), None, "{none}");
        }
        assert_eq!(sid(&format!("bak0_{SID}_hall.m3u8")), Some(SID));
        assert_eq!(sid(&format!("{SID}_hall_0.mp4")), Some(SID));
        assert_eq!(sid("hall_0.mp4"), None);
    }

    #[test]
    fn a_track_tells_whose_it_is() {
        let of = |name: &str| track(name).map(|track| (track.uid, track.kind));
        let found = of(&format!("{SID}_hall__uid_s_77__uid_e_audio.m3u8"));
        assert_eq!(found, Some(("77".to_owned(), TrackKind::Sound)));
        let part = of(&format!(
            "bak0_{SID}_hall__uid_s_anna__uid_e_video_20261124.ts"
        ));
        assert_eq!(part, Some(("anna".to_owned(), TrackKind::Video)));
        let both = of("x__uid_s_9__uid_e_av.m3u8").map(|(_, kind)| kind);
        assert_eq!(both, Some(TrackKind::Both));
        for none in [
            "hall.m3u8",
            "x__uid_s___uid_e_audio",
            "x__uid_s_1__uid_e_still",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn a_playlist_leads_to_no_other_place() {
        let text =
            "#EXTM3U\n#EXTINF:15\nbak0_a.ts\r\n\nhttps://evil.example/x.ts\n../b.ts\n b.ts \n";
        let found: Vec<&str> = pieces(text).collect();
        assert_eq!(found, ["bak0_a.ts", "b.ts"], "bare names only");
    }
}
