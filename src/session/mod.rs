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
mod readback;
mod said;
pub mod seating;
mod series;
mod shown;
mod standing;
mod summary;
mod table;
mod told;

pub use carried::{Met, can_give, carried, wishes};
pub use clock::{Clock, Running};
pub use code::{Code, Unread};
pub use deeds::Slot;
pub use desk::{Desk, Hold, Step};
pub use head::{FORMAT, Head};
pub use log::Log;
pub use news::{Heard, News};
pub use past::{Moment, Past, Then, Turn, bring_back};
pub use people::{PEOPLE_FORMAT, People, Person};
pub use programme::{BREAK, Block, Facts, Late, Programme, Recess};
pub use readback::{Answer, Part as ReadPart, read_back};
pub use said::Said;
pub use series::{Series, same_place};
pub use shown::{is_revealed, may_be_shown, shown_scope};
pub use standing::Standing;
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
    /// What is made of what the tables said: the table that is the harvest ([`TableId::HARVEST`]).
    pub harvest: Table,
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
    fn harvest(&self) -> Option<&Records> {
        Some(&self.harvest.records)
    }
}

impl Session {
    /// A session in which nothing was said yet.
    pub fn new(head: Head, mint: Mint) -> Self {
        let tables = (1..=head.tables.min(Head::MOST_TABLES)).map(|number| Table::new(TableId(number))).collect();
        Self { head, room: Table::new(TableId::ROOM), harvest: Table::new(TableId::HARVEST), tables, mint }
    }

    /// A table by its number, or the room, or the harvest.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.everywhere().find(|table| table.id == id)
    }

    /// The room, every table, and the harvest: all that is written down of the session.
    pub fn everywhere(&self) -> impl Iterator<Item = &Table> {
        std::iter::once(&self.room).chain(&self.tables).chain(std::iter::once(&self.harvest))
    }

    /// A table by its number, or the room, or the harvest, to alter it.
    pub fn table_mut(&mut self, id: TableId) -> Option<&mut Table> {
        let ends = [&mut self.room, &mut self.harvest];
        ends.into_iter().chain(&mut self.tables).find(|table| table.id == id)
    }

    /// The table of this number, made if it is not there; or the room, or the harvest.
    pub fn table_or_new(&mut self, id: TableId) -> &mut Table {
        match id {
            TableId::ROOM => return &mut self.room,
            TableId::HARVEST => return &mut self.harvest,
            TableId(_) => {}
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
