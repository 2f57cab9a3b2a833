//! What holds for every comparison.
