//! The playlist, in the form that the service writes.

use std::fmt::Write;
use std::ops::Range;

use super::{PICTURE_MS, PIECE_PICTURES, film, names};
use crate::people::Person;
use crate::session::{Kind, PIECE_MS, Session, Slice, Tracks};

/// A worker's playlist over these pictures in pieces, the last of which may be short. `begin_ms` is
/// when the recording's first picture was taken (Unix milliseconds); `ended` closes the list.
pub(crate) fn playlist(
    session: &Session,
    begin_ms: i64,
    pictures: Range<u64>,
    ended: bool,
) -> String {
    let ms = |pictures: u64| i64::try_from(pictures).unwrap_or(0) * PICTURE_MS;
    let mut at = begin_ms + ms(pictures.start);
    let mut text = head();
    stream_begins(
        &mut text,
        session.wish.tracks,
        film::size(session),
        &names::time(session, at),
    );
    let mut rest = pictures.end.saturating_sub(pictures.start);
    while rest > 0 {
        let taken = rest.min(PIECE_PICTURES);
        entry(&mut text, session, ms(taken), &names::piece(session, at));
        at += ms(taken);
        rest -= taken;
    }
    closed(text, ended)
}

/// A worker's playlist of one person's track. A break is marked as such.
pub(crate) fn of_track(
    session: &Session,
    person: &Person,
    kind: Kind,
    slices: &[Slice],
    ended: bool,
) -> String {
    let mut text = head();
    for (place, slice) in slices.iter().enumerate() {
        // Every list begins by saying what is in it, also one that goes on with another's stream.
        if slice.is_new || place == 0 {
            let at = names::time(session, slice.begin_ms);
            stream_begins(&mut text, kind.tracks(), film::size_of(person), &at);
        }
        let name = names::slice(session, person.uid, kind, slice.begin_ms);
        entry(&mut text, session, slice.end_ms - slice.begin_ms, &name);
    }
    closed(text, ended)
}

fn head() -> String {
    let seconds = PIECE_MS / 1000;
    format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-ALLOW-CACHE:YES\n\
         #EXT-X-TARGETDURATION:{seconds}\n"
    )
}

/// What stands before the first piece of a stream and after each break. Writing to a String cannot
/// fail.
fn stream_begins(text: &mut String, tracks: Tracks, (width, height): (u32, u32), at: &str) {
    text.push_str("#EXT-X-DISCONTINUITY\n");
    let there = [(tracks.audio, "AUDIO"), (tracks.video, "VIDEO")];
    for (_, track) in there.iter().filter(|(there, _)| *there) {
        let _ = writeln!(
            text,
            "#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE={track},TIME={at}"
        );
    }
    if tracks.video {
        let _ = writeln!(
            text,
            "#EXT-X-AGORA-ROTATE:WIDTH={width},HEIGHT={height},ROTATE=0,TIME={at}"
        );
    }
}

fn entry(text: &mut String, session: &Session, ms: i64, name: &str) {
    let comma = if session.wish.extinf_comma { "," } else { "" };
    let (whole, part) = (ms / 1000, ms % 1000);
    let _ = writeln!(text, "#EXTINF:{whole}.{part:03}000{comma}\n{name}");
}

fn closed(mut text: String, ended: bool) -> String {
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
        let open = playlist(&row, 2_000, 0..300, false);
        assert!(
            !open.contains("ENDLIST"),
            "a running recording's list is open:\n{open}"
        );
        assert_eq!(
            open.matches("#EXTINF:15.000000\n").count(),
            2,
            "two full pieces:\n{open}"
        );
        let closed = playlist(&row, 2_000, 0..337, true);
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
        let text = playlist(&row, 0, 0..150, false);
        assert!(
            text.contains("#EXTINF:15.000000,\n"),
            "correctEXTINF adds it:\n{text}"
        );
    }
}
