//! The engine that divides youth-care money in the Netherlands, exactly.
#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod error;
pub mod exact;

pub use error::{Error, Errors, Kind};
