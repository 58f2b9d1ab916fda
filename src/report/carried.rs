//! What came along from an earlier session: it stands in the report with how it goes now, and does not count as what was
//! said now.
//!
//! Not for which agreements come along; that is `session::carried`. Called by the head, the front and the data of a report.

use crate::{
    form::terms::carried_column,
    harvest::verdicts::Agreed,
    record::{ColumnId, Entry, PartKey, Value},
    session::{Session, Standing},
    words::Words,
};

/// Whether an entry came along from an earlier session.
pub(super) fn is_carried(entry: &Entry) -> bool {
    matches!(entry.columns.get(&carried_column()), Some(Value::Date(_)))
}

/// How an agreement stands at its table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Stands {
    /// As the table said last.
    pub(super) state: Standing,
    /// Its day was altered since it came along.
    pub(super) moved: bool,
}

impl Stands {
    /// That of an agreement of this session.
    pub(super) fn of(session: &Session, agreed: &Agreed) -> Self {
        let table = session.table(agreed.table());
        let entry =
            table.zip(agreed.trace.entry.as_ref()).and_then(|(table, id)| Some((table, table.records.entry(id)?)));
        let Some((table, entry)) = entry else { return Self::default() };
        let carried = carried_column();
        let is_day = |id: &ColumnId| *id != carried && matches!(entry.columns.get(id), Some(Value::Date(_)));
        let day = |key: &PartKey| matches!(key, PartKey::Column(id) if is_day(id));
        Self {
            state: Standing::of(session, &table.records, entry),
            moved: is_carried(entry) && entry.changed.keys().any(day),
        }
    }

    /// In words.
    pub(super) fn told(self, words: &Words) -> String {
        let state = words.say(&format!("agreement-state-{}", self.state.key()));
        match (self.moved, self.state) {
            (false, _) => state,
            (true, Standing::Made) => words.say("verdicts-moved"),
            (true, Standing::Going | Standing::Stalled | Standing::Done | Standing::Dropped) => {
                format!("{state}, {}", words.say("verdicts-moved"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        form::terms::carried_column,
        record::{Deed, EntryId, Names, Part, Value},
        report::{
            Options, document, md,
            tests::{NOW, say, session},
        },
        session::Session,
        words::{Lang, Words},
    };
    use chrono::NaiveDate;

    fn sets(session: &mut Session, id: &EntryId, column: &str, day: u32) {
        let day = NaiveDate::from_ymd_opt(2026, 3, day).expect("a day");
        let Session { tables, mint, .. } = session;
        let part = Part::Column(column.into(), Some(Value::Date(day)));
        let touches = tables[0].records.touch(id, part).into_iter().collect();
        tables[0].alter(touches, Deed::Did, mint, NOW).expect("it is another day");
    }

    fn told(session: &Session) -> String {
        let words = Words::new(Lang::Nl);
        let options = Options { made: NOW.local(), ..Options::default() };
        let mut out = Vec::new();
        let document = document(&session.told(None, Names::Full, &words), &words, &options);
        md::write(&document, &mut out).expect("a buffer takes all");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn an_agreement_that_came_along_counts_as_one_of_before_and_says_when_its_day_was_moved() {
        let mut session = session();
        let id = say(&mut session, "afspraken", "afspraken", "action", "Bellen | Welzijn | 1 mei 2026");
        let now = told(&session);
        assert!(now.contains("1 inbreng") && now.contains("1 afspraak") && !now.contains("| Stand |"), "{now}");
        sets(&mut session, &id, carried_column().as_str(), 2);
        let along = told(&session);
        assert!(along.contains("0 keer inbreng") && along.contains("0 afspraken, 1 van eerder"), "{along}");
        assert!(along.contains("| Stand |") && along.contains("| gemaakt |") && !along.contains("verzet"), "{along}");
        sets(&mut session, &id, "when", 9);
        assert!(told(&session).contains("| verzet |"), "{}", told(&session));
    }
}
