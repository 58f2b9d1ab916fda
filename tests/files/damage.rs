//! Every length that a file can be cut off at, and every byte of it turned into others: the session opens, what the damage
//! did not hit is there, and what it did is told.

use crate::house::{House, LATE, OTHER, SAID, texts};
use aantafel::store::{Doubt, Loaded};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a byte is turned into: another by one bit, and by turns what makes it no text, and a quote.
fn turns(at: usize, byte: u8) -> [u8; 2] {
    [byte ^ 1, if at.is_multiple_of(2) { byte ^ 0x80 } else { b'"' }]
}

/// Damages a file in every way and looks at the house each time; `hit` says where, in bytes of the whole file.
fn every_damage(house: &House, path: &Path, look: &dyn Fn(&House, &Damage<'_>)) {
    let whole = fs::read(path).expect("a file");
    let mut count = 0;
    let mut one = |bytes: &[u8], at: usize, cut: bool| {
        fs::write(path, bytes).expect("written");
        look(house, &Damage { path, bytes, at, cut });
        count += 1;
    };
    (0..whole.len()).for_each(|length| one(&whole[..length], length, true));
    for at in 0..whole.len() {
        for turned in turns(at, whole[at]) {
            let mut bytes = whole.clone();
            bytes[at] = turned;
            if bytes[at] != whole[at] {
                one(&bytes, at, false);
            }
        }
    }
    fs::write(path, &whole).expect("written");
    println!("{}: {count} kinds of damage", path.display());
}

struct Damage<'a> {
    path: &'a Path,
    bytes: &'a [u8],
    at: usize,
    cut: bool,
}

impl Damage<'_> {
    fn told(&self) -> String {
        format!("{} {} at {}: {}", self.path.display(), if self.cut { "cut" } else { "turned" }, self.at, {
            String::from_utf8_lossy(&self.bytes[self.at.saturating_sub(30)..(self.at + 10).min(self.bytes.len())])
        })
    }
}

/// Whether two lines are the same but for one letter, which a turned byte within the words may alter or, where it becomes
/// a control character, take away.
fn nearly(text: &str, line: &str) -> bool {
    let same = text.chars().zip(line.chars()).take_while(|(a, b)| a == b).count();
    let (rest, end): (String, String) = (text.chars().skip(same).collect(), line.chars().skip(same + 1).collect());
    rest == end || rest.chars().skip(1).eq(end.chars())
}

/// Asks that lines are there: word for word, or, where nothing was told, but for a letter.
fn there(loaded: &Loaded, lines: &[&str], damage: &Damage<'_>) {
    let texts = texts(loaded);
    for line in lines {
        let found = texts.iter().any(|text| text == line || nearly(text, line));
        assert!(found, "{line:?} is not in {texts:?}; {:?}; {}", loaded.doubts, damage.told());
    }
}

fn all() -> Vec<&'static str> {
    SAID.iter().chain(&OTHER).chain(&[LATE]).copied().collect()
}

/// A file's name with that of its folder.
fn name(path: &Path) -> PathBuf {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    Path::new(folder).join(path.file_name().unwrap_or_default())
}

/// Sits down and writes: what was damaged and told must still stand somewhere, byte for byte.
fn nothing_overwritten(damage: &Damage<'_>) {
    let house = House::new();
    let same = house.files().into_iter().find(|(path, _)| name(path) == name(damage.path)).expect("the same file").0;
    fs::write(&same, damage.bytes).expect("written");
    let loaded = house.load();
    if loaded.doubts.is_empty() {
        return;
    }
    if let Ok(mut writer) = house.store.sit(&house.dir, crate::house::TABLE, "14:33") {
        let table = loaded.session.table(crate::house::TABLE).expect("the table");
        writer.snapshot(&loaded.session.head, table).expect("written");
    }
    let torn = |bytes: &[u8]| damage.bytes.ends_with(bytes) && !bytes.is_empty();
    let kept = house.files().iter().any(|(path, bytes)| {
        bytes == damage.bytes || path.to_string_lossy().contains(".torn-") && torn(bytes) || added(bytes, damage.bytes)
    });
    assert!(kept || damage.bytes.is_empty(), "{}", damage.told());
    there(&house.load(), &texts(&loaded).iter().map(String::as_str).collect::<Vec<_>>(), damage);
}

/// A journal that lacked only its last line end.
fn added(bytes: &[u8], before: &[u8]) -> bool {
    bytes.strip_prefix(before).is_some_and(|rest| rest == b"\n")
}

#[test]
fn any_damage_to_the_tables_own_file_takes_no_word() {
    let house = House::new();
    let path = house.dir.table_file(1, None);
    every_damage(&house, &path, &|house, damage| {
        there(&house.load(), &all(), damage);
        if damage.at.is_multiple_of(41) {
            nothing_overwritten(damage);
        }
    });
}

#[test]
fn any_damage_to_the_file_of_another_laptop_takes_no_word() {
    let house = House::new();
    let path = house.dir.table_file(1, Some("laptop-2"));
    every_damage(&house, &path, &|house, damage| there(&house.load(), &all(), damage));
}

#[test]
fn any_damage_to_a_journal_takes_at_most_what_it_hit_and_no_table_file_had_seen() {
    let house = House::new();
    for (device, seen) in [("laptop-1", &SAID[..]), ("laptop-2", &OTHER[..])] {
        let path = house.dir.journal_file(1, Some(device));
        let text = fs::read_to_string(&path).expect("a journal");
        let late = text.find(LATE).map(|at| text[..at].rfind('\n').map_or(0, |line| line + 1));
        let end = late.map(|late| late + text[late..].find('\n').expect("a line") + 1);
        every_damage(&house, &path, &|house, damage| {
            let loaded = house.load();
            there(&loaded, seen, damage);
            let spared = late.zip(end).is_none_or(|(late, end)| match damage.cut {
                true => damage.at >= end,
                false => damage.at < late.saturating_sub(1) || damage.at >= end,
            });
            if spared {
                there(&loaded, &all(), damage);
            }
            if late.is_some() && !texts(&loaded).iter().any(|text| text == LATE) && !damage.cut {
                assert!(!loaded.doubts.is_empty(), "lost and not told: {}", damage.told());
            }
            if damage.at.is_multiple_of(53) {
                nothing_overwritten(damage);
            }
        });
    }
}

#[test]
fn any_damage_to_the_head_opens_the_session_with_its_copy_or_tells_that_it_is_newer() {
    let house = House::new();
    let path = house.dir.session_file();
    let whole = house.load().session.head;
    every_damage(&house, &path, &|house, damage| {
        let (list, troubles) = house.store.sessions().expect("listed");
        match house.store.load(&house.dir, 9) {
            Ok(loaded) => {
                assert_eq!(list.len(), 1, "{}", damage.told());
                there(&loaded, &all(), damage);
                if let [Doubt::Unreadable(_), ..] = &loaded.doubts[..] {
                    assert_eq!(loaded.session.head, whole, "{}", damage.told());
                    assert_eq!(troubles.len(), 1);
                }
                if damage.at.is_multiple_of(37) {
                    nothing_overwritten(damage);
                }
            }
            Err(trouble) => {
                assert_eq!((list.len(), troubles.len()), (0, 1));
                assert!(trouble.tell(&house.words).contains("nieuwere"), "{}: {trouble}", damage.told());
                assert_eq!(fs::read(damage.path).expect("a file"), damage.bytes);
            }
        }
    });
}

#[test]
fn any_damage_to_what_serves_only_comfort_is_no_doubt_at_all() {
    let house = House::new();
    let paths: [PathBuf; 2] = [house.dir.head_copy(), house.dir.last_file("laptop-1")];
    for path in paths {
        every_damage(&house, &path, &|house, damage| {
            let loaded = house.load();
            assert!(loaded.doubts.is_empty(), "{}", damage.told());
            assert_eq!(texts(&loaded).len(), all().len());
            let _ = house.store.last(&house.dir);
        });
    }
}

#[test]
fn any_damage_to_a_workshop_of_ones_own_leaves_the_shelf_standing() {
    let house = House::new();
    let lang = house.words.lang();
    let full = house.store.shelf(lang).0.len();
    every_damage(&house, &house.workshop_file(), &|house, damage| {
        // the shelf reads all that ships as well, which takes a hundred times as long
        if !damage.at.is_multiple_of(31) {
            let text = aantafel::dialect::text_of(damage.bytes, 1 << 20);
            return drop(text.map(|text| aantafel::workshop::check(&text)));
        }
        let (shelf, doubts) = house.store.shelf(lang);
        assert!(shelf.len() == full || shelf.len() + 1 == full && doubts.len() == 1, "{}", damage.told());
        doubts.iter().for_each(|doubt| assert!(doubt.tell(&house.words).contains("eigen.ron")));
    });
}

#[test]
fn a_session_whose_head_is_gone_is_listed_opens_and_gets_its_head_back() {
    let house = House::new();
    let before = fs::read(house.dir.session_file()).expect("a head");
    fs::remove_file(house.dir.session_file()).expect("removed");
    let (list, troubles) = house.store.sessions().expect("listed");
    assert_eq!((list.len(), troubles.len()), (1, 1));
    assert!(house.store.find("2026").is_ok());
    assert_eq!(texts(&house.load()).len(), all().len());
    drop(house.store.sit(&house.dir, crate::house::TABLE, "14:33").expect("free"));
    assert_eq!(fs::read(house.dir.session_file()).expect("a head"), before);
    assert!(house.load().doubts.is_empty());
}
