//! What the note-taker does at the desk, and what stands there then.

use super::*;
use proptest::prelude::*;

fn typed(text: &str) -> Step {
    Step::Type(0, Op::Insert(text.to_owned()))
}

fn filled(text: &str) -> Step {
    Step::Type(0, Op::Set(text.to_owned()))
}

fn reword(id: &str) -> Step {
    Step::Hold(Hold::Reword(id.into()))
}

fn after(steps: &[Step]) -> Desk {
    let mut desk = Desk::default();
    steps.iter().for_each(|step| desk.step(step));
    desk
}

#[test]
fn rewording_lays_the_half_typed_line_aside_and_gives_it_back() {
    let mut steps = vec![
        Step::Under(Some("t".into())),
        typed("half een zin"),
        Step::Type(1, Op::Insert("wel".into())),
        Step::Focus(1),
        reword("x"),
    ];
    let desk = after(&steps);
    assert_eq!((desk.field(0), desk.field(1), desk.focus, desk.under.is_none()), ("", "", 0, true));
    assert!(!desk.is_at_rest());

    steps.extend([filled("Zo stond het"), typed(" anders"), Step::Clear]);
    let desk = after(&steps);
    assert_eq!((desk.field(0), desk.field(1), desk.focus), ("half een zin", "wel", 1));
    assert_eq!((desk.hold.clone(), desk.under.clone()), (Hold::New, Some("t".into())));
    assert!(after(&[steps, vec![Step::Clear]].concat()).is_at_rest());
}

#[test]
fn another_entry_taken_while_one_is_half_reworded_loses_neither() {
    let desk =
        after(&[typed("nieuw"), reword("x"), filled("x"), typed(" half"), reword("y"), filled("y"), typed(" heel")]);
    assert_eq!(desk.field(0), "y heel");
    let steps = [Step::Clear, Step::Clear];
    let mut desk = desk;
    desk.step(&steps[0]);
    assert_eq!((desk.field(0), desk.hold.clone()), ("x half", Hold::Reword("x".into())));
    desk.step(&steps[1]);
    assert_eq!((desk.field(0), desk.hold.clone()), ("nieuw", Hold::New));
}

#[test]
fn an_entry_that_was_only_looked_at_does_not_come_back() {
    let desk = after(&[reword("x"), filled("x"), Step::Type(0, Op::Start), reword("y"), filled("y"), Step::Clear]);
    assert!(desk.is_at_rest(), "{desk:?}");
}

#[test]
fn going_back_to_the_new_line_and_to_the_reword_finds_both() {
    let mut desk = after(&[typed("nieuw"), reword("x"), filled("x"), typed("!"), Step::Hold(Hold::New)]);
    assert_eq!(desk.field(0), "nieuw");
    desk.step(&typed("er"));
    desk.step(&reword("x"));
    assert_eq!(desk.field(0), "x!");
    desk.step(&reword("x"));
    assert_eq!(desk.field(0), "x!", "taking in hand what is in hand does nothing");
    desk.step(&Step::Clear);
    assert_eq!(desk.field(0), "nieuwer");
}

#[test]
fn another_round_has_other_places() {
    let place = Step::Place("b".into(), "plus".into());
    let mut desk = after(&[Step::Round("een".into()), place, Step::Round("een".into())]);
    assert!(desk.place.is_some());
    desk.step(&Step::Round("twee".into()));
    assert_eq!(desk.place, None);
}

fn any_op() -> impl Strategy<Value = Op> {
    prop_oneof![
        "[a-zé漢 ]{1,3}".prop_map(Op::Insert),
        "[a-z👩]{0,4}".prop_map(Op::Set),
        Just(Op::Back),
        Just(Op::Left),
        Just(Op::KillToStart),
        (0..20usize).prop_map(Op::To),
        Just(Op::Undo),
        Just(Op::Redo),
    ]
}

fn any_hold() -> impl Strategy<Value = Hold> {
    prop_oneof![Just(Hold::New), prop_oneof![Just("x"), Just("y")].prop_map(|id| Hold::Reword(id.into()))]
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => prop_oneof![Just("een"), Just("twee")].prop_map(|round| Step::Round(round.into())),
        1 => prop_oneof![Just("plus"), Just("min")].prop_map(|category| Step::Place("b".into(), category.into())),
        1 => proptest::option::of(Just("t".into())).prop_map(Step::Under),
        1 => proptest::option::of(Just("c".into())).prop_map(Step::Choose),
        3 => any_hold().prop_map(Step::Hold),
        1 => any::<u8>().prop_map(Step::Focus),
        6 => (0..3u8, any_op()).prop_map(|(field, op)| Step::Type(field, op)),
        2 => Just(Step::Clear),
    ]
}

proptest! {
    #[test]
    fn the_steps_bring_the_desk_back_as_it_was(steps in proptest::collection::vec(any_step(), 0..40), cut in 0..40usize) {
        let live = after(&steps);
        // as the journal would have them: written and read
        let read = |step: &Step| ron::from_str(&ron::to_string(step).expect("a step can be written")).expect("and read");
        prop_assert_eq!(&after(&steps.iter().map(read).collect::<Vec<_>>()), &live);
        // at rest, the way is enough
        let mut short = Desk::default();
        for (at, step) in steps.iter().enumerate() {
            if at == cut && short.is_at_rest() {
                short = after(&short.way());
            }
            short.step(step);
        }
        prop_assert_eq!((&short.round, &short.place, &short.under, &short.chosen), (&live.round, &live.place, &live.under, &live.chosen));
        prop_assert_eq!((&short.hold, short.focus), (&live.hold, live.focus));
    }

    #[test]
    fn made_anew_it_shows_the_same_words_whatever_stood_there(
        steps in proptest::collection::vec(any_step(), 0..40),
        other in proptest::collection::vec(any_step(), 0..20),
    ) {
        let shows = |desk: &Desk| {
            let lines = |line: &[Editor]| -> Vec<(String, usize)> {
                let all = line.iter().map(|editor| (editor.text().to_owned(), editor.cursor()));
                all.filter(|(text, _)| !text.is_empty()).collect()
            };
            let laid: Vec<_> = desk.aside.iter().map(|laid| (laid.hold.clone(), lines(&laid.line))).collect();
            let laid: Vec<_> = laid.into_iter().filter(|(_, lines)| !lines.is_empty()).collect();
            let at = (desk.hold.clone(), desk.under.clone(), desk.chosen.clone(), desk.focus);
            (at, lines(&desk.line), laid)
        };
        let live = after(&steps);
        prop_assert_eq!(shows(&after(&live.anew())), shows(&live));
        let mut before = after(&other);
        for step in before.emptied().into_iter().chain(live.anew()) {
            before.step(&step);
        }
        prop_assert_eq!(shows(&before), shows(&live));
    }

    #[test]
    fn no_holding_or_clearing_of_a_reword_loses_what_a_new_line_held(steps in proptest::collection::vec(any_step(), 0..60)) {
        let mut desk = Desk::default();
        let mut new: Option<Vec<String>> = None;
        let words = |desk: &Desk| (0..3).map(|field| desk.field(field).to_owned()).collect::<Vec<_>>();
        for step in &steps {
            let was = desk.clone();
            desk.step(step);
            if was.hold == Hold::New && *step == Step::Clear {
                new = None; // saved, or let go on purpose
            } else if was.hold == Hold::New {
                let standing = if desk.hold == Hold::New { &desk } else { &was };
                new = Some(words(standing));
            }
            if desk.hold == Hold::New && let Some(new) = &new {
                prop_assert_eq!(&words(&desk), new);
            }
        }
        // whoever lets go of everything in hand comes back to it
        for _ in 0..4 {
            if desk.hold != Hold::New {
                desk.step(&Step::Clear);
            }
        }
        prop_assert_eq!(&desk.hold, &Hold::New);
        prop_assert_eq!(words(&desk), new.unwrap_or_else(|| vec![String::new(); 3]));
    }
}
