//! What stands in a `session.ron` that this program does not know: read past, and put back when the file is written.
//!
//! A newer program may add a field anywhere without raising the format. An author's file refuses such a field, because
//! there it is a slip of the pen; in the copy of a workshop that a session keeps it is not, and must not shut the session.

use crate::dialect::{self, Kind, Mistake, Reading, Tokens, What};
use crate::session::Head;
use crate::store::wash::read_washed;
use crate::workshop;

/// How many fields that nobody knows are read past; each costs a reading of the file.
const MOST_STRANGE: usize = 200;

/// A head, and what of the text it was read from nobody knew.
pub(super) struct Known {
    pub(super) head: Head,
    ignored: Vec<String>,
    /// Whether there are unknown fields in the workshop.
    workshop: bool,
}

/// Below so many bytes no list can be too long for the screens; looking takes a moment for every session that is listed.
const MUCH: usize = 64 << 10;

/// Reads a head past what is not known.
pub(super) fn read(text: &str) -> Result<Known, Mistake> {
    let known = read_past(text)?;
    let crowded = (text.len() > MUCH).then(|| workshop::crowded(text, "workshop", &known.head.workshop)).flatten();
    crowded.map_or(Ok(known), Err)
}

fn read_past(text: &str) -> Result<Known, Mistake> {
    let mut bare: Option<String> = None;
    for _ in 0..=MOST_STRANGE {
        match read_washed::<Head>(bare.as_deref().unwrap_or(text)) {
            Ok(Reading { value, ignored }) => return Ok(Known { head: value, ignored, workshop: bare.is_some() }),
            Err(mistake) => match without(bare.as_deref().unwrap_or(text), &mistake) {
                Some(less) => bare = Some(less),
                None => return Err(mistake),
            },
        }
    }
    read_washed::<Head>(text).map(|Reading { value, ignored }| Known { head: value, ignored, workshop: false })
}

/// The text with blanks in the place of the field of the workshop that nobody knows.
fn without(text: &str, mistake: &Mistake) -> Option<String> {
    let What::UnknownField { field, .. } = &mistake.what else { return None };
    let place = mistake.place.as_deref().filter(|place| place.starts_with("workshop"))?;
    let above = place.rsplit_once('.').map(|(above, _)| above);
    let found = [Some(place), above].into_iter().flatten().find_map(|path| {
        let at = dialect::offset(text, path)?;
        dialect::fields(text, at)?.into_iter().find(|one| one.name == field).map(|one| one.range)
    })?;
    let comma = Tokens::from(text, found.end).next_solid().filter(|token| token.kind == Kind::Comma);
    let end = comma.map_or(found.end, |comma| comma.end);
    let blanks: String = text[found.start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    Some(format!("{}{blanks}{}", &text[..found.start], &text[end..]))
}

impl Known {
    /// The text of a head with what the standing one holds and nobody knows: its own fields, those of the parties that are
    /// still there, and the workshop as it stands, if that is the same.
    pub(super) fn put_back(&self, text: String, standing: &str, head: &Head) -> String {
        let mut text = text;
        if self.workshop && self.head.workshop == head.workshop {
            text = same_workshop(&text, standing).unwrap_or(text);
        }
        if self.ignored.is_empty() {
            return text;
        }
        text = self.parties(&text, standing, head).unwrap_or(text);
        let fields = dialect::fields(standing, 0).unwrap_or_default();
        let own = fields.iter().filter(|field| self.ignored.iter().any(|path| path == field.name));
        let own: Vec<&str> = own.map(|field| &standing[field.range.clone()]).collect();
        dialect::add_fields(&text, 0, &own).unwrap_or(text)
    }

    fn parties(&self, text: &str, standing: &str, head: &Head) -> Option<String> {
        let list = |text: &str| dialect::elements(text, dialect::offset(text, "parties")?);
        let (now, then) = (list(text)?, list(standing)?);
        let mut out = String::new();
        let mut copied = 0;
        for (party, range) in head.parties.0.iter().zip(now) {
            let Some(nth) = self.head.parties.0.iter().position(|one| one.id == party.id) else { continue };
            let told = &standing[then.get(nth)?.clone()];
            let fields = dialect::fields(told, 0)?;
            let strange =
                fields.iter().filter(|field| self.ignored.contains(&format!("parties[{nth}].{}", field.name)));
            let strange: Vec<&str> = strange.map(|field| &told[field.range.clone()]).collect();
            if !strange.is_empty() {
                let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
                out.push_str(&text[copied..line]);
                out.push_str(&dialect::add_fields(&text[line..range.end], range.start - line, &strange)?);
                copied = range.end;
            }
        }
        out.push_str(&text[copied..]);
        Some(out)
    }
}

fn same_workshop(text: &str, standing: &str) -> Option<String> {
    let find = |text: &str| {
        let fields = dialect::fields(text, 0)?;
        fields.iter().find(|field| field.name == "workshop").map(|field| field.range.clone())
    };
    let (now, then) = (find(text)?, find(standing)?);
    Some(format!("{}{}{}", &text[..now.start], &standing[then], &text[now.end..]))
}
