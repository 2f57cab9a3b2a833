//! The engine that divides youth-care money in the Netherlands, exactly.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        reason = "tests compute what they expect freely"
    )
)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod budget;
pub mod error;
pub mod exact;
#[cfg(feature = "format")]
pub mod format;
pub mod key;
mod language;
pub mod party;
pub mod period;
pub mod scenario;
pub mod trace;

pub use error::{Error, Errors, Kind};
pub use language::Language;
