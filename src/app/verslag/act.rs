//! What a key means at the report, and what there is to choose from.

use super::{Verslag, Wanted};
use crate::{
    app::{
        Desk,
        effect::Effect,
        over::{Deed, Free, List, Over},
        tafel::table_name,
    },
    record::{Names, TableId},
    session::Session,
    ui::{Choice, Command, Picker, Where, keys, theme::Ink},
};
use crossterm::event::KeyEvent;
use std::path::PathBuf;

/// What a key asks of who holds the session.
pub enum Asked {
    /// Nothing.
    Nothing,
    /// Back to where one came from.
    Back,
    /// To the door of this command.
    Door(Command),
    /// Of the whole program.
    Deed(Deed),
}

/// What was chosen at the report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pick {
    /// This heading, by its place.
    Heading(usize),
    /// This table, or all of them.
    Table(Option<TableId>),
    /// This file, to be opened.
    File(PathBuf),
}

impl Verslag {
    /// Takes a key.
    pub fn on(
        &mut self,
        command: Command,
        key: &KeyEvent,
        session: &Session,
        table: TableId,
        desk: &mut Desk,
    ) -> Asked {
        let page = self.high(desk).saturating_sub(2).max(1);
        match command {
            Command::Up => self.top = self.top.saturating_sub(1),
            Command::Down => self.scroll(1, desk),
            Command::PageUp => self.top = self.top.saturating_sub(page),
            Command::PageDown => self.scroll(page, desk),
            Command::ToTop => self.top = 0,
            Command::ToEnd => self.top = self.last_top(desk),
            Command::NextHeading => self.turn(true, desk),
            Command::PrevHeading => self.turn(false, desk),
            Command::Contents => return self.contents(desk),
            Command::MakeReport => self.make(desk),
            Command::NextFormat => self.format = (self.format + 1) % self.shelf.formats.len().max(1),
            Command::NthFormat => {
                let nth = (1..=9usize).find(|nth| keys::is(&nth.to_string(), key));
                if let Some(nth) = nth.filter(|nth| *nth <= self.shelf.formats.len()) {
                    self.format = nth - 1;
                }
            }
            Command::Audience => {
                self.wish.audience = self.wish.audience.next();
                self.ask_anew(session, desk);
            }
            Command::WhichTables => return self.tables(session, table, desk),
            Command::WhichNames => self.next_names(session, desk),
            Command::OpenReport => self.open_last(desk),
            Command::CopyReport => desk.ask(Effect::Report(Wanted::Text(self.wish))),
            Command::Reports => return self.reports(desk),
            Command::Elsewhere => desk.ask(Effect::Places),
            Command::Palette => return Asked::Deed(crate::app::palette(desk, Where::Verslag, Vec::new())),
            Command::Back => return Asked::Back,
            Command::Regie | Command::Tafel | Command::Oogst => return Asked::Door(command),
            other => keys::elsewhere(other),
        }
        Asked::Nothing
    }

    /// Does what was chosen in a list.
    pub fn pick(&mut self, pick: Pick, desk: &mut Desk) {
        match pick {
            Pick::Heading(nth) => {
                if let Some(heading) = self.page.heads.get(nth) {
                    self.top = heading.row.min(self.last_top(desk));
                }
            }
            Pick::Table(table) => {
                self.wish.table = table;
                self.top = 0;
                self.preview(desk);
            }
            Pick::File(path) => desk.ask(Effect::Report(Wanted::Open(path))),
        }
    }

    /// The last row that can stand at the top.
    fn last_top(&self, desk: &Desk) -> usize {
        self.page.rows.len().saturating_sub(self.high(desk))
    }

    fn scroll(&mut self, by: usize, desk: &Desk) {
        self.top = (self.top + by).min(self.last_top(desk));
    }

    /// The heading below or above the first row. At the end of the report several may already be seen: then it is the end.
    fn turn(&mut self, down: bool, desk: &Desk) {
        let mut heads = self.page.heads.iter().map(|heading| heading.row);
        let to = if down {
            heads.find(|row| *row > self.top).unwrap_or(usize::MAX)
        } else {
            heads.rfind(|row| *row < self.top).unwrap_or(0)
        };
        self.top = to.min(self.last_top(desk));
    }

    fn make(&mut self, desk: &mut Desk) {
        if self.work.is_some() {
            self.told = Some((Ink::Warn, desk.words.say("verslag-busy")));
        } else if let Some(format) = self.format().map(|format| format.name.clone()) {
            self.told = None;
            self.work = Some((super::Stage::Gather, desk.now.millis));
            desk.ask(Effect::Report(Wanted::File(self.wish, format)));
        }
    }

    /// Less of a voice, and after the least again as much as was decided.
    fn next_names(&mut self, session: &Session, desk: &mut Desk) {
        let widest = self.widest(session);
        let narrower = Names::ALL.into_iter().rfind(|names| *names < self.wish.names);
        self.wish.names = narrower.unwrap_or(widest);
        if self.wish.names == widest && widest < Names::Full {
            let most = desk.words.say(&format!("verslag-names-{}", widest.key()));
            self.told = Some((Ink::Dim, desk.words.tell("verslag-no-wider", &[("names", most.into())])));
        }
        self.preview(desk);
    }

    fn open_last(&mut self, desk: &mut Desk) {
        let newest = || self.shelf.made.first().map(|made| made.path.clone());
        match self.last.clone().or_else(newest) {
            Some(path) => desk.ask(Effect::Report(Wanted::Open(path))),
            None => self.told = Some((Ink::Dim, desk.words.say("verslag-none-made"))),
        }
    }

    fn contents(&mut self, desk: &mut Desk) -> Asked {
        let heads = self.page.heads.iter().enumerate();
        let choices = heads.map(|(nth, heading)| {
            let label = format!("{}{}", "  ".repeat(usize::from(heading.level) - 1), heading.text);
            choice(label, String::new(), Pick::Heading(nth))
        });
        let now = self.heading_now();
        let picker = Picker::new(desk.words.say("verslag-contents"), choices.collect());
        show(picker.at(|deed| matches!(deed, Deed::Verslag(Pick::Heading(nth)) if Some(*nth) == now)))
    }

    /// The heading under which the first row stands, by its place.
    pub(super) fn heading_now(&self) -> Option<usize> {
        self.page.heads.iter().rposition(|heading| heading.row <= self.top)
    }

    fn tables(&mut self, session: &Session, here: TableId, desk: &mut Desk) -> Asked {
        let all = choice(desk.words.say("verslag-all-tables"), String::new(), Pick::Table(None));
        let one = session
            .tables
            .iter()
            .map(|table| choice(table_name(session, table.id, desk), String::new(), Pick::Table(Some(table.id))));
        let picker = Picker::new(desk.words.say("verslag-tables"), std::iter::once(all).chain(one).collect());
        // what one most likely wants is the other of the two: all tables, or the one where one sits
        let likely = if self.wish.table.is_none() { Some(here) } else { None };
        show(picker.at(|deed| matches!(deed, Deed::Verslag(Pick::Table(table)) if *table == likely)))
    }

    fn reports(&mut self, desk: &mut Desk) -> Asked {
        if self.shelf.made.is_empty() {
            self.told = Some((Ink::Dim, desk.words.say("verslag-none-made")));
            return Asked::Nothing;
        }
        let choices = self.shelf.made.iter().map(|made| {
            let name = made.path.file_name().unwrap_or_default().to_string_lossy();
            let name = crate::text::clean_line(&name).into_owned();
            let kilobytes = super::kilobytes(usize::try_from(made.bytes).unwrap_or(usize::MAX));
            let size = desk.words.tell("verslag-size", &[("size", kilobytes.into())]);
            choice(name, format!("{size}  {}", made.at), Pick::File(made.path.clone()))
        });
        show(Picker::new(desk.words.say("verslag-made"), choices.collect()))
    }
}

fn show(picker: Picker<Deed>) -> Asked {
    Asked::Deed(Deed::Show(Box::new(Over::Picker(List::open(picker, Free::No)))))
}

fn choice(label: String, detail: String, pick: Pick) -> Choice<Deed> {
    Choice { label, detail, also: String::new(), gives: Deed::Verslag(pick) }
}
