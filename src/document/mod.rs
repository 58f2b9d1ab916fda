//! The document room; not furnished yet.
