//! The plug is pulled, the window is closed, the system says stop: what was on the screen is there again.

use std::time::{Duration, Instant};

use crate::laptop::{Laptop, line_of};
use crate::terminal::{PATIENCE, Rhythm, Signal, Terminal};

/// What stands in an empty line.
const HINT: &str = "het lukt als …";

/// What is typed: letters, and keys by name. One story without end, the same every run.
#[derive(Clone, Debug)]
enum Key {
    Letter(char),
    Named(&'static str),
}

/// What must stand there after so many keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Desk {
    said: Vec<String>,
    line: String,
    caret: usize,
}

impl Desk {
    fn take(&mut self, key: &Key) {
        let at = self.line.char_indices().nth(self.caret).map_or(self.line.len(), |(at, _)| at);
        match key {
            Key::Letter(letter) => {
                self.line.insert(at, *letter);
                self.caret += 1;
            }
            Key::Named("Enter") => {
                self.said.push(self.line.trim().to_owned());
                *self = Self { said: std::mem::take(&mut self.said), ..Self::default() };
            }
            Key::Named("Left") => self.caret = self.caret.saturating_sub(1),
            Key::Named("Right") => self.caret = (self.caret + 1).min(self.line.chars().count()),
            Key::Named("Backspace") if self.caret > 0 => {
                self.caret -= 1;
                let at = self.line.char_indices().nth(self.caret).map_or(0, |(at, _)| at);
                self.line.remove(at);
            }
            Key::Named(_) => {}
        }
    }
}

/// A story in keys: sentences with slips of the finger in them, every one of its own number.
fn story(sentences: usize) -> Vec<Key> {
    let mut keys = Vec::new();
    let letters = |keys: &mut Vec<Key>, text: &str| keys.extend(text.chars().map(Key::Letter));
    for number in 0..sentences {
        letters(&mut keys, &format!("zin {number} één ideee"));
        keys.extend([Key::Named("Backspace"), Key::Named("Left"), Key::Named("Left"), Key::Named("Left")]);
        letters(&mut keys, "goed ");
        keys.extend([Key::Named("Right"), Key::Named("Right"), Key::Named("Right")]);
        letters(&mut keys, " van ons");
        keys.push(Key::Named("Enter"));
    }
    keys
}

/// How a program comes to its end without being asked to quit.
#[derive(Clone, Copy, Debug)]
enum End {
    Signal(Signal),
    Closed,
}

impl End {
    /// As often killed as ended in another way.
    const ALL: [Self; 6] = [
        Self::Signal(Signal::Kill),
        Self::Signal(Signal::Term),
        Self::Signal(Signal::Kill),
        Self::Signal(Signal::Hup),
        Self::Signal(Signal::Kill),
        Self::Closed,
    ];

    /// Comes; gives the screen as somebody last saw it, and the line on it.
    fn comes(self, terminal: &mut Terminal) -> (String, String) {
        let seen = |terminal: &mut Terminal| (terminal.screen(), desk_on(terminal).0);
        let before = seen(terminal);
        match self {
            Self::Signal(signal) => terminal.signal(signal),
            Self::Closed => terminal.close(),
        }
        assert!(terminal.ended(PATIENCE).is_some(), "{self:?}: still running\n{}", terminal.screen());
        // who is killed takes nothing off the screen, so all that ever stood there can be looked at
        if let Self::Signal(Signal::Kill) = self { seen(terminal) } else { before }
    }
}

/// A number that looks random, the same every run.
fn chance(seed: &mut u64, most: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % most
}

/// The line on a screen, and the caret as a column in it, if the screen is whole.
fn desk_on(terminal: &mut Terminal) -> (String, Option<usize>) {
    let screen = terminal.screen();
    let line = line_of(&screen).join(" ").replace(HINT, "");
    let cursor = terminal.cursor().and_then(|(column, row)| {
        let row: Vec<char> = screen.lines().nth(usize::from(row))?.chars().collect();
        let frame = row[..usize::from(column).min(row.len())].iter().rposition(|letter| *letter == '│')?;
        Some(usize::from(column) - frame - 2)
    });
    (line, cursor)
}

fn ended_at_random(ends: usize, rhythm: Rhythm, mut seed: u64) {
    let laptop = Laptop::with("hoe-dan", 1);
    let keys = story(200);
    let mut states = vec![Desk::default()];
    for key in &keys {
        let mut next = states.last().cloned().unwrap_or_default();
        next.take(key);
        states.push(next);
    }
    let (mut at, mut slipped) = (0, 0);
    let mut terminal = laptop.sits();
    for kill in 0..ends {
        let count = match rhythm {
            Rhythm::Human => 2 + chance(&mut seed, 5) as usize,
            Rhythm::Fast => 1 + chance(&mut seed, 60) as usize,
        };
        let sent = at + count;
        for key in &keys[at..sent] {
            match key {
                Key::Letter(letter) => terminal.type_text(letter.encode_utf8(&mut [0; 4]), rhythm),
                Key::Named(name) => terminal.press(name),
            }
        }
        terminal.rest(Duration::from_micros(chance(&mut seed, 12_000)));
        let end = End::ALL[kill % End::ALL.len()];
        let (before, shown) = end.comes(&mut terminal);

        terminal = laptop.sits();
        let told = laptop.told(1);
        let deadline = Instant::now() + PATIENCE / 2;
        // a busy machine shows a screen in parts
        let (restored, line, caret) = loop {
            terminal.settle();
            let (line, caret) = desk_on(&mut terminal);
            let same = |state: &Desk| state.said == told && state.line.trim_end() == line && caret == Some(state.caret);
            let restored = (at..=sent).find(|&step| same(&states[step]));
            if restored.is_some() || Instant::now() > deadline {
                break (restored, line, caret);
            }
        };
        let restored = restored.unwrap_or_else(|| {
            panic!(
                "{end:?} {kill}: after {at} to {sent} keys, nothing like this was ever typed: {told:?} and {line:?} at \
                 {caret:?}; it should be between {:?} and {:?}\nbefore:\n{before}\nafter:\n{}",
                states[at],
                states[sent],
                terminal.screen()
            )
        });
        // what the screen showed was typed before what is there now, or is what is there now
        let visible = (at..=sent).rev().find(|&step| {
            let state = &states[step];
            state.line.trim_end() == shown && state.said.last().is_none_or(|last| before.contains(last.as_str()))
        });
        let visible = visible.or_else(|| (at..=sent).find(|&step| states[step].line.trim_end() == shown));
        if let Some(visible) = visible {
            let earliest = (at..=visible).find(|&step| states[step].line.trim_end() == shown).unwrap_or(visible);
            assert!(
                restored >= earliest,
                "{end:?} {kill}: {earliest} keys were on the screen, {restored} are there\nbefore:\n{before}\nafter:\n{}",
                terminal.screen()
            );
        } else {
            panic!("{end:?} {kill}: {shown:?} was on the screen and was never typed\n{before}");
        }
        for said in &states[restored].said {
            assert_eq!(told.iter().filter(|other| *other == said).count(), 1, "{said} once in {told:?}");
        }
        slipped += sent - restored;
        at = restored;
    }
    // a key that never reached the program may be gone, but not all of them: else nothing was tried here
    assert!(at > ends, "{at} keys came through, {slipped} did not");
    println!(
        "{ends} ends, {rhythm:?}: {at} keys came through, {slipped} never arrived, 0 of those on the screen were lost"
    );
}

#[test]
fn ended_at_ninety_moments_of_fast_typing_nothing_that_was_seen_is_gone_or_doubled() {
    ended_at_random(90, Rhythm::Fast, 7);
}

#[test]
fn ended_at_ninety_other_moments_of_fast_typing_nothing_that_was_seen_is_gone_or_doubled() {
    ended_at_random(90, Rhythm::Fast, 13);
}

#[test]
fn ended_at_thirty_moments_of_human_typing_nothing_that_was_seen_is_gone_or_doubled() {
    ended_at_random(30, Rhythm::Human, 11);
}

#[test]
fn asked_to_end_by_the_system_it_keeps_the_line_and_gives_the_terminal_back() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut wanted = String::new();
    for signal in [Signal::Term, Signal::Hup, Signal::Int] {
        let mut terminal = laptop.sits();
        let more = format!("half {signal:?} ");
        terminal.type_text(&more, Rhythm::Fast);
        wanted.push_str(&more);
        terminal.wait_for(wanted.trim_end());
        terminal.signal(signal);
        assert!(terminal.ended(PATIENCE).is_some(), "{signal:?}: still running\n{}", terminal.screen());
        assert_eq!(terminal.still_held(), [""; 0], "{signal:?}");
        let mut again = laptop.sits();
        again.wait_for(wanted.trim_end());
        again.settle();
        assert_eq!(desk_on(&mut again), (wanted.trim_end().to_owned(), Some(wanted.chars().count())), "{signal:?}");
        again.signal(Signal::Kill);
    }
}

#[test]
fn a_closed_window_ends_the_program_and_keeps_the_line() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = laptop.sits();
    terminal.type_text("gezegd", Rhythm::Fast);
    terminal.press("Enter");
    terminal.type_text("half gety", Rhythm::Fast);
    terminal.wait_for("half gety");
    terminal.close();
    assert!(terminal.ended(PATIENCE).is_some(), "it stayed behind without a window");
    assert_eq!(laptop.told(1), ["gezegd"]);
    let mut again = laptop.sits();
    again.wait_for("half gety");
    again.settle();
    assert_eq!(desk_on(&mut again), ("half gety".to_owned(), Some(9)));
}
