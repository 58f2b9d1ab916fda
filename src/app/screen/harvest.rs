//! What may stand on the wall of what was said: counts and words, never whose they are.
//!
//! **What is kept off the wall.** Who said it and in whose name; what `session::may_be_shown` keeps off; notes; the words, and
//! not their number, of what is hidden. Called by `draw`.

use crate::{
    form::{Kind, Place, Tone},
    record::{Stamp, TableId},
    session::{Session, may_be_shown, shown_scope},
    text::clean_line,
    words::Words,
    workshop::Round,
};

/// A category over the tables.
#[derive(Clone, PartialEq, Debug)]
pub struct Tally {
    /// Its sign.
    pub sigil: Option<char>,
    /// Its heading.
    pub label: String,
    /// Its colour.
    pub tone: Tone,
    /// How much was said.
    pub count: usize,
    /// What was said that may be seen, newest first, and when.
    pub lines: Vec<(Stamp, String)>,
}

/// A category while it is gathered, and where it is met again.
type Found = (Place, Tally);

/// The categories of a round with what was said in them, at one table or at all.
pub fn tallies(session: &Session, words: &Words, round: &Round, only: Option<TableId>) -> Vec<Tally> {
    let mut places: Vec<Found> = Vec::new();
    for table in session.tables.iter().filter(|table| only.is_none_or(|id| table.id == id)) {
        let scope = shown_scope(session, words, table);
        for place in round.places(scope).into_iter().filter(is_shown) {
            let at = places.iter().position(|(met, _)| met.is(&place.block, &place.category));
            let at = at.unwrap_or_else(|| {
                let tally = Tally {
                    sigil: place.sigil,
                    label: place.label.clone(),
                    tone: place.tone,
                    count: 0,
                    lines: Vec::new(),
                };
                places.push((place.clone(), tally));
                places.len() - 1
            });
            let (_, tally) = &mut places[at];
            for entry in round.scope(scope).listed(&place).filter(|entry| may_be_shown(entry)) {
                tally.count += 1;
                if !(place.masked || place.private) {
                    tally.lines.push((entry.born.clone(), clean_line(&entry.text).into_owned()));
                }
            }
        }
    }
    let told = |(_, mut tally): Found| {
        tally.lines.sort_by(|a, b| b.0.cmp(&a.0));
        tally
    };
    places.into_iter().map(told).collect()
}

fn is_shown(place: &Place) -> bool {
    !place.quiet && !place.quote && place.kind != Kind::Board
}
