//! `aantafel` ("at the table"): captures what every table of a living lab says, offline, and gives it back.
//!
//! The rooms of the house stand on floors; imports go down only.
#![warn(missing_docs)]

pub mod record;
pub mod text;
pub mod dialect;
pub mod document;
pub mod ui;
pub mod words;
pub mod form;
pub mod workshop;
pub mod session;
pub mod store;
pub mod report;
pub mod app;
pub mod run;
pub mod cli;
