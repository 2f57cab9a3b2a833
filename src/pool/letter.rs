//! What stands in the settlement letter to one member: figures and names, no sentences.

use crate::error::{Error, Kind};
use crate::exact::{Amount, Unrounded, money};
use crate::period::Year;
use crate::pool::column::difference;
use crate::pool::model::Model;
use crate::pool::rounds::RoundKind;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The figures of a settlement letter for one member.
///
/// Dutch: *afrekeningsbrief*. All amounts are cents of the pool year; [`Letter::prove`] proves that they fit each other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Letter<P> {
    /// To whom.
    pub member: P,
    /// Which pool.
    pub pool: String,
    /// The year that is settled.
    pub year: Year,
    /// Provisional, final or prior-year.
    pub kind: RoundKind,
    /// The year in whose accounts the balance stands.
    pub booked: Year,
    /// What the member put in by budget (Dutch: *inleg*).
    pub contribution: Amount,
    /// What its own clients cost.
    pub own_cost: Amount,
    /// Of that, what the pool shares. A memo: it lies inside the own cost.
    pub shared_cost: Amount,
    /// What it bears in all: of the cost of the pool, and of what goes into a reserve.
    pub borne: Amount,
    /// What it bears less its own cost; positive: it pays for others.
    pub transfer: Amount,
    /// Of what it bears, its part of what goes into the reserve, before rounding; below zero: of what the reserve pays. A
    /// memo: it lies inside what is borne and is never added. Zero without a reserve.
    pub reserve: Unrounded,
    /// What it has paid before: advances, and balances of earlier rounds.
    pub already_paid: Amount,
    /// What it still pays (positive) or receives (negative).
    pub balance: Amount,
    /// By which key the cost was shared; `None` when nothing was shared.
    pub key: Option<KeyUsed>,
    /// The sub-pools that the member is in, the outermost first: they settled before, and by terms of their own.
    pub inner: Vec<InnerTerms>,
}

/// The terms of a sub-pool.
///
/// Dutch: *afspraken van de subregio*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InnerTerms {
    /// The sub-pool.
    pub pool: String,
    /// How it shares cost among its members.
    pub model: Model,
    /// By which key, also what it pays or receives as one party.
    pub key: KeyUsed,
}

/// The key by which a pool shared its cost.
///
/// Dutch: *verdeelsleutel*.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeyUsed {
    /// What it is called.
    pub name: String,
    /// The years of its figures (Dutch: *peiljaren*), which need not be the year of the pool.
    pub years: Vec<Year>,
    /// The fingerprint of its parties and weights, by which it can be frozen; scenarios give it with the feature `format`.
    pub fingerprint: Option<String>,
}

impl<P> Letter<P> {
    /// The same letter, to the member by another name for it.
    #[must_use]
    pub fn to_member<Q>(self, member: Q) -> Letter<Q> {
        let Letter {
            member: _,
            pool,
            year,
            kind,
            booked,
            contribution,
            own_cost,
            shared_cost,
            borne,
            transfer,
            reserve,
            already_paid,
            balance,
            key,
            inner,
        } = self;
        Letter {
            member,
            pool,
            year,
            kind,
            booked,
            contribution,
            own_cost,
            shared_cost,
            borne,
            transfer,
            reserve,
            already_paid,
            balance,
            key,
            inner,
        }
    }

    /// Proves that transfer and balance follow from the other figures: transfer = borne − own cost, and
    /// balance = borne − already paid.
    ///
    /// ```
    /// use taakgericht::exact::{Amount, Unrounded};
    /// use taakgericht::period::Year;
    /// use taakgericht::pool::{KeyUsed, Letter, RoundKind};
    /// let letter = Letter {
    ///     member: "Bedum",
    ///     pool: "BMWE".into(),
    ///     year: Year::new(2015)?,
    ///     kind: RoundKind::Final,
    ///     booked: Year::new(2016)?,
    ///     contribution: Amount::from_euros(1_572_158)?,
    ///     own_cost: Amount::from_euros(1_700_000)?,
    ///     shared_cost: Amount::from_euros(1_700_000)?,
    ///     borne: Amount::from_cents(163_025_169),
    ///     transfer: Amount::from_cents(-6_974_831),
    ///     reserve: Unrounded::ZERO,
    ///     already_paid: Amount::from_euros(1_572_158)?,
    ///     balance: Amount::from_cents(5_809_369),
    ///     key: Some(KeyUsed { name: "rta_bijdrage".into(), years: vec![Year::new(2015)?], fingerprint: None }),
    ///     inner: vec![],
    /// };
    /// letter.prove()?;
    /// let wrong = Letter { balance: Amount::ZERO, ..letter };
    /// assert_eq!(wrong.prove().unwrap_err().to_string(), "a balance of 0.00, expected 58093.69 (borne − already paid).");
    /// # Ok::<(), taakgericht::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Pool` when one of them does not.
    pub fn prove(&self) -> Result<(), Error> {
        prove_figure("transfer", self.transfer, difference(self.borne, self.own_cost), "borne − own cost")?;
        prove_figure("balance", self.balance, difference(self.borne, self.already_paid), "borne − already paid")
    }
}

fn prove_figure(what: &str, found: Amount, expected: i128, rule: &str) -> Result<(), Error> {
    if i128::from(found.cents()) == expected {
        return Ok(());
    }
    Err(Error::new(Kind::Pool, format!("a {what} of {found}"), format!("{} ({rule})", money(expected))))
}

#[cfg(test)]
mod tests {
    use super::{KeyUsed, Letter};
    use crate::error::Kind;
    use crate::exact::Amount;
    use crate::period::Year;
    use crate::pool::RoundKind;
    use alloc::string::ToString;
    use alloc::vec;

    fn letter() -> Letter<&'static str> {
        let (cents, year) = (Amount::from_cents, |year| Year::new(year).unwrap());
        Letter {
            member: "GM0005@2015",
            pool: "BMWE".into(),
            year: year(2015),
            kind: RoundKind::PriorYear,
            booked: year(2017),
            contribution: cents(157_215_800),
            own_cost: cents(170_000_000),
            shared_cost: cents(150_000_000),
            borne: cents(163_025_169),
            transfer: cents(-6_974_831),
            reserve: cents(-1_000_000).into(),
            already_paid: cents(161_000_000),
            balance: cents(2_025_169),
            key: Some(KeyUsed { name: "youths".into(), years: vec![year(2013)], fingerprint: None }),
            inner: vec![],
        }
    }

    #[test]
    fn transfer_and_balance_follow_from_the_other_figures() {
        letter().prove().unwrap();
        let cases = [
            (
                Letter { own_cost: Amount::MIN, ..letter() },
                "a transfer of -69748.31, expected 92233720370178009.77 (borne − own cost).",
            ),
            (
                Letter { balance: Amount::ZERO, ..letter() },
                "a balance of 0.00, expected 20251.69 (borne − already paid).",
            ),
        ];
        for (wrong, text) in cases {
            let error = wrong.prove().unwrap_err();
            assert_eq!((error.kind(), error.to_string().as_str()), (Kind::Pool, text));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_letter_travels_as_plain_data() {
        let json = r#"{"member":"GM0005@2015","pool":"BMWE","year":2015,"kind":"prior-year","booked":2017,"contribution":"1572158.00","own_cost":"1700000.00","shared_cost":"1500000.00","borne":"1630251.69","transfer":"-69748.31","reserve":"-10000","already_paid":"1610000.00","balance":"20251.69","key":{"name":"youths","years":[2013],"fingerprint":null},"inner":[]}"#;
        assert_eq!(serde_json::to_string(&letter()).unwrap(), json);
    }
}
