//! The picture in the head of a report: the organiser's logo, as PNG or JPEG.
//!
//! Reads no more than its size; a format that cannot be shown everywhere (SVG, WebP) is refused with the reason. Not for
//! pictures of numbers (`drawing`). Called by whoever reads the file, and by the writers.

/// A logo that every format can show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Logo {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
    /// What it says for who cannot see it: the name of the organisation. Empty: it is decoration.
    pub(super) alt: String,
}

/// How it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Png,
    Jpeg,
}

/// Larger files are no logo.
const MOST: usize = 4 << 20;

impl Kind {
    pub(super) fn mime(self) -> &'static str {
        match self {
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
        }
    }
    pub(super) fn ending(self) -> &'static str {
        match self {
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
        }
    }
}

impl Logo {
    /// A logo from the bytes of a file; `None` if they are no PNG or JPEG with a size, or more than 4 MB.
    pub fn read(bytes: Vec<u8>, alt: impl Into<String>) -> Option<Self> {
        let (kind, width, height) = match bytes.as_slice() {
            _ if bytes.len() > MOST => None,
            png if png.starts_with(b"\x89PNG\r\n\x1a\n") => {
                png_size(png).map(|(width, height)| (Kind::Png, width, height))
            }
            jpeg if jpeg.starts_with(b"\xff\xd8") => jpeg_size(jpeg).map(|(width, height)| (Kind::Jpeg, width, height)),
            _ => None,
        }?;
        let sane = (1..=20_000).contains(&width) && (1..=20_000).contains(&height);
        sane.then(|| Self { kind, bytes, width, height, alt: alt.into() })
    }

    /// Width and height in points when it must fit in a space, never enlarged beyond it.
    pub(super) fn fit(&self, width: f32, height: f32) -> (f32, f32) {
        let (own_width, own_height) = (self.width as f32, self.height as f32);
        let scale = (width / own_width).min(height / own_height);
        (own_width * scale, own_height * scale)
    }
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    (bytes.get(12..16)? == b"IHDR").then_some((number(16)?, number(20)?))
}

/// Walks the segments to the one with the frame.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    loop {
        let mark = *bytes.get(at..at + 2)?.strip_prefix(b"\xff")?.first()?;
        match mark {
            0xff => at += 1,
            0xc0..=0xcf if !matches!(mark, 0xc4 | 0xc8 | 0xcc) => return Some((number(at + 7)?, number(at + 5)?)),
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => at += 2 + usize::try_from(number(at + 2)?).ok()?.max(2),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A picture of one dot.
    pub(in crate::report) const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

    #[test]
    fn a_logo_is_a_png_or_jpeg_with_a_size() {
        let dot = Logo::read(DOT.to_vec(), "Proef").expect("is a PNG");
        assert_eq!((dot.width, dot.height, dot.kind), (1, 1, Kind::Png));
        assert_eq!(dot.fit(40.0, 20.0), (20.0, 20.0));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x0b\x08\0\x10\0\x20\x01\x01\x11\0";
        let jpeg = Logo::read(jpeg.to_vec(), "").expect("is a JPEG");
        assert_eq!((jpeg.width, jpeg.height), (32, 16));
        for broken in [&b""[..], b"<svg/>", &DOT[..18], b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\0\0", b"GIF89a"] {
            assert_eq!(Logo::read(broken.to_vec(), ""), None, "{broken:?}");
        }
    }
}
