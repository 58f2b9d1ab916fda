//! Draws a row of a listing.
