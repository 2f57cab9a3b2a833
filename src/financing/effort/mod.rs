//! Care that is paid by effort: tariff times delivered volume (P×Q).
//!
//! Dutch: *inspanningsgericht*. Source: `SOURCES.md#ijw`, `SOURCES.md#financing`.

mod ceiling;
mod credit;
mod hours;
mod ledger;
mod line;
mod lines;
mod weekly;

pub use ceiling::{Beyond, Ceiling, CeilingUse, DatedAmount};
pub use hours::whole_hours;
pub use ledger::{DeclaredLine, Entry, Ledger};
pub use line::{Basis, Tariff, euro_amount};
pub use lines::{Columns, Scales};
pub use weekly::{WeeklyCaps, weekly_caps};
