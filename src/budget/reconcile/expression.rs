//! The right-hand side of an identity: what a figure should be, as data.

use crate::budget::number;
use crate::budget::printed::Printed;
use crate::exact::{Percent, Ratio};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Which figure is meant, seen from the figure that is checked; what is left out is the same as there.
///
/// `{ column: "vws" }` is another column of the same row; `{ table: "2.5", column: "cost" }` is the row of table 2.5 with
/// the same label; `{ table: "2.6", row: "cost" }` is the column of table 2.6 with the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The table; without it, the same table.
    pub table: Option<String>,
    /// The label of the row; without it, the row with the same label.
    pub row: Option<String>,
    /// The name of the column; without it, the column with the same name.
    pub column: Option<String>,
}

/// What a figure should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number that is exactly so: the 1 of a whole.
    Constant(Ratio),
    /// A percentage that is exactly so: the 94% of a rule.
    Percent(Percent),
    /// Another printed figure.
    Figure(Reference),
    /// The printed figures of a column added up over the rows that are parties; empty cells add nothing.
    ColumnSum(Reference),
    /// Terms added up. A memo column as a term is refused.
    Sum(Vec<Expression>),
    /// The first less all the others.
    Difference(Box<Expression>, Vec<Expression>),
    /// Factors multiplied.
    Product(Vec<Expression>),
    /// The first divided by the second.
    Quotient(Box<Expression>, Box<Expression>),
    /// Rounded as a named step of the rule: `round(3% × total)` to euros, half-up.
    Rounded(Box<Expression>, Printed),
}

impl Expression {
    /// Another column of the same row.
    #[must_use]
    pub fn column(name: &str) -> Expression {
        Expression::Figure(Reference { column: Some(name.into()), ..Reference::default() })
    }

    /// A column of another table, in the row with the same label.
    #[must_use]
    pub fn elsewhere(table: &str, column: &str) -> Expression {
        Expression::Figure(Reference { table: Some(table.into()), row: None, column: Some(column.into()) })
    }

    /// Some columns of the same row, added up.
    #[must_use]
    pub fn sum_of(columns: &[&str]) -> Expression {
        Expression::Sum(columns.iter().map(|name| Expression::column(name)).collect())
    }

    /// The same column, added up over the rows that are parties.
    #[must_use]
    pub fn column_sum() -> Expression {
        Expression::ColumnSum(Reference::default())
    }

    /// A percentage of this.
    #[must_use]
    pub fn percent(self, percent: Percent) -> Expression {
        Expression::Product(Vec::from([Expression::Percent(percent), self]))
    }

    /// This less some columns of the same row.
    #[must_use]
    pub fn less(self, columns: &[&str]) -> Expression {
        Expression::Difference(Box::new(self), columns.iter().map(|name| Expression::column(name)).collect())
    }

    /// This divided by something.
    #[must_use]
    pub fn over(self, divisor: Expression) -> Expression {
        Expression::Quotient(Box::new(self), Box::new(divisor))
    }

    /// This, rounded as a named step of the rule.
    #[must_use]
    pub fn rounded(self, printed: Printed) -> Expression {
        Expression::Rounded(Box::new(self), printed)
    }

    /// What this is made of.
    pub(super) fn operands(&self) -> Vec<&Expression> {
        match self {
            Expression::Constant(_) | Expression::Percent(_) | Expression::Figure(_) | Expression::ColumnSum(_) => {
                Vec::new()
            }
            Expression::Sum(terms) | Expression::Product(terms) => terms.iter().collect(),
            Expression::Difference(first, others) => core::iter::once(&**first).chain(others).collect(),
            Expression::Quotient(above, below) => Vec::from([&**above, &**below]),
            Expression::Rounded(inner, _) => Vec::from([&**inner]),
        }
    }

    /// This and everything that it is made of, from left to right.
    pub(super) fn nodes(&self) -> Vec<&Expression> {
        let inner = self.operands().into_iter().flat_map(Expression::nodes);
        core::iter::once(self).chain(inner).collect()
    }

    /// The one printed figure that this is, if it is one.
    pub(super) fn reference(&self) -> Option<&Reference> {
        if let Expression::Figure(reference) = self { Some(reference) } else { None }
    }

    /// Whether a larger expression needs parentheses around this one.
    fn is_compound(&self) -> bool {
        matches!(
            self,
            Expression::Sum(_) | Expression::Difference(..) | Expression::Product(_) | Expression::Quotient(..)
        )
    }
}

/// `table 2.5: cost`; what is the same as in the figure that is checked is left out.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [&self.table, &self.row, &self.column];
        let mut named = parts.into_iter().flatten();
        if let Some(first) = named.next() {
            write!(f, "{first}")?;
        }
        named.try_for_each(|part| write!(f, "/{part}"))
    }
}

/// `round(94% × vws) + zvw`: signs and names only, so it reads the same in every language.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expression::Constant(number) => f.write_str(&number::plain(*number)),
            Expression::Percent(percent) => write!(f, "{percent}"),
            Expression::Figure(reference) => write!(f, "{reference}"),
            Expression::ColumnSum(reference) if *reference == Reference::default() => f.write_str("Σ"),
            Expression::ColumnSum(reference) => write!(f, "Σ {reference}"),
            Expression::Sum(terms) => joined(f, terms, " + "),
            Expression::Product(factors) => joined(f, factors, " × "),
            Expression::Difference(first, others) => {
                operand(f, first)?;
                others.iter().try_for_each(|other| followed(f, " − ", other))
            }
            Expression::Quotient(above, below) => {
                operand(f, above)?;
                followed(f, " / ", below)
            }
            Expression::Rounded(inner, _) => write!(f, "round({inner})"),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, terms: &[Expression], sign: &str) -> fmt::Result {
    let mut terms = terms.iter();
    if let Some(first) = terms.next() {
        operand(f, first)?;
    }
    terms.try_for_each(|term| followed(f, sign, term))
}

fn followed(f: &mut fmt::Formatter<'_>, sign: &str, term: &Expression) -> fmt::Result {
    f.write_str(sign)?;
    operand(f, term)
}

fn operand(f: &mut fmt::Formatter<'_>, term: &Expression) -> fmt::Result {
    if term.is_compound() { write!(f, "({term})") } else { write!(f, "{term}") }
}
