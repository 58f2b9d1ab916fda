//! What was, from the command line: `show --at`, `restore`, and what `doctor` says of both.

use crate::room::{Room, json};
use std::fs;

fn first_round(room: &Room, id: &str) -> String {
    json(&room.expect(0, &["show", id, "--json"]).out)["tables"][0]["rounds"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

#[test]
fn a_table_is_shown_as_it_was_and_a_moment_that_is_none_is_wrong_use() {
    let room = Room::new();
    let id = room.session();
    let round = first_round(&room, &id);
    room.tell(0, &["capture", &id, "--table", "1", "--round", &round, "-"], "Korte lijnen\n");
    let show = |at: &str| room.expect(0, &["--lang", "nl", "show", &id, "--table", "1", "--at", at]).out;
    assert!(!show("2020-01-01 12:00").contains("Korte lijnen"));
    assert!(show("2020-01-01 12:00").contains("Zo was het op 1 januari 2020 om 12:00."));
    assert!(show("2999-01-01 12:00").contains("Korte lijnen"));
    let told = json(&room.expect(0, &["show", &id, "--at", "2999-01-01T12:00:30", "--json"]).out);
    assert_eq!(told["at"], "2999-01-01T12:00:30");
    assert_eq!(json(&room.expect(0, &["show", &id, "--json"]).out)["at"], serde_json::Value::Null);
    let wrong = room.expect(2, &["--lang", "nl", "show", &id, "--at", "half drie"]);
    assert!(wrong.err.contains("half drie") && wrong.err.contains("14:32"), "{}", wrong.err);
}

#[test]
fn a_session_that_was_deleted_comes_back_from_its_copy_and_one_that_is_there_is_left_alone() {
    let room = Room::new();
    let id = room.session();
    let round = first_round(&room, &id);
    room.expect(0, &["restore"]);
    room.tell(0, &["capture", &id, "--table", "1", "--round", &round, "-"], "Korte lijnen\n");
    let all = json(&room.expect(0, &["restore", "--json"]).out);
    assert_eq!((all[0]["session"].as_str(), all[0]["gone"].as_bool()), (Some(id.as_str()), Some(false)));
    let beside = json(&room.expect(0, &["restore", &id, "--json"]).out);
    assert_eq!(beside["id"], format!("{id}-2"));
    fs::remove_dir_all(room.folder(&id)).expect("deleted");
    let doctor = room.expect(3, &["--lang", "nl", "doctor"]).out;
    assert!(doctor.contains(&format!("aantafel restore {id}")), "{doctor}");
    room.expect(0, &["restore", "2026"]);
    assert!(room.expect(0, &["show", &id]).out.contains("Korte lijnen"));
    room.expect(2, &["restore", "nergens"]);
    room.expect(2, &["restore", &id, "--at", "2020-01-01 12:00"]);
}

#[test]
fn a_laptop_whose_clock_is_a_year_ahead_is_named() {
    let room = Room::new();
    let id = room.session();
    let round = first_round(&room, &id);
    room.tell(0, &["capture", &id, "--table", "1", "--round", &round, "-"], "Korte lijnen\n");
    let file = room.folder(&id).join("tables/tafel-1~laptop-3.ron");
    let ahead =
        "Table(format: 1, table: 1, device: \"laptop-3\", entries: [(round: \"ROUND\", block: \"b\", category: \"c\",
        text: \"Uit 2999\", id: \"x\", born: \"2999-05-12T13:19:54.033Z/0/laptop-3\")])";
    fs::write(file, ahead.replace("ROUND", &round)).expect("written");
    let told = room.expect(3, &["--lang", "nl", "show", &id]);
    assert!(told.err.contains("De klok van laptop-3 loopt") && told.out.contains("Uit 2999"), "{}", told.err);
    assert!(room.expect(3, &["--lang", "nl", "doctor"]).out.contains("laptop-3"));
    room.tell(0, &["capture", &id, "--table", "1", "--round", &round, "-"], "Nu gezegd\n");
    let now = json(&room.expect(3, &["show", &id, "--json"]).out);
    assert!(now.to_string().contains("Nu gezegd"));
    let then = room.expect(3, &["show", &id, "--at", "2998-01-01 00:00"]).out;
    assert!(then.contains("Nu gezegd"), "what was said now is shown at its own time: {then}");
}
