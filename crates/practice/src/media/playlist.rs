//! The playlist, in the form that the service writes.

use std::fmt::Write;

use super::{PICTURE_MS, PIECE_PICTURES, film, names};
use crate::people::Person;
use crate::session::{Kind, PIECE_MS, Session, Slice};

/// The playlist over the first `pictures` pictures in pieces, the last of which may be short.
/// `begin_ms` is when the first was taken (Unix milliseconds); `ended` closes the list.
pub(crate) fn playlist(session: &Session, begin_ms: i64, pictures: u64, ended: bool) -> String {
    let mut text = String::from(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-ALLOW-CACHE:YES\n",
    );
    let seconds = PIECE_MS / 1000;
    let at = names::utc(begin_ms);
    let comma = if session.wish.extinf_comma { "," } else { "" };
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "#EXT-X-TARGETDURATION:{seconds}\n#EXT-X-DISCONTINUITY"
    );
    let tracks = session.wish.tracks;
    for (_, track) in [(tracks.audio, "AUDIO"), (tracks.video, "VIDEO")]
        .iter()
        .filter(|t| t.0)
    {
        let _ = writeln!(
            text,
            "#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE={track},TIME={at}"
        );
    }
    if tracks.video {
        let (width, height) = film::size(session);
        let _ = writeln!(
            text,
            "#EXT-X-AGORA-ROTATE:WIDTH={width},HEIGHT={height},ROTATE=0,TIME={at}"
        );
    }
    let mut piece_ms = begin_ms;
    let mut rest = pictures;
    while rest > 0 {
        let taken = rest.min(PIECE_PICTURES);
        let ms = i64::try_from(taken).unwrap_or(0) * PICTURE_MS;
        let (whole, part) = (ms / 1000, ms % 1000);
        let name = names::piece(session, piece_ms);
        let _ = writeln!(text, "#EXTINF:{whole}.{part:03}000{comma}\n{name}");
        piece_ms += ms;
        rest -= taken;
    }
    if ended {
        text.push_str("#EXT-X-ENDLIST\n");
    }
    text
}

/// The playlist of one person's track. A break is marked as such.
pub(crate) fn of_track(
    session: &Session,
    person: &Person,
    kind: Kind,
    slices: &[Slice],
    ended: bool,
) -> String {
    let seconds = PIECE_MS / 1000;
    let mut text = format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-ALLOW-CACHE:YES\n#EXT-X-TARGETDURATION:{seconds}\n"
    );
    let comma = if session.wish.extinf_comma { "," } else { "" };
    let tracks = kind.tracks();
    for slice in slices {
        let at = names::utc(slice.begin_ms);
        if slice.is_new {
            text.push_str("#EXT-X-DISCONTINUITY\n");
            for (_, track) in [(tracks.audio, "AUDIO"), (tracks.video, "VIDEO")]
                .iter()
                .filter(|t| t.0)
            {
                let _ = writeln!(
                    text,
                    "#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE={track},TIME={at}"
                );
            }
            if tracks.video {
                let (width, height) = film::size_of(person);
                let _ = writeln!(
                    text,
                    "#EXT-X-AGORA-ROTATE:WIDTH={width},HEIGHT={height},ROTATE=0,TIME={at}"
                );
            }
        }
        let ms = slice.end_ms - slice.begin_ms;
        let (whole, part) = (ms / 1000, ms % 1000);
        let name = names::slice(session, person.uid, kind, slice.begin_ms);
        let _ = writeln!(text, "#EXTINF:{whole}.{part:03}000{comma}\n{name}");
    }
    if ended {
        text.push_str("#EXT-X-ENDLIST\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::session;

    #[test]
    fn a_growing_list_is_open_and_an_ended_one_closed() {
        let row = session();
        let open = playlist(&row, 2_000, 300, false);
        assert!(
            !open.contains("ENDLIST"),
            "a running recording's list is open:\n{open}"
        );
        assert_eq!(
            open.matches("#EXTINF:15.000000\n").count(),
            2,
            "two full pieces:\n{open}"
        );
        let closed = playlist(&row, 2_000, 337, true);
        assert!(
            closed.starts_with(open.trim_end()),
            "a list only ever grows:\n{closed}"
        );
        assert!(
            closed.contains("#EXTINF:3.700000\n"),
            "the last is as long as it is:\n{closed}"
        );
        assert!(
            closed.ends_with("#EXT-X-ENDLIST\n"),
            "closed at the end:\n{closed}"
        );
    }

    #[test]
    fn the_comma_comes_only_when_asked_for() {
        let mut row = session();
        row.wish.extinf_comma = true;
        let text = playlist(&row, 0, 150, false);
        assert!(
            text.contains("#EXTINF:15.000000,\n"),
            "correctEXTINF adds it:\n{text}"
        );
    }
}
