//! Numbers that are better seen than read: bars, dots on a scale, a matrix with shades.
//!
//! Numbers and labels only; `report/drawing` makes lines and areas of them, the same for every format that can draw. What
//! a number is called (`told`) is said by who knows the language. Made by forms and the report room.

use super::{Run, Table};

/// A picture with its words.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The numbers.
    pub picture: Picture,
    /// What it is a picture of, below it.
    pub caption: String,
    /// What there is to be seen, in a sentence, for who cannot see it.
    pub alt: String,
}

/// Numbers that are drawn. A number that is none (NaN) is drawn as nothing, and told all the same.
#[derive(Clone, PartialEq, Debug)]
pub enum Picture {
    /// Lying bars beneath one another: votes, points, who said how much.
    Bars {
        /// Whose the bars are: "Party".
        what: String,
        /// What their length stands for: "Votes".
        measure: String,
        /// The bars, in the order in which they stand.
        bars: Vec<Bar>,
        /// What the notch on a bar stands for ("share of the seats"); empty if no bar has one.
        notch: String,
    },
    /// What every seat gave, as dots on a scale, with the mean: where the room agrees and where it does not.
    Spread {
        /// What the rows are: "Statement".
        what: String,
        /// What was given: "Agreement".
        measure: String,
        /// The scale, the same for all rows.
        scale: Scale,
        /// One row per question or table.
        rows: Vec<Spread>,
    },
    /// Rows and columns whose cells have a shade: roles by party, themes by table.
    Matrix {
        /// What the rows are: "Party".
        what: String,
        /// The names of the columns.
        columns: Vec<String>,
        /// The rows: a name, and as many cells as there are columns.
        rows: Vec<(String, Vec<Shade>)>,
    },
}

/// One bar.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Bar {
    /// Whose it is.
    pub label: String,
    /// How long it is; all bars of a picture have the same measure. Below 0 counts as 0.
    pub value: f64,
    /// The number in words: "12 votes".
    pub told: String,
    /// Where the notch stands, if it has one; the same measure as `value`.
    pub notch: Option<f64>,
}

/// A scale from low to high.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scale {
    /// The lowest number.
    pub low: f64,
    /// The highest number.
    pub high: f64,
    /// What stands at the low end: "1 not at all".
    pub low_label: String,
    /// What stands at the high end.
    pub high_label: String,
}

/// What was given on a scale.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Spread {
    /// What was asked, or of whom.
    pub label: String,
    /// What every seat gave.
    pub given: Vec<f64>,
    /// Their mean, if it may be told.
    pub mean: Option<f64>,
    /// The numbers in words: "3.4 on average, from 1 to 5".
    pub told: String,
}

/// A cell of a matrix.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shade {
    /// What stands in it.
    pub text: String,
    /// How dark it is, from 0 (as the paper) to 1.
    pub depth: f64,
}

impl Picture {
    /// The same numbers as a table, for formats that do not draw and for people who do not see.
    pub fn table(&self) -> Table {
        let cell = |words: &str| if words.is_empty() { Vec::new() } else { vec![Run::plain(words)] };
        let two = |what: &str, measure: &str, rows: Vec<[&str; 2]>| {
            let rows = rows.into_iter().map(|row| row.map(cell).to_vec()).collect();
            Table { names_rows: true, ..Table::new(vec![what.to_owned(), measure.to_owned()], rows) }
        };
        match self {
            Picture::Bars { what, measure, bars, .. } => {
                two(what, measure, bars.iter().map(|bar| [&*bar.label, &*bar.told]).collect())
            }
            Picture::Spread { what, measure, rows, .. } => {
                two(what, measure, rows.iter().map(|row| [&*row.label, &*row.told]).collect())
            }
            Picture::Matrix { what, columns, rows } => {
                let head = std::iter::once(what).chain(columns).cloned().collect();
                let row = |(name, cells): &(String, Vec<Shade>)| {
                    std::iter::once(cell(name)).chain(cells.iter().map(|shade| cell(&shade.text))).collect()
                };
                Table { names_rows: true, ..Table::new(head, rows.iter().map(row).collect()) }
            }
        }
    }
}
