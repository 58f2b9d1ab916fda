//! Copies of the session, and what is known of its past.

use super::Performer;
use crate::{
    app::{App, Event},
    record::{EntryId, Now, TableId, Taught},
    run::backup::Backups,
    session::Past,
    store::{SessionDir, Trouble},
};

impl Performer {
    /// Makes a copy of a session that may be written, as it was found and as it is left.
    pub(in crate::run) fn back_up(&mut self, dir: &SessionDir, now: Now) -> Option<Event> {
        if self.backups.is_none()
            && let Some(tell) = &self.tell
        {
            self.backups = Backups::start(self.store.clone(), tell.clone()).ok();
        }
        match &self.backups {
            Some(backups) => {
                backups.ask(dir, now);
                None
            }
            None => self.store.back_up(dir, now).err().map(|trouble| self.not_backed_up(&trouble)),
        }
    }

    /// What is told when a copy could not be made.
    pub fn not_backed_up(&self, trouble: &Trouble) -> Event {
        Event::Trouble(self.words.tell("tafel-no-backup", &[("why", trouble.tell(&self.words).into())]))
    }

    /// Reads what is known of the past of a table.
    pub(super) fn past(&self, table: TableId, about: Option<EntryId>, app: &App, now: Now) -> Vec<Event> {
        let Some(at) = app.session().and_then(|session| session.table(table)) else { return Vec::new() };
        let made = self.open.as_ref().filter(|open| open.unmade.is_none());
        let (mut changes, mut troubles) = made.map(|open| self.store.changes(&open.dir, table)).unwrap_or_default();
        if let Some((id, open)) = about.as_ref().zip(made).filter(|_| table.is_table()) {
            // what the harvest said of it, as part of what became of it
            let (said, unread) = self.store.changes(&open.dir, TableId::HARVEST);
            changes.extend(said.into_iter().filter_map(|change| Taught::told_of(id, change)));
            troubles.extend(unread);
        }
        let zone = |millis: i64| self.zone.map_or(now.offset, |zone| zone(millis));
        let past = Past::new(at, changes, zone);
        let mut events = vec![Event::Past(table, about, Box::new(past))];
        events.extend(troubles.first().map(|trouble| Event::Trouble(trouble.tell(&self.words))));
        events
    }
}
