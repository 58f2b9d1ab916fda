//! The cli room; not furnished yet.
