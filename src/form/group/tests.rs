//! Groups made, named, merged and undone.

use super::*;
use crate::{
    form::{
        Each, Room,
        board::Then,
        listing,
        samples::{Sheet, faults, told_board},
    },
    record::{Assessor, BlockId, EntryId, FactKey, JudgementKey, Records, Verdict},
};
use insta::assert_snapshot;
use proptest::prelude::*;

fn group(ron: &str) -> Group {
    ron::from_str(ron).expect("the block can be read")
}

fn plain() -> Group {
    group(r#"(id: "g", from: [Block("b")])"#)
}

/// A table with wishes, on which these lines were typed from the top, and what was said to each.
fn typed(form: &Group, lines: &[&str]) -> (Sheet, Vec<String>) {
    let mut sheet = Sheet::new();
    for wish in ["Bankjes", "Fietspad", "Koffie", "Bus", "Zitplek"] {
        sheet.say("wens", wish, |_| {});
    }
    let mut row = 0;
    let told = lines.iter().map(|line| sheet.stroke(form, &mut row, Stroke::Typed(line))).collect();
    (sheet, told)
}

fn shown(form: &Group, sheet: &Sheet) -> String {
    told_board(&form.board(sheet.scope(), None).expect("there is a board"))
}

#[test]
fn one_works_from_the_top_and_types_names_and_numbers() {
    let form = plain();
    let (sheet, told) = typed(&form, &["Buurt", "Vervoer", "búúrt", "2"]);
    assert_snapshot!(told.join("\n"), @r"
    Nieuwe groep 1 Buurt, met “Bankjes”.
    Nieuwe groep 2 Vervoer, met “Fietspad”.
    “Koffie” staat nu in 1 Buurt.
    “Bus” staat nu in 2 Vervoer.
    ");
    assert_snapshot!(shown(&form, &sheet), @r"
    [Nog niet ingedeeld (1)] 5 Zitplek | ·
    [1 Buurt (2)] 1 Bankjes | 1
    3 Koffie | 1
    [2 Vervoer (2)] 2 Fietspad | 2
    4 Bus | 2
    = 1 Buurt (2), 2 Vervoer (2)
    ");
    assert_eq!(form.open(sheet.scope()), ["Nog 1 niet ingedeeld."]);
    assert_eq!(Group { optional: true, ..form }.open(sheet.scope()), Vec::<String>::new());
}

#[test]
fn rows_go_together_groups_are_named_and_put_together() {
    let form = plain();
    let (sheet, told) = typed(
        &form,
        &["1 5 > Buurt", "2-4 > Vervoer", "3 > 1", "Koffie", "3 > 1", "1 = Onze buurt", "2 = onze BUURT", "2+1"],
    );
    assert_snapshot!(told.join("\n"), @r"
    Nieuwe groep 1 Buurt, met 2 regels.
    Nieuwe groep 2 Vervoer, met 3 regels.
    “Koffie” staat nu in 1 Buurt.
    Nieuwe groep 3 Koffie, met “Fietspad”.
    3 Koffie hoort nu bij 1 Buurt.
    1 Buurt heet nu Onze buurt.
    ! Er is al een groep 1 Onze buurt. Samenvoegen: 2 > 1.
    2 Vervoer hoort nu bij 1 Onze buurt.
    ");
    assert_snapshot!(shown(&form, &sheet), @r"
    [1 Onze buurt (5)] 1 Bankjes | 1
    2 Fietspad | 1
    3 Koffie | 1
    4 Bus | 1
    5 Zitplek | 1
    = 1 Onze buurt (5)
    ");
}

#[test]
fn a_number_stays_that_of_its_group_when_others_go() {
    let form = plain();
    let (sheet, _) = typed(&form, &["Een", "Twee", "Drie", "1 > 2", "Vier"]);
    let (groups, highest) = form.made(sheet.scope(), &|_| true);
    let told: Vec<String> = groups.iter().map(now::Made::told).collect();
    assert_eq!((told, highest), (vec!["2 Twee".to_owned(), "3 Drie".to_owned(), "4 Vier".to_owned()], 4));
}

#[test]
fn what_was_chosen_with_space_moves_at_once() {
    let form = plain();
    let (mut sheet, _) = typed(&form, &[]);
    let mut row = 0;
    sheet.stroke(&form, &mut row, Stroke::Turn);
    row = 4;
    sheet.stroke(&form, &mut row, Stroke::Turn);
    assert_snapshot!(shown(&form, &sheet), @r"
    [Nog niet ingedeeld (5)] 1 Bankjes | ✓
    2 Fietspad | ·
    3 Koffie | ·
    4 Bus | ·
    5 Zitplek | ✓
    = 2 regels zijn gekozen: typ een nummer of een naam.
    ");
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Typed("Zitten")), "Nieuwe groep 1 Zitten, met 2 regels.");
    assert_eq!(form.now(sheet.scope(), None).marked, [false; 5]);
    // Backspace takes out of the group, and there the cursor is
    row = 3;
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Clear), "“Bankjes” staat in geen groep meer.");
    assert_eq!(row, 0);
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Clear), "! ");
}

#[test]
fn what_fits_nowhere_is_an_outlier_where_that_may_be() {
    let form = plain();
    let (_, told) = typed(&form, &["-", "o"]);
    assert_eq!(
        told,
        ["! Hier hoort alles in een groep; er is geen plek voor buitenbeentjes.", "Nieuwe groep 1 o, met “Bankjes”."]
    );
    let form = Group { outliers: true, ..form };
    let (sheet, _) = typed(&form, &["Buurt", "-", "o", "0"]);
    assert_snapshot!(shown(&form, &sheet), @r"
    [Nog niet ingedeeld (2)] 4 Bus | ·
    5 Zitplek | ·
    [1 Buurt (1)] 1 Bankjes | 1
    [Buitenbeentjes (2)] 2 Fietspad | -
    3 Koffie | -
    = 1 Buurt (1), Buitenbeentjes (2)
    ");
    assert_eq!(form.open(sheet.scope()), Vec::<String>::new());
}

#[test]
fn a_double_is_put_together_with_another_row_and_what_was_judged_of_it_stays() {
    let form = plain();
    let (mut sheet, _) = typed(&form, &["Zitten"]);
    let key = JudgementKey {
        block: "stem".into(),
        item: Item::Entry("Zitplek".into()),
        assessor: Assessor::Chair(1),
        criterion: None,
        pass: 0,
    };
    let sticker = sheet.records.touch_verdict(key.clone(), Some(Verdict::Tokens(2)));
    sheet.alter(sticker.into_iter().collect());
    let mut row = 3;
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Typed("= 1")), "“Zitplek” is samengevoegd met 1.");
    assert_snapshot!(shown(&form, &sheet), @r"
    [Nog niet ingedeeld (3)] 2 Fietspad | ·
    3 Koffie | ·
    4 Bus | ·
    [1 Zitten (1)] 1 Bankjes / Zitplek | 1
    = 1 Zitten (1)
    ");
    let key = JudgementKey { item: Item::Entry("Bankjes".into()), ..key };
    assert_eq!(sheet.records.verdict(&key), Some(&Verdict::Tokens(2)));
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Typed("= 9")), "! Er is geen regel 9.");
    let list = group(r#"(id: "g", from: [List(["a", "b"])])"#);
    let told = typed(&list, &["= 2"]).1;
    assert_eq!(told, ["! Alleen twee verschillende punten van deze tafel zijn samen te voegen."]);
}

#[test]
fn what_means_nothing_is_said_and_alters_nothing() {
    let form = plain();
    let (sheet, told) = typed(&form, &["7", "Buurt", "0", "1 > 1", "1+8", "9 9 > 1", "4 5", "3 ="]);
    assert_snapshot!(told.join("\n"), @r"
    ! Er is geen groep 7. Typ een naam om een groep te maken.
    Nieuwe groep 1 Buurt, met “Bankjes”.
    ! Dat is al zo.
    ! Een groep is niet met zichzelf samen te voegen.
    ! Er is geen groep 8. Typ een naam om een groep te maken.
    ! Er is geen regel 9.
    ! Typ een nummer, een naam, “5 7 > 2”, “2 = nieuwe naam” of “= 14” voor een dubbele.
    ! Typ een nummer, een naam, “5 7 > 2”, “2 = nieuwe naam” of “= 14” voor een dubbele.
    ");
    let nothing = form.fill(Sheet::new().scope(), None, Spot { item: None, column: 0 }, Stroke::Typed("Buurt"));
    assert_eq!((nothing.touches.len(), nothing.then), (0, Then::Stay));
    drop(sheet);
}

#[test]
fn ready_groups_can_be_renamed_and_go() {
    let form = group(
        r#"(id: "g", from: [Block("b")], most: Some(1), rules: [Exactly(2)], groups: [(id: "n", label: "Nu"), (id: "l", label: "Later")])"#,
    );
    let (sheet, _) = typed(&form, &["1", "1 = Dit jaar", "later"]);
    assert_snapshot!(shown(&form, &sheet), @r"
    [Nog niet ingedeeld (3)] 3 Koffie | ·
    4 Bus | ·
    5 Zitplek | ·
    [1 Dit jaar (1)] 1 Bankjes | 1
    [2 Later (1)] 2 Fietspad | 2
    = 1 Dit jaar (1), 2 Later (1)
    ");
    let open = ["Nog 3 niet ingedeeld.", "Er zijn 2 groepen; gevraagd is hoogstens 1."];
    assert_eq!(form.open(sheet.scope()), open);
    let (sheet, _) = typed(&form, &["1", "1 > 2", "Nooit"]);
    assert_eq!(form.board(sheet.scope(), None).map(|board| board.legend.len()), Some(2));
    assert_eq!(form.group_label(sheet.scope(), &"l".into()).as_deref(), Some("Later"));
    assert_eq!(form.group_label(sheet.scope(), &"n".into()), None);
}

/// A room with one block in it, that groups.
struct Hall(Form, Option<Form>);

impl Room for Hall {
    fn block(&self, id: &BlockId) -> Option<&Form> {
        [Some(&self.0), self.1.as_ref()].into_iter().flatten().find(|form| form.lens().frame().id == id)
    }
    fn tables(&self) -> Vec<&Records> {
        Vec::new()
    }
}

#[test]
fn the_groups_are_items_that_keep_what_was_judged_of_them() {
    let form = plain();
    let (mut sheet, _) = typed(&form, &["Buurt", "Vervoer", "1"]);
    let hall = Hall(Form::Group(form.clone()), None);
    let scope = |sheet: &Sheet| {
        let things = Source::Groups("g".into()).things(Scope { room: &hall, ..sheet.scope() });
        things.into_iter().map(|thing| format!("{} {}", case::name(&thing.item), thing.label)).collect::<Vec<_>>()
    };
    assert_eq!(scope(&sheet), ["g/01-buurt Buurt", "g/02-vervoer Vervoer"]);
    assert_eq!(form.scores(sheet.scope()).iter().map(|(_, size)| *size).collect::<Vec<_>>(), [2.0, 1.0]);
    let judged = |group: &str| JudgementKey {
        block: "stem".into(),
        item: Item::Group("g".into(), group.into()),
        assessor: Assessor::Chair(1),
        criterion: None,
        pass: 0,
    };
    let touch = sheet.records.touch_verdict(judged("01-buurt"), Some(Verdict::Tokens(3)));
    sheet.alter(touch.into_iter().collect());
    let mut row = 0;
    sheet.stroke(&form, &mut row, Stroke::Typed("1 = Wijk"));
    assert_eq!(scope(&sheet), ["g/01-buurt Wijk", "g/02-vervoer Vervoer"]);
    sheet.stroke(&form, &mut row, Stroke::Typed("1 > 2"));
    assert_eq!(scope(&sheet), ["g/02-vervoer Vervoer"]);
    assert_eq!(sheet.records.verdict(&judged("02-vervoer")), Some(&Verdict::Tokens(3)));
}

#[test]
fn a_mean_stands_beside_each_group() {
    // the sizes of the groups of another block stand in for marks
    let other = group(r#"(id: "o", from: [Block("b")])"#);
    let form = group(r#"(id: "g", from: [Groups("o")], mean: Some("o"))"#);
    let (mut sheet, _) = typed(&other, &["Buurt", "Vervoer", "1", "1", "2"]);
    let hall = Hall(Form::Group(other), None);
    for (item, label) in [("01-buurt", "Eerst"), ("02-vervoer", "Eerst")] {
        let scope = Scope { room: &hall, ..sheet.scope() };
        let spot = Item::Group("o".into(), item.into());
        let fill = form.fill(scope, None, Spot { item: Some(&spot), column: 0 }, Stroke::Typed(label));
        sheet.alter(fill.touches);
    }
    let board = form.board(Scope { room: &hall, ..sheet.scope() }, None).expect("there is a board");
    assert_snapshot!(told_board(&board), @r"
    [1 Eerst (2 · gemiddeld 2,5)] 1 Buurt | 1 | 3,0
    2 Vervoer | 1 | 2,0
    = 1 Eerst (2 · gemiddeld 2,5)
    ");
}

#[test]
fn each_case_has_groups_of_its_own() {
    let form = Group { each: Some(Each::List(vec!["Jong".into(), "Oud".into()])), ..plain() };
    let (mut sheet, _) = typed(&form, &[]);
    let cases = case::cases(sheet.scope(), &Form::Group(form.clone())).expect("it is repeated");
    for (case, name) in cases.iter().zip(["Sport", "Rust"]) {
        let item = Item::Entry("Bus".into());
        let fill = form.fill(sheet.scope(), Some(case), Spot { item: Some(&item), column: 0 }, Stroke::Typed(name));
        sheet.alter(fill.touches);
    }
    let legend = |case: &Case| {
        let board = form.board(sheet.scope(), Some(case)).expect("there is a board");
        board.legend.iter().map(|sign| format!("{} {}", sign.glyph, sign.label)).collect::<Vec<_>>()
    };
    assert_eq!((legend(&cases[0]), legend(&cases[1])), (vec!["1 Sport".into()], vec!["1 Rust".into()]));
    assert_eq!(form.open(sheet.scope()), ["Jong: Nog 4 niet ingedeeld.", "Oud: Nog 4 niet ingedeeld."]);
    assert_eq!(form.picked(sheet.scope(), &Source::Groups("g".into())).len(), 2);
}

#[test]
fn an_entry_that_went_is_not_shown_and_is_back_in_its_group_when_it_comes_back() {
    let form = plain();
    let (mut sheet, _) = typed(&form, &["Buurt"]);
    let gone = sheet.records.touch(&EntryId::new("Bankjes"), crate::record::Part::Gone(true));
    let change = sheet.alter(gone.into_iter().collect());
    assert_eq!(form.now(sheet.scope(), None).of, [In::Open; 4]);
    let back = sheet.records.undo(&change);
    sheet.alter(back);
    assert_eq!(form.now(sheet.scope(), None).of[0], In::Group(0));
}

#[test]
fn what_an_author_can_get_wrong() {
    assert_eq!(faults(&plain()), "");
    let wrong = r#"(id: "g", groups: [(id: "a", label: "Nu"), (id: "a", label: "nú"), (id: "-", label: " ")], most: Some(1), mean: Some("g"))"#;
    assert_snapshot!(faults(&group(wrong)), @r"
    from no-source name=from
    groups[1].id id-twice id=a
    groups[2].label empty
    groups[1].label group-twice label=nú
    groups[2].id group-outliers-id
    most group-ready-above-most count=3 most=1
    mean group-mean-itself
    ");
    assert_eq!(
        faults(&group(r#"(id: "g", from: [List([])], most: Some(0))"#)),
        "from[0] empty-list\nmost group-most-zero"
    );
    assert_eq!(plain().sources().into_iter().map(|(at, _)| at).collect::<Vec<_>>(), ["from[0]"]);
}

#[test]
fn two_thousand_entries_stand_on_one_board() {
    let mut sheet = Sheet::new();
    for nth in 0..2_000 {
        sheet.say("wens", &format!("wens {nth}"), |_| {});
    }
    let form = plain();
    let mut row = 0;
    sheet.stroke(&form, &mut row, Stroke::Typed("1-500 > Een"));
    sheet.stroke(&form, &mut row, Stroke::Typed("501-1000 > Twee"));
    let board = form.board(sheet.scope(), None).expect("there is a board");
    assert_eq!(board.rows.len(), 2_000);
    assert!(listing::rows(sheet.scope(), &form.places(sheet.scope())).len() < 2_100);
}

proptest! {
    #[test]
    fn any_line_alters_something_that_can_be_taken_back_or_says_why_not(
        lines in prop::collection::vec("[0-9]{0,2}[ >=+,o-]{0,2}([0-9]|[a-c]{1,2})?|.{0,6}", 1..12),
        start in 0_usize..6,
        outliers: bool,
    ) {
        let form = Group { outliers, ..plain() };
        let (mut sheet, _) = typed(&form, &["Buurt", "Vervoer"]);
        let mut row = start;
        for line in &lines {
            let before = sheet.records.clone();
            let board = form.board(sheet.scope(), None).expect("there is a board");
            let item = board.rows.get(row.min(board.rows.len() - 1)).map(|row| row.item.clone());
            let spot = Spot { item: item.as_ref(), column: 0 };
            let fill = form.fill(sheet.scope(), None, spot, Stroke::Typed(line));
            if fill.touches.is_empty() {
                prop_assert!(fill.told.is_some() && fill.then == Then::Stay);
                continue;
            }
            let change = sheet.alter(fill.touches);
            let back = sheet.records.undo(&change);
            prop_assert_eq!(back.len(), change.touches.len());
            let mut undone = sheet.clone();
            undone.alter(back);
            prop_assert!(said(&undone.records) == said(&before), "{:?}", line);
            row = (row + 1) % 5;
        }
        // nothing is lost, whatever was typed
        prop_assert_eq!(sheet.records.all().len(), 5);
    }
}

/// What stands, without when it was said.
fn said(records: &Records) -> String {
    let entries = records.all().into_iter().map(|entry| format!("{} {} {}", entry.id, entry.text, entry.gone));
    let judged = records
        .judgements()
        .iter()
        .filter_map(|(key, judgement)| judgement.verdict.as_ref().map(|verdict| format!("{key:?} {verdict:?}")));
    let facts =
        records.facts().iter().filter_map(|(key, fact)| fact.value.as_ref().map(|fact| format!("{key:?} {fact:?}")));
    entries.chain(judged).chain(facts).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_name_of_another_block_is_not_a_group_here() {
    let mut sheet = Sheet::new();
    sheet.fact(&FactKey::Category("ander".into(), "01-x".into()), "Elders");
    sheet.fact(&FactKey::Category("g".into(), "01-x".into()), "Hier");
    sheet.fact(&FactKey::Category("g".into(), "01-y".into()), "Ook hier");
    sheet.fact(&FactKey::Category("g".into(), "vreemd".into()), "Zonder nummer");
    let told: Vec<String> = plain().made(sheet.scope(), &|_| true).0.iter().map(now::Made::told).collect();
    assert_eq!(told, ["1 Hier", "2 Ook hier", "3 Zonder nummer"]);
}
