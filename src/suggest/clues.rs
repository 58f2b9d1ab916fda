//! The clues that a text gives: its stems with the parts of compounds, the ideas of the field behind them, and letters.
//!
//! A word is looked at once and its clues are kept, so a line costs a few numbers. Not for deciding anything; called by
//! [`super::Weigh`], [`super::Alike`] and [`super::Why`].

use crate::text::{
    fold,
    language::{Lexicon, stems, words},
};
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Words of the field that mean nearly the same, one idea a line.
const TERMS: &str = include_str!("../../assets/suggest/terms.txt");
/// Words that say nothing by themselves.
const STOP: &str = include_str!("../../assets/suggest/stop.txt");
/// The fewest letters of a word that can be a compound, and of what remains of it beside a part that is known.
const COMPOUND: usize = 7;
const REST: usize = 3;
const PART: usize = 4;

/// What kind of clue it is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Clue {
    /// A stem, of a word or of a part of a compound.
    Stem(String),
    /// An idea of the field, by its line in the list of terms.
    Idea(usize),
    /// Letters in a row, with a mark where a word begins or ends.
    Piece(String),
}

/// How many kinds there are.
pub(super) const KINDS: usize = 3;

/// Which clues are taken, and what each kind weighs beside a stem. Those of [`Settings::default`] were chosen by measurement.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Settings {
    /// Words are taken to their stems; else only folded.
    pub stemmed: bool,
    /// The parts of compounds count as well.
    pub parts: bool,
    /// What a stem weighs; nothing leaves stems out.
    pub stem: f64,
    /// What an idea of the field weighs; nothing leaves them out.
    pub idea: f64,
    /// What letters in a row weigh; nothing leaves them out.
    pub piece: f64,
    /// How many letters in a row, from and to.
    pub letters: (usize, usize),
}

impl Default for Settings {
    fn default() -> Self {
        Self { stemmed: true, parts: true, stem: 1.0, idea: 2.0, piece: 0.5, letters: (4, 4) }
    }
}

/// A word of a line: its clues by number, those that are ideas apart, because an idea counts once a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// The stem of the whole word comes first; none for a word that says nothing by itself.
    pub stems: Vec<u32>,
    pub ideas: Vec<u32>,
    pub pieces: Vec<u32>,
    /// A bit for every stem and idea, by its number: two words that have none in common cannot meet.
    pub bits: u64,
}

impl Known {
    pub fn says_nothing(&self) -> bool {
        self.stems.is_empty() && self.ideas.is_empty() && self.pieces.is_empty()
    }

    pub fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.stems.iter().chain(&self.ideas).chain(&self.pieces).copied()
    }
}

/// Lines of text with their clues.
#[derive(Clone, Debug)]
pub struct Lines {
    pub(super) settings: Settings,
    stop: HashSet<&'static str>,
    terms: HashMap<String, Vec<usize>>,
    lexicon: Lexicon,
    numbers: HashMap<Clue, u32, RandomState>,
    clues: Vec<Clue>,
    /// By clue, of which kind it is; beside it because it is asked for so often.
    kinds: Vec<u8>,
    word_numbers: HashMap<(String, bool), u32, RandomState>,
    pub(super) words: Vec<Known>,
    pub(super) lines: Vec<Box<[u32]>>,
    /// In how many lines each clue stands.
    pub(super) spread: Vec<u32>,
    /// By clue: in which lines it stands, for stems and ideas; and in how many pairs it met that were called the same, and
    /// different.
    pub(super) stands: Vec<Vec<u32>>,
    pub(super) called: Vec<(u16, u16)>,
}

impl Lines {
    /// Takes in lines, with the words by which compounds are taken apart: those of the lines, of `others` such as names
    /// of themes, and of the field.
    pub fn new<'a>(settings: Settings, lines: impl Iterator<Item = &'a str> + Clone, others: &[&str]) -> Self {
        let mut lexicon = Lexicon::default();
        others.iter().for_each(|text| lexicon.add(text));
        listed(TERMS).for_each(|text| lexicon.add(text));
        lines.clone().for_each(|text| lexicon.add(text));
        let mut terms: HashMap<String, Vec<usize>> = HashMap::new();
        for (nth, idea) in listed(TERMS).enumerate() {
            for word in idea.split_whitespace() {
                let (dutch, english) = stems(word);
                for stem in [dutch, english] {
                    let ideas = terms.entry(stem).or_default();
                    if ideas.last() != Some(&nth) {
                        ideas.push(nth);
                    }
                }
            }
        }
        let stop = listed(STOP).flat_map(str::split_whitespace).collect();
        let mut book = Self {
            settings,
            stop,
            terms,
            lexicon,
            numbers: HashMap::default(),
            clues: Vec::new(),
            kinds: Vec::new(),
            word_numbers: HashMap::default(),
            words: Vec::new(),
            lines: Vec::new(),
            spread: Vec::new(),
            stands: Vec::new(),
            called: Vec::new(),
        };
        for text in lines {
            book.add(text);
        }
        book
    }

    /// Takes in the words of a line that will be added, so that compounds can be taken apart by them.
    pub fn learn(&mut self, text: &str) {
        self.lexicon.add(text);
    }

    /// Takes in one more line and gives its number: they are counted from 0.
    pub fn add(&mut self, text: &str) -> usize {
        let line = self.read(text).into_boxed_slice();
        for clue in self.clues_of(&line) {
            self.spread[clue as usize] += 1;
        }
        self.lines.push(line);
        let number = self.lines.len() - 1;
        self.note(number);
        number
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The words of a text that say something, each once, by number.
    pub(super) fn read(&mut self, text: &str) -> Vec<u32> {
        let english = self.is_english(text);
        let mut found: Vec<u32> = words(text).map(|at| self.word(&text[at], english)).collect();
        found.retain(|word| !self.words[*word as usize].says_nothing());
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The words of a text that say something, with their places in bytes; of a text that was taken in before, as a line or
    /// as a name.
    pub(super) fn places(&self, text: &str) -> Vec<(Range<usize>, u32)> {
        let english = self.is_english(text);
        let number =
            |at: Range<usize>| Some((at.clone(), *self.word_numbers.get(&(text[at].to_lowercase(), english))?));
        words(text).filter_map(number).filter(|(_, word)| !self.words[*word as usize].says_nothing()).collect()
    }

    /// All clues of some words, each once.
    pub(super) fn clues_of(&self, words: &[u32]) -> Vec<u32> {
        let mut clues: Vec<u32> = words.iter().flat_map(|word| self.words[*word as usize].all()).collect();
        clues.sort_unstable();
        clues.dedup();
        clues
    }

    /// All clues of a line, each once, by number: what the bench compares methods on.
    pub fn clues(&self, line: usize) -> Vec<u32> {
        self.clues_of(&self.lines[line])
    }

    /// What a clue is.
    pub fn clue(&self, number: u32) -> &Clue {
        &self.clues[number as usize]
    }

    /// What a clue weighs, by its kind.
    pub fn weight(&self, number: u32) -> f64 {
        self.weights()[self.kind(number)]
    }

    /// What the kinds of clue weigh, in their order.
    pub(super) fn weights(&self) -> [f64; KINDS] {
        [self.settings.stem, self.settings.idea, self.settings.piece]
    }

    /// Of which kind a clue is.
    pub(super) fn kind(&self, number: u32) -> usize {
        usize::from(self.kinds[number as usize])
    }

    /// How rare a clue is among the lines: the logarithm of how many there are to each that has it.
    pub fn rarity(&self, number: u32) -> f64 {
        let spread = self.spread.get(number as usize).copied().unwrap_or_default();
        ((self.lines.len() as f64 + 1.0) / (f64::from(spread) + 0.5)).ln()
    }

    /// Whether more of its small words are English than Dutch.
    fn is_english(&self, text: &str) -> bool {
        const ENGLISH: [&str; 16] = [
            "the", "and", "of", "to", "for", "with", "are", "not", "we", "they", "that", "this", "our", "you", "it",
            "have",
        ];
        const DUTCH: [&str; 12] = ["de", "het", "een", "en", "van", "niet", "wij", "ze", "voor", "met", "te", "er"];
        let mut sum = 0_i32;
        for at in words(text) {
            let small = text[at].to_lowercase();
            sum += i32::from(ENGLISH.contains(&small.as_str())) - i32::from(DUTCH.contains(&small.as_str()));
        }
        sum > 0
    }

    fn word(&mut self, word: &str, english: bool) -> u32 {
        let small = word.to_lowercase();
        if let Some(number) = self.word_numbers.get(&(small.clone(), english)) {
            return *number;
        }
        let mut known = self.look_at(&small, english);
        known.bits = known.stems.iter().chain(&known.ideas).fold(0, |bits, clue| bits | 1 << (clue % 64));
        self.words.push(known);
        let number = u32::try_from(self.words.len() - 1).expect("a session has fewer than four milliard words");
        self.word_numbers.insert((small, english), number);
        number
    }

    fn look_at(&mut self, small: &str, english: bool) -> Known {
        let folded = fold(small);
        let mut known = Known::default();
        let letters = folded.chars().count();
        if letters < 2 || self.stop.contains(folded.as_str()) || folded.chars().all(|c| c.is_ascii_digit()) {
            return known;
        }
        let stem = |word: &str| {
            let (dutch, stem) = stems(word);
            if english { stem } else { dutch }
        };
        let parts = self.parts(&folded);
        let mut found = vec![stem(small)];
        found.extend(parts.iter().map(|part| stem(part)).filter(|part| part.chars().count() >= REST));
        let ideas: Vec<usize> = found.iter().filter_map(|stem| self.terms.get(stem)).flatten().copied().collect();
        if !self.settings.stemmed {
            found = vec![folded.clone()];
        } else if !self.settings.parts {
            found.truncate(1);
        }
        if self.settings.stem > 0.0 {
            known.stems = found.into_iter().map(|stem| self.number(Clue::Stem(stem))).collect();
            let mut before = HashSet::new();
            known.stems.retain(|stem| before.insert(*stem));
        }
        if self.settings.idea > 0.0 {
            known.ideas = ideas.into_iter().map(|idea| self.number(Clue::Idea(idea))).collect();
            known.ideas.sort_unstable();
            known.ideas.dedup();
        }
        if self.settings.piece > 0.0 {
            let marked: Vec<char> = std::iter::once('_').chain(folded.chars()).chain(['_']).collect();
            let (from, to) = self.settings.letters;
            for long in from..=to {
                for piece in marked.windows(long) {
                    let number = self.number(Clue::Piece(piece.iter().collect()));
                    known.pieces.push(number);
                }
            }
            known.pieces.sort_unstable();
            known.pieces.dedup();
        }
        known
    }

    fn number(&mut self, clue: Clue) -> u32 {
        if let Some(number) = self.numbers.get(&clue) {
            return *number;
        }
        let number = u32::try_from(self.clues.len()).expect("a session has fewer than four milliard clues");
        self.kinds.push(match &clue {
            Clue::Stem(_) => 0,
            Clue::Idea(_) => 1,
            Clue::Piece(_) => 2,
        });
        self.clues.push(clue.clone());
        self.spread.push(0);
        self.stands.push(Vec::new());
        self.called.push((0, 0));
        self.numbers.insert(clue, number);
        number
    }

    /// The parts of a compound: all of them where each occurs by itself, else the longest at either end that does, with
    /// what remains.
    fn parts(&self, folded: &str) -> Vec<String> {
        let letters: Vec<usize> = folded.char_indices().map(|(at, _)| at).collect();
        if letters.len() < COMPOUND {
            return Vec::new();
        }
        let whole = self.lexicon.parts(folded);
        if !whole.is_empty() {
            return whole.into_iter().map(String::from).collect();
        }
        let mut parts = Vec::new();
        let known = |part: &str| self.lexicon.count(part) > 0 && !self.stop.contains(part);
        let ends = letters.iter().take(letters.len() - REST + 1).skip(PART).rev();
        if let Some((front, rest)) = ends.map(|at| folded.split_at(*at)).find(|(front, _)| known(front)) {
            parts.push(front.to_owned());
            let rest = rest.strip_prefix('s').filter(|rest| rest.chars().count() >= PART).unwrap_or(rest);
            parts.extend((rest.chars().count() >= PART).then(|| rest.to_owned()));
        }
        let begins = letters.iter().take(letters.len() - PART + 1).skip(REST);
        if let Some((rest, last)) = begins.map(|at| folded.split_at(*at)).find(|(_, last)| known(last)) {
            parts.push(last.to_owned());
            if rest.chars().count() >= PART {
                parts.push(rest.strip_suffix('s').unwrap_or(rest).to_owned());
            }
        }
        parts
    }
}

/// The lines of a list that are no remark.
fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}
