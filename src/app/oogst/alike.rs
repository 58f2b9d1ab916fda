//! Lines of other tables that may say the same as the one that is chosen: told with the words that they share, called the
//! same or different by key.
//!
//! Nothing is called so by itself. What may say the same is `harvest::Likely`, what was called so `harvest::Twins`; here it
//! is put beside the line, and turned into deeds. When one of two lines stands under a theme the other goes there with it, in
//! one change. Called by the other files here.

use super::{
    Oogst, Tab,
    hunt::Game,
    view::{At, Sight},
    write::Desks,
};
use crate::{
    app::Desk,
    harvest::{Likely, Theme, Twins},
    record::EntryId,
    session::Session,
    suggest::{Because, Why},
    text::{fold, width, wrap_text},
    ui::{paint, theme::Ink},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use std::{collections::BTreeSet, ops::Range};

/// How many tables of what says the same are named; of the others only how many there are.
const NAMED: usize = 3;

/// From how many columns on the keys stand beside the line, and from how many on in more than a word.
const LEAST: usize = 50;
const ROOM: usize = 100;

/// A row in pieces, each with its style.
pub(super) type Row = Vec<(String, Style)>;

/// The tables of what was called the same, as `= T3, T7`; nothing for a line of which nothing was.
pub(super) fn twins_of(sight: &Sight<'_>, point: usize) -> Option<String> {
    let twins = sight.harvest.twins.of(point);
    let tables: BTreeSet<usize> = twins.iter().map(|at| sight.point(*at).nth).collect();
    let mut named: Vec<String> = tables.iter().take(NAMED).map(|nth| sight.t(*nth)).collect();
    named.extend((tables.len() > NAMED).then(|| format!("+{}", tables.len() - NAMED)));
    (!named.is_empty()).then(|| format!("= {}", named.join(", ")))
}

/// A row of a text in pieces: the words at these places are marked.
fn marked(text: &str, row: &Range<usize>, at: &[Range<usize>], plain: Style, strong: Style) -> Row {
    let mut places: Vec<&Range<usize>> = at.iter().filter(|at| at.start < row.end && at.end > row.start).collect();
    places.sort_by_key(|at| at.start);
    let (mut pieces, mut from) = (Vec::new(), row.start);
    for at in places {
        let (start, end) = (at.start.clamp(from, row.end), at.end.clamp(from, row.end));
        pieces.push((text[from..start].to_owned(), plain));
        pieces.push((text[start..end].to_owned(), strong));
        from = end;
    }
    pieces.push((text[from..row.end].trim_end().to_owned(), plain));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// How many columns a row in pieces takes.
fn wide_of(row: &Row) -> usize {
    row.iter().map(|(piece, _)| width(piece)).sum()
}

/// Cuts a row in pieces to so many columns, with a sign where something was left out.
pub(super) fn cut(row: &mut Row, most: usize) {
    let mut left = if wide_of(row) <= most { return } else { most };
    row.retain_mut(|(piece, _)| {
        let wide = width(piece);
        // a column stays for the sign
        if left > 0 && wide >= left {
            *piece = crate::text::fit(&format!("{piece}  …"), left).into();
            left = 0;
            return true;
        }
        let stays = left > 0;
        left = left.saturating_sub(wide);
        stays
    });
}

/// Keys with what they do, told as `= the same  - different`: the keys strong.
fn keys(told: &str, strong: Style, dim: Style) -> Row {
    let told = told.split("  ").filter_map(|key| key.split_once(' ')).enumerate();
    told.flat_map(|(nth, (key, what))| {
        let gap = if nth == 0 { "" } else { "   " };
        [(format!("{gap}{key}"), strong), (format!(" {what}"), dim)]
    })
    .collect()
}

/// Paints a row in pieces.
pub(super) fn paint_row(buf: &mut Buffer, area: Rect, y: u16, row: &Row) -> u16 {
    let mut x = area.x;
    for (piece, style) in row {
        x += paint::put(buf, area, x, y, piece, *style, area.right().saturating_sub(x));
    }
    x
}

impl Oogst {
    /// What may say the same as a line; nothing of another line than the one that is chosen.
    fn likely(&self, point: usize) -> &[Likely] {
        let of = |likely: &Likely| self.harvest.points.at(&likely.line) == Some(point);
        if self.likely.0.first().is_some_and(of) { &self.likely.0 } else { &[] }
    }

    /// Whether something may say the same as a line.
    pub(super) fn has_likely(&self, point: usize) -> bool {
        !self.likely(point).is_empty()
    }

    /// The words of a line as they stand at its table, in rows, with those marked that speak for a pair.
    fn text_rows(
        &self,
        session: &Session,
        point: usize,
        at: &[Range<usize>],
        wide: usize,
        styles: [Style; 2],
    ) -> Vec<Row> {
        let said = self.harvest.points.text(session, point);
        let text = crate::text::clean_line(said);
        // what was cleaned has its words at other places
        let at = if *text == *said { at } else { &[] };
        wrap_text(&text, wide.max(1)).iter().map(|row| marked(&text, row, at, styles[0], styles[1])).collect()
    }

    /// The line that is chosen, with the words marked that it shares with what may say the same.
    pub(super) fn chosen_rows(&self, session: &Session, point: usize, wide: usize, desk: &Desk) -> Vec<Row> {
        let plain = desk.theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let here: Vec<Range<usize>> = self.likely(point).iter().take(1).flat_map(places_here).collect();
        self.text_rows(session, point, &here, wide, [plain, plain.add_modifier(Modifier::UNDERLINED)])
    }

    /// What may say the same, in rows: the line and its table, what they share, and the keys. Where it is not `tall` that
    /// is two rows, of which the second can be left out.
    pub(super) fn likely_rows(
        &self,
        session: &Session,
        point: usize,
        wide: usize,
        tall: bool,
        desk: &Desk,
    ) -> Vec<Row> {
        let (theme, words) = (&desk.theme, &desk.words);
        let (dim, plain) = (theme.ink(Ink::Dim), theme.ink(Ink::Text));
        let all = self.likely(point);
        let Some(first) = all.first() else { return Vec::new() };
        let sight = self.sight(session, words);
        let styles = [plain, theme.ink(Ink::Accent).add_modifier(Modifier::UNDERLINED)];
        let lead = theme.ink(Ink::Accent).add_modifier(Modifier::BOLD);
        let table =
            |likely: &Likely| self.harvest.points.at(&likely.other).map(|at| (at, sight.t(sight.point(at).nth)));
        let Some((other, t)) = table(first) else { return Vec::new() };
        let there: Vec<Range<usize>> = first.because.iter().map(|because| because.there.clone()).collect();
        let told = words.say(if wide < ROOM && !tall { "oogst-alike-keys-short" } else { "oogst-alike-keys" });
        let keys = keys(&told, theme.ink(Ink::Text).add_modifier(Modifier::BOLD), dim);
        let keys_wide = wide_of(&keys);
        let mut why = self.why(session, point, first, other, desk);
        if !tall {
            let lead_words = words.tell("oogst-alike-as", &[("place", t.into())]);
            let left = width(&lead_words) + 2;
            let right = if wide >= LEAST { keys_wide + 2 } else { 0 };
            let mut row = vec![(lead_words, lead), ("  ".to_owned(), plain)];
            row.extend(self.text_rows(session, other, &there, usize::MAX, styles).into_iter().flatten());
            cut(&mut row, wide.saturating_sub(right));
            if right > 0 {
                row.push((" ".repeat(wide.saturating_sub(wide_of(&row) + keys_wide)), plain));
                row.extend(keys);
            }
            let behind = all.len() - 1 + self.likely.1;
            if behind > 0 {
                let more = words.tell("oogst-alike-more", &[("count", behind.into())]);
                why = format!("{why} {} {more}", theme.glyphs.dot);
            }
            let mut why = vec![(format!("{}{why}", " ".repeat(left)), dim)];
            cut(&mut why, wide);
            return vec![row, why];
        }
        let mut rows = vec![vec![
            (words.say("oogst-alike"), lead),
            ("   ".to_owned(), plain),
            (words.say("oogst-alike-you"), dim),
        ]];
        let column = 5;
        for (nth, likely) in all.iter().enumerate() {
            let Some((other, t)) = table(likely) else { continue };
            let (at, styles) = if nth == 0 { (there.as_slice(), styles) } else { (&[][..], [dim, dim]) };
            let text = self.text_rows(session, other, at, wide.saturating_sub(column), styles);
            for (row, pieces) in text.into_iter().enumerate() {
                let tag = if row == 0 { format!("{t:<column$}") } else { " ".repeat(column) };
                rows.push(std::iter::once((tag, dim)).chain(pieces).collect());
            }
            if nth == 0 {
                let room = wide.saturating_sub(column).max(1);
                let lines = wrap_text(&why, room);
                rows.extend(
                    lines
                        .iter()
                        .map(|row| vec![(format!("{}{}", " ".repeat(column), why[row.clone()].trim_end()), dim)]),
                );
            }
        }
        if self.likely.1 > 0 {
            let more = words.tell("oogst-alike-more", &[("count", self.likely.1.into())]);
            rows.push(vec![(format!("{}{more}", " ".repeat(column)), dim)]);
        }
        rows.push(keys);
        rows
    }

    /// What was called the same as a line, in rows, each with its table.
    pub(super) fn twin_rows(&self, session: &Session, point: usize, wide: usize, desk: &Desk) -> Vec<Row> {
        let twins = self.harvest.twins.of(point);
        let dim = desk.theme.ink(Ink::Dim);
        let sight = self.sight(session, &desk.words);
        let mut rows = Vec::new();
        for twin in twins.iter().take(NAMED) {
            let tag = format!("= {}", sight.t(sight.point(*twin).nth));
            let column = width(&tag) + 2;
            let text = self.text_rows(session, *twin, &[], wide.saturating_sub(column), [dim, dim]);
            for (row, pieces) in text.into_iter().enumerate() {
                let tag = if row == 0 { format!("{tag}  ") } else { " ".repeat(column) };
                rows.push(std::iter::once((tag, dim)).chain(pieces).collect());
            }
        }
        let more = twins.len().saturating_sub(NAMED);
        let told = || vec![(desk.words.tell("oogst-alike-more", &[("count", more.into())]), dim)];
        rows.extend((more > 0).then(told));
        rows
    }

    /// The words that two lines share, as a sentence: those that are the same, and those that met by a stem or a meaning.
    fn why(&self, session: &Session, point: usize, likely: &Likely, other: usize, desk: &Desk) -> String {
        let points = &self.harvest.points;
        let (here, there) = (points.text(session, point), points.text(session, other));
        let told = |because: &Because| {
            let (one, other) = (here.get(because.at.clone())?, there.get(because.there.clone())?);
            if one.to_lowercase() == other.to_lowercase() {
                return Some(format!("“{one}”"));
            }
            let args = [("word", one.to_owned().into()), ("other", other.to_owned().into())];
            Some(match &because.why {
                // a stem that is in neither word as it stands, as of verlening and verleent, explains nothing
                Why::Stem(stem) if [one, other].iter().all(|word| fold(word).contains(stem.as_str())) => {
                    let [word, other] = args;
                    desk.words.tell("oogst-alike-stem", &[word, other, ("stem", stem.clone().into())])
                }
                Why::Stem(_) => desk.words.tell("oogst-alike-met", &args),
                Why::Idea | Why::Letters => desk.words.tell("oogst-alike-idea", &args),
            })
        };
        let told: Vec<String> = likely.because.iter().filter_map(told).collect();
        desk.words.tell("oogst-alike-why", &[("words", told.join(", ").into())])
    }

    /// What is marked, or the chosen line and what is proposed beside it.
    fn to_call(&self) -> Vec<usize> {
        let points = &self.harvest.points;
        let mut lines: Vec<usize> = Vec::new();
        if !self.look.marks.is_empty() {
            lines.extend(self.lines_at().iter().filter_map(|id| points.at(id)));
        }
        if lines.len() < 2
            && let At::Line { point, .. } = self.at()
        {
            let other =
                self.likely(point).first().filter(|_| lines.is_empty()).and_then(|likely| points.at(&likely.other));
            lines.extend(Some(point).filter(|point| !lines.contains(point)));
            lines.extend(other);
        }
        lines
    }

    /// They say the same: what stands nowhere goes where the others stand.
    pub(super) fn call_same(&mut self, desks: &mut Desks<'_>) {
        let lines = self.to_call();
        let [first, others @ ..] = lines.as_slice() else { return self.none_here(desks) };
        if others.is_empty() {
            return self.none_here(desks);
        }
        let (points, themes, twins) = (&self.harvest.points, &self.harvest.themes, &self.harvest.twins);
        let mut group: BTreeSet<usize> = lines.iter().copied().collect();
        lines.iter().for_each(|line| group.extend(twins.of(*line)));
        let of = |at: &usize| themes.of.line(*at);
        let under: BTreeSet<u16> = group.iter().flat_map(of).copied().collect();
        let under: Vec<&Theme> = under.iter().filter_map(|nth| themes.all.get(usize::from(*nth))).collect();
        let free: Vec<usize> = group.iter().filter(|at| of(at).is_empty()).copied().collect();
        let id = |at: usize| &points.all[at].id;
        let went = desks.does(|deeds| {
            others.iter().for_each(|other| deeds.call(id(*first), id(*other), true));
            let mut went: BTreeSet<usize> = BTreeSet::new();
            for theme in under.iter().filter(|_| !free.is_empty()) {
                let under = deeds.entry(theme);
                went.extend(free.iter().filter(|at| deeds.put_along(id(**at), &under)));
            }
            went.len()
        });
        let Some(went) = went else { return };
        let words = &desks.desk.words;
        let text = if went > 0 {
            let names = under.iter().map(|theme| theme.name.as_str()).collect::<Vec<_>>().join(", ");
            words.tell("oogst-alike-same-in", &[("count", went.into()), ("theme", names.into())])
        } else {
            words.tell("oogst-alike-same", &[("count", lines.len().into())])
        };
        desks.desk.tell(Ink::Good, text);
        self.look.marks.clear();
    }

    /// The chosen line and what is proposed beside it do not say the same, and are not proposed again.
    pub(super) fn call_different(&mut self, desks: &mut Desks<'_>) {
        let pair = match self.at() {
            At::Line { point, .. } => {
                self.likely(point).first().map(|likely| (likely.line.clone(), likely.other.clone()))
            }
            At::Theme(_) | At::Judged { .. } | At::Unused | At::Nothing => None,
        };
        let Some((one, other)) = pair else { return self.none_here(desks) };
        self.take_apart(&one, &other, desks);
    }

    /// Two lines do not say the same, whatever they were called before.
    pub(super) fn take_apart(&mut self, one: &EntryId, other: &EntryId, desks: &mut Desks<'_>) {
        if desks.does(|deeds| deeds.call(one, other, false)).is_some() {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-alike-different"));
        }
    }

    fn none_here(&self, desks: &mut Desks<'_>) {
        desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-alike-none-here"));
    }

    /// To the next line with one that may say the same, among those that are shown.
    pub(super) fn next_pair(&mut self) {
        let all: Vec<usize> = match self.tab {
            Tab::Themes => self.views.themes.lines(),
            Tab::Beside => (0..self.harvest.points.all.len()).filter(|at| self.look.lets(*at)).collect(),
            Tab::Votes | Tab::Roles | Tab::Mirrors | Tab::Agreements => return,
        };
        self.hunt_for(Game::Pair, &all);
    }

    /// The lines that go along when these are put somewhere, by their ids; none of these itself.
    pub(super) fn along(&self, lines: &[EntryId]) -> Vec<EntryId> {
        let twins = |at: usize| self.harvest.twins.along(&self.harvest.themes, at);
        self.beside_these(lines, twins)
    }

    /// The lines that say the same as these and stand under a theme, by their ids; none of these itself.
    pub(super) fn along_out(&self, lines: &[EntryId], theme: usize) -> Vec<EntryId> {
        let (twins, of): (&Twins, _) = (&self.harvest.twins, &self.harvest.themes.of);
        let under = |at: &usize| of.line(*at).iter().any(|nth| usize::from(*nth) == theme);
        self.beside_these(lines, |at| twins.of(at).into_iter().filter(under).collect())
    }

    fn beside_these(&self, lines: &[EntryId], twins: impl Fn(usize) -> Vec<usize>) -> Vec<EntryId> {
        let points = &self.harvest.points;
        let these: BTreeSet<usize> = lines.iter().filter_map(|id| points.at(id)).collect();
        let along: BTreeSet<usize> = these.iter().flat_map(|at| twins(*at)).collect();
        along.difference(&these).map(|at| points.all[*at].id.clone()).collect()
    }
}

/// Where the words of the chosen line stand that speak for a pair.
fn places_here(likely: &Likely) -> impl Iterator<Item = Range<usize>> + '_ {
    likely.because.iter().map(|because| because.at.clone())
}
