//! What a next session should know: the lines and themes that were marked as lessons, with where they hold, under which
//! conditions, and what one must know.

use super::{Front, under};
use crate::{
    document::{Block, Item, Run},
    record::{About, Taught},
};

impl Front<'_> {
    /// The lessons: those of themes first, since they are said of more than one line. `whole` if it is the report of all
    /// tables; else those of themes are not told.
    pub(super) fn lessons(&self, whole: bool) -> Vec<Block> {
        let records = &self.session.harvest.records;
        let themes = self.harvest.themes.all.iter().filter(|theme| whole && !theme.name.trim().is_empty());
        let themes = themes.filter_map(|theme| {
            let taught = Taught::of(records.entry(theme.id()?)?, None)?;
            let conclusion = Some(theme.conclusion.trim()).filter(|text| !text.is_empty());
            let runs = std::iter::once(Run::strong(&theme.name)).chain(conclusion.map(Run::plain)).collect();
            Some(Item { runs, below: self.told_beside(&taught) })
        });
        let lines = self.lines().filter_map(|at| {
            let taught = Taught::of(self.harvest.points.entry(&self.session, at)?, Some(records))?;
            Some(Item { below: self.told_beside(&taught), ..self.item(at) })
        });
        let items: Vec<Item> = themes.chain(lines).collect();
        let list = (!items.is_empty()).then_some(Block::List(items));
        under(self.heading("report-lessons"), list.into_iter().collect())
    }

    /// What stands beside the words of a lesson, each with what it is.
    fn told_beside(&self, taught: &Taught) -> Vec<Item> {
        let told =
            About::ALL.into_iter().map(|about| (about, taught.get(about).trim())).filter(|(_, text)| !text.is_empty());
        let item = |(about, text): (About, &str)| {
            let runs = vec![Run::plain(format!("{}: {text}", self.words.say(about.key())))];
            Item { runs, below: Vec::new() }
        };
        told.map(item).collect()
    }
}
