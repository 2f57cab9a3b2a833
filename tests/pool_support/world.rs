//! A pool in plain numbers, and the same pool as the crate takes it.

use rust_decimal::Decimal;
use taakgericht::Error;
use taakgericht::exact::{Amount, Percent, Ratio, Residual, TieRule};
use taakgericht::key::Key;
use taakgericht::pool::{Account, Accounts, AsGiven, Corridor, Model, Nest, Netting, Pool, Settlement, StopLoss};
use taakgericht::trace::Trace;

/// One year of one member, in cents. A pool shares both segments, or one of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Year {
    pub(crate) segments: [i64; 2],
    pub(crate) contribution: i64,
    pub(crate) clients: Vec<i64>,
}

/// The terms of a model; shares are in thousandths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Terms {
    ActualUse,
    Insurance,
    Blend(i64),
    Corridor(i64, Netting),
    StopLoss { threshold: i64, ceded: i64, ceiling: Option<i64> },
}

/// The whole, in the thousandths of a percent of [`Terms`].
pub(crate) const WHOLE: i64 = 100_000;

/// A weight as a fraction.
pub(crate) type Weight = (i64, i64);

/// A pool with all that lies within it. Members are positions in the list of years.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) members: Vec<usize>,
    pub(crate) terms: Terms,
    /// Which segments are shared.
    pub(crate) scope: [bool; 2],
    /// What each member weighs.
    pub(crate) key: Vec<Weight>,
    pub(crate) underspend_key: Option<Vec<Weight>>,
    pub(crate) levy: i64,
    pub(crate) residual: Residual,
    pub(crate) tie: TieRule,
    pub(crate) inner: Vec<World>,
}

impl World {
    /// All members share everything, ties go to the first.
    pub(crate) fn flat(terms: Terms, key: Vec<Weight>) -> World {
        World {
            members: (0..key.len()).collect(),
            terms,
            scope: [true; 2],
            key,
            underspend_key: None,
            levy: 0,
            residual: Residual::default(),
            tie: TieRule::default(),
            inner: Vec::new(),
        }
    }

    /// Changes this pool and all within it.
    pub(crate) fn change(&mut self, change: &impl Fn(&mut World)) {
        change(self);
        self.inner.iter_mut().for_each(|inner| inner.change(change));
    }

    /// The levies of this pool and of all within it.
    pub(crate) fn levies(&self) -> i64 {
        self.levy + self.inner.iter().map(World::levies).sum::<i64>()
    }

    /// What a member brings into this pool: what is shared, and what is not.
    pub(crate) fn shared_and_outside(&self, year: &Year) -> (i64, i64) {
        let cost = |wanted: bool| {
            let segments = year.segments.iter().zip(self.scope);
            segments.filter(|(_, shared)| *shared == wanted).map(|(cost, _)| cost).sum()
        };
        (cost(true), cost(false))
    }

    pub(crate) fn model(&self) -> Model {
        match self.terms {
            Terms::ActualUse => Model::ActualUse,
            Terms::Insurance => Model::Insurance,
            Terms::Blend(pooled) => Model::Blend { pooled: percent(pooled) },
            Terms::Corridor(band, netting) => Model::Corridor(Corridor { band: percent(band), netting }),
            Terms::StopLoss { threshold, ceded, ceiling } => Model::StopLoss(StopLoss {
                threshold_per_client: Amount::from_cents(threshold),
                ceded_share: percent(ceded),
                ceiling_per_client: ceiling.map(Amount::from_cents),
            }),
        }
    }

    fn key_of(&self, name: &str, weights: &[Weight]) -> Key<usize> {
        let ratio = |&(above, below): &Weight| Ratio::new(above.into(), below.into()).unwrap();
        Key::new(name, self.members.iter().copied().zip(weights.iter().map(ratio)), None).unwrap()
    }

    pub(crate) fn pool(&self, name: &str) -> Pool<usize> {
        let pool = Pool::new(name, self.model(), self.key_of("key", &self.key)).unwrap();
        let pool = pool.placed_by(self.residual, self.tie).with_levy(Amount::from_cents(self.levy));
        match &self.underspend_key {
            Some(weights) => pool.with_underspend_key(self.key_of("underspends", weights)).unwrap(),
            None => pool,
        }
    }

    /// The pools of the tree, each with its name and that of the pool around it.
    pub(crate) fn pools(&self, name: &str, outer: Option<&str>) -> Vec<(Pool<usize>, Option<String>)> {
        let mut pools = vec![(self.pool(name), outer.map(ToString::to_string))];
        for (position, inner) in self.inner.iter().enumerate() {
            pools.extend(inner.pools(&format!("{name}.{position}"), Some(name)));
        }
        pools
    }

    /// The pool of a name such as `0.2.1`.
    fn named(&self, name: &str) -> &World {
        let way = name.split('.').skip(1).map(|position| position.parse::<usize>().unwrap());
        way.fold(self, |pool, position| &pool.inner[position])
    }

    pub(crate) fn accounts(&self, years: &[Year]) -> Accounts<usize> {
        Accounts::new(self.members.iter().map(|&member| (member, self.account(&years[member])))).unwrap()
    }

    pub(crate) fn account(&self, year: &Year) -> Account {
        let (cost, outside) = self.shared_and_outside(year);
        Account {
            cost: Amount::from_cents(cost),
            outside: Amount::from_cents(outside),
            contribution: Amount::from_cents(year.contribution),
            clients: year.clients.iter().copied().map(Amount::from_cents).collect(),
        }
    }

    /// What the crate makes of it.
    pub(crate) fn settle(&self, years: &[Year]) -> Result<Settlement<usize>, Error> {
        if self.inner.is_empty() {
            return self.pool("0").settle(&self.accounts(years));
        }
        Nest::new(self.pools("0", None)).unwrap().settle(|pool| Ok(self.named(pool.name()).accounts(years)))
    }

    /// How the crate explains what a member bears.
    pub(crate) fn explain(&self, years: &[Year], member: usize) -> Result<Trace, Error> {
        let nest = Nest::new(self.pools("0", None)).unwrap();
        nest.explain(|pool| Ok(self.named(pool.name()).accounts(years)), &member, &AsGiven)
    }
}

pub(crate) fn percent(thousandths: i64) -> Percent {
    Percent::new(Decimal::new(thousandths, 3)).unwrap()
}
