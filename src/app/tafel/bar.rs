//! The bar above the footer that stays while anything is not on disk: what, since when, why, and the key that helps.

use super::Tafel;
use crate::{
    app::{Desk, effect::Unsaved},
    record::Now,
    text::width,
    ui::{paint, theme::Ink},
    words::{Words, dates},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

/// From this many rows of the screen on there is room to say why on a row of its own.
const ROOMY: u16 = 20;

/// How safe what was typed is.
pub(super) enum Safe {
    /// Nothing was typed yet.
    Fresh,
    /// On disk since then, in milliseconds since 1970.
    Saved(i64),
    /// Not on disk since then, and how much and why.
    Not { since: Now, unsaved: Unsaved },
}

impl Tafel {
    /// Everything is on disk; says whether that looks different from before.
    pub fn saved(&mut self, at: i64) -> bool {
        let minute = |at: i64| at.div_euclid(60_000);
        let differs = match &self.safe {
            Safe::Saved(before) => minute(*before) != minute(at),
            Safe::Fresh | Safe::Not { .. } => true,
        };
        self.safe = Safe::Saved(at);
        differs
    }

    /// Something is not on disk; typing goes on. Says whether that looks different from before.
    pub fn not_saved(&mut self, unsaved: Unsaved, now: Now) -> bool {
        let (since, differs) = match &self.safe {
            Safe::Not { since, unsaved: before } => (*since, *before != unsaved),
            Safe::Fresh | Safe::Saved(_) => (now, true),
        };
        self.safe = Safe::Not { since, unsaved };
        differs
    }

    /// What stands at the right of the footer.
    pub fn status(&self, desk: &Desk) -> (String, Ink) {
        let time = |millis: i64| dates::time(Now { millis, ..desk.now }.local().time());
        match &self.safe {
            Safe::Fresh | Safe::Saved(_) if self.looks_on() => (desk.words.say("looking-status"), Ink::Accent),
            Safe::Fresh => (desk.words.say("tafel-saves-itself"), Ink::Dim),
            Safe::Saved(at) => {
                let text = desk.words.tell("tafel-saved", &[("time", time(*at).into())]);
                (format!("{} {text}", desk.theme.glyphs.done), Ink::Good)
            }
            Safe::Not { since, .. } => {
                (desk.words.tell("tafel-not-saved", &[("time", time(since.millis).into())]), Ink::Bad)
            }
        }
    }

    /// Whether words are in memory only.
    pub fn is_unsaved(&self) -> bool {
        matches!(&self.safe, Safe::Not { unsaved, .. } if !unsaved.only_files)
    }

    /// How many rows the bar takes.
    pub(super) fn bar_rows(&self, desk: &Desk) -> u16 {
        match &self.safe {
            Safe::Not { .. } if desk.area.height >= ROOMY => 2,
            Safe::Not { .. } => 1,
            Safe::Fresh | Safe::Saved(_) => 0,
        }
    }

    /// What the bar says where there is room for little else.
    pub fn bar_in_short(&self, desk: &Desk) -> Option<String> {
        let Safe::Not { since, unsaved } = &self.safe else { return None };
        Some(format!("{} {}", desk.theme.glyphs.warn, what(unsaved, *since, &desk.words)))
    }

    pub(super) fn bar(&self, buf: &mut Buffer, desk: &Desk) {
        let Safe::Not { since, unsaved } = &self.safe else { return };
        let (theme, words, rows) = (&desk.theme, &desk.words, self.bar_rows(desk));
        let area = Rect { y: desk.area.bottom().saturating_sub(rows + 1), height: rows, ..desk.area };
        let style = theme.alarm();
        buf.set_style(area, style);
        let lead = format!(" {} ", theme.glyphs.warn);
        let full = format!("{lead}{}", what(unsaved, *since, words));
        let time = dates::time(since.local().time());
        let least = format!("{lead}{}", words.tell("tafel-bar", &[("time", time.into())]));
        let [long, middle, short] = ["tafel-bar-key", "tafel-bar-key-middle", "tafel-bar-key-short"];
        let keys = [long, middle, short].map(|key| format!(" {} ", words.say(key)));
        let fits = |key: &str, text: &str| width(text) + width(key) <= usize::from(area.width);
        let (what, key) = match keys.iter().find(|key| fits(key, &full)) {
            Some(key) => (full, key.as_str()),
            None if unsaved.only_files => (full, keys[2].as_str()),
            None => (least, keys[2].as_str()),
        };
        let end = paint::put_right(buf, area, area.right(), area.y, key, style.add_modifier(Modifier::BOLD));
        let more = if rows > 1 { words.say("tafel-bar-type-on") } else { unsaved.why.clone() };
        let more = format!("{what} {more}");
        let first = if fits(key, &more) { &more } else { &what };
        paint::put(buf, area, area.x, area.y, first, style, end.saturating_sub(area.x));
        if rows > 1 {
            let again = format!("   {} {}", unsaved.why, words.say("tafel-bar-again"));
            let text = if width(&again) < usize::from(area.width) { again } else { format!("   {}", unsaved.why) };
            paint::put(buf, area, area.x, area.y + 1, &text, style, area.width);
        }
    }
}

/// What is not saved, and since when.
fn what(unsaved: &Unsaved, since: Now, words: &Words) -> String {
    let time = dates::time(since.local().time());
    let said = words.tell("tafel-bar-said", &[("count", unsaved.said.into())]);
    let keys = words.tell("tafel-bar-keys", &[("count", unsaved.keys.into())]);
    let much = match (unsaved.said, unsaved.keys) {
        _ if unsaved.only_files => return words.tell("tafel-bar-files", &[("time", time.into())]),
        (0, 0) => return words.tell("tafel-bar", &[("time", time.into())]),
        (_, 0) => said,
        (0, _) => keys,
        (_, _) => words.tell("tafel-bar-both", &[("said", said.into()), ("keys", keys.into())]),
    };
    words.tell("tafel-bar-what", &[("time", time.into()), ("what", much.into())])
}
