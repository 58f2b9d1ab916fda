//! Files of every version, and files with any damage: what opens, what is told, and what is still there.
//!
//! `files/format-N` holds a session as the program of that format wrote it; `files/findings` holds texts that were once
//! thought to be trouble, and what the fuzzer finds.
//! Everything goes through the real `Store`, on files that the program itself wrote.

#[path = "files/damage.rs"]
mod damage;
#[path = "files/findings.rs"]
mod findings;
#[path = "files/forward.rs"]
mod forward;
#[path = "files/house.rs"]
mod house;
