//! Reconciliation: does a published table say what it should, and can rounding explain it where it does not?
//!
//! Dutch: *aansluiting van tabellen*. Source: `SOURCES.md#bmwe-budget-2015`.
//!
//! ```text
//! printed figure ──▶ interval of exact values ──▶ arithmetic ──▶ do the two sides meet? ──▶ verdict
//!   budget/printed/     budget/printed/, table.rs  expression.rs      verdict.rs              diagnosis.rs
//! ```
//! A printed figure stands for all exact values that print as it does. An [`Identity`] says what a figure should be. At
//! face value it holds (gap 0) or it does not; where it does not, rounding explains the gap when some exact values behind
//! the printed figures satisfy the identity. A total that was added up from printed figures carries the sum of their
//! intervals; that is declared, per column ([`Column::sum_of`]) or per row ([`RowRole::SumOfPrinted`]), never assumed.
//!
//! What it does not see: a figure that stands in an expression twice is taken as two figures that vary independently, so
//! that a gap may be called explained where it is not, never the other way round.
//!
//! ```
//! use taakgericht::Language;
//! use taakgericht::budget::reconcile::*;
//! use taakgericht::exact::Ratio;
//!
//! let euros = Form { quantity: Quantity::Amount, printed: Printed::HALF_UP_EURO };
//! let column = |name: &str, role| Column { name: name.into(), role, form: euros, sum_of: vec![] };
//! let columns = vec![
//!     column("total", Role::Total),
//!     column("vws", Role::Part),
//!     column("awbz", Role::Part),
//!     column("zvw", Role::Part),
//! ];
//! let figures = [2_354_812, 669_748, 802_606, 882_457].map(|euros| Some(Ratio::integer(euros)));
//! let bedum = Row { label: "Bedum".into(), role: RowRole::Party, form: None, figures: figures.to_vec() };
//! let table = Table::new("budget", "BMWE-beleidsplan jeugdhulp, hoofdstuk 8", columns, vec![bedum])?;
//!
//! let streams = Expression::sum_of(&["vws", "awbz", "zvw"]);
//! let identity = Identity::new("streams", "budget", "total", Rows::All, streams);
//! let findings = reconcile(&[table], &[identity])?;
//! assert_eq!(findings[0].gap, Ratio::ONE);
//! assert_eq!(findings[0].verdict, Verdict::Explained);
//! assert_eq!(
//!     findings[0].diagnosis(Language::En),
//!     "budget, Bedum, total: stated 2,354,812, computed 2,354,811 (vws + awbz + zvw): 1 too high, which rounding \
//!      explains: the figures stand for 2,354,811.5 to 2,354,812.5 and 2,354,809.5 to 2,354,812.5.",
//! );
//! # Ok::<(), taakgericht::Errors>(())
//! ```

mod detect;
mod diagnosis;
mod expression;
mod figure;
mod identity;
mod memo;
mod number;
mod place;
mod table;
mod verdict;

pub use detect::{DetectedMode, Detection, Fit, detect};
pub use expression::{Expression, Reference};
pub use figure::Figure;
pub use identity::{Identity, Rows};
pub use number::shown;
pub use table::{Column, Form, Quantity, Role, Row, RowRole, Table};
pub use verdict::{Finding, Supposition, Verdict};

pub use crate::budget::printed::{End, Interval, Printed};

use crate::error::{Error, Errors};
use alloc::vec::Vec;
use place::{Cell, Place};

/// Checks every identity in every cell that it speaks about, in the order of the identities.
///
/// # Errors
/// For each identity that cannot be checked, why: `Duplicate` tables; `UnknownName` of a table, row or column; `Missing`
/// when a cell that is needed is empty or there is nothing to check; `Memo` when a memo column is added as if it were a
/// part; `OutOfRange` for a division by what may be zero; `Overflow`.
pub fn reconcile(tables: &[Table], identities: &[Identity]) -> Result<Vec<Finding>, Errors> {
    Errors::or_ok(Error::doubles("tables", tables.iter().map(Table::name)), ())?;
    let (mut findings, mut errors) = (Vec::new(), Vec::new());
    for identity in identities {
        match check(tables, identity) {
            Ok(found) => findings.extend(found),
            Err(error) => errors.push(identity.locate(error)),
        }
    }
    Errors::or_ok(errors, findings)
}

fn check(tables: &[Table], identity: &Identity) -> Result<Vec<Finding>, Error> {
    let cells = identity.cells(tables)?;
    memo::refuse_memo_sums(tables, &cells, &identity.expression)?;
    let judge = |cell: Cell<'_>| {
        let finding = verdict::judge(identity, &Place { tables, cell });
        finding.map_err(|error| cell.locate(error))
    };
    cells.into_iter().map(judge).collect()
}
