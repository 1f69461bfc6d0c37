//! The files of a recording: pieces and a playlist while it runs, MP4 when a part closes.
//!
//! Time inside a recording is counted in pictures, ten to a second, from the first moment that
//! somebody was recorded. Everything here is a function of picture numbers, so a file that is made
//! late, after a restart, is the same file.

#[cfg(not(feature = "video"))]
pub(crate) mod clip;
pub(crate) mod disk;
#[cfg(feature = "video")]
pub(crate) mod film;
pub(crate) mod mp4;
pub(crate) mod names;
pub(crate) mod piece;
pub(crate) mod playlist;
mod psi;
pub(crate) mod sound;
pub(crate) mod ts;
pub(crate) mod unpack;

use crate::session::PIECE_MS;

#[cfg(not(feature = "video"))]
pub(crate) use clip as film;

/// One picture as Annex-B, its access unit delimiter first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) data: Vec<u8>,
    /// Decoding can begin here.
    pub(crate) key: bool,
}

/// One picture lasts this long.
pub(crate) const PICTURE_MS: i64 = 100;
/// Pictures in a full piece.
pub(crate) const PIECE_PICTURES: u64 = (PIECE_MS / PICTURE_MS).unsigned_abs();
/// Pictures in a full MP4 file: two hours, after which the service begins another.
pub(crate) const MP4_PICTURES: u64 = 2 * 60 * 60 * 1000 / PICTURE_MS.unsigned_abs();

/// How many whole pictures fit into this time.
pub(crate) fn pictures(ms: i64) -> u64 {
    (ms.max(0) / PICTURE_MS).unsigned_abs()
}
