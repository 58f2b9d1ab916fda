//! Two programs at once: a reader that stops listening, and a second writer.

use crate::room::Room;
use std::io::{Read, Write};
use std::process::Stdio;

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let room = Room::new();
    let id = room.session();
    let long: String = (0..20_000).map(|n| format!("+ regel {n} met nog wat woorden erbij\n")).collect();
    room.tell(0, &["capture", &id, "--table", "1", "--round", "factoren"], &long);
    for args in [
        vec!["show", &id],
        vec!["show", &id, "--json"],
        vec!["report", &id, "--to", "md", "-o", "-"],
        vec!["completions", "zsh"],
        vec!["man"],
        vec!["--help"],
    ] {
        let mut child = room.command(&args).spawn().expect("runs");
        let mut first = [0; 1];
        child.stdout.take().expect("a pipe").read_exact(&mut first).expect("one byte");
        let ended = child.wait_with_output().expect("ends");
        let err = String::from_utf8_lossy(&ended.stderr);
        assert_eq!((ended.status.code(), &*err), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_table_that_is_being_written_is_shown_but_not_written_twice() {
    let room = Room::new();
    let id = room.session();
    // holds the lock as another program would
    let folder = room.folder(&id);
    let data = aantafel::store::Data::new(room.data());
    let store = aantafel::store::Store::new(data, aantafel::record::DeviceId::new("proef"));
    let dir = store.find(&id).expect("found");
    let writer = store.sit(&dir, aantafel::record::TableId(1), "10:00").expect("free");
    let args = ["capture", &id, "--table", "1", "--round", "factoren", "--device", "proef"];
    let busy = room.tell(1, &args, "");
    assert!(busy.err.contains("schrijft al"), "{}", busy.err);
    assert!(cfg!(windows) || busy.err.contains("proef, sinds 10:00"), "{}", busy.err);
    room.expect(0, &["show", &id]);
    drop(writer);
    let mut child = room.command(&args).stdin(Stdio::piped()).spawn().expect("runs");
    child.stdin.take().expect("a pipe").write_all(b"+ nu wel\n").expect("listens");
    assert!(child.wait().expect("ends").success());
    assert!(folder.join("tables").read_dir().expect("a folder").count() > 0);
}
