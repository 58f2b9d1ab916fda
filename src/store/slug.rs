//! Names for files and folders that are safe on every system.
//!
//! Not for what is shown: a title stays as it was typed, only its folder gets a slug. Called by `place` and `cli`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a slug is when no letter is left.
const NAMELESS: &str = "naamloos";

/// A name in small ASCII letters, digits and single hyphens, at most `most` bytes (but at least eight are allowed).
///
/// `Eén dag – Zeeland!` becomes `een-dag-zeeland`. Never empty, never a name that Windows reserves, never `.` or `..`.
/// Two titles may share a slug; the caller adds a number.
pub fn slug(text: &str, most: usize) -> String {
    let most = most.max(NAMELESS.len());
    let mut out = String::new();
    for c in text.nfkd().filter(|&c| !is_combining_mark(c) && c != '\'' && c != '’') {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let spelled = match lower {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ł' => "l",
            'þ' => "th",
            'ı' => "i",
            _ => "",
        };
        if !spelled.is_empty() {
            out.push_str(spelled);
        } else if lower.is_ascii_alphanumeric() {
            out.push(lower);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() > most {
            break;
        }
    }
    // everything in it is ASCII
    out.truncate(most);
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() {
        out.push_str(NAMELESS);
    }
    if is_reserved(&out) {
        out.push_str("-1");
    }
    out
}

/// Whether a name from elsewhere (a pack, a stick) can be used as one file name on every system.
///
/// False for anything with a path in it, hidden names, names that Windows reserves or changes, and control characters.
pub fn safe_name(name: &str) -> bool {
    let wrong = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with(['.', ' ', '-'])
        && !name.ends_with(['.', ' '])
        && !name.chars().any(wrong)
        && !is_reserved(name)
}

/// Windows reserves these names with any extension.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered = |word: &str| {
        let number = stem.strip_prefix(word).unwrap_or("");
        matches!(number, "¹" | "²" | "³") || (number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_names() {
        for (title, name) in [
            ("Eén dag – Zeeland!", "een-dag-zeeland"),
            ("  Straße & Æbleskiver ", "strasse-aebleskiver"),
            ("'s-Gravenhage: foto’s", "s-gravenhage-fotos"),
            ("漢字 👩‍👩‍👧", "naamloos"),
            ("..", "naamloos"),
            ("CON", "con-1"),
            ("com7", "com7-1"),
            ("com10", "com10"),
            ("ijsje ĳ", "ijsje-ij"),
        ] {
            assert_eq!(slug(title, 40), name, "{title}");
        }
        assert_eq!(slug("abcdefgh ijk", 9), "abcdefgh");
    }

    #[test]
    fn names_that_could_do_harm_are_not_safe() {
        for name in
            ["", ".", "..", "a/b", "a\\b", "C:", "nul", "NUL.ron", "com1.txt", "a.", "a ", ".x", "-rf", "a\0", "a\n"]
        {
            assert!(!safe_name(name), "{name:?}");
        }
        assert!(safe_name("tafel-2~laptop-3 (conflict 2).ron"));
    }

    proptest! {
        #[test]
        fn every_slug_is_a_safe_name_and_its_own_slug(text in any::<String>(), most in 0usize..60) {
            let name = slug(&text, most);
            prop_assert!(safe_name(&name), "{name:?}");
            prop_assert!(name.len() <= most.max(8));
            prop_assert_eq!(slug(&name, most), name);
        }
    }
}
