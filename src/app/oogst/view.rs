//! What every view of the harvest is: rows that are laid out when something is different, a choice among them, and a picture.

use super::Look;
use crate::{
    app::Desk,
    harvest::{
        Harvest, Point, Spot,
        verdicts::{Teller, Verdicts},
    },
    record::{EntryId, TableId, Taught},
    session::Session,
    ui::{Command, paint, theme::Ink},
    words::Words,
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// What a view looks at.
pub struct Sight<'a> {
    /// The session.
    pub session: &'a Session,
    /// What is made of it.
    pub harvest: &'a Harvest,
    /// What all tables come to.
    pub verdicts: &'a Verdicts,
    /// Filter, order and marks.
    pub look: &'a Look,
    /// The language.
    pub words: &'a Words,
}

/// What the keys are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// Nothing is there.
    Nothing,
    /// A theme, by its place.
    Theme(usize),
    /// A line, by its place, under a theme or under none.
    Line {
        /// The line.
        point: usize,
        /// The theme under which it is shown.
        theme: Option<usize>,
    },
    /// What is under no theme, as a whole.
    Unused,
    /// What was judged at a table, in a round by its place.
    Judged {
        /// The table.
        table: TableId,
        /// The round.
        round: usize,
    },
}

/// A view.
pub trait View {
    /// Lays out anew what it shows; the choice stays on what it was on, or goes to what followed that.
    fn follow(&mut self, sight: &Sight<'_>);
    /// Takes a command about moving, or about this view alone; says whether it was one.
    fn on(&mut self, command: Command, sight: &Sight<'_>) -> bool;
    /// What the keys are about.
    fn at(&self) -> At;
    /// Chooses a line, if it is shown.
    fn choose(&mut self, point: usize, sight: &Sight<'_>);
    /// What is told below of what is chosen; nothing where that is told as everywhere.
    fn told(&self, _: &Sight<'_>) -> Option<Vec<Part>> {
        None
    }
    /// Paints it.
    fn paint(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk);
}

/// Something told below a view: its words, its colour, whether it is strong.
pub type Part = (String, Ink, bool);

impl<'a> Sight<'a> {
    /// Who tells what is seen over all tables.
    pub fn teller(&self) -> Teller<'a> {
        Teller { words: self.words, parties: &self.session.head.parties }
    }

    /// A line.
    pub fn point(&self, at: usize) -> &'a Point {
        &self.harvest.points.all[at]
    }

    /// The question of a line.
    pub fn spot(&self, at: usize) -> &'a Spot {
        self.harvest.points.spot(at)
    }

    /// The words of a line, on one row.
    pub fn text(&self, at: usize) -> std::borrow::Cow<'a, str> {
        crate::text::clean_line(self.harvest.points.text(self.session, at))
    }

    /// What makes a line a lesson, if it is one.
    pub fn taught(&self, at: usize) -> Option<Taught> {
        let entry = self.harvest.points.entry(self.session, at)?;
        Taught::of(entry, Some(&self.session.harvest.records))
    }

    /// Whether a theme that somebody made is a lesson.
    pub fn teaches(&self, id: &EntryId) -> bool {
        self.session.harvest.records.entry(id).is_some_and(|theme| Taught::of(theme, None).is_some())
    }

    /// How a table is called in a column: `T3`.
    pub fn t(&self, nth: usize) -> String {
        let number = self.harvest.points.tables.get(nth).map_or(0, |table| table.0);
        self.words.tell("oogst-t", &[("number", (number as usize).into())])
    }

    /// Paints the mark, sign, star and whatever else is said of a line at `x`, then its words; says where they end.
    pub fn line(&self, buf: &mut Buffer, row: Rect, at: usize, evidence: bool, desk: &Desk) -> u16 {
        let (theme, spot) = (&desk.theme, self.spot(at));
        let marked = self.look.marks.contains(&self.point(at).id);
        let tone = theme.ink(Ink::Tone(spot.tone)).add_modifier(Modifier::BOLD);
        if marked {
            let strong = theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
            paint::put(buf, row, row.x, row.y, theme.glyphs.done, strong, 1);
        } else {
            let sigil = spot.sigil.map_or_else(|| theme.glyphs.dot.to_owned(), String::from);
            paint::put(buf, row, row.x, row.y, &sigil, tone, 1);
        }
        let mut x = row.x + 2;
        if self.harvest.themes.key[at] {
            x += paint::put(buf, row, x, row.y, theme.glyphs.star, theme.ink(Ink::Warn), 1) + 1;
        }
        if self.taught(at).is_some() {
            x += paint::put(buf, row, x, row.y, theme.glyphs.lesson, theme.ink(Ink::Good), 1) + 1;
        }
        if evidence {
            x += paint::put(buf, row, x, row.y, theme.glyphs.under, theme.ink(Ink::Accent), 1) + 1;
        }
        x + paint::put(buf, row, x, row.y, &self.text(at), theme.ink(Ink::Text), row.right().saturating_sub(x))
    }
}

/// The first row to show of `count`, so that the chosen one is in view with some of what follows.
pub fn first(at: usize, count: usize, height: usize) -> usize {
    at.saturating_sub(height * 2 / 3).min(count.saturating_sub(height))
}
