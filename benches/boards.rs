//! What a key costs on a large board, beside what it costs in a list: from the key press to the cells of the screen.
//!
//! ```text
//! cargo bench --bench boards
//! ```
//!
//! No terminal, no disk: `terminal` measures those. A board is 14 parties by 60 tasks, 40 chairs by 20 options, or 2,000
//! entries to be put in groups; the list has 2,000 entries. What counts is how a row of figures stands to that of the list.

use aantafel::{
    app::{App, Event},
    record::{BlockId, Deed, DeviceId, Entry, Home, Mint, Now, Parties, TableId, Touch},
    session::{FORMAT, Head, Session},
    ui::{Depth, Look, Theme},
    words::{Lang, Words},
    workshop,
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::{buffer::Buffer, layout::Rect};

const NOW: Now = Now { millis: 1_778_587_200_000, offset: 7200 };

/// The rounds of this workshop, each a board of the size that is measured.
const WORKSHOP: &str = include_str!("boards.ron");

/// What is measured, with the place of its round in the workshop.
#[derive(Clone, Copy, Debug)]
enum Sheet {
    List,
    Matrix,
    Judge,
    Vote,
    Group,
    Link,
}

impl Sheet {
    const ALL: [Self; 6] = [Self::List, Self::Matrix, Self::Judge, Self::Vote, Self::Group, Self::Link];

    fn round(self) -> usize {
        match self {
            Self::List => 0,
            Self::Matrix => 1,
            Self::Judge => 2,
            Self::Vote => 3,
            Self::Group => 4,
            Self::Link => 5,
        }
    }
}

fn main() {
    divan::main();
}

fn session() -> Session {
    let (workshop, complaints) = workshop::check(WORKSHOP);
    assert!(complaints.is_empty(), "{complaints:?}");
    let workshop = workshop.expect("the workshop of this bench can be read");
    let parties = Parties::named((1..=14).map(|nth| format!("Partij {nth} 3")));
    let head = Head {
        format: FORMAT,
        id: Default::default(),
        title: "Meting".into(),
        date: NOW.date(),
        place: String::new(),
        tables: 1,
        names: Default::default(),
        parties,
        device: DeviceId::new("laptop"),
        workshop,
    };
    let mut session = Session::new(head, Mint::new(DeviceId::new("laptop"), 7));
    let Session { tables, mint, .. } = &mut session;
    for (category, count) in [("punt", 2000), ("taak", 60), ("optie", 20)] {
        for nth in 1..=count {
            let home = Home { round: "lijst".into(), block: BlockId::new("punten"), pass: 0 };
            let words = format!("de wijkverpleegkundige komt te laat in beeld ({nth})");
            let entry = Entry::new(mint.entry(NOW), mint.stamp(NOW), home, category.into(), &words);
            tables[0].alter(vec![Touch::Birth(Box::new(entry))], Deed::Did, mint, NOW);
        }
    }
    session
}

/// The program at a table, in the round of a sheet.
fn seated(sheet: Sheet) -> App {
    let mut app = App::new(Words::new(Lang::Nl), Theme::new(Look::Dark, Depth::True, false), NOW);
    app.on(Event::Opened(Box::new(session()), TableId(1), Vec::new()));
    app.on(Event::Resize(110, 32));
    for _ in 0..sheet.round() {
        app.on(Event::Key(KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL), NOW));
    }
    // something stands on the board
    for _ in 0..4 {
        app.on(Event::Key(KeyEvent::new(KeyCode::Char('1'), KeyModifiers::NONE), NOW));
        app.on(Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), NOW));
    }
    app
}

/// Presses keys one after the other and draws what changed, as the loop does.
fn press(bencher: Bencher<'_, '_>, sheet: Sheet, keys: &[KeyCode]) {
    let mut app = seated(sheet);
    let mut screen = Buffer::empty(Rect::new(0, 0, 110, 32));
    let mut turn = 0;
    bencher.bench_local(|| {
        let key = keys[turn % keys.len()];
        turn += 1;
        app.on(Event::Key(KeyEvent::new(key, KeyModifiers::NONE), NOW));
        drop(app.effects());
        app.draw_on(&mut screen)
    });
}

#[divan::bench(args = Sheet::ALL, sample_count = 40, sample_size = 10)]
fn a_letter(bencher: Bencher<'_, '_>, sheet: Sheet) {
    press(bencher, sheet, &[KeyCode::Char('x'), KeyCode::Char('q'), KeyCode::Backspace, KeyCode::Backspace]);
}

#[divan::bench(args = Sheet::ALL, sample_count = 40, sample_size = 10)]
fn up_and_down(bencher: Bencher<'_, '_>, sheet: Sheet) {
    press(bencher, sheet, &[KeyCode::Up, KeyCode::Up, KeyCode::Down, KeyCode::Up, KeyCode::Down, KeyCode::Down]);
}

#[divan::bench(args = Sheet::ALL, sample_count = 40, sample_size = 10)]
fn a_value_and_enter(bencher: Bencher<'_, '_>, sheet: Sheet) {
    press(
        bencher,
        sheet,
        &[KeyCode::Char('2'), KeyCode::Enter, KeyCode::Char('1'), KeyCode::Enter, KeyCode::Up, KeyCode::Up],
    );
}
