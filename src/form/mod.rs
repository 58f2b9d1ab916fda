//! The form room; not furnished yet.
