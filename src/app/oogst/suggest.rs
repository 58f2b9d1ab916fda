//! What is proposed for the line that is chosen: told with the words that speak for it, accepted or refused by key.
//!
//! Nothing is ever put under a theme by itself. The proposals are `harvest::Suggestions`; here they are kept for the line
//! that is chosen, put into a sentence, and turned into the deeds that any other key makes. Called by the other files here.

use super::{Oogst, Tab, hunt::Game, view::At, write::Desks};
use crate::{
    app::Desk,
    harvest::{Met, Suggested},
    session::Session,
    ui::theme::Ink,
};

impl Oogst {
    /// Takes in what is different and proposes for the line that is chosen; says whether the proposal is another.
    pub(super) fn propose(&mut self, session: &Session, anew: bool) -> bool {
        let more = self.suggestions.follow(session, &self.harvest, anew);
        self.learning = more;
        let chosen = match self.at() {
            At::Line { point, theme } if !more => Some((point, theme.is_none())),
            At::Line { .. } | At::Theme(_) | At::Judged { .. } | At::Unused | At::Nothing => None,
        };
        if !anew && chosen == self.asked {
            return false;
        }
        self.asked = chosen;
        let bare = chosen.filter(|(_, bare)| *bare);
        let now = bare.and_then(|(point, _)| self.suggestions.of(session, &self.harvest, point));
        let likely = chosen.map(|(point, _)| self.suggestions.alike(session, &self.harvest, point)).unwrap_or_default();
        let other = now != self.proposal || likely != self.likely;
        (self.proposal, self.likely) = (now, likely);
        other
    }

    /// The proposal for a line, as a sentence.
    pub(super) fn proposed(&self, point: usize, desk: &Desk) -> Option<String> {
        let Suggested { line, theme, because } = self.proposal.as_ref()?;
        if self.harvest.points.all.get(point)?.id != *line {
            return None;
        }
        let words = &desk.words;
        let met = |met: &Met| {
            let place = match met.point.and_then(|at| self.harvest.points.tables.get(self.harvest.points.all[at].nth)) {
                Some(table) => words.tell("oogst-t", &[("number", (table.0 as usize).into())]),
                None => words.say("oogst-suggest-name"),
            };
            let args =
                [("word", met.word.clone().into()), ("other", met.other.clone().into()), ("place", place.into())];
            words.tell(
                if met.word.to_lowercase() == met.other.to_lowercase() {
                    "oogst-suggest-same"
                } else {
                    "oogst-suggest-met"
                },
                &args,
            )
        };
        let why = because.iter().map(met).collect::<Vec<_>>().join(", ");
        let name = self.harvest.themes.all.get(*theme)?.name.clone();
        Some(words.tell("oogst-suggest", &[("theme", name.into()), ("why", why.into())]))
    }

    /// The line belongs to the theme that is proposed.
    pub(super) fn accept(&mut self, desks: &mut Desks<'_>) {
        let Some((line, theme)) = self.taken(desks) else { return };
        let along = self.along(std::slice::from_ref(&line));
        let put = desks.does(|deeds| {
            let id = deeds.entry(&theme);
            deeds.put(&line, &id);
            along.iter().filter(|line| deeds.put_along(line, &id)).count()
        });
        if let Some(along) = put {
            tell_put(1, along, &theme.name, desks);
        }
    }

    /// It does not, and is not proposed for it again; nor for what says the same and would have gone along.
    pub(super) fn refuse(&mut self, desks: &mut Desks<'_>) {
        let Some((line, theme)) = self.taken(desks) else { return };
        let along = self.along(std::slice::from_ref(&line));
        let out = desks.does(|deeds| {
            let id = deeds.entry(&theme);
            std::iter::once(&line).chain(&along).for_each(|line| deeds.take_out(line, &id));
        });
        if out.is_some() {
            let args = [("theme", theme.name.into()), ("along", along.len().into())];
            let key = if along.is_empty() { "oogst-suggest-refused" } else { "oogst-suggest-refused-along" };
            desks.desk.tell(Ink::Dim, desks.desk.words.tell(key, &args));
        }
    }

    fn taken(&mut self, desks: &mut Desks<'_>) -> Option<(crate::record::EntryId, crate::harvest::Theme)> {
        let found = self.proposal.as_ref().and_then(|proposal| {
            let theme = self.harvest.themes.all.get(proposal.theme)?;
            Some((proposal.line.clone(), theme.clone()))
        });
        if found.is_none() {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-suggest-none-here"));
        }
        found
    }

    /// To the next line with a proposal.
    pub(super) fn next_proposal(&mut self) {
        let all = match self.tab {
            Tab::Themes => self.views.themes.unused(),
            Tab::Beside => self.harvest.themes.unused.clone(),
            Tab::Votes | Tab::Roles | Tab::Mirrors | Tab::Agreements => return,
        };
        self.hunt_for(Game::Proposal, &all);
    }
}

/// Tells how many lines were put under a theme, and how many went along because they say the same.
pub(super) fn tell_put(count: usize, along: usize, theme: &str, desks: &mut Desks<'_>) {
    let args = [("count", count.into()), ("theme", theme.to_owned().into()), ("along", along.into())];
    let text = if along > 0 {
        desks.desk.words.tell("oogst-put-along", &args)
    } else {
        desks.desk.words.tell("oogst-put", &args[..2])
    };
    desks.desk.tell(Ink::Good, text);
}
