//! The program itself goes wrong: the terminal is given back, two lines say what to do, and the line is there again.
//!
//! The program cannot be made to panic, so `examples/panics` takes the terminal in its place, through the same library.

use crate::laptop::{Laptop, line_of, quits};
use crate::smallest::example;
use crate::terminal::{Launch, PATIENCE, Rhythm};

const SORRY: &str = "Alles wat je typte staat op de schijf";

#[test]
fn after_a_panic_the_terminal_is_given_back_and_the_line_is_there_again() {
    let laptop = Laptop::with("hoe-dan", 1);
    let mut terminal = Launch::new(example("panics")).args([laptop.data()]).home(laptop.home()).start();
    assert_eq!(terminal.exit_code(PATIENCE), 101, "{}", terminal.screen());
    assert_eq!(terminal.still_held(), [""; 0]);
    let screen = terminal.screen();
    assert!(screen.replace('\n', "").contains(SORRY) && screen.contains("something in the loop"), "{screen}");
    let mut again = laptop.launch(&["open", "last", "--device", "laptop-1"]).start();
    again.wait_for("half gety");
    again.settle();
    assert_eq!(line_of(&again.screen()), ["half gety"]);
    quits(again);
}

#[test]
fn a_panic_beside_the_loop_ends_the_program_too_and_does_not_draw_over_what_it_said() {
    let laptop = Laptop::with("hoe-dan", 1);
    let program = Launch::new(example("panics")).args([laptop.data()]).args(["beside"]);
    let mut terminal = program.home(laptop.home()).start();
    terminal.wait_for("Tafel 1");
    terminal.type_text("half gety", Rhythm::Fast);
    terminal.wait_for("half gety");
    assert_eq!(terminal.exit_code(PATIENCE), 101, "{}", terminal.screen());
    assert_eq!(terminal.still_held(), [""; 0]);
    let screen = terminal.screen();
    assert!(screen.replace('\n', "").contains(SORRY) && screen.contains("something beside the loop"), "{screen}");
    assert!(!screen.contains('╭'), "nothing was drawn after it\n{screen}");
    let mut again = laptop.launch(&["open", "last", "--device", "laptop-1"]).start();
    again.wait_for("half gety");
    quits(again);
}
