//! What members bring into a pool: their cost, contribution and clients of one year, in columns.

use crate::error::{Error, Kind};
use crate::exact::Amount;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;

/// One year of one member.
///
/// Dutch: *rekening*. The caller spells out every field; `Account::default()` is a year in which nothing happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What the own clients cost in the segments that the pool shares; below zero after corrections.
    pub cost: Amount,
    /// What the own clients cost in other segments: everyone bears this alone.
    pub outside: Amount,
    /// What the member contributes (Dutch: *inleg*); not below zero.
    pub contribution: Amount,
    /// What single clients cost, for a stop-loss; not all cost need be of known clients.
    pub clients: Vec<Amount>,
}

/// One year of all members, in the order of their ids: the same entries give the same columns, in any order of rows.
///
/// Dutch: *rekeningen*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts<P> {
    members: Vec<P>,
    costs: Vec<Amount>,
    outside: Vec<Amount>,
    contributions: Vec<Amount>,
    clients: Clients,
}

/// What clients cost, member after member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clients {
    costs: Vec<Amount>,
    /// For each member the end of its clients in the costs; they begin where those of the member before end.
    ends: Vec<usize>,
}

impl Clients {
    /// The clients of the member at a position.
    pub(super) fn of(&self, member: usize) -> &[Amount] {
        let begin = member.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(member).map_or(&[], |&end| &self.costs[begin..end])
    }

    fn push(&mut self, costs: impl IntoIterator<Item = Amount>) {
        self.costs.extend(costs);
        self.ends.push(self.costs.len());
    }
}

impl<P: Ord + Clone + Display> Accounts<P> {
    /// Puts the accounts in the order of their members.
    ///
    /// # Errors
    /// `Duplicate` when a member stands there twice; `OutOfRange` when a contribution is below zero.
    pub fn new(entries: impl IntoIterator<Item = (P, Account)>) -> Result<Accounts<P>, Error> {
        let mut entries: Vec<(P, Account)> = entries.into_iter().collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut accounts = Accounts::empty();
        for (member, account) in entries {
            accounts.push(member, account)?;
        }
        Ok(accounts)
    }

    const fn empty() -> Accounts<P> {
        Accounts {
            members: Vec::new(),
            costs: Vec::new(),
            outside: Vec::new(),
            contributions: Vec::new(),
            clients: Clients { costs: Vec::new(), ends: Vec::new() },
        }
    }

    /// Adds a member that stands behind all others.
    fn push(&mut self, member: P, account: Account) -> Result<(), Error> {
        if self.members.last() == Some(&member) {
            return Err(Error::new(Kind::Duplicate, format!("{member} stands there twice"), "every member once"));
        }
        if account.contribution < Amount::ZERO {
            let found = format!("a contribution of {}", account.contribution);
            let error = Error::new(Kind::OutOfRange, found, "a contribution of 0 or more");
            return Err(error.within(member.to_string()));
        }
        self.members.push(member);
        self.costs.push(account.cost);
        self.outside.push(account.outside);
        self.contributions.push(account.contribution);
        self.clients.push(account.clients);
        Ok(())
    }

    /// The members, in the order of their ids.
    #[must_use]
    pub fn members(&self) -> &[P] {
        &self.members
    }

    /// What the own clients cost in the segments that are shared, one amount per member.
    #[must_use]
    pub fn costs(&self) -> &[Amount] {
        &self.costs
    }

    /// What the own clients cost in other segments, one amount per member.
    #[must_use]
    pub fn outside(&self) -> &[Amount] {
        &self.outside
    }

    /// What each member contributes.
    #[must_use]
    pub fn contributions(&self) -> &[Amount] {
        &self.contributions
    }

    /// What the clients of the member at a position cost.
    #[must_use]
    pub fn clients(&self, position: usize) -> &[Amount] {
        self.clients.of(position)
    }

    /// What a member costs in all, whether shared or not.
    ///
    /// # Errors
    /// `Overflow` when that is out of range.
    pub fn own_costs(&self) -> Result<Vec<Amount>, Error> {
        self.costs.iter().zip(&self.outside).map(|(cost, outside)| cost.checked_add(*outside)).collect()
    }

    /// The account of the member at a position; an empty one beyond the last.
    #[must_use]
    pub fn account(&self, position: usize) -> Account {
        let of = |column: &[Amount]| column.get(position).copied().unwrap_or_default();
        Account {
            cost: of(&self.costs),
            outside: of(&self.outside),
            contribution: of(&self.contributions),
            clients: self.clients(position).to_vec(),
        }
    }

    /// The members with their accounts.
    pub fn entries(&self) -> impl Iterator<Item = (P, Account)> + '_ {
        self.members.iter().cloned().enumerate().map(|(position, member)| (member, self.account(position)))
    }

    /// The accounts of some members alone.
    ///
    /// # Errors
    /// `Missing` when one of them has no account; `Duplicate` when one stands there twice.
    pub fn only(&self, members: &[P]) -> Result<Accounts<P>, Error> {
        let entry = |member: &P| match self.members.binary_search(member) {
            Ok(position) => Ok((member.clone(), self.account(position))),
            Err(_) => Err(no_account(member)),
        };
        Accounts::new(members.iter().map(entry).collect::<Result<Vec<_>, Error>>()?)
    }

    /// Proves that there is an account for each of `members` (in the order of their ids) and for nobody else.
    pub(super) fn prove_members(&self, members: &[P]) -> Result<(), Error> {
        if self.members == members {
            return Ok(());
        }
        let stranger = self.members.iter().find(|&member| members.binary_search(member).is_err());
        if let Some(stranger) = stranger {
            let names: Vec<alloc::string::String> = members.iter().map(ToString::to_string).collect();
            let names = names.iter().map(alloc::string::String::as_str);
            return Err(Error::unknown("member", &stranger.to_string(), names)
                .advise("Leave its account out, or give it a weight in the key of the pool."));
        }
        let absent = members.iter().find(|&member| self.members.binary_search(member).is_err());
        absent.map_or(Ok(()), |absent| Err(no_account(absent)))
    }

    /// The accounts of some members, added up as the account of one.
    pub(super) fn together(&self, positions: &[usize]) -> Result<Account, Error> {
        let sum = |column: &[Amount]| Amount::sum(&positions.iter().map(|&at| column[at]).collect::<Vec<_>>());
        Ok(Account {
            cost: sum(&self.costs)?,
            outside: sum(&self.outside)?,
            contribution: sum(&self.contributions)?,
            clients: positions.iter().flat_map(|&at| self.clients.of(at)).copied().collect(),
        })
    }
}

fn no_account(member: &impl Display) -> Error {
    Error::new(Kind::Missing, format!("no account of {member}"), "one for every member")
        .advise("A member without any cost has an account of zeros.")
}

#[cfg(test)]
mod tests {
    use super::{Account, Accounts};
    use crate::exact::Amount;
    use alloc::string::ToString;
    use alloc::vec;

    fn account(cents: i64) -> Account {
        Account { cost: Amount::from_cents(cents), clients: vec![Amount::CENT; 2], ..Account::default() }
    }

    #[test]
    fn accounts_stand_in_the_order_of_ids() {
        let accounts = Accounts::new([("Winsum", account(3)), ("Bedum", account(1))]).unwrap();
        assert_eq!(accounts.members(), ["Bedum", "Winsum"]);
        assert_eq!(accounts.costs(), [1, 3].map(Amount::from_cents));
        assert_eq!(accounts.clients(1), [Amount::CENT; 2]);
        assert_eq!(accounts.clients(2), []);
        assert_eq!(Accounts::new(accounts.entries()), Ok(accounts));
    }

    #[test]
    fn wrong_accounts_are_errors() {
        let twice = Accounts::new([("Bedum", account(1)), ("Bedum", account(2))]).unwrap_err().to_string();
        assert_eq!(twice, "Bedum stands there twice, expected every member once.");
        let negative = Account { contribution: Amount::from_cents(-1), ..Account::default() };
        let negative = Accounts::new([("Bedum", negative)]).unwrap_err().to_string();
        assert_eq!(negative, "Bedum: a contribution of -0.01, expected a contribution of 0 or more.");
        let accounts = Accounts::new([("Bedum", account(1))]).unwrap();
        let text = |members: &[&'static str]| accounts.prove_members(members).unwrap_err().to_string();
        assert_eq!(
            text(&["Eemsmond"]),
            "no member \"Bedum\", expected one of \"Eemsmond\".\n  \
             Leave its account out, or give it a weight in the key of the pool."
        );
        assert_eq!(
            text(&["Bedum", "Winsum"]),
            "no account of Winsum, expected one for every member.\n  \
             A member without any cost has an account of zeros."
        );
    }
}
