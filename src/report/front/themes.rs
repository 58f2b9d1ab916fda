//! The themes with all that stands under them, evidence first; and what is under none.

use super::{Front, aside, under};
use crate::{
    document::{Block, Card, Figure, Item, Picture, Run, Shade},
    harvest::Theme,
    record::TableId,
};

/// A picture of themes by table is read up to so many tables; beyond that the counts below each theme say it.
const DRAWN: usize = 12;

impl Front<'_> {
    /// Whether there is anything to tell of a theme.
    pub(super) fn tells(&self, theme: &Theme) -> bool {
        let named = !theme.name.trim().is_empty();
        named && (!theme.conclusion.trim().is_empty() || theme.members.iter().any(|at| self.may_tell(*at)))
    }

    /// The themes, in the organiser's order.
    pub(super) fn themes(&self) -> Vec<Block> {
        let all: Vec<&Theme> = self.harvest.themes.all.iter().filter(|theme| self.tells(theme)).collect();
        let told = all.iter().flat_map(|theme| self.theme(theme));
        let blocks = self.by_table(&all).into_iter().chain(told).collect();
        under(self.heading("report-themes"), blocks)
    }

    /// How many lines, from how many of the tables: `12 punten, 3 van 5 tafels`.
    pub(super) fn reach(&self, members: &[usize]) -> String {
        let tables = self.tables(members).into_iter().filter(|(_, count)| *count > 0).count();
        let args =
            [("count", members.len().into()), ("tables", tables.into()), ("of", self.session.tables.len().into())];
        self.words.tell("report-theme-reach", &args)
    }

    /// How many of these lines each table said.
    fn tables(&self, members: &[usize]) -> Vec<(TableId, usize)> {
        let of = |id: TableId| members.iter().filter(|at| self.harvest.points.all[**at].table == id).count();
        self.session.tables.iter().map(|table| (table.id, of(table.id))).collect()
    }

    /// Which theme lives at which table.
    fn by_table(&self, all: &[&Theme]) -> Option<Block> {
        let tables = self.session.tables.len();
        if all.len() < 2 || !(2..=DRAWN).contains(&tables) {
            return None;
        }
        let rows: Vec<(String, Vec<(TableId, usize)>)> =
            all.iter().map(|theme| (theme.name.clone(), self.tables(&self.tellable(&theme.members)))).collect();
        let most = rows.iter().flat_map(|(_, counts)| counts).map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let shade = |(_, count): &(TableId, usize)| Shade {
            text: if *count == 0 { String::new() } else { count.to_string() },
            depth: *count as f64 / most as f64,
        };
        let row = |(name, counts): &(String, Vec<(TableId, usize)>)| (name.clone(), counts.iter().map(shade).collect());
        let picture = Picture::Matrix {
            what: self.words.say("report-theme"),
            columns: self.session.tables.iter().map(|table| self.table(table.id)).collect(),
            rows: rows.iter().map(row).collect(),
        };
        let caption = self.words.say("report-themes-caption");
        let alt = self.words.tell("report-themes-alt", &[("themes", all.len().into()), ("tables", tables.into())]);
        Some(Block::Figure(Figure { picture, caption, alt }))
    }

    fn theme(&self, theme: &Theme) -> Vec<Block> {
        let members = self.tellable(&theme.members);
        let mut blocks = vec![Block::Heading(2, theme.name.clone()), aside(self.reach(&members))];
        if !theme.merged.is_empty() {
            let names: Vec<&str> = theme.merged.iter().map(|(_, name)| name.as_str()).collect();
            blocks.push(aside(self.words.tell("report-theme-merged", &[("names", names.join(", ").into())])));
        }
        let evidence = self.tellable(&theme.evidence);
        if !theme.conclusion.trim().is_empty() {
            let runs = std::iter::once(Run::plain(&theme.conclusion));
            let runs = runs.chain(evidence.iter().filter_map(|at| self.link(*at))).collect();
            blocks.push(Block::Card(Card { title: self.words.say("report-conclusion"), paragraphs: vec![runs] }));
        }
        blocks.push(Block::Facts(self.counts(&members)));
        let mut told = Vec::new();
        let named = |key: &str| Block::Paragraph(vec![Run::strong(self.words.say(key))]);
        if !evidence.is_empty() {
            blocks.extend([named("report-theme-evidence"), Block::List(self.together(&evidence, &members, &mut told))]);
        }
        let rest = self.together(&members, &members, &mut told);
        if !rest.is_empty() {
            blocks.extend((!evidence.is_empty()).then(|| named("report-theme-rest")));
            blocks.push(Block::List(rest));
        }
        blocks
    }

    /// Those of these lines that are not told yet, and under each what says the same among all: a thought is read once, with
    /// every table that had it.
    fn together(&self, lines: &[usize], all: &[usize], told: &mut Vec<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        for at in lines {
            if told.contains(at) {
                continue;
            }
            told.push(*at);
            let mut item = self.item(*at);
            for twin in self.harvest.twins.of(*at) {
                if all.contains(&twin) && !told.contains(&twin) {
                    told.push(twin);
                    let mut also = self.item(twin);
                    also.runs.insert(0, Run::plain(self.words.say("report-theme-same")));
                    item.below.push(also);
                }
            }
            items.push(item);
        }
        items
    }

    /// Who said how much of it, and who said nothing.
    fn counts(&self, members: &[usize]) -> Vec<(String, String)> {
        let points = &self.harvest.points;
        let tables = self.tables(members).into_iter().map(|(id, count)| (self.table(id), count)).collect();
        let mut facts = vec![(self.words.say("report-theme-tables"), self.count(tables, 0))];
        if points.has_parties() {
            let of = |id| members.iter().filter(|at| points.all[**at].party.as_ref() == Some(id)).count();
            let parties = self.session.head.parties.0.iter();
            let parties = parties.map(|party| (party.label.clone(), of(&party.id))).collect();
            let nobody = members.iter().filter(|at| points.all[**at].party.is_none()).count();
            facts.push((self.words.say("report-theme-parties"), self.count(parties, nobody)));
        }
        facts
    }

    /// Names with their counts, of how many it is not known, and who has none.
    fn count(&self, counts: Vec<(String, usize)>, nobody: usize) -> String {
        let (some, none): (Vec<_>, Vec<_>) = counts.into_iter().partition(|(_, count)| *count > 0);
        let mut some: Vec<String> = some.into_iter().map(|(name, count)| format!("{name} ({count})")).collect();
        some.extend((nobody > 0).then(|| self.words.tell("report-theme-nobody", &[("count", nobody.into())])));
        let none: Vec<String> = none.into_iter().map(|(name, _)| name).collect();
        let some = some.join(", ");
        if none.is_empty() {
            return some;
        }
        self.words.tell("report-theme-silent", &[("some", some.into()), ("none", none.join(", ").into())])
    }

    /// What is under no theme, by table; nothing where there are no themes, as then everything would be.
    pub(super) fn unused(&self) -> Vec<Block> {
        if !self.harvest.themes.all.iter().any(|theme| self.tells(theme)) {
            return Vec::new();
        }
        let mut unused = self.tellable(&self.harvest.themes.unused);
        unused.retain(|at| !self.came_along(*at)); // these stand among the agreements
        let items = self.session.tables.iter().filter_map(|table| {
            let own = unused.iter().filter(|at| self.harvest.points.all[**at].table == table.id);
            let below: Vec<Item> = own.map(|at| self.own_item(*at)).collect();
            (!below.is_empty()).then(|| Item { runs: vec![Run::strong(self.table(table.id))], below })
        });
        let items: Vec<Item> = items.collect();
        if items.is_empty() {
            return Vec::new();
        }
        let about = self.words.tell("report-unused-about", &[("count", unused.len().into())]);
        vec![self.heading("report-unused"), aside(about), Block::List(items)]
    }
}
