//! The desk of a table: where the note-taker is, and the line being typed.
//!
//! It changes only by a [`Step`], and every step is written down before the screen shows its effect. So after a crash the
//! desk is what the steps make it again: round, category, cursor, half-typed words, and what can be undone in them.

use crate::{
    record::{BlockId, CategoryId, EntryId, Item, RoundId},
    text::{Editor, Op},
};
use serde::{Deserialize, Serialize};

/// What the line at the bottom will do when it is saved.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Hold {
    /// Makes a new entry.
    #[default]
    New,
    /// Words this entry anew.
    Reword(EntryId),
}

/// One thing done at the desk that alters nothing that was said.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Step {
    /// Went to another round.
    Round(RoundId),
    /// Chose where the next entry goes.
    Place(BlockId, CategoryId),
    /// Chose under which entry the next one hangs.
    Under(Option<EntryId>),
    /// Chose an earlier entry, or went back to the line.
    Choose(Option<EntryId>),
    /// Took an earlier entry in hand, or the new line again; what was being typed is laid aside, and comes back when it is
    /// taken in hand again or when what stands before it is saved or let go.
    Hold(Hold),
    /// Went to another field of the line.
    Focus(u8),
    /// A key in a field of the line.
    Type(u8, Op),
    /// Went to a row and column of a board.
    Spot(BlockId, Item, u32),
    /// Went to another case of the round.
    Case(String),
    /// The line was saved or let go: it is empty, or what was laid aside last is back.
    Clear,
}

/// Where the note-taker is, and the line being typed.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Desk {
    /// The round that is shown; the first of the workshop if none was chosen yet.
    pub round: Option<RoundId>,
    /// Where the next entry goes; the first place of the round if none was chosen yet.
    pub place: Option<(BlockId, CategoryId)>,
    /// Under which entry the next one hangs, if that was chosen and not left to the last one.
    pub under: Option<EntryId>,
    /// The earlier entry that is chosen.
    pub chosen: Option<EntryId>,
    /// The board that has the cursor, with its row and column; the first of each if none was chosen yet.
    pub spot: Option<(BlockId, Item, u32)>,
    /// The case of the round that is shown, by its key; the first one if none was chosen yet.
    pub case: Option<String>,
    /// What the line will do.
    pub hold: Hold,
    /// The field with the cursor: 0 for the words, then the columns.
    pub focus: u8,
    line: Vec<Editor>,
    /// Whether more was done in the line than filling it with the entry that was taken in hand.
    typed: bool,
    /// Lines that were laid aside, the last one on top; never two for the same hold.
    aside: Vec<Laid>,
}

/// A line laid aside.
#[derive(Clone, PartialEq, Debug)]
struct Laid {
    hold: Hold,
    under: Option<EntryId>,
    focus: u8,
    line: Vec<Editor>,
    typed: bool,
}

impl Desk {
    /// Takes a step. The one way in which the desk changes.
    pub fn step(&mut self, step: &Step) {
        match step {
            Step::Round(round) => {
                if self.round.as_ref() != Some(round) {
                    self.place = None; // it was a place of the other round
                }
                self.round = Some(round.clone());
                self.chosen = None;
                self.under = None;
            }
            Step::Place(block, category) => {
                self.place = Some((block.clone(), category.clone()));
                self.under = None;
                self.focus = 0;
            }
            Step::Under(under) => self.under.clone_from(under),
            Step::Choose(entry) => self.chosen.clone_from(entry),
            Step::Hold(hold) => self.take(hold),
            Step::Focus(field) => self.focus = *field,
            Step::Type(field, op) => self.write(*field, op),
            Step::Spot(block, item, column) => self.spot = Some((block.clone(), item.clone(), *column)),
            Step::Case(key) => {
                self.case = Some(key.clone());
                self.chosen = None;
                self.under = None;
            }
            Step::Clear => {
                let back = self.aside.pop();
                self.lay(back);
            }
        }
    }

    /// Takes an entry, or the new line, in hand. What was being typed is laid aside, whatever it was for.
    fn take(&mut self, hold: &Hold) {
        if *hold == self.hold {
            return;
        }
        let standing = Laid {
            hold: std::mem::take(&mut self.hold),
            under: self.under.take(),
            focus: self.focus,
            line: std::mem::take(&mut self.line),
            typed: self.typed,
        };
        let kept = match standing.hold {
            Hold::New => !standing.line.is_empty() || standing.under.is_some() || standing.focus != 0,
            Hold::Reword(_) => standing.typed, // otherwise the entry itself has all of it
        };
        if kept {
            self.aside.push(standing);
        }
        let back = self.aside.iter().position(|laid| laid.hold == *hold).map(|at| self.aside.remove(at));
        self.lay(back);
        self.hold = hold.clone();
    }

    /// Puts a line that was laid aside before the note-taker, or an empty one.
    fn lay(&mut self, back: Option<Laid>) {
        let empty = Laid { hold: Hold::New, under: None, focus: 0, line: Vec::new(), typed: false };
        let laid = back.unwrap_or(empty);
        (self.hold, self.under, self.focus) = (laid.hold, laid.under, laid.focus);
        (self.line, self.typed) = (laid.line, laid.typed);
    }

    fn write(&mut self, field: u8, op: &Op) {
        let caret = matches!(op, Op::Left | Op::Right | Op::WordLeft | Op::WordRight | Op::Start | Op::End | Op::To(_));
        let fills = matches!(op, Op::Set(_)) && self.editor(field).is_none_or(|editor| !editor.can_undo());
        let altered = self.editor_mut(field).apply(op);
        self.typed |= altered && !caret && !fills;
    }

    fn editor_mut(&mut self, field: u8) -> &mut Editor {
        let field = usize::from(field);
        if self.line.len() <= field {
            self.line.resize_with(field + 1, Editor::new);
        }
        &mut self.line[field]
    }

    /// What stands in a field; 0 for the words.
    pub fn field(&self, field: u8) -> &str {
        self.line.get(usize::from(field)).map_or("", Editor::text)
    }

    /// The editor of a field, if anything was typed there.
    pub fn editor(&self, field: u8) -> Option<&Editor> {
        self.line.get(usize::from(field))
    }

    /// Whether nothing is typed in any field.
    pub fn is_blank(&self) -> bool {
        self.line.iter().all(Editor::is_empty)
    }

    /// Whether nothing is typed and nothing is laid aside: the steps before this moment need not be kept.
    pub fn is_at_rest(&self) -> bool {
        self.is_blank() && self.aside.is_empty() && self.hold == Hold::New
    }

    /// The steps that bring an empty desk to where this one is, its words too. What could be taken back in a line is not.
    pub fn anew(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = self.round.iter().cloned().map(Step::Round).collect();
        steps.extend(self.place.iter().map(|(block, category)| Step::Place(block.clone(), category.clone())));
        steps.extend(self.case.iter().cloned().map(Step::Case));
        for laid in &self.aside {
            laid.anew(&mut steps);
        }
        let (hold, under, line) = (self.hold.clone(), self.under.clone(), self.line.clone());
        Laid { hold, under, focus: self.focus, line, typed: self.typed }.anew(&mut steps);
        steps.extend(self.chosen.iter().cloned().map(|entry| Step::Choose(Some(entry))));
        steps.extend(self.spot.iter().map(|(block, item, column)| Step::Spot(block.clone(), item.clone(), *column)));
        steps
    }

    /// All words that stand on the line and on those laid aside, in all fields.
    pub fn words(&self) -> Vec<String> {
        let lines = self.aside.iter().map(|laid| &laid.line).chain([&self.line]);
        let texts = lines.flatten().map(|editor| editor.text().to_owned());
        texts.filter(|text| !text.trim().is_empty()).collect()
    }

    /// The steps that leave nothing on the line, nothing laid aside and nothing chosen.
    pub fn emptied(&self) -> Vec<Step> {
        let mut steps = vec![Step::Clear; self.aside.len() + 1];
        steps.push(Step::Choose(None));
        steps
    }

    /// The steps that bring an empty desk to where this one is, its words apart.
    pub fn way(&self) -> Vec<Step> {
        let mut way: Vec<Step> = self.round.iter().cloned().map(Step::Round).collect();
        way.extend(self.place.iter().map(|(block, category)| Step::Place(block.clone(), category.clone())));
        way.extend(self.case.iter().cloned().map(Step::Case)); // before what it lets go of
        way.extend(self.under.iter().cloned().map(|under| Step::Under(Some(under))));
        way.extend(self.chosen.iter().cloned().map(|entry| Step::Choose(Some(entry))));
        way.extend(self.spot.iter().map(|(block, item, column)| Step::Spot(block.clone(), item.clone(), *column)));
        way.extend((self.focus != 0).then_some(Step::Focus(self.focus)));
        way
    }
}

impl Laid {
    /// The steps that take it in hand and fill it, with the caret where it was.
    fn anew(&self, steps: &mut Vec<Step>) {
        steps.push(Step::Hold(self.hold.clone()));
        for (field, editor) in self.line.iter().enumerate() {
            let (field, text) = (field as u8, editor.text());
            if !text.is_empty() {
                steps.push(Step::Type(field, Op::Set(text.to_owned())));
            }
            if field == 0 && self.typed {
                // only what was typed counts as more than the entry itself has
                steps.extend([Op::Insert("x".into()), Op::Back].map(|op| Step::Type(field, op)));
            }
            if editor.cursor() < text.len() {
                steps.push(Step::Type(field, Op::To(editor.cursor())));
            }
        }
        steps.extend(self.under.iter().cloned().map(|under| Step::Under(Some(under))));
        steps.extend((self.focus != 0).then_some(Step::Focus(self.focus)));
    }
}

#[cfg(test)]
#[path = "desk_tests.rs"]
mod tests;
