//! What was marked as a key insight, and literal words, each with its table and as far as may be told whose it is.

use super::{Front, under};
use crate::document::{Block, Run};

impl Front<'_> {
    /// Key insights and quotes.
    pub(super) fn insights(&self) -> Vec<Block> {
        let (quotes, plain): (Vec<usize>, Vec<usize>) = self.lines().partition(|at| self.is_quote(*at));
        let starred: Vec<usize> = plain.into_iter().filter(|at| self.harvest.themes.key[*at]).collect();
        let mut blocks = Vec::new();
        blocks.extend((!starred.is_empty()).then(|| Block::List(starred.iter().map(|at| self.item(*at)).collect())));
        blocks.extend(quotes.into_iter().map(|at| {
            let runs = std::iter::once(Run::plain(self.text(at))).chain(self.link(at)).collect();
            Block::Quote(runs, Some(self.origin(at)))
        }));
        under(self.heading("report-insights-quotes"), blocks)
    }
}
