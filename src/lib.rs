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
#[cfg(any(test, feature = "parallel"))]
extern crate std;

pub mod error;
pub mod exact;

pub use error::{Error, Errors, Kind};
