//! What if: a member leaves or joins, a cost changes, another model or key.

use super::account::{Account, Accounts};
use super::compare::{Comparison, Entry};
use super::model::Model;
use super::pool::Pool;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Ratio};
use crate::key::Key;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// A change to a pool or to its year.
///
/// Dutch: *wat als*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<P> {
    /// A member leaves and bears its own cost from then on.
    Leaves(P),
    /// Somebody joins, with an account and a weight in the key; until then it bore its own cost.
    Joins {
        /// Who joins.
        member: P,
        /// Its year.
        account: Account,
        /// What it weighs in the key.
        weight: Ratio,
    },
    /// The shared cost of a member is another amount.
    Costs {
        /// Whose cost.
        member: P,
        /// The new cost in the segments that are shared.
        cost: Amount,
    },
    /// The cost is shared by another model.
    Model(Model),
    /// Pots are divided by another key over the same members.
    Key(Key<P>),
}

impl<P: Ord + Clone + Display> Pool<P> {
    /// Settles the year as it is and with changes, carried out one after the other; the variants are `before` and `after`.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Ratio};
    /// use taakgericht::key::Key;
    /// use taakgericht::pool::{Account, Accounts, Change, Model, Pool};
    /// let key = Key::new("equal", ["Bedum", "De Marne", "Winsum"].map(|member| (member, Ratio::ONE)), None)?;
    /// let pool = Pool::new("north", Model::Insurance, key)?;
    /// let cost = |cost| Account { cost: Amount::from_cents(cost), ..Account::default() };
    /// let accounts = Accounts::new([("Bedum", cost(100)), ("De Marne", cost(200)), ("Winsum", cost(600))])?;
    /// let after = pool.what_if(&accounts, &[Change::Leaves("Winsum")])?.variants.remove(1);
    /// assert_eq!(after.borne, [150, 150, 600].map(Amount::from_cents));
    /// assert_eq!(after.effects[2].difference, Amount::from_cents(300));
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `UnknownName` for a change to somebody who is no member; `Duplicate` when a member joins again; `Pool` when a key
    /// has other parties than the members; `ZeroWeights` when nobody with a weight is left; as for [`Pool::settle`].
    pub fn what_if(&self, accounts: &Accounts<P>, changes: &[Change<P>]) -> Result<Comparison<P>, Error> {
        let before = self.settle(accounts)?;
        let mut state = State { pool: self.clone(), accounts: accounts.clone(), left: BTreeMap::new() };
        for change in changes {
            state = state.changed(change).map_err(|error| error.within("what if").within(self.place()))?;
        }
        let after = state.pool.settle(&state.accounts)?;
        let before = Entry { name: "before", settlement: &before, absent: BTreeMap::new() };
        Comparison::new(&[before, Entry { name: "after", settlement: &after, absent: state.left }])
    }
}

/// A pool and its year on the way from before to after.
struct State<P> {
    pool: Pool<P>,
    accounts: Accounts<P>,
    /// Who left, with what it costs.
    left: BTreeMap<P, Amount>,
}

impl<P: Ord + Clone + Display> State<P> {
    fn changed(self, change: &Change<P>) -> Result<State<P>, Error> {
        match change {
            Change::Leaves(member) => self.without(member),
            Change::Joins { member, account, weight } => self.joined(member, account, *weight),
            Change::Costs { member, cost } => self.with_cost(member, *cost),
            Change::Model(model) => Ok(State { pool: self.pool.with_model(*model)?, ..self }),
            Change::Key(key) => self.with_key(key),
        }
    }

    fn position(&self, member: &P) -> Result<usize, Error> {
        let names: Vec<String> = self.pool.members().iter().map(ToString::to_string).collect();
        let unknown = |_| Error::unknown("member", &member.to_string(), names.iter().map(String::as_str));
        self.pool.members().binary_search(member).map_err(unknown)
    }

    fn without(mut self, member: &P) -> Result<State<P>, Error> {
        let position = self.position(member)?;
        let cost = self.accounts.own_costs()?[position];
        self.left.insert(member.clone(), cost);
        let left = |key: &Key<P>| Key::new(key.name(), entries(key).filter(|(other, _)| other != member), None);
        let underspends = self.pool.underspend_key().map(left).transpose()?;
        let pool = self.pool.with_key(left(self.pool.key())?);
        let pool = match underspends {
            Some(key) => pool.with_underspend_key(key)?,
            None => pool,
        };
        let accounts = Accounts::new(self.accounts.entries().filter(|(other, _)| other != member))?;
        Ok(State { pool, accounts, ..self })
    }

    fn joined(mut self, member: &P, account: &Account, weight: Ratio) -> Result<State<P>, Error> {
        if let Some(key) = self.pool.underspend_key() {
            let found = format!("{member} joins without a weight in the key for underspends, \"{}\"", key.name());
            return Err(Error::new(Kind::Pool, found, "a pool with one key")
                .advise("Build the pool with the member in both keys, and compare the two."));
        }
        let with_member = entries(self.pool.key()).chain([(member.clone(), weight)]);
        let key = Key::new(self.pool.key().name(), with_member, None)?;
        let accounts = Accounts::new(self.accounts.entries().chain([(member.clone(), account.clone())]))?;
        self.left.remove(member);
        Ok(State { pool: self.pool.with_key(key), accounts, ..self })
    }

    fn with_cost(self, member: &P, cost: Amount) -> Result<State<P>, Error> {
        self.position(member)?;
        let changed = |(id, account): (P, Account)| {
            let account = if id == *member { Account { cost, ..account } } else { account };
            (id, account)
        };
        Ok(State { accounts: Accounts::new(self.accounts.entries().map(changed))?, ..self })
    }

    fn with_key(self, key: &Key<P>) -> Result<State<P>, Error> {
        if key.parties() != self.pool.members() {
            let found = format!("the key \"{}\" has other parties than the pool", key.name());
            return Err(Error::new(Kind::Pool, found, "a weight for each member, and for nobody else"));
        }
        Ok(State { pool: self.pool.with_key(key.clone()), ..self })
    }
}

fn entries<P: Ord + Clone + Display>(key: &Key<P>) -> impl Iterator<Item = (P, Ratio)> + '_ {
    key.parties().iter().cloned().zip(key.amounts().iter().copied())
}

#[cfg(test)]
mod tests {
    use super::Change;
    use crate::exact::{Amount, Ratio};
    use crate::key::Key;
    use crate::pool::{Account, Accounts, Comparison, Model, Pool};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn account(cents: i64) -> Account {
        Account { cost: Amount::from_cents(cents), ..Account::default() }
    }

    fn key(members: &[&'static str]) -> Key<&'static str> {
        Key::new("equal", members.iter().map(|&member| (member, Ratio::ONE)), None).unwrap()
    }

    fn what_if(changes: &[Change<&'static str>]) -> Result<Comparison<&'static str>, crate::Error> {
        let pool = Pool::new("north", Model::Insurance, key(&["Bedum", "De Marne", "Winsum"])).unwrap();
        let accounts = [("Bedum", account(100)), ("De Marne", account(200)), ("Winsum", account(600))];
        pool.what_if(&Accounts::new(accounts).unwrap(), changes)
    }

    fn cents(amounts: &[Amount]) -> Vec<i64> {
        amounts.iter().map(|amount| amount.cents()).collect()
    }

    #[test]
    fn changes_show_for_every_member() {
        let joins = Change::Joins { member: "Haren", account: account(900), weight: Ratio::integer(3) };
        let costs = || Change::Costs { member: "Winsum", cost: Amount::from_cents(900) };
        type Case<'a> = (&'a [Change<&'static str>], &'a [i64], &'a [i64]);
        let cases: [Case<'_>; 6] = [
            (&[], &[300, 300, 300], &[0, 0, 0]),
            (&[Change::Model(Model::ActualUse)], &[100, 200, 600], &[-200, -100, 300]),
            (&[costs()], &[400, 400, 400], &[100, 100, 100]),
            (&[Change::Leaves("Bedum")], &[100, 400, 400], &[-200, 100, 100]),
            // Haren stands between De Marne and Winsum; before, it bore its own cost.
            (&[joins], &[300, 300, 900, 300], &[0, 0, 0, 0]),
            // What somebody who left costs is what it cost when it left.
            (&[costs(), Change::Leaves("Winsum")], &[150, 150, 900], &[-150, -150, 600]),
        ];
        for (changes, borne, differences) in cases {
            let after = what_if(changes).unwrap().variants.remove(1);
            assert_eq!(cents(&after.borne), borne, "{changes:?}");
            let found: Vec<i64> = after.effects.iter().map(|effect| effect.difference.cents()).collect();
            assert_eq!(found, differences, "{changes:?}");
        }
    }

    #[test]
    fn changes_that_cannot_be_are_errors() {
        let text = |change: Change<&'static str>| what_if(&[change]).unwrap_err().to_string();
        assert_eq!(
            text(Change::Leaves("Haren")),
            "pool \"north\", what if: no member \"Haren\", expected one of \"Bedum\", \"De Marne\", \"Winsum\"."
        );
        assert_eq!(
            text(Change::Joins { member: "Bedum", account: account(1), weight: Ratio::ONE }),
            "pool \"north\", what if, key \"equal\": Bedum stands there twice, expected every party once."
        );
        assert_eq!(
            text(Change::Key(key(&["Bedum"]))),
            "pool \"north\", what if: the key \"equal\" has other parties than the pool, expected a weight for each \
             member, and for nobody else."
        );
        let all = ["Bedum", "De Marne", "Winsum"].map(Change::Leaves);
        assert_eq!(
            what_if(&all).unwrap_err().to_string(),
            "pool \"north\", what if, key \"equal\": 0 weights that add up to zero, expected at least one weight above zero."
        );
    }
}
