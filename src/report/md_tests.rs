//! Markdown is read back with a parser that is not ours.

use super::*;
use crate::document::{
    Bar, Card, Figure, Picture,
    samples::{HOSTILE, every_block, long_word},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn written(blocks: Vec<Block>) -> String {
    let mut out = Vec::new();
    write(&Document { title: "T".into(), language: "nl".into(), blocks, ..Document::default() }, &mut out)
        .expect("works");
    String::from_utf8(out).expect("works")
}

/// The pieces a reader sees, each with the tags it stands in.
fn read(markdown: &str) -> Vec<(String, String)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let (mut stack, mut seen): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    let mut fresh = true;
    let mut add = |stack: &[String], words: &str, fresh: &mut bool| {
        match seen.last_mut() {
            Some((_, text)) if !*fresh => text.push_str(words),
            Some(_) | None => seen.push((stack.join(" "), words.to_owned())),
        }
        *fresh = false;
    };
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => {
                fresh = true;
                stack.push(match tag {
                    Tag::Heading { level, .. } => format!("{level}"),
                    Tag::Paragraph => "p".into(),
                    Tag::BlockQuote(_) => "quote".into(),
                    Tag::List(None) => "list".into(),
                    Tag::Item => "item".into(),
                    Tag::Strong => "strong".into(),
                    Tag::Emphasis => "em".into(),
                    Tag::Table(_) => "table".into(),
                    Tag::TableHead | Tag::TableRow => "row".into(),
                    Tag::TableCell => "cell".into(),
                    other => panic!("{other:?} in {markdown}"),
                });
            }
            Event::End(TagEnd::Table) | Event::End(_) => {
                fresh = true;
                stack.pop();
            }
            Event::Text(words) => add(&stack, &words, &mut fresh),
            Event::HardBreak => add(&stack, "\n", &mut fresh),
            Event::InlineHtml(html) if &*html == "<br>" => add(&stack, "\n", &mut fresh),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    seen
}

fn plain(words: &str) -> Vec<Run> {
    vec![Run::plain(words)]
}

#[test]
fn a_document_is_written_as_people_would_write_it() {
    let item = |words: &str, below| Item { runs: plain(words), below };
    let told = written(vec![
        Block::Facts(vec![("Datum".into(), "12 mei 2026".into())]),
        Block::Heading(1, "Tafel 1".into()),
        Block::Paragraph(vec![Run::strong("Wat helpt?")]),
        Block::List(vec![item("eerst\ndaarna", vec![item("oplossing", vec![])]), item("- derde", vec![])]),
        Block::Quote(plain("Ik hoef\nniets."), Some("Welzijn".into())),
        Block::Table(Table::new(
            vec!["Wat".into(), "Wie".into()],
            vec![vec![plain("a|b\nc"), vec![Run::aside("nog open")]]],
        )),
    ]);
    insta::assert_snapshot!(told, @r"
    # T

    - **Datum:** 12 mei 2026

    ## Tafel 1

    **Wat helpt?**

    - eerst\
      daarna
      - oplossing
    - \- derde

    > Ik hoef\
    > niets.
    >
    > — Welzijn

    | Wat | Wie |
    | --- | --- |
    | a\|b<br>c | *(nog open)* |
    ");
}

#[test]
fn hostile_words_stay_words() {
    for words in [
        "# kop",
        "<script>alert(1)</script>",
        "[klik](javascript:alert(1))",
        "![x](http://x)",
        "1. een",
        "12) twee",
        "> citaat",
        "---",
        "===",
        "```",
        "~~~ ~~weg~~",
        "a *b* _c_ **d** `e`",
        "&lt; &#60; & zo",
        "| a | b |",
        "\\* \\",
        "- [ ] taak",
        "slot #",
        "snake_case_naam",
        "*",
    ] {
        let told = written(vec![
            Block::Heading(2, words.into()),
            Block::Paragraph(plain(words)),
            Block::List(vec![Item { runs: plain(&format!("x\n{words}")), below: vec![] }]),
            Block::Quote(plain(words), Some(words.into())),
            Block::Table(Table::new(vec![words.into()], vec![vec![plain(words)]])),
        ]);
        let texts: Vec<String> = read(&told).into_iter().map(|(_, text)| text).collect();
        let twice = format!("x\n{words}");
        let dash = format!("— {words}");
        assert_eq!(texts, ["T", words, words, &twice, words, &dash, words, words], "{told}");
    }
    let told = written(vec![Block::Paragraph(plain("rood\u{1b}[31m\u{7}\u{202e}"))]);
    assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{told:?}");
}

proptest! {
    #[test]
    fn whatever_is_said_is_read_back_where_it_stood(
        words in "[ -~é漢\n]{0,24}", other in "[-#*+>|\\\\`_<&.)\\]\\[0-9a ]{1,12}",
    ) {
        let expect = |words: &str| {
            let clean = text::clean(words).into_owned();
            clean.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        };
        for words in [words, other] {
            let told = written(vec![
                Block::List(vec![Item { runs: plain("boven"), below: vec![Item { runs: plain(&words), below: vec![] }] }]),
                Block::Quote(plain(&words), None),
                Block::Table(Table::new(vec!["k".into()], vec![vec![plain(&words)]])),
                Block::Paragraph(vec![Run::plain("einde")]),
            ]);
            let read = read(&told);
            let at = |tags: &str| read.iter().find(|(stack, _)| stack == tags).map(|(_, text)| text.clone());
            let said = expect(&words);
            if said.is_empty() { continue; }
            prop_assert_eq!(at("list item list item"), Some(said.clone()), "{}", told);
            prop_assert_eq!(at("quote p"), Some(said.clone()), "{}", told);
            prop_assert_eq!(read.iter().rfind(|(stack, _)| stack == "table row cell").map(|(_, text)| text.clone()), Some(said), "{}", told);
            prop_assert_eq!(at("p"), Some("einde".to_owned()), "{}", told);
        }
    }
}

#[test]
fn every_block_survives_hostile_words_and_does_nothing() {
    let long = long_word();
    for words in HOSTILE.into_iter().chain([long.as_str()]) {
        let mut out = Vec::new();
        write(&every_block(words), &mut out).expect("works");
        let told = String::from_utf8(out).expect("works");
        assert!(!told.contains(|c: char| c.is_control() && c != '\n'), "{told:?}");
        let clean = text::clean_line(words).trim().to_owned();
        let seen = read(&told);
        let count = |words: &str| seen.iter().filter(|(_, text)| text.contains(words)).count();
        assert!(count(&clean) > 20, "{clean:?} is told {} times in\n{told}", count(&clean));
    }
}

#[test]
fn a_picture_is_told_as_a_table_and_a_code_in_brackets() {
    let bar = |label: &str, told: &str| Bar { label: label.into(), value: 1.0, told: told.into(), notch: None };
    let picture = Picture::Bars {
        what: "Partij".into(),
        measure: "Stemmen".into(),
        bars: vec![bar("Gemeente", "3 stemmen"), bar("Welzijn", "1 stem")],
        notch: String::new(),
    };
    let told = written(vec![
        Block::Figure(Figure { picture, caption: "Wie wat koos".into(), alt: "Gemeente koos het meest.".into() }),
        Block::Card(Card {
            title: "Conclusie".into(),
            paragraphs: vec![vec![Run::plain("Samen."), Run::link("T1·2·03")]],
        }),
        Block::PageBreak,
        Block::Lines(2),
    ]);
    insta::assert_snapshot!(told.replace(r"\_", "_"), @r"
    # T

    **Wie wat koos**\
    Gemeente koos het meest.

    | Partij | Stemmen |
    | --- | --- |
    | Gemeente | 3 stemmen |
    | Welzijn | 1 stem |

    > **Conclusie**
    >
    > Samen. \[T1·2·03\]

    ________________________________________

    ________________________________________
    ");
}
