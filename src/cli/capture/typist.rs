//! Where a typed line goes: its round, its category, its words and its columns.
//!
//! ```text
//! == factoren              another round; with /category, also where the lines without a sign go
//! + Korte lijnen @wel      a sign of any category first; one of another round lands in that round
//! nog een                  no sign: where the line before went
//! : Het werd stil.         prose of the round
//! Bellen | Welzijn | vr    columns behind bars
//! ```
//!
//! Pure: no files, no clock. What stands behind the sign (`@ @@ # &`) is read by the session.

use super::Count;
use crate::{
    cli::room::{find_round, scope},
    form::{
        Kind, Place, Scope,
        board::{Fill, Spot, Stroke, Then},
        same_case,
    },
    record::{BlockId, CategoryId, Item, RoundId, TableId},
    session::{Code, Head, Session},
    text,
    words::Words,
};

use std::collections::HashMap;

/// What a line means.
pub(super) enum Line {
    /// Something was said.
    Said {
        /// In which round.
        round: RoundId,
        /// Where it goes.
        place: Box<Place>,
        /// The words, with the marks before and behind them.
        text: String,
        /// What stands in the columns.
        columns: Vec<String>,
    },
    /// Nothing to enter: a blank line, or the way to another round.
    Went,
    /// It cannot be entered; the key of the reason.
    Missed(&'static str),
}

/// Where on a board the next line of values goes. The item says which row, since what is filled in may move rows about;
/// past the last row there is none.
#[derive(Default)]
struct Aim {
    row: usize,
    column: usize,
    item: Option<Item>,
}

/// Who types: in which round, and where what has no sign goes.
pub(super) struct Typist<'a> {
    head: &'a Head,
    /// For every round its places.
    places: Vec<Vec<Place>>,
    /// The round, unless the way to it was not understood.
    round: Option<usize>,
    /// Where a line without a sign goes, in the round.
    place: usize,
    /// Where on each board the next line of values goes.
    spots: HashMap<(BlockId, Option<String>), Aim>,
}

impl<'a> Typist<'a> {
    /// Sits down, in no round yet.
    pub(super) fn new(head: &'a Head, scope: Scope<'_>) -> Self {
        let rounds = &head.workshop.rounds;
        let places = rounds.iter().map(|round| round.places(scope)).collect();
        Self { head, places, round: None, place: 0, spots: HashMap::new() }
    }

    /// Goes to a round.
    pub(super) fn sit(&mut self, round: &RoundId) {
        (self.round, self.place) = (self.head.workshop.round_at(round), 0);
    }

    /// Goes to where a code leads: the first place of a block, or the notes of a round. False where there is nothing to
    /// fill in.
    pub(super) fn follow(&mut self, code: &Code) -> bool {
        let round = code.round(self.head).and_then(|round| self.head.workshop.round_at(&round.id));
        self.round = None; // what follows without a code goes nowhere either
        let Some(round) = round else { return false };
        let block = match code.block(self.head) {
            Some(form) => form.lens().frame().id.clone(),
            None => BlockId::of_round(&self.head.workshop.rounds[round].id),
        };
        let notes = CategoryId::note();
        let own = |place: &Place| place.block == block && (!place.quiet || place.category == notes);
        let Some(place) = self.places[round].iter().position(own) else { return false };
        (self.round, self.place) = (Some(round), place);
        true
    }

    /// Looks again where lines can go: what was said or filled in can make other cases.
    pub(super) fn look_again(&mut self, session: &Session, table: TableId, words: &Words) {
        let Some(at) = session.table(table) else { return };
        let scope = scope(words, session, at);
        let here = self.round.and_then(|round| self.places[round].get(self.place)).cloned();
        self.places = self.head.workshop.rounds.iter().map(|round| round.places(scope)).collect();
        if let (Some(here), Some(round)) = (here, self.round) {
            let same = |place: &Place| place.is(&here.block, &here.category) && same_case(place, &here);
            self.place = self.places[round].iter().position(same).unwrap_or(0);
        }
    }

    /// What a line of values alters on a board. `3: 7 8 6` fills the third row; without a number the next row, or the next
    /// column where a line is what one voter gives. `=!` shows what is hidden or draws, `=+` begins another pass.
    pub(super) fn fill(
        &mut self,
        session: &Session,
        table: TableId,
        language: &Words,
        place: &Place,
        line: &str,
        seed: u64,
    ) -> Fill {
        let form = self.head.workshop.block(&place.block);
        let (Some(at), Some(form)) = (session.table(table), form) else { return Fill::default() };
        let scope = scope(language, session, at);
        let case = place.which.case();
        let Some(board) = form.lens().board(scope, case) else { return Fill::default() };
        let spot = self.spots.entry((place.block.clone(), case.map(|case| case.key.clone()))).or_default();
        let (named, words) = match line.split_once(':').map(|(number, rest)| (number.trim().parse::<usize>(), rest)) {
            Some((Ok(number), rest)) if number > 0 => (Some(number - 1), rest.trim()),
            Some(_) | None => (None, line),
        };
        let moved = spot.item.as_ref().and_then(|item| board.rows.iter().position(|row| row.item == *item));
        let here = match (named, moved) {
            (Some(named), _) if board.by_column => (0, named),
            // the number that stands before the row, where rows are numbered
            (Some(named), _) => {
                let numbered = board.rows.iter().position(|row| row.number == Some(named + 1));
                (numbered.unwrap_or(named), 0)
            }
            (None, Some(row)) => (row, spot.column),
            (None, None) => (spot.row, spot.column),
        };
        let stroke = match words {
            "=!" => Stroke::Reveal(seed),
            "=+" => Stroke::NextPass,
            words => Stroke::Typed(words),
        };
        let at = Spot { item: board.rows.get(here.0).map(|row| &row.item), column: here.1 };
        let fill = form.lens().fill(scope, case, at, stroke);
        let (rows, columns) = (board.rows.len(), board.columns.len());
        // at the end it stays past it, so that a line too many fills nothing
        let fresh = stroke == Stroke::NextPass && !fill.touches.is_empty(); // another pass begins at the first row
        let (row, column) = match fill.then {
            Then::Stay if fresh => (0, 0),
            Then::Stay => here,
            Then::NextRow => ((here.0 + 1).min(rows), here.1),
            Then::Row(row) => (row.min(rows), here.1),
            Then::NextColumn => (here.0, (here.1 + 1).min(columns.max(1) + 98)),
            Then::NextCell if here.1 + 1 < columns => (here.0, here.1 + 1),
            Then::NextCell => ((here.0 + 1).min(rows), 0),
        };
        *spot = Aim { row, column, item: board.rows.get(row).map(|row| row.item.clone()) };
        fill
    }

    /// Every category, with nothing counted yet.
    pub(super) fn counts(&self) -> Vec<Count> {
        let rounds = self.head.workshop.rounds.iter().zip(&self.places);
        let count = |(round, places): (&crate::workshop::Round, &Vec<Place>)| {
            let count = |place: &Place| Count {
                round: round.id.to_string(),
                block: place.block.to_string(),
                category: place.category.to_string(),
                label: place.label.clone(),
                count: 0,
            };
            places.iter().map(count).collect::<Vec<_>>()
        };
        rounds.flat_map(count).collect()
    }

    /// Reads a line.
    pub(super) fn read(&mut self, line: &str) -> Line {
        let line = text::clean_line(line);
        let line = line.trim();
        if line.is_empty() {
            return Line::Went;
        }
        if let Some(case) = line.strip_prefix("=@") {
            return self.go_case(case.trim());
        }
        if let Some(way) = line.strip_prefix("== ").or_else(|| line.strip_prefix("## ")) {
            return self.go(way.trim().trim_end_matches('='));
        }
        let Some(round) = self.round else { return Line::Missed("cli-capture-nowhere") };
        let (round, place, words) = self.aim(round, line);
        let mut parts = words.split(" | ").map(str::trim);
        let (words, columns) = match self.places[round].get(place) {
            // a bar means a column only where there are columns
            Some(place) if !place.columns.is_empty() => {
                (parts.next().unwrap_or_default().to_owned(), parts.map(str::to_owned).collect::<Vec<_>>())
            }
            Some(_) => (words, Vec::new()),
            None => return Line::Missed("cli-capture-nowhere"),
        };
        let place = self.places[round][place].clone();
        if words.is_empty() && columns.iter().all(String::is_empty) {
            return Line::Missed("cli-capture-empty");
        }
        let more = columns.len() > place.columns.len();
        let (words, columns) = if more { overfull(&words, columns, place.columns.len()) } else { (words, columns) };
        Line::Said { round: self.head.workshop.rounds[round].id.clone(), place: Box::new(place), text: words, columns }
    }

    /// Goes to another round, and there to a category if one is named.
    fn go(&mut self, way: &str) -> Line {
        let (name, category) = way.split_once('/').map_or((way, None), |(name, rest)| (name, Some(rest.trim())));
        let round = find_round(self.head, name).and_then(|id| self.head.workshop.round_at(&id));
        let Some(at) = round else {
            self.round = None;
            return Line::Missed("cli-capture-no-round");
        };
        (self.round, self.place) = (Some(at), 0);
        let Some(category) = category else { return Line::Went };
        let wanted = text::fold(category);
        // a round may have more boards than one: by the id of its block one goes to that
        let board = |place: &Place| place.kind == Kind::Board && text::fold(place.block.as_str()) == wanted;
        let called = |place: &Place| {
            text::fold(place.category.as_str()) == wanted || text::fold(&place.label) == wanted || board(place)
        };
        match self.places[at].iter().position(called) {
            Some(place) => {
                self.place = place;
                Line::Went
            }
            None => {
                self.round = None;
                Line::Missed("cli-capture-no-category")
            }
        }
    }

    /// Goes to the case of the round whose words hold these, at the same question.
    fn go_case(&mut self, words: &str) -> Line {
        let Some(round) = self.round else { return Line::Missed("cli-capture-nowhere") };
        let wanted = text::fold(words);
        let here = self.places[round].get(self.place);
        let fits = |place: &&Place| place.which.case().is_some_and(|case| text::fold(&case.label).contains(&wanted));
        let same = |place: &&Place| here.is_some_and(|here| place.is(&here.block, &here.category));
        let found = self.places[round].iter().position(|place| fits(&place) && same(&place));
        match found.or_else(|| self.places[round].iter().position(|place| fits(&place))) {
            Some(place) => {
                self.place = place;
                Line::Went
            }
            None => Line::Missed("cli-capture-no-case"),
        }
    }

    /// The round and place of a line, and its words without the sign.
    fn aim(&mut self, round: usize, line: &str) -> (usize, usize, String) {
        // on a board these draw, show and begin another pass, whatever category has that sign
        let on_board = self.places[round].get(self.place).is_some_and(|place| place.kind == Kind::Board);
        if on_board && matches!(line, "=!" | "=+") {
            return (round, self.place, line.to_owned());
        }
        let mut letters = line.chars();
        let sign = letters.next();
        let rest = letters.as_str().trim_start();
        // of a block that is repeated, the place of the case where one is
        let here = self.places[round].get(self.place).and_then(|place| place.which.case()).map(|case| case.key.clone());
        let at = |round: usize| {
            let signed = |place: &&Place| place.sigil.is_some() && place.sigil == sign;
            let own = |place: &&Place| place.which.case().map(|case| &case.key) == here.as_ref();
            let places = || self.places[round].iter().enumerate();
            let own = places().find(|(_, place)| signed(place) && own(place));
            own.or_else(|| places().find(|(_, place)| signed(place))).map(|(nth, _)| nth)
        };
        if let Some(place) = at(round) {
            self.place = place;
            return (round, place, self.words(round, place, rest));
        }
        // a sign of another round serves this line only: what follows without a sign stays where it was
        let other = (0..self.places.len()).find_map(|round| {
            let place = at(round).filter(|place| !self.places[round][*place].quiet)?;
            Some((round, place))
        });
        match other {
            Some((round, place)) => (round, place, self.words(round, place, rest)),
            None => (round, self.place, line.to_owned()),
        }
    }

    /// The words behind a sign; where that was a quotation mark, its closing one is no part of them.
    fn words(&self, round: usize, place: usize, rest: &str) -> String {
        if self.places[round][place].sigil != Some('"') {
            return rest.to_owned();
        }
        match rest.rsplit_once('"') {
            Some((words, marks)) if !words.contains('"') && (marks.is_empty() || marks.starts_with(' ')) => {
                format!("{words}{marks}")
            }
            Some(_) | None => rest.to_owned(),
        }
    }
}

/// What stands behind more bars than there are columns belongs to the words: nothing typed is dropped.
fn overfull(words: &str, mut columns: Vec<String>, most: usize) -> (String, Vec<String>) {
    let rest = columns.split_off(most);
    (format!("{words} | {}", rest.join(" | ")), columns)
}
