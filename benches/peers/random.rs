//! The data of the benches: fixed seeds, so that every run measures the same.

/// A generator with a fixed seed.
pub struct Random(fastrand::Rng);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(fastrand::Rng::with_seed(seed))
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0.u64(..limit)
    }

    /// Numbers of youths of so many municipalities: 500 to 150,500.
    pub fn youths(&mut self, municipalities: usize) -> Vec<i64> {
        (0..municipalities).map(|_| 500 + self.below(150_000) as i64).collect()
    }

    /// Budgets in cents, up to so many euros.
    pub fn budgets(&mut self, count: usize, most_euros: u64) -> Vec<i64> {
        (0..count).map(|_| self.below(most_euros * 100) as i64).collect()
    }
}
