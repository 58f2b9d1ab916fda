//! **Moment**: text and clock; nothing to fill in but notes and quotes. Welcome, explanation, break, listening round.

use super::{Case, Fault, Frame, Lens, Place, Scope, block};
use crate::document::{Block, Item, Run};

block! {
    /// A step without anything to fill in.
    Moment {
        /// What to read aloud or have at hand, one line each.
        points: Vec<String>,
        /// People have a break: the screens then say when they come back, and no table counts as quiet.
        pause: bool,
    }
}

impl Lens for Moment {
    fn frame(&self) -> Frame<'_> {
        self.own_frame()
    }

    /// None of its own: the round's notes and quotes are enough.
    fn places(&self, _: Scope<'_>) -> Vec<Place> {
        Vec::new()
    }

    fn open(&self, _: Scope<'_>) -> Vec<String> {
        Vec::new()
    }

    fn paper(&self, _: Scope<'_>, _: Option<&Case>, _: u16) -> Vec<Block> {
        let points = self.points.iter().map(|point| Item { runs: vec![Run::plain(point)], below: Vec::new() });
        let points: Vec<Item> = points.collect();
        if points.is_empty() { Vec::new() } else { vec![Block::List(points)] }
    }

    fn check(&self) -> Vec<Fault> {
        let blank = |(at, point): (usize, &String)| {
            point.trim().is_empty().then(|| Fault::new(format!("points[{at}]"), "empty"))
        };
        self.points.iter().enumerate().filter_map(blank).collect()
    }

    fn terms(&self) -> &'static [&'static str] {
        &["only"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::samples::{Sheet, faults};

    #[test]
    fn a_moment_asks_nothing_and_its_points_are_not_empty() {
        let sheet = Sheet::new();
        let moment: Moment = ron::from_str(r#"(id: "welkom", title: "Welkom", points: ["Telefoons uit", " "])"#)
            .expect("it can be read");
        assert_eq!((moment.places(sheet.scope()), moment.open(sheet.scope())), (vec![], vec![]));
        assert_eq!((moment.frame().title, moment.frame().optional), ("Welkom", false));
        assert_eq!(faults(&moment), "points[1] empty");
    }
}
