/// What a file begins with says what it is; what a server calls it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Bmp,
    /// A picture that the service does not take.
    Other(&'static str),
}

impl Kind {
    /// `None` for what is no picture.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[u8]| bytes.starts_with(with);
        // A BMP's bytes 6 to 9 are reserved and zero, which no text is that begins with its two letters.
        if begins(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if begins(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
            Some(Self::Bmp)
        } else if begins(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Other("PNG"))
        } else if begins(b"GIF8") {
            Some(Self::Other("GIF"))
        } else if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Other("WebP"))
        } else if bytes.get(4..8) == Some(b"ftyp")
            && matches!(bytes.get(8..12), Some(b"avif" | b"heic" | b"heix"))
        {
            Some(Self::Other("HEIF"))
        } else {
            None
        }
    }

    /// `None` for what is not shown.
    pub(crate) fn media_type(self) -> Option<&'static str> {
        match self {
            Self::Jpeg => Some("image/jpeg"),
            Self::Bmp => Some("image/bmp"),
            Self::Other(_) => None,
        }
    }
}
