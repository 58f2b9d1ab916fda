//! What stands beside the table: the rounds at the left, and at the right what to say and why.

use super::Tafel;
use crate::{
    app::Desk,
    record::Now,
    session::Programme,
    text::{width, wrap_text},
    ui::{paint, theme::Ink},
    words::dates,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

impl Tafel {
    pub(super) fn rail(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let theme = &desk.theme;
        let rounds = &self.session.head.workshop.rounds;
        for y in area.top()..area.bottom() {
            paint::put(buf, area, area.right() - 1, y, theme.glyphs.wall, theme.ink(Ink::Faint), 1);
        }
        let inner = Rect::new(area.x + 1, area.y, area.width.saturating_sub(3), area.height);
        let mut y = inner.y + u16::from(area.height >= 18);
        let shown = self.round_at();
        let room = usize::from(area.height.saturating_sub(3)).max(1);
        let first = (shown + 2).saturating_sub(room).min(rounds.len().saturating_sub(room.min(rounds.len())));
        for (at, round) in rounds.iter().enumerate().skip(first).take(room) {
            let running = self.clock.running().filter(|_| !self.clock.is_resting());
            let (mark, ink) = match running {
                Some(now) if at == now => (theme.glyphs.now, Ink::Warn),
                Some(_) | None if self.holds(at) => (theme.glyphs.done, Ink::Good),
                Some(_) | None => (theme.glyphs.later, Ink::Dim),
            };
            let minutes = dates::minutes(i64::from(round.minutes()));
            let bold =
                if at == shown { theme.ink(Ink::Text).add_modifier(Modifier::BOLD) } else { theme.ink(Ink::Dim) };
            let x = inner.x + 1;
            paint::put(buf, inner, x, y, mark, theme.ink(ink), 1);
            let end = paint::put_right(buf, inner, inner.right(), y, &minutes, theme.ink(Ink::Dim));
            let title = format!("{} {}", at + 1, round.title);
            paint::put(buf, inner, x + 2, y, &title, bold, end.saturating_sub(x + 3));
            if at == shown {
                buf.set_style(Rect::new(inner.x, y, inner.width + 1, 1), theme.chosen());
            }
            y += 1;
        }
        self.rail_below(buf, desk, inner, y + 1);
    }

    /// Whether anything was said in a round at this table.
    fn holds(&self, round: usize) -> bool {
        let records = &self.at().records;
        self.places.iter().any(|(at, place)| *at == round && records.count(&place.block, &place.category) > 0)
    }

    fn rail_below(&self, buf: &mut Buffer, desk: &Desk, inner: Rect, mut y: u16) {
        let (theme, words) = (&desk.theme, &desk.words);
        let x = inner.x + 1;
        let wide = inner.width.saturating_sub(1);
        if let Some((end, behind)) = Programme::read(&self.session).end(desk.now.millis) {
            let time = dates::time(Now { millis: end, ..desk.now }.local().time());
            paint::put(
                buf,
                inner,
                x,
                y,
                &words.tell("tafel-ends", &[("time", time.into())]),
                theme.ink(Ink::Dim),
                wide,
            );
            y += 1;
            if behind > 0 {
                let minutes = dates::minutes(behind);
                let long = words.tell("tafel-behind", &[("minutes", minutes.clone().into())]);
                let short = || words.tell("tafel-behind-short", &[("minutes", minutes.into())]);
                let text = if width(&long) > usize::from(wide) { short() } else { long };
                paint::put(buf, inner, x, y, &text, theme.ink(Ink::Warn), wide);
                y += 1;
            }
            y += 1;
        }
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let parties = &self.session.head.parties.0;
        if !parties.is_empty() && y + 2 < inner.bottom() {
            paint::put(buf, inner, x, y, &words.say("tafel-at-table"), bold, wide);
            y += 1;
            for party in parties {
                if y + 1 >= inner.bottom() {
                    break;
                }
                let count = self.seated_here(&party.id);
                let count = if count == 0 { String::new() } else { count.to_string() };
                let end = paint::put_right(buf, inner, inner.right(), y, &count, theme.ink(Ink::Dim));
                paint::put(buf, inner, x, y, &party.label, theme.ink(Ink::Dim), end.saturating_sub(x + 1));
                y += 1;
            }
            y += 1;
        }
        let parked = self.at().records.parked().count();
        if parked > 0 && y + 1 < inner.bottom() {
            paint::put(buf, inner, x, y, &words.say("tafel-parked"), bold, wide);
            let text = words.tell("tafel-parked-count", &[("count", parked.into())]);
            paint::put(buf, inner, x, y + 1, &text, theme.ink(Ink::Dim), wide);
        }
    }

    /// Where there is a lot of room: what the facilitator says, and what can be typed here.
    pub(super) fn side(&self, buf: &mut Buffer, desk: &Desk, area: Rect) {
        let (theme, words) = (&desk.theme, &desk.words);
        let Some(round) = self.round() else { return };
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let mut y = area.y + 1;
        let mut block = |title: &str, texts: &[(String, Style)]| {
            if texts.iter().all(|(text, _)| text.is_empty()) || y + 1 >= area.bottom() {
                return;
            }
            paint::put(buf, area, area.x, y, title, bold, area.width);
            y += 1;
            for (text, style) in texts {
                for row in wrap_text(text, usize::from(area.width)) {
                    paint::put(buf, area, area.x, y, text[row].trim_end(), *style, area.width);
                    y += 1;
                }
            }
            y += 1;
        };
        let say = self.phase_now(desk).map(|(_, phase)| phase.say.clone()).filter(|say| !say.is_empty());
        let dim = theme.ink(Ink::Dim);
        block(&words.say("tafel-say"), &[(say.unwrap_or_else(|| round.say.clone()), theme.ink(Ink::Text))]);
        let sigils: Vec<(String, Style)> = self
            .here()
            .filter_map(|(_, place)| {
                Some((format!("{}  {}", place.sigil?, place.one), theme.ink(Ink::Tone(place.tone))))
            })
            .collect();
        block(&words.say("tafel-sigils"), &sigils);
        let tips: Vec<(String, Style)> =
            round.tips.iter().map(|tip| (format!("{} {tip}", theme.glyphs.dot), dim)).collect();
        block(&words.say("tafel-tips"), &tips);
        block(&words.say("tafel-why"), &[(round.why.clone(), dim)]);
    }
}
