//! MP4 files, written with muxide. A part is at most two hours, which bounds the memory it takes
//! (some 100 MB for a moment), since the index in front of the media needs to know every sample first.

use std::fs::File;
use std::io::BufWriter;
use std::ops::Range;
use std::path::Path;

use muxide::api::{AacProfile, AudioCodec, MuxerBuilder, VideoCodec};

use super::{PICTURE_MS, clip, sound};
use crate::Error;
use crate::session::Tracks;

/// Writes these pictures and the silence under them to `path`. Both tracks start at zero.
pub(crate) fn write(path: &Path, pictures: Range<u64>, tracks: Tracks) -> Result<(), Error> {
    let file = File::create(path).map_err(|cause| Error::folder(path, cause))?;
    let mut builder = MuxerBuilder::new(BufWriter::new(file)).with_fast_start(true);
    if tracks.video {
        let fps = 1000.0 / PICTURE_MS as f64;
        builder = builder.video(VideoCodec::H264, clip::WIDTH, clip::HEIGHT, fps);
    }
    if tracks.audio {
        builder = builder.audio(AudioCodec::Aac(AacProfile::Lc), sound::SAMPLE_RATE, 1);
    }
    let mut muxer = builder.build().map_err(Error::media)?;

    let count = pictures.end.saturating_sub(pictures.start);
    let length_ms = i64::try_from(count).unwrap_or(0) * PICTURE_MS;
    if tracks.video {
        for (place, number) in pictures.enumerate() {
            let picture = clip::picture(number);
            let at = seconds(place as i64 * PICTURE_MS);
            muxer
                .write_video(at, picture.data, picture.key)
                .map_err(Error::media)?;
        }
    }
    if tracks.audio {
        for frame in sound::frames(0..length_ms) {
            let at = seconds(frame * sound::FRAME_MS);
            muxer
                .write_audio(at, &sound::ADTS_FRAME)
                .map_err(Error::media)?;
        }
    }
    muxer.finish().map_err(Error::media)
}

fn seconds(ms: i64) -> f64 {
    ms as f64 / 1000.0
}
