//! The home screen and the form of a new session.

use crate::facilitator::Facilitator;
use aantafel::words::Lang;

#[test]
fn on_an_empty_machine_a_first_note_takes_three_enters() {
    let mut at = Facilitator::new();
    assert!(at.finds("Goedemiddag"));
    at.presses("Enter Enter").says("Fijn dat iedereen er is");
    assert_eq!(at.said(1), ["Fijn dat iedereen er is"]);
}

#[test]
fn the_form_is_filled_in_with_what_is_likely_and_understands_how_people_write() {
    let mut at = Facilitator::new();
    at.presses("Enter");
    assert!(at.finds("12 mei 2026"));
    at.presses("End").types(" Dorpsnetwerk").presses("Tab").types("vrijdag").presses("Tab").types("Zeeland");
    at.presses("Tab Ctrl+U").types("3").presses("Tab Ctrl+U").types("Gemeente 2, Welzijn").presses("Enter");
    let head = &at.session().head;
    assert_eq!((head.title.as_str(), head.place.as_str(), head.tables), ("Living lab Dorpsnetwerk", "Zeeland", 3));
    assert_eq!(head.date.to_string(), "2026-05-15");
    let parties: Vec<_> = head.parties.0.iter().map(|party| (party.label.as_str(), party.seats)).collect();
    assert_eq!(parties, [("Gemeente", 2), ("Welzijn", 0)]);
    assert_eq!(head.id.as_str(), "2026-05-15-living-lab-dorpsnetwerk");
}

#[test]
fn typing_over_what_the_program_filled_in_replaces_it_and_moving_in_it_keeps_it() {
    let mut at = Facilitator::new();
    at.presses("Enter").types("Dorpsnetwerk").presses("Tab Tab Tab").types("4").presses("Enter");
    assert_eq!((at.session().head.title.as_str(), at.session().tables.len()), ("Dorpsnetwerk", 4));
}

#[test]
fn what_cannot_be_read_gets_a_sentence_and_nothing_is_made() {
    let mut at = Facilitator::new();
    at.presses("Enter Tab Ctrl+U").types("ooit").presses("Enter");
    assert!(at.finds("Deze datum begrijp ik niet"));
    at.presses("Ctrl+U").types("1 juni").presses("Tab Tab Ctrl+U").types("duizend").presses("Enter");
    assert!(at.finds("Typ een getal van 1 tot en met 200"));
    at.presses("Ctrl+U").types("2").presses("Enter");
    assert_eq!(at.session().tables.len(), 2);
}

#[test]
fn esc_leaves_the_form_and_nothing_was_made() {
    let mut at = Facilitator::new();
    at.presses("Enter Esc");
    assert!(at.finds("Kies een werkvorm") && !at.session_exists());
}

#[test]
fn the_session_of_today_stands_on_top_and_enter_goes_on_with_it() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("Elkaar kennen");
    let mut again = at.starts_again();
    let screen = again.sees();
    assert!(
        screen.contains("Verder gaan") && screen.contains("ronde 2 van 6") && screen.contains("nu bezig"),
        "{screen}"
    );
    again.presses("Enter");
    assert!(again.finds("Elkaar kennen"));
}

#[test]
fn begin_waits_for_no_disk_and_what_is_read_later_puts_nothing_under_the_finger() {
    let mut at = Facilitator::seated("Hoe dan").starts_on_a_slow_disk();
    let screen = at.sees();
    assert!(screen.contains("De bijeenkomsten worden gelezen") && screen.contains("Living lab"), "{screen}");
    assert!(!screen.contains("Verder gaan") && !screen.contains("Kies een werkvorm"), "{screen}");
    // nobody chose anything: Enter goes on with the session of today, as if it had been there at once
    let screen = at.has_read().sees();
    assert!(screen.contains("Verder gaan") && !screen.contains("worden gelezen"), "{screen}");
    at.presses("Enter");
    assert_eq!(at.session().head.workshop.id, "hoe-dan");
    // somebody chose a workshop meanwhile: it stays chosen
    let mut at = at.starts_on_a_slow_disk();
    at.presses("Down Up").has_read().presses("Enter Enter");
    assert_eq!(at.session().head.workshop.id, "living-lab");
    // and what is known does not go away while it is read again
    let mut at = at.starts_again();
    let screen = at.is_still_reading().sees();
    assert!(screen.contains("Verder gaan") && !screen.contains("worden gelezen"), "{screen}");
}

#[test]
fn a_session_is_found_by_typing_a_part_of_its_name() {
    let mut at = Facilitator::seated("Living lab").starts_again().sits("Hoe dan").starts_again();
    at.presses("/").types("livi").presses("Enter");
    assert_eq!(at.session().head.workshop.id, "living-lab");
}

#[test]
fn in_english_everything_is_english() {
    let mut at = Facilitator::at(80, 24, Lang::En);
    let screen = at.sees();
    assert!(screen.contains("Good afternoon") && screen.contains("New session"), "{screen}");
    at.presses("Enter");
    assert!(at.finds("12 May 2026"));
}

#[test]
fn what_does_not_fit_on_the_home_screen_is_counted_and_nothing_is_cut_on_an_empty_one() {
    let mut at = Facilitator::at(80, 24, Lang::Nl);
    assert!(at.finds("meteen") && at.finds("bewaard.") && !at.finds("nog "), "{}", at.sees());
    for title in ["Hoe dan", "Living lab", "Hoe dan", "Living lab"] {
        at = at.sits(title).starts_again();
    }
    let screen = at.sees();
    let last = screen.lines().nth(21).unwrap_or_default().trim().to_owned();
    let body = |screen: &str| screen.lines().skip(2).take(20).collect::<String>();
    assert!(last.starts_with("nog ") && last.ends_with(" ↓"), "alone on its row\n{screen}");
    assert!(!body(&screen).contains('↑'), "{screen}");
    let told: usize = last.split(' ').nth(1).and_then(|count| count.parse().ok()).expect("a number");
    assert!(told > 0, "{screen}");
    at.presses("Up");
    let screen = at.sees();
    assert!(body(&screen).contains('↑') && !body(&screen).contains('↓'), "the last line is there\n{screen}");
}
