//! The run room; not furnished yet.
