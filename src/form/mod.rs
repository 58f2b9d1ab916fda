//! The forms (*werkvormen*): the vocabulary that workshops are written in. **The folder to touch for a form.**
//!
//! A form is one folder: its definition (what an author writes), its checks, its lens over the records, and what it says
//! in the report. A form never owns data: it shows, and says what is open. So a form whose definition changes can never
//! lose what was said. To add one: make its folder, add its `pub mod` and one line to `forms!` below; the compiler and the
//! registry test (`tests/registry.rs`) point at the rest.
//!
//! Called by `workshop` (definitions and checks), `app` (lens), `report` (blocks).

pub mod assign;
pub mod board;
pub mod case;
pub mod collect;
pub mod formulate;
pub mod group;
pub mod judge;
pub mod link;
pub mod listing;
pub mod matrix;
pub mod moment;
pub mod paper;
mod place;
mod room;
#[cfg(test)]
mod samples;
pub mod source;
pub mod terms;
pub mod vote;

pub use crate::ui::tone::Tone;
pub use case::{Case, Copied, Each, InName, Which};
pub use place::{Column, ColumnKind, Kind, Place};
pub use room::{Bare, Room};
pub use source::{Source, Thing};

use crate::{
    document,
    record::{BlockId, CategoryId, Entry, Item, Parties, Records},
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What a form needs to look at the records of a table.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// What the table said.
    pub records: &'a Records,
    /// Who may have said it.
    pub parties: &'a Parties,
    /// The language of the screen or report.
    pub words: &'a Words,
    /// The other blocks and tables.
    pub room: &'a dyn Room,
    /// The number of the table; 0 where it is none.
    pub table: u32,
    /// For what the round that is looked at is repeated.
    pub each: Option<&'a Each>,
    /// How people or sheets move in the round that is looked at.
    pub rotate: Option<&'a terms::Rotate>,
    /// Looked at for a report: what stays out of every report is no item of any block, so that no row, column, link or
    /// remark can tell it.
    pub public: bool,
}

impl<'a> Scope<'a> {
    /// The entries of a place, in order.
    pub fn listed(self, place: &'a Place) -> impl DoubleEndedIterator<Item = &'a Entry> {
        self.records.listed(&place.block, &place.category).filter(|entry| place.which.holds(entry))
    }

    /// How many entries a place holds.
    pub fn count(self, place: &Place) -> usize {
        match place.which {
            Which::All => self.records.count(&place.block, &place.category),
            Which::Case(_) | Which::Elsewhere(_) => {
                let listed = self.records.listed(&place.block, &place.category);
                listed.filter(|entry| place.which.holds(entry)).count()
            }
        }
    }
}

/// What every block carries, whatever its form.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Its id, unique in the workshop.
    pub id: &'a BlockId,
    /// A heading, where the round holds more than one block.
    pub title: &'a str,
    /// The question it answers, where that is not the round's.
    pub question: &'a str,
    /// A word of help for the note-taker.
    pub hint: &'a str,
    /// May be left out without anything being open.
    pub optional: bool,
    /// For what it is repeated.
    pub each: Option<&'a Each>,
    /// In whose name it is filled in.
    pub voice: Option<&'a InName>,
    /// What is kept out of sight.
    pub hidden: terms::Hidden,
    /// Who may fill it in.
    pub only: &'a terms::Only,
    /// Repeated in passes until this holds.
    pub until: Option<&'a terms::Until>,
    /// What is shown as open while it does not hold.
    pub rules: &'a [terms::Rule],
    /// What is computed of it; nothing leaves that to the form.
    pub derive: &'a [terms::Derive],
    /// Its outcome is that of all tables together.
    pub pool: bool,
    /// What it starts from, of an earlier session.
    pub carry: Option<&'a terms::Carry>,
    /// A card to lay on the table in each pass, in order.
    pub inject: &'a [String],
}

/// A mistake in a block: where in it, and which sentence tells it (`check-<key>` and `check-<key>-remedy`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The field, as a path below the block: `categories[1].sigil`.
    pub at: String,
    /// The sentence.
    pub key: &'static str,
    /// What the sentence names.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault that names nothing.
    pub fn new(at: impl Into<String>, key: &'static str) -> Self {
        Self { at: at.into(), key, args: Vec::new() }
    }
    /// The same, naming something.
    #[must_use]
    pub fn naming(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A form as a lens over records.
pub trait Lens {
    /// What every block carries.
    fn frame(&self) -> Frame<'_>;
    /// Where what is typed can go: categories, slots, notes.
    fn places(&self, scope: Scope<'_>) -> Vec<Place>;
    /// What is still open, in sentences; never a barrier.
    fn open(&self, scope: Scope<'_>) -> Vec<String>;
    /// What it says in the report behind its places and boards.
    fn findings(&self, _: Scope<'_>) -> Vec<document::Block> {
        Vec::new()
    }
    /// What stands on its sheet of paper, to be filled in with a pen; `lines` is how many written lines there is room for.
    fn paper(&self, scope: Scope<'_>, case: Option<&Case>, lines: u16) -> Vec<document::Block> {
        paper::usual(self, scope, case, lines)
    }
    /// What an author got wrong.
    fn check(&self) -> Vec<Fault>;

    /// Which of the parameters that any block can carry mean something here.
    fn terms(&self) -> &'static [&'static str];

    /// Everywhere it takes items from, each with the path of the field below the block.
    fn sources(&self) -> Vec<(String, &Source)> {
        Vec::new()
    }

    /// Other blocks that it names, each with the field: what it is laid beside.
    fn beside(&self) -> Vec<(&'static str, &BlockId)> {
        Vec::new()
    }

    /// Its categories, in order.
    fn categories(&self, scope: Scope<'_>) -> Vec<CategoryId> {
        self.places(scope).into_iter().map(|place| place.category).collect()
    }

    /// What stands on its board, for a form that has one.
    fn board(&self, _: Scope<'_>, _: Option<&Case>) -> Option<board::Board> {
        None
    }

    /// What a stroke on its board alters.
    fn fill(&self, _: Scope<'_>, _: Option<&Case>, _: board::Spot<'_>, _: board::Stroke<'_>) -> board::Fill {
        board::Fill::default()
    }

    /// Its items with how high each stands, for a form that ranks.
    fn scores(&self, _: Scope<'_>) -> Vec<(Item, f64)> {
        Vec::new()
    }

    /// The items that a source picks out of it by what was found: contested, open, groups.
    fn picked(&self, _: Scope<'_>, _: &Source) -> Vec<Item> {
        Vec::new()
    }

    /// What a group that was made in it is called now, for a form that groups; nothing for one that is no longer there.
    fn group_label(&self, _: Scope<'_>, _: &CategoryId) -> Option<String> {
        None
    }

    /// Who was assigned to whom or what, for a form that assigns.
    fn pairs(&self, _: Scope<'_>) -> Vec<(Item, Item)> {
        Vec::new()
    }
}

/// Makes the definition of a form: the fields every block has, and its own.
///
/// RON cannot flatten one struct into another without losing data, so the shared fields are written into each.
macro_rules! block {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Its id, unique in the workshop.
            pub id: crate::record::BlockId,
            /// A heading, where the round holds more than one block.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub title: String,
            /// The question it answers, where that is not the round's.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub question: String,
            /// A word of help for the note-taker.
            #[serde(default, skip_serializing_if = "String::is_empty")]
            pub hint: String,
            /// May be left out without anything being open.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub optional: bool,
            /// For what it is repeated: each party, each item, each pair that was drawn, so many times.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub each: Option<crate::form::Each>,
            /// In whose name it is filled in.
            #[serde(default, rename = "as", skip_serializing_if = "crate::form::is_default")]
            pub voice: Option<crate::form::InName>,
            /// What is kept out of sight, and until when.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub hidden: crate::form::terms::Hidden,
            /// Who may fill it in.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub only: crate::form::terms::Only,
            /// It is repeated in passes until this holds.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub until: Option<crate::form::terms::Until>,
            /// What is shown as open while it does not hold.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub rules: Vec<crate::form::terms::Rule>,
            /// What is computed of it; what suits the form where nothing is said.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub derive: Vec<crate::form::terms::Derive>,
            /// Its outcome is that of all tables together.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub pool: bool,
            /// What it starts from, of an earlier session.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub carry: Option<crate::form::terms::Carry>,
            /// A card to lay on the table in each pass, in order.
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub inject: Vec<String>,
            $($(#[$field_doc])*
            #[serde(default, skip_serializing_if = "crate::form::is_default")]
            pub $field: $kind,)*
        }
        impl $name {
            fn own_frame(&self) -> crate::form::Frame<'_> {
                crate::form::Frame {
                    id: &self.id,
                    title: &self.title,
                    question: &self.question,
                    hint: &self.hint,
                    optional: self.optional,
                    each: self.each.as_ref(),
                    voice: self.voice.as_ref(),
                    hidden: self.hidden,
                    only: &self.only,
                    until: self.until.as_ref(),
                    rules: &self.rules,
                    derive: &self.derive,
                    pool: self.pool,
                    carry: self.carry.as_ref(),
                    inject: &self.inject,
                }
            }
        }
    };
}
pub(crate) use block;

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The one list of forms.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident($kind:ty),)*) => {
        /// A block of a workshop: one form with its parameters.
        #[expect(clippy::large_enum_variant, reason = "a workshop holds some tens of blocks, and a box is one more thing to read")]
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        pub enum Form {
            $($(#[$doc])* $name($kind),)*
        }
        impl Form {
            /// The names of all forms, as authors write them.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];
            /// The form's name, as authors write it.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($name),)* }
            }
            /// The form as a lens over records.
            pub fn lens(&self) -> &dyn Lens {
                match self { $(Self::$name(form) => form,)* }
            }
        }
    };
}

forms! {
    /// Text and clock; nothing to fill in but notes and quotes.
    Moment(moment::Moment),
    /// Entries with typed columns.
    Collect(collect::Collect),
    /// One text that grows.
    Formulate(formulate::Formulate),
    /// Entries in groups that are made now.
    Group(group::Group),
    /// Typed links between entries or parties.
    Link(link::Link),
    /// A value for each item.
    Judge(judge::Judge),
    /// Stickers, a ranking, or a choice.
    Vote(vote::Vote),
    /// Rows and columns with one kind of cell.
    Matrix(matrix::Matrix),
    /// Who or what goes where.
    Assign(assign::Assign),
}

/// The place by which a form that shows a board is reached.
pub(crate) fn board_place(frame: Frame<'_>, label: &str, tone: Tone) -> Place {
    let label = if frame.title.is_empty() { label } else { frame.title };
    let place = Place::list(frame.id, &board::Board::category(), label, &label.to_lowercase());
    Place { kind: Kind::Board, tone, hint: frame.hint.to_owned(), ..place }
}

/// What a block says in the report: its places and boards in order, each case under a heading of its own, and its findings.
///
/// `level` is that of the block's own headings.
pub fn report(scope: Scope<'_>, form: &Form, level: u8) -> Vec<document::Block> {
    let places = case::places(scope, form);
    let mut blocks = Vec::new();
    let mut rest = &places[..];
    while let [first, ..] = rest {
        let own = rest.iter().take_while(|place| same_case(place, first)).count();
        let (case, tail) = rest.split_at(own);
        rest = tail;
        let heading = case_label(scope, &first.which);
        let below = level + u8::from(heading.is_some());
        let told = case_report(scope, form, case, below);
        if !told.is_empty() {
            blocks.extend(heading.map(|label| document::Block::Heading(level, label)));
            blocks.extend(told);
        }
    }
    blocks.extend(form.lens().findings(scope));
    blocks
}

fn case_report(scope: Scope<'_>, form: &Form, places: &[Place], level: u8) -> Vec<document::Block> {
    let (boards, lists): (Vec<Place>, Vec<Place>) = places.iter().cloned().partition(|place| place.kind == Kind::Board);
    let mut blocks = listing::report(scope, &lists, level);
    for place in &boards {
        let board = form.lens().board(scope, place.which.case());
        let Some(board) = board else { continue };
        blocks.extend(board::report(scope, &place.label, &board, level));
    }
    blocks
}

/// What the table has to know of a block before it is filled in: who may, what is hidden, the card that is on the table.
pub fn asides(scope: Scope<'_>, form: &Form, case: Option<&Case>) -> Vec<String> {
    use terms::{Hidden, Only};
    let frame = form.lens().frame();
    let say = |key: &str| scope.words.say(key);
    let only = match frame.only {
        Only::Everyone => None,
        Only::Voiced => Some(say("form-only-voiced")),
        Only::Addressee => Some(say("form-only-addressee")),
        Only::Minority => Some(say("form-only-minority")),
        Only::Listeners => Some(say("form-only-listeners")),
        Only::Parties(names) => Some(scope.words.tell("form-only-parties", &[("parties", names.join(", ").into())])),
    };
    let masked = form.lens().places(scope).iter().any(|place| place.masked);
    let hidden = (masked && frame.hidden != Hidden::Private).then(|| say("form-hidden-list"));
    let pass = case.map_or_else(|| case::pass(scope, frame.id), |case| case.pass);
    let card = frame.inject.get(pass as usize);
    let card = card.map(|text| scope.words.tell("form-card", &[("text", text.clone().into())]));
    only.into_iter().chain(hidden).chain(card).collect()
}

/// Whether two places belong to the same case.
pub fn same_case(one: &Place, other: &Place) -> bool {
    match (&one.which, &other.which) {
        (Which::All, Which::All) | (Which::Elsewhere(_), Which::Elsewhere(_)) => true,
        (Which::Case(one), Which::Case(other)) => one.key == other.key,
        (Which::All | Which::Elsewhere(_) | Which::Case(_), _) => false,
    }
}

/// What stands above the places of a case, if they are of one.
pub fn case_label(scope: Scope<'_>, which: &Which) -> Option<String> {
    match which {
        Which::All => None,
        Which::Case(case) => Some(case.label.clone()),
        Which::Elsewhere(_) => Some(scope.words.say("form-case-elsewhere")),
    }
}
