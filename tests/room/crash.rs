//! The plug is pulled: nothing that was on the screen is lost.

use crate::facilitator::Facilitator;

#[test]
fn half_a_line_its_cursor_and_its_category_are_there_again() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("+heel").types("!half gety").presses("Left Left");
    let (screen, cursor) = (at.sees(), at.cursor());
    let mut again = at.pulls_the_plug();
    let after = again.sees();
    assert!(after.contains("heel") && after.contains("half gety"), "{after}");
    assert_eq!(again.cursor(), cursor, "before:\n{screen}\nafter:\n{after}");
    again.presses("End").says("pt");
    assert_eq!(again.said(1), ["heel", "half getypt"]);
}

#[test]
fn undo_survives_and_goes_on_where_it_was() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("+een").says("twee").presses("Ctrl+Z");
    let mut again = at.pulls_the_plug();
    again.presses("Ctrl+Y");
    assert_eq!(again.said(1), ["een", "twee"]);
    again.presses("Ctrl+Z Ctrl+Z");
    assert_eq!(again.said(1), Vec::<String>::new());
}

#[test]
fn it_makes_no_difference_whether_the_files_were_brought_up_to_date() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("+een").waits(5).says("twee").presses("Up Enter").types(" maal");
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"]);
    assert!(again.finds("twee maal"), "{}", again.sees());
    again.presses("Enter");
    assert_eq!(again.said(1), ["een", "twee maal"]);
}

#[test]
fn the_drawer_holds_what_was_said_in_words_a_person_can_read() {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right").says("!Geldstromen sluiten niet aan @zorg").says(">Eén wijkbudget");
    let file = at.drawer("tables/tafel-1.ron");
    for words in ["Geldstromen sluiten niet aan", "Eén wijkbudget", "zorgaanbieder", "bedreiging", "answers"] {
        assert!(file.contains(words), "{words} in\n{file}");
    }
}
