//! Who takes part, where there is no budget that says so.

use alloc::string::String;

/// The parties of a scenario without a budget; a budget has its own.
///
/// Dutch: *deelnemers*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartiesSection {
    /// The table; its rows with a municipality are the parties.
    pub table: String,
}
