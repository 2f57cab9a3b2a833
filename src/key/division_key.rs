//! The key itself: what each party weighs, with the proof that the weights add up.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio, Split, Weights};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// A division key over parties that carry stable ids.
///
/// Dutch: *verdeelsleutel*. The parties stand in the order of their ids, never in the accidental order of rows, so the
/// same entries give the same key and the same division (`order_free`).
///
/// ```
/// use taakgericht::exact::{Amount, Ratio, Split};
/// use taakgericht::key::Key;
/// let youths = [("GM1663", 2565), ("GM0005", 2947)].map(|(code, count)| (code, Ratio::integer(count)));
/// let key = Key::new("youths 0-24, 2014", youths, Some(Ratio::integer(5512)))?;
/// let parts = key.divide(Amount::from_euros(1_000)?, Split::default())?;
/// assert_eq!(parts[0], ("GM0005", Amount::from_cents(53_465)));
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key<P> {
    name: String,
    parties: Vec<P>,
    amounts: Vec<Ratio>,
    weights: Weights,
}

impl<P: Ord + Clone + Display> Key<P> {
    /// Builds a key from entries in any order; `stated_sum` is the sum that the source gives, where it gives one.
    ///
    /// # Errors
    /// `Duplicate` when a party stands there twice; `NegativeWeight`, `ZeroWeights` and `Overflow` as for [`Weights`];
    /// `KeySum` when the entries do not add up to the stated sum.
    pub fn new(
        name: &str,
        entries: impl IntoIterator<Item = (P, Ratio)>,
        stated_sum: Option<Ratio>,
    ) -> Result<Key<P>, Error> {
        let within = |error: Error| error.within(format!("key \"{name}\""));
        let mut entries: Vec<(P, Ratio)> = entries.into_iter().collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        check_once(&entries).map_err(within)?;
        let (parties, amounts): (Vec<P>, Vec<Ratio>) = entries.into_iter().unzip();
        let weights = Weights::from_ratios(&amounts);
        let weights = weights.map_err(|error| within(error.with_labels(|position| label(&parties, position))))?;
        check_sum(&amounts, stated_sum).map_err(within)?;
        Ok(Key { name: name.to_string(), parties, amounts, weights })
    }

    /// The name, with the year and the measure: `youths 0-24, 2014`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The parties in the order of their ids.
    #[must_use]
    pub fn parties(&self) -> &[P] {
        &self.parties
    }

    /// What each party weighs, as given, in the order of [`Key::parties`].
    #[must_use]
    pub fn amounts(&self) -> &[Ratio] {
        &self.amounts
    }

    /// The weights in the order of [`Key::parties`].
    #[must_use]
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What a party weighs, as given; `None` when it is not in the key.
    #[must_use]
    pub fn amount_of(&self, party: &P) -> Option<Ratio> {
        self.amounts.get(self.position(party)?).copied()
    }

    /// The share of a party in the whole; `None` when it is not in the key.
    ///
    /// Dutch: *aandeel*.
    #[must_use]
    pub fn share_of(&self, party: &P) -> Option<Ratio> {
        Some(self.weights.share(self.position(party)?))
    }

    /// The key over some of its parties, in the same proportions: what the others weigh is left out, not passed on.
    ///
    /// # Errors
    /// `UnknownName` when a party is not in the key; `Duplicate` when it is named twice; `ZeroWeights` when those that are
    /// named weigh nothing together.
    pub fn restricted_to(&self, parties: &[P]) -> Result<Key<P>, Error> {
        let entry = |party: &P| Ok((party.clone(), self.amount_of(party).ok_or_else(|| self.unknown(party))?));
        let entries: Result<Vec<(P, Ratio)>, Error> = parties.iter().map(entry).collect();
        Key::new(&self.name, entries?, None)
    }

    /// Where a party stands in [`Key::parties`].
    pub(super) fn position(&self, party: &P) -> Option<usize> {
        self.parties.binary_search(party).ok()
    }

    /// The error that names a party which is not in the key.
    pub(super) fn unknown(&self, party: &P) -> Error {
        let known: Vec<String> = self.parties.iter().map(ToString::to_string).collect();
        let error = Error::unknown("party", &party.to_string(), known.iter().map(String::as_str));
        error.within(format!("key \"{}\"", self.name))
    }

    /// Divides a whole over the parties.
    ///
    /// # Errors
    /// As for [`Split::divide`], with the parties by name.
    pub fn divide(&self, whole: Amount, split: Split) -> Result<Vec<(P, Amount)>, Error> {
        let divided = split.divide(whole, &self.weights);
        let named = |error: Error| {
            error.with_labels(|position| label(&self.parties, position)).within(format!("key \"{}\"", self.name))
        };
        Ok(self.parties.iter().cloned().zip(divided.map_err(named)?).collect())
    }
}

fn label<P: Display>(parties: &[P], position: usize) -> String {
    parties.get(position).map_or_else(|| format!("position {position}"), ToString::to_string)
}

fn check_once<P: Ord + Display>(sorted: &[(P, Ratio)]) -> Result<(), Error> {
    let twice = sorted.windows(2).find_map(|pair| match pair {
        [(first, _), (second, _)] if first == second => Some(first),
        _ => None,
    });
    match twice {
        Some(party) => Err(Error::new(Kind::Duplicate, format!("{party} stands there twice"), "every party once")),
        None => Ok(()),
    }
}

fn check_sum(amounts: &[Ratio], stated: Option<Ratio>) -> Result<(), Error> {
    let Some(stated) = stated else { return Ok(()) };
    let sum = amounts.iter().try_fold(Ratio::ZERO, |sum, &amount| sum.checked_add(amount))?;
    if sum == stated {
        return Ok(());
    }
    let gap = sum.checked_sub(stated)?.abs();
    let too = if sum > stated { "much" } else { "little" };
    Err(Error::new(Kind::KeySum, format!("the entries add up to {sum}"), format!("the stated sum {stated}"))
        .advise(format!("{gap} too {too}: correct an entry or the stated sum.")))
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::exact::{Amount, Ratio, Split, TieRule};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn key(entries: &[(&'static str, i64)], sum: Option<i64>) -> Result<Key<&'static str>, crate::Error> {
        let entries: Vec<_> = entries.iter().map(|&(party, weight)| (party, Ratio::integer(weight))).collect();
        Key::new("youths", entries, sum.map(Ratio::integer))
    }

    #[test]
    fn the_order_of_rows_changes_nothing() {
        let one = key(&[("Bedum", 1), ("Winsum", 1), ("De Marne", 1)], Some(3)).unwrap();
        let other = key(&[("Winsum", 1), ("De Marne", 1), ("Bedum", 1)], Some(3)).unwrap();
        assert_eq!(one, other);
        let parts = one.divide(Amount::EURO, Split::default()).unwrap();
        assert_eq!(parts[0], ("Bedum", Amount::from_cents(34)));
    }

    #[test]
    fn errors_name_the_key_and_the_parties() {
        let text = |entries, sum| key(entries, sum).unwrap_err().to_string();
        assert_eq!(
            text(&[("Bedum", 1), ("Bedum", 2)], None),
            "key \"youths\": Bedum stands there twice, expected every party once."
        );
        assert_eq!(
            text(&[("Bedum", 1), ("Winsum", -2)], None),
            "key \"youths\": the weight of Winsum is below zero, expected weights of zero or more."
        );
        assert_eq!(
            text(&[("Bedum", 1), ("Winsum", 2)], Some(4)),
            "key \"youths\": the entries add up to 3, expected the stated sum 4.\n  \
             1 too little: correct an entry or the stated sum."
        );
        let tie = key(&[("Winsum", 1), ("Bedum", 1)], None).unwrap();
        let tie = tie.divide(Amount::CENT, Split::default().tie(TieRule::Refuse)).unwrap_err().to_string();
        assert!(tie.starts_with("key \"youths\": Bedum and Winsum tie for the last unit"), "{tie}");
    }

    #[test]
    fn a_share_is_a_weight_in_the_sum() {
        let key =
            key(&[("Bedum", 2947), ("De Marne", 2565), ("Winsum", 3951), ("Eemsmond", 4325)], Some(13788)).unwrap();
        assert_eq!(key.amount_of(&"Winsum"), Some(Ratio::integer(3951)));
        assert_eq!(key.share_of(&"Winsum"), Ratio::new(3951, 13788).ok());
        assert_eq!((key.amount_of(&"Loppersum"), key.share_of(&"Loppersum")), (None, None));
    }

    #[test]
    fn a_restricted_key_has_some_of_the_parties() {
        let whole = key(&[("Bedum", 2), ("De Marne", 0), ("Winsum", 3)], None).unwrap();
        let restricted = whole.restricted_to(&["Winsum", "Bedum"]).unwrap();
        assert_eq!(restricted, key(&[("Bedum", 2), ("Winsum", 3)], None).unwrap());
        let text = |parties: &[&'static str]| whole.restricted_to(parties).unwrap_err().to_string();
        assert_eq!(
            text(&["Bedum", "Loppersum"]),
            "key \"youths\": no party \"Loppersum\", expected one of \"Bedum\", \"De Marne\", \"Winsum\"."
        );
        assert_eq!(text(&["Bedum", "Bedum"]), "key \"youths\": Bedum stands there twice, expected every party once.");
        let nothing = "weights that add up to zero, expected at least one weight above zero.";
        assert_eq!(text(&["De Marne"]), alloc::format!("key \"youths\": 1 {nothing}"));
        assert_eq!(text(&[]), alloc::format!("key \"youths\": 0 {nothing}"));
    }
}
