//! Lessons at the harvest: a line or a theme is marked as one and filled in, at the table that is the harvest.
//!
//! A theme is an entry there and carries the mark itself; of a line it is a judgement, so that what its table said stays the
//! table's. Not for what stands on the form (`over::lesson`). Called by `act` and by `tafel`.

use super::{Asked, Oogst, view::At, write::Desks};
use crate::{
    app::{
        Desk,
        over::{Deed, Filled, LessonForm, Over},
    },
    form::listing,
    record::{Entry, EntryId, Taught, Touch},
    session::Session,
    ui::theme::Ink,
};

impl Oogst {
    /// Makes what is chosen a lesson and opens its form; of one that is a lesson already only the form. Of several lines that
    /// are marked each becomes one; of one that is marked the form opens, wherever one is.
    pub(super) fn teach(&mut self, desks: &mut Desks<'_>) -> Asked {
        if desks.refuses() {
            return Asked::Nothing; // so that nothing is filled in that cannot be saved
        }
        let id = match self.at() {
            At::Line { .. } if self.look.marks.len() > 1 => {
                self.teach_all(desks);
                return Asked::Nothing;
            }
            At::Line { .. } if !self.look.marks.is_empty() => self.look.marks.drain().next(),
            At::Line { point, .. } => self.harvest.points.all.get(point).map(|point| point.id.clone()),
            At::Theme(theme) => self.made(theme, desks),
            At::Unused | At::Judged { .. } | At::Nothing => {
                desks.desk.tell(Ink::Dim, desks.desk.words.say("lesson-choose"));
                None
            }
        };
        let Some(id) = id else { return Asked::Nothing };
        if self.taught(&id, desks.session).is_none() {
            desks.touches(self.touches(&id, Some(&Taught::default()), desks.session));
        }
        let (Some(taught), Some(entry)) = (self.taught(&id, desks.session), self.entry(&id, desks.session)) else {
            return Asked::Nothing;
        };
        let form = LessonForm::new(id, entry.text.replace('\n', " "), taught, &desks.session.head.place);
        Asked::Deed(Deed::Show(Box::new(Over::Lesson(Box::new(form)))))
    }

    fn teach_all(&mut self, desks: &mut Desks<'_>) {
        let lines = self.lines_at();
        let harvest = &desks.session.harvest.records;
        let marked =
            |id: &EntryId| Some(self.entry(id, desks.session)?).filter(|one| Taught::of(one, Some(harvest)).is_none());
        let touches: Vec<_> = lines
            .iter()
            .filter_map(marked)
            .flat_map(|entry| Taught::judges(entry, harvest, Some(&Taught::default())))
            .collect();
        let count = touches.len();
        if desks.touches(touches) {
            self.look.marks.clear();
            desks.desk.tell(Ink::Good, desks.desk.words.tell("lesson-many", &[("count", count.into())]));
        }
    }

    /// Saves what was filled in of a lesson, or that it is none.
    pub fn teaches(&mut self, filled: &Filled, desks: &mut Desks<'_>) {
        let now = filled.over(&self.taught(&filled.id, desks.session).unwrap_or_default());
        let touches = self.touches(&filled.id, now.as_ref(), desks.session);
        if desks.touches(touches) {
            let key = if now.is_some() { "lesson-kept" } else { "lesson-none" };
            desks.desk.tell(Ink::Good, desks.desk.words.say(key));
        }
    }

    /// What makes a line or a theme this lesson, or none.
    fn touches(&self, id: &EntryId, now: Option<&Taught>, session: &Session) -> Vec<Touch> {
        let harvest = &session.harvest.records;
        match (harvest.entry(id), self.entry(id, session)) {
            (Some(theme), _) => Taught::marks(theme, Some(harvest), now),
            (None, Some(line)) => Taught::judges(line, harvest, now),
            (None, None) => Vec::new(),
        }
    }

    /// What makes a line or a theme a lesson, in words.
    pub(super) fn lesson(&self, id: &EntryId, session: &Session, desk: &Desk) -> Option<String> {
        let taught = self.taught(id, session)?;
        let mark = format!("{} {}", desk.theme.glyphs.lesson, desk.words.say("form-flag-lesson"));
        let lore = listing::lore(&desk.words, &taught);
        let told = lore.into_iter().map(|(label, text)| format!("{label}: {text}"));
        Some(std::iter::once(mark).chain(told).collect::<Vec<_>>().join(&format!(" {} ", desk.theme.glyphs.dot)))
    }

    /// A line of a table, or a theme that somebody made.
    fn entry<'a>(&self, id: &EntryId, session: &'a Session) -> Option<&'a Entry> {
        let line = self.harvest.points.at(id).and_then(|at| self.harvest.points.entry(session, at));
        line.or_else(|| session.harvest.records.entry(id))
    }

    fn taught(&self, id: &EntryId, session: &Session) -> Option<Taught> {
        Taught::of(self.entry(id, session)?, Some(&session.harvest.records))
    }
}
