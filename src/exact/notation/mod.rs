//! How people write numbers: plain (`1234.56`) and Dutch (`€ 1.234,56`, `8,5%`).
//!
//! The same text can mean two things: `1.234` is a little over one in plain notation and over a thousand in Dutch. Who
//! knows the notation says so ([`Notation::Plain`], [`Notation::Dutch`]); who does not, reads with [`Notation::Either`],
//! which takes whatever has one meaning and refuses what has two. Nothing is guessed and nothing is rounded.
//!
//! | text | `Plain` | `Dutch` | `Either` |
//! |---|---|---|---|
//! | `1234.56` | 1234.56 | error | 1234.56 |
//! | `€ 1.234,56`, `1234,56`, `1.234,56€` | error | 1234.56 | 1234.56 |
//! | `€ 5,-` | error | 5.00 | 5.00 |
//! | `1.234` | 1.234 | 1234 | ambiguous |
//! | `1,234` | error | 1.234 | ambiguous: in English it is 1234 |
//! | `1.000.000` | error | 1000000 | 1000000 |
//! | `0.123`, `1234.567` | as written | error | as written: no Dutch grouping looks like this |
//! | `1,234.56`, `1,234,567` | error | error | error: English thousands are not read |
//! | `1.23.456`, `1e5`, `NaN` | error | error | error |
//!
//! A percentage carries its sign: a bare `0.085` could be 0.085% or 8.5%. The euro sign is optional, before or behind the
//! amount; it says nothing about points and commas, so `€ 1.234` stays ambiguous under `Either`.

mod figure;
mod print;
mod read;
mod shape;

pub use print::{Written, dutch, grouped};
pub use read::Notation;

#[cfg(test)]
mod tests;
