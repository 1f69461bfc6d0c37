//! Pictures as H.264.

use openh264::OpenH264API;
use openh264::encoder::{Complexity, Encoder, EncoderConfig, QpRange, RateControlMode, UsageType};
use openh264::formats::{RgbSliceU8, YUVBuffer};

use super::canvas::Canvas;
use super::repeat::Repeats;
use crate::Error;
use crate::media::Picture;
use crate::media::unpack::units;

const DELIMITER: [u8; 6] = [0, 0, 0, 1, 9, 0x10];
/// One step of the scale from 0 (best) to 51; flat colours keep their value at this.
const QUANTIZER: u8 = 26;

/// Codes pictures of one size.
pub(super) struct Coder {
    size: (u32, u32),
    encoder: Encoder,
    planes: YUVBuffer,
    repeats: Option<Repeats>,
}

impl Coder {
    pub(super) fn new(size: (u32, u32)) -> Result<Self, Error> {
        let config = EncoderConfig::new()
            .usage_type(UsageType::CameraVideoRealTime)
            .rate_control_mode(RateControlMode::Off)
            .qp(QpRange::new(QUANTIZER, QUANTIZER))
            .complexity(Complexity::Low)
            .skip_frames(false)
            .scene_change_detect(false)
            .adaptive_quantization(false)
            .background_detection(false)
            .num_threads(1);
        let encoder =
            Encoder::with_api_config(OpenH264API::from_source(), config).map_err(Error::media)?;
        Ok(Self {
            size,
            encoder,
            planes: YUVBuffer::new(size.0 as usize, size.1 as usize),
            repeats: None,
        })
    }

    pub(super) fn size(&self) -> (u32, u32) {
        self.size
    }

    /// A picture by itself, with its parameter sets.
    pub(super) fn draw(&mut self, canvas: &Canvas) -> Result<Picture, Error> {
        let size = (self.size.0 as usize, self.size.1 as usize);
        self.planes
            .read_rgb8(RgbSliceU8::new(canvas.pixels(), size));
        self.encoder.force_intra_frame();
        let coded = self.encoder.encode(&self.planes).map_err(Error::media)?;
        let mut data = DELIMITER.to_vec();
        coded.write_vec(&mut data);
        let sets = || units(&data).map(|unit| unit.strip_prefix(&[0]).unwrap_or(unit));
        let of_kind =
            |kind: u8| sets().find(|unit| unit.first().is_some_and(|it| it & 0x1f == kind));
        let repeats = of_kind(7).zip(of_kind(8));
        self.repeats = repeats.and_then(|(sps, pps)| Repeats::new(sps, pps));
        if self.repeats.is_none() {
            return Err(Error::media(
                "the coder's parameter sets are not the expected ones",
            ));
        }
        Ok(Picture { data, key: true })
    }

    /// The picture before once more. Nothing when there was none.
    pub(super) fn repeat(&mut self) -> Picture {
        let data = self.repeats.as_mut().map(Repeats::next).unwrap_or_default();
        Picture { data, key: false }
    }
}
