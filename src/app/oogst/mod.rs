//! Oogst: from what the tables said to what was learned. The organiser's desk, where nothing is typed: letters are commands.
//!
//! ```text
//! act       what a key means      write     what it alters, at the table that is the harvest
//! view      what every view is    themes    entries under themes      beside    the tables side by side
//! votes, roles, mirrors, agreements   what all tables come to      results   how these unfold      strokes   their pictures
//! told      the plenary           lists     what there is to choose from
//! suggest   what is proposed for the line that is chosen      alike   what other tables may have said as well
//! lesson    what a next session should know of      hunt      the next line for which there is a proposal
//! draw      header, tabs, what is chosen told below, the line that is open
//! ```
//!
//! **One more view** is one more file: a [`view::View`], its place in [`Tab`] and in [`Views`].
//!
//! What stands here is read off the session; only where one is, the filter and what is marked live here. The line that is
//! open (a name, what was learned) is the line of the harvest's own table, so it survives a crash like any other.
//! Called by `tafel`, which holds the session.

mod act;
mod agreements;
mod alike;
mod beside;
mod draw;
mod hunt;
mod lesson;
mod lists;
mod mirrors;
mod results;
mod roles;
mod strokes;
mod suggest;
mod themes;
mod told;
mod view;
mod votes;
mod write;

pub use act::Asked;
pub use lists::Reap;
pub use write::Desks;

use super::Desk;
use crate::{
    harvest::{Codebook, Filter, Harvest, Likely, Origin, Progress, Sort, Suggested, Suggestions, verdicts::Reckoner},
    record::{EntryId, RoundId},
    session::{Hold, Session},
    text::Editor,
    ui::Where,
    words::{Lang, Words},
};
use hunt::Hunt;
use results::Results;
use std::collections::HashSet;
use view::{At, Sight, View};

/// How many lines are read, and lines and judgements reckoned, before the screen is shown again: some milliseconds of a frame.
const READ: usize = 2_000;
const RECKONED: usize = 5_000;

/// A way of looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tab {
    Themes,
    Beside,
    Votes,
    Roles,
    Mirrors,
    Agreements,
}

impl Tab {
    const ALL: [Self; 6] = [Self::Themes, Self::Beside, Self::Votes, Self::Roles, Self::Mirrors, Self::Agreements];

    fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }

    /// Whether it shows what all tables come to.
    fn is_of_verdicts(self) -> bool {
        match self {
            Self::Themes | Self::Beside => false,
            Self::Votes | Self::Roles | Self::Mirrors | Self::Agreements => true,
        }
    }

    /// The key of its name.
    fn key(self) -> &'static str {
        match self {
            Self::Themes => "oogst-tab-themes",
            Self::Beside => "oogst-tab-beside",
            Self::Votes => "verdicts-tab-votes",
            Self::Roles => "verdicts-tab-roles",
            Self::Mirrors => "verdicts-tab-mirrors",
            Self::Agreements => "verdicts-tab-agreements",
        }
    }
}

/// The views, each as it was left.
#[derive(Debug, Default)]
struct Views {
    themes: themes::Themes,
    beside: beside::Beside,
    votes: Results<votes::Votes>,
    roles: Results<roles::Roles>,
    mirrors: Results<mirrors::Mirrors>,
    agreements: Results<agreements::Agreements>,
}

impl Views {
    fn of(&self, tab: Tab) -> &dyn View {
        match tab {
            Tab::Themes => &self.themes,
            Tab::Beside => &self.beside,
            Tab::Votes => &self.votes,
            Tab::Roles => &self.roles,
            Tab::Mirrors => &self.mirrors,
            Tab::Agreements => &self.agreements,
        }
    }

    fn of_mut(&mut self, tab: Tab) -> &mut dyn View {
        match tab {
            Tab::Themes => &mut self.themes,
            Tab::Beside => &mut self.beside,
            Tab::Votes => &mut self.votes,
            Tab::Roles => &mut self.roles,
            Tab::Mirrors => &mut self.mirrors,
            Tab::Agreements => &mut self.agreements,
        }
    }
}

/// What one goes to see at a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// A line.
    Line(EntryId),
    /// What was judged in a round.
    Round(RoundId),
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
    /// What all tables come to; reckoned when one looks at it.
    reckoner: Reckoner,
    /// Something of what is shown is not all read yet.
    half: bool,
    /// Lines are still read for what can be proposed.
    learning: bool,
    /// What is looked for, a few lines at a time.
    hunt: Option<Hunt>,
    views: Views,
    /// The filter's words while they are typed.
    search: Option<Editor>,
    suggestions: Suggestions,
    /// What is proposed for the line that is chosen.
    proposal: Option<Suggested>,
    /// What may say the same as the line that is chosen, and how many there are behind those.
    likely: (Vec<Likely>, usize),
    /// The line that was last asked for, and whether it is shown under no theme.
    asked: Option<(usize, bool)>,
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
    /// What is shown at a table as soon as one is there.
    pub going: Option<Goal>,
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
            reckoner: Reckoner::default(),
            half: false,
            learning: false,
            hunt: None,
            views: Views::default(),
            search: None,
            suggestions: Suggestions::default(),
            proposal: None,
            likely: (Vec::new(), 0),
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

    /// Looks at what is different, a piece at a time; says whether anything is. To be asked whenever something happened.
    pub fn follow(&mut self, session: &Session, desk: &mut Desk) -> bool {
        let other = self.follow_some(session, desk, (READ, RECKONED));
        self.hunt_on(session, desk) || other
    }

    /// Whether there is more to look at as soon as nobody waits for anything.
    pub fn is_busy(&self) -> bool {
        self.half || self.learning || self.hunt.is_some()
    }

    /// Reads what is half read, so that no key is taken for something that is not all there.
    fn finish(&mut self, session: &Session, desk: &Desk) {
        if self.half {
            self.follow_some(session, desk, (usize::MAX, usize::MAX));
        }
    }

    fn follow_some(&mut self, session: &Session, desk: &Desk, (read, reckoned): (usize, usize)) -> bool {
        if self.lang.replace(desk.words.lang()) != Some(desk.words.lang()) {
            self.harvest = Harvest::default(); // its places are told in a language
            self.reckoner = Reckoner::default();
            self.suggestions = Suggestions::default();
        }
        let said = self.harvest.advance(session, &desk.words, read);
        // what all tables come to is reckoned if that is what one looks at
        let reckoned = match said {
            Progress::Same | Progress::Anew if self.tab.is_of_verdicts() => {
                self.reckoner.follow(session, &desk.words, reckoned)
            }
            Progress::Same | Progress::Anew | Progress::More => Progress::Same,
        };
        let was_half = std::mem::replace(&mut self.half, [said, reckoned].contains(&Progress::More));
        if said == Progress::More {
            return !was_half;
        }
        let anew = said == Progress::Anew;
        let laid = (self.tab, self.look.filter.clone(), self.look.sort);
        if !anew && reckoned != Progress::Anew && self.laid.as_ref() == Some(&laid) {
            return self.propose(session, false) || was_half != self.half;
        }
        let (harvest, look) = (&self.harvest, &mut self.look);
        if anew || self.laid.as_ref().is_none_or(|(_, filter, _)| *filter != look.filter) {
            let lines = 0..harvest.points.all.len();
            let lets = |at| look.filter.lets(harvest, at);
            look.shown = (!look.filter.is_open()).then(|| lines.map(lets).collect());
        }
        self.laid = Some(laid);
        let Self { harvest, reckoner, look, views, tab, .. } = self;
        let verdicts = &reckoner.verdicts;
        views.of_mut(*tab).follow(&Sight { session, harvest, verdicts, look, words: &desk.words });
        self.propose(session, anew);
        true
    }

    /// Takes in the themes that sessions share.
    pub fn shared(&mut self, codebook: Codebook) {
        self.codebook = codebook;
    }

    fn view(&self) -> &dyn View {
        self.views.of(self.tab)
    }

    fn sight<'a>(&'a self, session: &'a Session, words: &'a Words) -> Sight<'a> {
        Sight { session, harvest: &self.harvest, verdicts: &self.reckoner.verdicts, look: &self.look, words }
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
            At::Unused | At::Judged { .. } | At::Nothing => None,
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
            At::Theme(_) | At::Unused | At::Judged { .. } | At::Nothing => Vec::new(),
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
