//! Random pools of every model and shape, from a seed.

use super::world::{Terms, WHOLE, Weight, World, Year};
use taakgericht::exact::{Residual, TieRule};
use taakgericht::pool::Netting;

/// Random numbers from a seed.
pub(crate) struct Random(fastrand::Rng);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(fastrand::Rng::with_seed(seed))
    }

    pub(crate) fn below(&mut self, limit: i64) -> i64 {
        self.0.i64(0..limit)
    }

    pub(crate) fn one_in(&mut self, of: i64) -> bool {
        self.below(of) == 0
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        self.0.shuffle(list);
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        self.0.choice(of).copied().unwrap()
    }

    /// A few cents, or up to ten million euros.
    fn size(&mut self) -> i64 {
        self.pick(&[3, 10, 1_000, 100_000_000, 1_000_000_000])
    }

    /// Years of so many members: costs of zero and corrections below zero, contributions of zero, none to four clients.
    pub(crate) fn years(&mut self, members: usize) -> Vec<Year> {
        let size = self.size();
        (0..members).map(|_| self.year(size)).collect()
    }

    fn year(&mut self, size: i64) -> Year {
        let cost = |random: &mut Random| match random.below(6) {
            0 => 0,
            1 => -random.below(size),
            _ => random.below(size),
        };
        let segments = [cost(self), cost(self)];
        let contribution = if self.one_in(8) { 0 } else { self.below(size) };
        let clients = (0..self.below(5)).map(|_| cost(self)).collect();
        Year { segments, contribution, clients }
    }

    /// Weights of which some are zero and some are fractions; at least one is above zero.
    pub(crate) fn key(&mut self, members: usize) -> Vec<Weight> {
        let (size, below) = (self.pick(&[3, 10, 1_000, 150_000]), self.pick(&[1, 1, 2, 3, 12, 13_557]));
        let mut key: Vec<Weight> =
            (0..members).map(|_| (if self.one_in(6) { 0 } else { self.below(size) }, below)).collect();
        let someone = self.0.usize(0..members);
        key[someone].0 += 1;
        key
    }

    fn share(&mut self) -> i64 {
        match self.below(6) {
            0 => 0,
            1 => WHOLE,
            2 => self.below(WHOLE),
            _ => self.below(101) * 1_000,
        }
    }

    pub(crate) fn terms(&mut self) -> Terms {
        match self.below(6) {
            0 => Terms::ActualUse,
            1 => Terms::Insurance,
            2 => Terms::Blend(self.share()),
            3 | 4 => Terms::Corridor(self.share() * self.pick(&[1, 1, 1, 3]), self.pick(&Netting::ALL)),
            _ => self.stop_loss(),
        }
    }

    pub(crate) fn stop_loss(&mut self) -> Terms {
        let size = self.size();
        let threshold = if self.one_in(4) { 0 } else { self.below(size) };
        let ceiling = (!self.one_in(3)).then(|| threshold + self.below(size));
        Terms::StopLoss { threshold, ceded: self.share(), ceiling }
    }

    /// A pool of some members without pools within it.
    fn pool(&mut self, members: Vec<usize>) -> World {
        let terms = self.terms();
        let mut world = World::flat(terms, self.key(members.len()));
        world.members = members;
        if matches!(terms, Terms::Corridor(_, Netting::EachSide)) && self.one_in(2) {
            world.underspend_key = Some(self.key(world.members.len()));
        }
        world.scope = self.pick(&[[true, true], [true, true], [true, false], [false, true], [false, false]]);
        world.levy = if self.one_in(4) { self.below(2_001) - 1_000 } else { 0 };
        world.residual = self.pick(&Residual::ALL);
        world.tie = self.pick(&TieRule::ALL);
        world
    }

    /// A pool of everyone, with pools within it to a depth.
    pub(crate) fn world(&mut self, members: usize, depth: usize) -> World {
        self.nested((0..members).collect(), depth)
    }

    fn nested(&mut self, members: Vec<usize>, depth: usize) -> World {
        let mut world = self.pool(members);
        if depth == 0 {
            return world;
        }
        // Everyone draws a sub-pool, or none: the members of a sub-pool do not stand together.
        let pools = 1 + self.0.usize(0..3);
        let mut groups = vec![Vec::new(); pools + 1];
        for &member in &world.members {
            groups[self.0.usize(0..=pools)].push(member);
        }
        groups.truncate(pools);
        groups.retain(|group| !group.is_empty());
        for group in groups {
            let depth = self.0.usize(0..depth);
            world.inner.push(self.nested(group, depth));
        }
        world
    }
}
