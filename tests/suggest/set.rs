//! A labelled set: lines as tables wrote them, with the themes they belong to and what says the same.

use serde::Deserialize;

/// A set, as its file spells it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    topic: String,
    made_on: Vec<u32>,
    themes: Vec<(String, String)>,
    tables: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    table: u32,
    lines: Vec<(String, String, Vec<String>, String)>,
}

/// A line of a table.
pub struct Line {
    pub table: u32,
    pub text: String,
    /// The themes it belongs to, by number.
    pub themes: Vec<usize>,
    /// What it says; lines of which this is equal say the same.
    pub says: String,
}

/// A labelled set.
pub struct Set {
    pub topic: String,
    /// Tables on which the method was made; the others are held out.
    pub made_on: Vec<u32>,
    /// The names of the themes.
    pub themes: Vec<String>,
    pub lines: Vec<Line>,
}

impl Set {
    fn read(text: &str) -> Self {
        let spelled: Spelled = ron::from_str(text).unwrap_or_else(|error| panic!("the set cannot be read: {error}"));
        let number = |id: &String| {
            let found = spelled.themes.iter().position(|(theme, _)| theme == id);
            found.unwrap_or_else(|| panic!("{id} is no theme of the set"))
        };
        let lines = spelled.tables.iter().flat_map(|table| {
            table.lines.iter().map(|(_, text, themes, says)| Line {
                table: table.table,
                text: text.clone(),
                themes: themes.iter().map(number).collect(),
                says: says.clone(),
            })
        });
        let lines = lines.collect();
        let themes = spelled.themes.iter().map(|(_, name)| name.clone()).collect();
        Self { topic: spelled.topic, made_on: spelled.made_on, themes, lines }
    }

    /// Eight tables, fifteen themes; five tables are for making the method and three are held out.
    pub fn first() -> Self {
        Self::read(include_str!("lines.ron"))
    }

    /// Another topic, made after the method was. It was looked at once before the last number was chosen.
    pub fn other() -> Self {
        Self::read(include_str!("other.ron"))
    }

    /// A third topic, made after the last number was chosen: all of it is held out.
    pub fn third() -> Self {
        Self::read(include_str!("third.ron"))
    }

    /// The lines of some tables.
    pub fn of(&self, tables: impl Fn(u32) -> bool) -> Vec<usize> {
        (0..self.lines.len()).filter(|line| tables(self.lines[*line].table)).collect()
    }

    /// The tables, in order.
    pub fn tables(&self) -> Vec<u32> {
        let mut tables: Vec<u32> = self.lines.iter().map(|line| line.table).collect();
        tables.dedup();
        tables
    }

    /// Whether two lines were labelled as saying the same.
    pub fn same(&self, one: usize, other: usize) -> bool {
        !self.lines[one].says.is_empty() && self.lines[one].says == self.lines[other].says
    }

    /// Whether two lines were labelled with a theme in common.
    pub fn together(&self, one: usize, other: usize) -> bool {
        self.lines[one].themes.iter().any(|theme| self.lines[other].themes.contains(theme))
    }
}
