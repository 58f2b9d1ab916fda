//! What all tables come to: votes, scales, roles, mirrors, agreements, and by itself where tables or parties differ.

use super::{Front, aside, under};
use crate::{
    document::{Block, Item, Run},
    harvest::verdicts::{Finding, Sort, Teller, Trace},
    report::outcome::{self, Telling},
};

impl Front<'_> {
    pub(super) fn telling<'b>(&'b self, code: &'b dyn Fn(&Trace) -> Option<String>) -> Telling<'b> {
        Telling { words: self.words, session: &self.session, level: 2, code }
    }

    /// The votes and scales, roles, mirrors, and what differs.
    pub(super) fn results(&self) -> Vec<Block> {
        let code = |trace: &Trace| self.trace(trace);
        let telling = self.telling(&code);
        let of = &self.verdicts;
        let votes = of.votes.iter().flat_map(|one| outcome::votes(telling, one));
        let mut given: Vec<Block> =
            votes.chain(of.scales.iter().flat_map(|one| outcome::scale(telling, one))).collect();
        if of.scales.iter().any(|one| !one.tables.is_empty()) {
            given.push(aside(self.words.say("verdicts-method")));
        }
        let roles = of.roles.iter().flat_map(|one| outcome::roles(telling, one)).collect();
        let mirrors = of.mirrors.iter().flat_map(|one| outcome::mirror(telling, one)).collect();
        let mut blocks = under(self.heading("report-votes"), given);
        blocks.extend(under(self.heading("report-roles"), roles));
        blocks.extend(under(self.heading("report-mirrors"), mirrors));
        blocks.extend(self.differences());
        blocks
    }

    /// The agreements, and what lacks somebody who pulls it or a day.
    pub(super) fn agreed(&self) -> Vec<Block> {
        let code = |trace: &Trace| self.trace(trace);
        under(self.heading("report-agreements"), outcome::agreements(self.telling(&code), &self.verdicts.agreements))
    }

    /// Where tables or parties lie apart, are divided among themselves, or say what cannot both be.
    fn differences(&self) -> Vec<Block> {
        let teller = Teller { words: self.words, parties: &self.session.head.parties };
        let of = &self.verdicts;
        let mut items = Vec::new();
        for vote in &of.votes {
            let found = vote.options.iter().map(|one| (one.label.as_str(), teller.of_choice(one), one.traces.clone()));
            items.extend(self.differs(&vote.asked.title, found.collect()));
        }
        for scale in &of.scales {
            let found = scale.items.iter().map(|one| {
                let traces = one.dots.iter().map(|dot| dot.trace.clone()).collect();
                (one.label.as_str(), teller.of_measured(scale, one), traces)
            });
            items.extend(self.differs(&scale.asked.title, found.collect()));
        }
        for overlay in &of.roles {
            let found = overlay.rows.iter();
            let found = found.map(|task| (task.label.as_str(), teller.of_task(overlay, task), task.traces.clone()));
            items.extend(self.differs(&overlay.asked.title, found.collect()));
        }
        let blocks = if items.is_empty() { Vec::new() } else { vec![Block::List(items)] };
        under(self.heading("report-differences"), blocks)
    }

    /// What differs in one thing that was asked.
    fn differs(&self, title: &str, found: Vec<(&str, Vec<Finding>, Vec<Trace>)>) -> Option<Item> {
        let differs = |finding: &Finding| matches!(finding.sort, Sort::Apart | Sort::Within | Sort::Contradiction);
        let mut below = Vec::new();
        for (label, findings, traces) in found {
            for finding in findings.into_iter().filter(differs) {
                let runs = vec![Run::plain(format!("{label}: {}", finding.text))];
                let mut links: Vec<Run> = traces.iter().filter_map(|trace| self.trace(trace)).map(Run::link).collect();
                links.dedup();
                below.push(Item { runs: runs.into_iter().chain(links).collect(), below: Vec::new() });
            }
        }
        (!below.is_empty()).then(|| Item { runs: vec![Run::strong(title)], below })
    }
}
