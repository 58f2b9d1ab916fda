//! Stories and properties of finding and salvaging; a file of its own because the texts are long.

use super::super::salvage;
use super::*;
use proptest::prelude::*;

const WORKSHOP: &str = r##"// een werkvorm
#![enable(implicit_some)]
Workshop(
  format: 1,
  rounds: [
    Round(id: "één", blocks: []),
    (id: "twee"),
    (
      id: "drie",
      blocks: [
        Collect(
          id: "wat", /* [ ( */ categories: [
            (sigil: '+'),
            (name: r#"a "b" )"#, sigil: '-'),
          ],
        ),
        Some(Vote((id: "kies", dots: 3))),
        Vote(4, "x"),
      ],
    ),
  ],
  map: {"a b": 1, "c": 2},
)
"##;

fn at(path: &str) -> Option<&'static str> {
    let offset = offset(WORKSHOP, path)?;
    Some(WORKSHOP[offset..].split([',', '\n', ')', '}']).next().expect("works"))
}

#[test]
fn a_path_leads_to_its_value_through_variants_and_some() {
    assert_eq!(at("rounds[0].id"), Some("\"één\""));
    assert_eq!(at("rounds[2].blocks[0].categories[1].sigil"), Some("'-'"));
    assert_eq!(at("rounds[2].blocks[0].Collect.id"), Some("\"wat\""));
    assert_eq!(at("rounds[2].blocks[1].dots"), Some("3"));
    assert_eq!(at("rounds[2].blocks[2][0]"), Some("4"));
    assert_eq!(at("map.c"), Some("2"));
    assert_eq!(at("rounds[1].title"), Some("(id: \"twee\""), "a missing last step falls back to its parent");
    assert_eq!(at("rounds[9].blocks[0]"), None);
    assert_eq!(at("rounds[x]"), None);
    assert_eq!(locate(WORKSHOP, "rounds[0].blocks"), Some((6, 30)), "columns are characters");
    assert_eq!(locate(WORKSHOP, ""), Some((3, 1)));
    assert_eq!(locate("", "a"), None);
}

#[test]
fn fields_and_elements_are_pieces_of_the_text() {
    let top = fields(WORKSHOP, offset(WORKSHOP, "").expect("works")).expect("works");
    assert_eq!(top.iter().map(|field| field.name).collect::<Vec<_>>(), ["format", "rounds", "map"]);
    assert_eq!(top[0].value, "1");
    assert_eq!(elements(WORKSHOP, top[1].at).expect("works").len(), 3);
    assert_eq!(fields(WORKSHOP, top[2].at).expect("works")[0].name, "a b");
    assert_eq!(elements(WORKSHOP, top[0].at), None);
    assert_eq!(fields("(a: 1", 0), None, "an unfinished struct has no fields to rely on");
}

#[test]
fn an_unknown_field_is_put_back_where_a_comment_cannot_swallow_it() {
    for (text, wanted) in [
        ("(\n  a: 1, // laatste\n)", "(\n  a: 1,\n  b: [2],, // laatste\n)"),
        ("(\n  a: 1 // laatste\n)", "(\n  a: 1,\n  b: [2], // laatste\n)"),
        ("T()", "T(\n  b: [2],\n)"),
    ] {
        let wanted = wanted.replace(",,", ",");
        assert_eq!(add_fields(text, 0, &["b: [2]"]).expect("works"), wanted);
    }
    assert_eq!(add_fields("[1]", 5, &["b: 1"]), None);
}

fn table(entries: usize) -> String {
    let mut text = "Table(\n  format: 1,\n  entries: [\n".to_owned();
    for n in 0..entries {
        text.push_str(&format!(
            "    (\n      id: \"e{n}\",\n      text: \"zin {n} (met haakjes) [en], komma's\",\n    ),\n"
        ));
    }
    text.push_str("  ],\n  other: [(id: \"nee\")],\n)\n");
    text
}

fn ids(text: &str) -> Vec<String> {
    let id = |(range, piece): (Range<usize>, &str)| {
        assert_eq!(&text[range], piece);
        let all = fields(piece, 0)?;
        let field = all.iter().find(|field| field.name == "id")?;
        Some(field.value.trim_matches('"').to_owned())
    };
    salvage(text, "entries").into_iter().filter_map(id).collect()
}

#[test]
fn a_truncated_file_gives_every_entry_that_is_whole() {
    let text = table(4);
    let third = text.find("(\n      id: \"e2\"").expect("works");
    assert_eq!(ids(&text), ["e0", "e1", "e2", "e3"]);
    assert_eq!(ids(&text[..third + 20]), ["e0", "e1"]);
}

#[test]
fn one_lost_sign_costs_one_entry() {
    let text = table(4);
    let start = text.find("(\n      id: \"e1\"").expect("works");
    let stop = text.find("(\n      id: \"e2\"").expect("works");
    for (n, c) in text[start..stop].char_indices().filter(|&(_, c)| "\"():,".contains(c)) {
        let mut damaged = text.clone();
        damaged.remove(start + n);
        let found = ids(&damaged);
        for id in ["e0", "e2", "e3"] {
            assert!(found.iter().any(|f| f == id), "{id} after losing {c:?} at {n}: {found:?}\n{damaged}");
        }
        assert!(!found.iter().any(|f| f == "nee"), "{found:?}");
    }
}

#[test]
fn damage_before_the_list_does_not_hide_it() {
    let text = table(3).replace("format: 1,", "format: \"1,");
    assert_eq!(ids(&text), ["e0", "e1", "e2"]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in r##"[a-z"'#/*\\(),:\[\]{} é\n]{0,300}"##, at in 0usize..320, path in r"[a-z.\[\]0-9]{0,12}") {
        let _ = (locate(&text, &path), fields(&text, at), elements(&text, at), salvage(&text, "a"), line_col(&text, at));
        let _ = add_fields(&text, at, &["x: 1"]);
    }

    #[test]
    fn a_mutated_file_never_panics_and_keeps_what_lies_before(cut in 0usize..800, put in r#"[\x00-\x7f]{0,3}"#) {
        let text = table(6);
        let cut = cut.min(text.len());
        let damaged = format!("{}{put}{}", &text[..cut], &text[(cut + 1).min(text.len())..]);
        let whole_before = text[..cut].matches("    ),\n").count();
        let found = ids(&damaged);
        if cut > 60 {
            prop_assert!(found.len() >= whole_before, "{found:?} {damaged}");
        }
        let _ = locate(&damaged, "entries[3].text");
    }

    #[test]
    fn a_truncation_keeps_every_entry_before_it(cut in 0usize..800) {
        let text = table(6);
        let cut = cut.min(text.len());
        prop_assert!(ids(&text[..cut]).len() >= text[..cut].matches("    ),\n").count());
    }
}

#[test]
fn deep_and_long_hostile_text_takes_no_time() {
    let n = 200_000;
    let start = std::time::Instant::now();
    for text in
        ["(".repeat(n), "[(".repeat(n), "a(".repeat(n), "r#".repeat(n), "\"#".repeat(n), "/*".repeat(n), "'".repeat(n)]
    {
        let _ = (locate(&text, "a[0].b"), fields(&text, 0), salvage(&text, "a"));
        let listed = format!("(a: [\n  {text}");
        let _ = (salvage(&listed, "a"), locate(&listed, "a[0].b"));
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
