//! What is altered at the harvest: every deed is one change at the table that is the harvest, so one undo takes it back.

use super::{Line, Oogst, suggest::tell_put, view::At};
use crate::{
    app::{Desk, effect::Effect},
    harvest::{Deeds, Origin, Theme, block, spelled},
    record::{CategoryId, Deed as Why, EntryId, TableId, Touch, Value},
    session::{Hold, Log, Session, Step},
    text::Op,
    ui::theme::Ink,
};

/// The session that is harvested, the desk of the screen, and who else harvests, if another window does.
pub struct Desks<'a> {
    /// The session.
    pub session: &'a mut Session,
    /// The desk.
    pub desk: &'a mut Desk,
    /// Who writes at the harvest, if it is not this window.
    pub taken: Option<String>,
}

impl Desks<'_> {
    /// Whether this window may not write here; perhaps it may in a moment.
    pub(super) fn refuses(&mut self) -> bool {
        if self.taken.is_some() {
            self.desk.ask(Effect::Sit(TableId::HARVEST));
            self.desk.tell(Ink::Warn, self.desk.words.say("oogst-not-here"));
        }
        self.taken.is_some()
    }

    /// Takes a step on the line of the harvest, written down first.
    pub(super) fn step(&mut self, step: Step) {
        if self.refuses() {
            return;
        }
        self.desk.ask(Effect::Write(TableId::HARVEST, Box::new(Log::Step(step.clone()))));
        self.session.harvest.desk.step(&step);
    }

    /// Does something as one change; nothing where this window may not.
    pub(super) fn does<T>(&mut self, deed: impl FnOnce(&mut Deeds<'_>) -> T) -> Option<T> {
        if self.refuses() {
            return None;
        }
        let Session { harvest, mint, .. } = &mut *self.session;
        let mut deeds = Deeds::new(&harvest.records, mint, self.desk.now);
        let out = deed(&mut deeds);
        let touches = deeds.done();
        self.touches(touches);
        Some(out)
    }

    /// Alters the harvest as one change. Says whether anything was altered; nothing where this window may not.
    pub fn touches(&mut self, touches: Vec<Touch>) -> bool {
        if touches.is_empty() || self.refuses() {
            return false;
        }
        let Session { harvest, mint, .. } = &mut *self.session;
        let change = harvest.alter(touches, Why::Did, mint, self.desk.now);
        let altered = change.is_some();
        if let Some(change) = change {
            self.desk.ask(Effect::Write(TableId::HARVEST, Box::new(Log::Change(Box::new(change)))));
        }
        altered
    }

    /// Takes back, or does again.
    pub(super) fn turn(&mut self, back: bool) {
        if self.refuses() {
            return;
        }
        let Session { harvest, mint, .. } = &mut *self.session;
        let change = if back { harvest.undo(mint, self.desk.now) } else { harvest.redo(mint, self.desk.now) };
        let key = match (change.is_some(), back) {
            (true, true) => "oogst-undone",
            (true, false) => "oogst-redone",
            (false, true) => "tafel-nothing-undo",
            (false, false) => "tafel-nothing-redo",
        };
        self.desk.tell(Ink::Dim, self.desk.words.say(key));
        if let Some(change) = change {
            self.desk.ask(Effect::Write(TableId::HARVEST, Box::new(Log::Change(Box::new(change)))));
        }
    }
}

impl Oogst {
    /// Opens the line; what was half typed for the same thing is on it still.
    pub(super) fn open(&mut self, what: &Line, desks: &mut Desks<'_>) {
        self.split = None;
        self.open_line(what, desks);
    }

    fn open_line(&mut self, what: &Line, desks: &mut Desks<'_>) {
        let (category, hold) = match what {
            Line::New => ("theme", Hold::New),
            Line::Rename(id) => ("theme", Hold::Reword(id.clone())),
            Line::Conclude(id) => ("conclusion", Hold::Reword(id.clone())),
        };
        desks.step(Step::Place(block(), CategoryId::new(category)));
        desks.step(Step::Hold(hold));
        let stands = said(what, desks.session);
        let typed = desks.session.harvest.desk.field(what.field());
        if typed.is_empty() && !stands.is_empty() {
            desks.step(Step::Type(what.field(), Op::Set(stands)));
        } else if !typed.trim().is_empty() {
            desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-half-typed"));
        }
    }

    /// Closes the line. Half a name stays for when it is opened again; what is as it was is let go.
    pub(super) fn close(&mut self, open: &Line, desks: &mut Desks<'_>) {
        let typed = desks.session.harvest.desk.field(open.field()).trim().to_owned();
        if typed.is_empty() || typed == said(open, desks.session) {
            desks.step(Step::Clear);
        }
        self.split = None;
        desks.step(Step::Place(block(), CategoryId::default()));
    }

    /// Enter on the line: it is done, and the line closes.
    pub(super) fn settle(&mut self, open: &Line, desks: &mut Desks<'_>) {
        let typed = desks.session.harvest.desk.field(open.field()).trim().to_owned();
        desks.desk.hush(); // what was told before is not about this
        if let Line::Rename(id) = open
            && let Some(other) = self.of_this_name(&typed).filter(|other| other.id() != Some(id))
        {
            let args = [("name", other.name.clone().into())];
            return desks.desk.tell(Ink::Warn, desks.desk.words.tell("oogst-name-taken", &args));
        }
        match open {
            Line::New if typed.is_empty() => {}
            Line::New => self.new_theme(&typed, desks),
            Line::Rename(_) if typed.is_empty() => {}
            Line::Rename(id) => drop(desks.does(|deeds| deeds.rename(id, &typed))),
            Line::Conclude(id) => drop(desks.does(|deeds| deeds.conclude(id, &typed))),
        }
        desks.step(Step::Clear);
        self.split = None;
        desks.step(Step::Place(block(), CategoryId::default()));
    }

    fn of_this_name(&self, name: &str) -> Option<&Theme> {
        self.harvest.themes.all.iter().find(|theme| spelled(&theme.name) == spelled(name))
    }

    /// A new theme with what is marked; if there is one of this name already, it goes there.
    fn new_theme(&mut self, name: &str, desks: &mut Desks<'_>) {
        let lines = if self.look.marks.is_empty() { Vec::new() } else { self.lines_at() };
        self.make(name, &lines, desks);
    }

    pub(super) fn make(&mut self, name: &str, lines: &[EntryId], desks: &mut Desks<'_>) {
        let known = self.of_this_name(name).cloned();
        let split = self.split.take();
        let along = self.along(lines);
        let made = desks.does(|deeds| {
            let id = match &known {
                Some(theme) => deeds.entry(theme),
                None => deeds.make(name),
            };
            lines.iter().for_each(|line| deeds.put(line, &id));
            let along: Vec<&EntryId> = along.iter().filter(|line| deeds.put_along(line, &id)).collect();
            if let Some(from) = split.filter(|from| *from != id) {
                lines.iter().chain(along.iter().copied()).for_each(|line| deeds.take_out(line, &from));
            }
            (id, along.len())
        });
        if let Some((id, along)) = made {
            self.put_is_done(Origin::Made(id), name, (lines.len(), along), desks);
        }
    }

    fn put_is_done(&mut self, origin: Origin, name: &str, (count, along): (usize, usize), desks: &mut Desks<'_>) {
        self.again = Some(origin);
        self.look.marks.clear();
        if count > 0 {
            tell_put(count, along, name, desks);
        }
    }

    /// Puts what is marked, or the line that is chosen, under a theme.
    pub(super) fn put_under(&mut self, origin: &Origin, desks: &mut Desks<'_>) {
        let lines = self.lines_at();
        if lines.is_empty() {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-line"));
        }
        let theme = self.harvest.themes.all.iter().find(|theme| theme.origin == *origin).cloned();
        let Some(theme) = theme else { return };
        let along = self.along(&lines);
        let put = desks.does(|deeds| {
            let id = deeds.entry(&theme);
            lines.iter().for_each(|line| deeds.put(line, &id));
            let along = along.iter().filter(|line| deeds.put_along(line, &id)).count();
            (id, along)
        });
        if let Some((id, along)) = put {
            self.put_is_done(Origin::Made(id), &theme.name, (lines.len(), along), desks);
        }
    }

    pub(super) fn split(&mut self, desks: &mut Desks<'_>) {
        let Some(theme) = self.theme_at() else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-theme"));
        };
        if self.look.marks.is_empty() {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-marks"));
        }
        if let Some(id) = self.made(theme, desks) {
            self.split = Some(id);
            self.open_line(&Line::New, desks);
        }
    }

    pub(super) fn take_out(&mut self, desks: &mut Desks<'_>) {
        let lines = self.lines_at();
        let (Some(theme), false) = (self.theme_at(), lines.is_empty()) else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-line"));
        };
        let along = self.along_out(&lines, theme);
        let theme = self.harvest.themes.all[theme].clone();
        let out = desks.does(|deeds| {
            let id = deeds.entry(&theme);
            lines.iter().chain(&along).for_each(|line| deeds.take_out(line, &id));
        });
        if out.is_some() {
            self.look.marks.clear();
            if !along.is_empty() {
                let args = [("theme", theme.name.into()), ("along", along.len().into())];
                desks.desk.tell(Ink::Dim, desks.desk.words.tell("oogst-out-along", &args));
            }
        }
    }

    pub(super) fn remove(&mut self, desks: &mut Desks<'_>) {
        let At::Theme(theme) = self.at() else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-theme"));
        };
        let theme = self.harvest.themes.all[theme].clone();
        let handle = spelled(&theme.name);
        let typed = self.harvest.points.all.iter().any(|point| point.names.iter().any(|(typed, _)| *typed == handle));
        let name = [("name", theme.name.clone().into())];
        if theme.id().is_none() {
            return desks.desk.tell(Ink::Dim, desks.desk.words.tell("oogst-typed-stays", &name));
        }
        if desks.does(|deeds| deeds.remove(&theme)).is_some() {
            let key = if typed { "oogst-removed-typed" } else { "oogst-removed" };
            desks.desk.tell(Ink::Dim, desks.desk.words.tell(key, &name));
        }
    }

    pub(super) fn carry(&mut self, desks: &mut Desks<'_>) {
        let At::Line { point, theme: Some(theme) } = self.at() else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-line"));
        };
        let (theme, id) = (self.harvest.themes.all[theme].clone(), self.harvest.points.all[point].id.clone());
        let carries = theme.evidence.contains(&point);
        desks.does(|deeds| {
            let under = deeds.entry(&theme);
            deeds.carry(&id, &under, !carries);
        });
    }

    pub(super) fn star(&mut self, desks: &mut Desks<'_>) {
        let lines = self.lines_at();
        let starred = |id: &EntryId| self.harvest.points.at(id).is_some_and(|at| self.harvest.themes.key[at]);
        let all = lines.iter().all(starred);
        if lines.is_empty() {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-line"));
        }
        desks.does(|deeds| lines.iter().for_each(|line| deeds.star(line, !all)));
    }

    /// Moves the theme that is chosen one place up or down.
    pub(super) fn shift(&mut self, up: bool, desks: &mut Desks<'_>) {
        let At::Theme(theme) = self.at() else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-theme"));
        };
        let themes = &self.harvest.themes.all;
        let lower = if up { theme } else { theme + 1 };
        if lower < themes.len() {
            desks.does(|deeds| deeds.raise(themes, lower));
        }
    }

    pub(super) fn merge(&mut self, from: &Origin, with: &Origin, desks: &mut Desks<'_>) {
        let find = |origin: &Origin| self.harvest.themes.all.iter().find(|theme| theme.origin == *origin).cloned();
        if let (Some(from), Some(with)) = (find(from), find(with)) {
            let merged = desks.does(|deeds| {
                let (id, other) = (deeds.entry(&from), deeds.entry(&with));
                deeds.merge(&id, &other);
            });
            if merged.is_some() {
                self.views.themes.turn_to(&with.origin);
                let args = [("name", from.name.into()), ("with", with.name.into())];
                desks.desk.tell(Ink::Good, desks.desk.words.tell("oogst-now-with", &args));
            }
        }
    }
}

/// What stands of what the line is for.
fn said(line: &Line, session: &Session) -> String {
    let entry = |id: &EntryId| session.harvest.records.entry(id);
    match line {
        Line::New => String::new(),
        Line::Rename(id) => entry(id).map(|theme| theme.text.clone()).unwrap_or_default(),
        Line::Conclude(id) => match entry(id).and_then(|theme| theme.columns.get(&crate::harvest::conclusion())) {
            Some(Value::Text(text)) => text.clone(),
            Some(_) | None => String::new(),
        },
    }
}
