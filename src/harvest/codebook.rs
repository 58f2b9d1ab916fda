//! Names of themes that sessions share (the *codebook*), so that places can be compared.
//!
//! A theme in it is a name and a line that says what it covers. Where it lies is the store's; here it is merged: of each
//! name what was said last stands, so two devices' books are one, in any order. Nothing is dropped: what was taken out stays
//! in the files as taken out.

use super::spelled;
use crate::record::Stamp;
use serde::{Deserialize, Serialize};

/// The version of the file.
pub const FORMAT: u32 = 1;

/// A theme that sessions share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Shared {
    /// Its name; two spellings of one name are one theme.
    pub name: String,
    /// What it covers, in a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub covers: String,
    /// Whether it was taken out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// When it was last said.
    pub stamp: Stamp,
}

/// The themes that sessions share.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Codebook {
    /// The version of the file. Always first.
    pub format: u32,
    /// The themes, by name.
    #[serde(default)]
    pub themes: Vec<Shared>,
}

impl Default for Codebook {
    fn default() -> Self {
        Self { format: FORMAT, themes: Vec::new() }
    }
}

impl Codebook {
    /// Takes in a theme, unless what stands of its name was said later.
    pub fn take(&mut self, theme: Shared) {
        let name = spelled(&theme.name);
        match self.themes.binary_search_by_key(&name, |standing| spelled(&standing.name)) {
            Err(at) => self.themes.insert(at, theme),
            Ok(at) => {
                let key = |theme: &Shared| (theme.stamp.clone(), theme.name.clone(), theme.covers.clone(), theme.gone);
                if key(&theme) > key(&self.themes[at]) {
                    self.themes[at] = theme;
                }
            }
        }
    }

    /// Takes in another book.
    pub fn merge(&mut self, other: Self) {
        other.themes.into_iter().for_each(|theme| self.take(theme));
    }

    /// The themes that are in it.
    pub fn standing(&self) -> impl Iterator<Item = &Shared> {
        self.themes.iter().filter(|theme| !theme.gone)
    }

    /// The theme of this name, however it is spelled.
    pub fn get(&self, name: &str) -> Option<&Shared> {
        self.standing().find(|theme| spelled(&theme.name) == spelled(name))
    }
}
