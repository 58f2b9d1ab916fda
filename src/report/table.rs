//! What one table said, round by round: the question, what every block says, the prose, the quotes.
//!
//! Nothing is left out: what the workshop no longer knows stands at the end under its own heading, and what is empty is
//! said to be empty. Called by the report room only.

use crate::{
    document::{Block, Item, Run},
    form::{self, Form, Place, Scope, listing},
    record::{BlockId, CategoryId, FactKey, Names},
    report::Variant,
    session::{Session, Table, Told},
    text,
    words::Words,
    workshop::Round,
};
use std::collections::BTreeSet;

/// The level of the heading of a table: below that of everything that was said.
const TABLE: u8 = 2;

/// The level of the headings of a round.
const ROUND: u8 = TABLE + 1;

/// The level of the headings of a block.
const LEVEL: u8 = ROUND + 1;

/// Everything of one table.
pub(super) fn blocks(told: &Told, table: &Table, words: &Words, variant: Variant) -> Vec<Block> {
    let session = &told.session;
    let scope = Scope { room: told, public: true, ..session.scope(table, words) };
    let number = table.id.to_string();
    let name = session.head.names.get(&table.id).map(|name| name.trim()).filter(|name| !name.is_empty());
    let heading = match name {
        Some(name) => words.tell("report-table-named", &[("number", number.into()), ("name", name.into())]),
        None => words.tell("report-table", &[("number", number.into())]),
    };
    let mut blocks = vec![Block::Heading(TABLE, heading)];
    if told.names != Names::None {
        blocks.extend(seats(session, table, words));
    }
    if table.records.is_empty() {
        blocks.push(aside(words.say("report-table-empty")));
        return blocks;
    }
    for (at, round) in session.head.workshop.rounds.iter().enumerate() {
        blocks.push(Block::Heading(ROUND, format!("{}. {}", at + 1, text::clean_line(&round.title))));
        blocks.extend(self::round(scope, round, variant));
    }
    blocks.extend(unknown(session, scope));
    match variant {
        Variant::Internal | Variant::OnePage => blocks.extend(parked(session, scope)),
        Variant::Public => {}
    }
    blocks
}

/// Who sat there, where the table said so.
fn seats(session: &Session, table: &Table, words: &Words) -> Option<Block> {
    let told = session.head.parties.0.iter().filter_map(|party| {
        let count = table.records.number(&FactKey::Seats(party.id.clone()))?;
        let args = [("party", (&party.label).into()), ("count", (count as i64).into())];
        (count >= 1.0).then(|| words.tell("report-party-seats", &args))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| Block::Facts(vec![(words.say("report-parties"), told.join(", "))]))
}

fn round(scope: Scope<'_>, round: &Round, variant: Variant) -> Vec<Block> {
    let scope = round.scope(scope);
    let mut blocks = Vec::new();
    blocks.extend(strong(&round.question));
    let own = BlockId::of_round(&round.id);
    // what the note-taker saw is for those who were there; literal words are anybody's
    let wanted = |place: &Place| place.block == own && (variant != Variant::Public || place.quote);
    let own: Vec<Place> = round.places(scope).into_iter().filter(wanted).collect();
    let prose = listing::report(scope, &own, LEVEL);
    let told: Vec<Vec<Block>> = round.blocks.iter().map(|block| form::report(scope, block, LEVEL)).collect();
    if prose.is_empty() && told.iter().all(Vec::is_empty) {
        blocks.push(aside(scope.words.say("report-round-empty")));
        return blocks;
    }
    for (block, told) in round.blocks.iter().zip(told) {
        let question = strong(block.lens().frame().question);
        let unanswered = told.is_empty() && question.is_some() && !matches!(block, Form::Moment(_));
        blocks.extend(question.filter(|_| !told.is_empty() || unanswered));
        blocks.extend(told);
        if unanswered {
            blocks.push(aside(scope.words.say("report-unanswered")));
        }
    }
    blocks.extend(prose);
    blocks
}

/// What stands in a block or category that the workshop does not know, or no longer.
fn unknown(session: &Session, scope: Scope<'_>) -> Vec<Block> {
    let rounds = &session.head.workshop.rounds;
    let known: Vec<Place> = rounds.iter().flat_map(|round| round.places(scope)).collect();
    let spots: BTreeSet<(&BlockId, &CategoryId)> = scope
        .records
        .blocks()
        .flat_map(|block| scope.records.categories(block).map(move |category| (block, category)))
        .filter(|(block, category)| !known.iter().any(|place| place.is(block, category)))
        .collect();
    let label = |block: &BlockId, category: &CategoryId| format!("{block} / {category}");
    let place = |(block, category): (&BlockId, &CategoryId)| Place {
        quote: *category == CategoryId::quote(),
        ..Place::list(block, category, &label(block, category), "")
    };
    let told = listing::report(scope, &spots.into_iter().map(place).collect::<Vec<_>>(), LEVEL);
    if told.is_empty() {
        return told;
    }
    let head =
        [Block::Heading(ROUND, scope.words.say("report-unknown")), aside(scope.words.say("report-unknown-about"))];
    head.into_iter().chain(told).collect()
}

/// What was set aside for later, with the round it came from.
fn parked(session: &Session, scope: Scope<'_>) -> Vec<Block> {
    let kept = scope.records.parked().filter(|entry| !entry.is_kept_in());
    let items = kept.map(|entry| {
        let at = session.head.workshop.round_at(&entry.home.round);
        let round = at.map_or_else(
            || entry.home.round.to_string(),
            |at| format!("{}. {}", at + 1, session.head.workshop.rounds[at].title),
        );
        // it stands where it was said as well, with its code
        let code = scope.room.code(scope.table, &entry.id).map(Run::link);
        let runs = [Run::plain(&entry.text), Run::aside(round)].into_iter().chain(code).collect();
        Item { runs, below: Vec::new() }
    });
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(ROUND, scope.words.say("report-parked")), Block::List(items)]
}

fn strong(words: &str) -> Option<Block> {
    (!words.trim().is_empty()).then(|| Block::Paragraph(vec![Run::strong(words)]))
}

fn aside(words: String) -> Block {
    Block::Paragraph(vec![Run::aside(words)])
}
