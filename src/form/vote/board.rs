//! What stands on the board: the items by number, what each voter gave, what each has, and how it comes out.

use super::{
    How, Vote,
    ballots::{Ballot, Ballots, gather},
    seen,
    tally::{Lot, Tally, tally},
};
use crate::{
    form::{
        Case, Scope, Tone,
        board::{Board, Cell, Heading, Row, Sign},
        source,
        terms::{Hidden, Remark},
    },
    record::{Assessor, FactKey, Item, Voice},
    words::numbers::{count, number},
};

/// What of the vote is out of sight now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Veil {
    /// Nothing.
    No,
    /// Who gave what.
    Voters,
    /// That, and what each item has.
    All,
}

impl Veil {
    /// Whether what each item has is out of sight.
    pub(super) fn hides_totals(self) -> bool {
        self == Self::All
    }
    /// Whether it is out of sight who gave what.
    pub(super) fn hides_voters(self) -> bool {
        self != Self::No
    }
}

/// The sign of a voter who voted, where what was given is out of sight.
const GIVEN: &str = "▪";

/// What is out of sight now.
pub(super) fn veil(vote: &Vote, scope: Scope<'_>, ballots: &Ballots) -> Veil {
    let shown = || scope.records.fact(&FactKey::Revealed(vote.id.clone())).is_some();
    match vote.hidden {
        Hidden::No | Hidden::Reasons => Veil::No,
        Hidden::Anonymous if vote.is_counted() => Veil::No,
        Hidden::Anonymous => Veil::Voters,
        Hidden::Private => Veil::All,
        Hidden::UntilReveal => {
            if shown() {
                Veil::No
            } else {
                Veil::All
            }
        }
        // hands are counted in the open
        Hidden::UntilComplete if vote.is_counted() || ballots.is_complete() || shown() => Veil::No,
        Hidden::UntilComplete => Veil::All,
    }
}

/// What a voter is called.
pub(super) fn voter_label(scope: Scope<'_>, voter: &Assessor) -> String {
    match voter {
        Assessor::Table => scope.words.say("form-vote-table"),
        Assessor::Party(id) => source::label(scope, &Item::Party(id.clone())).unwrap_or_else(|| id.to_string()),
        Assessor::Chair(nth) => source::label(scope, &Item::Chair(*nth)).unwrap_or_default(),
        Assessor::Seat(seat) => scope.parties.voice(&Voice::Seat(seat.clone())),
    }
}

/// How a line is typed, in a few words.
pub(super) fn hint(vote: &Vote, scope: Scope<'_>, items: usize) -> String {
    if vote.is_counted() {
        return scope.words.say("form-vote-hint-count");
    }
    // an example that can be typed: numbers that there are, as many as may be
    let slip = super::fill::slip(vote, items.max(1));
    let most = vote.budgets().iter().sum::<u32>().clamp(1, 4) as usize;
    let numbers: Vec<usize> =
        [4, 2, 7, 5].into_iter().filter(|nth| *nth <= items.max(1)).chain(1..=items.max(1)).take(most).collect();
    let letter = |nth: usize| match slip.letters.as_slice() {
        [] => String::new(),
        letters => letters[nth % letters.len()].to_string(),
    };
    let words = numbers.iter().enumerate().map(|(nth, number)| format!("{number}{}", letter(nth)));
    let example = words.collect::<Vec<_>>().join(" ");
    let args = [("example", example.into())];
    match vote.how {
        How::Stickers => scope.words.tell("form-vote-hint-stickers", &args),
        How::Ranking => scope.words.tell("form-vote-hint-ranking", &args),
        How::One => scope.words.tell("form-vote-hint-one", &[("example", numbers[0].into())]),
    }
}

pub(super) fn board(vote: &Vote, scope: Scope<'_>, case: Option<&Case>) -> Board {
    let ballots = gather(vote, scope, case);
    let tally = tally(vote, scope, case, &ballots);
    let veil = veil(vote, scope, &ballots);
    let say = |key: &str| scope.words.say(key);
    let counted = vote.is_counted();
    let mut legend: Vec<Sign> = Vec::new();
    if !counted {
        legend.extend(vote.kinds().iter().map(|kind| Sign {
            glyph: kind.sign().map(String::from).unwrap_or_default(),
            label: kind.label.clone(),
            tone: kind.tone,
        }));
    }
    if veil.hides_voters() {
        legend.push(Sign { glyph: GIVEN.to_owned(), label: say("form-vote-given"), tone: Tone::Blue });
    }
    Board {
        what: say("form-vote-what"),
        columns: columns(vote, scope, &ballots),
        rows: rows(vote, scope, &ballots, &tally, veil),
        legend,
        below: seen::below(vote, scope, &ballots, &tally, veil),
        hint: hint(vote, scope, ballots.things.len()),
        keys: "0123456789-".to_owned(),
        by_column: !counted,
        veiled: veil.hides_voters(),
        spare: ballots.endless,
        ..Board::default()
    }
}

fn columns(vote: &Vote, scope: Scope<'_>, ballots: &Ballots) -> Vec<Heading> {
    if vote.is_counted() {
        return match vote.kinds() {
            [] => vec![Heading::new(scope.words.say(if vote.how == How::One {
                "form-vote-hands"
            } else {
                "form-vote-stickers"
            }))],
            kinds => kinds.iter().map(|kind| Heading::new(&kind.label)).collect(),
        };
    }
    let heading = |(voter, ballot): (&Assessor, &Ballot)| {
        let absent = if ballot.absent { "–" } else { "" };
        let label = voter_label(scope, voter);
        let short = match voter {
            Assessor::Chair(nth) => nth.to_string(),
            Assessor::Table | Assessor::Party(_) | Assessor::Seat(_) => label.chars().take(3).collect(),
        };
        let gap = if ballot.absent { " " } else { "" };
        Heading { label: format!("{label}{gap}{absent}"), short: format!("{short}{absent}") }
    };
    let spare = ballots.endless.then(|| {
        let nth = ballots.voters.len() as u32 + 1;
        Heading { label: voter_label(scope, &Assessor::Chair(nth)), short: nth.to_string() }
    });
    ballots.voters.iter().zip(&ballots.given).map(heading).chain(spare).collect()
}

fn rows(vote: &Vote, scope: Scope<'_>, ballots: &Ballots, tally: &Tally, veil: Veil) -> Vec<Row> {
    let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); ballots.things.len()];
    let mut put = |row: usize, column: usize, cell: Cell| {
        let row = &mut cells[row];
        // what is behind the last that was given stays out: a row that has nothing costs nothing
        row.resize_with(row.len().max(column + 1), Cell::default);
        row[column] = cell;
    };
    for (column, ballot) in ballots.given.iter().enumerate() {
        if veil.hides_voters() && vote.is_counted() {
            ballot.marks.keys().for_each(|(row, kind)| put(*row, *kind, Cell::new(GIVEN, Tone::Blue)));
            continue;
        }
        if veil.hides_voters() {
            if ballot.is_in() && !ballot.absent {
                (0..ballots.things.len()).for_each(|row| put(row, column, Cell::new(GIVEN, Tone::Blue)));
            }
            continue;
        }
        if vote.is_counted() {
            for ((row, kind), given) in &ballot.marks {
                let tone = vote.kinds().get(*kind).map_or(Tone::Plain, |kind| kind.tone);
                put(*row, *kind, Cell::new(count(*given as usize, scope.words.lang()), tone));
            }
            continue;
        }
        let mut marks = ballot.marks.iter().peekable();
        while let Some(((row, kind), given)) = marks.next() {
            let mut cell = Cell::new(mark(vote, *kind, *given), tone(vote, *kind, *given));
            while let Some(((_, kind), given)) = marks.next_if(|((other, _), _)| other == row) {
                cell.text = format!("{} {}", cell.text, mark(vote, *kind, *given));
                cell.tone = Tone::Plain;
            }
            cell.strong = vote.how == How::Ranking && *given == 1;
            put(*row, column, cell);
        }
    }
    let places = tally.places();
    let lots = vote.choose.map(|choose| tally.lots(choose as usize));
    let most = tally.scores.iter().copied().max().unwrap_or(0);
    let row = |(at, (thing, cells)): (usize, (&source::Thing, Vec<Cell>))| {
        let mut row = Row { number: Some(at + 1), cells, ..Row::new(thing.item.clone(), &thing.label) };
        if !veil.hides_totals() && !tally.is_blank() {
            let lot = lots.as_ref().map(|lots| lots[at]);
            row.remark = Some(total(vote, scope, tally, at, places[at], lot));
            row.bar = Some(if most > 0 { tally.scores[at].max(0) as f64 / most as f64 } else { 0.0 });
        }
        row
    };
    ballots.things.iter().zip(cells).enumerate().map(row).collect()
}

/// What stands in a cell: how many, a kind by its letter, a place.
fn mark(vote: &Vote, kind: usize, given: u32) -> String {
    match (vote.how, vote.kinds().get(kind).and_then(super::StickerKind::sign)) {
        (How::One, _) => "●".to_owned(),
        (How::Ranking, _) | (How::Stickers, None) => given.to_string(),
        (How::Stickers, Some(sign)) if given == 1 => sign.to_string(),
        (How::Stickers, Some(sign)) => format!("{given}{sign}"),
    }
}

fn tone(vote: &Vote, kind: usize, given: u32) -> Tone {
    match vote.how {
        How::Stickers => vote.kinds().get(kind).map_or(Tone::Blue, |kind| kind.tone),
        How::One => Tone::Blue,
        How::Ranking if given == 1 => Tone::Green,
        How::Ranking => Tone::Plain,
    }
}

/// What an item has and how it comes out; the number behind, so that numbers stand below each other.
fn total(vote: &Vote, scope: Scope<'_>, tally: &Tally, at: usize, place: Option<usize>, lot: Option<Lot>) -> Remark {
    let lang = scope.words.lang();
    let score = number(tally.scores[at] as f64, 0, lang);
    let (word, tone) = match (lot, place) {
        (Some(Lot::Chosen), _) => (Some(scope.words.say("form-vote-chosen")), Tone::Green),
        (Some(Lot::Tied), _) => (Some(scope.words.say("form-vote-tied")), Tone::Orange),
        (Some(Lot::Left), _) | (None, None) => (None, Tone::Plain),
        (None, Some(place)) => {
            let tone = if place == 1 { Tone::Green } else { Tone::Plain };
            (Some(scope.words.tell("form-vote-place", &[("place", place.into())])), tone)
        }
    };
    // what counts against is told apart: nine for and seven against is not two
    let apart = vote.kinds().iter().any(|kind| kind.against) && tally.kinds[at].iter().any(|sum| *sum != 0);
    let apart = apart.then(|| {
        let part = |(kind, sum): (&super::StickerKind, &i64)| {
            let sign = if kind.against { '−' } else { '+' };
            (*sum != 0).then(|| format!("{sign}{}", number(*sum as f64, 0, lang)))
        };
        vote.kinds().iter().zip(&tally.kinds[at]).filter_map(part).collect::<Vec<_>>().join(" ")
    });
    let apart = apart.map(|apart| format!("({apart})"));
    let text = [word, apart, Some(score)].into_iter().flatten().collect::<Vec<_>>().join("  ");
    Remark::new(text, tone)
}
