//! What the files are called (the service's manage-files guide).

use jiff::Timestamp;
use jiff::tz::Offset;

use crate::session::{Kind, Session};

/// The folder within the bucket, with its closing stroke; nothing without a prefix.
pub(crate) fn folder(session: &Session) -> String {
    session
        .wish
        .prefix
        .iter()
        .map(|part| format!("{part}/"))
        .collect()
}

/// The playlist's name without its folder.
pub(crate) fn playlist(session: &Session) -> String {
    format!("{}.m3u8", stem(session))
}

/// The name of the piece that begins at this time (Unix milliseconds), without its folder.
pub(crate) fn piece(session: &Session, begin_ms: i64) -> String {
    format!("{}_{}.ts", stem(session), utc(begin_ms))
}

/// The name of the MP4 file with this number, without its folder.
pub(crate) fn mp4(session: &Session, number: u32) -> String {
    format!("{}_{number}.mp4", stem(session))
}

/// The playlist of one person's track, without its folder.
pub(crate) fn track_list(session: &Session, uid: u32, kind: Kind) -> String {
    format!("{}.m3u8", track(session, uid, kind))
}

/// One file of a track, which begins at this time, without its folder.
pub(crate) fn slice(session: &Session, uid: u32, kind: Kind, begin_ms: i64) -> String {
    let ending = if kind == Kind::Still { "jpg" } else { "ts" };
    let track = track(session, uid, kind);
    format!("{track}_{}.{ending}", utc(begin_ms))
}

fn track(session: &Session, uid: u32, kind: Kind) -> String {
    // A still is named after the picture that it is of.
    let kind = if kind == Kind::Still {
        Kind::Video
    } else {
        kind
    };
    format!("{}__uid_s_{uid}__uid_e_{}", stem(session), kind.word())
}

/// Characters that become `-` in the names of a page's files.
const NOT_OF_A_PAGE: &str = "!@#$%^&*()+_.=[]{}~|,;:?<>";

/// `<sid>_<cname>`. A channel's name stays as it is, save for characters that some disk cannot
/// hold in a name: those become `-`.
fn stem(session: &Session) -> String {
    let safe = |c: char| {
        let of_a_page = session.wish.page.is_some() && NOT_OF_A_PAGE.contains(c);
        if r#"<>:"/\|?*"#.contains(c) || c.is_control() || of_a_page {
            '-'
        } else {
            c
        }
    };
    let cname: String = session.cname.chars().map(safe).collect();
    format!("{}_{cname}", session.sid)
}

/// Seventeen digits: year, month, day, hour, minute, second, millisecond, in UTC.
pub(crate) fn utc(ms: i64) -> String {
    let at = Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
    let at = Offset::UTC.to_datetime(at);
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}{:03}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second(),
        time.millisecond(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::session;

    #[test]
    fn names_are_those_of_the_guide() {
        let row = Session {
            cname: "a room: 5?".into(),
            ..session()
        };
        let sid = &row.sid;
        assert_eq!(folder(&row), "a/b/", "prefix parts are folders");
        assert_eq!(
            playlist(&row),
            format!("{sid}_a room- 5-.m3u8"),
            "awkward characters give way"
        );
        assert_eq!(
            mp4(&row, 1),
            format!("{sid}_a room- 5-_1.mp4"),
            "MP4 files are numbered"
        );
        let piece = piece(&row, 1_719_800_000_123);
        assert_eq!(
            piece,
            format!("{sid}_a room- 5-_20240701021320123.ts"),
            "17 digits of UTC"
        );
    }
}
