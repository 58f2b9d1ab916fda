//! Stickers, a ranking, hands: what is typed, what is shown of it, and what comes out.

use super::*;
use crate::{
    form::{
        Room,
        board::{Board, Fill, Spot, Stroke, Then},
        samples::{Sheet, faults, told_board},
    },
    record::{FactKey, Records, Stamp, Touch, Value},
};
use insta::assert_snapshot;

const PLANS: &str = r#"from: [List(["Buurtbus", "Tuin", "Klusdienst", "Eettafel"])]"#;

fn vote(rest: &str) -> Vote {
    ron::from_str(&format!(r#"(id: "b", {PLANS}, {rest})"#)).expect("the block can be read")
}

/// A table at which people fill in a vote.
pub(super) struct Table {
    pub(super) sheet: Sheet,
    pub(super) vote: Vote,
    last: i64,
}

impl Table {
    pub(super) fn new(rest: &str) -> Self {
        Self { sheet: Sheet::new(), vote: vote(rest), last: 0 }
    }

    /// The same with this many chairs for the first party.
    pub(super) fn chairs(mut self, count: u32) -> Self {
        let key = FactKey::Seats("gemeente".into());
        let stamp = Stamp { millis: 1, tick: 0, device: "a".into() };
        self.sheet.records.note(&key, Some(Value::Number(f64::from(count))), &stamp);
        self
    }

    fn board(&self) -> Board {
        self.vote.board(self.sheet.scope(), None).expect("a vote has a board")
    }

    pub(super) fn stroke(&mut self, row: usize, column: usize, stroke: Stroke<'_>) -> Fill {
        let board = self.board();
        let spot = Spot { item: board.rows.get(row).map(|row| &row.item), column };
        let fill = self.vote.fill(self.sheet.scope(), None, spot, stroke);
        self.last += 1;
        alter(&mut self.sheet.records, &fill.touches, self.last);
        fill
    }

    /// Types lines, one after another, from the first column; what is said of a line that meant nothing comes back.
    fn types(&mut self, lines: &[&str]) -> String {
        let (mut row, mut column) = (0, 0);
        let mut told = Vec::new();
        for line in lines {
            let fill = self.stroke(row, column, Stroke::Typed(line));
            (row, column) = match fill.then {
                Then::NextColumn => (row, column + 1),
                Then::NextRow => (row + 1, column),
                Then::Row(row) => (row, column),
                Then::Stay | Then::NextCell => (row, column),
            };
            told.extend(fill.told.map(|told| told.text));
        }
        told.join("\n")
    }

    fn told(&self) -> String {
        told_board(&self.board())
    }

    fn open(&self) -> String {
        self.vote.open(self.sheet.scope()).join("\n")
    }
}

fn alter(records: &mut Records, touches: &[Touch], millis: i64) {
    let stamp = Stamp { millis: millis + 10, tick: 0, device: "a".into() };
    for touch in touches {
        match touch {
            Touch::Judgement { key, now, .. } => records.judge(key, now.clone(), &stamp),
            Touch::Fact { key, now, .. } => records.note(key, now.clone(), &stamp),
            Touch::Birth(_) | Touch::Part { .. } => panic!("a vote makes no entries"),
        }
    }
}

#[test]
fn each_chair_types_the_numbers_of_its_stickers() {
    let mut table = Table::new("per: Seat, derive: [Robust, Gap]").chairs(3);
    assert_eq!(table.open(), "Er is nog niet gestemd.");
    assert_eq!(table.types(&["3 1 1", "3,3", "-"]), "");
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 2 | nr. 2  2
    2 Tuin |  | 0
    3 Klusdienst | 1 2 | nr. 1  3
    4 Eettafel |  | 0
    = De uitkomst hangt aan één stem.
    = Niets gekregen: 2 en 4.
    = Stemt niet: plek 3.
    ");
    assert_snapshot!(table.open(), @"Nog stickers over: plek 2 (1).");
    // a second line of the same chair replaces the first whole, and says what was there
    assert_snapshot!(table.types(&["2 2 3"]), @"plek 1 had eerst: 1 1 3");
    assert_snapshot!(table.told(), @"
    1 Buurtbus |  | 0
    2 Tuin | 2 | nr. 2  2
    3 Klusdienst | 1 2 | nr. 1  3
    4 Eettafel |  | 0
    = De uitkomst hangt aan één stem.
    = Niets gekregen: 1 en 4.
    = Stemt niet: plek 3.
    ");
}

#[test]
fn too_much_or_unknown_is_told_and_alters_nothing() {
    let mut table = Table::new("per: Seat, most_per_item: Some(2)").chairs(2);
    let lines = ["1 2 3 4", "1 1 1", "9", "0", "Tuin", "3v", "12: 1", "120: 1"];
    assert_snapshot!(lines.map(|line| table.types(&[line])).join("\n"), @"
    Dat zijn 4 stickers; iedereen heeft er 3.
    Op nummer 1 zitten er dan 3; hoogstens 2 mag.
    Er is geen nummer 9; kies van 1 tot en met 4.
    Er is geen nummer 0; kies van 1 tot en met 4.
    “Tuin” is geen nummer; kies van 1 tot en met 4.
    “3v” is geen nummer; kies van 1 tot en met 4.

    Er is geen 120e stem; er zijn er 12.
    ");
    assert_eq!(table.types(&["2: 1*2 4"]), "");
    assert_snapshot!(table.told(), @"
    1 Buurtbus | · 2 · · · · · · · · · 1 | nr. 1  3
    2 Tuin |  | 0
    3 Klusdienst |  | 0
    4 Eettafel | · 1 | nr. 2  1
    ");
}

#[test]
fn kinds_have_a_letter_and_what_is_against_counts_off() {
    let kinds = r#"per: Party, tokens: Some(2), kinds: [(id: "voor", label: "Voor", tone: Green), (id: "tegen", label: "Tegen", against: true, tokens: Some(1))]"#;
    let mut table = Table::new(kinds);
    assert_snapshot!(table.types(&["1v 1V 2t", "1t 3v"]), @"");
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 2v t | nr. 1  (+2 −1)  1
    2 Tuin | t | (−1)  -1
    3 Klusdienst | · v | nr. 1  (+1)  1
    4 Eettafel |  | 0
    = Gedeeld: 1 en 3 delen plaats 1.
    ");
    assert_snapshot!(["1", "1x", "1t 2t"].map(|line| table.types(&[line])).join("\n"), @"
    Zet achter 1 de letter: v Voor, t Tegen.
    De letter “x” is er niet: v Voor, t Tegen.
    Dat zijn 2 keer “Tegen”; iedereen heeft er 1.
    ");
    // Space gives each kind in turn that is left, and then nothing
    let turns = (0..4).map(|_| {
        table.stroke(3, 1, Stroke::Turn);
        table.board().rows[3].cells.get(1).map_or(String::new(), |cell| cell.text.clone())
    });
    assert_eq!(turns.collect::<Vec<_>>(), ["v", "", "v", ""]);
}

#[test]
fn a_ranking_weighs_the_first_most_and_closes_up_when_one_is_taken_off() {
    let mut table = Table::new("how: Ranking, per: Seat, choose: Some(2)").chairs(2);
    assert_snapshot!(table.types(&["4 2 2", "4 2 1"]), @"Nummer 2 staat al in de lijst.");
    assert_eq!(table.types(&["2: 1 4"]), "");
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 3 1 | gekozen  4
    2 Tuin | 2 | 2
    3 Klusdienst |  | 0
    4 Eettafel | 1 2 | gekozen  5
    = Gekozen: 4 en 1.
    ");
    table.stroke(3, 0, Stroke::Clear);
    table.stroke(2, 0, Stroke::Turn);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 2 1 | gekozen  5
    2 Tuin | 1 | gekozen  3
    3 Klusdienst | 3 | 1
    4 Eettafel | · 2 | 2
    = Gekozen: 1 en 2.
    ");
}

#[test]
fn hands_are_counted_by_row() {
    let mut table = Table::new("how: One, choose: Some(1)");
    assert_eq!(table.types(&["4", "2", "-", "4"]), "");
    table.stroke(1, 0, Stroke::Turn);
    table.stroke(1, 0, Stroke::Turn);
    table.stroke(0, 0, Stroke::Clear);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 3 | 3
    2 Tuin | 4 | gelijk  4
    3 Klusdienst |  | 0
    4 Eettafel | 4 | gelijk  4
    = Gedeeld: 2 en 4 delen plaats 1.
    = Daaruit is er nog 1 te kiezen.
    ");
    assert_eq!(table.types(&["vier"]), "“vier” is geen aantal dat hier past.");
    assert_eq!(table.open(), "");
}

#[test]
fn one_is_chosen_and_ties_are_told_as_ties() {
    let mut table = Table::new("how: One, per: Seat, choose: Some(1), rules: [Exactly(1)], derive: [Robust]").chairs(2);
    assert_eq!(table.types(&["2 3"]), "Kies er één.");
    assert_eq!(table.types(&["2", "3"]), "");
    assert_snapshot!(table.told(), @"
    1 Buurtbus |  | 0
    2 Tuin | ● | gelijk  1
    3 Klusdienst | · ● | gelijk  1
    4 Eettafel |  | 0
    = Gedeeld: 2 en 3 delen plaats 1.
    = Daaruit is er nog 1 te kiezen.
    = De uitkomst hangt aan één stem.
    ");
    assert_snapshot!(table.open(), @"Gevraagd zijn er precies 1; zonder gelijke stand zijn er 0 gekozen.");
}

#[test]
fn what_is_hidden_is_seen_when_all_are_in_or_when_it_is_shown() {
    let mut table = Table::new("how: One, per: Seat, hidden: UntilComplete").chairs(2);
    table.types(&["2"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | ▪
    2 Tuin | ▪
    3 Klusdienst | ▪
    4 Eettafel | ▪
    = Verborgen tot iedereen gestemd heeft: 1 van 2.
    ");
    assert_eq!(table.board().told_columns(), 0);
    assert!(table.vote.scores(table.sheet.scope()).is_empty());
    assert_eq!(table.stroke(0, 0, Stroke::Turn).touches, []);
    table.types(&["2: -"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus |  | 0
    2 Tuin | ● | nr. 1  1
    3 Klusdienst |  | 0
    4 Eettafel |  | 0
    = Stemt niet: plek 2.
    ");

    let mut table = Table::new("how: One, per: Seat, hidden: UntilReveal").chairs(1);
    table.types(&["2"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | ▪
    2 Tuin | ▪
    3 Klusdienst | ▪
    4 Eettafel | ▪
    = Verborgen tot je het laat zien; gestemd: 1.
    ");
    table.stroke(0, 0, Stroke::Reveal(7));
    assert_snapshot!(table.told(), @"
    1 Buurtbus |  | 0
    2 Tuin | ● | nr. 1  1
    3 Klusdienst |  | 0
    4 Eettafel |  | 0
    ");
    assert_eq!(table.stroke(0, 0, Stroke::Reveal(7)).touches, []);

    let mut table = Table::new("how: One, per: Seat, hidden: Anonymous").chairs(2);
    table.types(&["2"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | ▪ | 0
    2 Tuin | ▪ | nr. 1  1
    3 Klusdienst | ▪ | 0
    4 Eettafel | ▪ | 0
    = Wie wat koos blijft verborgen; gestemd: 1 van 2.
    ");
}

#[test]
fn where_nobody_knows_how_many_there_are_one_more_may_always_come() {
    let mut table = Table::new("how: One, per: Seat");
    assert_eq!(table.board().columns.len(), 1);
    table.types(&["2", "3", "2"]);
    let board = table.board();
    assert_eq!((board.columns.len(), board.told_columns(), board.spare), (4, 3, true));
    assert_snapshot!(told_board(&board), @"
    1 Buurtbus |  | 0
    2 Tuin | ● · ● | nr. 1  2
    3 Klusdienst | · ● | nr. 2  1
    4 Eettafel |  | 0
    ");
    let scores = table.vote.scores(table.sheet.scope());
    assert_eq!(scores.iter().map(|(_, score)| *score).collect::<Vec<_>>(), [2.0, 1.0]);
}

#[test]
fn another_pass_begins_blank_and_the_last_one_says_what_then() {
    let mut table = Table::new(
        r#"how: One, per: Seat, choose: Some(1), until: Some((when: Consensus, most: 2, otherwise: "loten")), inject: ["Denk aan de buren."]"#,
    )
    .chairs(2);
    table.types(&["1", "2"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | ● | gelijk  1
    2 Tuin | · ● | gelijk  1
    3 Klusdienst |  | 0
    4 Eettafel |  | 0
    = Ronde 1 van hoogstens 2.
    = Denk aan de buren.
    = Gedeeld: 1 en 2 delen plaats 1.
    = Daaruit is er nog 1 te kiezen.
    ");
    table.stroke(0, 0, Stroke::NextPass);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | 
    2 Tuin | 
    3 Klusdienst | 
    4 Eettafel | 
    = Ronde 2, de laatste; lukt het niet: loten
    ");
    table.types(&["1", "1"]);
    assert_snapshot!(table.told(), @"
    1 Buurtbus | ● ● | gekozen  2
    2 Tuin |  | 0
    3 Klusdienst |  | 0
    4 Eettafel |  | 0
    = Ronde 2: dit kan zo klaar zijn.
    = Gekozen: 1.
    ");
}

/// Two tables of a session.
struct Two<'a>([&'a Records; 2]);

impl Room for Two<'_> {
    fn block(&self, _: &crate::record::BlockId) -> Option<&Form> {
        None
    }
    fn tables(&self) -> Vec<&Records> {
        self.0.to_vec()
    }
}

#[test]
fn all_tables_together_count_every_chair_of_each() {
    let mut one = Table::new("how: One, per: Seat, pool: true").chairs(2);
    let mut other = Table::new("how: One, per: Seat, pool: true").chairs(2);
    one.types(&["1", "2"]);
    other.types(&["2", "2"]);
    let room = Two([&one.sheet.records, &other.sheet.records]);
    let scope = Scope { room: &room, ..one.sheet.scope() };
    assert_snapshot!(told_board(&one.vote.board(scope, None).expect("a vote has a board")), @"
    1 Buurtbus | ● | nr. 2  1
    2 Tuin | · ● | nr. 1  3
    3 Klusdienst |  | 0
    4 Eettafel |  | 0
    = Geteld over 2 tafels samen.
    ");
}

#[test]
fn forty_chairs_and_two_thousand_items_are_a_board_at_once() {
    let mut table = Table::new("per: Seat, derive: [Robust, Gap]").chairs(40);
    let items = (0..2_000).map(|nth| format!("Wens {nth}")).collect();
    table.vote.from = vec![Source::List(items)];
    let lines: Vec<String> = (1..=40).map(|nth| format!("{nth} {} 7", nth * 40)).collect();
    table.types(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let board = table.board();
    assert_eq!((board.rows.len(), board.columns.len(), board.filled()), (2_000, 40, 79));
    // a row that nobody voted for holds no cells at all
    assert!(board.rows[1_999].cells.is_empty());
}

#[test]
fn an_item_that_is_gone_is_not_shown_and_not_lost() {
    let mut table = Table::new("per: Seat").chairs(1);
    table.vote.from = vec![Source::Block("wens".into())];
    for wish in ["a", "b"] {
        table.sheet.say("wens/w", wish, |_| {});
    }
    table.types(&["1 2"]);
    table.sheet.say("wens/w", "a", |entry| entry.gone = true);
    let before = table.sheet.records.judgements().len();
    table.types(&["1 1"]);
    assert_eq!(table.sheet.records.judgements().len(), before);
}

#[test]
fn what_an_author_gets_wrong_is_named() {
    let faulty = r#"(id: "b", from: [List(["a", "b"])], tokens: Some(99), most_per_item: Some(0), choose: Some(3), per: Seat, kinds: [
        (id: "voor", label: "Voor"), (id: "vaak", label: "Vaak", tokens: Some(0)), (id: "x", label: "X", letter: "xx"), (id: "x", label: "7")])"#;
    let vote: Vote = ron::from_str(faulty).expect("the block can be read");
    assert_snapshot!(faults(&vote), @"
    tokens vote-tokens tokens=99 most=40
    most_per_item vote-most-zero
    choose vote-choose-many choose=3 items=2
    kinds[3].id id-twice id=x
    kinds[1].tokens vote-tokens tokens=0 most=40
    kinds[1].letter vote-letter-twice letter=v
    kinds[2].letter vote-letter letter=xx
    kinds[3].letter vote-letter letter=7
    ");
    let ranking: Vote = ron::from_str(r#"(id: "b", how: Ranking, choose: Some(0), kinds: [(id: "a", label: "A")])"#)
        .expect("the block can be read");
    assert_snapshot!(faults(&ranking), @"
    from no-source name=from
    choose vote-choose-zero
    kinds vote-kinds-unused
    ");
    let long: Vote =
        ron::from_str(r#"(id: "b", how: Ranking, from: [List(["a", "b"])])"#).expect("the block can be read");
    assert_snapshot!(faults(&long), @"tokens vote-ranking-long tokens=3 items=2");
    assert_eq!(faults(&super::tests::vote("per: Seat, choose: Some(4), tokens: Some(40)")), "");
}

#[test]
fn nothing_an_author_writes_wrong_makes_it_fall_over() {
    for rest in [
        "tokens: Some(0)",
        "tokens: Some(4294967295), per: Seat",
        "how: Ranking, tokens: Some(0), per: Seat",
        "most_per_item: Some(0), per: Seat",
        "choose: Some(0)",
        "choose: Some(99)",
        r#"per: Seat, kinds: [(id: "", label: "")]"#,
    ] {
        let mut table = Table::new(rest).chairs(2);
        table.types(&["1 2", "1*999", "-", "2: 1", ""]);
        for stroke in [Stroke::Turn, Stroke::Clear, Stroke::Reveal(1), Stroke::NextPass] {
            table.stroke(0, 1, stroke);
        }
        drop((table.told(), table.open()));
        table.vote.from.clear();
        table.types(&["1"]);
        table.stroke(0, 0, Stroke::Turn);
        drop((table.told(), table.open()));
    }
}
