//! Every workshop that ships, walked by keys from its first round to its last at two tables, in both languages.
//!
//! Nothing here knows a workshop: what is typed follows from what the program says of its places and boards, so that a new
//! workshop is walked from the day its file is born. `walker` holds the keyboard.

use crate::walker::Walker;
use aantafel::{
    form::{Form, board::Board, case},
    words::Lang,
    workshop::shipped,
};
use std::{process::Command, thread};

/// What a board tells, in words that have to stand wherever the board is told.
fn told(board: &Board) -> Vec<String> {
    let told = board.told_columns();
    let row = |row: &aantafel::form::board::Row| {
        let cells = row.cells.iter().take(told).map(|cell| cell.text.clone());
        let seen = row.remark.iter().map(|remark| remark.text.clone());
        cells.chain(seen).chain(row.notes.clone()).chain([row.label.clone()]).collect::<Vec<_>>()
    };
    let seen = board.below.iter().map(|remark| remark.text.clone());
    board.rows.iter().flat_map(row).chain(seen).filter(|words| !words.is_empty()).collect()
}

/// Text as it is read: without marks of a format, and with one space where there is any.
fn plain(text: &str) -> String {
    let bare: String = text.replace("<br>", " ").chars().filter(|letter| !"\\|*_>".contains(*letter)).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the real program says of the session that was held.
fn asked(walker: &Walker, args: &[&str], lang: Lang) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aantafel"));
    command.args(["--lang", lang.code(), "--data"]).arg(walker.data()).args(args);
    let answer = command.output().expect("the program runs");
    assert!(answer.status.success(), "{args:?}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).expect("it speaks UTF-8")
}

/// Holds one workshop; says what stood in the way.
fn walk(id: &str, lang: Lang) -> Vec<String> {
    let mut walker = Walker::sits(id, lang);
    let rounds = walker.rounds();
    for (nth, round) in rounds.iter().enumerate() {
        for block in &round.blocks {
            for table in [1, 2] {
                walker.goes(table, nth);
                walker.fills(round, block);
            }
        }
        for table in [1, 2] {
            let open = walker.open(table, round);
            walker.must(open.is_empty(), || format!("round {}, table {table}: still open: {open:?}", round.id));
        }
    }
    walker.rests();
    let shown = plain(&asked(&walker, &["show", "last"], lang));
    let report = plain(&asked(&walker, &["report", "last", "--to", "md", "-o", "-"], lang));
    for words in walker.given().to_vec() {
        walker.must(shown.contains(&plain(&words)), || format!("`show` lacks “{words}”"));
        walker.must(report.contains(&plain(&words)), || format!("the report lacks “{words}”"));
    }
    for (table, round, form, board) in boards(&walker) {
        let name = format!("round {round}, table {table}, {} {}", form.name(), form.lens().frame().id);
        walker.must(!board.rows.is_empty() && board.filled() == board.rows.len(), || {
            format!("{name}: {} of {} rows hold something", board.filled(), board.rows.len())
        });
        for words in told(&board) {
            walker.must(shown.contains(&plain(&words)), || format!("{name}: `show` lacks “{words}”"));
            // the report says what is seen of a board in a manner of its own; its rows and cells stand there as they are
            let row = board.rows.iter().any(|row| row.label == words);
            walker.must(!row || report.contains(&plain(&words)), || format!("{name}: the report lacks “{words}”"));
        }
    }
    walker.complaints().to_vec()
}

/// Every board of every table, with its round and form.
fn boards(walker: &Walker) -> Vec<(u32, String, Form, Board)> {
    let mut all = Vec::new();
    for table in [1, 2] {
        let scope = walker.scope(table);
        for round in &walker.session().head.workshop.rounds {
            for form in &round.blocks {
                for place in case::places(round.scope(scope), form) {
                    let board = form.lens().board(round.scope(scope), place.which.case());
                    let board = board.filter(|_| place.kind == aantafel::form::Kind::Board);
                    all.extend(board.map(|board| (table, round.id.to_string(), form.clone(), board)));
                }
            }
        }
    }
    all
}

fn every_workshop_is_walked(lang: Lang) {
    let ids: Vec<&str> = shipped(lang.code()).map(|file| file.id).collect();
    assert!(!ids.is_empty(), "the shelf holds something");
    let halves = ids.split_at(ids.len() / 2);
    let found: Vec<String> = thread::scope(|scope| {
        let walked = [halves.0, halves.1].map(|half| {
            scope.spawn(move || {
                let told = |id: &&str| walk(id, lang).into_iter().map(|why| format!("{id}: {why}")).collect::<Vec<_>>();
                half.iter().flat_map(told).collect::<Vec<_>>()
            })
        });
        walked.into_iter().flat_map(|half| half.join().expect("nothing stops the walk")).collect()
    });
    assert!(found.is_empty(), "in {}:\n{}", lang.code(), found.join("\n"));
}

#[test]
fn a_table_walks_every_dutch_workshop_to_its_end() {
    every_workshop_is_walked(Lang::Nl);
}

#[test]
fn a_table_walks_every_english_workshop_to_its_end() {
    every_workshop_is_walked(Lang::En);
}
