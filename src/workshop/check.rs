//! The check of a workshop file.
