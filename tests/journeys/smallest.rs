//! Where the examples are, built beside the program: the yardstick `smallest`, and `panics`.
//!
//! Called by the instrument's own test and, by path, by `benches/terminal`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The path of the yardstick.
pub fn smallest() -> PathBuf {
    example("smallest")
}

/// The path of an example, built in the program's own profile.
///
/// `cargo test` builds the examples along, but `cargo test --test journeys` and `cargo bench` do not: built here then.
pub fn example(name: &str) -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_aantafel"));
    let built = program.parent().expect("the program is in a folder");
    let target = built.parent().expect("a profile is a folder in the target folder");
    let example = built.join("examples").join(name);
    let fresh = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--example", name, "--target-dir"])
        .arg(target)
        .args(built.ends_with("release").then_some("--release"))
        .status();
    assert!(
        fresh.is_ok_and(|status| status.success()) && example.exists(),
        "the example could not be built: {example:?}"
    );
    example
}
