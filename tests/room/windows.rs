//! Two windows on one session: one writes, the other looks on, follows, and takes over.

use crate::facilitator::Facilitator;
use aantafel::store::{Data, Store};
use std::{fs, path::Path};

/// A window that writes at table 1 of a session, and one beside it of the same computer.
fn two() -> (Facilitator, Facilitator) {
    let mut first = Facilitator::seated("Hoe dan?");
    first.says("van de eerste");
    let mut second = first.beside("laptop-1");
    assert!(second.finds("van de eerste"), "{}", second.sees());
    (first, second)
}

#[test]
fn the_second_says_who_writes_and_since_when_and_follows_what_is_said() {
    let (mut first, mut second) = two();
    assert!(second.finds("laptop-1 schrijft hier sinds 14:00; je kijkt mee"), "{}", second.sees());
    first.says("en dit ook");
    first.types("half ge");
    second.waits(1);
    assert!(second.finds("en dit ook"), "{}", second.sees());
    assert!(second.finds("half ge"), "what is being typed is seen too\n{}", second.sees());
    first.presses("Ctrl+Right");
    second.waits(1);
    assert_eq!(second.session().tables[0].desk.round, first.session().tables[0].desk.round);
    assert_eq!(second.said(1), first.said(1));
}

#[test]
fn when_the_first_is_killed_the_second_goes_on_with_its_half_line_and_nothing_is_double() {
    let (mut first, mut second) = two();
    first.says("nog een");
    first.types("half ge");
    second.waits(1);
    first.dies();
    second.waits(1);
    assert!(second.finds("Het andere venster is dicht"), "{}", second.sees());
    assert!(!second.finds("je kijkt mee"), "{}", second.sees());
    second.says("typt");
    assert_eq!(second.said(1), ["van de eerste", "nog een", "half getypt"]);
    second.presses("Ctrl+Z Ctrl+Z");
    assert_eq!(second.said(1), ["van de eerste"], "undo goes on where the other window was");
    let after = second.pulls_the_plug();
    assert_eq!(after.said(1), ["van de eerste"]);
}

#[test]
fn when_the_first_is_quit_the_second_goes_on_too() {
    let (mut first, mut second) = two();
    first.types("laatste woord");
    first.quits();
    second.waits(1);
    second.presses("Enter");
    assert_eq!(second.said(1), ["van de eerste", "laatste woord"]);
}

#[test]
fn the_first_key_says_that_one_looks_on_and_where_the_words_can_go() {
    let (first, mut second) = two();
    second.types("Zaal");
    insta::assert_snapshot!(second.sees(), @"
     aan tafel   Tafelgesprek Hoe dan?                             Tafel 1   01:59
    laptop-1 schrijft hier sinds 14:00; je kijkt mee · sluit het, dan schrijf jij
                        │
     ● 1 Het thema   7’ │  Waar wil deze tafel het over hebben, en hoe staat het
     ○ 2 Helpt en…  26’ │  ervoor?
     ○ 3 Wat telt…  10’ │  ▸ 1 stil schrijven 2’   2 onderwerp kiezen 5’
     ○ 4 Onszelf en… 9’ │
     ╭─ Je kijkt mee ───────────────────────────────────────────────────────────╮1
     │ laptop-1 schrijft hier sinds 14:00; je kijkt mee.                        │
     │ Wat je typt gaat niet verloren. Kies waar het heen gaat:                 │
     │ › Zaal                                                                   │0
     │ ──────────────────────────────────────────────────────────────────────── │
     │ Schrijf hier mee: Tafel 1, naast het andere venster                      │
     │ Kijk verder; de woorden staan klaar tot je hier kunt schrijven           │
     │                                                                          │
     ╰──────────────────────────────────────────────────────────────────────────╯
     Welzijn            │
                        │
                        │
                        │
                        │  ╭─ onderwerp ─────────────────────────────────────────╮
                        │  │ Je kijkt mee. Typ om zelf te schrijven.             │
                        │  ╰─────────────────────────────────────────────────────╯
     Enter open   ↑ kies   F1 hulp   Ctrl+Q stop                      je kijkt mee
    ");
    drop(first);
}

#[test]
fn words_typed_while_looking_on_wait_and_stand_behind_the_half_line_that_was_left() {
    let (mut first, mut second) = two();
    first.types("half");
    second.types("mijn woorden").presses("Esc");
    assert!(second.finds("staat klaar: mijn woorden"), "{}", second.sees());
    second.types("!");
    assert!(second.finds("mijn woorden!"), "{}", second.sees());
    first.dies();
    second.waits(1);
    second.presses("Enter");
    assert_eq!(second.said(1), ["van de eerste", "half\nmijn woorden!"]);
}

#[test]
fn words_typed_while_looking_on_outlive_the_window_that_shows_them() {
    let (first, mut second) = two();
    second.types("mijn woorden");
    second.dies();
    let mut again = first.beside("laptop-1");
    assert!(again.finds("staat klaar: mijn woorden"), "{}", again.sees());
    again.types(" ook");
    again.dies();
    let mut last = first.pulls_the_plug();
    last.waits(1);
    assert!(last.finds("mijn woorden ook"), "{}", last.sees());
    last.presses("Enter");
    assert_eq!(last.said(1), ["van de eerste", "mijn woorden ook"]);
    let mut after = last.pulls_the_plug();
    after.presses("Enter");
    assert_eq!(after.said(1), ["van de eerste", "mijn woorden ook"], "once is enough");
}

#[test]
fn words_typed_while_looking_on_go_along_to_another_table() {
    let mut first = Facilitator::seated("Hoe dan?");
    first.presses("Ctrl+T").types("erbij").presses("Enter");
    assert_eq!(first.session().tables.len(), 2, "{}", first.sees());
    first.presses("Alt+1").says("aan een");
    let mut first = first.starts_again(); // a window has the tables at which it was
    first.presses("Enter");
    let mut second = first.beside("laptop-1");
    second.types("voor twee").presses("Down Enter Enter");
    assert!(!second.finds("je kijkt mee") && second.finds("Tafel 2"), "{}", second.sees());
    assert_eq!((second.said(1), second.said(2)), (vec!["aan een".to_owned()], vec!["voor twee".to_owned()]));
    first.waits(1);
    assert_eq!(first.said(2), ["voor twee"], "and the first sees it");
}

#[test]
fn two_windows_can_write_at_one_table_under_two_names() {
    let (mut first, mut second) = two();
    second.types("ik ook").presses("Enter");
    assert!(!second.finds("je kijkt mee"), "{}", second.sees());
    second.presses("Enter");
    assert_eq!(second.said(1), ["van de eerste", "ik ook"]);
    first.waits(1);
    assert!(first.finds("ik ook"), "{}", first.sees());
    first.says("en ik weer");
    second.waits(1);
    assert_eq!(second.said(1), first.said(1));
    second.presses("Ctrl+Z");
    first.waits(1);
    assert_eq!(first.said(1), ["van de eerste", "en ik weer"]);
}

#[test]
fn what_another_laptop_says_at_the_table_comes_in_while_one_types() {
    let mut first = Facilitator::seated("Hoe dan?");
    first.says("van hier");
    let mut other = first.beside("laptop-9");
    assert!(!other.finds("je kijkt mee"), "another laptop has a lock of its own\n{}", other.sees());
    first.types("ik ben aan het ty");
    other.says("van daar");
    other.presses("Ctrl+S");
    first.waits(1);
    assert!(first.finds("van daar") && first.finds("ik ben aan het ty"), "{}", first.sees());
    first.says("pen");
    other.waits(3);
    assert_eq!(other.said(1), ["van hier", "van daar", "ik ben aan het typen"]);
    assert_eq!(first.said(1), other.said(1));
    first.presses("Ctrl+Z");
    other.waits(1);
    assert_eq!(other.said(1), ["van hier", "van daar"], "one takes back only what is one's own");
}

#[test]
fn while_looking_on_one_can_go_anywhere_and_nothing_is_written() {
    let (mut first, mut second) = two();
    let before = first.drawer("journal/tafel-1~laptop-1.journal");
    second.presses("Ctrl+Right Ctrl+Right Up Esc Ctrl+Left Ctrl+S Ctrl+D Ctrl+Z F6");
    assert!(second.finds("je kijkt mee"), "{}", second.sees());
    assert_eq!(first.drawer("journal/tafel-1~laptop-1.journal"), before);
    assert_eq!(second.said(1), ["van de eerste"]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if !target.to_string_lossy().ends_with(".lock") {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[test]
fn what_is_brought_in_while_somebody_types_is_seen_and_stays() {
    let mut first = Facilitator::seated("Hoe dan?");
    first.says("van hier");
    first.drawer("tables/tafel-1.ron"); // the file is there
    let session = first.session_folder();
    let stick = tempfile::TempDir::new().expect("a stick");
    copy(&session, stick.path());
    let table = stick.path().join("tables/tafel-1.ron");
    let text = fs::read_to_string(&table).expect("a file");
    let list = "entries: [\n";
    let (round, block) = ("thema", "onderwerp");
    let by_hand =
        format!("    (round: \"{round}\", block: \"{block}\", category: \"note\", text: \"van de stick\"),\n");
    fs::write(&table, text.replacen(list, &format!("{list}{by_hand}"), 1)).expect("written");
    first.types("half ge");
    let data = session.parent().and_then(Path::parent).expect("the data folder");
    let store = Store::new(Data::new(data), "laptop-1".into());
    let imported = store.import(&[stick.path().to_owned()], 3);
    assert_eq!(imported.sessions[0].beside, ["tafel-1 (import).ron"], "{imported:?}");
    first.waits(1);
    assert!(first.is_anywhere("van de stick"), "it is there within the second");
    first.says("typt");
    first.drawer("tables/tafel-1.ron");
    let after = first.pulls_the_plug();
    for words in ["van hier", "van de stick", "half getypt"] {
        assert!(after.is_anywhere(words), "{words}\n{}", after.everything_said());
    }
}
