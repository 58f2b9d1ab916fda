//! Colours and characters by what they mean.
//!
//! What a colour says, a character says too: with `mono` nothing is lost but beauty. Dark, light and contrast paint their
//! own background, so that a wrong guess about the terminal is never unreadable. Contrast of text on its background is at
//! least 4.5:1 (WCAG 2.2 AA), 7:1 in `contrast`; a test computes it.

use super::tone::Tone;
use ratatui::style::{Color, Modifier, Style};

/// Which set of colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Look {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light: daylight on the screen.
    Light,
    /// The strongest contrast.
    Contrast,
    /// No colour at all: bold, dim and reverse only.
    Mono,
}

impl Look {
    /// The one after this, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }
}

/// How many colours the terminal has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Depth {
    /// 24 bits.
    #[default]
    True,
    /// The 256 of xterm.
    Xterm,
    /// The sixteen everybody has.
    Sixteen,
}

/// The colours and characters of a run of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    look: Look,
    depth: Depth,
    /// The characters.
    pub glyphs: Glyphs,
}

/// Characters that mean something, with a plain one for terminals and fonts that lack them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named after what it marks")]
pub struct Glyphs {
    pub done: &'static str,
    pub now: &'static str,
    pub later: &'static str,
    pub star: &'static str,
    pub lesson: &'static str,
    pub parked: &'static str,
    pub under: &'static str,
    pub step: &'static str,
    pub past: &'static str,
    pub rest: &'static str,
    pub rule: &'static str,
    pub wall: &'static str,
    pub edit: &'static str,
    pub warn: &'static str,
    pub more: &'static str,
    pub dot: &'static str,
    pub corners: [&'static str; 4],
    pub minute: &'static str,
    pub open: &'static str,
    pub close: &'static str,
    pub up_down: &'static str,
}

const FINE: Glyphs = Glyphs {
    done: "✓",
    now: "●",
    later: "○",
    star: "★",
    lesson: "◆",
    parked: "P",
    under: "→",
    step: "▸",
    past: "━",
    rest: "─",
    rule: "─",
    wall: "│",
    edit: "✎",
    warn: "!",
    more: "…",
    dot: "·",
    corners: ["╭", "╮", "╰", "╯"],
    minute: "’",
    open: "“",
    close: "”",
    up_down: "↑↓",
};

const PLAIN: Glyphs = Glyphs {
    done: "v",
    now: "*",
    later: ".",
    star: "*",
    lesson: "L",
    parked: "P",
    under: ">",
    step: ">",
    past: "=",
    rest: "-",
    rule: "-",
    wall: "|",
    edit: "~",
    warn: "!",
    more: "...",
    dot: "-",
    corners: ["+", "+", "+", "+"],
    minute: "'",
    open: "\"",
    close: "\"",
    up_down: "Up/Dn",
};

/// What a colour is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// What was said and what is asked.
    Text,
    /// What stands beside it.
    Dim,
    /// Lines and what is not yet.
    Faint,
    /// The accent of the house.
    Accent,
    /// All is well.
    Good,
    /// Asks for attention.
    Warn,
    /// Went wrong.
    Bad,
    /// The badge at the top left.
    Badge,
    /// A category's own.
    Tone(Tone),
}

type Rgb = (u8, u8, u8);

impl Theme {
    /// A theme of this look for a terminal with this many colours; `plain` uses no characters beyond ASCII.
    pub fn new(look: Look, depth: Depth, plain: bool) -> Self {
        Self { look, depth, glyphs: if plain { PLAIN } else { FINE } }
    }

    /// The same terminal with another look.
    #[must_use]
    pub fn with(self, look: Look) -> Self {
        Self { look, ..self }
    }

    /// The look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Whether only plain characters are used.
    pub fn is_plain(&self) -> bool {
        self.glyphs == PLAIN
    }

    /// The whole screen.
    pub fn ground(&self) -> Style {
        match self.look {
            Look::Mono => Style::new(),
            Look::Dark | Look::Light | Look::Contrast => {
                self.paint(self.rgb(Ink::Text)).bg(self.shade(self.ground_rgb()))
            }
        }
    }

    /// The style of what is written in an ink.
    pub fn ink(&self, ink: Ink) -> Style {
        if self.look == Look::Mono {
            return match ink {
                Ink::Text | Ink::Tone(_) | Ink::Good => Style::new(),
                Ink::Dim | Ink::Faint => Style::new().add_modifier(Modifier::DIM),
                Ink::Accent | Ink::Warn | Ink::Bad => Style::new().add_modifier(Modifier::BOLD),
                Ink::Badge => Style::new().add_modifier(Modifier::REVERSED),
            };
        }
        match ink {
            Ink::Badge => {
                let (text, ground) = match self.look {
                    Look::Dark | Look::Light => ((0xff, 0xff, 0xff), (0x2f, 0x5d, 0xa8)),
                    Look::Contrast | Look::Mono => ((0, 0, 0), (0xff, 0xff, 0xff)),
                };
                self.paint(text).bg(self.shade(ground)).add_modifier(Modifier::BOLD)
            }
            other => self.paint(self.rgb(other)),
        }
    }

    /// What is added to a row that is chosen.
    pub fn chosen(&self) -> Style {
        match self.look {
            Look::Dark => Style::new().bg(self.shade((0x22, 0x34, 0x4e))),
            Look::Light => Style::new().bg(self.shade((0xd3, 0xe2, 0xf8))),
            Look::Contrast => Style::new().bg(self.shade((0x00, 0x30, 0x90))),
            Look::Mono => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// A row that nobody may overlook: something is not safe.
    pub fn alarm(&self) -> Style {
        match self.look {
            Look::Mono => Style::new().add_modifier(Modifier::REVERSED),
            Look::Dark | Look::Light | Look::Contrast => {
                self.paint(self.ground_rgb()).bg(self.shade(self.rgb(Ink::Bad)))
            }
        }
    }

    /// What lies on top of the rest: a list to choose from, the help.
    pub fn raised(&self) -> Style {
        match self.look {
            Look::Dark => self.ground().bg(self.shade((0x1d, 0x21, 0x29))),
            Look::Light => self.ground().bg(self.shade((0xff, 0xff, 0xff))),
            Look::Contrast | Look::Mono => self.ground(),
        }
    }

    fn ground_rgb(&self) -> Rgb {
        match self.look {
            Look::Dark => (0x14, 0x16, 0x1b),
            Look::Light => (0xfa, 0xf9, 0xf6),
            Look::Contrast | Look::Mono => (0, 0, 0),
        }
    }

    fn rgb(&self, ink: Ink) -> Rgb {
        let pick = |dark: Rgb, light: Rgb, contrast: Rgb| match self.look {
            Look::Dark => dark,
            Look::Light => light,
            Look::Contrast | Look::Mono => contrast,
        };
        match ink {
            Ink::Text | Ink::Badge | Ink::Tone(Tone::Plain) => {
                pick((0xd5, 0xd8, 0xde), (0x1c, 0x20, 0x28), (255, 255, 255))
            }
            Ink::Dim => pick((0x8b, 0x92, 0x9e), (0x5a, 0x62, 0x6e), (0xd0, 0xd0, 0xd0)),
            Ink::Faint => pick((0x3c, 0x42, 0x4d), (0xc4, 0xc8, 0xcf), (0x90, 0x90, 0x90)),
            Ink::Accent | Ink::Tone(Tone::Blue) => pick((0x5b, 0x8f, 0xd9), (0x1f, 0x5f, 0xb4), (0x7f, 0xc8, 0xff)),
            Ink::Good | Ink::Tone(Tone::Green) => pick((0x78, 0xb8, 0x6b), (0x2c, 0x72, 0x28), (0x70, 0xff, 0x70)),
            Ink::Warn | Ink::Tone(Tone::Orange) => pick((0xe3, 0x8b, 0x2c), (0x9c, 0x52, 0x06), (0xff, 0xb0, 0x40)),
            Ink::Bad | Ink::Tone(Tone::Red) => pick((0xe0, 0x6a, 0x6f), (0xb3, 0x2a, 0x35), (0xff, 0x8a, 0x8a)),
            Ink::Tone(Tone::Teal) => pick((0x4f, 0xb3, 0xb8), (0x0f, 0x6d, 0x74), (0x60, 0xf0, 0xf0)),
            Ink::Tone(Tone::Purple) => pick((0xb5, 0x7f, 0xd0), (0x80, 0x3f, 0xa4), (0xe0, 0xb0, 0xff)),
            Ink::Tone(Tone::Yellow) => pick((0xd9, 0xb2, 0x41), (0x80, 0x5f, 0x00), (0xff, 0xf0, 0x60)),
        }
    }

    fn paint(&self, rgb: Rgb) -> Style {
        Style::new().fg(self.shade(rgb))
    }

    fn shade(&self, (r, g, b): Rgb) -> Color {
        match self.depth {
            Depth::True => Color::Rgb(r, g, b),
            Depth::Xterm => Color::Indexed(xterm(r, g, b)),
            Depth::Sixteen => sixteen(r, g, b),
        }
    }
}

/// The nearest of the 6×6×6 cube and the 24 greys of xterm.
fn xterm(r: u8, g: u8, b: u8) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let near = |value: u8| (0..6u8).min_by_key(|&at| LEVELS[usize::from(at)].abs_diff(value)).unwrap_or(0);
    let far = |c: Rgb| {
        u32::from(c.0.abs_diff(r)).pow(2) + u32::from(c.1.abs_diff(g)).pow(2) + u32::from(c.2.abs_diff(b)).pow(2)
    };
    let (x, y, z) = (near(r), near(g), near(b));
    let cube = (LEVELS[usize::from(x)], LEVELS[usize::from(y)], LEVELS[usize::from(z)]);
    let mean = (u32::from(r) + u32::from(g) + u32::from(b)) / 3;
    let step = ((mean.max(8) - 8) / 10).min(23) as u8;
    let grey = 8 + step * 10;
    if far((grey, grey, grey)) < far(cube) { 232 + step } else { 16 + 36 * x + 6 * y + z }
}

/// One of the sixteen by hue: their exact colours are the terminal's own.
fn sixteen(r: u8, g: u8, b: u8) -> Color {
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let bright = most > 0x98;
    if most - least < 0x28 {
        return match most {
            0..=0x28 => Color::Black,
            0x29..=0x70 => Color::DarkGray,
            0x71..=0xc8 => Color::Gray,
            0xc9..=0xff => Color::White,
        };
    }
    let mid = least + (most - least) / 2;
    match (r > mid, g > mid, b > mid) {
        (true, false, false) => {
            if bright {
                Color::LightRed
            } else {
                Color::Red
            }
        }
        (false, true, false) => {
            if bright {
                Color::LightGreen
            } else {
                Color::Green
            }
        }
        (false, false, _) => {
            if bright {
                Color::LightBlue
            } else {
                Color::Blue
            }
        }
        (true, true, _) => {
            if bright {
                Color::LightYellow
            } else {
                Color::Yellow
            }
        }
        (true, false, true) => {
            if bright {
                Color::LightMagenta
            } else {
                Color::Magenta
            }
        }
        (false, true, true) => {
            if bright {
                Color::LightCyan
            } else {
                Color::Cyan
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance((r, g, b): Rgb) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(one: Rgb, two: Rgb) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    #[test]
    fn whatever_is_read_can_be_read() {
        let tones =
            [Tone::Plain, Tone::Green, Tone::Red, Tone::Teal, Tone::Purple, Tone::Yellow, Tone::Blue, Tone::Orange];
        for (look, least) in [(Look::Dark, 4.5), (Look::Light, 4.5), (Look::Contrast, 7.0)] {
            let theme = Theme::new(look, Depth::True, false);
            let inks = [Ink::Text, Ink::Dim, Ink::Accent, Ink::Good, Ink::Warn, Ink::Bad]
                .into_iter()
                .chain(tones.map(Ink::Tone));
            for ink in inks {
                let found = contrast(theme.rgb(ink), theme.ground_rgb());
                assert!(found >= least, "{look:?} {ink:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_nearest_of_256_is_near() {
        assert_eq!((xterm(255, 255, 255), xterm(0, 0, 0), xterm(95, 135, 215)), (231, 16, 68));
        assert_eq!(xterm(0x14, 0x16, 0x1b), 233);
    }
}
