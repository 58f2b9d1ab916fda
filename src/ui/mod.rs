//! What every screen is made of: keys, colours, text lines, lists to choose from.
//!
//! One table of bindings feeds the program, the help, the footer and the manual. One theme says what every colour means.
//! Drawing here never changes anything. Not here: what a screen shows (`app`), or what a form's row looks like (`form`).

pub mod keys;
pub mod line;
pub mod paint;
pub mod picker;
mod places;
pub mod theme;
pub mod tone;
pub mod typing;

pub use keys::Command;
pub use picker::{Choice, Picker};
pub use places::Where;
pub use theme::{Depth, Look, Theme};
