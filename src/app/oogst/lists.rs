//! What there is to choose from at the harvest: themes, filters, shared themes; and doing what was chosen.

use super::{Asked, Oogst, view::At, write::Desks};
use crate::{
    app::{
        effect::Effect,
        over::{Deed, Free, List, Over},
    },
    harvest::{Filter, Origin, Shared, Theme, spelled},
    record::EntryId,
    ui::{Choice, Picker, theme::Ink},
};

/// What was chosen at the harvest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reap {
    /// Under this theme.
    Under(Origin),
    /// Under a new theme of this name.
    New(String),
    /// One theme together with another.
    Merge(Origin, Origin),
    /// Loose from what it was put together with.
    Release(EntryId),
    /// Two lines that were called the same are not.
    Apart(EntryId, EntryId),
    /// Only these lines.
    Filter(Filter),
    /// This theme among those that sessions share.
    Share(String, String),
}

fn show(title: String, choices: Vec<Choice<Deed>>, free: Free) -> Asked {
    let list = List::open(Picker::new(title, choices), free);
    Asked::Deed(Deed::Show(Box::new(Over::Picker(list))))
}

fn choice(label: String, detail: String, reap: Reap) -> Choice<Deed> {
    Choice { label, detail, also: String::new(), gives: Deed::Harvest(reap) }
}

impl Oogst {
    /// Does what was chosen.
    pub fn reap(&mut self, reap: Reap, desks: &mut Desks<'_>) {
        match reap {
            Reap::Under(origin) => self.put_under(&origin, desks),
            Reap::New(name) => {
                let lines = self.lines_at();
                self.split = None;
                self.make(&crate::text::clean_line(&name), &lines, desks);
            }
            Reap::Merge(from, with) => self.merge(&from, &with, desks),
            Reap::Release(id) => drop(desks.does(|deeds| deeds.release(&id))),
            Reap::Apart(one, other) => self.take_apart(&one, &other, desks),
            Reap::Filter(filter) => self.look.filter = filter,
            Reap::Share(name, covers) => {
                let stamp = desks.session.mint.stamp(desks.desk.now);
                let shared = Shared { name: name.clone(), covers, gone: false, stamp };
                self.codebook.take(shared.clone());
                desks.desk.ask(Effect::Share(Box::new(shared)));
                let text = desks.desk.words.tell("oogst-codebook-kept", &[("theme", name.into())]);
                desks.desk.tell(Ink::Good, text);
            }
        }
    }

    fn themes_but(&self, but: Option<&Theme>, gives: impl Fn(&Theme) -> Reap) -> Vec<Choice<Deed>> {
        let all = self.harvest.themes.all.iter().filter(|theme| but.is_none_or(|but| theme.origin != but.origin));
        all.map(|theme| choice(theme.name.clone(), theme.members.len().to_string(), gives(theme))).collect()
    }

    pub(super) fn choose_theme(&mut self, desks: &mut Desks<'_>) -> Asked {
        if self.lines_at().is_empty() {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-line"));
            return Asked::Nothing;
        }
        let mut choices = self.themes_but(None, |theme| Reap::Under(theme.origin.clone()));
        let has =
            |shared: &Shared| self.harvest.themes.all.iter().any(|theme| spelled(&theme.name) == spelled(&shared.name));
        let shared = self.codebook.standing().filter(|shared| !has(shared));
        let detail = desks.desk.words.say("oogst-codebook");
        choices
            .extend(shared.map(|shared| choice(shared.name.clone(), detail.clone(), Reap::New(shared.name.clone()))));
        let title = desks.desk.words.say("oogst-to-theme");
        let hint = desks.desk.words.say("oogst-to-theme-hint");
        show(format!("{title} {} {hint}", desks.desk.theme.glyphs.dot), choices, Free::Theme)
    }

    pub(super) fn choose_other(&mut self, desks: &mut Desks<'_>) -> Asked {
        let Some(theme) = self.theme_at().map(|theme| self.harvest.themes.all[theme].clone()) else {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-theme"));
            return Asked::Nothing;
        };
        let gives = |other: &Theme| Reap::Merge(theme.origin.clone(), other.origin.clone());
        let title = desks.desk.words.tell("oogst-merge-with", &[("theme", theme.name.clone().into())]);
        show(title, self.themes_but(Some(&theme), gives), Free::No)
    }

    pub(super) fn choose_merged(&mut self, desks: &mut Desks<'_>) -> Asked {
        let theme = self.theme_at().map(|theme| &self.harvest.themes.all[theme]);
        let mut choices = Vec::new();
        // of a line that stands together with others first these: it is what is chosen
        if let At::Line { point, .. } = self.at() {
            let sight = self.sight(desks.session, &desks.desk.words);
            let id = |at: usize| self.harvest.points.all[at].id.clone();
            let twins = self.harvest.twins.of(point).into_iter();
            choices.extend(twins.map(|twin| {
                let label = format!("= {}  {}", sight.t(sight.point(twin).nth), sight.text(twin));
                choice(label, String::new(), Reap::Apart(id(point), id(twin)))
            }));
        }
        let twins = choices.len();
        let merged = theme.into_iter().flat_map(|theme| &theme.merged);
        choices.extend(merged.map(|(id, name)| choice(name.clone(), String::new(), Reap::Release(id.clone()))));
        if choices.is_empty() {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-nothing-merged"));
            return Asked::Nothing;
        }
        let title = match theme.filter(|_| twins == 0) {
            Some(theme) => desks.desk.words.tell("oogst-release", &[("theme", theme.name.clone().into())]),
            None => desks.desk.words.say("oogst-alike-release"),
        };
        show(title, choices, Free::No)
    }

    pub(super) fn choose_filter(&mut self, desks: &mut Desks<'_>) -> Asked {
        let (words, points) = (&desks.desk.words, &self.harvest.points);
        let any = Filter { words: self.look.filter.words.clone(), ..Filter::default() };
        let count = |filter: &Filter| {
            let all = 0..points.all.len();
            all.filter(|&at| filter.lets(&self.harvest, at)).count().to_string()
        };
        let own = |label: String, filter: Filter| choice(label, count(&filter), Reap::Filter(filter));
        let mut choices = vec![
            own(words.say("oogst-filter-all"), Filter::default()),
            own(words.say("oogst-filter-unused"), Filter { unused: true, ..any.clone() }),
            own(words.say("oogst-filter-key"), Filter { key: true, ..any.clone() }),
            own(words.say("oogst-filter-voted"), Filter { voted: true, ..any.clone() }),
        ];
        let mut add = |kind: &str, label: String, filter: Filter| {
            let detail = words.say(&format!("oogst-filter-{kind}"));
            choices.push(choice(label, detail, Reap::Filter(filter)));
        };
        for party in &desks.session.head.parties.0 {
            add("party", party.label.clone(), Filter { party: Some(Some(party.id.clone())), ..any.clone() });
        }
        if points.has_parties() {
            add("party", words.say("oogst-filter-nobody"), Filter { party: Some(None), ..any.clone() });
        }
        let rounds = &desks.session.head.workshop.rounds;
        for (nth, spot) in points.spots.iter().enumerate() {
            if points.all.iter().any(|point| point.spot == nth) {
                let round = rounds.get(spot.round).map_or("", |round| round.title.as_str());
                let label = if round == spot.label { round.to_owned() } else { format!("{round}: {}", spot.label) };
                add("question", label, Filter { spot: Some(nth), ..any.clone() });
            }
        }
        for table in &points.tables {
            let label = crate::app::tafel::table_name(desks.session, *table, desks.desk);
            add("table", label, Filter { table: Some(*table), ..any.clone() });
        }
        show(words.say("oogst-filter"), choices, Free::No)
    }

    /// Themes that sessions share: on a theme it can be put there; any of them can be taken from there.
    pub(super) fn choose_shared(&mut self, desks: &mut Desks<'_>) -> Asked {
        let words = &desks.desk.words;
        let mut choices = Vec::new();
        if let Some(theme) = self.theme_at().map(|theme| &self.harvest.themes.all[theme]) {
            let known = self.codebook.get(&theme.name);
            if known.is_none_or(|known| known.covers != theme.conclusion) {
                let label = words.tell("oogst-codebook-keep", &[("theme", theme.name.clone().into())]);
                choices.push(choice(label, String::new(), Reap::Share(theme.name.clone(), theme.conclusion.clone())));
            }
        }
        for shared in self.codebook.standing() {
            let here = self.harvest.themes.all.iter().any(|theme| spelled(&theme.name) == spelled(&shared.name));
            let detail = if here { words.say("oogst-codebook-has") } else { shared.covers.clone() };
            choices.push(choice(shared.name.clone(), detail, Reap::New(shared.name.clone())));
        }
        if choices.is_empty() {
            desks.desk.tell(Ink::Dim, words.say("oogst-codebook-empty"));
            return Asked::Nothing;
        }
        show(words.say("oogst-codebook"), choices, Free::No)
    }
}
