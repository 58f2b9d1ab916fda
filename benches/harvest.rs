//! What a key costs at the harvest of a large hall: 100 tables of 200 lines, from the key press to the cells of the screen.
//!
//! ```text
//! cargo bench --bench harvest
//! ```
//!
//! No terminal, no disk: `terminal` measures those. A frame is 16 ms; every key must fit in one. Nearly all lines stand
//! under one of twelve themes, so that what is under none and what is under some are both long.

use aantafel::{
    app::{App, Event},
    harvest::Deeds,
    harvest::verdicts::Verdicts,
    record::{
        Assessor, BlockId, Deed, DeviceId, Entry, EntryId, Flag, Home, Item, JudgementKey, Mint, Now, Parties, TableId,
        Touch, Verdict, Voice,
    },
    session::{FORMAT, Head, Session, Table},
    ui::{Depth, Look, Theme},
    words::{Lang, Words},
    workshop,
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::{buffer::Buffer, layout::Rect};
use std::cell::RefCell;

const NOW: Now = Now { millis: 1_778_587_200_000, offset: 7200 };
const TABLES: u32 = 100;
const LINES: usize = 200;
const THEMES: usize = 12;
const OPTIONS: usize = 10;
const TASKS: usize = 20;
const WORKSHOP: &str = include_str!("boards.ron");

fn main() {
    divan::main();
}

fn session() -> Session {
    let (workshop, _) = workshop::check(WORKSHOP);
    let head = Head {
        format: FORMAT,
        id: Default::default(),
        title: "Meting".into(),
        date: NOW.date(),
        place: String::new(),
        tables: TABLES,
        names: Default::default(),
        parties: Parties::named((1..=14).map(|nth| format!("Partij {nth} 3"))),
        device: DeviceId::new("laptop"),
        workshop: workshop.expect("the workshop of this bench can be read"),
    };
    let mut session = Session::new(head, Mint::new(DeviceId::new("laptop"), 7));
    let Session { tables, mint, harvest, .. } = &mut session;
    let mut lines: Vec<EntryId> = Vec::new();
    for table in tables.iter_mut() {
        for nth in 0..LINES {
            let home = Home { round: "lijst".into(), block: BlockId::new("punten"), pass: 0 };
            let words = format!("de wijkverpleegkundige komt één keer te laat in beeld ({nth})");
            let mut entry = Entry::new(mint.entry(NOW), mint.stamp(NOW), home, "punt".into(), &words);
            entry.by = (nth % 3 == 0).then(|| Voice::Party(format!("partij-{}", nth % 14 + 1).as_str().into()));
            if nth % 20 == 0 {
                entry.flags.insert(Flag::Key);
            }
            // some can be voted on, and some are tasks
            entry.category = if nth < OPTIONS {
                "optie"
            } else if nth < OPTIONS + TASKS {
                "taak"
            } else {
                "punt"
            }
            .into();
            lines.push(entry.id.clone());
            table.alter(vec![Touch::Birth(Box::new(entry))], Deed::Did, mint, NOW);
        }
    }
    tables.iter_mut().zip(lines.chunks(LINES)).for_each(|(table, lines)| judged(table, lines, mint));
    let mut deeds = Deeds::new(&harvest.records, mint, NOW);
    let themes: Vec<EntryId> = (1..=THEMES).map(|nth| deeds.make(&format!("Thema {nth}"))).collect();
    for (nth, line) in lines.iter().enumerate().filter(|(nth, _)| nth % 4 != 0) {
        deeds.put(line, &themes[nth % THEMES]);
    }
    let touches = deeds.done();
    harvest.alter(touches, Deed::Did, mint, NOW);
    session
}

/// A table of eight: three stickers and ten marks each, and who of fourteen parties does what of twenty tasks.
fn judged(table: &mut Table, lines: &[EntryId], mint: &mut Mint) {
    let mut touches = Vec::new();
    let mut give = |block: &str, item: Item, assessor: Assessor, verdict: Verdict| {
        let key = JudgementKey { block: BlockId::new(block), item, assessor, criterion: None, pass: 0 };
        touches.push(Touch::Judgement { key, was: None, now: Some(verdict) });
    };
    for chair in 1..=8 {
        for (nth, line) in lines[..OPTIONS].iter().enumerate() {
            let number = (nth * 7 + chair as usize * 3) % 10 + 1;
            let item = Item::Entry(line.clone());
            give("oordeel", item.clone(), Assessor::Chair(chair), Verdict::Number(number as f64));
            if number < 4 {
                give("stippen", item, Assessor::Chair(chair), Verdict::Tokens(1));
            }
        }
    }
    for (nth, task) in lines[OPTIONS..OPTIONS + TASKS].iter().enumerate() {
        for party in 1..=14 {
            let cell = [Item::Entry(task.clone()), Item::Party(format!("partij-{party}").as_str().into())];
            let [row, column] = cell.map(Box::new);
            let sign = if (nth + party) % 5 == 0 { "trekt" } else { "mee" };
            give("rollen", Item::Cell(row, column), Assessor::Table, Verdict::Choice(sign.into()));
        }
    }
    table.alter(touches, Deed::Did, mint, NOW);
}

/// A key by its name, as far as this bench needs names.
fn key(name: &str) -> KeyEvent {
    let (code, mods) = match name {
        "Ctrl+Z" => (KeyCode::Char('z'), KeyModifiers::CONTROL),
        "Enter" => (KeyCode::Enter, KeyModifiers::NONE),
        "Esc" => (KeyCode::Esc, KeyModifiers::NONE),
        "Tab" => (KeyCode::Tab, KeyModifiers::NONE),
        "Up" => (KeyCode::Up, KeyModifiers::NONE),
        "Down" => (KeyCode::Down, KeyModifiers::NONE),
        "End" => (KeyCode::End, KeyModifiers::NONE),
        "Home" => (KeyCode::Home, KeyModifiers::NONE),
        "Left" => (KeyCode::Left, KeyModifiers::NONE),
        "Right" => (KeyCode::Right, KeyModifiers::NONE),
        "Space" => (KeyCode::Char(' '), KeyModifiers::NONE),
        "F4" => (KeyCode::F(4), KeyModifiers::NONE),
        letter => (KeyCode::Char(letter.chars().next().unwrap_or(' ')), KeyModifiers::NONE),
    };
    KeyEvent::new(code, mods)
}

/// The program with the harvest open, after some keys.
fn open(before: &[&str]) -> App {
    let mut app = App::new(Words::new(Lang::Nl), Theme::new(Look::Dark, Depth::True, false), NOW);
    app.on(Event::Opened(Box::new(session()), TableId(1), Vec::new()));
    app.on(Event::Resize(110, 32));
    for name in before {
        app.on(Event::Key(key(name), NOW));
        rest(&mut app);
    }
    app
}

/// What goes on while nobody waits for anything.
fn rest(app: &mut App) {
    while app.is_busy() {
        app.on(Event::Idle);
    }
}

/// What is pressed, one key after the other, and what before that.
const KEYS: [(&str, &[&str], &[&str]); 17] = [
    ("opening and leaving", &[], &["F4", "Esc"]),
    ("up and down", &["F4"], &["Down", "Down", "Up", "Down"]),
    ("to the end and back", &["F4"], &["End", "Home"]),
    ("under a theme", &["F4"], &["1", "2", "3"]),
    ("under a theme and back", &["F4"], &["1", "Ctrl+Z"]),
    ("a theme open and shut", &["F4", "Left"], &["Enter", "Enter"]),
    ("the next proposal", &["F4"], &["a"]),
    ("the next that may say the same", &["F4"], &["t"]),
    ("called the same, and back", &["F4"], &["Space", "Down", "=", "Ctrl+Z", "Up"]),
    ("another order", &["F4"], &["o"]),
    ("what to look at", &["F4"], &["f", "Esc"]),
    ("searching", &["F4", "/"], &["b", "e", "e", "l", "d", "x", "y", "z"]),
    ("side by side, columns", &["F4", "Tab"], &["Down", "Right", "Down", "Left"]),
    ("side by side, a list", &["F4", "Tab", "v"], &["Down", "o", "End", "s"]),
    ("votes", &["F4", "Tab", "Tab"], &["Down", "Enter", "Down", "End", "Enter", "o"]),
    ("who does what", &["F4", "Tab", "Tab", "Tab"], &["Down", "Enter", "Down", "End", "Enter", "o"]),
    ("from view to view", &["F4"], &["Tab"]),
];

/// One key with its picture; what goes on afterwards while nobody waits is [`a_piece`]. Each sample is one key, so the slowest
/// sample is the slowest key.
#[divan::bench(args = 0..KEYS.len(), sample_count = 200, sample_size = 1)]
fn a_key(bencher: Bencher<'_, '_>, which: usize) {
    let (_, before, keys) = KEYS[which];
    let app = RefCell::new(open(before));
    let mut screen = Buffer::empty(Rect::new(0, 0, 110, 32));
    let mut turn = 0;
    let next = || {
        rest(&mut app.borrow_mut());
        turn += 1;
        keys[(turn - 1) % keys.len()]
    };
    bencher.with_inputs(next).bench_local_values(|name| {
        let mut app = app.borrow_mut();
        app.on(Event::Key(key(name), NOW));
        drop(app.effects());
        app.draw_on(&mut screen)
    });
}

/// A piece of what goes on while nobody waits, with its picture: a key can come in at most this much later. First the tables
/// are read, then what all tables come to, from opening the door to the last piece, over and over.
#[divan::bench(args = [0, 2], sample_count = 200, sample_size = 1)]
fn a_piece(bencher: Bencher<'_, '_>, tabs: usize) {
    let session = session();
    let fresh = || {
        let mut app = App::new(Words::new(Lang::Nl), Theme::new(Look::Dark, Depth::True, false), NOW);
        app.on(Event::Opened(Box::new(session.clone()), TableId(1), Vec::new()));
        app.on(Event::Resize(110, 32));
        app.on(Event::Key(key("F4"), NOW));
        (0..tabs).for_each(|_| {
            rest(&mut app);
            app.on(Event::Key(key("Tab"), NOW));
        });
        app
    };
    let app = RefCell::new(fresh());
    let mut screen = Buffer::empty(Rect::new(0, 0, 110, 32));
    let next = || {
        if !app.borrow().is_busy() {
            app.replace(fresh());
        }
    };
    bencher.with_inputs(next).bench_local_values(|()| {
        let mut app = app.borrow_mut();
        app.on(Event::Idle);
        app.draw_on(&mut screen)
    });
}

/// What all tables come to, reckoned anew as a whole.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn verdicts(bencher: Bencher<'_, '_>) {
    let (session, words) = (session(), Words::new(Lang::Nl));
    bencher.bench_local(|| Verdicts::read(&session, &words, false));
}
