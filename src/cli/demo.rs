//! `aantafel demo`: a filled example session in a folder of its own, of which nothing stays.

use super::{
    capture::{Lines, take},
    room::{Done, Room},
    screen,
};
use crate::{app::Doorway, run::Opening};
use crate::{
    record::{Parties, SessionId, TableId},
    session::{FORMAT, Head},
    store::{Data, SessionDir, Store},
    words::Lang,
    workshop,
};
use clap::ArgMatches;

/// The workshop that the example is of.
const WORKSHOP: &str = "living-lab";

/// How many tables there are if nobody says otherwise.
const TABLES: u32 = 3;

/// What five tables said, as text for `capture`.
fn tables(lang: Lang) -> [&'static str; 5] {
    macro_rules! told {
        ($lang:literal) => {
            [
                include_str!(concat!("../../assets/demo/", $lang, "/tafel-1.txt")),
                include_str!(concat!("../../assets/demo/", $lang, "/tafel-2.txt")),
                include_str!(concat!("../../assets/demo/", $lang, "/tafel-3.txt")),
                include_str!(concat!("../../assets/demo/", $lang, "/tafel-4.txt")),
                include_str!(concat!("../../assets/demo/", $lang, "/tafel-5.txt")),
            ]
        };
    }
    match lang {
        Lang::Nl => told!("nl"),
        Lang::En => told!("en"),
    }
}

/// The round at which the example opens: the one with most to see.
const LIVELY: &str = "factoren";

pub(super) fn run(room: &Room, given: &ArgMatches) -> anyhow::Result<Done> {
    let folder = tempfile::Builder::new().prefix("aantafel-demo-").tempdir()?;
    let data = Data::new(folder.path());
    let store = Store::new(data, room.store.device().clone());
    let dir = fill(room, &store, given.get_one::<u32>("tables").copied().unwrap_or(TABLES))?;
    let loaded = store.load(&dir, room.seed()).map_err(|trouble| room.trouble(&trouble))?;
    let (table, round) = (Some(TableId(1)), Some(LIVELY.into()));
    let done = screen::screen(room, store, Some(Opening { dir, loaded, table, round, door: Doorway::Tafel }));
    // said out loud, because nothing of it may stay behind unnoticed
    folder.close()?;
    done
}

/// Makes the session and lets every table say its lines, by the way that `capture` goes.
fn fill(room: &Room, store: &Store, count: u32) -> anyhow::Result<SessionDir> {
    let (words, now) = (&room.words, room.now());
    let shipped = workshop::shipped(words.lang().code()).find(|shipped| shipped.id == WORKSHOP);
    let text = shipped.map(|shipped| shipped.text).unwrap_or_default();
    let workshop = workshop::read(text).map_err(|mistake| anyhow::anyhow!(mistake))?;
    let head = Head {
        format: FORMAT,
        id: SessionId::default(),
        title: words.say("cli-demo-title"),
        date: now.date(),
        place: words.say("cli-demo-place"),
        tables: count,
        names: Default::default(),
        parties: Parties::named(&workshop.parties),
        device: store.device().clone(),
        workshop,
    };
    let head = store.create(head).map_err(|trouble| room.trouble(&trouble))?;
    let dir = store.data().session(head.id.as_str());
    let Some(first) = head.workshop.rounds.first().map(|round| round.id.clone()) else { return Ok(dir) };
    for (number, told) in (1..=count).zip(tables(words.lang()).iter().cycle()) {
        let lines = Lines { text: told, round: &first };
        take(room, store, &dir, TableId(number), &lines)?;
    }
    Ok(dir)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{record::DeviceId, words::Words};

    #[test]
    fn every_line_of_the_example_is_understood_in_both_languages() {
        for lang in Lang::ALL {
            let root = tempfile::tempdir().expect("works");
            let store = Store::new(Data::new(root.path()), DeviceId::new("proef"));
            let room = Room { words: Words::new(lang), store, theme: None, ascii: false, quiet: true };
            let dir = fill(&room, &room.store, 5).expect("works");
            let (session, doubt) = room.load(&dir).expect("works");
            assert!(!doubt);
            for table in &session.tables {
                let lines = Lines { text: tables(lang)[table.id.0 as usize - 1], round: &"welkom".into() };
                assert!(table.records.len() > 24, "{lang} {}: {}", table.id, table.records.len());
                let again = take(&room, &room.store, &dir, table.id, &lines).expect("works");
                assert_eq!(again.missed, [], "{lang} {}", table.id);
                for round in &session.head.workshop.rounds {
                    let said = table.records.all().iter().filter(|entry| entry.home.round == round.id).count();
                    assert!(said > 0, "{lang} {}: nothing in {}", table.id, round.id);
                }
            }
        }
    }
}
