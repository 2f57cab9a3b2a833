//! Says why no table fits the prescribed totals: which rows and columns are in conflict, and by how much.
#![expect(clippy::arithmetic_side_effects, reason = "sums of at most 2^62 entries of at most 65 bits of units")]

use super::balanced::Balanced;
use super::transport::Cut;
use super::{Table, Totals};
use crate::error::{Error, Kind, listed};
use crate::exact::Amount;
use crate::exact::amount::money;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Rows or columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Rows,
    Columns,
}

impl Lines {
    fn across(self) -> Lines {
        match self {
            Lines::Rows => Lines::Columns,
            Lines::Columns => Lines::Rows,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Lines::Rows => "row",
            Lines::Columns => "column",
        }
    }
}

/// What a conflict is told from.
pub(super) struct Conflict<'a> {
    pub(super) table: &'a Table,
    pub(super) totals: &'a Totals<'a>,
    pub(super) balanced: &'a Balanced,
    pub(super) unit: Amount,
}

impl Conflict<'_> {
    /// Every line whose prescribed total is out of reach of its own cells; the plainest conflict there is.
    pub(super) fn of_single_lines(&self) -> Option<Error> {
        let rows = self.totals.rows.into_iter().flatten().enumerate();
        let columns = self.totals.columns.into_iter().flatten().enumerate();
        let out_of_reach: Vec<String> = rows
            .filter_map(|(row, &total)| self.out_of_reach(Lines::Rows, row, total))
            .chain(columns.filter_map(|(column, &total)| self.out_of_reach(Lines::Columns, column, total)))
            .collect();
        let conflict = || self.error(&out_of_reach.join("; "), "totals that the rounded cells can add up to");
        (!out_of_reach.is_empty()).then(conflict)
    }

    /// `row 0 is prescribed as 9.00 but its cells add up to at least 6.00 and at most 8.00`.
    fn out_of_reach(&self, lines: Lines, line: usize, total: Amount) -> Option<String> {
        let across: Vec<usize> = (0..self.count(lines.across())).collect();
        let least = self.sum(lines, &[line], &across, Balanced::floor);
        let most = self.sum(lines, &[line], &across, Balanced::ceiling);
        let cents = i128::from(total.cents());
        let text = || {
            let (name, least, most) = (self.names(lines, &[line]), money(least), money(most));
            format!("{name} is prescribed as {total} but its cells add up to at least {least} and at most {most}")
        };
        (cents < least || most < cents).then(text)
    }

    /// Some lines that together must hold more than the lines across leave room for (a violated cut).
    ///
    /// The lines of the cut need more than they can hold: its rows, less what its columns take. Where the totals that are
    /// not prescribed belong to the cut, the same reads as: the other columns need more than the other rows allow.
    pub(super) fn of_cut(&self, cut: &Cut) -> Error {
        let (rows, columns) = (self.balanced.rows(), self.balanced.columns());
        let with_totals = cut.rows[rows] || cut.columns[columns];
        let chosen = |reached: &[bool], count: usize| -> Vec<usize> {
            (0..count).filter(|&line| reached[line] != with_totals).collect()
        };
        let (rows, columns) = (chosen(&cut.rows, rows), chosen(&cut.columns, columns));
        let (error, short) = if with_totals {
            self.of_lines(Lines::Columns, &columns, &rows)
        } else {
            self.of_lines(Lines::Rows, &rows, &columns)
        };
        assert_eq!(short, cut.short * i128::from(self.unit.cents()), "what the text says is what the cut lacks");
        error
    }

    /// The text of a cut, and by how many cents it is violated.
    fn of_lines(&self, lines: Lines, needing: &[usize], taking: &[usize]) -> (Error, i128) {
        let (bystanders, outside) = (self.others(lines, needing), self.others(lines.across(), taking));
        let need: i128 = needing.iter().map(|&line| self.total(lines, line).0).sum();
        let taken: i128 = taking.iter().map(|&line| self.total(lines.across(), line).1).sum();
        let inside = taken - self.sum(lines, &bystanders, taking, Balanced::floor);
        let beside = self.sum(lines, needing, &outside, Balanced::ceiling);
        let room: Vec<String> = [(inside, taking), (beside, &outside)]
            .into_iter()
            .filter(|(_, across)| !across.is_empty())
            .map(|(room, across)| format!("{} in {}", money(room), self.names(lines.across(), across)))
            .collect();
        let (name, room) = (self.names(lines, needing), listed(&room));
        let found = format!("{name} must hold at least {}, but there is room for only {room}", money(need));
        let short = need - inside - beside;
        let expected = format!("totals that leave room for {} more", money(short));
        (self.error(&found, &expected), short)
    }

    fn others(&self, lines: Lines, some: &[usize]) -> Vec<usize> {
        (0..self.count(lines)).filter(|line| !some.contains(line)).collect()
    }

    fn error(&self, found: &str, expected: &str) -> Error {
        let unit = self.unit;
        Error::new(Kind::TableConflict, found, expected).advise(format!(
            "A cell may only go to the multiple of {unit} just below or just above its exact amount. Change these totals, or leave them free."
        ))
    }

    fn count(&self, lines: Lines) -> usize {
        match lines {
            Lines::Rows => self.balanced.rows(),
            Lines::Columns => self.balanced.columns(),
        }
    }

    /// The least and the most that the total of a line can be, in cents; the balanced table has it with its sign turned.
    fn total(&self, lines: Lines, line: usize) -> (i128, i128) {
        let (row, column) = match lines {
            Lines::Rows => (line, self.balanced.columns()),
            Lines::Columns => (self.balanced.rows(), line),
        };
        let unit = i128::from(self.unit.cents());
        (-self.balanced.ceiling(row, column) * unit, -self.balanced.floor(row, column) * unit)
    }

    /// Adds up the cells where some lines meet some across, in cents.
    fn sum(&self, lines: Lines, some: &[usize], across: &[usize], bound: fn(&Balanced, usize, usize) -> i128) -> i128 {
        let cells = some.iter().flat_map(|&line| across.iter().map(move |&other| (line, other)));
        let units: i128 = cells
            .map(|(line, other)| match lines {
                Lines::Rows => bound(self.balanced, line, other),
                Lines::Columns => bound(self.balanced, other, line),
            })
            .sum();
        units * i128::from(self.unit.cents())
    }

    /// `rows 0 and 2`, or the names that the table gives them.
    fn names(&self, lines: Lines, some: &[usize]) -> String {
        let names = match lines {
            Lines::Rows => &self.table.row_names,
            Lines::Columns => &self.table.column_names,
        };
        let word = lines.word();
        match (some, names) {
            (_, Some(names)) => listed(&some.iter().map(|&line| names[line].clone()).collect::<Vec<_>>()),
            ([one], None) => format!("{word} {one}"),
            (_, None) => format!("{word}s {}", listed(&some.iter().map(usize::to_string).collect::<Vec<_>>())),
        }
    }
}
