//! How the harvest is altered: the touches that make, name, fill, merge and split themes.
//!
//! Nothing is altered here; who holds the session makes one change of the touches, so that one undo takes a deed back. A
//! theme that only note-takers typed becomes an entry with the first deed that is about it.

use super::{
    Theme, block, conclusion, into, theme,
    themes::{EVIDENCE, IN, KEY, OUT, Origin, PLAIN},
    twins::{self, ALIKE, DIFFERENT},
};
use crate::record::{
    Assessor, CriterionId, Entry, EntryId, Home, Item, JudgementKey, Mint, Now, Order, Part, Records, Touch, Value,
    Verdict,
};

/// A deed while it is put together.
#[derive(Debug)]
pub struct Deeds<'a> {
    records: &'a Records,
    mint: &'a mut Mint,
    now: Now,
    touches: Vec<Touch>,
}

impl<'a> Deeds<'a> {
    /// Nothing done yet, over the records of the harvest.
    pub fn new(records: &'a Records, mint: &'a mut Mint, now: Now) -> Self {
        Self { records, mint, now, touches: Vec::new() }
    }

    /// What was done.
    pub fn done(self) -> Vec<Touch> {
        self.touches
    }

    /// Makes a theme of this name, behind the others.
    pub fn make(&mut self, name: &str) -> EntryId {
        self.make_at(name, None)
    }

    fn make_at(&mut self, name: &str, order: Option<&Order>) -> EntryId {
        let (id, stamp) = (self.mint.entry(self.now), self.mint.stamp(self.now));
        let home = Home { round: Default::default(), block: block(), pass: 0 };
        let mut entry = Entry::new(id.clone(), stamp, home, theme(), name);
        if let Some(order) = order {
            entry.put(Part::Order(order.clone()));
        }
        self.touches.push(Touch::Birth(Box::new(entry)));
        id
    }

    /// The entry of a theme; one that was only typed at the tables is made, and stands where it stood.
    pub fn entry(&mut self, theme: &Theme) -> EntryId {
        match &theme.origin {
            Origin::Made(id) => id.clone(),
            Origin::Tables(_) => self.make_at(&theme.name, Some(&theme.order)),
        }
    }

    fn part(&mut self, id: &EntryId, part: Part) {
        let born = self.touches.iter_mut().find_map(|touch| match touch {
            Touch::Birth(entry) if entry.id == *id => Some(entry),
            Touch::Birth(_) | Touch::Part { .. } | Touch::Judgement { .. } | Touch::Fact { .. } => None,
        });
        match born {
            Some(entry) => entry.put(part),
            None => self.touches.extend(self.records.touch(id, part)),
        }
    }

    /// Words a theme anew; its earlier names go on leading to it.
    pub fn rename(&mut self, id: &EntryId, name: &str) {
        self.part(id, Part::Text(name.to_owned()));
    }

    /// Says what was learned; nothing takes it away.
    pub fn conclude(&mut self, id: &EntryId, text: &str) {
        let text = Some(text.trim()).filter(|text| !text.is_empty());
        self.part(id, Part::Column(conclusion(), text.map(|text| Value::Text(text.to_owned()))));
    }

    /// Puts a theme together with another: its lines are the other's from now on.
    pub fn merge(&mut self, id: &EntryId, with: &EntryId) {
        if id != with {
            self.part(id, Part::Column(into(), Some(Value::Entry(with.clone()))));
        }
    }

    /// Takes a theme loose from the one that it was put together with, with the lines it had.
    pub fn release(&mut self, id: &EntryId) {
        self.part(id, Part::Column(into(), None));
    }

    /// Takes a theme away, and those that were put together with it; undo brings them back.
    pub fn remove(&mut self, theme: &Theme) {
        let merged = theme.merged.iter().map(|(id, _)| id);
        for id in theme.id().into_iter().chain(merged) {
            self.part(id, Part::Gone(true));
        }
    }

    /// Moves a theme before another one that stands right above it; these are all themes as they stand.
    pub fn raise(&mut self, themes: &[Theme], lower: usize) {
        let Some(upper) = lower.checked_sub(1) else { return };
        let (Some(moved), key) = (themes.get(lower), |at: usize| themes.get(at).map(|theme| &theme.order)) else {
            return;
        };
        let (before, above) = (upper.checked_sub(1).and_then(key), key(upper));
        if before.is_none() || before != above {
            let between = Order::between(before, above);
            let id = self.entry(moved);
            return self.part(&id, Part::Order(between));
        }
        // two laptops gave two themes one place, and between equal ones there is no room: all of them get another, but for
        // those below that are only named at the tables
        let known = |(at, theme): &(usize, &Theme)| *at <= lower || theme.id().is_some();
        let mut wanted: Vec<EntryId> =
            themes.iter().enumerate().filter(known).map(|(_, theme)| self.entry(theme)).collect();
        wanted.swap(upper, lower);
        let end = Order::born(&self.mint.stamp(self.now));
        let mut last: Option<Order> = None;
        for id in wanted {
            let next = Order::between(last.as_ref(), Some(&end));
            self.part(&id, Part::Order(next.clone()));
            last = Some(next);
        }
    }

    /// Puts a line under a theme.
    pub fn put(&mut self, line: &EntryId, under: &EntryId) {
        self.judge(line, Some(under), IN);
    }

    /// Takes a line out of a theme.
    pub fn take_out(&mut self, line: &EntryId, of: &EntryId) {
        self.judge(line, Some(of), OUT);
    }

    /// A line carries what was learned, or no longer does; either way it stands under the theme.
    pub fn carry(&mut self, line: &EntryId, under: &EntryId, carries: bool) {
        self.judge(line, Some(under), if carries { EVIDENCE } else { IN });
    }

    /// A line is a key insight, or is not, whatever the table marked.
    pub fn star(&mut self, line: &EntryId, key: bool) {
        self.judge(line, None, if key { KEY } else { PLAIN });
    }

    /// Puts a line under a theme because what says the same goes there, unless somebody took it out of that theme; says
    /// whether it goes.
    pub fn put_along(&mut self, line: &EntryId, under: &EntryId) -> bool {
        let out = self.records.verdict(&of_theme(line, Some(under)));
        let goes = !matches!(out, Some(Verdict::Choice(choice)) if choice == OUT);
        if goes {
            self.put(line, under);
        }
        goes
    }

    /// Two lines say the same, or do not.
    pub fn call(&mut self, one: &EntryId, other: &EntryId, same: bool) {
        let choice = if same { ALIKE } else { DIFFERENT };
        if one != other {
            let verdict = Some(Verdict::Choice(choice.to_owned()));
            self.touches.extend(self.records.touch_verdict(twins::key(one, other), verdict));
        }
    }

    fn judge(&mut self, line: &EntryId, theme: Option<&EntryId>, choice: &str) {
        let key = of_theme(line, theme);
        self.touches.extend(self.records.touch_verdict(key, Some(Verdict::Choice(choice.to_owned()))));
    }
}

/// The judgement of a line for a theme, or by itself.
fn of_theme(line: &EntryId, theme: Option<&EntryId>) -> JudgementKey {
    JudgementKey {
        block: block(),
        item: Item::Entry(line.clone()),
        assessor: Assessor::Table,
        criterion: theme.map(|id| CriterionId::new(id.as_str())),
        pass: 0,
    }
}
