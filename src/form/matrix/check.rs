//! What an author can get wrong in a Matrix.

use super::{CellKind, CellSign, Matrix};
use crate::{
    form::{
        Fault, Source, source,
        terms::{Per, Rule, check_ids},
    },
    text,
};

/// A sign may be no wider than this: a matrix of many columns has no room for more.
const WIDEST: usize = 2;

pub(super) fn check(matrix: &Matrix) -> Vec<Fault> {
    let mut faults = source::check("rows", &matrix.rows, true);
    faults.extend(source::check("columns", &matrix.columns, true));
    match &matrix.cell {
        CellKind::Signs(list) => faults.extend(signs(list)),
        CellKind::Numbers { from, to } if from > to => {
            let fault = Fault::new("cell.from", "matrix-from-to").naming("from", from.to_string());
            faults.push(fault.naming("to", to.to_string()));
        }
        CellKind::Numbers { .. } | CellKind::Text => {}
    }
    faults.extend(matrix.rules.iter().enumerate().filter_map(|(at, rule)| rule_fault(matrix, at, rule)));
    if matrix.blocked && !alike(&matrix.rows, &matrix.columns) {
        faults.push(Fault::new("blocked", "matrix-blocked"));
    }
    if matrix.per == Per::Seat {
        faults.push(Fault::new("per", "matrix-per-seat"));
    }
    faults
}

/// Whether rows and columns can be the same thing.
fn alike(rows: &[Source], columns: &[Source]) -> bool {
    let listed = |source: &Source| match source {
        Source::List(list) => Some(list.clone()),
        Source::Block(_)
        | Source::Category(..)
        | Source::Starred(_)
        | Source::Top(..)
        | Source::Contested(_)
        | Source::Unlinked(_)
        | Source::Groups(_)
        | Source::Open(_)
        | Source::Parties
        | Source::Seats
        | Source::AllTables(_) => None,
    };
    let meet = |row: &Source, column: &Source| match (listed(row), listed(column)) {
        (Some(row), Some(column)) => row.iter().any(|text| column.contains(text)),
        (None, None) => row == column || row.block().is_some() && row.block() == column.block(),
        (Some(_), None) | (None, Some(_)) => false,
    };
    rows.iter().any(|row| columns.iter().any(|column| meet(row, column)))
}

fn signs(list: &[CellSign]) -> Vec<Fault> {
    let mut faults = check_ids("cell", list.iter().map(|sign| (sign.id.as_str(), sign.label.as_str())));
    if list.is_empty() {
        faults.push(Fault::new("cell", "matrix-no-signs"));
    }
    for (at, sign) in list.iter().enumerate() {
        let earlier = &list[..at];
        let (glyph, letter) = (format!("cell[{at}].glyph"), format!("cell[{at}].letter"));
        if sign.glyph.trim().is_empty() {
            faults.push(Fault::new(glyph, "empty"));
        } else if text::width(&sign.glyph) > WIDEST {
            faults.push(Fault::new(glyph, "matrix-glyph-wide").naming("glyph", &sign.glyph));
        } else if earlier.iter().any(|other| other.glyph == sign.glyph) {
            faults.push(Fault::new(glyph, "matrix-glyph-twice").naming("glyph", &sign.glyph));
        }
        let small = sign.letter.to_lowercase();
        if sign.letter.trim().is_empty() {
            faults.push(Fault::new(letter, "empty"));
        } else if sign.letter.chars().count() > 1 || sign.letter == ":" || sign.letter == "|" {
            faults.push(Fault::new(letter, "matrix-letter").naming("letter", &sign.letter));
        } else if earlier.iter().any(|other| other.letter.to_lowercase() == small || other.glyph == sign.letter) {
            faults.push(Fault::new(letter, "matrix-letter-twice").naming("letter", &sign.letter));
        }
    }
    faults
}

fn rule_fault(matrix: &Matrix, at: usize, rule: &Rule) -> Option<Fault> {
    let field = format!("rules[{at}]");
    let id = match rule {
        Rule::OnePerRow(id) | Rule::SomePerRow(id) | Rule::MostPerRow(id, _) | Rule::SomePerColumn(id) => id,
        Rule::AllFilled | Rule::NoSelf => return None,
        Rule::Links(_) | Rule::Exactly(_) => return Some(Fault::new(field, "matrix-rule")),
    };
    let signs = super::derive::signs(matrix);
    let known = || match signs {
        [] => "–".to_owned(),
        signs => signs.iter().map(|sign| sign.id.as_str()).collect::<Vec<_>>().join(", "),
    };
    let unknown = !signs.iter().any(|sign| sign.id == *id);
    unknown.then(|| Fault::new(field, "matrix-rule-sign").naming("id", id).naming("known", known()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::samples::faults;
    use insta::assert_snapshot;

    fn told(ron: &str) -> String {
        let matrix: Matrix = ron::from_str(ron).expect("the block can be read");
        faults(&matrix)
    }

    #[test]
    fn a_sound_block_has_no_faults() {
        assert_eq!(
            told(
                r#"(id: "x", rows: [Block("taken")], columns: [Parties], per: Party, cell: Signs([
                    (id: "trekt", glyph: "●", letter: "t", label: "trekt", means: Lead), (id: "niet", glyph: "?", letter: "?", label: "weten we niet")]),
                    rules: [OnePerRow("trekt"), AllFilled])"#
            ),
            ""
        );
        assert_eq!(
            told(r#"(id: "x", rows: [Parties], columns: [Parties], blocked: true, cell: Numbers(from: 1, to: 1))"#),
            ""
        );
    }

    #[test]
    fn rows_and_columns_come_from_somewhere() {
        assert_snapshot!(told(r#"(id: "x", columns: [List([" "])], blocked: true, per: Seat)"#), @r"
        rows no-source name=rows
        columns[0] empty-list
        blocked matrix-blocked
        per matrix-per-seat
        ");
    }

    #[test]
    fn signs_can_be_told_apart_and_typed() {
        let signs = r#"(id: "x", rows: [Parties], columns: [Parties], cell: Signs([
            (id: "a", glyph: "", letter: "", label: ""), (id: "b", glyph: "●", letter: "tr", label: "B"), (id: "b", glyph: "●", letter: "t", label: "C"),
            (id: "d", glyph: "漢字", letter: "T", label: "D"), (id: "e", glyph: "○", letter: ":", label: "E")]))"#;
        assert_snapshot!(told(signs), @r"
        cell[0].label empty
        cell[2].id id-twice id=b
        cell[0].glyph empty
        cell[0].letter empty
        cell[1].letter matrix-letter letter=tr
        cell[2].glyph matrix-glyph-twice glyph=●
        cell[3].glyph matrix-glyph-wide glyph=漢字
        cell[3].letter matrix-letter-twice letter=T
        cell[4].letter matrix-letter letter=:
        ");
        assert_eq!(told(r#"(id: "x", rows: [Parties], columns: [Parties], cell: Signs([]))"#), "cell matrix-no-signs");
    }

    #[test]
    fn rules_name_a_sign_and_numbers_go_up() {
        let rules = r#"(id: "x", rows: [Parties], columns: [Parties], cell: Numbers(from: 5, to: 1), rules: [OnePerRow("trekt"), Links(2), NoSelf])"#;
        assert_snapshot!(told(rules), @r"
        cell.from matrix-from-to from=5 to=1
        rules[0] matrix-rule-sign id=trekt known=–
        rules[1] matrix-rule
        ");
    }
}
