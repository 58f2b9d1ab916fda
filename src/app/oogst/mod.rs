//! Oogst: from what the tables said to what was learned. The organiser's desk, where nothing is typed: letters are commands.
//!
//! ```text
//! act       what a key means      write     what it alters, at the table that is the harvest
//! view      what every view is    themes    entries under themes      beside    the tables side by side
//! told      the plenary           lists     what there is to choose from
//! suggest   what is proposed for the line that is chosen
//! draw      header, tabs, what is chosen told below, the line that is open
//! ```
//!
//! **One more view** is one more file: a [`view::View`], its place in [`Tab`] and in the two matches over it.
//!
//! What stands here is read off the session; only where one is, the filter and what is marked live here. The line that is
//! open (a name, what was learned) is the line of the harvest's own table, so it survives a crash like any other.
//! Called by `tafel`, which holds the session.

mod act;
mod beside;
mod draw;
mod lists;
mod suggest;
mod themes;
mod told;
mod view;
mod write;

pub use act::Asked;
pub use lists::Reap;
pub use write::Desks;

use super::Desk;
use crate::{
    harvest::{Codebook, Filter, Harvest, Origin, Sort, Suggested, Suggestions},
    record::EntryId,
    session::{Hold, Session},
    text::Editor,
    ui::Where,
    words::{Lang, Words},
};
use std::collections::HashSet;
use view::{At, Sight, View};

/// A way of looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tab {
    Themes,
    Beside,
}

impl Tab {
    const ALL: [Self; 2] = [Self::Themes, Self::Beside];

    fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// What all views look at alike.
#[derive(Debug, Default)]
struct Look {
    filter: Filter,
    sort: Sort,
    /// What a key is about, if more than the line that is chosen.
    marks: HashSet<EntryId>,
    /// Which lines the filter lets through, by their place, reckoned once; nothing while it lets everything through.
    shown: Option<Vec<bool>>,
}

impl Look {
    /// Whether a line is looked at.
    fn lets(&self, at: usize) -> bool {
        self.shown.as_ref().is_none_or(|shown| shown.get(at).copied().unwrap_or(false))
    }
}

/// What the line that is open is for.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Line {
    /// The name of a new theme.
    New,
    /// Another name for this one.
    Rename(EntryId),
    /// What was learned of it.
    Conclude(EntryId),
}

/// The door.
#[derive(Debug)]
pub struct Oogst {
    harvest: Harvest,
    lang: Option<Lang>,
    tab: Tab,
    look: Look,
    themes: themes::Themes,
    beside: beside::Beside,
    /// The filter's words while they are typed.
    search: Option<Editor>,
    suggestions: Suggestions,
    /// What is proposed for the line that is chosen.
    proposal: Option<Suggested>,
    /// The line that was last asked for.
    asked: Option<usize>,
    /// The theme that something was put under last.
    again: Option<Origin>,
    /// The theme that the new one is split off, while its name is typed.
    split: Option<EntryId>,
    /// Which table tells, by its place.
    told: Option<usize>,
    /// The themes that sessions share, as far as they were read.
    codebook: Codebook,
    /// Whether it is what one sees.
    pub shown: bool,
    /// The entry that is shown at its table as soon as one is there.
    pub going: Option<EntryId>,
    /// For which view, filter and order it is laid out.
    laid: Option<(Tab, Filter, Sort)>,
}

impl Default for Oogst {
    fn default() -> Self {
        Self {
            harvest: Harvest::default(),
            lang: None,
            tab: Tab::Themes,
            look: Look::default(),
            themes: themes::Themes::default(),
            beside: beside::Beside::default(),
            search: None,
            suggestions: Suggestions::default(),
            proposal: None,
            asked: None,
            again: None,
            split: None,
            told: None,
            codebook: Codebook::default(),
            shown: true,
            going: None,
            laid: None,
        }
    }
}

impl Oogst {
    /// Where the keyboard goes.
    pub fn place(&self, session: &Session) -> Where {
        if self.told.is_some() {
            Where::Plenary
        } else if self.search.is_some() || line(session).is_some() {
            Where::Wording
        } else {
            Where::Oogst
        }
    }

    /// Looks at what is different; says whether anything is. To be asked whenever something happened.
    pub fn follow(&mut self, session: &Session, desk: &Desk) -> bool {
        if self.lang.replace(desk.words.lang()) != Some(desk.words.lang()) {
            self.harvest = Harvest::default(); // its places are told in a language
        }
        let anew = self.harvest.follow(session, &desk.words);
        let laid = (self.tab, self.look.filter.clone(), self.look.sort);
        if !anew && self.laid.as_ref() == Some(&laid) {
            return self.propose(session, false);
        }
        let Self { harvest, look, themes, beside, tab, .. } = self;
        if anew || self.laid.as_ref().is_none_or(|(_, filter, _)| *filter != look.filter) {
            let lines = 0..harvest.points.all.len();
            let lets = |at| look.filter.lets(harvest, session, at);
            look.shown = (!look.filter.is_open()).then(|| lines.map(lets).collect());
        }
        self.laid = Some(laid);
        let sight = Sight { session, harvest, look, words: &desk.words };
        match tab {
            Tab::Themes => themes.follow(&sight),
            Tab::Beside => beside.follow(&sight),
        }
        self.propose(session, anew);
        true
    }

    /// Takes in the themes that sessions share.
    pub fn shared(&mut self, codebook: Codebook) {
        self.codebook = codebook;
    }

    fn view(&self) -> &dyn View {
        match self.tab {
            Tab::Themes => &self.themes,
            Tab::Beside => &self.beside,
        }
    }

    fn sight<'a>(&'a self, session: &'a Session, words: &'a Words) -> Sight<'a> {
        Sight { session, harvest: &self.harvest, look: &self.look, words }
    }

    /// What the keys are about.
    fn at(&self) -> At {
        self.view().at()
    }

    /// The theme that a key is about: the one chosen, or that in which the chosen line stands.
    fn theme_at(&self) -> Option<usize> {
        match self.at() {
            At::Theme(theme) => Some(theme),
            At::Line { theme, .. } => theme,
            At::Unused | At::Nothing => None,
        }
    }

    /// The lines that a key is about: those marked, or the one chosen.
    fn lines_at(&self) -> Vec<EntryId> {
        if !self.look.marks.is_empty() {
            let points = self.harvest.points.all.iter().map(|point| &point.id);
            return points.filter(|id| self.look.marks.contains(*id)).cloned().collect();
        }
        match self.at() {
            At::Line { point, .. } => {
                self.harvest.points.all.get(point).map(|point| point.id.clone()).into_iter().collect()
            }
            At::Theme(_) | At::Unused | At::Nothing => Vec::new(),
        }
    }
}

/// What the line is for, if one is open.
fn line(session: &Session) -> Option<Line> {
    let desk = &session.harvest.desk;
    let (_, category) = desk.place.as_ref()?;
    match (category.as_str(), &desk.hold) {
        ("theme", Hold::New) => Some(Line::New),
        ("theme", Hold::Reword(id)) => Some(Line::Rename(id.clone())),
        ("conclusion", Hold::Reword(id)) => Some(Line::Conclude(id.clone())),
        _ => None,
    }
}

impl Line {
    /// The field of the harvest's line in which it is typed.
    fn field(&self) -> u8 {
        match self {
            Self::New | Self::Rename(_) => 0,
            Self::Conclude(_) => 1,
        }
    }
}
