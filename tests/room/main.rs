//! Stories at the table: who presses what, what is seen, what lies in the drawer.
//!
//! The whole program but its terminal: `App`, the performer and real files in a folder of the test's own, a screen in
//! memory and a clock that the test owns.

mod facilitator;

mod alike;
mod begin;
mod boards;
mod capture;
mod crash;
mod entries;
mod keyboard;
mod lessons;
mod looks;
mod oogst;
mod oogst_named;
mod past;
mod readback;
mod regie;
mod rounds;
mod seating;
mod shipped;
mod storage;
mod suggest;
mod terugblik;
mod verdicts;
mod verslag;
mod walker;
mod windows;
