//! What stands before the blocks: logo, title, facts, and the contents with their pages.

use super::{
    flow::{Flow, LEFT, Link, Mark, Place, RIGHT, SIZE, STEP, Setting},
    font::Cut,
    lines::{lines, span},
};
use crate::{
    document::Document,
    report::{logo::Logo, palette::Tone, wash},
    text,
};
use krilla::tagging::Tag;
use std::num::NonZeroU16;

/// An entry of the contents: its level, its words, its page counted from 1.
pub(super) type Entry = (u8, String, usize);

/// How deep the contents go.
pub(super) const DEPTH: u8 = 2;

impl Flow<'_> {
    pub(super) fn front(&mut self, document: &Document, logo: Option<&Logo>) {
        if let Some(logo) = logo {
            let (width, height) = logo.fit(150.0, 56.0);
            let told = wash::line(&logo.alt);
            let leaf = (!told.is_empty()).then(|| {
                let node = self.tags.top(self.part, Tag::Figure(Some(told)));
                self.tags.leaf(node)
            });
            self.put(Mark::Logo { x: LEFT, y: self.y, width, height }, leaf);
            self.y += height;
        }
        // what has no contents is short, and leaves its page to what it says
        let (above, size, leading, below) =
            if document.contents { (34.0, 27.0, 33.0, 20.0) } else { (0.0, 21.0, 26.0, 10.0) };
        self.y += above;
        let title =
            Some(wash::line(&document.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| "–".to_owned());
        let node = self.tags.top(self.part, Tag::Hn(NonZeroU16::MIN, Some(title.clone())));
        let words = [span(&title, Cut::Bold, size, Tone::Ink.light())];
        self.words(&words, &[], node, Setting { leading, ..Setting::default() });
        if !document.subtitle.trim().is_empty() {
            self.y += 4.0;
            let node = self.tags.top(self.part, Tag::P);
            let words = [span(&wash::line(&document.subtitle), Cut::Regular, 13.5, Tone::Muted.light())];
            self.words(&words, &[], node, Setting { leading: 19.0, ..Setting::default() });
        }
        self.y += 14.0;
        self.put(Mark::Area { x: LEFT, y: self.y, width: 54.0, height: 3.0, colour: Tone::Accent.light() }, None);
        self.y += below;
        self.facts(&document.facts);
        self.space(8.0);
    }

    /// The contents; every entry is one line, so that it takes the same room whatever its page is.
    pub(super) fn contents(&mut self, heading: &str, entries: &[Entry]) {
        self.space(14.0);
        self.need(60.0);
        let node = self.tags.top(self.part, Tag::P);
        let words = [span(heading, Cut::Bold, 13.0, Tone::Accent.light())];
        self.words(&words, &[], node, Setting { leading: 20.0, ..Setting::default() });
        self.space(3.0);
        let list = self.tags.top(self.part, Tag::TOC);
        let leading = SIZE * STEP;
        let shown = entries.iter().enumerate().filter(|(_, (level, ..))| *level <= DEPTH);
        for (nth, (level, words, page)) in shown {
            let (indent, cut, before) = match level {
                0 | 1 => (0.0, Cut::Bold, 4.0),
                2.. => (15.0, Cut::Regular, 0.0),
            };
            self.space(before);
            self.need(leading);
            let entry = self.tags.below(list, Tag::TOCI);
            let node = self.tags.below(entry, Tag::Link);
            let x = LEFT + indent;
            let room = RIGHT - x - 40.0;
            let fitted =
                |flow: &mut Self, words: &str| lines(flow.fonts, &[span(words, cut, SIZE, Tone::Ink.light())], room);
            let mut laid = fitted(self, words);
            let mut letters = 80;
            while laid.len() > 1 && letters > 8 {
                laid = fitted(self, text::fit(words, letters).trim_end());
                letters -= 8;
            }
            laid.truncate(1);
            let number = lines(self.fonts, &[span(&page.to_string(), Cut::Regular, SIZE, Tone::Muted.light())], 40.0);
            let y = self.y;
            for line in laid {
                self.line(line, x, y, leading, node, &[]);
            }
            for line in number {
                let x = RIGHT - line.width;
                self.line(line, x, y, leading, node, &[]);
            }
            let leaf = self.tags.leaf(node);
            let link = Link { area: [x, y, RIGHT, y + leading], to: Place::Heading(nth), told: words.clone(), leaf };
            if let Some(sheet) = self.sheets.last_mut() {
                sheet.links.push(link);
            }
            self.y += leading;
        }
    }
}
