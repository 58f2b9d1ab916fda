//! What was: the history of an entry, and the whole table as it was.
//!
//! A table of the past is a table like any other, made of the records of then, that nobody writes at: it is laid out and
//! painted as the table itself, so people know it at once; a bar says what it is, and the line takes a time. The line that
//! was being typed is not touched meanwhile.

use super::Tafel;
use crate::{
    app::{
        Desk,
        over::{Chapter, History, Over},
    },
    form::listing,
    record::{About, CategoryId, Deed as Why, EntryId, Part, RoundId, TableId, Voice},
    session::{Past, Session, Step, Table, Then, Turn, bring_back},
    text::{Editor, Op, fit},
    ui::{Command, line, paint, theme::Ink, typing},
    words::{dates, parse_moment},
};
use chrono::NaiveDateTime;
use crossterm::event::KeyEvent;
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// A look at the table as it was.
pub(super) struct Back {
    past: Past,
    /// How many of the moments have been.
    count: usize,
    /// The table made of the records of then.
    pub(super) shown: Tafel,
    unsure: usize,
    /// The time that is being typed.
    typed: Editor,
    /// Whether what is typed is no time.
    wrong: bool,
}

impl Tafel {
    /// Shows what is known of the past: of an entry what became of it, otherwise the table as it was.
    pub fn past(&mut self, table: TableId, about: Option<EntryId>, past: Past, desk: &mut Desk) -> Option<Over> {
        let Some(id) = about else {
            self.look_back(past, desk);
            return None;
        };
        let records = &self.session.table(table)?.records;
        let chapters: Vec<Chapter> =
            past.turns(&id, records).into_iter().map(|turn| self.chapter(turn, desk)).collect();
        let words = records.entry(&id).map(|entry| fit(&entry.text.replace('\n', " "), 40).into_owned());
        let title = desk.words.tell("past-history", &[("words", words.unwrap_or_default().into())]);
        Some(Over::History(History { title, of: id, chapters, at: 0 }))
    }

    fn chapter(&self, turn: Turn, desk: &Desk) -> Chapter {
        let words = &desk.words;
        let mut when = format!("{} {} {}", told_time(turn.local, desk), desk.theme.glyphs.dot, turn.stamp.device);
        let why = match &turn.deed {
            Some(Why::Undid(_)) => Some("past-undid"),
            Some(Why::Redid(_)) => Some("past-redid"),
            Some(Why::Did | Why::Kept) | None if turn.born => Some("past-born"),
            Some(Why::Did | Why::Kept) | None => None,
        };
        if let Some(why) = why {
            when = format!("{when} {} {}", desk.theme.glyphs.dot, words.say(why));
        }
        let mut lines: Vec<String> = Vec::new();
        let mut parts: Vec<&Part> = turn.parts.iter().collect();
        parts.sort_by_key(|part| !matches!(part, Part::Text(_))); // its words lead
        for part in parts {
            let line = self.told_part(part, desk);
            lines.extend((!lines.contains(&line) && !line.is_empty()).then_some(line));
        }
        let beside = if turn.stands { words.say("past-stands") } else { String::new() };
        Chapter { when, beside, lines, turn }
    }

    /// What a part became, in words.
    fn told_part(&self, part: &Part, desk: &Desk) -> String {
        let words = &desk.words;
        let scope = self.scope(desk);
        let voice = |voice: &Voice| scope.parties.voice(voice);
        let or_none = |told: Option<String>| told.unwrap_or_else(|| words.say("past-nobody"));
        let mark = |name: String, on: bool| {
            if on { name } else { words.tell("past-off", &[("mark", name.into())]) }
        };
        match part {
            Part::Text(text) => text.clone(),
            // a theme stands in no round
            Part::Home(home) if home.round == RoundId::default() => String::new(),
            Part::Category(id) if *id == crate::harvest::theme() => String::new(),
            Part::Home(home) => {
                let round = self.session.head.workshop.rounds.iter().find(|round| round.id == home.round);
                let title = round.map_or_else(|| home.round.to_string(), |round| round.title.clone());
                words.tell("past-round", &[("round", title.into())])
            }
            Part::Category(id) => words.tell("past-place", &[("place", self.label(id).into())]),
            Part::By(by) => words.tell("past-by", &[("who", or_none(by.as_ref().map(voice)).into())]),
            Part::Namens(by) => words.tell("past-for", &[("who", or_none(by.as_ref().map(voice)).into())]),
            Part::Answers(above) => {
                let above =
                    above.as_ref().and_then(|id| scope.records.entry(id)).map(|entry| entry.text.replace('\n', " "));
                match above {
                    Some(above) => words.tell("tafel-under", &[("words", above.into())]),
                    None => words.say("past-loose"),
                }
            }
            Part::Order(_) => words.say("past-order"),
            Part::Column(id, value) => {
                let about = About::of(id).map(|about| words.say(about.key()).to_lowercase());
                let columns = self.places.iter().flat_map(|(_, place)| &place.columns);
                let label = columns.filter(|column| column.id == *id).map(|column| column.label.as_str()).next();
                let told = value.as_ref().map(|value| listing::tell(scope, value));
                let label = about.unwrap_or_else(|| label.unwrap_or(id.as_str()).to_lowercase());
                format!("{label}: {}", told.unwrap_or_default()).trim().to_owned()
            }
            Part::Flag(flag, on) => mark(listing::flag(words, *flag), *on),
            Part::Theme(theme, on) => mark(format!("#{theme}"), *on),
            Part::Gone(true) => words.say("past-gone"),
            Part::Gone(false) => words.say("past-back"),
        }
    }

    /// The name of a category, wherever it stands.
    fn label(&self, id: &CategoryId) -> String {
        let place = self.places.iter().find(|(_, place)| place.category == *id);
        place.map(|(_, place)| place.label.clone()).filter(|label| !label.is_empty()).unwrap_or_else(|| id.to_string())
    }

    /// Makes an entry again what it was in a turn.
    pub(super) fn put_back(&mut self, id: &EntryId, turn: &Turn, desk: &mut Desk) {
        if self.harvesting().is_some() {
            return self.put_back_at_harvest(id, turn, desk);
        }
        let touches = turn.put_back(id, &self.at().records);
        if touches.is_empty() {
            return desk.tell(Ink::Dim, desk.words.say("past-is-so"));
        }
        if self.alter(touches, Why::Did, desk) {
            self.refresh_slot(desk);
            desk.tell(Ink::Good, desk.words.say("past-put-back"));
        }
    }

    fn look_back(&mut self, past: Past, desk: &mut Desk) {
        if past.moments().is_empty() {
            return desk.tell(Ink::Dim, desk.words.say("past-nothing"));
        }
        let mut session = Session::new(self.session.head.clone(), self.session.mint.clone());
        for table in self.session.everywhere() {
            session.table_or_new(table.id).records.clone_from(&table.records);
        }
        let mut shown = Self::at_table(session, self.table);
        shown.clock = self.clock.clone();
        let round = self.round_id();
        shown.steps(&Step::Round(round));
        let count = past.moments().len();
        let mut back = Back { past, count, shown, unsure: 0, typed: Editor::new(), wrong: false };
        back.go(count, self.at(), desk);
        self.then = Some(Box::new(back));
        self.suggest = None;
    }

    /// A step at the desk that nobody needs to know of: at a table of the past.
    fn steps(&mut self, step: &Step) {
        let id = self.table;
        if let Some(table) = self.session.table_mut(id) {
            table.desk.step(step);
        }
    }

    /// Takes a key while the table is shown as it was.
    pub(super) fn look_on(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) {
        let Some(mut back) = self.then.take() else { return };
        let last = back.past.moments().len();
        let to = match command {
            Some(Command::Back) if !back.typed.is_empty() => {
                back.typed = Editor::new();
                None
            }
            Some(Command::Back | Command::ToNow) => return,
            Some(Command::BringBack) if back.typed.is_empty() => {
                let Some(id) = back.shown.at().desk.chosen.clone() else {
                    desk.tell(Ink::Dim, desk.words.say("past-choose"));
                    self.then = Some(back);
                    return;
                };
                return self.bring_back(&id, back, desk);
            }
            Some(Command::BringBack) => back.read(self.session.head.date, desk),
            Some(Command::OneEarlier) => Some(back.count.saturating_sub(1)),
            Some(Command::OneLater) => Some(back.count + 1),
            Some(Command::MinuteEarlier) => back.minute(-1),
            Some(Command::MinuteLater) => back.minute(1),
            Some(Command::ToFirst) => Some(0),
            Some(Command::ToLast) => Some(last),
            Some(Command::Up) => back.choose(true),
            Some(Command::Down) => back.choose(false),
            Some(Command::NextRound) => back.round(1, desk),
            Some(Command::PrevRound) => back.round(-1, desk),
            Some(_) => None,
            None => {
                if let Some(op) = typing::op(key) {
                    back.typed.apply(&op);
                    back.wrong = false;
                }
                None
            }
        };
        if let Some(to) = to {
            back.go(to.min(last), self.at(), desk);
        }
        self.then = Some(back);
    }

    fn bring_back(&mut self, id: &EntryId, back: Box<Back>, desk: &mut Desk) {
        let Some(then) = back.shown.at().records.entry(id) else { return };
        let touches = bring_back(then, &self.at().records);
        if touches.is_empty() {
            desk.tell(Ink::Dim, desk.words.say("past-is-so"));
            self.then = Some(back);
        } else if self.alter(touches, Why::Did, desk) {
            self.refresh_slot(desk);
            desk.tell(Ink::Good, desk.words.say("past-put-back"));
        } else {
            self.then = Some(back); // another writes here: it is said who
        }
    }
}

impl Back {
    /// Goes to where so many moments have been, and to what was altered then.
    fn go(&mut self, count: usize, now: &Table, desk: &Desk) {
        self.count = count;
        let Then { records, unsure } = self.past.after(count, &now.records);
        self.unsure = unsure;
        let altered = self.past.altered(count).and_then(|id| records.entry(id)).cloned();
        let table = self.shown.table;
        if let Some(table) = self.shown.session.table_mut(table) {
            table.records = records;
        }
        if let Some(entry) = altered {
            let known = self.shown.session.head.workshop.round_at(&entry.home.round).is_some();
            if known && count < self.past.moments().len() {
                self.shown.steps(&Step::Round(entry.home.round.clone()));
            }
            self.shown.steps(&Step::Choose((!entry.gone).then_some(entry.id)));
        } else {
            self.shown.steps(&Step::Choose(None));
        }
        self.shown.forget_layout(desk);
        self.shown.lay_out(desk);
    }

    /// Where a minute earlier or later is; at least one change further.
    fn minute(&self, by: i64) -> Option<usize> {
        let here = self.at()?;
        let to = self.past.until(here + chrono::Duration::minutes(by));
        Some(if by < 0 { to.min(self.count.saturating_sub(1)) } else { to.max(self.count + 1) })
    }

    /// The time at which one is: that of the last change that had been, or just before the first.
    fn at(&self) -> Option<NaiveDateTime> {
        let moments = self.past.moments();
        self.count.checked_sub(1).map_or(moments.first(), |at| moments.get(at)).map(|moment| moment.local)
    }

    /// Where the time that is typed is.
    fn read(&mut self, session: chrono::NaiveDate, desk: &Desk) -> Option<usize> {
        let day = self.at().map_or(session, |at| at.date());
        let first = self.past.moments().first().map_or(day, |moment| moment.local.date());
        match parse_moment(self.typed.text(), day, first, desk.words.lang()) {
            Some(moment) => {
                self.typed = Editor::new();
                Some(self.past.until(moment))
            }
            None => {
                self.wrong = true;
                None
            }
        }
    }

    fn choose(&mut self, up: bool) -> Option<usize> {
        let chosen = self.shown.at().desk.chosen.clone();
        let next = self.shown.page.beside(chosen.as_ref(), up, 1, self.shown.current_index());
        if next.is_some() {
            self.shown.steps(&Step::Choose(next));
        }
        None
    }

    fn round(&mut self, by: isize, desk: &Desk) -> Option<usize> {
        let to = self.shown.round_at().checked_add_signed(by)?;
        let round = self.shown.session.head.workshop.rounds.get(to)?.id.clone();
        self.shown.steps(&Step::Round(round));
        self.shown.forget_layout(desk);
        None
    }

    /// Paints the table of then, and says that it is one.
    pub(super) fn paint(&self, buf: &mut Buffer, desk: &Desk) {
        self.shown.paint(buf, desk);
        let (theme, words) = (&desk.theme, &desk.words);
        let bar = Rect::new(desk.area.x, desk.area.y + 1, desk.area.width, 1);
        let style = theme.ink(Ink::Warn).add_modifier(Modifier::REVERSED);
        paint::put(buf, bar, bar.x, bar.y, &" ".repeat(usize::from(bar.width)), style, bar.width);
        let time = self.at().map(|at| told_second(at, desk)).unwrap_or_default();
        let last = self.past.moments().len();
        let key = match self.count {
            0 => "past-bar-first",
            count if count == last => "past-bar-last",
            _ => "past-bar",
        };
        let args = [("time", time.into()), ("nth", self.count.into()), ("count", last.into())];
        let used = paint::put(buf, bar, bar.x + 1, bar.y, &words.tell(key, &args), style, bar.width.saturating_sub(2));
        let device = self.count.checked_sub(1).and_then(|at| self.past.moments().get(at));
        let beside = match (self.unsure, device) {
            (0, device) => device.map(|moment| moment.stamp.device.to_string()).unwrap_or_default(),
            (unsure, _) => words.tell("past-unsure", &[("count", unsure.into())]),
        };
        if usize::from(bar.width.saturating_sub(used + 4)) > crate::text::width(&beside) {
            paint::put_right(buf, bar, bar.right().saturating_sub(1), bar.y, &beside, style);
        }
        let area = self.shown.page.areas.line;
        for y in area.top()..area.bottom() {
            paint::put(buf, area, area.x, y, &" ".repeat(usize::from(area.width)), theme.ground(), area.width);
        }
        let style = theme.ink(if self.wrong { Ink::Bad } else { Ink::Warn });
        let title = words.say(if self.wrong { "past-no-time" } else { "past-line" });
        let title = fit(&title, usize::from(area.width.saturating_sub(6))).into_owned();
        paint::frame(buf, area, theme, &title, style, style.add_modifier(Modifier::BOLD));
    }

    /// Draws the time that is being typed.
    pub(super) fn draw_line(&self, buf: &mut Buffer, desk: &Desk) -> (u16, u16) {
        let area = self.shown.page.areas.line;
        let inner = Rect::new(area.x + 2, area.y + 1, area.width.saturating_sub(4), 1);
        if self.typed.is_empty() {
            let style = desk.theme.ink(Ink::Dim).add_modifier(Modifier::ITALIC);
            paint::put(buf, inner, inner.x, inner.y, &desk.words.say("past-hint"), style, inner.width);
        }
        line::draw(buf, inner, &self.typed, desk.theme.ink(Ink::Text))
    }

    /// Takes pasted words as a time that was typed.
    pub(super) fn paste(&mut self, text: &str) {
        self.typed.apply(&Op::Insert(crate::text::clean_line(text).into_owned()));
    }
}

/// A time, with its day if that is not today.
fn told_time(at: NaiveDateTime, desk: &Desk) -> String {
    let time = dates::time(at.time());
    if at.date() == desk.now.date() {
        time
    } else {
        format!("{}, {time}", dates::date_short(at.date(), desk.words.lang()))
    }
}

/// A time to the second, with its day if that is not today.
fn told_second(at: NaiveDateTime, desk: &Desk) -> String {
    format!("{}:{:02}", told_time(at, desk), chrono::Timelike::second(&at))
}
