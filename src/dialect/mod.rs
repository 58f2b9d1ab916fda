//! The dialect room; not furnished yet.
