//! The text room; not furnished yet.
