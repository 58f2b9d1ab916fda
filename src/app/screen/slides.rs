//! Words so large that the back of a hall can read them: as many on the wall as fit, and the rest a few seconds later.
//!
//! Which are on the wall follows from the time since the facilitator chose to show them, so that two walls show the same and
//! nothing has to be kept. What is said meanwhile comes at the end. Called by `pages`.

use super::{
    draw::{Page, above, below},
    letters,
};
use crate::{record::FactKey, text::wrap_text, ui::theme::Ink};
use ratatui::layout::Rect;

/// For how many milliseconds a slide stands.
const STANDS: i64 = 10_000;

/// Words with what stands over them, small.
#[derive(Clone, PartialEq, Debug)]
pub struct Words {
    /// What stands over them; said once where it is the same as over the words before.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// The words themselves.
    pub text: String,
}

impl Page<'_> {
    /// Which of so many slides stands now.
    pub(super) fn slide_now(&self, count: usize) -> usize {
        let chosen = self.session.room.records.facts().get(&FactKey::Screen).map_or(0, |fact| fact.stamp.millis);
        let gone_by = self.now.millis.saturating_sub(chosen).max(0).div_euclid(STANDS) as usize;
        gone_by % count.max(1)
    }

    /// How many rows words take in a room so wide and high, as `large_at_most` sets them.
    fn tall(&self, text: &str, room: Rect) -> u16 {
        match letters::set_at_most(text, room.width, room.height, self.theme.is_plain(), 1) {
            Some(dots) => dots.rows(),
            None => (wrap_text(text, usize::from(room.width.max(1))).len() as u16 * 2).min(room.height),
        }
    }

    /// Lays words on slides of this room: of each slide the words with the rows that they take.
    pub(super) fn lay<'w>(&self, area: Rect, words: &'w [Words]) -> Vec<Vec<(&'w Words, u16)>> {
        let mut slides: Vec<Vec<(&Words, u16)>> = Vec::new();
        let mut left = 0;
        let room = above(area, 2); // below the label and the air under it
        for one in words {
            let need = self.tall(&one.text, room);
            let known = slides.last().and_then(|slide| slide.last()).is_some_and(|(last, _)| last.label == one.label);
            let beside = need + 1 + u16::from(!known) * 2;
            match slides.last_mut().filter(|_| beside <= left) {
                Some(slide) => {
                    slide.push((one, need));
                    left -= beside;
                }
                None => {
                    slides.push(vec![(one, need)]);
                    left = area.height.saturating_sub(need + 2);
                }
            }
        }
        slides
    }

    /// Shows one slide in the middle of the room it was laid for.
    pub(super) fn slide(&mut self, area: Rect, slide: &[(&Words, u16)]) {
        let is_known = |nth: usize| nth > 0 && slide[nth - 1].0.label == slide[nth].0.label;
        let labels = (0..slide.len()).filter(|nth| !is_known(*nth)).count() as u16;
        let used = slide.iter().map(|(_, tall)| tall + 1).sum::<u16>() + labels * 2;
        let mut rest = below(area, area.height.saturating_sub(used) / 2);
        for (nth, (one, tall)) in slide.iter().enumerate() {
            if !is_known(nth) {
                self.line(rest, rest.y, &one.label, self.bold(one.ink));
                rest = below(rest, 2);
            }
            self.large_at_most(Rect { height: (*tall).min(rest.height), ..rest }, &one.text, Ink::Text, 1);
            rest = below(rest, tall + 1);
        }
    }
}
