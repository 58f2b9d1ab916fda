//! Where the yardstick is: the built example `smallest`, beside the program.
//!
//! Called by the instrument's own test and, by path, by `benches/terminal`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The path of `smallest`, built in the program's own profile.
///
/// `cargo test` builds the examples along, but `cargo test --test journeys` and `cargo bench` do not: built here then.
pub fn smallest() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_aantafel"));
    let built = program.parent().expect("the program is in a folder");
    let target = built.parent().expect("a profile is a folder in the target folder");
    let example = built.join("examples").join("smallest");
    let fresh = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--example", "smallest", "--target-dir"])
        .arg(target)
        .args(built.ends_with("release").then_some("--release"))
        .status();
    assert!(
        fresh.is_ok_and(|status| status.success()) && example.exists(),
        "the yardstick could not be built: {example:?}"
    );
    example
}
