//! The data of the benches: fixed seeds, so that every run measures the same.

/// The splitmix64 generator (Steele, Lea and Flood 2014).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
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
