//! Another way to share a pool, to be put beside it.

use super::pool::{KeyChoice, ModelChoice, PoolSection};
use crate::party::Municipality;
use alloc::collections::BTreeSet;
use alloc::string::String;

/// Another way to share the same pool; what it does not say is as in the pool.
///
/// Dutch: *variant*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternativeSection {
    /// The name that comparisons carry.
    pub id: String,
    /// The id of the pool.
    pub pool: String,
    /// Another model.
    pub model: Option<ModelChoice>,
    /// Another key.
    pub key: Option<KeyChoice>,
    /// Other segments.
    pub segments: Option<BTreeSet<String>>,
    /// Members who leave.
    pub without: BTreeSet<Municipality>,
}

impl AlternativeSection {
    /// Whether anything is different from the pool.
    #[must_use]
    pub fn changes_something(&self) -> bool {
        self.model.is_some() || self.key.is_some() || self.segments.is_some() || !self.without.is_empty()
    }

    /// The pool as it would be; `members` are those of the pool.
    ///
    /// A key for underspends goes when the other model does not keep each side on its own.
    pub(in crate::scenario) fn applied_to(&self, pool: &PoolSection, members: &BTreeSet<Municipality>) -> PoolSection {
        let mut other = pool.clone();
        other.members = Some(members.difference(&self.without).copied().collect());
        other.model = self.model.clone().unwrap_or(other.model);
        other.key = self.key.clone().or(other.key);
        other.segments = self.segments.clone().or(other.segments);
        if !other.model.keeps_each_side() {
            other.underspend_key = None;
        }
        other
    }
}
