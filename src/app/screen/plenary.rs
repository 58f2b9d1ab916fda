//! What one table tells in the plenary, on the wall: its dream, three lines, a quote, an agreement.
//!
//! What may be told is for `harvest`, which leaves out what stays at the table; here it is made large. Called by `draw`.

use super::draw::{Page, above, below};
use crate::{
    harvest::Harvest,
    record::TableId,
    text::{fit, width, wrap},
    ui::{paint, theme::Ink},
};
use ratatui::layout::Rect;

impl Page<'_> {
    pub(super) fn plenary(&mut self, table: TableId) {
        let mut harvest = Harvest::default();
        harvest.follow(self.session, self.words);
        let told = harvest.told(self.session, table);
        let area = self.inner();
        let tall = if area.height >= 16 { 4 } else { 1 };
        let title = self.table_title(table);
        self.large_at_most(above(area, area.height - tall), &title, Ink::Accent, 1);
        let mut area = below(area, tall + 1);
        if told.is_empty() {
            let nothing = self.words.say("screen-nothing");
            return self.large_at_most(area, &nothing, Ink::Dim, 1);
        }
        let quote = match told.quote.as_str() {
            "" => String::new(),
            text => format!("{}{text}{}", self.theme.glyphs.open, self.theme.glyphs.close),
        };
        if !told.dream.is_empty() {
            // the dream is what a hall remembers: as large as the rest leaves room for
            let rest = [&quote, &told.agreement].into_iter().filter(|text| !text.is_empty()).count() + told.top.len();
            let room = area.height.saturating_sub(3 * rest as u16).max(area.height / 3);
            let head = self.words.say("oogst-plenary-dream");
            paint::put(self.buf, area, area.x, area.y, &head, self.theme.ink(Ink::Dim), area.width);
            let room = above(below(area, 1), area.height.saturating_sub(1 + room));
            self.large_at_most(room, &told.dream, Ink::Text, 2);
            area = below(area, room.height + 2);
        }
        let parts = [
            ("oogst-plenary-top", told.top),
            ("oogst-plenary-quote", vec![quote]),
            ("oogst-plenary-agreement", vec![told.agreement]),
        ];
        for (key, lines) in parts {
            area = self.told(area, key, &lines);
        }
    }

    /// A heading with its lines below it; gives the room that is left.
    fn told(&mut self, area: Rect, key: &str, lines: &[String]) -> Rect {
        let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || area.height < 2 {
            return area;
        }
        let head = self.words.say(key);
        paint::put(self.buf, area, area.x, area.y, &head, self.theme.ink(Ink::Dim), area.width);
        let mut area = below(area, 1);
        for line in lines {
            let rows = wrap(line, usize::from(area.width.saturating_sub(2).max(1)));
            for (nth, row) in rows.iter().take(2).enumerate().take(usize::from(area.height)) {
                let more = if nth == 1 && rows.len() > 2 { self.theme.glyphs.more } else { "" };
                let room = usize::from(area.width.saturating_sub(2)).saturating_sub(width(more));
                let text = format!("{}{more}", fit(line[row.clone()].trim_end(), room));
                let y = area.y + nth as u16;
                paint::put(self.buf, area, area.x + 2, y, &text, self.bold(Ink::Text), area.width);
            }
            area = below(area, rows.len().min(2) as u16);
        }
        below(area, u16::from(area.height > 6))
    }
}
