//! What others wrote: taken into a session in memory, on one way, whoever it comes from.
//!
//! Not for how it was found (that is `store::Follow`). Called by `app`, which shows it. Taking in is merging: in any order,
//! and twice is the same as once, because a change has a stamp and an entry has its parts. What this program is typing is
//! never touched.

use super::{Head, Log, Session};
use crate::record::{Party, Records, TableId};

/// What others wrote since it was looked at last.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The head of the session as it was known, and as it stands now.
    pub head: Option<Box<(Head, Head)>>,
    /// Accounts of tables, as they stand in their files.
    pub accounts: Vec<(TableId, Records)>,
    /// Tables whose journal of this device was put in place anew: what follows of it is all of it.
    pub anew: Vec<TableId>,
    /// What was added to journals, each in order.
    pub heard: Vec<Heard>,
}

/// One line of another's journal.
#[derive(Clone, Debug)]
pub struct Heard {
    /// At which table.
    pub table: TableId,
    /// What was done.
    pub log: Log,
    /// Whether it is of this device: another window of ours writes there, and its line and its undo are ours as well.
    pub own: bool,
    /// Whether no table's file had it yet.
    pub fresh: bool,
}

impl News {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.head.is_none() && self.accounts.is_empty() && self.anew.is_empty() && self.heard.is_empty()
    }
}

impl Session {
    /// Takes in what others wrote. Of a table at which this program itself writes, which `writes` says, the line and the undo
    /// stay as they are: there they are this program's own.
    pub fn take_in(&mut self, news: News, writes: impl Fn(TableId) -> bool) {
        if let Some(heads) = news.head {
            let (was, now) = *heads;
            self.head.follow(&was, now);
            self.seat_tables();
        }
        for (table, records) in news.accounts {
            records.latest().iter().for_each(|stamp| self.mint.observe(stamp));
            self.table_or_new(table).records.merge(&records);
        }
        for table in news.anew.into_iter().filter(|table| !writes(*table)) {
            self.table_or_new(table).forget_doings();
        }
        let device = self.mint.device().clone();
        for Heard { table: id, log, own, fresh } in news.heard {
            let ours = own && !writes(id);
            match log {
                Log::Change(change) => {
                    self.mint.observe(&change.stamp);
                    let table = self.table_or_new(id);
                    if ours {
                        table.replay(*change, &device, fresh);
                    } else if fresh {
                        table.records.apply(&change);
                    }
                }
                Log::Step(step) if ours => self.table_or_new(id).desk.step(&step),
                Log::Step(_) | Log::Together(_) => {} // what was together comes one by one
            }
        }
    }
}

impl Head {
    /// Takes over what another altered: whatever was not altered here since it was `was`. Of the parties those that are new
    /// come along in any case, because somebody may have spoken for them; nothing takes a table away.
    pub fn follow(&mut self, was: &Self, now: Self) {
        fn other<T: PartialEq>(here: &mut T, was: &T, now: T) {
            if here == was {
                *here = now;
            }
        }
        other(&mut self.title, &was.title, now.title);
        other(&mut self.date, &was.date, now.date);
        other(&mut self.place, &was.place, now.place);
        other(&mut self.names, &was.names, now.names);
        other(&mut self.workshop, &was.workshop, now.workshop);
        self.tables = self.tables.max(now.tables);
        if self.parties == was.parties {
            self.parties = now.parties;
        } else {
            let fresh = |party: &Party| self.parties.get(&party.id).is_none() && was.parties.get(&party.id).is_none();
            let fresh: Vec<Party> = now.parties.0.into_iter().filter(fresh).collect();
            self.parties.0.extend(fresh);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Desk, Step, samples};
    use crate::text::Op;

    const T: TableId = TableId(1);

    /// What another device says at table 1, as it comes from its journal.
    fn heard(device: &str, text: &str) -> Heard {
        let mut room = samples::Room::of(device, 9);
        room.typed("plus", text);
        let change = room.journal.pop().expect("a change");
        Heard { table: T, log: Log::Change(Box::new(change)), own: false, fresh: true }
    }

    #[test]
    fn what_another_wrote_is_there_once_however_often_it_comes() {
        let mut session = samples::session();
        let news = News { heard: vec![heard("laptop-9", "Meer bankjes")], ..News::default() };
        session.take_in(news.clone(), |_| true);
        session.take_in(news, |_| true);
        let table = session.table(T).expect("a table");
        assert_eq!(table.records.all().iter().filter(|entry| entry.text == "Meer bankjes").count(), 1);
        assert!(!table.can_undo(), "it is not ours to take back");
    }

    #[test]
    fn a_line_that_another_window_types_is_seen_and_one_of_our_own_stays() {
        let typed = |text: &str| Log::Step(Step::Type(0, Op::Insert(text.into())));
        let news = |text| News {
            heard: vec![Heard { table: T, log: typed(text), own: true, fresh: true }],
            ..News::default()
        };
        let mut session = samples::session();
        session.take_in(news("half"), |_| false);
        session.take_in(news(" af"), |_| false);
        assert_eq!(session.table(T).expect("a table").desk.field(0), "half af");
        session.take_in(news(" en meer"), |_| true);
        assert_eq!(session.table(T).expect("a table").desk.field(0), "half af");
        session.take_in(News { anew: vec![T], ..news("anders") }, |_| false);
        let mut desk = Desk::default();
        desk.step(&Step::Type(0, Op::Insert("anders".into())));
        assert_eq!(session.table(T).expect("a table").desk.field(0), desk.field(0));
    }

    #[test]
    fn what_was_altered_of_the_head_on_both_sides_stays_on_both_sides() {
        let was = samples::session().head;
        let mut here = Head { title: "Hier anders".into(), ..was.clone() };
        here.parties.add("Gemeente");
        let mut there = Head { place: "Zaal 9".into(), tables: was.tables + 1, ..was.clone() };
        there.parties.add("Welzijnswerk");
        here.follow(&was, there);
        assert_eq!((here.title.as_str(), here.place.as_str(), here.tables), ("Hier anders", "Zaal 9", was.tables + 1));
        for name in ["Gemeente", "Welzijnswerk"] {
            assert!(here.parties.0.iter().any(|party| party.label == name), "{name}");
        }
    }
}
