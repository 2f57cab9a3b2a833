//! Keys: what each party weighs, and how the weights came from what was counted or spent.
//!
//! - [`Key`]: the weights of parties with stable ids; a key can be frozen by its fingerprint.
//! - [`KeyDivider`]: a key made ready for many wholes, over rows in any order.
//! - [`Measure`]: what was counted or spent, per party and year, and per [`AgeBand`] where the source has these.
//! - [`KeyRule`]: which figures become the weights: the basis ([`KeyBasis`]), the key year ([`KeyYear`]), the ages.
//! - [`DatedKey`]: the key that a rule gives, with the years, the ages and the figures it is made of.
//!
//! Nothing has a default that would hide a choice: the key year and the age band are declared, and the name of the key
//! shows them. Source: `SOURCES.md#solidarity`, `SOURCES.md#bmwe-table-2-1`.
//!
//! ```
//! use taakgericht::exact::Ratio;
//! use taakgericht::key::{AgeBand, KeyBasis, KeyRule, KeyYear, Measure};
//! use taakgericht::period::Year;
//! let year = Year::new(2014)?;
//! let bands = ["0-3", "4-11", "12-17", "18-24"];
//! let counts = [("Bedum", [422, 963, 826, 736]), ("Winsum", [549, 1442, 1159, 801])];
//! let mut entries = Vec::new();
//! for (party, counts) in counts {
//!     for (band, count) in bands.into_iter().zip(counts) {
//!         entries.push((party, year, Some(AgeBand::parse(band)?), Ratio::integer(count)));
//!     }
//! }
//! let youths = Measure::new("youths", "persons", entries)?;
//! let ages = Some(AgeBand::parse("0-17")?);
//! let rule = KeyRule { basis: KeyBasis::Measured, year: Some(KeyYear::Before(1)), ages };
//! let dated = rule.derive(&["Bedum", "Winsum"], Some(&youths), Year::new(2015)?)?;
//! assert_eq!(dated.key().name(), "youths 0-17, 2014");
//! assert_eq!(dated.key().amounts(), [Ratio::integer(2211), Ratio::integer(3150)]);
//! # Ok::<(), taakgericht::Error>(())
//! ```

mod ages;
mod basis;
mod dated;
mod divider;
mod division_key;
mod explain;
mod frozen;
mod key_year;
mod measure;
mod rule;
#[cfg(test)]
mod samples;

pub use ages::AgeBand;
pub use basis::KeyBasis;
pub use dated::DatedKey;
pub use divider::KeyDivider;
pub use division_key::Key;
pub use key_year::KeyYear;
pub use measure::{Measure, YearFigure};
pub use rule::KeyRule;
