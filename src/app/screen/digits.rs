//! The clock in blocks: digits of three dots by five, as large as a room allows.
//!
//! Not for text (that is `letters`). Digits are blocks of whole or half rows, so that they can be read where letters cannot.

use super::dots::Dots;

/// How many dots high a digit is.
const HIGH: usize = 5;

/// The rows of a sign, three bits each, the left one first; the colon is one wide.
fn sign(letter: char) -> Option<(usize, [u8; HIGH])> {
    Some(match letter {
        '0' => (3, [7, 5, 5, 5, 7]),
        '1' => (3, [2, 6, 2, 2, 7]),
        '2' => (3, [7, 1, 7, 4, 7]),
        '3' => (3, [7, 1, 7, 1, 7]),
        '4' => (3, [5, 5, 7, 1, 1]),
        '5' => (3, [7, 4, 7, 1, 7]),
        '6' => (3, [7, 4, 7, 5, 7]),
        '7' => (3, [7, 1, 1, 1, 1]),
        '8' => (3, [7, 5, 7, 5, 7]),
        '9' => (3, [7, 5, 7, 1, 7]),
        '+' => (3, [0, 2, 7, 2, 0]),
        ':' => (1, [0, 1, 0, 1, 0]),
        _ => return None,
    })
}

fn small(text: &str) -> Dots {
    let signs: Vec<_> = text.chars().filter_map(sign).collect();
    let wide = signs.iter().map(|(wide, _)| wide + 1).sum::<usize>().saturating_sub(1);
    let mut dots = Dots::new(wide, HIGH);
    let mut left = 0;
    for (wide, rows) in signs {
        for (y, row) in rows.into_iter().enumerate() {
            (0..wide).filter(|x| row >> (wide - 1 - x) & 1 == 1).for_each(|x| dots.put(left + x, y));
        }
        left += wide + 1;
    }
    dots
}

/// A time in blocks as large as go into so many columns and rows; nothing if even the smallest do not. A block is as high
/// as it is wide. `plain_signs` is for terminals that have no halves of a cell.
pub fn set(text: &str, columns: u16, rows: u16, plain_signs: bool) -> Option<Dots> {
    let small = small(text);
    if small.wide() == 0 {
        return None;
    }
    // a dot is half a column wide and half a row high, so twice as high as it is wide
    let most = (usize::from(columns) / small.wide()).min(usize::from(rows) * 2 / HIGH);
    let most = if plain_signs { most / 2 * 2 } else { most };
    (most > 0).then(|| small.times(most * 2, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    #[test]
    fn a_clock_stands_in_blocks_and_is_never_larger_than_its_room() {
        let dots = set("+07:42", 60, 5, false).expect("it fits");
        let area = Rect::new(0, 0, dots.columns(), dots.rows());
        let mut buf = Buffer::empty(area);
        dots.paint(&mut buf, area, 0, 0, Style::new(), false);
        let row = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        let shown = format!("\n{}\n", (0..area.height).map(row).collect::<Vec<_>>().join("\n"));
        insta::assert_snapshot!(shown, @"

                ██████  ██████      ██  ██  ██████
          ██    ██  ██      ██  ██  ██  ██      ██
        ██████  ██  ██      ██      ██████  ██████
          ██    ██  ██      ██  ██      ██  ██    
                ██████      ██          ██  ██████
        ");
        for (columns, rows) in [(17, 3), (40, 12), (80, 24), (200, 60), (33, 99)] {
            let dots = set("07:42", columns, rows, false).expect("it fits");
            assert!(dots.columns() <= columns && dots.rows() <= rows, "{columns}x{rows}");
        }
        assert_eq!(set("07:42", 16, 24, false), None);
        assert_eq!(set("07:42", 20, 24, true), None, "half a row is not plain");
        assert_eq!(set("", 80, 24, false), None);
    }
}
