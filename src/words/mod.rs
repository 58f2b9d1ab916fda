//! The words room; not furnished yet.
