//! What all tables come to, told in the plainest format there is.
