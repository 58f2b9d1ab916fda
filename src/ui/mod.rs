//! The ui room; not furnished yet.
