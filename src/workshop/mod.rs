//! The workshop room; not furnished yet.
