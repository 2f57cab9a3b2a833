//! Dividing a whole into parts that add up to it again.
//!
//! A [`Split`] says how (method, tie rule, unit); [`Weights`] say by what; a [`Divider`] is the two made ready, for many
//! wholes. Negative wholes mirror positive ones: the methods only see magnitudes.
//!
//! Source: `SOURCES.md#exactness`, rule 3.

mod bounded;
mod cumulative;
mod divider;
mod divisor;
mod method;
mod place;
mod remainder;
mod residual;
mod residue_table;
mod rows;
mod units;

pub use bounded::Bounds;
pub use cumulative::instalments;
pub use divider::{Divider, Scratch};
pub use method::{Method, Split, TieRule};
pub use place::place;
pub use residual::Residual;
