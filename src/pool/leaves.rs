//! Where the figures of a pool come from: the leaves of an explanation.

use super::pool::Pool;
use crate::error::Error;
use crate::exact::{Amount, Ratio};
use crate::trace::{Trace, Value};
use alloc::format;
use core::fmt::Display;

/// Explains the figures that a pool is given. Each method adds the steps of one figure to the trace and returns the
/// position of the last one, whose value is the figure; where a method is not written, the figure is stated as given.
pub trait Leaves<P: Ord + Clone + Display> {
    /// What the clients of a member cost in the segments that the pool shares.
    ///
    /// # Errors
    /// Whatever explaining the figure can raise; this holds for every method.
    fn cost(&self, trace: &mut Trace, pool: &Pool<P>, member: &P, cost: Amount) -> Result<usize, Error> {
        Ok(trace.given(&format!("cost, {member}"), Value::Amount(cost), &given(pool)))
    }

    /// What the clients of a member cost in other segments; not asked where that is nothing.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn outside(&self, trace: &mut Trace, pool: &Pool<P>, member: &P, cost: Amount) -> Result<usize, Error> {
        Ok(trace.given(&format!("cost that is not shared, {member}"), Value::Amount(cost), &given(pool)))
    }

    /// What a member contributes; asked by a corridor.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn contribution(&self, trace: &mut Trace, pool: &Pool<P>, member: &P, amount: Amount) -> Result<usize, Error> {
        Ok(trace.given(&format!("contribution, {member}"), Value::Amount(amount), &given(pool)))
    }

    /// What a client costs, the one at `position` among those of the member; asked by a stop-loss.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn client(
        &self,
        trace: &mut Trace,
        pool: &Pool<P>,
        member: &P,
        position: usize,
        cost: Amount,
    ) -> Result<usize, Error> {
        let number = position.saturating_add(1);
        Ok(trace.given(&format!("client {number}, {member}"), Value::Amount(cost), &given(pool)))
    }

    /// What a member weighs in the key: as a number, a share, or an amount of so many cents.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn weight(&self, trace: &mut Trace, pool: &Pool<P>, member: &P, weight: Ratio) -> Result<usize, Error> {
        let source = format!("key \"{}\"", pool.key().name());
        Ok(trace.given(&format!("weight, {member}"), Value::Number(weight), &source))
    }

    /// What a member weighs in the key for underspends, where there is one.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn underspend_weight(&self, trace: &mut Trace, pool: &Pool<P>, member: &P, weight: Ratio) -> Result<usize, Error> {
        let name = pool.underspend_key().map_or("", |key| key.name());
        Ok(trace.given(&format!("weight for underspends, {member}"), Value::Number(weight), &format!("key \"{name}\"")))
    }

    /// What the members bear beyond the cost; not asked where that is nothing.
    ///
    /// # Errors
    /// As for [`Leaves::cost`].
    fn levy(&self, trace: &mut Trace, pool: &Pool<P>, levy: Amount) -> Result<usize, Error> {
        Ok(trace.given(&format!("into the reserve, {}", pool.name()), Value::Amount(levy), &given(pool)))
    }

    /// Where the terms of the model come from.
    fn terms(&self, pool: &Pool<P>) -> alloc::string::String {
        given(pool)
    }
}

/// States every figure as given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AsGiven;

impl<P: Ord + Clone + Display> Leaves<P> for AsGiven {}

fn given<P: Ord + Clone + Display>(pool: &Pool<P>) -> alloc::string::String {
    format!("pool \"{}\"", pool.name())
}
