//! Paints what the facilitator sees: the running order at the left, at the right the round, its tables and what to do.

use super::{Now, Nudge, Regie};
use crate::{
    app::Desk,
    record::Now as Time,
    session::{Block, Late, Running, Session},
    text::{width, wrap_text},
    ui::{
        paint::{self, Header},
        theme::Ink,
    },
    words::dates,
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

/// From this many columns on the running order stands beside the rest.
const WIDE: u16 = 70;
/// Below this many rows there is room for one thing to be told.
const TIGHT: u16 = 10;

fn time(millis: i64, desk: &Desk) -> String {
    dates::time(Time { millis, ..desk.now }.local().time())
}

fn clock_ink(running: &Running) -> Ink {
    if running.left < 0 {
        Ink::Bad
    } else if running.left < 120 {
        Ink::Warn
    } else {
        Ink::Accent
    }
}

impl Regie {
    /// Paints all of it but the footer; `who` writes at the room, if another window does.
    pub fn paint(&self, buf: &mut Buffer, session: &Session, who: Option<&str>, desk: &Desk) {
        let now = Now::of(session, desk);
        self.header(buf, &now, desk);
        let area = desk.area;
        let inside = Rect::new(area.x, area.y + 3, area.width, area.height.saturating_sub(5));
        let left = match area.width {
            ..WIDE => 0,
            WIDE..100 => area.width / 3,
            100..160 => 36,
            _ => 46,
        };
        if left > 0 {
            let rail = Rect { width: left, ..inside };
            self.order(buf, &now, desk, rail);
            for y in rail.top()..rail.bottom() {
                paint::put(buf, rail, rail.right() - 1, y, desk.theme.glyphs.wall, desk.theme.ink(Ink::Faint), 1);
            }
        }
        let main =
            Rect::new(inside.x + left + 2, inside.y, inside.width.saturating_sub(left + 3).min(120), inside.height);
        let told = self.told(&now, who, main.height < TIGHT, desk);
        let rows: Vec<(String, Ink)> = told.iter().flat_map(|(text, ink)| wrapped(text, *ink, main.width)).collect();
        let rows = &rows[..rows.len().min(usize::from(main.height.saturating_sub(1)))];
        let foot = main.bottom().saturating_sub(rows.len() as u16);
        let mut y = self.round(buf, &now, desk, Rect { height: foot.saturating_sub(main.y), ..main });
        let middle = Rect { height: foot.saturating_sub(main.y), ..main };
        y = now.tables(buf, desk, middle, y);
        now.newest(buf, desk, middle, y + u16::from(main.height > 22));
        for (nth, (text, ink)) in rows.iter().enumerate() {
            paint::put(buf, main, main.x, foot + nth as u16, text, desk.theme.ink(*ink), main.width);
        }
    }

    fn header(&self, buf: &mut Buffer, now: &Now<'_>, desk: &Desk) {
        let theme = &desk.theme;
        let bold = |ink: Ink| theme.ink(ink).add_modifier(Modifier::BOLD);
        let running = now.running();
        let mut right: Vec<(String, Style)> = Vec::new();
        if let Some((_, running)) = &running {
            let left = dates::clock(running.left);
            let text = if running.paused { format!("{} {left}", desk.words.say("tafel-paused")) } else { left };
            right.push((text, bold(clock_ink(running))));
        }
        right.push((dates::time(desk.now.local().time()), theme.ink(Ink::Dim)));
        let progress = running.map_or((0.0, Ink::Accent), |(_, running)| {
            ((running.whole - running.left) as f64 / running.whole.max(1) as f64, clock_ink(&running))
        });
        let title = format!("{} {} {}", desk.words.say("regie"), theme.glyphs.dot, now.session.head.title);
        let header = Header { title: &title, right: &right, progress: Some(progress) };
        header.draw(buf, desk.area, theme, &desk.words.say("app-name"));
        let alert = theme.ink(Ink::Warn).add_modifier(Modifier::BOLD | Modifier::REVERSED);
        if self.flashes(desk) {
            let bar = Rect { height: 2.min(desk.area.height), ..desk.area };
            buf.set_style(bar, alert);
        }
        let next = now.order.next().map(|at| now.order.blocks[at].title.clone());
        let told = match (now.nudge(), next) {
            (Some(Nudge::GoOn), Some(next)) => desk.words.tell("regie-over", &[("next", next.into())]),
            (Some(Nudge::GoOn), None) => desk.words.say("regie-over-last"),
            (Some(Nudge::Begin), Some(next)) => desk.words.tell("regie-forgotten", &[("next", next.into())]),
            (Some(Nudge::Begin), None) | (None, _) => return,
        };
        let row = Rect { y: desk.area.y + 2, height: 1, ..desk.area };
        buf.set_style(row, alert);
        let told = format!("{} {told}", theme.glyphs.warn);
        paint::put(buf, row, row.x + 1, row.y, &told, alert, row.width.saturating_sub(2));
    }

    /// The running order: what was, what is, what comes, and when it ends.
    fn order(&self, buf: &mut Buffer, now: &Now<'_>, desk: &Desk, area: Rect) {
        let (theme, words) = (&desk.theme, &desk.words);
        let edge = if area.width < 30 { 1 } else { 2 };
        let inner = Rect::new(area.x + edge, area.y, area.width.saturating_sub(edge + 2), area.height);
        let starts = now.order.starts(now.millis);
        let chosen = self.at(now);
        let room = usize::from(area.height.saturating_sub(4)).max(1);
        let first = (chosen + 2).saturating_sub(room).min(now.order.blocks.len().saturating_sub(room));
        let mut y = inner.y;
        for (at, block) in now.order.blocks.iter().enumerate().skip(first).take(room) {
            let runs = now.order.running() == Some(at);
            let (mark, ink) = match block.ended {
                _ if block.dropped => ("-", Ink::Dim),
                _ if runs => (theme.glyphs.now, Ink::Warn),
                Some(_) => (theme.glyphs.done, Ink::Good),
                None => (theme.glyphs.later, Ink::Dim),
            };
            let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
            let style = if runs { bold } else { theme.ink(if block.dropped { Ink::Dim } else { Ink::Text }) };
            let dim = theme.ink(Ink::Dim);
            paint::put(buf, inner, inner.x, y, mark, theme.ink(ink), 1);
            let begins = starts[at].filter(|_| !block.dropped).map(|at| time(at, desk)).unwrap_or_default();
            paint::put(buf, inner, inner.x + 2, y, &begins, dim, 5);
            let (minutes, ink) = minutes(block, desk);
            // where there is little room the times tell it, but of what is chosen or is not as it was planned
            let untold = area.width < 30 && at != chosen && ink == Ink::Dim && !block.dropped;
            let minutes = if untold { String::new() } else { minutes };
            let end = paint::put_right(buf, inner, inner.right(), y, &minutes, theme.ink(ink)) + u16::from(untold);
            let x = inner.x + 8;
            paint::put(buf, inner, x, y, &block.title, style, end.saturating_sub(x + 1));
            if at == chosen {
                buf.set_style(Rect::new(inner.x.saturating_sub(1), y, inner.width + 2, 1), theme.chosen());
            }
            y += 1;
        }
        let Some((end, behind)) = now.order.end(now.millis) else { return };
        let wide = inner.width;
        let line = |buf: &mut Buffer, y: u16, text: &str, ink: Ink| {
            paint::put(buf, inner, inner.x, y, text, theme.ink(ink), wide);
        };
        y += 1;
        line(buf, y, &words.tell("tafel-ends", &[("time", time(end, desk).into())]), Ink::Text);
        if let Some(ends) = now.order.ends {
            line(buf, y + 1, &words.tell("regie-said", &[("time", time(ends, desk).into())]), Ink::Dim);
        }
        if behind > 0 {
            let text = words.tell("tafel-behind", &[("minutes", dates::minutes(behind).into())]);
            line(buf, y + 2, &text, Ink::Warn);
        }
    }

    /// The round: its question, what to say, its phases. Says which row is free below it.
    fn round(&self, buf: &mut Buffer, now: &Now<'_>, desk: &Desk, area: Rect) -> u16 {
        let (theme, words) = (&desk.theme, &desk.words);
        let bold = theme.ink(Ink::Text).add_modifier(Modifier::BOLD);
        let at = self.at(now);
        let Some(block) = now.order.blocks.get(at) else { return area.y };
        let running = now.running().filter(|(running, _)| *running == at).map(|(_, running)| running);
        let mut y = area.y;
        let title = format!("{}  {}", at + 1, block.title);
        let used =
            paint::put(buf, area, area.x, y, &title, theme.ink(Ink::Accent).add_modifier(Modifier::BOLD), area.width);
        let state = match &running {
            Some(running) if running.paused => Some(("regie-stands-still", Ink::Warn)),
            Some(_) => None,
            None if block.dropped => Some(("regie-left-out", Ink::Dim)),
            None if block.ended.is_some() => Some(("regie-was", Ink::Dim)),
            None => Some(("regie-not-begun", Ink::Dim)),
        };
        if let Some((key, ink)) = state {
            let x = area.x + used + 3;
            paint::put(buf, area, x, y, &words.say(key), theme.ink(ink), area.right().saturating_sub(x));
        }
        y += 1;
        let mut texts = |buf: &mut Buffer, text: &str, style: Style, most: usize| {
            for row in wrap_text(text, usize::from(area.width.max(1))).into_iter().take(most) {
                paint::put(buf, area, area.x, y, text[row].trim_end(), style, area.width);
                y += 1;
            }
        };
        let tight = area.height < 20;
        if let Some(recess) = now.order.recess(now.millis).filter(|_| running.is_some()) {
            let back = words.tell("regie-back-at", &[("time", time(recess.ends, desk).into())]);
            texts(buf, &back, bold, 1);
        }
        let Some(round) = now.round(at) else { return y + 1 };
        let phase = running.and_then(|running| round.phases.get(running.phase?));
        let say = phase.map(|phase| &phase.say).filter(|say| !say.is_empty()).unwrap_or(&round.say);
        if !round.question.is_empty() {
            texts(buf, &round.question, bold, if tight { 2 } else { 4 });
        }
        if !say.is_empty() {
            let say = format!("{} {say}", words.say("regie-say-line"));
            texts(buf, &say, theme.ink(Ink::Dim), if tight { 1 } else { 3 });
        }
        if !tight {
            y += 1;
        }
        for (nth, phase) in round.phases.iter().enumerate() {
            if y + 4 >= area.bottom() {
                break;
            }
            let now_here = running.filter(|running| running.phase == Some(nth));
            let group = || words.say(&format!("report-group-{}", phase.group.key()));
            let name = if phase.name.is_empty() { group() } else { phase.name.clone() };
            let ink = now_here.as_ref().map_or(Ink::Dim, clock_ink);
            let name = format!("{} {name}", nth + 1);
            let column = (area.width * 2 / 5).clamp(14, 30);
            paint::put(buf, area, area.x, y, &name, theme.ink(ink), column);
            let minutes = dates::minutes(i64::from(phase.minutes));
            paint::put_right(buf, area, area.x + column + 5, y, &minutes, theme.ink(Ink::Dim));
            if let Some(running) = now_here {
                let clock = dates::clock(running.left);
                let left = words.tell("regie-left", &[("time", clock.clone().into())]);
                let left = if running.left < 0 { clock } else { left };
                let bar =
                    Rect::new(area.x + column + 7, y, area.width.saturating_sub(column + 9 + width(&left) as u16), 1);
                let done = (running.whole - running.left) as f64 / running.whole.max(1) as f64;
                let full = (f64::from(bar.width) * done.clamp(0.0, 1.0)).round() as u16;
                for x in 0..bar.width {
                    let (glyph, ink) =
                        if x < full { (theme.glyphs.past, ink) } else { (theme.glyphs.rest, Ink::Faint) };
                    paint::put(buf, bar, bar.x + x, y, glyph, theme.ink(ink), 1);
                }
                paint::put_right(buf, area, area.right(), y, &left, theme.ink(ink).add_modifier(Modifier::BOLD));
            }
            y += 1;
        }
        if y < area.bottom() {
            paint::rule(buf, area, y, theme);
        }
        y + 1
    }

    /// What asks for a deed: a hand, a round that was not started or is over, and the proposal.
    fn told(&self, now: &Now<'_>, who: Option<&str>, tight: bool, desk: &Desk) -> Vec<(String, Ink)> {
        let words = &desk.words;
        let mut told = Vec::new();
        if let Some(who) = who {
            told.push((words.tell("regie-taken", &[("who", who.into())]), Ink::Warn));
        }
        let hands = now.hands();
        if hands > 0 {
            told.push((words.tell("regie-hands", &[("count", hands.into())]), Ink::Warn));
        }
        let next = now.order.next().map(|at| now.order.blocks[at].title.clone());
        let nudged = now.nudge().is_some(); // then it stands in the bar
        match (now.running().filter(|_| !nudged), next) {
            (Some((_, running)), Some(next)) if running.left <= 0 && !running.paused => {
                told.push((words.tell("regie-over", &[("next", next.into())]), Ink::Warn));
            }
            (Some((_, running)), None) if running.left <= 0 => told.push((words.say("regie-over-last"), Ink::Warn)),
            (None, Some(_)) if !now.order.has_begun() => told.push((words.say("regie-begin"), Ink::Accent)),
            (None, None) if now.order.is_over() => told.push((words.say("regie-all-done"), Ink::Good)),
            (Some(_) | None, Some(_) | None) => {}
        }
        let late = now.order.late(now.millis);
        if tight && late.is_some() {
            told.clear(); // there is room for one thing, and that is the most important
        }
        match late {
            Some(Late::Shorten(given)) => {
                let cut = given.iter().map(|(at, minutes)| {
                    let block = &now.order.blocks[*at];
                    let args = [
                        ("title", block.title.clone().into()),
                        ("from", dates::minutes(block.minutes).into()),
                        ("to", dates::minutes(*minutes).into()),
                    ];
                    words.tell("regie-cut", &args)
                });
                let cut = cut.collect::<Vec<_>>().join(", ");
                told.push((words.tell("regie-proposal", &[("cut", cut.into())]), Ink::Warn));
                told.push((words.say("regie-accept"), Ink::Dim));
            }
            Some(Late::TooLate(by)) => {
                let text = words.tell("regie-too-late", &[("minutes", dates::minutes(by).into())]);
                told.push((text, Ink::Bad));
                let spare = now.order.to_come().map(|at| &now.order.blocks[at]).filter(|block| block.optional);
                let spare: Vec<String> = spare.map(|block| block.title.clone()).collect();
                if !spare.is_empty() {
                    told.push((words.tell("regie-optional", &[("titles", spare.join(", ").into())]), Ink::Dim));
                }
            }
            None => {}
        }
        told
    }
}

/// What a block took, or is to take; with what was planned, where that is another number.
fn minutes(block: &Block, desk: &Desk) -> (String, Ink) {
    if block.dropped {
        return (desk.words.say("regie-dropped"), Ink::Dim);
    }
    let is = block.took().unwrap_or(block.minutes);
    if is == block.planned {
        return (dates::minutes(is), Ink::Dim);
    }
    let args = [("is", is.into()), ("planned", dates::minutes(block.planned).into())];
    (desk.words.tell("regie-minutes-of", &args), if is > block.planned { Ink::Warn } else { Ink::Text })
}

fn wrapped(text: &str, ink: Ink, wide: u16) -> Vec<(String, Ink)> {
    wrap_text(text, usize::from(wide.max(1))).into_iter().map(|row| (text[row].trim_end().to_owned(), ink)).collect()
}
