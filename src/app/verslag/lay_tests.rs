//! What stands in a document stands on the rows of the preview, whatever it is and however few columns there are.

use super::*;
use crate::{
    document::samples::{HOSTILE, every_block, long_word},
    text::width,
    ui::{Depth, Look},
};

fn laid(document: &Document, columns: u16) -> (Page, Vec<String>) {
    let page = Page::of(document, columns, &Theme::new(Look::Dark, Depth::True, false));
    let rows = page.rows.iter().map(|row| row.spans.iter().map(|span| span.content.as_ref()).collect());
    let rows = rows.collect();
    (page, rows)
}

#[test]
fn no_row_is_wider_than_the_screen_and_no_word_is_lost() {
    let long = long_word();
    for words in HOSTILE.iter().copied().chain(["Korte lijnen helpen", &long]) {
        for columns in [24, 40, 76, 140] {
            let (_, rows) = laid(&every_block(words), columns);
            for row in &rows {
                let row = row.trim_end();
                assert!(width(row) <= usize::from(columns), "{columns}: {row}");
                assert!(!row.chars().any(char::is_control), "{row:?}");
            }
        }
    }
    let (_, rows) = laid(&every_block("Korte lijnen helpen"), 140);
    let all = rows.join("\n");
    assert!(all.matches("Korte lijnen helpen").count() > 30, "{all}");
}

#[test]
fn headings_are_found_back_on_their_rows_and_a_place_stays_the_same_in_another_width() {
    let document = every_block("Korte lijnen helpen");
    let (wide, rows) = laid(&document, 140);
    assert_eq!(wide.heads.iter().map(|heading| heading.level).collect::<Vec<_>>(), [1, 2, 3]);
    for heading in &wide.heads {
        assert!(rows[heading.row].contains("Korte lijnen helpen"));
    }
    let (narrow, _) = laid(&document, 24);
    for (wide, narrow) in wide.heads.iter().zip(&narrow.heads) {
        let (before, _) = laid(&document, 140);
        let (after, _) = laid(&document, 24);
        assert_eq!(after.same(&before, wide.row), narrow.row);
    }
}
