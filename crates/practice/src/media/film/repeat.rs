//! Pictures that repeat the one before: a slice in which every block is skipped (H.264, 7.3.3 and
//! 7.3.4). The coder would look at every pixel to find out the same.

/// Writes the repeats after one IDR.
pub(super) struct Repeats {
    pps_id: u32,
    frame_bits: u32,
    /// Bits of the picture order count, where it is sent (type 0).
    order_bits: Option<u32>,
    blocks: u32,
    has_deblocking: bool,
    number: u32,
}

impl Repeats {
    /// From the sets (without start codes) that came with the IDR; nothing when they use what the
    /// slices here do not know.
    pub(super) fn new(sps: &[u8], pps: &[u8]) -> Option<Self> {
        let mut sps = Bits::new(sps.get(4..)?);
        let _id = sps.golomb()?;
        let frame_bits = sps.golomb()? + 4;
        let order_bits = match sps.golomb()? {
            0 => Some(sps.golomb()? + 4),
            2 => None,
            _ => return None,
        };
        let _references = sps.golomb()?;
        let _gaps = sps.bit()?;
        let blocks = (sps.golomb()? + 1) * (sps.golomb()? + 1);
        let frames_only = sps.bit()?;

        let mut pps = Bits::new(pps.get(1..)?);
        let pps_id = pps.golomb()?;
        let _sps_id = pps.golomb()?;
        let arithmetic = pps.bit()?;
        let bottom_order = pps.bit()?;
        let groups = pps.golomb()?;
        let (_references, _second) = (pps.golomb()?, pps.golomb()?);
        let (weighted, _bi) = (pps.bit()?, (pps.bit()?, pps.bit()?));
        let (_quantizer, _switching, _chroma) = (pps.golomb()?, pps.golomb()?, pps.golomb()?);
        let has_deblocking = pps.bit()?;
        let _constrained = pps.bit()?;
        let redundant = pps.bit()?;
        let known =
            frames_only && !arithmetic && !bottom_order && groups == 0 && !weighted && !redundant;
        known.then_some(Self {
            pps_id,
            frame_bits,
            order_bits,
            blocks,
            has_deblocking,
            number: 0,
        })
    }

    /// The next repeat, with its delimiter.
    pub(super) fn next(&mut self) -> Vec<u8> {
        self.number += 1;
        let mut slice = Writer::default();
        slice.golomb(0); // the first block
        slice.golomb(5); // a P picture as a whole
        slice.golomb(self.pps_id);
        slice.bits(self.number % (1 << self.frame_bits), self.frame_bits);
        if let Some(bits) = self.order_bits {
            slice.bits(2 * self.number % (1 << bits), bits);
        }
        // As many references as the set says, in their own order, none marked.
        slice.bits(0, 3);
        slice.golomb(0); // no change of the quantizer
        if self.has_deblocking {
            slice.golomb(1); // not deblocked again
        }
        slice.golomb(self.blocks); // all skipped
        slice.bits(1, 1); // the end
        let mut data = vec![0, 0, 0, 1, 9, 0x30, 0, 0, 0, 1, 0x61];
        let mut zeros = 0;
        for byte in slice.bytes {
            // Nothing inside may look like a start code.
            if zeros >= 2 && byte <= 3 {
                data.push(3);
                zeros = 0;
            }
            zeros = if byte == 0 { zeros + 1 } else { 0 };
            data.push(byte);
        }
        data
    }
}

/// Reads bits, most significant first. Parameter sets this short hold no escapes.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.bit()? {
            zeros += 1;
        }
        let mut value: u32 = 1;
        for _ in 0..zeros {
            value = value.checked_mul(2)? + u32::from(self.bit()?);
        }
        Some(value - 1)
    }
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    used: u32,
}

impl Writer {
    fn bits(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(value >> place & 1 == 1) << (7 - self.used % 8);
            }
            self.used += 1;
        }
    }

    fn golomb(&mut self, value: u32) {
        let size = (value + 1).ilog2();
        self.bits(0, size);
        self.bits(value + 1, size + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_as_they_were_written() {
        let mut writer = Writer::default();
        let values = [0, 1, 2, 5, 6, 7, 919, 8159];
        values.iter().for_each(|&value| writer.golomb(value));
        let mut bits = Bits::new(&writer.bytes);
        for value in values {
            assert_eq!(bits.golomb(), Some(value), "a code of {value}");
        }
    }
}
