//! `aantafel` ("at the table"): captures what every table of a living lab says, offline, and gives it back.
//!
//! The rooms of the house stand on floors; imports go down only.
#![warn(missing_docs)]

pub mod app;
pub mod cli;
pub mod dialect;
pub mod document;
pub mod form;
pub mod record;
pub mod report;
pub mod run;
pub mod session;
pub mod store;
pub mod text;
pub mod ui;
pub mod words;
pub mod workshop;
