//! Lessons: marked and filled in by key, at the table and in the harvest, and offered to who prepares a next session.

use crate::facilitator::Facilitator;
use aantafel::{
    record::{About, Entry, Taught},
    session::Session,
    words::Lang,
};

/// At a table in Kapelle that said two things.
fn at_a_table(width: u16, height: u16) -> Facilitator {
    let mut at = Facilitator::at(width, height, Lang::Nl);
    at.presses("n").types("Hoe dan?").presses("Enter Tab Tab").types("Kapelle").presses("Enter Ctrl+Right");
    at.says("+ korte lijnen met de wijkraad").says("! geen geld");
    at
}

fn entry<'a>(session: &'a Session, words: &str) -> &'a Entry {
    let tables = session.tables.iter().chain([&session.harvest]);
    let found = tables.flat_map(|table| table.records.all()).find(|entry| entry.text.contains(words));
    found.unwrap_or_else(|| panic!("nobody said {words}"))
}

/// What makes it a lesson: where, under which conditions, what to know.
fn taught(at: &Facilitator, words: &str) -> Option<[String; 3]> {
    Taught::of(entry(at.session(), words), Some(&at.session().harvest.records)).map(|taught| taught.0)
}

fn texts(texts: [&str; 3]) -> Option<[String; 3]> {
    Some(texts.map(str::to_owned))
}

#[test]
fn a_line_at_the_table_becomes_a_lesson_and_says_what_one_must_know() {
    let mut at = at_a_table(80, 24);
    at.presses("Up Alt+l");
    let screen = at.sees();
    assert!(screen.contains("Les voor een volgende keer") && screen.contains("geen geld"), "{screen}");
    assert!(screen.contains("Kapelle") && screen.contains("bij nul te beginnen"), "{screen}");
    assert_eq!(taught(&at, "geen geld"), texts(["", "", ""]), "it is a lesson at once");
    at.types("als de gemeente meedoet").presses("Tab").types("Vraag het fonds").presses("Enter");
    assert_eq!(taught(&at, "geen geld"), texts(["", "als de gemeente meedoet", "Vraag het fonds"]));
    let screen = at.sees();
    for words in ["◆ les", "als: als de gemeente meedoet", "goed om te weten: Vraag het fonds"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    at.presses("Alt+l").types("Zeeland").presses("Enter");
    assert_eq!(
        taught(&at, "geen geld").expect("a lesson")[0],
        "Zeeland",
        "the first key replaces the place of the session"
    );
    at.presses("Ctrl+Z");
    assert_eq!(taught(&at, "geen geld"), texts(["", "als de gemeente meedoet", "Vraag het fonds"]));
    at.presses("F8");
    assert!(at.finds("goed om te weten: Vraag het fonds") && at.finds("laptop-1"), "{}", at.sees());
    at.presses("Esc Alt+l Ctrl+D");
    assert_eq!(taught(&at, "geen geld"), None);
}

#[test]
fn what_is_being_typed_is_saved_as_a_lesson_and_esc_leaves_it_at_that() {
    let mut at = at_a_table(80, 24);
    at.types("+ samen eten").presses("Alt+l");
    assert!(at.finds("samen eten") && at.finds("Onder welke voorwaarden"), "{}", at.sees());
    at.presses("Esc");
    assert_eq!(taught(&at, "samen eten"), texts(["", "", ""]));
    at.says("+ en daarna afwassen");
    assert_eq!(at.said(1).len(), 4, "the line is there as ever");
}

#[test]
fn half_a_lesson_is_not_lost_by_esc_and_not_by_a_kill() {
    let mut at = at_a_table(80, 24);
    at.presses("Up Alt+l").types("alleen met een buurthuis").presses("Esc");
    assert!(at.finds("nog niet bewaard") && at.finds("alleen met een buurthuis"), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    assert!(again.finds("alleen met een buurthuis"), "the words are on the line\n{}", again.sees());
}

#[test]
fn a_line_in_the_harvest_becomes_a_lesson_without_a_word_at_its_table() {
    for (width, height) in [(80, 24), (110, 32), (200, 60)] {
        let mut at = at_a_table(width, height);
        at.presses("F4 e");
        assert!(at.finds("korte lijnen met de wijkraad") && at.finds("Waar geldt dit?"), "{}", at.sees());
        at.presses("Tab").types("Bel eerst de voorzitter").presses("Enter");
        assert_eq!(taught(&at, "korte lijnen"), texts(["", "", "Bel eerst de voorzitter"]));
        assert!(entry(at.session(), "korte lijnen").flags.is_empty(), "what the table said stays the table's");
        let screen = at.sees();
        assert!(screen.contains("◆ korte lijnen") && screen.contains("goed om te weten: Bel eerst"), "{screen}");
        at.presses("F8");
        assert!(at.finds("goed om te weten: Bel eerst"), "the history of the line tells of it\n{}", at.sees());
        at.presses("Esc Enter");
        assert!(at.finds("◆ les") && at.finds("goed om te weten: Bel eerst"), "at its table too\n{}", at.sees());
        at.presses("F4 Ctrl+Z");
        assert_eq!(taught(&at, "korte lijnen"), texts(["", "", ""]));
        at.presses("Ctrl+Z");
        assert_eq!(taught(&at, "korte lijnen"), None);
    }
}

#[test]
fn a_theme_becomes_a_lesson_and_several_lines_at_once_do() {
    let mut at = at_a_table(110, 32);
    at.presses("F4 n").types("Elkaar kennen").presses("Enter 1 Home e");
    assert!(at.finds("Elkaar kennen") && at.finds("Onder welke voorwaarden"), "{}", at.sees());
    at.types("in een klein dorp").presses("Enter");
    assert_eq!(taught(&at, "Elkaar kennen"), texts(["", "in een klein dorp", ""]));
    assert!(at.finds("◆ Elkaar kennen") && at.finds("als: in een klein dorp"), "{}", at.sees());
    at.presses("F8");
    assert!(at.finds("als: in een klein dorp"), "{}", at.sees());
    at.presses("Esc r Ctrl+U").types("Anders").presses("Enter F8 Down Down Down Enter");
    assert!(at.finds("◆ Elkaar kennen"), "a theme is what it was again\n{}", at.sees());
    at.presses("Right Space Left Enter Down Space e");
    assert_eq!((taught(&at, "geen geld"), taught(&at, "korte lijnen")), (texts(["", "", ""]), texts(["", "", ""])));
}

#[test]
fn two_laptops_fill_in_one_lesson_and_both_have_all_of_it() {
    let mut at = at_a_table(110, 32);
    at.presses("F4 e Enter").waits(1);
    let mut other = at.beside("laptop-2");
    other.presses("F4 e").types("als er geld is").presses("Enter").waits(1);
    at.waits(1);
    at.presses("e Tab").types("Walcheren").presses("Enter").waits(1);
    other.waits(1);
    assert_eq!(taught(&at, "korte lijnen").expect("a lesson")[About::Conditions as usize], "als er geld is");
    assert_eq!(taught(&at, "korte lijnen"), taught(&other, "korte lijnen"));
}

#[test]
fn what_another_laptop_fills_in_meanwhile_is_left_as_it_is() {
    let mut at = at_a_table(110, 32);
    at.presses("F4 e Enter").waits(1);
    let mut other = at.beside("laptop-2");
    other.presses("F4");
    at.presses("e").types("als er geld is");
    other.presses("e Tab").types("Bel eerst").presses("Enter").waits(1);
    at.waits(1).presses("Enter").waits(1);
    assert_eq!(taught(&at, "korte lijnen"), texts(["", "als er geld is", "Bel eerst"]));
}

/// Two labs with a lesson that tells of the same, and one that tells of something else.
fn three_labs(width: u16, height: u16) -> Facilitator {
    let mut at = at_a_table(width, height);
    at.presses("Up Up Alt+l").types("met een wijkraad").presses("Tab").types("Bel eerst").presses("Enter");
    for (place, line) in [("Goes", "+ de wijkraad: korte lijnen"), ("Tholen", "+ bankjes langs de dijk")] {
        at = at.starts_again();
        at.presses("n").types("Hoe dan?").presses("Enter Tab Tab").types(place).presses("Enter Ctrl+Right");
        at.says(line).presses("Up Alt+l Enter");
    }
    at.starts_again()
}

#[test]
fn while_one_prepares_a_session_the_lessons_that_fit_stand_below_the_form() {
    let mut at = three_labs(110, 32);
    at.presses("n").types("Hoe dan?").presses("Enter");
    let screen = at.sees();
    for words in ["3 lessen passen hierbij", "korte lijnen met de wijkraad", "in 2 van 3 labs genoemd", "Goes, Kapelle"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    at.presses("Ctrl+L");
    let screen = at.sees();
    for words in ["als: met een wijkraad", "goed om te weten: Bel eerst", "12 mei 2026"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    at.presses("Down Down Down Esc");
    assert!(at.finds("Nieuwe bijeenkomst") && at.finds("Partijen"), "Esc closes them, not the form\n{}", at.sees());
    at.presses("Enter");
    assert_eq!(at.session().head.workshop.id, "hoe-dan", "and the session begins as ever");
}

#[test]
fn on_a_small_screen_they_are_counted_and_read_by_key() {
    let mut at = three_labs(80, 24);
    at.presses("n").types("Hoe dan?").presses("Enter");
    let screen = at.sees();
    assert!(screen.contains("3 lessen passen hierbij") && screen.contains("Ctrl+L"), "{screen}");
    at.presses("Ctrl+L");
    let screen = at.sees();
    assert!(screen.contains("in 2 van 3 labs genoemd") && screen.contains("Goes"), "{screen}");
    at.presses("Esc Tab Tab Tab Tab Ctrl+U").types("Imkers");
    assert!(!at.finds("hierbij"), "nothing fits who comes from elsewhere\n{}", at.sees());
    at.types(", gemeente");
    assert!(at.finds("3 lessen passen hierbij"), "{}", at.sees());
}

#[test]
fn without_lessons_the_form_says_nothing_of_them() {
    let mut at = Facilitator::new();
    at.presses("n").types("Hoe dan?").presses("Enter Ctrl+L");
    assert!(!at.finds("hierbij"), "{}", at.sees());
    at.presses("Enter");
    assert!(at.session_exists());
}

#[test]
fn the_form_of_a_lesson_begins_at_the_first_question_without_an_answer() {
    let mut at = Facilitator::at(80, 24, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right").says("+ samen eten").presses("Up Alt+l").types("in een dorp").presses("Enter");
    assert_eq!(taught(&at, "samen eten"), texts(["in een dorp", "", ""]), "nobody said where the session is");
    at.presses("Alt+l").types("met een keuken").presses("Enter Alt+l").types("vraag de kok").presses("Enter");
    assert_eq!(taught(&at, "samen eten"), texts(["in een dorp", "met een keuken", "vraag de kok"]));
}

#[test]
fn with_one_line_marked_its_form_opens_so_that_nothing_typed_runs_as_commands() {
    let mut at = at_a_table(110, 32);
    at.presses("F4 Space Down e").types("met de fiets").presses("Enter");
    assert_eq!(taught(&at, "korte lijnen"), texts(["", "met de fiets", ""]), "{}", at.sees());
    assert_eq!(taught(&at, "geen geld"), None, "{}", at.sees());
}
