//! A session: one living lab as it was held. Its head, and for every table what was said and what can be undone.
//!
//! Pure: nothing here knows of files, clocks or screens. Called by `store` (which loads and saves it), `report`, `app`.

mod ahead;
mod carried;
mod clock;
pub mod code;
mod deeds;
mod desk;
mod head;
mod log;
mod news;
mod past;
mod people;
mod programme;
mod said;
pub mod seating;
mod summary;
mod table;
mod told;

pub use carried::{can_give, carried, wishes};
pub use clock::{Clock, Running};
pub use code::{Code, Unread};
pub use deeds::Slot;
pub use desk::{Desk, Hold, Step};
pub use head::{FORMAT, Head};
pub use log::Log;
pub use news::{Heard, News};
pub use past::{Moment, Past, Then, Turn, bring_back};
pub use people::{PEOPLE_FORMAT, People, Person};
pub use programme::{BREAK, Block, Facts, Late, Programme};
pub use said::Said;
pub use summary::{Last, Summary};
pub use table::Table;
pub use told::Told;

#[cfg(test)]
mod samples;

use crate::{
    form::{Form, Room},
    record::{BlockId, Mint, Records, TableId},
};

/// A session with its tables, as the program holds it in memory.
#[derive(Clone, Debug)]
pub struct Session {
    /// What was settled before the first word.
    pub head: Head,
    /// What the facilitator did: the table that is the room ([`TableId::ROOM`]).
    pub room: Table,
    /// The tables, by number; a table that said nothing is there too.
    pub tables: Vec<Table>,
    /// Makes the stamps and ids of this device.
    pub mint: Mint,
}

impl Room for Session {
    fn block(&self, id: &BlockId) -> Option<&Form> {
        self.head.workshop.block(id)
    }
    fn tables(&self) -> Vec<&Records> {
        self.tables.iter().map(|table| &table.records).collect()
    }
}

impl Session {
    /// A session in which nothing was said yet.
    pub fn new(head: Head, mint: Mint) -> Self {
        let tables = (1..=head.tables.min(Head::MOST_TABLES)).map(|number| Table::new(TableId(number))).collect();
        Self { head, room: Table::new(TableId::ROOM), tables, mint }
    }

    /// A table by its number, or the room.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.with_room().find(|table| table.id == id)
    }

    /// The room, and then every table: all that is written down of the session.
    pub fn with_room(&self) -> impl Iterator<Item = &Table> {
        std::iter::once(&self.room).chain(&self.tables)
    }

    /// A table by its number, or the room, to alter it.
    pub fn table_mut(&mut self, id: TableId) -> Option<&mut Table> {
        std::iter::once(&mut self.room).chain(&mut self.tables).find(|table| table.id == id)
    }

    /// The table of this number, made if it is not there; or the room.
    pub fn table_or_new(&mut self, id: TableId) -> &mut Table {
        if id.is_room() {
            return &mut self.room;
        }
        let at = match self.tables.binary_search_by_key(&id, |table| table.id) {
            Ok(at) => at,
            Err(at) => {
                self.tables.insert(at, Table::new(id));
                at
            }
        };
        &mut self.tables[at]
    }

    /// Adds the tables that the head counts and the session lacks.
    pub fn seat_tables(&mut self) {
        for number in 1..=self.head.tables.min(Head::MOST_TABLES) {
            if self.table(TableId(number)).is_none() {
                self.tables.push(Table::new(TableId(number)));
            }
        }
        self.tables.sort_by_key(|table| table.id);
    }
}
