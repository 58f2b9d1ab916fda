//! One program reads while another writes: it never sees half of anything, and never less than before.

use crate::room::{Room, json};
use serde_json::Value;
use std::thread;

/// Every text in what `show --json` tells, in order.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "text" && text.starts_with("regel ") => found.push(text.clone()),
                    other => texts(other, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn show_report_and_list_while_a_table_writes_see_whole_files_and_never_less() {
    const TIMES: usize = 12;
    const LINES: usize = 250;
    let room = Room::new();
    let id = room.session();
    let writing = |from: usize| (from..from + LINES).map(|n| format!("+ regel {n:05}\n")).collect::<String>();
    let mut seen = Vec::new();
    thread::scope(|scope| {
        let (room, id) = (&room, &id);
        // each time a journal grows by a few hundred lines and the table's file is put in place anew
        let writer = scope.spawn(move || {
            for time in 0..TIMES {
                room.tell(0, &["capture", id, "--table", "1", "--round", "factoren"], &writing(time * LINES));
            }
        });
        while !writer.is_finished() {
            let mut now = Vec::new();
            texts(&json(&room.expect(0, &["show", id, "--json"]).out), &mut now);
            seen.push(now);
            json(&room.expect(0, &["list", "--json"]).out);
            room.expect(0, &["report", id, "--to", "md", "-o", "-"]);
        }
    });
    let all: Vec<String> = (0..TIMES * LINES).map(|n| format!("regel {n:05}")).collect();
    for (nth, now) in seen.iter().enumerate() {
        assert_eq!(*now, all[..now.len()], "what is seen is what was written first");
        assert!(nth == 0 || now.len() >= seen[nth - 1].len(), "look {nth} saw fewer than the one before");
    }
    assert!(seen.iter().any(|now| !now.is_empty() && now.len() < all.len()), "some looks fell within the writing");
}
