//! The themes that sessions share: read when the harvest is opened, and written when one is put there.

use super::Performer;
use crate::{app::Event, harvest::Shared, record::Now, words::dates};

impl Performer {
    pub(super) fn codebook(&self) -> Vec<Event> {
        let (codebook, troubles) = self.store.codebook();
        let told = troubles.into_iter().map(|trouble| Event::Trouble(trouble.tell(&self.words)));
        [Event::Codebook(Box::new(codebook))].into_iter().chain(told).collect()
    }

    pub(super) fn share(&self, theme: Shared, now: Now) -> Vec<Event> {
        match self.store.share(theme, &dates::time(now.local().time())) {
            Ok(()) => self.codebook(),
            Err(trouble) => vec![Event::Trouble(trouble.tell(&self.words))],
        }
    }
}
