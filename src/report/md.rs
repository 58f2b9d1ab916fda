//! A document as Markdown: CommonMark with the tables of GitHub, readable as it stands.
//!
//! Whatever a table said stays words: every character that could mean something is escaped where it could, no HTML of
//! theirs comes through, and what a terminal would obey is gone. Not for layout; that is the reader's. Called by `cli`.

use crate::{
    document::{Block, Document, Item, Manner, Run, Table},
    text,
};
use std::io::{self, Write};

/// How many letters wide a line is on which one writes.
const WRITING: usize = 40;

/// How a line ends inside a cell, which stands on one line.
const CELL: &str = "<br>";

/// Writes a document, piece by piece, so that a long one need not stand in memory twice.
///
/// # Errors
/// What `to` says.
pub fn write(document: &Document, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "# {}", line(&document.title))?;
    if !document.subtitle.trim().is_empty() {
        writeln!(to, "\n**{}**", line(&document.subtitle))?;
    }
    if !document.facts.is_empty() {
        writeln!(to)?;
        facts(&document.facts, '-', to)?;
    }
    let mut bullets = '-';
    let mut listed = !document.facts.is_empty();
    for block in &document.blocks {
        if *block == Block::PageBreak {
            continue;
        }
        let list = matches!(block, Block::List(_) | Block::Facts(_));
        // two lists behind one another would be read as one, unless they look different
        bullets = if list && listed && bullets == '-' { '*' } else { '-' };
        listed = list;
        writeln!(to)?;
        self::block(block, bullets, to)?;
    }
    Ok(())
}

fn block(block: &Block, bullet: char, to: &mut impl Write) -> io::Result<()> {
    match block {
        Block::Heading(level, words) => {
            writeln!(to, "{} {}", "#".repeat(usize::from(*level).saturating_add(1).min(6)), line(words))
        }
        Block::Paragraph(words) => writeln!(to, "{}", runs(words, "\\\n")),
        Block::Facts(facts) => self::facts(facts, bullet, to),
        Block::List(items) => list(items, bullet, 0, to),
        Block::Quote(words, by) => {
            writeln!(to, "> {}", runs(words, "\\\n> "))?;
            match by {
                Some(by) => writeln!(to, ">\n> — {}", line(by)),
                None => Ok(()),
            }
        }
        Block::Table(table) => self::table(table, to),
        Block::Figure(figure) => {
            let told = [&figure.caption, &figure.alt].map(|words| line(words));
            match told.each_ref().map(String::as_str) {
                ["", ""] => {}
                [one, ""] | ["", one] => writeln!(to, "**{one}**\n")?,
                [caption, alt] => writeln!(to, "**{caption}**\\\n{alt}\n")?,
            }
            self::table(&figure.picture.table(), to)
        }
        Block::Card(card) => {
            let title = Some(line(&card.title)).filter(|title| !title.is_empty()).map(|title| format!("**{title}**"));
            let words = card.paragraphs.iter().map(|words| runs(words, "\\\n> "));
            let told: Vec<String> = title.into_iter().chain(words).collect();
            writeln!(to, "> {}", told.join("\n>\n> "))
        }
        Block::Lines(count) => (0..*count)
            .try_for_each(|nth| writeln!(to, "{}{}", "\\_".repeat(WRITING), if nth + 1 < *count { "\n" } else { "" })),
        Block::PageBreak => Ok(()),
    }
}

fn facts(facts: &[(String, String)], bullet: char, to: &mut impl Write) -> io::Result<()> {
    facts
        .iter()
        .try_for_each(|(name, value)| writeln!(to, "{bullet} **{}:** {}", line(name), inline(value, "\\\n  ", false)))
}

fn table(table: &Table, to: &mut impl Write) -> io::Result<()> {
    if !table.caption.trim().is_empty() {
        writeln!(to, "**{}**\n", line(&table.caption))?;
    }
    let head: Vec<String> = table.head.iter().map(|words| cell(&line(words))).collect();
    writeln!(to, "| {} |", head.join(" | "))?;
    writeln!(to, "|{}", " --- |".repeat(head.len()))?;
    table.rows.iter().try_for_each(|row| {
        let cells = (0..head.len()).map(|at| row.get(at).map(|words| cell(&runs(words, CELL))));
        let cells: Vec<String> = cells.map(Option::unwrap_or_default).collect();
        writeln!(to, "| {} |", cells.join(" | "))
    })
}

fn list(items: &[Item], bullet: char, depth: usize, to: &mut impl Write) -> io::Result<()> {
    let margin = "  ".repeat(depth);
    for item in items {
        let words = runs(&item.runs, &format!("\\\n{margin}  "));
        // a bullet without a word would swallow the list below it
        let words = if words.is_empty() { "…".to_owned() } else { words };
        writeln!(to, "{margin}{bullet} {words}")?;
        list(&item.below, bullet, depth + 1, to)?;
    }
    Ok(())
}

/// Runs beside one another; `brk` is how a line ends that the words themselves end.
fn runs(runs: &[Run], brk: &str) -> String {
    let told = runs.iter().enumerate().map(|(nth, run)| {
        let words = inline(&run.text, brk, nth == 0 && run.manner == Manner::Plain && brk != CELL);
        match run.manner {
            _ if words.is_empty() => words,
            Manner::Plain => words,
            Manner::Strong => format!("**{words}**"),
            Manner::Aside => format!("*({words})*"),
            Manner::Code | Manner::Link => format!("\\[{words}\\]"),
        }
    });
    told.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Words on one line.
fn line(words: &str) -> String {
    escape(text::clean_line(words).trim(), false)
}

/// Words with their lines; blank lines among them would end what they stand in and are dropped.
fn inline(words: &str, brk: &str, first: bool) -> String {
    let clean = text::clean(words);
    let lines = clean.lines().map(str::trim).filter(|line| !line.is_empty());
    let told = lines.enumerate().map(|(nth, line)| escape(line, first || nth > 0 && brk != CELL));
    told.collect::<Vec<_>>().join(brk)
}

/// A line in which nothing means anything to Markdown; `first` if nothing stands before it.
fn escape(line: &str, first: bool) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let number = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let letters: Vec<char> = line.chars().collect();
    let word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric());
    for (nth, (at, c)) in line.char_indices().enumerate() {
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !(word(nth.checked_sub(1)) && word(Some(nth + 1))),
            '&' => line[at + 1..].starts_with(|c: char| c == '#' || c.is_ascii_alphabetic()),
            '#' => at == 0 && first || letters.iter().skip(nth).all(|c| *c == '#'),
            '>' | '+' | '-' | '=' => at == 0 && first,
            '.' | ')' => at == number && number > 0 && first,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Words in a cell: a row of a table is one line.
fn cell(words: &str) -> String {
    words.replace('\n', " ")
}

#[cfg(test)]
#[path = "md_tests.rs"]
mod tests;
