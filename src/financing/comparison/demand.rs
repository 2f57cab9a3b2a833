//! What is asked of care: columns of lines, which are the same whatever the way of financing.

use crate::error::{Error, counted, same_length};
use crate::exact::{Ratio, Rounded, Rounding, Unrounded};
use crate::financing::prove;
use crate::period::Date;
use alloc::format;
use alloc::vec::Vec;
use core::fmt;

/// How many there are of what the lines of a demand name by position.
///
/// Dutch: *omvang*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// How many municipalities, who pay.
    pub municipalities: usize,
    /// How many providers, who are paid.
    pub providers: usize,
    /// How many products.
    pub products: usize,
}

/// `2 municipalities, 1 provider, 3 products`.
impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.municipalities, "municipality"), (self.providers, "provider"), (self.products, "product")];
        f.write_str(&counts.map(|(count, what)| counted(count, what)).join(", "))
    }
}

/// The columns of a demand, each with one entry a line. The caller spells out every column.
///
/// Dutch: *zorgvraag per regel*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DemandColumns {
    /// For which municipality.
    pub municipalities: Vec<usize>,
    /// By which provider.
    pub providers: Vec<usize>,
    /// Which product.
    pub products: Vec<usize>,
    /// How many units are delivered.
    pub volumes: Vec<i64>,
    /// What a unit is paid by effort, in cents; need not be whole, as of an hourly tariff per minute: see
    /// [`crate::financing::effort::Tariff::cents_per_unit`].
    pub tariffs: Vec<Ratio>,
    /// What delivering a unit costs the provider, in cents. Dutch: *kostprijs*.
    pub cost_prices: Vec<Ratio>,
    /// How many trajectories end in a result.
    pub results: Vec<i64>,
    /// What a result is paid by output, in cents.
    pub prices_per_result: Vec<Ratio>,
    /// How many invoice lines the volume takes when it is invoiced.
    pub invoice_lines: Vec<i64>,
    /// On which day it is delivered: the last, where a line stands for several. Empty, together with `begun`, when only amounts
    /// count; the days are for a ceiling beyond which new care is for the provider.
    pub delivered: Vec<Date>,
    /// On which day the care that a line is part of began: not after it is delivered.
    pub begun: Vec<Date>,
}

/// A demand for care whose columns fit together.
///
/// Each line is rounded to the cent by itself, as an invoice line is; nothing else depends on how it is cut into lines, and
/// nothing on their order. Dutch: *zorgvraag*. Source: `SOURCES.md#financing`.
///
/// ```
/// use taakgericht::exact::Ratio;
/// use taakgericht::financing::comparison::{Demand, DemandColumns, Extent};
/// let extent = Extent { municipalities: 2, providers: 1, products: 1 };
/// let cents = Ratio::integer;
/// let columns = DemandColumns {
///     municipalities: vec![0, 1],
///     providers: vec![0, 0],
///     products: vec![0, 0],
///     volumes: vec![60, 40], // hours
///     tariffs: vec![cents(10_000), cents(10_000)],
///     cost_prices: vec![cents(9_500), cents(9_500)],
///     results: vec![3, 2],
///     prices_per_result: vec![cents(200_000), cents(200_000)],
///     invoice_lines: vec![12, 12],
///     delivered: vec![],
///     begun: vec![],
/// };
/// assert_eq!(Demand::new(extent, columns.clone())?.len(), 2);
/// let short = DemandColumns { volumes: vec![60], ..columns };
/// assert_eq!(Demand::new(extent, short).unwrap_err().to_string(), "1 volume, expected 2, one for each line.");
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    extent: Extent,
    columns: DemandColumns,
    factors: Factors,
}

/// By what a shock multiplies the columns; so a shocked volume stays exact, also where it is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Factors {
    volume: Ratio,
    price: Ratio,
    cost: Ratio,
}

/// One line, after shocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) municipality: usize,
    pub(super) volume: Ratio,
    pub(super) tariff: Ratio,
    pub(super) cost_price: Ratio,
    pub(super) results: Ratio,
    pub(super) price_per_result: Ratio,
    pub(super) invoice_lines: Ratio,
    pub(super) days: Option<Days>,
}

/// When the care of a line was delivered, and when it began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub(super) delivered: Date,
    pub(super) begun: Date,
}

impl Demand {
    /// Proves the columns.
    ///
    /// # Errors
    /// `Length` when the columns differ in length; `OutOfRange`, with the line, for a position that is not there, for anything
    /// below zero, and for care that was delivered before it began.
    pub fn new(extent: Extent, columns: DemandColumns) -> Result<Demand, Error> {
        columns.prove_lengths()?;
        columns.prove_positions(extent)?;
        columns.prove_numbers()?;
        columns.prove_days()?;
        let factors = Factors { volume: Ratio::ONE, price: Ratio::ONE, cost: Ratio::ONE };
        Ok(Demand { extent, columns, factors })
    }

    /// How many municipalities, providers and products there are.
    #[must_use]
    pub const fn extent(&self) -> Extent {
        self.extent
    }

    /// How many lines it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.municipalities.len()
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.municipalities.is_empty()
    }

    /// The same demand at a multiple of its volume, results and invoice lines: of 3/2, half as much again. Its days stay: more
    /// is delivered on each of them, so that a ceiling is reached earlier, and other care may be new.
    ///
    /// # Errors
    /// `OutOfRange` below zero; `Overflow` out of range.
    pub fn at_volume(&self, multiple: Ratio) -> Result<Demand, Error> {
        let multiple = prove_multiple(multiple)?;
        let volume = self.factors.volume.checked_mul(multiple)?;
        Ok(Demand { factors: Factors { volume, ..self.factors }, ..self.clone() })
    }

    /// The same demand at a multiple of its prices (tariffs and prices per result), and one of its cost prices. Its days stay.
    ///
    /// # Errors
    /// As for [`Demand::at_volume`].
    pub fn at_prices(&self, price: Ratio, cost: Ratio) -> Result<Demand, Error> {
        let price = self.factors.price.checked_mul(prove_multiple(price)?)?;
        let cost = self.factors.cost.checked_mul(prove_multiple(cost)?)?;
        Ok(Demand { factors: Factors { price, cost, ..self.factors }, ..self.clone() })
    }

    /// A price that is no column, such as that of leaked care, after shocks.
    pub(super) fn priced(&self, price: Ratio) -> Result<Ratio, Error> {
        price.checked_mul(self.factors.price)
    }

    /// A cost price that is no column, after shocks.
    pub(super) fn costed(&self, cost_price: Ratio) -> Result<Ratio, Error> {
        cost_price.checked_mul(self.factors.cost)
    }

    /// The provider and product of each line.
    pub(super) fn deliveries(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.columns.providers.iter().copied().zip(self.columns.products.iter().copied())
    }

    /// A line; `position` is one of the demand.
    pub(super) fn line(&self, position: usize) -> Result<Line, Error> {
        let Factors { volume, price, cost } = self.factors;
        let columns = &self.columns;
        let counted = |count: i64| times(Ratio::integer(count), volume);
        Ok(Line {
            municipality: columns.municipalities[position],
            volume: counted(columns.volumes[position])?,
            tariff: times(columns.tariffs[position], price)?,
            cost_price: times(columns.cost_prices[position], cost)?,
            results: counted(columns.results[position])?,
            price_per_result: times(columns.prices_per_result[position], price)?,
            invoice_lines: counted(columns.invoice_lines[position])?,
            days: columns.days(position),
        })
    }
}

/// Most demands are as they were asked, and a product of fractions takes two divisors; so this saves a third of the time of a line.
fn times(number: Ratio, factor: Ratio) -> Result<Ratio, Error> {
    if factor == Ratio::ONE { Ok(number) } else { number.checked_mul(factor) }
}

impl Line {
    /// What a share of the volume comes to at a price per unit.
    pub(super) fn volume_at(&self, share: Ratio, price: Ratio) -> Result<Unrounded, Error> {
        Unrounded::from_cents(price).times(self.volume)?.times(share)
    }

    /// What its results are paid.
    pub(super) fn result_price(&self) -> Result<Unrounded, Error> {
        Unrounded::from_cents(self.price_per_result).times(self.results)
    }
}

/// What an invoice line of this amount is: half up to the cent.
pub(super) fn invoiced(amount: Unrounded) -> Result<Rounded, Error> {
    Rounding::HALF_UP_CENT.round(amount)
}

fn prove_multiple(multiple: Ratio) -> Result<Ratio, Error> {
    prove::holds(multiple >= Ratio::ZERO, format_args!("a multiple of {multiple}"), "0 or more").map(|()| multiple)
}

impl DemandColumns {
    fn prove_lengths(&self) -> Result<(), Error> {
        let lengths = [
            ("provider", self.providers.len()),
            ("product", self.products.len()),
            ("volume", self.volumes.len()),
            ("tariff", self.tariffs.len()),
            ("cost price", self.cost_prices.len()),
            ("result", self.results.len()),
            ("result price", self.prices_per_result.len()),
            ("invoice line", self.invoice_lines.len()),
        ];
        let lines = self.municipalities.len();
        lengths.iter().try_for_each(|&(what, found)| same_length(what, found, "line", lines))?;
        if self.delivered.is_empty() && self.begun.is_empty() {
            return Ok(());
        }
        same_length("delivery date", self.delivered.len(), "line", lines)?;
        same_length("starting date", self.begun.len(), "line", lines)
    }

    /// The days of a line; none when the columns have none.
    fn days(&self, line: usize) -> Option<Days> {
        Some(Days { delivered: *self.delivered.get(line)?, begun: *self.begun.get(line)? })
    }

    fn prove_days(&self) -> Result<(), Error> {
        let days: Vec<(Date, Date)> = self.delivered.iter().copied().zip(self.begun.iter().copied()).collect();
        prove_each(&days, |(delivered, begun)| {
            let found = format_args!("care that was delivered on {delivered} and began on {begun}");
            prove::holds(begun <= delivered, found, "care that began first")
        })
    }

    fn prove_positions(&self, extent: Extent) -> Result<(), Error> {
        prove_each(&self.municipalities, |&one| prove_position("municipality", one, extent.municipalities))?;
        prove_each(&self.providers, |&one| prove_position("provider", one, extent.providers))?;
        prove_each(&self.products, |&one| prove_position("product", one, extent.products))
    }

    fn prove_numbers(&self) -> Result<(), Error> {
        let counts = [("volume", &self.volumes), ("results", &self.results), ("invoice lines", &self.invoice_lines)];
        for (what, column) in counts {
            prove_each(column, |&count| not_below_zero(what, Ratio::integer(count)))?;
        }
        let prices = [
            ("tariff", &self.tariffs),
            ("cost price", &self.cost_prices),
            ("price per result", &self.prices_per_result),
        ];
        for (what, column) in prices {
            prove_each(column, |&price| prove::not_negative(&format!("a {what}"), Unrounded::from_cents(price)))?;
        }
        Ok(())
    }
}

/// Proves every entry of a column, and says on which line the first one stands that is wrong.
fn prove_each<T>(column: &[T], prove: impl Fn(&T) -> Result<(), Error>) -> Result<(), Error> {
    let mut lines = column.iter().enumerate();
    lines.try_for_each(|(line, one)| prove(one).map_err(|error| error.within(format!("line {line}"))))
}

fn not_below_zero(what: &str, count: Ratio) -> Result<(), Error> {
    prove::holds(count >= Ratio::ZERO, format_args!("{what}: {count}"), "0 or more")
}

/// A position of which there are `count`.
pub(super) fn prove_position(what: &str, position: usize, count: usize) -> Result<(), Error> {
    if position < count {
        return Ok(());
    }
    Err(prove::refused(format_args!("{what} {position}"), &format!("a position below {count}")))
}

#[cfg(test)]
mod tests {
    use super::{Demand, DemandColumns, Extent};
    use crate::exact::Ratio;
    use crate::period::Date;
    use alloc::string::ToString;
    use alloc::vec;

    const EXTENT: Extent = Extent { municipalities: 2, providers: 1, products: 3 };

    fn columns() -> DemandColumns {
        DemandColumns {
            municipalities: vec![0, 1],
            providers: vec![0, 0],
            products: vec![2, 0],
            volumes: vec![1, 0],
            tariffs: vec![Ratio::ONE, Ratio::HALF],
            cost_prices: vec![Ratio::ONE, Ratio::ZERO],
            results: vec![1, 0],
            prices_per_result: vec![Ratio::ONE, Ratio::ZERO],
            invoice_lines: vec![1, 0],
            delivered: vec![],
            begun: vec![],
        }
    }

    /// The first line on one day, the second delivered and begun on two.
    fn dated(delivered: &str, begun: &str) -> DemandColumns {
        let day = |text| Date::parse(text).unwrap();
        let both = |second| vec![day("2026-01-01"), day(second)];
        DemandColumns { delivered: both(delivered), begun: both(begun), ..columns() }
    }

    #[test]
    fn columns_that_do_not_fit_are_errors() {
        let good = columns();
        let cases = [
            (DemandColumns { tariffs: vec![], ..good.clone() }, "0 tariffs, expected 2, one for each line."),
            (
                DemandColumns { invoice_lines: vec![1], ..good.clone() },
                "1 invoice line, expected 2, one for each line.",
            ),
            (
                DemandColumns { begun: vec![], ..dated("2026-01-01", "2026-01-01") },
                "0 starting dates, expected 2, one for each line.",
            ),
            (
                dated("2026-01-31", "2026-02-01"),
                "line 1: care that was delivered on 2026-01-31 and began on 2026-02-01, expected care that began first.",
            ),
            (
                DemandColumns { municipalities: vec![0, 2], ..good.clone() },
                "line 1: municipality 2, expected a position below 2.",
            ),
            (
                DemandColumns { providers: vec![1, 0], ..good.clone() },
                "line 0: provider 1, expected a position below 1.",
            ),
            (DemandColumns { products: vec![0, 3], ..good.clone() }, "line 1: product 3, expected a position below 3."),
            (DemandColumns { volumes: vec![0, -1], ..good.clone() }, "line 1: volume: -1, expected 0 or more."),
            (DemandColumns { results: vec![-2, 0], ..good.clone() }, "line 0: results: -2, expected 0 or more."),
            (
                DemandColumns { tariffs: vec![Ratio::ONE, Ratio::integer(-150)], ..good.clone() },
                "line 1: a tariff of -1.5, expected 0 or more.",
            ),
        ];
        assert!(Demand::new(EXTENT, good).is_ok());
        for (wrong, text) in cases {
            assert_eq!(Demand::new(EXTENT, wrong).unwrap_err().to_string(), text);
        }
    }

    #[test]
    fn a_multiple_is_not_below_zero() {
        let demand = Demand::new(EXTENT, columns()).unwrap();
        let text = demand.at_volume(Ratio::integer(-2)).unwrap_err().to_string();
        assert_eq!(text, "a multiple of -2, expected 0 or more.");
        assert!(demand.at_prices(Ratio::ONE, Ratio::integer(-1)).is_err());
        let half = demand.at_volume(Ratio::HALF).unwrap();
        assert_eq!(half.line(0).unwrap().volume, Ratio::HALF); // not rounded
        assert_eq!(half.at_volume(Ratio::integer(2)).unwrap(), demand);
    }
}
