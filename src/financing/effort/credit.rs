//! How a credit finds its debit, and what keeps it from doing so.

use super::ledger::{DeclaredLine, Entry};
use crate::error::{Error, Errors, Kind};
use crate::financing::prove::{CREDIT_AS_A_WHOLE, holds, refused};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Display;

/// Lines while they are paired.
pub(super) struct Book<'l, N, K> {
    lines: &'l [DeclaredLine<N, K>],
    /// Where each number stands first.
    positions: BTreeMap<&'l N, usize>,
    entries: Vec<Entry>,
    errors: Vec<Error>,
}

impl<'l, N: Ord + Display, K: PartialEq> Book<'l, N, K> {
    pub(super) fn new(lines: &'l [DeclaredLine<N, K>]) -> Book<'l, N, K> {
        let mut positions = BTreeMap::new();
        for (position, line) in lines.iter().enumerate() {
            positions.entry(&line.number).or_insert(position);
        }
        Book { lines, positions, entries: vec![Entry::Standing; lines.len()], errors: Vec::new() }
    }

    /// What became of each line, or everything that is wrong.
    pub(super) fn close(mut self) -> Result<Vec<Entry>, Errors> {
        for (position, line) in self.lines.iter().enumerate() {
            self.note(position, self.prove_number(position, line));
            match (line.prove_volume(), &line.credits) {
                (Err(error), _) => self.note(position, Err(error)),
                (Ok(()), Some(number)) => self.credit(position, number),
                (Ok(()), None) => {}
            }
        }
        Errors::or_ok(self.errors, self.entries)
    }

    /// Keeps an error with its line.
    fn note(&mut self, position: usize, proved: Result<(), Error>) {
        let line = &self.lines[position];
        let place = |error: Error| {
            error.at_positions(vec![position]).within(format!("line {} (position {position})", line.number))
        };
        self.errors.extend(proved.map_err(place).err());
    }

    fn prove_number(&self, position: usize, line: &DeclaredLine<N, K>) -> Result<(), Error> {
        match self.positions.get(&line.number) {
            Some(&first) if first != position => {
                let found = format!("the number of position {first} a second time");
                Err(Error::new(Kind::Duplicate, found, "every number once"))
            }
            _ => Ok(()),
        }
    }

    /// Books a credit when nothing is wrong with it.
    fn credit(&mut self, position: usize, number: &N) {
        let debit = match self.debit(position, number) {
            Ok(debit) => debit,
            Err(error) => {
                self.note(position, Err(error));
                return;
            }
        };
        let (line, before) = (&self.lines[position], self.errors.len());
        let standing = self.prove_standing(debit);
        for proved in [line.prove_whole(&self.lines[debit]), line.prove_alike(&self.lines[debit]), standing] {
            self.note(position, proved);
        }
        if self.errors.len() == before {
            self.entries[debit] = Entry::Credited { by: position };
            self.entries[position] = Entry::Credit { of: debit };
        }
    }

    /// Where the debit stands that a line credits.
    fn debit(&self, position: usize, number: &N) -> Result<usize, Error> {
        let found = |what: &str| format!("a credit of line {number}, which {what}");
        let Some(&debit) = self.positions.get(number) else {
            return Err(Error::new(Kind::UnknownName, found("is not there"), "an earlier debit"));
        };
        if debit >= position {
            let what = if debit == position { "is itself" } else { "stands later" };
            return Err(Error::new(Kind::OutOfRange, found(what), "an earlier debit"));
        }
        if self.lines[debit].credits.is_some() {
            let error = Error::new(Kind::WrongType, found("is a credit"), "an earlier debit");
            return Err(error.advise("A credit stays: declare anew what was credited wrongly."));
        }
        Ok(debit)
    }

    fn prove_standing(&self, debit: usize) -> Result<(), Error> {
        match self.entries[debit] {
            Entry::Credited { by } => {
                let found = format!("a second credit of line {}, after line {}", self.number(debit), self.number(by));
                Err(Error::new(Kind::Duplicate, found, "one credit for each debit"))
            }
            Entry::Standing | Entry::Credit { .. } => Ok(()),
        }
    }

    fn number(&self, position: usize) -> &N {
        &self.lines[position].number
    }
}

impl<N: Display, K: PartialEq> DeclaredLine<N, K> {
    fn prove_volume(&self) -> Result<(), Error> {
        let volume = self.volume;
        match &self.credits {
            // A credit of nothing would look like its debit.
            _ if volume == 0 => Err(refused(format_args!("a volume of 0"), "a volume that is not 0")
                .advise("Declare no line where nothing was delivered.")),
            None if volume < 0 => {
                Err(refused(format_args!("a volume of {volume} without a debit"), "a volume above 0")
                    .advise(CREDIT_AS_A_WHOLE))
            }
            Some(debit) if volume > 0 => {
                let found = format_args!("a volume of {volume} that credits line {debit}");
                Err(refused(found, "a volume below 0 in a credit, and no debit to credit in a debit"))
            }
            _ => Ok(()),
        }
    }

    /// A credit takes its whole debit back. Of a debit that is wrong itself nothing more is said.
    fn prove_whole(&self, debit: &DeclaredLine<N, K>) -> Result<(), Error> {
        let whole = debit.volume <= 0 || debit.volume.checked_neg() == Some(self.volume);
        let found = format_args!("a credit of {} for a debit of {}", self.volume, debit.volume);
        holds(whole, found, &format!("-{}, the whole debit", debit.volume))
            .map_err(|error| error.advise(CREDIT_AS_A_WHOLE))
    }

    fn prove_alike(&self, debit: &DeclaredLine<N, K>) -> Result<(), Error> {
        let found = format_args!("a credit of line {}, which is about something else", debit.number);
        holds(self.about == debit.about, found, "the product, provider, municipality and day of the debit")
    }
}

#[cfg(test)]
mod tests {
    use crate::financing::effort::{DeclaredLine, Ledger};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    /// Lines 1, 2, 3 …: product, volume and credited line.
    fn errors(lines: &[(&str, i64, Option<u64>)]) -> Vec<alloc::string::String> {
        let line = |(number, &(about, volume, credits))| DeclaredLine { number, about, volume, credits };
        let lines: Vec<_> = (1_u64..).zip(lines).map(line).collect();
        Ledger::new(&lines).unwrap_err().all().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_error_is_told_with_its_line() {
        let found = errors(&[
            ("45A04", 10, None),
            ("45A04", -10, None),
            ("45A04", -10, Some(9)),
            ("45A04", -10, Some(5)),
            ("45A04", 10, Some(1)),
            ("45A05", -9, Some(1)),
            ("45A04", -10, Some(1)),
            ("45A04", -10, Some(7)),
            ("45A04", -10, Some(1)),
            ("45A04", 0, None),
            ("45A04", i64::MIN, Some(11)),
        ]);
        let expected = [
            "line 2 (position 1): a volume of -10 without a debit, expected a volume above 0.\n  \
             Credit the line as a whole, by its number, and declare anew.",
            "line 3 (position 2): a credit of line 9, which stands later, expected an earlier debit.",
            "line 4 (position 3): a credit of line 5, which stands later, expected an earlier debit.",
            "line 5 (position 4): a volume of 10 that credits line 1, expected a volume below 0 in a credit, and no debit to \
             credit in a debit.",
            "line 6 (position 5): a credit of -9 for a debit of 10, expected -10, the whole debit.\n  \
             Credit the line as a whole, by its number, and declare anew.",
            "line 6 (position 5): a credit of line 1, which is about something else, expected the product, provider, \
             municipality and day of the debit.",
            "line 8 (position 7): a credit of line 7, which is a credit, expected an earlier debit.\n  \
             A credit stays: declare anew what was credited wrongly.",
            "line 9 (position 8): a second credit of line 1, after line 7, expected one credit for each debit.",
            "line 10 (position 9): a volume of 0, expected a volume that is not 0.\n  Declare no line where nothing was delivered.",
            "line 11 (position 10): a credit of line 11, which is itself, expected an earlier debit.",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_is_that_of_one_line() {
        let line = |number: u8, volume, credits| DeclaredLine { number, about: (), volume, credits };
        let lines = [line(4, 1, None), line(4, 2, None), line(5, -1, Some(4))];
        assert_eq!(
            Ledger::new(&lines).unwrap_err().to_string(),
            "line 4 (position 1): the number of position 0 a second time, expected every number once."
        );
    }
}
