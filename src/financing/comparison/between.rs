//! A simple fraction between two fractions.

use crate::error::Error;
use crate::exact::Ratio;

/// The fraction with the smallest denominator strictly between two fractions of 0 or more, `from < to`; no `to` is no end.
///
/// The middle of two break-even volumes would need a denominator as long as both of theirs together, which 127 bits do not
/// hold; this one never needs a longer one than theirs. The walk is that of a continued fraction.
pub(super) fn simplest_between(from: Ratio, to: Option<Ratio>) -> Result<Ratio, Error> {
    let (floor, rest) = from.floor_and_rest();
    let whole = Ratio::new(floor, 1)?;
    let next = whole.checked_add(Ratio::ONE)?;
    let Some(to) = to.filter(|&to| to <= next) else {
        return Ok(next);
    };
    // Both lie within one whole: what is beyond it is turned upside down, and so is what is found.
    let above = if rest == Ratio::ZERO { None } else { Some(Ratio::ONE.checked_div(rest)?) };
    let below = Ratio::ONE.checked_div(to.checked_sub(whole)?)?;
    whole.checked_add(Ratio::ONE.checked_div(simplest_between(below, above)?)?)
}

#[cfg(test)]
mod tests {
    use super::simplest_between;
    use crate::exact::Ratio;
    use alloc::string::ToString;
    use proptest::prelude::{prop_assert, proptest};

    #[test]
    fn the_simplest_of_all_that_lie_between() {
        let cases = [
            ("0", "1", "1/2"),
            ("0", "7/2", "1"),
            ("1", "2", "3/2"),
            ("10/9", "5", "2"),
            ("3/7", "1/2", "4/9"),
            ("99/100", "1", "100/101"),
            ("333/1000", "334/1000", "1/3"),
        ];
        for (from, to, between) in cases {
            let found = simplest_between(Ratio::parse(from).unwrap(), Some(Ratio::parse(to).unwrap())).unwrap();
            assert_eq!(found.to_string(), between, "{from} {to}");
        }
        assert_eq!(simplest_between(Ratio::parse("5/2").unwrap(), None).unwrap(), Ratio::integer(3));
    }

    proptest! {
        #[test]
        fn it_lies_between(
            one in (0_i128..i128::MAX, 1..i128::MAX), other in (0_i128..i128::MAX, 1..i128::MAX), small in (0_i128..50, 1_i128..50),
        ) {
            let ratio = |(above, below)| Ratio::new(above, below).unwrap();
            for (one, other) in [(one, other), (one, small)] {
                let (from, to) = (ratio(one).min(ratio(other)), ratio(one).max(ratio(other)));
                if from < to {
                    let between = simplest_between(from, Some(to)).unwrap();
                    prop_assert!(from < between && between < to);
                    prop_assert!(between.denominator() <= from.denominator().saturating_add(to.denominator()));
                }
            }
        }
    }
}
