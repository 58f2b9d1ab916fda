//! The app room; not furnished yet.
