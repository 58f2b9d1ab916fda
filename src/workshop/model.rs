//! What stands in a workshop file.

use crate::{
    form::{Each, Form, Place, Room, Scope, Tone, case, is_default, terms::Rotate},
    record::{BlockId, CategoryId, Records, RoundId},
};
use serde::{Deserialize, Serialize};

/// The version of the format that this program writes and the newest that it reads.
pub const FORMAT: u32 = 1;

/// Who talks with whom during a phase.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Group {
    /// Each for oneself, mostly in silence.
    Alone,
    /// Two and two.
    Pair,
    /// Four and four.
    Four,
    /// The whole table.
    #[default]
    Table,
    /// The whole room.
    Plenary,
    /// An inner ring talks, an outer ring listens.
    Ring,
}

impl Group {
    /// Its name in the keys of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Pair => "pair",
            Self::Four => "four",
            Self::Table => "table",
            Self::Plenary => "plenary",
            Self::Ring => "ring",
        }
    }
}

/// A step within a round.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// What it is called on the screen, in a few words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// The least it may be shortened to, in minutes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub least: Option<u32>,
    /// Who talks with whom.
    #[serde(default, skip_serializing_if = "is_default")]
    pub group: Group,
    /// What the facilitator says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub say: String,
    /// Whether a bell sounds when it ends.
    #[serde(default, skip_serializing_if = "is_default")]
    pub bell: bool,
}

impl Phase {
    /// The least it may be given, in minutes: what its author allows, or half of it, rounded up.
    pub fn least_minutes(&self) -> u32 {
        self.least.unwrap_or(self.minutes.div_ceil(2)).min(self.minutes)
    }
}

/// A round: one question, its phases and its blocks.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Its id, unique in the workshop.
    pub id: RoundId,
    /// Its name in the running order.
    pub title: String,
    /// The question on the table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub question: String,
    /// How long it takes, in minutes, where it has no phases.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: Option<u32>,
    /// What the facilitator says to begin with.
    #[serde(default, skip_serializing_if = "is_default")]
    pub say: String,
    /// Why the exercise works, for who prepares it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub why: String,
    /// What to do when it stalls.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tips: Vec<String>,
    /// What has to lie on the table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub materials: Vec<String>,
    /// Its steps.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phases: Vec<Phase>,
    /// What is filled in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub blocks: Vec<Form>,
    /// May be left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub optional: bool,
    /// For what its blocks are repeated, where they do not say so themselves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub each: Option<Each>,
    /// Who goes to another table in this round, and how often.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rotate: Option<Rotate>,
}

/// A workshop as its author wrote it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    /// The version of the format.
    pub format: u32,
    /// Its id; the same in every language.
    pub id: String,
    /// Its language: `nl` or `en`.
    pub language: String,
    /// Its name.
    pub title: String,
    /// What it holds, in half a line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary: String,
    /// When to use it, and for whom.
    #[serde(default, skip_serializing_if = "is_default")]
    pub about: String,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// The parties that usually sit at the table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parties: Vec<String>,
    /// The rounds, in order.
    pub rounds: Vec<Round>,
}

impl Workshop {
    /// How long it takes, in minutes.
    pub fn minutes(&self) -> u32 {
        self.rounds.iter().map(Round::minutes).sum()
    }

    /// A block, by its id.
    pub fn block(&self, id: &BlockId) -> Option<&Form> {
        self.rounds.iter().flat_map(|round| &round.blocks).find(|block| block.lens().frame().id == id)
    }

    /// The place of a round in the order, by its id.
    pub fn round_at(&self, id: &RoundId) -> Option<usize> {
        self.rounds.iter().position(|round| round.id == *id)
    }
}

impl Round {
    /// How long it takes, in minutes: its phases together, or its own number.
    pub fn minutes(&self) -> u32 {
        let phases: u32 = self.phases.iter().fold(0, |sum, phase| sum.saturating_add(phase.minutes));
        if self.phases.is_empty() { self.minutes.unwrap_or(0) } else { phases }
    }

    /// Whether people have a break.
    pub fn is_pause(&self) -> bool {
        let is_pause = |block: &Form| matches!(block, Form::Moment(moment) if moment.pause);
        self.blocks.iter().any(is_pause)
    }

    /// Whether it or a block of it is repeated.
    pub fn is_repeated(&self) -> bool {
        let repeated = |block: &Form| block.lens().frame().each.is_some() || block.lens().frame().until.is_some();
        self.each.is_some() || self.rotate.is_some() || self.blocks.iter().any(repeated)
    }

    /// What its blocks look at: the same, and for what the round is repeated.
    pub fn scope<'a>(&'a self, scope: Scope<'a>) -> Scope<'a> {
        Scope { each: self.each.as_ref(), rotate: self.rotate.as_ref(), ..scope }
    }

    /// Where what is typed in this round can go: the places of its blocks, then its notes and quotes.
    ///
    /// A round has always room for prose and for literal words; where the workshop names its own category for quotes,
    /// that one stands instead.
    pub fn places(&self, scope: Scope<'_>) -> Vec<Place> {
        let scope = self.scope(scope);
        let mut places: Vec<Place> = self.blocks.iter().flat_map(|block| case::places(scope, block)).collect();
        let taken = |places: &[Place], sigil| places.iter().any(|place| place.sigil == Some(sigil));
        let blocks = !places.is_empty();
        let say = |key: &str| scope.words.say(key);
        if !places.iter().any(|place| place.quote) {
            places.push(Place {
                sigil: (!taken(&places, '"')).then_some('"'),
                tone: Tone::Purple,
                quote: true,
                quiet: true,
                ..Place::list(
                    &BlockId::of_round(&self.id),
                    &CategoryId::quote(),
                    &say("form-quotes"),
                    &say("form-quote"),
                )
            });
        }
        let note = Place {
            sigil: (!taken(&places, ':')).then_some(':'),
            quiet: true,
            hint: say("form-note-hint"),
            ..Place::list(&BlockId::of_round(&self.id), &CategoryId::note(), &say("form-notes"), &say("form-note"))
        };
        // where there is nothing else to fill in, prose is what one writes
        places.insert(if blocks { places.len() } else { 0 }, note);
        places
    }
}

/// A workshop that nobody holds: its blocks, and no tables.
impl Room for Workshop {
    fn block(&self, id: &BlockId) -> Option<&Form> {
        Workshop::block(self, id)
    }
    fn tables(&self) -> Vec<&Records> {
        Vec::new()
    }
}
