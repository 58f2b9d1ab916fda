//! What a line typed on the board of links means. Pure: it knows the numbers of items and the letters of kinds only.
//!
//! ```text
//! 3       a link with item 3          -3    no link with item 3
//! 3h      of the kind with letter h   -3h   not of that kind
//! 3h2     of strength 2               -     no links
//! 3*2     of strength 2, where links are of one kind
//! 3 5h    several
//! ```

use std::fmt;

/// A link that was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tie {
    /// It goes.
    pub away: bool,
    /// The number of the item.
    pub number: usize,
    /// The letter of its kind.
    pub letter: Option<char>,
    /// How strong it is.
    pub strength: Option<u32>,
}

/// What was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Typed {
    /// These links.
    Ties(Vec<Tie>),
    /// All links of the row go.
    NoneAtAll,
    /// No numbers: the beginning of an item's words, whether the link goes.
    Words(bool, String),
}

/// What a line means.
pub(super) fn read(text: &str) -> Typed {
    let text = text.trim();
    let parts = text.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|part| !part.is_empty());
    let ties: Option<Vec<Tie>> = parts.map(tie).collect();
    if let Some(ties) = ties.filter(|ties| !ties.is_empty()) {
        return Typed::Ties(ties);
    }
    match text.strip_prefix(MINUS).map(str::trim_start) {
        Some("") => Typed::NoneAtAll,
        Some(words) => Typed::Words(true, words.to_owned()),
        None => Typed::Words(false, text.to_owned()),
    }
}

const MINUS: [char; 3] = ['-', '–', '−'];

fn tie(part: &str) -> Option<Tie> {
    let rest = part.strip_prefix(MINUS);
    let (away, part) = (rest.is_some(), rest.unwrap_or(part));
    let (number, rest) = digits(part);
    let number = whole(number)?;
    let (letter, strength) = kind(rest)?;
    Some(Tie { away, number, letter, strength })
}

/// The letter of a kind and a strength, as they stand behind a number or words: `h2`, `h`, `*2`, or nothing.
pub(super) fn kind(text: &str) -> Option<(Option<char>, Option<u32>)> {
    let mut letters = text.chars();
    let (letter, rest) = match letters.next() {
        None => return Some((None, None)),
        Some('*') => (None, text),
        Some(letter) if letter.is_ascii_digit() => return None,
        Some(letter) => (Some(letter), letters.as_str()),
    };
    let strength = match rest.strip_prefix('*') {
        None if rest.is_empty() => return Some((letter, None)),
        None => rest,
        Some(rest) => rest,
    };
    let (number, behind) = digits(strength);
    let number = whole(number).filter(|_| behind.is_empty())?;
    Some((letter, u32::try_from(number).ok()))
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

/// A whole number of at most six digits.
fn whole(text: &str) -> Option<usize> {
    (1..=6).contains(&text.len()).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.away { "-" } else { "" };
        write!(f, "{minus}{}", self.number)?;
        self.letter.iter().try_for_each(|letter| write!(f, "{letter}"))?;
        let star = if self.letter.is_none() { "*" } else { "" };
        self.strength.iter().try_for_each(|strength| write!(f, "{star}{strength}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_means_what_one_would_think() {
        let tie = |number, letter: Option<char>, strength| Tie { away: false, number, letter, strength };
        for (text, typed) in [
            ("3", Typed::Ties(vec![tie(3, None, None)])),
            ("3 5h, 7h2", Typed::Ties(vec![tie(3, None, None), tie(5, Some('h'), None), tie(7, Some('h'), Some(2))])),
            ("3*2 4h*2", Typed::Ties(vec![tie(3, None, Some(2)), tie(4, Some('h'), Some(2))])),
            ("3+ 4-", Typed::Ties(vec![tie(3, Some('+'), None), tie(4, Some('-'), None)])),
            ("-3h", Typed::Ties(vec![Tie { away: true, ..tie(3, Some('h'), None) }])),
            ("-", Typed::NoneAtAll),
            ("–", Typed::NoneAtAll),
            ("Woning", Typed::Words(false, "Woning".into())),
            ("- Woning", Typed::Words(true, "Woning".into())),
            ("24-uurs zorg", Typed::Words(false, "24-uurs zorg".into())),
            ("3D printen", Typed::Words(false, "3D printen".into())),
            ("3h2x", Typed::Words(false, "3h2x".into())),
            ("3*", Typed::Words(false, "3*".into())),
            ("", Typed::Words(false, String::new())),
        ] {
            assert_eq!(read(text), typed, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            ties in prop::collection::vec((any::<bool>(), 1..999_usize, prop::option::of("[a-zé+]"), prop::option::of(1..99_u32)), 1..5),
        ) {
            let ties: Vec<Tie> = ties
                .into_iter()
                .map(|(away, number, letter, strength)| {
                    Tie { away, number, letter: letter.and_then(|letter| letter.chars().next()), strength }
                })
                .collect();
            let text = ties.iter().map(Tie::to_string).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read(&text), Typed::Ties(ties));
        }

        #[test]
        fn any_line_means_something(text in ".*", close in "[-0-9h* ,é]{0,12}") {
            read(&text);
            read(&close);
            kind(&text);
        }
    }
}
