//! Boards as they are drawn: what stands where at 40, 56, 78 and 140 columns.

use super::*;
use crate::{
    form::{
        board::{Board, Heading, Sign},
        terms::Remark,
    },
    record::Item,
    ui::theme::{Depth, Look as Colours},
};
use insta::assert_snapshot;
use proptest::prelude::*;

fn theme() -> Theme {
    Theme::new(Colours::Mono, Depth::Sixteen, false)
}

fn drawn(board: &Board, width: usize, spot: Option<(usize, usize)>) -> String {
    let (shown, theme) = (Shown::new(board.clone()), theme());
    let look = Look { shown: &shown, theme: &theme, width, spot };
    let rows = (0..board.rows.len()).flat_map(|at| look.row(at));
    let lines = look.head().into_iter().chain(rows).chain(look.foot("Wat zien we?"));
    let told = lines.map(|line| {
        assert!(line.width() <= width, "{line:?} is wider than {width}");
        line.spans.iter().map(|span| span.content.as_ref()).collect::<String>().trim_end().to_owned()
    });
    told.collect::<Vec<_>>().join("\n")
}

fn row(label: &str, cells: &str, remark: Option<(&str, Tone)>) -> Row {
    let text = |cell: &str| if cell == "." { String::new() } else { cell.to_owned() };
    Row {
        cells: cells.split(' ').map(|cell| Cell::new(text(cell), Tone::Blue)).collect(),
        remark: remark.map(|(text, tone)| Remark::new(text, tone)),
        ..Row::new(Item::Statement(label.into()), label)
    }
}

fn roles() -> Board {
    let columns = ["Bewonersinitiatief", "Gemeente", "Welzijn", "Woningcorporatie"];
    let sign = |glyph: &str, label: &str| Sign { glyph: glyph.into(), label: label.into(), tone: Tone::Blue };
    let mut rows = vec![
        row("Vrijwilligers scholen", "● ◐ ◐ .", None),
        row("Mantelzorgers ondersteunen", "● . ● .", Some(("overlap", Tone::Yellow))),
        row("Doorverwijzen naar zorg", "? ◐ ◐ .", Some(("gat", Tone::Red))),
        row("Woning geschikt maken", ". . ●◐! ●", Some(("2 van 4 anders", Tone::Purple))),
    ];
    rows[2].notes.push("Iedereen dacht dat een ander dit deed; bewoners bellen nu de huisarts.".into());
    Board {
        what: "Taak".into(),
        columns: Heading::all(columns.map(String::from)),
        rows,
        legend: vec![sign("●", "trekt"), sign("◐", "doet mee"), sign("-", "geen rol"), sign("?", "weten we niet")],
        below: vec![Remark::new("1 overlap", Tone::Yellow), Remark::new("1 gat", Tone::Red)],
        ..Board::default()
    }
}

#[test]
fn headings_stand_in_full_where_they_fit() {
    assert_snapshot!(drawn(&roles(), 140, Some((2, 1))), @"
      ● trekt   ◐ doet mee   - geen rol   ? weten we niet

      Taak                        Bewonersinitiatief  Gemeente  Welzijn  Woningcorporatie
      ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Vrijwilligers scholen               ●              ◐         ◐            ·
      Mantelzorgers ondersteunen          ●              ·         ●            ·                                                        overlap
    ▸ Doorverwijzen naar zorg             ?             [◐]        ◐            ·                                                            gat
        Iedereen dacht dat een ander dit deed; bewoners bellen nu de huisarts.
      Woning geschikt maken               ·              ·        ●◐!           ●                                                 2 van 4 anders

      ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      Wat zien we?
      1 overlap   1 gat
    ");
}

#[test]
fn headings_are_cut_where_they_do_not_and_the_one_with_the_cursor_stands_on_the_rule() {
    assert_snapshot!(drawn(&roles(), 78, Some((2, 0))), @"
      ● trekt   ◐ doet mee   - geen rol   ? weten we niet

      Taak                        Bewon…  Gemee…  Welzi…  Wonin…
      ── Bewonersinitiatief ──────────────────────────────────────────────────────
      Vrijwilligers scholen         ●       ◐       ◐       ·
      Mantelzorgers ondersteunen    ●       ·       ●       ·              overlap
    ▸ Doorverwijzen naar zorg      [?]      ◐       ◐       ·                  gat
        Iedereen dacht dat een ander dit deed; bewoners bellen nu de huisarts.
      Woning geschikt maken         ·       ·      ●◐!      ●       2 van 4 anders

      ────────────────────────────────────────────────────────────────────────────
      Wat zien we?
      1 overlap   1 gat
    ");
    assert_snapshot!(drawn(&roles(), 56, None), @"
    ● trekt   ◐ doet mee   - geen rol   ? weten we niet

    Taak                Bew Gem  Wel  Won
    ──────────────────────────────────────────────────────
    Vrijwilligers        ●   ◐    ◐    ·
    scholen
    Mantelzorgers        ●   ·    ●    ·           overlap
    ondersteunen
    Doorverwijzen naar   ?   ◐    ◐    ·               gat
    zorg
      Iedereen dacht dat een ander dit deed; bewoners
      bellen nu de huisarts.
    Woning geschikt      ·   ·   ●◐!   ●    2 van 4 anders
    maken

    ──────────────────────────────────────────────────────
    Wat zien we?
    1 overlap   1 gat
    ");
}

#[test]
fn on_a_narrow_sheet_headings_are_short() {
    assert_snapshot!(drawn(&roles(), 40, Some((3, 3))), @"
      ● trekt   ◐ doet mee   - geen rol
      ? weten we niet

      Taak                Bew Gem  Wel  Won
      ── Woningcorporatie ──────────────────
      Vrijwilligers        ●   ◐    ◐    ·
      scholen
      Mantelzorgers        ●   ·    ●    ·
      ondersteunen
        overlap
      Doorverwijzen naar   ?   ◐    ◐    ·
      zorg
        gat
        Iedereen dacht dat een ander dit
        deed; bewoners bellen nu de
        huisarts.
    ▸ Woning geschikt      ·   ·   ●◐!  [●]
      maken
        2 van 4 anders

      ──────────────────────────────────────
      Wat zien we?
      1 overlap   1 gat
    ");
}

#[test]
fn cells_of_words_are_read_whole() {
    let words = |label: &str, cells: &[&str]| Row {
        cells: cells.iter().map(|cell| Cell::new(*cell, Tone::Plain)).collect(),
        ..Row::new(Item::Statement(label.into()), label)
    };
    let board = Board {
        what: "Partij".into(),
        columns: Heading::all(["Belang", "Zorg"].map(String::from)),
        rows: vec![
            words("Gemeente", &["Dat mensen langer zelfstandig thuis wonen", ""]),
            words("Bewonersinitiatief", &["Rust", "Regels die elk jaar veranderen"]),
        ],
        wide: true,
        ..Board::default()
    };
    assert_snapshot!(drawn(&board, 56, Some((0, 1))), @"
      Partij              Belang           Zorg
      ──────────────────────────────────────────────────────
    ▸ Gemeente            Dat mensen      [·]
                          langer
                          zelfstandig
                          thuis wonen
      Bewonersinitiatief  Rust             Regels die elk
                                           jaar
                                           veranderen
    ");
    assert_snapshot!(drawn(&board, 40, Some((0, 0))), @"
      Partij              Belang
      ────────────────────────────────── 1 ▸
    ▸ Gemeente           [Dat mensen
                          langer
                          zelfstandig
                          thuis wonen]
      Bewonersinitiatief  Rust
    ");
}

fn many(rows: usize, columns: usize) -> Board {
    let parties = ["Bewonersinitiatief", "Bewonersraad", "Gemeente", "Welzijn", "Woningcorporatie", "Wijkverpleging"];
    let label = |nth: usize| match nth / parties.len() {
        0 => parties[nth % parties.len()].to_owned(),
        more => format!("{} {}", parties[nth % parties.len()], more + 1),
    };
    let cells = (0..columns).map(|nth| if nth % 3 == 0 { "●" } else { "." }).collect::<Vec<_>>().join(" ");
    Board {
        what: "Taak".into(),
        columns: Heading::all((0..columns).map(label)),
        rows: (0..rows).map(|nth| row(&format!("Taak {nth}"), &cells, None)).collect(),
        ..Board::default()
    }
}

#[test]
fn many_columns_are_turned_over_as_pages() {
    let board = many(1, 14);
    assert_snapshot!(drawn(&board, 56, Some((0, 1))), @"
      Taak   Bew Beo Gem Wel Won Wij  B2 Ben G2  W2 Woi Wik
      ── Bewonersraad ────────────────────────────────── 2 ▸
    ▸ Taak 0  ●  [·]  ·   ●   ·   ·   ●   ·   ·  ●   ·   ·
    ");
    assert_snapshot!(drawn(&board, 56, Some((0, 13))), @"
      Taak   Gem Wel Won Wij  B2 Ben G2  W2 Woi Wik  B3 Bee
      ── Bewonersraad 3 ──────────────────────────────── ◂ 2
    ▸ Taak 0  ·   ●   ·   ·   ●   ·   ·  ●   ·   ·   ●  [·]
    ");
    assert_snapshot!(drawn(&board, 140, Some((0, 13))), @"
      Taak     Bew    Beo    Gem    Wel    Won    Wij    B2     Ben    G2    W2     Woi    Wik    B3     Bee
      ── Bewonersraad 3 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ▸ Taak 0    ●      ·      ·      ●      ·      ·      ●      ·     ·      ●      ·      ·      ●     [·]
    ");
    assert_snapshot!(drawn(&many(0, 2), 40, None), @"
    Taak  Bewonersinitiati…  Bewonersraad
    ──────────────────────────────────────
    ");
}

#[test]
fn short_headings_differ() {
    let board = many(0, 14);
    let mut shorts: Vec<&str> = board.columns.iter().map(|column| column.short.as_str()).collect();
    assert_eq!(shorts.join(" "), "Bew Beo Gem Wel Won Wij B2 Ben G2 W2 Woi Wik B3 Bee");
    shorts.sort_unstable();
    shorts.dedup();
    assert_eq!(shorts.len(), 14);
}

#[test]
fn a_sign_of_the_author_does_not_look_like_an_empty_cell() {
    let mut board = roles();
    board.legend[2].glyph = "·".into();
    board.rows.truncate(1);
    board.below.clear();
    assert_snapshot!(drawn(&board, 56, Some((0, 3))), @"
      ● trekt   ◐ doet mee   · geen rol   ? weten we niet

      Taak                   Bewon…  Gemee…  Welzi…  Wonin…
      ── Woningcorporatie ──────────────────────────────────
    ▸ Vrijwilligers scholen    ●       ◐       ◐      [ ]
    ");
}

/// Where the first column begins on each line of a row that is drawn.
fn columns_at(board: &Board, width: usize, spot: (usize, usize)) -> Vec<usize> {
    let (shown, theme) = (Shown::new(board.clone()), theme());
    let look = Look { shown: &shown, theme: &theme, width, spot: Some(spot) };
    let row = look.row(1).remove(0);
    let text: String = row.spans.iter().map(|span| span.content.as_ref()).collect();
    text.char_indices()
        .filter(|(_, letter)| *letter == '●' || *letter == '?')
        .map(|(at, _)| wide(&text[..at]))
        .collect()
}

proptest! {
    #[test]
    fn nothing_jumps_when_the_cursor_moves_and_no_line_is_too_wide(width in 0usize..160, row in 0usize..4, column in 0usize..4) {
        let told = drawn(&roles(), width, Some((row, column)));
        prop_assert!(width == 0 || !told.is_empty());
        if width >= 56 {
            prop_assert_eq!(columns_at(&roles(), width, (row, column)), columns_at(&roles(), width, (0, 0)));
        }
    }

    #[test]
    fn a_board_of_any_size_is_drawn(rows in 0usize..4, columns in 0usize..40, width in 0usize..200, row in 0usize..4, column in 0usize..50) {
        let _ = drawn(&many(rows, columns), width, Some((row, column)));
    }
}
