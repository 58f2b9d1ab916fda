//! What was concluded, in a few lines: each theme with its conclusion, or else with the lines that say most.
//!
//! Where nobody made a theme, each table tells the lines that say most there. Also the rest of the report of one page.

use super::Front;
use crate::{
    document::{Block, Item, Run},
    harvest::Theme,
    report::outcome::agreements,
};

/// So many lines stand for a theme without a conclusion, and for a table where there are no themes.
const TOP: usize = 3;

/// So many insights and agreements fit on one page; the rest is counted.
const INSIGHTS: usize = 10;
const AGREEMENTS: usize = 10;

impl Front<'_> {
    /// The summary: of everything, or of one table, whose lines make no themes of their own. Where there are no themes, `top`
    /// says whether each table tells the lines that say most; on one page the key insights do, if there are any.
    pub(super) fn summary(&self, whole: bool, top: bool) -> Vec<Block> {
        let themes: Vec<&Theme> = self.harvest.themes.all.iter().filter(|theme| whole && self.tells(theme)).collect();
        let all = self.lines().count();
        let mut blocks = vec![self.heading("report-summary")];
        if all == 0 {
            blocks.push(super::aside(self.words.say("report-summary-nothing")));
            return blocks;
        }
        if themes.is_empty() {
            blocks.push(Block::plain(self.words.tell("report-summary-open", &[("count", all.into())])));
            if !top {
                return blocks;
            }
            blocks.push(Block::plain(self.words.say("report-summary-top")));
            let most = if whole { TOP } else { INSIGHTS };
            let items = self.session.tables.iter().filter_map(|table| {
                let points = &self.harvest.points;
                let plain = |at: &usize| {
                    let spot = points.spot(*at);
                    points.all[*at].table == table.id && !spot.quote && !spot.agreed
                };
                let own: Vec<usize> = self.lines().filter(plain).collect();
                let said = |at: &usize| self.harvest.themes.key[*at] || points.spot(*at).sigil.is_some();
                let telling: Vec<usize> = own.iter().copied().filter(said).collect();
                let from = if telling.is_empty() { &own } else { &telling };
                let below: Vec<Item> = self.top(from, most).into_iter().map(|at| self.item(at)).collect();
                (!below.is_empty()).then(|| Item { runs: vec![Run::strong(self.table(table.id))], below })
            });
            blocks.push(Block::List(items.collect()));
            return blocks;
        }
        let unused = self.tellable(&self.harvest.themes.unused).len();
        let args = [
            ("count", all.into()),
            ("themes", themes.len().into()),
            ("used", (all - unused).into()),
            ("unused", unused.into()),
        ];
        blocks.push(Block::plain(self.words.tell("report-summary-counts", &args)));
        blocks.push(Block::List(themes.iter().map(|theme| self.short(theme)).collect()));
        blocks
    }

    /// What stands below the summary where there is one page.
    pub(super) fn page(&self) -> Vec<Block> {
        let starred: Vec<usize> = self.lines().filter(|at| self.harvest.themes.key[*at]).collect();
        let mut blocks = vec![self.heading("report-insights")];
        if starred.is_empty() {
            blocks.push(super::aside(self.words.say("report-insights-none")));
        } else {
            blocks.push(Block::List(starred.iter().take(INSIGHTS).map(|at| self.item(*at)).collect()));
            blocks.extend(self.more(starred.len(), INSIGHTS));
        }
        let all = &self.verdicts.agreements;
        let code = |trace: &_| self.trace(trace);
        let mut agreed = agreements(self.telling(&code), &all[..all.len().min(AGREEMENTS)]);
        // what lacks an owner or a day stands in the table itself
        agreed.truncate(1);
        agreed.extend(self.more(all.len(), AGREEMENTS));
        blocks.extend(super::under(self.heading("report-agreements"), agreed));
        blocks
    }

    /// A theme in one line, and what stands for it where nothing was concluded.
    fn short(&self, theme: &Theme) -> Item {
        let members = self.tellable(&theme.members);
        let mut runs = vec![Run::strong(&theme.name), Run::aside(self.reach(&members))];
        let concluded = !theme.conclusion.trim().is_empty();
        if concluded {
            runs.push(Run::plain(&theme.conclusion));
            runs.extend(self.tellable(&theme.evidence).into_iter().take(TOP).filter_map(|at| self.link(at)));
        }
        let top = if concluded { Vec::new() } else { self.top(&members, TOP) };
        Item { runs, below: top.into_iter().map(|at| self.item(at)).collect() }
    }
}
