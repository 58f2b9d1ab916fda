//! Stories of somebody typing, and the promises of the editor under any operations at all.

use super::{Editor, Goal, Op, bounds};
use crate::text::width::grapheme_width;
use crate::text::{clean, is_clean, samples};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn typed(text: &str) -> Editor {
    let mut editor = Editor::new();
    for c in text.chars() {
        editor.apply(&Op::Insert(c.to_string()));
    }
    editor
}

fn with_caret(editor: &Editor) -> String {
    format!("{}|{}", editor.before(), editor.after())
}

fn after(start: &str, ops: &[Op]) -> String {
    let (before, behind) = start.split_once('|').expect("a caret");
    let mut editor = Editor::with_text(&format!("{before}{behind}"));
    editor.apply(&Op::To(before.len()));
    for op in ops {
        editor.apply(op);
    }
    with_caret(&editor)
}

#[test]
fn a_family_typed_one_character_at_a_time_is_one_grapheme_and_goes_at_one_key() {
    let mut editor = typed("ja 👩\u{200d}👩\u{200d}👧");
    assert_eq!(editor.text(), "ja 👩\u{200d}👩\u{200d}👧");
    assert!(editor.apply(&Op::Back));
    assert_eq!(editor.text(), "ja ");
}

#[test]
fn an_accent_typed_behind_its_letter_makes_one_letter() {
    assert_eq!(after("cafe|s", &[Op::Insert("\u{301}".into())]), "café|s");
    assert_eq!(after("🇳|x", &[Op::Insert("🇱".into())]), "🇳🇱|x");
    assert_eq!(after("e\n|", &[Op::Insert("\u{301}".into()), Op::To(2), Op::Back]), "é|");
}

#[test]
fn a_paste_comes_in_clean() {
    assert_eq!(
        after("a|z", &[Op::Insert("\u{1b}[31mrood\u{1b}[0m\r\nen\tcafe\u{301}\u{202e}".into())]),
        "arood\nen café|z"
    );
    assert_eq!(after("a|z", &[Op::Insert("\u{7}\u{200d}".into())]), "a|z");
}

#[test]
fn words_and_paragraphs_are_gone_through_and_taken_away() {
    assert_eq!(after("ik don't| weten", &[Op::WordLeft]), "ik |don't weten");
    assert_eq!(after("ik| don't weten", &[Op::WordRight]), "ik don't| weten");
    assert_eq!(after("ik don't | weten", &[Op::WordBack]), "ik | weten");
    assert_eq!(after("ik| don't weten", &[Op::WordDelete]), "ik| weten");
    assert_eq!(after("een\ntwee| drie\nvier", &[Op::KillToEnd]), "een\ntwee|\nvier");
    assert_eq!(after("een\ntwee| drie\nvier", &[Op::KillToStart, Op::KillToStart]), "een\n| drie\nvier");
    assert_eq!(after("een\ntwee| drie\nvier", &[Op::Start]), "een\n|twee drie\nvier");
    assert_eq!(after("een\ntwee| drie\nvier", &[Op::End, Op::Right, Op::Right]), "een\ntwee drie\nv|ier");
}

#[test]
fn undo_goes_back_a_word_at_a_time() {
    let mut editor = typed("één, twee  drie");
    let mut seen = vec![];
    while editor.apply(&Op::Undo) {
        seen.push(editor.text().to_owned());
    }
    assert_eq!(seen, ["één, twee", "één,", ""]);
    while editor.apply(&Op::Redo) {}
    assert_eq!(with_caret(&editor), "één, twee  drie|");
    assert!(editor.can_undo() && !editor.can_redo());
}

#[test]
fn moving_away_a_paste_and_erasing_are_steps_of_their_own() {
    let mut editor = typed("ab");
    for op in [
        Op::Left,
        Op::Insert("c".into()),
        Op::Insert("geplakt stuk".into()),
        Op::Insert("d".into()),
        Op::Back,
        Op::Back,
    ] {
        assert!(editor.apply(&op));
    }
    let mut seen = vec![with_caret(&editor)];
    while editor.apply(&Op::Undo) {
        seen.push(with_caret(&editor));
    }
    assert_eq!(seen, ["acgeplakt stu|b", "acgeplakt stukd|b", "acgeplakt stuk|b", "ac|b", "a|b", "|"]);
}

#[test]
fn setting_a_text_is_one_step_and_clearing_is_none() {
    let mut editor = typed("oud");
    assert!(editor.apply(&Op::Set("nieu\u{308}w".into())));
    assert!(!editor.apply(&Op::Set("nieu\u{308}w".into())));
    assert_eq!(with_caret(&editor), "nieüw|");
    assert!(editor.apply(&Op::Undo));
    assert_eq!(with_caret(&editor), "oud|");
    editor.clear();
    assert_eq!(editor, Editor::new());
    assert!(editor.is_empty() && !editor.can_undo() && !editor.apply(&Op::Undo));
}

#[test]
fn arrows_go_by_rows_and_remember_their_column() {
    let mut editor = Editor::with_text("abcdef\nx\nghij klm");
    editor.apply(&Op::To(5));
    let mut goal = Goal::default();
    let mut seen = vec![];
    while let Some(op) = goal.down(&editor, 6) {
        editor.apply(&op);
        seen.push(with_caret(&editor));
    }
    assert_eq!(seen, ["abcdef\nx|\nghij klm", "abcdef\nx\nghij| klm", "abcdef\nx\nghij klm|"]);
    assert_eq!(goal.up(&editor, 6), Some(Op::To(13)));
    assert_eq!(editor.up(6), Some(Op::To(12)));
    editor.apply(&Op::Start);
    assert_eq!((editor.home(6), editor.end(6), editor.caret(6)), (Op::To(9), Op::To(13), (2, 0)));
}

#[test]
fn a_click_beside_the_text_is_its_end() {
    let editor = Editor::with_text("één twee\n漢字");
    assert_eq!(editor.at(0, 70, 5), Op::To("één".len()));
    assert_eq!(editor.at(1, 70, 5), Op::To("één twee".len()));
    assert_eq!(editor.at(2, 1, 5), Op::To("één twee\n".len()));
    assert_eq!(editor.at(9, 2, 5), Op::To("één twee\n漢".len()));
}

#[test]
fn an_op_is_written_as_it_is_named() {
    let ops = vec![Op::Insert("é".into()), Op::WordBack, Op::To(3)];
    let line = serde_json::to_string(&ops).expect("plain data");
    assert_eq!(line, r#"[{"Insert":"é"},"WordBack",{"To":3}]"#);
    assert_eq!(serde_json::from_str::<Vec<Op>>(&line).expect("its own writing"), ops);
}

fn op() -> impl Strategy<Value = Op> {
    let plain = [
        Op::Back,
        Op::Delete,
        Op::WordBack,
        Op::WordDelete,
        Op::KillToEnd,
        Op::KillToStart,
        Op::Left,
        Op::Right,
        Op::WordLeft,
        Op::WordRight,
        Op::Start,
        Op::End,
        Op::Undo,
        Op::Undo,
        Op::Redo,
    ];
    prop_oneof![
        8 => samples::text(1).prop_map(Op::Insert),
        2 => samples::text(4).prop_map(Op::Insert),
        8 => prop::sample::select(plain.to_vec()),
        2 => (0usize..90).prop_map(Op::To),
        1 => samples::text(4).prop_map(Op::Set),
    ]
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(op(), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn whatever_is_done_the_text_stays_clean_and_the_caret_between_graphemes(start in samples::text(8), ops in ops()) {
        let mut editor = Editor::with_text(&start);
        for op in &ops {
            let before = editor.clone();
            let changed = editor.apply(op);
            prop_assert!(is_clean(editor.text()), "{:?} made {:?}", op, editor.text());
            prop_assert!(bounds::is_bound(editor.text(), editor.cursor()), "{:?} in {:?}", op, with_caret(&editor));
            prop_assert_eq!(editor.before().to_owned() + editor.after(), editor.text());
            if changed {
                prop_assert!(editor.text() != before.text() || editor.cursor() != before.cursor(), "{:?}", op);
            } else {
                prop_assert_eq!(&editor, &before);
            }
        }
    }

    #[test]
    fn undoing_all_gives_the_start_and_redoing_all_the_end(start in samples::text(8), ops in ops()) {
        let mut editor = Editor::with_text(&start);
        ops.iter().for_each(|op| { editor.apply(op); });
        while editor.apply(&Op::Redo) {}
        let end = editor.text().to_owned();
        while editor.apply(&Op::Undo) {
            prop_assert!(is_clean(editor.text()) && bounds::is_bound(editor.text(), editor.cursor()));
        }
        prop_assert_eq!(editor.text(), clean(&start));
        while editor.apply(&Op::Redo) {}
        prop_assert_eq!(editor.text(), end);
    }

    #[test]
    fn replaying_what_changed_gives_the_same_editor(start in samples::text(8), ops in ops()) {
        let mut editor = Editor::with_text(&start);
        let journal: Vec<Op> = ops.into_iter().filter(|op| editor.apply(op)).collect();
        let journal = serde_json::to_string(&journal).expect("plain data");
        let mut again = Editor::with_text(&start);
        for op in serde_json::from_str::<Vec<Op>>(&journal).expect("its own writing") {
            prop_assert!(again.apply(&op));
        }
        prop_assert_eq!(again, editor);
    }

    #[test]
    fn inserting_is_cleaning_what_stands_there(start in samples::text(6), new in samples::text(3), place in 0usize..60) {
        prop_assume!(!new.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
        let mut editor = Editor::with_text(&start);
        editor.apply(&Op::To(place));
        let whole = format!("{}{new}{}", editor.before(), editor.after());
        editor.apply(&Op::Insert(new));
        prop_assert_eq!(editor.text(), clean(&whole));
    }

    #[test]
    fn where_the_caret_is_seen_a_click_finds_it(start in samples::text(16), place in 0usize..120, width in 0usize..12) {
        let mut editor = Editor::with_text(&start);
        editor.apply(&Op::To(place));
        let (row, col) = editor.caret(width);
        let rows = editor.rows(width);
        prop_assert!(rows[row].start <= editor.cursor() && editor.cursor() <= rows[row].end);
        let Op::To(found) = editor.at(row, col, width) else { panic!("a click is a place") };
        let mut clicked = editor.clone();
        clicked.apply(&Op::To(found));
        let between = &editor.text()[found.min(editor.cursor())..found.max(editor.cursor())];
        prop_assert!(between.graphemes(true).all(|g| g != "\n" && grapheme_width(g) == 0), "{:?}", between);
        for op in [editor.home(width), editor.end(width)] {
            clicked.apply(&op);
            prop_assert_eq!(clicked.caret(width).0, row);
        }
    }

    #[test]
    fn arrows_go_exactly_one_row(start in samples::text(16), place in 0usize..120, width in 0usize..12) {
        let mut editor = Editor::with_text(&start);
        editor.apply(&Op::To(place));
        let (row, _) = editor.caret(width);
        let last = editor.rows(width).len() - 1;
        prop_assert_eq!((editor.up(width).is_none(), editor.down(width).is_none()), (row == 0, row == last));
        let moves = [(editor.up(width), row.wrapping_sub(1)), (editor.down(width), row + 1)];
        for (op, expected) in moves.into_iter().filter_map(|(op, row)| Some((op?, row))) {
            let mut moved = editor.clone();
            moved.apply(&op);
            prop_assert_eq!(moved.caret(width).0, expected);
        }
    }
}
