//! Draws a row of a listing as lines of a given width. The only part of a form that knows of colours.

use super::{Part, Row, lore, tell};
use crate::{
    form::{Kind, Place, Scope, board, formulate::Status},
    record::{Entry, EntryId, Flag, Taught, Voice},
    text::{fit, width as wide, wrap_text},
    ui::theme::{Ink, Theme},
};
use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};

/// How rows are drawn at the moment.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What the rows are of.
    pub scope: Scope<'a>,
    /// The places that the rows name by index.
    pub places: &'a [Place],
    /// The colours and characters.
    pub theme: &'a Theme,
    /// How many columns there are.
    pub width: usize,
    /// The entry that is chosen.
    pub chosen: Option<&'a EntryId>,
    /// The entry that is in hand.
    pub held: Option<&'a EntryId>,
    /// The place that the line goes to, as an index.
    pub current: Option<usize>,
    /// The place whose board has the cursor, as an index, with the row and column.
    pub spot: Option<(usize, usize, usize)>,
}

/// Columns for the mark at the left of an entry.
const MARK: usize = 2;
/// How many rows each thing takes that is said of a lesson.
const LORE: usize = 2;
/// Columns that each depth of hanging takes.
const STEP: usize = 2;

impl Sheet<'_> {
    /// The lines of a row, at least one.
    pub fn lines(&self, row: &Row) -> Vec<Line<'static>> {
        match row {
            Row::Gap => vec![Line::default()],
            Row::Case(label) => vec![self.case(label)],
            Row::Overview { label, filled, all, here } => vec![self.overview(label, *filled, *all, *here)],
            Row::Board { place, shown, part } => {
                let look = self.look(*place, shown);
                match part {
                    Part::Head => look.head(),
                    Part::Row(at) => look.row(*at),
                    Part::Foot => look.foot(&self.scope.words.say("form-board-look")),
                }
            }
            Row::Text(text) => self.prose(text),
            Row::Head { place, count } => vec![self.head(*place, *count)],
            Row::Blank { place } => {
                let hint = &self.places[*place].hint;
                let text = if hint.is_empty() { self.theme.glyphs.more } else { hint.as_str() };
                let style = self.theme.ink(Ink::Dim).add_modifier(Modifier::ITALIC);
                vec![Line::from(vec![
                    Span::raw("  "),
                    Span::styled(fit(text, self.width.saturating_sub(MARK)).into_owned(), style),
                ])]
            }
            Row::Entry { id, place, depth, number } => match self.scope.records.entry(id) {
                Some(entry) => self.entry(entry, place.map(|at| &self.places[at]), usize::from(*depth), *number),
                None => vec![Line::default()],
            },
        }
    }

    /// What stands above the columns of a board, for a view in which its head is not.
    pub fn heading(&self, place: usize, shown: &board::sheet::Shown) -> Vec<Line<'static>> {
        self.look(place, shown).heading()
    }

    fn look<'b>(&'b self, place: usize, shown: &'b board::sheet::Shown) -> board::sheet::Look<'b> {
        let spot = self.spot.filter(|(here, ..)| *here == place).map(|(_, row, column)| (row, column));
        board::sheet::Look { shown, theme: self.theme, width: self.width, spot }
    }

    fn overview(&self, label: &str, filled: usize, all: usize, here: bool) -> Line<'static> {
        let glyphs = &self.theme.glyphs;
        let (mark, ink) = match (here, filled) {
            (true, _) => (glyphs.now, Ink::Warn),
            (false, filled) if filled == all && all > 0 => (glyphs.done, Ink::Good),
            (false, _) => (glyphs.later, Ink::Dim),
        };
        let count = if filled == 0 {
            "–".to_owned()
        } else {
            let args = [("filled", filled.into()), ("all", all.into())];
            self.scope.words.tell("form-case-filled", &args)
        };
        let count = if self.theme.is_plain() && filled == 0 { "-".to_owned() } else { count };
        let room = self.width.saturating_sub(MARK + wide(&count) + 1);
        let label = fit(label, room).into_owned();
        let pad = self.width.saturating_sub(MARK + wide(&label) + wide(&count));
        let style = self.theme.ink(if here { Ink::Text } else { Ink::Dim });
        let line = Line::from(vec![
            Span::styled(format!("{mark} "), self.theme.ink(ink)),
            Span::styled(label, if here { style.add_modifier(Modifier::BOLD) } else { style }),
            Span::raw(" ".repeat(pad)),
            Span::styled(count, self.theme.ink(Ink::Dim)),
        ]);
        if here { self.whole(line) } else { line }
    }

    fn case(&self, label: &str) -> Line<'static> {
        let style = self.theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
        Line::from(Span::styled(format!("  {}", fit(label, self.width.saturating_sub(MARK))), style))
    }

    fn prose(&self, text: &str) -> Vec<Line<'static>> {
        let room = self.width.saturating_sub(MARK).max(1);
        let style = self.theme.ink(Ink::Dim);
        wrap_text(text, room)
            .into_iter()
            .map(|row| Line::from(vec![Span::raw("  "), Span::styled(text[row].trim_end().to_owned(), style)]))
            .collect()
    }

    fn head(&self, at: usize, count: usize) -> Line<'static> {
        let place = &self.places[at];
        let ink = Ink::Tone(place.tone);
        let strong = self.theme.ink(ink).add_modifier(Modifier::BOLD);
        let sigil = place.sigil.map_or("  ".to_owned(), |sigil| format!("{sigil} "));
        let number = if place.kind == Kind::List { count.to_string() } else { String::new() };
        let label = fit(&place.label, self.width.saturating_sub(MARK + number.len() + 1)).into_owned();
        let pad = self.width.saturating_sub(MARK + wide(&label) + number.len());
        let style = if count == 0 && self.current != Some(at) { self.theme.ink(Ink::Dim) } else { strong };
        let count_style = if count == 0 { self.theme.ink(Ink::Faint) } else { self.theme.ink(ink) };
        Line::from(vec![
            Span::styled(sigil, strong),
            Span::styled(label, style),
            Span::raw(" ".repeat(pad)),
            Span::styled(number, count_style),
        ])
    }

    fn entry(&self, entry: &Entry, place: Option<&Place>, depth: usize, number: Option<usize>) -> Vec<Line<'static>> {
        let glyphs = &self.theme.glyphs;
        let chosen = self.chosen == Some(&entry.id);
        let tags = self.tags(entry, place);
        let lead = match (depth, number) {
            (0, None) => String::new(),
            (0, Some(number)) => format!("{number} "),
            (_, _) => format!("{} ", glyphs.under),
        };
        let indent = MARK + STEP * depth + wide(&lead);
        let beside = wide(&tags).min(self.width / 2);
        // what stands at the right may cost the words no more than it is worth: on a narrow sheet it goes below
        let below = beside > 0 && self.width < indent + beside + 24;
        let room = self.width.saturating_sub(indent + if beside > 0 && !below { beside + 2 } else { 0 }).max(1);
        let masked = place.is_some_and(|place| place.masked) && !chosen && self.held != Some(&entry.id);
        // of something hidden only that it is there, and not how long it is
        let text = if masked { self.theme.glyphs.dot.repeat(3) } else { self.words(entry) };
        let style = self.text_style(entry);
        let mut lines = Vec::new();
        for (nth, row) in wrap_text(&text, room).into_iter().enumerate() {
            let words = text[row].trim_end().to_owned();
            let mut spans = if nth == 0 {
                self.lead(entry, place, depth, lead.clone())
            } else {
                vec![Span::raw(" ".repeat(indent))]
            };
            let used = wide(&words);
            spans.push(Span::styled(words, style));
            if nth == 0 && beside > 0 && !below {
                spans.push(Span::raw(" ".repeat(self.width.saturating_sub(indent + used + beside))));
                spans.push(Span::styled(fit(&tags, beside).into_owned(), self.theme.ink(Ink::Dim)));
            }
            lines.push(Line::from(spans));
        }
        if below {
            let tags = fit(&tags, self.width.saturating_sub(indent)).into_owned();
            lines.push(Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(tags, self.theme.ink(Ink::Dim))]));
        }
        lines.extend(self.columns(entry, place, indent));
        lines.extend(self.lore(entry, indent));
        if chosen {
            lines = lines.into_iter().map(|line| self.whole(line)).collect();
        }
        lines
    }

    /// A chosen row is marked over its whole width.
    fn whole(&self, mut line: Line<'static>) -> Line<'static> {
        let missing = self.width.saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(missing)));
        line.patch_style(self.theme.chosen())
    }

    fn lead(&self, entry: &Entry, place: Option<&Place>, depth: usize, lead: String) -> Vec<Span<'static>> {
        let glyphs = &self.theme.glyphs;
        let (mark, ink) = if self.held == Some(&entry.id) {
            (glyphs.edit, Ink::Accent)
        } else if entry.has(Flag::Key) {
            (glyphs.star, Ink::Tone(crate::form::Tone::Yellow))
        } else if entry.has(Flag::Parked) {
            (glyphs.parked, Ink::Dim)
        } else {
            (" ", Ink::Dim)
        };
        let lead_ink =
            if depth > 0 { Ink::Tone(place.map_or_else(Default::default, |place| place.tone)) } else { Ink::Dim };
        vec![
            Span::styled(format!("{mark} "), self.theme.ink(ink)),
            Span::raw(" ".repeat(STEP * depth)),
            Span::styled(lead, self.theme.ink(lead_ink)),
        ]
    }

    fn text_style(&self, entry: &Entry) -> Style {
        let style = self.theme.ink(if entry.has(Flag::Parked) { Ink::Dim } else { Ink::Text });
        if entry.has(Flag::Key) { style.add_modifier(Modifier::BOLD) } else { style }
    }

    fn words(&self, entry: &Entry) -> String {
        if entry.has(Flag::Quote) {
            format!("{}{}{}", self.theme.glyphs.open, entry.text, self.theme.glyphs.close)
        } else {
            entry.text.clone()
        }
    }

    /// What stands at the right of an entry: its themes, its marks, whose words it is.
    fn tags(&self, entry: &Entry, place: Option<&Place>) -> String {
        let words = self.scope.words;
        let mut tags: Vec<String> = entry.themes.iter().map(|theme| format!("#{theme}")).collect();
        for (flag, key) in [
            (Flag::Parked, "form-flag-parked"),
            (Flag::Confidential, "form-flag-confidential"),
            (Flag::NotInReport, "form-flag-not-in-report"),
        ] {
            if entry.has(flag) {
                tags.push(words.say(key));
            }
        }
        tags.extend(
            self.taught(entry).map(|_| format!("{} {}", self.theme.glyphs.lesson, words.say("form-flag-lesson"))),
        );
        if place.is_some_and(|place| place.kind == Kind::Slot) {
            let version = entry.earlier.len() + 1;
            tags.push(words.tell("form-version", &[("version", version.into())]));
            tags.push(words.say(&format!("form-status-{}", Status::of(entry).key())));
        }
        tags.extend(super::carried(self.scope, entry));
        // who speaks in a case, and in whose name, stands above it
        let case = place.and_then(|place| place.which.case());
        let told =
            |voice: &&Voice| case.is_some_and(|case| [&case.by, &case.namens].contains(&&Some((*voice).clone())));
        tags.extend(
            entry.by.as_ref().filter(|voice| !told(voice)).map(|voice| self.scope.parties.voice(voice).to_lowercase()),
        );
        if let Some(voice) = entry.namens.as_ref().filter(|voice| !told(voice)) {
            tags.push(words.tell("form-namens", &[("party", self.scope.parties.voice(voice).to_lowercase().into())]));
        }
        tags.join(&format!(" {} ", self.theme.glyphs.dot))
    }

    /// What makes it a lesson, if it is one.
    fn taught(&self, entry: &Entry) -> Option<Taught> {
        Taught::of(entry, self.scope.room.harvest())
    }

    /// What is said of a lesson beside its words, on lines below them.
    fn lore(&self, entry: &Entry, indent: usize) -> Vec<Line<'static>> {
        let Some(taught) = self.taught(entry) else { return Vec::new() };
        let room = self.width.saturating_sub(indent).max(1);
        let mut lines = Vec::new();
        for (label, text) in lore(self.scope.words, &taught) {
            let lead = format!("{label}: ");
            let text = format!("{lead}{text}");
            let rows = wrap_text(&text, room);
            let cut = rows.len() > LORE;
            for (nth, row) in rows.into_iter().take(LORE).enumerate() {
                let more = if cut && nth + 1 == LORE { self.theme.glyphs.more } else { "" };
                let (label, told) = text[row.clone()].split_at(lead.len().saturating_sub(row.start).min(row.len()));
                lines.push(Line::from(vec![
                    Span::raw(" ".repeat(indent)),
                    Span::styled(label.to_owned(), self.theme.ink(Ink::Dim)),
                    Span::styled(format!("{}{more}", told.trim_end()), self.theme.ink(Ink::Accent)),
                ]));
            }
        }
        lines
    }

    /// What stands in the columns, on a line below the words; what is asked for and lacking too.
    fn columns(&self, entry: &Entry, place: Option<&Place>, indent: usize) -> Option<Line<'static>> {
        let place = place.filter(|place| !place.columns.is_empty())?;
        let mut spans = vec![Span::raw(" ".repeat(indent))];
        let mut left = self.width.saturating_sub(indent);
        for column in &place.columns {
            let (text, ink) = match entry.columns.get(&column.id) {
                Some(value) => (tell(self.scope, value), Ink::Accent),
                None if column.required => (self.theme.glyphs.more.to_owned(), Ink::Warn),
                None => continue,
            };
            let label = format!("{} ", column.label.to_lowercase());
            if wide(&label) + wide(&text) > left {
                break;
            }
            left = left.saturating_sub(wide(&label) + wide(&text) + 3);
            spans.push(Span::styled(label, self.theme.ink(Ink::Dim)));
            spans.push(Span::styled(format!("{text}   "), self.theme.ink(ink)));
        }
        (spans.len() > 1).then(|| Line::from(spans))
    }
}
