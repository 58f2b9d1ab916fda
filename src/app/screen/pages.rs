//! The pages of the projector, one for each thing that can be shown.
//!
//! Each is made for the back of a hall: few words, as large as they go, nothing to choose. Called by `draw`.

use super::{
    digits,
    draw::{COUNTS, Page, above, band_rows, below},
    harvest::{Tally, tallies},
    letters,
    outcome::{Outcome, Score, outcome},
    shows::Recess,
};
use crate::{
    record::{BlockId, Now, TableId},
    text::{clean_line, fit, width, wrap},
    ui::{paint, theme::Ink},
    words::{dates, numbers::count},
    workshop::Round,
};
use ratatui::{layout::Rect, style::Modifier};

/// The least columns in which the words of a category can be read beside those of another.
const COLUMN: u16 = 22;

impl Page<'_> {
    pub(super) fn welcome(&mut self) {
        let area = self.inner();
        let head = &self.session.head;
        let day = dates::weekday_long(head.date, self.words.lang());
        let place = clean_line(&head.place).into_owned();
        let small = [place, day].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>();
        let tall = if area.height >= 40 { 5 } else { 2 };
        let foot = tall * small.len() as u16;
        let title = head.title.clone();
        let lead = u16::from(area.height >= 20) * 2;
        self.large(below(above(area, foot + 1), lead), &title, Ink::Accent);
        let mut rest = below(area, area.height.saturating_sub(foot));
        for line in small {
            self.large_at_most(above(rest, rest.height.saturating_sub(tall - 1)), &line, Ink::Text, 1);
            rest = below(rest, tall);
        }
        if self.clock.running().is_none() && area.height >= 20 {
            let soon = self.words.say("screen-soon");
            self.line(area, area.y, &soon, self.theme.ink(Ink::Dim));
        }
    }

    /// The question of the round, or its title where it asks nothing.
    fn asked(&self, round: &Round) -> String {
        let own = round.blocks.iter().map(|form| form.lens().frame().question);
        let asked = std::iter::once(round.question.as_str()).chain(own).find(|text| !text.trim().is_empty());
        asked.unwrap_or(&round.title).to_owned()
    }

    pub(super) fn question(&mut self) {
        let Some((_, round, running)) = self.running() else { return self.welcome() };
        let mut area = self.header(&round.title);
        let asked = self.asked(round);
        let Some(running) = running else { return self.large(area, &asked, Ink::Text) };
        // a smaller clock, and at last no counts, where the question would otherwise not be in large letters
        let plain = self.theme.is_plain();
        let fits = |tall: u16, counts: bool| {
            let rows = area.height.saturating_sub(band_rows(tall) + if counts { COUNTS } else { 0 });
            letters::set(&asked, area.width, rows, plain).is_some()
        };
        let large = if area.height >= 36 { 10 } else { 5 };
        let ways = [(large, true), (5, true), (3, true), (5, false), (3, false), (1, false)];
        let usual = if area.height >= 14 { (5, true) } else { (1, true) };
        let (tall, counts) = ways.into_iter().find(|(tall, counts)| fits(*tall, *counts)).unwrap_or(usual);
        if counts {
            area = self.counts(area, &tallies(self.session, self.words, round, None));
        }
        area = self.band(area, tall, round, &running);
        self.large(area, &asked, Ink::Text);
    }

    pub(super) fn clock(&mut self) {
        let Some((_, round, running)) = self.running() else { return self.welcome() };
        let Some(running) = running else { return self.question() };
        let area = self.header(&round.title);
        let tallies = tallies(self.session, self.words, round, None);
        let area = self.counts(area, &tallies);
        let steps: Vec<String> = self.steps(round, &running).into_iter().map(|(text, _)| text).collect();
        let asked = self.asked(round);
        let third = (area.height / 3).clamp(1, 14);
        let lead =
            letters::set(&asked, area.width, third, self.theme.is_plain()).map_or(third.min(3), |dots| dots.rows());
        self.large_at_most(above(area, area.height - lead.min(area.height)), &asked, Ink::Text, 2);
        let area = below(area, lead + u16::from(area.height >= 12));
        let foot = if steps.is_empty() { 1 } else { 3 };
        let text = dates::clock(running.left);
        let room = above(area, foot + u16::from(area.height >= 10));
        self.blocks(room, &text, Page::clock_ink(&running));
        let end = area.bottom().saturating_sub(1);
        if !steps.is_empty() {
            let words = steps.join(&format!("  {}  ", self.theme.glyphs.dot));
            self.line(area, end, &words, self.bold(Ink::Text));
        }
        self.progress(area, end.saturating_sub(foot - 1), &running);
    }

    pub(super) fn phase(&mut self) {
        let Some((_, round, running)) = self.running() else { return self.welcome() };
        let Some(running) = running.filter(|running| running.phase.is_some()) else { return self.question() };
        let area = self.header(&round.title);
        let phase = running.phase.and_then(|nth| round.phases.get(nth));
        let Some(phase) = phase else { return };
        let group = self.words.say(&format!("report-group-{}", phase.group.key()));
        let name = if phase.name.trim().is_empty() { group } else { phase.name.clone() };
        let tall = match area.height {
            40.. => 10,
            16.. => 5,
            _ => 1,
        };
        let area = self.band(area, tall, round, &running);
        self.large(area, &name, Ink::Text);
    }

    pub(super) fn harvest(&mut self) {
        let Some((_, round, _)) = self.running() else { return self.welcome() };
        let area = self.header(&round.title);
        let tallies = tallies(self.session, self.words, round, None);
        self.lists(area, &tallies, true);
    }

    pub(super) fn card(&mut self, table: TableId) {
        let Some((_, round, _)) = self.running() else { return self.welcome() };
        let area = self.header(&round.title);
        let title = self.table_title(table);
        let tall = if area.height >= 16 { 4 } else { 1 };
        self.large_at_most(above(area, area.height - tall), &title, Ink::Accent, 1);
        let tallies = tallies(self.session, self.words, round, Some(table));
        self.lists(below(area, tall + 1), &tallies, false);
    }

    /// The name of a table, with its number.
    pub(super) fn table_title(&self, table: TableId) -> String {
        let name = self.session.head.names.get(&table).map(|name| name.trim()).filter(|name| !name.is_empty());
        let number = table.to_string();
        match name {
            Some(name) => self.words.tell("report-table-named", &[("number", number.into()), ("name", name.into())]),
            None => self.words.tell("report-table", &[("number", number.into())]),
        }
    }

    /// Categories side by side, or below each other where there is no room; `numbers` shows how much there is of each, large.
    fn lists(&mut self, area: Rect, tallies: &[Tally], numbers: bool) {
        let said: Vec<&Tally> = tallies.iter().filter(|tally| tally.count > 0).collect();
        if said.is_empty() {
            let nothing = self.words.say("screen-nothing");
            return self.large_at_most(area, &nothing, Ink::Dim, 1);
        }
        let side = usize::from(area.width / COLUMN).clamp(1, said.len().min(4));
        let deep = said.len().div_ceil(side) as u16;
        let gap = if side > 1 { 3 } else { 0 };
        let wide = (area.width - gap * (side as u16 - 1)) / side as u16;
        let tall = area.height / deep;
        for (nth, tally) in said.into_iter().enumerate() {
            let (column, row) = ((nth % side) as u16, (nth / side) as u16);
            let x = area.x + column * (wide + gap);
            let room = Rect::new(x, area.y + row * tall, wide, tall.saturating_sub(u16::from(row + 1 < deep)));
            self.list(room, tally, numbers);
        }
    }

    /// A category: how much, what it is called, and its words as far as they fit.
    fn list(&mut self, area: Rect, tally: &Tally, numbers: bool) {
        let ink = Ink::Tone(tally.tone);
        let number = count(tally.count, self.words.lang());
        let plain = self.theme.is_plain();
        let mut area = area;
        let blocks = (numbers && area.height >= 9).then(|| digits::set(&number, area.width, 5, plain)).flatten();
        let mut lead = tally.sigil.map(|sigil| format!("{sigil} ")).unwrap_or_default();
        match blocks {
            Some(dots) => {
                dots.paint(self.buf, area, area.x, area.y, self.theme.ink(ink), plain);
                area = below(area, dots.rows() + 1);
            }
            None => lead = format!("{lead}{number} "),
        }
        let label = format!("{lead}{}", clean_line(&tally.label).to_lowercase());
        paint::put(self.buf, area, area.x, area.y, &label, self.bold(ink), area.width);
        area = below(area, if area.height >= 6 { 2 } else { 1 });
        for line in &tally.lines {
            let rows = wrap(line, usize::from(area.width.saturating_sub(2).max(1)));
            let need = rows.len().min(3) as u16;
            if need > area.height {
                break;
            }
            paint::put(self.buf, area, area.x, area.y, self.theme.glyphs.dot, self.theme.ink(ink), 1);
            for (y, row) in rows.iter().take(3).enumerate() {
                let more = if y == 2 && rows.len() > 3 { self.theme.glyphs.more } else { "" };
                let room = usize::from(area.width.saturating_sub(2)).saturating_sub(width(more));
                let text = format!("{}{more}", fit(line[row.clone()].trim_end(), room));
                paint::put(self.buf, area, area.x + 2, area.y + y as u16, &text, self.bold(Ink::Text), area.width - 2);
            }
            let air = u16::from(area.height > need + 2);
            area = below(area, need + air);
        }
    }

    pub(super) fn vote(&mut self, block: &BlockId) {
        let rounds = &self.session.head.workshop.rounds;
        let found = rounds.iter().find_map(|round| {
            let form = round.blocks.iter().find(|form| form.lens().frame().id == block)?;
            Some((round, form.lens().frame()))
        });
        let Some((round, frame)) = found else { return };
        let title = if frame.title.trim().is_empty() { &round.title } else { frame.title };
        let mut area = self.header(title);
        let asked = [frame.question, &round.question].into_iter().find(|text| !text.trim().is_empty());
        if let Some(asked) = asked.filter(|_| area.height >= 12) {
            let rows = wrap(&clean_line(asked), usize::from(area.width.max(1))).len().min(2) as u16;
            self.large_at_most(above(area, area.height - rows), asked, Ink::Text, 0);
            area = below(area, rows + 1);
        }
        match outcome(self.session, self.words, block) {
            Outcome::Nothing => {
                let text = self.words.say("screen-nothing");
                self.large_at_most(area, &text, Ink::Dim, 1);
            }
            Outcome::Hidden => {
                let text = self.words.say("screen-hidden");
                self.large_at_most(area, &text, Ink::Dim, 1);
            }
            Outcome::Scores(scores, tables) => {
                let text = self.words.tell("screen-tables", &[("count", tables.into())]);
                let y = area.bottom().saturating_sub(1);
                self.line(area, y, &text, self.theme.ink(Ink::Dim));
                self.scores(above(area, 2), &scores);
            }
            Outcome::Lines(lines) => {
                for (nth, line) in lines.iter().enumerate() {
                    let y = area.y + (nth as u16).saturating_mul(2);
                    paint::put(self.buf, area, area.x, y, line, self.bold(Ink::Text), area.width);
                }
            }
        }
    }

    /// Items with what they have, the highest first: words over a bar, or beside one where there is less room.
    fn scores(&mut self, area: Rect, scores: &[Score]) {
        let many = scores.len() as u16;
        let step = [4, 3, 2].into_iter().find(|step| many.saturating_mul(*step) <= area.height + 1).unwrap_or(2);
        let behind = scores.iter().map(|score| width(&score.text)).max().unwrap_or(0);
        let room = usize::from(area.width).saturating_sub(behind + 2);
        for (nth, score) in scores.iter().take(usize::from((area.height + 1) / step)).enumerate() {
            let y = area.y + nth as u16 * step;
            let first = score.share >= 1.0;
            let ink = if first { Ink::Good } else { Ink::Accent };
            let label = fit(&score.label, room);
            paint::put(self.buf, area, area.x, y, &label, self.bold(Ink::Text), area.width);
            paint::put_right(
                self.buf,
                area,
                area.right(),
                y,
                &score.text,
                self.bold(if first { ink } else { Ink::Text }),
            );
            let cells = (f64::from(area.width) * score.share).round() as u16;
            for row in 1..step.min(3) {
                let sign = match (self.theme.is_plain(), row) {
                    (true, _) => "#",
                    (false, 1) if step < 4 => "▀",
                    (false, _) => "█",
                };
                let bar = sign.repeat(usize::from(cells));
                paint::put(self.buf, area, area.x, y + row, &bar, self.theme.ink(ink), area.width);
            }
        }
    }

    pub(super) fn recess(&mut self) {
        let area = self.inner();
        let recess = Recess::now(self.session, self.clock);
        let label = recess.as_ref().map(|recess| clean_line(&recess.label).into_owned());
        let label = label.filter(|label| !label.is_empty()).unwrap_or_else(|| self.words.say("screen-break"));
        let Some(ends) = recess.and_then(|recess| recess.ends) else {
            return self.large(area, &label, Ink::Accent);
        };
        let tall = if area.height >= 40 { 16 } else { area.height / 3 };
        self.large_at_most(above(area, area.height - tall), &label, Ink::Accent, 2);
        let rest = below(area, tall);
        let back = self.words.say("screen-back");
        self.line(
            rest,
            rest.y + u16::from(area.height >= 20),
            &back,
            self.theme.ink(Ink::Text).add_modifier(Modifier::BOLD),
        );
        let until = dates::time(Now { millis: ends, ..self.now }.local().time());
        let air = if area.height >= 20 { 3 } else { 1 };
        self.blocks(below(rest, air), &until, Ink::Text);
    }
}
