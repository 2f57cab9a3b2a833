//! What care is paid, and costs, that leaked from a task.

use super::demand::{Demand, Line};
use crate::error::Error;
use crate::exact::{Ratio, Unrounded};
use crate::financing::prove;

/// What a unit of leaked care is paid where it turns up, and what it costs there.
///
/// Dutch: *prijs van weggelekte zorg*. Source: `SOURCES.md#financing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeakedPrice {
    /// One price for every unit, in cents: for a task whose products are all counted in one unit.
    PerUnit {
        /// What a unit is paid there.
        tariff: Ratio,
        /// What a unit costs there.
        cost_price: Ratio,
    },
    /// A multiple of what the line itself has, in whatever unit it is counted: 6/5 of an hour is dearer by a fifth, and so is
    /// 6/5 of a day and night.
    OwnTimes {
        /// By what the effort tariff of the line is multiplied.
        tariff: Ratio,
        /// By what the cost price of the line is multiplied.
        cost_price: Ratio,
    },
}

impl LeakedPrice {
    /// Leaked care at the tariff and the cost price that it would have had by effort.
    pub const OWN: LeakedPrice = LeakedPrice::OwnTimes { tariff: Ratio::ONE, cost_price: Ratio::ONE };

    /// What a unit of a line is paid, after shocks.
    pub(super) fn tariff(&self, demand: &Demand, line: &Line) -> Result<Ratio, Error> {
        match *self {
            LeakedPrice::PerUnit { tariff, .. } => demand.priced(tariff),
            LeakedPrice::OwnTimes { tariff, .. } => line.tariff.checked_mul(tariff),
        }
    }

    /// What a unit of a line costs, after shocks.
    pub(super) fn cost_price(&self, demand: &Demand, line: &Line) -> Result<Ratio, Error> {
        match *self {
            LeakedPrice::PerUnit { cost_price, .. } => demand.costed(cost_price),
            LeakedPrice::OwnTimes { cost_price, .. } => line.cost_price.checked_mul(cost_price),
        }
    }

    pub(super) fn prove(&self) -> Result<(), Error> {
        match *self {
            LeakedPrice::PerUnit { tariff, cost_price } => {
                prove::not_negative("a tariff of leaked care", Unrounded::from_cents(tariff))?;
                prove::not_negative("a cost price of leaked care", Unrounded::from_cents(cost_price))
            }
            LeakedPrice::OwnTimes { tariff, cost_price } => {
                multiple("tariff", tariff)?;
                multiple("cost price", cost_price)
            }
        }
    }
}

fn multiple(what: &str, multiple: Ratio) -> Result<(), Error> {
    let found = format_args!("{multiple} times the {what} for leaked care");
    prove::holds(multiple >= Ratio::ZERO, found, "0 or more")
}

#[cfg(test)]
mod tests {
    use super::LeakedPrice;
    use crate::exact::Ratio;
    use alloc::string::ToString;

    #[test]
    fn prices_below_zero_are_errors() {
        let text = |price: LeakedPrice| price.prove().unwrap_err().to_string();
        let (one, minus) = (Ratio::ONE, Ratio::integer(-1));
        let per_unit = |tariff, cost_price| text(LeakedPrice::PerUnit { tariff, cost_price });
        assert_eq!(per_unit(minus, one), "a tariff of leaked care of -0.01, expected 0 or more.");
        assert_eq!(per_unit(one, minus), "a cost price of leaked care of -0.01, expected 0 or more.");
        let own_times = |tariff, cost_price| text(LeakedPrice::OwnTimes { tariff, cost_price });
        assert_eq!(own_times(minus, one), "-1 times the tariff for leaked care, expected 0 or more.");
        assert_eq!(own_times(one, minus), "-1 times the cost price for leaked care, expected 0 or more.");
        assert!(LeakedPrice::OWN.prove().is_ok());
    }
}
