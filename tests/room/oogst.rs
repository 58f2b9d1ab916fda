//! The harvest: from what the tables said to themes with their evidence, by keys alone.

use crate::facilitator::Facilitator;
use aantafel::{
    harvest::Harvest,
    record::TableId,
    words::{Lang, Words},
};
use std::{fmt::Write as _, fs};

/// At the harvest of a table that said four things.
fn harvesting() -> Facilitator {
    let mut at = Facilitator::at(110, 32, Lang::Nl).sits("Hoe dan?");
    at.presses("Ctrl+Right");
    for line in ["+ elkaar bellen", "+ samen eten #contact", "! geen geld", "+ korte lijnen"] {
        at.says(line);
    }
    at.presses("F4");
    at
}

fn read(at: &Facilitator) -> Harvest {
    let mut harvest = Harvest::default();
    harvest.follow(at.session(), &Words::new(Lang::Nl));
    harvest
}

/// The themes with their lines: `Name: line, line`.
fn themes(at: &Facilitator) -> Vec<String> {
    let harvest = read(at);
    let text = |line: &usize| harvest.points.text(at.session(), *line);
    let told = harvest.themes.all.iter();
    told.map(|theme| format!("{}: {}", theme.name, theme.members.iter().map(text).collect::<Vec<_>>().join(", ")))
        .collect()
}

fn unused(at: &Facilitator) -> usize {
    read(at).themes.unused.len()
}

#[test]
fn a_line_goes_under_a_theme_with_one_key_and_the_next_is_chosen() {
    let mut at = harvesting();
    assert!(at.finds("nog 3 in te delen") && at.finds("Nog niet ingedeeld"), "{}", at.sees());
    assert!(at.finds("contact  aan tafel genoemd"), "what was typed at the table is a theme\n{}", at.sees());
    at.presses("n").types("Elkaar kennen").presses("Enter");
    at.presses("1 1");
    assert_eq!(themes(&at), ["Elkaar kennen: elkaar bellen, korte lijnen", "contact: samen eten"]);
    at.presses("m").types("Geld").presses("Enter");
    assert_eq!((themes(&at).len(), unused(&at)), (3, 0), "a new theme by typing");
    assert!(at.finds("alles ingedeeld"), "{}", at.sees());
    at.presses("Ctrl+Z Ctrl+Z");
    assert_eq!((themes(&at)[0].as_str(), unused(&at)), ("Elkaar kennen: elkaar bellen", 2));
    at.presses("Ctrl+Y");
    assert_eq!(themes(&at)[0], "Elkaar kennen: elkaar bellen, korte lijnen");
}

#[test]
fn themes_are_named_merged_loosened_split_moved_and_taken_away() {
    let mut at = harvesting();
    for name in ["Een", "Twee"] {
        at.presses("n").types(name).presses("Enter");
    }
    at.presses("1 2 1");
    assert_eq!(themes(&at), ["Een: elkaar bellen, geen geld", "Twee: korte lijnen", "contact: samen eten"]);
    at.presses("Home r Ctrl+U").types("Anders").presses("Enter");
    at.presses("g").types("Twee").presses("Enter");
    assert_eq!(themes(&at)[0], "Twee: elkaar bellen, korte lijnen, geen geld", "{}", at.sees());
    at.presses("Home l Enter");
    assert_eq!(themes(&at)[..2], ["Anders: elkaar bellen, geen geld", "Twee: korte lijnen"]);
    at.presses("Home Alt+Down");
    assert!(themes(&at)[0].starts_with("Twee"), "{:?}", themes(&at));
    at.presses("Alt+Up Enter Down Space x").types("Los").presses("Enter");
    assert_eq!(themes(&at)[0], "Anders: geen geld");
    assert!(themes(&at).contains(&"Los: elkaar bellen".to_owned()), "{:?}", themes(&at));
    at.presses("Home d");
    assert!(!themes(&at).iter().any(|theme| theme.starts_with("Anders")), "{:?}", themes(&at));
    at.presses("Ctrl+Z");
    assert_eq!(themes(&at)[0], "Anders: geen geld");
}

#[test]
fn what_was_learned_is_written_with_its_evidence_and_half_a_line_survives_a_kill() {
    let mut at = harvesting();
    at.presses("n").types("Contact maken").presses("Enter").presses("1");
    at.presses("Home c").types("Wie elkaar kent, belt");
    let mut again = at.pulls_the_plug();
    again.presses("F4");
    assert!(again.finds("Wie elkaar kent, belt"), "half a line is there again\n{}", again.sees());
    again.types(" eerder.").presses("Enter Home Enter Down b");
    let harvest = read(&again);
    assert_eq!(harvest.themes.all[0].conclusion, "Wie elkaar kent, belt eerder.");
    assert_eq!(harvest.themes.all[0].evidence.len(), 1, "{}", again.sees());
    assert!(again.finds("Geleerd: Wie elkaar kent, belt eerder."), "{}", again.sees());
}

#[test]
fn every_line_is_two_keys_from_its_table_round_and_wording() {
    let mut at = harvesting();
    at.presses("F3 Ctrl+Left F4");
    at.presses("Enter");
    assert!(at.finds("Tafel 1") && at.finds("elkaar bellen") && at.finds("Helpt en"), "{}", at.sees());
    at.presses("F8");
    assert!(at.finds("Hoe dit zo werd") || at.finds("elkaar bellen"), "{}", at.sees());
    assert!(at.finds("gezegd") || at.finds("laptop-1"), "its history\n{}", at.sees());
    at.presses("Esc Esc F4");
    assert!(at.finds("Nog niet ingedeeld"), "and back where one was\n{}", at.sees());
}

#[test]
fn lines_are_searched_filtered_and_put_in_order_and_esc_gives_all_of_them_back() {
    let mut at = harvesting();
    at.presses("/").types("geld");
    assert!(at.finds("geen geld") && !at.finds("korte lijnen"), "{}", at.sees());
    assert!(at.finds("1 van 4: “geld”"), "{}", at.sees());
    at.presses("Esc");
    assert!(at.finds("korte lijnen"), "{}", at.sees());
    at.presses("s f").types("sleutel").presses("Enter");
    assert!(at.finds("★ geen geld") && !at.finds("elkaar bellen"), "{}", at.sees());
    at.presses("Esc o o o");
    assert!(at.finds("Volgorde: meeste stickers") && at.finds("elkaar bellen"), "{}", at.sees());
}

#[test]
fn the_tables_stand_side_by_side_in_columns_or_as_one_list() {
    let mut at = harvesting();
    at.presses("Tab");
    assert!(at.finds("Tafel 1") && at.finds("Wat helpt") || at.finds("Helpt"), "{}", at.sees());
    assert!(at.finds("geen geld"), "the line that was chosen leads to its round\n{}", at.sees());
    at.presses("v");
    assert!(at.finds("T1   + elkaar bellen"), "{}", at.sees());
    at.presses("m").types("Hier").presses("Enter");
    assert_eq!(themes(&at)[0], "Hier: elkaar bellen", "the same keys work here");
    at.presses("Ctrl+Right Ctrl+Left Shift+Tab");
    assert!(at.finds("Hier"), "{}", at.sees());
}

#[test]
fn two_laptops_harvest_and_nothing_of_either_is_lost() {
    let mut at = harvesting();
    at.presses("n").types("Van een").presses("Enter").presses("1").waits(1);
    let mut other = at.beside("laptop-2");
    other.presses("F4");
    assert_eq!(themes(&other), themes(&at));
    other.presses("n").types("Van twee").presses("Enter").presses("2");
    at.presses("1").waits(1);
    other.waits(1);
    assert_eq!(themes(&at), themes(&other));
    assert_eq!(themes(&at)[..2], ["Van een: elkaar bellen, korte lijnen", "Van twee: korte lijnen"], "in both");
    let folder = at.session_folder();
    assert!(folder.join("journal/oogst~laptop-1.journal").is_file());
    assert!(folder.join("journal/oogst~laptop-2.journal").is_file());
}

#[test]
fn a_second_window_looks_on_and_says_who_harvests() {
    let mut at = harvesting();
    let mut other = at.beside("laptop-1");
    other.presses("F4");
    assert!(other.finds("Een ander venster (laptop-1) oogst"), "{}", other.sees());
    other.presses("n");
    assert!(other.finds("is aan het oogsten"), "{}", other.sees());
    at.presses("n").types("Hier").presses("Enter").presses("1");
    other.waits(1);
    assert!(other.finds("Hier"), "it follows\n{}", other.sees());
}

#[test]
fn a_harvest_that_is_damaged_is_told_and_its_journal_still_has_all_of_it() {
    let mut at = harvesting();
    at.presses("n").types("Contact").presses("Enter").presses("1 1").waits(3);
    let before = themes(&at);
    let path = at.session_folder().join("tables/oogst.ron");
    let mut at = at.starts_again();
    let text = fs::read_to_string(&path).expect("the harvest was written");
    fs::write(&path, &text[..text.len() / 2]).expect("half of it is lost");
    at.presses("Enter");
    assert!(at.finds("oogst.ron"), "it is told\n{}", at.sees());
    at.presses("Esc F4");
    assert_eq!(themes(&at), before);
}

#[test]
fn a_theme_that_names_lines_that_are_gone_says_so() {
    let mut at = harvesting();
    at.presses("n").types("Contact maken").presses("Enter").presses("1 Home Enter Down Enter");
    assert!(at.finds("elkaar bellen"), "at its table\n{}", at.sees());
    at.presses("Ctrl+D Esc F4");
    assert!(at.finds("1 regel is weg"), "{}", at.sees());
}

#[test]
fn the_plenary_shows_a_table_a_screen_and_the_wall_follows() {
    let mut at = harvesting();
    at.presses("s p");
    assert!(at.finds("Het belangrijkst") && at.finds("elkaar bellen"), "{}", at.sees());
    assert!(at.finds("alleen hier"), "{}", at.sees());
    at.presses("s");
    assert!(at.finds("staat op het scherm"), "{}", at.sees());
    let shown = at.session().room.records.fact(&aantafel::record::FactKey::Screen).cloned();
    assert_eq!(shown, Some(aantafel::record::Value::Text("plenary:1".into())));
    at.presses("s Esc");
    assert!(at.finds("Nog niet ingedeeld"), "{}", at.sees());
}

#[test]
fn a_theme_is_shared_and_taken_from_there_in_the_next_session() {
    let mut at = harvesting();
    at.presses("n").types("Elkaar kennen").presses("Enter").presses("1 Home k Enter");
    assert!(at.finds("staat bij de gedeelde thema"), "{}", at.sees());
    let shared = fs::read_to_string(at.data().join("codebook~laptop-1.ron")).expect("it is written");
    assert!(shared.contains("Elkaar kennen"), "{shared}");
    let mut at = at.starts_again().sits("Hoe dan?");
    at.presses("Ctrl+Right").says("+ een andere plaats").presses("F4 m");
    assert!(at.finds("Elkaar kennen"), "offered\n{}", at.sees());
    at.types("elkaar").presses("Enter");
    assert_eq!(themes(&at), ["Elkaar kennen: een andere plaats"]);
}

#[test]
fn every_size_down_to_the_least_shows_what_matters() {
    for (width, height) in [(40, 12), (80, 24), (110, 32), (200, 60)] {
        let mut at = harvesting();
        at.presses("n").types("Meervoudigepersoonlijkheidsstoornissenoverleg").presses("Enter").presses("1");
        at.resizes(width, height);
        assert!(at.finds("Nog niet ingedeeld") && at.finds("nog 2 in te delen"), "{width} by {height}\n{}", at.sees());
        at.presses("Tab");
        assert!(at.finds("geen geld"), "{width} by {height}\n{}", at.sees());
        at.presses("n");
        assert!(at.finds("Nieuw thema"), "{width} by {height}\n{}", at.sees());
    }
}

/// Eight tables that each said fifteen things in six rounds, as their files hold it.
fn hall() -> Facilitator {
    let mut at = Facilitator::at(110, 32, Lang::Nl).with_workshop(&workshop()).sits("Zes rondes");
    at.waits(3);
    let folder = at.session_folder();
    let at = at.starts_again();
    let head = folder.join("session.ron");
    let text = fs::read_to_string(&head).expect("the head");
    let text = match text.find("tables: ") {
        Some(from) => {
            let end = from + text[from..].find(',').expect("a field ends");
            format!("{}tables: 8{}", &text[..from], &text[end..])
        }
        None => panic!("the head says how many tables there are\n{text}"),
    };
    fs::write(&head, text).expect("it can be written");
    fs::remove_file(folder.join("journal/session.ron")).ok();
    for table in 1..=8 {
        let mut file = format!("Table(\n  format: 1,\n  table: {table},\n  entries: [\n");
        for round in 1..=6 {
            for line in 1..=15 {
                writeln!(
                    file,
                    "    (round: \"r{round}\", block: \"b{round}\", category: \"plus\", text: \"tafel {table} ronde {round} regel {line}\"),"
                )
                .expect("a string takes it");
            }
        }
        file.push_str("  ],\n)\n");
        fs::write(folder.join(format!("tables/tafel-{table}.ron")), file).expect("it can be written");
    }
    at
}

fn workshop() -> String {
    let rounds = (1..=6).map(|nth| {
        format!(
            "(id: \"r{nth}\", title: \"Ronde {nth}\", question: \"Vraag {nth}?\", minutes: 10, blocks: [Collect(id: \"b{nth}\", categories: [(id: \"plus\", label: \"Punten {nth}\")])]),"
        )
    });
    let rounds: String = rounds.collect();
    format!("(format: 1, id: \"zes\", title: \"Zes rondes\", language: \"nl\", rounds: [{rounds}])")
}

#[test]
fn eight_tables_of_six_rounds_are_harvested_by_keys_alone_with_hardly_more_than_a_key_a_line() {
    let mut at = hall();
    at.presses("Enter F4");
    let lines = read(&at).points.all.len();
    assert_eq!(lines, 8 * 6 * 15, "{}", at.sees());
    let mut keys = 1; // F4
    for nth in 1..=9 {
        let name = format!("Thema {nth}");
        at.presses("n").types(&name).presses("Enter");
        keys += name.chars().count() + 2;
    }
    // every line is read and goes under a theme with one key; every twentieth is left for later, and that is a key too
    let mut left = 0;
    for nth in 0..lines {
        if nth % 20 == 19 {
            at.presses("Down");
            left += 1;
        } else {
            at.presses(&(nth % 9 + 1).to_string());
        }
        keys += 1;
    }
    let harvest = read(&at);
    assert_eq!(harvest.themes.unused.len(), left, "every line is under a theme, or listed as unused");
    let sorted: usize = harvest.themes.all.iter().map(|theme| theme.members.len()).sum();
    assert_eq!(sorted + left, lines);
    let each = keys as f64 / lines as f64;
    println!("{lines} lines, {keys} keys: {each:.2} keys a line, names of nine themes included");
    assert!(each < 1.2, "{each}");
    assert!(at.finds(&format!("nog {left} in te delen")), "{}", at.sees());
    for table in 1..=8 {
        assert!(harvest.themes.all.iter().all(|theme| theme.tables[table - 1] > 0), "every table is in every theme");
    }
    assert_eq!(harvest.points.all.last().map(|point| point.table), Some(TableId(8)));
}
