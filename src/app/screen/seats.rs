//! Who sits where, on the wall: for every table its chairs, by party and number, never a name.
//!
//! Tables side by side or below each other, in the largest letters in which all of them fit. Called by `draw`.

use super::{
    digits,
    draw::{Page, below},
    letters,
    shows::order,
};
use crate::{
    record::{Parties, PartyId, RoundId, TableId},
    session::seating::Kept,
    text::{clean_line, fit, width, wrap},
    ui::{paint, theme::Ink},
};
use ratatui::layout::Rect;

/// The most tables beside each other.
const BESIDE: usize = 4;
/// The rows of the smallest large letters.
const LARGE: u16 = 4;

/// How the chairs of a table are set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Set {
    /// A party on a line, in large letters.
    Large,
    /// A party on a line.
    Lines,
    /// All parties behind one another.
    Running,
}

impl Page<'_> {
    pub(super) fn seats(&mut self, round: &RoundId) {
        let Some(kept) = Kept::read(self.session) else { return };
        let Some(nth) = kept.rounds.iter().position(|known| known == round) else { return };
        let area = self.seats_header(round);
        let tables: Vec<(TableId, Vec<String>)> = (0..kept.seating.tables())
            .map(|table| (TableId(table as u32 + 1), self.parties(&kept, nth, table)))
            .collect();
        let all = || {
            [Set::Large, Set::Lines, Set::Running].into_iter().flat_map(|set| (1..=BESIDE).map(move |side| (set, side)))
        };
        let fits = |(set, side): &(Set, usize)| {
            let cells = cells(area, tables.len(), *side);
            tables.iter().zip(&cells).all(|((table, lines), cell)| self.fits(*set, *table, lines, *cell))
        };
        let (set, side) = all().find(fits).unwrap_or((Set::Running, if area.width < 60 { 1 } else { 2 }));
        for ((table, lines), cell) in tables.iter().zip(cells(area, tables.len(), side)) {
            self.seated(set, *table, lines, cell);
        }
    }

    /// The round at the left and which it is at the right; gives the rest of the room.
    fn seats_header(&mut self, id: &RoundId) -> Rect {
        let area = self.inner();
        let rounds = &self.session.head.workshop.rounds;
        let at = self.session.head.workshop.round_at(id);
        let order = order(self.session);
        let held = at.and_then(|at| order.iter().position(|held| *held == at));
        let mut right = area.right();
        if let Some(nth) = held {
            let text = self.words.tell("screen-round", &[("nth", (nth + 1).into()), ("count", order.len().into())]);
            right = paint::put_right(self.buf, area, right, area.y, &text, self.theme.ink(Ink::Dim)).saturating_sub(3);
        }
        let title = at.and_then(|at| rounds.get(at)).map_or("", |round| &round.title);
        let text = self.words.tell("screen-seats", &[("title", clean_line(title).into_owned().into())]);
        paint::put(self.buf, area, area.x, area.y, &text, self.bold(Ink::Accent), right.saturating_sub(area.x));
        below(area, 1 + u16::from(area.height >= 14))
    }

    /// The parties at a table with the numbers of their chairs: `Gemeente 1, 4`.
    fn parties(&self, kept: &Kept, round: usize, table: usize) -> Vec<String> {
        let mut lines: Vec<(PartyId, Vec<String>)> = Vec::new();
        for chair in kept.seating.at(round, table) {
            let party = &kept.parties[kept.seating.chairs()[chair]];
            let number =
                Parties::chair_of(&kept.seats[chair]).map(|(_, number)| number.to_string()).unwrap_or_default();
            match lines.iter_mut().find(|(known, _)| known == party) {
                Some((_, numbers)) => numbers.push(number),
                None => lines.push((party.clone(), vec![number])),
            }
        }
        let label = |id: &PartyId| {
            let label = self.session.head.parties.get(id).map_or(id.as_str(), |party| &party.label);
            clean_line(label).into_owned()
        };
        lines.into_iter().map(|(party, numbers)| format!("{} {}", label(&party), numbers.join(", "))).collect()
    }

    /// The room for the chairs, behind the number of the table.
    fn behind(&self, table: TableId, cell: Rect) -> Rect {
        let number = table.to_string();
        let wide = digits::set(&number, cell.width / 3, cell.height.min(5), self.theme.is_plain())
            .map_or(width(&number) as u16, |dots| dots.columns());
        let gap = wide + 3;
        Rect { x: cell.x + gap.min(cell.width), width: cell.width.saturating_sub(gap), ..cell }
    }

    fn fits(&self, set: Set, table: TableId, lines: &[String], cell: Rect) -> bool {
        let room = self.behind(table, cell);
        match set {
            Set::Large => {
                let plain = self.theme.is_plain();
                let set = lines.iter().map(|line| letters::set_at_most(line, room.width, LARGE + 1, plain, 1));
                let rows: Option<u16> = set.map(|dots| Some(dots?.rows())).sum();
                rows.is_some_and(|rows| rows <= room.height)
            }
            Set::Lines => {
                lines.len() <= usize::from(room.height)
                    && lines.iter().all(|line| width(line) <= usize::from(room.width))
            }
            Set::Running => running(lines, room).1.len() <= usize::from(room.height),
        }
    }

    fn seated(&mut self, set: Set, table: TableId, lines: &[String], cell: Rect) {
        let plain = self.theme.is_plain();
        let number = table.to_string();
        let accent = self.bold(Ink::Accent);
        match digits::set(&number, cell.width / 3, cell.height.min(5), plain) {
            Some(dots) => dots.paint(self.buf, cell, cell.x, cell.y, accent, plain),
            None => {
                paint::put(self.buf, cell, cell.x, cell.y, &number, accent, cell.width);
            }
        }
        let mut room = self.behind(table, cell);
        let text = self.bold(Ink::Text);
        match set {
            Set::Large => {
                let wide = room.width;
                for dots in lines.iter().filter_map(|line| letters::set_at_most(line, wide, LARGE + 1, plain, 1)) {
                    dots.paint(self.buf, room, room.x, room.y, text, plain);
                    room = below(room, dots.rows());
                }
            }
            Set::Lines => {
                for (y, line) in lines.iter().enumerate() {
                    paint::put(self.buf, room, room.x, room.y + y as u16, line, text, room.width);
                }
            }
            Set::Running => {
                let (line, rows) = running(lines, room);
                for (y, row) in rows.iter().take(usize::from(room.height)).enumerate() {
                    let cut = y + 1 == usize::from(room.height) && rows.len() > y + 1;
                    let more = if cut { self.theme.glyphs.more } else { "" };
                    let wide = usize::from(room.width).saturating_sub(width(more));
                    let words = format!("{}{more}", fit(line[row.clone()].trim_end(), wide));
                    paint::put(self.buf, room, room.x, room.y + y as u16, &words, text, room.width);
                }
            }
        }
    }
}

/// All parties behind one another, and the rows that takes.
fn running(lines: &[String], room: Rect) -> (String, Vec<std::ops::Range<usize>>) {
    // a party and its numbers stay together on a row
    let line = lines.iter().map(|line| line.replace(' ', "\u{a0}")).collect::<Vec<_>>().join("   ");
    let rows = wrap(&line, usize::from(room.width.max(1)));
    (line, rows)
}

/// Rooms for so many tables, so many beside each other, row by row.
fn cells(area: Rect, tables: usize, side: usize) -> Vec<Rect> {
    let side = side.min(tables).max(1);
    let deep = tables.div_ceil(side).max(1) as u16;
    let gap = 3;
    let wide = area.width.saturating_sub(gap * (side as u16 - 1)) / side as u16;
    let tall = area.height / deep;
    let air = u16::from(tall >= 3);
    let cell = |nth: usize| {
        let (x, y) = ((nth % side) as u16, (nth / side) as u16);
        Rect::new(area.x + x * (wide + gap), area.y + y * tall, wide, tall.saturating_sub(air))
    };
    (0..tables).map(cell).collect()
}
