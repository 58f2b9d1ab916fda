//! Drawn, moved on, chosen by hand: what is typed and what stands then.

use super::*;
use crate::{
    form::{
        Room,
        board::{Board, Fill, Spot, Stroke},
        samples::{Sheet, faults, told_board},
    },
    record::{BlockId, Entry, FactKey, Parties, Records, Stamp, Touch, Value, Voice},
};
use insta::assert_snapshot;

/// A table at which something is assigned.
pub(super) struct Table {
    pub(super) sheet: Sheet,
    pub(super) form: Form,
    parties: Parties,
    last: i64,
}

/// A room with one block.
struct Own<'a>(&'a Form);

impl Room for Own<'_> {
    fn block(&self, id: &BlockId) -> Option<&Form> {
        (self.0.lens().frame().id == id).then_some(self.0)
    }
    fn tables(&self) -> Vec<&Records> {
        Vec::new()
    }
}

impl Table {
    pub(super) fn new(rest: &str, parties: &[&str]) -> Self {
        let assign: Assign = ron::from_str(&format!(r#"(id: "b", {rest})"#)).expect("the block can be read");
        Self { sheet: Sheet::new(), form: Form::Assign(assign), parties: Parties::named(parties), last: 0 }
    }

    pub(super) fn scope(&self) -> Scope<'_> {
        Scope { parties: &self.parties, ..self.sheet.scope() }
    }

    pub(super) fn board(&self) -> Board {
        self.form.lens().board(self.scope(), None).expect("it has a board")
    }

    pub(super) fn stroke(&mut self, row: usize, column: usize, stroke: Stroke<'_>) -> Fill {
        let board = self.board();
        let spot = Spot { item: board.rows.get(row).map(|row| &row.item), column };
        let fill = self.form.lens().fill(self.scope(), None, spot, stroke);
        self.last += 1;
        let stamp = Stamp { millis: self.last + 100, tick: 0, device: "a".into() };
        for touch in &fill.touches {
            match touch {
                Touch::Judgement { key, now, .. } => self.sheet.records.judge(key, now.clone(), &stamp),
                Touch::Fact { key, now, .. } => self.sheet.records.note(key, now.clone(), &stamp),
                Touch::Birth(_) | Touch::Part { .. } => panic!("it makes no entries"),
            }
        }
        fill
    }

    /// What was said of a stroke.
    fn said(&mut self, row: usize, stroke: Stroke<'_>) -> String {
        self.stroke(row, 0, stroke).told.map(|told| told.text).unwrap_or_default()
    }

    fn told(&self) -> String {
        told_board(&self.board())
    }

    fn open(&self) -> String {
        self.form.lens().open(self.scope()).join("\n")
    }
}

const SKIN: &str = "what: [Parties], to: [Parties], draw: Random, never_own: true";

#[test]
fn the_lot_gives_each_another_party_and_can_be_drawn_again() {
    let mut table = Table::new(SKIN, &["Gemeente", "Welzijn", "Bewoners", "Wonen"]);
    assert_snapshot!(table.told(), @"
    Gemeente | ·
    Welzijn | ·
    Bewoners | ·
    Wonen | ·
    ");
    assert_snapshot!(table.said(0, Stroke::Reveal(3)), @"Geloot voor 4.");
    assert_snapshot!(table.told(), @"
    Gemeente | Welzijn
    Welzijn | Gemeente
    Bewoners | Wonen
    Wonen | Bewoners
    ");
    assert_eq!(table.stroke(0, 0, Stroke::Reveal(3)).touches, []);
    assert_snapshot!(table.said(0, Stroke::Reveal(4)), @"Geloot voor 4.");
    assert_eq!(table.open(), "");
}

#[test]
fn whom_nobody_can_be_given_is_named() {
    let mut table = Table::new(SKIN, &["Gemeente"]);
    assert_snapshot!(table.said(0, Stroke::Reveal(3)), @"Zonder eigen partij lukt het niet voor Gemeente.");
    let rest = r#"what: [List(["a", "b", "c"])], to: [List(["x", "y"])], draw: Random, capacity: Some(1)"#;
    let mut table = Table::new(rest, &[]);
    assert_snapshot!(table.said(0, Stroke::Reveal(3)), @"Geloot voor 2. Geen plek meer voor a.");
    assert_snapshot!(table.told(), @"
    a | ·
    b | x
    c | y
    ");
}

#[test]
fn what_is_drawn_is_repeated_for_each_and_spoken_in_its_name() {
    let mut table = Table::new(SKIN, &["Gemeente", "Welzijn", "Bewoners"]);
    table.stroke(0, 0, Stroke::Reveal(1));
    let room = Own(&table.form);
    let scope = Scope { room: &room, ..table.scope() };
    let pairs = table.form.lens().pairs(scope);
    assert_eq!(pairs.len(), 3);
    let drawn = case::drawn(scope, &"b".into(), &pairs[0].0);
    assert_eq!(drawn.as_ref(), Some(&pairs[0].1));
    let stem: crate::form::collect::Collect =
        ron::from_str(r#"(id: "stem", each: Some(Pairs("b")), as: Some(Drawn("b")))"#).expect("the block can be read");
    let cases = case::cases(scope, &Form::Collect(stem)).expect("it is repeated");
    assert_snapshot!(cases.iter().map(|case| case.label.as_str()).collect::<Vec<_>>().join("\n"), @"
    Gemeente, in de huid van Bewoners
    Welzijn, in de huid van Gemeente
    Bewoners, in de huid van Welzijn
    ");
}

#[test]
fn a_place_is_typed_by_its_number_or_its_first_letters() {
    let rest = r#"what: [List(["Zaal", "Koffie", "Geluid"])], to: [Parties], rules: [AllFilled]"#;
    let mut table = Table::new(rest, &["Gemeente", "Welzijn", "Wonen"]);
    assert_eq!(table.open(), "Er is nog niets verdeeld.");
    assert_eq!(table.said(0, Stroke::Typed("2")), "");
    assert_eq!(table.said(1, Stroke::Typed("wo")), "");
    assert_snapshot!(["w", "9", "1 2", "zorg"].map(|line| table.said(2, Stroke::Typed(line))).join("\n"), @"
    “w” kan meer zijn: 2 Welzijn, 3 Wonen.
    “9” is er niet; kies van 1 tot en met 3.
    Dat zijn er 2; hier passen er 1.
    “zorg” is er niet; kies van 1 tot en met 3.
    ");
    assert_snapshot!(table.told(), @"
    Zaal | Welzijn
    Koffie | Wonen
    Geluid | ·
    = Nog vrij: Gemeente.
    ");
    table.stroke(2, 0, Stroke::Turn);
    table.stroke(1, 0, Stroke::Turn);
    table.stroke(0, 0, Stroke::Clear);
    assert_snapshot!(table.told(), @"
    Zaal | ·
    Koffie | Gemeente
    Geluid | Gemeente
    = Nog vrij: Welzijn, Wonen.
    ");
    assert_eq!(table.said(0, Stroke::Reveal(1)), "Hier wordt niet geloot: typ een nummer.");
    assert_eq!(table.said(0, Stroke::NextPass), "Dit wordt maar één keer gedaan.");
}

#[test]
fn ones_own_and_too_many_are_told_and_never_refused() {
    let mut table = Table::new(&format!("{SKIN}, capacity: Some(1)"), &["Gemeente", "Welzijn", "Wonen"]);
    for (row, line) in ["1", "1", "-"].into_iter().enumerate() {
        assert_eq!(table.said(row, Stroke::Typed(line)), "");
    }
    assert_snapshot!(table.told(), @"
    Gemeente | Gemeente | eigen
    Welzijn | Gemeente
    Wonen | ·
    = Nog vrij: Welzijn, Wonen.
    ");
    assert_snapshot!(table.open(), @"
    Nog niet verdeeld: Wonen.
    Te veel bij Gemeente: 2, hoogstens 1.
    Heeft zichzelf of de eigen partij: Gemeente.
    ");
    // Space goes past one's own
    table.stroke(0, 0, Stroke::Turn);
    table.stroke(0, 0, Stroke::Turn);
    table.stroke(0, 0, Stroke::Turn);
    assert_eq!(table.board().rows[0].cells[0].text, "Welzijn");
}

#[test]
fn an_entry_does_not_go_to_the_party_that_said_it() {
    let mut table =
        Table::new(r#"what: [Block("v")], to: [Parties], draw: Random, never_own: true"#, &["Gemeente", "Welzijn"]);
    let by = |party: &'static str| move |entry: &mut Entry| entry.by = Some(Voice::Party(party.into()));
    table.sheet.say("v/x", "Mag het?", by("gemeente"));
    table.sheet.say("v/x", "Kan het?", by("welzijn"));
    for seed in 0..20 {
        table.stroke(0, 0, Stroke::Reveal(seed));
        let given: Vec<String> = table.board().rows.iter().map(|row| row.cells[0].text.clone()).collect();
        assert_eq!(given, ["Welzijn", "Gemeente"]);
    }
}

#[test]
fn in_a_rotation_each_goes_one_further_and_the_host_stays() {
    let rest =
        r#"what: [List(["An", "Bo", "Cas", "Dé"])], to: [List(["Rood", "Blauw"])], draw: Rotate, host_stays: true"#;
    let mut table = Table::new(rest, &[]);
    table.stroke(0, 0, Stroke::Reveal(1));
    assert_snapshot!(table.told(), @"
    An | Rood
    Bo | Blauw
    Cas | Rood
    Dé | Blauw
    = Ronde 1.
    ");
    assert_eq!(table.said(0, Stroke::NextPass), "Ronde 2: iedereen naar de volgende.");
    assert_snapshot!(table.told(), @"
    An | Rood
    Bo | Blauw
    Cas | Blauw
    Dé | Rood
    = Ronde 2.
    ");
    // the pass before stays as it was
    table.sheet.records.note(
        &FactKey::Pass("b".into()),
        Some(Value::Number(0.0)),
        &Stamp { millis: 9_999, tick: 0, device: "a".into() },
    );
    assert_eq!(table.board().rows[2].cells[0].text, "Rood");
}

#[test]
fn all_round_each_meets_every_other_once_and_never_oneself() {
    let mut table = Table::new("what: [Parties], to: [Parties], draw: Rotate, never_own: true", &["A", "B", "C", "D"]);
    table.stroke(0, 0, Stroke::Reveal(1));
    let mut met = vec![table.board().rows[0].cells[0].text.clone()];
    for _ in 0..3 {
        table.stroke(0, 0, Stroke::NextPass);
        met.push(table.board().rows[0].cells[0].text.clone());
    }
    assert_eq!(met, ["B", "C", "D", "B"]);
}

#[test]
fn slots_are_columns_and_a_line_fills_several() {
    let rest = r#"what: [List(["Wijkkrant", "Moestuin", "Klusbus"])], to: [List(["Zaal", "Tuin", "Keuken"])], draw: Random, slots: ["Vroeg", "Laat"]"#;
    let mut table = Table::new(rest, &[]);
    assert_eq!(table.said(0, Stroke::Typed("2 1")), "");
    assert_eq!(table.said(1, Stroke::Typed("zaal, keuken")), "");
    assert_snapshot!(table.said(2, Stroke::Typed("1 2 3")), @"Dat zijn er 3; hier passen er 2.");
    assert_snapshot!(table.told(), @"
    Wijkkrant | Tuin Zaal
    Moestuin | Zaal Keuken
    Klusbus | · ·
    ");
    assert_snapshot!(table.open(), @"
    Vroeg: Nog niet verdeeld: Klusbus.
    Laat: Nog niet verdeeld: Klusbus.
    ");
    assert_eq!(table.form.lens().pairs(table.scope()).len(), 4);
    table.stroke(0, 0, Stroke::Reveal(5));
    let board = table.board();
    assert!(board.rows.iter().all(|row| row.cells[0].text != row.cells[1].text), "{}", told_board(&board));
}

#[test]
fn a_place_that_is_gone_is_not_shown_and_not_lost() {
    let mut table = Table::new(r#"what: [Parties], to: [Block("v")]"#, &["Gemeente"]);
    table.sheet.say("v/x", "idee", |_| {});
    table.stroke(0, 0, Stroke::Typed("1"));
    table.sheet.say("v/x", "idee", |entry| entry.gone = true);
    let gone = table.sheet.records.judgements().len();
    assert_eq!((table.board().rows[0].cells[0].text.as_str(), gone), ("", 1));
}

#[test]
fn what_an_author_gets_wrong_is_named() {
    let table = Table::new(
        r#"what: [List(["a", "b", "c"])], to: [List(["x"])], capacity: Some(2), slots: ["Vroeg", "Vroeg", " "], host_stays: true"#,
        &[],
    );
    assert_snapshot!(faults(table.form.lens()), @"
    capacity assign-no-room capacity=2 what=3 to=1
    slots[1] assign-slot-twice slot=Vroeg
    slots[2] empty
    host_stays assign-host
    ");
    assert_snapshot!(faults(Table::new("capacity: Some(0)", &[]).form.lens()), @"
    what no-source name=what
    to no-source name=to
    capacity assign-capacity-zero
    ");
    assert_eq!(faults(Table::new(SKIN, &[]).form.lens()), "");
}

#[test]
fn nothing_an_author_writes_wrong_makes_it_fall_over() {
    for rest in [
        "draw: Random",
        "what: [Parties], draw: Rotate",
        "what: [Parties], to: [Parties], draw: Random, capacity: Some(0), slots: [\"\", \"\"]",
        "what: [Parties, Parties], to: [Parties, Parties], draw: Rotate, host_stays: true, never_own: true",
        "what: [Seats], to: [Parties], draw: Rotate, never_own: true",
        "what: [Parties], to: [List([\"x\", \"x\"])], draw: Random, capacity: Some(4294967295)",
    ] {
        let mut table = Table::new(rest, &["Gemeente", "Welzijn"]);
        let strokes = ["", "-", "1", "1 2 3", "é", "0", "99"].map(Stroke::Typed);
        for stroke in
            strokes.into_iter().chain([Stroke::Reveal(1), Stroke::NextPass, Stroke::Turn, Stroke::Clear, Stroke::Turn])
        {
            for spot in [(0, 0), (1, 7), (9, 0)] {
                table.stroke(spot.0, spot.1, stroke);
            }
        }
        drop((table.told(), table.open(), table.form.lens().pairs(table.scope())));
    }
}

#[test]
fn where_nobody_counted_the_chairs_any_of_them_can_host() {
    let mut table = Table::new(r#"what: [List(["gastheer", "notulist"])], to: [Seats]"#, &["Bewoners"]);
    table.stroke(0, 0, Stroke::Typed("4"));
    table.stroke(1, 0, Stroke::Typed("2"));
    assert_snapshot!(table.told(), @"
    gastheer | plek 4
    notulist | plek 2
    ");
    assert_snapshot!(table.said(0, Stroke::Typed("13")), @"“13” is er niet; kies van 1 tot en met 12.");
    // counted afterwards: what was given stays
    table.parties = Parties::named(["Bewoners 3"]);
    assert_snapshot!(table.told(), @"
    gastheer | plek 4
    notulist | plek 2
    = Nog vrij: plek 1, plek 3.
    ");
}
