//! A list to choose from, found by typing.
//!
//! The palette, the tables, where to move an entry, the search: all are this list with other choices.

use crate::text::{Editor, Op, fold};
use nucleo_matcher::{
    Config, Matcher,
    pattern::{CaseMatching, Normalization, Pattern},
};

/// A line of the list.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice<T> {
    /// What it is.
    pub label: String,
    /// What stands at its right: a key, a count, a date.
    pub detail: String,
    /// Other words by which it is found.
    pub also: String,
    /// What choosing it gives.
    pub gives: T,
}

/// A list to choose from, and what was typed to find something in it.
#[derive(Clone, Debug)]
pub struct Picker<T> {
    /// What is chosen here.
    pub title: String,
    /// What is typed.
    pub query: Editor,
    choices: Vec<Choice<T>>,
    shown: Vec<usize>,
    at: usize,
}

impl<T: Clone> Picker<T> {
    /// A list with nothing typed, its first line chosen.
    pub fn new(title: String, choices: Vec<Choice<T>>) -> Self {
        let shown = (0..choices.len()).collect();
        Self { title, query: Editor::new(), choices, shown, at: 0 }
    }

    /// The same with the line chosen that `wanted` holds for.
    #[must_use]
    pub fn at(mut self, wanted: impl Fn(&T) -> bool) -> Self {
        self.at = self.choices.iter().position(|choice| wanted(&choice.gives)).unwrap_or(0);
        self
    }

    /// A key in what is typed; the list narrows to what fits, best first.
    pub fn edit(&mut self, op: &Op) {
        if !self.query.apply(op) {
            return;
        }
        self.at = 0;
        let query = self.query.text().trim();
        if query.is_empty() {
            self.shown = (0..self.choices.len()).collect();
            return;
        }
        let folded = fold(query);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&folded, CaseMatching::Ignore, Normalization::Smart);
        let mut space = Vec::new();
        let mut score = |choice: &Choice<T>| {
            // what is called so comes before what merely speaks of it
            if fold(&choice.also).starts_with(&folded) {
                return Some(u32::MAX);
            }
            let text = fold(&format!("{} {} {}", choice.also, choice.label, choice.detail));
            pattern.score(nucleo_matcher::Utf32Str::new(&text, &mut space), &mut matcher)
        };
        let mut found: Vec<(u32, usize)> =
            self.choices.iter().enumerate().filter_map(|(at, choice)| score(choice).map(|score| (score, at))).collect();
        found.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        self.shown = found.into_iter().map(|(_, at)| at).collect();
    }

    /// Moves the choice by so many lines, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    /// What is chosen, if anything fits.
    pub fn chosen(&self) -> Option<&T> {
        self.shown.get(self.at).map(|&at| &self.choices[at].gives)
    }

    /// The lines in view for a list `height` rows high, and which of them is chosen.
    pub fn view(&self, height: usize) -> (Vec<&Choice<T>>, usize) {
        let first = (self.at + 1).saturating_sub(height.max(1));
        (self.shown.iter().skip(first).take(height).map(|&at| &self.choices[at]).collect(), self.at - first)
    }

    /// How many lines fit what is typed.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether nothing fits what is typed.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}
