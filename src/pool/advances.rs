//! What the members pay in the course of the year, before anything is settled.

use crate::error::{Error, Kind, same_length};
use crate::exact::{Amount, instalments};
use alloc::format;
use alloc::vec::Vec;

/// More than one instalment a day is a typing error.
const MOST_INSTALMENTS: usize = 366;

/// The yearly advance of each member in instalments of which every running total is right.
///
/// Dutch: *voorschotten*, *bevoorschotting*. Source: `SOURCES.md#exactness`, rule 5.
///
/// ```
/// use taakgericht::exact::Amount;
/// use taakgericht::pool::Advances;
/// // Bedum and De Marne contribute this much in 2015, in monthly instalments.
/// let yearly = [Amount::from_euros(1_572_158)?, Amount::from_euros(2_276_255)?];
/// let advances = Advances::new(&yearly, 12)?;
/// assert_eq!(advances.of(0)[..2], [13_101_317, 13_101_316].map(Amount::from_cents)); // 131,013.166…
/// assert_eq!(advances.paid_after(6)?[0], Amount::from_euros(786_079)?);
/// assert_eq!(advances.paid_after(12)?, yearly);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Advances {
    count: usize,
    /// For each member its instalments, in the order of payment.
    instalments: Vec<Vec<Amount>>,
}

impl Advances {
    /// Divides the yearly advance of each member into so many instalments.
    ///
    /// # Errors
    /// `OutOfRange` for no instalments, or more than one a day.
    pub fn new(yearly: &[Amount], count: usize) -> Result<Advances, Error> {
        if !(1..=MOST_INSTALMENTS).contains(&count) {
            let expected = format!("1 to {MOST_INSTALMENTS} a year");
            return Err(Error::new(Kind::OutOfRange, format!("{count} instalments"), expected));
        }
        let instalments = yearly.iter().map(|&advance| instalments(advance, count)).collect::<Result<_, _>>()?;
        Ok(Advances { count, instalments })
    }

    /// Takes instalments that were paid otherwise: for each member as many, in the order of payment.
    ///
    /// # Errors
    /// `Length` when a member has more or fewer instalments than the first one.
    pub fn from_instalments(instalments: Vec<Vec<Amount>>) -> Result<Advances, Error> {
        let count = instalments.first().map_or(0, Vec::len);
        for (member, paid) in instalments.iter().enumerate() {
            let length = same_length("instalment", paid.len(), "instalment of the first member", count);
            length.map_err(|error| error.within(format!("position {member}")))?;
        }
        Ok(Advances { count, instalments })
    }

    /// How many instalments there are in a year.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The instalments of the member at a position; none when no member has that position.
    #[must_use]
    pub fn of(&self, member: usize) -> &[Amount] {
        self.instalments.get(member).map_or(&[], Vec::as_slice)
    }

    /// What each member has paid after so many instalments.
    ///
    /// # Errors
    /// `Overflow` when instalments that were given add up to more than an amount holds.
    pub fn paid_after(&self, count: usize) -> Result<Vec<Amount>, Error> {
        self.instalments.iter().map(|paid| Amount::sum(paid.get(..count).unwrap_or(paid))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Advances;
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn amounts(cents: &[i64]) -> Vec<Amount> {
        cents.iter().copied().map(Amount::from_cents).collect()
    }

    #[test]
    fn every_running_total_of_every_member_is_right() {
        let yearly = amounts(&[100, 0, -200, i64::MIN]); // a third of each: 33 1/3, 0, -66 2/3 and so on
        let advances = Advances::new(&yearly, 3).unwrap();
        assert_eq!((advances.of(0), advances.of(2)), (&amounts(&[33, 34, 33])[..], &amounts(&[-67, -66, -67])[..]));
        let paid = |count| advances.paid_after(count).unwrap().iter().map(|paid| paid.cents()).collect::<Vec<_>>();
        assert_eq!(paid(0), [0, 0, 0, 0]);
        assert_eq!(paid(1)[..3], [33, 0, -67]);
        assert_eq!(paid(2)[..3], [67, 0, -133]);
        assert_eq!(paid(3), [100, 0, -200, i64::MIN]);
        assert_eq!(paid(4), paid(3)); // no more than there are
        assert_eq!((advances.count(), advances.of(4).len()), (3, 0));
    }

    #[test]
    fn instalments_have_a_sensible_number() {
        for count in [0, 367, usize::MAX] {
            let text = Advances::new(&[], count).unwrap_err().to_string();
            assert_eq!(text, alloc::format!("{count} instalments, expected 1 to 366 a year."));
        }
        let uneven = vec![amounts(&[1, 2]), amounts(&[3])];
        let text = Advances::from_instalments(uneven).unwrap_err().to_string();
        assert_eq!(text, "position 1: 1 instalment, expected 2, one for each instalment of the first member.");
        let too_much = Advances::from_instalments(vec![amounts(&[i64::MAX, 1])]).unwrap();
        assert_eq!(too_much.paid_after(1).unwrap(), [Amount::MAX]);
        assert!(too_much.paid_after(2).is_err());
    }
}
