//! A pool: who takes part, by which model and key, and who gets the cents left over.

use super::model::{Model, Netting};
use super::shares::Keys;
use crate::error::{Error, Kind};
use crate::exact::{Amount, Residual, TieRule};
use crate::key::Key;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Display;

/// A solidarity pool. Its members are the parties of its key.
///
/// Dutch: *solidariteitspool*, *verevening*. Source: `SOURCES.md#solidarity`.
///
/// ```
/// use taakgericht::exact::{Amount, Ratio};
/// use taakgericht::key::Key;
/// use taakgericht::pool::{Account, Accounts, Model, Pool};
/// let key = Key::new("youths 0-24, 2014", [("Bedum", 2947), ("Winsum", 3951)].map(|(m, k)| (m, Ratio::integer(k))), None)?;
/// let pool = Pool::new("north", Model::Insurance, key)?;
/// let euros = |euros| Amount::from_euros(euros);
/// let accounts = Accounts::new([
///     ("Bedum", Account { cost: euros(1_700_000)?, ..Account::default() }),
///     ("Winsum", Account { cost: euros(2_500_000)?, ..Account::default() }),
/// ])?;
/// let settlement = pool.settle(&accounts)?;
/// assert_eq!(settlement.borne[0].to_string(), "1794346.19");
/// assert_eq!(settlement.transfers[0].to_string(), "94346.19"); // Bedum pays this to Winsum
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool<P> {
    name: String,
    model: Model,
    key: Key<P>,
    underspend_key: Option<Key<P>>,
    levy: Amount,
    residual: Residual,
    tie: TieRule,
}

impl<P: Ord + Clone + Display> Pool<P> {
    /// A pool of the parties of a key, with cents left over to the largest remainders and ties to the first member.
    ///
    /// # Errors
    /// As for [`Model::prove`].
    pub fn new(name: &str, model: Model, key: Key<P>) -> Result<Pool<P>, Error> {
        model.prove().map_err(|error| error.within(format!("pool \"{name}\"")))?;
        let (residual, tie) = (Residual::default(), TieRule::default());
        Ok(Pool { name: name.to_string(), model, key, underspend_key: None, levy: Amount::ZERO, residual, tie })
    }

    /// Says who gets the cents left over, and who goes first when remainders are equal.
    #[must_use]
    pub fn placed_by(self, residual: Residual, tie: TieRule) -> Pool<P> {
        Pool { residual, tie, ..self }
    }

    /// Divides the underspends of a corridor by a key of their own.
    ///
    /// # Errors
    /// `Pool` when the model is no corridor that treats each side by itself, or the key has other parties.
    pub fn with_underspend_key(self, key: Key<P>) -> Result<Pool<P>, Error> {
        let within = |error: Error| error.within(self.place());
        let each_side = matches!(&self.model, Model::Corridor(corridor) if corridor.netting == Netting::EachSide);
        if !each_side {
            let found = "a key for underspends in a pool that does not divide these by themselves";
            return Err(within(Error::new(Kind::Pool, found, "a corridor with the netting each-side")));
        }
        if key.parties() != self.key.parties() {
            let found = format!("the keys \"{}\" and \"{}\" have different parties", self.key.name(), key.name());
            return Err(within(Error::new(Kind::Pool, found, "the same parties in both keys of a pool")));
        }
        Ok(Pool { underspend_key: Some(key), ..self })
    }

    /// Says what the members bear beyond the cost, by the key: what is put into a reserve; below zero, what is taken out.
    #[must_use]
    pub fn with_levy(self, levy: Amount) -> Pool<P> {
        Pool { levy, ..self }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The members, in the order of their ids.
    #[must_use]
    pub fn members(&self) -> &[P] {
        self.key.parties()
    }

    /// How cost is shared.
    #[must_use]
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// By what pots are divided.
    #[must_use]
    pub const fn key(&self) -> &Key<P> {
        &self.key
    }

    /// By what underspends of a corridor are divided, where that is another key.
    #[must_use]
    pub const fn underspend_key(&self) -> Option<&Key<P>> {
        self.underspend_key.as_ref()
    }

    /// What the members bear beyond the cost.
    #[must_use]
    pub const fn levy(&self) -> Amount {
        self.levy
    }

    /// Who gets the cents left over.
    #[must_use]
    pub const fn residual(&self) -> Residual {
        self.residual
    }

    /// Who goes first when remainders are equal.
    #[must_use]
    pub const fn tie(&self) -> TieRule {
        self.tie
    }

    /// The same pool with another model; the key for underspends goes when the new model has no use for it.
    ///
    /// # Errors
    /// As for [`Model::prove`].
    pub fn with_model(&self, model: Model) -> Result<Pool<P>, Error> {
        let pool = Pool::new(&self.name, model, self.key.clone())?;
        let pool = pool.placed_by(self.residual, self.tie).with_levy(self.levy);
        match &self.underspend_key {
            Some(key) => Ok(pool.clone().with_underspend_key(key.clone()).unwrap_or(pool)),
            None => Ok(pool),
        }
    }

    /// The same pool with another key, and so perhaps with other members.
    #[must_use]
    pub fn with_key(&self, key: Key<P>) -> Pool<P> {
        let underspends = self.underspend_key.clone().filter(|other| other.parties() == key.parties());
        Pool { key, underspend_key: underspends, ..self.clone() }
    }

    pub(super) const fn keys(&self) -> Keys<'_> {
        let underspends = match &self.underspend_key {
            Some(key) => Some(key.weights()),
            None => None,
        };
        Keys { key: self.key.weights(), underspends }
    }

    /// What errors call this pool.
    pub(super) fn place(&self) -> String {
        format!("pool \"{}\"", self.name)
    }
}
