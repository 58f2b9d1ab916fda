//! Paints the harvest: header, tabs, the view, what is chosen told in full, and the line that is open.

use super::{
    Line, Oogst, Tab,
    alike::{Row, cut, paint_row, twins_of},
    line,
    view::{At, Part},
};
use crate::{
    app::Desk,
    session::Session,
    text::{Editor, width, wrap_text},
    ui::{line as typed, paint, paint::Header, theme::Ink},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

/// From this many columns on what is chosen is told at the right.
const WIDE: u16 = 150;
/// How many columns that takes.
const ASIDE: u16 = 54;

/// Something that is told of what is chosen.
#[derive(PartialEq)]
enum Told {
    Part(Part),
    /// A line in full.
    Line(usize),
    /// What may say the same as it, and what was called so.
    Likely(usize),
    Twins(usize),
    /// The themes by the keys that put something under them.
    Numbers,
}

/// Where everything stands.
struct Areas {
    tabs: Rect,
    view: Rect,
    told: Rect,
    line: Rect,
}

impl Areas {
    fn of(area: Rect, lines: bool) -> Self {
        let tall = u16::from(area.height >= 28);
        let inside = Rect::new(
            area.x + 2,
            area.y + 2 + tall,
            area.width.saturating_sub(4),
            area.height.saturating_sub(4 + tall),
        );
        let tabs = Rect { height: 2, ..inside };
        let top = inside.y + 2 + tall;
        let line_high = if lines { 3 } else { 0 };
        let end = inside.bottom().saturating_sub(line_high);
        let line = Rect { y: end, height: line_high, ..inside };
        let wide = area.width >= WIDE;
        let told_high = match area.height {
            _ if wide || lines && area.height < 20 => 0,
            ..16 => 0,
            16..22 => 4,
            22..28 => 5,
            28.. => 7,
        };
        let bottom = end.saturating_sub(told_high);
        let aside = if wide { ASIDE } else { 0 };
        let view =
            Rect { y: top, height: bottom.saturating_sub(top), width: inside.width.saturating_sub(aside), ..inside };
        let told = if wide {
            Rect::new(inside.right() - aside + 3, top, aside - 3, end.saturating_sub(top))
        } else {
            Rect { y: bottom, height: told_high, ..inside }
        };
        Self { tabs, view, told, line }
    }
}

impl Oogst {
    /// Paints all of it but the footer and the line; `taken` is who harvests, if another window does.
    pub fn paint(&self, buf: &mut Buffer, session: &Session, taken: Option<&str>, desk: &Desk) {
        self.header(buf, session, desk);
        let (theme, words) = (&desk.theme, &desk.words);
        let areas = Areas::of(desk.area, self.place(session) == crate::ui::Where::Wording);
        if let Some(nth) = self.told {
            let area = Rect { height: areas.line.bottom().saturating_sub(areas.tabs.y), ..areas.tabs };
            return self.paint_told(buf, area, session, nth, desk);
        }
        self.tabs(buf, areas.tabs, desk);
        let mut view = areas.view;
        let notes = self.notes(taken, desk);
        for (text, ink) in notes.iter().take(usize::from(view.height.saturating_sub(2))) {
            paint::put(buf, view, view.x, view.y, text, theme.ink(*ink), view.width);
            view = Rect { y: view.y + 1, height: view.height - 1, ..view };
        }
        let is_empty = self.harvest.points.all.is_empty() && self.harvest.themes.all.is_empty();
        let is_read = !self.half || !is_empty && (self.reckoner.is_there() || !self.tab.is_of_verdicts());
        if is_empty || !is_read {
            let text = words.say(if is_read { "oogst-nothing-said" } else { "oogst-reading" });
            for (y, row) in wrap_text(&text, usize::from(view.width.max(1))).into_iter().enumerate() {
                paint::put(buf, view, view.x, view.y + y as u16, text[row].trim_end(), theme.ink(Ink::Dim), view.width);
            }
            return;
        }
        self.view().paint(buf, view, &self.sight(session, words), desk);
        self.chosen(buf, areas.told, session, desk);
    }

    fn header(&self, buf: &mut Buffer, session: &Session, desk: &Desk) {
        let (theme, words, points) = (&desk.theme, &desk.words, &self.harvest.points);
        let left = self.harvest.themes.unused.len();
        let to_do = match left {
            0 => words.say("oogst-all-done"),
            left => words.tell("oogst-to-do", &[("count", left.into())]),
        };
        let ink = if left == 0 { Ink::Good } else { Ink::Accent };
        let mut right: Vec<(String, Style)> = Vec::new();
        if !points.all.is_empty() {
            right.push((to_do, theme.ink(ink).add_modifier(Modifier::BOLD)));
        }
        if desk.area.width >= 80 {
            let args = [("tables", points.tables.len().into()), ("points", points.all.len().into())];
            right.push((words.tell("oogst-sum", &args).replace('\n', " "), theme.ink(Ink::Dim)));
        }
        let done = points.all.len().saturating_sub(left) as f64 / points.all.len().max(1) as f64;
        let name = words.say(if self.told.is_some() { "oogst-plenary" } else { "oogst" });
        let title = format!("{name} {} {}", theme.glyphs.dot, session.head.title);
        let header = Header { title: &title, right: &right, progress: Some((done, Ink::Accent)) };
        header.draw(buf, desk.area, theme, &words.say("app-name"));
    }

    fn tabs(&self, buf: &mut Buffer, area: Rect, desk: &Desk) {
        let theme = &desk.theme;
        let names = Tab::ALL.map(|tab| (tab, desk.words.say(tab.key())));
        let wide = |from: usize, gap: usize| -> usize {
            names[from..].iter().map(|(_, name)| width(name) + gap).sum::<usize>().saturating_sub(gap)
        };
        let room = usize::from(area.width);
        let gap = if wide(0, 4) <= room { 4 } else { 2 };
        // where not all of them fit, the one that is shown does
        let here = names.iter().position(|(tab, _)| *tab == self.tab).unwrap_or(0);
        let from = (0..=here).find(|from| wide(*from, gap) <= room).unwrap_or(here);
        let mut x = area.x;
        for (tab, name) in &names[from..] {
            let here = *tab == self.tab;
            let style = if here { theme.ink(Ink::Accent).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            let used = paint::put(buf, area, x, area.y, name, style, area.width);
            if here {
                let below = theme.glyphs.past.repeat(usize::from(used));
                paint::put(buf, area, x, area.y + 1, &below, theme.ink(Ink::Accent), used);
            }
            x += used + gap as u16;
        }
    }

    /// What has to be said above the view: who else harvests, what is looked for, what is nowhere.
    fn notes(&self, taken: Option<&str>, desk: &Desk) -> Vec<(String, Ink)> {
        let words = &desk.words;
        let mut notes = Vec::new();
        if let Some(who) = taken {
            notes.push((words.tell("oogst-taken", &[("who", who.to_owned().into())]), Ink::Warn));
        }
        if self.harvest.themes.homeless > 0 {
            let args = [("count", self.harvest.themes.homeless.into())];
            notes.push((words.tell("oogst-homeless", &args), Ink::Warn));
        }
        if !self.look.marks.is_empty() {
            notes.push((words.tell("oogst-marked", &[("count", self.look.marks.len().into())]), Ink::Accent));
        }
        notes
    }

    /// What is looked at only, in words; nothing if that is everything.
    fn filtered(&self, session: &Session, desk: &Desk) -> Option<String> {
        let (words, filter, points) = (&desk.words, &self.look.filter, &self.harvest.points);
        if filter.is_open() {
            return None;
        }
        let mut what = Vec::new();
        what.extend(
            (!filter.words.is_empty()).then(|| words.tell("oogst-words", &[("words", filter.words.clone().into())])),
        );
        what.extend(filter.spot.map(|spot| points.spots[spot].label.clone()));
        what.extend(filter.party.as_ref().map(|party| match party {
            Some(id) => session.head.parties.get(id).map_or_else(|| id.to_string(), |party| party.label.clone()),
            None => words.say("oogst-filter-nobody"),
        }));
        what.extend(filter.table.map(|table| crate::app::tafel::table_name(session, table, desk)));
        what.extend(filter.key.then(|| words.say("oogst-filter-key")));
        what.extend(filter.voted.then(|| words.say("oogst-filter-voted")));
        what.extend(filter.unused.then(|| words.say("oogst-filter-unused")));
        let shown = (0..points.all.len()).filter(|&at| self.look.lets(at)).count();
        let args = [("shown", shown.into()), ("all", points.all.len().into()), ("what", what.join(", ").into())];
        Some(words.tell("oogst-shown", &args))
    }

    /// What is chosen, told in full.
    fn chosen(&self, buf: &mut Buffer, area: Rect, session: &Session, desk: &Desk) {
        if area.height == 0 {
            return;
        }
        let theme = &desk.theme;
        let beside = desk.area.width >= WIDE;
        if !beside {
            paint::rule(buf, area, area.y, theme);
        }
        let inner = if beside { area } else { Rect { y: area.y + 1, height: area.height - 1, ..area } };
        let mut y = inner.y;
        let wide = usize::from(inner.width.max(1));
        let mut parts = self.told_parts(session, desk);
        // where not all fits, the keys of the themes are the first to go
        let likely = parts.iter().filter(|part| matches!(part, Told::Likely(_))).count(); // with a row that says why
        if !beside && parts.len() + likely > usize::from(inner.height) {
            parts.retain(|part| *part != Told::Numbers);
        }
        let count = parts.len();
        for (nth, part) in parts.into_iter().enumerate() {
            let whole = matches!(part, Told::Likely(_) | Told::Numbers); // that is told in rows that stand by themselves
            let rows = self.rows_of(part, session, wide, desk);
            let left = usize::from(inner.bottom().saturating_sub(y));
            let most = left.saturating_sub(if beside { 0 } else { (count - nth - 1).min(3) }).max(1);
            let all = rows.len();
            for (at, mut row) in rows.into_iter().take(most).enumerate() {
                if at + 1 == most && most < all && !whole {
                    row.push((desk.theme.glyphs.more.to_owned(), desk.theme.ink(Ink::Dim)));
                    cut(&mut row, wide);
                }
                paint_row(buf, inner, y, &row);
                y += 1;
            }
            y += u16::from(beside);
        }
    }

    fn rows_of(&self, part: Told, session: &Session, wide: usize, desk: &Desk) -> Vec<Row> {
        let theme = &desk.theme;
        let rows = |text: &str, style: Style| -> Vec<Row> {
            wrap_text(text, wide).into_iter().map(|row| vec![(text[row].trim_end().to_owned(), style)]).collect()
        };
        match part {
            Told::Part((text, ink, bold)) => {
                let style = theme.ink(ink);
                rows(&text, if bold { style.add_modifier(Modifier::BOLD) } else { style })
            }
            Told::Line(point) => self.chosen_rows(session, point, wide, desk),
            Told::Likely(point) => self.likely_rows(session, point, wide, desk.area.width >= WIDE, desk),
            Told::Twins(point) => self.twin_rows(session, point, wide, desk),
            Told::Numbers => rows(&self.numbers(desk), theme.ink(Ink::Dim)),
        }
    }

    fn told_parts(&self, session: &Session, desk: &Desk) -> Vec<Told> {
        let (words, points, themes) = (&desk.words, &self.harvest.points, &self.harvest.themes);
        let dot = format!(" {} ", desk.theme.glyphs.dot);
        let mut parts = Vec::new();
        parts.extend(self.filtered(session, desk).map(|text| Told::Part((text, Ink::Accent, false))));
        if let Some(told) = self.view().told(&self.sight(session, words)) {
            parts.extend(told.into_iter().map(Told::Part));
            return parts;
        }
        match self.at() {
            At::Theme(nth) => {
                let theme = &themes.all[nth];
                let reach = [("count", theme.reach().into()), ("of", points.tables.len().into())];
                let reach = words.tell("oogst-reach-tables", &reach);
                parts.push(Told::Part((
                    format!("{}{dot}{}{dot}{reach}", theme.name, theme.members.len()),
                    Ink::Text,
                    true,
                )));
                if theme.conclusion.is_empty() {
                    parts.push(Told::Part((words.say("oogst-not-concluded"), Ink::Dim, false)));
                } else {
                    let text = format!("{} {}", words.say("oogst-conclusion"), theme.conclusion);
                    parts.push(Told::Part((text, Ink::Text, false)));
                }
                let lesson = theme.id().and_then(|id| self.lesson(id, session, desk));
                parts.extend(lesson.map(|text| Told::Part((text, Ink::Good, false))));
                parts.extend(self.parties(nth, session, desk).map(|text| Told::Part((text, Ink::Text, false))));
                let spots = themes.by_spot(nth, points).into_iter().take(6);
                let spots = spots.map(|(spot, count)| format!("{} {count}", points.spots[spot].label.to_lowercase()));
                let mut spots: Vec<String> = spots.collect();
                if !theme.merged.is_empty() {
                    let names = theme.merged.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
                    spots.push(words.tell("oogst-merged", &[("names", names.into())]));
                }
                parts.push(Told::Part((spots.join(&dot), Ink::Dim, false)));
            }
            At::Line { point, theme } => {
                let (line, spot) = (&points.all[point], points.spot(point));
                parts.push(Told::Line(point));
                let round = session.head.workshop.rounds.get(spot.round);
                let mut about = vec![crate::app::tafel::table_name(session, line.table, desk)];
                about.push(round.map_or_else(|| words.say("oogst-strange"), |round| round.title.clone()));
                about.push(spot.label.to_lowercase());
                let entry = points.entry(session, point);
                let voice = entry.and_then(|entry| entry.namens.as_ref().or(entry.by.as_ref()));
                about.extend(voice.map(|voice| session.head.parties.voice(voice)));
                let votes = usize::try_from(line.votes).unwrap_or(0);
                about.extend((votes > 0).then(|| words.tell("oogst-votes", &[("count", votes.into())])));
                let carries = theme.is_some_and(|nth| themes.all[nth].evidence.contains(&point));
                about.extend(carries.then(|| words.say("oogst-evidence")));
                let of: Vec<&str> =
                    themes.of.line(point).iter().map(|nth| themes.all[usize::from(*nth)].name.as_str()).collect();
                about.push(match of.is_empty() {
                    true => words.say("oogst-in-none"),
                    false => words.tell("oogst-in", &[("themes", of.join(", ").into())]),
                });
                about.extend(twins_of(&self.sight(session, words), point));
                parts.push(Told::Part((about.join(&dot), Ink::Dim, false)));
                let lesson = self.lesson(&line.id, session, desk);
                parts.extend(lesson.map(|text| Told::Part((text, Ink::Good, false))));
                if desk.area.width >= WIDE && !self.harvest.twins.of(point).is_empty() {
                    parts.push(Told::Twins(point));
                }
                parts.extend(self.has_likely(point).then_some(Told::Likely(point)));
                parts.extend(self.proposed(point, desk).map(|text| Told::Part((text, Ink::Accent, false))));
                parts.push(Told::Numbers);
            }
            At::Unused | At::Nothing if themes.all.is_empty() => {
                parts.push(Told::Part((words.say("oogst-no-themes"), Ink::Dim, false)))
            }
            At::Nothing if !self.look.filter.is_open() => {
                parts.push(Told::Part((words.say("oogst-nothing-fits"), Ink::Dim, false)))
            }
            At::Unused | At::Judged { .. } | At::Nothing => {}
        }
        parts
    }

    /// The themes by the keys that put something under them, a whole theme on a row.
    fn numbers(&self, desk: &Desk) -> String {
        if self.harvest.themes.all.is_empty() {
            return desk.words.say("oogst-no-themes");
        }
        let wide = usize::from(if desk.area.width >= WIDE { ASIDE - 3 } else { desk.area.width.saturating_sub(4) });
        let (mut rows, mut last) = (String::new(), 0);
        for (nth, theme) in self.harvest.themes.all.iter().take(9).enumerate() {
            let told = format!("{} {}", nth + 1, crate::text::fit(&theme.name, 28));
            let need = width(&told) + 3;
            if last > 0 && last + need > wide + 3 {
                rows.push('\n');
                last = 0;
            } else if last > 0 {
                rows.push_str("   ");
            }
            rows.push_str(&told);
            last += need;
        }
        rows
    }

    /// Who said how much of a theme, and who nothing; nothing where nobody kept whose words they are.
    fn parties(&self, theme: usize, session: &Session, desk: &Desk) -> Option<String> {
        let points = &self.harvest.points;
        if !points.has_parties() {
            return None;
        }
        let counts = &self.harvest.themes.all[theme].parties;
        let label =
            |nth: usize| session.head.parties.get(&points.parties[nth]).map_or("", |party| party.label.as_str());
        let mut said: Vec<(usize, u32)> =
            (0..points.parties.len()).map(|nth| (nth, counts[nth])).filter(|(_, count)| *count > 0).collect();
        said.sort_by_key(|&(nth, count)| (std::cmp::Reverse(count), nth));
        let mut told: Vec<String> = said.iter().map(|(nth, count)| format!("{} {count}", label(*nth))).collect();
        let missing: Vec<&str> = (0..points.parties.len()).filter(|nth| counts[*nth] == 0).map(label).collect();
        let nobody = counts.last().copied().unwrap_or(0);
        if nobody > 0 {
            told.push(format!("{} {nobody}", desk.words.say("oogst-nobody")));
        }
        if !missing.is_empty() {
            told.push(desk.words.tell("oogst-missing", &[("parties", missing.join(", ").into())]));
        }
        Some(told.join(&format!(" {} ", desk.theme.glyphs.dot)))
    }

    /// Draws the line that is open; says where the caret stands.
    pub fn draw_line(&self, buf: &mut Buffer, session: &Session, desk: &Desk) -> Option<(u16, u16)> {
        let open = line(session);
        if self.told.is_some() || self.search.is_none() && open.is_none() {
            return None;
        }
        let (theme, words) = (&desk.theme, &desk.words);
        let area = Areas::of(desk.area, true).line;
        let title = match &open {
            _ if self.search.is_some() => words.say("oogst-name-search"),
            Some(Line::New) if self.split.is_some() => words.say("oogst-name-split"),
            Some(Line::New) if !self.look.marks.is_empty() => {
                words.tell("oogst-name-new-with", &[("count", self.look.marks.len().into())])
            }
            Some(Line::New) | None => words.say("oogst-name-new"),
            Some(Line::Rename(_)) => words.say("oogst-name-rename"),
            Some(Line::Conclude(id)) => {
                let theme = session.harvest.records.entry(id).map_or("", |theme| theme.text.as_str());
                format!("{} {} {theme}", words.say("oogst-name-conclusion"), desk.theme.glyphs.dot)
            }
        };
        let style = theme.ink(Ink::Accent);
        let used = paint::put(buf, area, area.x, area.y, &title, style.add_modifier(Modifier::BOLD), area.width) + 1;
        for x in area.x + used..area.right() {
            paint::put(buf, area, x, area.y, theme.glyphs.rule, theme.ink(Ink::Faint), 1);
        }
        let empty = Editor::new();
        let standing = open.as_ref().and_then(|open| session.harvest.desk.editor(open.field()));
        let editor = self.search.as_ref().or(standing).unwrap_or(&empty);
        let lead = theme.glyphs.step;
        paint::put(buf, area, area.x, area.y + 1, lead, style, 1);
        let lead = width(lead) as u16 + 1;
        let field =
            Rect::new(area.x + lead, area.y + 1, area.width.saturating_sub(lead), area.height.saturating_sub(1));
        Some(typed::draw(buf, field, editor, theme.ink(Ink::Text)))
    }
}
