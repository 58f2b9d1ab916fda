//! The disk at its worst: every call fails in turn, the program is killed at every call, the power is cut at every call.
//!
//! ```text
//! shim.c, shim.rs   between the program and the disk: writes down, makes fail, kills
//! commands.rs       every call of the commands fails, one by one        keys.rs   the same, at the table
//! power.rs          everything after the last sync is gone              disk.rs   what is left then
//! state.rs          what a session is to the people in it
//! ```
//!
//! Linux only: it stands under the program with LD_PRELOAD, and what a sync secures is told as Linux has it.

mod commands;
mod disk;
mod keys;
mod power;
mod shim;
mod state;
