//! `aantafel capture`: enters lines as a note-taker would type them.
//!
//! The table's lock is taken, the lines go to the journal as they would from the screen, all of them or none, and a snapshot
//! is written at the end. No line is lost: what is not understood is said, with its number and its words. `codes` enters what was
//! written on paper, each line by the code of its sheet.

mod codes;
mod typist;

use super::room::{Done, Room, json, scope};
use crate::{
    dialect::text_of,
    form::{Kind, Place, board::Then},
    record::{Deed, Now, Part, RoundId, TableId, Touch},
    session::{Code, Head, Log, Session, Slot},
    store::{Refused, SessionDir, Store, Trouble, Writer, read_file},
    text::clean_line,
    words::{Words, dates},
};
use clap::ArgMatches;
use serde_json::json;
use std::{
    io::{self, Read, Write},
    path::Path,
};
use typist::{Line, Typist};

/// The most that is read at once: far more than a day of talk.
const MOST_BYTES: usize = 64 << 20;
/// The most words that are written down as one, in bytes; with all that is told of them they must fit a line of the journal.
const MOST_TOGETHER: usize = 8 << 20;

/// Lines to enter, and the round in which the first of them was said.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The lines, as they would be typed.
    pub text: &'a str,
    /// The round in which the first of them was said.
    pub round: &'a RoundId,
}

/// What came of the lines.
#[derive(Debug, Default)]
pub struct Taken {
    /// For every category in the order of the workshop: round, block, category, label, how many.
    counts: Vec<Count>,
    /// Lines that were not entered: their number, their words, and why.
    pub missed: Vec<(usize, String, String)>,
    /// Whether something about the session was in doubt already.
    doubt: bool,
}

impl Taken {
    /// Counts a line that went to a place.
    fn count(&mut self, place: &Place) {
        let own = |count: &&mut Count| count.block == place.block.as_str() && count.category == place.category.as_str();
        self.counts.iter_mut().find(own).into_iter().for_each(|count| count.count += 1);
    }
}

/// How many lines went to a category.
#[derive(Debug)]
struct Count {
    round: String,
    block: String,
    category: String,
    label: String,
    count: usize,
}

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let dir = room.find(given)?;
    if given.get_flag("codes") {
        return codes::run(room, given, &dir);
    }
    // what is in doubt is said when it is read again below
    let session = room.store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?.session;
    let (Some(table), Some(round)) = (room.table(given, &session)?, room.round(given, &session.head)?) else {
        anyhow::bail!(room.words.say("cli-wrong"));
    };
    let text = read(room, given.get_one::<String>("lines").map_or("-", String::as_str))?;
    copy(room, &dir);
    let taken = take(room, &room.store, &dir, table, &Lines { text: &text, round: &round })?;
    copy(room, &dir);
    tell(room, given, &session.head, table, &taken)?;
    tell_missed(room, &taken.missed);
    Ok(Done::unless(taken.doubt || !taken.missed.is_empty()))
}

/// Says which lines were not entered, with their number, and why.
fn tell_missed(room: &Room, missed: &[(usize, String, String)]) {
    for (number, words, why) in missed {
        let args = [("line", (*number).into()), ("why", why.into()), ("words", words.into())];
        room.mutter(&room.words.tell("cli-capture-missed", &args));
    }
}

/// Makes a backup, as the screen does before and after; without one the lines are entered all the same.
fn copy(room: &Room, dir: &SessionDir) {
    if let Err(trouble) = room.store.back_up(dir, room.now()) {
        room.mutter(&room.words.tell("tafel-no-backup", &[("why", trouble.tell(&room.words).into())]));
    }
}

fn read(room: &Room, name: &str) -> anyhow::Result<String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        bytes
    } else {
        read_file(Path::new(name), MOST_BYTES).map_err(|trouble| room.trouble(&trouble))?
    };
    text_of(&bytes, MOST_BYTES).map(|text| text.into_owned()).map_err(|mistake| {
        let (sentence, remedy) = crate::dialect::tell_mistake(&room.words, &mistake);
        let name = crate::text::clean_line(name);
        anyhow::anyhow!("{name}:{}:{}: {sentence}\n    {remedy}", mistake.line, mistake.col)
    })
}

/// Enters the lines at a table: all of them or, if that fails or the program ends, none.
///
/// Only what is longer than a journal takes as one goes down in pieces.
pub(super) fn take(
    room: &Room,
    store: &Store,
    dir: &SessionDir,
    table: TableId,
    lines: &Lines<'_>,
) -> anyhow::Result<Taken> {
    let writer = sit(room, store, dir, table)?;
    let lines: Vec<Written<'_>> = written(lines).collect();
    take_seated(room, store, dir, table, writer, &lines)
}

/// Takes the lock of a table.
fn sit(room: &Room, store: &Store, dir: &SessionDir, table: TableId) -> anyhow::Result<Writer> {
    let since = dates::time(room.now().local().time());
    store.sit(dir, table, &since).map_err(|refused| self::refused(room, &refused))
}

/// The same, where the lock is held already.
fn take_seated(
    room: &Room,
    store: &Store,
    dir: &SessionDir,
    table: TableId,
    mut writer: Writer,
    lines: &[Written<'_>],
) -> anyhow::Result<Taken> {
    let now = room.now();
    // read again now that nobody else can write here
    let loaded = store.load(dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?;
    room.doubts(&loaded.doubts);
    let doubt = !loaded.doubts.is_empty();
    let mut session = loaded.session;
    let kept = |trouble: Trouble| room.trouble(&trouble);
    let mut gathered = Gathered::default();
    let taken = enter_lines(&room.words, &mut session, table, lines, now, &mut |log| {
        gathered.add(log);
        if gathered.bytes > MOST_TOGETHER { gathered.write(&mut writer) } else { Ok(()) }
    });
    let taken = taken.map_err(kept)?;
    gathered.write(&mut writer).map_err(kept)?;
    writer.syncer().sync().map_err(kept)?;
    if let Some(at) = session.table(table).filter(|_| writer.is_due()) {
        writer.snapshot(&session.head, at).map_err(kept)?;
    }
    Ok(Taken { doubt, ..taken })
}

/// What is written down as one, so that a kill leaves all of it or nothing.
#[derive(Default)]
struct Gathered {
    logs: Vec<Log>,
    /// How many bytes of words are in them.
    bytes: usize,
}

impl Gathered {
    fn add(&mut self, log: &Log) {
        if let Log::Change(change) = log {
            let words = |touch: &Touch| match touch {
                Touch::Birth(entry) => entry.text.len(),
                Touch::Part { was: Part::Text(was), now: Part::Text(now), .. } => was.len() + now.len(),
                Touch::Part { .. } | Touch::Judgement { .. } | Touch::Fact { .. } => 0,
            };
            self.bytes += change.touches.iter().map(words).sum::<usize>();
        }
        self.logs.push(log.clone());
    }

    fn write(&mut self, writer: &mut Writer) -> Result<(), Trouble> {
        self.bytes = 0;
        let logs = std::mem::take(&mut self.logs);
        if logs.is_empty() { Ok(()) } else { writer.write(&Log::Together(logs)) }
    }
}

/// Enters the lines at a table of a session in memory, and hands every change to `keep` the moment it is made.
///
/// Nothing in the lines can make it fail: what is not understood is among the missed. A table that the session has not
/// takes nothing.
///
/// # Errors
/// What `keep` says; the lines behind it are then not entered.
pub fn enter(
    words: &Words,
    session: &mut Session,
    table: TableId,
    lines: &Lines<'_>,
    now: Now,
    keep: &mut dyn FnMut(&Log) -> Result<(), Trouble>,
) -> Result<Taken, Trouble> {
    let lines: Vec<Written<'_>> = written(lines).collect();
    enter_lines(words, session, table, &lines, now, keep)
}

/// A line with its number, and where it goes if it says that of itself.
struct Written<'a> {
    number: usize,
    goes: Option<Goes>,
    text: &'a str,
}

/// Where a line goes that does not go where the one before it went.
enum Goes {
    /// To this round.
    Round(RoundId),
    /// Where this code leads.
    Code(Code),
}

fn written<'a>(lines: &Lines<'a>) -> impl Iterator<Item = Written<'a>> {
    let round = lines.round.clone();
    let numbered = lines.text.lines().enumerate();
    numbered.map(move |(nth, text)| Written {
        number: nth + 1,
        goes: (nth == 0).then(|| Goes::Round(round.clone())),
        text,
    })
}

fn enter_lines(
    words: &Words,
    session: &mut Session,
    table: TableId,
    lines: &[Written<'_>],
    now: Now,
    keep: &mut dyn FnMut(&Log) -> Result<(), Trouble>,
) -> Result<Taken, Trouble> {
    let head = session.head.clone();
    let Some(at) = session.table(table) else { return Ok(Taken::default()) };
    let mut typist = Typist::new(&head, scope(words, session, at));
    let mut taken = Taken { counts: typist.counts(), ..Taken::default() };
    for Written { number, goes, text: line } in lines {
        let (number, line) = (*number, *line);
        match goes {
            Some(Goes::Round(round)) => typist.sit(round),
            Some(Goes::Code(code)) if !typist.follow(code) => {
                let why = words.say("cli-capture-no-question");
                taken.missed.push((number, crate::text::clean_line(line).into_owned(), why));
                continue;
            }
            Some(Goes::Code(_)) | None => {}
        }
        let (round, place, text, columns) = match typist.read(line) {
            Line::Said { round, place, text, columns } => (round, place, text, columns),
            Line::Went => continue,
            Line::Missed(key) => {
                taken.missed.push((number, crate::text::clean_line(line).into_owned(), words.say(key)));
                continue;
            }
        };
        if place.kind == Kind::Board {
            let fill = typist.fill(session, table, words, &place, &text, now.millis.unsigned_abs());
            if fill.touches.is_empty() && fill.then != Then::Stay {
                continue; // it stands there so already
            }
            if fill.touches.is_empty() {
                let why = fill.told.map_or_else(|| words.say("cli-capture-empty"), |told| told.text);
                taken.missed.push((number, crate::text::clean_line(line).into_owned(), why));
                continue;
            }
            let Session { tables, mint, .. } = &mut *session;
            let at = tables.iter_mut().find(|one| one.id == table);
            if let Some(change) = at.and_then(|at| at.alter(fill.touches, Deed::Did, mint, now)) {
                keep(&Log::Change(Box::new(change)))?;
                taken.count(&place);
            }
            typist.look_again(session, table, words);
            continue;
        }
        let Session { tables, mint, .. } = &mut *session;
        let Some(at) = tables.iter_mut().find(|one| one.id == table) else { continue };
        let slot = Slot {
            round: &round,
            place: &place,
            under: None,
            columns: &columns,
            parties: &head.parties,
            day: head.date,
            lang: words.lang(),
        };
        let touches = at.say(&text, &slot, mint, now);
        if let Some(change) = at.alter(touches, Deed::Did, mint, now) {
            keep(&Log::Change(Box::new(change)))?;
            taken.count(&place);
        }
        if head.workshop.rounds.iter().any(crate::workshop::Round::is_repeated) {
            typist.look_again(session, table, words); // what was said can make another case
        }
    }
    Ok(taken)
}

fn refused(room: &Room, refused: &Refused) -> anyhow::Error {
    match refused {
        Refused::Busy(Some(holder)) => {
            let args = [("who", (&holder.who).into()), ("since", (&holder.since).into())];
            anyhow::anyhow!(room.words.tell("cli-busy", &args))
        }
        Refused::Busy(None) => anyhow::anyhow!(room.words.say("cli-busy-unknown")),
        Refused::Trouble(trouble) => room.trouble(trouble),
    }
}

fn tell(room: &Room, given: &ArgMatches, head: &Head, table: TableId, taken: &Taken) -> anyhow::Result<()> {
    let total: usize = taken.counts.iter().map(|count| count.count).sum();
    let counts = || taken.counts.iter().filter(|count| count.count > 0);
    if given.get_flag("json") {
        let counts: Vec<_> = counts()
            .map(|count| {
                json!({"round": count.round, "block": count.block, "category": count.category, "label": count.label,
                       "count": count.count})
            })
            .collect();
        let missed: Vec<_> =
            taken.missed.iter().map(|(line, words, why)| json!({"line": line, "text": words, "why": why})).collect();
        let told = json!({"session": head.id, "title": head.title, "table": table, "taken": total, "categories": counts, "missed": missed});
        return self::json(&told);
    }
    if room.quiet {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    let title = clean_line(&head.title).into_owned();
    let args = [("count", total.into()), ("table", table.to_string().into()), ("session", title.into())];
    writeln!(out, "{}", room.words.tell("cli-capture-taken", &args))?;
    // every round has notes and quotes of its own; here they are one
    let mut labels: Vec<(&str, usize)> = Vec::new();
    for count in counts() {
        match labels.iter_mut().find(|(label, _)| *label == count.label) {
            Some((_, sum)) => *sum += count.count,
            None => labels.push((&count.label, count.count)),
        }
    }
    labels.iter().try_for_each(|(label, count)| writeln!(out, "  {count:>4}  {label}"))?;
    Ok(())
}
