//! Stories of mistakes: what a person wrote, and what is said about it, where.

use super::*;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Workshop {
    format: u32,
    #[serde(default)]
    title: Option<String>,
    rounds: Vec<Round>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Round {
    id: String,
    #[serde(default)]
    blocks: Vec<Block>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Block {
    Pause,
    Collect(Collect),
    Vote { dots: u8 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Collect {
    id: String,
    minutes: u8,
}

fn mistake(text: &str) -> Mistake {
    read::<Workshop>(text).expect_err("fails")
}

fn told(text: &str) -> String {
    mistake(text).to_string()
}

#[test]
fn what_people_may_write() {
    let reading = read::<Workshop>(
        "#![enable(implicit_some)]\n/* x */ Werkvorm(format: 1, title: \"T\", colour: (1), rounds: [(id: \"a\", blocks: \
         [Pause, Collect(id: \"c\", minutes: 3), Vote(dots: 2)], extra: 1)]) // klaar",
    )
    .expect("works");
    assert_eq!(reading.value.rounds[0].blocks.len(), 3);
    assert_eq!(reading.value.title.as_deref(), Some("T"));
    assert_eq!(reading.ignored, ["colour", "rounds[0].extra"]);
    assert_eq!(read::<Block>("Vote(dots: 2)").expect("works").value, Block::Vote { dots: 2 });
    assert_eq!(read_bytes::<u8>(b"\xEF\xBB\xBF3\r\n", 9).expect("works").value, 3);
}

#[test]
fn every_mistake_has_its_place_and_its_words() {
    let file = |blocks: &str| {
        format!("Workshop(\n  format: 1,\n  rounds: [\n    (id: \"één\", blocks: [{blocks}]),\n  ],\n)\n")
    };
    insta::assert_snapshot!([
        told(&file("Collect(id: \"x\")")),
        told(&file("Pause, Collect(id: \"x\", minuets: 3)")),
        told(&file("Pause, Collect(id: \"x\", minutes: \"3\")")),
        told(&file("Colect(id: \"x\", minutes: 3)")),
        told(&file("Vote(dots: 300)")),
        told(&file("Vote(dots: 3, dots: 4)")),
        told(&file("Vote(dots: 3")),
        told(&file("Vote(dots: 3]")),
        told(&file("Vote(dots 3)")),
        told(&file("\"Pause\"")),
        told(&file("Pause Pause")),
        told("Workshop(format: 1, rounds: (id: 3))"),
        told("Workshop(format: 1, rounds: [(id: 3)])"),
        told("Workshop(format: \"1\", rounds: [])"),
        told("Workshop(format: 1)"),
        told("Workshop(format: 1, rounds: []) x"),
        told("Workshop(\n  format: 1,\n  rounds: [\n    (id: \"a"),
        told("Workshop(\n  format: 1,\n  rounds: [\n    (id: \"a\""),
        told("Workshop(\n  format: 1, /* oei\n  rounds: []\n)"),
        told("// niets\n"),
        told("[1]"),
    ].join("\n"), @r#"
    4:26: the field `minutes` of Collect is missing (at rounds[0].blocks[0])
    4:50: there is no field `minuets` here; did you mean `minutes`? (at rounds[0].blocks[1].minuets)
    4:59: a whole number belongs here, not a text in quotes (at rounds[0].blocks[1].minutes)
    4:26: `Colect` is not one of the choices; did you mean `Collect`? (at rounds[0].blocks[0])
    4:37: this number does not fit here (at rounds[0].blocks[0].dots)
    4:40: the field `dots` is written twice (at rounds[0].blocks[0])
    4:38: `]` cannot close the `(` of line 4, column 30 (at rounds[0].blocks[0])
    4:38: `]` cannot close the `(` of line 4, column 30 (at rounds[0].blocks[0])
    4:35: Expected colon (at rounds[0].blocks[0])
    4:26: a bare word belongs here, not a text in quotes (at rounds[0].blocks[0])
    4:32: Expected comma (at rounds[0].blocks)
    1:29: a list `[…]` belongs here, not fields in round brackets `(…)` (at rounds)
    1:35: a text in quotes belongs here, not a whole number (at rounds[0].id)
    1:18: a whole number belongs here, not a text in quotes (at format)
    1:1: the field `rounds` of Workshop is missing
    1:32: Non-whitespace trailing characters
    4:10: the string that begins here is never closed; the text ends in line 4 (at rounds[0].id)
    4:5: this `(` is never closed; the text ends in line 4 (at rounds[0])
    2:14: the comment that begins here is never closed; the text ends in line 4
    1:9: there is nothing in it
    1:1: fields in round brackets `(…)` belongs here, not a list `[…]`
    "#);
}

#[test]
fn a_format_is_read_from_any_future_file() {
    for text in [
        "(format: 7)",
        "Table(format: 7, x: @@@ [",
        "#![enable(x)]\n// c\nW( /* */ format: 7,",
        "(a: (format: 3), format: 7)",
    ] {
        assert_eq!(format_of(text), Ok(7), "{text}");
    }
    for text in ["", "(", "[format]", "(formaat: 3)", "(a: (format: 3))", "\"format: 7\"", "// format: 7", "format: 7"]
    {
        assert_eq!(format_of(text).expect_err("fails").what, What::NoFormat, "{text}");
    }
    let wrong = format_of("(\n format: \"7\")").expect_err("fails");
    assert_eq!((wrong.line, wrong.col), (2, 10));
    assert_eq!(check_format("T(format: 2)", 2), Ok(2));
    assert_eq!(check_format("T(format: 3)", 2).expect_err("fails").what, What::Newer { format: 3, ours: 2 });
    assert_eq!(name_of("// x\nTable(format: 1)"), Some("Table"));
    assert_eq!(name_of("(format: 1)"), None);
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let wrong = read_bytes::<u8>(b"(\n  a\xFF", 100).expect_err("fails");
    assert_eq!((wrong.line, wrong.col, wrong.what), (2, 4, What::NotUtf8 { at: 5 }));
    assert_eq!(read_bytes::<u8>(b"123", 2).expect_err("fails").what, What::TooLarge { bytes: 3, most: 2 });
}

#[test]
fn a_bomb_of_brackets_is_refused() {
    #[derive(Debug, Deserialize)]
    struct Deep(#[expect(dead_code, reason = "only its reading is tried")] Vec<Deep>);
    assert_eq!(read::<Deep>(&"[".repeat(100_000)).expect_err("fails").what, What::TooDeep);
    assert_eq!(
        read::<Workshop>(&format!("(format: 1, x: {}", "[".repeat(100_000))).expect_err("fails").what,
        What::TooDeep
    );
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in r##"[a-z"'#/*\\(),:\[\]{}!0-9 é\n]{0,120}"##) {
        let _ = (read::<Workshop>(&text), format_of(&text), name_of(&text));
    }

    #[test]
    fn no_damage_makes_it_panic(cut in 0usize..120, put in any::<Option<char>>()) {
        let text = "Workshop(format: 1, rounds: [(id: \"é\", blocks: [Pause, Vote(dots: 3), Collect(id: \"x\", minutes: 2)])])";
        let mut damaged: Vec<char> = text.chars().collect();
        let cut = cut.min(damaged.len() - 1);
        damaged.splice(cut..=cut, put);
        let damaged: String = damaged.into_iter().collect();
        let _ = read::<Workshop>(&damaged);
    }

    #[test]
    fn every_truncation_is_called_one(cut in 1usize..100) {
        let text = "Workshop(format: 1, rounds: [(id: \"a\", blocks: [Pause, Vote(dots: 3), Collect(id: \"x\", minutes: 2)])])";
        let cut = cut.clamp("Workshop(".len(), text.len() - 1);
        let wrong = mistake(&text[..cut]);
        prop_assert!(matches!(wrong.what, What::Truncated { .. }), "{} -> {}", &text[..cut], wrong);
    }
}
