//! Where everything lies: the layout of the data folder and the names in it.
//!
//! Not for opening anything: it only makes and reads names. Called by `run`, `cli` and the rest of `store`.

use std::path::{Path, PathBuf};

use super::slug::slug;
use crate::record::TableId;
use crate::session::Head;

/// The most bytes of a device's name in a file name.
const MOST_DEVICE: usize = 40;

/// The data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    root: PathBuf,
}

impl Data {
    /// The data folder at a path; nothing is made or looked at.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where the data folder is if nobody says otherwise; `None` if the system knows no home folder.
    pub fn default_root() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "aantafel").map(|dirs| dirs.data_dir().to_owned())
    }

    /// The folder itself, as every deed of this room wants it.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// One folder per session.
    pub fn sessions_dir(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// One folder per session, with whole copies of it.
    pub fn backups_dir(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// The workshops of the people themselves.
    pub fn workshops_dir(&self) -> PathBuf {
        self.root.join("workshops")
    }

    /// The folder of a session, by its id; an id that is no safe name is made one.
    pub fn session(&self, id: &str) -> SessionDir {
        SessionDir::new(self.sessions_dir().join(slug(id, 100)))
    }
}

/// The folder of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionDir {
    path: PathBuf,
}

impl SessionDir {
    /// The session in a folder, which may lie anywhere, such as on a stick.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Title, date, place, parties, tables, and the workshop as it was.
    pub fn session_file(&self) -> PathBuf {
        self.path.join("session.ron")
    }

    /// The copy of `session.ron`, from which the session opens if that is damaged.
    pub fn head_copy(&self) -> PathBuf {
        self.journal_dir().join("session.ron")
    }

    /// The names of people; a file of its own so that it can be destroyed.
    pub fn people_file(&self) -> PathBuf {
        self.path.join("people.ron")
    }

    /// What the tables said.
    pub fn tables_dir(&self) -> PathBuf {
        self.path.join("tables")
    }

    /// What a table said: `tables/tafel-2.ron` (the room: `tables/regie.ron`; the harvest: `tables/oogst.ron`), or as another device wrote it down, `tables/tafel-2~laptop-3.ron`.
    pub fn table_file(&self, table: u32, device: Option<&str>) -> PathBuf {
        self.tables_dir().join(format!("{}.ron", table_stem(table, device)))
    }

    /// The changes that are not yet in a snapshot, and the history for undo.
    pub fn journal_dir(&self) -> PathBuf {
        self.path.join("journal")
    }

    /// The journal of a table on a device: `journal/tafel-2~laptop-3.journal`.
    pub fn journal_file(&self, table: u32, device: Option<&str>) -> PathBuf {
        self.journal_dir().join(format!("{}.journal", table_stem(table, device)))
    }

    /// The lock of a table on a device, beside its journal.
    pub fn table_lock(&self, table: u32, device: &str) -> PathBuf {
        self.journal_dir().join(format!("{}.lock", table_stem(table, Some(device))))
    }

    /// Where one was last in the session, on a device.
    pub fn last_file(&self, device: &str) -> PathBuf {
        self.journal_dir().join(format!("last~{}.ron", device_slug(device)))
    }

    /// Words that are on the screen of a device and on no line of a table.
    pub fn loose_file(&self, device: &str) -> PathBuf {
        self.journal_dir().join(format!("loose~{}.txt", device_slug(device)))
    }

    /// The lock of the session on this device.
    pub fn lock_file(&self) -> PathBuf {
        self.path.join(".lock")
    }

    /// The reports.
    pub fn reports_dir(&self) -> PathBuf {
        self.path.join("reports")
    }
}

/// How a device is called in the names of files.
pub(super) fn device_slug(device: &str) -> String {
    slug(device, MOST_DEVICE)
}

fn table_stem(table: u32, device: Option<&str>) -> String {
    let table = match TableId(table) {
        TableId::ROOM => ROOM.to_owned(),
        TableId::HARVEST => HARVEST.to_owned(),
        TableId(number) => format!("tafel-{number}"),
    };
    match device {
        Some(device) => format!("{table}~{}", device_slug(device)),
        None => table,
    }
}

/// How the files of the room are called, where those of a table have its number.
const ROOM: &str = "regie";

/// How the files of the harvest are called.
const HARVEST: &str = "oogst";

/// No table has this number: what a file means that is called after a number which is not a table's.
const NOBODY: u32 = u32::MAX - 1;

/// What the name of a table's file says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableName {
    /// The number of the table, or that of the room or the harvest: see [`TableId`].
    pub table: u32,
    /// The device that wrote it, if it is not the table's own.
    pub device: Option<String>,
    /// What a synchroniser or a person added to the name of a copy, such as ` (conflict 2)`; `None` for the file itself.
    ///
    /// A copy is merged like any other file, and never written.
    pub copy: Option<String>,
}

impl TableName {
    /// Whether a session can have this table: its number is not too high, or it is the room or the harvest.
    pub(super) fn is_of_a_table(&self) -> bool {
        self.table <= Head::MOST_TABLES || TableId(self.table) == TableId::HARVEST
    }
}

/// Reads the name of a table's file, also of the copies that synchronisers make; `None` if it is no table's file.
///
/// Known are Syncthing (`.sync-conflict-…`), Dropbox and Nextcloud (` (… conflicted copy …)`), OneDrive (`-DEVICE`),
/// and the copies of file managers (` (1)`, ` - Copy`).
pub fn read_table_name(name: &str) -> Option<TableName> {
    read_name(name, ".ron")
}

/// Reads the name of a table's journal, also of the copies that synchronisers make; `None` if it is none.
pub(super) fn read_journal_name(name: &str) -> Option<TableName> {
    read_name(name, ".journal")
}

fn read_name(name: &str, ending: &str) -> Option<TableName> {
    let stem = name.strip_suffix(ending)?;
    let own = [(ROOM, TableId::ROOM), (HARVEST, TableId::HARVEST)];
    let own = own.into_iter().find_map(|(name, id)| stem.strip_prefix(name).map(|rest| (id.0, rest)));
    let (table, rest) = match own {
        Some(found) => found,
        None => {
            let stem = stem.strip_prefix("tafel-")?;
            let (number, rest) = stem.split_at(stem.find(|c: char| !c.is_ascii_digit()).unwrap_or(stem.len()));
            let table = number.parse().ok().filter(|_| number == "0" || !number.starts_with('0'))?;
            // the room and the harvest are not called so, whatever number stands for them
            (if TableId(table).is_table() { table } else { NOBODY }, rest)
        }
    };
    let (device, rest) = match rest.strip_prefix('~') {
        None => (None, rest),
        Some(rest) => {
            let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
            let device = rest[..end].trim_end_matches('-');
            (Some(device).filter(|device| !device.is_empty()).map(str::to_owned).map(Some)?, &rest[device.len()..])
        }
    };
    let copy = (!rest.is_empty()).then(|| rest.to_owned());
    let plausible = copy.as_deref().is_none_or(|copy| copy.starts_with([' ', '.', '(', '_', '-']));
    plausible.then_some(TableName { table, device, copy })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_layout_is_the_one_in_the_manual() {
        let session = Data::new("d").session("2026-05-12-dorpsnetwerk");
        let shown = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
        let folder = "d/sessions/2026-05-12-dorpsnetwerk";
        assert_eq!(shown(session.session_file()), format!("{folder}/session.ron"));
        assert_eq!(shown(session.table_file(2, None)), format!("{folder}/tables/tafel-2.ron"));
        assert_eq!(shown(session.table_file(2, Some("Laptop 3"))), format!("{folder}/tables/tafel-2~laptop-3.ron"));
        assert_eq!(
            shown(session.journal_file(2, Some("laptop-3"))),
            format!("{folder}/journal/tafel-2~laptop-3.journal")
        );
        assert_eq!(shown(Data::new("d").session("../..").path().to_owned()), "d/sessions/naamloos");
    }

    #[test]
    fn names_of_tables_and_of_copies_are_read_back() {
        let read = |name: &str| {
            read_table_name(name)
                .map(|name| (name.table, name.device.unwrap_or_default(), name.copy.unwrap_or_default()))
        };
        let some = |table, device: &str, copy: &str| Some((table, device.to_owned(), copy.to_owned()));
        assert_eq!(read("tafel-2.ron"), some(2, "", ""));
        assert_eq!(read("tafel-2~laptop-3.ron"), some(2, "laptop-3", ""));
        assert_eq!(read("tafel-2~laptop-3 (conflict 2).ron"), some(2, "laptop-3", " (conflict 2)"));
        assert_eq!(
            read("tafel-2.sync-conflict-20260512-143200-ABCDEFG.ron"),
            some(2, "", ".sync-conflict-20260512-143200-ABCDEFG")
        );
        assert_eq!(
            read("tafel-12 (Ans's conflicted copy 2026-05-12).ron"),
            some(12, "", " (Ans's conflicted copy 2026-05-12)")
        );
        assert_eq!(read("regie.ron"), some(0, "", ""));
        assert_eq!(read("regie~laptop-3 (1).ron"), some(0, "laptop-3", " (1)"));
        assert_eq!(read("tafel-0.ron"), some(NOBODY, "", ""), "the room is not called so");
        assert_eq!(read("tafel-4294967295.ron"), some(NOBODY, "", ""), "nor is the harvest");
        assert_eq!(read("oogst~laptop-3.ron"), some(TableId::HARVEST.0, "laptop-3", ""));
        assert_eq!(read("tafel-2-DESKTOP-7.ron"), some(2, "", "-DESKTOP-7"));
        assert_eq!(read("tafel-2~laptop-3-DESKTOP-7.ron"), some(2, "laptop-3", "-DESKTOP-7"));
        for name in [
            "tafel-.ron",
            "regiekamer.ron",
            "tafel-2~.ron",
            "tafel-2x.ron",
            "tafel-02.ron",
            "tafel-2.ron.damaged-1",
            "session.ron",
            "tafel-99999999999.ron",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn every_name_we_make_is_read_back(table in any::<u32>(), device in proptest::option::of(any::<String>())) {
            let path = SessionDir::new("s").table_file(table, device.as_deref());
            let name = path.file_name().and_then(|name| name.to_str()).expect("works");
            let expected = TableName { table, device: device.map(|device| slug(&device, MOST_DEVICE)), copy: None };
            prop_assert_eq!(read_table_name(name), Some(expected));
        }

        #[test]
        fn no_name_makes_it_panic(name in "(tafel-)?[0-9]{0,3}~?[a-zé -]{0,5}.{0,4}(\\.ron)?") {
            let _ = read_table_name(&name);
        }
    }
}
