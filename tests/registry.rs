//! Walks every registry of the program: the workshops that ship, the forms, and the guide that explains them to authors.
//!
//! Nothing here knows a workshop by name, except where its length was promised: one more workshop is under these tests
//! from the day its file is born.

use std::collections::HashSet;
use std::fs;

use aantafel::form::{self, Form, Tone, terms};
use aantafel::record::{BlockId, CategoryId};
use aantafel::text::width;
use aantafel::workshop::{FORMAT, Group, Round, Workshop, shipped};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The languages that every workshop speaks.
const LANGUAGES: [&str; 2] = ["nl", "en"];

/// The widest a title may be, in columns, to fit the rail beside the sheet.
const TITLE: usize = 24;

/// The widest a summary may be, in columns, to fit the list on the home screen.
const SUMMARY: usize = 48;

/// The characters that already mean something in front of a line, and those that wait for a second key on many keyboards.
const NO_SIGIL: &str = "@#&/:^~'`";

/// The fields that hold words for people. They may differ between languages; nothing else may.
const WORDS: [&str; 16] = [
    "language",
    "title",
    "summary",
    "about",
    "source",
    "parties",
    "question",
    "say",
    "why",
    "tips",
    "materials",
    "name",
    "hint",
    "label",
    "one",
    "template",
];

/// Words that stand deeper: the lines of a Moment, the choices of a column, what the boards of the other forms are made of.
/// The letter of a sign is a word too: it is the first letter of its label.
const DEEPER_WORDS: [&str; 12] =
    ["points", "Choice", "Zones", "List", "rings", "sectors", "low", "high", "what", "letter", "otherwise", "inject"];

/// Reads one value of the workshop format.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, ron::error::SpannedError> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions).from_str(text)
}

/// Every workshop that ships: the folder and the name of its file, and what stands in it.
fn shelf() -> Vec<(&'static str, &'static str, Workshop)> {
    let mut shelf = Vec::new();
    for language in LANGUAGES {
        for file in shipped(language) {
            let workshop =
                read(file.text).unwrap_or_else(|error| panic!("workshops/{language}/{}.ron: {error}", file.id));
            shelf.push((language, file.id, workshop));
        }
    }
    shelf
}

fn one(language: &str, id: &str) -> Workshop {
    let found = shelf().into_iter().find(|(its, name, _)| *its == language && *name == id);
    found.unwrap_or_else(|| panic!("{language}/{id} ships")).2
}

/// The blocks with the place of their round.
fn blocks(workshop: &Workshop) -> impl Iterator<Item = (usize, &Form)> {
    workshop.rounds.iter().enumerate().flat_map(|(at, round)| round.blocks.iter().map(move |block| (at, block)))
}

fn id(block: &Form) -> &BlockId {
    block.lens().frame().id
}

/// What is not as it should be in a workshop that ships, in words for whoever mends it.
fn complaints(language: &str, name: &str, workshop: &Workshop) -> Vec<String> {
    let mut found = Vec::new();
    let mut must = |right: bool, complaint: String| {
        if !right {
            found.push(complaint);
        }
    };
    must(workshop.format == FORMAT, format!("format {}", workshop.format));
    must(workshop.id == name, format!("id {} in a file named {name}", workshop.id));
    must(workshop.language == language, format!("language {} in folder {language}", workshop.language));
    must(!workshop.title.is_empty() && width(&workshop.title) <= TITLE, format!("title: {}", workshop.title));
    must(!workshop.summary.is_empty() && width(&workshop.summary) <= SUMMARY, format!("summary: {}", workshop.summary));
    must(!workshop.rounds.is_empty(), "no rounds".to_owned());

    let mut rounds = HashSet::new();
    for round in &workshop.rounds {
        let at = &round.id;
        let only_moments = round.blocks.iter().all(|block| matches!(block, Form::Moment(_)));
        must(!at.as_str().is_empty() && rounds.insert(at), format!("round id {at} twice or empty"));
        must(!round.title.is_empty() && width(&round.title) <= TITLE, format!("{at}: title: {}", round.title));
        must(only_moments || !round.question.is_empty(), format!("{at}: no question"));
        must(round.minutes() > 0, format!("{at}: takes no time"));
        for phase in &round.phases {
            must(!phase.name.is_empty() && width(&phase.name) <= TITLE, format!("{at}: phase name: {}", phase.name));
            must(phase.minutes > 0, format!("{at}: phase {} takes no time", phase.name));
            must(phase.least.is_none_or(|least| least <= phase.minutes), format!("{at}: phase {}: least", phase.name));
        }
        must(categories_once(round), format!("{at}: a category id twice in one round"));
    }

    let mut ids = HashSet::new();
    let mut sigils = HashSet::new();
    for (at, block) in blocks(workshop) {
        let own = id(block);
        must(!own.as_str().is_empty() && ids.insert(own), format!("block id {own} twice or empty"));
        for fault in block.lens().check() {
            must(false, format!("{own}: {} at {}", fault.key, fault.at));
        }
        for (field, source) in block.lens().sources() {
            let earlier = || blocks(workshop).take_while(|(_, other)| id(other) != own);
            let known = |wanted: &BlockId| earlier().any(|(_, other)| id(other) == wanted);
            must(source.block().is_none_or(known), format!("{own}: {field} takes from no earlier block"));
        }
        if let Form::Collect(collect) = block {
            for category in &collect.categories {
                let known = |answer: &CategoryId| collect.categories.iter().any(|other| other.id == *answer);
                must(category.answers.iter().all(known), format!("{own}: {} answers nothing known", category.id));
                if category.sigil.is_empty() {
                    continue;
                }
                let sigil = &category.sigil;
                must(sigils.insert(sigil), format!("{own}: sigil {sigil} twice"));
                must(
                    !sigil.contains(|c| NO_SIGIL.contains(c)),
                    format!("{own}: sigil {sigil} is taken or hard to type"),
                );
                must((sigil == "\"") == category.quote, format!("{own}: sigil {sigil} and quote do not go together"));
            }
        }
        if let Form::Formulate(formulate) = block {
            for from in &formulate.from {
                let earlier =
                    blocks(workshop).take_while(|(_, other)| id(other) != own).any(|(_, other)| id(other) == from);
                must(earlier, format!("{own}: from {from}, which is no earlier block (round {at})"));
            }
        }
    }

    let text = serde_json::to_value(workshop).expect("a workshop can be written");
    for (field, words) in words(&text) {
        must(!words.trim().is_empty() && words.trim() == words, format!("{field}: spaces around: {words}"));
        if language == "nl" {
            must(!words.contains('!'), format!("{field}: exclamation mark: {words}"));
            let formal =
                words.split(|c: char| !c.is_alphanumeric()).any(|word| ["u", "uw"].contains(&&*word.to_lowercase()));
            must(!formal, format!("{field}: u or uw: {words}"));
        }
    }
    found
}

/// Whether no two blocks of a round use one id for a category or slot; on one sheet they would be taken for each other.
fn categories_once(round: &Round) -> bool {
    let mut seen = HashSet::new();
    round.blocks.iter().all(|block| match block {
        Form::Collect(collect) => collect.categories.iter().all(|category| seen.insert(&category.id)),
        Form::Formulate(formulate) => formulate.slots.iter().all(|slot| seen.insert(&slot.id)),
        // nothing is said in the others: they show what was said elsewhere
        Form::Moment(_)
        | Form::Group(_)
        | Form::Link(_)
        | Form::Judge(_)
        | Form::Vote(_)
        | Form::Matrix(_)
        | Form::Assign(_) => true,
    })
}

/// The words for people in a value, each with the field it stands in.
fn words(value: &Value) -> Vec<(String, String)> {
    fn walk(field: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) if is_words(field) => found.push((field.to_owned(), text.clone())),
            Value::Array(items) if field == "what" => items.iter().for_each(|item| walk("", item, found)),
            Value::Array(items) => items.iter().for_each(|item| walk(field, item, found)),
            Value::Object(fields) => fields.iter().for_each(|(field, value)| walk(field, value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    walk("", value, &mut found);
    found
}

fn is_words(field: &str) -> bool {
    WORDS.contains(&field) || DEEPER_WORDS.contains(&field)
}

/// What is left of a workshop without its words: ids, minutes, groups, tones, sigils, kinds, and how many there are of each.
fn skeleton(workshop: &Workshop) -> Value {
    fn strip(field: &str, value: Value) -> Value {
        match value {
            Value::String(_) if is_words(field) => Value::String("…".to_owned()),
            // what an Assign hands out is a list of sources; what the rows of a Matrix are is a word
            Value::Array(items) if field == "what" => items.into_iter().map(|item| strip("", item)).collect(),
            Value::Array(items) => items.into_iter().map(|item| strip(field, item)).collect(),
            Value::Object(fields) => {
                fields.into_iter().map(|(field, value)| (field.clone(), strip(&field, value))).collect()
            }
            bare => bare,
        }
    }
    strip("", serde_json::to_value(workshop).expect("a workshop can be written"))
}

#[test]
fn nothing_is_wrong_with_any_workshop_that_ships() {
    let shelf = shelf();
    assert!(!shelf.is_empty(), "the shelf holds something");
    for (language, name, workshop) in shelf {
        let found = complaints(language, name, &workshop);
        assert!(found.is_empty(), "workshops/{language}/{name}.ron:\n{}", found.join("\n"));
    }
}

#[test]
fn every_workshop_ships_in_both_languages_with_one_skeleton() {
    let names = |language| shipped(language).map(|file| file.id).collect::<Vec<_>>();
    assert_eq!(names("nl"), names("en"));
    for name in names("nl") {
        let (nl, en) = (skeleton(&one("nl", name)), skeleton(&one("en", name)));
        let pretty = |value| serde_json::to_string_pretty(value).expect("a value can be written");
        let (nl, en) = (pretty(&nl), pretty(&en));
        let apart = nl.lines().zip(en.lines()).enumerate().find(|(_, (nl, en))| nl != en);
        assert!(nl == en, "{name}: nl and en differ besides their words, first at {apart:?}");
    }
}

#[test]
fn what_ships_is_said_in_its_own_language() {
    for name in shipped("nl").map(|file| file.id) {
        let all = |language| serde_json::to_value(one(language, name)).expect("a workshop can be written");
        let (nl, en) = (words(&all("nl")), words(&all("en")));
        // a title, a number or a loanword may be the same; a sentence that is, was forgotten
        let forgotten: Vec<_> = nl.iter().zip(&en).filter(|(nl, en)| nl == en && nl.1.split(' ').count() > 3).collect();
        assert!(forgotten.is_empty(), "{name}: the same in both languages: {forgotten:?}");
    }
}

#[test]
fn the_half_day_and_the_hour_take_as_long_as_they_promise() {
    for language in LANGUAGES {
        let rounds: Vec<u32> = one(language, "living-lab").rounds.iter().map(Round::minutes).collect();
        assert_eq!(rounds, [10, 20, 35, 15, 30, 15, 20, 15, 15]);
        assert_eq!(one(language, "hoe-dan").minutes(), 60);
    }
}

/// A mistake to make in a workshop, and a part of what must be said about it.
type Mistake = (fn(&mut Workshop), &'static str);

#[test]
fn every_mistake_is_noticed() {
    let mistakes: [Mistake; 23] = [
        (|w| w.format = 0, "format 0"),
        (|w| w.id = "other".to_owned(), "id other"),
        (|w| w.language = "en".to_owned(), "language en"),
        (|w| w.title = "Een titel die niet in de lijst past".to_owned(), "title: Een titel"),
        (|w| w.summary = "woord, ".repeat(8), "summary: "),
        (|w| w.rounds.clear(), "no rounds"),
        (|w| w.rounds[1].id = w.rounds[0].id.clone(), "round id welkom twice"),
        (|w| w.rounds[1].title.push_str(" en nog veel meer woorden"), "droom: title"),
        (|w| w.rounds[1].question.clear(), "droom: no question"),
        (|w| w.rounds[1].phases.clear(), "droom: takes no time"),
        (|w| w.rounds[1].phases[0].minutes = 0, "phase stil schrijven takes no time"),
        (|w| w.rounds[1].phases[0].least = Some(99), "phase stil schrijven: least"),
        (|w| w.rounds[1].phases[0].name.clear(), "droom: phase name"),
        (|w| w.rounds[0].say = "Fijn dat je er bent!".to_owned(), "say: exclamation mark"),
        (|w| w.rounds[0].tips[0] = "Neemt u plaats.".to_owned(), "tips: u or uw"),
        (|w| w.rounds[0].why = " Omdat".to_owned(), "why: spaces around"),
        (|w| slot_of(w).from = vec!["keuze".into()], "droom: from keuze, which is no earlier block"),
        (|w| w.rounds[1].blocks[1] = w.rounds[1].blocks[0].clone(), "block id wensen twice"),
        (|w| categories_of(w)[2].answers = vec!["nergens".into()], "oplossing answers nothing known"),
        (|w| categories_of(w)[2].sigil = "*".to_owned(), "sigil * twice"),
        (|w| categories_of(w)[2].sigil = "~".to_owned(), "sigil ~ is taken or hard to type"),
        (|w| categories_of(w)[2].quote = true, "sigil > and quote do not go together"),
        (|w| categories_of(w).clear(), "factoren: no-category at "),
    ];
    let right = one("nl", "living-lab");
    for (mistake, said) in mistakes {
        let mut wrong = right.clone();
        mistake(&mut wrong);
        let found = complaints("nl", "living-lab", &wrong);
        assert!(found.iter().any(|complaint| complaint.contains(said)), "expected “{said}”, found {found:#?}");
    }
}

fn slot_of(workshop: &mut Workshop) -> &mut aantafel::form::formulate::Formulate {
    let Form::Formulate(formulate) = &mut workshop.rounds[1].blocks[1] else { panic!("the dream is worded") };
    formulate
}

fn categories_of(workshop: &mut Workshop) -> &mut Vec<aantafel::form::collect::Category> {
    let Form::Collect(collect) = &mut workshop.rounds[6].blocks[0] else { panic!("the factors are collected") };
    &mut collect.categories
}

#[test]
fn a_skeleton_keeps_what_is_not_words() {
    let right = one("nl", "living-lab");
    let mistakes: [fn(&mut Workshop); 7] = [
        |w| w.rounds[1].phases[0].minutes += 1,
        |w| w.rounds[1].phases[0].group = Group::Ring,
        |w| w.rounds[1].phases[0].bell = true,
        |w| drop(w.parties.pop()),
        |w| categories_of(w)[0].sigil = "$".to_owned(),
        |w| categories_of(w)[0].tone = Tone::Blue,
        |w| categories_of(w)[0].hint.clear(),
    ];
    for (at, mistake) in mistakes.into_iter().enumerate() {
        let mut wrong = right.clone();
        mistake(&mut wrong);
        assert_ne!(skeleton(&wrong), skeleton(&right), "mistake {at}");
    }
    let mut reworded = right.clone();
    reworded.rounds[1].question = "Iets anders?".to_owned();
    categories_of(&mut reworded)[0].label = "Anders".to_owned();
    assert_eq!(skeleton(&reworded), skeleton(&right));
}

/// The author's guide.
fn guide() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/workshops.md");
    fs::read_to_string(path).expect("the author's guide is there").replace("\r\n", "\n")
}

/// The examples in the guide, each with the line it begins on.
fn examples(guide: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (at, line) in guide.lines().enumerate() {
        match line.trim() {
            "```ron" => {
                inside = true;
                found.push((at + 2, String::new()));
            }
            "```" => inside = false,
            _ if inside => {
                let example = &mut found.last_mut().expect("an example is open").1;
                example.push_str(line);
                example.push('\n');
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_example_in_the_guide_can_be_read_and_is_right() {
    let guide = guide();
    let examples = examples(&guide);
    assert!(examples.len() > Form::NAMES.len(), "the guide shows examples");
    for (line, text) in &examples {
        let at = |error: &dyn std::fmt::Display| format!("docs/workshops.md, from line {line}: {error}");
        let blocks = if text.contains("Workshop(") {
            let workshop: Workshop = read(text).unwrap_or_else(|error| panic!("{}", at(&error)));
            let found = complaints(&workshop.language, &workshop.id, &workshop);
            assert!(found.is_empty(), "{}", at(&found.join("\n")));
            continue;
        } else if text.contains("Round(") {
            read::<Round>(text).unwrap_or_else(|error| panic!("{}", at(&error))).blocks
        } else {
            vec![read::<Form>(text).unwrap_or_else(|error| panic!("{}", at(&error)))]
        };
        let faults: Vec<_> = blocks.iter().flat_map(|block| block.lens().check()).collect();
        assert!(faults.is_empty(), "{}", at(&format!("{faults:?}")));
    }
    for form in Form::NAMES {
        let shown = |(_, text): &(usize, String)| text.trim_start().starts_with(&format!("{form}("));
        assert!(examples.iter().any(shown), "the guide has an example of {form}");
    }
}

/// The names that may stand where `text` holds one that cannot be, as its own reader lists them.
fn expected(error: ron::error::SpannedError) -> &'static [&'static str] {
    match error.code {
        ron::Error::NoSuchStructField { expected, .. } | ron::Error::NoSuchEnumVariant { expected, .. } => expected,
        other => panic!("a name was expected to be unknown: {other}"),
    }
}

#[test]
fn the_guide_names_every_field_and_every_choice() {
    let guide = guide();
    let mut names: Vec<(&str, &[&str])> = vec![
        ("Workshop", expected(read::<Workshop>("(nonsense: 1)").expect_err("unknown"))),
        ("Round", expected(read::<Round>("(nonsense: 1)").expect_err("unknown"))),
        ("phase", expected(read::<aantafel::workshop::Phase>("(nonsense: 1)").expect_err("unknown"))),
        ("category", expected(read::<aantafel::form::collect::Category>("(nonsense: 1)").expect_err("unknown"))),
        ("column", expected(read::<aantafel::form::Column>("(nonsense: 1)").expect_err("unknown"))),
        ("slot", expected(read::<aantafel::form::formulate::Slot>("(nonsense: 1)").expect_err("unknown"))),
        ("group", expected(read::<Group>("Nonsense").expect_err("unknown"))),
        ("tone", expected(read::<Tone>("Nonsense").expect_err("unknown"))),
        ("kind", expected(read::<aantafel::form::ColumnKind>("Nonsense").expect_err("unknown"))),
        ("preset", expected(read::<aantafel::form::collect::Preset>("Nonsense").expect_err("unknown"))),
        ("form", Form::NAMES),
        ("source", expected(read::<form::Source>("Nonsense").expect_err("unknown"))),
        ("each", expected(read::<form::Each>("Nonsense").expect_err("unknown"))),
        ("as", expected(read::<form::InName>("Nonsense").expect_err("unknown"))),
        ("hidden", expected(read::<terms::Hidden>("Nonsense").expect_err("unknown"))),
        ("only", expected(read::<terms::Only>("Nonsense").expect_err("unknown"))),
        ("until", expected(read::<terms::Until>("(nonsense: 1)").expect_err("unknown"))),
        ("condition", expected(read::<terms::Condition>("Nonsense").expect_err("unknown"))),
        ("rule", expected(read::<terms::Rule>("Nonsense").expect_err("unknown"))),
        ("derive", expected(read::<terms::Derive>("Nonsense").expect_err("unknown"))),
        ("carry", expected(read::<terms::Carry>("(nonsense: 1)").expect_err("unknown"))),
        ("rotate", expected(read::<terms::Rotate>("(nonsense: 1)").expect_err("unknown"))),
        ("what moves", expected(read::<terms::Moves>("Nonsense").expect_err("unknown"))),
        ("per", expected(read::<terms::Per>("Nonsense").expect_err("unknown"))),
        ("scale", expected(read::<form::judge::Scale>("Nonsense").expect_err("unknown"))),
        ("axis", expected(read::<form::judge::Axis>("(nonsense: 1)").expect_err("unknown"))),
        ("how", expected(read::<form::vote::How>("Nonsense").expect_err("unknown"))),
        ("sticker", expected(read::<form::vote::StickerKind>("(nonsense: 1)").expect_err("unknown"))),
        ("cell", expected(read::<form::matrix::CellKind>("Nonsense").expect_err("unknown"))),
        ("sign", expected(read::<form::matrix::CellSign>("(nonsense: 1)").expect_err("unknown"))),
        ("meaning", expected(read::<form::matrix::Meaning>("Nonsense").expect_err("unknown"))),
        ("link", expected(read::<form::link::LinkKind>("(nonsense: 1)").expect_err("unknown"))),
        ("draw", expected(read::<form::assign::Draw>("Nonsense").expect_err("unknown"))),
    ];
    for form in Form::NAMES {
        names.push((form, expected(read::<Form>(&format!("{form}(nonsense: 1)")).expect_err("unknown"))));
    }
    for (whose, names) in names {
        for name in names {
            let told = guide.contains(&format!("`{name}`")) || guide.contains(&format!("`{name}("));
            assert!(told, "docs/workshops.md does not tell what `{name}` of a {whose} is");
        }
    }
}
