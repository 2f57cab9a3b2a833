//! Exact numbers: amounts, ratios, decimals, rounding and the division of a whole into parts.
//!
//! Nothing here knows a word of youth care. Everything either gives the exact answer, or rounds at a declared step that
//! keeps its residue, or is an error.

mod amount;
pub mod decimal;
pub mod notation;
mod percent;
mod ratio;
mod rounding;
#[cfg(feature = "serde")]
pub(crate) mod serial;
mod split;
mod table;
mod unplaced;
mod unrounded;
mod weights;
mod wide;

pub use amount::Amount;
pub(crate) use amount::money;
pub use percent::Percent;
pub use ratio::Ratio;
pub(crate) use rounding::no_multiple;
pub use rounding::{Mode, Rounded, Rounding};
pub use split::{Bounds, Divider, Method, Residual, Scratch, Split, TieRule, instalments, place};
pub use table::{RoundedTable, Table, Totals};
pub use unplaced::Unplaced;
pub use unrounded::Unrounded;
pub use weights::Weights;
