use embedded_graphics::Pixel;
use embedded_graphics::pixelcolor::{Rgb888, RgbColor};
use embedded_graphics::prelude::{DrawTarget, OriginDimensions, Size};

/// A rectangle in whole pixels, which may reach beyond the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Area {
    pub(super) fn shared(self, other: Area) -> Area {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let right = (self.x + self.width).min(other.x + other.width);
        let bottom = (self.y + self.height).min(other.y + other.height);
        Area {
            x,
            y,
            width: (right - x).max(0),
            height: (bottom - y).max(0),
        }
    }
}

/// Pixels, three bytes each, row by row.
pub(super) struct Canvas {
    width: i32,
    height: i32,
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn new((width, height): (u32, u32), color: [u8; 3]) -> Self {
        Self {
            width: width as i32,
            height: height as i32,
            pixels: color.repeat(width as usize * height as usize),
        }
    }

    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    pub(super) fn area(&self) -> Area {
        Area {
            x: 0,
            y: 0,
            width: self.width,
            height: self.height,
        }
    }

    /// Lays a colour over an area. `alpha` is in millionths.
    pub(super) fn fill(&mut self, area: Area, color: [u8; 3], alpha: u32) {
        let area = area.shared(self.area());
        for y in area.y..area.y + area.height {
            let from = (y * self.width + area.x) as usize * 3;
            let row = &mut self.pixels[from..from + area.width as usize * 3];
            if alpha >= 1_000_000 {
                row.chunks_exact_mut(3)
                    .for_each(|it| it.copy_from_slice(&color));
            } else {
                row.chunks_exact_mut(3)
                    .for_each(|it| blend(it, color, alpha));
            }
        }
    }

    /// A filled circle, cut at `within`.
    pub(super) fn disc(
        &mut self,
        centre: (i32, i32),
        radius: i32,
        within: Area,
        color: [u8; 3],
        alpha: u32,
    ) {
        for dy in -radius..=radius {
            let half = f64::from(radius * radius - dy * dy).sqrt() as i32;
            let row = Area {
                x: centre.0 - half,
                y: centre.1 + dy,
                width: 2 * half + 1,
                height: 1,
            };
            self.fill(row.shared(within), color, alpha);
        }
    }
}

fn blend(under: &mut [u8], color: [u8; 3], alpha: u32) {
    for (under, over) in under.iter_mut().zip(color) {
        let mixed =
            u64::from(*under) * u64::from(1_000_000 - alpha) + u64::from(over) * u64::from(alpha);
        *under = u8::try_from(mixed / 1_000_000).unwrap_or(u8::MAX);
    }
}

impl OriginDimensions for Canvas {
    fn size(&self) -> Size {
        Size::new(self.width as u32, self.height as u32)
    }
}

impl DrawTarget for Canvas {
    type Color = Rgb888;
    type Error = std::convert::Infallible;

    fn draw_iter<I>(&mut self, pixels: I) -> Result<(), Self::Error>
    where
        I: IntoIterator<Item = Pixel<Rgb888>>,
    {
        for Pixel(at, color) in pixels {
            if (0..self.width).contains(&at.x) && (0..self.height).contains(&at.y) {
                let from = (at.y * self.width + at.x) as usize * 3;
                self.pixels[from..from + 3].copy_from_slice(&[color.r(), color.g(), color.b()]);
            }
        }
        Ok(())
    }
}
