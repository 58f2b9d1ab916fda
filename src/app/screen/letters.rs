//! Large letters: lines of text as dots, as large as a room allows.
//!
//! The letters are those of font8x8 (public domain): eight dots high, two dots thick, so that on quarters of a cell a
//! letter is four rows high and about three columns wide. Here each letter takes only the width it needs. Not for
//! numbers on the clock (that is `digits`), nor for text that has no such letters: that is set in the terminal's own.

use super::dots::Dots;
use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts as _};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// How many dots high a letter is, with what hangs below the line.
const HIGH: usize = 8;
/// How many dots a space is wide, besides the gaps at both its sides.
const SPACE: usize = 2;
/// Between two letters.
const GAP: usize = 1;

/// A sign that the set of letters lacks.
const EURO: [u8; HIGH] = [0x3c, 0x66, 0x1f, 0x06, 0x1f, 0x66, 0x3c, 0x00];

/// A letter as dots, without what is empty at its left and right; nothing if there is no such letter.
fn letter(sign: char) -> Option<Dots> {
    if matches!(sign, ' ' | '\u{a0}' | '\u{202f}') {
        return Some(Dots::new(SPACE, HIGH));
    }
    let rows = match sign {
        '€' => EURO,
        sign => BASIC_FONTS.get(sign).or_else(|| LATIN_FONTS.get(sign))?,
    };
    let all = rows.iter().fold(0, |all, row| all | row);
    if all == 0 {
        return None; // a sign for which the set has a place and no picture
    }
    let (first, last) = (all.trailing_zeros() as usize, 7 - all.leading_zeros() as usize);
    let mut dots = Dots::new(last + 1 - first, HIGH);
    for (y, row) in rows.iter().enumerate() {
        (first..=last).filter(|x| row >> x & 1 == 1).for_each(|x| dots.put(x - first, y));
    }
    Some(dots)
}

/// Text in signs that there are letters for: composed, with plain quotes and dashes.
fn plain(text: &str) -> String {
    let simple = |sign: char| -> Cow<'static, str> {
        match sign {
            '’' | '‘' | '‚' | '′' => "'".into(),
            '“' | '”' | '„' | '″' => "\"".into(),
            '–' | '—' | '−' | '‑' => "-".into(),
            '…' => "...".into(),
            '•' | '·' => "-".into(),
            sign => sign.to_string().into(),
        }
    };
    text.nfc().map(simple).collect()
}

/// A word as letters; nothing if one of them is missing.
fn word(text: &str) -> Option<Vec<Dots>> {
    text.chars().map(letter).collect()
}

fn width(letters: &[Dots]) -> usize {
    letters.iter().map(|letter| letter.wide() + GAP).sum::<usize>().saturating_sub(GAP)
}

/// Words laid in lines no wider than `most` dots, as few lines as that takes and these as even as can be; nothing if one
/// word is wider.
fn lines(words: &[Vec<Dots>], most: usize) -> Option<Vec<Vec<&[Dots]>>> {
    let lay = |most: usize| {
        let mut lines: Vec<Vec<&[Dots]>> = Vec::new();
        let mut used = 0;
        for word in words {
            let wide = width(word);
            if wide > most {
                return None;
            }
            let with = used + SPACE + 2 * GAP + wide;
            match lines.last_mut().filter(|_| with <= most) {
                Some(line) => {
                    line.push(word);
                    used = with;
                }
                None => {
                    lines.push(vec![word]);
                    used = wide;
                }
            }
        }
        Some(lines)
    };
    let fewest = lay(most)?.len();
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = (low + high) / 2;
        if lay(middle).is_some_and(|lines| lines.len() == fewest) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    lay(high)
}

/// Text in letters as large as go into so many columns and rows, each line in the middle; nothing if even the smallest do
/// not, or a letter is missing. `plain_signs` is for terminals that have no quarters of a cell: then letters are of whole
/// cells only.
pub fn set(text: &str, columns: u16, rows: u16, plain_signs: bool) -> Option<Dots> {
    set_at_most(text, columns, rows, plain_signs, 4)
}

/// The same, no more than so many times as large as the smallest: 1, 2 or 4.
pub fn set_at_most(text: &str, columns: u16, rows: u16, plain_signs: bool, most: usize) -> Option<Dots> {
    let text = plain(text);
    let paragraphs: Option<Vec<Vec<Vec<Dots>>>> = text
        .lines()
        .map(|line| line.split_whitespace().map(word).collect::<Option<Vec<_>>>())
        .filter(|line| line.as_ref().is_none_or(|line| !line.is_empty()))
        .collect();
    let paragraphs = paragraphs.filter(|all| !all.is_empty())?;
    let sizes: &[usize] = if plain_signs { &[4, 2] } else { &[4, 2, 1] };
    let (wide, high) = (usize::from(columns) * 2, usize::from(rows) * 2);
    for times in sizes.iter().copied().filter(|times| *times <= most) {
        let all: Option<Vec<_>> = paragraphs.iter().map(|words| lines(words, wide / times)).collect();
        let Some(all) = all else { continue };
        let all: Vec<Vec<&[Dots]>> = all.into_iter().flatten().collect();
        for gap in [3, 2, 1] {
            let tall = all.len() * (HIGH + gap) - gap;
            if tall * times <= high {
                return Some(picture(&all, gap, tall).times(times, times));
            }
        }
    }
    None
}

fn picture(lines: &[Vec<&[Dots]>], gap: usize, tall: usize) -> Dots {
    let wide =
        |line: &Vec<&[Dots]>| line.iter().map(|word| width(word) + SPACE + 2 * GAP).sum::<usize>() - (SPACE + 2 * GAP);
    let most = lines.iter().map(wide).max().unwrap_or(0);
    let mut picture = Dots::new(most, tall);
    for (nth, line) in lines.iter().enumerate() {
        let mut x = (most - wide(line)) / 2;
        for letter in line.iter().flat_map(|word| word.iter().map(Some).chain([None])) {
            match letter {
                Some(letter) => {
                    picture.lay(letter, x, nth * (HIGH + gap));
                    x += letter.wide() + GAP;
                }
                None => x += SPACE + GAP,
            }
        }
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn shown(text: &str, columns: u16, rows: u16) -> String {
        let dots = set(text, columns, rows, false).expect("it fits");
        let area = Rect::new(0, 0, dots.columns(), dots.rows());
        let mut buf = Buffer::empty(area);
        dots.paint(&mut buf, area, 0, 0, Style::new(), false);
        let row = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        format!("\n{}\n", (0..area.height).map(row).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn dutch_words_stand_in_large_letters() {
        insta::assert_snapshot!(shown("Één idee: geïnd voor € 12,50?", 78, 9), @"

         ▝▀  ▀▘     ▝▘  ▜▌       ▗▖         ▀ ▀     ▝█
        ▜▛▀▗▛▜▖█▀▙  ▜▌ ▄▟▌▗▛▜▖▟▀▙▝▘ ▗▛▚▛▗▛▜▖▝█ ▐▛▜▖▗▄█
        ▐▛▘▐▛▀▘█ █  ▐▌▐▌▐▌▐▛▀▘█▀▀▗▖ ▝▙▟▌▐▛▀▘ █ ▐▌▐▌█ █
        ▀▀▀ ▀▀ ▀ ▀  ▀▀ ▀▘▀ ▀▀ ▝▀▘▝▘ ▗▄▟▘ ▀▀ ▝▀▘▝▘▝▘▝▀▝▘

                           ▟▀▙  ▗█ ▗▛▜▖  █▀▀▗▛▀▙▗▛▜▖
          ▐▌▐▌▟▀▙▗▛▜▖▜▟▜▖ ▝█▀    █  ▗▟▘  ▀▀▙▐▌▟█  ▟▘
          ▝▙▟▘█ █▐▌▐▌▐▌▝▘ ▝█▀▄   █ ▗▛▗▖▗▖▄ █▐█▘█ ▝▘
           ▝▘ ▝▀▘ ▀▀ ▀▀    ▝▀▘  ▀▀▀▝▀▀▘▟▘▝▀▘ ▀▀▘ ▝▘
        ");
    }

    #[test]
    fn what_cannot_be_set_is_said_and_never_cut() {
        assert_eq!(set("漢字", 80, 24, false), None, "there are no such letters");
        assert_eq!(set("Verantwoordelijkheidsgebieden", 40, 24, false), None, "a word is not broken");
        assert_eq!(set("", 80, 24, false), None);
        assert_eq!(set("Ja", 80, 3, false), None);
        assert_eq!(set("Ja", 0, 0, false), None);
    }

    #[test]
    fn the_larger_the_room_the_larger_the_letters_and_they_stay_within_it() {
        let text = "Wat maakt dat samenwerken hier lukt? En wat staat in de weg?";
        for (columns, rows) in [(78, 15), (108, 20), (198, 44), (400, 100)] {
            let dots = set(text, columns, rows, false).expect("it fits");
            assert!(dots.columns() <= columns && dots.rows() <= rows, "{columns}x{rows}");
        }
        let high = |columns, rows| set("Waarom nu?", columns, rows, false).map(|dots| dots.rows());
        assert_eq!([high(40, 9), high(80, 9), high(200, 30)], [Some(4), Some(8), Some(16)]);
    }
}
