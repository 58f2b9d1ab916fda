//! A lesson for a next time, at the table: marked at once, and filled in for who has the time.
//!
//! Not for what stands on the form (`over::lesson`) nor for the harvest (`oogst::lesson`).

use super::{Tafel, lists::show};
use crate::{
    app::{
        Desk,
        over::{Deed, Filled, LessonForm, Over},
    },
    record::{Deed as Why, EntryId, Flag, Taught},
    session::Hold,
    ui::theme::Ink,
};

impl Tafel {
    /// Makes the entry that a key is about a lesson, and opens its form; of one that is a lesson already only the form.
    pub(super) fn teach(&mut self, desk: &mut Desk) -> Option<Deed> {
        if self.refuses(desk) {
            return None; // so that nothing is filled in that cannot be saved
        }
        let line = &self.at().desk;
        if line.chosen.is_none() && line.hold == Hold::New && !line.is_blank() {
            let before = self.at().records.len();
            self.save(Some(Flag::Lesson), desk); // what is being typed is meant
            if self.at().records.len() == before {
                return None; // it could not be saved, and that was said
            }
        }
        let id = self.about()?;
        let taught = match self.taught(&id) {
            Some(taught) => taught,
            None => {
                let entry = self.at().records.entry(&id)?;
                let touches = Taught::marks(entry, Some(&self.session.harvest.records), Some(&Taught::default()));
                if !self.alter(touches, Why::Did, desk) {
                    return None;
                }
                self.taught(&id)?
            }
        };
        let words = self.at().records.entry(&id)?.text.replace('\n', " ");
        Some(show(Over::Lesson(Box::new(LessonForm::new(id, words, taught, &self.session.head.place)))))
    }

    fn taught(&self, id: &EntryId) -> Option<Taught> {
        Taught::of(self.at().records.entry(id)?, Some(&self.session.harvest.records))
    }

    /// Saves what was filled in of a lesson, or that it is none.
    pub(super) fn taught_is(&mut self, filled: &Filled, desk: &mut Desk) {
        if self.harvesting().is_some() {
            return self.harvest_teaches(filled, desk);
        }
        let Some(entry) = self.at().records.entry(&filled.id) else { return };
        let harvest = Some(&self.session.harvest.records);
        let now = filled.over(&Taught::of(entry, harvest).unwrap_or_default());
        let touches = Taught::marks(entry, harvest, now.as_ref());
        if self.alter(touches, Why::Did, desk) {
            let key = if now.is_some() { "lesson-kept" } else { "lesson-none" };
            desk.tell(Ink::Good, desk.words.say(key));
        }
    }
}
