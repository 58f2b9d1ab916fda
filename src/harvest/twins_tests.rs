//! Lines that were called the same or different: as they are read, proposed, merged, and put somewhere together.

use super::*;
use crate::record::{Item, Verdict};
use std::collections::BTreeMap;

const LONG: &str = "Korte lijnen tussen wijkteam en corporatie";
const SHORT: &str = "Korte lijnen met de corporatie";
const OTHER: &str = "Een corporatie met korte lijnen naar iedereen";

fn hall() -> Hall {
    let mut hall = Hall::new("laptop-1", 7);
    for (table, text) in [
        (1, LONG),
        (1, "samen eten, elk kwartaal"),
        (1, "de bus rijdt niet meer"),
        (2, SHORT),
        (2, "vaste gezichten in de wijk"),
        (2, "jongeren willen meepraten"),
        (3, OTHER),
    ] {
        hall.says(table, "punten/plus", text, |_| ());
    }
    hall
}

impl Hall {
    fn calls(&mut self, one: &str, other: &str, same: bool) -> &mut Self {
        self.does(|deeds, _| deeds.call(&one.into(), &other.into(), same));
        self
    }

    fn twins(&self, text: &str) -> Vec<String> {
        let read = self.read();
        let point = read.points.at(&text.into()).expect("a line");
        read.twins.of(point).into_iter().map(|at| read.points.text(&self.session, at).to_owned()).collect()
    }
}

/// What is proposed beside a line, with the words that they share.
fn beside(hall: &Hall, suggestions: &mut Suggestions, text: &str) -> Vec<(String, Vec<String>)> {
    let read = hall.read();
    suggestions.follow(&hall.session, &read, true);
    while suggestions.follow(&hall.session, &read, false) {}
    let point = read.points.at(&text.into()).expect("a line");
    let (found, more) = suggestions.alike(&hall.session, &read, point);
    assert_eq!(more, 0);
    let told = |likely: Likely| {
        let mut words: Vec<String> = likely.because.iter().map(|because| text[because.at.clone()].to_owned()).collect();
        words.sort();
        (likely.other.as_str().to_owned(), words)
    };
    found.into_iter().map(told).collect()
}

#[test]
fn lines_of_other_tables_are_proposed_with_their_words_and_what_was_called_is_not_proposed_again() {
    let (mut hall, mut kept) = (hall(), Suggestions::default());
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let found = beside(&hall, &mut kept, SHORT);
    let others: Vec<&str> = found.iter().map(|(other, _)| other.as_str()).collect();
    assert_eq!(others.len(), 2, "{found:?}");
    assert!(found.contains(&(LONG.to_owned(), all(&["Korte", "corporatie", "lijnen"]))), "{found:?}");
    for nothing in ["samen eten, elk kwartaal", "vaste gezichten in de wijk", "jongeren willen meepraten"] {
        assert_eq!(beside(&hall, &mut kept, nothing), []);
    }
    hall.calls(SHORT, LONG, false);
    let others = |found: Vec<(String, Vec<String>)>| found.into_iter().map(|(other, _)| other).collect::<Vec<_>>();
    assert_eq!(others(beside(&hall, &mut kept, SHORT)), [OTHER], "what was refused does not come back");
    assert_eq!(others(beside(&hall, &mut Suggestions::default(), LONG)), [OTHER], "nor after a restart, either way");
    hall.undo();
    assert_eq!(beside(&hall, &mut kept, SHORT), found, "undo brings it back, exactly as it was");
    hall.calls(SHORT, LONG, true);
    assert_eq!(others(beside(&hall, &mut kept, SHORT)), [OTHER]);
    hall.calls(OTHER, LONG, true);
    assert_eq!(others(beside(&hall, &mut kept, SHORT)), Vec::<String>::new(), "the same as the same is the same");
}

#[test]
fn a_line_that_is_worded_anew_is_proposed_by_its_new_words_and_one_that_is_gone_not_at_all() {
    let (mut hall, mut kept) = (hall(), Suggestions::default());
    assert_eq!(beside(&hall, &mut kept, SHORT).len(), 2);
    let mut alter = |id: &str, table: usize, part: Part| {
        hall.now = hall.now.plus(1);
        let Session { tables, mint, .. } = &mut hall.session;
        let touches = tables[table].records.touch(&id.into(), part).into_iter().collect();
        tables[table].alter(touches, Deed::Did, mint, hall.now);
    };
    alter(LONG, 0, Part::Text("iets heel anders".into()));
    alter(OTHER, 2, Part::Gone(true));
    assert_eq!(beside(&hall, &mut kept, SHORT), []);
    assert_eq!(beside(&hall, &mut Suggestions::default(), SHORT), []);
}

#[test]
fn what_says_the_same_is_found_through_a_third_line_but_not_what_was_called_different() {
    let mut hall = hall();
    hall.calls(LONG, SHORT, true).calls(OTHER, SHORT, true);
    assert_eq!(hall.twins(LONG), [SHORT, OTHER]);
    assert_eq!(hall.twins(SHORT), [LONG, OTHER]);
    hall.calls(OTHER, LONG, false);
    assert_eq!((hall.twins(LONG), hall.twins(OTHER)), (vec![SHORT.to_owned()], vec![SHORT.to_owned()]));
    hall.undo();
    hall.undo();
    assert_eq!((hall.twins(LONG), hall.twins(OTHER)), (vec![SHORT.to_owned()], vec![]));
}

#[test]
fn what_goes_along_stands_nowhere_or_where_the_line_itself_stands() {
    let mut hall = hall();
    hall.calls(LONG, SHORT, true).calls(LONG, OTHER, true);
    let along = |hall: &Hall, text: &str| {
        let read = hall.read();
        let point = read.points.at(&text.into()).expect("a line");
        let along = read.twins.along(&read.themes, point).into_iter();
        along.map(|at| read.points.text(&hall.session, at).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(along(&hall, LONG), [SHORT, OTHER]);
    hall.make("Een", &[LONG, SHORT]);
    assert_eq!(along(&hall, LONG), [SHORT, OTHER]);
    hall.make("Twee", &[OTHER]);
    assert_eq!(along(&hall, LONG), [SHORT], "what was put elsewhere stays there");
    let twee = hall.read().themes.all[1].id().cloned().expect("it was made");
    hall.does(|deeds, _| deeds.take_out(&LONG.into(), &twee));
    assert!(!hall.does(|deeds, _| deeds.put_along(&LONG.into(), &twee)), "what was taken out does not go along");
    assert!(hall.does(|deeds, _| deeds.put_along(&SHORT.into(), &twee)));
}

#[test]
fn lines_that_say_the_same_are_laid_behind_each_other_and_none_is_lost() {
    let mut hall = hall();
    hall.calls("de bus rijdt niet meer", OTHER, true).calls(LONG, SHORT, true);
    let read = hall.read();
    let mut lines: Vec<usize> = (0..7).collect();
    read.twins.together(&mut lines);
    assert_eq!(lines, [0, 3, 1, 2, 6, 4, 5]);
    let mut some = vec![6, 3, 1];
    read.twins.together(&mut some);
    assert_eq!(some, [6, 3, 1], "what is not looked at is not brought in");
}

#[test]
fn a_pair_that_means_nothing_is_kept_and_changes_nothing() {
    let mut hall = hall();
    let entry = |id: &str| Item::Entry(id.into());
    let cell = |one: Item, other: Item| Item::Cell(Box::new(one), Box::new(other));
    let say = |hall: &mut Hall, item: Item, criterion: Option<&str>, verdict: Verdict| {
        hall.now = hall.now.plus(1);
        let Session { harvest, mint, .. } = &mut hall.session;
        let key = crate::record::JudgementKey {
            block: block(),
            item,
            assessor: crate::record::Assessor::Table,
            criterion: criterion.map(Into::into),
            pass: 0,
        };
        let touches = harvest.records.touch_verdict(key, Some(verdict)).into_iter().collect();
        harvest.alter(touches, Deed::Did, mint, hall.now);
    };
    let same = || Verdict::Choice("alike".into());
    say(&mut hall, cell(entry(LONG), entry(LONG)), Some("alike"), same());
    say(&mut hall, cell(entry(LONG), entry("is er niet")), Some("alike"), same());
    say(&mut hall, cell(entry("is er niet"), entry(SHORT)), Some("alike"), same());
    say(&mut hall, cell(entry(LONG), Item::Party("gemeente".into())), Some("alike"), same());
    say(&mut hall, cell(entry(LONG), cell(entry(SHORT), entry(OTHER))), Some("alike"), same());
    say(&mut hall, cell(entry(LONG), entry(OTHER)), None, same());
    say(&mut hall, cell(entry(LONG), entry(OTHER)), Some("iets"), same());
    say(&mut hall, cell(entry(LONG), entry(OTHER)), Some("alike"), Verdict::Choice("misschien".into()));
    say(&mut hall, cell(entry(SHORT), entry(OTHER)), Some("alike"), Verdict::Number(1.0));
    let before = hall.session.harvest.records.judgements().len();
    assert_eq!([LONG, SHORT, OTHER].map(|text| hall.twins(text).len()), [0, 0, 0]);
    assert_eq!(beside(&hall, &mut Suggestions::default(), SHORT).len(), 2);
    assert_eq!(hall.session.harvest.records.judgements().len(), before, "and all of it is kept");
    // a pair that was written the other way round by hand means what it says, until it is said anew
    let (less, more) = if LONG < SHORT { (LONG, SHORT) } else { (SHORT, LONG) };
    say(&mut hall, cell(entry(more), entry(less)), Some("alike"), same());
    assert_eq!(hall.twins(LONG), [SHORT]);
    hall.calls(LONG, SHORT, false);
    assert!(hall.twins(LONG).is_empty());
}

#[test]
fn of_two_laptops_that_call_a_pair_otherwise_the_last_stands_and_both_are_in_the_history() {
    let mut one = hall();
    let mut other = Hall::new("laptop-2", 99);
    for (to, from) in other.session.tables.iter_mut().zip(&one.session.tables) {
        to.records.merge(&from.records);
    }
    one.calls(LONG, SHORT, true);
    other.now = one.now.plus(10);
    other.calls(SHORT, LONG, false);
    let (left, right) = (one.session.harvest.records.clone(), other.session.harvest.records.clone());
    one.session.harvest.records.merge(&right);
    other.session.harvest.records.merge(&left);
    assert!(one.twins(LONG).is_empty() && other.twins(LONG).is_empty(), "the last that was said stands");
    let told = |hall: &Hall| {
        let given = hall.session.harvest.history().flat_map(|change| &change.touches);
        let choice = |touch: &Touch| match touch {
            Touch::Judgement { now: Some(Verdict::Choice(choice)), .. } => Some(choice.clone()),
            Touch::Judgement { .. } | Touch::Birth(_) | Touch::Part { .. } | Touch::Fact { .. } => None,
        };
        given.filter_map(choice).collect::<Vec<_>>()
    };
    assert_eq!((told(&one), told(&other)), (vec!["alike".to_owned()], vec!["different".to_owned()]));
    one.now = other.now.plus(10);
    one.calls(LONG, SHORT, true);
    let again = one.session.harvest.records.clone();
    other.session.harvest.records.merge(&again);
    assert_eq!((one.twins(LONG), other.twins(LONG)), (vec![SHORT.to_owned()], vec![SHORT.to_owned()]));
}

proptest! {
    #[test]
    fn whatever_is_called_in_any_order_twins_are_mutual_and_taking_all_back_leaves_nothing(
        calls in proptest::collection::vec((0usize..7, 0usize..7, any::<bool>()), 0..12),
    ) {
        let mut hall = hall();
        let ids: Vec<String> = hall.read().points.all.iter().map(|point| point.id.as_str().to_owned()).collect();
        let mut kept = Suggestions::default();
        let before: BTreeMap<&String, _> = ids.iter().map(|id| (id, beside(&hall, &mut kept, id))).collect();
        let mut done = 0;
        for (one, other, same) in &calls {
            let told = hall.session.harvest.history().count();
            hall.calls(&ids[*one], &ids[*other], *same);
            done += hall.session.harvest.history().count() - told;
            beside(&hall, &mut kept, &ids[*one]);
        }
        let read = hall.read();
        for at in 0..ids.len() {
            for twin in read.twins.of(at) {
                prop_assert!(twin != at && read.twins.of(twin).contains(&at));
                prop_assert!(read.twins.called(&read.points.all[at].id, &read.points.all[twin].id) != Some(false));
            }
        }
        (0..done).for_each(|_| hall.undo());
        for (id, was) in before {
            prop_assert_eq!(&beside(&hall, &mut kept, id), &was);
        }
    }
}
