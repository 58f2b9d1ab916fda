//! cli, in progress
