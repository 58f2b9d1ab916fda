//! Measures `aantafel` at a real terminal, beside the yardstick `smallest` and, where they are found, nano and vim.
//!
//! ```text
//! cargo bench --bench terminal                         everything, some two minutes
//! cargo bench --bench terminal -- echo start           only these: start echo idle memory growth
//! cargo bench --bench terminal -- --size 80x24 --keys 60 --starts 5 --idle 1
//! ```
//!
//! The programs are measured in turn (A B A B), so that a busy moment of the machine is shared; the figures are medians
//! and the ratios to `smallest` are what travels to another machine. Not a test: it passes no judgement. Unix only.

#[cfg(unix)]
mod figures;
#[cfg(unix)]
mod measures;
#[cfg(unix)]
mod options;
#[cfg(unix)]
mod programs;
#[cfg(unix)]
#[path = "../../tests/journeys/smallest.rs"]
mod smallest;
#[cfg(unix)]
#[expect(
    dead_code,
    unused_imports,
    reason = "the bench types and looks; the other half of the instrument is for the journeys"
)]
#[path = "../../tests/journeys/terminal/mod.rs"]
mod terminal;

#[cfg(not(unix))]
fn main() {
    println!("not measured: this bench needs a Unix terminal");
}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` runs benches too, and nextest asks them for a list; both without `--bench`.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return ExitCode::SUCCESS;
    }
    match options::Options::read(arguments.into_iter().filter(|argument| argument != "--bench")) {
        Ok(options) => {
            measures::measure(&options);
            ExitCode::SUCCESS
        }
        Err(mistake) => {
            eprintln!("{mistake}");
            ExitCode::from(2)
        }
    }
}
