//! What of all that was said and filled in may be shown to everybody in the room: on the wall, and on the card that is read
//! aloud.
//!
//! Not for the report, which may hold more than a wall: who reads that chose to. Called by `readback` and by the projector.

use super::Table;
use crate::{
    form::{Form, Scope, case, terms::Hidden},
    record::{Entry, FactKey, Flag, Value},
    session::Session,
    words::Words,
};

impl Session {
    /// What a form looks at, at one table, as those who sit there see it.
    pub fn scope<'a>(&'a self, table: &'a Table, words: &'a Words) -> Scope<'a> {
        Scope {
            records: &table.records,
            parties: &self.head.parties,
            words,
            room: self,
            table: table.id.0,
            each: None,
            rotate: None,
            public: false,
        }
    }
}

/// What a form looks at, at one table, for everybody to see.
pub fn shown_scope<'a>(session: &'a Session, words: &'a Words, table: &'a Table) -> Scope<'a> {
    Scope { public: true, ..session.scope(table, words) }
}

/// Whether the words of an entry may be shown: not what is for those who were there only or stays out of the report, not what
/// was parked, and no literal words, by which people know each other.
pub fn may_be_shown(entry: &Entry) -> bool {
    let kept_off = [Flag::Confidential, Flag::NotInReport, Flag::Parked, Flag::Quote];
    !entry.gone && !entry.text.trim().is_empty() && !kept_off.into_iter().any(|flag| entry.has(flag))
}

/// Whether what a table filled in on a block may be shown: a block that is shown on the facilitator's word from that word on,
/// one that is shown when everybody gave something from then on, and a private one never.
pub fn is_revealed(form: &Form, scope: Scope<'_>) -> bool {
    let frame = form.lens().frame();
    match frame.hidden {
        Hidden::No | Hidden::Reasons | Hidden::Anonymous => true,
        Hidden::Private => false,
        Hidden::UntilReveal => scope.records.fact(&FactKey::Revealed(frame.id.clone())) == Some(&Value::Yes(true)),
        Hidden::UntilComplete => {
            let boards = case::all(scope, form).into_iter().filter_map(|case| form.lens().board(scope, case.as_ref()));
            boards.into_iter().all(|board| !board.veiled)
        }
    }
}
