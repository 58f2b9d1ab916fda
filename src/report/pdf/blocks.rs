//! Each block on pages: its letters, its room, and its part of the tree.

use super::{
    flow::{Flow, LEFT, Mark, Place, RIGHT, SIZE, STEP, Setting, Spot, spot},
    font::Cut,
    lines::{Span, lines, span},
};
use crate::{
    document::{Block, Card, Figure, Item, Manner, Picture, Run},
    report::{
        drawing::{self, WIDTH},
        palette::Tone,
        wash,
    },
};
use krilla::tagging::{ListNumbering, Tag};
use std::{num::NonZeroU16, rc::Rc};

/// How far a list goes in, per depth.
const INDENT: f32 = 15.0;
/// Lists deeper than this go in no further.
const DEEPEST: usize = 12;

impl Flow<'_> {
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => self.heading((*level).max(1), text),
            Block::Paragraph(runs) => {
                if self.next > 100.0 {
                    self.need(3.0 * SIZE * STEP + self.next); // it stands above its picture
                }
                let node = self.tags.top(self.part, Tag::P);
                self.runs(runs, true, node, SIZE, Cut::Regular, Setting::default());
                self.space(6.0);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::List(items) => {
                let node = self.tags.top(self.part, Tag::L(ListNumbering::Disc));
                self.list(items, node, 0);
                self.space(5.0);
            }
            Block::Quote(runs, by) => self.quote(runs, by.as_deref()),
            Block::Table(table) => self.table(table, None, None),
            Block::Figure(figure) => self.figure(figure),
            Block::Card(card) => self.card(card),
            Block::Lines(count) => {
                for _ in 0..*count {
                    self.need(25.5);
                    self.y += 25.5;
                    let (y, colour) = (self.y, Tone::Line.light());
                    self.put(Mark::Rule { from: (LEFT, y), to: (RIGHT, y), weight: 0.7, colour }, None);
                }
                self.space(8.0);
            }
            Block::PageBreak if self.is_fresh() => {}
            Block::PageBreak => self.turn(),
        }
    }

    /// The room that what comes must have for its begin, so that no heading stands alone above it: the headings and the one
    /// paragraph that lead to something are counted with what they lead to.
    pub(super) fn least(blocks: &[Block]) -> f32 {
        let text = 3.0 * SIZE * STEP;
        let own = match blocks.first() {
            Some(Block::Figure(figure)) => {
                return drawing::drawing(&figure.picture).map_or(80.0, |drawing| drawing.height + 40.0).min(500.0);
            }
            Some(Block::Table(_) | Block::Card(_)) => return 100.0,
            Some(Block::Facts(_) | Block::List(_) | Block::Quote(..) | Block::Lines(_)) => return text,
            Some(Block::PageBreak) | None => return 0.0,
            Some(Block::Heading(..)) => 45.0,
            Some(Block::Paragraph(_)) => text,
        };
        // what a paragraph leads to is a picture or a table; a list may go on without it
        match (&blocks[0], blocks.get(1)) {
            (Block::Heading(..), _) => own + Self::least(&blocks[1..]).min(450.0),
            (_, Some(Block::Figure(_) | Block::Table(_))) => own + Self::least(&blocks[1..]).min(450.0),
            (_, _) => own,
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let (before, size, after, colour) = match level {
            0 | 1 => (26.0, 18.0, 6.0, Tone::Accent),
            2 => (18.0, 13.0, 3.0, Tone::Ink),
            3 => (12.0, 11.0, 2.0, Tone::Ink),
            4.. => (10.0, 10.0, 1.0, Tone::Muted),
        };
        self.space(before);
        // a heading does not stand alone at the foot of a page
        self.need(size * 1.3 + after + self.next);
        let text = wash::line(text);
        let shown = if text.is_empty() { "–".to_owned() } else { text };
        let below = NonZeroU16::MIN.saturating_add(u16::from(level));
        let node = self.tags.top(self.part, Tag::Hn(below, Some(shown.clone())));
        self.place(Place::Heading(self.headings.len()));
        let words = [span(&shown, Cut::Bold, size, colour.light())];
        self.words(&words, &[], node, Setting { leading: size * 1.28, ..Setting::default() });
        self.headings.push((level, shown));
        self.space(after);
    }

    /// Runs as spans: words about words stand between brackets, unless they are all there is.
    pub(super) fn spans(&mut self, runs: &[Run], own: bool, size: f32, cut: Cut, ink: u32) -> (Vec<Span>, Vec<Spot>) {
        let alone = own && runs.iter().all(|run| run.manner == Manner::Aside);
        let muted = if ink == Tone::Ink.light() { Tone::Muted.light() } else { ink };
        let (mut spans, mut spots): (Vec<Span>, Vec<Spot>) = (Vec::new(), Vec::new());
        for run in runs {
            let words = wash::lines(&run.text).trim().to_owned();
            if words.is_empty() {
                continue;
            }
            if !spans.is_empty() {
                spans.push(Span { text: " ".to_owned(), cut, size, colour: ink, spot: None });
            }
            let mut put = |text: String, cut: Cut, size: f32, colour: u32, spot: Option<usize>| {
                spans.push(Span { text, cut, size, colour, spot });
            };
            match run.manner {
                Manner::Plain => put(words, cut, size, ink, None),
                Manner::Strong => put(words, Cut::Bold, size, ink, None),
                Manner::Aside if alone => put(words, Cut::Italic, size, muted, None),
                Manner::Aside => put(format!("({words})"), cut, size, muted, None),
                Manner::Code | Manner::Link => {
                    let stands = run.manner == Manner::Code;
                    let step = if stands { self.trail.place(&run.text) } else { self.trail.pointer(&run.text) };
                    let colour =
                        if step.there.is_some() && ink == Tone::Ink.light() { Tone::Accent.light() } else { muted };
                    put(words.clone(), Cut::Regular, size * 0.78, colour, Some(spots.len()));
                    spots.push(spot(step, stands, &words));
                }
            }
        }
        (spans, spots)
    }

    fn runs(&mut self, runs: &[Run], own: bool, node: usize, size: f32, cut: Cut, setting: Setting) {
        let (spans, spots) = self.spans(runs, own, size, cut, Tone::Ink.light());
        if !spans.is_empty() {
            self.words(&spans, &spots, node, setting);
        }
    }

    /// Names with their values, between thin lines.
    pub(super) fn facts(&mut self, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        const NAME: f32 = 105.0;
        self.space(4.0);
        let list = self.tags.top(self.part, Tag::L(ListNumbering::None));
        let line = Tone::Line.light();
        for (name, value) in facts {
            let name = lines(self.fonts, &[span(name, Cut::Regular, SIZE, Tone::Muted.light())], NAME - 10.0);
            let value = lines(self.fonts, &[span(value, Cut::Regular, SIZE, Tone::Ink.light())], RIGHT - LEFT - NAME);
            let item = self.tags.below(list, Tag::LI);
            let (label, body) = (self.tags.below(item, Tag::Lbl), self.tags.below(item, Tag::LBody));
            let leading = SIZE * STEP;
            let rows = name.len().max(value.len()) as f32;
            self.need((rows * leading).min(300.0) + 8.0);
            self.put(Mark::Rule { from: (LEFT, self.y), to: (RIGHT, self.y), weight: 0.6, colour: line }, None);
            self.y += 4.0;
            let (mut name, mut value) = (name.into_iter(), value.into_iter());
            loop {
                let (left, right) = (name.next(), value.next());
                if left.is_none() && right.is_none() {
                    break;
                }
                self.need(leading);
                let y = self.y;
                if let Some(words) = left {
                    self.line(words, LEFT, y, leading, label, &[]);
                }
                if let Some(words) = right {
                    self.line(words, LEFT + NAME, y, leading, body, &[]);
                }
                self.y += leading;
            }
            self.y += 4.0;
        }
        self.put(Mark::Rule { from: (LEFT, self.y), to: (RIGHT, self.y), weight: 0.6, colour: line }, None);
        self.space(8.0);
    }

    fn list(&mut self, items: &[Item], list: usize, depth: usize) {
        let indent = INDENT * (depth.min(DEEPEST) + 1) as f32;
        for item in items {
            let node = self.tags.below(list, Tag::LI);
            let (label, body) = (self.tags.below(node, Tag::Lbl), self.tags.below(node, Tag::LBody));
            let leading = SIZE * STEP;
            self.need(leading);
            let sign = if depth.is_multiple_of(2) { "•" } else { "–" };
            let sign = lines(self.fonts, &[span(sign, Cut::Regular, SIZE, Tone::Accent.light())], INDENT);
            for line in sign {
                self.line(line, LEFT + indent - 11.0, self.y, leading, label, &[]);
            }
            let (spans, spots) = self.spans(&item.runs, false, SIZE, Cut::Regular, Tone::Ink.light());
            self.words(&spans, &spots, body, Setting { indent, ..Setting::default() });
            self.space(2.5);
            if !item.below.is_empty() {
                let below = self.tags.below(body, Tag::L(ListNumbering::Disc));
                self.list(&item.below, below, depth + 1);
            }
        }
    }

    fn quote(&mut self, runs: &[Run], by: Option<&str>) {
        self.space(5.0);
        let node = self.tags.top(self.part, Tag::BlockQuote);
        let setting = Setting { indent: 18.0, leading: 16.0, bar: true, ground: false };
        self.need(setting.leading * 2.0);
        let words = self.tags.below(node, Tag::P);
        self.runs(runs, true, words, 10.8, Cut::Italic, setting);
        if let Some(by) = by {
            let source = self.tags.below(node, Tag::P);
            let words = [span(&format!("— {}", wash::line(by)), Cut::Regular, 9.2, Tone::Muted.light())];
            self.words(&words, &[], source, Setting { leading: 14.0, ..setting });
        }
        self.space(9.0);
    }

    fn card(&mut self, card: &Card) {
        self.space(7.0);
        let node = self.tags.top(self.part, Tag::Div);
        let setting = Setting { indent: 14.0, leading: SIZE * STEP, bar: true, ground: true };
        let edge = |flow: &mut Self| {
            let (y, x) = (flow.y, LEFT + 2.0);
            flow.put(Mark::Area { x, y, width: RIGHT - x, height: 7.4, colour: Tone::Pale.light() }, None);
            flow.put(Mark::Area { x, y, width: 2.5, height: 7.4, colour: Tone::Accent.light() }, None);
            flow.y += 7.0;
        };
        self.need(60.0);
        edge(self);
        let title = wash::line(&card.title);
        if !title.is_empty() {
            let words = [span(&title, Cut::Bold, SIZE, Tone::Accent.light())];
            let name = self.tags.below(node, Tag::P);
            self.words(&words, &[], name, setting);
        }
        for runs in &card.paragraphs {
            let paragraph = self.tags.below(node, Tag::P);
            self.runs(runs, true, paragraph, SIZE, Cut::Regular, setting);
        }
        edge(self);
        self.space(9.0);
    }

    fn figure(&mut self, figure: &Figure) {
        let caption = wash::line(&figure.caption);
        if let Picture::Matrix { rows, .. } = &figure.picture {
            let mut table = figure.picture.table();
            table.alt.clone_from(&figure.alt);
            self.table(&table, Some(rows), Some(&caption));
            return;
        }
        let Some(drawing) = drawing::drawing(&figure.picture) else { return };
        // a drawing higher than a page is made to fit on one
        let scale = ((RIGHT - LEFT) / WIDTH).min((super::flow::BOTTOM - super::flow::TOP - 40.0) / drawing.height);
        let height = drawing.height * scale;
        self.space(5.0);
        self.need(height + 24.0);
        let told = Some(wash::line(&figure.spoken())).filter(|told| !told.is_empty()).unwrap_or_else(|| "–".to_owned());
        let node = self.tags.top(self.part, Tag::Figure(Some(told)));
        let leaf = self.tags.leaf(node);
        self.put(Mark::Drawing { drawing: Rc::new(drawing), x: LEFT, y: self.y, scale }, Some(leaf));
        self.y += height + 3.0;
        self.caption(&caption);
    }

    pub(super) fn caption(&mut self, caption: &str) {
        if !caption.is_empty() {
            let node = self.tags.top(self.part, Tag::P);
            let words = [span(caption, Cut::Regular, 8.8, Tone::Muted.light())];
            self.words(&words, &[], node, Setting { leading: 12.5, ..Setting::default() });
        }
        self.space(10.0);
    }
}
