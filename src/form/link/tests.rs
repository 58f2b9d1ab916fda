//! Links typed, seen from both ends, and taken away.

use super::*;
use crate::form::samples::{Sheet, faults, told_board};
use crate::record::{EntryId, Records};
use insta::assert_snapshot;
use proptest::prelude::*;

fn link(ron: &str) -> Link {
    ron::from_str(ron).expect("the block can be read")
}

const PARTIES: &str = r#"from: [List(["Gemeente", "Welzijn", "Woningcorporatie", "Bewoners"])]"#;
const KINDS: &str = r#"kinds: [(id: "h", label: "helpt"), (id: "b", label: "botst", letter: "x")]"#;

fn network(more: &str) -> Link {
    link(&format!(r#"(id: "k", {PARTIES}, {more})"#))
}

/// A table at which these lines were typed from the top, and what was said to each.
fn typed(form: &Link, sheet: &mut Sheet, lines: &[&str]) -> String {
    let mut row = 0;
    let told: Vec<String> = lines.iter().map(|line| sheet.stroke(form, &mut row, Stroke::Typed(line))).collect();
    told.join("\n")
}

fn shown(form: &Link, sheet: &Sheet) -> String {
    told_board(&form.board(sheet.scope(), None).expect("there is a board"))
}

#[test]
fn a_network_of_parties_is_typed_row_by_row() {
    let form = network(&format!("{KINDS}, strength: Some(3), least: Some(2)"));
    let mut sheet = Sheet::new();
    assert_snapshot!(typed(&form, &mut sheet, &["2h2 3x", "3", "1H3"]), @r"
    1 Gemeente → 2 Welzijn (helpt, 2); 1 Gemeente → 3 Woningcorporatie (botst, 1)
    2 Welzijn → 3 Woningcorporatie (helpt, 1)
    3 Woningcorporatie → 1 Gemeente (helpt, 3)
    ");
    assert_snapshot!(shown(&form, &sheet), @r"
    1 Gemeente |  ~ → 2 Welzijn (helpt, 2) ~ → 3 Woningcorporatie (botst, 1) ~ ← 3 Woningcorporatie (helpt, 3)
    2 Welzijn |  ~ → 3 Woningcorporatie (helpt, 1) ~ ← 1 Gemeente (helpt, 2)
    3 Woningcorporatie |  ~ → 1 Gemeente (helpt, 3) ~ ← 1 Gemeente (botst, 1) ~ ← 2 Welzijn (helpt, 1)
    4 Bewoners |  | staat los
    = 4 verbanden: helpt 3, botst 1
    = Meeste verbanden: 1 Gemeente, 3 Woningcorporatie (3)
    = Staat los: 4 Bewoners
    % Van de regel naar het nummer erboven:
    %                     1   2   3   4
    % 1 Gemeente          \   h2  x1  ·
    % 2 Welzijn           ·   \   h1  ·
    % 3 Woningcorporatie  h3  ·   \   ·
    % 4 Bewoners          ·   ·   ·   \
    ");
    assert_eq!(form.open(sheet.scope()), ["Bij 1 punt zijn er nog geen 2 verbanden."]);
    assert_eq!(form.scores(sheet.scope()).iter().map(|(_, score)| *score).collect::<Vec<_>>(), [6.0, 3.0, 5.0, 0.0]);
}

#[test]
fn a_link_both_ways_is_one_link_from_whichever_end_it_was_typed() {
    let form = network("both_ways: true, rules: [Links(1), NoSelf]");
    let mut sheet = Sheet::new();
    assert_snapshot!(typed(&form, &mut sheet, &["2 3", "1", "3"]), @r"
    1 Gemeente ↔ 2 Welzijn; 1 Gemeente ↔ 3 Woningcorporatie
    ! Dat verband is er al.
    2 Welzijn ↔ 3 Woningcorporatie
    ");
    assert_eq!(form.net(sheet.scope(), None).ties.len(), 3);
    assert_snapshot!(shown(&form, &sheet), @r"
    1 Gemeente |  ~ ↔ 2 Welzijn ~ ↔ 3 Woningcorporatie
    2 Welzijn |  ~ ↔ 1 Gemeente ~ ↔ 3 Woningcorporatie
    3 Woningcorporatie |  ~ ↔ 1 Gemeente ~ ↔ 2 Welzijn
    4 Bewoners |  | staat los
    = 3 verbanden
    = Staat los: 4 Bewoners
    % Wie met wie:
    %                     1  2  3  4
    % 1 Gemeente          \
    % 2 Welzijn           ●  \
    % 3 Woningcorporatie  ●  ●  \
    % 4 Bewoners          ·  ·  ·  \
    ");
    // taken away at the other end, and tied with itself
    assert_eq!(typed(&form, &mut sheet, &["-3", "1"]), "Weg: 1 Gemeente – 3 Woningcorporatie\n1 Gemeente ↔ 1 Gemeente");
    assert_eq!(
        form.open(sheet.scope()),
        ["Bij 1 punt ontbreekt nog een verband.", "1 punt is met zichzelf verbonden."]
    );
    assert_eq!(Link { optional: true, ..form }.open(sheet.scope()), Vec::<String>::new());
}

#[test]
fn solutions_are_linked_with_threats_from_either_side() {
    let form = link(r#"(id: "k", from: [Category("b", "uit")], to: [Category("b", "min")], least: Some(1))"#);
    let mut sheet = Sheet::new();
    for (place, text) in
        [("uit", "Bellen"), ("uit", "Fonds"), ("min", "Geen geld"), ("min", "Verloop"), ("min", "Regels")]
    {
        sheet.say(place, text, |_| {});
    }
    assert_snapshot!(typed(&form, &mut sheet, &["2", "verl", "3", "1"]), @r"
    ! 2 Fonds staat aan dezelfde kant; kies een nummer van de andere kant.
    1 Bellen → 4 Verloop
    2 Fonds → 3 Geen geld
    1 Bellen → 3 Geen geld
    ");
    assert_snapshot!(shown(&form, &sheet), @r"
    [Van] 1 Bellen |  ~ → 3 Geen geld ~ → 4 Verloop
    2 Fonds |  ~ → 3 Geen geld
    [Naar] 3 Geen geld |  ~ ← 1 Bellen ~ ← 2 Fonds
    4 Verloop |  ~ ← 1 Bellen
    5 Regels |  | staat los
    = 3 verbanden
    = Meeste verbanden: 1 Bellen, 3 Geen geld (2)
    = Staat los: 5 Regels
    % Van de regel naar het nummer erboven:
    %           3  4  5
    % 1 Bellen  ●  ●  ·
    % 2 Fonds   ●  ·  ·
    ");
    assert_eq!(form.open(sheet.scope()), ["Bij 1 punt ontbreekt nog een verband."]);
    let unlinked = Source::Unlinked("b".into()).things(sheet.scope());
    assert_eq!(unlinked.iter().map(|thing| thing.label.as_str()).collect::<Vec<_>>(), ["Regels"]);
}

#[test]
fn links_are_taken_away_one_by_one_or_all_at_once() {
    let form = network(KINDS);
    let mut sheet = Sheet::new();
    typed(&form, &mut sheet, &["2h 2x 3 4"]);
    assert_snapshot!(typed(&form, &mut sheet, &["-2x", "-2x", "-", "-"]), @r"
    Weg: 1 Gemeente – 2 Welzijn
    ! Er is geen verband met 2 Welzijn.
    1 Gemeente: 3 verbanden weggehaald.
    ! Er is hier nog geen verband.
    ");
    typed(&form, &mut sheet, &["2 3"]);
    let mut row = 1;
    // seen from the other end it goes too; Backspace takes what goes out from the row
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Typed("-1")), "Weg: 1 Gemeente – 2 Welzijn");
    row = 0;
    assert_eq!(sheet.stroke(&form, &mut row, Stroke::Clear), "1 Gemeente: 1 verband weggehaald.");
    assert_eq!(form.net(sheet.scope(), None).ties, []);
}

#[test]
fn what_means_nothing_is_said_and_alters_nothing() {
    let form = network(&format!("{KINDS}, strength: Some(3)"));
    let mut sheet = Sheet::new();
    let lines = ["9", "0", "3q", "2h4", "2h0", "2 9", "zz", "w", "woning x3", "-bew"];
    assert_snapshot!(typed(&form, &mut sheet, &lines), @r"
    ! Er is geen nummer 9.
    ! Er is geen nummer 0.
    ! Er is geen soort q; wel h, x.
    ! Hoe sterk is een getal van 1 tot en met 3.
    ! Hoe sterk is een getal van 1 tot en met 3.
    ! Er is geen nummer 9.
    ! Niets begint met “zz”. Typ een nummer.
    ! Welke bedoel je? 2 Welzijn, 3 Woningcorporatie
    1 Gemeente → 3 Woningcorporatie (botst, 3)
    ! Er is geen verband met 4 Bewoners.
    ");
    let plain = network("");
    assert_snapshot!(typed(&plain, &mut sheet, &["2*2", "2h"]), @r"
    ! Hier wordt niet gevraagd hoe sterk het verband is.
    ! Er is één soort verband; een letter hoeft niet.
    ");
    let nothing = plain.fill(sheet.scope(), None, Spot { item: None, column: 0 }, Stroke::Typed("2"));
    assert!(nothing.touches.is_empty() && nothing.told.is_some());
}

#[test]
fn a_link_stays_when_an_end_is_put_together_with_another_or_goes_for_a_while() {
    let form = link(r#"(id: "k", from: [Block("b")], both_ways: true)"#);
    let mut sheet = Sheet::new();
    for text in ["c", "b", "a"] {
        sheet.say("x", text, |_| {});
    }
    typed(&form, &mut sheet, &["2"]);
    let together = sheet.records.put_together(&EntryId::new("b"), &EntryId::new("a"));
    sheet.alter(together);
    assert_snapshot!(shown(&form, &sheet), @r"
    1 c |  ~ ↔ 2 a / b
    2 a / b |  ~ ↔ 1 c
    = 1 verband
    % Wie met wie:
    %          1  2
    % 1 c      \
    % 2 a / b  ●  \
    ");
    assert_eq!(typed(&form, &mut sheet, &["-2"]), "Weg: 1 c – 2 a / b");
    assert_eq!(form.net(sheet.scope(), None).ties, []);
}

#[test]
fn kinds_without_a_letter_get_one_that_is_free() {
    let form = network(
        r#"kinds: [(id: "a", label: "helpt"), (id: "b", label: "hindert"), (id: "c", label: "é", letter: "h")]"#,
    );
    let letters: Vec<String> = form.all_kinds().into_iter().map(|kind| kind.letter).collect();
    assert_eq!(letters, ["e", "i", "h"]);
}

#[test]
fn a_large_network_has_no_picture() {
    let mut sheet = Sheet::new();
    for nth in 0..2_000 {
        sheet.say("x", &format!("punt {nth}"), |_| {});
    }
    let form = link(r#"(id: "k", from: [Block("b")])"#);
    let line: String = (2..600).map(|nth| format!("{nth} ")).collect();
    typed(&form, &mut sheet, &[&line]);
    let board = form.board(sheet.scope(), None).expect("there is a board");
    assert_eq!((board.rows.len(), board.picture.len(), board.rows[0].notes.len()), (2_000, 0, 598));
}

#[test]
fn what_an_author_can_get_wrong() {
    assert_eq!(faults(&network(KINDS)), "");
    let wrong = r#"(id: "k", to: [List([])], strength: Some(99), kinds: [(id: "a", label: "A", letter: "ab"), (id: "a", label: "B", letter: "h"),
        (id: "c", label: " ", letter: "H"), (id: "d", label: "D", letter: "3")])"#;
    assert_snapshot!(faults(&link(wrong)), @r"
    from no-source name=from
    to[0] empty-list
    kinds[1].id id-twice id=a
    kinds[2].label empty
    kinds[0].letter link-letter letter=ab
    kinds[2].letter link-letter-twice letter=H
    kinds[3].letter link-letter letter=3
    strength link-strength strength=99
    ");
    assert_eq!(faults(&network("strength: Some(0)")), "strength link-strength strength=0");
    let sources = link(r#"(id: "k", from: [Parties], to: [Seats])"#);
    assert_eq!(sources.sources().into_iter().map(|(at, _)| at).collect::<Vec<_>>(), ["from[0]", "to[0]"]);
}

proptest! {
    #[test]
    fn any_line_alters_something_that_can_be_taken_back_or_says_why_not(
        lines in prop::collection::vec("(-?[0-5][hx*]?[0-4]? ?){1,3}|-|[gw][a-z]|.{0,6}", 1..10),
        both_ways: bool,
        strength in prop::option::of(0_u32..99),
    ) {
        let form = Link { both_ways, strength, ..network(KINDS) };
        let mut sheet = Sheet::new();
        for (nth, line) in lines.iter().enumerate() {
            let before = said(&sheet.records);
            let board = form.board(sheet.scope(), None).expect("there is a board");
            let spot = Spot { item: Some(&board.rows[nth % 4].item), column: 0 };
            let fill = form.fill(sheet.scope(), None, spot, Stroke::Typed(line));
            prop_assert!(fill.told.is_some());
            if fill.touches.is_empty() {
                continue;
            }
            let change = sheet.alter(fill.touches);
            let mut undone = sheet.clone();
            let back = undone.records.undo(&change);
            prop_assert_eq!(back.len(), change.touches.len());
            undone.alter(back);
            prop_assert_eq!(said(&undone.records), before);
        }
    }
}

/// What is linked, without when.
fn said(records: &Records) -> Vec<String> {
    let standing = records.judgements().iter().filter_map(|(key, judgement)| Some((key, judgement.verdict.as_ref()?)));
    standing.map(|(key, verdict)| format!("{key:?} {verdict:?}")).collect()
}

#[test]
fn what_stays_out_of_the_report_is_told_by_no_row_link_or_picture_of_it() {
    let form = link(r#"(id: "k", from: [Block("b")])"#);
    let mut sheet = Sheet::new();
    sheet.say("x", "Buurtbus", |_| {});
    sheet.say("x", "Geheim plan", |entry| entry.flags.extend([crate::record::Flag::Confidential]));
    sheet.say("x", "Eettafel", |_| {});
    typed(&form, &mut sheet, &["2 3", "3"]);
    assert!(shown(&form, &sheet).contains("Geheim plan"), "at the table it is seen");
    let scope = crate::form::Scope { public: true, ..sheet.scope() };
    let told = told_board(&form.board(scope, None).expect("there is a board"));
    assert!(told.contains("Buurtbus") && told.contains("Eettafel") && !told.contains("Geheim"), "{told}");
    let report = format!("{:?}", crate::form::report(scope, &crate::form::Form::Link(form), 3));
    assert!(report.contains("Eettafel") && !report.contains("Geheim"), "{report}");
}
