//! Many lines, kept so that each key is answered at once.
//!
//! Words are kept once each, with the lines they stand in. A key costs a look at every word there is, and at the lines of
//! those that are meant; ten thousand sessions say a few thousand words in some hundred thousand lines.

use super::{Kind, Lab, Line, Query, Sieve, Term, sieve::begins};
use crate::{
    record::{EntryId, RoundId, TableId},
    text::{
        fold,
        language::{Word, words},
    },
};
use std::collections::HashMap;

/// Lines that do not change any more.
#[derive(Default, Debug)]
pub struct Shelf {
    labs: Vec<Lab>,
    rows: Vec<Row>,
    /// The words of all lines and the ids of their entries, one behind the other.
    text: String,
    /// The words of all lines folded, each line on one row, for phrases.
    folded: String,
    /// Where each line ends in `folded`, behind its line end.
    ends: Vec<u32>,
    /// Labels, cases, titles, questions and parties, each once.
    names: Vec<String>,
    /// Every word that occurs, once.
    words: Vec<Word>,
    /// Where the lines of each word begin in `places`; one more than there are words.
    starts: Vec<u32>,
    places: Vec<u32>,
}

/// A line, in as few bytes as can be: there are hundreds of thousands.
#[derive(Debug)]
struct Row {
    lab: u32,
    text: (u32, u32),
    entry: u32,
    table: u32,
    round: u32,
    title: u32,
    question: u32,
    label: u32,
    case: u32,
    by: u32,
    parties: u32,
    kinds: u16,
}

/// A line that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// Its session.
    pub lab: &'a Lab,
    /// At which table.
    pub table: TableId,
    /// The id of its round.
    pub round: &'a str,
    /// The title of the round.
    pub title: &'a str,
    /// The question of the round.
    pub question: &'a str,
    /// The label of its category.
    pub label: &'a str,
    /// The case it was said in; nothing where its block is not repeated.
    pub case: &'a str,
    /// Who said it.
    pub by: &'a str,
    /// The id of its entry; empty for a session itself.
    entry: &'a str,
    /// The words.
    pub text: &'a str,
    kinds: u16,
}

impl Hit<'_> {
    /// What it is besides its category.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + use<> {
        let kinds = self.kinds;
        Kind::ALL.into_iter().filter(move |kind| kinds & kind.bit() != 0)
    }

    /// Whether it is of that kind.
    pub fn is(&self, kind: Kind) -> bool {
        self.kinds & kind.bit() != 0
    }

    /// Its entry; nothing for a session itself.
    pub fn entry(&self) -> Option<EntryId> {
        (!self.entry.is_empty()).then(|| EntryId::new(self.entry))
    }

    /// Its round.
    pub fn round_id(&self) -> RoundId {
        RoundId::new(self.round)
    }
}

/// What was found on a shelf.
#[derive(Clone, Default, Debug)]
pub struct Found {
    /// The lines, as numbers for [`Shelf::hit`], in the order in which they were put there.
    pub rows: Vec<u32>,
    /// How many there are, also where not all of them are told.
    pub count: usize,
}

/// A shelf that is being filled.
#[derive(Default, Debug)]
pub struct Making {
    shelf: Shelf,
    names: HashMap<String, u32>,
    words: HashMap<String, u32>,
    /// A word and a line, as often as it occurs.
    pairs: Vec<(u32, u32)>,
}

/// How many times longer a text can become by folding: a letter of three bytes that stands for a phrase of eighteen.
const MOST_FOLDED: usize = 16;

impl Making {
    /// Puts the lines of a session on it.
    pub fn add(&mut self, lab: Lab, lines: Vec<Line>) {
        let number = self.shelf.labs.len() as u32;
        self.shelf.labs.push(lab);
        for line in lines {
            // more than four billion bytes of words fit on no screen and in no memory
            let most = self.shelf.text.len().max(self.shelf.folded.len()) + MOST_FOLDED * line.text.len();
            if u32::try_from(most).is_err() {
                return;
            }
            self.line(number, self.shelf.text.len() as u32, line);
        }
    }

    fn line(&mut self, lab: u32, start: u32, line: Line) {
        let row = self.shelf.rows.len() as u32;
        for at in words(&line.text) {
            let small = line.text[at].to_lowercase();
            let word = match self.words.get(&small) {
                Some(word) => *word,
                None => {
                    let word = self.shelf.words.len() as u32;
                    self.shelf.words.push(Word::new(&small));
                    self.words.insert(small, word);
                    word
                }
            };
            self.pairs.push((word, row));
        }
        self.shelf.folded.push_str(&fold(&line.text).replace('\n', " "));
        self.shelf.folded.push('\n');
        self.shelf.ends.push(self.shelf.folded.len() as u32);
        self.shelf.text.push_str(&line.text);
        let end = self.shelf.text.len() as u32;
        self.shelf.text.push_str(line.entry.as_ref().map_or("", EntryId::as_str));
        let row = Row {
            lab,
            text: (start, end),
            entry: self.shelf.text.len() as u32,
            table: line.table.0,
            round: self.name(line.round.as_str()),
            title: self.name(&line.title),
            question: self.name(&line.question),
            label: self.name(&line.label),
            case: self.name(&line.case),
            by: self.name(&line.by),
            parties: self.name(&line.parties),
            kinds: line.kinds.iter().fold(0, |kinds, kind| kinds | kind.bit()),
        };
        self.shelf.rows.push(row);
    }

    fn name(&mut self, name: &str) -> u32 {
        if let Some(number) = self.names.get(name) {
            return *number;
        }
        let number = self.shelf.names.len() as u32;
        self.shelf.names.push(name.to_owned());
        self.names.insert(name.to_owned(), number);
        number
    }

    /// The shelf with all that was put there.
    pub fn done(mut self) -> Shelf {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        let mut shelf = self.shelf;
        shelf.starts = vec![0; shelf.words.len() + 1];
        for (word, _) in &self.pairs {
            shelf.starts[*word as usize + 1] += 1;
        }
        for at in 1..shelf.starts.len() {
            shelf.starts[at] += shelf.starts[at - 1];
        }
        shelf.places = self.pairs.into_iter().map(|(_, row)| row).collect();
        shelf.rows.shrink_to_fit();
        shelf.text.shrink_to_fit();
        shelf.folded.shrink_to_fit();
        shelf
    }
}

/// Which of the lines, a bit each.
struct Marked(Vec<u64>);

impl Marked {
    fn none(lines: usize) -> Self {
        Self(vec![0; lines.div_ceil(64)])
    }

    fn all(lines: usize) -> Self {
        Self(vec![u64::MAX; lines.div_ceil(64)])
    }

    fn mark(&mut self, line: u32) {
        self.0[line as usize / 64] |= 1 << (line % 64);
    }

    fn both(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= other);
    }

    fn lines(&self, most: usize) -> impl Iterator<Item = u32> + '_ {
        let whole = self.0.iter().enumerate().flat_map(|(at, bits)| {
            let mut bits = *bits;
            std::iter::from_fn(move || {
                let bit = (bits != 0).then(|| bits.trailing_zeros())?;
                bits &= bits - 1;
                Some(at as u32 * 64 + bit)
            })
        });
        whole.take_while(move |line| (*line as usize) < most)
    }
}

impl Shelf {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Which of its sessions a line is of, by its place among [`Shelf::labs`].
    pub fn lab_of(&self, row: u32) -> Option<usize> {
        self.rows.get(row as usize).map(|row| row.lab as usize)
    }

    /// Its sessions, in the order in which they were put there.
    pub fn labs(&self) -> &[Lab] {
        &self.labs
    }

    /// A line by its number.
    pub fn hit(&self, row: u32) -> Option<Hit<'_>> {
        self.rows.get(row as usize).map(|row| self.told(row))
    }

    fn told(&self, row: &Row) -> Hit<'_> {
        let name = |at: u32| self.names[at as usize].as_str();
        Hit {
            lab: &self.labs[row.lab as usize],
            table: TableId(row.table),
            round: name(row.round),
            title: name(row.title),
            question: name(row.question),
            label: name(row.label),
            case: name(row.case),
            by: name(row.by),
            entry: &self.text[row.text.1 as usize..row.entry as usize],
            text: &self.text[row.text.0 as usize..row.text.1 as usize],
            kinds: row.kinds,
        }
    }

    /// The lines in which all of it stands and that come through the sieve; at most so many of them are told, all are
    /// counted.
    pub fn find(&self, query: &Query, sieve: &Sieve, typos: bool, most: usize) -> Found {
        let mut marked = Marked::all(self.rows.len());
        for term in &query.terms {
            marked.both(&self.with(term, typos));
        }
        let labs: Vec<bool> = self.labs.iter().map(|lab| sieve.lets_in(lab)).collect();
        let mut through = Through::new(sieve);
        let mut found = Found::default();
        for line in marked.lines(self.rows.len()) {
            let row = &self.rows[line as usize];
            if labs[row.lab as usize] && through.lets(self, row) {
                found.count += 1;
                if found.rows.len() < most {
                    found.rows.push(line);
                }
            }
        }
        found
    }

    /// The lines in which a term stands.
    fn with(&self, term: &Term, typos: bool) -> Marked {
        let mut marked = Marked::none(self.rows.len());
        match term {
            Term::Word(wanted) => {
                let met = self.words.iter().enumerate().filter(|(_, word)| wanted.meets(word, typos).is_some());
                for (word, _) in met {
                    let lines = self.starts[word] as usize..self.starts[word + 1] as usize;
                    self.places[lines].iter().for_each(|line| marked.mark(*line));
                }
            }
            Term::Literal(phrase) => {
                let (mut line, mut from) = (0, 0);
                let finder = memchr::memmem::Finder::new(phrase);
                while let Some(at) = finder.find(&self.folded.as_bytes()[from..]).map(|at| from + at) {
                    while self.ends[line] as usize <= at {
                        line += 1;
                    }
                    marked.mark(line as u32);
                    from = self.ends[line] as usize;
                }
            }
        }
        marked
    }

    /// How many bytes it takes, about.
    pub fn bytes(&self) -> usize {
        let words: usize =
            self.words.iter().map(|word| word.folded.len() + word.dutch.len() + word.english.len() + 72).sum();
        let names: usize = self.names.iter().map(|name| name.len() + 24).sum();
        self.rows.len() * size_of::<Row>()
            + self.text.len()
            + words
            + names
            + 4 * (self.places.len() + self.starts.len() + self.ends.len())
    }
}

/// The part of a sieve that asks of lines; what it says of a name is remembered.
struct Through {
    kind: String,
    kinds: u16,
    party: String,
    labels: HashMap<u32, bool>,
    parties: HashMap<u32, bool>,
}

impl Through {
    fn new(sieve: &Sieve) -> Self {
        Self {
            kind: fold(sieve.kind.trim()),
            kinds: sieve.kinds().into_iter().fold(0, |kinds, kind| kinds | kind.bit()),
            party: fold(sieve.party.trim()),
            labels: HashMap::new(),
            parties: HashMap::new(),
        }
    }

    fn lets(&mut self, shelf: &Shelf, row: &Row) -> bool {
        if !self.kind.is_empty() && row.kinds & self.kinds == 0 {
            let kind = &self.kind;
            let named = |label: u32| begins(&fold(&shelf.names[label as usize]), kind);
            if !*self.labels.entry(row.label).or_insert_with(|| named(row.label)) {
                return false;
            }
        }
        let party = &self.party;
        let named = |names: u32| shelf.names[names as usize].lines().any(|name| begins(name, party));
        party.is_empty() || *self.parties.entry(row.parties).or_insert_with(|| named(row.parties))
    }
}
