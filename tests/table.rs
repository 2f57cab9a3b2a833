//! Two-way controlled rounding: worked tables, an oracle that tries every table, and the invariants over random tables.
#![allow(clippy::arithmetic_side_effects, reason = "tests compute what they expect freely")]

use taakgericht::exact::{Amount, Ratio, RoundedTable, Table, Totals, Unrounded};
use taakgericht::{Error, Kind};

/// The same numbers on every run and every platform (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(u64::try_from(high - low + 1).unwrap())).unwrap()
    }

    fn size(&mut self, low: u64, high: u64) -> usize {
        usize::try_from(low + self.below(high - low + 1)).unwrap()
    }
}

/// A table in whole parts of a unit: the cell 7 in quarters is 1.75 units. The unit is a euro.
#[derive(Clone, Debug)]
struct Parts {
    rows: usize,
    columns: usize,
    cells: Vec<i64>,
    per_unit: i64,
}

impl Parts {
    fn random(numbers: &mut Numbers, rows: usize, columns: usize, per_unit: i64, most: i64) -> Parts {
        let cells = (0..rows * columns).map(|_| numbers.between(-most, most)).collect();
        Parts {
            rows,
            columns,
            cells,
            per_unit,
        }
    }

    fn table(&self) -> Table {
        let cents = |&cell: &i64| Ratio::new(i128::from(cell) * 100, self.per_unit.into()).unwrap();
        let cells = self.cells.iter().map(cents).map(Unrounded::from_cents).collect();
        Table::new(self.rows, self.columns, cells).unwrap()
    }

    fn line(&self, row: Option<usize>, column: Option<usize>) -> i64 {
        let here = |at: &usize| {
            row.is_none_or(|row| at / self.columns == row) && column.is_none_or(|column| at % self.columns == column)
        };
        (0..self.cells.len()).filter(here).map(|at| self.cells[at]).sum()
    }

    fn row_totals(&self) -> Vec<i64> {
        (0..self.rows).map(|row| self.line(Some(row), None)).collect()
    }

    fn column_totals(&self) -> Vec<i64> {
        (0..self.columns).map(|column| self.line(None, Some(column))).collect()
    }

    /// How far a number of units lies from an exact number of parts.
    fn off(&self, exact: i64, units: i64) -> i64 {
        (exact - units * self.per_unit).abs()
    }

    /// Whether a number of units is the floor or the ceiling of an exact number of parts.
    fn near(&self, exact: i64, units: i64) -> bool {
        self.off(exact, units) < self.per_unit
    }
}

/// Prescribed totals in units.
#[derive(Clone, Debug, Default)]
struct Prescribed {
    rows: Option<Vec<i64>>,
    columns: Option<Vec<i64>>,
}

fn euros(units: &[i64]) -> Vec<Amount> {
    units.iter().map(|&euros| Amount::from_euros(euros).unwrap()).collect()
}

fn in_euros(amounts: &[Amount]) -> Vec<i64> {
    amounts.iter().map(|amount| amount.cents() / 100).collect()
}

fn round(parts: &Parts, prescribed: &Prescribed) -> Result<RoundedTable, Error> {
    let (rows, columns) = (
        prescribed.rows.as_deref().map(euros),
        prescribed.columns.as_deref().map(euros),
    );
    let totals = Totals {
        rows: rows.as_deref(),
        columns: columns.as_deref(),
    };
    parts.table().round_to(Amount::EURO, totals)
}

/// Tries every table of floors and ceilings: the smallest deviation in parts and, of those, the canonical cells.
struct Oracle<'a> {
    parts: &'a Parts,
    prescribed: &'a Prescribed,
    best: Option<(i64, Vec<i64>)>,
}

impl Oracle<'_> {
    fn answer(parts: &Parts, prescribed: &Prescribed) -> Option<(i64, Vec<i64>)> {
        let mut oracle = Oracle {
            parts,
            prescribed,
            best: None,
        };
        oracle.next(&mut Vec::new());
        oracle.best
    }

    /// Puts the cell away from zero first: then the first of equally good tables is the canonical one.
    fn next(&mut self, cells: &mut Vec<i64>) {
        let width = self.parts.columns;
        if width > 0 && !cells.is_empty() && cells.len() % width == 0 && !self.row_fits(cells, cells.len() / width - 1)
        {
            return;
        }
        let Some(&exact) = self.parts.cells.get(cells.len()) else {
            return self.judge(cells);
        };
        let (down, up) = (
            exact.div_euclid(self.parts.per_unit),
            -(-exact).div_euclid(self.parts.per_unit),
        );
        let choices = if exact > 0 { [up, down] } else { [down, up] };
        for &choice in if up == down { &choices[..1] } else { &choices[..] } {
            cells.push(choice);
            self.next(cells);
            cells.pop();
        }
    }

    fn row_fits(&self, cells: &[i64], row: usize) -> bool {
        let total = cells[row * self.parts.columns..].iter().sum();
        match &self.prescribed.rows {
            Some(rows) => rows[row] == total,
            None => self.parts.near(self.parts.line(Some(row), None), total),
        }
    }

    fn judge(&mut self, cells: &[i64]) {
        let parts = self.parts;
        let rounded = Parts {
            cells: cells.to_vec(),
            ..parts.clone()
        };
        let (columns, whole) = (rounded.column_totals(), rounded.line(None, None));
        let columns_fit = match &self.prescribed.columns {
            Some(prescribed) => *prescribed == columns,
            None => parts
                .column_totals()
                .iter()
                .zip(&columns)
                .all(|(&exact, &units)| parts.near(exact, units)),
        };
        let free = self.prescribed.rows.is_none() && self.prescribed.columns.is_none();
        if !columns_fit || (free && !parts.near(parts.line(None, None), whole)) {
            return;
        }
        let pairs = |exact: &[i64], units: &[i64]| -> i64 {
            exact
                .iter()
                .zip(units)
                .map(|(&exact, &units)| parts.off(exact, units))
                .sum()
        };
        let deviation = pairs(&parts.cells, cells)
            + pairs(&parts.row_totals(), &rounded.row_totals())
            + pairs(&parts.column_totals(), &columns)
            + parts.off(parts.line(None, None), whole);
        if self.best.as_ref().is_none_or(|(least, _)| deviation < *least) {
            self.best = Some((deviation, cells.to_vec()));
        }
    }
}

/// Compares the table with the oracle's: the deviation, and every cell.
fn check_against_oracle(parts: &Parts, prescribed: &Prescribed) -> bool {
    let expected = Oracle::answer(parts, prescribed);
    match (round(parts, prescribed), &expected) {
        (Ok(found), Some((deviation, cells))) => {
            let in_cents = Ratio::new(i128::from(*deviation) * 100, parts.per_unit.into()).unwrap();
            assert_eq!(
                found.deviation(),
                Unrounded::from_cents(in_cents),
                "{parts:?} {prescribed:?}"
            );
            assert_eq!(in_euros(found.cells()), *cells, "{parts:?} {prescribed:?}");
            check_sums(&found, parts.rows, parts.columns);
        }
        (Err(error), None) => assert_eq!(error.kind(), Kind::TableConflict, "{error} {parts:?} {prescribed:?}"),
        (found, _) => panic!("found {found:?}, expected {expected:?} for {parts:?} {prescribed:?}"),
    }
    expected.is_some()
}

/// `table_adds_both_ways`, added up again here.
fn check_sums(table: &RoundedTable, rows: usize, columns: usize) {
    let mut row_sums = vec![0; rows];
    let mut column_sums = vec![0; columns];
    for (at, cell) in table.cells().iter().enumerate() {
        row_sums[at / columns] += cell.cents();
        column_sums[at % columns] += cell.cents();
    }
    assert_eq!(row_sums.iter().sum::<i64>(), table.grand_total().cents());
    assert_eq!(
        row_sums.into_iter().map(Amount::from_cents).collect::<Vec<_>>(),
        table.row_totals()
    );
    assert_eq!(
        column_sums.into_iter().map(Amount::from_cents).collect::<Vec<_>>(),
        table.column_totals()
    );
}

/// Every table of `rows` × `columns` cells with numerators from `low` to `high`.
fn every_table(rows: usize, columns: usize, per_unit: i64, low: i64, high: i64, mut check: impl FnMut(&Parts)) {
    let mut parts = Parts {
        rows,
        columns,
        cells: vec![low; rows * columns],
        per_unit,
    };
    loop {
        check(&parts);
        let Some(next) = parts.cells.iter().position(|&cell| cell < high) else {
            return;
        };
        parts.cells[..next].fill(low);
        parts.cells[next] += 1;
    }
}

#[test]
fn worked_tables() {
    // Cells in cents, shown in euros: the expected cells, row totals, column totals and grand total.
    type Case<'a> = (usize, usize, &'a [i64], &'a [i64], &'a [i64], &'a [i64], i64);
    let cases: [Case<'_>; 8] = [
        (1, 3, &[33, 33, 34], &[0, 0, 1], &[1], &[0, 0, 1], 1), // one row: the largest remainder gets the euro
        (1, 3, &[50, 50, 100], &[1, 0, 1], &[2], &[1, 0, 1], 2), // a tie: the first in the declared order
        (1, 3, &[-50, -50, -100], &[-1, 0, -1], &[-2], &[-1, 0, -1], -2), // and its mirror
        (2, 2, &[50, 50, 50, 50], &[1, 0, 0, 1], &[1, 1], &[1, 1], 2), // all halves: the first cell goes up
        (2, 2, &[50, -50, -50, 50], &[1, -1, -1, 1], &[0, 0], &[0, 0], 0), // cells of both signs
        (2, 2, &[100, 200, 300, 400], &[1, 2, 3, 4], &[3, 7], &[4, 6], 10), // multiples stay what they are
        (3, 0, &[], &[], &[0, 0, 0], &[], 0),                   // no columns
        (0, 2, &[], &[], &[], &[0, 0], 0),                      // no rows
    ];
    for (rows, columns, cents, cells, row_totals, column_totals, grand_total) in cases {
        let exact: Vec<Amount> = cents.iter().copied().map(Amount::from_cents).collect();
        let table = Table::of_amounts(rows, columns, &exact)
            .unwrap()
            .round(Amount::EURO)
            .unwrap();
        let found = (
            in_euros(table.cells()),
            in_euros(table.row_totals()),
            in_euros(table.column_totals()),
        );
        assert_eq!(
            found,
            (cells.to_vec(), row_totals.to_vec(), column_totals.to_vec()),
            "{cents:?}"
        );
        assert_eq!(
            table.grand_total(),
            Amount::from_euros(grand_total).unwrap(),
            "{cents:?}"
        );
    }
}

#[test]
fn the_bmwe_streams_in_thousands_of_euros() {
    // VWS, AWBZ-jeugd and Zvw of Bedum, De Marne, Winsum and Eemsmond in 2015, in euros.
    // Each number on its own to thousands would give rows that are off; here all of them add up.
    let budget = [1_000_500, 700_500, 653_812, 1_400_499, 900_501, 1_000_000];
    let cells: Vec<Amount> = budget
        .iter()
        .map(|&amount| Amount::from_euros(amount).unwrap())
        .collect();
    let thousand = Amount::from_euros(1_000).unwrap();
    let table = Table::of_amounts(2, 3, &cells).unwrap().round(thousand).unwrap();
    let thousands: Vec<i64> = table.cells().iter().map(|cell| cell.cents() / 100_000).collect();
    assert_eq!(thousands, [1_001, 700, 654, 1_400, 901, 1_000]);
    assert_eq!(table.cell(0, 1).unwrap().residue.to_string(), "500");
    assert_eq!(table.row(0).unwrap().residue.to_string(), "-188");
    assert_eq!(table.column(1).unwrap().residue.to_string(), "1");
    assert_eq!(table.whole().residue.to_string(), "-188");
    assert_eq!(table.deviation().to_string(), "3376");
    assert_eq!(
        (table.cell(2, 0), table.cell(0, 3), table.row(2), table.column(3)),
        (None, None, None, None)
    );
}

#[test]
fn every_small_table_is_the_best_and_the_canonical_one() {
    let free = Prescribed::default();
    every_table(2, 2, 4, -4, 4, |parts| assert!(check_against_oracle(parts, &free)));
    every_table(2, 3, 3, -2, 2, |parts| assert!(check_against_oracle(parts, &free)));
    every_table(3, 3, 2, 0, 1, |parts| assert!(check_against_oracle(parts, &free)));
    every_table(3, 3, 2, -1, 0, |parts| assert!(check_against_oracle(parts, &free)));
}

#[test]
fn random_tables_up_to_four_by_four_are_the_best_and_the_canonical_ones() {
    let mut numbers = Numbers(1);
    for case in 0..3_000 {
        let (rows, columns) = (numbers.size(1, 4), numbers.size(1, 4));
        let per_unit = [2, 2, 3, 4, 5, 10, 97][case % 7];
        let most = per_unit * numbers.between(1, 3);
        let parts = Parts::random(&mut numbers, rows, columns, per_unit, most);
        assert!(check_against_oracle(&parts, &Prescribed::default()));
    }
}

#[test]
fn prescribed_totals_are_met_or_refused_as_the_oracle_says() {
    let mut numbers = Numbers(2);
    let mut feasible = 0;
    for case in 0..6_000 {
        let (rows, columns) = (numbers.size(1, 4), numbers.size(1, 4));
        let per_unit = [2, 3, 4, 7][case % 4];
        let parts = Parts::random(&mut numbers, rows, columns, per_unit, 2 * per_unit);
        let prescribed = prescription(&mut numbers, &parts, case);
        feasible += usize::from(check_against_oracle(&parts, &prescribed));
    }
    // Both answers are common, so that neither branch is tested in name only.
    assert!(
        (1_500..4_500).contains(&feasible),
        "{feasible} of 6000 prescriptions could be met"
    );
}

/// Totals near the exact ones, on one side or on both; on both sides the grand totals are made equal.
fn prescription(numbers: &mut Numbers, parts: &Parts, case: usize) -> Prescribed {
    let mut near = |exact: Vec<i64>| -> Vec<i64> {
        exact
            .iter()
            .map(|exact| exact.div_euclid(parts.per_unit) + numbers.between(0, 1 + i64::from(case % 3 == 0)))
            .collect()
    };
    let rows = near(parts.row_totals());
    let mut columns = near(parts.column_totals());
    match case % 5 {
        0 | 1 => {
            let difference = rows.iter().sum::<i64>() - columns.iter().sum::<i64>();
            let at = case % columns.len();
            columns[at] += difference;
            Prescribed {
                rows: Some(rows),
                columns: Some(columns),
            }
        }
        2 | 3 => Prescribed {
            rows: Some(rows),
            columns: None,
        },
        _ => Prescribed {
            rows: None,
            columns: Some(columns),
        },
    }
}

/// Invariant `table_adds_both_ways`, with `within_one_unit`, over tables up to 60 × 60.
#[test]
fn table_adds_both_ways() {
    let mut numbers = Numbers(3);
    for case in 0..10_000 {
        let parts = random_table(&mut numbers, case);
        let table = round(&parts, &Prescribed::default()).unwrap();
        check_sums(&table, parts.rows, parts.columns);
        let pairs = [
            (parts.cells.clone(), table.cells()),
            (parts.row_totals(), table.row_totals()),
            (parts.column_totals(), table.column_totals()),
            (vec![parts.line(None, None)], &[table.grand_total()]),
        ];
        for (exact, rounded) in pairs {
            let within = exact
                .iter()
                .zip(in_euros(rounded))
                .all(|(&exact, units)| parts.near(exact, units));
            assert!(within, "within_one_unit: {parts:?}");
        }
    }
}

/// Mostly small tables, now and then one of 60 × 60; few or many parts, so with and without ties.
fn random_table(numbers: &mut Numbers, case: usize) -> Parts {
    let largest = [6, 6, 12, 12, 12, 20, 20, 20, 20, 60][case % 10];
    let (rows, columns) = (numbers.size(0, largest), numbers.size(0, largest));
    let per_unit = [2, 3, 10, 100, 1_000, 100_000][case % 6];
    let most = [per_unit / 2, per_unit, 40 * per_unit][case % 3];
    Parts::random(numbers, rows, columns, per_unit, most)
}

/// Invariant `negative_mirrors_positive`.
#[test]
fn negative_mirrors_positive() {
    let mut numbers = Numbers(4);
    for case in 0..500 {
        let parts = random_table(&mut numbers, case);
        let opposite = Parts {
            cells: parts.cells.iter().map(|cell| -cell).collect(),
            ..parts.clone()
        };
        let (table, mirror) = (
            round(&parts, &Prescribed::default()),
            round(&opposite, &Prescribed::default()),
        );
        let (table, mirror) = (table.unwrap(), mirror.unwrap());
        let mirrored: Vec<i64> = in_euros(mirror.cells()).iter().map(|cell| -cell).collect();
        assert_eq!(in_euros(table.cells()), mirrored, "{parts:?}");
        assert_eq!(table.deviation(), mirror.deviation());
    }
}

/// Another order of rows and columns may break ties otherwise, but the deviation is as small.
#[test]
fn the_deviation_is_free_of_order() {
    let mut numbers = Numbers(5);
    for case in 0..500 {
        let parts = random_table(&mut numbers, case);
        let (row_order, column_order) = (
            shuffled(&mut numbers, parts.rows),
            shuffled(&mut numbers, parts.columns),
        );
        let at = |(row, column): (usize, usize)| parts.cells[row_order[row] * parts.columns + column_order[column]];
        let positions = (0..parts.rows).flat_map(|row| (0..parts.columns).map(move |column| (row, column)));
        let other = Parts {
            cells: positions.map(at).collect(),
            ..parts.clone()
        };
        let deviation = |parts: &Parts| round(parts, &Prescribed::default()).unwrap().deviation();
        assert_eq!(deviation(&parts), deviation(&other), "{parts:?}");
    }
}

fn shuffled(numbers: &mut Numbers, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, numbers.size(0, u64::try_from(last).unwrap()));
    }
    order
}

/// Every cell ties, so every cell is asked: the first half of each row goes up where it can.
#[test]
fn a_table_of_halves() {
    let parts = Parts {
        rows: 40,
        columns: 60,
        cells: vec![1; 2_400],
        per_unit: 2,
    };
    let table = round(&parts, &Prescribed::default()).unwrap();
    assert_eq!(in_euros(table.row_totals()), [30; 40]);
    assert_eq!(in_euros(table.column_totals()), [20; 60]);
    for (row, cells) in in_euros(table.cells()).chunks(60).enumerate() {
        let left = if row < 20 { 1 } else { 0 };
        assert!(
            cells[..30].iter().all(|&cell| cell == left) && cells[30..].iter().all(|&cell| cell == 1 - left),
            "row {row}"
        );
    }
}

/// Costs beyond 64 bits take the same way in 128 bits: the same table, finely divided.
#[test]
fn fine_fractions_round_like_coarse_ones() {
    let mut numbers = Numbers(6);
    for _ in 0..200 {
        let coarse = Parts::random(&mut numbers, 4, 5, 10, 25);
        let fine_cells = coarse.cells.iter().enumerate().map(|(at, &cell)| {
            // One cell lies 1 part in 10^27 off, so that the costs cannot be reduced to small numbers.
            let scale = 10_i128.pow(26);
            let shift = if at == 0 && cell % 10 != 0 { 1 } else { 0 };
            Unrounded::from_cents(Ratio::new((i128::from(cell) * scale + shift) * 100, 10 * scale).unwrap())
        });
        let fine = Table::new(4, 5, fine_cells.collect())
            .unwrap()
            .round(Amount::EURO)
            .unwrap();
        check_sums(&fine, 4, 5);
        let coarse = round(&coarse, &Prescribed::default()).unwrap();
        let (coarse, fine) = (coarse.deviation().cents(), fine.deviation().cents());
        let difference = coarse.checked_sub(fine).unwrap().numerator().abs();
        assert!(difference < 10, "{coarse} against {fine}");
    }
}
