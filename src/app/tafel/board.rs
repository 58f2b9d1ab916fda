//! A board at the table: where on it one is, and what a key or a typed line fills in.
//!
//! The line at the bottom stays: what is typed there fills the row with the cursor. While the line is empty the arrows go
//! over the board, Space gives the next value and Backspace takes it away. Every form's board is held in the same way.

use super::Tafel;
use crate::{
    app::Desk,
    form::{
        Kind, Place, Scope,
        board::{Board, Fill, Spot, Stroke, Then, sheet::Shown},
        case,
        terms::Hidden,
    },
    record::{Deed as Why, EntryId, FactKey, Value},
    session::{Hold, Step},
    ui::theme::Ink,
};
use std::sync::Arc;

impl Tafel {
    /// The place the line goes to, if it has a board.
    pub(super) fn board_place(&self) -> Option<&Place> {
        self.place_now().map(|(_, place)| place).filter(|place| place.kind == Kind::Board)
    }

    /// Whether the keys go over a board: it is where one is, and nothing is typed or chosen.
    pub(super) fn is_on_board(&self) -> bool {
        let line = &self.at().desk;
        line.chosen.is_none() && line.is_blank() && line.hold == Hold::New && self.board_place().is_some()
    }

    /// What the board's form looks at.
    fn board_scope<'a>(&'a self, desk: &'a Desk) -> Scope<'a> {
        let scope = self.scope(desk);
        match self.round() {
            Some(round) => round.scope(scope),
            None => scope,
        }
    }

    /// The board with the cursor: as it was laid out, if nothing was said since, else made now.
    pub(super) fn board_now(&self, desk: &Desk) -> Option<Arc<Shown>> {
        let place = self.board_place()?;
        let version = (self.at().records.version(), self.round_at(), self.at().desk.case.clone());
        if let Some(shown) = self.current_index().and_then(|current| self.page.board(&version, current)) {
            return Some(shown);
        }
        let form = self.session.head.workshop.block(&place.block)?;
        form.lens().board(self.board_scope(desk), place.which.case()).map(|board| Arc::new(Shown::new(board)))
    }

    /// The row and column with the cursor on a board.
    pub(super) fn spot_on(&self, place: &Place, board: &Board) -> (usize, usize) {
        let spot = self.at().desk.spot.as_ref().filter(|(block, ..)| *block == place.block);
        let row = board.row_of(spot.map(|(_, item, _)| item));
        let column = spot.map_or(0, |(.., column)| *column as usize);
        (row, column.min(board.columns.len().saturating_sub(1)))
    }

    /// Goes to a row and column.
    fn go_spot(&mut self, board: &Board, row: usize, column: usize, desk: &mut Desk) {
        let Some(block) = self.board_place().map(|place| place.block.clone()) else { return };
        let Some(row) = board.rows.get(row) else { return };
        let spot = Some((block.clone(), row.item.clone(), column as u32));
        if self.at().desk.spot != spot {
            self.step(Step::Spot(block, row.item.clone(), column as u32), desk);
        }
    }

    /// Moves over the board by rows and columns.
    pub(super) fn move_spot(&mut self, rows: isize, columns: isize, desk: &mut Desk) {
        let Some((shown, (row, column))) = self.here_on_board(desk) else { return };
        let board = &shown.board;
        let row = row.saturating_add_signed(rows).min(board.rows.len().saturating_sub(1));
        let column = column.saturating_add_signed(columns).min(board.columns.len().saturating_sub(1));
        self.go_spot(board, row, column, desk);
    }

    fn here_on_board(&self, desk: &Desk) -> Option<(Arc<Shown>, (usize, usize))> {
        let shown = self.board_now(desk)?;
        let spot = self.spot_on(self.board_place()?, &shown.board);
        Some((shown, spot))
    }

    /// Does something at the cursor. Says whether it meant something.
    pub(super) fn stroke(&mut self, stroke: Stroke<'_>, desk: &mut Desk) -> bool {
        let Some((shown, (row, column))) = self.here_on_board(desk) else { return false };
        let board = &shown.board;
        let Some(place) = self.board_place() else { return false };
        let spot = Spot { item: board.rows.get(row).map(|row| &row.item), column };
        let Some(form) = self.session.head.workshop.block(&place.block) else { return false };
        let Fill { touches, then, told } = form.lens().fill(self.board_scope(desk), place.which.case(), spot, stroke);
        if let Some(told) = &told {
            let ink = if touches.is_empty() { Ink::Warn } else { Ink::Good };
            desk.tell(ink, told.text.clone());
        }
        if touches.is_empty() && then == Then::Stay {
            return false;
        }
        if !touches.is_empty() {
            self.alter(touches, Why::Did, desk);
            self.start_clock_if_forgotten(desk);
        }
        // what was filled in may have altered the rows: the next one is counted on the board as it stands now
        let (row, column) = board.next(row, column, then);
        self.go_spot(board, row, column, desk);
        true
    }

    /// Enter on a board: fills in what was typed, or goes to the next row.
    pub(super) fn save_on_board(&mut self, desk: &mut Desk) {
        let typed = self.at().desk.field(0).trim().to_owned();
        if typed.is_empty() {
            return self.move_spot(1, 0, desk);
        }
        if self.stroke(Stroke::Typed(&typed), desk) {
            self.step(Step::Clear, desk);
        }
    }

    /// Whether a character begins a line of values here, and so is no sigil.
    pub(super) fn is_value(&self, letter: char, desk: &Desk) -> bool {
        self.board_place().is_some() && self.board_now(desk).is_some_and(|shown| shown.board.keys.contains(letter))
    }

    /// The keys of the cases of the round, in order, and which of them is shown.
    pub(super) fn cases(&self) -> (Vec<(&str, &str)>, usize) {
        let round = self.round_at();
        let mut cases: Vec<(&str, &str)> = Vec::new();
        for (_, place) in self.places.iter().filter(|(at, _)| *at == round) {
            if let Some(case) = place.which.case().filter(|case| !cases.iter().any(|(key, _)| *key == case.key)) {
                cases.push((&case.key, &case.label));
            }
        }
        let chosen = self.at().desk.case.as_deref();
        let at = cases.iter().position(|(key, _)| Some(*key) == chosen).unwrap_or(0);
        (cases, at)
    }

    /// Goes to the next case of the round, or the one before.
    pub(super) fn go_case(&mut self, by: isize, desk: &mut Desk) {
        let (cases, at) = self.cases();
        let next = at.saturating_add_signed(by).min(cases.len().saturating_sub(1));
        let Some(key) = cases.get(next).filter(|_| next != at).map(|(key, _)| (*key).to_owned()) else { return };
        let place = self.place_now().map(|(_, place)| (place.block.clone(), place.category.clone()));
        self.leave_slot(desk);
        self.step(Step::Case(key), desk);
        // the same question of the next case
        let Some((block, category)) = place else { return };
        let nth = self.here().find(|(_, place)| place.is(&block, &category)).map(|(nth, _)| nth);
        nth.into_iter().for_each(|nth| self.go_place(nth, desk));
    }

    /// Goes to the case that something was said in, if its block is repeated; its round is shown.
    pub(super) fn go_case_of(&mut self, id: &EntryId, desk: &mut Desk) {
        let Some(entry) = self.at().records.entry(id) else { return };
        let of_entry = self.places.iter().find(|(_, place)| place.which.case().is_some() && place.holds(entry));
        let Some(key) = of_entry.and_then(|(_, place)| place.which.case()).map(|case| case.key.clone()) else { return };
        let (cases, at) = self.cases();
        if cases.get(at).is_some_and(|(shown, _)| *shown == key) {
            return;
        }
        self.leave_slot(desk);
        self.step(Step::Case(key), desk);
        self.settle_place(desk);
    }

    /// Shows what is hidden: on the board where one is, else in the lists of the round.
    pub(super) fn reveal(&mut self, desk: &mut Desk) {
        if self.board_place().is_some() {
            self.stroke(Stroke::Reveal(desk.now.millis.unsigned_abs()), desk);
            return;
        }
        let Some(round) = self.round() else { return };
        let frames = round.blocks.iter().map(|block| block.lens().frame());
        let hidden =
            frames.filter(|frame| frame.hidden == Hidden::UntilReveal || frame.hidden == Hidden::UntilComplete);
        let keys = hidden.map(|frame| FactKey::Revealed(frame.id.clone()));
        let facts: Vec<_> = keys.map(|key| (key, Some(Value::Yes(true)))).collect();
        self.keep(facts, desk);
    }

    /// Begins another pass of the block where one is.
    pub(super) fn next_pass(&mut self, desk: &mut Desk) {
        if self.board_place().is_some() {
            self.stroke(Stroke::NextPass, desk);
            return;
        }
        let scope = self.board_scope(desk);
        let block =
            self.place_now().and_then(|(_, place)| scope.room.block(&place.block)).map(|form| form.lens().frame());
        let Some(frame) = block.filter(|frame| frame.until.is_some()) else { return self.go_case(1, desk) };
        let next = case::pass(scope, frame.id) + 1;
        let facts = vec![(FactKey::Pass(frame.id.clone()), Some(Value::Number(f64::from(next))))];
        self.keep(facts, desk);
        self.go_case(isize::MAX, desk);
    }
}
