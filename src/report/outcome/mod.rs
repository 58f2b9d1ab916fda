//! What all tables together come to, as pieces of a report: a picture with its words, what is seen, what it rests on.
//!
//! Each result gives its own blocks; where they stand in the report is decided by who asks for them. Nothing here reckons
//! (`harvest::verdicts`), and a sentence says what a picture shows. Where a result rests on something that stands elsewhere in
//! the report, its short code leads there, as far as [`Telling::code`] knows one.

mod agreements;
mod mirrors;
mod roles;
mod scales;
mod votes;

pub use agreements::agreements;
pub use mirrors::mirror;
pub use roles::roles;
pub use scales::scale;
pub use votes::votes;

use crate::{
    document::{Block, Item, Run},
    harvest::verdicts::{Asked, Finding, Teller, Trace, Verdicts},
    record::TableId,
    session::Session,
    words::Words,
};

/// What is needed to tell a result.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The language.
    pub words: &'a Words,
    /// The session, with its parties and how its agreements stand.
    pub session: &'a Session,
    /// The level of the headings.
    pub level: u8,
    /// The short code of the line that something rests on, if it stands in the report.
    pub code: &'a dyn Fn(&Trace) -> Option<String>,
}

/// Everything, in the order of the workshop, kind by kind; nothing of what nobody filled in.
pub fn everything(telling: Telling<'_>, verdicts: &Verdicts) -> Vec<Block> {
    let votes = verdicts.votes.iter().flat_map(|one| votes(telling, one));
    let scales = verdicts.scales.iter().flat_map(|one| scale(telling, one));
    let roles = verdicts.roles.iter().flat_map(|one| roles(telling, one));
    let mirrors = verdicts.mirrors.iter().flat_map(|one| mirror(telling, one));
    let mut blocks: Vec<Block> = votes.chain(scales).collect();
    if verdicts.scales.iter().any(|one| !one.tables.is_empty()) {
        blocks.push(aside(telling.words.say("verdicts-method")));
    }
    blocks.extend(roles.chain(mirrors));
    blocks.extend(agreements(telling, &verdicts.agreements));
    blocks
}

impl<'a> Telling<'a> {
    fn teller(&self) -> Teller<'a> {
        Teller { words: self.words, parties: &self.session.head.parties }
    }

    fn head(&self, asked: &Asked, on: &str) -> Vec<Block> {
        let parts = [asked.title.as_str(), &asked.case, on];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        let question = Some(&asked.question).filter(|question| !question.is_empty());
        let question = question.map(|question| Block::Paragraph(vec![Run::strong(question)]));
        std::iter::once(Block::Heading(self.level, title)).chain(question).collect()
    }

    /// What is seen of a thing, with where it is said, as an item of a list; nothing if nothing is.
    fn seen(&self, label: &str, found: &[Finding], traces: &[Trace]) -> Option<Item> {
        let below: Vec<Item> =
            found.iter().map(|finding| Item { runs: vec![Run::plain(&finding.text)], below: Vec::new() }).collect();
        let mut runs = vec![Run::strong(label)];
        runs.extend(self.links(traces));
        (!below.is_empty()).then_some(Item { runs, below })
    }

    /// The codes of the lines that something rests on, each once.
    fn links(&self, traces: &[Trace]) -> Vec<Run> {
        let mut codes: Vec<String> = Vec::new();
        for code in traces.iter().filter_map(|trace| (self.code)(trace)) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes.into_iter().map(Run::link).collect()
    }

    /// That some tables are not counted, because what they gave is out of sight.
    fn hidden(&self, tables: &[TableId]) -> Option<Block> {
        let told = || self.words.tell("verdicts-hidden", &[("tables", self.teller().tables(tables).into())]);
        (!tables.is_empty()).then(|| aside(told()))
    }
}

fn aside(text: String) -> Block {
    Block::Paragraph(vec![Run::aside(text)])
}

#[cfg(test)]
mod tests;
