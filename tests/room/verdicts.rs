//! What all tables come to, at the harvest: votes and scales, who does what, mirrors, agreements, by keys alone.

use crate::facilitator::Facilitator;
use aantafel::words::Lang;

const WORKSHOP: &str = r#"(
    format: 1, id: "samen", title: "Alles samen", language: "nl", parties: ["Bewoners", "Gemeente"],
    rounds: [
        (id: "helpt", title: "Wat helpt", question: "Wat helpt?", minutes: 10, blocks: [
            Collect(id: "punten", categories: [(id: "plus", label: "Helpt", sigil: "+")]),
        ]),
        (id: "kies", title: "Kiezen", question: "Wat kiezen we?", minutes: 10, blocks: [
            Vote(id: "stem", from: [Category("punten", "plus")], choose: 1),
        ]),
        (id: "cijfer", title: "Cijfers", question: "Hoe staat het ervoor?", minutes: 10, blocks: [
            Judge(id: "cijfer", from: [List(["We vertrouwen elkaar"])], scale: Numbers(from: 1, to: 9, low: "niet", high: "helemaal"), per: Party),
        ]),
        (id: "wie", title: "Wie doet wat", question: "Wie trekt het?", minutes: 10, blocks: [
            Matrix(id: "wie", rows: [List(["Scholen", "Bellen"])], what: "Taak", columns: [Parties], cell: Signs([
                (id: "trekt", glyph: "●", letter: "t", label: "trekt", tone: Blue, means: Lead),
                (id: "mee", glyph: "◐", letter: "m", label: "doet mee", tone: Teal, means: Join),
            ])),
        ]),
        (id: "slot", title: "Afspraken", question: "Wie doet wat wanneer?", minutes: 10, blocks: [
            Collect(id: "acties", preset: ActionList),
        ]),
    ],
)"#;

/// One table that said two things, voted, gave marks, filled in who does what and made an agreement; then the harvest.
fn harvesting(width: u16, height: u16) -> Facilitator {
    let mut at = Facilitator::at(width, height, Lang::Nl).with_workshop(WORKSHOP);
    at.resizes(width, height);
    let mut at = at.sits("Alles samen");
    at.says("Elkaar kennen").says("Een loket");
    at.presses("Ctrl+Right").says("2").says("5");
    at.presses("Ctrl+Right").says("1 9");
    at.presses("Ctrl+Right").says("tt").says("mm");
    at.presses("Ctrl+Right").says("Bellen met de school");
    at.presses("F4");
    at
}

#[test]
fn votes_and_scales_stand_in_order_with_their_numbers_and_what_differs() {
    let mut at = harvesting(110, 32);
    at.presses("Tab Tab");
    let seen = at.sees();
    let row =
        |words: &str| seen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}\n{seen}"));
    assert!(row("Een loket") < row("Elkaar kennen"), "the highest first\n{seen}");
    assert!(seen.lines().nth(row("Een loket")).is_some_and(|line| line.contains('5')), "the number as text\n{seen}");
    assert!(at.finds("mediaan 5 (2)") && at.finds("partijen anders"), "{seen}");
    at.presses("Right Enter");
    assert!(at.finds("Partijen verschillen: Bewoners 1, Gemeente 9 (100 % van de schaal)"), "{}", at.sees());
    assert!(at.finds("Verdeeld aan tafel zelf: T1") && at.finds("T1   Bewoners 1, Gemeente 9"), "{}", at.sees());
    at.presses("Enter");
    assert!(!at.finds("T1   Bewoners 1") && at.finds("mediaan 5"), "and shut again\n{}", at.sees());
}

#[test]
fn every_result_is_two_keys_from_the_table_and_the_wording() {
    let mut at = harvesting(110, 32);
    at.presses("Tab Tab Enter Down Enter");
    assert!(at.finds("Tafel 1") && at.finds("Wat helpt?"), "the round in which it was said\n{}", at.sees());
    assert!(at.finds("Een loket"), "{}", at.sees());
    at.presses("F4");
    assert!(at.finds("Wat kiezen we?"), "and back where one was\n{}", at.sees());
    at.presses("Right Enter Down Enter");
    assert!(
        at.finds("Hoe staat het ervoor?") && at.finds("Tafel 1"),
        "the round in which it was judged\n{}",
        at.sees()
    );
}

#[test]
fn what_was_said_in_a_repeated_block_is_shown_in_the_case_it_was_said_in() {
    let mut at = Facilitator::at(110, 32, Lang::Nl).sits("Living lab");
    let huid = at.session().head.workshop.rounds.iter().position(|round| round.id.as_str() == "huid");
    for _ in 0..huid.expect("it has that round") {
        at.presses("Ctrl+Right");
    }
    at.presses("Ctrl+R Ctrl+Down Ctrl+Down Tab").says("Derde paar").presses("Ctrl+Up Ctrl+Up");
    assert!(!at.finds("Derde paar"), "another pair is shown\n{}", at.sees());
    let is_there = |at: &mut Facilitator, from: &str| {
        assert!(at.finds("In de huid van") && at.finds("Derde paar"), "{from}\n{}", at.sees());
        let table = &at.session().tables[0];
        let chosen = table.desk.chosen.as_ref().and_then(|id| table.records.entry(id));
        assert_eq!(chosen.map(|entry| entry.text.as_str()), Some("Derde paar"), "{from}");
    };
    at.presses("F4 /").types("derde paar").presses("Enter Enter");
    is_there(&mut at, "from the themes");
    at.presses("Esc Ctrl+Up Ctrl+Up Ctrl+Left F4 / Esc Tab Tab Tab Tab");
    assert!(at.finds("Spiegels"), "{}", at.sees());
    at.presses("Home Enter Down Enter");
    is_there(&mut at, "from the mirrors");
    at.presses("Esc Ctrl+Up Ctrl+Up Ctrl+Left");
    let mut at = at.starts_again();
    at.presses("/").types("derde paar").presses("Enter");
    is_there(&mut at, "from looking back");
}

#[test]
fn a_line_of_a_result_goes_under_a_theme_as_anywhere_at_the_harvest() {
    let mut at = harvesting(110, 32);
    at.presses("Tab Tab Enter Down n").types("Dichtbij").presses("Enter");
    at.presses("1 Shift+Tab Shift+Tab");
    assert!(at.finds("Dichtbij"), "{}", at.sees());
    let under = at.session().harvest.records.judgements().len();
    assert!(under > 0, "the line stands under it\n{}", at.sees());
}

#[test]
fn who_does_what_shows_overlap_and_gap_and_which_table_said_so() {
    let mut at = harvesting(110, 32);
    at.presses("Tab Tab Tab");
    assert!(at.finds("overlap") && at.finds("gat") && at.finds("Bewoners") && at.finds("Taak"), "{}", at.sees());
    at.presses("Enter");
    assert!(at.finds("Overlap: Bewoners, Gemeente (T1)") && at.finds("● trekt"), "{}", at.sees());
    at.presses("Down Enter");
    assert!(at.finds("Wie trekt het?") && at.finds("Tafel 1"), "{}", at.sees());
}

#[test]
fn of_agreements_what_lacks_an_owner_or_a_day_comes_first_and_one_key_leads_there() {
    let mut at = harvesting(110, 32);
    at.presses("Shift+Tab");
    assert!(at.finds("Mist een trekker of een datum: 1") && at.finds("nog geen trekker"), "{}", at.sees());
    assert!(at.finds("nog geen datum") && at.finds("T1"), "{}", at.sees());
    at.presses("Enter");
    assert!(at.finds("Wie doet wat wanneer?") && at.finds("Bellen met de school"), "{}", at.sees());
}

#[test]
fn where_nothing_was_given_that_is_said_and_no_key_harms() {
    let mut at = Facilitator::at(80, 24, Lang::Nl).with_workshop(WORKSHOP);
    at.resizes(80, 24);
    let mut at = at.sits("Alles samen");
    at.says("Elkaar kennen");
    at.presses("F4 Tab Tab");
    assert!(at.finds("Elkaar kennen"), "what can be chosen stands there, with nothing\n{}", at.sees());
    at.presses("Tab Tab");
    assert!(at.finds("Er is nog niets namens een ander gezegd"), "{}", at.sees());
    at.presses("Tab");
    assert!(at.finds("Er zijn nog geen afspraken"), "{}", at.sees());
    for _ in 0..6 {
        at.presses("Tab Enter Down Enter F4 Up Home End o Left Right s Space m Esc Esc F4");
    }
    assert!(at.finds("Oogst"), "{}", at.sees());
}

#[test]
fn the_views_hold_from_the_smallest_screen_to_a_wall() {
    for (width, height) in [(40, 12), (80, 24), (110, 32), (200, 60)] {
        let mut at = harvesting(width, height);
        for name in ["Tafels naast elkaar", "Stemmen", "Wie doet wat", "Spiegels", "Afspraken"] {
            at.presses("Tab");
            assert!(at.finds(name), "the view that is shown has its name there: {width}x{height}\n{}", at.sees());
        }
    }
}
