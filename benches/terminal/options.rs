//! What to measure, and how much of it.

use std::time::Duration;

use crate::terminal::SIZE;

/// The measures by their names on the command line.
const MEASURES: [&str; 5] = ["start", "echo", "idle", "memory", "growth"];

/// The command line of the bench.
#[derive(Debug)]
pub struct Options {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Keys measured per program, after the warm-up.
    pub keys: usize,
    /// Starts per program.
    pub starts: usize,
    /// How long the programs are left alone.
    pub idle: Duration,
    /// Parts of names of measures; empty for all.
    filters: Vec<String>,
}

impl Options {
    /// Reads the command line, or says in a sentence what is wrong with it.
    pub fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { size: SIZE, keys: 300, starts: 15, idle: Duration::from_secs(5), filters: Vec::new() };
        while let Some(argument) = arguments.next() {
            let wrong = || format!("{argument} needs a number above zero (--size two, as in 110x32)");
            let mut number = || arguments.next().and_then(|value| value.parse().ok()).filter(|value| *value > 0);
            match argument.as_str() {
                "--keys" => options.keys = number().ok_or_else(wrong)?,
                "--starts" => options.starts = number().ok_or_else(wrong)?,
                "--idle" => options.idle = Duration::from_secs(number().ok_or_else(wrong)? as u64),
                "--size" => {
                    let size = arguments.next().and_then(|value| {
                        let (columns, rows) = value.split_once('x')?;
                        Some((columns.parse().ok()?, rows.parse().ok()?))
                    });
                    options.size = size.filter(|(columns, rows)| *columns > 0 && *rows > 0).ok_or_else(wrong)?;
                }
                filter if MEASURES.iter().any(|measure| measure.contains(filter)) => {
                    options.filters.push(filter.to_owned())
                }
                _ => {
                    return Err(format!("{argument}: no such measure; there are {}", MEASURES.join(", ")));
                }
            }
        }
        Ok(options)
    }

    /// Whether this measure was asked for.
    pub fn wants(&self, measure: &str) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|filter| measure.contains(filter.as_str()))
    }
}
