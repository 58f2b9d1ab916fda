//! Which short codes stand in a document, and which are pointed to.
//!
//! A writer asks it before it makes a link, so that no link leads nowhere and no place has two names. Not for what a code
//! looks like, nor for what it stands for.

use super::{Block, Document, Item, Manner, Run};
use std::collections::BTreeMap;

/// The codes of a document, each with a number of its own.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    /// Per code: its number, whether it stands somewhere, whether it is pointed to.
    known: BTreeMap<String, (usize, bool, bool)>,
}

impl Codes {
    /// The codes of a document.
    pub fn of(document: &Document) -> Self {
        let mut codes = Self::default();
        document.blocks.iter().for_each(|block| codes.block(block));
        codes
    }

    /// The number of the place that a [`Manner::Link`] with this text leads to; `None` if there is none.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.known.get(code).filter(|(_, stands, _)| *stands).map(|(number, ..)| *number)
    }

    /// The number of the code, if something points to the place where it stands: the way back.
    pub fn back(&self, code: &str) -> Option<usize> {
        self.known.get(code).filter(|(_, stands, pointed)| *stands && *pointed).map(|(number, ..)| *number)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(runs) | Block::Quote(runs, _) => self.runs(runs),
            Block::List(items) => self.items(items),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| self.runs(cell)),
            Block::Card(card) => card.paragraphs.iter().for_each(|runs| self.runs(runs)),
            Block::Heading(..) | Block::Facts(_) | Block::Figure(_) | Block::Lines(_) | Block::PageBreak => {}
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.runs(&item.runs);
            self.items(&item.below);
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let (stands, pointed) = match run.manner {
                Manner::Code => (true, false),
                Manner::Link => (false, true),
                Manner::Plain | Manner::Strong | Manner::Aside => continue,
            };
            let number = self.known.len() + 1;
            let known = self.known.entry(run.text.clone()).or_insert((number, false, false));
            known.1 |= stands;
            known.2 |= pointed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_somewhere_only_if_it_stands_there() {
        let runs = vec![Run::link("T1·1·01"), Run::link("T9·9·99"), Run::code("T1·1·01"), Run::code("T1·1·02")];
        let codes = Codes::of(&Document { blocks: vec![Block::Paragraph(runs)], ..Document::default() });
        assert!(codes.place("T1·1·01").is_some() && codes.back("T1·1·01") == codes.place("T1·1·01"));
        assert_eq!((codes.place("T9·9·99"), codes.back("T9·9·99")), (None, None));
        assert!(codes.place("T1·1·02").is_some() && codes.back("T1·1·02").is_none());
    }
}
