//! Capture at the speed of talk: sigils, marks, links, columns.

use crate::facilitator::Facilitator;
use aantafel::record::{Flag, Value};

/// At the round of success factors and threats.
fn factors() -> Facilitator {
    let mut at = Facilitator::seated("Hoe dan");
    at.presses("Ctrl+Right");
    at
}

#[test]
fn a_sigil_on_an_empty_line_chooses_the_category_and_costs_one_key() {
    let mut at = factors();
    at.says("+Elkaar kennen").says("Samen eten").says("!Te weinig tijd").says("\"Ik wil snappen hoe de ander denkt");
    let records = &at.session().tables[0].records;
    let count = |category: &str| records.count(&"factoren".into(), &category.into());
    assert_eq!((count("succes"), count("bedreiging"), count("citaat")), (2, 1, 1));
    let quote = records.listed(&"factoren".into(), &"citaat".into()).next().expect("there is a quote");
    assert!(quote.has(Flag::Quote) && quote.text == "Ik wil snappen hoe de ander denkt");
}

#[test]
fn a_sigil_inside_a_line_is_a_character_like_any_other() {
    let mut at = factors();
    at.says("+1 + 1 = 3!");
    assert_eq!(at.said(1), ["1 + 1 = 3!"]);
}

#[test]
fn a_solution_hangs_under_the_last_threat_or_the_one_that_was_chosen() {
    let mut at = factors();
    at.says("!Geldstromen sluiten niet aan").says(">Eén wijkbudget").says("!Te weinig mensen").says(">Samen werven");
    // up to the first threat: solution, second threat, solution, first threat
    at.presses("Up Up Up Up").types(">").says("Vaker rekenen met elkaar").says("Bel elkaar &2");
    let records = &at.session().tables[0].records;
    let above = |text: &str| {
        let entry = records.all().into_iter().find(|entry| entry.text == text).unwrap_or_else(|| panic!("no {text}"));
        records.entry(entry.answers.as_ref().expect("it hangs")).expect("under something").text.clone()
    };
    assert_eq!(above("Eén wijkbudget"), "Geldstromen sluiten niet aan");
    assert_eq!(above("Samen werven"), "Te weinig mensen");
    assert_eq!(above("Vaker rekenen met elkaar"), "Geldstromen sluiten niet aan");
    assert_eq!(above("Bel elkaar"), "Te weinig mensen");
    insta::assert_snapshot!(at.sees(), @r#"
      aan tafel   Tafelgesprek Hoe dan?                             Tafel 1   03:00
    ────────────────────────────────────────────────────────────────────────────────
                         │
      ○ 1 Het thema   7’ │  Wat laat dit slagen, wat bedreigt het, en wat kun je
      ● 2 Helpt en…  26’ │  daaraan doen?
      ○ 3 Wat telt…  10’ │  ▸ 1 stil schrijven 3’   2 wat helpt 9’   3 wat remt 6’
      ○ 4 Onszelf en… 9’ │
      ○ 5 Wensen      5’ │  + Succesfactoren                                      0
      ○ 6 Teruglezen  3’ │
                         │  ! Bedreigingen                                        2
      klaar rond 14:53   │    1 Geldstromen sluiten niet aan
                         │      → Eén wijkbudget
      Aan tafel          │      → Vaker rekenen met elkaar
      Gemeente           │    2 Te weinig mensen
      Woningcorporatie   │      → Samen werven
      Zorgaanbieder      │      → Bel elkaar
      Welzijn            │
                         │  " Uitspraken                                          0
                         │
                         │
                         │  ╭─ > oplossing · bij: Te weinig mensen ───────────────╮
                         │  │ hangt onder de laatste bedreiging, kies een andere… │
                         │  ╰─────────────────────────────────────────────────────╯
      Enter bewaar   Tab soort   @ partij   ↑ kies   Ctrl+S ster    ✓ bewaard 14:00
    "#);
}

#[test]
fn who_said_it_is_completed_while_typing_and_leaves_the_words() {
    let mut at = factors();
    at.types("+Gewoon beginnen @woni");
    assert!(at.finds("Woningcorporatie"));
    at.presses("Enter").types("Per wijk kijken @gem").presses("Tab Enter");
    at.says("Samen optrekken @@zorg #wijk #geld");
    let records = &at.session().tables[0].records;
    let parties = &at.session().head.parties;
    let said: Vec<_> = records
        .all()
        .iter()
        .map(|entry| (entry.text.clone(), entry.by.as_ref().map(|voice| parties.voice(voice))))
        .collect();
    assert_eq!(said[0], ("Gewoon beginnen".into(), Some("Woningcorporatie".into())));
    assert_eq!(said[1], ("Per wijk kijken".into(), Some("Gemeente".into())));
    let third = records.all()[2];
    assert_eq!(third.text, "Samen optrekken");
    assert_eq!(third.namens.as_ref().map(|voice| parties.voice(voice)).as_deref(), Some("Zorgaanbieder"));
    assert_eq!(third.themes.iter().map(|theme| theme.as_str()).collect::<Vec<_>>(), ["geld", "wijk"]);
}

#[test]
fn what_names_nothing_stays_in_the_words() {
    let mut at = factors();
    at.says("Mail naar info@voorbeeld.nl").says("Nummer #1 blijft staan").says("Wonen & zorg @kerk");
    assert_eq!(at.said(1), ["Mail naar info@voorbeeld.nl", "Nummer #1 blijft staan", "Wonen & zorg @kerk"]);
}

#[test]
fn an_action_has_who_and_when_and_what_lacks_is_shown() {
    let mut at = Facilitator::seated("Living lab");
    for _ in 0..8 {
        at.presses("Ctrl+Right");
    }
    at.types("Proef met één wijkbudget").presses("Tab").types("gem").presses("Tab").types("1 juni").presses("Enter");
    at.says("Nog eens bij elkaar komen");
    let records = &at.session().tables[0].records;
    let action = records.all()[0];
    assert!(matches!(action.columns.get(&"who".into()), Some(Value::Voice(_))), "{:?}", action.columns);
    assert_eq!(action.columns.get(&"when".into()), Some(&Value::Date("2026-06-01".parse().expect("a date"))));
    let screen = at.sees();
    assert!(screen.contains("gemeente") || screen.contains("Gemeente"), "{screen}");
    assert!(screen.contains("1 juni 2026"), "{screen}");
}

#[test]
fn an_entry_of_another_round_is_taken_when_it_comes() {
    let mut at = factors();
    at.says("*Vaker samenkomen").says("Gewoon verder");
    let records = &at.session().tables[0].records;
    assert_eq!(records.count(&"wensen".into(), &"wens".into()), 1);
    assert_eq!(records.count(&"factoren".into(), &"succes".into()), 1, "and the line is back where it was");
}

#[test]
fn prose_and_pasted_lines_keep_their_lines() {
    let mut at = factors();
    at.types(":De sfeer is goed").presses("Alt+Enter").says("Er wordt gelachen");
    at.pastes("regel een\r\nregel \u{1b}[31mtwee\u{7}").presses("Enter");
    assert_eq!(at.said(1), ["De sfeer is goed\nEr wordt gelachen", "regel een\nregel twee"]);
}

#[test]
fn a_text_grows_in_versions_and_takes_in_what_was_said() {
    let mut at = Facilitator::seated("Living lab");
    at.presses("Ctrl+Right").says("Niemand valt buiten de boot").says("Iedereen kent zijn buren");
    // to the slot: wish, then the dream sentence
    while !at.line_is("droom") {
        at.presses("Tab");
    }
    at.says("Een dorp waar niemand buiten valt").types(", nu en later").presses("Enter");
    let slot =
        at.session().tables[0].records.all().into_iter().find(|entry| entry.text.starts_with("Een dorp")).cloned();
    let slot = slot.expect("the text is there");
    assert_eq!(slot.text, "Een dorp waar niemand buiten valt, nu en later");
    assert_eq!(slot.earlier.len(), 1);
    at.presses("Ctrl+Z");
    assert!(at.finds("Een dorp waar niemand buiten valt"));
    assert!(!at.finds("nu en later"));
}
