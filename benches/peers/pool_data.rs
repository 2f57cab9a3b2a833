//! One year of one pool in plain numbers, as every contestant reads it.

use super::random::Random;

/// Costs, contributions, youths and clients of the members.
pub struct PoolYear {
    pub costs: Vec<i64>,
    pub contributions: Vec<i64>,
    pub youths: Vec<i64>,
    pub clients: Vec<Vec<i64>>,
}

/// The terms that all contestants settle by: shares as fractions of 100, limits in cents.
#[derive(Clone, Copy, Debug)]
pub enum Sharing {
    Insurance,
    Blend { pooled: i64 },
    Corridor { band: i64 },
    StopLoss { threshold: i64, ceded: i64 },
}

pub const SHARINGS: [(&str, Sharing); 4] = [
    ("insurance", Sharing::Insurance),
    ("blend", Sharing::Blend { pooled: 60 }),
    ("corridor", Sharing::Corridor { band: 5 }),
    ("stop-loss", Sharing::StopLoss { threshold: 10_000_000, ceded: 80 }),
];

impl PoolYear {
    /// Members that cost up to ten million euros, with a contribution within a fifth of that, and five clients of up to
    /// 400,000 euros.
    pub fn new(members: usize, seed: u64) -> PoolYear {
        let mut random = Random::new(seed);
        let costs = random.budgets(members, 10_000_000);
        let contributions = costs.iter().map(|&cost| cost * (80 + random.below(41) as i64) / 100).collect();
        let youths = random.youths(members);
        let clients = (0..members).map(|_| random.budgets(5, 400_000)).collect();
        PoolYear { costs, contributions, youths, clients }
    }

    /// What the clients of a member cost above the threshold.
    pub fn above(&self, member: usize, threshold: i64) -> i64 {
        self.clients[member].iter().map(|&client| (client - threshold).max(0)).sum()
    }
}
