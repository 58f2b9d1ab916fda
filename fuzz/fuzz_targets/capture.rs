//! Bytes as lines for `capture`: signs, marks, columns and boards. What they alter is the same again when it is replayed.
//!
//! The first byte chooses the workshop: one with every form, or, for a `T`, one that ships.

#![no_main]

use aantafel::{
    cli::{Lines, enter},
    record::{Mint, Now, Records},
    session::{Log, Session},
    workshop,
};
use aantafel_fuzz::{Room, TABLE, harmless, head, records};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

const EVERY_FORM: &str = include_str!("../../tests/room/every-form.ron");

fuzz_target!(|bytes: &[u8]| {
    static SESSIONS: OnceLock<Vec<Session>> = OnceLock::new();
    let sessions = SESSIONS.get_or_init(|| {
        let shipped = workshop::shipped("nl").filter(|shipped| shipped.id == "terugkomdag").map(|shipped| shipped.text);
        let session = |text| Session::new(head(text), Mint::new("laptop-1".into(), 7));
        [EVERY_FORM].into_iter().chain(shipped).map(session).collect()
    });
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let mut session = sessions[usize::from(*first == b'T').min(sessions.len() - 1)].clone();
    let Some(round) = session.head.workshop.rounds.first().map(|round| round.id.clone()) else { return };
    let mut replayed = Records::default();
    let now = Now { millis: 1_780_000_000_000, offset: 0 };
    let lines = Lines { text: &text, round: &round };
    let mut keep = |log: &Log| {
        match log {
            Log::Change(change) => replayed.apply(change),
            Log::Step(_) | Log::Together(_) => unreachable!("lines make changes"),
        }
        Ok(())
    };
    let words = Room::here().words(bytes);
    let taken = enter(words, &mut session, TABLE, &lines, now, &mut keep).expect("nothing in lines makes it fail");
    for (_, line, why) in &taken.missed {
        harmless(line);
        harmless(why);
    }
    assert_eq!(records(&session), &replayed, "what was altered is what is written");
});
