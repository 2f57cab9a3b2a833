//! Two-way controlled rounding: worked tables, an oracle that tries every table, and the invariants over random tables.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests compute what they expect freely, and an error where none is expected is a failure"
)]

use taakgericht::exact::{Amount, Ratio, RoundedTable, Table, Totals, Unrounded};
use taakgericht::{Error, Kind};

/// Numbers from a fixed seed: the same on every run.
struct Numbers(fastrand::Rng);

impl Numbers {
    fn seeded(seed: u64) -> Numbers {
        Numbers(fastrand::Rng::with_seed(seed))
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.i64(low..=high)
    }

    fn size(&mut self, low: u64, high: u64) -> usize {
        usize::try_from(self.0.u64(low..=high)).unwrap()
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
        Parts { rows, columns, cells, per_unit }
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
    let (rows, columns) = (prescribed.rows.as_deref().map(euros), prescribed.columns.as_deref().map(euros));
    let totals = Totals { rows: rows.as_deref(), columns: columns.as_deref() };
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
        let mut oracle = Oracle { parts, prescribed, best: None };
        oracle.next(&mut Vec::new());
        oracle.best
    }

    /// Puts the cell away from zero first: then the first of equally good tables is the canonical one.
    fn next(&mut self, cells: &mut Vec<i64>) {
        let width = self.parts.columns;
        if width > 0
            && !cells.is_empty()
            && cells.len().is_multiple_of(width)
            && !self.row_fits(cells, cells.len() / width - 1)
        {
            return;
        }
        let Some(&exact) = self.parts.cells.get(cells.len()) else {
            return self.judge(cells);
        };
        let (down, up) = (exact.div_euclid(self.parts.per_unit), -(-exact).div_euclid(self.parts.per_unit));
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
        let rounded = Parts { cells: cells.to_vec(), ..parts.clone() };
        let (columns, whole) = (rounded.column_totals(), rounded.line(None, None));
        let columns_fit = match &self.prescribed.columns {
            Some(prescribed) => *prescribed == columns,
            None => parts.column_totals().iter().zip(&columns).all(|(&exact, &units)| parts.near(exact, units)),
        };
        let free = self.prescribed.rows.is_none() && self.prescribed.columns.is_none();
        if !columns_fit || (free && !parts.near(parts.line(None, None), whole)) {
            return;
        }
        let pairs = |exact: &[i64], units: &[i64]| -> i64 {
            exact.iter().zip(units).map(|(&exact, &units)| parts.off(exact, units)).sum()
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
            assert_eq!(found.deviation(), Unrounded::from_cents(in_cents), "{parts:?} {prescribed:?}");
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
    assert_eq!(row_sums.into_iter().map(Amount::from_cents).collect::<Vec<_>>(), table.row_totals());
    assert_eq!(column_sums.into_iter().map(Amount::from_cents).collect::<Vec<_>>(), table.column_totals());
}

/// Every table of `rows` × `columns` cells with numerators from `low` to `high`.
fn every_table(rows: usize, columns: usize, per_unit: i64, low: i64, high: i64, mut check: impl FnMut(&Parts)) {
    let mut parts = Parts { rows, columns, cells: vec![low; rows * columns], per_unit };
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
        let table = Table::of_amounts(rows, columns, &exact).unwrap().round(Amount::EURO).unwrap();
        let found = (in_euros(table.cells()), in_euros(table.row_totals()), in_euros(table.column_totals()));
        assert_eq!(found, (cells.to_vec(), row_totals.to_vec(), column_totals.to_vec()), "{cents:?}");
        assert_eq!(table.grand_total(), Amount::from_euros(grand_total).unwrap(), "{cents:?}");
    }
}

/// The streams VWS, AWBZ-jeugd and Zvw of Bedum, De Marne, Winsum and Eemsmond in 2015, in euros.
/// Source: RTA verdeling budgetten Jeugdwet (mei-circulaire 2014).
const BMWE_STREAMS: [i64; 12] = [
    669_748, 802_606, 882_457, 1_050_546, 1_085_683, 1_132_604, 696_879, 1_428_293, 1_289_830, 1_680_110, 1_815_323,
    1_344_851,
];

/// Each number on its own to thousands fails twice: De Marne 1051 + 1086 + 1133 = 3270 beside a total of 3269, and VWS
/// 670 + 1051 + 697 + 1680 = 4098 beside 4097. Taking 1,050,546 down repairs both: 546 off instead of 454.
#[test]
fn the_bmwe_streams_in_thousands_of_euros() {
    let thousand = Amount::from_euros(1_000).unwrap();
    let table = Table::of_amounts(4, 3, &euros(&BMWE_STREAMS)).unwrap().round(thousand).unwrap();
    let thousands =
        |amounts: &[Amount]| -> Vec<i64> { amounts.iter().map(|amount| amount.cents() / 100_000).collect() };
    let cells = [670, 803, 882, 1_050, 1_086, 1_133, 697, 1_428, 1_290, 1_680, 1_815, 1_345];
    assert_eq!(thousands(table.cells()), cells);
    assert_eq!(thousands(table.row_totals()), [2_355, 3_269, 3_415, 4_840]);
    assert_eq!(thousands(table.column_totals()), [4_097, 5_132, 4_650]);
    assert_eq!(thousands(&[table.grand_total()]), [13_879]);
    // Of 12 cells, 4 + 3 totals and the whole, as a search through all 2^12 tables gives it.
    assert_eq!(table.deviation().to_string(), "4876");
}

#[test]
fn a_residue_is_the_exact_amount_less_the_rounded_one() {
    let thousand = Amount::from_euros(1_000).unwrap();
    let table = Table::of_amounts(4, 3, &euros(&BMWE_STREAMS)).unwrap().round(thousand).unwrap();
    let residues = [
        (table.cell(1, 0), "546"),    // 1,050,546 − 1,050,000
        (table.cell(1, 2), "-396"),   // 1,132,604 − 1,133,000
        (table.row(1), "-167"),       // 3,268,833 − 3,269,000
        (table.column(2), "-258"),    // 4,649,742 − 4,650,000
        (Some(table.whole()), "-70"), // 13,878,930 − 13,879,000
    ];
    for (rounded, residue) in residues {
        assert_eq!(rounded.unwrap().residue.to_string(), residue);
    }
    let outside = [table.cell(4, 0), table.cell(0, 3), table.cell(usize::MAX, 2), table.row(4), table.column(3)];
    assert_eq!(outside, [None; 5]);
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
    let mut numbers = Numbers::seeded(1);
    for case in 0..3_000 {
        let (rows, columns) = (numbers.size(1, 4), numbers.size(1, 4));
        let per_unit = [2, 2, 3, 4, 5, 10, 97][case % 7];
        let most = per_unit * numbers.between(1, 3);
        let parts = Parts::random(&mut numbers, rows, columns, per_unit, most);
        assert!(check_against_oracle(&parts, &Prescribed::default()));
    }
}

#[test]
fn long_and_short_tables_are_the_best_and_the_canonical_ones() {
    let mut numbers = Numbers::seeded(7);
    for case in 0..300 {
        let (rows, columns) = [(1, 12), (12, 1), (2, 6), (6, 2), (3, 4)][case % 5];
        let parts = Parts::random(&mut numbers, rows, columns, [2, 3, 100][case % 3], 300);
        assert!(check_against_oracle(&parts, &Prescribed::default()));
    }
}

#[test]
fn prescribed_totals_are_met_or_refused_as_the_oracle_says() {
    let mut numbers = Numbers::seeded(2);
    let mut feasible = 0;
    for case in 0..6_000 {
        let (rows, columns) = (numbers.size(1, 4), numbers.size(1, 4));
        let per_unit = [2, 3, 4, 7][case % 4];
        let parts = Parts::random(&mut numbers, rows, columns, per_unit, 2 * per_unit);
        let prescribed = prescription(&mut numbers, &parts, case);
        feasible += usize::from(check_against_oracle(&parts, &prescribed));
    }
    // Both answers are common, so that neither branch is tested in name only.
    assert!((1_500..4_500).contains(&feasible), "{feasible} of 6000 prescriptions could be met");
}

/// Totals near the exact ones, on one side or on both; on both sides the grand totals are made equal.
fn prescription(numbers: &mut Numbers, parts: &Parts, case: usize) -> Prescribed {
    let mut near = |exact: Vec<i64>| -> Vec<i64> {
        exact
            .iter()
            .map(|exact| exact.div_euclid(parts.per_unit) + numbers.between(0, 1 + i64::from(case.is_multiple_of(3))))
            .collect()
    };
    let rows = near(parts.row_totals());
    let mut columns = near(parts.column_totals());
    match case % 5 {
        0 | 1 => {
            let difference = rows.iter().sum::<i64>() - columns.iter().sum::<i64>();
            let at = case % columns.len();
            columns[at] += difference;
            Prescribed { rows: Some(rows), columns: Some(columns) }
        }
        2 | 3 => Prescribed { rows: Some(rows), columns: None },
        _ => Prescribed { rows: None, columns: Some(columns) },
    }
}

/// Invariant `table_adds_both_ways`, with `within_one_unit`, over tables up to 60 × 60.
#[test]
fn table_adds_both_ways() {
    let mut numbers = Numbers::seeded(3);
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
            let within = exact.iter().zip(in_euros(rounded)).all(|(&exact, units)| parts.near(exact, units));
            assert!(within, "within_one_unit: {parts:?}");
        }
    }
}

/// Mostly small tables, now and then one of 60 × 60; few or many parts, so with and without ties.
fn random_table(numbers: &mut Numbers, case: usize) -> Parts {
    let (least, most) =
        if case.is_multiple_of(100) { (60, 60) } else { (0, [6, 6, 12, 12, 12, 20, 20, 20, 20, 60][case % 10]) };
    let (rows, columns) = (numbers.size(least, most), numbers.size(least, most));
    let per_unit = [2, 3, 10, 100, 1_000, 100_000][case / 10 % 6];
    let largest = [per_unit / 2, per_unit, 40 * per_unit][case / 60 % 3];
    Parts::random(numbers, rows, columns, per_unit, largest)
}

/// Invariant `negative_mirrors_positive`.
#[test]
fn negative_mirrors_positive() {
    let mut numbers = Numbers::seeded(4);
    for case in 0..500 {
        let parts = random_table(&mut numbers, case);
        let opposite = Parts { cells: parts.cells.iter().map(|cell| -cell).collect(), ..parts.clone() };
        let (table, mirror) = (round(&parts, &Prescribed::default()), round(&opposite, &Prescribed::default()));
        let (table, mirror) = (table.unwrap(), mirror.unwrap());
        let mirrored: Vec<i64> = in_euros(mirror.cells()).iter().map(|cell| -cell).collect();
        assert_eq!(in_euros(table.cells()), mirrored, "{parts:?}");
        assert_eq!(table.deviation(), mirror.deviation());
    }
}

/// Another order of rows and columns may break ties otherwise, but the deviation is as small.
#[test]
fn the_deviation_is_free_of_order() {
    let mut numbers = Numbers::seeded(5);
    for case in 0..500 {
        let parts = random_table(&mut numbers, case);
        let (row_order, column_order) = (shuffled(&mut numbers, parts.rows), shuffled(&mut numbers, parts.columns));
        let at = |(row, column): (usize, usize)| parts.cells[row_order[row] * parts.columns + column_order[column]];
        let positions = (0..parts.rows).flat_map(|row| (0..parts.columns).map(move |column| (row, column)));
        let other = Parts { cells: positions.map(at).collect(), ..parts.clone() };
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

/// Every cell ties, so every cell is asked: the first half of each row goes up, until the columns there have enough.
#[test]
fn a_table_of_halves() {
    let parts = Parts { rows: 80, columns: 130, cells: vec![1; 80 * 130], per_unit: 2 };
    let table = round(&parts, &Prescribed::default()).unwrap();
    assert_eq!(in_euros(table.row_totals()), [65; 80]);
    assert_eq!(in_euros(table.column_totals()), [40; 130]);
    for (row, cells) in in_euros(table.cells()).chunks(130).enumerate() {
        let (left, right) = if row < 40 { (1, 0) } else { (0, 1) };
        let halves = (cells[..65].iter().all(|&cell| cell == left), cells[65..].iter().all(|&cell| cell == right));
        assert_eq!(halves, (true, true), "row {row}");
    }
}

/// Fractions of 10^-27 euros: the costs need 128 bits, and the deviation is that of the coarse table beside it.
#[test]
fn fine_fractions_round_like_coarse_ones() {
    let mut numbers = Numbers::seeded(6);
    let scale = 10_i128.pow(26);
    for _ in 0..200 {
        let parts = Parts::random(&mut numbers, 4, 5, 10, 25);
        let fine_cells = parts.cells.iter().enumerate().map(|(at, &cell)| {
            let shift = i128::from(at == 0 && cell % 10 != 0); // one cell is one part off
            Unrounded::from_cents(Ratio::new((i128::from(cell) * scale + shift) * 100, 10 * scale).unwrap())
        });
        let fine = Table::new(4, 5, fine_cells.collect()).unwrap().round(Amount::EURO).unwrap();
        check_sums(&fine, 4, 5);
        let coarse = round(&parts, &Prescribed::default()).unwrap();
        let difference = coarse.deviation().checked_sub(fine.deviation()).unwrap();
        // The cell, its row, its column and the whole: at most 4 parts of 100 / 10^27 cents.
        let most = Ratio::new(400, 10 * scale).unwrap();
        let within = difference.cents().unwrap() <= most && difference.cents().unwrap().checked_neg().unwrap() <= most;
        assert!(within, "{difference} for {parts:?}");
    }
}

/// Every way in which prescribed totals fail, with its exact text: cells and totals in cents, the unit a euro.
#[test]
fn a_conflict_names_the_lines_and_the_difference() {
    type Case<'a> = (usize, &'a [i64], Option<&'a [i64]>, Option<&'a [i64]>, &'a str);
    let cases: [Case<'_>; 7] = [
        (
            2,
            &[150, 250, 350, 450],
            Some(&[600, 800]),
            None,
            "row 0 is prescribed as 6.00 but its cells add up to at least 3.00 and at most 5.00, expected totals that the rounded cells can add up to.",
        ),
        (
            2,
            &[-150, -250, 350, 450],
            Some(&[-600, 700]),
            Some(&[200, -100]),
            "row 0 is prescribed as -6.00 but its cells add up to at least -5.00 and at most -3.00; column 1 is prescribed as -1.00 but its cells add up to at least 1.00 and at most 3.00, expected totals that the rounded cells can add up to.",
        ),
        (
            // Every line is within reach of its own cells, but rows 0 and 1 hold money in columns 0 and 1 only.
            3,
            &[50, 50, 0, 50, 50, 0, 0, 0, 50],
            Some(&[200, 100, 0]),
            Some(&[100, 100, 100]),
            "rows 0 and 1 must hold at least 3.00, but there is room for only 2.00 in columns 0 and 1 and 0.00 in column 2, expected totals that leave room for 1.00 more.",
        ),
        (
            // The column is free, but not to go below the floor of 1.80.
            1,
            &[90, 90],
            Some(&[0, 0]),
            None,
            "column 0 must hold at least 1.00, but there is room for only 0.00 in rows 0 and 1, expected totals that leave room for 1.00 more.",
        ),
        (
            // Nor above the ceiling of 0.20.
            1,
            &[10, 10],
            Some(&[100, 100]),
            None,
            "rows 0 and 1 must hold at least 2.00, but there is room for only 1.00 in column 0, expected totals that leave room for 1.00 more.",
        ),
        (
            // The same with rows and columns exchanged.
            2,
            &[90, 90],
            None,
            Some(&[0, 0]),
            "row 0 must hold at least 1.00, but there is room for only 0.00 in columns 0 and 1, expected totals that leave room for 1.00 more.",
        ),
        (
            2,
            &[10, 10],
            None,
            Some(&[100, 100]),
            "columns 0 and 1 must hold at least 2.00, but there is room for only 1.00 in row 0, expected totals that leave room for 1.00 more.",
        ),
    ];
    for (columns, cells, row_totals, column_totals, found) in cases {
        let error = refusal(columns, cells, row_totals, column_totals);
        let advice = "A cell may only go to the multiple of 1.00 just below or just above its exact amount. Change these totals, or leave them free.";
        assert_eq!(error.to_string(), format!("{found}\n  {advice}"));
        assert_eq!(error.kind(), Kind::TableConflict);
    }
}

fn amounts(cents: &[i64]) -> Vec<Amount> {
    cents.iter().copied().map(Amount::from_cents).collect()
}

/// The error on a table in cents that is to meet totals in cents, in euros.
fn refusal(columns: usize, cells: &[i64], rows: Option<&[i64]>, column_totals: Option<&[i64]>) -> Error {
    let (row_totals, column_totals) = (rows.map(amounts), column_totals.map(amounts));
    let totals = Totals { rows: row_totals.as_deref(), columns: column_totals.as_deref() };
    let table = Table::of_amounts(cells.len() / columns, columns, &amounts(cells)).unwrap();
    table.round_to(Amount::EURO, totals).unwrap_err()
}

#[test]
fn a_conflict_calls_the_lines_by_their_names() {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    let table = Table::of_amounts(2, 1, &amounts(&[10, 10])).unwrap();
    let named = table.with_names(names(&["Bedum", "Winsum"]), names(&["directe zorg"])).unwrap();
    let totals = euros(&[1, 1]);
    let totals = Totals { rows: Some(&totals), columns: None };
    let text = named.round_to(Amount::EURO, totals).unwrap_err().to_string();
    let found = "Bedum and Winsum must hold at least 2.00, but there is room for only 1.00 in directe zorg, expected";
    assert!(text.starts_with(found), "{text}");
    let error = named.with_names(names(&["Bedum"]), names(&["directe zorg"])).unwrap_err();
    assert_eq!(error.to_string(), "1 row name, expected 2, one for each row.");
}

#[test]
fn totals_that_cannot_be_meant_are_refused() {
    let cells = [150, 250, 350, 450];
    let refusals = [
        (
            refusal(2, &cells, Some(&[400, 800]), Some(&[500, 800])),
            Kind::TableConflict,
            "the row totals add up to 12.00 and the column totals to 13.00, expected the same grand total both ways.\n  The columns add up to 1.00 more than the rows.",
        ),
        (
            refusal(2, &cells, Some(&[400, 805]), None),
            Kind::Unit,
            "row 1 is prescribed as 8.05, expected a multiple of 1.00.",
        ),
        (
            refusal(2, &cells, None, Some(&[-501, 800])),
            Kind::Unit,
            "column 0 is prescribed as -5.01, expected a multiple of 1.00.",
        ),
        (refusal(2, &cells, None, Some(&[400])), Kind::Length, "1 column total, expected 2, one for each column."),
        (refusal(2, &cells, Some(&[]), None), Kind::Length, "0 row totals, expected 2, one for each row."),
    ];
    for (error, kind, text) in refusals {
        assert_eq!((error.kind(), error.to_string().as_str()), (kind, text));
    }
}

#[test]
fn a_table_that_is_no_table_is_refused() {
    let errors = [
        (Table::of_amounts(2, 2, &[Amount::CENT]).unwrap_err(), "1 cell, expected a cell for each of 2 × 2."),
        (
            Table::of_amounts(usize::MAX, 2, &[]).unwrap_err(),
            "0 cells, expected a cell for each of 18446744073709551615 × 2.",
        ),
        (
            Table::of_amounts(1, 1, &[Amount::CENT]).unwrap().round(Amount::ZERO).unwrap_err(),
            "a rounding unit of 0.00, expected a unit of at least 0.01.",
        ),
    ];
    for (error, text) in errors {
        assert_eq!(error.to_string(), text);
    }
}

/// Every border is an error, and the last table within it is rounded.
#[test]
fn overflow_is_an_error() {
    let overflow = |cells: Vec<Unrounded>, unit: i64| {
        let rounded = Table::new(1, cells.len(), cells).unwrap().round(Amount::from_cents(unit));
        rounded.map(|table| table.grand_total()).map_err(|error| (error.kind(), error.to_string()))
    };
    let cents = |numerator: i128, denominator: i128| Unrounded::from_cents(Ratio::new(numerator, denominator).unwrap());
    let (most, least) = (i128::from(i64::MAX), i128::from(i64::MIN));
    let range = |what: &str| {
        let text = format!("the {what} does not fit, expected an amount between {} and {}.", Amount::MIN, Amount::MAX);
        Err((Kind::Overflow, text))
    };
    assert_eq!(overflow(vec![cents(most, 1)], 1), Ok(Amount::MAX));
    assert_eq!(overflow(vec![cents(least, 1)], 1), Ok(Amount::MIN));
    assert_eq!(overflow(vec![cents(most, 1)], 5), Ok(Amount::from_cents(i64::MAX - 2))); // …807 to …805
    assert_eq!(overflow(vec![cents(most, 1)], 10), range("rounded cell")); // …807 to …810
    assert_eq!(overflow(vec![cents(most + 1, 1)], 1), range("rounded cell"));
    assert_eq!(overflow(vec![cents(most * 2 + 1, 2)], 1), range("rounded cell")); // a half away from zero
    assert_eq!(overflow(vec![cents(i128::MAX, 1)], 1), range("rounded cell"));
    assert_eq!(overflow(vec![cents(i128::MIN + 1, 1)], i64::MAX), range("rounded cell"));
    assert_eq!(overflow(vec![cents(most, 1), cents(1, 1)], 1), range("row total"));
    assert_eq!(overflow(vec![cents(most, 1), cents(1, 1), cents(-1, 1)], 1), Ok(Amount::MAX));
    let fine = "the common denominator of the cells does not fit, expected fractions of a cent that have a common denominator of at most 127 bits, with room for the sums of the table.\n  Round the cells first, in a step that has a name, for instance to cents.";
    let fine = Err((Kind::Overflow, fine.to_owned()));
    assert_eq!(overflow(vec![cents(1, 10_i128.pow(19)), cents(1, 10_i128.pow(19) + 1)], 100), fine);
    assert_eq!(overflow(vec![cents(1, i128::MAX)], 1), fine);
    // The headroom is 64 times the 2 × 2 entries, the totals among them: 2^127 / 256 = 2^119 parts do not fit, one less does.
    assert_eq!(overflow(vec![cents(1, 1 << 119)], 1), fine);
    assert_eq!(overflow(vec![cents(1, (1 << 119) - 1)], 1), Ok(Amount::ZERO));
}
