//! How much each table and each party brought in, as bars; and what the rounds that close the day ask for.

use super::{Front, under};
use crate::{
    document::{Bar, Block, Figure, Item, Picture, Run},
    words::numbers,
};

/// The rounds in which people say what they think of the day or hope for after it, by their id in any workshop.
const CLOSING: [&str; 4] = ["evaluatie", "evaluation", "wensen", "wishes"];

impl Front<'_> {
    /// Who brought in how much; nothing where there is nobody to compare with.
    pub(super) fn voices(&self) -> Vec<Block> {
        let points = &self.harvest.points;
        let lines: Vec<usize> = self.said_now().collect();
        let mut blocks = Vec::new();
        if self.session.tables.len() > 1 && !lines.is_empty() {
            let count = |id| lines.iter().filter(|at| points.all[**at].table == id).count();
            let bars = self.session.tables.iter().map(|table| self.bar(self.table(table.id), count(table.id), None));
            blocks.push(self.bars("report-voices-tables", "verdicts-table", bars.collect(), String::new()));
        }
        let named = lines.iter().filter(|at| points.all[**at].party.is_some()).count();
        if named > 0 {
            let parties = &self.session.head.parties.0;
            let seats: u32 = parties.iter().map(|party| party.seats).sum();
            // a share says something only where it is known of everybody how many they were
            let known = parties.iter().all(|party| party.seats > 0);
            let bars = parties.iter().map(|party| {
                let count = lines.iter().filter(|at| points.all[**at].party.as_ref() == Some(&party.id)).count();
                let share = f64::from(party.seats) / f64::from(seats.max(1)) * named as f64;
                self.bar(party.label.clone(), count, known.then_some(share))
            });
            let notch = if known { self.words.say("report-voices-notch") } else { String::new() };
            blocks.push(self.bars("report-voices-parties", "report-party", bars.collect(), notch));
            let args = [("count", (lines.len() - named).into())];
            blocks.push(super::aside(self.words.tell("report-voices-nobody", &args)));
        }
        under(self.heading("report-voices-heading"), blocks)
    }

    fn bar(&self, label: String, count: usize, notch: Option<f64>) -> Bar {
        let told = match notch {
            Some(share) => {
                let share = numbers::number(share, 0, self.words.lang());
                self.words.tell("report-voices-share", &[("count", count.into()), ("share", share.into())])
            }
            None => self.words.tell("report-points", &[("count", count.into())]),
        };
        Bar { label, value: count as f64, told, notch }
    }

    fn bars(&self, caption: &str, what: &str, bars: Vec<Bar>, notch: String) -> Block {
        let top = bars.iter().max_by(|a, b| a.value.total_cmp(&b.value).then(std::cmp::Ordering::Greater));
        let top = top.map(|bar| bar.label.clone()).unwrap_or_default();
        let alt = self.words.tell("report-voices-alt", &[("count", bars.len().into()), ("top", top.into())]);
        let measure = self.words.say("report-voices-measure");
        let picture = Picture::Bars { what: self.words.say(what), measure, bars, notch };
        Block::Figure(Figure { picture, caption: self.words.say(caption), alt })
    }

    /// What was said in the rounds that close the day, over all tables.
    pub(super) fn closing(&self) -> Vec<Block> {
        let points = &self.harvest.points;
        let rounds = self.session.head.workshop.rounds.iter().enumerate();
        let mut blocks = Vec::new();
        for (at, round) in rounds.filter(|(_, round)| CLOSING.contains(&round.id.as_str())) {
            let items = self.session.tables.iter().filter_map(|table| {
                let own = self.lines().filter(|line| {
                    points.all[*line].table == table.id && points.spot(*line).round == at && !self.is_quote(*line)
                });
                let below: Vec<Item> = own.map(|line| self.own_item(line)).collect();
                (!below.is_empty()).then(|| Item { runs: vec![Run::strong(self.table(table.id))], below })
            });
            let items: Vec<Item> = items.collect();
            if items.is_empty() {
                continue;
            }
            let question = Some(round.question.as_str()).filter(|question| !question.trim().is_empty());
            blocks.push(Block::Heading(1, round.title.clone()));
            blocks.extend(question.map(|question| Block::Paragraph(vec![Run::strong(question)])));
            blocks.push(Block::List(items));
        }
        blocks
    }
}
