//! The tables at a glance: what each has in the round that runs, what it said of its card, which laptop writes there, when it
//! last gave a sign of life, and who needs help. A table on paper is never quiet.

use super::Now;
use crate::{
    app::{Desk, over::answer_ink, tafel::table_name},
    form::Place,
    record::{Entry, FactKey, Flag, Now as Time, TableId, Value},
    session::{Answer, Table},
    text::width,
    ui::{paint, theme::Ink},
    words::dates,
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// From so many milliseconds without a sign of life a table is quiet.
const QUIET: i64 = 4 * 60_000;
/// The most categories that are counted.
const MOST: usize = 6;
/// The least columns for the name of a table, and for how it is doing.
const NAME: u16 = 10;
const STATE: u16 = 13;

/// How a table is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Hand,
    Done,
    Paper,
    Quiet,
    Silent,
    Busy,
}

impl Now<'_> {
    /// The round that the counts are of: the one that runs, or was begun last.
    fn counted(&self) -> Option<usize> {
        self.order.running().and_then(|at| self.order.blocks[at].round).or(self.clock.running())
    }

    fn places(&self, desk: &Desk) -> Vec<Place> {
        let rounds = &self.session.head.workshop.rounds;
        let Some(round) = self.counted().and_then(|at| rounds.get(at)) else { return Vec::new() };
        let Some(table) = self.session.tables.first() else { return Vec::new() };
        let scope = self.session.scope(table, &desk.words);
        let places = round.places(scope).into_iter();
        places.filter(|place| !place.quiet && place.sigil.is_some()).take(MOST).collect()
    }

    fn state(&self, table: &Table) -> State {
        let yes = |key: &FactKey| table.records.fact(key) == Some(&Value::Yes(true));
        let round = self.counted().and_then(|at| self.session.head.workshop.rounds.get(at));
        let since = |at: i64| self.millis.saturating_sub(at);
        let last = table.records.latest().map(|stamp| stamp.millis);
        let begun = self.running().filter(|(at, running)| {
            !self.order.blocks[*at].pause && !running.paused && running.elapsed * 1000 >= QUIET // in a break all are quiet
        });
        if yes(&FactKey::Hand) {
            State::Hand
        } else if round.is_some_and(|round| yes(&FactKey::Done(round.id.clone()))) {
            State::Done
        } else if self.is_on_paper(table.id) {
            State::Paper
        } else if last.is_none() {
            State::Silent
        } else if begun.is_some() && last.is_some_and(|at| since(at) >= QUIET) {
            State::Quiet
        } else {
            State::Busy
        }
    }

    /// Whether a table writes on paper.
    pub(super) fn is_on_paper(&self, table: TableId) -> bool {
        self.session.room.records.fact(&FactKey::Paper(table)) == Some(&Value::Yes(true))
    }

    /// What stands behind the name of a table: how it is doing, and what it said of its card.
    fn told(&self, table: &Table, state: State, desk: &Desk) -> (String, Ink) {
        let (key, ink) = match state {
            State::Hand => (Some("regie-hand"), Ink::Warn),
            State::Done => (Some("regie-done"), Ink::Good),
            State::Paper => (Some("regie-paper"), Ink::Dim),
            State::Quiet => (Some("regie-quiet"), Ink::Warn),
            State::Silent => (Some("regie-silent"), Ink::Dim),
            State::Busy => (None, Ink::Dim),
        };
        let round = self.counted().and_then(|at| self.session.head.workshop.rounds.get(at));
        let answer = round.and_then(|round| Answer::of(table, round)).map(|(answer, _)| answer);
        let said = answer.map(|answer| desk.words.say(&format!("read-back-{}", answer.key())));
        let ink = match (state, answer) {
            (State::Hand | State::Quiet | State::Silent, _) | (_, None) => ink,
            (State::Done | State::Paper | State::Busy, Some(answer)) => answer_ink(answer),
        };
        let parts: Vec<String> = key.map(|key| desk.words.say(key)).into_iter().chain(said).collect();
        (parts.join(", "), ink)
    }

    /// How many tables ask for help.
    pub(super) fn hands(&self) -> usize {
        self.session.tables.iter().filter(|table| self.state(table) == State::Hand).count()
    }

    /// Paints the tables from row `y` on; says which row is free below them.
    pub(super) fn tables(&self, buf: &mut Buffer, desk: &Desk, area: Rect, mut y: u16) -> u16 {
        let (theme, words) = (&desk.theme, &desk.words);
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let dim = theme.ink(Ink::Dim);
        let mut places = self.places(desk);
        let last_wide = if area.width < 60 { 9 } else { 10 };
        let column = if places.is_empty() {
            7
        } else if area.width < 60 {
            4
        } else {
            5
        };
        // as many as leave room for how a table is doing
        places.truncate(usize::from(area.width.saturating_sub(last_wide + NAME + STATE) / column).max(1));
        let counts = area.right().saturating_sub(last_wide + column * places.len().max(1) as u16);
        paint::put(buf, area, area.x, y, &words.say("regie-tables"), bold, area.width);
        for (nth, place) in places.iter().enumerate() {
            let right = counts + column * (nth as u16 + 1);
            let sigil = place.sigil.map(String::from).unwrap_or_default();
            let ink = theme.ink(Ink::Tone(place.tone)).add_modifier(Modifier::BOLD);
            paint::put_right(buf, area, right, y, &sigil, ink);
        }
        let round = self.counted().and_then(|at| self.session.head.workshop.rounds.get(at));
        if places.is_empty() {
            paint::put_right(buf, area, counts + column, y, &words.say("regie-count"), dim);
        }
        paint::put_right(buf, area, area.right(), y, &words.say("regie-last"), dim);
        y += 1;
        for table in &self.session.tables {
            if y >= area.bottom() {
                return y;
            }
            let state = self.state(table);
            let name = table_name(self.session, table.id, desk);
            let (told, ink) = self.told(table, state, desk);
            let name_wide = counts.saturating_sub(area.x + 1).clamp(8, 16);
            let used = paint::put(buf, area, area.x, y, &name, bold, name_wide);
            let x = area.x + used.max(9) + 1;
            let used = paint::put(buf, area, x, y, &told, theme.ink(ink), counts.saturating_sub(x));
            let device = table.records.latest().map(|stamp| stamp.device.to_string()).unwrap_or_default();
            let x = x + used + 2 * u16::from(used > 0);
            if x + width(&device) as u16 <= counts {
                paint::put(buf, area, x, y, &device, dim, counts.saturating_sub(x));
            }
            for (nth, place) in places.iter().enumerate() {
                let count = table.records.count(&place.block, &place.category).to_string();
                let count = if state == State::Silent { "–".to_owned() } else { count };
                let right = counts + column * (nth as u16 + 1);
                paint::put_right(buf, area, right, y, &count, theme.ink(Ink::Tone(place.tone)));
            }
            if let Some(round) = round.filter(|_| places.is_empty()) {
                let all = table.records.all().into_iter();
                let count = all.filter(|entry| !entry.gone && entry.home.round == round.id).count();
                paint::put_right(buf, area, counts + column, y, &count.to_string(), theme.ink(Ink::Text));
            }
            let last = table.records.latest().map_or_else(|| "–".to_owned(), |stamp| self.ago(stamp.millis, desk));
            let ink = if state == State::Quiet { Ink::Warn } else { Ink::Dim };
            paint::put_right(buf, area, area.right(), y, &last, theme.ink(ink));
            if matches!(state, State::Hand | State::Quiet) {
                buf.set_style(Rect::new(area.x, y, area.width, 1), theme.chosen());
            }
            y += 1;
        }
        y
    }

    fn ago(&self, millis: i64, desk: &Desk) -> String {
        let seconds = self.millis.saturating_sub(millis).div_euclid(1000);
        let args = |count: i64| [("count", count.into())];
        match seconds {
            ..10 => desk.words.say("regie-now"),
            10..60 => desk.words.tell("regie-seconds", &args(seconds)),
            60..3600 => desk.words.tell("regie-minutes", &args(seconds / 60)),
            _ => dates::time(Time { millis, ..desk.now }.local().time()),
        }
    }

    /// Paints the newest lines of all tables from row `y` on, as many as fit.
    pub(super) fn newest(&self, buf: &mut Buffer, desk: &Desk, area: Rect, mut y: u16) {
        let theme = &desk.theme;
        let rows = usize::from(area.bottom().saturating_sub(y + 1));
        let all =
            self.session.tables.iter().flat_map(|table| table.records.all().into_iter().map(move |one| (table, one)));
        let shown = |entry: &Entry| !entry.gone && !entry.has(Flag::Confidential) && !entry.text.is_empty();
        let mut said: Vec<(&Table, &Entry)> = all.filter(|(_, entry)| shown(entry)).collect();
        said.sort_by(|(_, a), (_, b)| b.born.cmp(&a.born));
        if rows == 0 || said.is_empty() {
            return;
        }
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        paint::put(buf, area, area.x, y, &desk.words.say("regie-newest"), bold, area.width);
        for (table, entry) in said.into_iter().take(rows) {
            y += 1;
            let name = table_name(self.session, table.id, desk);
            let used = paint::put(buf, area, area.x, y, &name, theme.ink(Ink::Dim), 14).max(8) + 1;
            let text = entry.text.replace('\n', " ");
            paint::put(buf, area, area.x + used, y, &text, theme.ink(Ink::Text), area.width.saturating_sub(used));
        }
    }
}
