//! Shortens a journal that is mostly keys: those of lines long since saved.
//!
//! Changes are never taken out: they are what undo needs, and what a damaged table file is mended from. Of the steps, those
//! behind the last moment at which the line was saved and empty are kept, and a few that lead the desk to where it was then.

use std::path::Path;

use tempfile::NamedTempFile;

use crate::session::{Desk, Log, Step};
use crate::store::journal::{read_beginning, write_beside};
use crate::store::load::read_log;
use crate::store::trouble::Trouble;

/// About how many bytes a step takes in the journal, for those that were there when it was opened.
pub(super) const USUAL_STEP: u64 = 37;
/// Below so many bytes of steps shortening is not worth the writing.
const LEAST: u64 = 64 << 10;

/// A journal that says the same in fewer lines, written and secured, and not yet in place.
#[derive(Debug)]
pub(super) struct Shorter {
    pub(super) file: NamedTempFile,
    /// How much of the journal it stands for; what lies behind is to be copied behind it.
    pub(super) upto: u64,
}

/// Whether a journal of this length with so many bytes of steps is worth shortening: two parts in three are steps, so that
/// writing the rest anew costs half of what was spent on them.
pub(super) fn is_worth_it(steps: u64, len: u64) -> bool {
    steps > LEAST && steps.saturating_mul(3) > len.saturating_mul(2)
}

/// Writes a shorter journal beside the one at `path`, for its first `upto` bytes. Nothing if lines of it are damaged:
/// they may be worth something to somebody, and stay where they are.
pub(super) fn shorter(path: &Path, upto: u64) -> Result<Option<Shorter>, Trouble> {
    let Some(logs) = read_beginning(path, upto, read_log)? else { return Ok(None) };
    let file = write_beside(path, &shortened(logs))?;
    Ok(Some(Shorter { file, upto }))
}

/// The same history with fewer steps.
fn shortened(logs: Vec<Log>) -> Vec<Log> {
    // what was together may stand apart now: the rewritten journal is there whole, or not at all
    let logs: Vec<Log> = logs.into_iter().flat_map(Log::each).collect();
    let mut desk = Desk::default();
    let (mut rest, mut way) = (0, Vec::new());
    for (at, log) in logs.iter().enumerate() {
        let Log::Step(step) = log else { continue };
        desk.step(step);
        if *step == Step::Clear && desk.is_at_rest() {
            (rest, way) = (at + 1, way_to(&desk));
        }
    }
    let mut kept = Vec::with_capacity(logs.len());
    for (at, log) in logs.into_iter().enumerate() {
        if at == rest {
            kept.append(&mut way);
        }
        if at >= rest || matches!(log, Log::Change(_)) {
            kept.push(log);
        }
    }
    kept.append(&mut way);
    kept
}

fn way_to(desk: &Desk) -> Vec<Log> {
    let mut way = desk.way();
    way.extend(desk.under.iter().map(|under| Step::Under(Some(under.clone()))));
    way.extend(desk.chosen.iter().map(|chosen| Step::Choose(Some(chosen.clone()))));
    way.extend((desk.focus != 0).then_some(Step::Focus(desk.focus)));
    way.into_iter().map(Log::Step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Op;

    #[test]
    fn the_desk_is_the_same_with_fewer_steps() {
        let typed = |text: &str| Step::Type(0, Op::Insert(text.to_owned()));
        let steps = [
            Step::Round("r2".into()),
            Step::Place("b".into(), "plus".into()),
            typed("weg"),
            Step::Clear,
            Step::Choose(Some("x".into())),
            typed("half"),
            typed(" af"),
            Step::Type(0, Op::WordLeft),
        ];
        let replay = |logs: &[Log]| {
            let mut desk = Desk::default();
            for log in logs {
                if let Log::Step(step) = log {
                    desk.step(step);
                }
            }
            (desk.round.clone(), desk.place.clone(), desk.chosen.clone(), desk.editor(0).cloned())
        };
        let logs: Vec<Log> = steps.into_iter().map(Log::Step).collect();
        let short = shortened(logs.clone());
        assert_eq!(short.len(), 6);
        assert_eq!(replay(&short), replay(&logs));
        assert_eq!(shortened(short.clone()).len(), 6);
        assert_eq!(replay(&shortened(short[..3].to_vec())), replay(&short[..3]));
    }
}
