//! Stories through the real program, as a script or a person at a prompt tells them.

mod ask;
mod exercises;
mod hostile;
mod past;
mod pipe;
mod room;
mod table;
