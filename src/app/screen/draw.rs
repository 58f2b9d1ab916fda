//! What the pages of the projector are made of: a header, large words, a band with the clock and the phase, counts.
//!
//! Each part is given a room of its own and stays in it. Which parts stand where is for `pages`.

use super::{
    digits,
    harvest::Tally,
    letters,
    shows::{Shows, order},
};
use crate::{
    record::Now,
    session::{Clock, Running, Session},
    text::{clean, clean_line, fit, width, wrap_text},
    ui::{
        paint,
        theme::{Ink, Theme},
    },
    words::{Words, dates, numbers::count},
    workshop::Round,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

/// A page being drawn.
pub struct Page<'a> {
    pub(super) buf: &'a mut Buffer,
    pub(super) session: &'a Session,
    pub(super) clock: &'a Clock,
    pub(super) words: &'a Words,
    pub(super) theme: &'a Theme,
    pub(super) now: Now,
}

/// The seconds before the end from which the clock asks for attention.
const SOON: i64 = 120;

impl<'a> Page<'a> {
    /// A page on this screen.
    pub fn new(
        buf: &'a mut Buffer,
        session: &'a Session,
        clock: &'a Clock,
        words: &'a Words,
        theme: &'a Theme,
        now: Now,
    ) -> Self {
        Self { buf, session, clock, words, theme, now }
    }

    /// Draws what is to be shown.
    pub fn draw(mut self, shows: &Shows) {
        match shows {
            Shows::Welcome => self.welcome(),
            Shows::Question => self.question(),
            Shows::Clock => self.clock(),
            Shows::Phase => self.phase(),
            Shows::Harvest => self.harvest(),
            Shows::Card(table) => self.card(*table),
            Shows::Plenary(table) => self.plenary(*table),
            Shows::Vote(block) => self.vote(block),
            Shows::Break => self.recess(),
            Shows::Blank => {}
        }
    }

    /// The screen without its margins.
    pub(super) fn inner(&self) -> Rect {
        let area = self.buf.area;
        let side = if area.width < 60 {
            1
        } else if area.width < 100 {
            2
        } else {
            4
        };
        let edge = u16::from(area.height >= 20);
        Rect::new(area.x + side, area.y + edge, area.width - side * 2, area.height - edge * 2)
    }

    /// The round that runs: which, and where it is in its time.
    pub(super) fn running(&self) -> Option<(usize, &'a Round, Option<Running>)> {
        let at = self.clock.running()?;
        let round = self.session.head.workshop.rounds.get(at)?;
        let running = self.clock.at(at, round, self.now.millis).filter(|running| running.whole > 0);
        Some((at, round, running))
    }

    pub(super) fn bold(&self, ink: Ink) -> Style {
        self.theme.ink(ink).add_modifier(Modifier::BOLD)
    }

    /// The name of what runs at the left and which round it is at the right, on the first row; gives the rest of the room.
    pub(super) fn header(&mut self, title: &str) -> Rect {
        let area = self.inner();
        let mut right = area.right();
        if let Some((at, ..)) = self.running() {
            let order = order(self.session);
            if let Some(nth) = order.iter().position(|held| *held == at) {
                let args = [("nth", (nth + 1).into()), ("count", order.len().into())];
                let text = self.words.tell("screen-round", &args);
                right =
                    paint::put_right(self.buf, area, right, area.y, &text, self.theme.ink(Ink::Dim)).saturating_sub(3);
            }
        }
        let style = self.bold(Ink::Accent);
        paint::put(self.buf, area, area.x, area.y, &clean_line(title), style, right.saturating_sub(area.x));
        below(area, 1 + u16::from(area.height >= 14))
    }

    /// Words in the middle of a room, as large as they can be: in large letters, else wide, else as they are.
    pub(super) fn large(&mut self, area: Rect, text: &str, ink: Ink) {
        self.large_at_most(area, text, ink, 4);
    }

    pub(super) fn large_at_most(&mut self, area: Rect, text: &str, ink: Ink, most: usize) {
        let text = clean(text);
        let plain = self.theme.is_plain();
        if let Some(dots) = letters::set_at_most(&text, area.width, area.height, plain, most) {
            let (x, y) = middle(area, dots.columns(), dots.rows());
            let style = self.theme.ink(ink);
            return dots.paint(self.buf, area, x, y, style, plain);
        }
        let wide = spaced(&text);
        for (text, air) in [(&*wide, 1), (&*wide, 0), (&*text, 1), (&*text, 0)] {
            let rows = wrap_text(text, usize::from(area.width.max(1)));
            let tall = rows.len() + rows.len().saturating_sub(1) * air;
            if tall <= usize::from(area.height) {
                return self.rows(area, text, air as u16, ink);
            }
        }
        self.rows(area, &text, 0, ink);
    }

    /// Rows in the middle of a room, with so many empty ones between; what does not fit is said to be more.
    fn rows(&mut self, area: Rect, text: &str, air: u16, ink: Ink) {
        let most = usize::from(area.width.max(1));
        let fewest = wrap_text(text, most).len();
        // as even as can be without another row
        let even = (most / 2..most).find(|wide| wrap_text(text, *wide).len() == fewest).unwrap_or(most);
        let rows = wrap_text(text, even);
        let rows: Vec<String> = rows.into_iter().map(|row| text[row].trim().replace('\u{a0}', " ")).collect();
        let step = air + 1;
        let room = usize::from(area.height.div_ceil(step));
        let shown = &rows[..rows.len().min(room)];
        let tall = (shown.len() as u16 * step).saturating_sub(air);
        let (_, top) = middle(area, 0, tall);
        let style = self.bold(ink);
        for (nth, row) in shown.iter().enumerate() {
            let cut = nth + 1 == shown.len() && rows.len() > shown.len();
            let more = if cut { self.theme.glyphs.more } else { "" };
            let room = usize::from(area.width).saturating_sub(width(more));
            let text = format!("{}{more}", fit(row, room).trim_end());
            let (x, _) = middle(area, width(&text) as u16, 1);
            paint::put(self.buf, area, x, top + nth as u16 * step, &text, style, area.width);
        }
    }

    /// One row of words in the middle.
    pub(super) fn line(&mut self, area: Rect, y: u16, text: &str, style: Style) {
        let text = clean_line(text);
        let text = fit(&text, usize::from(area.width));
        let (x, _) = middle(area, width(&text) as u16, 1);
        paint::put(self.buf, area, x, y, &text, style, area.width);
    }

    /// A time in blocks in the middle of a room, or as words where even the smallest do not fit.
    pub(super) fn blocks(&mut self, area: Rect, text: &str, ink: Ink) {
        let plain = self.theme.is_plain();
        match digits::set(text, area.width, area.height, plain) {
            Some(dots) => {
                let (x, y) = middle(area, dots.columns(), dots.rows());
                dots.paint(self.buf, area, x, y, self.theme.ink(ink), plain);
            }
            None => {
                let (_, y) = middle(area, 0, 1);
                self.line(area, y, text, self.bold(ink));
            }
        }
    }

    pub(super) fn clock_ink(running: &Running) -> Ink {
        match running.left {
            _ if running.paused => Ink::Dim,
            left if left < 0 => Ink::Bad,
            left if left < SOON => Ink::Warn,
            _ => Ink::Accent,
        }
    }

    /// How far the phase has come, as a line over the whole width.
    pub(super) fn progress(&mut self, area: Rect, y: u16, running: &Running) {
        let done = (running.whole - running.left) as f64 / running.whole.max(1) as f64;
        let cells = (f64::from(area.width) * done.clamp(0.0, 1.0)).round() as u16;
        for nth in 0..area.width {
            let past = nth < cells;
            let glyph = if past { self.theme.glyphs.past } else { self.theme.glyphs.rest };
            let style = self.theme.ink(if past { Self::clock_ink(running) } else { Ink::Faint });
            paint::put(self.buf, area, area.x + nth, y, glyph, style, 1);
        }
    }

    /// What is done now, who talks, and which step it is; what the clock says of it first, if that is something.
    pub(super) fn steps(&self, round: &Round, running: &Running) -> Vec<(String, Ink)> {
        let mut lines = Vec::new();
        if running.paused {
            lines.push((self.words.say("screen-paused"), Ink::Warn));
        } else if running.left < 0 {
            lines.push((self.words.say("screen-over"), Ink::Bad));
        }
        if let Some((nth, phase)) = running.phase.and_then(|nth| Some((nth, round.phases.get(nth)?))) {
            let group = self.words.say(&format!("report-group-{}", phase.group.key()));
            let name = clean_line(&phase.name).into_owned();
            let known = name.is_empty() || crate::text::fold(&name) == crate::text::fold(&group);
            if !known {
                lines.push((name, Ink::Text));
            }
            lines.push((group, if known { Ink::Text } else { Ink::Dim }));
            if round.phases.len() > 1 {
                let args = [("nth", (nth + 1).into()), ("count", round.phases.len().into())];
                lines.push((self.words.tell("screen-step", &args), Ink::Dim));
            }
        }
        lines
    }

    /// The clock at the left and the phase beside it, in a band at the bottom of a room; gives what is left above.
    pub(super) fn band(&mut self, area: Rect, tall: u16, round: &Round, running: &Running) -> Rect {
        let band = Rect { y: area.bottom().saturating_sub(tall), height: tall, ..area };
        let rule = area.bottom().saturating_sub(band_rows(tall));
        self.progress(area, rule, running);
        let text = dates::clock(running.left);
        let plain = self.theme.is_plain();
        let ink = Self::clock_ink(running);
        let mut x = band.x;
        match digits::set(&text, band.width * 3 / 5, tall, plain) {
            Some(dots) => {
                dots.paint(self.buf, band, x, band.y, self.theme.ink(ink), plain);
                x += dots.columns() + 4;
            }
            None => x += paint::put(self.buf, band, x, band.y, &text, self.bold(ink), band.width) + 4,
        }
        let lines = self.steps(round, running);
        let lines = &lines[..lines.len().min(usize::from(tall))];
        let air = u16::from(tall >= lines.len() as u16 * 2);
        let used = (lines.len() as u16 * (1 + air)).saturating_sub(air);
        let top = band.y + tall.saturating_sub(used) / 2;
        for (nth, (text, ink)) in lines.iter().enumerate() {
            let style = if *ink == Ink::Dim { self.theme.ink(*ink) } else { self.bold(*ink) };
            paint::put(self.buf, band, x, top + nth as u16 * (1 + air), text, style, band.right().saturating_sub(x));
        }
        Rect { height: rule.saturating_sub(area.y), ..area }
    }

    /// How much was said in each category, on the last row of a room, as many as fit; gives what is left above.
    pub(super) fn counts(&mut self, area: Rect, tallies: &[Tally]) -> Rect {
        let parts = tallies.iter().map(|tally| {
            let sigil = tally.sigil.map(|sigil| format!("{sigil} ")).unwrap_or_default();
            let number = count(tally.count, self.words.lang());
            (format!("{sigil}{number}"), clean_line(&tally.label).to_lowercase(), Ink::Tone(tally.tone))
        });
        let mut parts: Vec<(String, String, Ink)> = parts.collect();
        let wide = |parts: &[(String, String, Ink)], gap: usize| {
            parts
                .iter()
                .map(|(number, label, _)| width(number) + 1 + width(label) + gap)
                .sum::<usize>()
                .saturating_sub(gap)
        };
        while !parts.is_empty() && wide(&parts, 3) > usize::from(area.width) {
            parts.pop();
        }
        if parts.is_empty() {
            return area;
        }
        let gap = [8, 5, 3].into_iter().find(|gap| wide(&parts, *gap) <= usize::from(area.width)).unwrap_or(3);
        let y = area.bottom().saturating_sub(1);
        let (mut x, _) = middle(area, wide(&parts, gap) as u16, 1);
        for (number, label, ink) in parts {
            x += paint::put(self.buf, area, x, y, &number, self.bold(ink), area.width) + 1;
            x += paint::put(self.buf, area, x, y, &label, self.theme.ink(Ink::Dim), area.width) + gap as u16;
        }
        above(area, COUNTS)
    }
}

/// How many rows the counts take, with the empty one above them.
pub(super) const COUNTS: u16 = 2;

/// How many rows a band of this height takes with the line above it.
pub(super) fn band_rows(tall: u16) -> u16 {
    tall + if tall > 3 { 2 } else { 1 }
}

/// What is left below so many rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// What is left above so many rows.
pub(super) fn above(area: Rect, rows: u16) -> Rect {
    Rect { height: area.height.saturating_sub(rows), ..area }
}

/// Where something so wide and high begins to stand in the middle.
fn middle(area: Rect, columns: u16, rows: u16) -> (u16, u16) {
    (area.x + area.width.saturating_sub(columns) / 2, area.y + area.height.saturating_sub(rows) / 2)
}

/// Words with a space between the letters, and three between words.
fn spaced(text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation as _;
    let line = |line: &str| {
        let word = |word: &str| word.graphemes(true).collect::<Vec<_>>().join("\u{a0}");
        line.split_whitespace().map(word).collect::<Vec<_>>().join("\u{a0}\u{a0} ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
