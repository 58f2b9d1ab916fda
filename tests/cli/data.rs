//! `aantafel report --to csv|xlsx|json`: what was said as rows, for who computes further.

use crate::room::{Room, json};
use std::fs;

fn session(room: &Room) -> String {
    let id = room.session();
    let said = "+ =1+1\n+ Korte lijnen #contact\n! Gaat niet door !!\n> Zo is het\n: het werd stil\n";
    room.tell(0, &["capture", &id, "--table", "2", "--round", "factoren", "-"], said);
    id
}

#[test]
fn every_row_format_comes_in_a_file_of_its_own_or_out_of_the_pipe() {
    let room = Room::new();
    let id = session(&room);
    for (format, begins) in [("csv", "\u{feff}\"Code\"".as_bytes()), ("xlsx", b"PK"), ("JSON", b"{\n  \"format\": 1,")]
    {
        let path = room.expect(0, &["report", &id, "--to", format]).out.trim().to_owned();
        assert!(path.ends_with(&format!("{id}.{}", format.to_lowercase())), "{path}");
        let path = if let Some(rest) = path.strip_prefix("~/") { room.root.path().join(rest) } else { path.into() };
        assert!(fs::read(room.root.path().join(path)).expect("a file").starts_with(begins), "{format}");
    }
    let told = json(&room.expect(0, &["report", &id, "--to", "json", "-o", "-"]).out);
    let words: Vec<&str> =
        told["entries"].as_array().expect("rows").iter().filter_map(|row| row["words"].as_str()).collect();
    assert!(words.contains(&"=1+1") && words.contains(&"het werd stil"), "{words:?}");
    assert_eq!((told["tables"][0]["entries"].as_u64(), told["tables"].as_array().map(Vec::len)), (Some(0), Some(2)));
    let csv = room.expect(0, &["report", &id, "--to", "csv", "-o", "-"]).out;
    assert!(csv.contains("\"'=1+1\""), "{csv}");
    let public = json(&room.expect(0, &["report", &id, "--to", "json", "--public", "-o", "-"]).out);
    assert!(public["about"]["not_public"].as_u64() >= Some(1) && !public.to_string().contains("het werd stil"));
}

#[test]
fn sheets_of_paper_and_one_page_are_not_made_of_rows_and_that_is_told() {
    let room = Room::new();
    let id = session(&room);
    let sheets = room.expect(2, &["sheets", &id, "--to", "csv"]).err;
    assert!(sheets.contains("docx, pdf, html, md"), "{sheets}");
    let page = room.expect(2, &["report", &id, "--to", "xlsx", "--one-page"]).err;
    assert!(page.contains("--one-page"), "{page}");
}
