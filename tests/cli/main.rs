//! Stories through the real program, as a script or a person at a prompt tells them.

mod ask;
mod beside;
mod data;
mod exercises;
mod hostile;
mod import;
mod past;
mod people;
mod pipe;
mod room;
mod search;
mod seats;
mod series;
mod sheets;
mod table;
