//! Figures: the medians of what was measured, and how they stand to the yardstick's.

use std::fmt;

/// What was measured of one program.
pub struct Column {
    name: String,
    rows: Vec<Row>,
}

/// The values of one measure, and where in them the figure lies.
struct Row {
    name: &'static str,
    /// 0.5 for the median.
    quantile: f64,
    values: Vec<f64>,
}

impl Column {
    /// An empty column.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), rows: Vec::new() }
    }

    /// One value more for a row whose figure is the median.
    pub fn add(&mut self, row: &'static str, value: f64) {
        self.push(row, 0.5, value);
    }

    /// One value more for a row whose figure only one in twenty exceeds.
    pub fn add_high(&mut self, row: &'static str, value: f64) {
        self.push(row, 0.95, value);
    }

    fn push(&mut self, name: &'static str, quantile: f64, value: f64) {
        match self.rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.values.push(value),
            None => self.rows.push(Row { name, quantile, values: vec![value] }),
        }
    }

    fn figure(&self, row: &str) -> Option<f64> {
        self.rows.iter().find(|other| other.name == row).map(Row::figure)
    }
}

impl Row {
    /// The value at the quantile, by the nearest rank.
    fn figure(&self) -> f64 {
        let mut values = self.values.clone();
        values.sort_by(f64::total_cmp);
        let rank = (values.len() as f64 * self.quantile).ceil() as usize;
        values[rank.saturating_sub(1)]
    }
}

/// All columns beside each other, shown with the ratio to the yardstick under every figure.
pub struct Table<'a> {
    /// The programs.
    pub columns: Vec<Column>,
    /// The name of the column the others are measured by.
    pub yardstick: &'a str,
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:30}", "")?;
        for column in &self.columns {
            write!(formatter, "{:>16}", column.name)?;
        }
        writeln!(formatter)?;
        let mut names: Vec<&str> = Vec::new();
        for row in self.columns.iter().flat_map(|column| &column.rows) {
            if !names.contains(&row.name) {
                names.push(row.name);
            }
        }
        let yardstick = self.columns.iter().find(|column| column.name == self.yardstick);
        for name in names {
            write!(formatter, "{name:30}")?;
            for column in &self.columns {
                write!(formatter, "{:>16}", column.figure(name).map_or("-".to_owned(), figure))?;
            }
            write!(formatter, "\n{:30}", "")?;
            let one = yardstick.and_then(|yardstick| yardstick.figure(name)).filter(|one| *one > 0.0);
            for column in &self.columns {
                let ratio = one.and_then(|one| Some(column.figure(name)? / one));
                write!(formatter, "{:>16}", ratio.map_or("-".to_owned(), |ratio| format!("x {ratio:.2}")))?;
            }
            writeln!(formatter)?;
        }
        write!(formatter, "(x: times {})", self.yardstick)
    }
}

/// Three digits that matter.
fn figure(value: f64) -> String {
    match value {
        value if value.fract() == 0.0 => format!("{value:.0}"),
        value if value < 10.0 => format!("{value:.2}"),
        value => format!("{value:.1}"),
    }
}
