//! When: years, months, days, and periods from one day to another.
//!
//! The calendar itself is that of the crate `jiff`; it stays inside this module.

mod date;
mod month;
mod span;
mod year;

pub use date::{Date, IsoWeek};
pub use month::Month;
pub use span::Period;
pub use year::Year;
