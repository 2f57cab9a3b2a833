//! What a tariff becomes when wages and prices rise, and last year's provisional figures turn out otherwise.
//!
//! ```text
//!  YearFigures ──Basket──▶ provisional, definitive ──Method──▶ Index (percent, rounded as declared)
//!                                                                │
//!  list of tariffs ──────────────────────────────TariffIndexation┴──▶ IndexedYear: old → new list
//! ```
//! Dutch: *indexatie*. Source: `SOURCES.md#financing`.

mod basket;
mod chain;
mod method;
mod percent_rounding;
mod rule;

pub use basket::{Basket, Figures};
pub use chain::{Chaining, IndexedYear, TariffChange, TariffIndexation};
pub use method::{CorrectionStage, Method};
pub use percent_rounding::{PercentRounding, RoundedPercent};
pub use rule::{Index, IndexRule, PriorYear, Revision, YearFigures};
