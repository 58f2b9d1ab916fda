//! How wide the columns of a table are beside one another: as its author says, else as its words need.
//!
//! Parts of a whole, so that every format with pages divides its own width. Called by the writers of Word and PDF.

use crate::{document::Table, text};

/// What a column needs at least and is given at most when its words decide, in letters.
const LEAST: usize = 6;
const MOST: usize = 44;

/// The part of the width for each column; together 1. Nothing for a table without columns.
pub(super) fn parts(table: &Table) -> Vec<f32> {
    let count = table.head.len();
    let told = |nth: usize| table.widths.get(nth).map_or(0.0, |part| f32::from(*part));
    let mut needs: Vec<f32> = if (0..count).any(|nth| told(nth) > 0.0) {
        (0..count).map(|nth| told(nth).max(1.0)).collect()
    } else {
        let mut longest: Vec<usize> = table.head.iter().map(|head| text::width(head)).collect();
        for row in &table.rows {
            for (longest, cell) in longest.iter_mut().zip(row) {
                *longest = (*longest).max(cell.iter().map(|run| text::width(&run.text) + 1).sum());
            }
        }
        longest.into_iter().map(|letters| letters.clamp(LEAST, MOST) as f32).collect()
    };
    let whole: f32 = needs.iter().sum();
    needs.iter_mut().for_each(|need| *need /= whole);
    needs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Run;

    #[test]
    fn columns_are_as_wide_as_asked_or_as_needed() {
        let mut table = Table::new(
            vec!["a".into(), "b".into()],
            vec![vec![vec![Run::plain("kort")], vec![Run::plain("iets dat wat langer is")]]],
        );
        let own = parts(&table);
        assert!(own[0] < own[1] && (own[0] + own[1] - 1.0).abs() < 0.001, "{own:?}");
        table.widths = vec![3, 1];
        assert_eq!(parts(&table), [0.75, 0.25]);
        assert_eq!(parts(&Table::default()), Vec::<f32>::new());
    }
}
