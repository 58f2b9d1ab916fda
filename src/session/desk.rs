//! The desk of a table: where the note-taker is, and the line being typed.
//!
//! It changes only by a [`Step`], and every step is written down before the screen shows its effect. So after a crash the
//! desk is what the steps make it again: round, category, cursor, half-typed words, and what can be undone in them.

use crate::{
    record::{BlockId, CategoryId, EntryId, RoundId},
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
    /// Took an earlier entry in hand; what stood on the line is laid aside until it is saved or let go.
    Hold(Hold),
    /// Went to another field of the line.
    Focus(u8),
    /// A key in a field of the line.
    Type(u8, Op),
    /// The line was saved or let go: it is empty, or what was laid aside is back.
    Clear,
}

/// Where the note-taker is, and the line being typed.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The round that is shown; the first of the workshop if none was chosen yet.
    pub round: Option<RoundId>,
    /// Where the next entry goes; the first place of the round if none was chosen yet.
    pub place: Option<(BlockId, CategoryId)>,
    /// Under which entry the next one hangs, if that was chosen and not left to the last one.
    pub under: Option<EntryId>,
    /// The earlier entry that is chosen.
    pub chosen: Option<EntryId>,
    /// What the line will do.
    pub hold: Hold,
    /// The field with the cursor: 0 for the words, then the columns.
    pub focus: u8,
    line: Vec<Editor>,
    aside: Option<(Vec<Editor>, u8)>,
}

impl Desk {
    /// Takes a step. The one way in which the desk changes.
    pub fn step(&mut self, step: &Step) {
        match step {
            Step::Round(round) => {
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
            Step::Hold(hold) => {
                if self.aside.is_none() {
                    self.aside = Some((std::mem::take(&mut self.line), self.focus));
                }
                self.line.clear();
                self.hold = hold.clone();
                self.focus = 0;
            }
            Step::Focus(field) => self.focus = *field,
            Step::Type(field, op) => {
                self.editor_mut(*field).apply(op);
            }
            Step::Clear => {
                let (line, focus) = self.aside.take().unwrap_or_default();
                self.line = line;
                self.focus = focus;
                self.hold = Hold::New;
                self.under = None;
            }
        }
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
        self.is_blank() && self.aside.is_none() && self.hold == Hold::New
    }

    /// The steps that bring an empty desk to where this one is, its words apart.
    pub fn way(&self) -> Vec<Step> {
        let mut way: Vec<Step> = self.round.iter().cloned().map(Step::Round).collect();
        way.extend(self.place.iter().map(|(block, category)| Step::Place(block.clone(), category.clone())));
        way
    }
}
