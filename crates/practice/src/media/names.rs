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

/// The name of a worker's playlist without its folder. 0 is the first worker.
pub(crate) fn playlist(session: &Session, worker: usize) -> String {
    format!("{}{}.m3u8", backup(worker), stem(session))
}

/// The name of the piece that begins at this time (Unix milliseconds), without its folder.
pub(crate) fn piece(session: &Session, begin_ms: i64) -> String {
    let backup = backup(session.mishaps.worker_at(begin_ms));
    format!("{backup}{}_{}.ts", stem(session), time(session, begin_ms))
}

/// The name of a worker's MP4 file with this number, without its folder.
pub(crate) fn mp4(session: &Session, worker: usize, number: u64) -> String {
    format!("{}{}_{number}.mp4", backup(worker), stem(session))
}

/// A worker's playlist of one person's track, without its folder.
pub(crate) fn track_list(session: &Session, uid: u32, kind: Kind, worker: usize) -> String {
    format!("{}{}.m3u8", backup(worker), track(session, uid, kind))
}

/// One file of a track, which begins at this time, without its folder.
pub(crate) fn slice(session: &Session, uid: u32, kind: Kind, begin_ms: i64) -> String {
    let ending = if kind == Kind::Still { "jpg" } else { "ts" };
    let track = track(session, uid, kind);
    let backup = backup(session.mishaps.worker_at(begin_ms));
    format!("{backup}{track}_{}.{ending}", time(session, begin_ms))
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

/// What the names of a later worker's files begin with: `bak0_` for the second, and so on.
fn backup(worker: usize) -> String {
    match worker.checked_sub(1) {
        Some(count) => format!("bak{count}_"),
        None => String::new(),
    }
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

/// A moment by the recorder's clock, as names and playlists write it.
pub(crate) fn time(session: &Session, ms: i64) -> String {
    utc(ms + session.mishaps.skew_ms)
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
            playlist(&row, 0),
            format!("{sid}_a room- 5-.m3u8"),
            "awkward characters give way"
        );
        assert_eq!(
            mp4(&row, 0, 1),
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

    #[test]
    fn later_workers_and_a_wrong_clock_show_in_the_names() {
        let mut row = session();
        row.mishaps.switches = vec![(1_000, 2_000), (5_000, 9_000)];
        row.mishaps.skew_ms = 60_000;
        let sid = &row.sid;
        assert_eq!(
            playlist(&row, 2),
            format!("bak1_{sid}_room.m3u8"),
            "the third worker's"
        );
        assert_eq!(
            mp4(&row, 1, 0),
            format!("bak0_{sid}_room_0.mp4"),
            "the second worker's first"
        );
        let names = [0, 2_000, 9_000].map(|at| piece(&row, at));
        let expected = [
            format!("{sid}_room_19700101000100000.ts"),
            format!("bak0_{sid}_room_19700101000102000.ts"),
            format!("bak1_{sid}_room_19700101000109000.ts"),
        ];
        assert_eq!(names, expected, "a minute fast, and by who begins them");
    }
}
