//! A reserve that levels good and bad years before the members do.
#![expect(clippy::arithmetic_side_effects, reason = "a handful of amounts of 64 bits is added up in 128")]

use crate::error::{Error, Kind};
use crate::exact::Amount;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a pool keeps in reserve. The caller spells out every field; [`ReserveTerms::prove`] proves them.
///
/// Dutch: *egalisatiereserve*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ReserveTerms {
    /// A deficit takes nothing below this.
    pub floor: Amount,
    /// Nothing is stored above this.
    pub cap: Amount,
    /// What the members add every year, as far as the cap allows. Dutch: *dotatie*.
    pub top_up: Amount,
}

/// What a reserve does in one year; none of the three movements is below zero.
///
/// `closing = opening − withdrawn + stored + topped_up`, and floor ≤ closing ≤ cap whenever floor ≤ opening ≤ cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ReserveYear {
    /// What is in it on 1 January.
    pub opening: Amount,
    /// What it pays of a deficit (Dutch: *onttrekking*).
    pub withdrawn: Amount,
    /// What it takes of a surplus (Dutch: *storting*).
    pub stored: Amount,
    /// What the members add afterwards (Dutch: *dotatie*).
    pub topped_up: Amount,
    /// What is in it on 31 December.
    pub closing: Amount,
}

impl ReserveTerms {
    /// Proves that the terms can be met.
    ///
    /// # Errors
    /// `OutOfRange` for a floor, cap or top-up below zero, and for a floor above the cap.
    pub fn prove(&self) -> Result<(), Error> {
        for (what, amount) in [("floor", self.floor), ("cap", self.cap), ("top-up", self.top_up)] {
            if amount < Amount::ZERO {
                return Err(out_of_range(format!("a {what} of {amount}"), &format!("a {what} of 0 or more")));
            }
        }
        if self.floor > self.cap {
            let found = format!("a floor of {} above the cap of {}", self.floor, self.cap);
            return Err(out_of_range(found, "a floor that is not above the cap"));
        }
        Ok(())
    }

    /// What the reserve does in a year that ends with a result: the budget of the pool less its cost.
    ///
    /// A deficit is paid from the reserve, down to the floor; a surplus is stored in it, up to the cap; then the members
    /// add the top-up, up to the cap. A reserve that opens below the floor (also one in debt) pays nothing. One that opens
    /// above the cap takes nothing, and what it has too much stays in it: giving that back is a decision, not a rule.
    ///
    /// ```
    /// use taakgericht::exact::Amount;
    /// use taakgericht::pool::ReserveTerms;
    /// let euros = |euros| Amount::from_euros(euros);
    /// let terms = ReserveTerms { floor: euros(100_000)?, cap: euros(800_000)?, top_up: euros(50_000)? };
    /// // The four municipalities budgeted 9,000,000 for care that cost 9,400,000.
    /// let year = terms.year(euros(450_000)?, euros(-400_000)?)?;
    /// assert_eq!((year.withdrawn, year.topped_up, year.closing), (euros(350_000)?, euros(50_000)?, euros(150_000)?));
    /// assert_eq!(year.members_bear(euros(9_400_000)?)?, euros(9_100_000)?);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`ReserveTerms::prove`].
    pub fn year(&self, opening: Amount, result: Amount) -> Result<ReserveYear, Error> {
        self.prove()?;
        let (before, result) = (wide(opening), wide(result));
        let withdrawn = within(-result, before - wide(self.floor));
        let stored = within(result, wide(self.cap) - before);
        let after = before - withdrawn + stored;
        let topped_up = within(wide(self.top_up), wide(self.cap) - after);
        let closing = after + topped_up;
        Ok(ReserveYear {
            opening,
            withdrawn: narrow(withdrawn), // at most opening − floor, which is at most the opening
            stored: narrow(stored),       // at most the result
            topped_up: narrow(topped_up), // at most the top-up
            closing: narrow(closing),     // from the lower of opening and floor to the higher of opening and cap
        })
    }

    /// A sequence of years: each opens with what the one before closed with.
    ///
    /// ```
    /// use taakgericht::exact::Amount;
    /// use taakgericht::pool::ReserveTerms;
    /// let euros = |thousands: i64| Amount::from_euros(thousands * 1000);
    /// let terms = ReserveTerms { floor: Amount::ZERO, cap: euros(500)?, top_up: Amount::ZERO };
    /// let results = [euros(300)?, euros(350)?, euros(-600)?]; // 2015, 2016 and 2017
    /// let closings: Vec<_> = terms.years(Amount::ZERO, &results)?.iter().map(|year| year.closing).collect();
    /// assert_eq!(closings, [euros(300)?, euros(500)?, Amount::ZERO]);
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`ReserveTerms::prove`].
    pub fn years(&self, opening: Amount, results: &[Amount]) -> Result<Vec<ReserveYear>, Error> {
        self.prove()?;
        let next = |opening: &mut Amount, &result: &Amount| {
            let year = self.year(*opening, result);
            *opening = year.as_ref().map_or(*opening, |year| year.closing);
            Some(year)
        };
        results.iter().scan(opening, next).collect()
    }
}

impl ReserveYear {
    /// What the members bear together of this cost: cost − withdrawn + stored + topped up.
    ///
    /// # Errors
    /// `Overflow` when that is out of range.
    pub fn members_bear(&self, cost: Amount) -> Result<Amount, Error> {
        Amount::from_wide(wide(cost) + self.movement(), "amount that the members bear")
    }

    /// What the members put into the reserve together; negative: what the reserve pays for them. It is the levy of the
    /// pool, see [`crate::pool::Pool::with_levy`].
    ///
    /// # Errors
    /// `Overflow` when that is out of range, which takes a reserve in debt beyond measure.
    pub fn members_add(&self) -> Result<Amount, Error> {
        Amount::from_wide(self.movement(), "amount that the members add")
    }

    fn movement(&self) -> i128 {
        wide(self.stored) + wide(self.topped_up) - wide(self.withdrawn)
    }
}

/// From zero up to the wish, as far as there is room.
fn within(wish: i128, room: i128) -> i128 {
    wish.min(room).max(0)
}

fn wide(amount: Amount) -> i128 {
    i128::from(amount.cents())
}

fn narrow(cents: i128) -> Amount {
    Amount::from_cents(i64::try_from(cents).expect("the bound stands where it is called"))
}

fn out_of_range(found: String, expected: &str) -> Error {
    Error::new(Kind::OutOfRange, found, expected)
}

#[cfg(test)]
mod tests {
    use super::ReserveTerms;
    use crate::error::Kind;
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn terms([floor, cap, top_up]: [i64; 3]) -> ReserveTerms {
        let amount = Amount::from_cents;
        ReserveTerms { floor: amount(floor), cap: amount(cap), top_up: amount(top_up) }
    }

    #[test]
    fn a_reserve_levels_before_the_members_do() {
        // Floor, cap, top-up; opening, result; withdrawn, stored, topped up, closing.
        let cases = [
            ([10, 100, 0], (50, -30), [30, 0, 0, 20]),
            ([10, 100, 0], (50, -60), [40, 0, 0, 10]), // down to the floor, the members bear 20
            ([10, 100, 0], (50, 30), [0, 30, 0, 80]),
            ([10, 100, 0], (50, 60), [0, 50, 0, 100]), // up to the cap, the members get 10 back
            ([10, 100, 5], (50, 48), [0, 48, 2, 100]), // a top-up as far as the cap allows
            ([10, 100, 5], (50, -60), [40, 0, 5, 15]), // the top-up comes after the deficit
            ([10, 100, 5], (50, 0), [0, 0, 5, 55]),
            ([10, 100, 5], (4, -30), [0, 0, 5, 9]), // opens below the floor: gives nothing
            ([10, 100, 5], (-20, 30), [0, 30, 5, 15]), // opens in debt
            ([10, 100, 5], (120, 30), [0, 0, 0, 120]), // opens above the cap: stores nothing, the excess stays
            ([10, 100, 5], (120, -30), [30, 0, 5, 95]),
            ([10, 100, 5], (120, -15), [15, 0, 0, 105]), // and pays from the excess first
            ([0, 0, 5], (0, -30), [0, 0, 0, 0]),         // no reserve at all
            ([0, i64::MAX, i64::MAX], (i64::MIN, i64::MAX), [0, i64::MAX, i64::MAX, i64::MAX - 1]),
            ([0, i64::MAX, 0], (i64::MAX, i64::MIN), [i64::MAX, 0, 0, 0]),
        ];
        for (bounds, (opening, result), expected) in cases {
            let year = terms(bounds).year(Amount::from_cents(opening), Amount::from_cents(result)).unwrap();
            let found = [year.withdrawn, year.stored, year.topped_up, year.closing].map(Amount::cents);
            assert_eq!(found, expected, "{bounds:?}, opening {opening}, result {result}");
        }
    }

    #[test]
    fn years_follow_from_each_other() {
        let results = [30, -80, 70].map(Amount::from_cents);
        let years = terms([10, 100, 5]).years(Amount::from_cents(50), &results).unwrap();
        let closings: Vec<i64> = years.iter().map(|year| year.closing.cents()).collect();
        assert_eq!(closings, [85, 15, 90]); // 50+30+5; down to 10, +5; 15+70+5
        assert!(terms([0; 3]).years(Amount::ZERO, &[]).unwrap().is_empty());
    }

    #[test]
    fn the_members_bear_what_the_reserve_does_not() {
        let year = terms([10, 100, 5]).year(Amount::from_cents(50), Amount::from_cents(-60)).unwrap();
        assert_eq!(year.members_bear(Amount::from_cents(560)).unwrap(), Amount::from_cents(525)); // − 40 + 5
        assert_eq!(year.members_add().unwrap(), Amount::from_cents(-35));
        let beyond = terms([0, i64::MAX, i64::MAX]).year(Amount::MIN, Amount::MAX).unwrap();
        assert!(
            beyond.members_add().unwrap_err().to_string().starts_with("the amount that the members add does not fit")
        );
        let error = terms([0, 9, 5]).year(Amount::ZERO, Amount::ZERO).unwrap().members_bear(Amount::MAX);
        let text = "the amount that the members bear does not fit, \
                    expected an amount between -92233720368547758.08 and 92233720368547758.07.";
        assert_eq!(error.unwrap_err().to_string(), text);
    }

    #[test]
    fn terms_that_cannot_be_met_are_refused() {
        let cases = [
            ([-1, 100, 0], "a floor of -0.01, expected a floor of 0 or more."),
            ([0, -100, 0], "a cap of -1.00, expected a cap of 0 or more."),
            ([0, 100, -5], "a top-up of -0.05, expected a top-up of 0 or more."),
            ([101, 100, 0], "a floor of 1.01 above the cap of 1.00, expected a floor that is not above the cap."),
        ];
        for (bounds, text) in cases {
            let error = terms(bounds).year(Amount::ZERO, Amount::ZERO).unwrap_err();
            assert_eq!((error.kind(), error.to_string().as_str()), (Kind::OutOfRange, text));
            assert_eq!(terms(bounds).years(Amount::ZERO, &[]).unwrap_err(), error);
        }
    }
}
