//! Themes as they are read and altered, and two harvests as one.

use super::*;
use crate::{
    record::{
        Deed, DeviceId, Entry, EntryId, Flag, Home, Mint, Now, Part, Parties, PartyId, TableId, ThemeId, Touch, Voice,
    },
    session::{FORMAT, Head, Session},
    words::Lang,
    workshop,
};
use proptest::prelude::*;

const NOW: Now = Now { millis: 1_778_569_200_000, offset: 7200 };

const WORKSHOP: &str = r#"(
    format: 1, id: "proef", title: "Proef", language: "nl",
    rounds: [
        (id: "helpt", title: "Wat helpt", question: "Wat helpt?", minutes: 20, blocks: [
            Collect(id: "punten", categories: [(id: "plus", label: "Helpt", sigil: "+"), (id: "min", label: "Hindert", sigil: "!")]),
        ]),
        (id: "droom", title: "Droom", question: "Waar droom je van?", minutes: 10, blocks: [
            Formulate(id: "droom", slots: [(id: "wij", label: "Wij dromen van")]),
        ]),
        (id: "slot", title: "Afspraken", question: "Wie doet wat?", minutes: 10, blocks: [
            Collect(id: "acties", preset: ActionList),
        ]),
    ],
)"#;

/// A hall of some tables, and one laptop that harvests.
struct Hall {
    session: Session,
    now: Now,
}

impl Hall {
    fn new(device: &str, seed: u64) -> Self {
        let (workshop, complaints) = workshop::check(WORKSHOP);
        let workshop = workshop.unwrap_or_else(|| panic!("{complaints:?}"));
        let head = Head {
            format: FORMAT,
            id: Default::default(),
            title: "Proef".into(),
            date: NOW.date(),
            place: String::new(),
            tables: 3,
            names: Default::default(),
            parties: Parties::named(["Bewoners", "Gemeente"]),
            device: DeviceId::new("laptop-1"),
            workshop,
        };
        Self { session: Session::new(head, Mint::new(DeviceId::new(device), seed)), now: NOW }
    }

    /// A table says something in a round and category; its id is its text.
    fn says(&mut self, table: u32, place: &str, text: &str, with: impl FnOnce(&mut Entry)) -> &mut Self {
        let (block, category) = place.split_once('/').expect("block/category");
        let round = match block {
            "punten" => "helpt",
            "droom" => "droom",
            _ => "slot",
        };
        self.now = self.now.plus(1);
        let Session { tables, mint, .. } = &mut self.session;
        let home = Home { round: round.into(), block: block.into(), pass: 0 };
        let mut entry = Entry::new(text.into(), mint.stamp(self.now), home, category.into(), text);
        with(&mut entry);
        let table = &mut tables[table as usize - 1];
        table.alter(vec![Touch::Birth(Box::new(entry))], Deed::Did, mint, self.now);
        self
    }

    fn does<T>(&mut self, deed: impl FnOnce(&mut Deeds<'_>, &Harvest) -> T) -> T {
        self.now = self.now.plus(1);
        let read = self.read();
        let Session { harvest, mint, .. } = &mut self.session;
        let mut deeds = Deeds::new(&harvest.records, mint, self.now);
        let out = deed(&mut deeds, &read);
        let touches = deeds.done();
        harvest.alter(touches, Deed::Did, mint, self.now);
        out
    }

    fn make(&mut self, name: &str, lines: &[&str]) -> EntryId {
        self.does(|deeds, _| {
            let id = deeds.make(name);
            lines.iter().for_each(|line| deeds.put(&(*line).into(), &id));
            id
        })
    }

    fn undo(&mut self) {
        self.now = self.now.plus(1);
        let Session { harvest, mint, .. } = &mut self.session;
        harvest.undo(mint, self.now).expect("something to take back");
    }

    fn read(&self) -> Harvest {
        let mut read = Harvest::default();
        read.follow(&self.session, &Words::new(Lang::Nl));
        read
    }

    /// The themes as they are seen: `Name: line, line`.
    fn seen(&self) -> Vec<String> {
        let read = self.read();
        let told = |theme: &Theme| {
            let lines = theme.members.iter().map(|at| read.points.text(&self.session, *at)).collect::<Vec<_>>();
            format!("{}: {}", theme.name, lines.join(", "))
        };
        read.themes.all.iter().map(told).collect()
    }

    fn unused(&self) -> Vec<String> {
        let read = self.read();
        read.themes.unused.iter().map(|at| read.points.text(&self.session, *at).to_owned()).collect()
    }
}

fn hall() -> Hall {
    let mut hall = Hall::new("laptop-1", 7);
    hall.says(1, "punten/plus", "elkaar bellen", |entry| entry.by = Some(Voice::Party("gemeente".into())));
    hall.says(1, "punten/min", "geen geld", |_| {});
    hall.says(2, "punten/plus", "samen eten", |entry| {
        entry.themes.insert(ThemeId::new("elkaar-kennen"));
    });
    hall.says(3, "punten/plus", "korte lijnen", |entry| {
        entry.flags.insert(Flag::Key);
    });
    hall
}

#[test]
fn every_line_stands_under_a_theme_or_is_listed_as_unused() {
    let mut hall = hall();
    assert_eq!(hall.seen(), ["elkaar-kennen: samen eten"], "what was typed at a table is a theme");
    hall.make("Lijnen", &["korte lijnen", "elkaar bellen"]);
    assert_eq!(hall.seen(), ["Lijnen: elkaar bellen, korte lijnen", "elkaar-kennen: samen eten"]);
    assert_eq!(hall.unused(), ["geen geld"]);
    let read = hall.read();
    let lijnen = &read.themes.all[0];
    assert_eq!((lijnen.tables.clone(), lijnen.reach()), (vec![1, 0, 1], 2));
    assert_eq!(lijnen.parties, [0, 1, 1], "nothing of Bewoners, one of Gemeente, one of nobody");
}

#[test]
fn a_line_stands_under_several_themes_and_is_taken_out_of_one() {
    let mut hall = hall();
    let one = hall.make("Een", &["geen geld"]);
    hall.make("Twee", &["geen geld"]);
    assert_eq!(hall.read().themes.of.line(1).len(), 2);
    hall.does(|deeds, _| deeds.take_out(&"geen geld".into(), &one));
    assert_eq!(hall.seen()[..2], ["Een: ", "Twee: geen geld"]);
    hall.undo();
    assert_eq!(hall.seen()[..2], ["Een: geen geld", "Twee: geen geld"]);
}

#[test]
fn what_note_takers_typed_counts_for_the_theme_of_that_name_until_it_is_taken_out() {
    let mut hall = hall();
    let id = hall.make("Elkaar kennen", &["elkaar bellen"]);
    assert_eq!(hall.seen(), ["Elkaar kennen: elkaar bellen, samen eten"]);
    hall.does(|deeds, _| deeds.rename(&id, "Contact"));
    assert_eq!(hall.seen(), ["Contact: elkaar bellen, samen eten"], "its earlier name leads to it too");
    hall.does(|deeds, _| deeds.take_out(&"samen eten".into(), &id));
    assert_eq!(hall.seen(), ["Contact: elkaar bellen"]);
    assert!(hall.unused().contains(&"samen eten".to_owned()), "taken out is unused, and no theme of its own again");
}

#[test]
fn a_theme_of_the_tables_becomes_real_with_the_first_deed() {
    let mut hall = hall();
    hall.does(|deeds, read| {
        let id = deeds.entry(&read.themes.all[0]);
        deeds.put(&"elkaar bellen".into(), &id);
        deeds.conclude(&id, "Wie samen eet belt elkaar ook.");
    });
    assert_eq!(hall.seen(), ["elkaar-kennen: elkaar bellen, samen eten"]);
    assert_eq!(hall.read().themes.all[0].conclusion, "Wie samen eet belt elkaar ook.");
}

#[test]
fn two_themes_are_put_together_and_taken_loose_with_what_each_had() {
    let mut hall = hall();
    let [a, b] = [("A", "geen geld"), ("B", "korte lijnen")].map(|(name, line)| hall.make(name, &[line]));
    hall.does(|deeds, _| deeds.merge(&a, &b));
    assert_eq!(hall.seen()[0], "B: geen geld, korte lijnen");
    assert_eq!(hall.read().themes.all[0].merged, [(a.clone(), "A".to_owned())]);
    hall.does(|deeds, _| deeds.take_out(&"geen geld".into(), &b));
    assert_eq!(hall.seen()[0], "B: korte lijnen", "out of the one that it is now");
    hall.does(|deeds, _| deeds.release(&a));
    assert_eq!(hall.seen()[..2], ["A: geen geld", "B: korte lijnen"]);
    hall.does(|deeds, _| deeds.merge(&a, &b));
    hall.does(|deeds, _| deeds.merge(&b, &a));
    assert_eq!(hall.seen()[0], "A: geen geld, korte lijnen", "a circle is one theme, and loses nothing");
}

#[test]
fn themes_change_places_also_where_two_laptops_gave_them_one() {
    let mut hall = hall();
    let ids = ["A", "B", "C"].map(|name| hall.make(name, &[]));
    let themes = hall.read().themes.all;
    hall.does(|deeds, _| deeds.raise(&themes, 2));
    assert_eq!(hall.seen()[..3], ["A: ", "C: ", "B: "]);
    let same = hall.session.harvest.records.entry(&ids[0]).map(|entry| entry.order.clone()).expect("A");
    let Session { harvest, mint, .. } = &mut hall.session;
    let touches = ids.iter().map(|id| deeds_touch(id, &same)).collect();
    harvest.alter(touches, Deed::Did, mint, NOW.plus(60));
    let order: Vec<EntryId> = hall.read().themes.all.iter().filter_map(|theme| theme.id().cloned()).collect();
    let themes = hall.read().themes.all;
    hall.does(|deeds, _| deeds.raise(&themes, 2));
    let now: Vec<EntryId> = hall.read().themes.all.iter().filter_map(|theme| theme.id().cloned()).collect();
    assert_eq!(now, [order[0].clone(), order[2].clone(), order[1].clone()]);
}

/// What moves a theme to this place, as another laptop may have written it.
fn deeds_touch(id: &EntryId, order: &crate::record::Order) -> Touch {
    Touch::Part { entry: id.clone(), was: Part::Order(order.clone()), now: Part::Order(order.clone()) }
}

#[test]
fn lines_that_are_gone_are_told_and_a_theme_that_is_nowhere_too() {
    let mut hall = hall();
    let id = hall.make("A", &["geen geld", "van een andere laptop"]);
    let Session { tables, mint, .. } = &mut hall.session;
    let gone = tables[0].delete(&"geen geld".into());
    tables[0].alter(gone, Deed::Did, mint, NOW.plus(60));
    hall.does(|deeds, _| deeds.put(&"korte lijnen".into(), &"een thema van elders".into()));
    let read = hall.read();
    assert_eq!(read.themes.all[0].gone, ["geen geld".into(), "van een andere laptop".into()]);
    assert_eq!((read.themes.all[0].members.len(), read.themes.homeless), (0, 1));
    assert!(hall.unused().contains(&"korte lijnen".to_owned()), "it is listed all the same");
    let theme = read.themes.all[0].clone();
    hall.does(|deeds, _| deeds.remove(&theme));
    assert_eq!(hall.seen(), ["elkaar-kennen: samen eten"]);
    hall.undo();
    assert_eq!(hall.read().themes.all[0].id(), Some(&id));
}

#[test]
fn the_organisers_star_decides_and_filters_hold_together() {
    let mut hall = hall();
    hall.does(|deeds, _| {
        deeds.star(&"korte lijnen".into(), false);
        deeds.star(&"geen geld".into(), true);
    });
    let read = hall.read();
    let lines = |filter: Filter| {
        let found = read.lines(&filter, Sort::Table);
        found.into_iter().map(|at| read.points.text(&hall.session, at).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(lines(Filter { key: true, ..Filter::default() }), ["geen geld"]);
    assert_eq!(lines(Filter { party: Some(Some(PartyId::new("gemeente"))), ..Filter::default() }), ["elkaar bellen"]);
    assert_eq!(lines(Filter { words: "lijn".into(), ..Filter::default() }), ["korte lijnen"]);
    assert_eq!(lines(Filter { table: Some(TableId(1)), unused: true, ..Filter::default() }).len(), 2);
    let by_party = read.lines(&Filter::default(), Sort::Party);
    assert_eq!(read.points.text(&hall.session, by_party[0]), "elkaar bellen");
}

#[test]
fn a_table_tells_its_dream_three_lines_a_quote_and_an_agreement_and_nothing_that_stays_there() {
    let mut hall = hall();
    hall.says(1, "droom/wij", "een straat waar iedereen iedereen kent", |_| {});
    hall.says(1, "acties/action", "Gemeente belt in juni", |_| {});
    hall.says(1, "punten/plus", "niet voor buiten", |entry| {
        entry.flags.insert(Flag::Confidential);
    });
    hall.says(1, "punten/plus", "derde", |_| {});
    hall.does(|deeds, _| deeds.star(&"derde".into(), true));
    let told = hall.read().told(&hall.session, TableId(1));
    assert_eq!(told.dream, "een straat waar iedereen iedereen kent");
    assert_eq!(told.top, ["derde", "elkaar bellen", "geen geld"], "a star goes first");
    assert_eq!((told.quote.as_str(), told.agreement.as_str()), ("", "Gemeente belt in juni"));
}

#[test]
fn a_codebook_of_two_laptops_is_one_in_any_order() {
    let shared = |name: &str, covers: &str, millis: i64| Shared {
        name: name.into(),
        covers: covers.into(),
        gone: false,
        stamp: crate::record::Stamp { millis, tick: 0, device: "a".into() },
    };
    let (mut one, mut other) = (Codebook::default(), Codebook::default());
    one.take(shared("Elkaar kennen", "", 1));
    one.take(shared("Geld", "", 1));
    other.take(shared("elkaar kennen", "contact tussen mensen", 2));
    other.take(Shared { gone: true, ..shared("Geld", "", 2) });
    let (mut left, mut right) = (one.clone(), other.clone());
    left.merge(other);
    right.merge(one);
    assert_eq!(left, right);
    assert_eq!(left.get("ELKAAR KENNEN").map(|theme| theme.covers.as_str()), Some("contact tussen mensen"));
    assert_eq!(left.standing().count(), 1);
}

/// Something that one of two laptops does: which laptop, what, and to which theme and line.
fn deed() -> impl Strategy<Value = (bool, u8, usize, usize)> {
    (any::<bool>(), 0..9u8, 0..6usize, 0..4usize)
}

fn act(hall: &mut Hall, what: u8, theme: usize, line: usize) {
    let line: EntryId = ["elkaar bellen", "geen geld", "samen eten", "korte lijnen"][line].into();
    hall.does(|deeds, read| {
        let all = &read.themes.all;
        let Some(one) = (!all.is_empty()).then(|| &all[theme % all.len()]) else { return };
        let other = &all[(theme + 1) % all.len()];
        match what {
            0 => drop(deeds.make(&format!("Thema {theme}"))),
            1 | 2 => {
                let id = deeds.entry(one);
                deeds.put(&line, &id);
            }
            3 => {
                let id = deeds.entry(one);
                deeds.take_out(&line, &id);
            }
            4 => {
                let (id, with) = (deeds.entry(one), deeds.entry(other));
                deeds.merge(&id, &with);
            }
            5 => {
                let id = deeds.entry(one);
                deeds.rename(&id, &format!("Anders {theme}"));
            }
            6 => {
                let id = deeds.entry(one);
                deeds.carry(&line, &id, true);
            }
            7 => deeds.star(&line, theme.is_multiple_of(2)),
            _ => deeds.remove(one),
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn two_harvests_are_one_in_any_order_and_nothing_of_either_is_lost(
        before in proptest::collection::vec(deed(), 0..6),
        after in proptest::collection::vec(deed(), 0..24),
    ) {
        let mut one = hall();
        for (_, what, theme, line) in before {
            act(&mut one, what, theme, line);
        }
        let mut other = Hall::new("laptop-2", 99);
        for (from, to) in one.session.tables.iter().zip(&mut other.session.tables) {
            to.records.merge(&from.records);
        }
        other.session.harvest.records.merge(&one.session.harvest.records);
        for stamp in one.session.harvest.records.stamps().cloned().collect::<Vec<_>>() {
            other.session.mint.observe(&stamp);
        }
        other.now = one.now;
        for (first, what, theme, line) in after {
            act(if first { &mut one } else { &mut other }, what, theme, line);
        }
        let (left, right) = (one.session.harvest.records.clone(), other.session.harvest.records.clone());
        one.session.harvest.records.merge(&right);
        other.session.harvest.records.merge(&left);
        prop_assert_eq!(one.seen(), other.seen());
        prop_assert_eq!(one.unused(), other.unused());
        let again = one.session.harvest.records.clone();
        one.session.harvest.records.merge(&again);
        prop_assert_eq!(one.seen(), other.seen());
        let (read, merged) = (one.read(), &one.session.harvest.records);
        for at in 0..read.points.all.len() {
            let under = |theme: &Theme| theme.members.contains(&at);
            prop_assert_eq!(read.themes.of.line(at).is_empty(), read.themes.unused.contains(&at));
            prop_assert_eq!(read.themes.of.line(at).len(), read.themes.all.iter().filter(|theme| under(theme)).count());
        }
        for records in [&left, &right] {
            for (key, given) in records.judgements() {
                let stands = merged.judgements().get(key).is_some_and(|standing| standing.stamp >= given.stamp);
                prop_assert!(stands, "{key:?}");
            }
            for theme in records.all() {
                let there = merged.entry(&theme.id).expect("every theme is there");
                let named = |name: &str| there.text == name || there.earlier.iter().any(|old| old.text == name);
                prop_assert!(named(&theme.text), "{}", theme.text);
            }
        }
    }
}

/// What is proposed for a line, when all is read: the theme's name, and the words that met.
fn proposed(hall: &Hall, suggestions: &mut Suggestions, text: &str) -> Option<(String, Vec<(String, String)>)> {
    let read = hall.read();
    suggestions.follow(&hall.session, &read, true);
    while suggestions.follow(&hall.session, &read, false) {}
    let point = read.points.at(&text.into()).expect("a line");
    let found = suggestions.of(&hall.session, &read, point)?;
    let met = found.because.into_iter().map(|met| (met.word, met.other)).collect();
    Some((read.themes.all[found.theme].name.clone(), met))
}

#[test]
fn a_proposal_is_made_of_words_refused_by_a_deed_and_taken_back_by_undo() {
    let mut hall = Hall::new("laptop-1", 1);
    for (table, text) in [
        (1, "elk kwartaal samen eten"),
        (1, "samen eten werkt"),
        (2, "bus rijdt niet meer"),
        (2, "belbus terug"),
        (3, "een eettafel in de wijk"),
        (3, "bushalte bij de kerk"),
        (3, "geen idee"),
    ] {
        hall.says(table, "punten/plus", text, |_| ());
    }
    let mut kept = Suggestions::default();
    assert_eq!(proposed(&hall, &mut kept, "bushalte bij de kerk"), None, "without themes there is nothing to propose");
    hall.make("Elkaar ontmoeten aan tafel", &["elk kwartaal samen eten", "samen eten werkt"]);
    let ride = hall.make("Vervoer", &["bus rijdt niet meer", "belbus terug"]);
    let (name, met) = proposed(&hall, &mut kept, "bushalte bij de kerk").expect("a proposal");
    assert_eq!(name, "Vervoer");
    assert_eq!(met[0], ("bushalte".into(), "bus".into()));
    assert_eq!(proposed(&hall, &mut kept, "geen idee"), None);
    assert_eq!(proposed(&hall, &mut kept, "belbus terug"), None, "it stands under a theme");
    let fresh = proposed(&hall, &mut Suggestions::default(), "bushalte bij de kerk");
    assert_eq!(fresh.map(|(name, _)| name), Some(name), "a program that starts now proposes the same");

    hall.does(|deeds, _| deeds.take_out(&"bushalte bij de kerk".into(), &ride));
    assert_eq!(proposed(&hall, &mut kept, "bushalte bij de kerk"), None, "a refused theme does not come back");
    assert_eq!(proposed(&hall, &mut Suggestions::default(), "bushalte bij de kerk"), None, "nor after a restart");
    hall.undo();
    assert!(proposed(&hall, &mut kept, "bushalte bij de kerk").is_some(), "undo takes the refusal back");
    hall.does(|deeds, _| deeds.put(&"bushalte bij de kerk".into(), &ride));
    assert_eq!(proposed(&hall, &mut kept, "bushalte bij de kerk"), None, "accepted: it stands there");
    hall.does(|deeds, read| deeds.remove(&read.themes.all[1]));
    assert_eq!(proposed(&hall, &mut kept, "bushalte bij de kerk"), None, "a theme that is gone is not proposed");
}

#[path = "twins_tests.rs"]
mod twins;
