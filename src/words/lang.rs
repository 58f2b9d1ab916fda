//! The two languages of the program, and how a setting or a system names them.
//!
//! Not for asking the system what it speaks: that is input, and `cli` does it.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language the program speaks. Dutch is first, and what is spoken when nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Dutch.
    #[default]
    Nl,
    /// English, with day before month.
    En,
}

impl Lang {
    /// Both languages, for whoever walks them.
    pub const ALL: [Lang; 2] = [Lang::Nl, Lang::En];

    /// The code in files and on the command line: `nl` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// The language that is not this one: where a missing message is looked for.
    pub fn other(self) -> Lang {
        match self {
            Lang::Nl => Lang::En,
            Lang::En => Lang::Nl,
        }
    }

    /// The language a system locale such as `nl_BE.UTF-8`, `en-GB` or `NL` stands for.
    ///
    /// `None` for every other language and for `C` and `POSIX`: the caller decides what a stranger hears.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let first = locale.trim().split(['-', '_', '.', '@']).next()?;
        Lang::ALL.into_iter().find(|lang| first.eq_ignore_ascii_case(lang.code()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        Lang::ALL
            .into_iter()
            .find(|lang| text.eq_ignore_ascii_case(lang.code()))
            .ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

/// A language code that is neither `nl` nor `en`; holds what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a language here; use nl or en", self.0)
    }
}

impl Error for UnknownLang {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_recognised_by_its_first_part() {
        for (locale, lang) in [
            ("nl", Some(Lang::Nl)),
            ("nl_NL.UTF-8", Some(Lang::Nl)),
            ("nl-BE", Some(Lang::Nl)),
            ("NL_nl@euro", Some(Lang::Nl)),
            ("en_GB", Some(Lang::En)),
            ("en.UTF-8", Some(Lang::En)),
            ("C", None),
            ("POSIX", None),
            ("", None),
            ("nds_NL", None),
            ("fy-NL", None),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale:?}");
        }
    }

    #[test]
    fn a_code_goes_out_and_comes_back() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(lang));
            assert_eq!(serde_json::to_string(&lang).expect("json"), format!("\"{lang}\""));
            assert_eq!(lang.other().other(), lang);
        }
        assert_eq!("de".parse::<Lang>(), Err(UnknownLang("de".to_owned())));
    }
}
