//! What can be taken back: the steps made so far, and those taken back from which one may still return.
//!
//! It holds changes, never whole texts, and knows no limit. Only the editor calls it.

use super::splice::Splice;

/// What sort of deed a change was, to know which changes make one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deed {
    /// One grapheme was typed.
    Type,
    /// One grapheme was taken away before the caret.
    Back,
    /// One grapheme was taken away behind the caret.
    Delete,
    /// Anything else: a step by itself.
    #[default]
    Whole,
}

/// The deed last done, and whether it was done to white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// What was done.
    pub deed: Deed,
    /// Whether it was white space that came or went.
    pub blank: bool,
}

impl Run {
    /// The run that nothing joins.
    pub const CLOSED: Self = Self { deed: Deed::Whole, blank: false };

    /// Says whether a change belongs to the step before it: the same deed, and no space opening a new word.
    fn goes_on(self, before: Self) -> bool {
        self.deed != Deed::Whole && self.deed == before.deed && (before.blank || !self.blank)
    }
}

/// One step: a change, and where the caret stood before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    splice: Splice,
    before: usize,
    after: usize,
}

/// The steps on either side of now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    run: Run,
}

impl History {
    /// Keeps a change that was just made; what had been taken back is gone for good.
    pub fn keep(&mut self, splice: Splice, before: usize, after: usize, run: Run) {
        self.future.clear();
        let goes_on = run.goes_on(self.run);
        self.run = run;
        let apart = match self.past.last_mut() {
            Some(last) if goes_on => match last.splice.join(splice) {
                None => {
                    last.after = after;
                    return;
                }
                Some(apart) => apart,
            },
            Some(_) | None => splice,
        };
        self.past.push(Step { splice: apart, before, after });
    }

    /// Ends the step, because the caret went elsewhere.
    pub fn close(&mut self) {
        self.run = Run::CLOSED;
    }

    /// Says whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Says whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last step back and gives where the caret goes.
    pub fn undo(&mut self, text: &mut String) -> Option<usize> {
        let step = self.past.pop()?;
        step.splice.unmake(text);
        let caret = step.before;
        self.future.push(step);
        self.close();
        Some(caret)
    }

    /// Does the step again that was last taken back and gives where the caret goes.
    pub fn redo(&mut self, text: &mut String) -> Option<usize> {
        let step = self.future.pop()?;
        step.splice.make(text);
        let caret = step.after;
        self.past.push(step);
        self.close();
        Some(caret)
    }
}
