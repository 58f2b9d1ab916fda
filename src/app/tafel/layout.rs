//! What stands where at the table, computed when something said, chosen or resized, and kept until then.

use super::{
    Tafel,
    window::{View, window},
};
use crate::{
    app::Desk,
    form::{
        self, Form, Kind, Scope,
        board::sheet::Shown,
        listing::{self, Part, Row, sheet::Sheet},
        terms::Moves,
    },
    record::{BlockId, EntryId, Item},
    session::Hold,
    text::{fit, wrap_text},
    ui::theme::Look,
};
use ratatui::{layout::Rect, text::Line};
use std::sync::Arc;

/// The areas of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Areas {
    /// The rounds at the left, where there is room.
    pub rail: Option<Rect>,
    /// What to say at the right, where there is a lot of room.
    pub side: Option<Rect>,
    /// The question and its phases.
    pub head: Rect,
    /// What was said.
    pub list: Rect,
    /// The line, with its frame.
    pub line: Rect,
}

/// What a layout was computed from; while it is the same, the layout holds.
#[derive(Clone, PartialEq, Debug, Default)]
struct Key {
    version: u64,
    /// Of what the harvest says of lines.
    harvest: u64,
    round: usize,
    area: Rect,
    chosen: Option<EntryId>,
    held: Option<EntryId>,
    current: Option<usize>,
    spot: Option<(BlockId, Item, u32)>,
    case: Option<String>,
    look: Option<Look>,
    rows: usize,
    phase: Option<usize>,
    bar: u16,
}

/// The page as it was laid out last.
#[derive(Default)]
pub(super) struct Page {
    key: Key,
    rows: Vec<Row>,
    /// What the rows were made of: the version of the records, the round, the case.
    rows_of: Option<(u64, usize, Option<String>)>,
    /// The lines in view.
    pub lines: Vec<Line<'static>>,
    /// Of the board with the cursor: its row and column in words, and how it is filled in.
    pub on_board: Option<(String, String)>,
    /// How many rows lie above and below the view.
    pub beyond: (usize, usize),
    /// The areas of the screen.
    pub areas: Areas,
    top: usize,
    follow: bool,
}

impl Page {
    /// How many columns the text of the line has.
    pub fn text_width(&self) -> usize {
        usize::from(self.areas.line.width.saturating_sub(4)).max(1)
    }

    /// Makes the rows anew at the next layout, with the view where it is.
    pub fn forget_rows(&mut self) {
        self.key = Key::default();
        self.rows_of = None;
    }

    /// The board of a place as it was laid out, if the rows are of this version of the records, round and case.
    pub fn board(&self, version: &(u64, usize, Option<String>), current: usize) -> Option<Arc<Shown>> {
        let holds = self.rows_of.as_ref() == Some(version);
        self.shown(current).filter(|_| holds).cloned()
    }

    /// The board of a place in the rows.
    fn shown(&self, current: usize) -> Option<&Arc<Shown>> {
        self.rows.iter().find_map(|row| match row {
            Row::Board { place, shown, .. } if *place == current => Some(shown),
            Row::Head { .. }
            | Row::Entry { .. }
            | Row::Blank { .. }
            | Row::Text(_)
            | Row::Case(_)
            | Row::Overview { .. }
            | Row::Board { .. }
            | Row::Gap => None,
        })
    }

    /// Shows the end of the current list at the next layout: something was added there.
    pub fn follow(&mut self) {
        self.follow = true;
    }

    /// The entry that is `by` entries above or below another; without one, the last of the current place or of the page.
    pub fn beside(&self, from: Option<&EntryId>, up: bool, by: usize, current: Option<usize>) -> Option<EntryId> {
        let ids: Vec<&EntryId> = self.rows.iter().filter_map(Row::id).collect();
        let Some(from) = from else {
            let of_place =
                |row: &&Row| matches!(row, Row::Entry { place, .. } if *place == current && current.is_some());
            let last = self.rows.iter().rev().find(of_place).and_then(Row::id);
            return last.or(ids.last().copied()).cloned();
        };
        let at = ids.iter().position(|id| *id == from)?;
        let next = if up { at.saturating_sub(by) } else { at + by };
        if !up && by > 1 && at + 1 < ids.len() {
            return ids.get(next.min(ids.len() - 1)).map(|id| (*id).clone());
        }
        ids.get(next).map(|id| (*id).clone())
    }

    /// The row that must be in view.
    fn anchor(
        &self,
        chosen: Option<&EntryId>,
        current: Option<usize>,
        spot: Option<(usize, usize, usize)>,
    ) -> Option<usize> {
        if let Some(chosen) = chosen {
            return self.rows.iter().position(|row| row.id() == Some(chosen));
        }
        if let Some((board, nth, _)) = spot {
            let part = |row: &Row| matches!(row, Row::Board { place, part: Part::Row(at), .. } if *place == board && *at == nth);
            return self.rows.iter().position(part);
        }
        let of_place = |row: &Row| matches!(row, Row::Entry { place, .. } if *place == current && current.is_some());
        let head = |row: &Row| matches!(row, Row::Head { place, .. } if Some(*place) == current);
        self.rows.iter().rposition(of_place).or_else(|| self.rows.iter().position(head))
    }
}

impl Tafel {
    /// Computes what stands where, if anything it depends on is different; says whether it was.
    pub fn lay_out(&mut self, desk: &Desk) -> bool {
        if let Some(then) = &mut self.then {
            return then.shown.lay_out(desk);
        }
        let line = &self.at().desk;
        let held = match &line.hold {
            Hold::Reword(id) => Some(id.clone()),
            Hold::New => None,
        };
        let round = self.round_at();
        let running = self.round().and_then(|held| self.clock.at(round, held, desk.now.millis));
        let key = Key {
            version: self.at().records.version(),
            harvest: self.session.harvest.records.version(),
            round,
            area: desk.area,
            chosen: line.chosen.clone(),
            held,
            current: self.place_index(),
            spot: line.spot.clone(),
            case: line.case.clone(),
            look: Some(desk.theme.look()),
            rows: self.line_rows(),
            phase: running.and_then(|running| running.phase),
            bar: self.bar_rows(desk),
        };
        if self.page.key == key {
            return false;
        }
        self.page.areas = self.areas(desk);
        let rows_of = Some((key.version, round, key.case.clone()));
        if self.page.rows_of != rows_of {
            self.page.rows = self.rows(desk);
            self.page.rows_of = rows_of;
        }
        self.view(desk, &key);
        // with the width of the line now known, what was typed may take another number of rows
        self.page.key = Key { rows: self.line_rows(), ..key };
        true
    }

    /// How many rows the line takes on the screen; of a text that fills any screen, only that it does.
    fn line_rows(&self) -> usize {
        self.rows_in(self.page.text_width())
    }

    fn rows_in(&self, width: usize) -> usize {
        const MOST: usize = 200;
        match self.at().desk.editor(0) {
            None => 1,
            Some(editor) if editor.text().len() > width * MOST * 4 => MOST,
            Some(editor) => editor.rows(width).len(),
        }
    }

    fn areas(&self, desk: &Desk) -> Areas {
        let area = desk.area;
        let body = Rect::new(area.x, area.y + 2, area.width, area.height.saturating_sub(3 + self.bar_rows(desk)));
        let rail = match area.width {
            0..72 => 0,
            72..100 => 22,
            100..150 => 28,
            150.. => 32,
        };
        let side = if area.width >= 160 { 44 } else { 0 };
        let left = if rail > 0 { rail + 2 } else { 1 };
        let wide = body.width.saturating_sub(left + 1 + if side > 0 { side + 3 } else { 0 });
        let main = Rect::new(body.x + left, body.y, wide, body.height);
        let text = usize::from(main.width.saturating_sub(4)).max(1);
        let typed = self.rows_in(text) as u16;
        let columns = u16::from(self.place_now().is_some_and(|(_, place)| !place.columns.is_empty()));
        let high = (typed.clamp(1, (body.height / 3).max(1)) + 2 + columns).min(body.height);
        let line = Rect::new(main.x, main.bottom().saturating_sub(high), main.width, high);
        let head_rows = self.head_rows(usize::from(main.width), desk);
        let lead = u16::from(body.height >= 18);
        let room = body.height.saturating_sub(high + lead);
        let head = Rect::new(main.x, body.y + lead, main.width, head_rows.min(room.saturating_sub(3)));
        let top = head.bottom() + u16::from(room > head.height + 6);
        let list = Rect::new(main.x, top, main.width, line.y.saturating_sub(top));
        Areas {
            rail: (rail > 0).then(|| Rect::new(body.x, body.y, rail, body.height)),
            side: (side > 0).then(|| Rect::new(main.right() + 3, body.y, side, body.height)),
            head,
            list,
            line,
        }
    }

    /// How many rows the question and its phases take.
    fn head_rows(&self, width: usize, desk: &Desk) -> u16 {
        let question = wrap_text(&self.question(), width.max(1)).len();
        let phases = self.phase_line(desk).len();
        let small = usize::from(desk.area.width < 72); // the round stands above the question where there is no rail
        (question.min(3) + phases.min(1) + small) as u16
    }

    /// The question on the table, or the name of the round where it asks none.
    pub(super) fn question(&self) -> String {
        match self.round() {
            Some(round) if !round.question.is_empty() => round.question.clone(),
            Some(round) => round.title.clone(),
            None => self.session.head.title.clone(),
        }
    }

    /// All rows of the round: what to read aloud, its lists and texts, and what can be chosen for a text.
    fn rows(&self, desk: &Desk) -> Vec<Row> {
        let Some(round) = self.round() else { return Vec::new() };
        let scope = round.scope(self.scope(desk));
        let places: Vec<_> = self.here().map(|(_, place)| place.clone()).collect();
        let mut rows = Vec::new();
        let mut overview = self.overview(scope);
        rows.extend(round.rotate.as_ref().map(|rotate| {
            Row::Text(desk.words.say(match (rotate.what, rotate.host_stays) {
                (Moves::People, false) => "form-rotate-people",
                (Moves::People, true) => "form-rotate-host",
                (Moves::Sheets, _) => "form-rotate-sheets",
            }))
        }));
        for block in &round.blocks {
            if let Form::Moment(moment) = block {
                rows.extend(moment.points.iter().cloned().map(Row::Text));
            }
        }
        let many = round.blocks.iter().filter(|block| !block.lens().places(scope).is_empty()).count() > 1;
        let mut shown = None;
        for row in listing::rows(scope, &places) {
            if let Row::Head { place, .. } = &row
                && shown != Some(&places[*place].block)
            {
                shown = Some(&places[*place].block);
                let block = round.blocks.iter().find(|block| *block.lens().frame().id == places[*place].block);
                let text = block.map(|block| block.lens().frame().question).unwrap_or_default();
                if !text.is_empty() && (many || text != round.question) {
                    rows.push(Row::Text(text.to_owned()));
                }
                let asides = block.map(|block| form::asides(scope, block, places[*place].which.case()));
                rows.extend(asides.unwrap_or_default().into_iter().map(Row::Text));
            }
            match row {
                // all cases stand above the one that is shown, which is marked there: it needs no heading of its own
                Row::Case(_) if !overview.is_empty() => rows.append(&mut overview),
                row => rows.push(row),
            }
        }
        rows.extend(self.sources(desk));
        let open: Vec<String> = round.blocks.iter().flat_map(|block| block.lens().open(scope)).collect();
        if !open.is_empty() {
            rows.push(Row::Gap);
            rows.extend(open.into_iter().map(Row::Text));
        }
        rows
    }

    /// The entries of earlier blocks from which a text of this round can be assembled.
    fn sources(&self, desk: &Desk) -> Vec<Row> {
        let Some(round) = self.round() else { return Vec::new() };
        let records = &self.at().records;
        let mut rows = Vec::new();
        for block in &round.blocks {
            let Form::Formulate(formulate) = block else { continue };
            let own = |id: &crate::record::BlockId| round.blocks.iter().any(|block| block.lens().frame().id == id);
            for from in formulate.from.iter().filter(|from| !own(from)) {
                let places = self.places.iter().filter(|(_, place)| place.block == *from && place.kind == Kind::List);
                let entries = places.flat_map(|(_, place)| records.listed(&place.block, &place.category));
                rows.extend(entries.map(|entry| Row::Entry {
                    id: entry.id.clone(),
                    place: None,
                    depth: 0,
                    number: None,
                }));
            }
        }
        if !rows.is_empty() {
            let text = desk.words.say("tafel-sources");
            rows.splice(0..0, [Row::Gap, Row::Text(text)]);
        }
        rows
    }

    /// All cases of the round, with how much was said in each; the one that is shown marked.
    fn overview(&self, scope: Scope<'_>) -> Vec<Row> {
        let round = self.round_at();
        let (cases, at) = self.cases();
        let lines = cases.iter().enumerate().map(|(nth, (key, label))| {
            let own = self
                .places
                .iter()
                .filter(|(of, place)| *of == round && place.which.case().is_some_and(|case| case.key == *key));
            let (mut all, mut filled) = (0, 0);
            for (_, place) in own {
                let held = match place.kind {
                    Kind::List | Kind::Slot => (usize::from(scope.count(place) > 0), 1),
                    // of a board every row counts
                    Kind::Board => {
                        let form = scope.room.block(&place.block);
                        let board = form.and_then(|form| form.lens().board(scope, place.which.case()));
                        board.map_or((0, 0), |board| (board.filled(), board.rows.len()))
                    }
                };
                all += held.1;
                filled += held.0;
            }
            Row::Overview { label: (*label).to_owned(), filled, all, here: nth == at }
        });
        let mut rows: Vec<Row> = lines.collect();
        if !rows.is_empty() {
            rows.push(Row::Gap);
        }
        rows
    }

    /// The place, row and column with the cursor, if it is on a board of the page.
    fn spot_in_rows(&self) -> Option<(usize, usize, usize)> {
        if self.at().desk.chosen.is_some() {
            return None;
        }
        let place = self.board_place()?;
        let current = self.current_index()?;
        let shown = self.page.shown(current)?;
        let (row, column) = self.spot_on(place, &shown.board);
        Some((current, row, column))
    }

    /// The row and column with the cursor in words, and how that board is filled in.
    fn on_board(&self) -> Option<(String, String)> {
        let (_, row, column) = self.spot_in_rows()?;
        let current = self.current_index()?;
        let board = &self.page.shown(current)?.board;
        let heading = board.columns.get(column).map(|heading| heading.label.clone()).unwrap_or_default();
        // what is typed fills a column on some boards, and elsewhere a row
        let words = match board.rows.get(row) {
            Some(_) if board.by_column => heading,
            Some(row) if heading.is_empty() || board.columns.len() < 2 => row.label.clone(),
            Some(row) => format!("{}: {heading}", fit(&row.label, 40)),
            None => String::new(),
        };
        Some((words, board.hint.clone()))
    }

    /// Which lines are in view: as many whole rows as fit round the one that must be seen.
    fn view(&mut self, desk: &Desk, key: &Key) {
        let height = usize::from(self.page.areas.list.height);
        let places: Vec<_> = self.here().map(|(_, place)| place.clone()).collect();
        let sheet = Sheet {
            scope: self.scope(desk),
            places: &places,
            theme: &desk.theme,
            width: usize::from(self.page.areas.list.width),
            chosen: key.chosen.as_ref(),
            held: key.held.as_ref(),
            current: self.current_index(),
            spot: self.spot_in_rows(),
        };
        let rows = &self.page.rows;
        let anchor = self
            .page
            .anchor(key.chosen.as_ref(), self.current_index(), sheet.spot)
            .unwrap_or(0)
            .min(rows.len().saturating_sub(1));
        let mut shown = window(rows, &sheet, self.page.top, anchor, height);
        // the columns of a board that is longer than the view keep their headings
        if let Some(Row::Board { place, shown: board, part: Part::Row(_) }) = rows.get(shown.top) {
            let heading = sheet.heading(*place, board);
            if heading.len() * 3 < height {
                let rest = window(rows, &sheet, self.page.top, anchor, height - heading.len());
                shown = View { lines: heading.into_iter().chain(rest.lines).collect(), ..rest };
            }
        }
        let View { lines, top, end } = shown;
        let hidden = |range: &[Row]| range.iter().filter(|row| row.is_item()).count();
        let beyond = (hidden(&rows[..top]), hidden(&rows[end..]));
        let on_board = self.on_board();
        self.page.on_board = on_board;
        self.page.lines = lines;
        self.page.beyond = beyond;
        self.page.top = top;
        self.page.follow = false;
    }
}
