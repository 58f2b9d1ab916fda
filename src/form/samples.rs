//! A sheet to test forms on: records made by hand, and rows and blocks told in a few lines.

use super::{
    Bare, Lens, Place, Scope, board,
    listing::{Part, Row},
};
use crate::{
    document::{Block, Item, Manner, Run, Table},
    record::{Change, Deed, Entry, EntryId, FactKey, Home, Parties, Records, Stamp, TableId, Touch, Value},
    words::{Lang, Words},
};

/// What a table said, and who may have said it.
#[derive(Clone)]
pub struct Sheet {
    /// The records.
    pub records: Records,
    parties: Parties,
    words: Words,
    last: i64,
}

impl Sheet {
    /// A table that said nothing, in Dutch.
    pub fn new() -> Self {
        Self::of(Lang::Nl)
    }

    /// A table that said nothing.
    pub fn of(lang: Lang) -> Self {
        let parties = Parties::named(["Gemeente", "Welzijn"]);
        Self { records: Records::default(), parties, words: Words::new(lang), last: 0 }
    }

    /// What a form looks at.
    pub fn scope(&self) -> Scope<'_> {
        Scope {
            records: &self.records,
            parties: &self.parties,
            words: &self.words,
            room: &Bare,
            table: 1,
            each: None,
            rotate: None,
            public: false,
        }
    }

    /// Says something in a category of block `b`, or of another as in `other/wens`; its id is its text.
    pub fn say(&mut self, place: &str, text: &str, with: impl FnOnce(&mut Entry)) {
        self.last += 1;
        let (block, category) = place.split_once('/').unwrap_or(("b", place));
        let stamp = Stamp { millis: self.last, tick: 0, device: "a".into() };
        let home = Home { round: "r".into(), block: block.into(), pass: 0 };
        let mut entry = Entry::new(text.into(), stamp, home, category.into(), text);
        with(&mut entry);
        self.records.meet(&entry);
    }

    /// Says something that hangs under another.
    pub fn under(&mut self, place: &str, text: &str, above: &str) {
        self.say(place, text, |entry| entry.answers = Some(EntryId::new(above)));
    }

    /// Alters something, as a stroke on a board does; the change can be taken back.
    pub fn alter(&mut self, touches: Vec<Touch>) -> Change {
        self.last += 1;
        let stamp = Stamp { millis: self.last, tick: 0, device: "a".into() };
        let change = Change { stamp, table: TableId(1), deed: Deed::Did, touches, at: None };
        self.records.apply(&change);
        change
    }

    /// Makes a stroke at a row of a form's board, from 0, and goes on as the table does. Says what was said of it, with
    /// `!` before it if nothing was altered.
    pub fn stroke(&mut self, form: &dyn Lens, row: &mut usize, stroke: board::Stroke<'_>) -> String {
        let board = form.board(self.scope(), None).expect("the form has a board");
        let spot = board::Spot { item: board.rows.get(*row).map(|row| &row.item), column: 0 };
        let fill = form.fill(self.scope(), None, spot, stroke);
        let told = fill.told.map(|told| told.text).unwrap_or_default();
        if fill.touches.is_empty() {
            return format!("! {told}");
        }
        self.alter(fill.touches);
        let next = board.rows.get(board.next(*row, 0, fill.then).0).map(|row| row.item.clone());
        *row = form.board(self.scope(), None).expect("the form has a board").row_of(next.as_ref());
        told
    }

    /// Keeps a fact.
    pub fn fact(&mut self, key: &FactKey, value: &str) {
        self.last += 1;
        let stamp = Stamp { millis: self.last, tick: 0, device: "a".into() };
        self.records.note(key, Some(Value::Text(value.into())), &stamp);
    }
}

/// A list of block `b` that answers others.
pub fn place(category: &str, answers: &[&str]) -> Place {
    let answers = answers.iter().map(|id| (*id).into()).collect();
    Place { answers, ..Place::list(&"b".into(), &category.into(), category, category) }
}

/// Rows, one a line: `# min 2`, `1. words`, `- words`, deeper ones indented.
pub fn told_rows(sheet: &Sheet, places: &[Place], rows: &[Row]) -> String {
    let line = |row: &Row| match row {
        Row::Head { place, count } => format!("# {} {count}", places[*place].label),
        Row::Entry { id, place, depth, number } => {
            let text = &sheet.records.entry(id).expect("the row's entry is there").text;
            let mark = number.map_or("-".to_owned(), |number| format!("{number}."));
            let from = if place.is_none() { " (elsewhere)" } else { "" };
            format!("{}{mark} {text}{from}", "  ".repeat(usize::from(*depth)))
        }
        Row::Blank { place } => format!("_ {}", places[*place].label),
        Row::Text(text) => text.clone(),
        Row::Case(label) => format!("== {label}"),
        Row::Overview { label, filled, all, .. } => format!("({filled}/{all}) {label}"),
        Row::Board { shown, part: Part::Row(at), .. } => told_row(&shown.board.rows[*at]),
        Row::Board { part: Part::Head | Part::Foot, .. } | Row::Gap => String::new(),
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Blocks of a report as plain lines.
pub fn told_blocks(blocks: &[Block]) -> String {
    let runs = |runs: &[Run]| -> String {
        let run = |run: &Run| match run.manner {
            Manner::Plain => run.text.clone(),
            Manner::Code | Manner::Link => format!(" [{}]", run.text),
            Manner::Strong => format!("*{}*", run.text),
            Manner::Aside => format!(" ({})", run.text),
        };
        runs.iter().map(run).collect()
    };
    fn items(list: &[Item], depth: usize, runs: &dyn Fn(&[Run]) -> String) -> String {
        let item = |item: &Item| {
            format!("{}- {}\n{}", "  ".repeat(depth), runs(&item.runs), items(&item.below, depth + 1, runs))
        };
        list.iter().map(item).collect()
    }
    let block = |block: &Block| match block {
        Block::Heading(level, text) => format!("{} {text}\n", "#".repeat(usize::from(*level))),
        Block::Paragraph(text) => format!("{}\n", runs(text)),
        Block::Facts(facts) => facts.iter().map(|(name, value)| format!("{name}: {value}\n")).collect(),
        Block::List(list) => items(list, 0, &runs),
        Block::Quote(text, by) => format!("> {} ~ {}\n", runs(text), by.as_deref().unwrap_or("?")),
        Block::Figure(figure) => format!("{}: {}\n", figure.caption, figure.alt),
        Block::Card(card) => {
            let told = card.paragraphs.iter().map(|text| format!("{}\n", runs(text)));
            format!("[{}]\n{}", card.title, told.collect::<String>())
        }
        Block::Lines(count) => "____\n".repeat(usize::from(*count)),
        Block::PageBreak => "----\n".to_owned(),
        Block::Table(Table { head, rows, .. }) => {
            let row = |row: &Vec<Vec<Run>>| {
                row.iter().map(|cell| runs(cell)).collect::<Vec<_>>().join(" | ").trim_end().to_owned() + "\n"
            };
            format!("{}\n{}", head.join(" | "), rows.iter().map(row).collect::<String>())
        }
    };
    blocks.iter().map(block).collect()
}

/// The faults of a block, one a line; `.` for the block itself.
pub fn faults(form: &dyn Lens) -> String {
    let told = form.check().into_iter().map(|fault| {
        let args: String = fault.args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        format!("{} {}{args}", if fault.at.is_empty() { "." } else { &fault.at }, fault.key)
    });
    told.collect::<Vec<_>>().join("\n")
}

/// A board, a row a line: `1 label | cell cell | remark | ~ note`, then what is seen in all of it, a line each with `=`,
/// and its picture with `%`.
pub fn told_board(board: &board::Board) -> String {
    let rows = board.rows.iter().map(told_row);
    let below = board.below.iter().map(|remark| format!("= {}", remark.text));
    let picture = board.picture.iter().map(|row| format!("% {}", row.trim_end()));
    rows.chain(below).chain(picture).collect::<Vec<_>>().join("\n")
}

fn told_row(row: &board::Row) -> String {
    let head = row.head.as_ref().map(|head| format!("[{head}] ")).unwrap_or_default();
    let number = row.number.map(|number| format!("{number} ")).unwrap_or_default();
    let blank = |cell: &board::Cell| if cell.text.is_empty() { "·".to_owned() } else { cell.text.clone() };
    let cells = row.cells.iter().map(blank).collect::<Vec<_>>().join(" ");
    let remark = row.remark.as_ref().map(|remark| format!(" | {}", remark.text)).unwrap_or_default();
    let notes = row.notes.iter().map(|note| format!(" ~ {note}")).collect::<String>();
    format!("{head}{number}{} | {cells}{remark}{notes}", row.label)
}
