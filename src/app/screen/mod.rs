//! The projector.
mod digits;
mod dots;
mod letters;
