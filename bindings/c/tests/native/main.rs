//! The library as C sees it: its header, its symbols, its layout, and a program that calls every function.
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test stops where it fails"
)]
#![cfg(unix)]

mod compile;
mod layout;
mod program;
#[path = "../support/mod.rs"]
mod support;
mod symbols;
