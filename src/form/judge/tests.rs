//! Stories of judging: who types what, and what then stands on the board. What holds for any line is in `any_tests`.

use super::{given::MOST_CHAIRS, *};
use crate::{
    form::{
        Room,
        board::Then,
        samples::{Sheet, told_blocks, told_board},
    },
    record::{Change, Deed, Records, Stamp, TableId, Voice},
};
use insta::assert_snapshot;

fn judge(ron: &str) -> Judge {
    ron::from_str(ron).expect("the block can be read")
}

/// A table with a block on it.
pub(super) struct Table {
    pub(super) sheet: Sheet,
    pub(super) judge: Judge,
    last: i64,
}

impl Table {
    /// A block that judges three things: `a`, `b` and `c`, unless it says otherwise.
    pub(super) fn new(ron: &str) -> Self {
        let judge = judge(&format!(r#"(id: "j", {ron})"#));
        let mut sheet = Sheet::new();
        ["a", "b", "c"].into_iter().for_each(|item| sheet.say("plus", item, |_| {}));
        let judge =
            if judge.from.is_empty() { Judge { from: vec![Source::Block("b".into())], ..judge } } else { judge };
        Self { sheet, judge, last: 1000 }
    }

    pub(super) fn apply(&mut self, fill: Fill) -> Option<String> {
        self.last += 1;
        let stamp = Stamp { millis: self.last, tick: 0, device: "a".into() };
        let change = Change { stamp, table: TableId(1), deed: Deed::Did, touches: fill.touches, at: None };
        self.sheet.records.apply(&change);
        fill.told.map(|told| told.text)
    }

    pub(super) fn fill(&self, item: &str, column: usize, stroke: Stroke<'_>) -> Fill {
        let item = Item::Entry(item.into());
        self.judge.fill(self.sheet.scope(), None, Spot { item: Some(&item), column }, stroke)
    }

    pub(super) fn stroke(&mut self, item: &str, column: usize, stroke: Stroke<'_>) -> Option<String> {
        let fill = self.fill(item, column, stroke);
        self.apply(fill)
    }

    /// Types a line at the first column of an item.
    pub(super) fn type_at(&mut self, item: &str, line: &str) -> Option<String> {
        self.stroke(item, 0, Stroke::Typed(line))
    }

    pub(super) fn board(&self) -> String {
        told_board(&self.judge.board(self.sheet.scope(), None).expect("a judgement has a board"))
    }
}

#[test]
fn one_row_of_digits_is_a_whole_table() {
    let mut table = Table::new("per: Seat");
    assert_eq!(table.type_at("a", "7 8 6 - 9"), None);
    table.type_at("b", "78-19");
    table.type_at("c", "10 9 7,5 8");
    assert_eq!(
        table.type_at("c", "10 9 7,5 8").as_deref(),
        Some("“7,5” ligt tussen twee waarden: de schaal van 1 tot 10 gaat met stappen van 1.")
    );
    table.type_at("c", "10 9 8 8");
    assert_snapshot!(table.board(), @"
    a | 7 8 6 - 9 | gem. 7,5
    b | 7 8 - 1 9 | verdeeld 6,3 ~ 4 waarden, van 1 (plek 4) tot 9 (plek 5)
    c | 10 9 8 8 · | gem. 8,8
    = Verdeeld over 1 van 3: b
    = Bovenaan: c (8,8).
    ");
}

#[test]
fn what_is_no_value_stays_on_the_line_with_a_sentence() {
    let mut table = Table::new("per: Seat, scale: Numbers(from: 5, to: 1, step: 2)");
    for (line, told) in [
        ("6", "“6” ligt buiten de schaal van 5 tot 1."),
        ("4", "“4” ligt tussen twee waarden: de schaal van 5 tot 1 gaat met stappen van 2."),
        ("erg goed", "“erg” past hier niet. Typ een rij van 5 tot 1: 7 8 6 - 9. Een - is afwezig, met : een notitie."),
    ] {
        let fill = table.fill("a", 0, Stroke::Typed(line));
        assert!(fill.touches.is_empty() && fill.then == Then::Stay, "{line}");
        assert_eq!(table.type_at("a", line).as_deref(), Some(told));
    }
    assert_eq!(table.type_at("weg", "3").as_deref(), Some("Er is nog niets om te beoordelen."));
}

#[test]
fn one_value_goes_to_the_cell_with_the_cursor_and_space_goes_through_the_scale() {
    let mut table = Table::new("per: Party, scale: Numbers(from: 1, to: 2, step: 0.5)");
    let fill = table.fill("a", 1, Stroke::Typed("1,5"));
    assert_eq!(fill.then, Then::NextCell);
    table.apply(fill);
    for _ in 0..2 {
        table.stroke("b", 0, Stroke::Turn);
    }
    assert_snapshot!(table.board(), @"
    a | · 1,5 | gem. 1,5
    b | 1,5 · | gem. 1,5
    c | · ·
    = Bovenaan: a, b (1,5).
    ");
    table.stroke("b", 0, Stroke::Turn);
    table.stroke("b", 0, Stroke::Turn);
    table.stroke("a", 1, Stroke::Clear);
    assert_eq!(table.board().matches("· ·").count(), 3, "behind the last comes nothing: {}", table.board());
    assert_eq!(table.type_at("a", "1 2 1").as_deref(), Some("Hier passen 2 waarden; er staan er 3."));
}

#[test]
fn a_contested_row_says_who_lies_where() {
    let mut table = Table::new(
        "per: Seat, threshold: Some(7), veto: Some(1), derive: [Mean, Spread, Consensus, Robust, Threshold]",
    );
    table.type_at("a", "2 9 9 9");
    table.type_at("b", "8 8 7 8");
    table.type_at("c", "1 8 8 8");
    assert_snapshot!(table.board(), @"
    a | 2 9 9 9 | verdeeld, gehaald 7,3 ±3,0 ~ 4 waarden, van 2 (plek 1) tot 9 (plek 2, plek 3, plek 4) ~ Wordt anders als één stem wegvalt.
    b | 8 8 7 8 | gehaald 7,8 ±0,4 ~ 4 waarden, van 7 (plek 3) tot 8 (plek 1, plek 2, plek 4) ~ Blijft zo als één stem wegvalt.
    c | 1 8 8 8 | veto 6,3 ±3,0 ~ 4 waarden, van 1 (plek 1) tot 8 (plek 2, plek 3, plek 4) ~ Veto van plek 1. ~ Wordt anders als één stem wegvalt.
    = Veto op: c
    = Verdeeld over 2 van 3: a, c
    = Eens over 1 van 3.
    = 2 van 3 halen 7.
    = Bovenaan: b (7,8).
    = Dat wordt anders als één stem wegvalt.
    ");
    let scope = table.sheet.scope();
    let contested = table.judge.picked(scope, &Source::Contested("j".into()));
    assert_eq!(contested, [Item::Entry("a".into()), Item::Entry("c".into())]);
    let scores = table.judge.scores(scope);
    assert_eq!(scores.iter().map(|(_, score)| *score).collect::<Vec<_>>(), [7.25, 7.75, 6.25]);
}

#[test]
fn zones_are_chosen_by_number_or_letters_and_counted_per_party() {
    let mut table = Table::new(
        r#"only: Voiced, scale: Zones(["herkend", "verrassend", "gemist"]), mirror: Some("zelf"), derive: [Gap]"#,
    );
    for (text, party) in [("angst", "welzijn"), ("geld", "gemeente"), ("tijd", "welzijn")] {
        table.sheet.say("stem", text, |entry| entry.namens = Some(Voice::Party(party.into())));
    }
    table.sheet.say("zelf/eigen", "rust", |entry| entry.by = Some(Voice::Party("welzijn".into())));
    table.type_at("angst", "her");
    table.type_at("tijd", "2: dat dacht niemand");
    assert_eq!(table.type_at("tijd", "9").as_deref(), Some("“9” ligt buiten de schaal van 1 tot 3."));
    assert_snapshot!(table.board(), @"
    [Gemeente] geld | ·
    [Welzijn] angst | herkend
    tijd | verrassend ~ dat dacht niemand
    [Van geen van de partijen] a | ·
    b | ·
    c | ·
    = De partij zelf zegt wat ze vindt van wat in haar naam is gezegd.
    = Welzijn: 1 herkend, 1 verrassend, 0 gemist
    = Niemand koos: gemist
    ");
    assert_snapshot!(told_blocks(&table.judge.findings(table.sheet.scope())), @"
    *De spiegel: gezegd in iemands naam, naast wat die partij zelf zei*
    Partij | In haar naam gezegd | Wat zij daarvan vindt | Wat zij zelf zei
    Gemeente | geld |  |
    Welzijn | angst | herkend | rust
     | tijd | verrassend |
    ");
}

#[test]
fn consent_asks_for_reasons_and_goes_on_in_passes() {
    let mut table = Table::new(
        r#"per: Seat, scale: Consent, until: Some((when: NoObjection, most: 2, otherwise: "beslist de stuurgroep"))"#,
    );
    table.judge.from = vec![Source::List(vec!["voorstel".into()])];
    let item = Item::Statement("voorstel".into());
    let give = |table: &mut Table, stroke: Stroke<'_>| {
        let fill = table.judge.fill(table.sheet.scope(), None, Spot { item: Some(&item), column: 0 }, stroke);
        table.apply(fill)
    };
    assert_eq!(give(&mut table, Stroke::NextPass).as_deref(), Some("In deze ronde is nog niets gegeven."));
    give(&mut table, Stroke::Typed("j n z: te duur; n - : geen tijd"));
    assert_snapshot!(table.board(), @"
    voorstel | j n z n - | 2 bezwaren ~ plek 3: te duur ~ plek 4: geen tijd
    = Pas het aan en begin een nieuwe ronde.
    ");
    assert_eq!(
        table.judge.open(table.sheet.scope()),
        ["Bij 1 waarde ontbreekt nog de reden.", "Er zijn nog 2 bezwaren."]
    );
    give(&mut table, Stroke::NextPass);
    give(&mut table, Stroke::Typed("jzjjn: nog steeds"));
    assert_snapshot!(table.board(), @"
    voorstel | j z j j n | 1 bezwaar ~ plek 5: nog steeds
    = Ronde 1: 2 bezwaren, 1 zorg: te duur; geen tijd
    = Na 2 rondes: beslist de stuurgroep.
    ");
    give(&mut table, Stroke::Typed("jjjj-"));
    assert_snapshot!(table.board(), @"
    voorstel | j j j j - | geen bezwaar
    = Ronde 1: 2 bezwaren, 1 zorg: te duur; geen tijd
    = Er zijn geen bezwaren meer.
    ");
    assert_eq!(table.judge.open(table.sheet.scope()), Vec::<String>::new());
}

#[test]
fn hidden_until_complete_shows_dots_and_says_so() {
    let mut table = Table::new("per: Seat, hidden: UntilComplete, rules: [AllFilled]");
    assert_eq!(table.type_at("a", "7 8 -: te vroeg").as_deref(), Some("3 waarden bewaard, uit het zicht."));
    assert_snapshot!(table.board(), @"
    a | • • - ~ • 1 reden, nog niet getoond
    b | · · ·
    c | · · ·
    = 1 van 3 compleet. De waarden zijn te zien als alles er is.
    ");
    assert_eq!(table.judge.scores(table.sheet.scope()), []);
    assert_eq!(
        table.stroke("a", 0, Stroke::Turn).as_deref(),
        Some("De waarden zijn uit het zicht. Typ wat het wordt.")
    );
    assert_eq!(table.judge.open(table.sheet.scope()), ["Bij 2 van 3 ontbreekt nog een waarde."]);
    table.type_at("b", "333");
    table.type_at("c", "3 3 3");
    assert_snapshot!(table.board(), @"
    a | 7 8 - | gem. 7,5 ~ plek 2: te vroeg
    b | 3 3 3 | gem. 3,0
    c | 3 3 3 | gem. 3,0
    = Bovenaan: a (7,5).
    ");
}

#[test]
fn hidden_until_reveal_waits_for_the_facilitator_and_private_for_nobody() {
    let mut table = Table::new("per: Seat, hidden: UntilReveal");
    table.type_at("a", "7 8");
    assert!(table.board().contains("a | • •") && !table.board().contains('7'));
    table.stroke("a", 0, Stroke::Reveal(1));
    assert!(table.board().contains("a | 7 8"));
    assert_eq!(table.stroke("a", 0, Stroke::Reveal(1)).as_deref(), Some("Hier is niets verborgen."));
    table.judge.hidden = terms_hidden("Private");
    assert!(table.board().contains("a | • •"));
    assert_eq!(
        table.stroke("a", 0, Stroke::Reveal(1)).as_deref(),
        Some("Dit blijft van wie het gaf en wordt nergens getoond.")
    );
    assert_eq!(table.judge.scores(table.sheet.scope()), []);
}

fn terms_hidden(name: &str) -> crate::form::terms::Hidden {
    ron::from_str(name).expect("the word is known")
}

#[test]
fn anonymous_values_stand_in_the_order_of_the_scale_without_names() {
    let mut table = Table::new("per: Seat, hidden: Anonymous, derive: [Mean, Extremes]");
    table.type_at("a", "9 1 5: om het geld");
    assert_snapshot!(table.board(), @"
    a | 1 5 9 | verdeeld 5,0 ~ 3 waarden, van 1 tot 9 ~ om het geld
    b | · · ·
    c | · · ·
    = Verdeeld over 1 van 1: a
    = Bovenaan: a (5,0).
    ");
    assert_eq!(
        table.stroke("a", 0, Stroke::Turn).as_deref(),
        Some("Hier staat niet wie wat gaf. Typ de hele rij opnieuw.")
    );
    table.type_at("b", "4");
    table.type_at("b", "3");
    assert!(table.board().contains("b | 3 4 ·"), "{}", table.board());
    let columns = table.judge.board(table.sheet.scope(), None).expect("there is one").columns;
    assert!(columns.iter().all(|column| column.label.is_empty() && column.short.is_empty()));
}

#[test]
fn reasons_wait_until_the_round_is_shown() {
    let mut table = Table::new("per: Seat, hidden: Reasons, reasons: true");
    table.type_at("a", "7 8: omdat");
    assert!(table.board().contains("• 1 reden, nog niet getoond") && table.board().contains("7 8"));
    assert_eq!(table.judge.open(table.sheet.scope()), ["Bij 1 waarde ontbreekt nog de reden."]);
    table.stroke("a", 0, Stroke::Reveal(1));
    assert!(table.board().contains("plek 2: omdat"));
}

#[test]
fn a_field_shows_where_each_item_stands() {
    let mut table = Table::new(
        r#"scale: Axes(x: (from: Some(List(["Moeite", "Effect"])), low: "weinig", high: "veel"), y: (from: Some(List(["Moeite", "Effect"])), nth: 2, low: "klein", high: "groot"))"#,
    );
    table.type_at("a", "3 4");
    table.type_at("b", "34");
    table.stroke("c", 0, Stroke::Turn);
    table.stroke("c", 0, Stroke::Turn);
    table.stroke("c", 1, Stroke::Turn);
    assert_eq!(table.type_at("c", "3").as_deref(), Some("Hier horen twee cijfers bij elkaar: eerst →, dan ↑."));
    let board = table.judge.board(table.sheet.scope(), None).expect("there is one");
    assert_eq!(board.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>(), ["Moeite", "Effect"]);
    assert_snapshot!(table.board(), @"
    1 a | 3 4
    2 b | 3 4
    3 c | 4 4
    %         Effect
    % groot │ ·    ·    ·    ·    ·
    %       │ ·    ·    1 2  3    ·
    %       │ ·    ·    ·    ·    ·
    %       │ ·    ·    ·    ·    ·
    % klein │ ·    ·    ·    ·    ·
    %       └─────────────────────────
    %         weinig              veel
    %                           Moeite
    ");
}

#[test]
fn rings_with_sectors_and_criteria_of_the_table() {
    let mut table =
        Table::new(r#"scale: Rings(rings: ["invloed", "betrokken", "buiten"], sectors: ["wonen", "zorg"])"#);
    table.type_at("a", "2b");
    table.type_at("b", "1");
    assert_eq!(table.type_at("c", "2c").as_deref(), Some("“2c” ligt buiten de schaal van 1a tot 3b."));
    assert_snapshot!(table.board(), @"
    a | betrokken, zorg
    b | invloed
    c | ·
    = 1 invloed, 1 betrokken, 0 buiten
    ");
    let mut table = Table::new(r#"criteria: [(id: "nut", label: "Nut"), (id: "geld", label: "Geld")], reasons: true"#);
    table.type_at("a", "7 9: te duur");
    table.type_at("b", "66");
    assert_snapshot!(table.board(), @"
    a | 7 9 | gem. 8,0 ~ Geld: te duur
    b | 6 6 | gem. 6,0
    c | · ·
    = Bovenaan: a (8,0).
    ");
    assert_eq!(table.type_at("a", "7 9 3").as_deref(), Some("Hier passen 2 waarden; er staan er 3."));
}

#[test]
fn yes_and_no_are_counted_and_a_note_is_no_value() {
    let mut table = Table::new("per: Seat, scale: YesNo, threshold: Some(0.6)");
    table.type_at("a", "j n j -");
    table.type_at("b", "yynn");
    table.type_at("c", ": hier ging het lang over");
    assert_snapshot!(table.board(), @"
    a | j n j - | verdeeld, gehaald 2 van 3 ja
    b | j j n n | verdeeld 2 van 4 ja
    c | · · · · ~ hier ging het lang over
    = Verdeeld over 2 van 2: a, b
    = 1 van 2 haalt 0,6.
    = Bovenaan: a (67 %).
    ");
    let fill = table.fill("c", 0, Stroke::Typed(":"));
    table.apply(fill);
    assert!(!table.board().contains("lang over"));
}

#[test]
fn more_values_than_chairs_give_more_chairs_up_to_an_end() {
    let mut table = Table::new("per: Seat");
    let row = vec!["5"; MOST_CHAIRS].join(" ");
    table.type_at("a", &row);
    assert_eq!(table.judge.given(table.sheet.scope(), None, 0).columns.len(), MOST_CHAIRS);
    assert_eq!(table.type_at("a", &format!("{row} 5")).as_deref(), Some("Hier passen 99 waarden; er staan er 100."));
}

#[test]
fn what_was_judged_of_a_deleted_item_comes_back_with_it() {
    let mut table = Table::new("per: Seat");
    table.type_at("a", "7 8");
    let gone = |table: &mut Table, gone| {
        let touch = table.sheet.records.touch(&"a".into(), crate::record::Part::Gone(gone)).expect("it is there");
        table.apply(Fill::of(vec![touch], Then::Stay));
    };
    gone(&mut table, true);
    assert!(!table.board().contains("7 8"));
    gone(&mut table, false);
    assert!(table.board().contains("a | 7 8"));
}

/// Two tables, of which a form sees both.
struct Two<'a>(Vec<&'a Records>);

impl Room for Two<'_> {
    fn block(&self, _: &crate::record::BlockId) -> Option<&crate::form::Form> {
        None
    }
    fn tables(&self) -> Vec<&Records> {
        self.0.clone()
    }
}

#[test]
fn the_outcome_of_all_tables_is_one() {
    let mut one = Table::new("per: Seat, pool: true");
    let mut other = Table::new("per: Seat, pool: true");
    one.type_at("a", "9 9");
    other.type_at("a", "1 1");
    other.type_at("b", "8 8");
    let room = Two(vec![&one.sheet.records, &other.sheet.records]);
    let scope = Scope { room: &room, ..one.sheet.scope() };
    assert_snapshot!(told_board(&one.judge.board(scope, None).expect("there is one")), @"
    a | 9 9 | verdeeld 5,0 ~ 4 waarden, van 1 (andere tafel) tot 9 (plek 1, plek 2)
    b | · · | gem. 8,0
    c | · ·
    = Geteld over 2 tafels samen.
    = Verdeeld over 1 van 2: a
    = Bovenaan: b (8,0).
    ");
    assert_eq!(one.judge.scores(scope).len(), 2);
}

#[test]
fn each_case_and_each_addressee_has_values_of_its_own() {
    let mut table = Table::new("only: Addressee, scale: YesNo");
    let column = crate::record::ColumnId::new("aan");
    for (text, key) in [("vraag", "party:gemeente"), ("ander", "party:welzijn")] {
        table.sheet.say("stem", text, |entry| {
            entry.columns.insert(column.clone(), crate::record::Value::Voice(Voice::Party("welzijn".into())));
            entry.columns.insert(Case::column(), crate::record::Value::Text(key.into()));
        });
    }
    table.judge.from = vec![Source::Category("b".into(), "stem".into())];
    let case = Case { key: "party:gemeente".into(), ..Case::default() };
    let item = Item::Entry("vraag".into());
    let spot = Spot { item: Some(&item), column: 0 };
    let fill = table.judge.fill(table.sheet.scope(), Some(&case), spot, Stroke::Typed("ja: graag"));
    table.apply(fill);
    let told = |case: Option<&Case>| told_board(&table.judge.board(table.sheet.scope(), case).expect("there is one"));
    assert_snapshot!(told(Some(&case)), @"
    [Welzijn] vraag | ja ~ graag
    = Alleen de partij aan wie het gericht is, geeft antwoord.
    = Welzijn: 1 ja, 0 nee
    ");
    assert!(told(None).contains("vraag | ·") && told(None).contains("ander | ·"));
}
