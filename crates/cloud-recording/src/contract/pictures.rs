//! Picture sizes and the bit rates that go with them.

/// A picture size with its recommended bit rates. Width and height may be swapped for portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureRow {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Frames a second.
    pub fps: u32,
    /// Kbps for a communication channel.
    pub communication: u32,
    /// Kbps for a live broadcast channel.
    pub live: u32,
}

/// The most Kbps that the service takes.
const MAX_KBPS: u32 = 6500;

const fn row(width: u32, height: u32, fps: u32, communication: u32) -> PictureRow {
    // A live channel gets double, up to the service's limit.
    let double = communication * 2;
    let live = if double > MAX_KBPS { MAX_KBPS } else { double };
    PictureRow {
        width,
        height,
        fps,
        communication,
        live,
    }
}

const PICTURES: &[PictureRow] = &[
    row(160, 120, 15, 65),
    row(120, 120, 15, 50),
    row(320, 180, 15, 140),
    row(180, 180, 15, 100),
    row(240, 180, 15, 120),
    row(320, 240, 15, 200),
    row(240, 240, 15, 140),
    row(424, 240, 15, 220),
    row(640, 360, 15, 400),
    row(360, 360, 15, 260),
    row(640, 360, 30, 600),
    row(360, 360, 30, 400),
    row(480, 360, 15, 320),
    row(480, 360, 30, 490),
    row(640, 480, 10, 400),
    row(640, 480, 15, 500),
    row(640, 480, 30, 750),
    row(480, 480, 15, 400),
    row(480, 480, 30, 600),
    row(848, 480, 15, 610),
    row(848, 480, 30, 930),
    row(960, 720, 15, 910),
    row(960, 720, 30, 1380),
    row(1280, 720, 15, 1130),
    row(1280, 720, 30, 1710),
    row(1920, 1080, 15, 2080),
    row(1920, 1080, 30, 3150),
    row(1920, 1080, 60, 4780),
];

/// The service's table of recommended bit rates. Source: the recording video profile page.
pub const fn pictures() -> &'static [PictureRow] {
    PICTURES
}

/// The recommended Kbps for a picture, at least 1 and at most 6500.
///
/// A size of the table has its own value. For others the line nearest in pixels is taken, then
/// nearest in rate, and scaled to the pixels and the rate: with `x` at 15 frames a second, 5 need
/// `0.5 x` and 30 need `1.5 x`, in between in proportion.
///
/// Source: the recording video profile page.
pub fn recommended_kbps(width: u32, height: u32, fps: u32, live: bool) -> u32 {
    let pixels = f64::from(width) * f64::from(height);
    let area = |row: &PictureRow| f64::from(row.width * row.height);
    let same_size = |row: &PictureRow| {
        (row.width, row.height) == (width, height) || (row.height, row.width) == (width, height)
    };
    let nearest = PICTURES.iter().min_by(|a, b| {
        let distance = |row: &PictureRow| {
            (
                !same_size(row),
                (area(row) - pixels).abs(),
                row.fps.abs_diff(fps),
            )
        };
        distance(a)
            .partial_cmp(&distance(b))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let Some(row) = nearest else { return 1 };
    let kbps = if live { row.live } else { row.communication };
    let scaled = f64::from(kbps) * (pixels / area(row)) * (rate_factor(fps) / rate_factor(row.fps));
    (scaled.round() as u32).clamp(1, MAX_KBPS)
}

/// How many times the bits of 15 frames a second: 0.5 at 5, 1 at 15, 1.5 at 30.
fn rate_factor(fps: u32) -> f64 {
    let fps = f64::from(fps);
    if fps <= 15.0 {
        0.25 + fps * 0.05
    } else {
        0.5 + fps / 30.0
    }
}
