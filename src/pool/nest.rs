//! Pools within pools: which ones there may be.
//!
//! A sub-pool settles first; the pool around it then settles on totals, in which the sub-pool is one party.

use super::pool::Pool;
use crate::error::{Error, Kind};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;

/// A pool with the sub-pools within it, to any depth.
///
/// Dutch: *subregio*, *geneste pool*. Each member is in one sub-pool at most.
///
/// ```
/// use taakgericht::exact::Ratio;
/// use taakgericht::key::Key;
/// use taakgericht::pool::{Model, Nest, Pool};
/// let key = |parties: &[&'static str]| {
///     Key::new("equal", parties.iter().map(|&party| (party, Ratio::ONE)), None)
/// };
/// let region = Pool::new("groningen", Model::Insurance, key(&["Bedum", "Haren", "Winsum"])?)?;
/// let bmwe = Pool::new("bmwe", Model::Insurance, key(&["Bedum", "Winsum"])?)?;
/// let nest = Nest::new([(region, None), (bmwe, Some("groningen".into()))])?;
/// assert_eq!(nest.pools().count(), 2);
/// # Ok::<(), taakgericht::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nest<P> {
    pub(super) pool: Pool<P>,
    pub(super) inner: Vec<Nest<P>>,
}

/// A pool without sub-pools.
impl<P> From<Pool<P>> for Nest<P> {
    fn from(pool: Pool<P>) -> Nest<P> {
        Nest { pool, inner: Vec::new() }
    }
}

impl<P: Ord + Clone + Display> Nest<P> {
    /// Nests pools, in any order: each with the name of the pool that it lies within, and one that lies within none.
    ///
    /// # Errors
    /// `Duplicate` for two pools of one name; `UnknownName` when a pool lies within one that is not there; `Pool` for a
    /// circle, for more than one outermost pool, for a member in two sub-pools of one pool, and for a member of a sub-pool
    /// that the pool around it does not have.
    pub fn new(pools: impl IntoIterator<Item = (Pool<P>, Option<String>)>) -> Result<Nest<P>, Error> {
        let pools: Vec<(Pool<P>, Option<String>)> = pools.into_iter().collect();
        let placed: Vec<(&str, Option<&str>)> =
            pools.iter().map(|(pool, outer)| (pool.name(), outer.as_deref())).collect();
        prove_tree(&placed)?;
        let outermost = pools.iter().find(|(_, outer)| outer.is_none());
        let (outermost, _) = outermost.expect("a tree has an outermost pool");
        Nest::build(outermost, &pools)
    }

    /// The pool with all that lies within it; the depth is at most the number of pools, as they are a tree.
    fn build(pool: &Pool<P>, pools: &[(Pool<P>, Option<String>)]) -> Result<Nest<P>, Error> {
        let within = pools.iter().filter(|(_, outer)| outer.as_deref() == Some(pool.name()));
        let mut inner = within.map(|(inner, _)| Nest::build(inner, pools)).collect::<Result<Vec<_>, Error>>()?;
        inner.sort_by(|one, other| one.pool.name().cmp(other.pool.name())); // the order of the sections says nothing
        let nest = Nest { pool: pool.clone(), inner };
        nest.prove_memberships()?;
        Ok(nest)
    }

    fn prove_memberships(&self) -> Result<(), Error> {
        let mut seen: Vec<(&P, &str)> = Vec::new();
        for inner in &self.inner {
            let absent = inner.pool.members().iter().find(|&member| self.pool.members().binary_search(member).is_err());
            if let Some(absent) = absent {
                let found = format!("{absent}, who is no member of the pool \"{}\" around it", self.pool.name());
                return Err(Error::new(Kind::Pool, found, "members of the pool around it").within(inner.pool.place()));
            }
            seen.extend(inner.pool.members().iter().map(|member| (member, inner.pool.name())));
        }
        seen.sort();
        let twice = seen.windows(2).find_map(|pair| match pair {
            [(one, first), (other, second)] if one == other => Some((one, first, second)),
            _ => None,
        });
        twice.map_or(Ok(()), |(member, first, second)| {
            let found = format!("{member} is a member of the sub-pools \"{first}\" and \"{second}\"");
            Err(Error::new(Kind::Pool, found, "one sub-pool at most for each member").within(self.pool.place()))
        })
    }

    /// The outermost pool.
    #[must_use]
    pub const fn pool(&self) -> &Pool<P> {
        &self.pool
    }

    /// The sub-pools directly within it.
    #[must_use]
    pub fn inner(&self) -> &[Nest<P>] {
        &self.inner
    }

    /// All pools, each before those within it.
    pub fn pools(&self) -> alloc::boxed::Box<dyn Iterator<Item = &Pool<P>> + '_> {
        alloc::boxed::Box::new(core::iter::once(&self.pool).chain(self.inner.iter().flat_map(Nest::pools)))
    }

    /// The members of the outermost pool that are in no sub-pool, by their positions.
    pub(super) fn direct(&self) -> Vec<usize> {
        let inner: BTreeSet<&P> = self.inner.iter().flat_map(|inner| inner.pool.members()).collect();
        let members = self.pool.members().iter().enumerate();
        members.filter(|(_, member)| !inner.contains(member)).map(|(position, _)| position).collect()
    }

    /// The positions of the members of a sub-pool in this pool.
    pub(super) fn positions(&self, inner: &Nest<P>) -> Vec<usize> {
        let position = |member: &P| self.pool.members().binary_search(member);
        let all = inner.pool.members().iter().map(position).collect::<Result<Vec<usize>, usize>>();
        all.expect("the members of a sub-pool were proved to be members of the pool around it")
    }
}

/// Proves that pools, each with the name of the one around it, are one tree.
///
/// # Errors
/// `Duplicate`, `UnknownName` and `Pool` as for [`Nest::new`].
pub fn prove_tree(pools: &[(&str, Option<&str>)]) -> Result<(), Error> {
    if let Some(double) = Error::doubles("pools", pools.iter().map(|(name, _)| *name)).into_iter().next() {
        return Err(double);
    }
    for &(name, _) in pools {
        prove_way_out(name, pools).map_err(|error| error.within(format!("pool \"{name}\"")))?;
    }
    let outermost: Vec<String> =
        pools.iter().filter(|(_, outer)| outer.is_none()).map(|(name, _)| format!("\"{name}\"")).collect();
    match outermost.len() {
        1 => Ok(()),
        0 => Err(Error::new(Kind::Missing, "no pool", "at least one")),
        _ => {
            let found = format!("the pools {} lie within no other", crate::error::listed(&outermost));
            Err(Error::new(Kind::Pool, found, "one outermost pool").advise("Settle each of them by itself."))
        }
    }
}

/// Going outwards from a pool one comes to the end.
fn prove_way_out(name: &str, pools: &[(&str, Option<&str>)]) -> Result<(), Error> {
    let outer_of = |name: &str| pools.iter().find(|(other, _)| *other == name).map(|(_, outer)| *outer);
    let mut way = Vec::from([name]);
    let mut next = outer_of(name).flatten();
    while let Some(outer) = next {
        let Some(beyond) = outer_of(outer) else {
            return Err(Error::unknown("pool", outer, pools.iter().map(|(name, _)| *name)));
        };
        way.push(outer);
        if outer == name || way.len() > pools.len() {
            let circle: Vec<String> = way.iter().map(ToString::to_string).collect();
            let found = format!("a circle of pools: {}", circle.join(" within "));
            return Err(Error::new(Kind::Pool, found, "an outermost pool"));
        }
        next = beyond;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Nest;
    use crate::exact::Ratio;
    use crate::key::Key;
    use crate::pool::{Model, Pool};
    use alloc::string::ToString;

    fn pool(name: &str, members: &str) -> Pool<char> {
        let key = Key::new("equal", members.chars().map(|member| (member, Ratio::ONE)), None).unwrap();
        Pool::new(name, Model::Insurance, key).unwrap()
    }

    fn nest(pools: &[(&str, &str, &str)]) -> Result<Nest<char>, crate::Error> {
        let outer = |name: &str| (!name.is_empty()).then(|| name.to_string());
        Nest::new(pools.iter().map(|(name, members, within)| (pool(name, members), outer(within))))
    }

    #[test]
    fn pools_are_a_tree() {
        let three = nest(&[("inner", "bc", "middle"), ("outer", "abcd", ""), ("middle", "abc", "outer")]).unwrap();
        let names: alloc::vec::Vec<&str> = three.pools().map(Pool::name).collect();
        assert_eq!(names, ["outer", "middle", "inner"]);
        assert_eq!(three.direct(), [3]);
        assert_eq!(three.positions(&three.inner()[0]), [0, 1, 2]);
    }

    #[test]
    fn what_is_no_tree_is_an_error() {
        let text = |pools: &[(&str, &str, &str)]| nest(pools).unwrap_err().to_string();
        assert_eq!(
            text(&[("one", "ab", "two"), ("two", "ab", "one")]),
            "pool \"one\": a circle of pools: one within two within one, expected an outermost pool."
        );
        assert_eq!(
            text(&[("one", "ab", ""), ("two", "ab", "two")]),
            "pool \"two\": a circle of pools: two within two, expected an outermost pool."
        );
        // The circle lies further out than the pool from which one goes.
        assert_eq!(
            text(&[("one", "a", "two"), ("two", "a", "three"), ("three", "a", "two")]),
            "pool \"one\": a circle of pools: one within two within three within two, expected an outermost pool."
        );
        assert_eq!(
            text(&[("one", "ab", ""), ("two", "ab", "three")]),
            "pool \"two\": no pool \"three\", expected one of \"one\", \"two\"."
        );
        assert_eq!(
            text(&[("one", "ab", ""), ("two", "ab", "")]),
            "the pools \"one\" and \"two\" lie within no other, expected one outermost pool.\n  \
             Settle each of them by itself."
        );
        assert_eq!(text(&[("one", "a", ""), ("one", "b", "")]), "two pools \"one\", expected every name once.");
        assert_eq!(text(&[]), "no pool, expected at least one.");
        assert_eq!(
            text(&[("outer", "abc", ""), ("one", "ab", "outer"), ("two", "bc", "outer")]),
            "pool \"outer\": b is a member of the sub-pools \"one\" and \"two\", expected one sub-pool at most for each \
             member."
        );
        assert_eq!(
            text(&[("outer", "ab", ""), ("one", "bc", "outer")]),
            "pool \"one\": c, who is no member of the pool \"outer\" around it, expected members of the pool around it."
        );
    }
}
