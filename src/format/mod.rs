//! placeholder
mod nearest;
mod number;
mod read;
mod section;
mod sections;
mod term;

pub use read::{file_names, read};

/// The version of the format that this engine reads and writes.
pub const FORMAT_VERSION: u32 = 1;
