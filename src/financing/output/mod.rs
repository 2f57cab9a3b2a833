//! Care that is paid by result: a price per trajectory, in parts, or an amount per period.
//!
//! Dutch: *outputgericht*. Source: `SOURCES.md#financing`.

mod price;
mod progress;

pub use price::{PaymentPlan, per_period};
pub use progress::{Progress, Valued, work_in_progress};
