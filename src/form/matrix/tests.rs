//! Who does what: typed at the table, seen on the board, told in the report.

use super::*;
use crate::{
    form::{
        Room, Thing, board,
        board::Then,
        samples::{Sheet, told_blocks, told_board},
    },
    record::{BlockId, Change, Deed, Parties, Records, Stamp, TableId, Touch, Verdict},
    words::{Lang, Words},
};
use insta::assert_snapshot;
use proptest::prelude::*;

const ROLES: &str = r#"(id: "b", what: "Taak", rows: [List(["Scholen", "Doorverwijzen", "Woning"])], columns: [List(["Bewoners", "Gemeente", "Welzijn"])],
    cell: Signs([(id: "trekt", glyph: "●", letter: "t", label: "trekt", tone: Blue, means: Lead),
        (id: "mee", glyph: "◐", letter: "m", label: "doet mee", means: Join), (id: "geen", glyph: "-", letter: "-", label: "geen rol", means: Outside),
        (id: "weet", glyph: "?", letter: "?", label: "weten we niet", means: Unknown), (id: "botst", glyph: "!", letter: "w", label: "het wringt", means: Friction)]) MORE)"#;

fn roles(more: &str) -> Matrix {
    matrix(&ROLES.replace(" MORE", &format!(", {more}")))
}

fn matrix(ron: &str) -> Matrix {
    ron::from_str(ron).expect("the block can be read")
}

/// A table at which somebody fills in a matrix.
struct Table {
    records: Records,
    parties: Parties,
    words: Words,
    others: Vec<Records>,
    last: i64,
}

impl Room for Table {
    fn block(&self, _: &BlockId) -> Option<&crate::form::Form> {
        None
    }
    fn tables(&self) -> Vec<&Records> {
        std::iter::once(&self.records).chain(&self.others).collect()
    }
}

impl Table {
    fn new() -> Self {
        let parties = Parties::named(["Gemeente", "Welzijn", "Wonen"]);
        Self { records: Records::default(), parties, words: Words::new(Lang::Nl), others: Vec::new(), last: 0 }
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            records: &self.records,
            parties: &self.parties,
            words: &self.words,
            room: self,
            table: 1,
            each: None,
            rotate: None,
            public: false,
        }
    }

    fn stamp(&mut self) -> Stamp {
        self.last += 1;
        Stamp { millis: self.last, tick: 0, device: "a".into() }
    }

    fn alter(&mut self, touches: Vec<Touch>) -> Change {
        let change = Change { stamp: self.stamp(), table: TableId(1), deed: Deed::Did, touches, at: None };
        self.records.apply(&change);
        change
    }

    /// Does something at a spot; says what is told of it, and where one goes.
    fn stroke(&mut self, matrix: &Matrix, copy: &str, at: (usize, usize), stroke: Stroke<'_>) -> String {
        let case = self.copy(matrix, copy);
        let board = matrix.board(self.scope(), case.as_ref()).expect("a matrix has a board");
        let spot = Spot { item: board.rows.get(at.0).map(|row| &row.item), column: at.1 };
        let fill = matrix.fill(self.scope(), case.as_ref(), spot, stroke);
        let told = fill.told.map(|told| told.text).unwrap_or_default();
        let then = format!("{:?}", fill.then);
        if !fill.touches.is_empty() {
            self.alter(fill.touches);
        }
        format!("{then} {told}").trim_end().to_owned()
    }

    fn types(&mut self, matrix: &Matrix, at: (usize, usize), line: &str) -> String {
        self.stroke(matrix, "", at, Stroke::Typed(line))
    }

    /// The case of somebody's copy, by its label.
    fn copy(&self, matrix: &Matrix, label: &str) -> Option<Case> {
        let places = matrix.places(self.scope());
        places.iter().filter_map(|place| place.which.case()).find(|case| case.label == label).cloned()
    }

    fn told(&self, matrix: &Matrix, copy: &str) -> String {
        let case = self.copy(matrix, copy);
        told_board(&matrix.board(self.scope(), case.as_ref()).expect("a matrix has a board"))
    }
}

#[test]
fn a_row_is_typed_in_letters_and_what_is_seen_in_it_stands_beside_it() {
    let (mut table, roles) = (Table::new(), roles(""));
    assert_eq!(table.types(&roles, (0, 0), "t t m"), "NextRow");
    assert_eq!(table.types(&roles, (1, 0), "?m-"), "NextRow");
    assert_eq!(table.types(&roles, (2, 2), "w"), "NextCell");
    assert_eq!(table.types(&roles, (1, 0), "Iedereen dacht dat een ander dit deed"), "Stay");
    assert_snapshot!(table.told(&roles, ""), @r"
    Scholen | ● ● ◐ | overlap
    Doorverwijzen | ? ◐ - | gat ~ Iedereen dacht dat een ander dit deed
    Woning | · · ! | gat, wrijving
    = 1 overlap
    = 2 gaten
    = 1 wrijving
    = 1 onbekend
    ");
    assert_eq!(table.types(&roles, (1, 0), ":"), "Stay");
    assert_eq!(table.types(&roles, (1, 0), ":"), "Stay Dat staat er al.");
    assert_eq!(table.types(&roles, (1, 0), ". t"), "NextRow");
    assert_eq!(table.types(&roles, (2, 0), ": t t"), "Stay");
    assert_eq!(
        table.types(&roles, (0, 0), "ttmm"),
        "Stay Dat zijn er 4, en er zijn 3 vakken. Zet er : voor als het een notitie is."
    );
    assert_snapshot!(table.told(&roles, ""), @r"
    Scholen | ● ● ◐ | overlap
    Doorverwijzen | ? ● - | onbekend
    Woning | · · ! | gat, wrijving ~ t t
    = 1 overlap
    = 1 gat
    = 1 wrijving
    = 1 onbekend
    ");
}

#[test]
fn space_goes_through_the_signs_and_backspace_empties_the_cell() {
    let (mut table, roles) = (Table::new(), roles(""));
    let mut seen = String::new();
    for _ in 0..6 {
        table.stroke(&roles, "", (0, 1), Stroke::Turn);
        let told = table.told(&roles, "");
        seen.push_str(told.split(" | ").nth(1).and_then(|row| row.split_whitespace().nth(1)).unwrap_or_default());
    }
    assert_eq!(seen, "●◐-?!·");
    table.stroke(&roles, "", (0, 1), Stroke::Turn);
    assert_eq!(table.stroke(&roles, "", (0, 1), Stroke::Clear), "Stay");
    assert!(table.told(&roles, "").starts_with("Scholen | · · ·\n"));
}

#[test]
fn words_fill_cells_and_numbers_are_added_up() {
    let mut table = Table::new();
    let words = matrix(r#"(id: "b", rows: [List(["Wens"])], columns: [List(["Nu", "Straks"])])"#);
    assert_eq!(table.types(&words, (0, 0), "Een loket"), "NextCell");
    assert_eq!(table.types(&words, (0, 0), ". | dichtbij huis"), "NextRow");
    assert_eq!(table.stroke(&words, "", (0, 0), Stroke::Turn).split(' ').next(), Some("Stay"));
    assert_snapshot!(table.told(&words, ""), @"Wens | Een loket dichtbij huis");
    let numbers = matrix(
        r#"(id: "n", rows: [List(["Stad", "Dorp"])], columns: [List(["A", "B", "C"])], cell: Numbers(from: 1, to: 5), derive: [Sum, Mean, Extremes])"#,
    );
    assert_eq!(table.types(&numbers, (0, 0), "135"), "NextRow");
    assert_eq!(table.types(&numbers, (1, 1), "4"), "NextCell");
    assert_eq!(
        table.types(&numbers, (1, 0), "4 6"),
        "Stay 6 past hier niet: het gaat van 1 tot en met 5, in hele getallen."
    );
    table.stroke(&numbers, "", (1, 0), Stroke::Turn);
    assert_snapshot!(table.told(&numbers, ""), @r"
    Stad | 1 3 5 | samen 9, gemiddeld 3, 1–5
    Dorp | 1 4 · | samen 5, gemiddeld 2,5, 1–4
    = samen 14, gemiddeld 2,8, 1–5
    ");
}

#[test]
fn a_thing_and_itself_are_passed_over() {
    let mut table = Table::new();
    let parties = matrix(
        r#"(id: "b", rows: [Parties], columns: [Parties], blocked: true, cell: Signs([(id: "ja", glyph: "+", letter: "j", label: "heeft nodig")]), rules: [AllFilled])"#,
    );
    assert_eq!(table.types(&parties, (1, 0), "jj"), "NextRow");
    assert_eq!(table.types(&parties, (0, 0), "j"), "Stay Gemeente en zichzelf: hier komt niets.");
    assert_eq!(table.stroke(&parties, "", (0, 0), Stroke::Turn), "Stay Gemeente en zichzelf: hier komt niets.");
    let board = parties.board(table.scope(), None).expect("a matrix has a board");
    assert!((0..3).all(|at| board.rows[at].cells[at].blocked));
    assert_eq!(board.rows[1].cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(), ["+", "", "+"]);
    assert_eq!(parties.open(table.scope()), ["Nog 4 van de 6 vakken zijn leeg."]);
}

#[test]
fn copies_of_parties_are_laid_over_the_agreed_one() {
    let (mut table, roles) = (Table::new(), roles("per: Party"));
    let copies: Vec<String> = roles
        .places(table.scope())
        .iter()
        .map(|place| place.which.case().map(|case| case.label.clone()).unwrap_or_default())
        .collect();
    assert_eq!(copies, ["Gemeente", "Welzijn", "Wonen", "Samen"]);
    for (copy, line) in [("Gemeente", "t m -"), ("Welzijn", "t t -"), ("Wonen", "t t m"), ("Samen", ". . m")] {
        assert_eq!(table.stroke(&roles, copy, (0, 0), Stroke::Typed(line)), "NextRow");
    }
    table.stroke(&roles, "Welzijn", (0, 0), Stroke::Typed(": hangt van de school af"));
    table.stroke(&roles, "Wonen", (1, 0), Stroke::Typed("t"));
    assert_snapshot!(table.told(&roles, "Samen"), @r"
    Scholen | ● ●◐! ◐! | 2 van 3 anders ~ Welzijn: hangt van de school af
    Doorverwijzen | · · ·
    Woning | · · ·
    = 1 verschil
    ");
    assert_snapshot!(table.told(&roles, "Welzijn"), @r"
    Scholen | ● ● - | overlap ~ hangt van de school af
    Doorverwijzen | · · ·
    Woning | · · ·
    = 1 overlap
    ");
    table.stroke(&roles, "Samen", (0, 1), Stroke::Typed("m"));
    assert_snapshot!(told_blocks(&roles.findings(table.scope())), @r"
    - *Op 1 regel ziet niet iedereen het zo*
      - Scholen / Gemeente: Samen ‘doet mee’; Gemeente ‘doet mee’; Welzijn ‘trekt’; Wonen ‘trekt’
      - Scholen / Welzijn: Samen ‘doet mee’; Gemeente ‘geen rol’; Welzijn ‘geen rol’; Wonen ‘doet mee’
    ");
}

#[test]
fn what_is_hidden_is_compared_when_everybody_filled_in_their_own_or_when_it_is_shown() {
    let mut table = Table::new();
    let hidden = matrix(
        r#"(id: "b", rows: [List(["Huis"])], columns: [List(["Nu"])], per: Party, hidden: UntilComplete, cell: Numbers(from: 0, to: 9))"#,
    );
    table.stroke(&hidden, "Gemeente", (0, 0), Stroke::Typed("3"));
    table.stroke(&hidden, "Wonen", (0, 0), Stroke::Typed("4"));
    assert_eq!(table.told(&hidden, "Gemeente"), "Huis | *");
    assert_eq!(table.told(&hidden, "Samen"), "Huis | ·");
    assert_eq!(told_blocks(&hidden.findings(table.scope())), "");
    table.stroke(&hidden, "Welzijn", (0, 0), Stroke::Typed("4"));
    assert_eq!(table.told(&hidden, "Gemeente"), "Huis | 3 | samen 3\n= samen 3");
    assert_eq!(table.told(&hidden, "Samen"), "Huis | 4/3! | 1 van 3 anders\n= 1 verschil");
    let shown = Matrix { hidden: Hidden::UntilReveal, ..hidden };
    assert_eq!(table.told(&shown, "Samen"), "Huis | ·");
    assert_eq!(table.stroke(&shown, "Samen", (0, 0), Stroke::Reveal(1)), "Stay");
    assert_eq!(table.told(&shown, "Samen"), "Huis | 4/3! | 1 van 3 anders\n= 1 verschil");
    let anonymous = Matrix { hidden: Hidden::Anonymous, ..shown };
    assert_snapshot!(told_blocks(&anonymous.findings(table.scope())), @r"
    - *Op 1 regel ziet niet iedereen het zo*
      - Huis / Nu: 1 × 3; 2 × 4
    ");
}

#[test]
fn rules_are_open_in_sentences_that_name_the_first_two() {
    let (mut table, strict) = (
        Table::new(),
        roles(
            r#"rules: [OnePerRow("trekt"), SomePerRow("mee"), MostPerRow("trekt", 1), SomePerColumn("trekt"), AllFilled]"#,
        ),
    );
    table.types(&strict, (0, 0), "t t m");
    assert_snapshot!(strict.open(table.scope()).join("\n"), @r"
    Op 3 regels staat niet precies één keer “trekt”: Scholen, Doorverwijzen en nog 1.
    Op 2 regels staat nog nergens “doet mee”: Doorverwijzen, Woning.
    Op 1 regel staat vaker dan 1 keer “trekt”: Scholen.
    In 1 kolom staat nog nergens “trekt”: Welzijn.
    Nog 6 van de 9 vakken zijn leeg.
    ");
    assert!(Matrix { optional: true, ..strict }.open(table.scope()).is_empty());
}

#[test]
fn gaps_and_overlaps_are_rows_for_another_block_and_stand_in_the_report_by_name() {
    let (mut table, roles) = (Table::new(), roles(""));
    table.types(&roles, (0, 0), "t t m");
    table.types(&roles, (1, 0), "m m -");
    table.types(&roles, (1, 0), ": niemand weet het");
    table.types(&roles, (2, 0), "t m m");
    let open = roles.picked(table.scope(), &Source::Open("b".into()));
    assert_eq!(open, [Item::Statement("Scholen".into()), Item::Statement("Doorverwijzen".into())]);
    assert_eq!(roles.picked(table.scope(), &Source::Parties), []);
    let scores: Vec<f64> = roles.scores(table.scope()).into_iter().map(|(_, score)| score).collect();
    assert_eq!(scores, [3.0, 2.0, 3.0]);
    assert_snapshot!(told_blocks(&roles.findings(table.scope())), @r"
    - *1 gat: niemand “trekt”*
      - Doorverwijzen (niemand weet het)
    - *1 overlap: meer dan één “trekt”*
      - Scholen: Bewoners, Gemeente
    ");
    let only = Matrix { derive: vec![crate::form::terms::Derive::Gap], ..roles };
    assert_snapshot!(table.told(&only, "").lines().last().unwrap_or_default(), @"= 1 gat");
}

#[test]
fn where_tables_contradict_each_other_the_report_says_which_said_what() {
    let (mut table, roles) = (Table::new(), roles("pool: true"));
    table.types(&roles, (0, 0), "t m m");
    let here = std::mem::take(&mut table.records);
    table.types(&roles, (0, 0), "m m .");
    table.others.push(here);
    assert_snapshot!(told_blocks(&roles.findings(table.scope())), @r"
    - *1 gat: niemand “trekt”*
      - Scholen
    - *Op 1 punt zeggen de tafels iets anders*
      - Scholen / Bewoners: tafel 1 ‘doet mee’; tafel 2 ‘trekt’
    ");
}

#[test]
fn passes_begin_empty_and_tell_what_was_seen_before() {
    let (mut table, roles) = (Table::new(), roles(r#"until: Some((when: NoObjection, most: 2))"#));
    table.types(&roles, (0, 0), "t t m");
    assert_eq!(table.stroke(&roles, "", (0, 0), Stroke::NextPass), "Stay");
    assert_snapshot!(table.told(&roles, ""), @r"
    Scholen | · · ·
    Doorverwijzen | · · ·
    Woning | · · ·
    = In ronde 1: 1 overlap.
    ");
    assert!(table.stroke(&roles, "", (0, 0), Stroke::NextPass).starts_with("Stay Dit was ronde 2, de laatste."));
}

#[test]
fn rows_born_today_keep_what_was_judged_of_them_and_a_gone_one_is_not_shown() {
    let mut sheet = Sheet::new();
    sheet.say("taken/taak", "Scholen", |_| {});
    let entry = |text: &str| Item::Entry(text.into());
    let block = matrix(
        r#"(id: "b", rows: [List(["Vast"])], columns: [Parties], cell: Signs([(id: "t", glyph: "●", letter: "t", label: "trekt")]))"#,
    );
    let key = grid::cell_key(&block, None, &entry("Weg"), &Item::Party("gemeente".into()), 0);
    let stamp = Stamp { millis: 1, tick: 0, device: "a".into() };
    sheet.records.judge(&key, Some(Verdict::Choice("t".into())), &stamp);
    assert_eq!(told_board(&block.board(sheet.scope(), None).expect("a board")), "Vast | · ·");
    assert_eq!(sheet.records.verdict(&key), Some(&Verdict::Choice("t".into())));
    // a sign that the workshop no longer has stands as it was kept
    let kept = grid::cell_key(&block, None, &Item::Statement("Vast".into()), &Item::Party("welzijn".into()), 0);
    sheet.records.judge(&kept, Some(Verdict::Choice("oud".into())), &stamp);
    assert_eq!(told_board(&block.board(sheet.scope(), None).expect("a board")), "Vast | · oud");
}

#[test]
fn a_matrix_without_rows_or_columns_says_so() {
    let mut table = Table::new();
    let empty = matrix(r#"(id: "b", columns: [Parties])"#);
    assert_eq!(table.types(&empty, (0, 0), "woorden"), "Stay Hier is nog geen regel om in te vullen.");
    let bare = matrix(r#"(id: "b", rows: [Parties])"#);
    assert_eq!(table.types(&bare, (0, 0), "woorden"), "Stay Hier is nog geen kolom om in te vullen.");
    assert_eq!(table.types(&bare, (0, 0), ": woorden"), "Stay");
    assert_eq!(table.stroke(&bare, "", (0, 0), Stroke::Clear), "Stay");
    assert!(empty.findings(table.scope()).is_empty() && bare.open(table.scope()).is_empty());
}

proptest! {
    #[test]
    fn whatever_is_done_can_be_taken_back(lines in prop::collection::vec((0usize..3, 0usize..5, "[tm?w. :-]{0,5}|woord"), 1..12)) {
        let (mut table, roles) = (Table::new(), roles("per: Party"));
        for (row, column, line) in lines {
            let copy = ["Gemeente", "Samen"][column % 2];
            let case = table.copy(&roles, copy);
            let board: board::Board = roles.board(table.scope(), case.as_ref()).expect("a board");
            let before = (told_board(&board), table.told(&roles, "Samen"));
            let stroke = match column {
                3 => Stroke::Turn,
                4 => Stroke::Clear,
                _ => Stroke::Typed(&line),
            };
            let spot = Spot { item: Some(&board.rows[row].item), column };
            let fill = roles.fill(table.scope(), case.as_ref(), spot, stroke);
            prop_assert!(fill.then != Then::NextColumn);
            let change = table.alter(fill.touches.clone());
            let undone = table.records.undo(&change);
            table.alter(undone);
            let board = roles.board(table.scope(), case.as_ref()).expect("a board");
            prop_assert_eq!((told_board(&board), table.told(&roles, "Samen")), before);
            table.alter(fill.touches);
        }
    }
}

#[test]
fn fourteen_parties_and_sixty_tasks_all_stand_on_the_board() {
    let parties: Vec<String> = (0..14).map(|nth| format!("Partij-{nth}")).collect();
    let mut table = Table { parties: Parties::named(&parties), ..Table::new() };
    let tasks: Vec<String> = (0..60).map(|nth| format!("\"Taak {nth}\"")).collect();
    let rows = format!("rows: [List([{}])], columns: [Parties], per: Party", tasks.join(", "));
    let large = matrix(
        &ROLES.replace(r#"rows: [List(["Scholen", "Doorverwijzen", "Woning"])], columns: [List(["Bewoners", "Gemeente", "Welzijn"])]"#, &rows).replace(" MORE", ""),
    );
    let stamp = table.stamp();
    let board = large.board(table.scope(), None).expect("a board");
    for (at, row) in board.rows.iter().enumerate() {
        for (nth, party) in parties.iter().enumerate() {
            let column = Item::Party(party.to_lowercase().as_str().into());
            for whose in [None, Some(Case::copied(Assessor::Party("partij-3".into()), ""))] {
                let key = grid::cell_key(&large, whose.as_ref(), &row.item, &column, 0);
                table.records.judge(&key, Some(Verdict::Choice(["trekt", "mee"][(at + nth) % 2].into())), &stamp);
            }
        }
    }
    let board = large.board(table.scope(), None).expect("a board");
    assert_eq!((board.rows.len(), board.columns.len(), board.filled()), (60, 14, 60));
}

#[test]
fn things_are_what_sources_give() {
    let table = Table::new();
    let block = roles("");
    let sources: Vec<String> = block.sources().into_iter().map(|(path, _)| path).collect();
    assert_eq!(sources, ["rows[0]", "columns[0]"]);
    let rows: Vec<Thing> = crate::form::source::things(table.scope(), &block.rows);
    assert_eq!(rows.len(), 3);
}
