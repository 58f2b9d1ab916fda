//! What was concluded, in a few lines: each theme with its conclusion, or else with the lines that say most.
//!
//! Where nobody made a theme, each table tells the lines that say most there. Also the rest of the report of one page.

use super::Front;
use crate::{
    document::{Block, Item, Run},
    harvest::{Theme, verdicts::Agreed},
    record::BlockId,
    report::carried::Stands,
    words::dates,
};

/// So many lines stand for a theme without a conclusion, and for a table where there are no themes.
const TOP: usize = 3;

/// So many insights and agreements fit on one page; the rest is counted.
const INSIGHTS: usize = 5;
const AGREEMENTS: usize = 5;

impl Front<'_> {
    /// The summary: of everything, or of one table, whose lines make no themes of their own. Where there are no themes, `top`
    /// says whether each table tells the lines that say most; on one page the key insights do, if there are any. So many
    /// themes are told at `most`: where there is no room for all, those with a conclusion or the most lines.
    pub(super) fn summary(&self, whole: bool, top: bool, most: usize) -> Vec<Block> {
        let themes: Vec<&Theme> = self.harvest.themes.all.iter().filter(|theme| whole && self.tells(theme)).collect();
        let all = self.said_now().count();
        let mut blocks = vec![self.heading("report-summary")];
        if all == 0 && themes.is_empty() {
            blocks.push(super::aside(self.words.say("report-summary-nothing")));
            return blocks;
        }
        if themes.is_empty() {
            blocks.push(Block::plain(self.words.tell("report-summary-open", &[("count", all.into())])));
            if !top {
                return blocks;
            }
            blocks.push(Block::plain(self.words.say("report-summary-top")));
            let lines = if whole { TOP } else { INSIGHTS };
            let items = self.session.tables.iter().filter_map(|table| {
                let points = &self.harvest.points;
                let plain = |at: &usize| {
                    let spot = points.spot(*at);
                    let round = self.session.head.workshop.rounds.get(spot.round);
                    let prose = round.is_some_and(|round| spot.block == BlockId::of_round(&round.id));
                    points.all[*at].table == table.id && !spot.quote && !spot.agreed && !prose
                };
                let own: Vec<usize> = self.said_now().filter(plain).collect();
                let said = |at: &usize| self.harvest.themes.key[*at] || points.spot(*at).sigil.is_some();
                let telling: Vec<usize> = own.iter().copied().filter(said).collect();
                let from = if telling.is_empty() { &own } else { &telling };
                let below: Vec<Item> = self.top(from, lines).into_iter().map(|at| self.own_item(at)).collect();
                (!below.is_empty()).then(|| Item { runs: vec![Run::strong(self.table(table.id))], below })
            });
            blocks.push(Block::List(items.collect()));
            return blocks;
        }
        let unused = self.tellable(&self.harvest.themes.unused);
        let unused = unused.into_iter().filter(|at| !self.came_along(*at)).count();
        let args = [
            ("count", all.into()),
            ("themes", themes.len().into()),
            ("used", (all - unused).into()),
            ("unused", unused.into()),
        ];
        blocks.push(Block::plain(self.words.tell("report-summary-counts", &args)));
        let count = themes.len();
        let mut told: Vec<(usize, &Theme)> = themes.into_iter().enumerate().collect();
        told.sort_by_key(|(at, theme)| {
            (theme.conclusion.trim().is_empty(), std::cmp::Reverse(theme.members.len()), *at)
        });
        told.truncate(most);
        told.sort_by_key(|(at, _)| *at);
        let top = if most < usize::MAX { 1 } else { TOP };
        blocks.push(Block::List(told.into_iter().map(|(_, theme)| self.short(theme, top)).collect()));
        blocks.extend(self.more(count, most));
        blocks
    }

    /// What stands below the summary where there is one page.
    pub(super) fn page(&self) -> Vec<Block> {
        let starred: Vec<usize> = self.lines().filter(|at| self.harvest.themes.key[*at]).collect();
        let mut blocks = Vec::new();
        if !starred.is_empty() {
            blocks.push(self.heading("report-insights"));
            blocks.push(Block::List(starred.iter().take(INSIGHTS).map(|at| self.item(*at)).collect()));
            blocks.extend(self.more(starred.len(), INSIGHTS));
        }
        let all = &self.verdicts.agreements;
        let items = all.iter().take(AGREEMENTS).map(|one| self.brief(one)).collect();
        let mut agreed = if all.is_empty() { Vec::new() } else { vec![Block::List(items)] };
        agreed.extend(self.more(all.len(), AGREEMENTS));
        blocks.extend(super::under(self.heading("report-agreements"), agreed));
        blocks
    }

    /// An agreement in one line: what, how it stands where it came along, who pulls it, when, at which table.
    fn brief(&self, one: &Agreed) -> Item {
        let lacks = |lacks: bool, key: &str| lacks.then(|| self.words.say(key));
        let who = one.who.clone().or_else(|| lacks(one.lacks_who(), "verdicts-no-who"));
        let when = one.when.map(|day| dates::date_long(day, self.words.lang()));
        let when = when.or_else(|| one.about_when.clone()).or_else(|| lacks(one.lacks_when(), "verdicts-no-when"));
        let stands = one.since.map(|_| Stands::of(&self.session, one).told(self.words));
        let about: Vec<String> = [stands, who, when, Some(self.table(one.table()))].into_iter().flatten().collect();
        let runs = [Run::plain(&one.what), Run::aside(about.join("; "))];
        Item { runs: runs.into_iter().chain(self.trace(&one.trace).map(Run::link)).collect(), below: Vec::new() }
    }

    /// A theme in one line, and what stands for it where nothing was concluded.
    fn short(&self, theme: &Theme, most: usize) -> Item {
        let members = self.tellable(&theme.members);
        let mut runs = vec![Run::strong(&theme.name), Run::aside(self.reach(&members))];
        let concluded = !theme.conclusion.trim().is_empty();
        if concluded {
            runs.push(Run::plain(&theme.conclusion));
            runs.extend(self.tellable(&theme.evidence).into_iter().take(TOP).filter_map(|at| self.link(at)));
        }
        let top = if concluded { Vec::new() } else { self.top(&members, most) };
        Item { runs, below: top.into_iter().map(|at| self.item(at)).collect() }
    }
}
