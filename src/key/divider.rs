//! A key made ready for many wholes, whose parts stand in the order of the caller's rows.

use super::Key;
use crate::error::{Error, Kind, same_length};
use crate::exact::{Amount, Bounds, Divider, Split};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Display;

/// A [`Key`] with a [`Split`], made ready to divide many wholes over rows in any order.
///
/// The cents go by the ids, so whoever sorts the rows another way gives nobody another amount (`order_free`); the parts
/// stand in the order of the rows.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio, Split};
/// use taakgericht::key::Key;
/// let youths = [("GM1663", 1), ("GM0005", 1), ("GM0053", 1)].map(|(code, count)| (code, Ratio::integer(count)));
/// let key = Key::new("youths", youths, None)?;
/// let divider = key.prepare(Split::default(), &["GM1663", "GM0005", "GM0053"])?;
/// let mut parts = [Amount::ZERO; 3];
/// divider.divide_rows(&[Amount::EURO], &mut parts)?;
/// // All three tie for the last cent: it goes to the first id, wherever that stands.
/// assert_eq!(parts.map(Amount::cents), [33, 34, 33]);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct KeyDivider<P> {
    divider: Divider,
    name: String,
    /// The parties of the caller's rows.
    rows: Vec<P>,
    /// For each party of the key, in the order of the ids, its row.
    order: Vec<usize>,
    /// Whether the rows stand in the order of the ids.
    in_order: bool,
}

impl<P: Ord + Clone + Display> Key<P> {
    /// Makes the key ready for many wholes; `rows` are its parties, each once, in the order in which the parts shall stand.
    ///
    /// # Errors
    /// `Length` when the rows are not as many as the parties; `UnknownName` for a row that is not in the key; `Duplicate` for
    /// a party with two rows; as for [`Split::prepare`].
    pub fn prepare(&self, split: Split, rows: &[P]) -> Result<KeyDivider<P>, Error> {
        let within = |error: Error| error.within(format!("key \"{}\"", self.name()));
        same_length("row", rows.len(), "party", self.parties().len()).map_err(within)?;
        let mut order = vec![None; rows.len()];
        for (row, party) in rows.iter().enumerate() {
            let position = self.position(party).ok_or_else(|| self.unknown(party))?;
            if order[position].replace(row).is_some() {
                let twice = Error::new(Kind::Duplicate, format!("{party} stands there twice"), "every party once");
                return Err(within(twice.at_positions(vec![row])));
            }
        }
        // As many rows as parties, and no party twice: every party has one.
        let order: Vec<usize> = order.into_iter().flatten().collect();
        let in_order = order.is_sorted();
        let divider = split.prepare(self.weights()).map_err(within)?;
        Ok(KeyDivider { divider, name: self.name().into(), rows: rows.to_vec(), order, in_order })
    }
}

impl<P: Display> KeyDivider<P> {
    /// The parties, in the order of the rows.
    #[must_use]
    pub fn rows(&self) -> &[P] {
        &self.rows
    }

    /// How it divides.
    #[must_use]
    pub const fn split(&self) -> Split {
        self.divider.split()
    }

    /// Divides a column of wholes; the parts of each stand together in `parts`, in the order of the rows of the key.
    ///
    /// # Errors
    /// As for [`Divider::divide_rows`], with the parties by name.
    pub fn divide_rows(&self, wholes: &[Amount], parts: &mut [Amount]) -> Result<(), Error> {
        self.divider.divide_rows(wholes, parts).map_err(|error| self.named(error))?;
        if !self.in_order {
            let mut by_id = Vec::with_capacity(self.order.len());
            for parts in parts.chunks_exact_mut(self.order.len()) {
                by_id.clear();
                by_id.extend_from_slice(parts);
                self.in_rows(&by_id, parts);
            }
        }
        Ok(())
    }

    /// Divides a column of wholes into one column for each row of the key.
    ///
    /// # Errors
    /// As for [`Divider::divide_columns`], with the parties by name.
    pub fn divide_columns(&self, wholes: &[Amount], columns: &mut [&mut [Amount]]) -> Result<(), Error> {
        // Here, where the columns stand as the caller has them.
        self.divider.prove_columns(wholes, columns).map_err(|error| self.within(error))?;
        let mut by_row: Vec<Option<&mut [Amount]>> = columns.iter_mut().map(|column| Some(&mut **column)).collect();
        let mut by_id: Vec<&mut [Amount]> = self.order.iter().filter_map(|&row| by_row[row].take()).collect();
        self.divider.divide_columns(wholes, &mut by_id).map_err(|error| self.named(error))
    }

    /// Divides one whole within bounds, which stand in the order of the rows, as the parts do.
    ///
    /// # Errors
    /// As for [`Split::divide_bounded`], with the parties by name.
    pub fn divide_bounded(&self, whole: Amount, bounds: &[Bounds]) -> Result<Vec<Amount>, Error> {
        same_length("pair", bounds.len(), "weight", self.order.len()).map_err(|error| error.within("bounds"))?;
        let (split, name) = (self.split(), |row: usize| self.name_of(row));
        split.check_bounds(whole, bounds).map_err(|error| self.within(error.with_labels(name)))?;
        let by_id: Vec<Bounds> = self.order.iter().map(|&row| bounds[row]).collect();
        let by_id = split.divide_bounded(whole, self.divider.weights(), &by_id).map_err(|error| self.named(error))?;
        let mut parts = vec![Amount::ZERO; by_id.len()];
        self.in_rows(&by_id, &mut parts);
        Ok(parts)
    }

    fn in_rows(&self, by_id: &[Amount], parts: &mut [Amount]) {
        for (&row, &part) in self.order.iter().zip(by_id) {
            parts[row] = part;
        }
    }

    /// An error about positions in the order of the ids, as one about the rows.
    fn named(&self, error: Error) -> Error {
        let rows = error.positions().iter().filter_map(|&position| self.order.get(position).copied()).collect();
        self.within(error.at_positions(rows).with_labels(|row| self.name_of(row)))
    }

    fn within(&self, error: Error) -> Error {
        error.within(format!("key \"{}\"", self.name))
    }

    fn name_of(&self, row: usize) -> String {
        self.rows.get(row).map_or_else(|| format!("row {row}"), |party| format!("{party}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::exact::{Amount, Bounds, Method, Ratio, Split, TieRule};
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::{Just, Strategy, prop_assert_eq, proptest};
    use proptest::sample::select;

    fn key(entries: &[(u16, i64)]) -> Key<u16> {
        Key::new("youths", entries.iter().map(|&(party, weight)| (party, Ratio::integer(weight))), None).unwrap()
    }

    /// Parties with small weights, so that many tie, and the same in another order.
    fn shuffled() -> impl Strategy<Value = (Vec<(u16, i64)>, Vec<u16>)> {
        proptest::collection::btree_map(0_u16..50, 1_i64..4, 1..9).prop_flat_map(|entries| {
            let entries: Vec<(u16, i64)> = entries.into_iter().collect();
            let parties: Vec<u16> = entries.iter().map(|entry| entry.0).collect();
            (Just(entries), Just(parties).prop_shuffle())
        })
    }

    proptest! {
        /// Every way gives each party what the key gives it, wherever its row stands.
        #[test]
        fn the_order_of_rows_gives_nobody_another_part(
            (entries, rows) in shuffled(), wholes in proptest::collection::vec(-1000_i64..1000, 1..20),
            method in select(Method::ALL.to_vec()), tie in select(&[TieRule::First, TieRule::Last, TieRule::LargestWeight][..]),
        ) {
            let (key, split) = (key(&entries), Split::new(method).tie(tie));
            let divider = key.prepare(split, &rows).unwrap();
            let wholes: Vec<Amount> = wholes.into_iter().map(Amount::from_cents).collect();
            let mut parts = vec![Amount::ZERO; wholes.len() * rows.len()];
            divider.divide_rows(&wholes, &mut parts).unwrap();
            let mut columns = vec![vec![Amount::ZERO; wholes.len()]; rows.len()];
            let mut slices: Vec<&mut [Amount]> = columns.iter_mut().map(Vec::as_mut_slice).collect();
            divider.divide_columns(&wholes, &mut slices).unwrap();
            for (at, &whole) in wholes.iter().enumerate() {
                for (party, part) in key.divide(whole, split).unwrap() {
                    let row = rows.iter().position(|&row| row == party).unwrap();
                    prop_assert_eq!(parts[at * rows.len() + row], part);
                    prop_assert_eq!(columns[row][at], part);
                }
            }
            if method == Method::LargestRemainder {
                let free = vec![Bounds::default(); rows.len()];
                prop_assert_eq!(&divider.divide_bounded(wholes[0], &free).unwrap()[..], &parts[..rows.len()]);
            }
        }
    }

    #[test]
    fn bounds_stand_in_the_order_of_the_rows() {
        let divider = key(&[(7, 1), (5, 1)]).prepare(Split::default(), &[7, 5]).unwrap();
        let most = |cents| Bounds { floor: None, ceiling: Some(Amount::from_cents(cents)) };
        let parts = divider.divide_bounded(Amount::EURO, &[most(20), Bounds::default()]).unwrap();
        assert_eq!(parts, [20, 80].map(Amount::from_cents));
        let least = Bounds { floor: Some(Amount::from_cents(30)), ..most(20) };
        assert_eq!(
            divider.divide_bounded(Amount::EURO, &[least, Bounds::default()]).unwrap_err().to_string(),
            "key \"youths\": 7 has a floor of 0.30 above its ceiling of 0.20, expected a floor at or below the ceiling."
        );
    }

    #[test]
    fn errors_name_the_parties_and_give_their_rows() {
        let key = key(&[(5, 1), (7, 1), (9, 2)]);
        let refusing = key.prepare(Split::default().tie(TieRule::Refuse), &[9, 7, 5]).unwrap();
        let tie = refusing.divide_rows(&[Amount::EURO, Amount::from_cents(2)], &mut [Amount::ZERO; 6]).unwrap_err();
        assert!(tie.to_string().starts_with("key \"youths\", row 1: 5 and 7 tie for the last unit"), "{tie}");
        assert_eq!(tie.positions(), [2, 1]);
        let (mut one, mut other, mut short) = ([Amount::ZERO; 2], [Amount::ZERO; 2], [Amount::ZERO; 1]);
        let columns: &mut [&mut [Amount]] = &mut [&mut short, &mut one, &mut other];
        let short = refusing.divide_columns(&[Amount::EURO; 2], columns).unwrap_err().to_string();
        assert_eq!(short, "key \"youths\", column 0: 1 row, expected 2, one for each whole.");
        let text = |rows: &[u16]| key.prepare(Split::default(), rows).unwrap_err().to_string();
        assert_eq!(text(&[9, 7]), "key \"youths\": 2 rows, expected 3, one for each party.");
        assert_eq!(text(&[9, 7, 9]), "key \"youths\": 9 stands there twice, expected every party once.");
        assert_eq!(text(&[9, 7, 6]), "key \"youths\": no party \"6\", expected one of \"5\", \"7\", \"9\".");
    }
}
