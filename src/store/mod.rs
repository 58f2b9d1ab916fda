//! The store room; not furnished yet.
