//! What is seen in a result, in sentences: the same on the screen and in the report.
//!
//! Which tables and parties, by name, and by how much. Not for how it looks.

use super::{Apart, Choice, Measured, Overlay, Ruler, Scaled, Summary, Task};
use crate::{
    form::{
        Tone,
        judge::decimal,
        matrix::{CellKind, Meaning},
    },
    record::{Parties, PartyId, TableId, Verdict},
    words::{Words, numbers},
};

/// So many tables are named in a sentence; of the rest it is told how many they are.
const NAMED: usize = 6;

/// What sort of thing is seen, for its sign and its place among others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sort {
    /// Nobody pulls.
    Gap,
    /// More than one pulls.
    Overlap,
    /// It rubs.
    Friction,
    /// Tables say what cannot both be.
    Contradiction,
    /// Tables or parties lie apart.
    Apart,
    /// Tables are divided within themselves.
    Within,
    /// It is not known.
    Unknown,
    /// Then and now.
    Then,
}

/// Something that is seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What sort of thing.
    pub sort: Sort,
    /// In a sentence.
    pub text: String,
}

impl Sort {
    /// Its colour; the sentence says the same.
    pub fn tone(self) -> Tone {
        match self {
            Self::Gap => Tone::Red,
            Self::Overlap => Tone::Yellow,
            Self::Friction => Tone::Purple,
            Self::Contradiction | Self::Apart => Tone::Orange,
            Self::Within | Self::Unknown | Self::Then => Tone::Plain,
        }
    }
}

/// Tells what is seen, in a language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The language.
    pub words: &'a Words,
    /// The parties.
    pub parties: &'a Parties,
}

impl Teller<'_> {
    /// Tables by name: `T1, T2, T5`, and of many how many more.
    pub fn tables(&self, tables: &[TableId]) -> String {
        let named: Vec<String> = tables.iter().take(NAMED).map(|table| self.table(*table)).collect();
        let named = named.join(", ");
        match tables.len().saturating_sub(NAMED) {
            0 => named,
            more => self.words.tell("verdicts-more", &[("names", named.into()), ("count", more.into())]),
        }
    }

    /// A table by name: `T3`.
    pub fn table(&self, table: TableId) -> String {
        self.words.tell("verdicts-t", &[("number", (table.0 as usize).into())])
    }

    /// A party by name.
    pub fn party(&self, id: &PartyId) -> String {
        self.parties.get(id).map_or_else(|| id.to_string(), |party| party.label.clone())
    }

    fn parties(&self, ids: &[PartyId]) -> String {
        ids.iter().map(|id| self.party(id)).collect::<Vec<_>>().join(", ")
    }

    /// A value with as many decimals as it needs, one at most.
    pub fn value(&self, value: f64) -> String {
        let rounded = (value * 10.0).round() / 10.0;
        decimal(rounded, self.words.lang())
    }

    fn percent(&self, part: f64) -> String {
        numbers::number(part * 100.0, 0, self.words.lang())
    }

    /// How many tables have something of how many, and how that differs.
    pub fn reach(&self, choice: &Choice) -> String {
        let (least, most) = choice.spread();
        let args = [
            ("count", choice.reach().into()),
            ("of", choice.tables.len().into()),
            ("least", least.into()),
            ("most", most.into()),
        ];
        let key = if choice.tables.len() > 1 { "verdicts-reach-spread" } else { "verdicts-reach" };
        self.words.tell(key, &args)
    }

    /// What is seen in an option of a vote.
    pub fn of_choice(&self, choice: &Choice) -> Vec<Finding> {
        let told = |first: String, none: String| Finding {
            sort: Sort::Apart,
            text: self.words.tell("verdicts-divided", &[("first", first.into()), ("none", none.into())]),
        };
        let tables = choice.divided.as_ref().map(|(first, none)| told(self.tables(first), self.tables(none)));
        let parties = choice.parties_divided.as_ref();
        tables.into_iter().chain(parties.map(|(first, none)| told(self.parties(first), self.parties(none)))).collect()
    }

    /// Where values lie, in a few numbers.
    pub fn summary(&self, ruler: &Ruler, summary: &Summary) -> String {
        if summary.count == 0 {
            return self.words.say("verdicts-nothing-given");
        }
        match ruler {
            Ruler::Line { .. } => {
                let args = [
                    ("count", summary.count.into()),
                    ("median", self.value(summary.median).into()),
                    ("lower", self.value(summary.lower).into()),
                    ("upper", self.value(summary.upper).into()),
                    ("mean", self.value(summary.mean).into()),
                ];
                self.words.tell("verdicts-summary", &args)
            }
            Ruler::Steps(labels) | Ruler::Choices(labels) => {
                let counts = summary.choices.iter().zip(labels).filter(|(count, _)| **count > 0);
                counts.map(|(count, label)| format!("{count} {label}")).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The middle of a group: a median, or what most chose.
    pub fn middle(&self, ruler: &Ruler, summary: &Summary) -> String {
        match ruler {
            Ruler::Line { .. } => self.value(summary.median),
            Ruler::Steps(labels) => {
                labels.get(summary.median.round() as usize).cloned().unwrap_or_else(|| self.value(summary.median))
            }
            Ruler::Choices(labels) => summary.most().and_then(|at| labels.get(at)).cloned().unwrap_or_default(),
        }
    }

    /// A value on a scale in words.
    pub fn given(&self, ruler: &Ruler, value: f64) -> String {
        match ruler {
            Ruler::Line { .. } => self.value(value),
            Ruler::Steps(labels) | Ruler::Choices(labels) => {
                labels.get(value.max(0.0) as usize).cloned().unwrap_or_else(|| self.value(value))
            }
        }
    }

    /// How many tables there are: `3 tafels`.
    pub fn counted(&self, tables: &[TableId]) -> String {
        self.words.tell("verdicts-tables", &[("count", tables.len().into())]).replace('\n', " ")
    }

    /// What is seen in a thing on a scale.
    pub fn of_measured(&self, scale: &Scaled, item: &Measured) -> Vec<Finding> {
        let ruler = &scale.ruler;
        let apart = |keys: [&str; 2], apart: &Apart, named: &dyn Fn(usize) -> (String, String)| {
            let ((one, at_one), (other, at_other)) = (named(apart.one), named(apart.other));
            let args = [
                ("one", one.into()),
                ("atone", at_one.into()),
                ("other", other.into()),
                ("atother", at_other.into()),
                ("part", self.percent(apart.part).into()),
            ];
            let [on_a_line, by_choice] = keys;
            let key = match ruler {
                Ruler::Line { .. } | Ruler::Steps(_) => on_a_line,
                Ruler::Choices(_) => by_choice,
            };
            Finding { sort: Sort::Apart, text: self.words.tell(key, &args) }
        };
        let beyond = |apart: &&Apart| apart.is_apart;
        let mut found = Vec::new();
        found.extend(item.between_tables.as_ref().filter(beyond).map(|between| {
            apart(["verdicts-tables-apart", "verdicts-tables-otherwise"], between, &|at| {
                let (table, summary) = &item.tables[at];
                (self.table(*table), self.middle(ruler, summary))
            })
        }));
        found.extend(item.between_parties.as_ref().filter(beyond).map(|between| {
            apart(["verdicts-parties-apart", "verdicts-parties-otherwise"], between, &|at| {
                let (party, summary) = &item.parties[at];
                (self.party(party), self.middle(ruler, summary))
            })
        }));
        if !item.within.is_empty() {
            let text = self.words.tell("verdicts-within", &[("tables", self.tables(&item.within).into())]);
            found.push(Finding { sort: Sort::Within, text });
        }
        if let Some(then) = item.then {
            let args = [("was", self.value(then).into()), ("now", self.value(item.all.mean).into())];
            let key = if item.all.count > 0 { "verdicts-then-now" } else { "verdicts-then" };
            found.push(Finding { sort: Sort::Then, text: self.words.tell(key, &args) });
        }
        found
    }

    /// A value of a cell in words: what its sign means.
    pub fn cell(&self, overlay: &Overlay, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Number(value) => decimal(*value, self.words.lang()),
            Verdict::Text(text) => text.replace('\n', " "),
            Verdict::Choice(id) => overlay.sign(verdict).map_or_else(|| id.clone(), |sign| sign.label.clone()),
            Verdict::Set(ids) => ids.iter().cloned().collect::<Vec<_>>().join(", "),
            Verdict::Tokens(count) | Verdict::Rank(count) => count.to_string(),
            Verdict::Place(across, up) => format!("{across:.1}/{up:.1}"),
        }
    }

    /// What is seen in a row of matrices that lie over each other.
    pub fn of_task(&self, overlay: &Overlay, task: &Task) -> Vec<Finding> {
        let lead = overlay.signs().iter().find(|sign| sign.means == Meaning::Lead);
        let lead = lead.map_or_else(String::new, |sign| sign.label.clone());
        let columns = |at: &[usize]| {
            at.iter().map(|column| overlay.columns[*column].label.as_str()).collect::<Vec<_>>().join(", ")
        };
        let mut found = Vec::new();
        let mut tell = |sort, key: &str, args: &[(&str, crate::words::Arg<'_>)]| {
            found.push(Finding { sort, text: self.words.tell(key, args) });
        };
        if !task.gap.is_empty() {
            let args = [("tables", self.tables(&task.gap).into()), ("lead", lead.as_str().into())];
            tell(Sort::Gap, if task.is_nobodys() { "verdicts-gap-all" } else { "verdicts-gap" }, &args);
        }
        for (columns_at, tables) in alike(&task.overlap) {
            let args = [("who", columns(&columns_at).into()), ("tables", self.tables(&tables).into())];
            tell(Sort::Overlap, "verdicts-overlap", &args);
        }
        for (columns_at, tables) in alike(&task.friction) {
            let args = [("who", columns(&columns_at).into()), ("tables", self.tables(&tables).into())];
            tell(Sort::Friction, "verdicts-friction", &args);
        }
        for (parties, tables) in alike(&task.claims) {
            let args = [("who", self.parties(&parties).into()), ("tables", self.tables(&tables).into())];
            tell(Sort::Friction, "verdicts-claims", &args);
        }
        if task.other_leads {
            let one =
                |(column, tables): &(usize, Vec<TableId>)| format!("{} ({})", columns(&[*column]), self.tables(tables));
            let told = task.leads.iter().map(one).collect::<Vec<_>>().join(", ");
            tell(Sort::Contradiction, "verdicts-other-leads", &[("who", told.into()), ("lead", lead.as_str().into())]);
        }
        for column in &task.contradicted {
            let one = |(verdict, tables): (&Verdict, Vec<TableId>)| {
                format!("{} ({})", self.cell(overlay, verdict), self.tables(&tables))
            };
            let told = task.kinds(*column).into_iter().map(one).collect::<Vec<_>>().join(", ");
            let args = [("who", columns(&[*column]).into()), ("what", told.into())];
            tell(Sort::Contradiction, "verdicts-contradiction", &args);
        }
        for (columns_at, tables) in alike(&task.unknown) {
            let args = [("who", columns(&columns_at).into()), ("tables", self.tables(&tables).into())];
            tell(Sort::Unknown, "verdicts-unknown", &args);
        }
        found
    }

    /// What stands in a cell over all tables: `2 trekt, 1 doet mee`; of numbers their middle.
    pub fn cells(&self, overlay: &Overlay, task: &Task, column: usize) -> String {
        match overlay.kind {
            CellKind::Signs(_) => {
                let one = |(verdict, tables): (&Verdict, Vec<TableId>)| {
                    format!("{} {}", tables.len(), self.cell(overlay, verdict))
                };
                task.kinds(column).into_iter().map(one).collect::<Vec<_>>().join(", ")
            }
            CellKind::Numbers { .. } => task.mean(column).map(|mean| self.value(mean)).unwrap_or_default(),
            CellKind::Text => {
                task.standing(column).map(|said| self.cell(overlay, &said.verdict)).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

/// The same said by several tables is told once.
fn alike<T: Clone + PartialEq>(said: &[(TableId, Vec<T>)]) -> Vec<(Vec<T>, Vec<TableId>)> {
    let mut kinds: Vec<(Vec<T>, Vec<TableId>)> = Vec::new();
    for (table, what) in said {
        match kinds.iter_mut().find(|(other, _)| other == what) {
            Some((_, tables)) => tables.push(*table),
            None => kinds.push((what.clone(), vec![*table])),
        }
    }
    kinds
}
