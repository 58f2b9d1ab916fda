//! Paints the table.

use super::Tafel;
use crate::{
    app::{Desk, over},
    form::{Kind, Place},
    record::Now,
    session::{Hold, Programme, Recess, Running},
    text::{Editor, clean_line, fit, width, wrap_text},
    ui::{
        line,
        paint::{self, Header},
        theme::Ink,
    },
    words::dates,
    workshop::Phase,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

impl Tafel {
    /// Paints everything but the line.
    pub fn paint(&self, buf: &mut Buffer, desk: &Desk) {
        if let Some(verslag) = self.reporting() {
            return self.paint_report(verslag, buf, desk);
        }
        if let Some(oogst) = self.harvesting() {
            return self.paint_harvest(oogst, buf, desk);
        }
        if let Some(regie) = &self.regie {
            return self.paint_regie(regie, buf, desk);
        }
        if let Some(then) = &self.then {
            return then.paint(buf, desk);
        }
        self.header(buf, desk);
        let areas = self.page.areas;
        if let Some(rail) = areas.rail {
            self.rail(buf, desk, rail);
        }
        if let Some(side) = areas.side {
            self.side(buf, desk, side);
        }
        self.head(buf, desk, areas.head);
        for (nth, row) in self.page.lines.iter().enumerate() {
            let y = areas.list.y + nth as u16;
            if y < areas.list.bottom() {
                buf.set_line(areas.list.x, y, row, areas.list.width);
            }
        }
        self.beyond(buf, desk, areas.list);
        self.frame(buf, desk, areas.line);
        self.bar(buf, desk);
        if self.page.lines.is_empty() || self.at().records.is_empty() {
            self.welcome(buf, desk, areas.list);
        }
    }

    fn header(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let recess = Programme::read(&self.session).recess(desk.now.millis);
        let clock = match &recess {
            Some(recess) => Some(recess.running),
            None => self.running_now(desk).map(|(running, _)| running),
        };
        let (text, ink) = match (&recess, clock) {
            (Some(recess), _) => (recess_text(recess, desk), self.clock_ink(&recess.running)),
            (None, Some(running)) => (self.clock_text(&running, desk), self.clock_ink(&running)),
            (None, None) => (String::new(), Ink::Dim),
        };
        let name = self.table_name(desk);
        let right = [(text, theme.ink(ink).add_modifier(Modifier::BOLD)), (name, theme.ink(Ink::Dim))];
        let shown: Vec<(String, Style)> = right.into_iter().filter(|(text, _)| !text.is_empty()).collect();
        let progress = clock.map(|running| {
            let whole = running.whole.max(1) as f64;
            ((running.whole - running.left) as f64 / whole, self.clock_ink(&running))
        });
        let header = Header {
            title: &self.session.head.title,
            right: &shown,
            progress: Some(progress.unwrap_or((0.0, Ink::Accent))),
        };
        header.draw(buf, desk.area, theme, &desk.words.say("app-name"));
        self.looking(buf, desk);
    }

    /// The round that runs, where it is in its time, and which it is.
    pub(super) fn running_now(&self, desk: &Desk) -> Option<(Running, usize)> {
        let at = self.clock.running().filter(|_| !self.clock.is_resting())?;
        let round = self.session.head.workshop.rounds.get(at)?;
        Some((self.clock.at(at, round, desk.now.millis)?, at))
    }

    fn clock_text(&self, running: &Running, desk: &Desk) -> String {
        let clock = dates::clock(running.left);
        if running.paused { format!("{} {clock}", desk.words.say("tafel-paused")) } else { clock }
    }

    fn clock_ink(&self, running: &Running) -> Ink {
        if running.left < 120 { Ink::Warn } else { Ink::Accent }
    }

    pub(super) fn phase_now(&self, desk: &Desk) -> Option<(usize, &Phase)> {
        let at = self.round_at();
        let round = self.round()?;
        let nth = self.clock.at(at, round, desk.now.millis).and_then(|running| running.phase).unwrap_or(0);
        round.phases.get(nth).map(|phase| (nth, phase))
    }

    /// The phases of the round on one line, the one that runs in colour.
    pub(super) fn phase_line(&self, desk: &Desk) -> Vec<(String, bool)> {
        let Some(round) = self.round() else { return Vec::new() };
        let now = self.clock.at(self.round_at(), round, desk.now.millis).filter(|_| !self.clock.is_resting());
        let now = now.and_then(|running| running.phase);
        let name = |nth: usize, phase: &Phase| {
            let group = || desk.words.say(&format!("report-group-{}", phase.group.key()));
            let name = if phase.name.is_empty() { group() } else { phase.name.clone() };
            format!("{} {name} {}", nth + 1, dates::minutes(i64::from(phase.minutes)))
        };
        round.phases.iter().enumerate().map(|(nth, phase)| (name(nth, phase), now == Some(nth))).collect()
    }

    fn head(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let theme = &desk.theme;
        let mut y = area.y;
        if desk.area.width < 72
            && let Some(round) = self.round()
        {
            let count = self.session.head.workshop.rounds.len();
            let args = [("round", (self.round_at() + 1).into()), ("rounds", count.into())];
            let text = format!("{} {} {}", desk.words.tell("begin-round", &args), theme.glyphs.dot, round.title);
            paint::put(buf, area, area.x, y, &text, theme.ink(Ink::Accent), area.width);
            y += 1;
        }
        let question = self.question();
        let phases = self.phase_line(desk);
        let rows = usize::from(area.bottom().saturating_sub(y + u16::from(!phases.is_empty())));
        let wrapped = wrap_text(&question, usize::from(area.width.max(1)));
        let cut = wrapped.len() > rows;
        for (nth, row) in wrapped.into_iter().take(rows).enumerate() {
            let text = question[row].trim_end().to_owned();
            let text = if cut && nth + 1 == rows { format!("{text}{}", theme.glyphs.more) } else { text };
            paint::put(buf, area, area.x, y, &text, theme.ink(Ink::Text).add_modifier(Modifier::BOLD), area.width);
            y += 1;
        }
        let spans: Vec<Span<'_>> = phases_that_fit(&phases, usize::from(area.width))
            .into_iter()
            .map(|(text, now)| {
                let lead = if now { format!("{} ", theme.glyphs.step) } else { String::new() };
                let style = if now { theme.ink(Ink::Warn).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
                Span::styled(format!("{lead}{text}   "), style)
            })
            .collect();
        if y < area.bottom() {
            buf.set_line(area.x, y, &Line::from(spans), area.width);
        }
    }

    /// How much lies above and below what is in view.
    fn beyond(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let (above, below) = self.page.beyond;
        let style = desk.theme.ink(Ink::Dim);
        if above > 0 && area.y > 0 {
            let text = format!(" ↑ {above} ");
            let text = if desk.theme.is_plain() { format!(" ^ {above} ") } else { text };
            paint::put_right(buf, desk.area, area.right(), area.y.saturating_sub(1), &text, style);
        }
        if below > 0 {
            let text = if desk.theme.is_plain() { format!(" v {below} ") } else { format!(" ↓ {below} ") };
            paint::put_right(buf, desk.area, area.right(), area.bottom(), &text, style);
        }
    }

    /// The first time, a few words about how it works, where otherwise nothing would stand.
    fn welcome(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        if !self.at().records.is_empty() || usize::from(area.height) < self.page.lines.len() + 3 {
            return;
        }
        let mut y = area.bottom().saturating_sub(1);
        let text = desk.words.say("tafel-first");
        let rows = wrap_text(&text, usize::from(area.width.max(1)));
        for row in rows.into_iter().rev() {
            if usize::from(y.saturating_sub(area.y)) <= self.page.lines.len() {
                return;
            }
            paint::put(buf, area, area.x, y, &text[row], desk.theme.ink(Ink::Dim), area.width);
            y = y.saturating_sub(1);
        }
    }

    /// The frame round the line: its title says where what is typed will go.
    fn frame(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let theme = &desk.theme;
        let style = theme.ink(Ink::Tone(self.tone()));
        let title = self.line_title(desk);
        let title = fit(&title, usize::from(area.width.saturating_sub(6))).into_owned();
        paint::frame(buf, area, theme, &title, style, style.add_modifier(Modifier::BOLD));
        self.word_count(buf, desk, area);
    }

    fn line_title(&self, desk: &Desk) -> String {
        let Some((round, place)) = self.place_now() else { return String::new() };
        let line = &self.at().desk;
        let mut title = match (&line.hold, place.kind) {
            (Hold::Reword(_), Kind::List) => format!("{} {}", theme_edit(desk), desk.words.say("tafel-rewording")),
            (Hold::Reword(_) | Hold::New, Kind::Slot | Kind::Board) => place.label.clone(),
            (Hold::New, Kind::List) => match place.sigil {
                Some(sigil) => format!("{sigil} {}", place.one),
                None => place.one.clone(),
            },
        };
        if let Some((words, _)) = self.page.on_board.as_ref().filter(|(words, _)| !words.is_empty()) {
            title = format!("{title} {} {words}", desk.theme.glyphs.dot);
        }
        if round != self.round_at()
            && let Some(held) = self.session.head.workshop.rounds.get(round)
        {
            title = format!("{title} {} {}", desk.theme.glyphs.under, held.title);
        }
        let under = self.target(place).map(|text| {
            format!(" {} {}", desk.theme.glyphs.dot, desk.words.tell("tafel-under", &[("words", text.into())]))
        });
        title + &under.unwrap_or_default()
    }

    /// The words of the entry under which the line will hang.
    fn target(&self, place: &Place) -> Option<String> {
        let line = &self.at().desk;
        if line.hold != Hold::New || place.answers.is_empty() {
            return None;
        }
        let records = &self.at().records;
        let chosen = line.under.as_ref().and_then(|id| records.entry(id));
        let last = || self.at().answerable(place).max_by(|a, b| a.born.cmp(&b.born));
        chosen.or_else(last).map(|entry| entry.text.replace('\n', " "))
    }

    /// For a text with a most number of words: how many there are.
    fn word_count(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let Some(most) = self.place_now().and_then(|(_, place)| place.most_words) else { return };
        let count = self.at().desk.field(0).split_whitespace().count();
        let ink = if count > most as usize { Ink::Warn } else { Ink::Dim };
        let text = format!(" {count}/{most} ");
        paint::put_right(
            buf,
            desk.area,
            area.right().saturating_sub(2),
            area.bottom().saturating_sub(1),
            &text,
            desk.theme.ink(ink),
        );
    }

    /// The part of the screen in which alone anything is different while only the line is; nothing while marks are completed,
    /// which are shown above it.
    pub fn line_rect(&self) -> Option<Rect> {
        let shown = self.then.is_none() && self.regie.is_none() && self.harvesting().is_none();
        let shown = shown && self.reporting().is_none();
        (self.suggest.is_none() && !self.suggested && shown).then_some(self.page.areas.line)
    }

    /// Draws the line, its columns and its suggestions; says where the caret stands.
    pub fn draw_line(&self, buf: &mut Buffer, desk: &Desk) -> Option<(u16, u16)> {
        if self.reporting().is_some() {
            return None;
        }
        if let Some(oogst) = self.harvesting() {
            return oogst.draw_line(buf, &self.session, desk);
        }
        if self.regie.is_some() {
            return None;
        }
        if let Some(then) = &self.then {
            return Some(then.draw_line(buf, desk));
        }
        let theme = &desk.theme;
        let area = self.page.areas.line;
        let line_desk = &self.at().desk;
        let (_, place) = self.place_now()?;
        let columns = &place.columns;
        let inner = Rect::new(area.x + 2, area.y + 1, area.width.saturating_sub(4), area.height.saturating_sub(2));
        let text = Rect { height: inner.height.saturating_sub(u16::from(!columns.is_empty())), ..inner };
        let empty = Editor::new();
        let editor = |field: u8| line_desk.editor(field).unwrap_or(&empty);
        if editor(0).is_empty() {
            let hint = match &self.page.on_board {
                _ if self.looks_on() => desk.words.say("looking-hint"),
                _ if line_desk.chosen.is_some() => desk.words.say("tafel-hint-chosen"),
                Some((_, hint)) if place.hint.is_empty() => hint.clone(),
                Some(_) | None => place.hint.clone(),
            };
            paint::put(
                buf,
                text,
                text.x,
                text.y,
                &hint,
                theme.ink(Ink::Dim).add_modifier(Modifier::ITALIC),
                text.width,
            );
        }
        let ink = if self.looks_on() { Ink::Dim } else { Ink::Text }; // what another types is not ours
        let mut caret = line::draw(buf, text, editor(0), theme.ink(ink));
        if place.most_words.is_some() {
            self.word_count(buf, desk, area);
        }
        let share = inner.width / (columns.len().max(1) as u16);
        for (nth, column) in columns.iter().enumerate() {
            let field = nth as u8 + 1;
            let x = inner.x + share * nth as u16;
            let here = line_desk.focus == field;
            let label = format!("{}: ", column.label.to_lowercase());
            let style = if here { theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            let room = share.saturating_sub(1);
            let used = paint::put(buf, inner, x, text.bottom(), &label, style, room);
            let rest = Rect::new(x + used, text.bottom(), room.saturating_sub(used), 1);
            if rest.width > 0 {
                let at = line::draw(buf, rest, editor(field), theme.ink(Ink::Text));
                caret = if here { at } else { caret };
            }
        }
        if let Some(suggest) = &self.suggest {
            let lines: Vec<String> = suggest.lines.iter().map(|(label, _)| label.clone()).collect();
            over::suggestions(buf, desk, (caret.0, area.y), &lines, suggest.at);
        }
        (!self.looks_on()).then_some(caret)
    }
}

/// The break that runs, when it is over and how long it still takes.
fn recess_text(recess: &Recess, desk: &Desk) -> String {
    let label = clean_line(&recess.label);
    let label = fit(&label, 16).trim_end().to_owned();
    let paused = if recess.running.paused { desk.words.say("tafel-paused") } else { String::new() };
    let clock = format!("{paused} {}", dates::clock(recess.running.left));
    if desk.area.width < 72 || recess.running.paused {
        return format!("{label} {}", clock.trim());
    }
    let time = dates::time(Now { millis: recess.ends, ..desk.now }.local().time());
    let until = desk.words.tell("tafel-break-until", &[("break", label.into()), ("time", time.into())]);
    format!("{until}   {}", clock.trim())
}

fn theme_edit(desk: &Desk) -> &'static str {
    desk.theme.glyphs.edit
}

/// The phases from the one that runs as far as they fit, earlier ones if there is room.
fn phases_that_fit(phases: &[(String, bool)], room: usize) -> Vec<(String, bool)> {
    let wide = |phase: &(String, bool)| width(&phase.0) + 3 + if phase.1 { 2 } else { 0 };
    let total: usize = phases.iter().map(wide).sum();
    if total <= room + 3 {
        return phases.to_vec();
    }
    let now = phases.iter().position(|(_, now)| *now).unwrap_or(0);
    let mut left = room + 3;
    let mut shown = Vec::new();
    for phase in &phases[now..] {
        if wide(phase) > left {
            break;
        }
        left -= wide(phase);
        shown.push(phase.clone());
    }
    if shown.is_empty() { phases.get(now).cloned().into_iter().collect() } else { shown }
}
