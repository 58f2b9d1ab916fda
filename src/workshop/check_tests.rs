//! What an author gets wrong, and what the check says of it.

use super::*;
use crate::workshop::shipped;

/// A workshop with one round, of which a test spoils something.
const SOUND: &str = r#"Workshop(
    format: 1,
    id: "proef",
    language: "nl",
    title: "Proef",
    parties: ["Gemeente", "Welzijn 2"],
    rounds: [
        Round(id: "een", title: "Een", question: "Wat?", minutes: 8, phases: [(minutes: 3, least: 2), (minutes: 5)],
            blocks: [
                Collect(id: "lijst", categories: [
                    (id: "goed", label: "Goed", sigil: "+"),
                    (id: "fout", label: "Fout", sigil: "!"),
                ]),
                Formulate(id: "zin", from: ["lijst"], slots: [(id: "kern", label: "Kern")]),
            ]),
    ],
)
"#;

fn said(text: &str) -> Vec<String> {
    let words = Words::new(Lang::En);
    let (_, complaints) = check(text);
    complaints.iter().map(|one| format!("{}:{}: {}", one.line, one.col, tell(&words, one).0)).collect()
}

fn spoiled(was: &str, now: &str) -> Vec<String> {
    assert!(SOUND.contains(was), "{was}");
    said(&SOUND.replacen(was, now, 1))
}

#[test]
fn what_is_right_gives_no_complaint_and_all_that_ships_is_right() {
    assert_eq!(said(SOUND), Vec::<String>::new());
    for lang in Lang::ALL {
        for one in shipped(lang.code()) {
            let (workshop, _) = check(one.text);
            assert!(workshop.is_some(), "{lang}/{}", one.id);
            assert_eq!(said(one.text), Vec::<String>::new(), "{lang}/{}", one.id);
        }
    }
}

#[test]
fn every_mistake_is_told_where_it_stands() {
    let keys = |was: &str, now: &str| -> Vec<(usize, &'static str)> {
        assert!(SOUND.contains(was), "{was}");
        let key = |complaint: Complaint| match complaint.about {
            About::Meaning(fault) => (complaint.line, fault.key),
            About::Reading(mistake) => panic!("{mistake}"),
        };
        check(&SOUND.replacen(was, now, 1)).1.into_iter().map(key).collect()
    };
    for (was, now, expected) in [
        ("id: \"proef\"", "id: \"\"", vec![(3, "empty")]),
        ("id: \"proef\"", "id: \"mijn proef\"", vec![(3, "id-odd")]),
        ("\"nl\"", "\"de\"", vec![(4, "language")]),
        ("\"Proef\"", "\" \"", vec![(5, "empty")]),
        ("\"Proef\"", "\"Een titel die veel te breed is voor de lijst\"", vec![(5, "title-wide")]),
        ("\"Proef\"", "\"Twee\\nregels\"", vec![(5, "title-lines")]),
        ("\"Welzijn 2\"", "\"gemeente\"", vec![(6, "party-twice")]),
        ("\"Welzijn 2\"", "\"\"", vec![(6, "party-empty")]),
        ("question: \"Wat?\", ", "", vec![(8, "no-question")]),
        ("minutes: 8", "minutes: 9", vec![(8, "minutes-differ")]),
        ("minutes: 3, least: 2", "minutes: 3, least: 4", vec![(8, "least-above-minutes")]),
        ("minutes: 8, phases: [(minutes: 3, least: 2), (minutes: 5)]", "minutes: 0", vec![(8, "no-minutes")]),
        ("minutes: 8, phases: [(minutes: 3, least: 2), ", "phases: [(minutes: 0), ", vec![(8, "phase-without-time")]),
        ("\"Fout\"", "\"Fout\\u{1b}[2J\"", vec![(12, "control")]),
        ("sigil: \"!\"", "sigil: \"+\"", vec![(12, "sigil-twice")]),
        ("sigil: \"!\"", "sigil: \":\"", vec![(12, "sigil-notes")]),
        ("sigil: \"!\"", "sigil: \"ab\"", vec![(12, "sigil-wrong")]),
        ("from: [\"lijst\"]", "from: [\"lijstje\"]", vec![(14, "from-unknown")]),
        ("from: [\"lijst\"]", "from: [\"zin\"]", vec![(14, "from-later")]),
        ("id: \"zin\"", "id: \"lijst\"", vec![(14, "block-twice")]),
        ("id: \"kern\"", "id: \"\"", vec![(14, "empty")]),
    ] {
        assert_eq!(keys(was, now), expected, "{now}");
    }
    let empty = SOUND.split("rounds:").next().unwrap_or_default().to_owned() + "rounds: [])";
    assert_eq!(said(&empty).len(), 1);
}

#[test]
fn a_sign_that_another_round_has_and_a_round_that_stands_twice_are_told() {
    let round = SOUND.find("        Round(").expect("stands");
    let end = SOUND.rfind("    ],\n)").expect("stands");
    let twice = format!("{}{}{}", &SOUND[..end], &SOUND[round..end], &SOUND[end..]);
    let (_, complaints) = check(&twice);
    let keys: Vec<_> = complaints
        .iter()
        .filter_map(|one| if let About::Meaning(fault) = &one.about { Some(fault.key) } else { None })
        .collect();
    assert_eq!(keys, ["round-twice", "block-twice", "sigil-elsewhere", "sigil-elsewhere", "block-twice"]);
}

#[test]
fn a_text_that_cannot_be_read_gives_one_complaint_with_its_place() {
    assert_eq!(spoiled("language", "lanuage").len(), 1);
    assert_eq!(spoiled("format: 1", "format: 7").len(), 1);
    assert_eq!(said("").len(), 1);
    let (workshop, complaints) = check(&SOUND[..SOUND.len() / 2]);
    assert!(workshop.is_none());
    assert_eq!(complaints.len(), 1);
    for lang in Lang::ALL {
        let (sentence, remedy) = tell(&Words::new(lang), &complaints[0]);
        assert!(!sentence.is_empty() && !remedy.is_empty());
    }
}

/// Blocks that take from one another in every wrong way.
const TANGLED: &str = r#"Workshop(format: 1, id: "w", language: "nl", title: "Proef", rounds: [
  Round(id: "a", title: "A", question: "Wat?", minutes: 5, blocks: [
    Collect(id: "x", categories: [(id: "c", label: "C")], derive: [Mean]),
    Judge(id: "j", from: [Block("j"), Block("q"), Category("x","z"), Block("later"), Groups("x")]),
    Collect(id: "y", each: Pairs("x"), categories: [(id: "d", label: "D")]),
    Vote(id: "v", from: [Block("later")]),
    Vote(id: "later", from: [Top("v", 0)]),
    Group(id: "g", from: [Block("x")], mean: "nergens"),
    Collect(id: "z", until: (when: NoObjection), categories: [(id: "e", label: "E")]),
  ]),
  Round(id: "b", title: "B", question: "Wat?", minutes: 5, each: Times(0), rotate: (moves: 0), blocks: [
    Collect(id: "u", categories: [(id: "f", label: "F")]),
  ]),
])
"#;

#[test]
fn what_blocks_take_from_one_another_is_looked_at() {
    let told = said(TANGLED).join("\n");
    insta::assert_snapshot!(told, @"
    3:67: derive means nothing in Collect.
    4:27: This block takes its items from itself.
    4:39: There is no block with the id “q” before this one.
    4:51: Block x has no category z.
    4:70: The block “later” comes after this text, so there is nothing to take from it yet.
    4:86: x is a Collect; this cannot be taken from it.
    5:28: x is a Collect; this cannot be taken from it.
    6:26: The blocks take their items from one another, in a circle: later waits for this block.
    7:30: The best none are no items.
    8:46: There is no block with the id “nergens” before this one.
    9:36: A Collect knows no objection and no consensus, so this has no end.
    11:66: Zero times is never.
    11:84: A round cannot both rotate and be repeated.
    11:92: There is a rotation, but of zero moves.
    ");
}

#[test]
fn two_languages_say_the_same_things() {
    let [own, other] = [SOUND.to_owned(), SOUND.replace("\"nl\"", "\"en\"").replace("id: \"fout\"", "id: \"wrong\"")];
    let (Some(one), Some(two)) = (check(&own).0, check(&other).0) else { panic!("both can be read") };
    let words = Words::new(Lang::En);
    let told = |text: &str, one: &Workshop, two: &Workshop| -> Vec<String> {
        compare(text, one, two).iter().map(|one| format!("{}:{}: {}", one.line, one.col, tell(&words, one).0)).collect()
    };
    assert_eq!(told(&own, &one, &two), ["12:26: fout is missing from the translation (en)."]);
    assert_eq!(told(&other, &two, &one), ["12:26: wrong is missing from the translation (nl)."]);
    assert_eq!(told(&own, &one, &one), Vec::<String>::new());
}
