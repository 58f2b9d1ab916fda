//! What is looked for.

use crate::text::{
    fold,
    language::{Wanted, literally, words},
};
use std::ops::Range;

/// One thing that must stand in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Term {
    /// A word, in any of its forms.
    Word(Wanted),
    /// These letters one behind the other, folded: accents and capitals do not matter, all else does.
    Literal(String),
}

/// What is looked for: all of it must stand in one line. Nothing stands in every line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// In the order in which they were typed.
    pub terms: Vec<Term>,
}

/// The most terms; further ones are left out.
const MOST_TERMS: usize = 32;

impl Query {
    /// What somebody typed: words, and phrases between quotation marks. A quotation mark that is not closed yet reaches to
    /// the end, so that typing one already finds.
    pub fn new(typed: &str) -> Self {
        let mut query = Self::default();
        let typed: String = typed.chars().map(|c| if matches!(c, '“' | '”' | '„') { '"' } else { c }).collect();
        for (nth, part) in typed.split('"').enumerate() {
            if nth % 2 == 1 {
                query.add_literal(part);
            } else {
                query.add_words(part);
            }
        }
        query
    }

    /// All of it as one phrase.
    pub fn literal(typed: &str) -> Self {
        let mut query = Self::default();
        query.add_literal(typed.trim());
        query
    }

    /// Adds words.
    pub fn add_words(&mut self, text: &str) {
        let found = words(text).map(|at| Term::Word(Wanted::new(&text[at])));
        self.terms.extend(found);
        self.terms.truncate(MOST_TERMS);
    }

    /// Adds a phrase.
    pub fn add_literal(&mut self, text: &str) {
        let folded = fold(text).replace('\n', " ");
        if !folded.trim().is_empty() && self.terms.len() < MOST_TERMS {
            self.terms.push(Term::Literal(folded));
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a word of it may have a typo.
    pub fn may_err(&self) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Word(wanted) if wanted.allowed() > 0))
    }

    /// Where it stands in a text, in order and without overlap.
    pub fn marks(&self, text: &str, typos: bool) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for term in &self.terms {
            match term {
                Term::Word(wanted) => marks.extend(wanted.marks(text, typos).into_iter().map(|(at, _)| at)),
                Term::Literal(phrase) => marks.extend(literally(text, phrase)),
            }
        }
        marks.sort_by_key(|at| (at.start, at.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for at in marks {
            match joined.last_mut() {
                Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
                Some(_) | None => joined.push(at),
            }
        }
        joined
    }

    /// Whether all of it stands in a text.
    pub fn is_in(&self, text: &str, typos: bool) -> bool {
        self.terms.iter().all(|term| match term {
            Term::Word(wanted) => words(text).any(|at| wanted.meets_text(&text[at], typos).is_some()),
            Term::Literal(phrase) => !literally(text, phrase).is_empty(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(typed: &str, text: &str) -> String {
        let mut out = text.to_owned();
        for at in Query::new(typed).marks(text, false).into_iter().rev() {
            out.insert(at.end, ']');
            out.insert(at.start, '[');
        }
        out
    }

    #[test]
    fn words_are_marked_whole_and_phrases_as_they_are_typed() {
        assert_eq!(marked("huis gemeente", "De gemeenten bouwen huizen"), "De [gemeenten] bouwen [huizen]");
        assert_eq!(marked("\"korte lij\"", "Met Korte lijnen"), "Met [Korte lij]nen");
        assert_eq!(marked("“een café", "Eén Café"), "[Eén Café]");
        assert_eq!(marked("bank \"an\"", "Bankjes aan"), "[Bankjes] a[an]");
    }

    #[test]
    fn all_of_it_must_stand_in_the_line() {
        assert!(Query::new("bankjes park").is_in("Meer bankjes in het park", false));
        assert!(!Query::new("bankjes school").is_in("Meer bankjes in het park", false));
        assert!(!Query::new("bankjes prak").is_in("Meer bankjes in het park", false));
        assert!(Query::new("bamkjes").is_in("Meer bankjes in het park", true));
        assert!(Query::new(" ").is_in("alles", false));
    }
}
