//! What is proposed and what is said about it, on a handful of lines.

use super::*;
use proptest::prelude::*;

const LINES: [&str; 7] = [
    "elk kwartaal samen eten",
    "elkaars nummer hebben en bellen",
    "de bus rijdt niet meer na zes uur",
    "een belbus naar het ziekenhuis",
    "één eettafel voor de hele wijk",
    "bushalte bij de kerk",
    "de koffie was koud",
];

/// Text as people type it, and what a keyboard can do.
const TYPED: &str = "([a-zA-Zéï漢]{1,8}|bus|halte|👩\u{200d}👩\u{200d}👧|e\u{301}|\t| |'){0,12}";

fn hall() -> (Lines, Weigh) {
    let mut lines = Lines::new(Settings::default(), LINES.into_iter(), &["Elkaar kennen", "Vervoer"]);
    let mut weigh = Weigh::new();
    weigh.theme(&mut lines, "Elkaar kennen");
    weigh.theme(&mut lines, "Vervoer");
    [(0, 0), (1, 0), (2, 1), (3, 1)].into_iter().for_each(|(line, theme)| weigh.put(&lines, line, &[theme]));
    (lines, weigh)
}

#[test]
fn a_line_is_proposed_for_the_theme_of_its_words_and_one_without_for_none() {
    let (lines, mut weigh) = hall();
    let mut proposed = |line: usize| weigh.propose(&lines, line, |_| false).map(|found| found.theme);
    assert_eq!([5, 6].map(&mut proposed), [Some(1), None]);
    assert_eq!(proposed(4), None, "one word is too little to propose by");
    assert_eq!(weigh.scores(&lines, 4).first().map(|(theme, _)| *theme), Some(0), "but it comes first");
}

#[test]
fn it_says_which_words_met_which_and_where_they_stand() {
    let (lines, mut weigh) = hall();
    let under = [(2, LINES[2]), (3, LINES[3])];
    let why = weigh.why(&lines, LINES[5], 1, "Vervoer", under.into_iter());
    let told: Vec<(&str, &str, Option<usize>)> = why
        .iter()
        .map(|because| {
            let there = because.line.map_or("Vervoer", |line| LINES[line]);
            (&LINES[5][because.at.clone()], &there[because.there.clone()], because.line)
        })
        .collect();
    assert_eq!(told.first(), Some(&("bushalte", "bus", Some(2))), "{why:?}");
    assert_eq!(why[0].why, Why::Idea, "bus is too short for a part, and a word of the field");
    let under = [(0, LINES[0]), (1, LINES[1])];
    let why = weigh.why(&lines, LINES[4], 0, "Elkaar kennen", under.into_iter());
    assert_eq!(&LINES[4][why[0].at.clone()], "eettafel");
    assert_eq!((why[0].line, &LINES[0][why[0].there.clone()]), (Some(0), "eten"), "an idea of the field: {why:?}");
}

#[test]
fn what_was_refused_is_not_proposed_again_and_speaks_less_for_lines_like_it() {
    let (mut lines, mut weigh) = hall();
    let like = lines.add("bushalte bij de school");
    let score = |weigh: &mut Weigh, lines: &Lines| {
        weigh.scores(lines, like).into_iter().find(|(theme, _)| *theme == 1).map_or(0.0, |(_, score)| score)
    };
    let before = score(&mut weigh, &lines);
    weigh.refuse(&lines, 5, 1, true);
    assert!(weigh.propose(&lines, 5, |theme| theme == 1).is_none());
    let after = score(&mut weigh, &lines);
    assert!(after < before, "{after} {before}");
    weigh.refuse(&lines, 5, 1, false);
    assert!((score(&mut weigh, &lines) - before).abs() < 1e-9, "taken back, it is as it was");
}

#[test]
fn two_lines_that_share_two_words_are_alike_and_say_which() {
    let (mut lines, _) = hall();
    let other = lines.add("iedere drie maanden samen eten, elk kwartaal dus");
    let found = lines.alike(0, |_| true);
    assert_eq!(found.iter().map(|alike| alike.other).collect::<Vec<_>>(), [other]);
    let text = "iedere drie maanden samen eten, elk kwartaal dus";
    let why = lines.why_alike(LINES[0], other, text);
    let mut met: Vec<&str> = why.iter().map(|because| &text[because.there.clone()]).collect();
    met.sort_unstable();
    assert_eq!(met, ["eten", "kwartaal"]);
}

#[test]
fn at_two_tables_of_four_lines_what_says_the_same_is_found_and_nothing_else() {
    let said = [
        "Korte lijnen tussen wijkteam en corporatie",
        "samen eten, elk kwartaal",
        "de bus rijdt niet meer na zes uur",
        "geen geld voor de buurtkamer",
        "Korte lijnen met de corporatie",
        "vaste gezichten in de wijk",
        "één plek voor alle vragen",
        "jongeren willen meepraten",
    ];
    let lines = Lines::new(Settings::default(), said.into_iter(), &[]);
    let found = |line: usize| {
        let other = lines.alike(line, |other| (other < 4) != (line < 4)).into_iter();
        other.map(|alike| (alike.other, alike.rare)).collect::<Vec<_>>()
    };
    let all: Vec<Vec<(usize, bool)>> = (0..8).map(found).collect();
    let mut wanted = vec![Vec::new(); 8];
    (wanted[0], wanted[4]) = (vec![(4, true)], vec![(0, true)]);
    assert_eq!(all, wanted);
}

#[test]
fn what_met_in_lines_that_were_called_different_counts_less_until_that_is_taken_back() {
    let said = ["half jaar geen geld", "elk half jaar samen eten", "om het half jaar vergaderen"];
    let mut lines = Lines::new(Settings::default(), said.into_iter(), &[]);
    let before = lines.likeness(0, 2);
    lines.called(0, 1, false, true);
    let refused = lines.likeness(0, 2);
    assert!(refused < before, "{refused} {before}");
    lines.called(1, 2, true, true);
    assert!(lines.likeness(0, 2) > refused, "what was called the same speaks for it again");
    lines.called(1, 2, true, false);
    lines.called(0, 1, false, false);
    assert!((lines.likeness(0, 2) - before).abs() < 1e-9, "taken back, it is as it was");
}

#[test]
fn the_lines_that_share_a_clue_are_those_that_all_lines_beside_it_would_give() {
    let lines = Lines::new(Settings::default(), LINES.into_iter(), &[]);
    for (line, said) in LINES.iter().enumerate() {
        let mut all: Vec<usize> = (0..lines.len()).filter(|other| *other != line).collect();
        all.retain(|other| lines.beside(line, *other).is_some());
        let mut found: Vec<usize> = lines.alike(line, |_| true).iter().map(|alike| alike.other).collect();
        found.sort_unstable();
        assert_eq!(found, all, "{said}");
    }
}

#[test]
fn english_lines_have_english_stems() {
    let texts = ["we have one facility for the volunteers", "facilities of the village, and volunteering"];
    let lines = Lines::new(Settings::default(), texts.into_iter(), &[]);
    let stems = |line: usize| {
        let clues = lines.clues(line).into_iter().map(|number| lines.clue(number).clone());
        clues.filter(|clue| *clue == Clue::Stem("facil".into()) || *clue == Clue::Stem("volunt".into())).count()
    };
    assert_eq!((stems(0), stems(1)), (2, 2));
}

proptest! {
    #[test]
    fn putting_and_taking_leaves_no_trace(
        texts in proptest::collection::vec(TYPED, 1..8),
        puts in proptest::collection::vec((0usize..8, 0usize..3), 0..12),
    ) {
        let mut lines = Lines::new(Settings::default(), texts.iter().map(String::as_str), &[]);
        let mut weigh = Weigh::new();
        for name in ["een", "twee bussen", "drie"] {
            weigh.theme(&mut lines, name);
        }
        let scores = |weigh: &mut Weigh| (0..lines.len()).map(|line| weigh.scores(&lines, line)).collect::<Vec<_>>();
        let before = scores(&mut weigh);
        for (line, theme) in &puts {
            weigh.put(&lines, line % lines.len(), &[*theme]);
        }
        for (line, theme) in &puts {
            weigh.refuse(&lines, line % lines.len(), *theme, true);
            weigh.refuse(&lines, line % lines.len(), *theme, false);
            weigh.take(&lines, line % lines.len(), &[*theme]);
        }
        prop_assert_eq!(before, scores(&mut weigh));
    }

    #[test]
    fn whatever_was_typed_the_words_of_a_proposal_stand_in_it(one in TYPED, other in TYPED) {
        let mut lines = Lines::new(Settings::default(), [one.as_str(), other.as_str()].into_iter(), &[]);
        let mut weigh = Weigh::new();
        weigh.theme(&mut lines, &other);
        weigh.put(&lines, 1, &[0]);
        for because in weigh.why(&lines, &one, 0, &other, [(1, other.as_str())].into_iter()) {
            prop_assert!(one.get(because.at.clone()).is_some_and(|word| !word.is_empty()));
            prop_assert!(other.get(because.there.clone()).is_some_and(|word| !word.is_empty()));
            prop_assert!((0.0..=1.0).contains(&because.part));
        }
    }
}
