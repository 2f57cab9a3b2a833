//! Operations by name, on texts: what a program calls that has no structs for the rich options of a rule.
//!
//! Behind the feature `format`. Each file of `tests/corpus` holds worked examples of one of these operations, and is named after
//! it; the arguments and the results are its columns, written as they are there. So whoever can pass texts can carry out every
//! example, and check itself.
//!
//! ```
//! let weights = [("whole", "1.00"), ("unit", "0.01"), ("method", "largest-remainder"), ("tie", "first"), ("weights", "1 1 1")];
//! let results = taakgericht::operation::call("split", &weights)?;
//! assert_eq!(results, [("parts", "0.34 0.33 0.33".to_string())]);
//!
//! let error = taakgericht::operation::call("splits", &weights).unwrap_err();
//! assert!(error.to_string().ends_with("\n  Did you mean \"split\"?"));
//! # Ok::<(), taakgericht::Error>(())
//! ```
//! Amounts are euros with a point and at most two decimals; entries of a list are separated by spaces; `-` is nothing, where
//! [`Operation::about`] says that there may be nothing. Every argument has to be there: nothing is taken for granted.
//!
//! Here is only reading and writing; what is computed, the other modules compute.

mod arguments;
mod budget;
mod comparison;
mod effort;
mod exact;
mod pool;
mod read;
mod tariff;
mod task;
mod waterfall;
mod write;

#[cfg(test)]
mod tests;

use crate::error::{Error, Kind};
use crate::format::{advised, did_you_mean, one_of};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use arguments::Arguments;

/// Something that can be computed from texts.
///
/// Dutch: *bewerking*.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Its name: `split`.
    pub name: &'static str,
    /// What it does, and how arguments are written where that does not go without saying.
    pub about: &'static str,
    /// The names of its arguments; each has to be given.
    pub arguments: &'static [&'static str],
    /// The names of its results.
    pub results: &'static [&'static str],
    run: fn(&Arguments<'_>) -> Results,
}

/// The results in the order of their names.
type Results = Result<Vec<String>, Error>;

impl Operation {
    /// Every operation, in the order of their names.
    pub const ALL: &'static [Operation] = &[
        exact::BOUNDED,
        comparison::COMPARISON,
        task::CORRIDOR,
        effort::EFFORT,
        effort::HOURS,
        tariff::INDEX,
        exact::INSTALMENTS,
        task::LUMP_SUM,
        exact::NOTATION,
        pool::PAYMENTS,
        budget::PGB,
        pool::POOLS,
        budget::RECONCILE,
        exact::ROUNDING,
        budget::RTA,
        exact::SPLIT,
        exact::TABLE,
        tariff::TARIFF,
        waterfall::WATERFALL,
        effort::WEEKLY,
    ];

    /// The operation with a name.
    ///
    /// # Errors
    /// `UnknownName`, with the nearest name, when there is none.
    pub fn named(name: &str) -> Result<&'static Operation, Error> {
        let found = Operation::ALL.iter().find(|operation| operation.name == name);
        let names = || Operation::ALL.iter().map(|operation| operation.name);
        found.ok_or_else(|| {
            let error =
                Error::new(Kind::UnknownName, format!("no operation \"{}\"", name.escape_debug()), one_of(names()));
            advised(error, did_you_mean(name, names()))
        })
    }

    /// Computes the results from the arguments, both with their names; the results stand in the order of
    /// [`Operation::results`].
    ///
    /// # Errors
    /// `UnknownKey` for an argument that the operation does not have, `Missing` for one that is not there, `Duplicate` for one
    /// that is there twice; `Unreadable`, `UnknownName`, `Length` and the like for a text that says nothing; and what the rule
    /// itself refuses. Each names the operation and the argument.
    pub fn call(&self, arguments: &[(&str, &str)]) -> Result<Vec<(&'static str, String)>, Error> {
        let within = |error: Error| error.within(format!("operation \"{}\"", self.name));
        let arguments = Arguments::new(self, arguments).map_err(within)?;
        let results = (self.run)(&arguments).map_err(within)?;
        Ok(self.results.iter().copied().zip(results).collect())
    }
}

/// Computes the results of the operation with a name.
///
/// # Errors
/// As for [`Operation::named`] and [`Operation::call`].
pub fn call(operation: &str, arguments: &[(&str, &str)]) -> Result<Vec<(&'static str, String)>, Error> {
    Operation::named(operation)?.call(arguments)
}
