//! Journeys: whole programs in a real terminal, with real files, signals and closed windows.
//!
//! The one integration test binary, so that the instrument is compiled once and every part of it is in use. A journey is a
//! file beside this one; what can fail at a lower height is tested there. Unix only: see `terminal`.
#![cfg(unix)]

mod drawer;
mod evening;
#[cfg(target_os = "linux")]
mod faults;
mod full;
mod harvest;
mod idle;
mod laptop;
mod lead;
mod letters;
mod looks;
mod obstacle;
mod panic;
mod paste;
mod plug;
mod projector;
mod smallest;
mod terminal;
mod terminal_support;
mod terugblik;
mod two;
mod window;
