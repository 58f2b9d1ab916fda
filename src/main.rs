//! The program: hands the command line to `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    aantafel::cli::main(std::env::args_os().collect())
}
