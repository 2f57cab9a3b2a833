//! What the engine is measured against; one file each.
//!
//! A peer may use what the lints of the library forbid (`as`, unchecked arithmetic, rounding): it stands for code that
//! someone would write by hand.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "every bench uses its own part, and a peer is written as by hand"
)]

pub mod bounded_integers;
pub mod bounded_naive_decimal;
pub mod careful_decimal;
pub mod effort_lines;
pub mod integer_kernel;
pub mod naive_decimal;
pub mod pool_data;
pub mod pool_fractions;
pub mod pool_integers;
pub mod pool_naive_decimal;
pub mod random;
pub mod rta_general;
pub mod rta_naive_decimal;
pub mod rta_table;
pub mod table_textbook;
