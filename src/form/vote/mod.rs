//! **Vote** (*stem*): spends stickers, ranks, or chooses.

use super::{Fault, Frame, Lens, Place, Scope, Source, Tone, block, board_place, terms::Per};
use serde::{Deserialize, Serialize};

/// How one votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum How {
    /// Each spends so many stickers over the items.
    #[default]
    Stickers,
    /// Each puts the best so many in order: the first weighs most.
    Ranking,
    /// Each chooses one.
    One,
}

/// A kind of sticker, where there are more: for and against, now and later.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StickerKind {
    /// Its id, unique in the block.
    pub id: String,
    /// What it means.
    pub label: String,
    /// The letter that it is typed with, behind the number of the item.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub letter: String,
    /// How many of it each voter has; the block's `tokens` where it is left out.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tokens: Option<u32>,
    /// Whether it counts against.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub against: bool,
    /// Its colour.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tone: Tone,
}

block! {
    /// Stickers, a ranking, or a choice.
    Vote {
        /// What is voted on.
        from: Vec<Source>,
        /// How one votes.
        how: How,
        /// Who votes: each chair, each party, or hands that are counted.
        per: Per,
        /// How many stickers, or how long the ranking; three where it is left out.
        tokens: Option<u32>,
        /// The most stickers one voter may put on one item.
        most_per_item: Option<u32>,
        /// Kinds of stickers.
        kinds: Vec<StickerKind>,
        /// How many are chosen in the end: from there on items are shown as chosen, ties at the edge as ties.
        choose: Option<u32>,
        /// The colour of its heading.
        tone: Tone,
    }
}

impl Lens for Vote {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        vec![board_place(self.own_frame(), &scope.words.say("form-board-vote"), self.tone)]
    }

    fn open(&self, _: Scope<'_>) -> Vec<String> {
        Vec::new()
    }

    fn check(&self) -> Vec<Fault> {
        Vec::new()
    }

    fn terms(&self) -> &'static [&'static str] {
        &["each", "as", "hidden", "only", "until", "rules", "derive", "pool", "carry", "inject"]
    }
}
