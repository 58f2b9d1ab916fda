//! Who sits at the table: parties with how many of their people, set with the arrows in twenty seconds.

use super::{Deed, Done, Free, List, Over, sheet};
use crate::{
    app::Desk,
    record::PartyId,
    ui::{Command, Picker, paint, theme::Ink},
};
use ratatui::{buffer::Buffer, layout::Rect};

/// The parties with their counts, and which is chosen.
#[derive(Clone, Debug)]
pub struct Seats {
    /// Party, its name, how many of it sit here.
    pub rows: Vec<(PartyId, String, u32)>,
    /// Which is chosen.
    pub at: usize,
}

impl Seats {
    pub(super) fn on(&mut self, command: Option<Command>, desk: &mut Desk) -> Done {
        let by = match command {
            Some(Command::Up) => return self.step(self.at.saturating_sub(1)),
            Some(Command::Down) => return self.step((self.at + 1).min(self.rows.len().saturating_sub(1))),
            Some(Command::AddParty) => {
                let picker = Picker::new(desk.words.say("seats-add"), Vec::new());
                return Done::Deed(Deed::Show(Box::new(Over::Picker(List::open(picker, Free::Party)))));
            }
            Some(Command::More) => 1,
            Some(Command::Fewer) => -1,
            Some(_) | None => return Done::No,
        };
        let Some((party, _, count)) = self.rows.get_mut(self.at) else { return Done::No };
        *count = count.saturating_add_signed(by).min(99);
        Done::Keep(Deed::Seats(party.clone(), i32::try_from(*count).unwrap_or(99)))
    }

    fn step(&mut self, at: usize) -> Done {
        self.at = at;
        Done::No
    }

    pub(super) fn draw(&self, buf: &mut Buffer, desk: &Desk) {
        let theme = &desk.theme;
        let inner = sheet(buf, desk, 48, self.rows.len() as u16 + 3, &desk.words.say("seats-title"));
        let first = (self.at + 1).saturating_sub(usize::from(inner.height));
        for (nth, (_, label, count)) in self.rows.iter().skip(first).take(usize::from(inner.height)).enumerate() {
            let y = inner.y + nth as u16;
            let number = if *count == 0 { theme.glyphs.dot.to_owned() } else { count.to_string() };
            paint::put(buf, inner, inner.x, y, label, theme.ink(Ink::Text), inner.width.saturating_sub(6));
            paint::put_right(buf, inner, inner.right(), y, &number, theme.ink(Ink::Accent));
            if nth + first == self.at {
                buf.set_style(Rect::new(inner.x.saturating_sub(1), y, inner.width + 2, 1), theme.chosen());
            }
        }
    }
}
