//! The report room; not furnished yet.
