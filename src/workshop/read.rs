//! Reads a workshop from the text of its file.
//!
//! Not for judging what it says: that is `check`. Called by the shelf, by `store` for people's own workshops, and by `check`.

use super::{FORMAT, Workshop};
use crate::{
    dialect::{self, Mistake, What},
    text,
};
use serde_json::Value;

/// The most that any list in a workshop may hold: far above a day's, low enough for every screen to stay quick.
const MOST_LISTED: usize = 500;

/// Reads a workshop; every text in it is cleaned of what a terminal would obey.
///
/// The format number is looked at first, so that a file of a newer program is refused as such and not for its details.
///
/// # Errors
/// The first mistake in the file, with its place.
pub fn read(text: &str) -> Result<Workshop, Mistake> {
    let written = as_written(text)?;
    cleaned(text, written).ok_or_else(|| Mistake::whole(What::Refused(String::new())))
}

/// The workshop with its texts as the author wrote them, control characters included.
pub(super) fn as_written(text: &str) -> Result<Workshop, Mistake> {
    if text.trim().is_empty() {
        return Err(Mistake::whole(What::Empty));
    }
    // a text that is no struct at all is better told by the reader than by its lack of a format
    match dialect::check_format(text, FORMAT) {
        Ok(_) => {
            let workshop = dialect::read::<Workshop>(text)?.value;
            crowded(text, "", &workshop).map_or(Ok(workshop), Err)
        }
        Err(mistake) => match (&mistake.what, dialect::read::<Workshop>(text)) {
            (What::NoFormat, Err(better)) => Err(better),
            (_, _) => Err(mistake),
        },
    }
}

/// The first list of a workshop that holds more than is read; `above` is where the workshop stands in the text.
pub fn crowded(text: &str, above: &str, workshop: &Workshop) -> Option<Mistake> {
    // a list has a comma between any two: most workshops need no closer look
    memchr::memchr_iter(b',', text.as_bytes()).nth(MOST_LISTED - 1)?;
    let (path, count) = crowd(&serde_json::to_value(workshop).ok()?)?;
    let path = join(above, path);
    let (line, col) = dialect::locate(text, &path).unwrap_or((1, 1));
    Some(Mistake { line, col, place: Some(path), what: What::TooMany { count, most: MOST_LISTED } })
}

/// The path of the first list that is too long, and its length. The path is put together on the way back, so that it
/// costs nothing where there is none.
fn crowd(value: &Value) -> Option<(String, usize)> {
    match value {
        Value::Array(values) if values.len() > MOST_LISTED => Some((String::new(), values.len())),
        Value::Array(values) => values.iter().enumerate().find_map(|(nth, value)| {
            let (path, count) = crowd(value)?;
            Some((join(&format!("[{nth}]"), path), count))
        }),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let (path, count) = crowd(value)?;
            Some((join(name, path), count))
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn join(above: &str, below: String) -> String {
    let dot = if above.is_empty() || below.is_empty() || below.starts_with('[') { "" } else { "." };
    format!("{above}{dot}{below}")
}

/// The same workshop with every text cleaned.
///
/// It goes through JSON and back because that reaches every text of every form, also of forms to come; what the file says
/// seldom needs it.
pub(super) fn cleaned(text: &str, written: Workshop) -> Option<Workshop> {
    if dialect::is_harmless(text) {
        return Some(written);
    }
    let mut value = serde_json::to_value(&written).ok()?;
    clean(&mut value);
    serde_json::from_value(value).ok()
}

fn clean(value: &mut Value) {
    match value {
        Value::String(words) => *words = text::clean(words).into_owned(),
        Value::Array(values) => values.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workshop_is_read_and_no_text_of_it_reaches_the_terminal_raw() {
        let text = "(format: 1, id: \"x\", language: \"nl\", title: \"a\\u{1b}[2Jb\", rounds: [(id: \"r\", title: \"t\", \
                    minutes: 5, blocks: [Collect(id: \"c\", categories: [(id: \"k\", label: \"e\\u{301}\\u{7}\")])])])";
        let workshop = read(text).expect("works");
        assert_eq!(workshop.title, "ab");
        assert!(format!("{workshop:?}").contains("\"é\""));
    }

    #[test]
    fn a_newer_one_is_refused_for_that_and_for_nothing_else() {
        let mistake = read("Workshop(format: 2, something: New)").expect_err("fails");
        assert_eq!(mistake.what, What::Newer { format: 2, ours: 1 });
        assert!(matches!(read("").expect_err("fails").what, What::Empty));
        let mistake = read("(format: 1, id: \"x\", lanuage: \"nl\")").expect_err("fails");
        assert!(matches!(mistake.what, What::UnknownField { .. }), "{mistake}");
    }
}
