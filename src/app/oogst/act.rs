//! What a key means at the harvest.

use super::{
    Goal, Line, Oogst, Tab, line,
    view::{At, Sight},
    write::Desks,
};
use crate::{
    app::{Desk, effect::Effect, over::Deed},
    harvest::{Filter, Origin, Theme},
    record::{EntryId, TableId},
    session::Step,
    text::{Editor, Op, fold},
    ui::{Command, keys, theme::Ink, typing},
};
use crossterm::event::KeyEvent;

/// What a key asks of who holds the session.
pub enum Asked {
    /// Nothing.
    Nothing,
    /// Back to the table.
    Leave,
    /// To the facilitator's door.
    Lead,
    /// To a table, to see something there.
    Go(TableId, Goal),
    /// Something on the projector, or what it shows by itself.
    Wall(Option<String>),
    /// Of the whole program.
    Deed(Deed),
}

impl Oogst {
    /// Takes a key.
    pub fn on(&mut self, command: Option<Command>, key: &KeyEvent, desks: &mut Desks<'_>) -> Asked {
        self.finish(desks.session, desks.desk);
        self.hunt = None;
        if self.told.is_some() {
            return self.on_told(command, desks);
        }
        if let Some(mut editor) = self.search.take() {
            match command {
                Some(Command::Settle) => {}
                Some(Command::Back) => self.look.filter.words.clear(),
                Some(_) => self.search = Some(editor),
                None => {
                    if let Some(op) = typing::op(key) {
                        editor.apply(&op);
                        self.look.filter.words = fold(editor.text().trim());
                    }
                    self.search = Some(editor);
                }
            }
            return Asked::Nothing;
        }
        if let Some(open) = line(desks.session) {
            self.on_line(&open, command, key, desks);
            return Asked::Nothing;
        }
        match command {
            Some(command) => self.command(command, key, desks),
            None => Asked::Nothing,
        }
    }

    /// Takes pasted text, where something is typed.
    pub fn paste(&mut self, text: &str, desks: &mut Desks<'_>) {
        let op = Op::Insert(crate::text::clean_line(text).into_owned());
        if let Some(editor) = &mut self.search {
            editor.apply(&op);
            self.look.filter.words = fold(editor.text().trim());
        } else if let Some(open) = line(desks.session) {
            desks.step(Step::Type(open.field(), op));
        }
    }

    fn on_line(&mut self, open: &Line, command: Option<Command>, key: &KeyEvent, desks: &mut Desks<'_>) {
        let op = match command {
            Some(Command::Settle) => return self.settle(open, desks),
            Some(Command::Back) => return self.close(open, desks),
            Some(Command::Undo) => Some(Op::Undo),
            Some(Command::Redo) => Some(Op::Redo),
            Some(_) => None,
            None => typing::op(key),
        };
        if let Some(op) = op {
            desks.step(Step::Type(open.field(), op));
        }
    }

    fn command(&mut self, command: Command, key: &KeyEvent, desks: &mut Desks<'_>) -> Asked {
        let words = desks.desk.words.clone();
        let Self { harvest, reckoner, look, views, tab, .. } = self;
        let verdicts = &reckoner.verdicts;
        let sight = Sight { session: desks.session, harvest, verdicts, look, words: &words };
        if views.of_mut(*tab).on(command, &sight) {
            return Asked::Nothing;
        }
        match command {
            Command::Unfold => return self.go(desks),
            Command::NextView => self.turn(1, desks),
            Command::PrevView => self.turn(Tab::ALL.len() - 1, desks),
            Command::MarkLine => self.mark(desks.desk),
            Command::ToTheme => return self.choose_theme(desks),
            Command::ToNth => self.put_nth(key, desks),
            Command::Again => match self.again.clone() {
                Some(origin) => self.put_under(&origin, desks),
                None => desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-no-again")),
            },
            Command::NewTheme => self.open(&Line::New, desks),
            Command::RenameTheme => self.open_of(Line::Rename, desks),
            Command::Conclude => self.open_of(Line::Conclude, desks),
            Command::MergeTheme => return self.choose_other(desks),
            Command::ReleaseTheme => return self.choose_merged(desks),
            Command::SplitTheme => self.split(desks),
            Command::Belongs => self.accept(desks),
            Command::BelongsNot => self.refuse(desks),
            Command::NextProposal => self.next_proposal(),
            Command::SaysTheSame => self.call_same(desks),
            Command::SaysOther => self.call_different(desks),
            Command::NextPair => self.next_pair(),
            Command::TakeOut => self.take_out(desks),
            Command::RemoveTheme => self.remove(desks),
            Command::Evidence => self.carry(desks),
            Command::StarLine => self.star(desks),
            Command::LessonHere => return self.teach(desks),
            Command::Earlier => self.ask_history(desks),
            Command::Higher => self.shift(true, desks),
            Command::Lower => self.shift(false, desks),
            Command::Search => self.search = Some(Editor::new()),
            Command::Filter => return self.choose_filter(desks),
            Command::Order => {
                self.look.sort = self.look.sort.next();
                let order = desks.desk.words.say(&format!("oogst-order-{}", self.look.sort.key()));
                desks.desk.tell(Ink::Dim, desks.desk.words.tell("oogst-ordered", &[("order", order.into())]));
            }
            Command::Codebook => return self.choose_shared(desks),
            Command::Plenary => self.told = Some(0),
            Command::Undo => desks.turn(true),
            Command::Redo => desks.turn(false),
            Command::Elsewhere => desks.desk.ask(Effect::Places),
            Command::Palette => {
                return Asked::Deed(crate::app::palette(desks.desk, crate::ui::Where::Oogst, Vec::new()));
            }
            Command::Regie => return Asked::Lead,
            Command::Tafel => return Asked::Leave,
            Command::Back => return self.back(),
            _ => {}
        }
        Asked::Nothing
    }

    /// Another view, on the same line.
    fn turn(&mut self, by: usize, desks: &mut Desks<'_>) {
        let at = self.at();
        self.tab = self.tab.next(by);
        let Self { harvest, reckoner, look, views, tab, .. } = self;
        let verdicts = &reckoner.verdicts;
        let sight = Sight { session: desks.session, harvest, verdicts, look, words: &desks.desk.words };
        let view = views.of_mut(*tab);
        view.follow(&sight);
        if let At::Line { point, .. } = at {
            view.choose(point, &sight);
        }
    }

    /// Esc takes away marks, then the filter, and then goes back to the table.
    fn back(&mut self) -> Asked {
        if !self.look.marks.is_empty() {
            self.look.marks.clear();
        } else if !self.look.filter.is_open() {
            self.look.filter = Filter::default();
        } else {
            return Asked::Leave;
        }
        Asked::Nothing
    }

    /// What became of a line or a theme: every wording, and every mark.
    fn ask_history(&self, desks: &mut Desks<'_>) {
        let about = match self.at() {
            At::Line { point, .. } => self.harvest.points.all.get(point).map(|point| (point.table, point.id.clone())),
            At::Theme(theme) => {
                let id = self.harvest.themes.all.get(theme).and_then(Theme::id);
                id.map(|id| (TableId::HARVEST, id.clone()))
            }
            At::Unused | At::Judged { .. } | At::Nothing => None,
        };
        match about {
            Some((table, id)) => desks.desk.ask(Effect::Past(table, Some(id))),
            None => desks.desk.tell(Ink::Dim, desks.desk.words.say("lesson-choose")),
        }
    }

    /// To the line at its table.
    fn go(&mut self, desks: &Desks<'_>) -> Asked {
        if let At::Judged { table, round } = self.at() {
            let round = desks.session.head.workshop.rounds.get(round);
            return round.map_or(Asked::Nothing, |round| Asked::Go(table, Goal::Round(round.id.clone())));
        }
        let At::Line { point, .. } = self.at() else { return Asked::Nothing };
        let Some(point) = self.harvest.points.all.get(point) else { return Asked::Nothing };
        Asked::Go(point.table, Goal::Line(point.id.clone()))
    }

    fn mark(&mut self, desk: &mut Desk) {
        let At::Line { point, .. } = self.at() else {
            return desk.tell(Ink::Dim, desk.words.say("oogst-choose-line"));
        };
        let id = self.harvest.points.all[point].id.clone();
        if !self.look.marks.remove(&id) {
            self.look.marks.insert(id);
        }
    }

    fn put_nth(&mut self, key: &KeyEvent, desks: &mut Desks<'_>) {
        let Some(nth) = (1..=9usize).find(|nth| keys::is(&nth.to_string(), key)) else { return };
        match self.harvest.themes.all.get(nth - 1).map(|theme| theme.origin.clone()) {
            Some(origin) => self.put_under(&origin, desks),
            None => {
                let text = desks.desk.words.tell("oogst-no-nth", &[("number", nth.into())]);
                desks.desk.tell(Ink::Dim, text);
            }
        }
    }

    fn open_of(&mut self, what: impl FnOnce(EntryId) -> Line, desks: &mut Desks<'_>) {
        let Some(theme) = self.theme_at() else {
            return desks.desk.tell(Ink::Dim, desks.desk.words.say("oogst-choose-theme"));
        };
        if let Some(id) = self.made(theme, desks) {
            self.open(&what(id), desks);
        }
    }

    /// The entry of a theme; one of the tables is made first, so that something can be written of it.
    pub(super) fn made(&mut self, theme: usize, desks: &mut Desks<'_>) -> Option<EntryId> {
        let theme = self.harvest.themes.all.get(theme)?.clone();
        if let Origin::Tables(_) = theme.origin {
            return desks.does(|deeds| deeds.entry(&theme));
        }
        theme.id().cloned()
    }
}
