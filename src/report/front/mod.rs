//! The front of a report: what was made of all that was said. Summary, themes with their evidence, insights, results.
//!
//! ```text
//! summary   what was concluded, in a few lines
//! themes    each theme with its counts, its evidence and all that stands under it; what is under none
//! insights  what was marked as a key insight, and literal words
//! lessons   what a next session should know
//! results   votes, scales, roles, mirrors, agreements, and where tables or parties differ
//! voices    how much each table and each party brought in, and what closing rounds ask for
//! ```
//!
//! **Nothing new stands in front.** A line may be told here only if it stands in the back of the same report, so what a
//! variant leaves out there cannot come in here, and every code leads somewhere. Not for what was said itself (that is
//! `table`). Called by the report room only.

mod insights;
mod lessons;
mod results;
mod summary;
mod themes;
mod voices;

use super::{Options, Variant, carried::is_carried};
use crate::{
    document::{Block, Codes, Item, Run},
    form::Room,
    harvest::{
        Harvest,
        verdicts::{Trace, Verdicts},
    },
    record::{EntryId, Flag, TableId},
    session::{Session, Told},
    words::Words,
};
use std::borrow::Cow;

/// So many themes fit on one page; the rest is counted.
const BRIEF: usize = 4;

/// All that the parts of the front look at.
struct Front<'a> {
    told: &'a Told,
    /// The session, or the part of it that the report is of.
    session: Cow<'a, Session>,
    words: &'a Words,
    /// What stands in the back.
    codes: &'a Codes,
    harvest: Harvest,
    verdicts: Verdicts,
}

/// The front of a report of which the back has these codes.
pub(super) fn blocks(told: &Told, words: &Words, options: &Options, codes: &Codes) -> Vec<Block> {
    let session = match options.table {
        None => Cow::Borrowed(&told.session),
        Some(id) => {
            let mut session = told.session.clone();
            session.tables.retain(|table| table.id == id);
            Cow::Owned(session)
        }
    };
    let mut harvest = Harvest::default();
    harvest.follow(&session, words);
    let verdicts = Verdicts::read(&session, words, true);
    let front = Front { told, session, words, codes, harvest, verdicts };
    let whole = options.table.is_none();
    let mut blocks = Vec::new();
    match options.variant {
        Variant::OnePage => {
            let starred = front.lines().any(|at| front.harvest.themes.key[at]);
            blocks.extend(front.summary(whole, !starred, BRIEF));
            blocks.extend(front.page());
        }
        Variant::Internal | Variant::Public => {
            if whole {
                blocks.extend(front.summary(whole, true, usize::MAX));
                blocks.extend(front.themes());
            }
            blocks.extend(front.insights());
            blocks.extend(front.lessons(whole));
            // what one table gave stands at that table
            if whole {
                blocks.extend(front.results());
            }
            blocks.extend(front.agreed());
            if whole {
                blocks.extend(front.closing());
                blocks.extend(front.voices());
                blocks.extend(front.unused());
            }
        }
    }
    blocks
}

impl Front<'_> {
    /// The code of an entry, if it stands in the back.
    fn code(&self, table: TableId, entry: &EntryId) -> Option<String> {
        self.told.code(table.0, entry).filter(|code| self.codes.place(code).is_some())
    }

    /// The code of what a result rests on, if it stands in the back.
    fn trace(&self, trace: &Trace) -> Option<String> {
        self.code(trace.table, trace.entry.as_ref()?)
    }

    /// The lines that may be told, as they were said.
    fn lines(&self) -> impl Iterator<Item = usize> {
        (0..self.harvest.points.all.len()).filter(|at| self.may_tell(*at))
    }

    /// Those of these that were said in this session, and did not come along from an earlier one.
    fn said_now(&self) -> impl Iterator<Item = usize> {
        self.lines().filter(|at| !self.came_along(*at))
    }

    fn came_along(&self, at: usize) -> bool {
        self.harvest.points.entry(&self.session, at).is_some_and(is_carried)
    }

    /// Those of these that may be told.
    fn tellable(&self, lines: &[usize]) -> Vec<usize> {
        lines.iter().copied().filter(|at| self.may_tell(*at)).collect()
    }

    fn may_tell(&self, at: usize) -> bool {
        let points = &self.harvest.points;
        let point = &points.all[at];
        !point.kept_in && !points.spot(at).private && self.code(point.table, &point.id).is_some()
    }

    /// Whether it is literal words.
    fn is_quote(&self, at: usize) -> bool {
        let points = &self.harvest.points;
        points.spot(at).quote || points.entry(&self.session, at).is_some_and(|entry| entry.has(Flag::Quote))
    }

    /// At which table it was said, and in whose name as far as that is told.
    fn origin(&self, at: usize) -> String {
        let point = &self.harvest.points.all[at];
        let table = self.table(point.table);
        let party = point.party.as_ref().and_then(|id| self.session.head.parties.get(id));
        party.map_or_else(|| table.clone(), |party| format!("{table}; {}", party.label))
    }

    /// A table, by its number.
    fn table(&self, table: TableId) -> String {
        self.words.tell("report-table", &[("number", table.to_string().into())])
    }

    /// A line with where it comes from, and the way to where it stands.
    fn item(&self, at: usize) -> Item {
        self.told_item(at, Some(self.origin(at)))
    }

    /// A line among others of its table.
    fn own_item(&self, at: usize) -> Item {
        let party = self.harvest.points.all[at].party.as_ref();
        let party = party.and_then(|id| self.session.head.parties.get(id)).map(|party| party.label.clone());
        self.told_item(at, party)
    }

    fn told_item(&self, at: usize, origin: Option<String>) -> Item {
        let text = self.text(at);
        let text = if self.is_quote(at) { format!("“{text}”") } else { text };
        let text = if self.harvest.themes.key[at] { Run::strong(text) } else { Run::plain(text) };
        let runs = std::iter::once(text).chain(origin.map(Run::aside)).chain(self.link(at)).collect();
        Item { runs, below: Vec::new() }
    }

    fn text(&self, at: usize) -> String {
        self.harvest.points.text(&self.session, at).to_owned()
    }

    fn link(&self, at: usize) -> Option<Run> {
        let point = &self.harvest.points.all[at];
        self.code(point.table, &point.id).map(Run::link)
    }

    /// The lines that say most, the key insights and what has most stickers first.
    fn top(&self, lines: &[usize], most: usize) -> Vec<usize> {
        let points = &self.harvest.points;
        let mut top = lines.to_vec();
        top.sort_by_key(|at| (!self.harvest.themes.key[*at], std::cmp::Reverse(points.all[*at].votes), *at));
        top.truncate(most);
        top
    }

    /// How many more there are than were told.
    fn more(&self, all: usize, most: usize) -> Option<Block> {
        let more = all.checked_sub(most).filter(|more| *more > 0)?;
        Some(aside(self.words.tell("report-insights-more", &[("count", more.into())])))
    }

    fn heading(&self, key: &str) -> Block {
        Block::Heading(1, self.words.say(key))
    }
}

fn aside(text: String) -> Block {
    Block::Paragraph(vec![Run::aside(text)])
}

/// A heading with what stands below it; nothing where nothing does.
fn under(heading: Block, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() { blocks } else { std::iter::once(heading).chain(blocks).collect() }
}

#[cfg(test)]
mod tests;
