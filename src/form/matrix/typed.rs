//! What a typed line means for a row: a mark for each column, words, or a note. Pure; nothing of the table is known here.

use super::{CellKind, CellSign};
use crate::words::{Lang, numbers::parse_number};
use unicode_segmentation::UnicodeSegmentation;

/// What is typed for a cell that is left as it is, unless a sign is typed with it.
pub(super) const KEEP: &str = ".";
/// What is typed for a cell that is made empty, unless a sign is typed with it.
pub(super) const EMPTY: &str = "-";
/// What makes a note of any line.
pub(super) const NOTE: char = ':';

/// What a line says of one cell.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Mark {
    /// Leave it as it is.
    Keep,
    /// Nothing stands in it.
    Empty,
    /// The sign with this place in the list.
    Sign(usize),
    /// This number.
    Number(i64),
    /// These words.
    Words(String),
}

/// What a line means.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Typed {
    /// A mark for each column, from the first.
    Row(Vec<Mark>),
    /// A mark for the cell with the cursor.
    Cell(Mark),
    /// The note of the row; empty to take it away.
    Note(String),
    /// A number that cannot stand in a cell, as it was typed.
    Outside(String),
}

/// Reads a line. `columns` is how many cells of the row can be filled in.
pub(super) fn read(cell: &CellKind, columns: usize, line: &str, lang: Lang) -> Typed {
    let line = line.trim();
    if let Some(note) = line.strip_prefix(NOTE) {
        return Typed::Note(note.trim().to_owned());
    }
    let marks = match cell {
        CellKind::Signs(list) => signs(list, line),
        CellKind::Numbers { from, to } => match numbers(*from, *to, columns, line, lang) {
            Ok(marks) => marks,
            Err(outside) => return Typed::Outside(outside),
        },
        CellKind::Text => Some(words(line)),
    };
    let several = matches!(cell, CellKind::Text) && line.contains('|');
    match marks {
        None => Typed::Note(line.to_owned()),
        Some(mut marks) => match marks.pop() {
            None => Typed::Note(line.to_owned()),
            Some(only) if marks.is_empty() && !several => Typed::Cell(only),
            Some(last) => {
                marks.push(last);
                Typed::Row(marks)
            }
        },
    }
}

/// A line of signs, by their letters or themselves, close together or apart; nothing if anything else is in it.
fn signs(list: &[CellSign], line: &str) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for word in line.split_whitespace() {
        match sign(list, word) {
            Some(mark) => marks.push(mark),
            None => marks.extend(joined(list, word)?),
        }
    }
    Some(marks)
}

fn joined(list: &[CellSign], word: &str) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        // a sign may be of more than one character: the longest that fits
        let ends = rest.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).take(4);
        let ends: Vec<usize> = ends.collect();
        let (mark, end) = ends.iter().rev().find_map(|end| Some((sign(list, &rest[..*end])?, *end)))?;
        marks.push(mark);
        rest = &rest[end..];
    }
    Some(marks)
}

/// The mark that a word is. A sign comes first, so that an author may give `-` or `.` a meaning.
fn sign(list: &[CellSign], word: &str) -> Option<Mark> {
    let typed = |sign: &CellSign, word: &str| !word.is_empty() && (sign.letter == word || sign.glyph == word);
    let exact = list.iter().position(|sign| typed(sign, word));
    let folded = || {
        let small = word.to_lowercase();
        list.iter().position(|sign| !small.is_empty() && sign.letter.to_lowercase() == small)
    };
    match (exact.or_else(folded), word) {
        (Some(at), _) => Some(Mark::Sign(at)),
        (None, KEEP) => Some(Mark::Keep),
        (None, EMPTY) => Some(Mark::Empty),
        (None, _) => None,
    }
}

/// A line of numbers; nothing if anything else is in it, and as an error the first that cannot stand in a cell.
fn numbers(from: i64, to: i64, columns: usize, line: &str, lang: Lang) -> Result<Option<Vec<Mark>>, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let short = |number: i64| (0..=9).contains(&number);
    if let [word] = words[..]
        && short(from)
        && short(to)
        && word.len() > 1
        && word.len() <= columns
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
    {
        // where no number has two digits, digits close together are a number each
        let each: Vec<String> = word.chars().map(String::from).collect();
        return marks(from, to, each.iter().map(String::as_str), lang);
    }
    marks(from, to, words.into_iter(), lang)
}

fn marks<'a>(
    from: i64,
    to: i64,
    words: impl Iterator<Item = &'a str>,
    lang: Lang,
) -> Result<Option<Vec<Mark>>, String> {
    let mut marks = Vec::new();
    let mut outside = None;
    for word in words {
        match (word, parse_number(word, lang)) {
            (KEEP, _) => marks.push(Mark::Keep),
            (EMPTY, _) => marks.push(Mark::Empty),
            (_, None) => return Ok(None),
            (_, Some(number)) => match whole(number).filter(|number| (from..=to).contains(number)) {
                Some(number) => marks.push(Mark::Number(number)),
                None => outside = outside.or_else(|| Some(word.to_owned())),
            },
        }
    }
    match outside {
        Some(word) => Err(word),
        None => Ok(Some(marks)),
    }
}

/// A number without decimals that every machine writes alike.
pub(super) fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
}

/// Words, for each column behind a bar.
fn words(line: &str) -> Vec<Mark> {
    let mark = |words: &str| match words.trim() {
        "" | KEEP => Mark::Keep,
        EMPTY => Mark::Empty,
        words => Mark::Words(words.to_owned()),
    };
    line.split('|').map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn roles() -> CellKind {
        let sign = |letter: &str, glyph: &str| CellSign {
            id: letter.into(),
            glyph: glyph.into(),
            letter: letter.into(),
            label: letter.into(),
            ..CellSign::default()
        };
        CellKind::Signs(vec![sign("t", "●"), sign("m", "◐"), sign("?", "?")])
    }

    fn told(cell: &CellKind, line: &str) -> String {
        let mark = |mark: &Mark| match mark {
            Mark::Keep => ".".to_owned(),
            Mark::Empty => "-".to_owned(),
            Mark::Sign(at) => at.to_string(),
            Mark::Number(number) => format!("={number}"),
            Mark::Words(words) => format!("‘{words}’"),
        };
        match read(cell, 4, line, Lang::Nl) {
            Typed::Row(marks) => format!("row {}", marks.iter().map(mark).collect::<Vec<_>>().join(" ")),
            Typed::Cell(only) => format!("cell {}", mark(&only)),
            Typed::Note(note) => format!("note ‘{note}’"),
            Typed::Outside(word) => format!("outside {word}"),
        }
    }

    #[test]
    fn a_line_is_signs_only_if_every_word_or_character_is_one() {
        let cases = [
            ("t m - ?", "row 0 1 - 2"),
            ("tm-?", "row 0 1 - 2"),
            ("T. M", "row 0 . 1"),
            ("●◐?", "row 0 1 2"),
            ("tmtmtm", "row 0 1 0 1 0 1"),
            ("t", "cell 0"),
            (".", "cell ."),
            ("te", "note ‘te’"),
            ("t m x", "note ‘t m x’"),
            (": t m", "note ‘t m’"),
            (":", "note ‘’"),
            ("Iedereen dacht dat een ander dit deed", "note ‘Iedereen dacht dat een ander dit deed’"),
        ];
        for (line, meaning) in cases {
            assert_eq!(told(&roles(), line), meaning, "{line}");
        }
    }

    #[test]
    fn a_sign_of_the_author_comes_before_our_own() {
        let list = vec![CellSign { id: "geen".into(), glyph: "·".into(), letter: "-".into(), ..CellSign::default() }];
        assert_eq!(told(&CellKind::Signs(list), "-."), "row 0 .");
    }

    #[test]
    fn numbers_fill_the_row_and_one_alone_the_cell() {
        let (small, large) = (CellKind::Numbers { from: 0, to: 5 }, CellKind::Numbers { from: -10, to: 100 });
        let cases = [
            (&small, "1 2 . -", "row =1 =2 . -"),
            (&small, "12.4", "row =1 =2 . =4"),
            (&small, "5", "cell =5"),
            (&small, "1 7 3", "outside 7"),
            (&small, "2,5", "outside 2,5"),
            (&small, "3 mensen bellen", "note ‘3 mensen bellen’"),
            (&large, "12", "cell =12"),
            (&large, "-3 100", "row =-3 =100"),
            (&large, "101", "outside 101"),
            (&CellKind::Numbers { from: 5, to: 1 }, "3", "outside 3"),
        ];
        for (cell, line, meaning) in cases {
            assert_eq!(told(cell, line), meaning, "{line}");
        }
    }

    #[test]
    fn words_fill_the_cell_and_behind_bars_the_row() {
        let cases = [
            ("Warmte in de buurt", "cell ‘Warmte in de buurt’"),
            ("rust | . | - | geld", "row ‘rust’ . - ‘geld’"),
            ("rust |", "row ‘rust’ ."),
            ("-", "cell -"),
            (": eerst navragen", "note ‘eerst navragen’"),
        ];
        for (line, meaning) in cases {
            assert_eq!(told(&CellKind::Text, line), meaning, "{line}");
        }
    }

    proptest! {
        #[test]
        fn no_line_makes_it_panic(line in r"([tmTM?.:|0-9 ,+-]|[éé漢●◐👩\u{200d}\t]|\PC){0,24}", columns in 0usize..70, from in any::<i64>(), to in any::<i64>()) {
            for cell in [roles(), CellKind::Signs(Vec::new()), CellKind::Text, CellKind::Numbers { from, to }] {
                let _ = read(&cell, columns, &line, Lang::Nl);
            }
        }

        #[test]
        fn marks_written_out_are_read_back(marks in prop::collection::vec(0usize..5, 2..14), apart in any::<bool>()) {
            let written: Vec<&str> = marks.iter().map(|at| ["t", "m", "?", ".", "-"][*at]).collect();
            let line = written.join(if apart { " " } else { "" });
            let wanted = marks.iter().map(|at| match at {
                3 => Mark::Keep,
                4 => Mark::Empty,
                at => Mark::Sign(*at),
            });
            prop_assert_eq!(read(&roles(), 14, &line, Lang::Nl), Typed::Row(wanted.collect()));
        }

        #[test]
        fn numbers_written_out_are_read_back(numbers in prop::collection::vec(-50i64..=50, 2..14)) {
            let line = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
            let wanted = numbers.into_iter().map(Mark::Number).collect();
            prop_assert_eq!(read(&CellKind::Numbers { from: -50, to: 50 }, 14, &line, Lang::Nl), Typed::Row(wanted));
        }
    }
}
