//! What is on the screen; being furnished.
