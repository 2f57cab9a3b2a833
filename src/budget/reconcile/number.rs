//! How the figures of a diagnosis are written for people.

use super::table::Quantity;
use crate::Language;
use crate::budget::number::plain;
use crate::exact::Ratio;
use crate::exact::notation::{Written, dutch, grouped};
use alloc::string::{String, ToString};

/// A figure for a reader: `1,104,641.5` or `1.104.641,5`, a share as `84.5%`; `…` where digits were left off.
///
/// At most four decimals are shown, and none is rounded; for text that is read again, serialise the figure itself.
#[must_use]
pub fn shown(number: Ratio, quantity: Quantity, language: Language) -> String {
    let written = match quantity {
        Quantity::Share => number.checked_mul(Ratio::integer(100)).and_then(Written::cut_off).map(Written::per_hundred),
        Quantity::Amount | Quantity::Count => Written::cut_off(number),
    };
    match (written, language) {
        (Ok(written), Language::En) => grouped(written).to_string(),
        (Ok(written), Language::Nl) => dutch(written).to_string(),
        // Beyond 28 digits: the fraction is long, but it is exact.
        (Err(_), _) => plain(number),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::Language::{En, Nl};
    use crate::budget::reconcile::Quantity::{Amount, Count, Share};
    use crate::exact::Ratio;

    #[test]
    fn figures_are_written_for_people_in_their_own_notation() {
        let cases = [
            (Ratio::new(11_046_415, 10), Amount, "1,104,641.5", "1.104.641,5"),
            (Ratio::new(-467_000, 1), Amount, "-467,000", "-467.000"),
            (Ratio::new(845, 1000), Share, "84.5%", "84,5%"),
            (Ratio::new(388, 1), Count, "388", "388"),
            (Ratio::new(6_491_137, 388), Amount, "16,729.7345…", "16.729,7345…"),
            (Ratio::new(-1, 3), Amount, "-0.3333…", "-0,3333…"),
            (Ratio::new(2, 3), Share, "66.6666…%", "66,6666…%"),
            (Ratio::new(1, 30_000), Amount, "0…", "0…"),
        ];
        for (number, quantity, english, dutch) in cases {
            let number = number.unwrap();
            assert_eq!(shown(number, quantity, En), english);
            assert_eq!(shown(number, quantity, Nl), dutch);
        }
    }
}
