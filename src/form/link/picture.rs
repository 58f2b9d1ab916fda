//! A small network as a drawing in characters: a row and a column for each item, and where they meet what links them.
//!
//! Arrows between boxes cross as soon as there are four of them; a table of signs stays readable, is the same at every
//! width, and shows at a glance which rows and columns are empty. Links that go both ways need only the half below the
//! diagonal.

use super::{Link, board::plain, net::Net};
use crate::{
    form::Scope,
    text::{fit, width},
};

/// The most rows and columns that are drawn.
const MOST: usize = 12;
/// The widest that it becomes, as far as shorter words and narrower columns help: a board in a window of 80 columns.
const WIDE: usize = 52;
/// The least that is left for the words of a row.
const LEAST: usize = 12;

/// The lines of the drawing; none of a network that is empty or large.
pub(super) fn picture(link: &Link, scope: Scope<'_>, net: &Net) -> Vec<String> {
    let columns: Vec<usize> = (0..net.items.len()).filter(|nth| net.ends[*nth]).collect();
    if net.ties.is_empty() || !(1..=MOST).contains(&net.starts) || !(1..=MOST).contains(&columns.len()) {
        return Vec::new();
    }
    let half = link.both_ways && net.among;
    let cells: Vec<Vec<String>> = (0..net.starts)
        .map(|row| {
            let shown = columns.iter().filter(|column| !half || **column <= row);
            shown.map(|column| cell(link, net, row, *column)).collect()
        })
        .collect();
    let number = |nth: &usize| (nth + 1).to_string();
    let widest = cells.iter().flatten().map(|cell| width(cell)).chain(columns.iter().map(|nth| number(nth).len()));
    let widest = widest.max().unwrap_or(1);
    let digits = number(&net.starts.saturating_sub(1)).len();
    let longest = net.items[..net.starts].iter().map(|thing| width(&thing.label)).max().unwrap_or(0);
    let left = WIDE.saturating_sub(digits + 3);
    let room = if left >= LEAST + (widest + 2) * columns.len() { widest + 2 } else { widest + 1 };
    let label = longest.min(left.saturating_sub(room * columns.len()).max(LEAST));
    let key = if half || link.both_ways { "form-link-picture-both" } else { "form-link-picture" };
    let mut lines = vec![scope.words.say(key)];
    let heads: String = columns.iter().map(|nth| padded(&number(nth), room)).collect();
    lines.push(format!("{}{}", " ".repeat(digits + 1 + label + 2), heads).trim_end().to_owned());
    for (nth, row) in cells.iter().enumerate() {
        let name = padded(&fit(&net.items[nth].label, label), label);
        let signs: String = row.iter().map(|sign| padded(sign, room)).collect();
        lines.push(format!("{:>digits$} {name}  {signs}", nth + 1).trim_end().to_owned());
    }
    lines
}

/// What links two items: the letters of the kinds, with their strength where that is asked.
fn cell(link: &Link, net: &Net, row: usize, column: usize) -> String {
    let same = |from: usize, to: usize| (from, to) == (row, column) || link.both_ways && (from, to) == (column, row);
    let own = net.ties.iter().filter(|tie| same(tie.from, tie.to));
    let sign = |tie: &super::net::Tie| {
        let letter = if net.kinds.len() > 1 { net.kinds[tie.kind].letter.as_str() } else { "" };
        match link.strength {
            Some(_) => format!("{letter}{}", plain(tie.strength)),
            None if letter.is_empty() => "●".to_owned(),
            None => letter.to_owned(),
        }
    };
    let signs: String = own.map(sign).collect();
    match signs.is_empty() {
        true if row == column && net.among => "\\".to_owned(),
        true => "·".to_owned(),
        false => signs,
    }
}

fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
}
