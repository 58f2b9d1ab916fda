//! The record room; not furnished yet.
