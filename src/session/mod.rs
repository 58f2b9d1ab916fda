//! The session room; not furnished yet.
