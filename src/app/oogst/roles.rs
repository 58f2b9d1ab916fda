//! Who does what over all tables: what stands in each cell and how often, and at the right what is seen in the row.

use super::{
    results::{Brush, Kind},
    view::Sight,
};
use crate::{
    form::{board::Heading, matrix::CellKind},
    harvest::verdicts::{Asked, Finding, Overlay, Sort, Task, Trace},
    record::{TableId, Verdict},
    ui::theme::Ink,
};

/// The least and the most columns of a cell.
const CELL: (u16, u16) = (6, 18);
/// What is seen takes so many columns, where there is room.
const FLAGS: u16 = 26;

/// The view of who does what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Roles;

fn overlay<'a>(sight: &Sight<'a>, section: usize) -> &'a Overlay {
    &sight.verdicts.roles[section]
}

fn task<'a>(sight: &Sight<'a>, at: (usize, usize)) -> &'a Task {
    &overlay(sight, at.0).rows[at.1]
}

impl Kind for Roles {
    fn sections(&self, sight: &Sight<'_>) -> usize {
        sight.verdicts.roles.len()
    }

    fn asked<'a>(&self, sight: &Sight<'a>, section: usize) -> Option<&'a Asked> {
        Some(&overlay(sight, section).asked)
    }

    fn count(&self, sight: &Sight<'_>, section: usize) -> usize {
        overlay(sight, section).rows.len()
    }

    fn label<'a>(&self, sight: &Sight<'a>, at: (usize, usize)) -> &'a str {
        &task(sight, at).label
    }

    fn asks(&self, sight: &Sight<'_>, at: (usize, usize)) -> bool {
        task(sight, at).is_open()
    }

    fn rests(&self, sight: &Sight<'_>, at: (usize, usize)) -> usize {
        task(sight, at).tables.len()
    }

    fn trace<'a>(&self, sight: &Sight<'a>, at: (usize, usize), nth: usize) -> Option<&'a Trace> {
        let task = task(sight, at);
        match task.tables.get(nth) {
            Some(table) => task.traces.iter().find(|trace| trace.table == *table),
            None => task.traces.first(),
        }
    }

    fn seen(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<Finding> {
        sight.teller().of_task(overlay(sight, at.0), task(sight, at))
    }

    fn about(&self, sight: &Sight<'_>, at: (usize, usize)) -> Vec<String> {
        let (overlay, task) = (overlay(sight, at.0), task(sight, at));
        let cell = |column: usize| {
            let text = sight.teller().cells(overlay, task, column);
            (!text.is_empty()).then(|| format!("{}: {text}", overlay.columns[column].label))
        };
        let cells: Vec<String> = (0..overlay.columns.len()).filter_map(cell).collect();
        let notes = task.notes.iter().map(|(table, note)| format!("{}: {note}", sight.teller().table(*table)));
        let told = [cells.join("; ")].into_iter().filter(|text| !text.is_empty());
        told.chain(notes).collect()
    }

    fn note(&self, sight: &Sight<'_>, section: usize) -> Option<String> {
        let hidden = &overlay(sight, section).hidden;
        let args = || [("tables", sight.teller().tables(hidden).into())];
        (!hidden.is_empty()).then(|| sight.words.tell("verdicts-hidden", &args()))
    }

    fn has_columns(&self, _: &Sight<'_>, _: usize) -> bool {
        true
    }

    fn paint_head(&self, brush: &mut Brush<'_>, section: usize) {
        let overlay = overlay(brush.sight, section);
        let wide = cell_width(brush.row.width, overlay);
        brush.put(brush.row.x + 2, &overlay.what, Ink::Dim, brush.rest.x.saturating_sub(brush.row.x + 3));
        let labels = overlay.columns.iter().map(|column| column.label.clone());
        for (nth, head) in Heading::all(labels).into_iter().enumerate() {
            let x = brush.rest.x + wide * nth as u16;
            let fits = crate::text::width(&head.label) < usize::from(wide);
            brush.strong(x, if fits || wide > 11 { &head.label } else { &head.short }, Ink::Text, wide - 1);
        }
    }

    fn paint_result(&self, brush: &mut Brush<'_>, at: (usize, usize)) {
        let (overlay, task) = (overlay(brush.sight, at.0), task(brush.sight, at));
        let wide = cell_width(brush.row.width, overlay);
        for column in 0..overlay.columns.len() {
            let x = brush.rest.x + wide * column as u16;
            if task.contradicted.contains(&column) {
                let sign = if brush.desk.theme.is_plain() { "!" } else { "≠" };
                cell(brush, overlay, &task.kinds(column), x, wide - 2);
                brush.strong(x + wide - 2, sign, Ink::Warn, 1);
            } else {
                cell(brush, overlay, &task.kinds(column), x, wide - 1);
            }
        }
        let end = brush.rest.x + wide * overlay.columns.len() as u16;
        let mut right = brush.row.right();
        for (sort, key) in flags(task) {
            let text = brush.sight.words.say(key);
            if right.saturating_sub(crate::text::width(&text) as u16) <= end {
                break; // what is seen is told in full below
            }
            right = brush.put_right(right, &text, Ink::Tone(sort.tone())).saturating_sub(2);
        }
    }

    fn paint_rest(&self, brush: &mut Brush<'_>, at: (usize, usize), nth: usize) {
        let (overlay, task) = (overlay(brush.sight, at.0), task(brush.sight, at));
        let Some(table) = task.tables.get(nth).copied() else { return };
        let name = brush.sight.teller().table(table);
        brush.put(brush.row.x + 4, &name, Ink::Dim, 5);
        let room = brush.rest.x.saturating_sub(brush.row.x + 9);
        if let Some((_, note)) = task.notes.iter().find(|(one, _)| *one == table) {
            brush.put(brush.row.x + 9, note, Ink::Dim, room);
        }
        let wide = cell_width(brush.row.width, overlay);
        for column in 0..overlay.columns.len() {
            let said = task.standing(column).find(|said| said.trace.table == table);
            let kinds: Vec<(&Verdict, Vec<TableId>)> =
                said.map(|said| (&said.verdict, vec![table])).into_iter().collect();
            let x = brush.rest.x + wide * column as u16;
            if let [(verdict, _)] = &kinds[..] {
                let long = brush.sight.teller().cell(overlay, verdict);
                let ink = overlay.sign(verdict).map_or(Ink::Dim, |sign| Ink::Tone(sign.tone));
                let used = cell(brush, overlay, &kinds, x, wide - 1);
                if overlay.sign(verdict).is_some() && wide > 9 {
                    brush.put(x + used + 1, &long, ink, wide.saturating_sub(used + 2));
                }
            } else {
                brush.put(x, brush.desk.theme.glyphs.dot, Ink::Faint, 1);
            }
        }
    }

    fn nothing(&self) -> &'static str {
        "verdicts-roles-none"
    }

    fn words(&self, sight: &Sight<'_>, section: usize, wide: u16) -> u16 {
        let overlay = overlay(sight, section);
        let cells = overlay.columns.len() as u16 * cell_width(wide, overlay);
        wide.saturating_sub(cells + flags_width(wide)).clamp(16, (wide / 2).max(16))
    }
}

/// How wide a cell is, on a row of so many columns.
fn cell_width(wide: u16, overlay: &Overlay) -> u16 {
    let room = wide.saturating_sub(flags_width(wide)) * 7 / 12;
    (room / (overlay.columns.len() as u16).max(1)).clamp(CELL.0, CELL.1)
}

/// How wide what is seen is, at the right.
fn flags_width(wide: u16) -> u16 {
    if wide >= 100 { FLAGS } else { 13 }
}

/// What stands in a cell with how often, the most first; says how many columns it took.
fn cell(brush: &mut Brush<'_>, overlay: &Overlay, kinds: &[(&Verdict, Vec<TableId>)], x: u16, most: u16) -> u16 {
    let mut kinds: Vec<&(&Verdict, Vec<TableId>)> = kinds.iter().collect();
    kinds.sort_by_key(|(_, tables)| std::cmp::Reverse(tables.len()));
    if kinds.is_empty() {
        return brush.put(x, brush.desk.theme.glyphs.dot, Ink::Faint, most);
    }
    let (mut at, many) = (x, kinds.iter().any(|(_, tables)| tables.len() > 1) || kinds.len() > 1);
    for (verdict, tables) in kinds {
        let sign = overlay.sign(verdict);
        let glyph = match (sign, &overlay.kind) {
            (Some(sign), _) if brush.desk.theme.is_plain() => sign.letter.clone(),
            (Some(sign), _) => sign.glyph.clone(),
            (None, CellKind::Signs(_) | CellKind::Numbers { .. } | CellKind::Text) => {
                brush.sight.teller().cell(overlay, verdict)
            }
        };
        let text = if many && sign.is_some() { format!("{glyph}{}", tables.len()) } else { glyph };
        let room = (x + most).saturating_sub(at);
        if room == 0 {
            break;
        }
        let ink = sign.map_or(Ink::Text, |sign| Ink::Tone(sign.tone));
        at += brush.put(at, &text, ink, room) + 1;
    }
    at.saturating_sub(x + 1)
}

/// What is seen in a row, in a word each, what matters most first.
fn flags(task: &Task) -> Vec<(Sort, &'static str)> {
    let mut flags = Vec::new();
    if !task.gap.is_empty() {
        flags.push((Sort::Gap, if task.is_nobodys() { "verdicts-flag-gap" } else { "verdicts-flag-some-gap" }));
    }
    flags.extend((!task.overlap.is_empty()).then_some((Sort::Overlap, "verdicts-flag-overlap")));
    let rubs = !task.friction.is_empty() || !task.claims.is_empty();
    flags.extend(rubs.then_some((Sort::Friction, "verdicts-flag-friction")));
    let other = task.other_leads || !task.contradicted.is_empty();
    flags.extend(other.then_some((Sort::Contradiction, "verdicts-flag-contradiction")));
    flags
}
