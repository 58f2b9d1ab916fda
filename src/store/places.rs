//! Places outside the data folder: those that are offered when it fails, and those where words are kept until it works.
//!
//! Which these are on this computer is asked once, at the start; a test brings its own. Called by `cli` and `rescue`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::folder::{disk_of, make_folder};
use super::trouble::{Deed, Safe, Trouble, Why};

/// Places outside the data folder.
#[derive(Clone, Debug, Default)]
pub enum Places {
    /// There are none.
    #[default]
    None,
    /// Those of this computer: documents, home and sticks to offer; the folder for the state of programs and the one for
    /// temporary files to keep words in. They are looked up when they are asked for, which most days is never.
    System,
    /// These: to offer, and to keep words in when nothing else is left.
    Given(Vec<PathBuf>, Vec<PathBuf>),
}

/// A place that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The folder.
    pub path: PathBuf,
    /// How many bytes are free there, if the system says.
    pub free: Option<u64>,
}

impl Places {
    /// What can be offered at this moment, with what is free; a place without room comes last.
    pub fn offers(&self) -> Vec<Offer> {
        const LEAST: u64 = 1 << 20;
        let mut seen = Vec::new();
        let mut offers = Vec::new();
        let places = match self {
            Self::None => Vec::new(),
            Self::System => system_offers(),
            Self::Given(offers, _) => offers.clone(),
        };
        for path in places.into_iter().filter(|path| path.is_dir()) {
            let real = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if !seen.contains(&real) {
                seen.push(real);
                offers.push(Offer { free: fs4::available_space(&path).ok(), path });
            }
        }
        offers.sort_by_key(|offer| offer.free.is_none_or(|free| free < LEAST));
        offers
    }

    /// Where words are kept when nothing else is left.
    pub(super) fn refuges(&self) -> Vec<PathBuf> {
        match self {
            Self::None => Vec::new(),
            Self::System => system_refuges(),
            Self::Given(_, refuges) => refuges.clone(),
        }
    }
}

fn system_offers() -> Vec<PathBuf> {
    let user = directories::UserDirs::new();
    let documents = user.as_ref().and_then(|dirs| dirs.document_dir()).map(Path::to_owned);
    let home = user.as_ref().map(|dirs| dirs.home_dir().to_owned());
    let mut offers: Vec<PathBuf> = documents.into_iter().chain(home).collect();
    offers.extend(sticks());
    offers.push(env::temp_dir());
    offers
}

fn system_refuges() -> Vec<PathBuf> {
    let own = directories::ProjectDirs::from("", "", "aantafel");
    let state = own.map(|dirs| dirs.state_dir().unwrap_or(dirs.data_local_dir()).join("rescued"));
    let name = home_name(directories::UserDirs::new().as_ref());
    state.into_iter().chain([env::temp_dir().join(format!("aantafel-rescued-{name}"))]).collect()
}

/// Makes a refuge, for its owner alone.
///
/// # Errors
/// [`Why::Outside`] if it belongs to somebody else: in a folder that all may write to, anybody can make one of any name.
pub(super) fn make_refuge(refuge: &Path) -> Result<(), Trouble> {
    make_folder(refuge, refuge)?;
    if is_ours(refuge) {
        return Ok(());
    }
    Err(Trouble::new(Deed::CreateFolder, refuge, Why::Outside { root: refuge.to_owned() }, Safe::NothingLost))
}

/// Whether a folder is one itself, and no link, and whoever runs this owns it.
pub(super) fn is_ours(folder: &Path) -> bool {
    let Ok(about) = fs::symlink_metadata(folder) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let own = tempfile::tempfile_in(folder).and_then(|file| file.metadata());
        about.is_dir() && own.is_ok_and(|own| own.uid() == about.uid())
    }
    #[cfg(not(unix))]
    {
        about.is_dir()
    }
}

/// The name of the home folder, which tells the people of one computer apart.
fn home_name(user: Option<&directories::UserDirs>) -> String {
    let home = user.and_then(|dirs| dirs.home_dir().file_name()).unwrap_or_default();
    super::slug(&home.to_string_lossy(), 40)
}

/// Sticks and disks that are in, where the system puts them in a folder of their own.
fn sticks() -> Vec<PathBuf> {
    let user = env::var("USER").unwrap_or_default();
    let shelves = [Path::new("/media").join(&user), Path::new("/run/media").join(&user), PathBuf::from("/Volumes")];
    let here = disk_of(Path::new("/"));
    let below =
        |shelf: &PathBuf| fs::read_dir(shelf).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> = shelves.iter().flat_map(below).filter(|path| disk_of(path) != here).collect();
    if cfg!(windows) {
        found.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))).filter(|path| path.is_dir()));
    }
    found.sort();
    found
}
