//! Going back into earlier entries: reword, move, split, merge, star, park, delete, and taking all of it back.

use crate::facilitator::Facilitator;
use aantafel::record::{Flag, Value};

fn three() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("+een").says("twee").says("drie");
    at
}

fn listed(at: &Facilitator, category: &str) -> Vec<String> {
    at.session().tables[0]
        .records
        .listed(&"factoren".into(), &category.into())
        .map(|entry| entry.text.clone())
        .collect()
}

#[test]
fn up_and_enter_rewords_and_the_earlier_words_are_kept() {
    let mut at = three();
    at.presses("Up Up Enter").types(" maal").presses("Enter");
    assert_eq!(listed(&at, "succes"), ["een", "twee maal", "drie"]);
    at.presses("Ctrl+K").types("eerder").presses("Enter");
    assert!(at.finds("Hoe “twee maal” zo werd") && at.finds("gezegd"), "{}", at.sees());
}

#[test]
fn typing_with_an_entry_chosen_begins_a_new_line() {
    let mut at = three();
    at.presses("Up Up").says("vier");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie", "vier"]);
}

#[test]
fn a_half_typed_line_is_laid_aside_while_another_is_reworded() {
    let mut at = three();
    at.types("half").presses("Up Enter").types("!").presses("Enter");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie!"]);
    at.says(" af");
    assert_eq!(listed(&at, "succes").last().map(String::as_str), Some("half af"));
}

#[test]
fn esc_never_loses_what_was_typed() {
    let mut at = three();
    at.types("half").presses("Esc Esc");
    assert!(at.finds("half"));
    at.presses("Ctrl+D Up Enter").types(" en meer").presses("Esc");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie en meer"]);
}

#[test]
fn entries_change_place_category_and_company() {
    let mut at = three();
    at.presses("Up Alt+Up");
    assert_eq!(listed(&at, "succes"), ["een", "drie", "twee"]);
    at.presses("Tab");
    assert_eq!(
        (listed(&at, "succes"), listed(&at, "bedreiging")),
        (vec!["een".into(), "twee".into()], vec!["drie".into()])
    );
    at.presses("Ctrl+Z Ctrl+Z");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie"]);
    at.presses("Esc Up Ctrl+G Up Up Enter");
    assert_eq!(listed(&at, "succes"), ["een / drie", "twee"]);
}

#[test]
fn one_becomes_two_at_the_cursor() {
    let mut at = three();
    at.says("bellen en mailen").presses("Up Enter");
    for _ in 0.."en mailen".len() {
        at.presses("Left");
    }
    at.presses("Ctrl+X");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie", "bellen", "en mailen"]);
    at.presses("Ctrl+Z");
    assert_eq!(listed(&at, "succes").last().map(String::as_str), Some("bellen en mailen"));
}

#[test]
fn stars_parking_and_deleting_are_one_key_and_mean_what_is_being_typed() {
    let mut at = three();
    at.types("belangrijk").presses("Ctrl+S");
    let last = at.session().tables[0].records.all().into_iter().next_back().cloned().expect("it is said");
    assert!(last.has(Flag::Key) && last.text == "belangrijk");
    at.presses("Up Up Ctrl+P");
    assert_eq!(at.session().tables[0].records.parked().count(), 1);
    at.presses("Ctrl+D");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "belangrijk"]);
    at.presses("Ctrl+Z");
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie", "belangrijk"]);
}

#[test]
fn undo_has_no_end_and_redo_goes_all_the_way_back() {
    let mut at = three();
    for _ in 0..3 {
        at.presses("Ctrl+Z");
    }
    assert_eq!(listed(&at, "succes"), Vec::<String>::new());
    at.presses("Ctrl+Z");
    assert!(at.finds("niets om terug te nemen"));
    for _ in 0..3 {
        at.presses("Ctrl+Y");
    }
    assert_eq!(listed(&at, "succes"), ["een", "twee", "drie"]);
}

#[test]
fn undo_on_the_line_first_takes_back_typing() {
    let mut at = three();
    at.types("vier vijf").presses("Ctrl+Z");
    assert!(at.finds("vier") && !at.finds("vijf"));
    at.presses("Ctrl+Z Ctrl+Z");
    assert_eq!(listed(&at, "succes"), ["een", "twee"], "then what was said");
}

#[test]
fn an_entry_moves_to_another_round_by_typing_its_name() {
    let mut at = three();
    at.presses("Up Ctrl+L").types("wens").presses("Enter");
    assert_eq!(listed(&at, "succes"), ["een", "twee"]);
    assert_eq!(at.session().tables[0].records.count(&"wensen".into(), &"wens".into()), 1);
}

#[test]
fn a_day_typed_long_after_the_session_is_reckoned_from_the_session() {
    let mut at = Facilitator::seated("Living lab");
    assert_eq!(at.session().head.date.to_string(), "2026-05-12");
    at.waits(40 * 24 * 3600);
    at.types("$IJsje eten").presses("Tab").types("Gemeente").presses("Tab").types("vrijdag").presses("Enter");
    let all = at.session().tables[0].records.all();
    let said = all.into_iter().find(|entry| entry.text == "IJsje eten").expect("it was said");
    let day = said.columns.values().find_map(|value| if let Value::Date(day) = value { Some(day) } else { None });
    assert_eq!(day.map(ToString::to_string).as_deref(), Some("2026-05-15"), "the Friday after the session");
}
