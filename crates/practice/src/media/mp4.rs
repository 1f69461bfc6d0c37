//! MP4 files, written with muxide. A part is at most two hours, which bounds the memory it takes
//! (some 100 MB for a moment), since the index in front of the media needs to know every sample first.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use muxide::api::{AacProfile, AudioCodec, MuxerBuilder, VideoCodec};

use super::{PICTURE_MS, Picture, sound};
use crate::Error;
use crate::session::Tracks;

/// Writes `count` pictures and the silence under them to `path`. Both tracks start at zero.
/// `shown` gives the pictures, a piece at a time.
pub(crate) fn write(
    path: &Path,
    count: u64,
    (width, height): (u32, u32),
    shown: impl Iterator<Item = Result<Vec<Picture>, Error>>,
    tracks: Tracks,
) -> Result<(), Error> {
    let file = File::create(path).map_err(|cause| Error::folder(path, cause))?;
    let mut builder = MuxerBuilder::new(BufWriter::new(file)).with_fast_start(true);
    if tracks.video {
        let fps = 1000.0 / PICTURE_MS as f64;
        builder = builder.video(VideoCodec::H264, width, height, fps);
    }
    if tracks.audio {
        builder = builder.audio(AudioCodec::Aac(AacProfile::Lc), sound::SAMPLE_RATE, 1);
    }
    let mut muxer = builder.build().map_err(Error::media)?;

    if tracks.video {
        let mut place = 0;
        for piece in shown {
            for picture in piece? {
                muxer
                    .write_video(seconds(place * PICTURE_MS), &picture.data, picture.key)
                    .map_err(Error::media)?;
                place += 1;
            }
        }
    }
    if tracks.audio {
        let length_ms = i64::try_from(count).unwrap_or(0) * PICTURE_MS;
        for frame in sound::frames(0..length_ms) {
            muxer
                .write_audio(seconds(frame * sound::FRAME_MS), &sound::ADTS_FRAME)
                .map_err(Error::media)?;
        }
    }
    muxer.finish().map_err(Error::media)
}

fn seconds(ms: i64) -> f64 {
    ms as f64 / 1000.0
}
