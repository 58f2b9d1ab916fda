//! What the door of the report asks for, with what is known here: the session, its folder, the clock.

use super::Performer;
use crate::{
    app::{App, Event, FormatName, Made, Reported, Shelf, Wanted},
    record::Now,
    report::Format,
    run::report::{Job, Work},
    words::dates,
};

impl Performer {
    /// Opens files with this program from now on, instead of the one that the system has for them.
    pub fn open_with(&mut self, program: &str) {
        self.reporting.opener = Some(program.to_owned());
    }

    pub(super) fn report(&mut self, wanted: Wanted, app: &App, now: Now) -> Vec<Event> {
        let job = match wanted {
            Wanted::Shelf => return vec![event(Reported::Shelf(self.reports(now)))],
            Wanted::Open(path) => {
                let reported = self.reporting.open(path, &self.words, self.tell.as_ref());
                return reported.into_iter().map(event).collect();
            }
            Wanted::Preview(number, wish) => Job::Preview(number, wish),
            Wanted::Text(wish) => Job::Text(wish),
            Wanted::File(wish, name) => match Format::named(&name) {
                Some(format) => Job::File(wish, format),
                None => return Vec::new(), // the door offers what it was told there is
            },
        };
        let (Some(open), Some(session)) = (self.open.as_ref(), app.session()) else { return Vec::new() };
        let dir = open.unmade.is_none().then(|| open.dir.clone());
        if dir.is_none() && matches!(job, Job::File(..)) {
            return vec![event(Reported::Failed(self.words.say("verslag-not-on-disk")))];
        }
        let (store, words) = (self.store.clone(), self.words.clone());
        let work = Work { session: session.clone(), store, dir, words, made: now.local(), job };
        self.reporting.start(work, self.tell.as_ref()).into_iter().map(event).collect()
    }

    /// Which formats there are, and which reports lie there.
    fn reports(&self, now: Now) -> Shelf {
        let format = |format: Format| FormatName { name: format.name().to_owned(), label: format.label(&self.words) };
        let dir = self.open.as_ref().filter(|open| open.unmade.is_none()).map(|open| &open.dir);
        let kept = dir.map(|dir| self.store.reports(dir)).unwrap_or_default();
        let made = kept.into_iter().map(|kept| {
            let offset = self.zone.map_or(now.offset, |zone| zone(kept.altered));
            let at = Now { millis: kept.altered, offset }.local();
            let at = format!("{} {}", dates::date_short(at.date(), self.words.lang()), dates::time(at.time()));
            Made { path: kept.path, bytes: kept.bytes, at }
        });
        Shelf { formats: Format::ALL.into_iter().map(format).collect(), made: made.collect() }
    }
}

fn event(reported: Reported) -> Event {
    Event::Report(Box::new(reported))
}
