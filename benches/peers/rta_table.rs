//! RTA years by hand, as fast as they get: the sum of the lines is known to the compiler, and a table holds the parts of
//! every residue.

/// The lines of one year.
pub struct Year<const SUM: u64, const LINES: usize> {
    weights: [i64; LINES],
    /// By residue: the parts.
    table: Vec<[i64; LINES]>,
}

impl<const SUM: u64, const LINES: usize> Year<SUM, LINES> {
    /// `divide` fills a row of the table.
    pub fn new(weights: [i64; LINES], divide: impl Fn(i64) -> [i64; LINES]) -> Self {
        let table = (0..SUM as i64).map(divide).collect();
        Year { weights, table }
    }

    /// Divides every budget (of zero or more) into a row of lines.
    pub fn divide(&self, budgets: &[i64], parts: &mut [[i64; LINES]]) {
        for (&budget, parts) in budgets.iter().zip(parts) {
            let (quotient, residue) = (budget as u64 / SUM, budget as u64 % SUM);
            let extra = &self.table[residue as usize];
            for line in 0..LINES {
                parts[line] = quotient as i64 * self.weights[line] + extra[line];
            }
        }
    }
}
