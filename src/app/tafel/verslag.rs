//! The way to the report and back.

use super::Tafel;
use crate::{
    app::{
        Desk,
        over::Deed,
        verslag::{Asked, Pick, Reported, Verslag},
    },
    ui::Command,
};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;

impl Tafel {
    /// Opens the report over the door where one is, where one was in it before.
    pub(super) fn report(&mut self, desk: &mut Desk) {
        self.leave_slot(desk);
        let names = self.session.names();
        self.verslag.get_or_insert_with(|| Box::new(Verslag::new(names))).open(&self.session, desk);
    }

    /// The report, while it is what one sees.
    pub(super) fn reporting(&self) -> Option<&Verslag> {
        self.verslag.as_deref().filter(|verslag| verslag.shown)
    }

    /// Takes a key at the report.
    pub(super) fn at_report(&mut self, command: Option<Command>, key: &KeyEvent, desk: &mut Desk) -> Option<Deed> {
        let table = self.table;
        match self.verslag.as_mut()?.on(command?, key, &self.session, table, desk) {
            Asked::Nothing => {}
            Asked::Back => self.leave_report(),
            Asked::Door(door) => {
                self.leave_report();
                self.leave_harvest();
                self.regie = None;
                match door {
                    Command::Regie => self.lead(desk),
                    Command::Oogst => self.reap_what_was_said(desk),
                    other => crate::ui::keys::elsewhere(other), // the table is what is left
                }
            }
            Asked::Deed(deed) => return Some(deed),
        }
        None
    }

    fn leave_report(&mut self) {
        if let Some(verslag) = &mut self.verslag {
            verslag.shown = false;
        }
    }

    /// Does what was chosen in a list of the report.
    pub(super) fn pick_of_report(&mut self, pick: Pick, desk: &mut Desk) {
        if let Some(verslag) = &mut self.verslag {
            verslag.pick(pick, desk);
        }
    }

    /// What the report shows is made again: something was said, or the language is another.
    pub fn report_anew(&mut self, desk: &mut Desk) {
        if let Some(verslag) = self.verslag.as_mut().filter(|verslag| verslag.shown) {
            verslag.ask_anew(&self.session, desk);
        }
    }

    /// Takes in what came of something that the report asked for.
    pub fn reported(&mut self, reported: Reported, desk: &mut Desk) {
        match &mut self.verslag {
            Some(verslag) => verslag.reported(reported, desk),
            None => reported.tell(desk),
        }
    }

    /// Lays out the preview where anything of it is different; says whether anything is.
    pub fn follow_report(&mut self, desk: &Desk) -> bool {
        self.verslag.as_mut().is_some_and(|verslag| verslag.shown && verslag.lay_out(desk))
    }

    pub(super) fn paint_report(&self, verslag: &Verslag, buf: &mut Buffer, desk: &Desk) {
        verslag.paint(buf, &self.session, desk);
        self.bar(buf, desk);
    }
}
