//! Storage fails: folders and files are removed or replaced, the place is blocked, the program has to end meanwhile.
//! Typing goes on, the bar says so, and nothing is lost or doubled.

use crate::facilitator::Facilitator;
use aantafel::words::Lang;
use std::{fs, path::Path};

/// In the round where success factors are told.
fn seated() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right");
    at
}

/// Puts a file in the place of the journal's folder, so that nothing can be written there by anybody.
fn blocks(at: &Facilitator) {
    let journal = at.session_folder().join("journal");
    fs::rename(&journal, at.session_folder().join("aside")).expect("it can be renamed");
    fs::write(&journal, "geen map").expect("it can be written");
}

/// Takes that file away again; `back` puts what was there in its place.
fn frees(at: &Facilitator, back: bool) {
    let journal = at.session_folder().join("journal");
    fs::remove_file(&journal).expect("it can be removed");
    if back {
        fs::rename(at.session_folder().join("aside"), &journal).expect("it can be renamed");
    }
}

#[test]
fn a_session_folder_that_is_removed_underneath_is_there_again_with_everything_in_it() {
    let mut at = seated();
    at.says("+een").says("twee").presses("Ctrl+S").types("half gety");
    fs::remove_dir_all(at.session_folder()).expect("it can be removed");
    at.waits(1);
    assert!(at.finds("Ze staan er weer") && !at.finds("Niet bewaard"), "{}", at.sees());
    assert!(at.session_folder().join("session.ron").is_file());
    at.types("pt").waits(3);
    assert!(at.session_folder().join("tables/tafel-1.ron").is_file());
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"]);
    assert!(again.finds("half getypt"), "{}", again.sees());
    // also what can be taken back
    again.presses("Enter Ctrl+Z Ctrl+Z");
    assert_eq!(again.said(1), ["een", "twee"]);
    assert!(!again.finds("★"), "{}", again.sees());
}

#[test]
fn a_journal_that_is_replaced_by_an_older_one_gets_what_it_lacks_and_nothing_twice() {
    let mut at = seated();
    at.says("+een").types("half");
    let folder = at.session_folder().join("journal");
    let journal = folder.join("tafel-1~laptop-1.journal");
    let older = fs::read(&journal).expect("it can be read");
    at.types(" af").presses("Enter").says("drie").types("en nog wat");
    fs::remove_file(&journal).expect("it can be removed");
    fs::write(&journal, older).expect("it can be written");
    at.waits(1);
    assert!(!at.finds("Niet bewaard"), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "half af", "drie"]);
    assert!(again.finds("en nog wat"), "{}", again.sees());
    assert_eq!(again.sees().matches("half af").count(), 1, "{}", again.sees());
    again.presses("Enter Ctrl+Z Ctrl+Z");
    assert_eq!(again.said(1), ["een", "half af"]);
}

#[test]
fn a_stick_that_was_out_and_is_in_again_is_gone_on_with() {
    let mut at = seated();
    at.says("+een");
    let stick = at.session_folder();
    let pocket = stick.with_file_name("pocket");
    fs::rename(&stick, &pocket).expect("it can be renamed");
    // nothing may be made in its place: a file stands where the folder was
    fs::write(&stick, "leeg").expect("it can be written");
    at.says("twee").types("half");
    at.waits(3);
    assert!(at.finds("Niet bewaard sinds 14:00"), "{}", at.sees());
    fs::remove_file(&stick).expect("it can be removed");
    fs::rename(&pocket, &stick).expect("it can be renamed");
    at.waits(10);
    assert!(!at.finds("Niet bewaard"), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"]);
    assert!(again.finds("half"), "{}", again.sees());
}

#[test]
fn what_is_not_saved_is_told_with_how_much_since_when_why_and_the_key_that_helps() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").types("half");
    for (width, height) in [(80, 24), (110, 32), (200, 60), (40, 12)] {
        at.resizes(width, height);
        let screen = at.sees();
        assert!(screen.contains("! Niet bewaard sinds 14:00") && screen.contains("F12"), "{width}x{height}\n{screen}");
        if height >= 20 {
            assert!(screen.contains("wijziging") && screen.contains("op die plek"), "{width}x{height}\n{screen}");
        }
        assert!(screen.contains("half"), "the line is there\n{screen}");
    }
    at.resizes(20, 5);
    assert!(at.finds("Niet bewaard"), "{}", at.sees());
    at.resizes(80, 24);
    frees(&at, true);
    at.types(" af");
    assert!(!at.finds("Niet bewaard") && at.finds("Ze staan er weer"), "{}", at.sees());
    at.waits(7);
    assert!(at.finds("✓ bewaard"), "{}", at.sees());
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"]);
    assert!(again.finds("half af"), "{}", again.sees());
}

#[test]
fn the_files_that_people_read_are_made_again_when_somebody_removes_them() {
    let mut at = seated();
    at.says("+een").waits(3);
    fs::remove_dir_all(at.session_folder().join("tables")).expect("it can be removed");
    fs::remove_file(at.session_folder().join("session.ron")).expect("it can be removed");
    at.waits(3);
    assert!(at.drawer("tables/tafel-1.ron").contains("een"));
    assert!(at.drawer("session.ron").contains("Hoe dan"));
}

#[test]
fn a_table_file_that_cannot_be_written_is_told_and_the_journal_has_everything() {
    let mut at = seated();
    let file = at.session_folder().join("tables/tafel-1.ron");
    at.says("+een").waits(3);
    fs::remove_file(&file).expect("it can be removed");
    fs::create_dir(&file).expect("it can be made");
    at.says("twee").waits(3);
    assert!(at.finds("lopen achter sinds 14:00"), "{}", at.sees());
    // whoever goes home then loses nothing
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"]);
    again.types("half").waits(3);
    assert!(again.finds("lopen achter") || again.finds("Niet bewaard"), "{}", again.sees());
    fs::remove_dir(&file).expect("it can be removed");
    again.waits(10);
    assert!(!again.finds("lopen achter") && !again.finds("Niet bewaard"), "{}", again.sees());
    assert!(again.drawer("tables/tafel-1.ron").contains("twee"));
}

#[test]
fn one_key_saves_everything_at_another_place_and_goes_on_there() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").types("half");
    at.presses("F12");
    assert!(at.finds("Waar moet alles bewaard worden") && at.finds("elders"), "{}", at.sees());
    assert!(at.finds("vrij"), "with what is free there\n{}", at.sees());
    at.presses("Enter");
    assert!(at.finds("Alles staat nu in"), "{}", at.sees());
    at.presses("Esc").types(" af");
    assert!(!at.finds("Niet bewaard") && at.finds("half af"), "{}", at.sees());
    at.presses("Enter").says("vier");
    let elsewhere = at.elsewhere();
    let (said, line) = opens(&elsewhere);
    assert_eq!(said, ["een", "twee", "half af", "vier"]);
    assert_eq!(line, "");
}

#[test]
fn a_folder_can_be_typed_too_and_one_that_cannot_be_written_is_told() {
    let mut at = seated();
    at.says("+een").types("half");
    let typed = at.elsewhere().with_file_name("stick");
    fs::write(&typed, "geen map").expect("it can be written");
    at.presses("F12").types(&typed.display().to_string());
    assert!(at.finds("Enter bewaart alles in deze map"), "{}", at.sees());
    at.presses("Enter");
    assert!(at.finds("Kan de map") || at.finds("Kan"), "{}", at.sees());
    fs::remove_file(&typed).expect("it can be removed");
    at.presses("Esc F12").types(&typed.display().to_string()).presses("Enter");
    assert!(at.finds("Alles staat nu in"), "{}", at.sees());
    assert_eq!(opens(&typed), (vec!["een".to_owned()], "half".to_owned()));
}

/// What a session folder that is the only one below this one says when it is opened: what was said, and the line.
fn opens(folder: &Path) -> (Vec<String>, String) {
    use aantafel::{
        record::{DeviceId, TableId},
        store::{Data, SessionDir, Store},
    };
    let mut sessions = fs::read_dir(folder).expect("it is a folder");
    let dir = SessionDir::new(sessions.next().expect("there is a session").expect("it can be read").path());
    assert!(sessions.next().is_none(), "one session");
    let store = Store::new(Data::new("/nowhere"), DeviceId::new("laptop-1"));
    let loaded = store.load(&dir, 7).expect("it can be loaded");
    assert!(loaded.doubts.is_empty(), "{:?}", loaded.doubts);
    let table = loaded.session.table(TableId(1)).expect("there is a table 1");
    let said = table.records.all().into_iter().filter(|entry| !entry.gone).map(|entry| entry.text.clone()).collect();
    (said, table.desk.field(0).to_owned())
}

#[test]
fn a_program_that_has_to_end_keeps_its_words_and_the_next_start_brings_them_in_once() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").types("half");
    let (mut next, told) = at.ends_by_force();
    assert!(told.is_some_and(|told| told.contains("binnen te halen")));
    assert!(next.finds("Nog niet op zijn plek") && next.finds("Hoe dan"), "{}", next.sees());
    frees(&next, true);
    next.presses("Enter");
    assert_eq!(next.said(1), ["een", "twee"]);
    assert!(next.finds("half"), "{}", next.sees());
    let mut again = next.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee"], "nothing twice");
    assert_eq!(again.sees().matches("half").count(), 1, "{}", again.sees());
    let mut home = again.starts_again();
    assert!(!home.finds("Nog niet op zijn plek"), "{}", home.sees());
}

#[test]
fn a_session_that_is_opened_gets_what_belongs_to_it_by_itself() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").types("oude helft");
    let (mut next, _) = at.ends_by_force();
    frees(&next, true);
    next.presses("Down Enter");
    assert_eq!(next.said(1), ["een", "twee"]);
    assert!(next.finds("oude helft"), "{}", next.sees());
}

#[test]
fn words_typed_since_stand_beside_those_that_are_brought_in() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").types("oude helft");
    let (mut next, _) = at.ends_by_force();
    // somebody goes on without what is kept elsewhere, which is not there at the moment
    frees(&next, true);
    next.hides_refuge(true);
    next.presses("Down Enter");
    // the file that people read could still be written; the line stands in no file but the journal
    assert_eq!(next.said(1), ["een", "twee"]);
    assert!(!next.finds("oude helft"), "{}", next.sees());
    next.says("drie").types("nieuwe helft");
    next.hides_refuge(false);
    let mut again = next.starts_again();
    again.presses("Enter");
    assert_eq!(again.said(1), ["een", "twee", "drie"]);
    assert!(again.finds("nieuwe helft oude helft"), "{}", again.sees());
}

#[test]
fn a_session_that_was_never_made_is_kept_and_made_at_the_next_start() {
    let mut at = Facilitator::at(80, 24, Lang::Nl);
    at.blocks_sessions();
    let mut at = at.sits("Hoe dan");
    at.presses("Esc Ctrl+Right").says("+een").types("half");
    assert!(at.finds("Niet bewaard"), "{}", at.sees());
    let (mut next, _) = at.ends_by_force();
    next.frees_sessions();
    next.presses("Enter");
    assert_eq!(next.said(1), ["een"]);
    assert!(next.finds("half"), "{}", next.sees());
    assert!(next.session_exists());
}

#[test]
fn going_home_waits_until_everything_is_saved() {
    let mut at = seated();
    at.says("+een");
    blocks(&at);
    at.waits(1).says("twee").presses("Ctrl+K").types("begin").presses("Enter");
    assert!(at.finds("Dan kun je naar het begin") && at.finds("twee"), "{}", at.sees());
    frees(&at, false);
    at.waits(10);
    at.presses("Ctrl+K").types("begin").presses("Enter");
    assert!(at.finds("Goedemiddag"), "{}", at.sees());
    // leaving brings the files up to date
    let file = fs::read_to_string(at.session_folder().join("tables/tafel-1.ron")).expect("it is there");
    assert!(file.contains("twee"), "{file}");
}

#[test]
fn a_card_that_comes_up_between_two_keys_does_not_take_the_enter_that_saves() {
    let trouble =
        "Er ging iets mis dat langer is dan een regel van het scherm, en daarom op een kaart staat om te lezen.";
    let mut at = seated();
    at.says("+een");
    at.types("twee").hears_of(trouble);
    assert!(at.finds("Goed om te weten"), "{}", at.sees());
    at.presses("Enter");
    assert_eq!(at.said(1), ["een", "twee"]);
    at.presses("Up").hears_of(trouble);
    assert!(at.finds("Goed om te weten"), "{}", at.sees());
    at.presses("Enter").types(" maal").presses("Enter");
    assert_eq!(at.said(1), ["een", "twee maal"], "nor the key that goes into what was said");
    at.hears_of(trouble).presses("Enter");
    assert!(at.finds("Goed om te weten"), "with nothing typed it stays: {}", at.sees());
    assert!(!at.presses("Esc").finds("Goed om te weten"), "{}", at.sees());
}
