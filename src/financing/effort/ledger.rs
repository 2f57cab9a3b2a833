//! Declared lines and their corrections: a line is accepted or refused whole, so it is also credited whole.

use super::credit::Book;
use crate::error::Errors;
use alloc::vec::Vec;
use core::fmt::Display;

/// A line of a declaration: a debit (Dutch: *debetregel*), or a credit (Dutch: *creditregel*) that takes an earlier debit back.
///
/// Dutch: *declaratieregel*. Source: `SOURCES.md#ijw`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredLine<N, K> {
    /// By what it is known: a number or other text that no other line has.
    pub number: N,
    /// What it is about: product, provider, municipality and day, and whatever else a credit must have in common with its debit.
    pub about: K,
    /// How many units: above zero in a debit, below zero in a credit.
    pub volume: i64,
    /// The number of the debit that it takes back; `None` in a debit.
    pub credits: Option<N>,
}

/// Declared lines of which every credit has its debit.
///
/// What was declared wrongly is credited as a whole and declared anew: then what all lines come to is what the standing debits
/// come to (`credits_cancel`). Dutch: *declaratieadministratie*. Source: `SOURCES.md#ijw`.
///
/// ```
/// use taakgericht::financing::effort::{DeclaredLine, Entry, Ledger};
/// let line = |number, volume, credits| DeclaredLine { number, about: ("45A04", "2026-03-31"), volume, credits };
/// let lines = [
///     line(1, 380, None),     // minutes
///     line(2, -380, Some(1)), // declared wrongly: taken back as a whole
///     line(3, 350, None),     // and declared anew
/// ];
/// let ledger = Ledger::new(&lines)?;
/// assert_eq!(ledger.entries(), [Entry::Credited { by: 1 }, Entry::Credit { of: 0 }, Entry::Standing]);
/// assert_eq!(ledger.standing().collect::<Vec<_>>(), [2]);
///
/// let part = [line(1, 380, None), line(2, -30, Some(1))];
/// assert_eq!(
///     Ledger::new(&part).unwrap_err().to_string(),
///     "line 2 (position 1): a credit of -30 for a debit of 380, expected -380, the whole debit.\n  \
///      Credit the line as a whole, by its number, and declare anew."
/// );
/// # Ok::<(), taakgericht::Errors>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger(Vec<Entry>);

/// What became of a declared line; other lines are named by their position.
///
/// Dutch: *status van een declaratieregel*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A debit that still counts.
    Standing,
    /// A debit that was taken back.
    Credited {
        /// The credit.
        by: usize,
    },
    /// A credit.
    Credit {
        /// Its debit.
        of: usize,
    },
}

impl Ledger {
    /// Pairs every credit with its debit. The lines stand in the order in which they were declared.
    ///
    /// # Errors
    /// All at once, with the number and position of the line: `Duplicate` for a number that stands there already, and for a debit
    /// that is credited twice; `UnknownName` for a credit of a line that is not there; `OutOfRange` for a volume of 0, a volume
    /// below zero that credits nothing, one above zero that does, a credit of a line that stands later or is about something
    /// else, and one of another volume than its debit; `WrongType` for a credit of a credit.
    pub fn new<N: Ord + Display, K: PartialEq>(lines: &[DeclaredLine<N, K>]) -> Result<Ledger, Errors> {
        Book::new(lines).close().map(Ledger)
    }

    /// What became of each line, in their order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// The positions of the debits that still count.
    pub fn standing(&self) -> impl Iterator<Item = usize> + '_ {
        let standing = |(position, entry): (usize, &Entry)| (*entry == Entry::Standing).then_some(position);
        self.0.iter().enumerate().filter_map(standing)
    }
}

#[cfg(test)]
mod tests {
    use super::{DeclaredLine, Entry, Ledger};
    use crate::exact::Amount;
    use crate::financing::effort::{Columns, Scales};
    use alloc::string::ToString;
    use alloc::vec::Vec;
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    type Line = DeclaredLine<usize, i64>;

    /// Debits about a tariff, and now and then a credit of a debit that still stands.
    fn declared() -> impl Strategy<Value = Vec<Line>> {
        let debit = (0_i64..1_000_000, 1_i64..10_000).prop_map(Some);
        let step = (prop_oneof![2 => debit, 1 => Just(None)], 0_usize..100);
        vec(step, 1..60).prop_map(|steps| {
            let (mut lines, mut standing) = (Vec::<Line>::new(), Vec::new());
            for (step, chosen) in steps {
                let number = lines.len() + 100;
                match step {
                    Some((about, volume)) => {
                        standing.push(lines.len());
                        lines.push(DeclaredLine { number, about, volume, credits: None });
                    }
                    None if standing.is_empty() => {}
                    None => {
                        let debit = lines[standing.remove(chosen % standing.len())].clone();
                        lines.push(DeclaredLine {
                            number,
                            volume: -debit.volume,
                            credits: Some(debit.number),
                            about: debit.about,
                        });
                    }
                }
            }
            lines
        })
    }

    fn amounts(lines: &[Line]) -> Vec<i64> {
        let tariffs: Vec<i64> = lines.iter().map(|line| line.about).collect();
        let volumes: Vec<i64> = lines.iter().map(|line| line.volume).collect();
        let columns = Columns { tariffs: &tariffs, volumes: &volumes };
        let mut amounts = alloc::vec![Amount::ZERO; lines.len()];
        columns.amounts(Scales { tariff_decimals: 4, volume_decimals: 0 }, &mut amounts).unwrap();
        amounts.into_iter().map(Amount::cents).collect()
    }

    proptest! {
        /// A credit and its debit come to nothing, and all lines to what the standing ones do.
        #[test]
        fn credits_cancel(lines in declared()) {
            let (ledger, amounts) = (Ledger::new(&lines).unwrap(), amounts(&lines));
            for (position, entry) in ledger.entries().iter().enumerate() {
                match *entry {
                    Entry::Standing => prop_assert!(lines[position].volume > 0),
                    Entry::Credited { by } => prop_assert_eq!(ledger.entries()[by], Entry::Credit { of: position }),
                    Entry::Credit { of } => prop_assert_eq!(amounts[position] + amounts[of], 0),
                }
            }
            let standing: i64 = ledger.standing().map(|position| amounts[position]).sum();
            prop_assert_eq!(amounts.iter().sum::<i64>(), standing);
        }

        /// Whatever is changed in a credit, it is found on its own line, and on no other.
        #[test]
        fn a_changed_credit_is_found(lines in declared(), chosen in 0_usize..100, change in 0_usize..6) {
            let credits: Vec<usize> = (0..lines.len()).filter(|&position| lines[position].credits.is_some()).collect();
            if credits.is_empty() {
                return Ok(());
            }
            let (position, mut changed) = (credits[chosen % credits.len()], lines);
            let line = &mut changed[position];
            match change {
                0 => line.volume -= 1,
                1 => line.volume = -line.volume,
                2 => line.volume = 0,
                3 => line.about += 1,
                4 => line.credits = None,
                _ => line.credits = Some(line.number),
            }
            let errors = Ledger::new(&changed).unwrap_err();
            prop_assert_eq!(errors.all().len(), 1, "{}", errors);
            prop_assert_eq!(errors.all()[0].positions(), [position]);
        }
    }

    #[test]
    fn numbers_may_be_text() {
        let line = |number, volume, credits| DeclaredLine { number, about: (), volume, credits };
        let lines = [line("2026-1", 3, None), line("2026-2", -3, Some("2026-1"))];
        assert_eq!(Ledger::new(&lines).unwrap().standing().count(), 0);
        let errors = Ledger::new(&lines[1..]).unwrap_err().to_string();
        assert_eq!(
            errors,
            "line 2026-2 (position 0): a credit of line 2026-1, which is not there, expected an earlier debit."
        );
        assert_eq!(Ledger::new::<u8, ()>(&[]).unwrap().entries(), []);
    }
}
