//! Financing care: by effort, by result, or for a task; who pays what for the same demand.
//!
//! Dutch: *bekostiging*, *uitvoeringsvarianten*. Source: `SOURCES.md#financing`.

pub mod contract;
pub mod effort;
pub mod output;
pub mod product;
