//! What was: the history of an entry, the table as it was, backups, and clocks that are wrong.

use crate::facilitator::Facilitator;
use std::fs;

fn factors() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right");
    at
}

/// 14:00 a line, 14:05 reworded, 14:10 another line, 14:15 the first deleted.
fn quarter() -> Facilitator {
    let mut at = factors();
    at.says("+Korte lijnen");
    at.waits(300).presses("Up Enter").types(" naar elkaar").presses("Enter Esc");
    at.waits(300).says("!Te weinig tijd");
    at.waits(300).presses("Up Up Ctrl+D Esc");
    at
}

#[test]
fn what_became_of_an_entry_is_told_newest_first_and_an_earlier_wording_is_put_back() {
    let mut at = factors();
    at.says("+Korte lijnen").waits(300).presses("Up Enter").types(" naar elkaar").presses("Enter");
    at.waits(60).presses("Ctrl+S F8");
    insta::assert_snapshot!(at.sees(), @r#"
      aan tafel   Tafelgesprek Hoe dan?                             Tafel 1   06:00
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────────────────────────────────
                         │
      ○ 1 Het thema   7’ │  Wat laat dit slagen, wat bedreigt het, en wat kun je
      ● 2 Helpt en…  26’ │  daaraan doen?
      ○╭─ Hoe “Korte lijnen naar elkaar” zo werd ───────────────────────────────╮
      ○│ 14:06 · laptop-1                                           staat nu zo │
      ○│   sleutelinzicht                                                       │ 1
      ○│                                                                        │
       │ 14:05 · laptop-1                                           staat nu zo │
      k│   Korte lijnen naar elkaar                                             │ 0
       │                                                                        │
      A│ 14:00 · laptop-1 · gezegd                                              │ 0
      G│   Korte lijnen                                                         │
      W│   ronde: Helpt en remt                                                 │ 0
      Z│   bij: Succesfactoren                                                  │
      W╰────────────────────────────────────────────────────────────────────────╯
                         │
                         │
                         │
                         │  ╭─ + succesfactor ────────────────────────────────────╮
                         │  │ het lukt als …                                      │
                         │  ╰─────────────────────────────────────────────────────╯
      Enter terugzetten   ↑ kies   F1 hulp   Ctrl+Q stop            ✓ bewaard 14:06
    "#);
    at.presses("Down Down Enter");
    assert_eq!(at.said(1), ["Korte lijnen"]);
    assert!(at.finds("Ctrl+Z"), "{}", at.sees());
    at.presses("Ctrl+Z");
    assert_eq!(at.said(1), ["Korte lijnen naar elkaar"], "an ordinary change, taken back like any other");
    at.presses("Ctrl+K").types("geschied").presses("Enter");
    assert!(at.finds("Hoe “Korte lijnen"), "{}", at.sees());
}

#[test]
fn the_table_as_it_was_is_walked_through_and_what_was_deleted_is_brought_back() {
    let mut at = quarter();
    at.types("half gety").presses("F9");
    assert!(at.finds("Zo is het sinds 14:15"), "{}", at.sees());
    at.presses("Left");
    insta::assert_snapshot!(at.sees(), @r#"
     aan tafel   Tafelgesprek Hoe dan?                             Tafel 1   03:00
    Zo was het om 14:10:00 · 3 van 4                                      laptop-1
                        │
     ○ 1 Het thema   7’ │  Wat laat dit slagen, wat bedreigt het, en wat kun je
     ● 2 Helpt en…  26’ │  daaraan doen?
     ○ 3 Wat telt…  10’ │  ▸ 3 wat remt 6’   4 oplossingen zoeken 8’
     ○ 4 Onszelf en… 9’ │
     ○ 5 Wensen      5’ │  + Succesfactoren                                      1
     ○ 6 Teruglezen  3’ │    Korte lijnen naar elkaar
                        │
     klaar rond 14:53   │  ! Bedreigingen                                        1
                        │    1 Te weinig tijd
     Aan tafel          │
     Gemeente           │  > Oplossingen                                         0
     Woningcorporatie   │
     Zorgaanbieder      │  " Uitspraken                                          0
     Welzijn            │
                        │    Er zijn nog 3 antwoorden nodig.
                        │
                        │
                        │  ╭─ zoals het was · Esc gaat naar nu ──────────────────╮
                        │  │ typ een tijd zoals 14:32, of kies met ↑ ↓ en haal…  │
                        │  ╰─────────────────────────────────────────────────────╯
     ← eerder   → later   Enter terughalen     Verwijderd. Ctrl+Z haalt het terug.
    "#);
    at.types("1402");
    assert!(at.finds("1402"));
    at.presses("Enter");
    let then = at.sees();
    assert!(then.contains("Korte lijnen") && !then.contains("naar elkaar") && !then.contains("Te weinig"), "{then}");
    at.presses("Home");
    assert!(!at.finds("Korte lijnen"), "before anything was said");
    at.presses("Right Right");
    assert!(at.finds("Korte lijnen naar elkaar"));
    at.presses("Up Enter");
    assert_eq!(at.said(1), ["Korte lijnen naar elkaar", "Te weinig tijd"]);
    assert!(at.finds("half gety"), "what was being typed is untouched: {}", at.sees());
    at.presses("Ctrl+Z Ctrl+Z");
    assert!(at.said(1).len() < 3);
}

#[test]
fn esc_goes_back_to_now_and_nothing_of_looking_is_written_down() {
    let mut at = quarter();
    let before = at.drawer("journal/tafel-1~laptop-1.journal");
    at.presses("F9 Left Left PageUp Up Down Ctrl+Left Ctrl+Right").types("25:00").presses("Enter");
    assert!(at.finds("dat is geen tijd"), "{}", at.sees());
    at.presses("Esc Esc");
    assert!(at.finds("Te weinig tijd") && !at.finds("Zo was het"), "{}", at.sees());
    assert_eq!(at.drawer("journal/tafel-1~laptop-1.journal"), before);
}

#[test]
fn the_past_is_there_after_a_restart_and_holds_what_another_laptop_said() {
    let mut at = quarter();
    let folder = at.session_folder();
    let theirs = at.drawer("journal/tafel-1~laptop-1.journal");
    assert!(theirs.contains("Change("));
    let mut again = at.pulls_the_plug();
    again.presses("F9").types("14:07").presses("Enter");
    let then = again.sees();
    assert!(then.contains("Korte lijnen naar elkaar") && !then.contains("Te weinig"), "{then}");
    assert!(folder.join("journal").exists());
}

#[test]
fn undo_goes_on_over_several_restarts_and_redo_after_them() {
    let mut at = factors();
    at.says("+een").says("twee");
    let mut at = at.starts_again();
    at.presses("Enter").says("+drie").presses("Ctrl+Z Ctrl+Z");
    assert_eq!(at.said(1), ["een"]);
    let mut at = at.pulls_the_plug();
    at.presses("Ctrl+Z");
    assert_eq!(at.said(1), Vec::<String>::new());
    let mut at = at.starts_again();
    at.presses("Enter Ctrl+Y Ctrl+Y");
    assert_eq!(at.said(1), ["een", "twee"]);
    let mut at = at.pulls_the_plug();
    at.presses("Ctrl+Y");
    assert_eq!(at.said(1), ["een", "twee", "drie"]);
    at.presses("Ctrl+Z").says("+vier").presses("Ctrl+Y");
    assert_eq!(at.said(1), ["een", "twee", "vier"], "after something new there is nothing to do again");
    let mut at = at.starts_again();
    at.presses("Enter Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(at.said(1), Vec::<String>::new());
}

#[test]
fn a_session_whose_folder_is_deleted_is_told_on_begin_and_its_copy_is_whole() {
    let mut at = factors();
    at.says("+dit blijft");
    let at = at.starts_again();
    let folder = at.session_folder();
    let id = folder.file_name().expect("a name").to_string_lossy().into_owned();
    fs::remove_dir_all(&folder).expect("deleted");
    let mut at = at.starts_again();
    let screen = at.sees();
    assert!(screen.contains("is weg") && screen.contains("restore 2026-05-12-tafelgesprek-hoe-dan"), "{screen}");
    let copies = fs::read_dir(at.data().join("backups").join(id)).expect("there are copies");
    let last = copies.flatten().map(|copy| copy.path()).max().expect("one at least");
    assert!(fs::read_to_string(last.join("tables/tafel-1.ron")).expect("whole").contains("dit blijft"));
}

#[test]
fn when_the_clock_goes_back_the_order_stays_the_round_goes_on_and_the_files_are_written() {
    let mut at = factors();
    at.says("+een").presses("Ctrl+K").types("klok van deze").presses("Enter").waits(120);
    at.clock_leaps(-3 * 3600).says("twee").says("drie");
    assert_eq!(at.said(1), ["een", "twee", "drie"]);
    let file = at.drawer("tables/tafel-1.ron");
    let place = |words: &str| file.find(words).unwrap_or_else(|| panic!("{words} in\n{file}"));
    assert!(place("\"een\"") < place("\"twee\"") && place("\"twee\"") < place("\"drie\""));
    assert!(!at.finds("26:00"), "the round goes on where it was: {}", at.sees());
    let mut again = at.pulls_the_plug();
    assert_eq!(again.said(1), ["een", "twee", "drie"]);
    assert!(again.finds("Kijk of de klok"), "{}", again.sees());
    again.presses("Esc Ctrl+Z");
    assert_eq!(again.said(1), ["een", "twee"]);
}

#[test]
fn a_lid_that_was_shut_lets_the_round_run_on_and_a_leap_that_is_taken_back_changes_nothing() {
    let clock = |at: &mut Facilitator| {
        let head = at.sees();
        head.lines().next().unwrap_or_default().split_whitespace().last().unwrap_or_default().to_owned()
    };
    let mut at = factors();
    at.says("+een");
    let before = clock(&mut at);
    at.clock_leaps(86_400).clock_leaps(-86_400);
    assert_eq!(clock(&mut at), before, "a leap of a day, taken back");
    at.clock_leaps(3600);
    assert_ne!(clock(&mut at), before, "an hour with the lid shut is an hour in the room");
}
