//! Columns of amounts with one row for each member: their differences, and errors that know which member they are about.

use crate::error::{Error, POSITIONS};
use crate::exact::Amount;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

/// An amount that was computed in 128 bits; where it does not fit, the error names the member: `the balance of Bedum`.
pub(super) fn member_amount(cents: i128, what: &str, member: usize) -> Result<Amount, Error> {
    if let Ok(cents) = i64::try_from(cents) {
        return Ok(Amount::from_cents(cents));
    }
    Amount::from_wide(cents, &format!("{what} of {POSITIONS}")).map_err(|error| error.at_positions(vec![member]))
}

/// Row by row what the first column is above the second; the caller has proved that they are equally long.
pub(super) fn subtract(column: &[Amount], less: &[Amount], what: &str) -> Result<Vec<Amount>, Error> {
    let rows = column.iter().zip(less).enumerate();
    rows.map(|(member, (&amount, &less))| member_amount(difference(amount, less), what, member)).collect()
}

/// `amount − less`, which may need 65 bits.
pub(super) fn difference(amount: Amount, less: Amount) -> i128 {
    let difference = i128::from(amount.cents()).checked_sub(i128::from(less.cents()));
    difference.expect("the difference of two numbers of 64 bits fits in 65")
}

#[cfg(test)]
mod tests {
    use super::subtract;
    use crate::exact::Amount;
    use alloc::string::ToString;

    #[test]
    fn a_difference_out_of_range_names_the_member() {
        let (column, less) = ([Amount::EURO, Amount::MIN], [Amount::CENT, Amount::CENT]);
        assert_eq!(subtract(&column[..1], &less[..1], "balance").unwrap(), [Amount::from_cents(99)]);
        let error = subtract(&column, &less, "balance").unwrap_err();
        let text = "the balance of position 1 does not fit, \
                    expected an amount between -92233720368547758.08 and 92233720368547758.07.";
        assert_eq!(error.to_string(), text);
        let named = error.with_labels(|member| ["Bedum", "De Marne"][member].to_string()).to_string();
        assert!(named.starts_with("the balance of De Marne does not fit"), "{named}");
    }
}
