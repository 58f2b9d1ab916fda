//! The tables side by side: of one round what every table said, in columns or as one list.

use super::{
    alike::twins_of,
    view::{At, Sight, View, first},
};
use crate::{
    app::Desk,
    record::EntryId,
    text::{width, wrap_text},
    ui::{Command, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// How many rows a page is.
const PAGE: usize = 10;
/// The least columns in which the words of a table can be read.
const LEAST: u16 = 26;
/// The most rows of a line in a column.
const MOST: usize = 4;

/// The view.
#[derive(Debug, Default)]
pub struct Beside {
    /// The round that is looked at, by its place.
    round: usize,
    /// One list of all tables.
    list: bool,
    /// The lines of each table, or all of them as one.
    columns: Vec<Vec<usize>>,
    column: usize,
    at: usize,
    held: Option<EntryId>,
}

impl Beside {
    fn chosen(&self) -> Option<usize> {
        self.columns.get(self.column)?.get(self.at).copied()
    }

    fn remember(&mut self, sight: &Sight<'_>) {
        let long = self.columns.get(self.column).map_or(0, Vec::len);
        self.at = self.at.min(long.saturating_sub(1));
        self.held = self.chosen().map(|point| sight.point(point).id.clone());
    }

    fn rounds(sight: &Sight<'_>) -> usize {
        let strange = sight.harvest.points.spots.iter().map(|spot| spot.round + 1).max().unwrap_or(0);
        sight.session.head.workshop.rounds.len().max(strange)
    }

    fn go_round(&mut self, by: isize, sight: &Sight<'_>) {
        let rounds = Self::rounds(sight).max(1);
        self.round = (self.round + rounds).saturating_add_signed(by) % rounds;
        (self.at, self.held) = (0, None);
        self.follow(sight);
    }

    /// How many columns fit, and how wide each is.
    fn fit(&self, area: Rect) -> (usize, u16) {
        let side = usize::from(area.width / LEAST).clamp(1, self.columns.len().max(1));
        (side, area.width / side as u16)
    }

    fn head(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        let (theme, words) = (&desk.theme, &desk.words);
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let round = sight.session.head.workshop.rounds.get(self.round);
        let args = [("nth", (self.round + 1).into()), ("of", Self::rounds(sight).into())];
        let right = format!(
            "{}  {}",
            words.tell("oogst-question", &args),
            if theme.is_plain() { "Ctrl+Right" } else { "Ctrl+→" }
        );
        let end = paint::put_right(buf, area, area.right(), area.y, &right, theme.ink(Ink::Dim));
        let title = round.map_or_else(|| words.say("oogst-strange"), |round| round.title.clone());
        let asked = round.map(|round| round.question.as_str()).filter(|asked| !asked.is_empty());
        let used = paint::put(buf, area, area.x, area.y, asked.unwrap_or(&title), bold, end.saturating_sub(area.x + 1));
        if asked.is_some() && area.x + used + 3 + (width(&title) as u16) < end {
            paint::put(
                buf,
                area,
                area.x + used + 2,
                area.y,
                &title,
                theme.ink(Ink::Dim),
                end.saturating_sub(area.x + used + 3),
            );
        }
    }

    fn paint_list(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        let theme = &desk.theme;
        let lines = self.columns.first().map(Vec::as_slice).unwrap_or_default();
        let height = usize::from(area.height);
        let from = first(self.at, lines.len(), height);
        for (nth, &point) in lines.iter().enumerate().skip(from).take(height) {
            let row = Rect { y: area.y + (nth - from) as u16, height: 1, ..area };
            let voice = sight.point(point).party.as_ref().and_then(|id| sight.session.head.parties.get(id));
            let votes = sight.point(point).votes;
            let mut right = row.right();
            right = paint::put_right(buf, row, right, row.y, &themes_of(sight, point), theme.ink(Ink::Accent))
                .min(right - 6)
                - 1;
            if votes > 0 {
                let text = desk.words.tell("oogst-votes", &[("count", (votes.unsigned_abs() as usize).into())]);
                right = paint::put_right(buf, row, right, row.y, &text, theme.ink(Ink::Warn)).saturating_sub(2);
            }
            if let Some(party) = voice.filter(|_| row.width >= 70) {
                let label = crate::text::fit(&party.label, 18);
                right = paint::put_right(buf, row, right, row.y, &label, theme.ink(Ink::Dim)).saturating_sub(2);
            }
            if let Some(twins) = twins_of(sight, point) {
                right = paint::put_right(buf, row, right, row.y, &twins, theme.ink(Ink::Dim)).saturating_sub(2);
            }
            paint::put(buf, row, row.x, row.y, &sight.t(sight.point(point).nth), theme.ink(Ink::Dim), 4);
            let words = Rect { x: row.x + 5, width: right.saturating_sub(row.x + 5), ..row };
            sight.line(buf, words, point, false, desk);
            if nth == self.at {
                buf.set_style(Rect::new(row.x.saturating_sub(1), row.y, row.width + 2, 1), theme.chosen());
            }
        }
    }

    fn paint_columns(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        let theme = &desk.theme;
        let (side, wide) = self.fit(area);
        let from = self.column.saturating_sub(side - 1).min(self.columns.len().saturating_sub(side));
        for (place, nth) in (from..self.columns.len()).take(side).enumerate() {
            let x = area.x + wide * place as u16;
            let column = Rect { x, width: wide.saturating_sub(2), ..area };
            let bold = theme.ink(if nth == self.column { Ink::Accent } else { Ink::Text }).add_modifier(Modifier::BOLD);
            let name = crate::app::tafel::table_name(sight.session, sight.harvest.points.tables[nth], desk);
            let count = self.columns[nth].len().to_string();
            let end = paint::put_right(buf, column, column.right(), column.y, &count, theme.ink(Ink::Dim));
            paint::put(buf, column, x, column.y, &name, bold, end.saturating_sub(x + 1));
            paint::rule(buf, column, column.y + 1, theme);
            let body = Rect { y: column.y + 2, height: column.height.saturating_sub(2), ..column };
            self.paint_column(buf, body, nth, sight, desk);
        }
        let (left, right) = (from > 0, from + side < self.columns.len());
        if area.height > 1 && (left || right) {
            let text = format!("{}{}", if left { "<" } else { " " }, if right { ">" } else { " " });
            paint::put_right(buf, area, area.right(), area.y, &text, theme.ink(Ink::Dim));
        }
    }

    fn paint_column(&self, buf: &mut Buffer, body: Rect, nth: usize, sight: &Sight<'_>, desk: &Desk) {
        let (theme, lines) = (&desk.theme, &self.columns[nth]);
        let room = usize::from(body.width.saturating_sub(5).max(1));
        let tall = |point: usize| wrap_text(&sight.text(point), room).len().clamp(1, MOST) as u16;
        let chosen = nth == self.column;
        // so many lines above the choice as leave it in view
        let mut from = if chosen { self.at.min(lines.len().saturating_sub(1)) } else { 0 };
        let mut rest = body.height.saturating_sub(lines.get(from).map_or(0, |point| tall(*point)));
        while chosen && from > 0 && tall(lines[from - 1]) <= rest * 2 / 3 {
            rest -= tall(lines[from - 1]);
            from -= 1;
        }
        let mut y = body.y;
        let mut spot = None;
        for (place, &point) in lines.iter().enumerate().skip(from) {
            if y >= body.bottom() {
                break;
            }
            let top = y;
            let text = sight.text(point);
            let own = sight.spot(point);
            let tone = theme.ink(Ink::Tone(own.tone)).add_modifier(Modifier::BOLD);
            let marked = sight.look.marks.contains(&sight.point(point).id);
            let sigil = match (marked, own.sigil) {
                (true, _) => theme.glyphs.done.to_owned(),
                (false, Some(sigil)) => sigil.to_string(),
                (false, None) => theme.glyphs.dot.to_owned(),
            };
            paint::put(buf, body, body.x, y, &sigil, tone, 1);
            let same = if sight.harvest.twins.of(point).is_empty() { "" } else { "=" };
            let in_theme = format!("{same}{}", themes_of(sight, point));
            paint::put_right(buf, body, body.right(), y, &in_theme, theme.ink(Ink::Accent));
            let rows = wrap_text(&text, room);
            for (row, range) in rows.iter().take(MOST).enumerate() {
                let more = if row + 1 == MOST && rows.len() > MOST { theme.glyphs.more } else { "" };
                let star = if row == 0 && sight.harvest.themes.key[point] { theme.glyphs.star } else { "" };
                let lesson = row == 0 && sight.taught(point).is_some();
                let lesson = if lesson { format!("{} ", theme.glyphs.lesson) } else { String::new() };
                let words = format!("{star}{lesson}{}{more}", text[range.clone()].trim_end());
                paint::put(buf, body, body.x + 2, y, &words, theme.ink(Ink::Text), body.width.saturating_sub(5));
                y += 1;
            }
            if chosen && place == self.at {
                let high = y.min(body.bottom()).saturating_sub(top);
                buf.set_style(Rect::new(body.x.saturating_sub(1), top, body.width + 1, high), theme.chosen());
            }
            spot = Some(own).or(spot);
        }
    }
}

/// The themes of a line by their numbers, as they are pressed; a dot for one that has none.
fn themes_of(sight: &Sight<'_>, point: usize) -> String {
    let of = sight.harvest.themes.of.line(point);
    let number = |nth: &u16| if *nth < 9 { (nth + 1).to_string() } else { "+".to_owned() };
    of.iter().take(2).map(number).collect::<Vec<_>>().join("")
}

impl View for Beside {
    fn follow(&mut self, sight: &Sight<'_>) {
        self.round = self.round.min(Self::rounds(sight).saturating_sub(1));
        let points = &sight.harvest.points;
        let mut lines: Vec<usize> =
            (0..points.all.len()).filter(|&at| points.spot(at).round == self.round && sight.look.lets(at)).collect();
        sight.harvest.sort(&mut lines, sight.look.sort);
        sight.harvest.twins.together(&mut lines);
        if self.list {
            self.columns = vec![lines];
        } else {
            self.columns = vec![Vec::new(); points.tables.len()];
            lines.into_iter().for_each(|at| self.columns[points.all[at].nth].push(at));
        }
        self.column = self.column.min(self.columns.len().saturating_sub(1));
        let held = self.held.as_ref().and_then(|id| points.at(id));
        let found = held.and_then(|point| {
            let mut columns = self.columns.iter().enumerate();
            columns.find_map(|(column, lines)| Some((column, lines.iter().position(|at| *at == point)?)))
        });
        if let Some(found) = found {
            (self.column, self.at) = found;
        } else if self.held.is_none() && self.columns.get(self.column).is_some_and(Vec::is_empty) {
            self.column = self.columns.iter().position(|lines| !lines.is_empty()).unwrap_or(self.column);
        }
        self.remember(sight);
    }

    fn on(&mut self, command: Command, sight: &Sight<'_>) -> bool {
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at += 1,
            Command::PageUp => self.at = self.at.saturating_sub(PAGE),
            Command::PageDown => self.at += PAGE,
            Command::ToTop => self.at = 0,
            Command::ToEnd => self.at = usize::MAX,
            Command::ColumnLeft if !self.list => self.column = self.column.saturating_sub(1),
            Command::ColumnRight if !self.list => {
                self.column = (self.column + 1).min(self.columns.len().saturating_sub(1));
            }
            Command::NextRound => self.go_round(1, sight),
            Command::PrevRound => self.go_round(-1, sight),
            Command::OneList => {
                self.list = !self.list;
                self.follow(sight);
            }
            _ => return false,
        }
        self.remember(sight);
        true
    }

    fn at(&self) -> At {
        self.chosen().map_or(At::Nothing, |point| At::Line { point, theme: None })
    }

    fn choose(&mut self, point: usize, sight: &Sight<'_>) {
        self.round = sight.spot(point).round;
        self.held = Some(sight.point(point).id.clone());
        self.follow(sight);
    }

    fn paint(&self, buf: &mut Buffer, area: Rect, sight: &Sight<'_>, desk: &Desk) {
        self.head(buf, area, sight, desk);
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.list {
            self.paint_list(buf, body, sight, desk);
        } else {
            self.paint_columns(buf, body, sight, desk);
        }
    }
}
