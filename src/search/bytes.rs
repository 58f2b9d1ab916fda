//! Whether what is looked for may stand in a file, from its bytes alone.
//!
//! A file is read only if it may hold what is wanted. So this must never miss what [`Query::is_in`] would find, and need
//! not be exact the other way: that costs a file that is read in vain.
//!
//! **Why it never misses.** A word that is met stands in the file letter by letter, but for three things. Capitals: pieces
//! are looked for without regard to them. Letters outside ASCII: runs of letters with any of those are folded as the words
//! themselves are. What is spelled otherwise: a file with escapes by number (`\u`, `\x`) or with control characters, which
//! cleaning takes out of the middle of words, is always read. A backslash before a letter (`\n`) is no letter of the word
//! behind it, so a run is tried with and without its first letter.

use super::{Query, Term};
use crate::text::{
    clean, fold,
    language::{Wanted, Word, words},
};
use aho_corasick::{
    Span,
    packed::{Config, Searcher},
};
use std::collections::HashMap;

/// The length of the pieces that are looked for first.
const PIECE: usize = 3;
/// The most pieces for which that is quicker.
const MOST_PIECES: usize = 48;

/// Looks for what is wanted in bytes.
#[derive(Debug)]
pub struct Bytes {
    terms: Vec<Asked>,
    /// Folded letters that a word must hold, or that a phrase holds, with the term they are of.
    needles: Vec<(usize, String)>,
    finder: Finder,
    typos: bool,
}

#[derive(Debug)]
enum Asked {
    Word(Box<Letters>),
    /// The longest run of letters of a phrase; nothing if it has none, and then every file is read.
    Phrase(Option<String>),
}

/// A word, and what is quickly seen of it.
#[derive(Debug)]
struct Letters {
    wanted: Wanted,
    long: usize,
    signature: u64,
}

#[derive(Debug)]
enum Finder {
    /// Pieces of needles in every mixture of capitals, and of which needles with where in them.
    Pieces(Searcher, Vec<Owners>),
    /// Every run of letters is compared: the needles are too short, or too many.
    Runs,
    /// There is none in ASCII.
    Nothing,
}

/// The needles that a piece is of, and how far into them it stands.
type Owners = Vec<(usize, usize)>;

/// What was found out about runs of letters, for one thread.
#[derive(Default, Debug)]
pub struct Known(HashMap<Vec<u8>, u64>);

/// The most runs that are remembered.
const MOST_KNOWN: usize = 100_000;

impl Bytes {
    /// For a query; with typos where they count.
    pub fn new(query: &Query, typos: bool) -> Self {
        let mut needles = Vec::new();
        let mut terms = Vec::new();
        for (at, term) in query.terms.iter().enumerate() {
            match term {
                Term::Word(wanted) => {
                    needles.extend(wanted.needles().iter().map(|needle| (at, needle.clone())));
                    let folded = &wanted.word().folded;
                    let (long, signature) = (folded.chars().count(), signature(folded.as_bytes()));
                    terms.push(Asked::Word(Box::new(Letters { wanted: wanted.clone(), long, signature })));
                }
                Term::Literal(phrase) => {
                    let run = longest_run(phrase);
                    needles.extend(run.iter().map(|run| (at, run.clone())));
                    terms.push(Asked::Phrase(run));
                }
            }
        }
        let finder = Finder::of(&needles);
        Self { terms, needles, finder, typos }
    }

    /// All terms, a bit each: what [`Bytes::look`] gives when each of them may be there.
    pub fn all(&self) -> u64 {
        self.terms.iter().enumerate().fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Which terms may stand in these bytes, besides those that are known to already.
    pub fn look(&self, bytes: &[u8], already: u64, known: &mut Known) -> u64 {
        let mut met = already;
        for (at, term) in self.terms.iter().enumerate() {
            if matches!(term, Asked::Phrase(None)) {
                met |= 1 << at;
            }
        }
        if met == self.all() {
            return met;
        }
        if is_strange(bytes) {
            return self.all();
        }
        if !bytes.is_ascii() {
            met |= self.among_others(bytes, known);
        }
        if met != self.all() {
            met |= match &self.finder {
                Finder::Pieces(searcher, owners) if !self.typos => self.by_pieces(searcher, owners, bytes, met, known),
                Finder::Nothing if !self.typos => 0,
                Finder::Pieces(..) | Finder::Runs | Finder::Nothing => self.run_by_run(bytes, met, known),
            };
        }
        met
    }

    /// The terms in runs with letters outside ASCII.
    fn among_others(&self, bytes: &[u8], known: &mut Known) -> u64 {
        let mut met = 0;
        let mut from = 0;
        while let Some(at) = bytes[from..].iter().position(|byte| !byte.is_ascii()).map(|at| at + from) {
            let start = bytes[from..at].iter().rposition(|byte| is_between(*byte)).map_or(from, |last| from + last + 1);
            let end = bytes[at..].iter().position(|byte| is_between(*byte)).map_or(bytes.len(), |next| at + next);
            met |= self.in_run(bytes, start, end, known);
            from = end;
        }
        met
    }

    /// The terms in a run of letters, tried with and without its first one behind a backslash.
    fn in_run(&self, bytes: &[u8], start: usize, end: usize, known: &mut Known) -> u64 {
        let mut met = self.in_letters(&bytes[start..end], known);
        if start > 0 && bytes[start - 1] == b'\\' && start < end && bytes[start].is_ascii() {
            met |= self.in_letters(&bytes[start + 1..end], known);
        }
        met
    }

    fn in_letters(&self, run: &[u8], known: &mut Known) -> u64 {
        if let Some(met) = known.0.get(run) {
            return *met;
        }
        let text = String::from_utf8_lossy(run);
        let text = clean(&text);
        let (mut met, folded) = (0, fold(&text));
        for at in words(&text) {
            let word = Word::new(&text[at]);
            for (nth, term) in self.terms.iter().enumerate() {
                if matches!(term, Asked::Word(one) if one.wanted.meets(&word, self.typos).is_some()) {
                    met |= 1 << nth;
                }
            }
        }
        for (nth, term) in self.terms.iter().enumerate() {
            if matches!(term, Asked::Phrase(Some(piece)) if folded.contains(piece.as_str())) {
                met |= 1 << nth;
            }
        }
        if known.0.len() < MOST_KNOWN {
            known.0.insert(run.to_vec(), met);
        }
        met
    }

    /// The terms in runs of ASCII, by the pieces that they must hold.
    fn by_pieces(&self, searcher: &Searcher, owners: &[Owners], bytes: &[u8], already: u64, known: &mut Known) -> u64 {
        let mut met = already;
        let mut from = 0;
        while met != self.all() {
            let Some(found) = searcher.find_in(bytes, Span { start: from, end: bytes.len() }) else { break };
            let start = found.start();
            from = start + 1; // pieces may overlap
            for (needle, before) in &owners[found.pattern().as_usize()] {
                let (term, letters) = &self.needles[*needle];
                let Some(first) = start.checked_sub(*before).filter(|_| met & (1 << term) == 0) else { continue };
                let Some(there) = bytes.get(first..first + letters.len()) else { continue };
                if !there.eq_ignore_ascii_case(letters.as_bytes()) {
                    continue;
                }
                let begin = bytes[..first].iter().rposition(|byte| is_between(*byte)).map_or(0, |last| last + 1);
                let rest = first + letters.len();
                let end =
                    bytes[rest..].iter().position(|byte| is_between(*byte)).map_or(bytes.len(), |next| rest + next);
                met |= self.in_run(bytes, begin, end, known);
            }
        }
        met
    }

    /// The terms in all runs of ASCII, each of them compared.
    fn run_by_run(&self, bytes: &[u8], already: u64, known: &mut Known) -> u64 {
        let mut met = already;
        let mut at = 0;
        while at < bytes.len() && met != self.all() {
            let Some(start) = bytes[at..].iter().position(|byte| !is_between(*byte)).map(|next| at + next) else {
                break;
            };
            let end = bytes[start..].iter().position(|byte| is_between(*byte)).map_or(bytes.len(), |next| start + next);
            if self.is_near(&bytes[start..end], met) {
                met |= self.in_run(bytes, start, end, known);
            }
            at = end;
        }
        met
    }

    /// Whether it is worth comparing a run of ASCII: it holds what some word must, or is about as long as one.
    fn is_near(&self, run: &[u8], met: u64) -> bool {
        let open = |term: usize| met & (1 << term) == 0;
        let holds = |(term, needle): &(usize, String)| {
            let same = |part: &[u8]| part.eq_ignore_ascii_case(needle.as_bytes());
            open(*term) && run.windows(needle.len()).any(same)
        };
        let signature = signature(run);
        // behind a backslash the first letter may be none of the word
        let near = |(term, asked): (usize, &Asked)| match asked {
            Asked::Word(one) => {
                let allowed = one.wanted.allowed();
                let apart = (one.signature ^ signature).count_ones() as usize;
                allowed > 0 && open(term) && run.len().abs_diff(one.long) <= allowed + 1 && apart <= 2 * allowed + 1
            }
            Asked::Phrase(_) => false,
        };
        self.needles.iter().any(holds) || self.typos && self.terms.iter().enumerate().any(near)
    }
}

/// Which letters stand in a run, a bit each; what is no letter or digit of ASCII has none.
fn signature(run: &[u8]) -> u64 {
    run.iter().fold(0, |bits, byte| match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => bits | 1 << (letter - b'a'),
        digit @ b'0'..=b'9' => bits | 1 << (26 + digit - b'0'),
        _ => bits,
    })
}

impl Finder {
    fn of(needles: &[(usize, String)]) -> Self {
        let plain: Vec<(usize, &[u8])> = needles
            .iter()
            .enumerate()
            .filter(|(_, (_, needle))| needle.is_ascii())
            .map(|(at, (_, needle))| (at, needle.as_bytes()))
            .collect();
        if plain.is_empty() {
            return Self::Nothing;
        }
        Self::pieces(&plain).unwrap_or(Self::Runs)
    }

    fn pieces(needles: &[(usize, &[u8])]) -> Option<Self> {
        let mut pieces: Vec<(&[u8], Owners)> = Vec::new();
        for (at, needle) in needles {
            let (before, piece) = rarest_piece(needle)?;
            match pieces.iter_mut().find(|(known, _)| *known == piece) {
                Some((_, owners)) => owners.push((*at, before)),
                None => pieces.push((piece, vec![(*at, before)])),
            }
        }
        let (mut patterns, mut of): (Vec<Vec<u8>>, Vec<Owners>) = (Vec::new(), Vec::new());
        for (piece, owners) in pieces {
            for capitals in 0..1_u8 << PIECE {
                let cased = |(at, byte): (usize, &u8)| match capitals & (1 << at) {
                    0 => *byte,
                    _ => byte.to_ascii_uppercase(),
                };
                let pattern: Vec<u8> = piece.iter().enumerate().map(cased).collect();
                if !patterns.contains(&pattern) {
                    patterns.push(pattern);
                    of.push(owners.clone());
                }
            }
        }
        if patterns.len() > MOST_PIECES {
            return None;
        }
        let searcher = Config::new().builder().extend(&patterns).build()?;
        Some(Self::Pieces(searcher, of))
    }
}

/// Letters and digits, the rarest in a session's files first.
const RARE: &[u8] = b"qxyj9z8f76453cw2vkpbhugmd10liosrtnae";

/// The piece of a needle that is probably the rarest, and where in it.
fn rarest_piece(needle: &[u8]) -> Option<(usize, &[u8])> {
    let common = |byte: &u8| RARE.iter().position(|rare| rare == byte).unwrap_or(0);
    let cost = |piece: &[u8]| piece.iter().map(common).sum::<usize>();
    needle.windows(PIECE).enumerate().min_by_key(|(_, piece)| cost(piece))
}

/// The longest run of letters and digits of ASCII in a folded phrase, else the longest word.
fn longest_run(phrase: &str) -> Option<String> {
    let runs = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| run.len() >= PIECE);
    let words = || words(phrase).map(|at| &phrase[at]).filter(|word| !word.is_ascii()).max_by_key(|word| word.len());
    let shorts = || words_of(phrase).max_by_key(|word| word.len());
    runs.max_by_key(|run| run.len()).or_else(words).or_else(shorts).map(str::to_owned)
}

fn words_of(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty())
}

/// Whether a byte ends a run of letters.
fn is_between(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// Whether letters may stand in these bytes in another spelling: escapes by number, or characters that cleaning takes out.
fn is_strange(bytes: &[u8]) -> bool {
    let control = |byte: &u8| *byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r') || *byte == 127;
    // counted and not looked for, because that is quicker where there are none
    let controls = bytes.iter().filter(|byte| control(byte)).count();
    let escape = |at: usize| matches!(bytes.get(at + 1), Some(b'u' | b'x'));
    let later = |at: usize| matches!(bytes.get(at + 1), Some(0x80..=0x9f));
    controls > 0 || memchr::memchr_iter(b'\\', bytes).any(escape) || memchr::memchr_iter(0xc2, bytes).any(later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect;
    use proptest::prelude::*;

    fn may(typed: &str, bytes: &[u8]) -> bool {
        let bytes_of = Bytes::new(&Query::new(typed), false);
        bytes_of.look(bytes, 0, &mut Known::default()) == bytes_of.all()
    }

    #[test]
    fn what_is_wanted_is_seen_in_the_bytes_however_it_is_spelled_there() {
        for (typed, file) in [
            ("huizen", "text: \"Een HUIS erbij\""),
            ("huis", "text: \"Wijkhuizen\""),
            ("cafe", "text: \"Het Caf\u{e9}tje\""),
            ("cafe", "text: \"Het Caf\\u{e9}tje\""),
            ("bankjes", "text: \"Eerst dit\\nbankjes\""),
            ("fiets", "\u{fb01}etsen"),
            ("\"korte lij\"", "Korte Lijnen"),
            ("de", "Aan de"),
            ("water", "wa\u{1b}ter"),
            ("\"!?\"", "wat!?"),
        ] {
            assert!(may(typed, file.as_bytes()), "{typed} {file}");
        }
        for (typed, file) in [("huis", "text: \"Hij is thuis\""), ("bankjes park", "Meer bankjes"), ("bus", "abuis")] {
            assert!(!may(typed, file.as_bytes()), "{typed} {file}");
        }
    }

    proptest! {
        #[test]
        fn the_bytes_never_miss_what_the_words_would_find(
            said in proptest::collection::vec(
                "(huis|huizen|thuis|café|CAFE\u{301}|lopen|loopt|de|ﬁets|k|geb\u{200b}ouw|bouwen|water\u{9b}m|Één|漢字|wijkraad|gemeente|gemeete|\n|\t|\"|\\\\| |-|’s|x=\u{338}y){1,3}",
                0..6,
            ),
            typed in "(huis|huizen|\"een ca\"|cafe|loop|de|k|bouw|fietsen|water|een|漢|raad|gemeente|\"\\\\n\"|\"e g\"|y){1}( (huis|k|de))?",
            typos in any::<bool>(),
            pretty in any::<bool>(),
            dirty in any::<bool>(),
        ) {
            let said = said.join(" ");
            let query = Query::new(&typed);
            let bytes = Bytes::new(&query, typos);
            // what stands in a file is cleaned on the way to who searches
            let read = clean(&said).into_owned();
            let file = match (pretty, dirty) {
                (true, false) => dialect::write_pretty("T", &read),
                (false, false) => dialect::write_line(&read),
                (true, true) => dialect::write_pretty("T", &said),
                (false, true) => dialect::write_line(&said),
            };
            let file = file.expect("a string can be written");
            if query.is_in(&read, typos) {
                prop_assert_eq!(bytes.look(file.as_bytes(), 0, &mut Known::default()), bytes.all(), "{:?} in {:?}", query, file);
            }
        }
    }
}
