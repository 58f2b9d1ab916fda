//! Copies: made when something is different, whole, for the owner alone, and given back without touching what is there.

use super::*;
use crate::{
    record::{DeviceId, Parties},
    session::{FORMAT, Head},
    store::{Data, Store},
    workshop::Workshop,
};
use std::os::unix::fs::{PermissionsExt, symlink};

fn room() -> (tempfile::TempDir, Store, SessionDir) {
    let root = tempfile::tempdir().expect("a folder");
    let store = Store::new(Data::new(root.path()), DeviceId::new("laptop-1"));
    let head = Head {
        format: FORMAT,
        id: SessionId::default(),
        title: "Proef".to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 5, 12).expect("a date"),
        place: String::new(),
        tables: 2,
        names: [].into(),
        parties: Parties::default(),
        device: "laptop-1".into(),
        workshop: Workshop { format: 1, id: "w".into(), ..Workshop::default() },
    };
    let head = store.create(head).expect("made");
    let dir = store.data().session(head.id.as_str());
    (root, store, dir)
}

fn at(seconds: i64) -> Now {
    Now { millis: 1_778_569_200_000, offset: 7200 }.plus(seconds) // nine o'clock
}

#[test]
fn a_copy_is_made_when_something_is_different_and_is_a_session_itself() {
    let (_root, store, dir) = room();
    assert!(!store.back_up(&dir, at(0)).expect("looked"), "nothing was said yet");
    fs::write(dir.table_file(1, None), "Table(format: 1)").expect("written");
    fs::write(dir.table_lock(1, "laptop-1"), "").expect("written");
    assert!(store.back_up(&dir, at(1)).expect("copied"));
    assert!(!store.back_up(&dir, at(2)).expect("looked"), "it is the same");
    fs::write(dir.table_file(1, None), "Table(format: 2)").expect("written");
    assert!(
        store.back_up(&dir, at(-86_400)).expect("copied"),
        "as long, and other words; and the clock went back a day"
    );
    let copies = store.backups();
    let names: Vec<String> =
        copies.iter().map(|copy| copy.dir.path().file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["0001-2026-05-12T07-00-01Z", "0002-2026-05-11T07-00-00Z"]);
    assert_eq!(fs::read_to_string(copies[1].dir.table_file(1, None)).expect("there"), "Table(format: 2)");
    assert!(!copies[0].dir.table_lock(1, "laptop-1").exists());
    assert!(store.load(&copies[0].dir, 1).is_ok(), "it opens from where it lies");
    let rights = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((rights(copies[0].dir.path()), rights(&copies[0].dir.tables_dir())), (0o700, 0o700));
    assert_eq!(rights(&copies[0].dir.table_file(1, None)), 0o600);
}

#[test]
fn a_link_is_not_followed() {
    let (root, store, dir) = room();
    let secret = root.path().join("secret");
    fs::write(&secret, "of another").expect("written");
    symlink(&secret, dir.table_file(2, None)).expect("linked");
    fs::write(dir.table_file(1, None), "Table(format: 1)").expect("written");
    assert!(store.back_up(&dir, at(0)).expect("copied"));
    assert!(store.backups()[0].dir.table_file(2, None).symlink_metadata().is_err());
}

#[test]
fn a_session_that_is_gone_is_told_and_comes_back_and_one_that_is_there_is_not_touched() {
    let (_root, store, dir) = room();
    fs::write(dir.table_file(1, None), "Table(format: 1)").expect("written");
    store.back_up(&dir, at(0)).expect("copied");
    let backup = store.backups().remove(0);
    assert_eq!(store.gone(), []);
    let beside = store.restore(&backup).expect("restored");
    assert_eq!(beside.as_str(), "2026-05-12-proef-2");
    fs::remove_dir_all(dir.path()).expect("deleted");
    assert_eq!(store.gone(), std::slice::from_ref(&backup));
    assert_eq!(store.gone_lately(at(3600)).len(), 1);
    assert_eq!(store.gone_lately(at(8 * 86_400)).len(), 0, "whoever deleted it meant it");
    assert_eq!(store.restore(&backup).expect("restored").as_str(), "2026-05-12-proef");
    assert_eq!(fs::read_to_string(dir.table_file(1, None)).expect("there"), "Table(format: 1)");
    assert_eq!(store.gone(), []);
}

#[test]
fn what_a_crash_left_half_is_no_copy_and_goes_when_it_is_old() {
    let (_root, store, dir) = room();
    fs::write(dir.table_file(1, None), "Table(format: 1)").expect("written");
    let folder = store.data().backups_dir().join("2026-05-12-proef");
    fs::create_dir_all(folder.join(".x.tmp")).expect("made");
    let about = fs::metadata(folder.join(".x.tmp")).and_then(|about| about.modified()).expect("written");
    let written = about.duration_since(std::time::UNIX_EPOCH).expect("since 1970").as_millis() as i64;
    store.back_up(&dir, Now { millis: written + 1000, offset: 0 }).expect("copied");
    assert_eq!((store.backups().len(), folder.join(".x.tmp").exists()), (1, true), "another may be at it");
    fs::write(dir.table_file(1, None), "Table(format: 1) ").expect("written");
    store.back_up(&dir, Now { millis: written + 2 * 86_400_000, offset: 0 }).expect("copied");
    assert_eq!((store.backups().len(), folder.join(".x.tmp").exists()), (2, false));
}
