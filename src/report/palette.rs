//! The colours of a report, once for every format that has any: ink, one accent, and what lies between paper and accent.
//!
//! Every pair in which words stand on a ground reaches a contrast of 4.5 to 1 (WCAG 2.2 AA); the test below reckons it.
//! Not for the terminal, which has its own (`ui::tone`). Called by the writers.

/// What a colour is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tone {
    /// Words.
    Ink,
    /// Words about the words.
    Muted,
    /// What carries the eye: headings, bars, links.
    Accent,
    /// A ground under words that belong together.
    Pale,
    /// Lines between things.
    Line,
    /// What nothing stands on.
    Paper,
}

impl Tone {
    pub(super) const ALL: [Tone; 6] = [Tone::Ink, Tone::Muted, Tone::Accent, Tone::Pale, Tone::Line, Tone::Paper];

    /// On white paper, as `RRGGBB`.
    pub(super) fn light(self) -> u32 {
        match self {
            Tone::Ink => 0x1b_1f24,
            Tone::Muted => 0x53_5d67,
            Tone::Accent => 0x0b_5a68,
            Tone::Pale => 0xeb_f3f4,
            Tone::Line => 0xc9_d3d6,
            Tone::Paper => 0xff_ffff,
        }
    }

    /// On a dark screen.
    pub(super) fn dark(self) -> u32 {
        match self {
            Tone::Ink => 0xe8_eaed,
            Tone::Muted => 0xa9_b3bb,
            Tone::Accent => 0x74_c7d3,
            Tone::Pale => 0x1c_2a2e,
            Tone::Line => 0x3b_474d,
            Tone::Paper => 0x12_1619,
        }
    }

    /// The name by which a style sheet knows it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Tone::Ink => "ink",
            Tone::Muted => "muted",
            Tone::Accent => "accent",
            Tone::Pale => "pale",
            Tone::Line => "line",
            Tone::Paper => "paper",
        }
    }
}

/// The shades of a cell, from paper to accent: the ground, and the words on it.
pub(super) const LIGHT_SHADES: [(u32, u32); 6] = [
    (0xff_ffff, 0x1b_1f24),
    (0xe3_f0f1, 0x1b_1f24),
    (0xbf_dde0, 0x1b_1f24),
    (0x8f_c3c9, 0x1b_1f24),
    (0x27_727d, 0xff_ffff),
    (0x0b_5a68, 0xff_ffff),
];

/// The same on a dark screen.
pub(super) const DARK_SHADES: [(u32, u32); 6] = [
    (0x12_1619, 0xe8_eaed),
    (0x17_3036, 0xe8_eaed),
    (0x1e_4650, 0xe8_eaed),
    (0x27_5e6a, 0xe8_eaed),
    (0x5f_b4c0, 0x12_1619),
    (0x8f_d6df, 0x12_1619),
];

/// Which shade a depth from 0 to 1 gets; what is no number gets none.
pub(super) fn shade(depth: f64) -> usize {
    let most = LIGHT_SHADES.len() - 1;
    // a depth that is no number becomes 0, which is what a cast does
    ((depth * most as f64).round() as usize).min(most)
}

/// `RRGGBB`.
pub(super) fn hex(colour: u32) -> String {
    format!("{colour:06X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn words_can_be_read_on_every_ground() {
        for words in [Tone::Ink, Tone::Muted, Tone::Accent] {
            for ground in [Tone::Paper, Tone::Pale] {
                assert!(contrast(words.light(), ground.light()) >= 4.5, "{words:?} on {ground:?}");
                assert!(contrast(words.dark(), ground.dark()) >= 4.5, "{words:?} on {ground:?}, dark");
            }
        }
        for (nth, (ground, words)) in LIGHT_SHADES.into_iter().chain(DARK_SHADES).enumerate() {
            assert!(contrast(ground, words) >= 4.5, "shade {nth}: {}", contrast(ground, words));
        }
    }

    #[test]
    fn a_shade_is_found_for_every_depth() {
        let depths = [f64::NAN, f64::NEG_INFINITY, -1.0, 0.0, 0.5, 1.0, 7.0, f64::INFINITY];
        assert_eq!(depths.map(shade), [0, 0, 0, 0, 3, 5, 5, 5]);
    }
}
