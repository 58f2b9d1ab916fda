//! Lines as people type them, and what is understood.

use super::*;
use proptest::prelude::*;

fn parties() -> Parties {
    Parties::named(["Bewonersinitiatief 2", "Gemeente", "Zorgkantoor", "Zorg", "Welzijn", "Zorgcoöperatie Zeeland"])
}

/// What was understood, in one line.
fn told(line: &str) -> String {
    let parties = parties();
    let said = Said::read(line, &parties);
    let mut out = format!("{:?}", said.text);
    out.extend(said.by.iter().map(|voice| format!(" by={}", parties.voice(voice))));
    out.extend(said.namens.iter().map(|voice| format!(" namens={}", parties.voice(voice))));
    out.extend(said.themes.iter().map(|theme| format!(" theme={theme}")));
    out.extend(said.under.iter().map(|number| format!(" under={number}")));
    out
}

#[test]
fn marks_before_and_behind_the_words_are_understood() {
    for (line, means) in [
        ("Meer woningen @gemeente", r#""Meer woningen" by=Gemeente"#),
        ("@gem Meer woningen", r#""Meer woningen" by=Gemeente"#),
        ("Meer woningen @@wel #wonen, #jeugd &2", r#""Meer woningen" namens=Welzijn theme=wonen theme=jeugd under=2"#),
        ("#wonen @wel2 Meer woningen @@Zorg", r#""Meer woningen" by=Welzijn 2 namens=Zorg theme=wonen"#),
        ("  &1   Zo kan het  #geld  ", r#""Zo kan het" theme=geld under=1"#),
        ("Dubbel #wonen #wonen", r#""Dubbel" theme=wonen"#),
        ("@gemeente", r#""" by=Gemeente"#),
    ] {
        assert_eq!(told(line), means, "{line}");
    }
}

#[test]
fn a_party_of_several_words_is_read_whole_at_either_end() {
    for (line, means) in [
        ("@Zorgcoöperatie Zeeland wil dit", r#""wil dit" by=Zorgcoöperatie Zeeland"#),
        ("@@zorgcooperatie zeeland wil dit", r#""wil dit" namens=Zorgcoöperatie Zeeland"#),
        ("Dit wil @Zorgcoöperatie Zeeland", r#""Dit wil" by=Zorgcoöperatie Zeeland"#),
        ("Dit wil @Zorgcoöperatie Zeeland2 #geld", r#""Dit wil" by=Zorgcoöperatie Zeeland 2 theme=geld"#),
        ("Dit wil @Zorgcoöperatie Zeeland 2", r#""Dit wil" by=Zorgcoöperatie Zeeland 2"#),
        ("Dit wil @zorg", r#""Dit wil" by=Zorg"#),
        ("Dit wil @zorg2", r#""Dit wil" by=Zorg 2"#),
        ("Dit wil @zorgc", r#""Dit wil" by=Zorgcoöperatie Zeeland"#),
    ] {
        assert_eq!(told(line), means, "{line}");
    }
}

#[test]
fn nothing_is_taken_out_of_a_sentence() {
    for line in [
        "vraag aan @gemeente over wonen",
        "dit is #een van &2 punten hier",
        "mail jan@gemeente.nl",
        "R&D",
        "wonen & zorg",
        "wonen &zorg",
        "dat is punt #1",
        "op nummer &0",
        "op nummer &+2",
        "op nummer &99999999999999999999999",
        "bij @kerk",
        "wij zijn er om @12",
        "bij @wel100",
        "een @",
        "een #",
        "een @@",
        "@ gemeente",
        "C# en F#",
        "@gemeente2woningen per jaar",
    ] {
        assert_eq!(Said::read(line, &parties()), Said { text: line.to_owned(), ..Said::default() }, "{line}");
    }
}

#[test]
fn a_number_at_the_beginning_of_a_sentence_is_no_chair() {
    assert_eq!(told("@Gemeente 2 woningen per jaar"), r#""2 woningen per jaar" by=Gemeente"#);
    assert_eq!(told("@Gemeente2 woningen bouwen"), r#""woningen bouwen" by=Gemeente 2"#);
}

#[test]
fn a_second_mark_of_a_kind_stays_in_the_words() {
    assert_eq!(told("samen met @gemeente @welzijn"), r#""samen met @gemeente" by=Welzijn"#);
    assert_eq!(told("@gemeente belt @welzijn"), r#""@gemeente belt" by=Welzijn"#);
    assert_eq!(told("zie &1 &2"), r#""zie &1" under=2"#);
}

#[test]
fn a_number_beyond_what_can_be_answered_stays_in_the_words() {
    let said = Said::read_among("zie &3", &parties(), 2);
    assert_eq!((said.text.as_str(), said.under), ("zie &3", None));
    assert_eq!(Said::read_among("zie &2", &parties(), 2).under, Some(2));
}

#[test]
fn what_cannot_be_read_again_does_not_stand_behind_the_words() {
    let themes = ["wonen en zorg".into(), "1".into(), "zorg".into(), "eind.".into()];
    let gone = Voice::Party("kerk".into());
    assert_eq!(Said::marks(Some(&gone), None, themes, &parties()), " #zorg");
}

/// Pieces from which lines are made that go wrong.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[@#&]{1,3}",
        "[a-zé漢0-9]{1,4}",
        Just(" ".to_owned()),
        Just("\u{a0}".to_owned()),
        Just("\n".to_owned()),
        Just("@gemeente".to_owned()),
        Just("@@Zorgcoöperatie Zeeland".to_owned()),
        Just("#wonen".to_owned()),
        Just("&2".to_owned()),
        any::<char>().prop_map(String::from),
    ]
}

fn any_voice() -> impl Strategy<Value = Voice> {
    (0..6usize, 0..12u32).prop_map(|(at, chair)| {
        let id = parties().0[at].id.clone();
        if chair == 0 { Voice::Party(id) } else { Voice::Seat(format!("{id}#{chair}").as_str().into()) }
    })
}

proptest! {
    #[test]
    fn the_words_are_one_piece_of_the_line_and_nothing_is_lost_around_them(
        line in proptest::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat()),
    ) {
        let said = Said::read(&line, &parties());
        let at = line.trim().find(&said.text);
        prop_assert!(at.is_some(), "{said:?}");
        // what is not in the words is white space and marks, and a mark begins with its sigil
        let read_again = Said::read(&said.text, &parties());
        prop_assert!(line.trim().contains(&read_again.text));
        let cut = line.trim().len() - said.text.len();
        prop_assert!(cut == 0 || said != Said { text: said.text.clone(), ..Said::default() }, "cut {cut} for nothing");
    }

    #[test]
    fn nothing_makes_it_panic(line in any::<String>()) {
        let said = Said::read(&line, &parties());
        prop_assert!(line.trim().contains(&said.text));
    }

    #[test]
    fn a_line_without_sigils_is_its_words(line in "[^@#&]{0,40}") {
        prop_assert_eq!(Said::read(&line, &parties()), Said { text: line.trim().to_owned(), ..Said::default() });
    }

    #[test]
    fn marks_typed_again_mean_the_same(
        by in proptest::option::of(any_voice()), namens in proptest::option::of(any_voice()),
        themes in proptest::collection::btree_set("[a-z]{1,6}", 0..3), text in "[a-z]{1,5}( [a-z]{1,5}){0,3}",
    ) {
        let parties = parties();
        let themes: Vec<ThemeId> = themes.iter().map(|theme| theme.as_str().into()).collect();
        let line = format!("{text}{}", Said::marks(by.as_ref(), namens.as_ref(), themes.clone(), &parties));
        prop_assert_eq!(Said::read(&line, &parties), Said { text, by, namens, themes, under: None });
    }
}
